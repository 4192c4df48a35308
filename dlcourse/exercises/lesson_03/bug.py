"""Exercise 3.6: a sigmoid's slope with a bug. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_03.bug_mistakes import MISTAKES
from dlcourse.exercises.lesson_03.errors import (
    CARET,
    IF_ON_A_ROW,
    MATH_FOR_NUMPY,
    NUMPY,
    NUMPY_FORGOTTEN,
    told_by_line,
)
from dlcourse.exercises.lesson_03.proportion import in_proportion
from dlcourse.exercises.lesson_03.sigmoid_mistakes import any_size, squashed_slope

FIND_THE_BUG = Exercise(
    id="3.6",
    title="A slope below zero",
    kind="bug",
    starter="""
        def sigmoid_slope(z):
            return z * (1 - z)
    """,
    setup=NUMPY,
    right=(
        """
        def sigmoid_slope(z):
            activation = scratch.sigmoid(z)
            return activation * (1 - activation)
        """,
        """
        def sigmoid_slope(z):
            s = 1 / (1 + np.exp(-z))
            return s - s ** 2
        """,
        """
        def sigmoid_slope(z):
            return (scratch.sigmoid(z + 0.0001) - scratch.sigmoid(z - 0.0001)) / 0.0002
        """,
        """
        def sigmoid_slope(z):
            e = np.exp(-abs(z))
            return e / (1 + e) ** 2
        """,
        """
        def sigmoid_slope(z):
            return scratch.sigmoid(z) * scratch.sigmoid(-z)
        """,
        "def sigmoid_slope(z):\n    return scratch.slope('sigmoid', z)",
        "def sigmoid_slope(z):\n    return np.exp(-z) / (1 + np.exp(-z)) ** 2",
        "def sigmoid_slope(z):\n    return np.exp(z) / (1 + np.exp(z)) ** 2",
    ),
    wrong={
        "not_divided_small": [
            "def sigmoid_slope(z):\n    return scratch.sigmoid(z + 0.00001) - scratch.sigmoid(z)"
        ],
        "nudge_of_a_tenth": [
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 0.1) - scratch.sigmoid(z)) / 0.1"
        ],
        "nudge_of_a_hundredth": [
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 0.01) - scratch.sigmoid(z)) / 0.01"
        ],
        "upside_down": [
            "def sigmoid_slope(z):\n    return 0.00001 / (scratch.sigmoid(z + 0.00001) - scratch.sigmoid(z))"
        ],
        "brackets_of_difference": [
            "def sigmoid_slope(z):\n    return scratch.sigmoid(z + 0.00001) - scratch.sigmoid(z) / 0.00001"
        ],
        "sigmoid_of_the_rest": [
            "def sigmoid_slope(z):\n    return scratch.sigmoid(z) * scratch.sigmoid(1 - z)"
        ],
        "first_only": [
            "def sigmoid_slope(z):\n    for number in z:\n        a = scratch.sigmoid(number)\n        return a * (1 - a)"
        ],
        "squared": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z) ** 2"],
        "z_less_activation": ["def sigmoid_slope(z):\n    a = scratch.sigmoid(z)\n    return a * (z - a)"],
        "plus_of_z": ["def sigmoid_slope(z):\n    return z * (1 + z)"],
        "caret": ["def sigmoid_slope(z):\n    a = scratch.sigmoid(z)\n    return a - a ^ 2"],
        "numpy_forgotten": ["def sigmoid_slope(z):\n    a = 1 / (1 + exp(-z))\n    return a * (1 - a)"],
        "still_z": [
            "def sigmoid_slope(z):\n    return z - z * z",
            "def sigmoid_slope(z):\n    slope = z * (1 - z)\n    return slope",
        ],
        "sigmoid_twice": [
            """
            def sigmoid_slope(z):
                z = scratch.sigmoid(z)
                return scratch.sigmoid(z) * (1 - scratch.sigmoid(z))
            """
        ],
        "sigmoid_of_the_formula": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z * (1 - z))"],
        "second_still_z": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z) * (1 - z)"],
        "first_still_z": ["def sigmoid_slope(z):\n    return z * (1 - scratch.sigmoid(z))"],
        "sign_of_z": ["def sigmoid_slope(z):\n    return z * (z - 1)"],
        "size_of_z": ["def sigmoid_slope(z):\n    return abs(z) * (1 - abs(z))"],
        "tanh_of_z": ["def sigmoid_slope(z):\n    return 1 - z ** 2"],
        "tanh_inside": [
            "def sigmoid_slope(z):\n    activation = np.tanh(z)\n    return activation * (1 - activation)"
        ],
        "nudge_of_one": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z + 1) - scratch.sigmoid(z)"],
        "z_too_many": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return z * s * (1 - s)"],
        "value_for_slope": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z)"],
        "rest_alone": ["def sigmoid_slope(z):\n    return 1 - scratch.sigmoid(z)"],
        "brackets": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s * 1 - s"],
        "plus": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s * (1 + s)"],
        "tanh_slope": [
            "def sigmoid_slope(z):\n    return 1 - np.tanh(z) ** 2",
        ],
        "tanh_formula": ["def sigmoid_slope(z):\n    return 1 - scratch.sigmoid(z) ** 2"],
        "absolute": ["def sigmoid_slope(z):\n    return abs(z * (1 - z))"],
        "cut_off": ["def sigmoid_slope(z):\n    return np.maximum(0, z * (1 - z))"],
        "sign_exchanged": [
            "def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s * (s - 1)",
            "def sigmoid_slope(z):\n    s = 1 / (1 + np.exp(-z))\n    return -s * (1 - s)",
        ],
        "square_forgotten": ["def sigmoid_slope(z):\n    return np.exp(-abs(z)) / (1 + np.exp(-abs(z)))"],
        "not_divided": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z + 0.001) - scratch.sigmoid(z)"],
        "if_on_a_row": ["def sigmoid_slope(z):\n    if z < 0:\n        return 0\n    return z * (1 - z)"],
        "math_for_numpy": [
            "import math\n\ndef sigmoid_slope(z):\n    s = 1 / (1 + math.exp(-z))\n    return s * (1 - s)"
        ],
        "returns_none": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    s * (1 - s)"],
        "raised": ["def sigmoid_slope(z):\n    return activation * (1 - activation)"],
        "wrong_arguments": ["def sigmoid_slope():\n    return 0.25"],
        "not_a_function": ["sigmoid_slope = 0.25"],
        "in_proportion": [
            "def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return 2 * s * (1 - s)",
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 0.001) - scratch.sigmoid(z - 0.001)) / 0.001",
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 0.001) - scratch.sigmoid(z)) * 0.001",
            "def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return 4 * s * (1 - s)",
        ],
        "nudge_of_a_half": [
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 0.5) - scratch.sigmoid(z)) / 0.5"
        ],
        "two_nudges_of_one": [
            "def sigmoid_slope(z):\n    return (scratch.sigmoid(z + 1) - scratch.sigmoid(z - 1)) / 2"
        ],
        "rest_squared": ["def sigmoid_slope(z):\n    return (1 - scratch.sigmoid(z)) ** 2"],
        "divided_by_rest": ["def sigmoid_slope(z):\n    a = scratch.sigmoid(z)\n    return a / (1 - a)"],
        "rest_taken_away": ["def sigmoid_slope(z):\n    a = scratch.sigmoid(z)\n    return a - (1 - a)"],
        "only_nudged": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z + 0.00001) / 0.00001"],
        "quarter_everywhere": ["def sigmoid_slope(z):\n    return 0.25 + 0 * z"],
        "rounded": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return (s * (1 - s)).round(2)"],
        "square_in_second": [
            "def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s * (1 - s ** 2)"
        ],
        "added": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s + (1 - s)"],
        "rest_of_z": ["def sigmoid_slope(z):\n    return 1 - z"],
        "wrong_value": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return s * (1 - s) ** 2"],
    },
    check=told_by_line(
        in_proportion(
            function_check(
                squashed_slope,
                arguments=("z",),
                cases=any_size,
                rtol=1e-3,
                mistakes=MISTAKES,
                success="Never below 0, and never above a quarter. Remember the quarter.",
            ),
            squashed_slope,
            ("z",),
            [(np.array([0.0, 1.0]),), (np.array([-2.0, 0.5]),)],
        ),
        {
            "math_for_numpy": MATH_FOR_NUMPY,
            "if_on_a_row": IF_ON_A_ROW,
            "caret": CARET,
            "numpy_forgotten": NUMPY_FORGOTTEN,
        },
    ),
    equivalent={},
    hints=(
        "Measure it as the lesson did: `(scratch.sigmoid(2 + 0.00001) - scratch.sigmoid(2)) / 0.00001`. What does the function say for "
        "z = 2?",
        "The rule speaks of the activation, what comes *out* of the sigmoid. What goes into the formula here?",
        "def sigmoid_slope(z):\n    activation = scratch.sigmoid(___)\n    return activation * (1 - ___)",
    ),
)
