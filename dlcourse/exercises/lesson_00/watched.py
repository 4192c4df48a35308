"""What goes on in an endless loop of exercise 0.3: two whole numbers that notice what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dlcourse.checking import Correct, NotYet, call
from dlcourse.checking.calling import LearnerError

HOW_MANY, SIZE = 4, 2
_ROUNDS = 50  # the loop needs two


class _Endless(BaseException):
    """Raised in a loop that has asked too often; not an Exception, so that no `except Exception` keeps it."""


class _Added(int):
    """A whole number that remembers how often it was added to something."""

    times = 0

    def __add__(self, other: Any) -> Any:
        self.times += 1
        return int(self) + other

    __radd__ = __add__


class _Compared(_Added):
    """A whole number that remembers what it was compared with, and ends a loop that compares again and again.

    It extends the other one, so that Python asks it first when the two are compared.
    """

    def __new__(cls, value: int) -> _Compared:
        made = super().__new__(cls, value)
        made.with_ = []
        return made

    def _note(self, other: Any) -> int:
        self.with_.append(other)
        if len(self.with_) > _ROUNDS:
            raise _Endless
        return int(self)

    def __lt__(self, other: Any) -> bool:
        return self._note(other) < other

    def __le__(self, other: Any) -> bool:
        return self._note(other) <= other

    def __gt__(self, other: Any) -> bool:
        return self._note(other) > other

    def __ge__(self, other: Any) -> bool:
        return self._note(other) >= other

    def __eq__(self, other: object) -> bool:
        return self._note(other) == other

    def __ne__(self, other: object) -> bool:
        return self._note(other) != other

    __hash__ = int.__hash__


def endless(answer: Callable) -> NotYet | None:
    """Say why the loop never ends, if its question is asked again and again and what it asks about tells why."""
    how_many, size = _Compared(HOW_MANY), _Added(SIZE)
    try:
        call(answer, how_many, size, names=("how_many", "size"))
    except LearnerError as error:
        if not isinstance(error.cause, _Endless):
            return None
    asked = how_many.with_
    if len(asked) <= _ROUNDS or any(not isinstance(value, int | float) for value in asked):
        return None
    start, then = asked[0], asked[1:]
    question = f"For how_many = {HOW_MANY}, size = {SIZE} your loop compares"
    if all(value == start for value in then) and size.times:
        return NotYet(
            "sum_not_kept",
            f"{question} {start} with {HOW_MANY} in every round, without an end. The sum with `size` is computed, but it is "
            "not kept anywhere. To which name should it be given?",
        )
    if then[0] == SIZE != start and len(set(then)) == 1:
        return NotYet(
            "set_anew",
            f"{question} {start}, {then[0]}, {then[1]}, {then[2]} and so on with {HOW_MANY}: after each round `seen` is "
            "`size` again. It should grow by `size`. (`+=` adds to what is there; `=+` is `=` and a plus sign.)",
        )
    if all(later < earlier for earlier, later in zip(asked, then, strict=False)):
        return NotYet(
            "goes_back",
            f"{question} {start}, {then[0]}, {then[1]} and so on with {HOW_MANY}: `seen` goes down and never gets there.",
        )
    return None


def watched(check: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """Return a check that looks for an endless loop first, and asks `check` where it finds none it can explain."""

    def checked(answer: Any) -> Correct | NotYet:
        return (endless(answer) if callable(answer) else None) or check(answer)

    checked.codes = ("sum_not_kept", "set_anew", "goes_back", *check.codes)  # type: ignore[attr-defined]
    return checked
