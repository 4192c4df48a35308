"""Names answers of lesson 3 that are a constant factor away from right, or that were made with another e."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import plain

Check = Callable[[Any], Correct | NotYet]


def in_proportion(check: Check, reference: Callable, names: Sequence[str], probes: Sequence[tuple]) -> Check:
    """Return a check that says so if slopes are right but for one factor, the same on all `probes`.

    Measured slopes end there: multiplied by the nudge, not divided by it, or taken over two nudges.
    """

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        factor = _factor(answer, reference, names, probes)
        if factor is None:
            return verdict
        why = (
            "From `z - nudge` to `z + nudge`, if you have measured so, it is two nudges."
            if np.isclose(factor, 2, rtol=1e-2)
            else "What is done with the nudge, if you have measured? The difference is to be *divided* by it, once."
            if factor < 0.2 or factor > 5
            else "One factor is too much."
        )
        return NotYet(
            "in_proportion", f"Everywhere you return {show(float(f'{factor:.3g}'))} times the slope. {why}"
        )

    checked.codes = (*check.codes, "in_proportion")  # type: ignore[attr-defined]
    return checked


def _factor(answer: Any, reference: Callable, names: Sequence[str], probes: Sequence[tuple]) -> float | None:
    """By which factor, the same everywhere and above 0, the answer differs from the reference; None if by no such."""
    ratios = []
    for probe in probes:
        try:
            got = np.asarray(plain(call(answer, *probe, names=tuple(names))), dtype=float)
        except (LearnerError, TypeError, ValueError):
            return None
        expected = np.asarray(reference(*probe))
        if got.shape != expected.shape:
            return None
        ratios.extend((got / expected).ravel())
    factor = float(np.mean(ratios))
    same = np.isfinite(ratios).all() and factor > 0 and np.allclose(ratios, factor, rtol=1e-2, atol=0)
    return factor if same and not np.isclose(factor, 1, rtol=2e-2) else None


def few_digits(e: float) -> bool:
    """Is this an e with too few digits?"""
    return 2.6 < e < 2.8 and abs(e - np.e) > 1e-9


def e_by_hand(check: Check) -> Check:
    """Return a check that knows a softmax made with an e of few digits: the shares of logits 0, 1 and 2 show it."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        try:
            got = np.asarray(plain(call(answer, np.array([[0.0, 1.0, 2.0]]), names=("logits",))), dtype=float)
        except (LearnerError, TypeError, ValueError):
            return verdict
        if got.shape != (1, 3) or not np.isclose(got.sum(), 1):
            return verdict
        e, squared = got[0, 1:] / got[0, 0]
        if not few_digits(float(e)) or not np.isclose(squared, e**2, rtol=1e-9):
            return verdict
        text = (
            f"For `logits = [[0, 1, 2]]` you return {show(got)}. Nearly: yours is an e of {show(round(float(e), 9))}. NumPy has one with more digits, "
            "and its powers: `np.exp`."
        )
        return NotYet("e_rounded", text)

    checked.codes = (*check.codes, "e_rounded")  # type: ignore[attr-defined]
    return checked
