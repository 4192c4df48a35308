"""What the other files of this folder ask before they compute: is this a number, a table of numbers, a known name?

Nothing here is deep learning. Every function returns what it was given, made clean, or raises ValueError with one
sentence that names the value it got.
"""

from __future__ import annotations

import operator
from collections.abc import Collection
from contextlib import suppress

import numpy as np


def number(value: object, what: str) -> float:
    """`value` as a float, if it is one number (a Python or NumPy number, not text, not a list)."""
    if not isinstance(value, (str, bytes)) and np.ndim(value) == 0:
        with suppress(TypeError, ValueError):
            return float(value)
    raise ValueError(f"{what} must be a number; got {shown(value)}")


def number_between(value: object, what: str, low: float, high: float) -> float:
    """`value` as a float, if it is a number from `low` to `high`, both allowed, and not infinite."""
    cleaned = number(value, what)
    if not (low <= cleaned <= high and np.isfinite(cleaned)):
        limits = f"{low:g} or more" if high == np.inf else f"from {low:g} to {high:g}"
        raise ValueError(f"{what} must be a number, {limits}; got {shown(value)}")
    return cleaned


def whole_number(value: object, what: str) -> int:
    """`value` as an int, if it is a whole number of 1 or more."""
    try:
        cleaned = operator.index(value)
    except TypeError:
        cleaned = 0
    if cleaned < 1 or isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{what} must be a whole number, 1 or more; got {shown(value)}")
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
    if array.dtype.kind == "O":  # a list that mixes kinds, or a table of pandas
        with suppress(TypeError, ValueError):
            array = array.astype(float)
    if array.dtype.kind not in "fiub":
        raise ValueError(
            f"{what} must hold numbers only; got {shown(array.flat[0] if array.size else values)}"
        )
    return array


def finite(values: object, what: str) -> np.ndarray:
    """`values` as an array of numbers, none of them NaN or infinite, and at least one."""
    array = numbers(values, what)
    if len(np.atleast_1d(array)) == 0:
        raise ValueError(f"{what} is empty: it has shape {array.shape}, so there is no example in it")
    bad = ~np.isfinite(array)
    if bad.any():
        places = [int(i) for i in np.argwhere(bad)[0]]
        raise ValueError(f"{what} holds {array[bad][0]} at {places}; clean the data before a network sees it")
    return array


def known(name: object, names: Collection[str], what: str) -> str:
    """`name`, if it is one of `names`."""
    if not isinstance(name, str) or name not in names:
        raise ValueError(f"unknown {what} {shown(name)}; known are {', '.join(names)}")
    return name


def shown(value: object) -> str:
    """`value` as a message shows it: short."""
    text = f"an array of shape {value.shape}" if isinstance(value, np.ndarray) and value.ndim else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
