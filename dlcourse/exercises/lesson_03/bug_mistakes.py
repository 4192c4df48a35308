"""The mistakes people make in exercise 3.6, a sigmoid's slope."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_03.errors import NOT_DIVIDED, NUDGE_TOO_LARGE, ONE_OF_FIRST
from dlcourse.exercises.lesson_03.sigmoid_mistakes import squashed, squashed_slope


def _nudged(z: np.ndarray, nudge: float) -> np.ndarray:
    return (squashed(z + nudge) - squashed(z)) / nudge


MISTAKES = {
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
        "keep `1 - s` together. (A difference *multiplied* by its nudge is next to 0, too, and so is that of a nudge which rounding swallows.)",
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
    "not_divided": Mistake(
        lambda z: squashed(z + 0.001) - squashed(z),
        NOT_DIVIDED,
    ),
    "not_divided_small": Mistake(lambda z: squashed(z + 0.00001) - squashed(z), NOT_DIVIDED),
    "nudge_of_a_tenth": Mistake(lambda z: _nudged(z, 0.1), NUDGE_TOO_LARGE),
    "nudge_of_a_hundredth": Mistake(lambda z: _nudged(z, 0.01), NUDGE_TOO_LARGE),
    "nudge_of_a_half": Mistake(lambda z: _nudged(z, 0.5), NUDGE_TOO_LARGE),
    "two_nudges_of_one": Mistake(lambda z: (squashed(z + 1) - squashed(z - 1)) / 2, NUDGE_TOO_LARGE),
    "rest_squared": Mistake(
        lambda z: (1 - squashed(z)) ** 2,
        "For {inputs} you return {got}: (1 - activation) twice. The curve is level on the left, too; one of the factors is the activation "
        "itself.",
    ),
    "divided_by_rest": Mistake(
        lambda z: squashed(z) / (1 - squashed(z)),
        "For {inputs} you return {got}: the activation *divided* by the rest grows without end. The rule multiplies.",
    ),
    "rest_taken_away": Mistake(
        lambda z: 2 * squashed(z) - 1,
        "For {inputs} you return {got}: the rest is taken away from the activation. The rule multiplies them.",
    ),
    "only_nudged": Mistake(
        lambda z: squashed(z + 0.00001) / 0.00001,
        "For {inputs} you return {got}: the value after the nudge, divided by it. A slope says how far the value has *moved*: from it, the "
        "value before is to be taken away.",
    ),
    "quarter_everywhere": Mistake(
        lambda z: np.full(len(z), 0.25),
        "For {inputs} you return {got}: a quarter everywhere. That is the largest slope, at 0; further out the curve is flatter.",
    ),
    "rounded": Mistake(
        lambda z: squashed_slope(z).round(2),
        "For {inputs} you return {got}: the right slopes, rounded. Leave them as they are.",
    ),
    "square_in_second": Mistake(
        lambda z: squashed(z) * (1 - squashed(z) ** 2),
        "For {inputs} you return {got}: the square comes from tanh's rule. The sigmoid's is activation times (1 - activation).",
    ),
    "added": Mistake(
        lambda z: np.ones(len(z)),
        "For {inputs} you return {got}: slope 1 everywhere. The activation and what is missing to 1 are to be *multiplied*; added they "
        "are always 1.",
    ),
    "rest_of_z": Mistake(
        lambda z: 1 - z,
        "For {inputs} you return {got}: 1 - z. One factor is missing, and z is the wrong *number* for both: the rule speaks of the "
        "activation.",
    ),
    "upside_down": Mistake(
        lambda z: 1 / squashed_slope(z),
        "For {inputs} you return {got}: where the curve is flatter, your number is larger. What is divided by what?",
    ),
    "brackets_of_difference": Mistake(
        lambda z: squashed(z + 0.00001) - squashed(z) / 0.00001,
        "For {inputs} you return {got}: only the second value is divided by the nudge. Brackets keep the difference together.",
    ),
    "sigmoid_of_the_rest": Mistake(
        lambda z: squashed(z) * squashed(1 - z),
        "For {inputs} you return {got}: the second factor is the sigmoid of 1 - z. It is 1 minus the sigmoid.",
    ),
    "first_only": Mistake(lambda z: float(squashed_slope(z)[0]), ONE_OF_FIRST),
    "squared": Mistake(
        lambda z: squashed(z) ** 2,
        "For {inputs} you return {got}: the activation squared, which is largest on the right, where the curve is level. The second "
        "factor is another.",
    ),
    "z_less_activation": Mistake(
        lambda z: squashed(z) * (z - squashed(z)),
        "For {inputs} you return {got}: in the second factor the activation is taken from z. From what is it to be taken?",
    ),
    "plus_of_z": Mistake(
        lambda z: z * (1 + z),
        "For {inputs} you return {got}: a sign was changed, but the wrong *number* still goes into the formula. What does the rule call a?",
    ),
}
