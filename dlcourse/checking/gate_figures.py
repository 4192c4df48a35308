"""The gate's figures as a table: exercises, right forms, wrong answers, mutants killed and equivalent, by lesson."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from dlcourse.checking.exercise import Exercise, lesson_module, lesson_numbers
from dlcourse.checking.gate import LEAST_KILLED, MutantReport

HEAD = ("exercises", "right", "wrong", "mutants", "killed", "equivalent", "survived", "rate")


def figures(exercise: Exercise, report: MutantReport) -> dict[str, int]:
    """Return the numbers of one exercise, plain enough to travel between processes."""
    return {
        "lesson": exercise.lesson,
        "exercises": 1,
        "right": len(exercise.right),
        "wrong": sum(map(len, exercise.wrong.values())),
        "mutants": len(report.killed) + len(report.survived) + len(report.equivalent),
        "killed": len(report.killed),
        "equivalent": len(report.equivalent),
        "survived": len(report.survived),
    }


def table(rows: Iterable[dict[str, int]]) -> list[str]:
    """Return the lines of a table: one for each lesson, one for all."""
    rows = list(rows)
    lessons = sorted({row["lesson"] for row in rows})
    groups = [(f"lesson {n:02d}", [row for row in rows if row["lesson"] == n]) for n in lessons]
    lines = [" " * 10 + "".join(f"{head:>11}" for head in HEAD)]
    for name, group in [*groups, ("all", rows)]:
        sums = {head: sum(row[head] for row in group) for head in HEAD[:-1]}
        mistakes = sums["killed"] + sums["survived"]
        rate = sums["killed"] / mistakes if mistakes else 1.0
        low = "" if rate >= LEAST_KILLED else "  too few"
        lines.append(f"{name:10}" + "".join(f"{value:11}" for value in sums.values()) + f"{rate:11.1%}{low}")
    return lines


def chosen(wanted: Sequence[str]) -> Iterator[Exercise]:
    """Yield the exercises that are named: "2.1", or a lesson as "02" or "2"; all of them where nothing is.

    Only the lessons that are named are loaded. Raises SystemExit with a sentence where a name fits none.
    """
    asked: dict[int, set[str]] = {}
    for one in wanted or map(str, lesson_numbers()):
        lesson, dot, rest = one.partition(".")
        number = int(lesson) if lesson.isdecimal() else -1
        known = {e.id for e in lesson_module(number).EXERCISES} if number in lesson_numbers() else set()
        names = {f"{number}.{rest}"} if dot else known
        if not names or not names <= known:
            sys.exit(f"no exercise {one}: name a lesson, as 02, or an exercise, as 2.1")
        asked[number] = asked.get(number, set()) | names
    for number, names in sorted(asked.items()):
        yield from (exercise for exercise in lesson_module(number).EXERCISES if exercise.id in names)


def main() -> None:
    """Run the whole gate for the exercises named on the command line (2.1, or 02 for a lesson), or for all."""
    from dlcourse.checking import gate

    rows, bad = [], 0
    for exercise in chosen(sys.argv[1:]):
        report = gate.mutant_report(exercise)
        rows.append(figures(exercise, report))
        for point, examine in gate.POINTS.items():
            faults = gate.mutant_faults(report) if point == "mutants" else examine(exercise)
            bad += len(faults)
            for fault in faults:
                sys.stdout.write(f"{exercise.id}, {point}: {fault}\n")
    sys.stdout.write("\n".join(table(rows)) + "\n")
    sys.exit(1 if bad else 0)
