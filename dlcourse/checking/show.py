"""How a value is written in a message: short, rounded, and without ever raising."""

from __future__ import annotations

import numbers
from collections.abc import Sequence
from typing import Any

import numpy as np

LONGEST = 70


def show(value: Any) -> str:
    """Return `value` in at most about 70 characters, numbers with at most 6 significant digits."""
    try:
        text = _show(value)
    except Exception:
        return f"an object of the class {type(value).__name__}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _show(value: Any) -> str:
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, numbers.Real):
        return f"{float(value):.6g}"
    if isinstance(value, np.ndarray):
        return _show_array(value)
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, Sequence):
        left, right = ("(", ")") if isinstance(value, tuple) else ("[", "]")
        inside = ", ".join(show(item) for item in value[:6])
        more = f", … ({len(value)} in all)" if len(value) > 6 else ""
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"{left}{inside}{more}{comma}{right}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the {'class' if isinstance(value, type) else 'function'} {value.__name__}"
    if hasattr(value, "numpy") and hasattr(value, "shape"):
        return _show_array(np.asarray(value))
    text = repr(value)
    return (
        text
        if len(text) <= LONGEST and "\n" not in text
        else f"an object of the class {type(value).__name__}"
    )


def _show_array(array: np.ndarray) -> str:
    if array.ndim == 0:
        return show(array.item())
    if array.size <= 12 and array.ndim <= 2:
        return show(array.tolist())
    return f"an array of shape {array.shape}"


def show_inputs(names: Sequence[str], values: Sequence[Any]) -> str:
    """Return 'x = [1, 2], w = [3, 4], b = 5', the way a learner would write the inputs down."""
    return ", ".join(f"{name} = {show(value)}" for name, value in zip(names, values, strict=False))
