"""What several exercises of lesson 4 share: activations for references, and whole numbers that are short to read."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

Network = list[tuple[np.ndarray, np.ndarray]]


def relu(z: np.ndarray) -> np.ndarray:
    """What is above 0 stays, the rest becomes 0."""
    return np.maximum(z, 0.0)


def tanh(z: np.ndarray) -> np.ndarray:
    """The hyperbolic tangent."""
    return np.tanh(z)


def linear(z: np.ndarray) -> np.ndarray:
    """Nothing is done to it."""
    return z


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + e^-z)."""
    return 1 / (1 + np.exp(-z))


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Shares that add up to 1 along `axis`."""
    powers = np.exp(z - z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def halves(rng: np.random.Generator, *size: int) -> np.ndarray:
    """Numbers like 1.5 between -2 and 2: every order of adding gives the same sum."""
    return rng.integers(-4, 5, size=size) / 2


def random_network(rng: np.random.Generator, widths: list[int]) -> Network:
    """Weights and biases for these widths, inputs first."""
    return [(halves(rng, a, b), halves(rng, b)) for a, b in pairwise(widths)]
