"""A known mistake: how it behaves, and what to say to whoever made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dlcourse.checking.compare import close
from dlcourse.checking.show import show, show_inputs

_INPUTS = re.compile(r"(?<!`)\{inputs\}(?!`)")  # inputs are code, whether the author marked them so or not


@dataclass(frozen=True)
class Seen:
    """One call: the inputs by name, what the learner's function returned and what was expected."""

    inputs: Mapping[str, Any]
    got: Any
    expected: Any


@dataclass(frozen=True)
class Mistake:
    """A known mistake: what it computes, and what to say about it.

    behaviour: for a function exercise, a function of the same arguments; for a value, the wrong value itself.
    message: text in which {inputs}, {got}, {expected} and each argument's name in braces stand for the smallest
    case that shows the mistake; or a function from `Seen` to the text.
    """

    behaviour: Any
    message: str | Callable[[Seen], str]

    def text(self, seen: Seen) -> str:
        """Return the message about this case."""
        if callable(self.message):
            return self.message(seen)
        shown = {name: show(value) for name, value in seen.inputs.items()}
        inputs = show_inputs(list(seen.inputs), list(seen.inputs.values()))
        return _INPUTS.sub("`{inputs}`", self.message).format(
            **{**shown, "inputs": inputs, "got": show(seen.got), "expected": show(seen.expected)}
        )


def comparable(got: Any, wrong: Any, rtol: float = 1e-5, atol: float = 1e-7) -> bool:
    """Is `got` what a mistake gives? A mistake may give something that no answer may be; that is then no match."""
    try:
        return close(got, wrong, rtol=rtol, atol=atol)
    except TypeError:
        return False
