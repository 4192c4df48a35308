"""`function_check`: a ready-made check for a function, which finds the mistake by what the function does."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from dlcourse.checking.calling import Call, LearnerError, copied, watched_call
from dlcourse.checking.compare import Difference, difference
from dlcourse.checking.mistake import Mistake, Seen, comparable
from dlcourse.checking.seeds import generator
from dlcourse.checking.show import show, show_apart, show_inputs
from dlcourse.checking.verdict import Correct, NotYet


def function_check(
    reference: Callable,
    *,
    arguments: Sequence[str],
    cases: Callable[[np.random.Generator], list[tuple]] | list[tuple],
    mistakes: Mapping[str, Mistake] | None = None,
    success: str = "",
    otherwise: Callable[[Seen], str] | None = None,
    rtol: float = 1e-5,
    atol: float = 1e-7,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a function: it is called on every case and compared with the reference.

    cases: tuples of arguments, the smallest first, or a function that makes them from a seeded generator.
    mistakes: tried in order; the first whose behaviour agrees with the learner's on every case is named.
    success: a sentence shown with *correct*.
    otherwise: what to say of a wrong value that no known mistake explains, in place of the general sentence; "" for that one.
    """
    mistakes = mistakes or {}

    def check(answer: Any) -> Correct | NotYet:
        wrong_kind = not_a_function(answer, arguments)
        if wrong_kind:
            return wrong_kind
        rows = cases(generator()) if callable(cases) else cases
        calls, error = _calls(_by_position(answer, arguments), rows, arguments)
        rows = rows[: len(calls)]
        expected = [reference(*map(copied, row)) for row in rows]
        found = [difference(c.value, e, rtol=rtol, atol=atol) for c, e in zip(calls, expected, strict=True)]
        if not any(found):
            if error:
                raise error
            return Correct(_with_warning(success, calls))
        first = next(i for i, one in enumerate(found) if one)
        seen = Seen(dict(zip(arguments, rows[first], strict=True)), calls[first].value, expected[first])
        for code, mistake in mistakes.items():
            if _agrees(mistake.behaviour, rows, calls, rtol, atol):
                return NotYet(code, mistake.text(seen))
        if error:
            raise error
        general = _general(seen, calls, found[first], first, expected)
        own = otherwise(seen) if otherwise and general.code in ("wrong_value", "not_a_number") else ""
        return NotYet(general.code, own) if own else general

    check.codes = tuple(mistakes)  # type: ignore[attr-defined]
    return check


def _calls(
    answer: Callable, rows: Sequence[tuple], arguments: Sequence[str]
) -> tuple[list[Call], LearnerError | None]:
    """Call it on row after row, up to the first on which it raises: a known mistake made before comes first."""
    calls: list[Call] = []
    for row in rows:
        try:
            calls.append(watched_call(answer, row, arguments))
        except LearnerError as error:
            return calls, error
    return calls, None


def not_a_function(answer: Any, arguments: Sequence[str]) -> NotYet | None:
    """Say so if `answer` is no function that takes these arguments; None if it is one."""
    wanted = ", ".join(arguments)
    text = ""
    if isinstance(answer, type):
        text = f"You passed the class `{answer.__name__}` itself. A function{f' of {wanted}' if wanted else ''} is asked."
    elif not callable(answer):
        text = (
            f"You passed {show(answer)}. The function itself is asked, its name without brackets behind it, "
            "so that the check can try it on numbers of its own."
        )
    elif inspect.iscoroutinefunction(answer):
        text = "Your function is an `async` one: called, it gives a promise in place of a result. Take the word `async` away."
    if text:
        return NotYet("not_a_function", text)
    if _takes(answer, arguments) is not False:
        return None
    own = ", ".join(inspect.signature(answer).parameters) or "nothing"
    many = "value" if len(arguments) == 1 else "values"
    count = f"with {len(arguments)} {many}: {wanted}" if arguments else "without any value"
    return NotYet("wrong_arguments", f"Your function takes {own}; it will be called {count}.")


def _takes(answer: Callable, arguments: Sequence[str]) -> bool | None:
    """Can it be called with these, by position or by name? None if it does not tell."""
    try:
        signature = inspect.signature(answer)
    except Exception:  # some built-ins, and objects that answer nothing
        return None
    return _binds(signature, range(len(arguments)), {}) or _binds(signature, (), dict.fromkeys(arguments))


def _binds(signature: inspect.Signature, values: Sequence[Any], named: Mapping[str, Any]) -> bool:
    try:
        signature.bind(*values, **named)
    except TypeError:
        return False
    return True


def _by_position(answer: Callable, arguments: Sequence[str]) -> Callable:
    """The function itself; for one whose arguments must be named (`def f(*, x)`), a wrapper that names them."""
    try:
        positional = _binds(inspect.signature(answer), range(len(arguments)), {})
    except Exception:
        return answer
    if positional:
        return answer

    @functools.wraps(answer)
    def by_name(*values: Any) -> Any:
        return answer(**dict(zip(arguments, values, strict=True)))

    return by_name


def _agrees(
    behaviour: Callable, rows: Sequence[tuple], calls: Sequence[Call], rtol: float, atol: float
) -> bool:
    """Does the mistake do on every case what the learner's function did?"""
    for row, made in zip(rows, calls, strict=True):
        try:
            wrong = behaviour(*map(copied, row))
        except Exception:
            return False
        if wrong is None or not comparable(made.value, wrong, rtol, atol):
            return False
    return True


def _with_warning(success: str, calls: Sequence[Call]) -> str:
    changed = sorted({name for made in calls for name in made.changed})
    if not changed:
        return success
    names = " and ".join(f"`{name}`" for name in changed)
    return (
        f"{success} One thing to know: your function also changes the {names} it is given, so whoever calls it "
        "finds their own numbers altered."
    ).strip()


def _general(
    seen: Seen, calls: Sequence[Call], found: Difference, first: int, expected: Sequence[Any]
) -> NotYet:
    where = f"For `{show_inputs(list(seen.inputs), list(seen.inputs.values()))}` your function"
    if found.code == "returns_none":
        printed = calls[first].printed.strip()
        if printed:
            line = printed.splitlines()[0][:60]
            text = f"{where} prints {line} but returns nothing. Use `return` in place of `print`."
        else:
            text = f"{where} returns nothing (None). Its last step must be `return` and the result."
        return NotYet("returns_none", text)
    wanted = show_apart(seen.got, seen.expected)[1]
    if found.code == "wrong_value" and _always_the_same(calls, expected):
        names = _and(list(seen.inputs))
        text = f"Your function returns {show(seen.got)} whatever it is given. {where.replace('your function', 'it')} should return {wanted}: compute it from {names}."
        return NotYet("always_the_same", text)
    if found.code == "wrong_value":
        return NotYet("wrong_value", f"{where} returns {found.sentence}; {wanted} is expected.")
    if found.code == "not_a_number":
        origin = "It comes from 0/0, from infinity minus infinity, or from the logarithm or root of a negative number."
        return NotYet(found.code, f"{where} returns {found.sentence}. {origin}")
    return NotYet(found.code, f"{where} returns {found.sentence}.")


def _always_the_same(calls: Sequence[Call], expected: Sequence[Any]) -> bool:
    if len(calls) < 3 or any(made.value is None for made in calls):
        return False
    same = all(comparable(made.value, calls[0].value) for made in calls[1:])
    return same and not all(comparable(one, expected[0]) for one in expected[1:])


def _and(names: list[str]) -> str:
    marked = [f"`{name}`" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
