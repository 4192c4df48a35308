"""What the other files of this folder ask before they compute: is this a number, a table of numbers, a known name?

Nothing here is deep learning. Every function returns what it was given, made clean, or raises ValueError with one
sentence that names the value it got.
"""

from __future__ import annotations

import operator
from collections.abc import Collection, Mapping
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


def whole_number(value: object, what: str, least: int = 1) -> int:
    """`value` as an int, if it is a whole number, not below `least`."""
    try:
        cleaned = operator.index(value)
    except TypeError:
        cleaned = least - 1
    if cleaned < least or isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{what} must be a whole number, {least} or more; got {shown(value)}")
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
            f"{what} must hold numbers only; got {shown(array.ravel()[:1].tolist()[0] if array.size else values)}"
        )
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


def layers(values: object, kind: type) -> list:
    """`values` as a list of different layers of that kind."""
    if not isinstance(values, (list, tuple)) or not values:
        raise ValueError(
            f"layers must be a list with at least one {kind.__name__} layer; got {shown(values)}"
        )
    for place, layer in enumerate(values):
        if not isinstance(layer, kind):
            raise ValueError(f"layers must be {kind.__name__} layers; got {shown(layer)}")
        if any(layer is other for other in values[:place]):
            raise ValueError(f"{layer!r} is in the list twice; make a layer of its own for each place")
    return list(values)


def pair(values: object, what: str) -> tuple:
    """`values` as two things, if it is a tuple or a list of two."""
    if not isinstance(values, (list, tuple)) or len(values) != 2:
        raise ValueError(f"{what} must be two arrays, (x, y); got {shown(values)}")
    return tuple(values)


def float_type(value: object) -> np.dtype:
    """float, "float64" or "float32" as NumPy's type."""
    with suppress(TypeError):
        if np.dtype(value) in (np.float32, np.float64):
            return np.dtype(value)
    raise ValueError(f"dtype must be float or 'float32'; got {shown(value)}")


def chosen(choice: object, table: Mapping[str, type], what: str, methods: tuple[str, ...]) -> object:
    """A new object for a name in the table; an object that has the methods stays what it is."""
    if isinstance(choice, str):
        return table[known(choice, table, what)]()
    if isinstance(choice, type) or not all(hasattr(choice, method) for method in methods):
        hint = f": write {choice.__name__}()" if isinstance(choice, type) else ""
        raise ValueError(
            f"{what} must be one of {', '.join(table)}, or an object with {' and '.join(methods)}; "
            f"got {shown(choice)}{hint}"
        )
    return choice


def known(name: object, names: Collection[str], what: str) -> str:
    """`name`, if it is one of `names`."""
    if not isinstance(name, str) or name not in names:
        raise ValueError(f"unknown {what} {shown(name)}; known are {', '.join(names)}")
    return name


def shown(value: object) -> str:
    """`value` as a message shows it: short."""
    text = f"an array of shape {value.shape}" if isinstance(value, np.ndarray) and value.ndim else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def same_shapes(parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
    """Raise ValueError unless every parameter is an array of floats and has a gradient of its shape."""
    for p in parameters:
        if not isinstance(p, np.ndarray) or p.dtype.kind != "f":
            raise ValueError(f"parameters change in place, so they must be arrays of floats; got {shown(p)}")
    one, other = [p.shape for p in parameters], [np.shape(g) for g in gradients]
    if one != other:
        raise ValueError(
            f"every parameter needs a gradient of its own shape; parameters {one}, gradients {other}"
        )
