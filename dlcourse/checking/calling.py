"""Calls the learner's function so that nothing of it leaks out: copied arguments, captured prints, wrapped errors."""

from __future__ import annotations

import contextlib
import copy
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dlcourse.checking.show import show_inputs


class LearnerError(Exception):
    """The learner's code raised `cause` when called with `inputs` (a text, may be empty)."""

    def __init__(self, cause: BaseException, inputs: str = "") -> None:
        super().__init__(str(type(cause).__name__))
        self.cause = cause
        self.inputs = inputs


class StillDots(Exception):
    """The learner's function returned the `...` it was shipped with."""


class ShortBuffer(io.StringIO):
    """Keeps the first 2,000 characters written to it: an endless loop that prints must not fill the memory."""

    limit = 2000

    def write(self, text: str) -> int:
        """Keep what still fits of `text`; say that all of it was written."""
        if self.tell() < self.limit:
            super().write(text[: self.limit - self.tell()])
        return len(text)


@dataclass
class Call:
    """What came of one call: the returned `value`, what was `printed`, and whether an argument was `changed`."""

    value: Any
    printed: str = ""
    changed: list[str] = field(default_factory=list)


def call(function: Callable, *arguments: Any, names: Sequence[str] = ()) -> Any:
    """Return `function(*arguments)`, called on copies of lists and arrays. Raises LearnerError or StillDots."""
    return watched_call(function, arguments, names).value


def watched_call(function: Callable, arguments: Sequence[Any], names: Sequence[str] = ()) -> Call:
    """Like :func:`call`, and tells also what was printed and which arguments (by name) were changed."""
    mine = [copied(argument) for argument in arguments]
    printed = ShortBuffer()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(ShortBuffer()):
            value = function(*mine)
    except (Exception, SystemExit) as error:
        raise LearnerError(error, show_inputs(names, arguments)) from error
    if value is ...:
        raise StillDots
    changed = [
        name for name, before, after in zip(names, arguments, mine, strict=False) if not _same(before, after)
    ]
    return Call(value, printed.getvalue(), changed)


def copied(value: Any) -> Any:
    """A copy of an array, list, tuple or dict; anything else (a model, a function) as it is."""
    if isinstance(value, np.ndarray | list | dict | tuple | set):
        return copy.deepcopy(value)
    return value


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, np.ndarray):
        return before.shape == after.shape and np.array_equal(
            before, after, equal_nan=before.dtype.kind == "f"
        )
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(_same(a, b) for a, b in zip(before, after, strict=True))
    if isinstance(before, dict | set):
        return len(before) == len(after) and set(before) == set(after)
    return True
