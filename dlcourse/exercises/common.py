"""Checks that more than one lesson asks by: three numbers in any form, and several checks in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, show
from dlcourse.checking.compare import plain


def _three_numbers(answer: Any) -> np.ndarray | None:
    """The numbers in (w1, w2, b), ((w1, w2), b), an array of 3, or an object with `w` and `b`; None if it is neither."""
    if not isinstance(answer, type) and hasattr(answer, "w") and hasattr(answer, "b"):
        answer = (answer.w, answer.b)
    if isinstance(answer, list | tuple):
        parts = [
            np.atleast_1d(part) for part in map(plain, answer) if isinstance(part, int | float | np.ndarray)
        ]
        if len(parts) != len(answer):
            return None
        numbers = np.concatenate([part.ravel() for part in parts]) if parts else np.array([])
    else:
        numbers = plain(answer)
    if not isinstance(numbers, np.ndarray) or numbers.size != 3 or numbers.dtype.kind not in "iuf":
        return None
    numbers = numbers.ravel().astype(float)
    return numbers if np.isfinite(numbers).all() else None


def three_numbers(check: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """Return a check that hands `check` the tuple (w1, w2, b), in whatever form the answer holds them."""

    def checked(answer: Any) -> Correct | NotYet:
        numbers = _three_numbers(answer)
        if numbers is None:
            return NotYet(
                "not_three_numbers",
                f"You give {show(answer)}. Three numbers are asked, in this order: `(w1, w2, b)`.",
            )
        return check(tuple(numbers.tolist()))

    checked.codes = (
        "not_three_numbers",
        *(code for code in check.codes if code not in ("wrong_type", "wrong_shape", "not_a_number")),
    )  # type: ignore[attr-defined]
    return checked


def in_turn(*checks: tuple[Callable, tuple[str, ...] | None]) -> Callable[[Any], Correct | NotYet]:
    """Return a check that asks several in turn: (check, codes it may report; None for all, and for the last one)."""

    def check(answer: Any) -> Correct | NotYet:
        for one, codes in checks:
            verdict = one(answer)
            if codes is None or (isinstance(verdict, NotYet) and verdict.code in codes):
                return verdict
        return verdict

    check.codes = tuple(
        dict.fromkeys(c for one, codes in checks for c in (one.codes if codes is None else codes))
    )  # type: ignore[attr-defined]
    return check
