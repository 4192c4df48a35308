"""The gate's bench: turns the sources of answers into answers, and judges them under a shorter time limit."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from dlcourse.checking.calling import copied
from dlcourse.checking.exercise import Exercise
from dlcourse.checking.judge import judge
from dlcourse.checking.models import is_model
from dlcourse.checking.result import Result
from dlcourse.checking.timelimit import TimeLimit
from dlcourse.checking.verdict import Outcome

GATE_SECONDS = 0.3  # in place of an exercise's own limit: answers that loop for ever are many here
GATE_SECONDS_MODELS = 5.0  # an alarm that rings inside Keras may leave it broken for all that follow
MAKING_SECONDS = 5.0  # for an answer's own source to run; models may train in theirs
TRAINING_SECONDS = 90.0
BIG = 1_000_000  # bytes: bigger arrays are not copied for every answer but can't be written to

_benches: dict[int, tuple[Exercise, Bench]] = {}


class Bench:
    """Makes answers to one exercise. The setup runs once; every answer gets its own copy of what it defines."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self._space = exercise.prepare()
        self._models: dict[str, Any] = {}
        for value in self._space.values():
            if isinstance(value, np.ndarray) and value.nbytes > BIG:
                value.flags.writeable = False

    def answer(self, source: str) -> Any:
        """Return the answer that a source defines; a model is made once. Raises what the source raises, or TookTooLong."""
        if source in self._models:
            return self._models[source]
        space = {name: self._own(name, value) for name, value in self._space.items()}
        with silence(), TimeLimit(TRAINING_SECONDS if self.exercise.kind == "model" else MAKING_SECONDS):
            made = self.exercise.run(source, space)
        if is_model(made) and source in self._declared():
            self._models[source] = made
        return made

    def quick(self, answer: Any, expected: str = "too_long") -> Result:
        """Judge under the gate's shorter time limit; what ran out of it unexpectedly gets the whole time."""
        if self.exercise.trains:
            return judge(self.exercise, answer)
        limit = GATE_SECONDS_MODELS if self.exercise.kind == "model" else GATE_SECONDS
        result = judge(replace(self.exercise, seconds=min(self.exercise.seconds, limit)), answer)
        if result.outcome is Outcome.TOO_LONG and expected != "too_long":
            return judge(self.exercise, answer)
        return result

    def _own(self, name: str, value: Any) -> Any:
        if name.startswith("__") or (isinstance(value, np.ndarray) and not value.flags.writeable):
            return value
        return copied(value)

    def _declared(self) -> set[str]:
        return {*self.exercise.right, *(one for sources in self.exercise.wrong.values() for one in sources)}


def bench_for(exercise: Exercise) -> Bench:
    """Return the one bench of an exercise: its setup may load data and its answers may be trained."""
    if id(exercise) not in _benches:
        _benches[id(exercise)] = exercise, Bench(exercise)
    return _benches[id(exercise)][1]


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Drop what is printed."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield
