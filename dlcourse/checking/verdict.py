"""What a check says about an answer, before it is shown: `Correct` or `NotYet`; and the six outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Correct:
    """The answer does what was asked. `note` is a sentence that adds something, or empty."""

    note: str = ""


@dataclass(frozen=True)
class NotYet:
    """The answer is not right yet: `code` names the mistake, `message` is what the learner reads about it."""

    code: str
    message: str


class Outcome(Enum):
    """The six things that can become of an answer: a word, a symbol and a colour each."""

    CORRECT = ("Correct", "✓", "#009E73")
    NOT_YET = ("Not yet", "↻", "#E69F00")
    NOT_ATTEMPTED = ("Not attempted", "○", "#7F7F7F")
    RAISED = ("Your code raised an error", "⚠", "#CC79A7")
    TOO_LONG = ("Took too long", "◷", "#56B4E9")
    CHECK_FAILED = ("The check itself failed", "✕", "#0072B2")

    def __init__(self, word: str, symbol: str, colour: str) -> None:
        self.word = word
        self.symbol = symbol
        self.colour = colour
