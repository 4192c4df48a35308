"""Exercise 3.2: the bend. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_03.errors import (
    IF_ON_A_ROW,
    MAX_FOR_MAXIMUM,
    MAXIMUM_OF_ONE,
    NO_BRACKETS,
    NOT_IN_NUMPY,
    NUMPY,
    NUMPY_FORGOTTEN,
    PYTHON_MAX,
    WHERE_INCOMPLETE,
    by_hand,
    told_by_line,
)
from dlcourse.exercises.lesson_03.relu_mistakes import MISTAKES, bent, rows_of_numbers

RELU = Exercise(
    id="3.2",
    title="The bend",
    kind="function",
    starter="""
        def relu(z):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def relu(z):
            return np.maximum(0, z)
        """,
        """
        def relu(z):
            result = []
            for number in z:
                if number > 0:
                    result.append(number)
                else:
                    result.append(0)
            return result
        """,
        """
        def relu(z):
            return np.where(z > 0, z, 0)
        """,
        """
        def relu(z):
            return z * (z > 0)
        """,
        "relu = lambda z: (z + abs(z)) / 2",
        """
        def relu(z):
            result = z.copy()
            result[result < 0] = 0
            return result
        """,
        "def relu(z):\n    return [max(0, number) for number in z]",
        "def relu(z):\n    return np.clip(z, 0, None)",
    ),
    wrong={
        "borrowed": [
            "def relu(z):\n    return scratch.relu(z)",
            "def relu(z):\n    return [scratch.relu(number) for number in z]",
            "relu = scratch.relu",
        ],
        "all_or_nothing_row": [
            "def relu(z):\n    if z.all() > 0:\n        return z\n    return np.zeros(len(z))"
        ],
        "last_skipped": [
            """
            def relu(z):
                result = np.zeros(len(z))
                for i in range(len(z) - 1):
                    result[i] = max(0, z[i])
                return result
            """
        ],
        "first_below_only": [
            """
            def relu(z):
                for i in range(len(z)):
                    if z[i] < 0:
                        z[i] = 0
                        return z
            """
        ],
        "lifted": ["def relu(z):\n    return z - z.min()"],
        "rounded": ["def relu(z):\n    return np.round(np.maximum(0, z))"],
        "row_for_each": ["def relu(z):\n    return [np.maximum(0, z) for number in z]"],
        "where_incomplete": ["def relu(z):\n    return np.where(z > 0, z)"],
        "maximum_of_one": ["def relu(z):\n    return np.maximum(z)"],
        "not_in_numpy": ["def relu(z):\n    return np.relu(z)"],
        "leaky_fifth": ["relu = scratch.leaky_relu", "def relu(z):\n    return np.where(z > 0, z, z / 5)"],
        "whole_numbers": [
            "def relu(z):\n    return [int(max(0, number)) for number in z]",
            """
            def relu(z):
                result = np.zeros(len(z), dtype=int)
                for i in range(len(z)):
                    result[i] = max(0, z[i])
                return result
            """,
        ],
        "first_skipped": [
            """
            def relu(z):
                for i in range(1, len(z)):
                    if z[i] < 0:
                        z[i] = 0
                return z
            """
        ],
        "all_or_nothing": [
            "def relu(z):\n    if z.all() > 0:\n        return z\n    else:\n        return 0"
        ],
        "doubled": ["def relu(z):\n    return z + np.abs(z)"],
        "positions": ["def relu(z):\n    return [max(0, number) for number in range(len(z))]"],
        "numpy_forgotten": ["def relu(z):\n    return maximum(0, z)"],
        "no_brackets": ["def relu(z):\n    return np.maximum[0, z] * 1"],
        "absolute": ["def relu(z):\n    return abs(z)", "def relu(z):\n    return np.sqrt(z ** 2)"],
        "step": [
            "def relu(z):\n    return (z > 0).astype(int)",
            "def relu(z):\n    return z > 0",
            "def relu(z):\n    return np.where(z > 0, 1, 0)",
        ],
        "negatives_kept": [
            "def relu(z):\n    return np.minimum(0, z)",
            "def relu(z):\n    return np.where(z > 0, 0, z)",
        ],
        "negatives_dropped": [
            "def relu(z):\n    return z[z > 0]",
            "def relu(z):\n    return [number for number in z if number > 0]",
        ],
        "unchanged": [
            "def relu(z):\n    z[z < 0] == 0\n    return z",
            "def relu(z):\n    return z if z.any() > 0 else 0",
            "def relu(z):\n    return z",
            "def relu(z):\n    np.maximum(0, z)\n    return z",
        ],
        "mirrored": ["def relu(z):\n    return np.maximum(0, -z)"],
        "cut_at_one": ["def relu(z):\n    return np.clip(z, 0, 1)"],
        "cut_at_six": ["def relu(z):\n    return np.clip(z, 0, 6)"],
        "cut_to_whole": ["relu = np.vectorize(lambda number: max(0, number))"],
        "list_of_first": [
            """
            def relu(z):
                result = []
                for number in z:
                    result.append(max(0, number))
                    return result
            """
        ],
        "places": ["def relu(z):\n    return np.where(z > 0)"],
        "bend_at_one": ["def relu(z):\n    return np.where(z > 1, z, 0)"],
        "at_least_one": ["def relu(z):\n    return np.maximum(1, z)"],
        "minus_one": ["def relu(z):\n    return np.where(z > 0, z, -1)"],
        "leaky": ["def relu(z):\n    return np.where(z > 0, z, 0.01 * z)"],
        "leaky_more": ["def relu(z):\n    return np.maximum(0.1 * z, z)"],
        "largest_only": ["def relu(z):\n    return np.max(z, 0)", "def relu(z):\n    return max(z)"],
        "largest_cut": ["def relu(z):\n    return max(0, max(z))"],
        "summed": ["def relu(z):\n    return sum(np.maximum(0, z))"],
        "first_only": [
            """
            def relu(z):
                for number in z:
                    if number > 0:
                        return number
                    return 0
            """,
            "def relu(z):\n    return max(0, z[0])",
        ],
        "last_only": [
            """
            def relu(z):
                for number in z:
                    result = max(0, number)
                return result
            """
        ],
        "all_if_any": ["def relu(z):\n    if np.any(z > 0):\n        return z\n    return 0 * z"],
        "squared": ["def relu(z):\n    return np.maximum(0, z) ** 2"],
        "sigmoid": ["def relu(z):\n    return 1 / (1 + np.exp(-z))"],
        "tanh": ["def relu(z):\n    return np.tanh(z)"],
        "softplus": ["def relu(z):\n    return np.log(1 + np.exp(z))"],
        "max_for_maximum": [
            "def relu(z):\n    return np.max(0, z)",
            "def relu(z):\n    return np.max([0, z])",
        ],
        "python_max": ["def relu(z):\n    return max(0, z)", "def relu(z):\n    return max(0.0, z)"],
        "if_on_a_row": [
            "def relu(z):\n    if z > 0:\n        return z\n    else:\n        return 0",
            "def relu(z):\n    return z if z > 0 else 0",
        ],
        "returns_none": [
            "def relu(z):\n    print(np.maximum(0, z))",
            "def relu(z):\n    result = np.maximum(0, z)",
        ],
        "wrong_arguments": ["def relu():\n    return np.maximum(0, z)"],
        "not_a_function": ["relu = np.maximum(0, np.array([3.0, -2.0]))"],
        "raised": ["def relu(z):\n    return np.maximum(0, x)"],
        "wrong_value": ["def relu(z):\n    return np.maximum(-1, z)"],
    },
    check=told_by_line(
        by_hand(
            function_check(
                bent,
                arguments=("z",),
                cases=rows_of_numbers,
                mistakes=MISTAKES,
                success="That is the whole bend, and networks of millions of neurons get by with it.",
            ),
            "relu",
        ),
        {
            "max_for_maximum": MAX_FOR_MAXIMUM,
            "python_max": PYTHON_MAX,
            "numpy_forgotten": NUMPY_FORGOTTEN,
            "no_brackets": NO_BRACKETS,
            "where_incomplete": WHERE_INCOMPLETE,
            "maximum_of_one": MAXIMUM_OF_ONE,
            "not_in_numpy": NOT_IN_NUMPY,
            "if_on_a_row": IF_ON_A_ROW,
        },
    ),
    equivalent={
        **dict.fromkeys(
            (
                "number > 0 -> number >= 0",
                "return np.where(z > 0, z, 0) -> return np.where(z >= 0, z, 0)",
                "return z * (z > 0) -> return z * (z >= 0)",
                "result[result < 0] = 0 -> result[result <= 0] = 0",
            ),
            "at 0 both give 0",
        ),
        "return np.clip(z, 0, None) -> return np.clip(0, z, None)": "0 with z as its lower limit is the larger of both",
    },
    hints=(
        "Of each number of `z` and 0, the larger one is kept.",
        "`np.maximum(a, b)` compares two arrays, or an array and a number, number by number. (`np.max` is another thing: "
        "the largest of one array.)",
        "def relu(z):\n    return np.maximum(___, ___)",
    ),
)
