"""What `check` returns: an outcome with one message, as HTML for notebooks and as plain text everywhere else."""

from __future__ import annotations

from dataclasses import dataclass

from dlcourse.checking.render import aside, box, paragraphs
from dlcourse.checking.verdict import Outcome

_QUESTIONS = {"unknown_exercise": "Which exercise?", "no_answer": "Where is your answer?"}


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

    @property
    def heading(self) -> str:
        """The symbol, the exercise and the outcome's word, or a question where no answer was judged."""
        word = _QUESTIONS.get(self.code, f"{self.outcome.word}.")
        return " ".join(part for part in (self.outcome.symbol, self.exercise_id, word) if part)

    def __str__(self) -> str:
        text = f"{self.heading} {self.message}".rstrip()
        return f"{text}\n{self.notice}" if self.notice else text

    __repr__ = __str__

    def _repr_html_(self) -> str:
        inside = f"<strong>{self.heading}</strong>{paragraphs(self.message)}{aside(self.notice)}"
        return box(self.outcome.colour, inside, role="status")
