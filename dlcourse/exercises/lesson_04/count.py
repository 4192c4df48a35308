"""Exercise 4.5, how many numbers a network has. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_04.checks import example_only
from dlcourse.exercises.lesson_04.count_mistakes import MISTAKES, counted, width_cases, widths_for_numbers

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
        "one_more_on_both_sides": [
            "def count_parameters(widths):\n    return sum((a + 1) * (b + 1) for a, b in zip(widths, widths[1:]))"
        ],
        "added_with_biases": [
            "def count_parameters(widths):\n    return sum(a + b + b for a, b in zip(widths, widths[1:]))"
        ],
        "widths_counted": ["def count_parameters(widths):\n    return len(widths)"],
        "every_pair_and_biases": [
            "def count_parameters(widths):\n    return sum(a * b + b for a in widths for b in widths)"
        ],
        "all_from_the_inputs": [
            "def count_parameters(widths):\n    total = 0\n    for w in widths[1:]:\n"
            "        total += widths[0] * w + w\n    return total"
        ],
        "one_too_many": [
            "def count_parameters(widths):\n    total = 1\n    for i in range(len(widths) - 1):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total"
        ],
        "one_more_a_layer": [
            "def count_parameters(widths):\n    return sum((a + 1) * b + 1 for a, b in zip(widths, widths[1:]))"
        ],
        "all_biases_in_each_round": [
            "def count_parameters(widths):\n    return sum(a * b + sum(widths[1:]) for a, b in zip(widths, widths[1:]))"
        ],
        "powers": [
            "def count_parameters(widths):\n    return sum(a ** b + b for a, b in zip(widths, widths[1:]))"
        ],
        "everything_in_with_everything_out": [
            "def count_parameters(widths):\n    return sum(a * b + b for a in widths[:-1] for b in widths[1:])"
        ],
        "two_numbers": [
            "def count_parameters(widths):\n    return sum(a * b for a, b in zip(widths, widths[1:])), sum(widths[1:])"
        ],
        "widths_for_numbers": [
            "def count_parameters(widths):\n    total = 0\n    for i in widths:\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total",
            "def count_parameters(widths):\n    total = 0\n    for i in widths:\n"
            "        total += widths[i] * widths[i + 1]\n    return total",
        ],
        "three_widths_only": [
            "def count_parameters(widths):\n    a, b, c = widths\n    return a * b + b + b * c + c",
            "def count_parameters(widths):\n    return widths[0] * widths[1] + widths[1] + widths[1] * widths[2] + widths[2]",
        ],
        "raised": [
            "def count_parameters(widths):\n    total = 0\n    for i in range(len(widths)):\n"
            "        total += widths[i] * widths[i + 1] + widths[i + 1]\n    return total",
            "def count_parameters(widths):\n    return widths.size",
        ],
        "returns_none": [
            "def count_parameters(widths):\n    total = 0\n    for a, b in zip(widths, widths[1:]):\n        total += a * b + b"
        ],
        "always_the_same": ["def count_parameters(widths):\n    return 11"],
        "wrong_value": [
            "def count_parameters(widths):\n    return sum(a * b + b for a, b in zip(widths, widths[1:])) - 5"
        ],
    },
    check=widths_for_numbers(
        example_only(
            function_check(
                counted,
                arguments=("widths",),
                cases=width_cases,
                mistakes=MISTAKES,
                success="(784 + 1) · 16 + (16 + 1) · 10 = 12,730: nearly all of them sit where the pixels come in.",
            ),
            [([3, 2, 1],), ([784, 16, 10],)],
            counted,
            "three_widths_only",
            "For `widths = [3, 2, 1]` you are right, 11, and for any other three. But a list may have two widths in it, or five. How "
            "do you go through a list without knowing how long it is?",
        )
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
