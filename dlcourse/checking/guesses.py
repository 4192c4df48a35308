"""`predict`: the learner commits to a guess before the cell that shows the answer. Nobody judges it."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import Any

from dlcourse.checking import record
from dlcourse.checking.messages import Note
from dlcourse.checking.show import show, text_of
from dlcourse.colours import SKY

LONGEST = 200  # characters of a guess in the learner's own words
_MISSING = object()
_asked: dict[str, tuple[str, ...]] = {}  # the options of each question asked in this notebook


def predict(
    prediction_id: str,
    question: str = "",
    options: Sequence[str] = (),
    *,
    guess: Any = ...,
    happened: Any = _MISSING,
) -> Note:
    """Record a guess, or set it beside what happened.

    Before: `predict("5.b", "Where does w end up?", ["near 0", "beyond 20"], guess="b")`.
    After: `predict("5.b", happened="b")`. Options are named by the letters a, b, c, ...; without options any
    text or number is a guess. Never raises and never judges.
    """
    name = text_of(prediction_id)
    if happened is not _MISSING:
        return _compare(name, happened)
    _asked[name] = tuple(str(option) for option in options)
    title = f"Guess {name}. {question}"
    lines = "\n".join(f"{letter})  {text}" for letter, text in _lettered(name))
    lines = f"\n{lines}\n" if lines else "\n"
    if guess is ... or guess is None:
        what = 'the letter of your guess, like `guess="a"`,' if lines.strip() else "your guess"
        return Note(
            title, lines, colour=SKY, after=f"Write {what} in place of the dots and run the cell again."
        )
    understood = _letter(name, guess)
    if understood is None:
        letters = ", ".join(letter for letter, _ in _lettered(name))
        return Note(
            title, lines, colour=SKY, after=f"{show(guess)} is none of the options. Choose one of {letters}."
        )
    record.record_guess(name, understood)
    return Note(
        title, lines, colour=SKY, after=f"Your guess is recorded: {_words(name, understood)}. Now see."
    )


def _compare(name: str, happened: Any) -> Note:
    truth = _words(name, _letter(name, happened) or show(happened))
    guess = record.guess_of(name)
    if guess is None:
        return Note(f"Guess {name}.", f"You made no guess this time. What happened: {truth}.", colour=SKY)
    after = ""
    if name not in _asked and guess in tuple(string.ascii_lowercase):  # the kernel is new since the guess
        after = "Run the cell with the question, then this one, to read the options in words."
    text = f"You guessed: {_words(name, guess)}.\nWhat happened: {truth}."
    return Note(f"Guess {name}.", text, colour=SKY, after=after)


def _lettered(name: str) -> list[tuple[str, str]]:
    return list(zip(string.ascii_lowercase, _asked.get(name, ()), strict=False))


def _letter(name: str, guess: Any) -> str | None:
    """The letter of an option, given as letter (in any case) or in its own words; without options the guess itself."""
    text = text_of(guess, LONGEST)
    options = _lettered(name)
    if not options:
        return text
    for letter, words in options:
        if text.strip("().").lower() in (letter, words.lower()):
            return letter
    return None


def _words(name: str, letter: str) -> str:
    words = dict(_lettered(name)).get(letter)
    return f"{letter}) {words}" if words else letter
