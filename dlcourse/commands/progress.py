"""`dlcourse progress`: the learner's own record, as a table in the terminal."""

from __future__ import annotations

from rich.table import Table

from dlcourse.checking.overview import NOTHING_YET, Overview
from dlcourse.checking.overview import progress as read_overview

STYLES = {"solved": ("✓", "green"), "tried": ("↻", "yellow"), "open": ("○", "dim")}


def table() -> tuple[Table | str, str]:
    """Return what to show (a table, or a sentence if nothing is recorded) and a notice about the file, if any."""
    overview = read_overview()
    return (_table(overview) if overview.anything else NOTHING_YET), overview.notice


def _table(overview: Overview) -> Table:
    key = "   ".join(f"[{style}]{symbol} {state}[/]" for state, (symbol, style) in STYLES.items())
    rows = Table("Lesson", "Solved", "Exercises", "Guesses", caption=key, caption_justify="left")
    for lesson in overview.lessons:
        marks = "  ".join(
            f"[{STYLES[state][1]}]{STYLES[state][0]}[/] {name}" for name, state in lesson.states
        )
        title = f"{lesson.number:02d}  {lesson.title}"
        rows.add_row(title, f"{lesson.solved} of {len(lesson.states)}", marks, str(lesson.guesses))
    return rows
