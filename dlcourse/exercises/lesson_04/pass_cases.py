"""Exercise 4.4: the reference, what it is tried on, and the mistakes that show where all widths are alike or many."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_04.checks import Network, linear, random_network, relu, softmax


def passed(
    x: np.ndarray,
    network: Network,
    hidden: Callable = relu,
    last: Callable = softmax,
    *,
    bias: float = 1.0,
) -> np.ndarray:
    """The reference of exercise 4.4, with room for mistakes: other activations, no bias."""
    for weights, own in network[:-1]:
        x = hidden(x @ weights + bias * own)
    weights, own = network[-1]
    return last(x @ weights + bias * own)


def _each_from_x(x: np.ndarray, network: Network) -> np.ndarray:
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def _weights_first(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(weights @ x + bias)
    weights, bias = network[-1]
    return softmax(weights @ x + bias)


def _by_place(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x * weights + bias)
    weights, bias = network[-1]
    return softmax(x * weights + bias)


def _through_all(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network:
        x = relu(x @ weights + bias)
    return x


def _biases_behind(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x @ weights) + bias
    weights, bias = network[-1]
    return softmax(x @ weights) + bias


def square_network_cases(rng: np.random.Generator) -> list[tuple]:
    """All widths alike, and as many examples: here wrong orders of rows, columns and layers run, too."""
    small = [
        (np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([0.0, 1.0])),
        (np.array([[0.0, 1.0], [-1.0, 1.0]]), np.array([1.0, 0.0])),
    ]
    x = np.array([[1.0, 0.0], [0.0, 1.0]])
    return [
        (x, small),
        *((random_network(rng, [n, n])[0][0], random_network(rng, [n] * 4)) for n in (2, 3, 4)),
    ]


def network_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples through 2-3-2 with a hidden sum below 0; deeper; no hidden layer at all; a batch of one."""
    first = (np.array([[1.0, -1.0, 0.0], [1.0, 0.0, -1.0]]), np.array([0.0, 0.5, 1.0]))
    second = (np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -1.0]]), np.array([-1.0, 0.0]))
    x = np.array([[1.0, 0.0], [-1.0, 2.0]])
    cases = [(x, [first, second])]
    for examples, widths in (
        (3, [2, 4, 3]),
        (1, [3, 5, 4, 2]),
        (4, [3, 3]),
        (5, [4, 3, 3, 3, 5]),
        (2, [2, 6, 3]),
    ):
        network = random_network(rng, widths)
        cases.append((rng.integers(-4, 5, size=(examples, widths[0])) / 2, network))
    return cases


def deep_cases(rng: np.random.Generator) -> list[tuple]:
    """Of the cases above those with two layers or more."""
    return [case for case in network_cases(rng) if len(case[1]) > 1]


def two_layers(rng: np.random.Generator) -> list[tuple]:
    """Of the cases above those with exactly two."""
    return [case for case in network_cases(rng) if len(case[1]) == 2]


TURNED = {
    "weights_transposed": Mistake(
        lambda x, network: passed(x, [(w.T, b) for w, b in network]),
        "For x = {x} you return {got}. That is what comes out with `weights.T`, which takes the *rows* of the weights for "
        "neurons. A neuron is a column: `x @ weights`.",
    ),
    "bias_on_the_wrong_axis": Mistake(
        lambda x, network: passed(x, [(w, b.reshape(-1, 1)) for w, b in network]),
        "For x = {x} you return {got}. The first bias goes to all numbers of the first *example*. It belongs to the first "
        "neuron, a column: leave the bias the row that it is.",
    ),
    "weights_first": Mistake(
        lambda x, network: _weights_first(x, network),
        "For x = {x} you return {got}. That is `weights @ x`. The rows of what stands on the *left* of `@` become the rows of "
        "the result, and these should be examples: `x @ weights`.",
    ),
    "first_layer_left_out": Mistake(
        lambda x, network: passed(x, network[1:]),
        "For x = {x} you return {got}: what comes out when the first layer is left out. `network[0]` is a layer with weights, "
        "too; the inputs are not in the list.",
    ),
    "result_dropped": Mistake(
        lambda x, network: softmax(x),
        "For x = {x} you return {got}: the softmax of the examples, as if there were no layers. Your loop computes something and "
        "does not keep it: what comes out of a layer needs a name.",
    ),
    "hidden_layers_from_x": Mistake(
        lambda x, network: passed(x, network[-2:]),
        "With two layers you are right. With three, for x = {x}, you return {got}: your loop feeds each hidden layer with the "
        "examples themselves, and only the last one counts. Each layer gets what the one *before* it has made.",
    ),
    "layers_reversed": Mistake(
        lambda x, network: passed(x, network[::-1]),
        "For x = {x} you return {got}. You go through the layers from the last to the first. The examples enter the first.",
    ),
    "each_layer_from_x": Mistake(
        _each_from_x,
        "For x = {x} you return {got}: the last layer fed with the examples themselves. Each layer gets what the one *before* "
        "it has made. Does your loop keep that under the name it reads from?",
    ),
    "last_layer_not_fetched": Mistake(
        lambda x, network: passed(x, [*network[:-1], network[-2]]),
        "For x = {x} you return {got}. The last layer of yours has the weights of the one *before* it: after a loop its names still "
        "hold what its last round gave them. Where do the last layer's weights come from?",
    ),
    "multiplied_by_place": Mistake(
        _by_place,
        "For x = {x} you return {got}. `*` multiplies number by number, each with the one at the same place, and adds nothing up. "
        "Which sign multiplies rows by columns?",
    ),
    "last_layer_twice": Mistake(
        lambda x, network: softmax(_through_all(x, network) @ network[-1][0] + network[-1][1]),
        "For x = {x} you return {got}. Your loop goes through *all* layers, and behind it the last comes once more, with softmax. "
        "Which layers should the loop leave out?",
    ),
    "next_to_last_left_out": Mistake(
        lambda x, network: passed(x, [*network[:-2], network[-1]]),
        "For x = {x}, with a network of three layers, you return {got}: the last layer but one is left out. Where does `[:-2]` end, "
        "or your counting?",
    ),
    "first_out_last_twice": Mistake(
        lambda x, network: passed(x, [*network[1:], network[-1]]),
        "For x = {x} you return {got}. The first layer is left out, and the last comes twice, with relu and with softmax: "
        "`network[1:]` is all but the *first*.",
    ),
    "shares_divided_by_a_row": Mistake(
        lambda x, network: passed(x, network, last=lambda z: np.exp(z) / np.exp(z).sum(axis=1)),
        "For x = {x} you return {got}, and the first row does not add up to 1. The sums of the rows lie in a row themselves, so "
        "broadcasting divides each *column* by one of them. How do they become a column? Or which function does all this for you?",
    ),
}

DEEP = {
    "returned_in_the_loop": Mistake(
        lambda x, network: relu(x @ network[0][0] + network[0][1]),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: what comes out of the first. "
            "Does your loop `return` before it has gone through all of them?"
        ),
    ),
    "both_between": Mistake(
        lambda x, network: passed(x, network, hidden=lambda z: softmax(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. "
        "Your hidden layers have relu *and* softmax. They have relu alone; softmax belongs to the last layer.",
    ),
    "relu_once_at_the_end": Mistake(
        lambda x, network: passed(x, network, hidden=linear, last=lambda z: softmax(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. "
        "relu comes once, before the softmax, and nothing stands between the layers. Is the relu line inside the loop?",
    ),
    "biases_behind_both": Mistake(
        _biases_behind,
        "For x = {x} you return {got}; {expected} is expected. "
        "Every bias of yours is added *behind* relu or softmax. It belongs to the sum inside: look at the brackets.",
    ),
}
