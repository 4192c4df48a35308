"""What the figures of lessons 7 to 10 accept, and the sentence for what they do not. Nothing here draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dlcourse.arrays import about_labels, about_outputs

_SHARES = ("accuracy", "recall", "precision", "share")


def is_share(measure: str) -> bool:
    """Whether values of this measure are shares, to be read in per cent."""
    return any(word in measure for word in _SHARES)


def grey_pictures(pictures: Any) -> np.ndarray:
    """Return pictures as (n, height, width), from that or (n, height, width, 1); ValueError for anything else."""
    pictures = np.asarray(pictures)
    if pictures.ndim == 4 and pictures.shape[-1] == 1:
        pictures = pictures[..., 0]
    if pictures.ndim != 3:
        raise ValueError(
            f"the pictures have shape {pictures.shape}: (n, height, width) or (n, height, width, 1) was expected"
        )
    if not len(pictures):
        raise ValueError("there are no pictures to draw: the array is empty")
    return pictures


def true_classes(labels: Any, names: Sequence[str]) -> np.ndarray:
    """Return labels as whole numbers (n,), each the place of a name; ValueError saying what they are otherwise."""
    array = _column(labels)
    _raise(about_labels(array, len(names)))
    return array.astype(int)


def said_classes(predictions: Any, names: Sequence[str]) -> np.ndarray:
    """Return predictions as classes (n,), from classes (n,), from probabilities (n, classes), or, where there are two
    names, from the probability of the second one, (n,) or (n, 1). ValueError saying what they are otherwise.
    """
    array = _column(predictions)
    if array.ndim == 2:
        return probabilities_of(array, names).argmax(axis=1)
    if len(names) == 2 and array.dtype.kind == "f" and array.ndim == 1:
        _raise(about_outputs(array, probabilities=True))
        return (array > 0.5).astype(int)
    fault = about_labels(array, len(names))
    _raise(fault and fault.replace("the labels", "the predictions").replace("labels", "predictions"))
    return array.astype(int)


def probabilities_of(probabilities: Any, names: Sequence[str]) -> np.ndarray:
    """Return probabilities (n, classes) as floats, a column for each name; ValueError otherwise."""
    array = np.asarray(probabilities)
    if array.ndim == 2 and array.shape[1] != len(names):
        raise ValueError(
            f"the outputs have {array.shape[1]} numbers for each example, but there are {len(names)} names: one name for "
            "each class is expected"
        )
    _raise(about_outputs(array, len(names)))
    return array.astype(float)


def numbers(values: Any, what: str) -> np.ndarray:
    """Return values as floats; ValueError if they are none, not finite, or no numbers."""
    values = np.asarray(values)
    if values.dtype.kind not in "fiub" or not values.size:
        raise ValueError(
            f"the {what} have shape {values.shape} and type {values.dtype}: numbers were expected"
        )
    return _finite(values, what).astype(float)


def same_number(one: Sequence, other: Sequence, what: tuple[str, str]) -> None:
    """Raise ValueError if there are not as many of one as of the other."""
    if len(one) != len(other):
        raise ValueError(f"{len(one)} {what[0]} and {len(other)} {what[1]}: as many of each are expected")


def seed_values(results: Any, what: str) -> dict[str, np.ndarray]:
    """Return a mapping from names to one array of floats each, as it came; ValueError if empty or not numbers."""
    if not isinstance(results, Mapping) or not results:
        raise ValueError(f"nothing to draw: a mapping from names to {what} was expected")
    arrays = {}
    for name, values in results.items():
        try:
            array = np.asarray(values, dtype=float)
        except (TypeError, ValueError):
            raise ValueError(f"{name}: {what} were expected, numbers in rows of equal length") from None
        if not array.size:
            raise ValueError(f"{name}: there are no values to draw")
        arrays[str(name)] = _finite(array, f"values of {name}")
    return arrays


def _column(values: Any) -> np.ndarray:
    """A column (n, 1), which networks with one output and some tables give, is taken as a row."""
    array = np.asarray(values)
    return array[:, 0] if array.ndim == 2 and array.shape[1] == 1 else array


def _raise(fault: str | None) -> None:
    if fault:
        raise ValueError(fault)


def _finite(values: np.ndarray, what: str) -> np.ndarray:
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        raise ValueError(f"the {what} have NaN or infinity among them: numbers were expected")
    return values
