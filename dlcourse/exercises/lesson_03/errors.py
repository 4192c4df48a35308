"""What lesson 3 says about a learner's code by the line an error happens in, or by the function it borrows."""

from __future__ import annotations

import dis
import re
from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any

from dlcourse.checking import Correct, NotYet
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.explain import learner_line

NUMPY = "import numpy as np\n\nfrom dlcourse import scratch"  # what answers may use

Check = Callable[[Any], Correct | NotYet]
Told = tuple[type[Exception] | tuple[type[Exception], ...], str, str]


def told_by_line(check: Check, errors: Mapping[str, Told]) -> Check:
    """Return a check that knows some errors by the line they happen in.

    errors: for each code (kind of error, pattern in the learner's line, what to say about it).
    """

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            line = learner_line(error.cause.__traceback__)
            for code, (kind, pattern, message) in errors.items():
                if line and isinstance(error.cause, kind) and re.search(pattern, line[1]):
                    return NotYet(code, f"In line {line[0]}, `{line[1]}`: {message}")
            raise

    checked.codes = (*check.codes, *errors)  # type: ignore[attr-defined]
    return checked


POSITIONS = (
    "For {inputs} you return {got}, which are not made of the numbers in `z`: `range(len(z))` counts the places 0, 1, ... At "
    "place i stands the number `z[i]`."
)
ROW_FOR_EACH = "For {inputs} you return {got}: for each number the whole row. In the loop stands `z`, where the loop's own variable belongs."
LIST_OF_FIRST = (
    "For {inputs} you return {got}: the first number alone. Does the loop `return` in its first round?"
)
ONE_OF_FIRST = "For {inputs} you return one number, {got}: that of the first. Does a loop `return` before it has seen the others?"
NOT_DIVIDED = "For {inputs} you return {got}: by how much the value grew for your small nudge. Divided by the nudge, it is the slope."
NUDGE_TOO_LARGE = (
    "For {inputs} you return {got}; the slope is {expected}. Nearly: on the way of your nudge the slope itself changes. How small "
    "was the nudge of the lesson?"
)


_LIBRARIES = ("dlcourse", "keras", "scipy", "tensorflow")


def by_hand(check: Check, *names: str) -> Check:
    """Return a check that asks for a function of the learner's own: right, but one of a library's `names` does the work."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        name = _borrowed(answer, names) if isinstance(verdict, Correct) else ""
        if not name:
            return verdict
        return NotYet(
            "borrowed",
            f"The numbers are right, but a ready-made `{name}` has made them. From the next lessons on you may do the same. This "
            "exercise asks for the inside: by which steps does what comes in become what goes out? Write these.",
        )

    checked.codes = (*check.codes, "borrowed")  # type: ignore[attr-defined]
    return checked


def _borrowed(answer: Any, names: tuple[str, ...]) -> str:
    """The name of the ready-made function that `answer` is or calls; empty if there is none."""
    for one in (answer, type(answer)):
        if str(getattr(one, "__module__", "")).split(".")[0] in _LIBRARIES:
            return getattr(one, "__name__", names[0])
    code = getattr(answer, "__code__", None)
    if not isinstance(code, CodeType):
        return ""
    return next((name for name in _attributes(code) if name in names), "")


def _attributes(code: CodeType) -> Iterator[str]:
    """The names behind a point in a function, and in the functions and comprehensions inside it."""
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
            yield str(step.argval)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _attributes(inner)


IF_ON_A_ROW: Told = (
    ValueError,
    r"\bif\b|\belif\b|\bwhile\b|\band\b|\bor\b|\bnot\b",
    "`if` (and `while`) takes one decision, yes or no, but `z` holds several numbers, some above 0 and some below. Either a loop asks "
    "one number at a time, or `np.where(z > 0, ..., ...)` chooses for each.",
)
NOT_IN_NUMPY: Told = (
    AttributeError,
    r"np\.(relu|sigmoid|softmax)\b",
    "NumPy has no function of this name. The formula is in the text; you make it of what NumPy does have.",
)
WHERE_INCOMPLETE: Told = (
    ValueError,
    r"where\([^,]*,[^,]*\)\s*$",
    "`np.where` is told what to give where the condition is true, but not what to give elsewhere: a third entry.",
)
MAXIMUM_OF_ONE: Told = (
    TypeError,
    r"np\.maximum\([^,]*\)\s*$",
    "`np.maximum` compares two things, number by number, and has been given one. With what is `z` to be compared?",
)
MATH_FOR_NUMPY: Told = (
    TypeError,
    r"\bmath\.",
    "`math` takes one number. NumPy's function of the same name (`np.exp`) takes a whole row.",
)

MAX_FOR_MAXIMUM: Told = (
    (TypeError, ValueError, IndexError),
    r"np\.a?max\(",
    "`np.max` finds the largest number of *one* array. To compare two, number by number, NumPy has `np.maximum`.",
)

PYTHON_MAX: Told = (
    ValueError,
    r"(?<![.\w])max\(",
    "`max` decides once which of its two is larger, and a whole row is neither larger nor smaller than 0. NumPy's "
    "`np.maximum` decides for each number.",
)

CARET: Told = (
    TypeError,
    r"\^",
    "`^` is no power in Python (it compares the bits of whole numbers). A power is written with two stars: `3 ** 2` is 9.",
)

E_UNKNOWN: Told = (
    NameError,
    r"(?<![.\w])e\b(?!\()",
    "Python does not know an `e`. In NumPy it is `np.e`, and e to the power of something is `np.exp(...)`.",
)

NUMPY_FORGOTTEN: Told = (
    NameError,
    r"(?<![.\w])(exp|tanh|maximum|where|abs|clip)\(",
    "the function is NumPy's, and so NumPy's name stands in front of it, with a point: `np.`",
)

NO_BRACKETS: Told = (
    TypeError,
    r"np\.(exp|tanh|maximum)\s*(?![(\w])",
    "a function of NumPy is called with round brackets: what it is to work on stands between them, as in `np.exp(2)`.",
)

OWN_FUNCTION: Told = (
    Exception,
    r"\bnp\.|\.max\(|\.sum\(|\bmath\.",
    "this function of yours was given to Keras, which hands it tensors, not arrays. Keras has activations of its own, each under a "
    'word: `activation="relu"`.',
)
