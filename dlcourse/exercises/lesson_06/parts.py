"""The check of exercises 6.9 and 6.10: a function that returns several gradients, each judged by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from typing import Any

import numpy as np

from dlcourse.checking import (
    Correct,
    Mistake,
    NotYet,
    Seen,
    close,
    difference,
    generator,
    not_a_function,
    show,
)
from dlcourse.checking.calling import LearnerError, copied, watched_call
from dlcourse.checking.compare import plain

Rows = list[tuple]


def parts_check(
    reference: Callable[..., tuple],
    *,
    arguments: Sequence[str],
    parts: Sequence[str],
    cases: Callable[[np.random.Generator], Rows],
    mistakes: Mapping[str, Mapping[str, Mistake]],
    success: Callable[[Any], Correct | NotYet] | str,
    order: Sequence[str] = (),
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a function of arrays that returns one array for each name in `parts`.

    cases: square arrays first, on which every slip runs through, so that it is known by its numbers; then others.
    mistakes: for each part, what people compute in its place, as functions of all arguments. order: in which order the
    parts are judged; by default as they are returned. success: what to say (to lists, too, with a word about arrays), or a
    last question about the function, asked if it returns arrays.
    """
    order = tuple(order) or tuple(parts)

    def check(answer: Any) -> Correct | NotYet:
        wrong_kind = not_a_function(answer, arguments)
        if wrong_kind:
            return wrong_kind
        rows = cases(generator())
        got, changed, error = _calls(answer, rows, arguments)
        if error and not got:
            raise error
        expected = [reference(*map(copied, row)) for row in rows[: len(got)]]
        for seen, wanted in zip(got, expected, strict=True):
            fault = _count(seen, wanted, parts)
            if fault:
                return fault
        if all(close(seen, wanted) for seen, wanted in zip(got, expected, strict=True)):
            if error:
                raise error
            if changed:
                names = " and ".join(f"`{name}`" for name in changed)
                return NotYet(
                    "arguments_changed",
                    f"What you return is right. But your function also changes the {names} it is given, and whoever called it goes on with other "
                    "numbers. A gradient is only told here; the step comes later, elsewhere.",
                )
            listed = _no_array(got, parts)
            if callable(success):
                return (
                    NotYet("no_array", f"The numbers are right, but {listed}") if listed else success(answer)
                )
            return Correct(f"{success} One thing: {listed}" if listed else success)
        exchanged = _exchanged(got, expected, parts)
        if exchanged:
            return exchanged
        for name in order:
            fault = _part(name, parts.index(name), rows, got, expected, mistakes.get(name, {}), arguments)
            if fault and not (error and fault.code.startswith("wrong")):
                return _with_the_right_ones(fault, got, expected, parts)
        raise error or AssertionError("a difference that is in no part")

    named = [code for known in mistakes.values() for code in known]
    general = [
        "returns_none",
        "wrong_type",
        "wrong_length",
        "order",
        "arguments_changed",
        "wrong_shape",
        "wrong_value",
    ]
    if callable(success):
        general.append("no_array")
    check.codes = (*named, *general)  # type: ignore[attr-defined]
    return check


def _with_the_right_ones(fault: NotYet, got: list, expected: list, parts: Sequence[str]) -> NotYet:
    """Where only shape or numbers can be named: say also which parts are right, so that the fault can be narrowed down."""
    if not fault.code.startswith("wrong"):
        return fault
    pairs = list(zip(got, expected, strict=True))
    right = [name for i, name in enumerate(parts) if all(close(seen[i], wanted[i]) for seen, wanted in pairs)]
    if not right:
        return fault
    return NotYet(fault.code, f"{fault.message} Right already: {', '.join(right)}.")


def _calls(
    answer: Callable, rows: Rows, names: Sequence[str]
) -> tuple[list[Any], list[str], LearnerError | None]:
    """What the calls return, which arguments they change, and the error that ended them."""
    got: list[Any] = []
    changed: list[str] = []
    for row in rows:
        try:
            made = watched_call(answer, row, names)
        except LearnerError as error:
            shapes = ", ".join(f"{name} {np.shape(value)}" for name, value in zip(names, row, strict=True))
            return got, changed, LearnerError(error.cause, f"shapes: {shapes}")
        got.append(made.value)
        changed += [name for name in made.changed if name not in changed]
    return got, changed, None


def _count(seen: Any, wanted: tuple, parts: Sequence[str]) -> NotYet | None:
    """Are these as many things as are asked?"""
    if seen is None:
        last = f"`return {', '.join(parts)}`"
        return NotYet("returns_none", f"Your function returns nothing (None). Its last line must be {last}.")
    if type(seen) not in (list, tuple):
        return NotYet("wrong_type", _several(seen, parts))
    if len(seen) != len(wanted):
        return NotYet(
            "wrong_length",
            f"Your function returns {len(seen)} things. {len(parts)} are asked: {', '.join(parts)}.",
        )
    for name, part in zip(parts, seen, strict=True):
        if not isinstance(plain(part), np.ndarray | int | float):
            return NotYet("wrong_type", f"Your {name} is {show(part)}. An array is asked.")
    return None


def _several(seen: Any, parts: Sequence[str]) -> str:
    return (
        f"Your function returns {show(seen)}, one thing. {len(parts)} are asked: `return {', '.join(parts)}`."
    )


def _no_array(got: list, parts: Sequence[str]) -> str:
    """Which part is a list or a tensor, in words, and how to make it an array; empty if all are arrays."""
    for seen in got:
        for name, part in zip(parts, seen, strict=True):
            if not isinstance(part, np.ndarray):
                kind = "a list" if isinstance(part, list | tuple) else "no array of NumPy"
                return f"your {name} is {kind}, and what comes next in the lesson computes with it as an array: `np.array(...)` makes one."
    return ""


def _exchanged(got: list, expected: list, parts: Sequence[str]) -> NotYet | None:
    """The right arrays in another order?"""
    for way in permutations(range(len(parts))):
        if way == tuple(range(len(parts))):
            continue
        if all(
            all(close(seen[i], wanted[way[i]]) for i in range(len(parts)))
            for seen, wanted in zip(got, expected, strict=True)
        ):
            theirs = ", ".join(parts[i] for i in way)
            return NotYet(
                "order",
                f"All of them are right, but you return {theirs}. Asked is the order {', '.join(parts)}.",
            )
    return None


def _part(
    name: str,
    place: int,
    rows: Rows,
    got: list,
    expected: list,
    mistakes: Mapping[str, Mistake],
    arguments: Sequence[str],
) -> NotYet | None:
    """What is wrong with one of the returned arrays; None if nothing is."""
    mine = [plain(seen[place]) for seen in got]
    wrong = [not close(seen, wanted[place]) for seen, wanted in zip(mine, expected, strict=True)]
    if not any(wrong):
        return None
    first = wrong.index(True)
    seen = Seen(dict(zip(arguments, rows[first], strict=True)), mine[first], expected[first][place])
    for code, mistake in mistakes.items():
        if all(_same(mistake.behaviour, row, one) for row, one in zip(rows, mine, strict=False)):
            return NotYet(code, mistake.text(seen))
    found = difference(mine[first], expected[first][place])
    shapes = ", ".join(f"{n} {np.shape(v)}" for n, v in seen.inputs.items())
    if found.code == "wrong_shape":
        return NotYet(
            "wrong_shape",
            f"With the shapes {shapes} your {name} has the shape {np.shape(mine[first])}; a gradient has the shape of what it "
            f"belongs to, {np.shape(expected[first][place])}.",
        )
    return NotYet(
        "wrong_value",
        f"With the shapes {shapes} your {name} has the right shape but other numbers: {show(mine[first])}, where "
        f"{show(expected[first][place])} belongs.",
    )


def _same(behaviour: Callable, row: tuple, mine: Any) -> bool:
    try:
        return close(mine, behaviour(*map(copied, row)))
    except Exception:
        return False
