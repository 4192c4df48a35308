"""`Progress`: a Keras callback that shows how far a training is. Importing this module imports Keras."""

from __future__ import annotations

import math
import time
from html import escape
from typing import Any

import ipywidgets
import keras
from IPython import get_ipython
from IPython.display import display

QUIET_SECONDS = 2.0  # a shorter training needs no bar
REDRAW_SECONDS = 0.2  # five times a second is smooth, and costs the training nothing


class _Container(ipywidgets.HBox):
    """An HBox whose stored text never changes, whatever it holds."""

    def __repr__(self) -> str:
        return "[progress of a training]"


class _Sentence:
    """One sentence for the learner, in a notebook and in a terminal."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f"<div>{escape(self.text)}</div>"


class Progress(keras.callbacks.Callback):
    """A bar with the time left, for `model.fit(..., verbose=0, callbacks=[Progress()])`.

    It appears when a training takes longer than two seconds and closes with one line that sums it up. If the
    loss stops being a number it says so, and does not stop the training. One object serves many trainings.
    Outside a notebook it shows nothing.

    Attributes
    ----------
    container : ipywidgets.HBox
        What is displayed: empty, or the bar with its text, or after a long training its summary.
    """

    def __init__(self) -> None:
        super().__init__()
        self.container = _Container()

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:
        """Display the container, still empty."""
        self.container = _Container()
        self._bar = ipywidgets.FloatProgress(min=0.0, max=1.0, description="Training")
        self._text = ipywidgets.Label()
        self._started = self._drawn = time.monotonic()
        self._epoch = self._steps_done = 0
        self._steps = self.params.get("steps")
        self._not_a_number: int | None = None
        if get_ipython() is not None:
            display(self.container)

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Count the epoch (`epoch` counts from `initial_epoch`, the bar from the beginning of this training)."""
        self._steps_done = 0

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Redraw, if the last time was a while ago."""
        self._steps_done = batch + 1
        now = time.monotonic()
        if now - self._started >= QUIET_SECONDS and now - self._drawn >= REDRAW_SECONDS:
            self._drawn = now
            self._draw(now - self._started, logs or {})

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Learn how many steps an epoch has, and whether the loss is still a number."""
        self._steps = self._steps_done or self._steps
        self._epoch += 1
        self._steps_done = 0
        loss = (logs or {}).get("loss", 0.0)
        if self._not_a_number is None and math.isnan(loss):
            self._not_a_number = self._epoch

    def on_train_end(self, logs: dict[str, float] | None = None) -> None:
        """Close the bar with one line; say it if the loss was lost."""
        seconds = time.monotonic() - self._started
        if seconds >= QUIET_SECONDS:
            figures = "".join(
                f", {name} {value:.3f}" for name, value in (logs or {}).items() if _is_number(value)
            )
            planned = self._epochs()
            epochs = f"{self._epoch} epoch{'s' if self._epoch != 1 else ''}"
            early = f" of {planned}" if planned and self._epoch < planned else ""
            self._text.value = f"{epochs}{early} in {_words(seconds)}{figures}"
            self.container.children = [self._text]
        if self._not_a_number is not None and get_ipython() is not None:
            display(_Sentence(_not_a_number_sentence(self._not_a_number)))

    def _epochs(self) -> int | None:
        """Return how many epochs this training is to have."""
        return self.params.get("epochs")

    def _draw(self, seconds: float, logs: dict[str, float]) -> None:
        if not self.container.children:
            self.container.children = [self._bar, self._text]
        epochs = self._epochs()
        if not (epochs and self._steps):  # a generator's length is known after its first epoch
            self._text.value = f"step {self._steps_done}, {_words(seconds)} so far"
            return
        done = min((self._epoch + self._steps_done / self._steps) / epochs, 1.0)
        left = seconds / done * (1 - done)
        loss = f", loss {logs['loss']:.3f}" if _is_number(logs.get("loss")) else ""
        self._bar.value = done
        self._text.value = f"epoch {min(self._epoch + 1, epochs)} of {epochs}, {_words(left)} left{loss}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _words(seconds: float) -> str:
    """Return a duration as people say it: `8 s`, `2 min 5 s`."""
    whole = math.ceil(seconds)
    return f"{whole} s" if whole < 100 else f"{whole // 60} min {whole % 60} s"


def _not_a_number_sentence(epoch: int) -> str:
    return (
        f"The loss is not a number since epoch {epoch}, so the network has learned nothing after it: the steps "
        "were too long (try a learning rate ten times smaller), or the inputs are very large or not numbers."
    )
