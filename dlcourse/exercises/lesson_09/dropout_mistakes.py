"""The known mistakes of exercise 9.3, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, call
from dlcourse.checking.compare import plain


def dropout(x: np.ndarray, draws: np.ndarray, rate: float, training: bool) -> np.ndarray:
    """What the exercise asks for: (n, units) in and out."""
    x = np.asarray(x, dtype=float)
    return np.where(np.asarray(draws) < rate, 0.0, x) / (1 - rate) if training else x


def _kept(x: np.ndarray, draws: np.ndarray, rate: float) -> np.ndarray:
    return np.where(draws < rate, 0.0, x)


def _training(made):
    """A mistake in the branch of training alone."""
    return lambda x, draws, rate, training: made(x, draws, rate) if training else x


_SAY = "For {inputs} you return {got}. "
_TABLE = "That is right for a rate of 0.5 as in the table, which stands in your function as a number. What is the rate here?"

MISTAKES = {
    "not_scaled": Mistake(
        _training(_kept),
        _SAY
        + "The right ones are dropped, but nothing makes up for them: the next layer gets less than it will when nothing "
        "is dropped. By what must the rest grow?",
    ),
    "scaled_by_the_rate": Mistake(
        _training(lambda x, d, r: _kept(x, d, r) / r),
        _SAY
        + "The rest is divided by the rate. With a rate of 0.2 only a fifth is lost; must the others then grow fivefold? Which share is *left*?",
    ),
    "made_smaller": Mistake(
        _training(lambda x, d, r: _kept(x, d, r) * (1 - r)),
        _SAY
        + "What is left has been made *smaller*, by the share that is kept. The sum has shrunk already; it should grow back.",
    ),
    "multiplied_by_the_rate": Mistake(
        _training(lambda x, d, r: _kept(x, d, r) * r),
        _SAY
        + "What is left is multiplied by the rate, and so shrinks further. It should make up for what was dropped.",
    ),
    "kept_for_dropped": Mistake(
        _training(lambda x, d, r: (x - _kept(x, d, r)) / (1 - r)),
        _SAY
        + "You keep where the draw is *below* the rate. With a rate of 0.2 that would drop eight in ten. Which way round is the comparison?",
    ),
    "kept_for_dropped_scaled": Mistake(
        _training(lambda x, d, r: (x - _kept(x, d, r)) / r),
        _SAY + "`rate` is for you the share that is kept: dropped should be where the draw is below it.",
    ),
    "kept_not_scaled": Mistake(
        _training(lambda x, d, r: x - _kept(x, d, r)),
        _SAY
        + "You keep where the draw is below the rate, and drop the others. It should be the other way round (and the rest must grow).",
    ),
    "active_when_predicting": Mistake(
        lambda x, d, r, training: dropout(x, d, r, True),
        _SAY
        + "`training` is False, and still something is dropped: a finished network would give another answer each time you ask it.",
    ),
    "training_reversed": Mistake(
        lambda x, d, r, training: dropout(x, d, r, not training),
        _SAY + "You drop when `training` is False and nothing while it is True. When is dropout needed?",
    ),
    "scaled_when_predicting": Mistake(
        lambda x, d, r, training: _kept(x, d, r) if training else x * (1 - r),
        _SAY
        + "You make up for it when predicting. Dropout was first done that way; then every prediction has to know the rate. Asked "
        "is today's way: make up for it while training, and leave `x` alone afterwards.",
    ),
    "scaled_twice": Mistake(
        lambda x, d, r, training: dropout(x, d, r, training) if training else x * (1 - r),
        _SAY
        + "Training is right. It has made up for what was dropped already, so a prediction must not shrink `x` once more.",
    ),
    "scaled_up_when_predicting": Mistake(
        lambda x, d, r, training: dropout(x, d, r, training) if training else x / (1 - r),
        _SAY + "Training is right. When nothing is dropped, there is nothing to make up for.",
    ),
    "zeros_when_predicting": Mistake(
        lambda x, d, r, training: dropout(x, d, r, training) if training else np.zeros_like(x),
        _SAY
        + "Training is right. But when predicting *everything* is gone. What should a layer that does nothing return?",
    ),
    "one_mask_for_all_rows": Mistake(
        _training(lambda x, d, r: np.where(d[0] < r, 0.0, x) / (1 - r)),
        _SAY
        + "All rows lose the same units, those that the first row's draws choose. Each example has draws of its own.",
    ),
    "whole_rows": Mistake(
        _training(lambda x, d, r: np.where(d[:, :1] < r, 0.0, x) / (1 - r)),
        _SAY
        + "Whole rows vanish: whole examples. Single units should; `draws` has a number for each of them.",
    ),
    "scaled_by_what_was_kept": Mistake(
        _training(lambda x, d, r: _kept(x, d, r) / np.mean(d >= r) if (d >= r).any() else _kept(x, d, r)),
        _SAY
        + "You divide by the share that these draws happened to keep. Keras divides by the share that is kept on average; how does it follow from the rate?",
    ),
    "mask_returned": Mistake(
        _training(lambda x, d, r: (d >= r).astype(float)),
        _SAY + "That is the mask, 1 for kept and 0 for dropped. What becomes of `x`?",
    ),
    "mask_scaled": Mistake(
        _training(lambda x, d, r: (d >= r) / (1 - r)),
        _SAY + "That is the mask, grown; `x` is not in it.",
    ),
    "nothing_dropped": Mistake(
        lambda x, d, r, training: x, _SAY + "Nothing is dropped. What do the draws decide?"
    ),
    "only_scaled": Mistake(
        _training(lambda x, d, r: x / (1 - r)),
        _SAY + "Everything has grown, and nothing was dropped. What do the draws decide?",
    ),
    "subtracted": Mistake(
        _training(lambda x, d, r: (x - (d < r)) / (1 - r)),
        _SAY
        + "You *subtract* 1 where a unit is dropped. A dropped unit should be 0, whatever it was: what makes any number 0?",
    ),
    "multiplied_by_the_draws": Mistake(
        _training(lambda x, d, r: x * d / (1 - r)),
        _SAY
        + "You multiply by the draws themselves. They are dice: they decide between 0 and the number, and enter nothing else.",
    ),
    "weakened_by_the_draws": Mistake(
        _training(lambda x, d, r: x * d),
        _SAY
        + "You multiply by the draws themselves. They are dice: they decide between 0 and the number, and enter nothing else.",
    ),
    "small_numbers_dropped": Mistake(
        _training(lambda x, d, r: np.where(x < r, 0.0, x) / (1 - r)),
        _SAY
        + "You compare `x` with the rate. What is dropped is decided by the dice in `draws`, not by the number itself.",
    ),
    "border": Mistake(
        _training(lambda x, d, r: np.where(d <= r, 0.0, x) / (1 - r)),
        _SAY + "One draw there *is* the rate. Dropped is what lies below it.",
    ),
    "threshold_of_the_table": Mistake(
        _training(lambda x, d, r: np.where(d < 0.5, 0.0, x) / (1 - r)), _SAY + _TABLE
    ),
    "factor_of_the_table": Mistake(_training(lambda x, d, r: _kept(x, d, r) * 2), _SAY + _TABLE),
    "rate_of_the_table": Mistake(_training(lambda x, d, r: _kept(x, d, 0.5) * 2), _SAY + _TABLE),
    "other_end": Mistake(
        _training(lambda x, d, r: np.where(d < 1 - r, x, 0.0) / (1 - r)),
        _SAY
        + "As many are dropped as should be, but at the other end: those with *large* draws. Dropped is what lies below the rate.",
    ),
    "draws_returned": Mistake(
        _training(lambda x, d, r: _kept(d, d, r) / (1 - r)),
        _SAY + "Those are the draws that are left. What becomes of `x`?",
    ),
    "grown_too_little": Mistake(
        _training(lambda x, d, r: _kept(x, d, r) * (1 + r)),
        _SAY
        + "What stays has grown by the share that was dropped, `1 + rate`. Is that enough? Of 10 units with a rate of 0.5, 5 stay: how often must each count?",
    ),
    "brackets": Mistake(
        _training(lambda x, d, r: _kept(x / 1 - r, d, r)),
        _SAY
        + "The rate has been *subtracted*: `x / 1 - rate` divides by 1 first. What do round brackets change?",
    ),
    "dropped_unchanged": Mistake(
        _training(lambda x, d, r: np.where(d < r, x, x / (1 - r))),
        _SAY + "The others have grown, but those that should be dropped are there as they were.",
    ),
    "whole_sum_kept": Mistake(
        _training(
            lambda x, d, r: (
                _kept(x, d, r) * x.sum() / _kept(x, d, r).sum() if _kept(x, d, r).any() else np.nan * x
            )
        ),
        _SAY
        + "You make the *sum* the same as before, with these draws. That depends on which were dropped; what makes up for it on average?",
    ),
}


def own_dice_too(by_cases: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """The same check, which also names a function that throws dice of its own: no fixed values tell it."""

    def check(answer: Any) -> Correct | NotYet:
        verdict = by_cases(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        x, draws = np.ones((20, 20)), np.random.default_rng(3).uniform(size=(20, 20))
        made = plain(call(answer, x, draws, 0.5, True))
        if not isinstance(made, np.ndarray) or made.shape != x.shape or not np.isin(made, (0.0, 2.0)).all():
            return verdict
        others = int(np.sum((made == 0) != (draws < 0.5)))
        if not 0.2 * x.size < others < 0.8 * x.size:
            return verdict
        text = (
            f"For 400 ones and a rate of 0.5 you return zeros and twos, as asked, but {others} of them otherwise than `draws` "
            "says. Whose dice decide in your function?"
        )
        return NotYet("own_dice", text)

    check.codes = (*by_cases.codes, "own_dice")  # type: ignore[attr-defined]
    return check
