"""Losses: one number for how wrong a batch of outputs is, and its slope for every output. The names are Keras'.

Targets are what should come out, outputs what came out, one example a row; every loss is a mean over the batch.
Formulas: https://keras.io/api/losses/ and, for where they come from, C. Bishop: "Pattern Recognition and Machine
Learning" (2006), sections 1.2.5 (squared error) and 4.3 (crossentropies). What targets must be: targets.py.

`partner` is the activation a loss goes with. A Network that ends with it hands the loss its z, with from_logits: log
and exp cancel, and the slope at z is what came out minus what should have, over the number of examples.
"""

from __future__ import annotations

import numpy as np

from dlcourse.scratch.activations import sigmoid, softmax
from dlcourse.scratch.targets import class_numbers, one_hot, probabilities, same_shape

EPSILON = 1e-7  # Keras': probabilities are kept this far from 0 and 1, because log(0) is minus infinity


class MeanSquaredError:
    """mean((outputs - targets) ** 2), over the batch and, if there are several outputs a row, over these too."""

    name = "mean_squared_error"
    partner = ""  # none: there is no log in it that an exp would cancel

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        targets, outputs = same_shape(targets, outputs, self.name)
        return float(np.mean((outputs - targets) ** 2))

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output, in the shape of the outputs."""
        targets, outputs = same_shape(targets, outputs, self.name)
        return 2 * (outputs - targets) / outputs.size

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> None:
        """None: a number that was predicted is near or far, not right or wrong."""


class BinaryCrossentropy:
    """-(t * log(p) + (1 - t) * log(1 - p)), averaged, for targets t of 0 or 1 and probabilities p.

    The outputs are p or, with from_logits, the pre-activations z of p = sigmoid(z).
    """

    name = "binary_crossentropy"
    partner = "sigmoid"

    def __init__(self, from_logits: bool = False) -> None:
        self.from_logits = from_logits

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        t, outputs = self.prepare(targets, outputs)
        if self.from_logits:  # sigmoid(z) put into the formula, and rewritten so that no exp can overflow
            z, e = outputs, np.exp(-abs(outputs))
            return float(np.mean(np.maximum(z, 0) - t * z + np.log1p(e)))  # log1p(e) is log(1 + e)
        p = np.clip(outputs, EPSILON, 1 - EPSILON)
        return float(-np.mean(t * np.log(p) + (1 - t) * np.log(1 - p)))

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output; it is 0 where the output is clipped."""
        t, outputs = self.prepare(targets, outputs)
        if self.from_logits:
            return (sigmoid(outputs) - t) / t.size
        p = np.clip(outputs, EPSILON, 1 - EPSILON)
        return np.where(p == outputs, (p - t) / (p * (1 - p)), 0) / t.size  # -t / p + (1 - t) / (1 - p)

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the share of outputs on the right side of one half; logits: of 0, where sigmoid is one half."""
        t, outputs = self.prepare(targets, outputs)
        border = 0 if self.from_logits else 0.5
        return float(np.mean((outputs > border) == (t > 0.5)))

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both as arrays of one shape."""
        return probabilities(targets, outputs, self.name, self.partner, self.from_logits)


class CategoricalCrossentropy:
    """-sum(t * log(p)) for each row, averaged, for one-hot targets t and probabilities p that sum to 1 in each row.

    The outputs are p or, with from_logits, the pre-activations z of p = softmax(z). Shape of both: (batch, classes).
    """

    name = "categorical_crossentropy"
    partner = "softmax"

    def __init__(self, from_logits: bool = False) -> None:
        self.from_logits = from_logits

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        t, outputs = self.prepare(targets, outputs)
        if self.from_logits:  # log(softmax(z)), simplified by hand before anything can overflow or round to 0
            z = outputs - outputs.max(axis=1, keepdims=True)
            log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        else:
            log_p = np.log(np.clip(outputs, EPSILON, 1 - EPSILON))
        return float(-np.mean((t * log_p).sum(axis=1)))

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output; it is 0 where the output is clipped."""
        t, outputs = self.prepare(targets, outputs)
        if self.from_logits:
            return (softmax(outputs) - t) / len(t)
        p = np.clip(outputs, EPSILON, 1 - EPSILON)
        return np.where(p == outputs, -t / p, 0) / len(t)

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the share of rows whose largest output is the one of the right class."""
        t, outputs = self.prepare(targets, outputs)
        return float(np.mean(outputs.argmax(axis=1) == t.argmax(axis=1)))

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both as arrays of shape (batch, classes)."""
        return one_hot(targets, outputs, self.name, self.from_logits)


class SparseCategoricalCrossentropy(CategoricalCrossentropy):
    """The same for targets given as class numbers, 0, 1, ... classes - 1, of shape (batch,)."""

    name = "sparse_categorical_crossentropy"

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the targets made one-hot, and the outputs: both (batch, classes)."""
        return class_numbers(targets, outputs, self.name, self.from_logits)


_ALL = (MeanSquaredError, BinaryCrossentropy, CategoricalCrossentropy, SparseCategoricalCrossentropy)
LOSSES = {loss.name: loss for loss in _ALL}
