"""The gate, for every exercise of every lesson: what a learner meets has been through all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dlcourse.checking import Exercise, all_exercises, gate
from dlcourse.checking.gate_figures import figures

EXERCISES = [pytest.param(exercise, id=exercise.id) for exercise in all_exercises()]
POINTS = [
    pytest.param(examine, id=name.replace(" ", "-"))
    for name, examine in gate.POINTS.items()
    if name != "mutants"
]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("examine", POINTS)
def test_gate(exercise: Exercise, examine: Callable[[Exercise], list[str]]) -> None:
    faults = examine(exercise)
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_gate_mutants(exercise: Exercise, record_property: Callable) -> None:
    report = gate.mutant_report(exercise)
    record_property("mutants", figures(exercise, report))
    faults = gate.mutant_faults(report)
    assert not faults, "\n" + "\n".join(faults)


def test_ids_are_unique() -> None:
    ids = [exercise.id for exercise in all_exercises()]
    assert len(ids) == len(set(ids))
