"""The bar of a training: quiet when short, right about the time left, closed at the end, honest about a lost loss."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

import nbformat
import numpy as np
import pytest

from dlcourse.commands import running
from dlcourse.commands.pairs import WIDGET_VIEW


@pytest.fixture(scope="module")
def training() -> ModuleType:
    """The module, imported here and not above: it brings Keras, which other tests' workers need not load."""
    return importlib.import_module("dlcourse.training")


class Clock:
    """Time that passes only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, training: ModuleType) -> Clock:
    clock = Clock()
    monkeypatch.setattr(training, "time", clock)
    return clock


def started(epochs: int, steps: int | None) -> Any:
    progress = importlib.import_module("dlcourse.training").Progress()
    progress.set_params({"epochs": epochs, "steps": steps, "verbose": 0})
    progress.on_train_begin()
    return progress


def epoch(progress: Any, clock: Clock, steps: int, seconds_a_step: float, loss: float = 0.5) -> None:
    progress.on_epoch_begin(0)
    for batch in range(steps):
        clock.now += seconds_a_step
        progress.on_train_batch_end(batch, {"loss": loss})
    progress.on_epoch_end(0, {"loss": loss})


def text(progress: Any) -> str:
    return progress.container.children[-1].value


def test_a_short_training_shows_nothing(clock: Clock) -> None:
    progress = started(epochs=2, steps=10)
    epoch(progress, clock, 10, 0.05)
    epoch(progress, clock, 10, 0.05)
    progress.on_train_end({"loss": 0.5})
    assert progress.container.children == ()


def test_a_long_training_says_how_far_it_is(clock: Clock) -> None:
    progress = started(epochs=4, steps=10)
    epoch(progress, clock, 10, 1.0)
    bar = progress.container.children[0]
    assert bar.value == pytest.approx(0.25)
    assert "epoch 1 of 4" in text(progress)
    assert "30 s left" in text(progress)
    assert "loss 0.500" in text(progress)
    epoch(progress, clock, 10, 1.0)
    assert bar.value == pytest.approx(0.5)


def test_it_closes_with_one_line(clock: Clock) -> None:
    progress = started(epochs=2, steps=10)
    epoch(progress, clock, 10, 1.0)
    epoch(progress, clock, 10, 1.0)
    progress.on_train_end({"loss": 0.25, "accuracy": 0.9})
    assert len(progress.container.children) == 1
    assert text(progress) == "2 epochs in 20 s, loss 0.250, accuracy 0.900"


def test_a_training_that_was_stopped_early_says_so(clock: Clock) -> None:
    progress = started(epochs=50, steps=10)
    epoch(progress, clock, 10, 1.0)
    progress.on_train_end({})
    assert "1 epoch of 50" in text(progress)


def test_a_training_of_unknown_length_still_moves(clock: Clock) -> None:
    progress = started(epochs=2, steps=None)
    epoch(progress, clock, 10, 1.0)
    assert text(progress) == "step 10, 10 s so far"
    progress.on_epoch_begin(1)
    clock.now += 1
    progress.on_train_batch_end(0, {"loss": 0.5})
    assert "epoch 2 of 2" in text(progress)


def test_one_object_serves_two_trainings(clock: Clock) -> None:
    progress = started(epochs=1, steps=2)
    epoch(progress, clock, 2, 5.0)
    progress.on_train_end({})
    progress.on_train_begin()
    assert progress.container.children == ()


def test_the_text_form_never_changes(clock: Clock) -> None:
    progress = started(epochs=2, steps=10)
    before = repr(progress.container)
    epoch(progress, clock, 10, 1.0)
    assert repr(progress.container) == before


def test_keras_calls_it(monkeypatch: pytest.MonkeyPatch, training: ModuleType) -> None:
    monkeypatch.setattr(training, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(training, "REDRAW_SECONDS", 0.0)
    keras = training.keras
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    progress = training.Progress()
    model.fit(np.zeros((8, 3)), np.zeros(8), batch_size=2, epochs=3, verbose=0, callbacks=[progress])
    assert text(progress).startswith("3 epochs in ")
    assert "loss 0.000" in text(progress)


CELL = """
import dlcourse, keras, numpy as np
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
history = model.fit(np.full((4, 3), {value}), np.zeros(4), epochs=2, verbose=0, callbacks=[dlcourse.Progress()])
"""


def test_in_a_notebook() -> None:
    cells = [nbformat.v4.new_code_cell(CELL.format(value=value)) for value in ("1.0", "np.nan")]
    fine, lost = running.run(nbformat.v4.new_notebook(cells=cells), "training").cells
    assert [output.output_type for output in fine.outputs] == ["display_data"]
    assert WIDGET_VIEW in fine.outputs[0].data
    assert fine.outputs[0].data["text/plain"] == "[progress of a training]"
    assert len(lost.outputs) == 2
    assert "not a number since epoch 1" in lost.outputs[1].data["text/plain"]
