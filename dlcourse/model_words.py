"""Sentences about a model that is none, has no weights yet, or takes or gives other shapes than were expected.

Keras is never loaded here: where nobody has imported it, there is no model either. `dlcourse.arrays` offers
`about_model` beside what it says about pictures and labels.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

RUN_AWAY = "Its weights have run away: make the model anew and train it with a smaller learning rate, on scaled inputs."


def about_model(
    model: Any,
    inputs: tuple[int, ...] | None = None,
    outputs: int | None = None,
    *,
    compiled: bool = False,
) -> str | None:
    """Return what is wrong with a Keras model, or None.

    inputs: the shape of one example, like (28, 28, 1). outputs: how many numbers should come out for one.
    compiled: must it have been compiled? A model that does not tell its shapes (a subclass) is called once on zeros
    of the shape `inputs`; it is never trained and never built.
    """
    fault = _about_kind(model) or _about_build(model)
    if fault:
        return fault
    seen = shape_of(model, "input_shape")
    given = shape_of(model, "output_shape")
    if inputs is not None and seen is not None:
        fault = about_input(seen, inputs)
    if not fault and inputs is not None and (seen is None or given is None):
        given, fault = _tried(model, inputs)
    if not fault and outputs is not None and given is not None:
        fault = about_output(given, outputs)
    fault = fault or about_weights(model)
    if not fault and compiled and not getattr(model, "compiled", False):
        fault = "the model is built but not compiled: it does not know by what to measure its mistakes. Call `model.compile(...)` first."
    return fault


def about_input(seen: Sequence[int | None], wanted: Sequence[int]) -> str | None:
    """Return a sentence if a model for examples of shape `seen` can't take those of shape `wanted`, or None.

    None in a shape stands for any size.
    """
    seen, wanted = tuple(seen), tuple(wanted)
    if fits(seen, wanted):
        return None
    start = f"the model takes examples of shape {seen}; one example here has the shape {wanted}"
    if len(seen) == len(wanted) + 1 and fits(seen[1:], wanted):
        return (
            f"{start}. The number of examples does not belong into the shape: a model takes as many as it is given. "
            f"`keras.Input(shape={wanted})` tells it the shape of one."
        )
    if (*seen, 1) == wanted:
        return (
            f"{start}: the last axis, of the channel, is missing in the model. `keras.Input(shape={wanted})` is what it "
            "should begin with."
        )
    if seen == (*wanted, 1):
        return f"{start}, without a channel axis. `keras.Input(shape={wanted})` is what the model should begin with."
    if len(wanted) == 3 and seen == (wanted[2], *wanted[:2]):
        return f"{start}: in the model the channels come first, here they come last."
    if int(np.prod(wanted)) == int(np.prod([size or 0 for size in seen])):
        return f"{start}: the same count of numbers, arranged otherwise."
    return f"{start}."


def about_output(seen: Sequence[int | None], wanted: int) -> str | None:
    """Return a sentence if a model gives numbers of shape `seen` for one example and not `wanted` of them, or None."""
    seen = tuple(seen)
    if len(seen) > 1:
        return (
            f"for one example the model gives an array of shape {seen}; {numbers(wanted)} should come out. Somewhere on "
            "the way the picture must become a plain row, as `layers.Flatten()` makes it."
        )
    if seen and seen[-1] != wanted:
        return f"for one example the model gives {numbers(seen[-1])}; {numbers(wanted)} should come out. The units of the last layer decide it."
    return None


def about_weights(model: Any) -> str | None:
    """Return a sentence if weights of a built model are nan or infinite, or None."""
    for layer in model.layers:
        try:
            weights = layer.get_weights()
        except Exception:  # a layer that is not built holds none
            continue
        for array in weights:
            if array.dtype.kind == "f" and not np.isfinite(array).all():
                what = "nan (not a number)" if np.isnan(array).any() else "infinity"
                return f"weights of the model's layer `{layer.name}` are {what}. {RUN_AWAY}"
    return None


def fits(seen: Sequence[int | None], wanted: Sequence[int]) -> bool:
    """Are the shapes the same, where the first leaves no size open?"""
    return len(seen) == len(wanted) and all(a is None or a == b for a, b in zip(seen, wanted, strict=True))


def numbers(count: int | None) -> str:
    """Return 'one number' or '10 numbers'."""
    return "one number" if count == 1 else f"{count} numbers"


def shape_of(model: Any, name: str) -> tuple[int | None, ...] | None:
    """The `input_shape` or `output_shape` of one example; None where there is none to tell, or there are several."""
    try:
        shape = getattr(model, name)
    except Exception:  # a subclassed model has none
        return None
    if isinstance(shape, list) and len(shape) == 1:
        shape = shape[0]
    if not isinstance(shape, tuple) or not all(size is None or isinstance(size, int) for size in shape):
        return None
    return shape[1:]


def _about_kind(model: Any) -> str | None:
    keras = sys.modules.get("keras")
    if keras is not None and hasattr(keras, "Model") and issubclass(type(model), keras.Model):
        return None
    if model is None or model is ...:
        return f"there is no model yet, only {'`...`' if model is ... else 'None'}; a trained Keras model is expected."
    if isinstance(model, type):
        return f"the class `{model.__name__}` itself was given; a model made from it, `{model.__name__}(...)`, is expected."
    if type(model).__name__ == "History" and hasattr(model, "on_epoch_end"):
        return "what `fit` returns was given, the history of a training; the model itself is expected."
    if isinstance(model, list | tuple):
        return f"a {type(model).__name__} was given; a Keras model, `keras.Sequential([...])` around a list of layers, is expected."
    if callable(model) and hasattr(model, "__name__"):
        return f"the function `{model.__name__}` was given; the model that it returns, `{model.__name__}()`, is expected."
    return f"an object of the class {type(model).__name__} was given; a Keras model is expected."


def _about_build(model: Any) -> str | None:
    if getattr(model, "built", False):
        return None
    return (
        "the model has no weights yet: it does not know what will come in. `keras.Input(shape=...)`, with the shape of one "
        "example, should be its first entry; or call it once on a few examples."
    )


def _tried(model: Any, inputs: tuple[int, ...]) -> tuple[tuple[int, ...] | None, str | None]:
    """The shape that comes out for one example of zeros; or a sentence that it was refused or became nan."""
    try:
        made = model(np.zeros((1, *inputs), "float32"), training=False)
        values = np.asarray(made)
    except Exception as error:
        why = type(error).__name__
        return (
            None,
            f"the model can't take an example of shape {tuple(inputs)}: calling it raised {why}. That is the shape it should take.",
        )
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        return (
            None,
            f"the model gives nan (not a number) or infinity even for an example of zeros. {RUN_AWAY}",
        )
    return values.shape[1:], None
