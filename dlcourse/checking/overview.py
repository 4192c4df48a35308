"""`progress`: the learner's record as a table, lesson by lesson."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from dlcourse.checking.exercise import lesson_module, lesson_numbers
from dlcourse.checking.render import box, rich_text
from dlcourse.checking.store import STORE
from dlcourse.colours import GREEN

NOTHING_YET = "Nothing is recorded yet. Solve an exercise, and it appears here."


@dataclass(frozen=True)
class LessonProgress:
    """One lesson: its exercises with their state ('solved', 'tried' or 'open') and the number of recorded guesses."""

    number: int
    title: str
    states: tuple[tuple[str, str], ...]
    guesses: int

    @property
    def solved(self) -> int:
        """How many exercises are solved."""
        return sum(state == "solved" for _, state in self.states)


@dataclass(frozen=True)
class Overview:
    """The whole record, as a table."""

    lessons: tuple[LessonProgress, ...]
    notice: str = ""

    _SYMBOLS = {"solved": "✓", "tried": "↻", "open": "○"}  # noqa: RUF012 - never changed

    @property
    def anything(self) -> bool:
        """Has anything been done?"""
        return any(lesson.guesses or any(s != "open" for _, s in lesson.states) for lesson in self.lessons)

    def __str__(self) -> str:
        if not self.anything:
            return "\n".join(filter(None, [NOTHING_YET, self.notice]))
        rows = [
            f"{lesson.number:02d} {lesson.title:<45} {lesson.solved} of {len(lesson.states)}  "
            + " ".join(f"{self._SYMBOLS[state]}{name}" for name, state in lesson.states)
            for lesson in self.lessons
        ]
        return "\n".join(filter(None, ["✓ solved  ↻ tried  ○ open", *rows, self.notice]))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        if not self.anything:
            return box(GREEN, "<br>".join(filter(None, [NOTHING_YET, rich_text(self.notice)])))
        rows = "".join(self._row(lesson) for lesson in self.lessons)
        head = _cells("th", "Lesson", "Solved", "Exercises", "Guesses")
        key = "<small>✓ solved &nbsp; ↻ tried &nbsp; ○ open</small>"
        notice = f"<br>{rich_text(self.notice)}" if self.notice else ""
        return box(GREEN, f"<table>{head}{rows}</table>{key}{notice}")

    def _row(self, lesson: LessonProgress) -> str:
        marks = " ".join(f"{self._SYMBOLS[state]}&nbsp;{name}" for name, state in lesson.states)
        title = f"{lesson.number:02d} {html.escape(lesson.title)}"
        return _cells("td", title, f"{lesson.solved} of {len(lesson.states)}", marks, str(lesson.guesses))


def _cells(tag: str, *texts: str) -> str:
    """A row of the table. JupyterLab sets every cell to the right unless the cell itself says otherwise."""
    cells = "".join(f'<{tag} style="text-align:left">{text}</{tag}>' for text in texts)
    return f"<tr>{cells}</tr>"


def progress() -> Overview:
    """Return what you have solved, tried and guessed so far, in all lessons."""
    record = STORE.read()
    return Overview(tuple(_lesson(number, record) for number in lesson_numbers()), STORE.take_notice())


def _lesson(number: int, record: dict[str, Any]) -> LessonProgress:
    module = lesson_module(number)
    states = tuple((e.id, _state(record["exercises"].get(e.id, {}))) for e in module.EXERCISES)
    guesses = sum(name.split(".")[0] == str(number) for name in record["predictions"])
    return LessonProgress(number, module.TITLE, states, guesses)


def _state(entry: dict[str, Any]) -> str:
    if "solved" in entry:
        return "solved"
    return "tried" if entry.get("tries") else "open"
