"""What no behaviour tells: a slope without a value (5.7), and a step whose fault is in `gradient`, not in it (5.8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.calling import LearnerError, StillDots
from dlcourse.checking.compare import plain
from dlcourse.exercises.lesson_05.gradient_cases import gradient

Check = Callable[[Any], Correct | NotYet]
SLOPES = ("w_slope", "b_slope")
BIRDS = (np.array([1.0, 3.0]), np.array([2.0, 4.0]), 2.0, 0.0)


def slopes_named(check: Check) -> Check:
    """Return `check` of exercise 5.7, with a word for a slope that is returned before it has a value."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            name = _slope_without_value(error)
            if not name:
                raise
            return NotYet(
                "slope_missing",
                f"Your function returns `{name}`, but no line gives it a value. It returns two: which line computes "
                "`w_slope`, and which `b_slope`?",
            )

    checked.codes = (*check.codes, "slope_missing")  # type: ignore[attr-defined]
    return checked


def fault_in_gradient_named(check: Check, judge_gradient: Check) -> Check:
    """Return `check` of exercise 5.8, which looks at the learner's `gradient` when the step is wrong and calls it."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict, error = None, None
        try:
            verdict = check(answer)
        except LearnerError as raised:
            error = raised
        if not isinstance(verdict, Correct):
            verdict = _fault_in_gradient(answer, judge_gradient) or _catching_missed(error) or verdict
        if verdict is None and error is not None:
            raise error
        general = isinstance(verdict, NotYet) and verdict.code == "wrong_value"
        return (_own_rate(answer) if general else None) or verdict

    codes = ("gradient_unsolved", "gradient_wrong", "slopes_not_caught", "own_rate")
    checked.codes = (*check.codes, *codes)  # type: ignore[attr-defined]
    return checked


def _slope_without_value(error: LearnerError | None) -> str:
    cause = error.cause if error else None
    return cause.name if isinstance(cause, NameError) and cause.name in SLOPES else ""


def _fault_in_gradient(answer: Any, judge_gradient: Check) -> NotYet | None:
    """Judge the `gradient` that a function calls, if it calls one."""
    called = "gradient" in getattr(getattr(answer, "__code__", None), "co_names", ())
    own = answer.__globals__.get("gradient") if called else None
    if own is None:
        return None
    try:
        verdict = judge_gradient(own)
    except StillDots:
        verdict = NotYet("slope_missing", "")
    except LearnerError:  # told with its line
        return None
    if isinstance(verdict, Correct):
        return None
    if verdict.code in ("slope_missing", "returns_none"):
        return NotYet(
            "gradient_unsolved",
            "Your `update` calls your `gradient`, exercise 5.7, and that one does not give two slopes yet. Finish it, run its "
            "cell, then this one again.",
        )
    return NotYet(
        "gradient_wrong",
        f"Your `update` calls your `gradient`, and the fault is there, in exercise 5.7. {verdict.message} Mend it, run its "
        "cell, then this one again.",
    )


def _catching_missed(error: LearnerError | None) -> NotYet | None:
    name = _slope_without_value(error)
    if not name:
        return None
    return NotYet(
        "slopes_not_caught",
        f"`{name}` has no value in `update`: the names inside `gradient` are its own. What it *returns* is two values; which "
        "names of yours do they get, on the left of an `=`?",
    )


def _own_rate(answer: Callable) -> NotYet | None:
    """A rate of the learner's own: the moves are the same whatever `learning_rate` is, and a share of the slopes."""
    slopes = np.array(gradient(*BIRDS))
    try:
        places = [np.array(plain(call(answer, *BIRDS, rate)), dtype=float) for rate in (0.1, 0.3)]
        shares = [(np.array(BIRDS[2:]) - place) / slopes for place in places]
    except (TypeError, ValueError):  # not two numbers
        return None
    if (
        np.shape(shares) != (2, 2)
        or not np.allclose(shares, shares[0][0], rtol=1e-3)
        or np.allclose(shares, 0)
    ):
        return None
    return NotYet(
        "own_rate",
        f"For `x = [1, 3], y = [2, 4], w = 2, b = 0` you return {show(tuple(places[0].tolist()))} with the rate 0.1 and with the "
        f"rate 0.3 alike: each slope is multiplied by {show(float(shares[0][0]))}. Which of the five things handed to your function "
        "plays no part in it?",
    )
