"""Exercise 3.5: the slope of a leaky ReLU. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_03.errors import (
    IF_ON_A_ROW,
    MAX_FOR_MAXIMUM,
    NUMPY,
    NUMPY_FORGOTTEN,
    PYTHON_MAX,
    WHERE_INCOMPLETE,
    told_by_line,
)
from dlcourse.exercises.lesson_03.leaky_mistakes import MISTAKES, leaky_slopes, off_the_corner
from dlcourse.exercises.lesson_03.proportion import in_proportion

LEAKY_SLOPE = Exercise(
    id="3.5",
    title="The slope of a leaky ReLU",
    kind="function",
    starter="""
        def leaky_slope(z, leak):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def leaky_slope(z, leak):
            return np.where(z > 0, 1, leak)
        """,
        """
        def leaky_slope(z, leak):
            slopes = []
            for number in z:
                slopes.append(1 if number > 0 else leak)
            return slopes
        """,
        """
        def leaky_slope(z, leak):
            def leaky(z):
                return np.where(z > 0, z, leak * z)

            return (leaky(z + 0.001) - leaky(z - 0.001)) / 0.002
        """,
        """
        def leaky_slope(z, leak):
            return (z > 0) + leak * (z < 0)
        """,
        """
        def leaky_slope(z, leak):
            slopes = np.full(len(z), float(leak))
            slopes[z > 0] = 1
            return slopes
        """,
        """
        def leaky_slope(z, leak):
            return np.maximum(z, leak * z) / z
        """,
    ),
    wrong={
        "not_divided_small": [
            """
            def leaky_slope(z, leak):
                nudge = 0.00001
                value = np.where(z > 0, z, leak * z)
                nudged = np.where(z + nudge > 0, z + nudge, leak * (z + nudge))
                return nudged - value
            """
        ],
        "in_proportion": [
            """
            def leaky_slope(z, leak):
                nudge = 0.0001
                value = np.where(z > 0, z, leak * z)
                nudged = np.where(z + nudge > 0, z + nudge, leak * (z + nudge))
                return (nudged - value) * nudge
            """
        ],
        "fifth_of_z": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, z / 5)"],
        "values_with_a_fifth": ["def leaky_slope(z, leak):\n    return np.where(z > 0, z, z / 5)"],
        "larger_of_leak": ["def leaky_slope(z, leak):\n    return np.maximum(leak, z)"],
        "two_slopes": ["def leaky_slope(z, leak):\n    return 1, leak"],
        "leak_alone": ["def leaky_slope(z, leak):\n    return leak"],
        "row_for_each": ["def leaky_slope(z, leak):\n    return [np.where(z > 0, 1, leak) for number in z]"],
        "where_incomplete": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1)"],
        "list_of_first": [
            """
            def leaky_slope(z, leak):
                slopes = []
                for number in z:
                    slopes.append(1 if number > 0 else leak)
                    return slopes
            """
        ],
        "positions": [
            "def leaky_slope(z, leak):\n    return [1 if number > 0 else leak for number in range(len(z))]"
        ],
        "corner_at_leak": ["def leaky_slope(z, leak):\n    return np.where(z > leak, 1, leak)"],
        "arguments_exchanged": ["def leaky_slope(leak, z):\n    return np.where(z > 0, 1, leak)"],
        "one_over_leak": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 1 / leak)"],
        "sigmoid_rule": [
            "def leaky_slope(z, leak):\n    a = np.where(z > 0, z, leak * z)\n    return a * (1 - a)"
        ],
        "nothing_below": ["def leaky_slope(z, leak):\n    return (z > 0) * leak"],
        "nothing_above": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 0, leak)"],
        "python_max": ["def leaky_slope(z, leak):\n    return max(leak * z, z)"],
        "numpy_forgotten": ["def leaky_slope(z, leak):\n    return where(z > 0, 1, leak)"],
        "value_for_slope": [
            "def leaky_slope(z, leak):\n    return np.where(z > 0, z, leak * z)",
            "def leaky_slope(z, leak):\n    return np.maximum(leak * z, z)",
        ],
        "sides_exchanged": [
            "def leaky_slope(z, leak):\n    return np.where(z > 0, leak, 1)",
            "def leaky_slope(z, leak):\n    return np.where(z < 0, 1, leak)",
        ],
        "leak_forgotten": [
            "def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 0)",
            "def leaky_slope(z, leak):\n    return (z > 0).astype(float)",
        ],
        "one_everywhere": ["def leaky_slope(z, leak):\n    return np.ones(len(z))"],
        "leak_everywhere": ["def leaky_slope(z, leak):\n    return np.full(len(z), leak)"],
        "leak_times_z": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, leak * z)"],
        "z_above": ["def leaky_slope(z, leak):\n    return np.where(z > 0, z, leak)"],
        "z_below": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, z)"],
        "relu_itself": ["def leaky_slope(z, leak):\n    return np.maximum(0, z)"],
        "z_itself": ["def leaky_slope(z, leak):\n    return z"],
        "minus_leak": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, -leak)"],
        "minus_one": ["def leaky_slope(z, leak):\n    return np.sign(z)"],
        "signed_leak": ["def leaky_slope(z, leak):\n    return np.sign(z) * leak"],
        "leak_on_top": ["def leaky_slope(z, leak):\n    return (z > 0) + leak"],
        "less_leak": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1 - leak, leak)"],
        "one_less_leak": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 1 - leak)"],
        "fixed_fifth": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 0.2)"],
        "fixed_tenth": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 0.1)"],
        "fixed_hundredth": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, 0.01)"],
        "corner_at_one": ["def leaky_slope(z, leak):\n    return np.where(z > 1, 1, leak)"],
        "first_only": [
            """
            def leaky_slope(z, leak):
                for number in z:
                    if number > 0:
                        return 1
                    return leak
            """
        ],
        "last_only": [
            """
            def leaky_slope(z, leak):
                for number in z:
                    slope = 1 if number > 0 else leak
                return slope
            """
        ],
        "summed": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, leak).sum()"],
        "leak_times_all": ["def leaky_slope(z, leak):\n    return leak * z"],
        "size_of_leak": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, -leak * z)"],
        "overwritten": ["def leaky_slope(z, leak):\n    z[z < 0] = leak\n    z[z > 0] = 1\n    return z"],
        "whole_numbers": ["leaky_slope = np.vectorize(lambda number, leak: 1 if number > 0 else leak)"],
        "max_for_maximum": ["def leaky_slope(z, leak):\n    return np.max(z, leak * z) / z"],
        "not_divided": [
            """
            def leaky_slope(z, leak):
                def leaky(z):
                    return np.where(z > 0, z, leak * z)

                return leaky(z + 0.001) - leaky(z)
            """
        ],
        "if_on_a_row": [
            "def leaky_slope(z, leak):\n    if z > 0:\n        return 1\n    return leak",
            "def leaky_slope(z, leak):\n    return 1 if z > 0 else leak",
        ],
        "returns_none": ["def leaky_slope(z, leak):\n    print(np.where(z > 0, 1, leak))"],
        "wrong_arguments": ["def leaky_slope(z):\n    return np.where(z > 0, 1, 0)"],
        "not_a_function": ["leaky_slope = 0.1"],
        "raised": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 1, slope)"],
        "wrong_value": ["def leaky_slope(z, leak):\n    return np.where(z > 0, 2, leak)"],
    },
    check=told_by_line(
        in_proportion(
            function_check(
                leaky_slopes,
                arguments=("z", "leak"),
                cases=off_the_corner,
                rtol=1e-3,
                mistakes=MISTAKES,
                success="With `leak = 0` it is the slope of ReLU: 1 or 0. At the corner itself there is no slope; everybody agrees "
                "to take one of the two.",
            ),
            leaky_slopes,
            ("z", "leak"),
            [(np.array([2.0, -1.0]), 0.1), (np.array([-3.0, 0.5]), 0.3)],
        ),
        {
            "python_max": PYTHON_MAX,
            "where_incomplete": WHERE_INCOMPLETE,
            "if_on_a_row": IF_ON_A_ROW,
            "max_for_maximum": MAX_FOR_MAXIMUM,
            "numpy_forgotten": NUMPY_FORGOTTEN,
        },
    ),
    equivalent={
        **dict.fromkeys(
            (
                "return np.where(z > 0, 1, leak) -> return np.where(z >= 0, 1, leak)",
                "slopes.append(1 if number > 0 else leak) -> slopes.append(1 if number >= 0 else leak)",
                "return np.where(z > 0, z, leak * z) -> return np.where(z >= 0, z, leak * z)",
                "return (z > 0) + leak * (z < 0) -> return (z >= 0) + leak * (z < 0)",
                "return (z > 0) + leak * (z < 0) -> return (z > 0) + leak * (z <= 0)",
                "slopes[z > 0] = 1 -> slopes[z >= 0] = 1",
            ),
            "no case lies on the corner, where there is no slope",
        ),
    },
    hints=(
        "Take two neighbours on the same side: z = 2 and z = 3 give 2 and 3; z = -2 and z = -3 give -2 * leak and -3 * leak. "
        "By how much does the value grow from one to the next?",
        "There are only two slopes, one for each side. `np.where(condition, a, b)` takes `a` where the condition is true, else "
        "`b`.",
        "def leaky_slope(z, leak):\n    return np.where(z > 0, ___, ___)",
    ),
)
