"""For exercises that judge a function which builds or trains a model: it is called, trained briefly, and watched.

An exercise that uses these is declared with `trains=True` and the `seconds` it may take.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dlcourse.checking.calling import call
from dlcourse.checking.factories import not_a_function
from dlcourse.checking.histories import HistoryFacts, history_facts
from dlcourse.checking.models import is_model, outputs_of
from dlcourse.checking.show import show
from dlcourse.checking.verdict import Correct, NotYet

BATCH = 1000  # examples a model is asked about at once: what a convolution holds of them fits into memory


def builder_check(
    check: Callable[[Any], Correct | NotYet],
    arguments: Mapping[str, Any] | None = None,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a function that builds a model: it is called, and `check` judges the model it returns.

    arguments: names and values of what the function is called with. `check`: from `model_check`, or one of one's own;
    several in turn by `dlcourse.exercises.common.in_turn`.
    """

    def checked(answer: Any) -> Correct | NotYet:
        model = built_by(answer, arguments)
        return model if isinstance(model, NotYet) else check(model)

    own = () if hasattr(check, "codes") else (check,)  # its codes are found in its source
    checked.codes = getattr(check, "codes", ())  # type: ignore[attr-defined]
    checked.questions = (*getattr(check, "questions", ()), *own)  # type: ignore[attr-defined]
    return checked


def built_by(function: Any, arguments: Mapping[str, Any] | None = None) -> Any:
    """Return the model that the learner's function builds, or a NotYet if it is none. Raises LearnerError."""
    names, values = tuple(arguments or ()), tuple((arguments or {}).values())
    if is_model(function):
        text = "You passed a model. The function that builds one is asked: its name alone, without brackets."
        return NotYet("not_a_function", text)
    fault = not_a_function(function, names)
    if fault:
        return fault
    made = call(function, *values, names=names)
    if is_model(made):
        return made
    if made is None:
        text = "Your function returns nothing (None). Let it end with `return` and the model."
        return NotYet("returns_none", text)
    if type(made).__name__ == "History" and is_model(getattr(made, "model", None)):
        text = "Your function returns what `fit` gives, the history of a training. Let it return the model itself."
        return NotYet("wrong_type", text)
    return NotYet("wrong_type", f"Your function returns {show(made)}. Let it return a Keras model.")


def train_briefly(
    model: Any,
    images: Any,
    labels: Any,
    *,
    epochs: int = 1,
    batch_size: int = 32,
    seed: int = 0,
    compile_with: Mapping[str, Any] | None = None,
    **options: Any,
) -> HistoryFacts:
    """Train the model and return its history; the same seed gives the same result.

    compile_with: what to compile it with if it is not compiled, or in place of the learner's choice. options: further
    arguments of `fit`, such as validation_data. To be used inside a check: there the generators of the notebook
    are put back. The weights that the model begins with are its own: where they should be the same every time, let the
    learner's function build it after `seeds_set(seed)`.
    """
    seeds_set(seed)
    if compile_with is not None:
        model.compile(**compile_with)
    record = model.fit(
        np.asarray(images),
        np.asarray(labels),
        epochs=epochs,
        batch_size=batch_size,
        **{"verbose": 0, **options},
    )
    facts = history_facts(record)
    assert facts is not None, "fit recorded nothing"
    return facts


def seeds_set(seed: int) -> None:
    """Start all random generators anew, as `keras.utils.set_random_seed` does. A check leaves them as they were."""
    sys.modules["keras"].utils.set_random_seed(seed)


def outputs_in_batches(model: Any, examples: Any) -> np.ndarray:
    """Return what a model makes of many examples, not training. Raises LearnerError for what its own code raises."""
    array = np.asarray(examples)
    parts = [outputs_of(model, array[start : start + BATCH]) for start in range(0, len(array), BATCH)]
    return np.concatenate(parts)


def accuracy_of(model: Any, examples: Any, labels: Any) -> float:
    """Return the share of examples whose class the model names. Raises LearnerError for what its own code raises.

    labels: classes or one-hot rows. A model with one output names class 1 from 0.5 on: it must give a probability.
    """
    made, wanted = outputs_in_batches(model, examples), np.asarray(labels)
    if wanted.ndim == 2 and wanted.shape[1] > 1:
        wanted = wanted.argmax(axis=1)
    said = made.argmax(axis=1) if made.ndim == 2 and made.shape[1] > 1 else made.ravel() >= 0.5
    return float((said == wanted.ravel()).mean())


@dataclass(frozen=True)
class Fit:
    """One call of `fit`: what it was given. `arguments` holds all of it by Keras' names, defaults left out."""

    arguments: Mapping[str, Any]
    history: Any = None
    callbacks: Sequence[Any] = field(default=())

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "arguments":
            raise AttributeError(name)
        return self.arguments.get(name)


@contextmanager
def fits_of(model: Any, *, most_epochs: int | None = None) -> Iterator[list[Fit]]:
    """Inside the block, note every call of `model.fit` in the list: `fits[0].epochs`, `.x`, `.validation_data`.

    The real `fit` is run as it was called, silently; with `most_epochs`, for no more than these.
    """
    real, fits = model.fit, []
    signature = inspect.signature(real)

    def fit(*arguments: Any, **named: Any) -> Any:
        given = dict(signature.bind(*arguments, **named).arguments)
        callbacks = given.get("callbacks") or ()
        callbacks = list(callbacks) if isinstance(callbacks, list | tuple) else [callbacks]
        asked = {**given, "verbose": 0}
        if most_epochs is not None:
            asked["epochs"] = min(int(given.get("epochs", 1)), most_epochs)
        history = real(**asked)
        fits.append(Fit({**given, "epochs": given.get("epochs", 1)}, history, callbacks))
        return history

    object.__setattr__(model, "fit", fit)
    try:
        yield fits
    finally:
        object.__delattr__(model, "fit")
