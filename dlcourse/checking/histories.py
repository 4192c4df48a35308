"""What can be read off the record of a training, and off a callback; and what to say when something else came."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.model_names import kind_of
from dlcourse.checking.models import is_model
from dlcourse.checking.show import show
from dlcourse.checking.verdict import NotYet


@dataclass(frozen=True)
class HistoryFacts:
    """The record of a training.

    epochs: how many there were. values: each metric's name and its value after every epoch ('loss', 'val_loss').
    model: the model that was trained, if the record still knows it.
    """

    epochs: int
    values: Mapping[str, tuple[float, ...]]
    model: Any = None

    @property
    def metrics(self) -> tuple[str, ...]:
        """The names of what was measured on the training data, without `val_`."""
        return tuple(name for name in self.values if not name.startswith("val_"))

    @property
    def validated(self) -> bool:
        """Was anything measured on validation data?"""
        return any(name.startswith("val_") for name in self.values)

    @property
    def last(self) -> dict[str, float]:
        """Every metric after the last epoch."""
        return {name: row[-1] for name, row in self.values.items()}

    @property
    def finite(self) -> bool:
        """Is every value a number, none nan or infinite?"""
        return all(math.isfinite(value) for row in self.values.values() for value in row)

    def best_epoch(self, metric: str = "val_loss") -> int:
        """Return the epoch, counted from 1, with the lowest value of a loss or the highest of anything else."""
        row = self.values[metric]
        return 1 + row.index(min(row) if "loss" in metric or "error" in metric else max(row))


def history_facts(history: Any) -> HistoryFacts | None:
    """Read a History, its `.history`, or any mapping or table from names to equally long rows of numbers; else None."""
    model = getattr(history, "model", None)
    record = getattr(history, "history", history)
    try:
        if hasattr(record, "to_dict") and hasattr(record, "columns"):  # a pandas table
            record = record.to_dict("list")
        if not isinstance(record, Mapping) or not record:
            return None
        rows = {str(name): tuple(map(float, np.asarray(row, float).ravel())) for name, row in record.items()}
    except Exception:
        return None
    lengths = {len(row) for row in rows.values()}
    if lengths == {0} or len(lengths) != 1:
        return None
    return HistoryFacts(lengths.pop(), rows, model if is_model(model) else None)


def not_a_history(answer: Any) -> NotYet | None:
    """Say so if `answer` is no record of a training; None if it is one."""
    if history_facts(answer) is not None:
        return None
    if is_model(answer):
        text = "You passed the model. What `fit` returns is asked: give it a name, `history = model.fit(...)`, and pass that."
    elif type(answer).__name__ == "History" and hasattr(answer, "history"):
        text = "You passed a history in which no epoch is recorded. Has the training run?"
    elif isinstance(answer, list | tuple | np.ndarray):
        text = f"You passed {show(answer)}. The whole record that `fit` returns is asked, with a name for each of its rows."
    elif callable(answer):
        text = f"You passed {show(answer)}. `fit` must be called, with brackets; what it returns is asked."
    else:
        text = f"You passed {show(answer)}. The history is asked, which is what `fit` returns."
    return NotYet("not_a_history", text)


@dataclass(frozen=True)
class CallbackFacts:
    """A callback: its kind ('EarlyStopping') and what it was made with; None for what it does not have."""

    kind: str
    monitor: str | None = None
    patience: int | None = None
    restore_best_weights: bool | None = None
    save_best_only: bool | None = None
    factor: float | None = None
    callback: Any = None


def callback_facts(callback: Any) -> CallbackFacts | None:
    """Read a callback of Keras (an object, not its class); None if it is none."""
    keras = sys.modules.get("keras")
    if keras is None or not issubclass(type(callback), keras.callbacks.Callback):
        return None
    names = ("monitor", "patience", "restore_best_weights", "save_best_only", "factor")
    return CallbackFacts(
        kind_of(callback), **{name: getattr(callback, name, None) for name in names}, callback=callback
    )


def not_a_callback(answer: Any, kind: str = "EarlyStopping") -> NotYet | None:
    """Say so if `answer` is no callback of the `kind` that is asked; a list with one in it is looked into by the caller."""
    facts = callback_facts(answer)
    if facts is not None and facts.kind == kind:
        return None
    if isinstance(answer, type):
        text = f"You passed the class `{answer.__name__}` itself. Brackets behind its name make a callback of it: `{answer.__name__}(...)`."
    elif isinstance(answer, list | tuple) and len(answer) == 1 and callback_facts(answer[0]):
        text = "You passed a list with a callback in it. The callback alone is asked; `fit` is what takes a list."
    elif facts is not None:
        text = f"You passed the callback {facts.kind}. `{kind}` is asked."
    else:
        text = f"You passed {show(answer)}. A callback is asked: `keras.callbacks.{kind}(...)`."
    return NotYet("not_a_callback", text)
