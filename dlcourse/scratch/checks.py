"""What the other files of this folder ask before they compute: is this a number, a table of numbers, a known name?

Nothing here is deep learning. Every function returns what it was given, made clean, or raises ValueError with one
sentence that names the value it got. What is asked about layers, losses and optimisers is in parts.py.
"""

from __future__ import annotations

import operator
from collections.abc import Collection
from contextlib import suppress

import numpy as np


def number(value: object, what: str) -> float:
    """`value` as a float, if it is one number (a Python or NumPy number, not text, not a list)."""
    if not is_number(value):
        raise ValueError(f"{what} must be a number; got {shown(value)}")
    return float(value)


def is_number(value: object) -> bool:
    """Is it one number that a float can hold? Text is none, though float("3") would work; nor is a complex number."""
    if isinstance(value, (str, bytes)):
        return False
    try:
        return np.ndim(value) == 0 and not np.iscomplexobj(value) and isinstance(float(value), float)
    except (TypeError, ValueError, OverflowError):
        return False


def exponent(value: object, base: float) -> float:
    """`value` as a float, if it is a number that `base` can be raised to, with a finite result and slope."""
    n = number(value, "the exponent of a Value")
    if base < 0 and not n.is_integer():
        raise ValueError(f"{base:g} to the power {n:g} is no real number")
    try:
        _ = base**n, base ** (n - 1) if n else 0
    except ArithmeticError:  # 0 to a power below 0, or more than a float can hold
        raise ValueError(f"{base:g} to the power {n:g}, or its slope, is no finite number") from None
    return n


def number_between(value: object, what: str, low: float, high: float) -> float:
    """`value` as a float, if it is a number from `low` to `high`, both allowed, and not infinite."""
    cleaned = number(value, what)
    if not (low <= cleaned <= high and np.isfinite(cleaned)):
        limits = f"{low:g} or more" if high == np.inf else f"from {low:g} to {high:g}"
        raise ValueError(f"{what} must be a number, {limits}; got {shown(value)}")
    return cleaned


def whole_number(value: object, what: str, least: int = 1) -> int:
    """`value` as an int, if it is a whole number, not below `least`."""
    try:
        cleaned = operator.index(value)  # of Python or NumPy, as an int; TypeError for 32.0 and "32"
    except TypeError:
        cleaned = least - 1
    if cleaned < least or isinstance(value, (bool, np.bool_)):
        is_whole = isinstance(value, float) and value.is_integer() and value >= least
        hint = f": write {value:.0f}" if is_whole else ""
        raise ValueError(f"{what} must be a whole number, {least} or more; got {shown(value)}{hint}")
    return cleaned


def floats(values: object, what: str) -> np.ndarray:
    """`values` as an array of floats. float32 stays float32; whole numbers and True/False become float64."""
    array = numbers(values, what)
    return array if array.dtype.kind == "f" else array.astype(float)


def numbers(values: object, what: str) -> np.ndarray:
    """`values` as an array of numbers of whatever kind they are: floats, whole numbers or True/False."""
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(f"the rows of {what} must all have the same length") from None
    if array.dtype.kind == "O" and values is not None:  # objects: kinds are mixed, or it is pandas
        with suppress(TypeError, ValueError):  # if they are no numbers, the next lines say so
            array = array.astype(float)
    if array.dtype.kind not in "fiub":  # NumPy's letters for float, int, unsigned (without minus) and bool
        wrong = (v for v in np.array(values, dtype=object).ravel() if not is_number(v))
        raise ValueError(f"{what} must hold numbers only; got {shown(next(wrong, values))}")
    return array


def finite(values: object, what: str) -> np.ndarray:
    """`values` as an array of numbers, none of them NaN or infinite, and at least one."""
    array = numbers(values, what)
    if array.size == 0:
        raise ValueError(f"{what} is empty: it has shape {array.shape}, so there is no example in it")
    bad = ~np.isfinite(array)
    if bad.any():
        places = [int(i) for i in np.argwhere(bad)[0]]
        raise ValueError(f"{what} holds {array[bad][0]} at {places}; clean the data before a network sees it")
    return array


def known(name: object, names: Collection[str], what: str) -> str:
    """`name`, if it is one of `names`."""
    if not isinstance(name, str) or name not in names:
        meant = str(getattr(name, "__name__", name)).lower()  # "ReLU", or the function relu
        hint = f": write {meant!r}" if meant in names else ""
        raise ValueError(f"unknown {what} {shown(name)}; known are {', '.join(names)}{hint}")
    return name


def shown(value: object) -> str:
    """`value` as a message shows it: short."""
    text = f"an array of shape {value.shape}" if isinstance(value, np.ndarray) and value.ndim else repr(value)
    if type(value).__repr__ is object.__repr__:  # else <... object at 0x7fa...>
        text = f"an object of the class {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."
