"""What several exercises of lesson 4 share: activations for references, short numbers, and checks around checks."""

from __future__ import annotations

import dis
from collections.abc import Callable, Sequence
from itertools import pairwise
from types import CodeType
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, close
from dlcourse.checking.calling import LearnerError

Network = list[tuple[np.ndarray, np.ndarray]]
Check = Callable[[Any], Correct | NotYet]
GENERAL = ("wrong_value", "wrong_shape", "wrong_length", "wrong_type", "always_the_same")
_FROM_OUTSIDE = ("LOAD_GLOBAL", "LOAD_NAME")


def relu(z: np.ndarray) -> np.ndarray:
    """What is above 0 stays, the rest becomes 0."""
    return np.maximum(z, 0.0)


def tanh(z: np.ndarray) -> np.ndarray:
    """The hyperbolic tangent."""
    return np.tanh(z)


def linear(z: np.ndarray) -> np.ndarray:
    """Nothing is done to it."""
    return z


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + e^-z)."""
    return 1 / (1 + np.exp(-z))


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Shares that add up to 1 along `axis`."""
    powers = np.exp(z - z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def halves(rng: np.random.Generator, *size: int) -> np.ndarray:
    """Numbers like 1.5 between -2 and 2: every order of adding gives the same sum."""
    return rng.integers(-4, 5, size=size) / 2


def random_network(rng: np.random.Generator, widths: list[int]) -> Network:
    """Weights and biases for these widths, inputs first."""
    return [(halves(rng, a, b), halves(rng, b)) for a, b in pairwise(widths)]


def names_read(answer: Any) -> set[str]:
    """The names a function reads from outside itself, those of functions inside it included."""
    code = getattr(answer, "__code__", None)
    waiting, found = [code] if isinstance(code, CodeType) else [], set()
    while waiting:
        code = waiting.pop()
        found.update(step.argval for step in dis.get_instructions(code) if step.opname in _FROM_OUTSIDE)
        waiting += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
    return found


def own_arguments(
    check: Check, names: Sequence[str], question: str = "What is it called between the brackets of `def`?"
) -> Check:
    """Return a check that says so where a wrong answer reads the lesson's own numbers in place of its arguments.

    names: those the lesson has given to its arrays and models. question: what follows the sentence about it.
    """

    def named(answer: Any) -> NotYet | None:
        foreign = [name for name in names if name in names_read(answer)]
        if not foreign:
            return None
        return NotYet(
            "lesson_names",
            f"Your function reads `{foreign[0]}`: these are the lesson's own numbers, the same at every call. It should work with "
            f"what it is given. {question}",
        )

    return _where_general(check, "lesson_names", named)


def example_only(check: Check, rows: Sequence[tuple], reference: Callable, code: str, message: str) -> Check:
    """Return a check that names `code` where an answer fails in general and is right on all `rows`."""

    def fits(answer: Any) -> NotYet | None:
        try:
            right = all(close(call(answer, *row), reference(*row)) for row in rows)
        except LearnerError:
            right = False
        return NotYet(code, message) if right else None

    return _where_general(check, code, fits)


def _where_general(check: Check, code: str, named: Callable[[Any], NotYet | None]) -> Check:
    """Return a check that asks `named` where `check` would raise, or has no more than a general word to say."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            verdict = check(answer)
        except LearnerError:
            found = named(answer)
            if found is None:
                raise
            return found
        general = isinstance(verdict, NotYet) and verdict.code in GENERAL
        return (named(answer) if general else None) or verdict

    checked.codes = (code, *check.codes)  # type: ignore[attr-defined]
    return checked
