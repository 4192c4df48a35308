"""How a value is written in a message: short, rounded, the same on every machine, and without ever raising."""

from __future__ import annotations

import inspect
import itertools
import numbers
import types
from collections.abc import Sequence
from typing import Any

import numpy as np

LONGEST = 70
MOST_ITEMS = 6  # of a list; of a row of plain numbers:
MOST_NUMBERS = 12
DEEPEST = 3


def show(value: Any, digits: int = 6) -> str:
    """Return `value` in at most about 70 characters, numbers with at most `digits` significant digits."""
    text = _safely(value, digits, 0)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def text_of(value: Any, longest: int = LONGEST) -> str:
    """Return a text as it is, anything else as `show` writes it; at most `longest` characters."""
    return (str(value) if issubclass(type(value), str) else show(value)).strip()[:longest]


def show_apart(one: Any, other: Any) -> tuple[str, str]:
    """Return both values as `show` does, with as many digits as it takes to see that they are not the same."""
    for digits in (6, 9, 12, 17):
        shown = show(one, digits), show(other, digits)
        if shown[0] != shown[1]:
            break
    return shown


def show_inputs(names: Sequence[str], values: Sequence[Any]) -> str:
    """Return 'x = [1, 2], w = [3, 4], b = 5', the way a learner would write the inputs down."""
    return ", ".join(f"{name} = {show(value)}" for name, value in zip(names, values, strict=False))


def _safely(value: Any, digits: int, depth: int) -> str:
    try:
        return _show(value, digits, depth)
    except Exception:
        return _object(value)


def _show(value: Any, digits: int, depth: int) -> str:
    if value is ...:
        return "`...`"
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, numbers.Integral):
        return _whole(int(value))
    if isinstance(value, numbers.Real):
        return _real(float(value), digits)
    if isinstance(value, numbers.Complex):
        value = complex(value)
        return f"{value.real:.{digits}g}{value.imag:+.{digits}g}j"
    if isinstance(value, np.ndarray):
        return _array(value, digits, depth)
    if isinstance(value, str):
        return repr(value)
    if depth > DEEPEST:
        return "…"
    if isinstance(value, range):
        return repr(value)
    if isinstance(value, list | tuple):
        left, right = ("(", ")") if isinstance(value, tuple) else ("[", "]")
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"{left}{_items(value, digits, depth)}{comma}{right}"
    if isinstance(value, dict):
        pairs = [
            f"{_safely(k, digits, depth + 1)}: {_safely(value[k], digits, depth + 1)}"
            for k in itertools.islice(value, MOST_ITEMS)
        ]
        return f"{{{', '.join(pairs)}{_more(value)}}}"
    if isinstance(value, set | frozenset):
        inside = sorted(_safely(item, digits, depth + 1) for item in itertools.islice(value, 1000))
        return f"{{{', '.join(inside[:MOST_ITEMS])}{_more(value)}}}" if value else "an empty set"
    return _thing(value, digits, depth)


def _thing(value: Any, digits: int, depth: int) -> str:
    """Tables, tensors, functions, classes, modules: named rather than written out."""
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if isinstance(value, types.ModuleType):
        return f"the module {value.__name__}"
    if inspect.iscoroutine(value):
        return "a promise (an `async` function gives one), not a result"
    if isinstance(value, types.GeneratorType | map | filter | zip | enumerate | reversed):
        return f"a {type(value).__name__} (put `list(...)` around it)"
    if hasattr(value, "columns") and hasattr(value, "index"):
        return f"a table of {value.shape[0]} rows and {value.shape[1]} columns"
    if hasattr(value, "shape") and (hasattr(value, "numpy") or hasattr(value, "__array__")):
        return _array(np.asarray(value.detach() if hasattr(value, "detach") else value), digits, depth)
    if callable(value) and hasattr(value, "__name__"):
        return "a lambda" if value.__name__ == "<lambda>" else f"the function {value.__name__}"
    if isinstance(value, BaseException):
        return f"the error {type(value).__name__}"
    text = repr(value)
    plain = len(text) <= LONGEST and "\n" not in text and " at 0x" not in text
    return text if plain else _object(value)


def _whole(value: int) -> str:
    if abs(value) < 10**15:
        return str(value)
    return f"a whole number of about {int(value.bit_length() * 0.30103) + 1} digits"


def _real(value: float, digits: int) -> str:
    if 1e5 <= abs(value) < 1e9 and value == int(value):
        return f"{value:.0f}"  # 1234567 reads better than 1.23457e+06
    return f"{value + 0.0:.{digits}g}"  # adding zero turns -0.0 into 0.0


def _array(array: np.ndarray, digits: int, depth: int) -> str:
    if array.ndim == 0:
        return _safely(array.item(), digits, depth + 1)
    if array.size <= MOST_NUMBERS and array.ndim <= 2:
        return _safely(array.tolist(), digits, depth)
    return f"an array of shape {array.shape}"


def _items(values: Sequence[Any], digits: int, depth: int) -> str:
    first = list(itertools.islice(values, MOST_NUMBERS))  # bounded, whatever kind of list it is
    few = len(values) <= MOST_ITEMS or (
        len(values) <= MOST_NUMBERS and all(type(item) in (int, float) for item in first)
    )
    shown = first if few else first[:MOST_ITEMS]
    return ", ".join(_safely(item, digits, depth + 1) for item in shown) + ("" if few else _more(values))


def _more(values: Any) -> str:
    return f", … ({len(values)} in all)" if len(values) > MOST_ITEMS else ""


def _object(value: Any) -> str:
    return f"an object of the class {type(value).__name__}"
