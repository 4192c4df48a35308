"""Losses: one number for how wrong a batch of outputs is, and its gradient. Formulas and names are Keras'.

targets is what should come out, outputs what came out, one example a row. Every loss is a mean over the batch.
https://keras.io/api/losses/ ; where they come from: C. Bishop, "Pattern Recognition and Machine Learning" (2006), 4.3 and 5.2.
"""

from __future__ import annotations

import numpy as np

from dlcourse.scratch import checks
from dlcourse.scratch.activations import sigmoid, softmax

EPSILON = 1e-7  # Keras': probabilities are kept this far from 0 and 1, because log(0) is minus infinity


class MeanSquaredError:
    """mean((outputs - targets) ** 2), over the batch and, with several outputs a row, over those too."""

    name = "mean_squared_error"
    undoes = ""  # the activation whose exp this loss's log undoes; see Network.compile

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        targets, outputs = self.prepare(targets, outputs)
        return float(np.mean((outputs - targets) ** 2))

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output, in the shape of the outputs."""
        targets, outputs = self.prepare(targets, outputs)
        return 2 * (outputs - targets) / outputs.size

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both as arrays of one shape. Targets (batch,) are taken for outputs (batch, 1)."""
        outputs, targets = checks.floats(outputs, "outputs"), checks.finite(targets, "y")
        if outputs.shape == (*targets.shape, 1):
            targets = targets.reshape(outputs.shape)
        if targets.shape != outputs.shape:
            raise ValueError(
                f"{self.name} got targets of shape {targets.shape} for outputs of shape {outputs.shape}"
            )
        return targets.astype(outputs.dtype), outputs

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> float | None:
        """Return the share of right decisions; None here: a predicted number is not right or wrong."""
        return None


class BinaryCrossentropy(MeanSquaredError):
    """-(t * log(p) + (1 - t) * log(1 - p)), averaged, for outputs p between 0 and 1 and targets t of 0 or 1.

    With from_logits the outputs are pre-activations z, and p = sigmoid(z).
    """

    name = "binary_crossentropy"
    undoes = "sigmoid"

    def __init__(self, from_logits: bool = False) -> None:
        self.from_logits = from_logits

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        t, p = self.prepare(targets, outputs)
        if self.from_logits:  # the same number, written so that exp cannot overflow and log never meets 0
            return float(np.mean(np.maximum(p, 0) - p * t + np.log1p(np.exp(-abs(p)))))
        p = np.clip(p, EPSILON, 1 - EPSILON)
        return float(-np.mean(t * np.log(p) + (1 - t) * np.log(1 - p)))

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output: 0 where an output is clipped."""
        t, p = self.prepare(targets, outputs)
        if self.from_logits:
            return (sigmoid(p) - t) / p.size
        clipped = np.clip(p, EPSILON, 1 - EPSILON)
        return np.where(clipped == p, (clipped - t) / (clipped * (1 - clipped)), 0) / p.size

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both as arrays of one shape, targets between 0 and 1, outputs too unless they are logits."""
        targets, outputs = super().prepare(targets, outputs)
        if targets.min() < 0 or targets.max() > 1:
            worst = targets.min() if targets.min() < 0 else targets.max()
            raise ValueError(f"{self.name} takes targets from 0 to 1; got {worst:g}")
        self.check_probabilities(outputs)
        return targets, outputs

    def check_probabilities(self, outputs: np.ndarray) -> None:
        """Raise ValueError for outputs that cannot be probabilities."""
        if (
            not self.from_logits
            and outputs.size
            and (outputs.min() < -EPSILON or outputs.max() > 1 + 10 * EPSILON)
        ):
            worst = outputs.min() if outputs.min() < 0 else outputs.max()
            raise ValueError(
                f"{self.name} takes outputs from 0 to 1; got {worst:g}: end with {self.undoes}, or use from_logits=True"
            )

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the share of outputs on the right side of one half (of 0, for logits)."""
        t, p = self.prepare(targets, outputs)
        return float(np.mean((p > (0 if self.from_logits else 0.5)) == (t > 0.5)))


class CategoricalCrossentropy(BinaryCrossentropy):
    """-sum(t * log(p)) a row, averaged over the batch; t: one-hot, (batch, classes), p: probabilities that sum to 1.

    With from_logits the outputs are pre-activations z, and p = softmax(z).
    """

    name = "categorical_crossentropy"
    undoes = "softmax"

    def value(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the loss."""
        t, p = self.prepare(targets, outputs)
        if self.from_logits:  # log(softmax(z)), with the log taken before anything can become 0
            shifted = p - p.max(axis=1, keepdims=True)
            log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        else:
            log_p = np.log(np.clip(p, EPSILON, 1 - EPSILON))
        return float(-(t * log_p).sum(axis=1).mean())

    def gradient(self, targets: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """Return the slope of the loss for every output: 0 where an output is clipped."""
        t, p = self.prepare(targets, outputs)
        if self.from_logits:
            return (softmax(p) * t.sum(axis=1, keepdims=True) - t) / len(
                p
            )  # t sums to 1: it is softmax(z) - t
        clipped = np.clip(p, EPSILON, 1 - EPSILON)
        return np.where(clipped == p, -t / clipped, 0) / len(p)

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both as arrays of shape (batch, classes)."""
        outputs = checks.floats(outputs, "outputs")
        if outputs.ndim != 2 or outputs.shape[1] < 2:
            raise ValueError(
                f"{self.name} takes outputs of shape (batch, 2 or more classes); got {outputs.shape}"
            )
        targets = checks.finite(targets, "y")
        if targets.ndim == 1 or targets.shape == (len(outputs), 1):
            raise ValueError(
                f"{self.name} takes one-hot targets of shape {outputs.shape}; got shape {targets.shape}: "
                "for class numbers take sparse_categorical_crossentropy"
            )
        return super().prepare(targets, outputs)

    def accuracy(self, targets: np.ndarray, outputs: np.ndarray) -> float:
        """Return the share of rows whose largest output is at the right class."""
        t, p = self.prepare(targets, outputs)
        return float(np.mean(p.argmax(axis=1) == t.argmax(axis=1)))


class SparseCategoricalCrossentropy(CategoricalCrossentropy):
    """The categorical crossentropy for targets given as class numbers, 0 to classes - 1, of shape (batch,)."""

    name = "sparse_categorical_crossentropy"

    def prepare(self, targets: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the class numbers as one-hot rows, and the outputs: both (batch, classes)."""
        outputs = checks.floats(outputs, "outputs")
        labels = checks.finite(targets, "y")
        if labels.ndim == 2 and labels.shape[1] > 1:
            raise ValueError(
                f"{self.name} takes class numbers, of shape ({len(outputs)},); got shape {labels.shape}: "
                "for one-hot targets take categorical_crossentropy"
            )
        labels = labels.reshape(-1)
        classes = outputs.shape[-1]
        wrong = labels[(labels < 0) | (labels >= classes) | (labels != np.floor(labels))]
        if wrong.size:
            raise ValueError(f"{self.name} takes class numbers from 0 to {classes - 1}; got {wrong[0]:g}")
        return super().prepare(np.eye(classes)[labels.astype(int)], outputs)


LOSSES = {
    loss.name: loss
    for loss in (MeanSquaredError, BinaryCrossentropy, CategoricalCrossentropy, SparseCategoricalCrossentropy)
}
