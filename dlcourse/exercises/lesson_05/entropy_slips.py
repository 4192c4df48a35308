"""Further slips in exercise 5.2, merged into its mistakes: choosing the probability first, then taking one logarithm."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.entropy_cases import LEAST, MOST


def _right(targets: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """The clipped probability of each right answer."""
    p = np.clip(probabilities, LEAST, MOST)
    return np.where(targets == 1, p, 1 - p)


def _log_inside(inside: Callable) -> Callable:
    """A mistake: minus the mean logarithm of `inside(targets, p)`."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        with np.errstate(all="ignore"):
            return -np.mean(np.log(inside(targets, np.clip(probabilities, LEAST, MOST))))

    return behaviour


def _mean_over(wanted: float) -> Callable:
    """A mistake: the mean over the examples with this target alone."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        some = targets == wanted
        return -np.mean(np.log(_right(targets, probabilities)[some])) if some.any() else np.nan

    return behaviour


_INFINITE = "For {inputs} you return {got}: the logarithm of 0, and it is not `p` that is 0. With target 0, what is left inside your "

SLIPS = {
    "right_probability_alone": Mistake(
        lambda targets, probabilities: np.mean(_right(targets, probabilities)),
        "For {inputs} you return {got}: the mean probability of the right answers, and it *grows* as the network gets better. What "
        "does the last column of the table do with each of them?",
    ),
    "log_outside_and_sign": Mistake(
        lambda targets, probabilities: np.log(np.mean(_right(targets, probabilities))),
        "For {inputs} you return {got}: first the mean, then one logarithm, without the minus. Each example has its own: "
        "logarithm and minus first, mean last.",
    ),
    "halves_multiplied": Mistake(
        lambda targets, probabilities: 0.0,
        "For {inputs} you return {got}, and 0 for everything else: the two parts are *multiplied*, and one of them is always 0. "
        "What joins them so that the other one is left?",
    ),
    "target_0_in_the_logarithm": Mistake(
        _log_inside(lambda t, p: t * p),
        _INFINITE + "logarithm? The probability of the right answer is then `1 - p`.",
    ),
    "ones_in_the_logarithm": Mistake(
        _log_inside(lambda t, p: t * p + t * (1 - p)),
        _INFINITE
        + "logarithm? `targets` stands before both parts; which of them should vanish for a target of 1?",
    ),
    "brackets_in_the_logarithm": Mistake(
        _log_inside(lambda t, p: t * p + (1 - t) * 1 - p),
        "For {inputs} you return {got}. `(1 - targets) * 1 - p` multiplies first and subtracts then. Put brackets around "
        "`1 - p`, too.",
    ),
    "mean_over_ones_only": Mistake(
        _mean_over(1.0),
        "For {inputs} you return {got}: only the examples with target 1 are looked at. What does one with target 0 cost?",
    ),
    "mean_over_zeros_only": Mistake(
        _mean_over(0.0),
        "For {inputs} you return {got}: only the examples with target 0 are looked at. What does one with target 1 cost?",
    ),
}
