"""Exercise 4.5, how many numbers a network has. Declarations only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check, show

Widths = Sequence[int]


def counted(widths: Widths) -> int:
    """The reference of exercise 4.5."""
    return sum(a * b + b for a, b in pairwise(widths))


def width_cases(rng: np.random.Generator) -> list[tuple]:
    """The taxis' network; one layer; no two widths alike; one hidden layer and several."""
    fixed = [([3, 2, 1],), ([2, 1],), ([5, 7],), ([784, 16, 10],), ([4, 6, 5, 3],)]
    return [*fixed, *(([int(n) for n in rng.integers(2, 30, size=size)],) for size in (2, 3, 4, 5, 6))]


def _sum(widths: Widths, one: Callable[[int, int], int]) -> int:
    return sum(one(a, b) for a, b in pairwise(widths))


_FOR = "For widths = {widths} you return {got}. "
COUNT = Exercise(
    id="4.5",
    title="Count the parameters",
    kind="function",
    starter="""
        def count_parameters(widths):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def count_parameters(widths):
            total = 0
            for i in range(len(widths) - 1):
                total = total + widths[i] * widths[i + 1] + widths[i + 1]
            return total
        """,
        """
        def count_parameters(widths):
            return sum((inputs + 1) * units for inputs, units in zip(widths[:-1], widths[1:]))
        """,
        """
        def count_parameters(widths):
            widths = np.array(widths)
            return np.sum(widths[:-1] * widths[1:]) + np.sum(widths[1:])
        """,
        """
        def count_parameters(widths):
            before, total = widths[0], 0
            for units in widths[1:]:
                weights, bias = np.zeros((before, units)), np.zeros(units)
                total += weights.size + bias.size
                before = units
            return float(total)
        """,
        """
        def count_parameters(widths):
            if len(widths) < 2:
                return 0
            return widths[0] * widths[1] + widths[1] + count_parameters(widths[1:])
        """,
    ),
    wrong={
        "bias_missing": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:]))",
            "def count_parameters(widths):\n    total = 0\n    for i in range(len(widths) - 1):\n"
            "        total += widths[i] * widths[i + 1]\n    return total",
        ],
        "bias_per_weight": [
            "def count_parameters(widths):\n    return sum(2 * a * b for a, b in zip(widths, widths[1:]))"
        ],
        "bias_per_input": [
            "def count_parameters(widths):\n    return sum(a * b + a for a, b in zip(widths, widths[1:]))"
        ],
        "bias_on_both_sides": [
            "def count_parameters(widths):\n    return sum(a * b + a + b for a, b in zip(widths, widths[1:]))"
        ],
        "one_bias_a_layer": [
            "def count_parameters(widths):\n    return sum(a * b + 1 for a, b in zip(widths, widths[1:]))"
        ],
        "one_bias_in_all": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])) + 1"
        ],
        "last_bias_only": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])) + widths[-1]"
        ],
        "hidden_bias_only": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])) + sum(widths[1:-1])"
        ],
        "product_of_all": [
            "def count_parameters(widths):\n    return int(np.prod(widths))",
            "def count_parameters(widths):\n    total = 1\n    for w in widths:\n        total *= w\n    return total",
        ],
        "product_and_biases": [
            "def count_parameters(widths):\n    return int(np.prod(widths)) + sum(widths[1:])"
        ],
        "sum_of_widths": ["def count_parameters(widths):\n    return sum(widths)"],
        "neurons_counted": ["def count_parameters(widths):\n    return sum(widths[1:])"],
        "added_not_multiplied": [
            "def count_parameters(widths):\n    return sum(a + b for a, b in zip(widths, widths[1:]))"
        ],
        "each_with_itself": ["def count_parameters(widths):\n    return sum(w * w + w for w in widths)"],
        "input_straight_to_output": [
            "def count_parameters(widths):\n    return widths[0] * widths[-1] + widths[-1]"
        ],
        "every_pair": [
            "def count_parameters(widths):\n    return sum(a * b for a in widths for b in widths)"
        ],
        "every_second_pair": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(0, len(widths) - 1, 2):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total"
        ],
        "sums_multiplied": ["def count_parameters(widths):\n    return sum(widths[:-1]) * sum(widths[1:])"],
        "layers_multiplied": [
            "def count_parameters(widths):\n    total = 1\n    for a, b in zip(widths, widths[1:]):\n"
            "        total *= a * b + b\n    return total"
        ],
        "one_bias_a_column": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])) + len(widths)"
        ],
        "round_in_a_circle": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(len(widths)):\n"
            "        total += widths[i - 1] * widths[i] + widths[i]\n    return total"
        ],
        "first_layer_only": [
            "def count_parameters(widths):\n    return widths[0] * widths[1] + widths[1]",
            "def count_parameters(widths):\n    for a, b in zip(widths, widths[1:]):\n        return a * b + b",
        ],
        "last_layer_only": [
            "def count_parameters(widths):\n    for a, b in zip(widths, widths[1:]):\n        total = a * b + b\n    return total"
        ],
        "last_layer_missing": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(len(widths) - 2):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total"
        ],
        "first_layer_missing": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(1, len(widths) - 1):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total"
        ],
        "inputs_counted": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])) + sum(widths)",
            "def count_parameters(widths):\n    total = widths[0]\n    for i in range(len(widths) - 1):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total",
        ],
        "two_layers_only": [
            "def count_parameters(widths):\n    a, b = widths[0], widths[1]\n    c = widths[2] if len(widths) > 2 else 0\n"
            "    return a * b + b + b * c + c"
        ],
        "list_of_layers": [
            "def count_parameters(widths):\n    return [a * b + b for a, b in zip(widths, widths[1:])]"
        ],
        "raised": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(len(widths)):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total",
            "def count_parameters(widths):\n    a, b, c = widths\n    return a * b + b + b * c + c",
        ],
        "returns_none": [
            "def count_parameters(widths):\n    total = 0\n    for a, b in zip(widths, widths[1:]):\n        total += a * b + b"
        ],
        "always_the_same": ["def count_parameters(widths):\n    return 11"],
        "wrong_value": [
            "def count_parameters(widths):\n    return sum(a * b + b for a, b in zip(widths, widths[1:])) - 1"
        ],
    },
    check=function_check(
        counted,
        arguments=("widths",),
        cases=width_cases,
        mistakes={
            "bias_missing": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b),
                _FOR
                + "These are the weights alone. What else does every neuron have, besides a weight for each input?",
            ),
            "bias_per_weight": Mistake(
                lambda widths: _sum(widths, lambda a, b: 2 * a * b),
                _FOR
                + "That counts a bias for every *weight*. A neuron adds one number, after all its products.",
            ),
            "bias_per_input": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b + a),
                _FOR
                + "That counts a bias for each number that goes *into* a layer. Each neuron has one, so as many as come out.",
            ),
            "bias_on_both_sides": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b + a + b),
                _FOR
                + "That counts biases on both sides of the weights: for what goes in and for what comes out. Only neurons have "
                "one, and each only once.",
            ),
            "one_bias_a_layer": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b + 1),
                _FOR + "That counts one bias for each *layer*. Each neuron has its own.",
            ),
            "one_bias_in_all": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b) + 1,
                _FOR + "That counts one bias in the whole network. Each neuron has its own.",
            ),
            "last_bias_only": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b) + widths[-1],
                _FOR
                + "The weights are right, and so are the biases of the last layer. The hidden neurons have some, too.",
            ),
            "hidden_bias_only": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b) + sum(widths[1:-1]),
                _FOR
                + "The weights are right, and so are the biases of the hidden neurons. Those of the last layer have some, too.",
            ),
            "product_of_all": Mistake(
                lambda widths: int(np.prod(widths)),
                _FOR
                + "That multiplies all widths. Weights join one layer with the *next* only; layer by layer they are "
                "added up.",
            ),
            "product_and_biases": Mistake(
                lambda widths: int(np.prod(widths)) + sum(widths[1:]),
                _FOR
                + "The biases are counted well; but all widths are multiplied. Weights join one layer with the *next* "
                "only; layer by layer they are added up.",
            ),
            "sum_of_widths": Mistake(
                sum,
                _FOR
                + "That adds up the widths: it counts the circles of the drawing. Parameters are its lines, and one bias for "
                "each neuron.",
            ),
            "neurons_counted": Mistake(
                lambda widths: sum(widths[1:]),
                _FOR
                + "That counts the neurons, so it is the number of *biases*. The weights, one for each line of the "
                "drawing, are missing.",
            ),
            "added_not_multiplied": Mistake(
                lambda widths: _sum(widths, lambda a, b: a + b),
                _FOR
                + "Two widths that meet are added. But *each* input has a line to *each* neuron: 3 inputs and 2 neurons, "
                "how many lines?",
            ),
            "each_with_itself": Mistake(
                lambda widths: sum(w * w + w for w in widths),
                _FOR
                + "That multiplies each width by itself. Lines run from one layer to the *next*: 3 · 2, then 2 · 1.",
            ),
            "input_straight_to_output": Mistake(
                lambda widths: widths[0] * widths[-1] + widths[-1],
                _FOR
                + "That joins the inputs straight with the outputs, as if nothing stood between. What about the hidden "
                "layers?",
            ),
            "every_pair": Mistake(
                lambda widths: sum(a * b for a in widths for b in widths),
                _FOR
                + "That joins every layer with every other, itself included. Lines run only from one layer to the next.",
            ),
            "every_second_pair": Mistake(
                lambda widths: sum(
                    widths[i] * widths[i + 1] + widths[i + 1] for i in range(0, len(widths) - 1, 2)
                ),
                _FOR
                + "Your loop jumps in twos: the pair 3 and 2 is counted, the pair 2 and 1 is not. A hidden width "
                "belongs to two pairs: once as what comes out, once as what goes in.",
            ),
            "sums_multiplied": Mistake(
                lambda widths: sum(widths[:-1]) * sum(widths[1:]),
                _FOR
                + "The widths are added up first and then multiplied. Multiply for each pair of neighbours, then add.",
            ),
            "layers_multiplied": Mistake(
                lambda widths: int(np.prod([a * b + b for a, b in pairwise(widths)])),
                _FOR + "Each layer is right, but the layers are *multiplied*. Their numbers are added up.",
            ),
            "one_bias_a_column": Mistake(
                lambda widths: _sum(widths, lambda a, b: a * b) + len(widths),
                lambda seen: (
                    f"For widths = {show(seen.inputs['widths'])} you return {show(seen.got)}: the weights, and one bias for each "
                    "number in the list. Each *neuron* has its own, and the inputs have none."
                ),
            ),
            "round_in_a_circle": Mistake(
                lambda widths: sum(widths[i - 1] * widths[i] + widths[i] for i in range(len(widths))),
                _FOR
                + "Your loop begins with i = 0, and `widths[i - 1]` is then `widths[-1]`, the *last* width: the output "
                "got joined to the input.",
            ),
            "first_layer_only": Mistake(
                lambda widths: widths[0] * widths[1] + widths[1],
                _FOR
                + "That is the first layer. Does a `return` stand inside the loop, or is only the first pair counted?",
            ),
            "last_layer_only": Mistake(
                lambda widths: widths[-2] * widths[-1] + widths[-1],
                _FOR + "That is the last layer. What adds up the ones before it?",
            ),
            "last_layer_missing": Mistake(
                lambda widths: counted(widths[:-1]),
                _FOR + "The last layer is missing. How many pairs of neighbours are there among {widths}?",
            ),
            "first_layer_missing": Mistake(
                lambda widths: counted(widths[1:]),
                _FOR
                + "The first layer is missing: the weights between the inputs and what comes after them.",
            ),
            "inputs_counted": Mistake(
                lambda widths: counted(widths) + widths[0],
                lambda seen: (
                    f"For widths = {show(seen.inputs['widths'])} you return {show(seen.got)}: {seen.inputs['widths'][0]} too "
                    "many, as many as there are inputs. Inputs are given, other ones for every example; they are no "
                    "parameters and have no bias."
                ),
            ),
            "two_layers_only": Mistake(
                lambda widths: counted(widths[:3]),
                "With one or two layers you are right. For widths = {widths} you return {got}: the layers after the second "
                "are missing.",
            ),
            "list_of_layers": Mistake(
                lambda widths: [a * b + b for a, b in pairwise(widths)],
                _FOR + "Each layer is right; one number for the whole network is asked.",
            ),
        },
        success="(784 + 1) · 16 + (16 + 1) · 10 = 12,730: nearly all of them sit where the pixels come in.",
    ),
    equivalent={
        "zip(widths[:-1], widths[1:]) -> zip(widths[:], widths[1:])": "zip ends with the shorter one",
        **dict.fromkeys(
            (
                "(np.zeros((before, units)), np.zeros(units)) -> (np.ones((before, units)), np.zeros(units))",
                "(np.zeros((before, units)), np.zeros(units)) -> (np.zeros((before, units)), np.ones(units))",
            ),
            "other numbers, as many of them",
        ),
    },
    hints=(
        "Take the taxis' network on paper: 3 inputs, 2 hidden neurons, 1 output. How many lines has the drawing, and how "
        "many neurons?",
        "Between two neighbouring widths a and b there are a · b weights, and the b neurons have b biases. Go through all pairs of "
        "neighbours.",
        """
        def count_parameters(widths):
            total = 0
            for i in range(len(widths) - ___):
                total = total + widths[i] * ___ + ___
            return total
        """,
    ),
)
