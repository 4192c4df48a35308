"""Further slips in exercise 5.2, merged into its mistakes: choosing the probability first, then taking one logarithm."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.entropy_cases import (
    LEAST,
    MOST,
    binary_crossentropy,
    each,
    halves,
    no,
    of_p,
    yes,
)


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


def _row_by_the_share_of_ones(targets: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """A loop over the targets that adds the whole row of logarithms each time."""
    p, ones = np.clip(probabilities, LEAST, MOST), np.mean(targets)
    return ones * yes(p) + (1 - ones) * no(p)


_INFINITE = (
    "For {inputs} you return {got}: the logarithm of 0, and it is not `p` that is 0. With target 0, what is left inside your "
    "logarithm? The probability of the right answer should be: then `1 - p`."
)

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
    "target_0_in_the_logarithm": Mistake(_log_inside(lambda t, p: t * p), _INFINITE),
    "ones_in_the_logarithm": Mistake(_log_inside(lambda t, p: t * p + t * (1 - p)), _INFINITE),
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
    "second_half_always": Mistake(
        halves(lambda p: yes(p) + no(p), no),
        "For {inputs} you return {got}: -log(1 - p) is counted for every example, also where the target is 1. What switches it "
        "off there?",
    ),
    "first_half_always": Mistake(
        halves(yes, lambda p: yes(p) + no(p)),
        "For {inputs} you return {got}: -log(p) is counted for every example, also where the target is 0. What switches it off "
        "there?",
    ),
    "decided_by_p": Mistake(
        of_p(lambda p: np.mean(np.where(p > 0.5, yes(p), no(p)))),
        "For {inputs} you return {got}, and the same for any targets: `p` itself chooses between p and 1 - p, so the network is "
        "always right. Who knows the right answer?",
    ),
    "mean_of_p_first": Mistake(
        of_p(lambda p: -np.log(np.mean(p))),
        "For {inputs} you return {got}, and the same for any targets: the logarithm of the mean p. First, for each example: how "
        "probable was its *right* answer? Then its logarithm, and the mean last.",
    ),
    "log_of_the_sum": Mistake(
        lambda targets, probabilities: -np.log(np.sum(_right(targets, probabilities))),
        "For {inputs} you return {got}: first a sum, then one logarithm. Each example has its own: logarithm first, mean last.",
    ),
    "whole_row_in_the_loop": Mistake(
        _row_by_the_share_of_ones,
        "For {inputs} you return {got}: each turn of the loop took the logarithm of the whole row `p`. Which one of it "
        "belongs to this target?",
    ),
    "all_or_none": Mistake(
        lambda targets, probabilities: binary_crossentropy(
            np.full(len(targets), float(np.all(targets))), probabilities
        ),
        "For {inputs} you return {got}: all examples are treated alike, by one `if` for all targets. Each has a target of its own.",
    ),
    "each_divided": Mistake(
        lambda targets, probabilities: each(targets, probabilities) / len(targets),
        "For {inputs} you return {got}: what each example adds to the mean, and each is right. What makes one number of them?",
    ),
    "right_probabilities": Mistake(
        lambda targets, probabilities: _right(targets, probabilities),
        "For {inputs} you return {got}: how probable each right answer was, rightly. Now the last column of the table, and the "
        "mean.",
    ),
}


def _source(*lines: str) -> list[str]:
    head = ("def binary_crossentropy(targets, probabilities):", "p = np.clip(probabilities, 1e-7, 1 - 1e-7)")
    return ["\n    ".join((*head, *lines))]


ANSWERS = {  # what earns each of them
    "right_probability_alone": _source("return np.mean(np.where(targets == 1, p, 1 - p))"),
    "log_outside_and_sign": _source("return np.log(np.mean(np.where(targets == 1, p, 1 - p)))"),
    "halves_multiplied": _source("return -np.mean(targets * np.log(p) * (1 - targets) * np.log(1 - p))"),
    "target_0_in_the_logarithm": _source("return -np.mean(np.log(targets * p))"),
    "ones_in_the_logarithm": _source("return -np.mean(np.log(targets * p + targets * (1 - p)))"),
    "brackets_in_the_logarithm": _source("return -np.mean(np.log(targets * p + (1 - targets) * 1 - p))"),
    "mean_over_ones_only": _source("return -np.mean(np.log(p[targets == 1]))"),
    "mean_over_zeros_only": _source("return -np.mean(np.log(1 - p[targets == 0]))"),
    "second_half_always": _source("return -np.mean(targets * np.log(p) + np.log(1 - p))"),
    "first_half_always": _source("return -np.mean(np.log(p) + (1 - targets) * np.log(1 - p))"),
    "decided_by_p": _source("return -np.mean(np.log(np.where(p > 0.5, p, 1 - p)))"),
    "mean_of_p_first": _source("return -np.log(np.mean(p))"),
    "log_of_the_sum": _source("return -np.log(np.sum(targets * p + (1 - targets) * (1 - p)))"),
    "whole_row_in_the_loop": _source(
        "total = 0",
        "for t in targets:",
        "    total += -np.log(p) if t == 1 else -np.log(1 - p)",
        "return total / len(p)",
    ),
    "all_or_none": _source(
        "if targets.all():", "    return -np.mean(np.log(p))", "return -np.mean(np.log(1 - p))"
    ),
    "each_divided": _source("return -np.log(np.where(targets == 1, p, 1 - p)) / len(p)"),
    "right_probabilities": _source("return targets * p + (1 - targets) * (1 - p)"),
}
