"""Ready-made checks for values and for choices, and the way to the others (functions, models)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np

from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import difference, plain
from dlcourse.checking.function_checks import function_check, not_a_function
from dlcourse.checking.mistake import Mistake, Seen, comparable
from dlcourse.checking.show import show
from dlcourse.checking.verdict import Correct, NotYet

__all__ = [
    "LearnerError",
    "Mistake",
    "Seen",
    "choice_check",
    "function_check",
    "not_a_function",
    "value_check",
]


def value_check(
    expected: Any,
    *,
    mistakes: Mapping[str, Mistake] | None = None,
    otherwise: str = "You give {got}. That is not it yet.",
    success: str = "",
    rtol: float = 1e-3,
    atol: float = 1e-6,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a value: a number, a text, an array or a tuple of several.

    expected: the value, or a function without arguments that computes it (called once, at the first check).
    mistakes: wrong values (or functions that compute them) with what to say about each; `otherwise` is said
    about any other, with {got} in it.
    """
    mistakes = mistakes or {}

    @cache
    def known(code: str | None) -> Any:
        value = expected if code is None else mistakes[code].behaviour
        return value() if callable(value) else value

    def check(answer: Any) -> Correct | NotYet:
        wanted = known(None)
        if callable(answer) and not isinstance(plain(answer), np.ndarray):
            text = f"You passed {show(answer)}; a value is asked, not something to call."
            return NotYet("wrong_type", text)
        found = difference(answer, wanted, rtol=rtol, atol=atol)
        if found is None:
            return Correct(success)
        seen = Seen({}, answer, wanted)
        for code, mistake in mistakes.items():
            if comparable(answer, known(code), rtol, atol):
                return NotYet(code, mistake.text(seen))
        if found.code == "wrong_value":
            return NotYet("wrong_value", otherwise.format(got=show(answer)))
        return NotYet(found.code, f"You give {found.sentence}.")

    check.codes = tuple(mistakes)  # type: ignore[attr-defined]
    return check


def choice_check(
    right: str, wrong: Mapping[str, tuple[str, str]], *, success: str = ""
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a choice question.

    right: the letter of the right option. wrong: for each other letter, the code of the misconception it stands
    for and what to say about it. The learner answers with a letter, in any case: "b", "B", "b)".
    """
    letters = sorted([right, *wrong])

    def check(answer: Any) -> Correct | NotYet:
        letter = _letter(answer)
        if letter == right:
            return Correct(success)
        if letter in wrong:
            code, message = wrong[letter]
            return NotYet(code, message)
        return NotYet(
            "not_a_choice",
            f"You give {show(answer)}. Answer with one letter in quotation marks: {', '.join(letters[:-1])} or {letters[-1]}.",
        )

    check.codes = tuple(code for code, _ in wrong.values())  # type: ignore[attr-defined]
    check.letters = letters  # type: ignore[attr-defined]
    return check


def _letter(answer: Any) -> str:
    """The letter in "b", "B)", " (b) ", "`b`" or ["b"]; an empty text if there is none."""
    if type(answer) in (list, tuple, set) and len(answer) == 1:
        answer = next(iter(answer))
    text = str(answer).strip().lower() if isinstance(answer, str) else ""
    with_words = re.match(r"\(?([a-z])[).:]\s", text)  # "b) press the button"
    return with_words.group(1) if with_words else text.strip("().:\"'`").strip()
