"""Finds the codes a check can give, so that the gate can ask for a wrong answer to each."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from dlcourse.checking.exercise import Exercise


def declared_codes(exercise: Exercise) -> set[str]:
    """The codes a check can give: those its factory names, or for a check of its own those in its source."""
    codes = getattr(exercise.check, "codes", None)
    if codes is None:
        return set(_codes_in_source(exercise.check, set()))
    seen: set[Any] = set()
    asked = getattr(exercise.check, "questions", ())
    return {*codes, *(code for question in asked for code in _codes_in_source(question, seen))}


def _codes_in_source(function: Callable, seen: set[Any]) -> Iterator[str]:
    """Yield "x" for every `NotYet("x", ...)` in a function and in the functions of its module that it names."""
    function = inspect.unwrap(function)
    if function in seen or not inspect.isfunction(function):
        return
    seen.add(function)
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)).strip().rstrip(","))
    except (OSError, SyntaxError):  # a lambda in the middle of a line, or made at run time
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "NotYet" and node.args:
            if isinstance(node.args[0], ast.Constant):
                yield node.args[0].value
        elif isinstance(node, ast.Name):
            other = function.__globals__.get(node.id)
            if callable(other) and _beside(other, function):
                yield from getattr(other, "codes", None) or _codes_in_source(other, seen)


def _beside(other: Callable, function: Callable) -> bool:
    """Are both written by the same author: in one module, or both among the exercises?"""
    theirs, own = str(getattr(other, "__module__", "")), function.__module__
    return theirs == own or (
        theirs.startswith("dlcourse.exercises.") and own.startswith("dlcourse.exercises.")
    )
