"""`claim`: a sentence of the course, proved by the measurement beside it, or the notebook fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.render import emit, rich_text


class ClaimError(AssertionError):
    """A sentence of the course is not true on this machine."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of our frames."""
        return [f"ClaimError: {self}"]


@dataclass(frozen=True)
class Claim:
    """A sentence that held, with what was measured."""

    sentence: str
    detail: str = ""

    def __str__(self) -> str:
        return f"✓ {self.sentence}" + (f"\n  measured: {self.detail}" if self.detail else "")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        measured = f'<br><small style="margin-left:1.2em">measured: {rich_text(self.detail)}</small>'
        return f"<div>✓ {rich_text(self.sentence)}{measured if self.detail else ''}</div>"


def claim(sentence: str, condition: Any, detail: str = "") -> None:
    """Show a tick and the sentence if `condition` is true, with the measured detail on a second line.

    Raises ClaimError if it is false, TypeError if it is not a single true or false.
    """
    values = np.asarray(condition)
    if values.size != 1 or values.dtype.kind != "b":
        raise TypeError(
            f"the condition of a claim is one True or False, not {type(condition).__name__} {condition!r:.60}"
        )
    if not values.item():
        measured = f" Measured: {detail}." if detail else ""
        raise ClaimError(f"this does not hold here: {sentence}.{measured}")
    emit(Claim(sentence, detail))
