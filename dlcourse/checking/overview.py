"""`progress`: the learner's record as a table, lesson by lesson."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from dlcourse.checking.exercise import lesson_module, lesson_numbers
from dlcourse.checking.render import aside, box
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
            return box(GREEN, f"{NOTHING_YET}{aside(self.notice)}")
        key = "✓ solved &nbsp; ↻ tried &nbsp; ○ open"
        head = f"<strong>Your progress</strong> &nbsp; <span style='font-size:0.92em'>{key}</span>"
        rows = "".join(self._row(lesson) for lesson in self.lessons)
        return box(GREEN, f"{head}<div role='list'>{rows}</div>{aside(self.notice)}")

    def _row(self, lesson: LessonProgress) -> str:
        """Title, bar and count on one line, the exercises below; narrow pages wrap."""
        count = len(lesson.states)
        share = 100 * lesson.solved / count if count else 0
        bar = (
            f'<span style="display:inline-block;width:6em;height:0.5em;border-radius:0.25em;background:{GREEN}40">'
            f'<span style="display:block;width:{share:.0f}%;height:100%;border-radius:0.25em;background:{GREEN}"></span></span>'
        )
        marks = " &nbsp; ".join(_mark(self._SYMBOLS[state], name) for name, state in lesson.states)
        guesses = {0: "", 1: "1 guess"}.get(lesson.guesses, f"{lesson.guesses} guesses")
        return (
            '<div role="listitem" style="margin-top:0.6em;padding-top:0.5em;border-top:1px solid #7F7F7F4d">'
            '<div style="display:flex;flex-wrap:wrap;gap:0 1em;align-items:baseline">'
            f'<span style="flex:1 1 14em"><strong>{lesson.number:02d}</strong> {html.escape(lesson.title)}</span>'
            f'<span style="white-space:nowrap">{bar} &nbsp;{lesson.solved} of {count}</span></div>'
            f'<div style="font-size:0.92em">{marks}{" &nbsp; " if guesses else ""}{guesses}</div></div>'
        )


def _mark(symbol: str, name: str) -> str:
    return f'<span style="white-space:nowrap">{symbol}&nbsp;{name}</span>'


def progress() -> Overview:
    """Return what you have solved, tried and guessed so far, in all lessons."""
    record = STORE.read()
    if not record["exercises"] and not record["predictions"]:  # nothing to show: no lesson need be looked at
        return Overview((), STORE.take_notice())
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
