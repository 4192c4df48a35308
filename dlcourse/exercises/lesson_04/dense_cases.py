"""Exercise 4.2: the reference, what it is tried on, and the mistakes that show where rows equal columns."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_04.checks import halves, linear, relu, sigmoid, tanh

Activation = Callable[[np.ndarray], np.ndarray]
NAMES = ("x", "weights", "bias", "activation")


def layer(x: np.ndarray, weights: np.ndarray, bias: np.ndarray, activation: Activation) -> np.ndarray:
    """The reference of exercise 4.2."""
    return activation(x @ weights + bias)


def square_cases(rng: np.random.Generator) -> list[tuple]:
    """As many examples as inputs as neurons: here every wrong order of rows and columns runs, too."""
    small = (
        np.array([[1.0, 0.0], [2.0, 3.0]]),
        np.array([[1.0, 2.0], [0.0, 1.0]]),
        np.array([10.0, 20.0]),
        linear,
    )
    return [small, *((halves(rng, n, n), halves(rng, n, n), halves(rng, n), linear) for n in (2, 3, 3, 4))]


def layer_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples, three inputs, two neurons, a sum below 0; other activations; a batch of one; one neuron; many."""
    x = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]])
    weights, bias = np.array([[1.0, 0.0], [2.0, -1.0], [0.0, 3.0]]), np.array([1.0, -1.0])
    cases = [(x, weights, bias, relu), (x / 4, weights, bias, tanh)]
    for examples, inputs, neurons, activation in (
        (1, 3, 2, relu), (4, 2, 1, tanh), (5, 4, 3, sigmoid), (7, 3, 4, linear), (3, 5, 2, relu), (6, 2, 5, tanh),
    ):  # fmt: skip
        cases.append(
            (halves(rng, examples, inputs), halves(rng, inputs, neurons), halves(rng, neurons), activation)
        )
    return cases


_SQUARE = "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. "
ORDER = {
    "weights_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights.T + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `x @ weights.T`: "
        "it takes the *rows* of the weights for neurons. A neuron is a column, and nothing needs turning.",
    ),
    "weights_first": Mistake(
        lambda x, weights, bias, activation: activation(weights @ x + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `weights @ x`. "
        "The rows of what stands on the *left* of `@` become the rows of the result: who should have a row here?",
    ),
    "batch_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x.T @ weights + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `x.T @ weights`: "
        "x has been turned. Its rows are examples already.",
    ),
    "features_first": Mistake(
        lambda x, weights, bias, activation: activation(weights.T @ x + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `weights.T @ x`, "
        "as in books where each example is a *column*. Here it is a row.",
    ),
    "turned_before_the_bias": Mistake(
        lambda x, weights, bias, activation: activation(weights.T @ x.T + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. `weights.T @ x.T` has a row "
        "for each *neuron*, so the bias, added to each row, goes to the wrong places. `x @ weights` needs no turning.",
    ),
    "bias_on_the_wrong_axis": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias.reshape(-1, 1)),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. The first bias went to all "
        "numbers of the first *example*. It belongs to the first *neuron*, which is a column: leave the bias the row "
        "that it is.",
    ),
    "result_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).T,
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}: the right numbers, rows "
        "and columns exchanged. Each example should keep its row.",
    ),
    "both_turned": Mistake(
        lambda x, weights, bias, activation: activation(x.T @ weights.T + bias),
        _SQUARE
        + "That is `x.T @ weights.T`: both are turned. The rows of x are examples and the columns of the weights neurons already.",
    ),
    "rows_of_the_weights_first": Mistake(
        lambda x, weights, bias, activation: activation(weights @ x + bias.reshape(-1, 1)),
        _SQUARE
        + "Your loop puts *rows* of the weights on the left of `@`. A neuron is a column; on the left stand the examples.",
    ),
    "rows_for_neurons": Mistake(
        lambda x, weights, bias, activation: activation(weights @ x.T + bias.reshape(-1, 1)),
        _SQUARE
        + "Your loop goes through the *rows* of the weights, and a neuron is a column. (And each round gives what one neuron says of "
        "all examples: a column of the result, which you collect as a row.)",
    ),
    "multiplied_by_place": Mistake(
        lambda x, weights, bias, activation: activation(x * weights + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. `*` multiplies number by "
        "number, each with the one at the same place, and adds nothing up. Which sign multiplies rows by columns?",
    ),
    "bias_added_to_the_inputs": Mistake(
        lambda x, weights, bias, activation: activation((x + bias) @ weights),
        _SQUARE
        + "The bias is added to the *inputs*, before they are multiplied. It is added after the products, one for each "
        "neuron.",
    ),
    "multiplied_and_all_added": Mistake(
        lambda x, weights, bias, activation: activation((x * weights).sum() + bias),
        _SQUARE
        + "`sum(x * weights)` was enough for one example and one neuron. Here it adds everything into one number, and "
        "both neurons get it. Which sign multiplies rows by columns?",
    ),
    "multiplied_and_added_down": Mistake(
        lambda x, weights, bias, activation: activation((x * weights).sum(axis=0) + bias),
        _SQUARE
        + "`x * weights` multiplies number by number, and `axis=0` adds the examples up. An example meets each column as "
        "a whole row: which sign does that?",
    ),
    "multiplied_and_added_along": Mistake(
        lambda x, weights, bias, activation: activation((x * weights).sum(axis=1) + bias),
        _SQUARE
        + "`x * weights` multiplies number by number: example 0 with *row* 0 of the weights and with nothing else. Each "
        "example meets every column: which sign does that?",
    ),
    "one_neuron_each": Mistake(
        lambda x, weights, bias, activation: activation((x * weights.T).sum(axis=1) + bias),
        _SQUARE
        + "Example 0 has gone through neuron 0 alone, example 1 through neuron 1. Each of them goes through every neuron.",
    ),
    "row_times_table": Mistake(
        lambda x, weights, bias, activation: activation(x * weights.sum(axis=0) + bias),
        _SQUARE
        + "`*` between a row and a table multiplies each *column* by one number of the row. Input 0 belongs to row 0 of "
        "the weights: which sign takes a row against a column?",
    ),
    "row_times_table_all_added": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights.sum(axis=0))[:, np.newaxis] + bias),
        _SQUARE
        + "For each example all products are added into *one* number, and every neuron gets it. A neuron has a column, "
        "and a sum, of its own.",
    ),
}
