"""What an exercise is: one declaration, from which the check, the hints, the solution and all tests follow.

Also the way from an id to its exercise. How an answer is judged stands in `judge`, the declarations themselves
in `dlcourse.exercises`.
"""

from __future__ import annotations

import difflib
import importlib
import linecache
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from dlcourse.checking.show import show, text_of
from dlcourse.checking.verdict import Correct, NotYet

LONGEST_ID = 20
KINDS = ("value", "function", "bug", "model", "choice")


class UnknownExercise(LookupError):
    """No exercise has this id; the message names the nearest ones."""


@dataclass(frozen=True)
class Exercise:
    """One exercise, declared once.

    id, title: "2.1" and a few words.
    kind: one of KINDS.
    starter: the source the learner finds in the cell; `...` alone for an answer that is one expression.
    check: takes the answer, returns Correct or NotYet; may call the learner's code through `calling.call`.
    right: sources of at least two structurally different right answers; the first is the solution shown.
    wrong: the code of each mistake with sources of answers that make it and must get exactly that code.
    hints: a nudge, where to look, a skeleton with blanks.
    setup: source of what the lesson has imported and defined by then; answers may use it.
    answer: the name that is passed to `check`; by default the last one the starter defines.
    unchanged: says whether a value (not a function) is still the starter's; for starters that build something.
    seconds: the time after which the check gives up. trains: the check trains a model and may take that long.
    equivalent: mutants of the right answers that are no mistakes: their label and the reason.
    """

    id: str
    title: str
    kind: str
    starter: str
    check: Callable[[Any], Correct | NotYet]
    right: Sequence[str]
    wrong: Mapping[str, Sequence[str]]
    hints: tuple[str, str, str]
    setup: str = ""
    answer: str = ""
    unchanged: Callable[[Any], bool] | None = None
    seconds: float = 3.0
    trains: bool = False
    equivalent: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"exercise {self.id}: kind must be one of {KINDS}, not {self.kind!r}")
        put = object.__setattr__
        put(self, "starter", tidy(self.starter))
        put(self, "setup", tidy(self.setup))
        put(self, "right", tuple(tidy(source) for source in self.right))
        put(self, "wrong", {code: tuple(tidy(s) for s in sources) for code, sources in self.wrong.items()})
        put(self, "hints", tuple(tidy(hint) for hint in self.hints))
        if not self.answer and not self.is_expression:
            put(self, "answer", last_name(self.starter))

    @property
    def lesson(self) -> int:
        """The number of the lesson it belongs to."""
        return int(self.id.split(".")[0])

    @property
    def is_expression(self) -> bool:
        """Is the answer one expression, written between the brackets of `check`?"""
        return self.starter == "..."

    def cell(self, source: str) -> str:
        """Return the text of the notebook cell in which `source` stands where the starter was."""
        source = tidy(source)
        if self.is_expression:
            return f'check("{self.id}", {source})'
        return f'{source}\n\ncheck("{self.id}", {self.answer})'

    def evaluate(self, source: str, namespace: dict[str, Any] | None = None) -> Any:
        """Run the setup and `source` as a cell would and return the answer it defines."""
        return self.run(source, self.prepare(namespace))

    def prepare(self, namespace: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the names a learner has at hand when the exercise begins: the setup, run."""
        space = {"__name__": "__main__"} if namespace is None else namespace
        exec(_compiled(self.setup, f"<setup of {self.id}>"), space)
        return space

    def run(self, source: str, space: dict[str, Any]) -> Any:
        """Run `source` among the names in `space` and return the answer it defines."""
        source = tidy(source)
        if self.is_expression:
            return eval(_compiled(source, f"<answer to {self.id}>", "eval"), space)
        exec(_compiled(source, f"<answer to {self.id}>"), space)
        return space[self.answer]


def tidy(source: str) -> str:
    """Return source text without its common indentation and without blank lines around it."""
    return textwrap.dedent(source).strip("\n").rstrip()


def last_name(source: str) -> str:
    """Return the last name that `source` defines at its outermost level. Raises ValueError if there is none."""
    names = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", source, flags=re.MULTILINE)
    if not names:
        raise ValueError(f"this starter defines no name: {source!r}")
    return next(filter(None, names[-1]))


def _compiled(source: str, filename: str, mode: str = "exec") -> Any:
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    return compile(source, filename, mode)


@lru_cache(maxsize=1)
def _modules() -> dict[int, str]:
    package = importlib.import_module("dlcourse.exercises")
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return {int(name.removeprefix("lesson_")): name for name in sorted(names) if name.startswith("lesson_")}


@cache
def lesson_module(number: int) -> Any:
    """Return the module of a lesson's declarations: TITLE and EXERCISES. Raises KeyError for an unknown lesson."""
    return importlib.import_module(f"dlcourse.exercises.{_modules()[number]}")


def lesson_numbers() -> list[int]:
    """The numbers of the lessons that have exercises, in order."""
    return list(_modules())


def all_exercises() -> Iterator[Exercise]:
    """Yield every exercise of every lesson, in order."""
    for number in lesson_numbers():
        yield from lesson_module(number).EXERCISES


def find(exercise_id: Any) -> Exercise:
    """Return the exercise with this id ("2.1"; the number 2.1 is understood). Raises UnknownExercise."""
    wanted = text_of(exercise_id, LONGEST_ID)
    number, _, rest = wanted.partition(".")
    lesson = int(number) if number.isascii() and number.isdigit() else -1
    if lesson in _modules():
        wanted = f"{lesson}.{rest}"
        known = {exercise.id: exercise for exercise in lesson_module(lesson).EXERCISES}
        if wanted in known:
            return known[wanted]
        nearest = difflib.get_close_matches(wanted, known, n=3, cutoff=0.0)
    else:
        everything = [exercise.id for exercise in all_exercises()]
        nearest = difflib.get_close_matches(wanted, everything, n=3, cutoff=0.3) or everything[:3]
    there = ", ".join(f'"{one}"' for one in sorted(nearest))
    raise UnknownExercise(f"There is no exercise {show(exercise_id)}. The nearest: {there}.")
