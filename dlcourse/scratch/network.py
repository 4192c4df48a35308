"""A network: dense layers one after another, trained on mini-batches. The words are Keras': compile, fit, evaluate, predict."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dlcourse.scratch import checks
from dlcourse.scratch.batches import batches
from dlcourse.scratch.layers import Dense
from dlcourse.scratch.losses import LOSSES
from dlcourse.scratch.optimizers import OPTIMIZERS


@dataclass
class History:
    """What `fit` went through. history: name -> one number an epoch, as in Keras. steps: the loss at every update."""

    history: dict[str, list[float]] = field(default_factory=dict)
    steps: list[float] = field(default_factory=list)

    def add(self, **numbers: float | None) -> None:
        """Append one epoch's numbers; those that are None are left out."""
        for name, number in numbers.items():
            if number is not None:
                self.history.setdefault(name, []).append(number)


class Network:
    """Layers in a row: what one puts out, the next takes in.

    `inputs` is the number of inputs of one example, `seed` decides start weights and the order of the batches. `dtype`
    is float (64 bits) or "float32": half the memory, faster, about 7 digits. A layer that has weights already keeps them.
    """

    def __init__(self, layers: list[Dense], inputs: int, seed: int = 0, dtype: type | str = float) -> None:
        if not layers:
            raise ValueError("a network needs at least one layer")
        self.layers, self.dtype = list(layers), np.dtype(dtype)
        self.rng = np.random.default_rng(seed)
        self.optimizer = self.loss = None
        self.updates = 0
        size = checks.whole_number(inputs, "inputs")
        for number, layer in enumerate(self.layers, start=1):
            layer.number = number
            if layer.weights is None:
                layer.build(size, self.rng, self.dtype)
            size = layer.units

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs, (batch, units of the last layer), for x of shape (batch, inputs)."""
        x = checks.finite(x, "x").astype(self.dtype, copy=False)
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs for x, as `forward` does."""
        with np.errstate(over="ignore", invalid="ignore"):
            return self.forward(x)

    def compile(self, optimizer: object = "sgd", loss: object = "mean_squared_error") -> None:
        """Choose how to learn: both by name, or as objects, such as Adam(0.01)."""
        if isinstance(optimizer, str):
            optimizer = OPTIMIZERS[checks.known(optimizer, OPTIMIZERS, "optimizer")]()
        if isinstance(loss, str):
            loss = LOSSES[checks.known(loss, LOSSES, "loss")]()
        self.optimizer, self.loss, self.updates = optimizer, loss, 0
        # As in Keras: where the loss takes the log of a sigmoid or a softmax, both are computed in one go from the last
        # layer's z. The result is the same, but probabilities of 0 and 1 lose nothing.
        self.from_z = bool(loss.undoes) and loss.undoes == self.layers[-1].activation
        if self.from_z and loss.from_logits:
            raise ValueError(
                f"from_logits=True, but {self.layers[-1]} applies {loss.undoes} already: choose one of the two"
            )
        self.measured = type(loss)(from_logits=True) if self.from_z else loss

    def _ends(self) -> np.ndarray:
        """What the loss is measured on: the outputs of the last forward pass, or their z."""
        return self.layers[-1].z if self.from_z else self.layers[-1].outputs

    def backward(self, y: np.ndarray) -> float:
        """Return the loss of the last forward pass, and add its gradients to those of every layer."""
        loss = self.measured.value(y, self._ends())
        gradient = self.measured.gradient(y, self._ends())
        last, *before = reversed(self.layers)
        gradient = last.backward_from_z(gradient) if self.from_z else last.backward(gradient)
        for layer in before:
            gradient = layer.backward(gradient)
        return loss

    def train_step(self, x: np.ndarray, y: np.ndarray) -> float:
        """Learn from one batch: forward, backward, one update. Return the loss before the update."""
        if self.loss is None:
            raise ValueError(
                "call compile(optimizer=..., loss=...) first: the network does not know how to learn yet"
            )
        with np.errstate(over="ignore", invalid="ignore"):  # the loss tells, once and in words
            self.forward(x)
            self.zero_gradients()
            loss = self.backward(y)
            self._stop_unless_finite(loss)
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
        """Go through the data `epochs` times in batches, one update a batch. Return what happened."""
        x, y = checks.finite(x, "x"), checks.finite(y, "y")
        history = History()
        for _ in range(checks.whole_number(epochs, "epochs")):
            losses, right, sizes = [], [], []
            for x_batch, y_batch in batches(x, y, batch_size, self.rng if shuffle else None):
                losses.append(self.train_step(x_batch, y_batch))
                right.append(self.measured.accuracy(y_batch, self._ends()))
                sizes.append(len(x_batch))
            accuracy = None if right[0] is None else float(np.average(right, weights=sizes))
            history.add(loss=float(np.average(losses, weights=sizes)), accuracy=accuracy)
            history.steps.extend(losses)
            if validation_data is not None:
                val_loss, val_accuracy = self.evaluate(*validation_data)
                history.add(val_loss=val_loss, val_accuracy=val_accuracy)
        return history

    def evaluate(self, x: np.ndarray, y: np.ndarray) -> tuple[float, float | None]:
        """Return the loss and the share of right answers (None where outputs are plain numbers)."""
        if self.loss is None:
            raise ValueError("call compile(loss=...) first: the network does not know how to measure yet")
        self.predict(x)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.measured.value(y, self._ends()), self.measured.accuracy(y, self._ends())

    def _stop_unless_finite(self, loss: float) -> None:
        if not np.isfinite(loss):
            raise FloatingPointError(
                f"the loss is {loss} at step {self.updates + 1}: the weights have run away. The usual cause is a learning "
                f"rate that is too large (it is {self.optimizer.learning_rate:g}); try a tenth of it"
            )

    def parameters(self) -> list[np.ndarray]:
        """Return the arrays themselves, weights and bias of each layer in turn."""
        return [array for layer in self.layers for array in (layer.weights, layer.bias)]

    def gradients(self) -> list[np.ndarray]:
        """Return the gradients, in the order of `get_weights`."""
        return [array for layer in self.layers for array in (layer.weights_gradient, layer.bias_gradient)]

    def zero_gradients(self) -> None:
        """Forget the gradients of every layer."""
        for layer in self.layers:
            layer.zero_gradients()

    def get_weights(self) -> list[np.ndarray]:
        """Return copies of weights and bias of each layer in turn, as Keras does."""
        return [array.copy() for array in self.parameters()]

    def set_weights(self, weights: list[np.ndarray]) -> None:
        """Take over such a list, from here or from Keras."""
        new, old = [checks.floats(array, "weights") for array in weights], self.parameters()
        if [a.shape for a in new] != [a.shape for a in old]:
            raise ValueError(
                f"this network has weights of shapes {[a.shape for a in old]}; got {[a.shape for a in new]}"
            )
        for array, values in zip(old, new, strict=True):
            array[...] = values

    def count_params(self) -> int:
        """Return how many numbers the network learns."""
        return sum(array.size for array in self.parameters())
