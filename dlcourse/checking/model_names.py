"""One name for the parts of a Keras model, however the learner gave them: as text, as an object or as a function."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterator
from typing import Any

OWN_LAYERS = {"ReLU": "relu", "Softmax": "softmax", "LeakyReLU": "leaky_relu", "ELU": "elu", "PReLU": "prelu"}


def loss_name(loss: Any) -> str | None:
    """Return one name for a loss however it was given: 'mean_squared_error' for 'mse', the object and the function."""
    if isinstance(loss, list | tuple | dict) and len(loss) == 1:
        loss = next(iter(loss.values())) if isinstance(loss, dict) else loss[0]
    if isinstance(loss, functools.partial):
        loss = loss.func
    if isinstance(loss, str):
        try:
            return loss_name(sys.modules["keras"].losses.get(loss))
        except Exception:
            return loss
    if loss is None or isinstance(loss, list | tuple | dict):
        return None
    if is_kind(loss, "Loss", "losses"):
        return snake(kind_of(loss))
    return getattr(loss, "__name__", None) or snake(type(loss).__name__)


def activation_name(activation: Any) -> str:
    """Return an activation's name, given as function, object or None ('linear')."""
    if activation is None:
        return "linear"
    if is_kind(activation, "Layer", "layers"):
        return OWN_LAYERS.get(kind_of(activation)) or activation_name(getattr(activation, "activation", None))
    name = getattr(activation, "__name__", None) or snake(type(activation).__name__)
    return re.sub(r"_v\d+$", "", name)  # TensorFlow's own `tf.nn.softmax` calls itself softmax_v2


def metric_names_in(asked: Any) -> Iterator[str]:
    """The names in what `compile` was given as metrics: texts, objects and functions, in lists or by output."""
    if isinstance(asked, list | tuple):
        for one in asked:
            yield from metric_names_in(one)
    elif isinstance(asked, dict) and asked.get("class_name") == "Accuracy":
        yield "equal_numbers"  # Keras' class of that name counts outputs that equal the label: no probability does
    elif isinstance(asked, dict) and "class_name" in asked:
        yield snake(str(asked["config"] if asked["class_name"] == "function" else asked["class_name"]))
    elif isinstance(asked, dict):
        yield from metric_names_in(list(asked.values()))
    elif asked is not None:
        yield "accuracy" if str(asked).lower() in ("accuracy", "acc") else str(asked)


def is_kind(value: Any, name: str, module: str) -> bool:
    """Is it an instance of `keras.<module>.<name>` (of `keras.<name>` for an empty module)?"""
    keras = sys.modules.get("keras")
    place = getattr(keras, module, None) if module else keras
    return place is not None and isinstance(value, getattr(place, name))


def kind_of(value: Any) -> str:
    """The name of the nearest class that is Keras' own: a learner's `class MyDense(Dense)` is a Dense."""
    for one in type(value).__mro__:
        if one.__module__.split(".")[0] in ("keras", "tf_keras"):
            return one.__name__
    return type(value).__name__


def snake(name: str) -> str:
    """Turn 'MeanSquaredError' into 'mean_squared_error'."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
