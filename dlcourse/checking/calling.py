"""Calls the learner's function so that nothing of it leaks out: copied arguments, captured prints, wrapped errors."""

from __future__ import annotations

import builtins
import contextlib
import copy
import inspect
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dlcourse.checking.render import in_notebook
from dlcourse.checking.show import show_inputs
from dlcourse.checking.timelimit import TookTooLong

BIG = 10_000_000  # bytes: a bigger array that a learner returns is not copied


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
    """What came of one call: the returned `value`, what was `printed`, and which arguments were `changed`."""

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
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(ShortBuffer()),
            _notebook_kept(),
            world_kept(),  # the innermost: the others need the built-ins to end
        ):
            value = function(*mine)
    except TookTooLong as error:
        error.inputs = show_inputs(names, arguments)
        raise
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # also exit(), and errors of a learner's own making
        raise LearnerError(error, show_inputs(names, arguments)) from error
    if value is ...:
        raise StillDots
    if inspect.iscoroutine(value):
        value.close()  # or Python complains that nobody waited for it
    changed = [
        name for name, before, after in zip(names, arguments, mine, strict=False) if not _same(before, after)
    ]
    return Call(_taken_down(value), printed.getvalue(), changed)


def copied(value: Any) -> Any:
    """A copy of an array, list, tuple, dict, set or table; anything else (a model, a function) as it is."""
    if isinstance(value, np.ndarray | list | dict | tuple | set):
        return copy.deepcopy(value)
    if type(value).__module__.startswith("pandas.") and hasattr(value, "copy"):
        return value.copy()
    return value


@contextlib.contextmanager
def world_kept() -> Iterator[None]:
    """Put back what a learner's function may have exchanged under everybody's feet: built-ins, recursion limit."""
    before, limit = dict(vars(builtins)), sys.getrecursionlimit()
    try:
        yield
    finally:
        now = vars(builtins)
        for name, value in before.items():
            if name not in now or now[name] is not value:
                now[name] = value
        if sys.getrecursionlimit() != limit:
            sys.setrecursionlimit(limit)


@contextlib.contextmanager
def _notebook_kept() -> Iterator[None]:
    """In a notebook: drop what a function displays (a check calls it many times), and make `exit()` an error.

    There `exit()` raises nothing but asks the kernel to end, and the learner's work with it.
    """
    if not in_notebook():
        yield
        return
    from IPython import get_ipython
    from IPython.utils.capture import capture_output

    shell = get_ipython()
    shell.ask_exit = _exit
    try:
        with capture_output(stdout=False, stderr=False, display=True):
            yield
    finally:
        del shell.ask_exit


def _exit() -> None:
    raise SystemExit


def _taken_down(value: Any, depth: int = 0) -> Any:
    """A returned value as it is now: a function may return the same list at every call and go on filling it."""
    if type(value) is np.ndarray:
        return value.copy() if value.nbytes <= BIG else value
    if type(value) in (list, tuple) and len(value) <= 10_000 and depth < 4:
        return type(value)([_taken_down(item, depth + 1) for item in value])
    if type(value) is dict and len(value) <= 10_000 and depth < 4:
        return {key: _taken_down(item, depth + 1) for key, item in value.items()}
    return value


def _same(before: Any, after: Any) -> bool:
    try:
        if isinstance(before, np.ndarray):
            return np.array_equal(before, after, equal_nan=before.dtype.kind == "f")
        if isinstance(before, list | tuple):
            return len(before) == len(after) and all(_same(a, b) for a, b in zip(before, after, strict=True))
        if isinstance(before, dict):
            return before.keys() == after.keys() and all(_same(before[key], after[key]) for key in before)
        if isinstance(before, int | float | str | bool | set):
            return type(before) is type(after) and (before == after or before != before)
        if hasattr(before, "equals"):  # a table
            return bool(before.equals(after))
    except Exception:
        return False
    return True
