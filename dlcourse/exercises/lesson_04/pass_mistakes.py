"""Exercise 4.4: mistakes in the activations, the biases and the loop, and what to say about them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_04.checks import Network, relu, sigmoid, softmax, tanh
from dlcourse.exercises.lesson_04.pass_cases import passed


def _same(z: np.ndarray) -> np.ndarray:
    return z


def _bias_behind(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x @ weights) + bias
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def _only(x: np.ndarray, network: Network, activation: Callable) -> np.ndarray:
    for weights, bias in network:
        x = activation(x @ weights + bias)
    return x


def _all(x: np.ndarray, network: Network) -> tuple:
    hidden = (_only(x, network[:i], relu) for i in range(1, len(network)))
    return (*hidden, passed(x, network))


def _divided(z: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):  # a total of 0
        return z / z.sum(axis=1, keepdims=True)


def _twice(z: np.ndarray) -> np.ndarray:
    return softmax(softmax(z))


def _late(x: np.ndarray, network: Network) -> np.ndarray:
    for number, (weights, bias) in enumerate(network):
        x = x @ weights + bias
        x = relu(x) if number else x
    return softmax(x)


def _apart(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x @ weights) + relu(bias)
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def _first_bent(x: np.ndarray, network: Network) -> np.ndarray:
    return _only(relu(x @ network[0][0] + network[0][1]), network[1:], softmax)


_EXPECTED = "For x = {x} you return {got}; {expected} is expected. "
PASSES = {
    "softmax_forgotten": Mistake(
        lambda x, network: passed(x, network, last=_same),
        "For x = {x} you return {got}: the sums of the last layer. All layers are right; but these are no shares yet. "
        "What turns a row of sums into shares that add up to 1?",
    ),
    "softmax_twice": Mistake(
        lambda x, network: passed(x, network, last=_twice),
        "For x = {x} you return {got}; {expected} is expected. Each row adds up to 1, but the shares are nearly alike: that "
        "is the softmax of a softmax. What comes out of it once is final.",
    ),
    "relu_at_the_last_too": Mistake(
        lambda x, network: passed(x, network, last=lambda z: softmax(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. Before the softmax, the last layer's sums went through relu as well, "
        "and those below 0 were lost. relu stands *between* layers; the last one has softmax alone.",
    ),
    "relu_for_softmax": Mistake(
        lambda x, network: passed(x, network, last=relu),
        "For x = {x} you return {got}: relu after every layer, the last included. The last has softmax in its place.",
    ),
    "softmax_everywhere": Mistake(
        lambda x, network: passed(x, network, hidden=softmax),
        "For x = {x} you return {got}; {expected} is expected. softmax stands after *every* layer of yours. It belongs "
        "to the last one; relu stands between the layers.",
    ),
    "activations_exchanged": Mistake(
        lambda x, network: passed(x, network, hidden=softmax, last=relu),
        "For x = {x} you return {got}; {expected} is expected. Your activations have changed places: relu belongs between the "
        "layers, softmax at the end.",
    ),
    "softmax_before_the_sum": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu)) @ network[-1][0] + network[-1][1],
        "For x = {x} you return {got}; {expected} is expected. softmax is applied to what goes *into* the last layer. It comes "
        "after that layer's sum. Look at the brackets.",
    ),
    "bias_behind_softmax": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu) @ network[-1][0]) + network[-1][1],
        "For x = {x} you return {got}; {expected} is expected. The last bias is added *behind* softmax. It belongs to the sum "
        "inside: look at the brackets.",
    ),
    "divided_by_the_sum": Mistake(
        lambda x, network: passed(x, network, last=_divided),
        "For x = {x} you return {got}. Each row adds up to 1, but no share may be below 0 or above 1: the sums are divided "
        "by their total as they are. softmax takes e to their power first.",
    ),
    "relu_and_divided": Mistake(
        lambda x, network: passed(x, network, last=lambda z: _divided(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. The last layer has relu, and then a division by the total. "
        "softmax stands in place of both.",
    ),
    "relu_and_softmax_twice": Mistake(
        lambda x, network: passed(x, network, last=lambda z: _twice(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. At the end there are three activations: relu, softmax, and softmax "
        "again. The last layer has softmax alone, once.",
    ),
    "relu_one_too_late": Mistake(
        _late,
        "For x = {x} you return {got}; {expected} is expected. Your first layer has no relu, and the last has one it should not "
        "have. relu stands behind every layer *except the last*: where does your counting begin?",
    ),
    "relu_only_at_the_end": Mistake(
        lambda x, network: passed(x, network, hidden=_same, last=relu),
        "For x = {x} you return {got}: relu once, at the very end, and nothing between the layers. It belongs between them, and "
        "softmax at the end. Is the relu line inside the loop?",
    ),
    "input_activated": Mistake(
        lambda x, network: passed(relu(x), network),
        "For x = {x} you return {got}; {expected} is expected. relu is applied to the examples before the first layer, and what "
        "is below 0 in them is lost. It comes after a layer's sum.",
    ),
    "relu_of_each_part": Mistake(
        _apart,
        "For x = {x} you return {got}; {expected} is expected. relu is applied to the products and to the bias apart. First "
        "add them, then comes relu, once.",
    ),
    "rounded": Mistake(
        lambda x, network: passed(x, network).round(),
        "For x = {x} you return {got}: the shares, rounded to whole numbers. Return them as they are.",
    ),
    "first_layer_relu_softmax": Mistake(
        lambda x, network: softmax(relu(x @ network[0][0] + network[0][1])),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: relu and softmax of the first "
            "layer alone. Does a `return` stand inside the loop?"
        ),
    ),
    "no_activation_between": Mistake(
        lambda x, network: passed(x, network, hidden=_same),
        "For x = {x} you return {got}; {expected} is expected. Nothing stands between your layers: the sums of one go into "
        "the next as they are, and then, as in lesson 3, two layers are no more than one. relu belongs there.",
    ),
    "linear_all_the_way": Mistake(
        lambda x, network: passed(x, network, hidden=_same, last=_same),
        "For x = {x} you return {got}: weighted sums of weighted sums. Both activations are missing: relu between the "
        "layers, softmax at the end.",
    ),
    "sigmoid_between": Mistake(
        lambda x, network: passed(x, network, hidden=sigmoid),
        "For x = {x} you return {got}: the hidden layers have sigmoid. relu is asked.",
    ),
    "tanh_between": Mistake(
        lambda x, network: passed(x, network, hidden=tanh),
        "For x = {x} you return {got}: the hidden layers have tanh. relu is asked.",
    ),
    "sigmoid_at_the_end": Mistake(
        lambda x, network: passed(x, network, last=sigmoid),
        "For x = {x} you return {got}. Your last layer has sigmoid: a number between 0 and 1 for each class, but the row "
        "does not add up to 1. These classes exclude each other: softmax.",
    ),
    "softmax_over_the_batch": Mistake(
        lambda x, network: passed(x, network, last=lambda z: softmax(z, axis=0)),
        "For x = {x} you return {got}. Your *columns* add up to 1: the softmax ran over the examples (`axis=0`). The "
        "shares of one example stand in a row.",
    ),
    "softmax_over_everything": Mistake(
        lambda x, network: passed(x, network, last=lambda z: np.exp(z) / np.exp(z).sum()),
        "For x = {x} you return {got}. Everything together adds up to 1; each *row* should. In a softmax of your own "
        "the sum needs `axis=1, keepdims=True`; the one you have imported does it.",
    ),
    "bias_forgotten": Mistake(
        lambda x, network: passed(x, network, bias=0),
        "For x = {x} you return {got}: what comes out with all biases 0. Each layer brings its own.",
    ),
    "last_bias_forgotten": Mistake(
        lambda x, network: passed(x, [*network[:-1], (network[-1][0], 0 * network[-1][1])]),
        "For x = {x} you return {got}; {expected} is expected. The bias of the last layer is missing.",
    ),
    "bias_behind_relu": Mistake(
        _bias_behind,
        "For x = {x} you return {got}; {expected} is expected. In your hidden layers the bias is added *behind* relu. It "
        "belongs to the sum, which then goes through relu as a whole.",
    ),
    "last_layer_left_out": Mistake(
        lambda x, network: _only(x, network[:-1], relu),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return the shape {np.shape(seen.got)}: what comes "
            "out of the last *hidden* layer. One layer is still to come, with softmax."
        ),
    ),
    "last_layer_left_out_softmax": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu)),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return the shape {np.shape(seen.got)}: the softmax of "
            "the last *hidden* layer's outputs. The last layer's weights and bias are still to come."
        ),
    ),
    "first_layer_softmax": Mistake(
        lambda x, network: softmax(x @ network[0][0] + network[0][1]),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: the softmax of the first "
            "layer's sums. All layers should have their turn."
        ),
    ),
    "two_layers_only": Mistake(
        lambda x, network: passed(x, network[:2] if len(network) > 1 else [*network, *network]),
        lambda seen: (
            f"With two layers you are right. But a network of {len(seen.inputs['network'])} layers gets the shape "
            f"{np.shape(seen.got)} from you: any number of layers is asked, so go through the list in a loop."
        ),
    ),
    "answers_for_shares": Mistake(
        lambda x, network: passed(x, network).argmax(axis=1),
        "For x = {x} you return {got}: the class with the largest share. Asked are the shares themselves, a row for each "
        "example.",
    ),
    "first_example_only": Mistake(
        lambda x, network: passed(x, network)[0],
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the first example's. A row for each "
            "example is asked."
        ),
    ),
    "first_row_only": Mistake(
        lambda x, network: passed(x[:1], network),
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the first example's. Does a loop "
            "return before it has seen the others?"
        ),
    ),
    "last_example_only": Mistake(
        lambda x, network: passed(x, network)[-1],
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the last example's. What keeps those "
            "before it?"
        ),
    ),
    "every_layer": Mistake(
        _all,
        "You return the outputs of every layer, one after the other. Asked is what comes out of the last one.",
    ),
    "turned": Mistake(
        lambda x, network: passed(x, network).T,
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return the shape {np.shape(seen.got)}: rows and columns are exchanged. "
            "Each example should keep its row."
        ),
    ),
    "hidden_bias_forgotten": Mistake(
        lambda x, network: passed(x, [*((w, 0 * b) for w, b in network[:-1]), network[-1]]),
        _EXPECTED + "The last layer has its bias; the ones before it have lost theirs.",
    ),
    "bias_subtracted": Mistake(
        lambda x, network: passed(x, network, bias=-1),
        _EXPECTED + "The biases are taken away. They are added.",
    ),
    "both_in_every_layer": Mistake(
        lambda x, network: _only(x, network, lambda z: softmax(relu(z))),
        _EXPECTED
        + "Every layer of yours has relu *and* softmax. Each has one of them: which of the two, and when?",
    ),
    "relu_for_the_first_only": Mistake(
        _first_bent,
        _EXPECTED
        + "Your first layer has relu and every other softmax. softmax belongs to the *last* one alone: how does your loop "
        "know that it is there?",
    ),
    "softmax_one_too_early": Mistake(
        lambda x, network: _only(_only(x, network[:-2], relu), network[-2:], softmax),
        _EXPECTED
        + "softmax begins one layer too early: the last two of yours have it. What is the number of the last layer, "
        "counted from 0?",
    ),
    "rounded_to_places": Mistake(
        lambda x, network: passed(x, network).round(2),
        "For x = {x} you return {got}: the shares, rounded to two places. Return them as they are.",
    ),
    "largest_share": Mistake(
        lambda x, network: passed(x, network).max(axis=1),
        "For x = {x} you return {got}: of each example the largest share. Asked are all of them, a row for each example.",
    ),
    "powers_only": Mistake(
        lambda x, network: passed(x, network, last=np.exp),
        "For x = {x} you return {got}: e to the power of each sum. That is half of softmax: do these rows add up to 1?",
    ),
}
