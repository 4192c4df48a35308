"""What `check` returns: an outcome with one message, as HTML for notebooks and as plain text everywhere else."""

from __future__ import annotations

from dataclasses import dataclass

from dlcourse.checking.render import box, rich_text
from dlcourse.checking.verdict import Outcome


@dataclass(frozen=True)
class Result:
    """The judgement of one answer.

    exercise_id, outcome, code (the mistake's name, for tests and teachers), message (plain text with `code` in
    backticks), details (for the course's authors when the check itself failed), notice (about the progress
    file, said once).
    """

    exercise_id: str
    outcome: Outcome
    code: str
    message: str
    details: str = ""
    notice: str = ""

    @property
    def correct(self) -> bool:
        """Was the answer right?"""
        return self.outcome is Outcome.CORRECT

    def __str__(self) -> str:
        head = f"{self.outcome.symbol} {self.exercise_id} {self.outcome.word}."
        text = f"{head} {self.message}".rstrip()
        return f"{text}\n{self.notice}" if self.notice else text

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = f"<strong>{self.outcome.symbol} {self.exercise_id} {self.outcome.word}.</strong>"
        inside = f"{head} {rich_text(self.message)}".rstrip()
        if self.notice:
            inside += f"<br><small>{rich_text(self.notice)}</small>"
        return box(self.outcome.colour, inside, role="status")
