"""Decides whether an answer is an attempt at all, or still what the lesson shipped."""

from __future__ import annotations

import types
from functools import cache
from typing import Any

from dlcourse.checking.exercise import Exercise

FIRST_FEW = 100


def not_attempted(exercise: Exercise, answer: Any) -> bool:
    """Is the answer `...`, None, a list with `...` in it, or the starter unchanged?"""
    if answer is None or answer is ...:
        return True
    if _dots_in(answer):
        return True
    if type(answer) is types.FunctionType:
        own = _fingerprint(answer.__code__)
        return own in _empty_functions() or own == _starter_function(exercise, answer.__name__)
    try:
        return bool(exercise.unchanged and exercise.unchanged(answer))
    except Exception:  # not even of the starter's kind
        return False


def _dots_in(answer: Any, depth: int = 0) -> bool:
    if type(answer) is dict:
        answer = list(answer.values())
    if type(answer) not in (list, tuple) or depth > 2:
        return False
    return any(item is ... or _dots_in(item, depth + 1) for item in answer[:FIRST_FEW])


def _fingerprint(code: types.CodeType) -> tuple:
    """What a function does, whatever its arguments are called: two with the same fingerprint are the same text."""
    constants = tuple(
        _fingerprint(const) if isinstance(const, types.CodeType) else repr(const)
        for const in code.co_consts
        if not (isinstance(const, str) and const == _docstring(code))
    )
    return code.co_code, code.co_names, constants


def _docstring(code: types.CodeType) -> str | None:
    first = code.co_consts[0] if code.co_consts else None
    return first if isinstance(first, str) else None


@cache
def _empty_functions() -> tuple[tuple, ...]:
    def dots() -> None: ...

    def documented() -> None:
        """Nothing else."""

    return _fingerprint(dots.__code__), _fingerprint(documented.__code__)


def _starter_function(exercise: Exercise, name: str) -> tuple | None:
    for const in compile(exercise.starter, "<starter>", "exec").co_consts:
        if isinstance(const, types.CodeType) and const.co_name == name:
            return _fingerprint(const)
    return None
