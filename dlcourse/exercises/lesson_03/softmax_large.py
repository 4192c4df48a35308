"""What exercise 3.9 asks of large logits, where exponentials overflow, and the ways out that don't work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, call, function_check, show
from dlcourse.checking.compare import plain
from dlcourse.exercises.lesson_03.softmax_mistakes import by_axis, shares

Check = Callable[[Any], Correct | NotYet]


def large_tables(rng: np.random.Generator) -> list[tuple]:
    """Logits whose exponentials are too large; too small; and both in one table."""
    tables = ([[1000.0, 1001.0]], [[-1000.0, -1001.0, -999.0]], [[1000.0, 1000.0], [0.0, 1.0]], [[1000.0, -1000.0]],
              [[2000.0, 1999.0, 1000.0], [1.0, 2.0, 3.0]], [[-1000.0, 1000.0]])  # fmt: skip
    return [(np.array(table),) for table in tables]


def _shares(table: np.ndarray) -> np.ndarray:
    return table / table.sum(axis=1, keepdims=True)


def below_named(check: Check) -> Check:
    """Return a check that says why a row of logits far below 0 gives nan, where the general sentence would name three causes."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "not_a_number":
            return verdict
        if not np.allclose(_at(answer, [1000.0, 1001.0]), shares(np.array([[1000.0, 1001.0]]))):
            return verdict
        for row in ([0.0, 1.0], [-1000.0, -1001.0, -999.0]):
            got = _at(answer, row)
            if np.isnan(got).all():
                return NotYet(
                    "underflow",
                    f"For large logits you are right. For `logits = {show([row])}` you return {show(got)}: after your subtraction the "
                    "exponentials of such numbers are all 0, and 0 / 0 is nan, not a number. What taken away from *this* row would leave an "
                    "exponential that is not 0?",
                )
        return verdict

    checked.codes = (*check.codes, "underflow")  # type: ignore[attr-defined]
    return checked


def _at(answer: Callable, row: list[float]) -> np.ndarray:
    """What the learner's softmax makes of one row; nan where that is no table of numbers."""
    got = plain(call(answer, np.array([row]), names=("logits",)))
    return (
        got
        if isinstance(got, np.ndarray) and got.shape == (1, len(row)) and got.dtype.kind == "f"
        else np.full((1, len(row)), np.nan)
    )


LARGE = function_check(
    shares,
    arguments=("logits",),
    cases=large_tables,
    mistakes={
        "overflow": Mistake(
            lambda z: by_axis(z, 1),
            "For small logits you are right. For {inputs} you return {got}: exp(1000) is too large for a computer's number and "
            "becomes infinity (inf), and inf / inf is nan, not a number. What may be taken away from a whole row without changing "
            "its shares?",
        ),
        "one_largest_for_all": Mistake(
            lambda z: by_axis(z - z.max(), 1),
            lambda seen: (
                f"For `logits = {show(seen.inputs['logits'])}` you return {show(seen.got)}. You take away the largest of the whole "
                "*table*. In the row that lies far below it, every exponential becomes 0, and 0 / 0 is nan. Each row needs its own largest."
            ),
        ),
        "smallest_taken_away": Mistake(
            lambda z: by_axis(z - z.min(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. You take away the *smallest* of the row; what lies 1000 above it still overflows.",
        ),
        "first_taken_away": Mistake(
            lambda z: by_axis(z - z[:, :1], 1),
            "For {inputs} you return {got}. You take away the row's *first* logit; what lies 2000 above it still overflows. Which of a row "
            "leaves nothing above itself?",
        ),
        "mean_taken_away": Mistake(
            lambda z: by_axis(z - z.mean(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. You take away the row's *mean*; what lies 1000 above it still overflows.",
        ),
        "divided_by_largest_power": Mistake(
            lambda z: _shares(np.exp(z) / np.exp(z.max(axis=1, keepdims=True))),
            "For small logits you are right. For {inputs} you return {got}: divided by the largest exponential, but that has overflowed, too. "
            "2 less in a logit divides its exponential by e ** 2: so take away *before* `np.exp`, and nothing overflows.",
        ),
        "smallest_of_all_taken_away": Mistake(
            lambda z: by_axis(z - z.min(), 1),
            "For {inputs} you return {got}. You take away the *smallest* logit, and that of the whole table; what lies 1000 above it still "
            "overflows. Which of a row leaves nothing above itself?",
        ),
        "cut_off": Mistake(
            lambda z: by_axis(np.minimum(z, 700), 1),
            "For {inputs} you return {got}: logits that are cut off become alike, and the difference between them is lost.",
        ),
        "nan_to_zero": Mistake(
            lambda z: np.nan_to_num(by_axis(z, 1)),
            "For {inputs} you return {got}: nan has been painted over, and the row adds up to 0. The exponentials must not overflow in "
            "the first place.",
        ),
    },
    success="Rows add up to 1, and no logit is too large. Every library's softmax takes away the row's largest logit first.",
)  # fmt: skip
