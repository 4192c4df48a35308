"""What exercise 3.7 is compared with, on which cases, and the mistakes people make in a product of slopes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_03.errors import NUDGE_TOO_LARGE


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


def _through(function: Callable, z: float, layers: int) -> list[float]:
    path = []
    for _ in range(layers):
        z = float(function(z))
        path.append(z)
    return path


def _nudged(z: float, layers: int, nudge: float) -> float:
    return walked(z + nudge, layers)[-1] - walked(z, layers)[-1]


def _product_as_input(z: float, layers: int) -> float:
    product = 1.0
    for _ in range(layers):
        product *= 1 - np.tanh(z) ** 2
        z = product
    return product


MISTAKES = {
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
        "For {inputs} you return {got}: the slope of the first layer alone, however many there are. Does a loop `return` in its first round, or is "
        "there none?",
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
    "not_divided_small": Mistake(
        lambda z, layers: _nudged(z, layers, 0.00001),
        "For {inputs} you return {got}: how much arrives of your nudge. Divided by the nudge, it is the slope.",
    ),
    "nudge_of_a_tenth": Mistake(lambda z, layers: _nudged(z, layers, 0.1) / 0.1, NUDGE_TOO_LARGE),
    "nudge_of_a_hundredth": Mistake(lambda z, layers: _nudged(z, layers, 0.01) / 0.01, NUDGE_TOO_LARGE),
    "squares_alone": Mistake(
        lambda z, layers: np.prod([a**2 for a in walked(z, layers)[1:]]),
        "For {inputs} you return {got}: a ** 2, what each layer *lost* of the nudge. What is left of 1?",
    ),
    "plus": Mistake(
        lambda z, layers: np.prod([1 + a**2 for a in walked(z, layers)[1:]]),
        "For {inputs} you return {got}: a slope above 1. tanh is nowhere steeper than 1; look at the sign in its rule.",
    ),
    "product_passed_on": Mistake(
        _product_as_input,
        "For {inputs} you return {got}: the next layer gets the *product*. It gets the activation, tanh(z); keep the two under different "
        "names.",
    ),
    "brackets": Mistake(
        lambda z, layers: 1 - sum(a**2 for a in walked(z, layers)[1:]),
        "For {inputs} you return {got}: from 1 every a ** 2 was taken away. `product * 1 - a ** 2` multiplies by 1 before it subtracts; "
        "brackets keep a slope together.",
    ),
    "square_inside": Mistake(
        lambda z, layers: np.prod([1 - np.tanh(a**2) for a in walked(z, layers)[:-1]]),
        "For {inputs} you return {got}: the square stands inside, tanh(z ** 2). First the activation, tanh(z), then its square.",
    ),
    "square_of_product": Mistake(
        lambda z, layers: 1 - np.prod(walked(z, layers)[1:]) ** 2,
        "For {inputs} you return {got}: 1 minus the square of all activations multiplied. First the slope of each layer, then their "
        "product.",
    ),
    "slopes_divided": Mistake(
        lambda z, layers: 1 / chained(z, layers),
        "For {inputs} you return {got}, which is above 1: it is *divided* by the slopes. What each layer leaves is multiplied.",
    ),
    "layers_in_the_exponent": Mistake(
        lambda z, layers: 1 - np.tanh(z) ** (2 * layers),
        "For {inputs} you return {got}: more layers, a larger power of the first activation. Each layer has an activation and a slope of "
        "its own, and the slopes multiply.",
    ),
    "value_over_z": Mistake(
        lambda z, layers: walked(z, layers)[-1] / z,
        "For {inputs} you return {got}: the value divided by z. A slope is how much the value *grows*, divided by how much z grows.",
    ),
    "tan": Mistake(
        lambda z, layers: np.prod([1 - a**2 for a in _through(np.tan, z, layers)]),
        "For {inputs} you return {got}: `np.tan` is another function (of angles). The activation is `np.tanh`.",
    ),
}
