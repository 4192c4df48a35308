"""Exercises 3.4 to 3.6: the sigmoid, the slope of a leaky ReLU, and a sigmoid's slope with a bug. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check, show
from dlcourse.exercises.lesson_03.bend import NUMPY
from dlcourse.exercises.lesson_03.checks import IF_ON_A_ROW, MATH_FOR_NUMPY, MAX_FOR_MAXIMUM, told_by_line


def squashed(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.4, for any size of z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def squashed_slope(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.6."""
    return squashed(z) * (1 - squashed(z))


def any_size(rng: np.random.Generator) -> list[tuple]:
    """0 and 2; both sides; random ones; at last numbers whose exponentials overflow."""
    fixed = ([0.0, 2.0], [-1.0, 1.0, 3.0], [-4.0, 0.5, 4.0])
    random = [(rng.normal(scale=2, size=n).round(1),) for n in (4, 6)]
    return [(np.array(row),) for row in fixed] + random + [(np.array([-30.0, 800.0]),)]


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
    ),
    wrong={
        "minus_missing": [
            "def sigmoid(z):\n    return 1 / (1 + np.exp(z))",
            "def sigmoid(z):\n    return 1 / (np.exp(z) + 1)",
            "def sigmoid(z):\n    return np.exp(-z) / (1 + np.exp(-z))",
        ],
        "overflow": ["def sigmoid(z):\n    return np.exp(z) / (1 + np.exp(z))"],
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
        "raised": [
            "def sigmoid(z):\n    return 1 / (1 + exp(-z))",
            "def sigmoid(z):\n    return 1 / (1 + e ** -z)",
        ],
        "not_a_function": ["sigmoid = 0.5"],
        "wrong_arguments": ["def sigmoid():\n    return 1 / (1 + np.exp(-2))"],
        "wrong_value": ["def sigmoid(z):\n    return 1 / (1 + np.exp(-z / 2))"],
    },
    check=told_by_line(
        function_check(
            squashed,
            arguments=("z",),
            cases=any_size,
            mistakes={
                "minus_missing": Mistake(
                    lambda z: squashed(-z),
                    "For {inputs} you return {got}: the larger `z`, the *smaller* your result. Look at the sign in the "
                    "exponent, or above the line of the fraction.",
                ),
                "overflow": Mistake(
                    lambda z: np.exp(z) / (1 + np.exp(z)),
                    "The formula is right on paper. But for {inputs} you return {got}: exp(800) is too large for a "
                    "computer's number and becomes infinity, and infinity divided by infinity is nan (not a number). Which form of "
                    "the fraction has an exponential only *below* the line?",
                ),
                "brackets": Mistake(
                    lambda z: 1 + np.exp(-z),
                    "For {inputs} you return {got}, numbers above 1: only the first 1 is divided, or nothing at all. `1 / 1 + "
                    "...` divides before it adds; brackets around what stands below the line keep it together.",
                ),
                "brackets_and_minus": Mistake(
                    lambda z: 1 + np.exp(z),
                    "For {inputs} you return {got}, numbers above 1. `1 / 1 + ...` divides before it adds: brackets around all that stands "
                    "below the line. And look at the sign in the exponent.",
                ),
                "size_alone": Mistake(
                    lambda z: squashed(np.abs(z)),
                    "For {inputs} you return {got}: z = -1 gets what z = 1 gets. The sigmoid keeps them apart: below 0 it is below 0.5.",
                ),
                "times_z": Mistake(
                    lambda z: z * squashed(z),
                    "For {inputs} you return {got}: `z` stands above the line of the fraction. There stands 1. (z * sigmoid(z) is an "
                    "activation too, called swish.)",
                ),
                "twice_z": Mistake(
                    lambda z: squashed(2 * z),
                    "For {inputs} you return {got}: that is the sigmoid of 2 z. Below the line stands 1 + exp(-z).",
                ),
                "e_less_z": Mistake(
                    lambda z: 1 / (1 + np.e - z),
                    "For {inputs} you return {got}: `np.e - z` takes z away from e. It is e to the *power* of -z: `np.exp(-z)`.",
                ),
                "squared": Mistake(
                    lambda z: squashed(z) ** 2,
                    "For {inputs} you return {got}: at 0 it should be 0.5. The fraction is not squared.",
                ),
                "minus_below": Mistake(
                    lambda z: 1 / (1 - np.exp(-z)),
                    "For {inputs} you return {got}. Below the line the exponential is *added* to 1; you take it away.",
                ),
                "sign_outside": Mistake(
                    lambda z: 1 / (1 - np.exp(z)),
                    "For {inputs} you return {got}. The minus belongs to `z`, in the exponent, not in front of the exponential.",
                ),
                "one_forgotten": Mistake(
                    np.exp,
                    "For {inputs} you return {got}, which is exp(z) and grows without end. What keeps the fraction below 1 is "
                    "the 1 that is added below the line.",
                ),
                "one_over_exp": Mistake(
                    lambda z: np.exp(-z),
                    "For {inputs} you return {got}, the exponential alone. It stands below the line, added to 1.",
                ),
                "two_for_e": Mistake(
                    lambda z: 1 / (1 + 2.0**-z),
                    "For {inputs} you return {got}: powers of 2. The exponential takes powers of e, about 2.718: `np.exp`.",
                ),
                "ten_for_e": Mistake(
                    lambda z: 1 / (1 + 10.0**-z),
                    "For {inputs} you return {got}: powers of 10. The exponential takes powers of e, about 2.718: `np.exp`.",
                ),
                "no_exponential": Mistake(
                    lambda z: 1 / (1 - z),
                    "For {inputs} you return {got}: `-z` itself is added, where exp(-z) belongs.",
                ),
                "no_exponential_plus": Mistake(
                    lambda z: 1 / (1 + z),
                    "For {inputs} you return {got}: `z` itself is added, where exp(-z) belongs.",
                ),
                "e_times_z": Mistake(
                    lambda z: 1 / (1 - np.e * z),
                    "For {inputs} you return {got}: e *times* -z. It is e to the *power* of -z: `np.exp(-z)`.",
                ),
                "tanh": Mistake(
                    np.tanh,
                    "For {inputs} you return {got}: tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1 and is 0.5 at 0.",
                ),
                "step": Mistake(
                    lambda z: (z > 0).astype(float),
                    "For {inputs} you return {got}: all or nothing, a step (or a rounded sigmoid). What lies between 0 and 1 is what the sigmoid is for.",
                ),
                "slope_for_value": Mistake(
                    squashed_slope,
                    "For {inputs} you return {got}. That is the sigmoid's *slope*; asked is its value.",
                ),
                "first_only": Mistake(
                    lambda z: float(squashed(z)[0]),
                    "For {inputs} you return one number, {got}: that of the first. Does a loop `return` before it has seen "
                    "the others?",
                ),
                "softmax": Mistake(
                    lambda z: np.exp(z) / np.exp(z).sum(),
                    "For {inputs} you return {got}: your numbers add up to 1, so each depends on all others. The sigmoid "
                    "looks at one number alone, and below the line stands 1 + exp(-z).",
                ),
                "summed": Mistake(
                    lambda z: squashed(z).sum(),
                    "For {inputs} you return one number, {got}: the results, each right, added up.",
                ),
            },
            success="From any number to one between 0 and 1, and 0 to a half.",
        ),
        {"math_for_numpy": MATH_FOR_NUMPY, "if_on_a_row": IF_ON_A_ROW},
    ),
    equivalent={},
    hints=(
        "The formula is one line of Python. What stands below the line of the fraction needs brackets.",
        "`np.exp(-z)` is e to the power of -z, for every number of `z`.",
        "def sigmoid(z):\n    return 1 / (1 + ___)",
    ),
)


def leaky_slopes(z: np.ndarray, leak: float) -> np.ndarray:
    """The reference of exercise 3.5."""
    return np.where(np.asarray(z) > 0, 1.0, leak)


def off_the_corner(rng: np.random.Generator) -> list[tuple]:
    """A number on each side; several; a leak of 0 (ReLU itself); all on one side; random ones, none near 0."""
    fixed = [([3.0, -2.0], 0.1), ([-0.5, 0.5, -4.0], 0.2), ([2.0, -3.0, 0.25], 0.0), ([-1.0, -6.0], 0.3), ([4.0, 7.0], 0.3)]  # fmt: skip
    random = [
        (rng.uniform(0.2, 5, size=n).round(1) * rng.choice([-1, 1], size=n), float(leak))
        for n, leak in ((5, 0.05), (6, 0.4), (4, 0.01))
    ]
    return [(np.array(row), leak) for row, leak in fixed] + random


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
        function_check(
            leaky_slopes,
            arguments=("z", "leak"),
            cases=off_the_corner,
            rtol=1e-3,
            mistakes={
                "value_for_slope": Mistake(
                    lambda z, leak: np.where(z > 0, z, leak * z),
                    "For {inputs} you return {got}: the *values* of the leaky ReLU. Its slope says how much the value grows when "
                    "z grows by 1. Does that depend on how far z is from 0?",
                ),
                "sides_exchanged": Mistake(
                    lambda z, leak: np.where(z > 0, leak, 1.0),
                    "For {inputs} you return {got}: the leak stands on the wrong side. Above 0 everything passes, below 0 little does.",
                ),
                "leak_forgotten": Mistake(
                    lambda z, leak: (z > 0).astype(float),
                    "For {inputs} you return {got}: that is the slope of the plain ReLU, level below 0. With a leak of "
                    "{leak} the line below 0 still climbs.",
                ),
                "one_everywhere": Mistake(
                    lambda z, leak: np.ones(len(z)),
                    "For {inputs} you return {got}: slope 1 everywhere is that of a straight line, without a bend. Below 0 it is "
                    "flatter.",
                ),
                "leak_everywhere": Mistake(
                    lambda z, leak: np.full(len(z), leak),
                    "For {inputs} you return {got}: the leak everywhere. Above 0 one more in z is one more in the value.",
                ),
                "leak_times_z": Mistake(
                    lambda z, leak: np.where(z > 0, 1, leak * z),
                    "For {inputs} you return {got}. Above 0 that is right. Below 0 you give the *value*, leak * z; when z grows "
                    "by 1, how much does that grow?",
                ),
                "z_above": Mistake(
                    lambda z, leak: np.where(z > 0, z, leak),
                    "For {inputs} you return {got}. Below 0 that is right. Above 0 you give the *value*, z; when z grows by 1, how much "
                    "does that grow?",
                ),
                "z_below": Mistake(
                    lambda z, leak: np.where(z > 0, 1, z),
                    "For {inputs} you return {got}: below 0 stands z itself. The slope there is the same, however far z is from 0.",
                ),
                "relu_itself": Mistake(
                    lambda z, leak: np.maximum(0, z),
                    "For {inputs} you return {got}: the values of ReLU. Asked are slopes, and of a ReLU with a leak.",
                ),
                "z_itself": Mistake(
                    lambda z, leak: z,
                    "For {inputs} you return {got}, what came in. A slope says how much the value grows when z grows by 1.",
                ),
                "minus_leak": Mistake(
                    lambda z, leak: np.where(z > 0, 1, -leak),
                    "For {inputs} you return {got}: a slope below 0 means that the line falls. On the left it climbs, too, "
                    "if slowly: from -2 * leak at z = -2 to -1 * leak at z = -1.",
                ),
                "minus_one": Mistake(
                    lambda z, leak: np.sign(z),
                    "For {inputs} you return {got}: the *sign* of z. That is the slope of the absolute value, which falls on the left. "
                    "This line climbs there, by the leak.",
                ),
                "leak_on_top": Mistake(
                    lambda z, leak: (z > 0) + leak,
                    "For {inputs} you return {got}: above 0 the leak is added to the 1. Each side has a slope of its own.",
                ),
                "less_leak": Mistake(
                    lambda z, leak: np.where(z > 0, 1 - leak, leak),
                    "For {inputs} you return {got}: above 0 the leak is taken away. Nothing leaks there.",
                ),
                "one_less_leak": Mistake(
                    lambda z, leak: np.where(z > 0, 1, 1 - leak),
                    "For {inputs} you return {got}: below 0 you give what is kept back, 1 - leak. Asked is what comes through.",
                ),
                "fixed_fifth": Mistake(
                    lambda z, leak: np.where(z > 0, 1, 0.2),
                    "For {inputs} you return {got}: a fixed 0.2. How much leaks comes in as `leak`.",
                ),
                "fixed_tenth": Mistake(
                    lambda z, leak: np.where(z > 0, 1, 0.1),
                    "For {inputs} you return {got}: a fixed 0.1. How much leaks comes in as `leak`.",
                ),
                "fixed_hundredth": Mistake(
                    lambda z, leak: np.where(z > 0, 1, 0.01),
                    "For {inputs} you return {got}: a fixed 0.01. How much leaks comes in as `leak`.",
                ),
                "corner_at_one": Mistake(
                    lambda z, leak: np.where(z > 1, 1, leak),
                    "For {inputs} you return {got}: 0.5 is treated as if it were below 0. The corner is at 0.",
                ),
                "first_only": Mistake(
                    lambda z, leak: 1.0 if z[0] > 0 else leak,
                    lambda seen: (
                        f"For {len(seen.inputs['z'])} numbers you return one, {show(seen.got)}: the slope at the first. Does "
                        "a loop `return` before it has seen the others?"
                    ),
                ),
                "last_only": Mistake(
                    lambda z, leak: 1.0 if z[-1] > 0 else leak,
                    lambda seen: (
                        f"For {len(seen.inputs['z'])} numbers you return one, {show(seen.got)}: the slope at the last. What keeps those "
                        "before it?"
                    ),
                ),
                "summed": Mistake(
                    lambda z, leak: leaky_slopes(z, leak).sum(),
                    "For {inputs} you return one number, {got}: the slopes added up. They stay a row.",
                ),
                "leak_times_all": Mistake(
                    lambda z, leak: leak * z,
                    "For {inputs} you return {got}: leak * z, the *value* below 0, for every z. Slopes are asked: one for each side.",
                ),
                "size_of_leak": Mistake(
                    lambda z, leak: np.where(z > 0, 1, -leak * z),
                    "For {inputs} you return {got}. Below 0 yours depends on how far z is from 0. A straight line has one slope.",
                ),
                "overwritten": Mistake(
                    lambda z, leak: np.where(z > 0, 1.0, float(leak > 0)),
                    "For {inputs} you return {got}. It looks as if the leaks were put in first and then, being above 0, replaced by 1. "
                    "Ask for the sides before anything is changed.",
                ),
                "whole_numbers": Mistake(
                    lambda z, leak: leaky_slopes(z, int(leak) if z[0] > 0 else leak),
                    "For {inputs} you return {got}: the leak is cut to a whole number. An array made of 1 holds whole numbers; one "
                    "made of 1.0 holds others, too.",
                ),
                "not_divided": Mistake(
                    lambda z, leak: 0.001 * leaky_slopes(z, leak),
                    "For {inputs} you return {got}: by how much the value grew for your small nudge. Divided by the nudge, "
                    "it is the slope.",
                ),
            },
            success="With `leak = 0` it is the slope of ReLU: 1 or 0. At the corner itself there is no slope; everybody agrees "
            "to take one of the two.",
        ),
        {"if_on_a_row": IF_ON_A_ROW, "max_for_maximum": MAX_FOR_MAXIMUM},
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
    ),
    wrong={
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
        "overflow_above": ["def sigmoid_slope(z):\n    return np.exp(z) / (1 + np.exp(z)) ** 2"],
        "not_divided": ["def sigmoid_slope(z):\n    return scratch.sigmoid(z + 0.001) - scratch.sigmoid(z)"],
        "if_on_a_row": ["def sigmoid_slope(z):\n    if z < 0:\n        return 0\n    return z * (1 - z)"],
        "math_for_numpy": [
            "import math\n\ndef sigmoid_slope(z):\n    s = 1 / (1 + math.exp(-z))\n    return s * (1 - s)"
        ],
        "returns_none": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    s * (1 - s)"],
        "raised": ["def sigmoid_slope(z):\n    return activation * (1 - activation)"],
        "wrong_arguments": ["def sigmoid_slope():\n    return 0.25"],
        "not_a_function": ["sigmoid_slope = 0.25"],
        "wrong_value": ["def sigmoid_slope(z):\n    s = scratch.sigmoid(z)\n    return 2 * s * (1 - s)"],
    },
    check=told_by_line(
        function_check(
            squashed_slope,
            arguments=("z",),
            cases=any_size,
            rtol=1e-3,
            mistakes={
                "still_z": Mistake(
                    lambda z: z * (1 - z),
                    "For {inputs} you return {got}: `z` still stands in the formula. It speaks of the *activation*, of what comes "
                    "out of the sigmoid.",
                ),
                "sigmoid_twice": Mistake(
                    lambda z: squashed_slope(squashed(z)),
                    "For {inputs} you return {got}: the sigmoid is taken *twice*, of `z` and again of what came out. Once an "
                    "activation, the number goes into the formula as it is.",
                ),
                "sigmoid_of_the_formula": Mistake(
                    lambda z: squashed(z * (1 - z)),
                    "For {inputs} you return {got}: the sigmoid of z * (1 - z). First the sigmoid, then the formula.",
                ),
                "second_still_z": Mistake(
                    lambda z: squashed(z) * (1 - z),
                    "For {inputs} you return {got}: the first factor is right; in the second, `1 - z`, the pre-activation is left.",
                ),
                "first_still_z": Mistake(
                    lambda z: z * (1 - squashed(z)),
                    "For {inputs} you return {got}: the second factor is right; the first is still the pre-activation.",
                ),
                "sign_of_z": Mistake(
                    lambda z: z * (z - 1),
                    "For {inputs} you return {got}: turned round, and `z` still stands in the formula. It speaks of the *activation*, of "
                    "what comes out of the sigmoid.",
                ),
                "size_of_z": Mistake(
                    lambda z: np.abs(z) * (1 - np.abs(z)),
                    "For {inputs} you return {got}: the sign of `z` was taken away, but at 2 there is still -2. The formula wants another "
                    "number: what comes *out* of the sigmoid.",
                ),
                "tanh_of_z": Mistake(
                    lambda z: 1 - z**2,
                    "For {inputs} you return {got}: tanh's formula, and with `z` in it. Here it is activation times (1 - activation), and the "
                    "activation is what comes out of the sigmoid.",
                ),
                "tanh_inside": Mistake(
                    lambda z: np.tanh(z) * (1 - np.tanh(z)),
                    "For {inputs} you return {got}: the formula is the sigmoid's, the activation in it is that of tanh.",
                ),
                "nudge_of_one": Mistake(
                    lambda z: squashed(z + 1) - squashed(z),
                    "For {inputs} you return {got}: how far the value moves for a nudge of 1. On that way the slope changes: nudge by far less, "
                    "and divide by it.",
                ),
                "z_too_many": Mistake(
                    lambda z: z * squashed_slope(z),
                    "For {inputs} you return {got}: the slope, and then times `z`. At z = 0 the curve would be level.",
                ),
                "value_for_slope": Mistake(
                    squashed,
                    "For {inputs} you return {got}: the activation itself. At its upper end the curve is nearly level, and "
                    "you say it is steepest there.",
                ),
                "rest_alone": Mistake(
                    lambda z: 1 - squashed(z),
                    "For {inputs} you return {got}: one of the two factors. The curve is level at *both* ends; this is not small "
                    "at the left one.",
                ),
                "brackets": Mistake(
                    lambda z: np.zeros(len(z)),
                    "For {inputs} you return {got}: slope 0, a level line. `s * 1 - s` multiplies before it subtracts; brackets "
                    "keep `1 - s` together.",
                ),
                "plus": Mistake(
                    lambda z: squashed(z) * (1 + squashed(z)),
                    "For {inputs} you return {got}: slopes above the largest there is, 0.25. A sign in the formula is wrong.",
                ),
                "tanh_slope": Mistake(
                    lambda z: 1 - np.tanh(z) ** 2,
                    "For {inputs} you return {got}: the slope of *tanh*. A sigmoid is flatter: 0.25 at most.",
                ),
                "tanh_formula": Mistake(
                    lambda z: 1 - squashed(z) ** 2,
                    "For {inputs} you return {got}: that is tanh's formula with a sigmoid in it. For the sigmoid it is activation "
                    "times (1 - activation).",
                ),
                "absolute": Mistake(
                    lambda z: np.abs(z * (1 - z)),
                    "For {inputs} you return {got}: the sign is gone, but at z = -4 the slope would be 20. The "
                    "wrong *number* goes into the formula.",
                ),
                "cut_off": Mistake(
                    lambda z: np.maximum(0, z * (1 - z)),
                    "For {inputs} you return {got}: no slope is below 0 now, but at z = 2 the curve still climbs, and you say 0. "
                    "The wrong *number* goes into the formula.",
                ),
                "sign_exchanged": Mistake(
                    lambda z: -squashed_slope(z),
                    "For {inputs} you return {got}: the right sizes, but below 0, as if the sigmoid fell. Which is taken from "
                    "which?",
                ),
                "square_forgotten": Mistake(
                    lambda z: squashed(-np.abs(z)),
                    "For {inputs} you return {got}: at 0 the slope should be 0.25. Below the line of the fraction a square is missing.",
                ),
                "overflow_above": Mistake(
                    lambda z: np.exp(z) / (1 + np.exp(z)) ** 2,
                    "The formula is right on paper. But for {inputs} you return {got}: exp(800) is too large for a computer's "
                    "number and becomes infinity, and infinity divided by infinity is nan (not a number). `scratch.sigmoid` avoids it.",
                ),
                "not_divided": Mistake(
                    lambda z: squashed(z + 0.001) - squashed(z),
                    "For {inputs} you return {got}: by how much the value grew for your small nudge. Divided by the nudge, "
                    "it is the slope.",
                ),
            },
            success="Never below 0, and never above a quarter. Remember the quarter.",
        ),
        {"math_for_numpy": MATH_FOR_NUMPY, "if_on_a_row": IF_ON_A_ROW},
    ),
    equivalent={},
    hints=(
        "Measure it: `(scratch.sigmoid(2.01) - scratch.sigmoid(2)) / 0.01`. What does the function say for z = 2?",
        "The rule speaks of the activation, what comes *out* of the sigmoid. What goes into the formula here?",
        "def sigmoid_slope(z):\n    activation = scratch.sigmoid(___)\n    return activation * (1 - ___)",
    ),
)
