"""Exercise 4.2: mistakes in the bias, the activation and the loop, and what to say about them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.exercises.lesson_04.checks import relu, sigmoid, softmax, tanh


def _shaped(text: str) -> Callable[[Seen], str]:
    """A message with the shapes of x, weights, and what came back in it."""

    def message(seen: Seen) -> str:
        return text.format(
            x=np.shape(seen.inputs["x"]),
            weights=np.shape(seen.inputs["weights"]),
            got=np.shape(seen.got),
            shown=show(seen.got),
            examples=len(seen.inputs["x"]),
            neurons=np.shape(seen.inputs["weights"])[1],
        )

    return message


_WITH_RELU = "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: "
MISTAKES = {
    "bias_forgotten": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: what comes out with the bias 0. "
        "Where does each neuron's own number come in?",
    ),
    "bias_after_activation": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights) + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added *behind* the "
        "activation. It belongs to the sum, which then goes through the activation as a whole.",
    ),
    "relu_and_bias_after": Mistake(
        lambda x, weights, bias, activation: relu(x @ weights) + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added *behind* relu. It "
        "belongs to the sum, which then goes through the activation as a whole (through the one given, not always relu).",
    ),
    "activation_of_each_part": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights) + activation(bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation of the products plus the "
        "activation of the bias. First everything is added up, then comes the activation, once.",
    ),
    "bias_added_to_the_weights": Mistake(
        lambda x, weights, bias, activation: activation(x @ (weights + bias)),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added to the *weights*, and "
        "then multiplied by every input. It is added after the products.",
    ),
    "bias_twice": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + 2 * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added twice.",
    ),
    "bias_subtracted": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights - bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is taken away. It is added.",
    ),
    "bias_multiplied": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the sums are *multiplied* by the bias.",
    ),
    "biases_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias.sum()),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: every neuron gets the sum of all "
        "biases. Each gets its own.",
    ),
    "first_bias_for_all": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias[0]),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: every neuron gets the bias of the "
        "first. Each gets its own.",
    ),
    "activation_forgotten": Mistake(
        lambda x, weights, bias, activation: x @ weights + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}. These are the right sums; the "
        "activation has not been applied, or what it gave was not kept. `activation` is a function, not its name: with relu no "
        "number may stay below 0.",
    ),
    "always_relu": Mistake(
        lambda x, weights, bias, activation: relu(x @ weights + bias),
        "With relu you are right. But for x = {x}, weights = {weights}, bias = {bias} and tanh you return {got}: relu "
        "again. Use the `activation` you are given: `activation(...)`.",
    ),
    "activation_of_the_input": Mistake(
        lambda x, weights, bias, activation: activation(x) @ weights + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation is applied to x, "
        "before the sum. It comes after.",
    ),
    "activation_of_the_weights": Mistake(
        lambda x, weights, bias, activation: x @ activation(weights) + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation is applied to the "
        "weights. A neuron's weights stay what they are; what is bent is what they add up to.",
    ),
    "activation_before_bias": Mistake(
        lambda x, weights, bias, activation: activation(activation(x @ weights) + bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation is applied twice, "
        "before the bias and after it. Once is right, after.",
    ),
    "activation_twice": Mistake(
        lambda x, weights, bias, activation: activation(activation(x @ weights + bias)),
        "With relu you are right, since a second relu changes nothing. But for x = {x}, weights = {weights}, bias = {bias} and "
        "tanh you return {got}: tanh has been applied twice.",
    ),
    "mean_for_sum": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights / x.shape[1] + bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the *mean* of the products plus the "
        "bias. A neuron adds them up.",
    ),
    "bias_with_each_product": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + x.shape[1] * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added to *each* product, "
        "so it counts once for every input. It comes once, after the sum.",
    ),
    "first_example_only": Mistake(
        lambda x, weights, bias, activation: activation(x[0] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the first example alone. Does a loop return before "
            "it has seen the others, or is only `x[0]` used?"
        ),
    ),
    "first_row_only": Mistake(
        lambda x, weights, bias, activation: activation(x[:1] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the first example alone. Does a loop return before "
            "it has seen the others, or is only `x[:1]` used?"
        ),
    ),
    "one_flat_row": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).ravel(),
        _shaped(
            "For a batch of shape {x} you return the shape {got}: the right numbers, all in one row. Each example gets a row of "
            "its own, a list in the list."
        ),
    ),
    "batch_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x.sum(axis=0) @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the sums of all examples, added up. Each keeps a row of "
            "its own."
        ),
    ),
    "last_example_only": Mistake(
        lambda x, weights, bias, activation: activation(x[-1] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the last example alone. What keeps those before it?"
        ),
    ),
    "first_neuron_only": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights[:, 0] + bias[0]),
        _shaped(
            "For weights of shape {weights} you return the shape {got}: only the first of {neurons} neurons. Each column "
            "is a neuron, and each example gets a number from all of them."
        ),
    ),
    "examples_added_up": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum(axis=0)),
        _shaped(
            "For a batch of shape {x} you return the shape {got}: the examples have been added up (`axis=0` adds down the "
            "columns). Each keeps a row of its own."
        ),
    ),
    "neurons_added_up": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum(axis=1)),
        _shaped(
            "For a batch of shape {x} and weights of shape {weights} you return the shape {got}: the {neurons} neurons of "
            "each example have been added up. Each neuron keeps a column of its own."
        ),
    ),
    "one_number": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum()),
        _shaped(
            "For a batch of shape {x} you return one number, {shown}: everything has been added up. Asked is a number for "
            "each of {examples} examples and each of {neurons} neurons."
        ),
    ),
    "always_softmax": Mistake(
        lambda x, weights, bias, activation: softmax(x @ weights + bias),
        _WITH_RELU
        + "shares that add up to 1, so softmax. Use the `activation` you are given, like any function.",
    ),
    "always_sigmoid": Mistake(
        lambda x, weights, bias, activation: sigmoid(x @ weights + bias),
        _WITH_RELU + "the sigmoid of the sums. Use the `activation` you are given, like any function.",
    ),
    "always_tanh": Mistake(
        lambda x, weights, bias, activation: tanh(x @ weights + bias),
        _WITH_RELU + "the tanh of the sums. Use the `activation` you are given, like any function.",
    ),
    "bias_once_more_behind": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias) + bias,
        _WITH_RELU
        + "the bias is added twice, before the activation and behind it. Which of the two places is right?",
    ),
    "last_row_only": Mistake(
        lambda x, weights, bias, activation: activation(x[-1:] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the last example alone. Is your list begun anew in every "
            "round of the loop?"
        ),
    ),
    "last_example_missing": Mistake(
        lambda x, weights, bias, activation: np.array(list(activation(x @ weights + bias)[:-1])),
        _shaped(
            "For a batch of shape {x} you return {shown}: the last example is missing. For how many examples does your loop run?"
        ),
    ),
    "first_example_missing": Mistake(
        lambda x, weights, bias, activation: np.array(list(activation(x @ weights + bias)[1:])),
        _shaped(
            "For a batch of shape {x} you return {shown}: the first example is missing. With which number does counting begin?"
        ),
    ),
    "last_neuron_missing": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias)[:, :-1],
        _shaped(
            "For weights of shape {weights} you return the shape {got}: the last of {neurons} neurons is missing. How many rounds "
            "has your loop?"
        ),
    ),
    "first_neuron_missing": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias)[:, 1:],
        _shaped(
            "For weights of shape {weights} you return the shape {got}: the first of {neurons} neurons is missing. With which "
            "number does counting begin?"
        ),
    ),
    "each_number_in_a_box": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias)[:, :, np.newaxis],
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the right numbers, each in a list of its own. What stands "
            "in brackets that should stand there bare?"
        ),
    ),
    "sums_and_outputs": Mistake(
        lambda x, weights, bias, activation: (x @ weights + bias, activation(x @ weights + bias)),
        _shaped(
            "You return two tables, the sums and what the activation makes of them. The layer's output is one of them."
        ),
    ),
    "result_multiplied_by_the_bias": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights) * bias,
        _WITH_RELU + "the outputs are *multiplied* by the bias. It is added, and before the activation.",
    ),
    "last_neuron_only": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights[:, -1] + bias[-1]),
        _shaped(
            "For weights of shape {weights} you return the shape {got}: only the last of {neurons} neurons. What keeps the columns "
            "before it?"
        ),
    ),
    "outputs_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).sum(),
        _shaped(
            "For a batch of shape {x} you return one number, {shown}: the outputs of all neurons for all examples, added up. `@` has "
            "added up what is to be added; the outputs stay apart."
        ),
    ),
    "outputs_of_an_example_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).sum(axis=1),
        _shaped(
            "For a batch of shape {x} you return the shape {got}: the outputs of the {neurons} neurons, added up for each example. "
            "Each neuron keeps a column of its own."
        ),
    ),
    "the_fares": Mistake(
        lambda x, weights, bias, activation: np.array([[14.0, 11.0], [22.0, 25.0], [23.0, 7.0], [4.0, 1.0]]),
        _shaped(
            "For a batch of shape {x} you return the fares of the lesson's four rides. Another batch has other outputs: compute "
            "them from `x`, `weights` and `bias`."
        ),
    ),
}
