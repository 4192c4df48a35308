"""Exercises 3.7 and 3.8: the slope through a row of tanh, and where a nudge is lost. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, choice_check, function_check, show
from dlcourse.exercises.lesson_03.bend import NUMPY


def walked(z: float, layers: int) -> list[float]:
    """z and what each tanh makes of it, layers + 1 numbers."""
    path = [float(z)]
    for _ in range(layers):
        path.append(float(np.tanh(path[-1])))
    return path


def slopes_on_the_way(z: float, layers: int) -> np.ndarray:
    """The slope of each tanh at what comes into it."""
    return 1 - np.tanh(walked(z, layers)[:-1]) ** 2


def chained(z: float, layers: int) -> float:
    """The reference of exercise 3.7."""
    return float(np.prod(slopes_on_the_way(z, layers)))


def chains(rng: np.random.Generator) -> list[tuple]:
    """One layer, two, three, a z below 0, many layers; then any."""
    fixed = [(0.5, 1), (0.5, 2), (1.0, 3), (-0.8, 4), (2.0, 10)]
    return fixed + [(round(float(rng.uniform(-2, 2)), 1), int(n)) for n in rng.integers(2, 8, size=4)]


CHAIN = Exercise(
    id="3.7",
    title="A slope through many layers",
    kind="function",
    starter="""
        def chain_slope(z, layers):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def chain_slope(z, layers):
            product = 1.0
            for layer in range(layers):
                z = np.tanh(z)               # the activation, the next layer's z
                product = product * (1 - z ** 2)
            return product
        """,
        """
        def chain_slope(z, layers):
            if layers == 0:
                return 1
            return (1 - np.tanh(z) ** 2) * chain_slope(np.tanh(z), layers - 1)
        """,
        """
        def chain_slope(z, layers):
            def through(z):
                for _ in range(layers):
                    z = np.tanh(z)
                return z

            return (through(z + 0.001) - through(z)) / 0.001
        """,
        """
        def chain_slope(z, layers):
            slopes = []
            for layer in range(layers):
                slopes.append(scratch.slope("tanh", z))
                z = np.tanh(z)
            return np.prod(slopes)
        """,
    ),
    wrong={
        "square_forgotten": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product = product * (1 - z)
                return product
            """
        ],
        "square_outside": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= (1 - z) ** 2
                return product
            """
        ],
        "double_for_square": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - 2 * z
                return product
            """
        ],
        "sign_exchanged": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z ** 2 - 1
                return product
            """
        ],
        "started_at_z": [
            """
            def chain_slope(z, layers):
                product = z
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
        ],
        "z_times_layers": ["def chain_slope(z, layers):\n    return 1 - np.tanh(z * layers) ** 2"],
        "two_layers_only": [
            "def chain_slope(z, layers):\n    return (1 - np.tanh(z) ** 2) * (1 - np.tanh(np.tanh(z)) ** 2)"
        ],
        "quarters": ["def chain_slope(z, layers):\n    return 0.25 ** layers"],
        "z_stays": [
            "def chain_slope(z, layers):\n    return (1 - np.tanh(z) ** 2) ** layers",
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    product *= 1 - np.tanh(z) ** 2
                return product
            """,
        ],
        "z_for_activation": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    product *= 1 - z ** 2
                    z = np.tanh(z)
                return product
            """
        ],
        "one_layer_late": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - np.tanh(z) ** 2
                return product
            """
        ],
        "sigmoid_formula": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z * (1 - z)
                return product
            """
        ],
        "sigmoid": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = scratch.sigmoid(z)
                    product *= z * (1 - z)
                return product
            """
        ],
        "summed": [
            """
            def chain_slope(z, layers):
                total = 0
                for layer in range(layers):
                    z = np.tanh(z)
                    total += 1 - z ** 2
                return total
            """
        ],
        "one_more": [
            """
            def chain_slope(z, layers):
                total = 1
                for layer in range(layers):
                    z = np.tanh(z)
                    total += 1 - z ** 2
                return total
            """
        ],
        "mean": [
            """
            def chain_slope(z, layers):
                slopes = []
                for layer in range(layers):
                    z = np.tanh(z)
                    slopes.append(1 - z ** 2)
                return np.mean(slopes)
            """
        ],
        "started_at_zero": [
            """
            def chain_slope(z, layers):
                product = 0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
        ],
        "last_only": [
            """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                    product = 1 - z ** 2
                return product
            """
        ],
        "first_only": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                    return product
            """,
            "def chain_slope(z, layers):\n    return 1 - np.tanh(z) ** 2",
        ],
        "one_too_few": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(1, layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
        ],
        "one_too_many": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers + 1):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
        ],
        "value_for_slope": [
            """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                return z
            """
        ],
        "values_multiplied": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z
                return product
            """
        ],
        "times_layers": ["def chain_slope(z, layers):\n    return layers * (1 - np.tanh(z) ** 2)"],
        "slope_passed_on": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = 1 - np.tanh(z) ** 2
                    product *= z
                return product
            """
        ],
        "slope_of_slope": [
            """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = 1 - np.tanh(z) ** 2
                return z
            """
        ],
        "end_slope": [
            """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                return 1 - np.tanh(z) ** 2
            """
        ],
        "not_multiplied": [
            """
            def chain_slope(z, layers):
                slopes = []
                for layer in range(layers):
                    z = np.tanh(z)
                    slopes.append(1 - z ** 2)
                return slopes
            """
        ],
        "not_divided": [
            """
            def chain_slope(z, layers):
                nudged = z + 0.001
                for layer in range(layers):
                    z, nudged = np.tanh(z), np.tanh(nudged)
                return nudged - z
            """
        ],
        "returns_none": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
            """
        ],
        "raised": [
            """
            def chain_slope(z, layers):
                for layer in layers:
                    z = np.tanh(z)
                return 1 - z ** 2
            """
        ],
        "wrong_arguments": ["def chain_slope(z):\n    return 1 - np.tanh(z) ** 2"],
        "not_a_function": ["chain_slope = 0.25"],
        "wrong_value": [
            """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 + z ** 2
                return product
            """
        ],
    },
    check=function_check(
        chained,
        arguments=("z", "layers"),
        cases=chains,
        rtol=5e-3,
        mistakes={
            "square_forgotten": Mistake(
                lambda z, layers: np.prod([1 - a for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}. The slope of tanh is 1 minus the *square* of the activation.",
            ),
            "square_outside": Mistake(
                lambda z, layers: np.prod([(1 - a) ** 2 for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}: (1 - a) squared. The square belongs to the activation alone: 1 - a ** 2.",
            ),
            "double_for_square": Mistake(
                lambda z, layers: np.prod([1 - 2 * a for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}: 1 minus *twice* the activation. It is the square, a ** 2.",
            ),
            "sign_exchanged": Mistake(
                lambda z, layers: np.prod([a**2 - 1 for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}. A slope below 0 would mean that tanh falls. Which is taken from which?",
            ),
            "started_at_z": Mistake(
                lambda z, layers: z * chained(z, layers),
                "For {inputs} you return {got}: the product begins with z. Only slopes belong in it; before the first layer, nothing of "
                "the nudge is lost.",
            ),
            "z_times_layers": Mistake(
                lambda z, layers: 1 - np.tanh(z * layers) ** 2,
                "For {inputs} you return {got}: one tanh of z * layers. The layers stand one behind the other, each with a tanh of its own.",
            ),
            "two_layers_only": Mistake(
                lambda z, layers: chained(z, 2),
                "For {inputs} you return {got}: always two layers. How many there are comes in as `layers`.",
            ),
            "quarters": Mistake(
                lambda z, layers: 0.25**layers,
                "For {inputs} you return {got}: a quarter for each layer. That is the largest slope of the *sigmoid*; tanh has another at "
                "each place.",
            ),
            "z_stays": Mistake(
                lambda z, layers: (1 - np.tanh(z) ** 2) ** layers,
                "For {inputs} you return {got}: every layer has the slope of the first. But the second gets what the "
                "first gives, tanh(z), and is at another place of its curve.",
            ),
            "z_for_activation": Mistake(
                lambda z, layers: np.prod([1 - a**2 for a in walked(z, layers)[:-1]]),
                "For {inputs} you return {got}: 1 - z ** 2, with what comes *into* the tanh. The rule speaks of the activation, "
                "what comes out.",
            ),
            "one_layer_late": Mistake(
                lambda z, layers: np.prod([1 - np.tanh(a) ** 2 for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}: tanh is taken twice before the first slope. After `z = np.tanh(z)`, `z` *is* "
                "the activation.",
            ),
            "sigmoid_formula": Mistake(
                lambda z, layers: np.prod([a * (1 - a) for a in walked(z, layers)[1:]]),
                "For {inputs} you return {got}: a * (1 - a) is the *sigmoid's* rule. That of tanh is 1 - a ** 2.",
            ),
            "sigmoid": Mistake(
                lambda z, layers: _through_sigmoids(z, layers),
                "For {inputs} you return {got}: a row of sigmoids. Asked is a row of tanh.",
            ),
            "first_only": Mistake(
                lambda z, layers: 1 - np.tanh(z) ** 2,
                "For {inputs} you return {got}: the slope of the first layer alone. Does the loop `return` in its first round?",
            ),
            "summed": Mistake(
                lambda z, layers: slopes_on_the_way(z, layers).sum(),
                "For {inputs} you return {got}: the slopes added up. A nudge that each layer halves is a quarter after two, not a "
                "whole: they multiply.",
            ),
            "one_more": Mistake(
                lambda z, layers: 1 + slopes_on_the_way(z, layers).sum(),
                "For {inputs} you return {got}: the slopes are *added*. They multiply: each layer changes what the one before "
                "has left of the nudge.",
            ),
            "mean": Mistake(
                lambda z, layers: slopes_on_the_way(z, layers).mean(),
                "For {inputs} you return {got}: the mean of the slopes. They multiply.",
            ),
            "started_at_zero": Mistake(
                lambda z, layers: 0.0,
                "For {inputs} you return {got}. Zero times anything is zero: with which number does a product begin?",
            ),
            "last_only": Mistake(
                lambda z, layers: slopes_on_the_way(z, layers)[-1],
                "For {inputs} you return {got}: the slope of the last layer alone. In the loop each slope seems to take the place of "
                "those before.",
            ),
            "one_too_few": Mistake(
                lambda z, layers: chained(z, layers - 1),
                "For {inputs} you return {got}: one layer too few. How often does the loop go round?",
            ),
            "one_too_many": Mistake(
                lambda z, layers: chained(z, layers + 1),
                "For {inputs} you return {got}: one layer too many. How often does the loop go round?",
            ),
            "value_for_slope": Mistake(
                lambda z, layers: walked(z, layers)[-1],
                "For {inputs} you return {got}: what comes out at the end. Asked is how strongly it follows `z`: the product of the "
                "slopes on the way.",
            ),
            "values_multiplied": Mistake(
                lambda z, layers: np.prod(walked(z, layers)[1:]),
                "For {inputs} you return {got}: the activations multiplied. Asked are the slopes: 1 minus the square of each.",
            ),
            "times_layers": Mistake(
                lambda z, layers: layers * (1 - np.tanh(z) ** 2),
                "For {inputs} you return {got}: the first slope *times* the number of layers. More layers make the product smaller, "
                "and each has a slope of its own.",
            ),
            "slope_passed_on": Mistake(
                lambda z, layers: float(np.prod(_slopes_as_inputs(z, layers))),
                "For {inputs} you return {got}: the next layer gets the *slope*. It gets the activation, tanh(z); keep the two "
                "under different names.",
            ),
            "slope_of_slope": Mistake(
                lambda z, layers: _slopes_as_inputs(z, layers)[-1],
                "For {inputs} you return {got}: the next layer gets the *slope*. It gets the activation, tanh(z); keep the two "
                "under different names, and multiply the slopes.",
            ),
            "end_slope": Mistake(
                lambda z, layers: 1 - np.tanh(walked(z, layers)[-1]) ** 2,
                "For {inputs} you return {got}: one slope, taken at the end. Each layer multiplies by its own, on the way.",
            ),
            "not_multiplied": Mistake(
                lambda z, layers: slopes_on_the_way(z, layers),
                lambda seen: (
                    f"You return {show(seen.got)}: the slopes on the way, each right. Multiplied they say what is left of a nudge."
                ),
            ),
            "not_divided": Mistake(
                lambda z, layers: walked(z + 0.001, layers)[-1] - walked(z, layers)[-1],
                "For {inputs} you return {got}: how much arrives of your nudge. Divided by the nudge, it is the slope.",
            ),
        },
        success="Lesson 6 passes blame back through a network by this product, with the weights in it.",
    ),
    hints=(
        "Two things happen in each round: the activation becomes the next layer's z, and the product gets one more factor.",
        "Begin with `product = 1.0`. In the loop: `z = np.tanh(z)`, and then the slope by the rule for tanh, made of this new z.",
        "def chain_slope(z, layers):\n    product = 1.0\n    for layer in range(layers):\n        z = ___\n"
        "        product = product * (1 - ___)\n    return product",
    ),
)


def _through_sigmoids(z: float, layers: int) -> float:
    product = 1.0
    for _ in range(layers):
        z = 1 / (1 + np.exp(-z))
        product *= z * (1 - z)
    return product


def _slopes_as_inputs(z: float, layers: int) -> list[float]:
    found = []
    for _ in range(layers):
        z = 1 - np.tanh(z) ** 2
        found.append(float(z))
    return found


WHERE_IT_GOES = Exercise(
    id="3.8",
    title="Where the nudge is lost",
    kind="choice",
    starter="...",
    right=('"b"', "'B)'"),
    wrong={
        "small_values": ['"a"'],
        "rounding": ['"c"'],
        "bad_luck": ['"d"'],
        "not_a_choice": ['"slope"', "0.25"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "small_values",
                "The values are small, but they are not what a nudge is multiplied by. A network that adds 1000 to every "
                "output would pass a nudge on unchanged. What says how much of a *change* comes through?",
            ),
            "c": (
                "rounding",
                "A computer's numbers have about 16 digits, and they hold 0.000001 as exactly as 1. The same nudge arrived "
                "through ten layers of ReLU, on the same computer.",
            ),
            "d": (
                "bad_luck",
                "Five other seeds were tried, and the same is left every time. And with exactly these weights the nudge "
                "came through tanh and ReLU.",
            ),
        },
        success="Ten factors of a quarter are about one millionth, before the weights have had their say.",
    ),
    hints=(
        "All three networks have the same weights. What differs between them?",
        "What is the largest slope a sigmoid has anywhere? And ReLU? And tanh?",
        "A nudge through ten sigmoids is multiplied ten times by at most ___ (and by the weights).",
    ),
)
