"""A network that learns from mini-batches. The words are Keras': compile, fit, evaluate, predict."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dlcourse.scratch import checks, parts
from dlcourse.scratch.batches import batches
from dlcourse.scratch.losses import LOSSES
from dlcourse.scratch.optimizers import OPTIMIZERS
from dlcourse.scratch.stack import Stack


@dataclass
class History:
    """What `fit` went through. history: name -> a number for each epoch, as in Keras. steps: the loss of each batch."""

    history: dict[str, list[float]] = field(default_factory=dict)
    steps: list[float] = field(default_factory=list)

    def add(self, **numbers: float | None) -> None:
        """Append the numbers of one epoch; None is left out."""
        for name, number in numbers.items():
            if number is not None:
                self.history.setdefault(name, []).append(number)


class Network(Stack):
    """Layers in a row that learn. See Stack for how it is made; `seed` decides the order of the batches, too."""

    optimizer = loss = None  # until compile

    def compile(self, optimizer: object = "sgd", loss: object = "mean_squared_error") -> None:
        """Choose how to learn, by name or by object, such as Adam(0.01). Optimisers forget earlier training."""
        optimizer = parts.chosen(optimizer, OPTIMIZERS, "optimizer", ("update",))
        loss = parts.chosen(loss, LOSSES, "loss", ("value", "gradient"))
        # As in Keras: a loss whose log undoes the exp of the last layer (its partner) is computed from that
        # layer's z. Computed apart, a probability near 0 or 1 would be rounded to it, and its gradient to 0.
        self.from_z = parts.are_partners(self.layers[-1], loss)
        self.measure = type(loss)(from_logits=True) if self.from_z else loss  # what measures is this loss
        if hasattr(optimizer, "reset"):
            optimizer.reset()
        self.optimizer, self.loss, self.updates = optimizer, loss, 0

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs for x, (batch, units of the last layer)."""
        with np.errstate(all="ignore"):  # no warnings of NumPy where numbers overflow: infinity comes out
            return self.forward(x)

    def compute_gradients(self, x: np.ndarray, y: np.ndarray) -> float:
        """Forward, then backward. Return the loss; afterwards `gradients()` has those of this batch alone."""
        self._must_be_compiled()
        with np.errstate(all="ignore"):  # numbers that run away are told by the loss, once and in words
            self.forward(x)
            self.zero_gradients()
            self.backward(self.measure.gradient(y, self._measured()), self.from_z)
            return self.measure.value(y, self._measured())

    def train_step(self, x: np.ndarray, y: np.ndarray) -> float:
        """Learn from one batch: forward, backward, one update. Return the loss before the update."""
        loss = self.compute_gradients(x, y)
        parts.stop_unless_finite(loss, f"the loss at step {self.updates + 1}", self.updates, self.optimizer)
        with np.errstate(all="ignore"):
            self.optimizer.update(self.parameters(), self.gradients())
        self.updates += 1
        return loss

    def fit(
        self,
        x: np.ndarray,
        y: np.ndarray,
        batch_size: int = 32,
        epochs: int = 1,
        validation_data: tuple[np.ndarray, np.ndarray] | None = None,
        shuffle: bool = True,
    ) -> History:
        """Go through the data `epochs` times in batches, with an update after each. Return what happened.

        Loss and accuracy of an epoch are means over its examples, each measured just before the update it led to.
        """
        x, y, history = checks.finite(x, "x"), checks.finite(y, "y"), History()
        if validation_data is not None:
            validation_data = parts.pair(validation_data, "validation_data")
            self.evaluate(*validation_data)  # what does not fit is told now, not after the first epoch
        for _ in range(checks.whole_number(epochs, "epochs")):
            sizes, losses, accuracies = [], [], []
            for x_batch, y_batch in batches(x, y, batch_size, self.rng if shuffle else None):
                sizes.append(len(x_batch))  # the last batch may be smaller, and then counts less
                losses.append(self.train_step(x_batch, y_batch))
                accuracies.append(self._accuracy(y_batch))
            history.steps += losses
            accuracy = None if None in accuracies else float(np.average(accuracies, weights=sizes))
            history.add(loss=float(np.average(losses, weights=sizes)), accuracy=accuracy)
            with np.errstate(all="ignore"):
                total = sum(p.sum() for p in self.parameters())
            after = f"the sum of all weights after step {self.updates}"
            parts.stop_unless_finite(total, after, self.updates, self.optimizer)
            if validation_data is not None:
                val_loss, val_accuracy = self.evaluate(*validation_data)
                history.add(val_loss=val_loss, val_accuracy=val_accuracy)
        return history

    def evaluate(self, x: np.ndarray, y: np.ndarray) -> tuple[float, float | None]:
        """Return the loss and the accuracy, the share of right answers (None where outputs are plain numbers)."""
        self._must_be_compiled()
        self.predict(x)
        with np.errstate(all="ignore"):
            return self.measure.value(y, self._measured()), self._accuracy(y)

    def _measured(self) -> np.ndarray:
        """What the loss is computed from: the outputs of the last forward pass, or the z they were made from."""
        return self.layers[-1].z if self.from_z else self.layers[-1].outputs

    def _accuracy(self, y: np.ndarray) -> float | None:
        return self.measure.accuracy(y, self._measured()) if hasattr(self.measure, "accuracy") else None

    def _must_be_compiled(self) -> None:
        if self.loss is None:
            raise ValueError(
                "call compile(optimizer=..., loss=...) first: it says how the network is to learn"
            )
