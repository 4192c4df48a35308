"""What exercise 5.2 is tried on, the right answer, and the pieces that its mistakes are made of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

LEAST, MOST = 1e-7, 1 - 1e-7  # as Keras clips


def binary_crossentropy(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """The reference of exercise 5.2: binary cross-entropy as Keras computes it."""
    p = np.clip(probabilities, LEAST, MOST)
    return float(-np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


def bce_cases(rng: np.random.Generator) -> list[tuple]:
    """One yes and one no; a single example of each kind; any; then networks that are certain, wrongly and rightly."""
    small = [
        (np.array([1.0, 0.0]), np.array([0.9, 0.2])),
        (np.array([1.0]), np.array([0.25])),
        (np.array([0.0]), np.array([0.25])),
        (np.array([1.0, 0.0, 0.0]), np.array([0.5, 0.5, 0.1])),
    ]
    any_ = [(rng.integers(0, 2, n).astype(float), rng.uniform(0.05, 0.95, n).round(2)) for n in (3, 5, 8)]
    certain = [
        (np.array([1.0, 0.0]), np.array([0.0, 0.2])),
        (np.array([1.0, 0.0]), np.array([0.9, 1.0])),
        (np.array([1.0, 0.0]), np.array([1.0, 0.0])),
    ]
    return small + any_ + certain


def halves(of_yes: Callable, of_no: Callable, together: Callable = np.mean) -> Callable:
    """A mistake made of what an example counts whose target is 1, and one whose target is 0, after clipping."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        p = np.clip(probabilities, LEAST, MOST)
        with np.errstate(all="ignore"):
            return together(targets * of_yes(p) + (1 - targets) * of_no(p))

    return behaviour


def unclipped(low: float, high: float) -> Callable:
    """A mistake: clipped at one end only, or at neither."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        p = np.clip(probabilities, low, high)
        with np.errstate(all="ignore"):
            return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

    return behaviour


def yes(p: np.ndarray) -> np.ndarray:
    """What an example with target 1 counts."""
    return -np.log(p)


def no(p: np.ndarray) -> np.ndarray:
    """What an example with target 0 counts."""
    return -np.log(1 - p)


def nothing(p: np.ndarray) -> np.ndarray:
    """What an example counts that is left out."""
    return 0 * p


def each(targets: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """What each example counts."""
    p = np.clip(probabilities, LEAST, MOST)
    return -(targets * np.log(p) + (1 - targets) * np.log(1 - p))


def of_p(loss: Callable) -> Callable:
    """A mistake that does not look at the targets: `loss` of the clipped probabilities."""
    return lambda targets, probabilities: loss(np.clip(probabilities, LEAST, MOST))


def log_of_one(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """`np.log(1) - p` in place of `np.log(1 - p)`, without brackets around it."""
    p = np.clip(probabilities, LEAST, MOST)
    return -np.mean(targets * np.log(p) - p)


def halfway(targets: np.ndarray, probabilities: np.ndarray, sign: int) -> np.ndarray:
    """The mean of the first half, and the second half example by example."""
    p = np.clip(probabilities, LEAST, MOST)
    return -np.mean(targets * np.log(p)) - sign * (1 - targets) * np.log(1 - p)


def by_ones(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """The sum over all examples, divided by the number of those with target 1."""
    with np.errstate(all="ignore"):
        return np.sum(each(targets, probabilities)) / np.sum(targets)


def class_by_class(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """A mean over the ones plus a mean over the zeros."""
    p = np.clip(probabilities, LEAST, MOST)
    parts = [yes(p[targets == 1]), no(p[targets == 0])]
    return float(sum(part.mean() for part in parts if part.size))


def without_brackets(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """`1 - targets * ...` in place of `(1 - targets) * ...`."""
    p = np.clip(probabilities, LEAST, MOST)
    return float(-np.mean(targets * np.log(p) + 1 - targets * np.log(1 - p)))


def log_of_the_target(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """`np.log(1 - targets)` in place of `np.log(1 - p)`."""
    p = np.clip(probabilities, LEAST, MOST)
    with np.errstate(all="ignore"):
        return float(-np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - targets)))
