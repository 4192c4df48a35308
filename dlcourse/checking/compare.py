"""Compares what the learner gave with what was expected: the kind first, then length and shape, then values.

NumPy scalars, Python numbers and 0-d tensors are the same answer; so are lists, tuples, arrays, tensors and
pandas columns. A row of n numbers against an (n, 1) column is not, and gets its own sentence.
"""

from __future__ import annotations

import math
import numbers
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.show import show, show_apart

LONGEST_ROW = 1_000_000  # entries of a list; nobody is asked for more
DEEPEST = 8  # lists in lists in lists ...


_ORDINALS = {1: "first", 2: "second", 3: "third"}


@dataclass(frozen=True)
class Difference:
    """How a value differs: `code` (wrong_type, wrong_shape, wrong_value, ...) and a `sentence` fragment about it."""

    code: str
    sentence: str


def plain(value: Any, depth: int = 0) -> Any:
    """Turn tensors, pandas columns, and lists of numbers into NumPy arrays and 0-d values into Python numbers.

    Anything else is returned as it is. Never raises.
    """
    try:
        if isinstance(value, bool | str | bytes | type(None)):
            return value
        if isinstance(value, np.generic):
            return value.item()
        if isinstance(value, numbers.Number):
            return value
        array = _as_array(value, depth)
    except Exception:
        return value
    if array is not None and array.ndim == 0 and array.dtype.kind == "U":
        return array.item()  # one text, as np.select and np.where give it
    if array is None or array.dtype.kind not in "biuf":
        return value
    return array.item() if array.ndim == 0 else array


def _as_array(value: Any, depth: int) -> np.ndarray | None:
    if isinstance(value, np.ndarray):
        return _as_array(value.tolist(), depth) if value.dtype.kind == "O" else value
    if isinstance(value, list | tuple | range):
        if len(value) > LONGEST_ROW or depth > DEEPEST:
            return None
        items = [plain(item, depth + 1) for item in value]
        if not all(isinstance(item, numbers.Real | np.ndarray) for item in items):
            return None
        return np.array(items) if items else np.array([], dtype=float)
    if isinstance(value, type):
        return None
    if hasattr(value, "shape") and (hasattr(value, "__array__") or hasattr(value, "numpy")):
        # a torch tensor that tracks gradients refuses to become an array
        array = np.asarray(value.detach() if hasattr(value, "detach") else value)
        return _as_array(array.tolist(), depth) if array.dtype.kind == "O" and array.ndim else array
    return None


def difference(got: Any, expected: Any, *, rtol: float = 1e-5, atol: float = 1e-7) -> Difference | None:
    """Return None when `got` is `expected` within the tolerances, else the first difference a teacher would name.

    `expected` may be a number, a bool, a text, an array or list of numbers, None, or a tuple of these (several
    results); numbers are close when |got - expected| <= atol + rtol * |expected|.
    """
    if isinstance(expected, tuple):
        return _tuple_difference(got, expected, rtol, atol)
    wanted = plain(expected)
    seen = plain(got)
    if wanted is None:
        return (
            None if seen is None else Difference("wrong_value", f"{show(got)} where nothing (None) belongs")
        )
    if seen is None:
        return Difference("returns_none", "nothing (None)")
    if isinstance(wanted, str):
        return _text_difference(seen, wanted)
    if isinstance(wanted, np.ndarray):
        return _array_difference(got, seen, wanted, rtol, atol)
    if isinstance(wanted, numbers.Real):
        return _number_difference(got, seen, wanted, rtol, atol)
    raise TypeError(f"an expected value may not be {type(expected).__name__}")


def close(got: Any, expected: Any, *, rtol: float = 1e-5, atol: float = 1e-7) -> bool:
    """Is `got` the same answer as `expected`?"""
    return difference(got, expected, rtol=rtol, atol=atol) is None


def _tuple_difference(got: Any, expected: tuple, rtol: float, atol: float) -> Difference | None:
    if got is None:
        return Difference("returns_none", "nothing (None)")
    items = _items(got, len(expected))
    if items is None:
        return Difference("wrong_type", f"{show(got)}, one thing, where {len(expected)} belong")
    if len(items) != len(expected):
        return Difference("wrong_length", f"{_things(len(items))} where {len(expected)} belong")
    for position, (one, wanted) in enumerate(zip(items, expected, strict=True), start=1):
        found = difference(one, wanted, rtol=rtol, atol=atol)
        if found:
            code = "wrong_value" if found.code == "returns_none" else found.code
            which = f"Its {_ORDINALS.get(position, f'{position}th')} value"
            if code == "wrong_value":
                return Difference(code, f"{show(got)} ({which[0].lower()}{which[1:]} differs)")
            return Difference(code, f"{show(got)}. {which}: {found.sentence}")
    return None


def _items(got: Any, wanted: int) -> list[Any] | None:
    """The things in a list, tuple, array or the like; None for what is one thing or can't be taken apart."""
    if issubclass(type(got), str | bytes | dict | set):
        return None
    try:
        if not hasattr(got, "__getitem__"):
            return None
        count = len(got)
        return [got[i] for i in range(count)] if count == wanted else [None] * min(count, LONGEST_ROW)
    except Exception:
        return None


def _text_difference(seen: Any, wanted: str) -> Difference | None:
    if not isinstance(seen, str):
        return Difference("wrong_type", f"{show(seen)}, not a text in quotation marks")
    return None if seen.strip() == wanted.strip() else Difference("wrong_value", show(seen))


def _array_difference(got: Any, seen: Any, wanted: np.ndarray, rtol: float, atol: float) -> Difference | None:
    if isinstance(seen, numbers.Real):
        one = f"{show(seen)}, a single number, where {_shape_words(wanted.shape)} belongs"
        return Difference("wrong_shape", one)
    if not isinstance(seen, np.ndarray) or seen.dtype.kind not in "biuf":
        return Difference(
            "wrong_type", f"{show(got)}, where {_shape_words(wanted.shape)} belongs, made of numbers"
        )
    if seen.shape != wanted.shape:
        return Difference("wrong_shape", _shape_sentence(seen.shape, wanted.shape))
    near = np.isclose(seen.astype(float), wanted.astype(float), rtol=rtol, atol=atol, equal_nan=True)
    if near.all():
        return None
    place = tuple(int(i) for i in np.argwhere(~near)[0])
    where = place[0] if len(place) == 1 else place
    if np.isnan(float(seen[place])):
        return Difference("not_a_number", f"nan, which is not a number, at position {where}")
    small = show(seen) if seen.size <= 12 else f"{show(seen[place])} at position {where}"
    return Difference("wrong_value", small)


def _number_difference(got: Any, seen: Any, wanted: Any, rtol: float, atol: float) -> Difference | None:
    if isinstance(seen, np.ndarray):
        if seen.size == 1:
            return Difference("wrong_shape", f"{show(got)}, {_wrapped(got, seen)}")
        text = f"{show(got)}, {_numbers(seen)}, where one number belongs"
        if type(got) is tuple and len(got) == 2:
            text += ". A comma parts two values; the decimal point is a point, as in 0.5"
        return Difference("wrong_shape", text)
    if isinstance(seen, bool) and not isinstance(wanted, bool) and wanted not in (0, 1):
        return Difference("wrong_type", f"{seen}, not a number")
    if isinstance(seen, str):
        return Difference("wrong_type", f"{show(seen)}, a text: a number has no quotation marks around it")
    if not isinstance(seen, numbers.Real):
        return Difference("wrong_type", f"{show(got)}, not a number")
    number = _float(seen)
    if np.isclose(number, float(wanted), rtol=rtol, atol=atol, equal_nan=True):
        return None
    if math.isnan(number):
        return Difference("not_a_number", "nan, which means: not a number")
    return Difference("wrong_value", show_apart(seen, wanted)[0])


def _wrapped(got: Any, seen: np.ndarray) -> str:
    """What a single number has around it, and how to take it away."""
    if type(got) is tuple:
        return "a tuple with one number in it. A comma at the end of a line makes one: leave it out"
    if type(got) is list:
        return "a list with one number in it. `[0]` behind it takes the number out"
    return f"an array of shape {seen.shape} with one number in it. `.item()` behind it takes the number out"


def _float(value: Any) -> float:
    """A whole number beyond what a float can hold is infinite for our purposes."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _numbers(array: np.ndarray) -> str:
    return "no numbers at all" if array.size == 0 else f"{array.size} numbers"


def _things(count: int) -> str:
    return "no value" if count == 0 else "one value" if count == 1 else f"{count} values"


def _shape_words(shape: tuple[int, ...]) -> str:
    return f"a row of {shape[0]}" if len(shape) == 1 else f"an array of shape {shape}"


def _shape_sentence(seen: tuple[int, ...], wanted: tuple[int, ...]) -> str:
    if len(wanted) == 1 and seen == (*wanted, 1):
        return (
            f"a column of shape {seen} where a plain row of shape {wanted} belongs: "
            "the numbers sit one to a row, each in a list of its own. `.ravel()` or `[:, 0]` flattens it"
        )
    if len(seen) == 1 and wanted == (*seen, 1):
        return f"a plain row of shape {seen} where a column of shape {wanted} belongs. `.reshape(-1, 1)` makes one"
    if len(seen) == 1 and len(wanted) == 1:
        return f"{'no number' if seen[0] == 0 else 'one number' if seen[0] == 1 else f'{seen[0]} numbers'} where {wanted[0]} belong"
    if seen == wanted[::-1] and len(seen) == 2:
        return f"an array of shape {seen} where {wanted} belongs: rows and columns are exchanged"
    return f"an array of shape {seen} where one of shape {wanted} belongs"
