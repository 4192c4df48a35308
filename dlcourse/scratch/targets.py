"""What a loss asks before it computes: do targets and outputs fit together? No formulas of deep learning here.

Every function returns targets and outputs as float arrays of one shape, or raises ValueError with one sentence.
"""

from __future__ import annotations

import numpy as np

from dlcourse.scratch import checks


def same_shape(targets: np.ndarray, outputs: np.ndarray, loss: str) -> tuple[np.ndarray, np.ndarray]:
    """Targets as they are; (batch,) is taken for outputs of shape (batch, 1): it can mean nothing else."""
    targets, outputs = checks.finite(targets, "y"), checks.floats(outputs, "outputs")
    if outputs.shape == (*targets.shape, 1):
        targets = targets.reshape(outputs.shape)
    if targets.shape != outputs.shape:
        raise ValueError(f"{loss} got targets of shape {targets.shape} for outputs of shape {outputs.shape}")
    return targets.astype(outputs.dtype), outputs


def probabilities(
    targets: np.ndarray, outputs: np.ndarray, loss: str, end: str, from_logits: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Targets from 0 to 1; outputs too, unless they are logits: the last activation should be `end`.

    After softmax a row adds up to 1. Without that, raising every output would lower the loss, and nothing be learned.
    """
    targets, outputs = same_shape(targets, outputs, loss)
    if targets.min() < 0 or targets.max() > 1:
        wrong = targets.min() if targets.min() < 0 else targets.max()
        raise ValueError(f"{loss} takes targets from 0 to 1; got {wrong:g}")
    if from_logits:
        return targets, outputs
    advice = f"end with {end}, or use from_logits=True"
    if outputs.min() < 0 or outputs.max() > 1 + 1e-6:  # float32 may round a probability to just above 1
        wrong = outputs.min() if outputs.min() < 0 else outputs.max()
        raise ValueError(f"{loss} takes outputs from 0 to 1; got {wrong:g}: {advice}")
    if end == "softmax":
        _rows_add_up(outputs, 0.02, f"{loss} takes outputs", f": {advice}")
    return targets, outputs


def one_hot(
    targets: np.ndarray, outputs: np.ndarray, loss: str, from_logits: bool
) -> tuple[np.ndarray, np.ndarray]:
    """One-hot targets: (batch, classes), like the outputs."""
    targets, outputs = checks.finite(targets, "y"), _class_outputs(outputs, loss)
    if targets.ndim == 1 or targets.shape == (len(outputs), 1):
        raise ValueError(
            f"{loss} takes one-hot targets, of shape {outputs.shape}; got shape {targets.shape}: "
            "for class numbers take sparse_categorical_crossentropy"
        )
    targets, outputs = probabilities(targets, outputs, loss, "softmax", from_logits)
    _rows_add_up(targets, 1e-3, f"{loss} takes targets")
    return targets, outputs


def class_numbers(
    targets: np.ndarray, outputs: np.ndarray, loss: str, from_logits: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Class numbers, of shape (batch,) or (batch, 1), made one-hot."""
    targets, outputs = checks.finite(targets, "y"), _class_outputs(outputs, loss)
    if targets.ndim == 2 and targets.shape[1] > 1:
        raise ValueError(
            f"{loss} takes class numbers, of shape ({len(outputs)},); got shape {targets.shape}: "
            "for one-hot targets take categorical_crossentropy"
        )
    shape, targets, classes = targets.shape, targets.reshape(-1), outputs.shape[1]
    if len(targets) != len(outputs):
        shapes = f"targets of shape {shape} for outputs of shape {outputs.shape}"
        raise ValueError(f"{loss} got {shapes}: it takes one class number for each row")
    wrong = targets[(targets < 0) | (targets >= classes) | (targets != np.floor(targets))]
    if wrong.size:
        span = f"from 0 to {classes - 1}, for {classes} outputs"
        raise ValueError(f"{loss} takes class numbers {span}; got {wrong[0]:g}")
    return probabilities(np.eye(classes)[targets.astype(int)], outputs, loss, "softmax", from_logits)


def _rows_add_up(rows: np.ndarray, tolerance: float, takes: str, advice: str = "") -> None:
    far = abs(rows.sum(axis=1) - 1)
    if (far > tolerance).any():
        wrong = rows.sum(axis=1)[far.argmax()]
        raise ValueError(f"{takes} that add up to 1 in each row; a row adds up to {wrong:g}{advice}")


def _class_outputs(outputs: np.ndarray, loss: str) -> np.ndarray:
    outputs = checks.floats(outputs, "outputs")
    if outputs.ndim != 2 or outputs.shape[1] < 2:
        raise ValueError(f"{loss} takes outputs of shape (batch, 2 or more classes); got {outputs.shape}")
    return outputs
