"""Ready-made checks: for functions, for values and for choices. Each finds the mistake by what the answer does."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.calling import Call, LearnerError, copied, watched_call
from dlcourse.checking.compare import Difference, close, difference, plain
from dlcourse.checking.seeds import generator
from dlcourse.checking.show import show, show_inputs
from dlcourse.checking.verdict import Correct, NotYet


@dataclass(frozen=True)
class Seen:
    """One call: the inputs by name, what the learner's function returned and what was expected."""

    inputs: Mapping[str, Any]
    got: Any
    expected: Any


@dataclass(frozen=True)
class Mistake:
    """A known mistake: what it computes, and what to say about it.

    behaviour: for a function exercise, a function of the same arguments; for a value, the wrong value itself.
    message: text in which {inputs}, {got}, {expected} and each argument's name in braces stand for the smallest
    case that shows the mistake; or a function from `Seen` to the text.
    """

    behaviour: Any
    message: str | Callable[[Seen], str]

    def text(self, seen: Seen) -> str:
        """Return the message about this case."""
        if callable(self.message):
            return self.message(seen)
        shown = {name: show(value) for name, value in seen.inputs.items()}
        inputs = show_inputs(list(seen.inputs), list(seen.inputs.values()))
        return self.message.format(
            **{**shown, "inputs": inputs, "got": show(seen.got), "expected": show(seen.expected)}
        )


def function_check(
    reference: Callable,
    *,
    arguments: Sequence[str],
    cases: Callable[[np.random.Generator], list[tuple]] | list[tuple],
    mistakes: Mapping[str, Mistake] | None = None,
    success: str = "",
    rtol: float = 1e-5,
    atol: float = 1e-7,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a function: it is called on every case and compared with the reference.

    cases: tuples of arguments, the smallest first, or a function that makes them from a seeded generator.
    mistakes: tried in order; the first whose behaviour agrees with the learner's on every case is named.
    success: a sentence shown with *correct*.
    """
    mistakes = mistakes or {}

    def check(answer: Any) -> Correct | NotYet:
        wrong_kind = not_a_function(answer, arguments)
        if wrong_kind:
            return wrong_kind
        rows = cases(generator()) if callable(cases) else cases
        calls = [watched_call(answer, row, arguments) for row in rows]
        expected = [reference(*map(copied, row)) for row in rows]
        found = [difference(c.value, e, rtol=rtol, atol=atol) for c, e in zip(calls, expected, strict=True)]
        if not any(found):
            return Correct(_with_warning(success, calls))
        first = next(i for i, one in enumerate(found) if one)
        seen = Seen(dict(zip(arguments, rows[first], strict=True)), calls[first].value, expected[first])
        for code, mistake in mistakes.items():
            if _agrees(mistake.behaviour, rows, calls, rtol, atol):
                return NotYet(code, mistake.text(seen))
        return _general(seen, calls, found[first], first, expected)

    check.codes = tuple(mistakes)  # type: ignore[attr-defined]
    return check


def not_a_function(answer: Any, arguments: Sequence[str]) -> NotYet | None:
    """Say so if `answer` is no function that takes these arguments; None if it is one."""
    wanted = ", ".join(arguments)
    if isinstance(answer, type):
        return NotYet(
            "not_a_function",
            f"You passed the class `{answer.__name__}` itself. A function of {wanted} is asked.",
        )
    if not callable(answer):
        return NotYet(
            "not_a_function",
            f"You passed {show(answer)}. The function itself is asked, its name without brackets behind it, "
            "so that the check can try it on numbers of its own.",
        )
    try:
        inspect.signature(answer).bind(*range(len(arguments)))
    except TypeError:
        own = ", ".join(inspect.signature(answer).parameters) or "nothing"
        return NotYet(
            "wrong_arguments",
            f"Your function takes {own}; it will be called with {len(arguments)} "
            f"{'value' if len(arguments) == 1 else 'values'}: {wanted}.",
        )
    except ValueError:  # a built-in that does not tell its signature
        return None
    return None


def _agrees(
    behaviour: Callable, rows: Sequence[tuple], calls: Sequence[Call], rtol: float, atol: float
) -> bool:
    """Does the mistake do on every case what the learner's function did?"""
    for row, made in zip(rows, calls, strict=True):
        try:
            wrong = behaviour(*map(copied, row))
        except Exception:
            return False
        if wrong is None or not _comparable(made.value, wrong, rtol, atol):
            return False
    return True


def _comparable(got: Any, wrong: Any, rtol: float, atol: float) -> bool:
    try:
        return close(got, wrong, rtol=rtol, atol=atol)
    except TypeError:
        return False


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
    inputs = show_inputs(list(seen.inputs), list(seen.inputs.values()))
    if found.code == "returns_none":
        printed = calls[first].printed.strip()
        if printed:
            line = printed.splitlines()[0][:60]
            text = f"For {inputs} your function prints {line} but returns nothing. Use `return` in place of `print`."
        else:
            text = f"For {inputs} your function returns nothing (None). Its last step must be `return` and the result."
        return NotYet("returns_none", text)
    if found.code == "wrong_value" and _always_the_same(calls, expected):
        return NotYet(
            "always_the_same",
            f"Your function returns {show(seen.got)} whatever it is given. For {inputs} it should be "
            f"{show(seen.expected)}: compute it from {_and(list(seen.inputs))}.",
        )
    if found.code == "wrong_value":
        return NotYet(
            "wrong_value", f"For {inputs} your function returns {found.sentence}; {_expected(seen.expected)}."
        )
    return NotYet(found.code, f"For {inputs} your function returns {found.sentence}.")


def _expected(expected: Any) -> str:
    return f"{show(expected)} is expected"


def _always_the_same(calls: Sequence[Call], expected: Sequence[Any]) -> bool:
    if len(calls) < 3 or any(made.value is None for made in calls):
        return False
    same = all(_equal(made.value, calls[0].value) for made in calls[1:])
    return same and not all(_equal(one, expected[0]) for one in expected[1:])


def _equal(one: Any, other: Any) -> bool:
    try:
        return close(one, other)
    except TypeError:
        return False


def _and(names: list[str]) -> str:
    marked = [f"`{name}`" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"


def value_check(
    expected: Any,
    *,
    mistakes: Mapping[str, Mistake] | None = None,
    otherwise: str = "You give {got}. That is not it yet.",
    success: str = "",
    rtol: float = 1e-3,
    atol: float = 1e-6,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a value: a number, a text, an array or a tuple of several.

    expected: the value, or a function without arguments that computes it (called at the first check).
    mistakes: wrong values with what to say about each; `otherwise` is said about any other, with {got} in it.
    """
    mistakes = mistakes or {}

    def check(answer: Any) -> Correct | NotYet:
        wanted = expected() if callable(expected) else expected
        if callable(answer) and not isinstance(plain(answer), np.ndarray):
            return NotYet(
                "wrong_type", f"You passed {show(answer)}; a value is asked, not something to call."
            )
        found = difference(answer, wanted, rtol=rtol, atol=atol)
        if found is None:
            return Correct(success)
        seen = Seen({}, answer, wanted)
        for code, mistake in mistakes.items():
            wrong = mistake.behaviour() if callable(mistake.behaviour) else mistake.behaviour
            if _comparable(answer, wrong, rtol, atol):
                return NotYet(code, mistake.text(seen))
        if found.code == "wrong_value":
            return NotYet("wrong_value", otherwise.format(got=show(answer)))
        return NotYet(found.code, f"You give {found.sentence}.")

    check.codes = tuple(mistakes)  # type: ignore[attr-defined]
    return check


def choice_check(
    right: str, wrong: Mapping[str, tuple[str, str]], *, success: str = ""
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a choice question.

    right: the letter of the right option. wrong: for each other letter, the code of the misconception it stands
    for and what to say about it. The learner answers with a letter, in any case: "b", "B", "b)".
    """
    letters = sorted([right, *wrong])

    def check(answer: Any) -> Correct | NotYet:
        if isinstance(answer, list | tuple | set) and len(answer) == 1:
            answer = next(iter(answer))
        letter = str(answer).strip().strip("().:\"'").strip().lower() if isinstance(answer, str) else ""
        if letter == right:
            return Correct(success)
        if letter in wrong:
            code, message = wrong[letter]
            return NotYet(code, message)
        return NotYet(
            "not_a_choice",
            f"You give {show(answer)}. Answer with one letter in quotation marks: {', '.join(letters[:-1])} or {letters[-1]}.",
        )

    check.codes = tuple(code for code, _ in wrong.values())  # type: ignore[attr-defined]
    check.letters = letters  # type: ignore[attr-defined]
    return check


__all__ = [
    "LearnerError",
    "Mistake",
    "Seen",
    "choice_check",
    "function_check",
    "not_a_function",
    "value_check",
]
