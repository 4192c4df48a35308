"""More that people write in exercise 6.3 in place of tanh and its slope, and what to say. Others stand beside the exercise."""

from __future__ import annotations

import math

from dlcourse.checking import Mistake


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def _brackets_missing(a: float) -> float:
    up, down = math.exp(a), math.exp(-a)
    return up - down / up + down


MORE = {
    "input_as_slope": Mistake(
        lambda a: (math.tanh(a), a),
        "At a = 1 your slope is 1, at a = -2 it is -2: the number that went in. But tanh rises everywhere, and steepest at a = 0.",
    ),
    "square_inside": Mistake(
        lambda a: (math.tanh(a), 1 - math.tanh(a**2)),
        "At a = 1 your slope is {got[1]}. You squared what goes *into* tanh. In the formula tanh comes first: what is squared?",
    ),
    "one_forgotten": Mistake(
        lambda a: (math.tanh(a), -(math.tanh(a) ** 2)),
        "At a = 1 your slope is {got[1]}, and at a = 0 it is 0. But tanh rises everywhere, steepest in the middle. Which part of the formula "
        "is missing?",
    ),
    "power_rule": Mistake(
        lambda a: (math.tanh(a), 2 * math.tanh(a)),
        "At a = 1 your slope is {got[1]}: 2 times the value would be the slope of a *square*. The slope of tanh stands in the exercise; there "
        "something is squared.",
    ),
    "two_squares": Mistake(
        lambda a: (math.tanh(a), 1 - 2 * math.tanh(a) ** 2),
        "At a = 1 your slope is {got[1]}, below 0, though tanh rises everywhere. How many squares are taken off in the formula?",
    ),
    "times_value": Mistake(
        lambda a: (math.tanh(a), (1 - math.tanh(a) ** 2) * math.tanh(a)),
        "At a = 1 your slope is {got[1]}, and at a = 0 it is 0, where tanh is steepest. What multiplies the 1 - ... of the formula?",
    ),
    "doubled_slope": Mistake(
        lambda a: (math.tanh(a), 2 * (1 - math.tanh(a) ** 2)),
        "At a = 0 your slope is 2 in all: a nudge of 0.01 would move tanh by 0.02. It moves by 0.01. What counts twice? (Each parent is named "
        "once for each time it was used.)",
    ),
    "sigmoid_value": Mistake(
        lambda a: (_sigmoid(a), 1 - _sigmoid(a) ** 2),
        "The slope follows the rule of tanh, but the value is that of the sigmoid: 0.5 at a = 0, where tanh gives 0.",
    ),
    "brackets": Mistake(
        lambda a: (_brackets_missing(a), 1 - _brackets_missing(a) ** 2),
        "At a = 0 your value is 1; tanh gives 0 there. In `u - d / u + d` Python divides first. What belongs in brackets? (`np.tanh` needs none.)",
    ),
    "relu": Mistake(
        lambda a: (max(0.0, a), 1 - max(0.0, a) ** 2),
        "At a = -2 your value is 0, at a = 1 it is 1: that is ReLU. The slope is to be that of tanh, and so is the value.",
    ),
    "exchanged": Mistake(
        lambda a: (1 - math.tanh(a) ** 2, math.tanh(a)),
        "At a = 0 the `data` of your node is 1 and the slope 0: the two have changed places. What goes forward is the value of tanh.",
    ),
}
