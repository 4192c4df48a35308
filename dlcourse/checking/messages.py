"""The boxes that are no judgement: hints, solutions, predictions, the table of progress."""

from __future__ import annotations

from dataclasses import dataclass

from dlcourse.checking.render import aside, box, code_block, paragraphs, rich_text
from dlcourse.colours import BLUE


@dataclass(frozen=True)
class Note:
    """A titled text with an optional block of code, as HTML and as plain text."""

    title: str
    text: str = ""
    code: str = ""
    colour: str = BLUE
    after: str = ""

    def __str__(self) -> str:
        parts = [self.title, self.text, self.code, self.after]
        return "\n".join(part for part in parts if part)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        inside = f"<strong>{rich_text(self.title)}</strong>{paragraphs(self.text)}"
        if self.code:
            inside += code_block(self.code)
        return box(self.colour, inside + aside(self.after))
