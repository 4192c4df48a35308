"""Checks of lesson 7 that no factory makes: three counts in any form, and labels that are 0 and 1 and not True and False."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.compare import plain

Check = Callable[[Any], Correct | NotYet]
_LAYERS = (6464, 2080, 33)


def three_or_their_total(check: Check) -> Check:
    """Return `check`, with a word for answers that are not three numbers: the total, the inputs counted as a layer."""

    def checked(answer: Any) -> Correct | NotYet:
        if isinstance(answer, dict):
            answer = list(answer.values())
        numbers = plain(answer)
        numbers = np.ravel(numbers).tolist() if isinstance(numbers, np.ndarray | int | float) else None
        if numbers == [sum(_LAYERS)]:
            return NotYet(
                "total_alone",
                f"You give {show(answer)}, the total, and it is right. Asked are three numbers, one for each layer.",
            )
        if numbers == [*_LAYERS, sum(_LAYERS)]:
            return NotYet(
                "total_too", f"You give {show(answer)}: three right numbers, and their total. Leave that out."
            )
        if numbers is not None and len(numbers) == 4 and tuple(numbers[1:]) == _LAYERS:
            return NotYet(
                "input_counted",
                f"You give {show(answer)}: the inputs have a number of their own. They are what comes in; nothing is learned there. "
                "Leave it out.",
            )
        return check(answer)

    checked.codes = (*check.codes, "total_alone", "total_too", "input_counted")  # type: ignore[attr-defined]
    return checked


def zeros_and_ones(check: Check, example: tuple) -> Check:
    """Return `check`, but True and False where 0 and 1 are asked get a word of their own. example: arguments to try."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, Correct):
            return verdict
        made = plain(call(answer, *example))
        if isinstance(made, np.ndarray) and made.dtype.kind == "b":
            return NotYet(
                "booleans",
                f"Your function returns {show(made)}. The decisions are right; asked are the numbers 1 and 0, as the labels are "
                "written. `.astype(int)` behind an array, or `int(...)` around a single one, makes them of True and False.",
            )
        return verdict

    checked.codes = (*check.codes, "booleans")  # type: ignore[attr-defined]
    return checked
