"""Takes down what an answer is made of, so that two moments can be compared: did a check change anything?

Arrays, tables, lists, a function's defaults and closure, a model's weights and optimiser, and the states of all
random generators.
"""

from __future__ import annotations

import random
import types
from typing import Any

import numpy as np

from dlcourse.checking.generators import keras_seed, tensorflow_seed
from dlcourse.checking.models import is_layer

DEEPEST = 4


def snapshot(value: Any, depth: int = 0) -> Any:
    """Return something that compares equal as long as `value` is what it was."""
    if isinstance(value, int | float | complex | str | bytes | type(None) | np.generic):
        return type(value).__name__, repr(value)
    if depth > DEEPEST:
        return "deep", type(value).__name__
    if isinstance(value, np.ndarray):
        content = value.tolist() if value.dtype.kind == "O" else value.tobytes()
        return "array", value.dtype.str, value.shape, value.flags.writeable, repr(content)
    if isinstance(value, list | tuple):
        return type(value).__name__, tuple(snapshot(item, depth + 1) for item in value)
    if isinstance(value, dict):
        return "dict", tuple((repr(key), snapshot(item, depth + 1)) for key, item in value.items())
    if isinstance(value, set | frozenset):
        return "set", tuple(sorted(map(repr, value)))
    if isinstance(value, types.FunctionType):
        return "function", snapshot(_inside(value), depth + 1)
    if hasattr(value, "get_concrete_function") and hasattr(
        value, "python_function"
    ):  # what `tf.function` makes
        return "traced", snapshot(value.python_function, depth + 1)
    if is_layer(value):  # a model is one, too
        return "layer", snapshot(_layer(value), depth + 1)
    if hasattr(value, "to_numpy") and hasattr(value, "index"):  # a pandas table or column
        return "table", repr(list(value.index)), snapshot(np.asarray(value), depth + 1)
    return type(value).__name__, snapshot(_attributes(value), depth + 1)


def generators() -> Any:
    """Return the states of the random generators of Python, NumPy and, where they are loaded, Keras and TensorFlow."""
    states = [random.getstate(), np.random.get_state()]  # noqa: NPY002 - the learner's own generator
    seed = keras_seed()
    return snapshot([*states, None if seed is None else seed.numpy(), tensorflow_seed()])


def _layer(layer: Any) -> dict[str, Any]:
    optimizer = getattr(layer, "optimizer", None)
    try:
        weights = layer.get_weights()
    except Exception:  # a class whose author forgot `super().__init__()`
        weights = None
    return {
        "built": getattr(layer, "built", None),
        "weights": weights,
        "optimizer": [variable.numpy() for variable in getattr(optimizer, "variables", ())],
    }


def _inside(function: types.FunctionType) -> list[Any]:
    cells = [cell.cell_contents for cell in function.__closure__ or () if _filled(cell)]
    return [id(function.__code__), function.__defaults__, function.__kwdefaults__, function.__dict__, cells]


def _filled(cell: types.CellType) -> bool:
    try:
        cell.cell_contents  # noqa: B018 - asking is what tells
    except ValueError:
        return False
    return True


def _attributes(value: Any) -> Any:
    own = getattr(value, "__dict__", None)
    return own if isinstance(own, dict) and not isinstance(value, type | types.ModuleType) else None
