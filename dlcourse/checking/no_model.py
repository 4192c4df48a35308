"""What to say when a model is asked and something else came: a class, a list of layers, a history, a model without input."""

from __future__ import annotations

import sys
from typing import Any

from dlcourse.checking.models import is_layer, is_model
from dlcourse.checking.show import show
from dlcourse.checking.verdict import NotYet


def not_a_model(answer: Any) -> NotYet | None:
    """Say so if `answer` is no model, or one that does not know yet what comes in; None if it is one to look at."""
    if is_model(answer):
        return None if getattr(answer, "built", False) else _without_input(answer)
    if isinstance(answer, type):
        text = f"You passed the class `{answer.__name__}` itself. Brackets behind its name make a model of it: `{answer.__name__}(...)`."
    elif type(answer).__name__ == "History" and hasattr(answer, "epoch"):
        text = "You passed what `fit` returns, the history of a training. The model itself is asked."
    elif isinstance(answer, list | tuple) and answer:
        text = "You passed a list. `keras.Sequential([...])` around a list of layers makes a model of it."
    elif is_layer(answer):
        text = f"You passed a single layer, {type(answer).__name__}. A model is asked: `keras.Sequential([...])` holds its layers."
    elif callable(answer):
        text = f"You passed {show(answer)}. The model itself is asked: call your function, with brackets, and pass what it returns."
    else:
        text = f"You passed {show(answer)}. A Keras model is asked."
    return NotYet("not_a_model", text)


def _without_input(model: Any) -> NotYet:
    if isinstance(model, sys.modules["keras"].Sequential):
        text = (
            "Your model does not know yet what will come in, so it has no weights. Make `keras.Input(shape=...)` "
            "its first entry, with the shape of one example."
        )
    elif not hasattr(model, "built"):
        text = f"The class `{type(model).__name__}` must start what it stands on: `super().__init__()` as the first line of its `__init__`."
    else:
        text = "Your model has no weights yet: they are made when it sees its first examples. Call it once on a few of them."
    return NotYet("no_input", text)
