"""The gate: what every exercise must pass before a learner meets it. One function a point, each returns the faults.

The points are those of the design: right answers, wrong answers, starter, junk, mutants, steadiness (same
verdict twice, nothing changed, in time). That notebooks with solutions filled in run is tested with the notebooks.
From a terminal: `python -m dlcourse.checking.gate [02 | 2.1 ...]` prints the figures and every fault.
"""

from __future__ import annotations

import ast
import contextlib
import io
import textwrap
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dlcourse.checking.bench import Bench, bench_for, silence
from dlcourse.checking.codes import declared_codes
from dlcourse.checking.compare import close
from dlcourse.checking.exercise import Exercise
from dlcourse.checking.judge import judge
from dlcourse.checking.junk import junk
from dlcourse.checking.models import is_model, is_trained
from dlcourse.checking.mutants import mutants
from dlcourse.checking.result import Result
from dlcourse.checking.seeds import SEED, seeded
from dlcourse.checking.snapshot import generators, snapshot
from dlcourse.checking.timelimit import TookTooLong
from dlcourse.checking.verdict import Outcome

SEEDS = (SEED, 1, 2)
FEWEST_RIGHT, FEWEST_WRONG = 2, 3
LEAST_KILLED = 0.95
QUICK, SLOW = 0.2, 1.0  # CPU seconds a check may take: functions and values; models
PATIENCE = 5.0  # a busy machine: wall-clock seconds allowed for each of those


@dataclass
class MutantReport:
    """What became of an exercise's mutants, by label."""

    killed: list[str] = field(default_factory=list)
    equivalent: list[str] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """The share of killed among those that are mistakes."""
        mistakes = len(self.killed) + len(self.survived)
        return len(self.killed) / mistakes if mistakes else 1.0


def right_answers(exercise: Exercise) -> list[str]:
    """Point 1: at least two right answers that differ in structure, correct on every seed."""
    faults = []
    if len({_structure(source) for source in exercise.right}) < FEWEST_RIGHT:
        faults.append(f"fewer than {FEWEST_RIGHT} right answers that differ in more than names")
    bench = bench_for(exercise)
    for source in exercise.right:
        answer = bench.answer(source)
        for seed in SEEDS:
            with seeded(seed):
                result = judge(exercise, answer)
            if not result.correct:
                faults.append(_fault("right answer", source, f"on seed {seed} gets {_said(result)}"))
    return faults


def wrong_answers(exercise: Exercise) -> list[str]:
    """Point 2: each wrong answer gets exactly its code, on every seed, and each declared code has a wrong answer."""
    faults = []
    if sum(map(len, exercise.wrong.values())) < FEWEST_WRONG:
        faults.append(f"fewer than {FEWEST_WRONG} wrong answers")
    bench = bench_for(exercise)
    for code, sources in exercise.wrong.items():
        for source in sources:
            answer = bench.answer(source)
            for seed in SEEDS if code != "too_long" else SEEDS[:1]:
                with seeded(seed):
                    result = bench.quick(answer, code)
                if result.code != code:
                    faults.append(
                        _fault(f"answer for {code}", source, f"on seed {seed} gets {_said(result)}")
                    )
    for code in sorted(declared_codes(exercise) - {c for c, sources in exercise.wrong.items() if sources}):
        faults.append(f"no wrong answer earns the code {code}")
    return faults


def starter(exercise: Exercise) -> list[str]:
    """Point 3: the cell as shipped is not attempted, and neither are `...` and None."""
    shipped = {"the starter": bench_for(exercise).answer(exercise.starter), "...": ..., "None": None}
    results = {name: judge(exercise, answer) for name, answer in shipped.items()}
    return [
        f"{name} gets {_said(result)}"
        for name, result in results.items()
        if result.outcome is not Outcome.NOT_ATTEMPTED
    ]


def junk_answers(exercise: Exercise) -> list[str]:
    """Point 4: nonsense is neither correct (unless it happens to be the answer) nor too much for the check."""
    bench = bench_for(exercise)
    right = [bench.answer(source) for source in exercise.right] if exercise.kind == "value" else []
    faults = []
    for name, value in junk().items():
        result = bench.quick(value)
        if result.outcome is Outcome.CHECK_FAILED:
            faults.append(f"{name}: the check itself failed\n{textwrap.indent(result.details, '    ')}")
        elif result.correct and not any(_equal(value, one) for one in right):
            faults.append(f"{name} is called correct")
    return faults


def mutant_report(exercise: Exercise) -> MutantReport:
    """Point 5: mutants of the right answers are killed, or listed as equivalent with a reason."""
    report, bench = MutantReport(), bench_for(exercise)
    letters = "".join(getattr(exercise.check, "letters", ()))
    seen: dict[str, str] = {}
    trained = is_trained(bench.answer(exercise.right[0]))
    for source in (
        exercise.right[:1] if trained else exercise.right
    ):  # where each mutant is a training, one form's
        for mutant in mutants(source, expression=exercise.is_expression, letters=letters):
            if mutant.source in seen:
                continue
            result = _verdict(bench, mutant.source, "correct" if mutant.label in exercise.equivalent else "")
            seen[mutant.source] = mutant.label
            if result == Outcome.CHECK_FAILED:
                report.faults.append(f"the check itself failed on the mutant: {mutant.label}")
            elif result == Outcome.CORRECT:
                listed = mutant.label in exercise.equivalent
                (report.equivalent if listed else report.survived).append(mutant.label)
            else:
                report.killed.append(mutant.label)
    for label, reason in exercise.equivalent.items():
        if label not in report.equivalent:
            what = "is killed" if label in report.killed else "is no mutant of this exercise"
            report.faults.append(f"listed as equivalent, but {what}: {label}")
        elif not reason.strip():
            report.faults.append(f"listed as equivalent without a reason: {label}")
    return report


def mutant_faults(report: MutantReport) -> list[str]:
    """What is to be said against an exercise whose mutants fared like this."""
    faults = list(report.faults)
    if report.rate < LEAST_KILLED:
        faults.append(f"{report.rate:.0%} of the mutants are killed; these are called correct:")
        faults += [f"    {label}" for label in report.survived]
    return faults


def steadiness(exercise: Exercise) -> list[str]:
    """Point 7: the same verdict twice, in time, without a sound, and nothing changed."""
    faults, bench = [], bench_for(exercise)
    for code, source in _all_answers(exercise):
        answer, noise = bench.answer(source), io.StringIO()
        before = snapshot(answer), generators()
        with contextlib.redirect_stdout(noise), contextlib.redirect_stderr(noise):
            first = bench.quick(answer, code)
            second = first if first.outcome is Outcome.TOO_LONG else bench.quick(answer, code)
        if first != second:
            faults.append(_fault("answer", source, f"gets {_said(first)}, then {_said(second)}"))
        if snapshot(answer) != before[0]:
            faults.append(_fault("answer", source, "is changed by the check"))
        if generators() != before[1]:
            faults.append(_fault("answer", source, "makes the check disturb a random generator"))
        if noise.getvalue():
            faults.append(_fault("answer", source, f"makes the check print {noise.getvalue()[:60]!r}"))
    return faults


def speed(exercise: Exercise) -> tuple[float, list[str]]:
    """Point 7 too: (CPU seconds of the slowest right answer, faults)."""
    bench, slowest, faults = bench_for(exercise), 0.0, []
    for source in exercise.right:
        answer = bench.answer(source)
        limit = exercise.seconds if exercise.trains else SLOW if is_model(answer) else QUICK
        measured = [_cost(exercise, answer, limit)]
        while len(measured) < 3 and not _in_time(measured, limit):
            measured.append(_cost(exercise, answer, limit))
        best = min(cpu for cpu, _ in measured)
        slowest = max(slowest, best)
        if not _in_time(measured, limit):
            faults.append(
                _fault("right answer", source, f"is checked in {best:.2f} s; {limit:g} are allowed")
            )
    return slowest, faults


POINTS: dict[str, Callable[[Exercise], list[str]]] = {
    "right answers": right_answers,
    "wrong answers": wrong_answers,
    "starter": starter,
    "junk": junk_answers,
    "mutants": lambda exercise: mutant_faults(mutant_report(exercise)),
    "steadiness": steadiness,
    "speed": lambda exercise: speed(exercise)[1],
}


def _all_answers(exercise: Exercise) -> list[tuple[str, str]]:
    """Every declared answer, with the code it must get."""
    wrong = [(code, source) for code, sources in exercise.wrong.items() for source in sources]
    return [("correct", source) for source in exercise.right] + wrong


def _verdict(bench: Bench, source: str, expected: str) -> Outcome | None:
    """The outcome of a mutant; None if it does not even run."""
    try:
        answer = bench.answer(source)
    except (Exception, SystemExit, TookTooLong):
        return None
    with silence():
        return bench.quick(answer, expected or "too_long").outcome


def _cost(exercise: Exercise, answer: Any, limit: float) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    judge(exercise, answer)
    return time.process_time() - cpu, time.perf_counter() - wall


def _in_time(measured: list[tuple[float, float]], limit: float) -> bool:
    return min(cpu for cpu, _ in measured) <= limit and min(w for _, w in measured) <= PATIENCE * limit


def _structure(source: str) -> str:
    """The source without its names, texts and comments: two answers with the same structure are one."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for name in ("id", "name", "arg"):
            if isinstance(getattr(node, name, None), str) and not isinstance(node, ast.keyword):
                setattr(node, name, "_")
    return ast.dump(tree)


def _equal(one: Any, other: Any) -> bool:
    try:
        return one is other or close(one, other)
    except Exception:
        return False


def _fault(what: str, source: str, fate: str) -> str:
    return f"the {what}\n{textwrap.indent(source, '    ')}\n{fate}"


def _said(result: Result) -> str:
    details = f"\n{textwrap.indent(result.details, '    ')}" if result.details else ""
    return f"{result.code} ({result.outcome.word}): {result.message}{details}"


if __name__ == "__main__":
    from dlcourse.checking.gate_figures import main

    main()
