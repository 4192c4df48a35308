"""What is written into the record when something happens: a try, a hint, a solution seen, a guess."""

from __future__ import annotations

from datetime import date
from typing import Any

from dlcourse.checking.result import Result
from dlcourse.checking.store import STORE
from dlcourse.checking.verdict import Outcome

_last: dict[str, str] = {}  # what was last said about each exercise in this notebook
REAL_TRIES = (Outcome.NOT_YET, Outcome.RAISED, Outcome.TOO_LONG)


def record_try(result: Result) -> None:
    """Count a try. One that was not attempted or whose check failed leaves no trace; the same again counts once."""
    if result.outcome not in (*REAL_TRIES, Outcome.CORRECT):
        return
    if not result.correct and _last.get(result.exercise_id) == result.message and tries(result.exercise_id):
        return
    _last[result.exercise_id] = result.message
    today = date.today().isoformat()

    def change(record: dict[str, Any]) -> None:
        entry = record["exercises"].setdefault(result.exercise_id, {})
        if result.correct:
            entry.setdefault("solved", today)
        elif "solved" not in entry:
            entry["tries"] = _count(entry, "tries") + 1

    STORE.change(change)


def record_hint(exercise_id: str, stage: int) -> None:
    """Remember the farthest hint that was opened."""

    def change(record: dict[str, Any]) -> None:
        entry = record["exercises"].setdefault(exercise_id, {})
        entry["hints"] = max(_count(entry, "hints"), stage)

    STORE.change(change)


def record_solution(exercise_id: str) -> None:
    """Remember that the solution was opened before the exercise was solved."""

    def change(record: dict[str, Any]) -> None:
        entry = record["exercises"].setdefault(exercise_id, {})
        if "solved" not in entry:
            entry["solution_seen"] = True

    STORE.change(change)


def record_guess(prediction_id: str, guess: str) -> None:
    """Remember a guess."""

    def change(record: dict[str, Any]) -> None:
        record["predictions"][prediction_id] = {"guess": guess}

    STORE.change(change)


def tries(exercise_id: str) -> int:
    """How many real tries there were before the exercise was solved."""
    return _count(STORE.read()["exercises"].get(exercise_id, {}), "tries")


def solved(exercise_id: str) -> bool:
    """Has it been solved?"""
    return "solved" in STORE.read()["exercises"].get(exercise_id, {})


def guess_of(prediction_id: str) -> str | None:
    """The guess that was recorded, or None."""
    guess = STORE.read()["predictions"].get(prediction_id, {}).get("guess")
    return guess if isinstance(guess, str) else None


def _count(entry: dict[str, Any], name: str) -> int:
    value = entry.get(name, 0)
    return value if isinstance(value, int) else 0
