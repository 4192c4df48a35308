"""Exercise 3.4: the sigmoid. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_03.errors import (
    CARET,
    E_UNKNOWN,
    IF_ON_A_ROW,
    MATH_FOR_NUMPY,
    NO_BRACKETS,
    NOT_IN_NUMPY,
    NUMPY,
    NUMPY_FORGOTTEN,
    by_hand,
    told_by_line,
)
from dlcourse.exercises.lesson_03.sigmoid_mistakes import (
    MISTAKES,
    any_size,
    nearly_right,
    noting_overflow,
    squashed,
)

SIGMOID = Exercise(
    id="3.4",
    title="The sigmoid",
    kind="function",
    starter="""
        def sigmoid(z):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def sigmoid(z):
            return 1 / (1 + np.exp(-z))
        """,
        """
        def sigmoid(z):
            return (1 + np.tanh(z / 2)) / 2
        """,
        """
        import math

        def sigmoid(z):
            result = []
            for number in z:
                result.append(1 / (1 + math.exp(-number)))
            return result
        """,
        """
        def sigmoid(z):
            return 1 / (1 + np.power(np.e, -z))
        """,
        """
        def sigmoid(z):
            return np.exp(z) / (1 + np.exp(z))
        """,
    ),
    wrong={
        "borrowed": [
            "def sigmoid(z):\n    return scratch.sigmoid(z)",
            "sigmoid = scratch.sigmoid",
        ],
        "tanh_of_half": ["def sigmoid(z):\n    return 2 / (1 + np.exp(-z)) - 1"],
        "relu": ["def sigmoid(z):\n    return np.maximum(0, z)"],
        "brackets_of_the_other": ["def sigmoid(z):\n    return np.exp(z) / 1 + np.exp(z)"],
        "mixed_signs": ["def sigmoid(z):\n    return np.exp(z) / (1 + np.exp(-z))"],
        "half_of_it": ["def sigmoid(z):\n    return 1 / 2 * (1 + np.exp(-z))"],
        "percent": ["def sigmoid(z):\n    return 100 / (1 + np.exp(-z))"],
        "base_exchanged": ["def sigmoid(z):\n    return 1 / (1 + z ** -np.e)"],
        "positions": ["def sigmoid(z):\n    return [1 / (1 + np.exp(-number)) for number in range(len(z))]"],
        "list_of_first": [
            """
            def sigmoid(z):
                result = []
                for number in z:
                    result.append(1 / (1 + np.exp(-number)))
                    return result
            """
        ],
        "e_rounded": [
            "def sigmoid(z):\n    return 1 / (1 + 2.718 ** -z)",
            "def sigmoid(z):\n    return 1 / (1 + 2.72 ** -z)",
            "def sigmoid(z):\n    e = 2.7183\n    return 1 / (1 + e ** -z)",
            "def sigmoid(z):\n    return 1 / (1 + 2.7 ** -z)",
        ],
        "rounded": ["def sigmoid(z):\n    return (1 / (1 + np.exp(-z))).round(3)"],
        "e_rounded_and_more": [
            "def sigmoid(z):\n    return 1 / (1 + 2.718 ** z)",
            "def sigmoid(z):\n    return 1 / 1 + 2.718 ** -z",
            "def sigmoid(z):\n    return 1 / (1 + 2.718 * -z)",
        ],
        "other_base": ["def sigmoid(z):\n    return 1 / (1 + 3.0 ** -z)"],
        "mixed_signs_too": ["def sigmoid(z):\n    return np.exp(-z) / (1 + np.exp(z))"],
        "one_in_the_exponent": ["def sigmoid(z):\n    return 1 / np.exp(1 + -z)"],
        "squared_exponent": ["def sigmoid(z):\n    return 1 / (1 + np.exp(-z ** 2))"],
        "cut_to_whole": [
            "def sigmoid(z):\n    return 1 // (1 + np.exp(-z))",
            "def sigmoid(z):\n    return (1 / (1 + np.exp(-z))).astype(int)",
        ],
        "unchanged": [
            "def sigmoid(z):\n    for number in z:\n        number = 1 / (1 + np.exp(-number))\n    return z"
        ],
        "row_for_each": ["def sigmoid(z):\n    return [1 / (1 + np.exp(-z)) for number in z]"],
        "not_in_numpy": ["def sigmoid(z):\n    return np.sigmoid(z)"],
        "caret": [
            "def sigmoid(z):\n    return 1 / (1 + np.e ^ -z)",
            "import math\n\ndef sigmoid(z):\n    return 1 / (1 + math.e ^ -z)",
        ],
        "e_unknown": [
            "def sigmoid(z):\n    return 1 / (1 + e ** -z)",
            "def sigmoid(z):\n    return 1 / (1 + e^(-z))",
        ],
        "numpy_forgotten": ["def sigmoid(z):\n    return 1 / (1 + exp(-z))"],
        "no_brackets": [
            "def sigmoid(z):\n    return 1 / (1 + np.exp * -z)",
            "def sigmoid(z):\n    return 1 / (1 + np.exp[-z])",
        ],
        "minus_missing": [
            "def sigmoid(z):\n    return 1 / (1 + np.exp(z))",
            "def sigmoid(z):\n    return 1 / (np.exp(z) + 1)",
            "def sigmoid(z):\n    return np.exp(-z) / (1 + np.exp(-z))",
        ],
        "brackets": ["def sigmoid(z):\n    return 1 / 1 + np.exp(-z)"],
        "brackets_and_minus": ["def sigmoid(z):\n    return 1 / 1 + np.exp(z)"],
        "size_alone": ["def sigmoid(z):\n    return 1 / (1 + np.exp(-abs(z)))"],
        "times_z": ["def sigmoid(z):\n    return z / (1 + np.exp(-z))"],
        "twice_z": [
            "def sigmoid(z):\n    return 1 / (1 + np.exp(-2 * z))",
        ],
        "e_less_z": ["def sigmoid(z):\n    return 1 / (1 + np.e - z)"],
        "squared": ["def sigmoid(z):\n    return (1 / (1 + np.exp(-z))) ** 2"],
        "minus_below": ["def sigmoid(z):\n    return 1 / (1 - np.exp(-z))"],
        "one_forgotten": [
            "def sigmoid(z):\n    return 1 / np.exp(-z)",
            "def sigmoid(z):\n    return np.exp(z)",
        ],
        "one_over_exp": ["def sigmoid(z):\n    return np.exp(-z)"],
        "two_for_e": ["def sigmoid(z):\n    return 1 / (1 + 2.0 ** -z)"],
        "ten_for_e": ["def sigmoid(z):\n    return 1 / (1 + 10.0 ** -z)"],
        "no_exponential": ["def sigmoid(z):\n    return 1 / (1 - z)"],
        "no_exponential_plus": ["def sigmoid(z):\n    return 1 / (1 + z)"],
        "e_times_z": ["def sigmoid(z):\n    return 1 / (1 + np.e * -z)"],
        "sign_outside": ["def sigmoid(z):\n    return 1 / (1 + -np.exp(z))"],
        "tanh": ["def sigmoid(z):\n    return np.tanh(z)"],
        "step": [
            "def sigmoid(z):\n    return (z > 0).astype(int)",
            "def sigmoid(z):\n    return np.round(1 / (1 + np.exp(-z)))",
        ],
        "slope_for_value": ["def sigmoid(z):\n    s = 1 / (1 + np.exp(-z))\n    return s * (1 - s)"],
        "first_only": [
            "def sigmoid(z):\n    for number in z:\n        return 1 / (1 + np.exp(-number))",
        ],
        "softmax": ["def sigmoid(z):\n    return np.exp(z) / np.exp(z).sum()"],
        "summed": ["def sigmoid(z):\n    return sum(1 / (1 + np.exp(-z)))"],
        "math_for_numpy": ["import math\n\ndef sigmoid(z):\n    return 1 / (1 + math.exp(-z))"],
        "if_on_a_row": [
            "def sigmoid(z):\n    if z > 0:\n        return 1 / (1 + np.exp(-z))\n    return 0.5"
        ],
        "returns_none": ["def sigmoid(z):\n    print(1 / (1 + np.exp(-z)))"],
        "raised": ["def sigmoid(z):\n    return 1 / (1 + np.exp(-x))"],
        "not_a_function": ["sigmoid = 0.5"],
        "wrong_arguments": ["def sigmoid():\n    return 1 / (1 + np.exp(-2))"],
        "wrong_value": ["def sigmoid(z):\n    return 1 / (1 + np.exp(-z / 2))"],
    },
    check=told_by_line(
        by_hand(
            nearly_right(
                noting_overflow(
                    function_check(
                        squashed,
                        arguments=("z",),
                        cases=any_size,
                        mistakes=MISTAKES,
                        success="From any number to one between 0 and 1, and 0 to a half.",
                    )
                )
            ),
            "sigmoid",
            "expit",
        ),
        {
            "caret": CARET,
            "math_for_numpy": MATH_FOR_NUMPY,
            "if_on_a_row": IF_ON_A_ROW,
            "not_in_numpy": NOT_IN_NUMPY,
            "e_unknown": E_UNKNOWN,
            "numpy_forgotten": NUMPY_FORGOTTEN,
            "no_brackets": NO_BRACKETS,
        },
    ),
    equivalent={},
    hints=(
        "The formula is one line of Python. What stands below the line of the fraction needs brackets.",
        "`np.exp(-z)` is e to the power of -z, for every number of `z`.",
        "def sigmoid(z):\n    return 1 / (1 + ___)",
    ),
)
