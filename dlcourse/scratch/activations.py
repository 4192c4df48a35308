"""Activation functions and their slopes: arrays in, arrays of the same shape out. Layers are in layers.py.

z is what comes in, the pre-activation: a neuron's weighted sum plus bias. The names and the formulas are Keras'
(https://keras.io/api/layers/activations/). Numbers and lists are taken too; float32 stays float32.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dlcourse.scratch import checks

LEAK = 0.2  # of leaky_relu below 0: Keras' choice
_erf = np.vectorize(math.erf, otypes=[float])  # NumPy has no erf; this calls Python's for every element


def step(z: np.ndarray) -> np.ndarray:
    """1 where z is above 0, else 0: the decision of lesson 2's neuron. Not in Keras: its slope is 0 everywhere."""
    z = checks.floats(z, "z")
    return (z > 0).astype(z.dtype)


def linear(z: np.ndarray) -> np.ndarray:
    """z itself."""
    return checks.floats(z, "z")


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)), between 0 and 1."""
    z = checks.floats(z, "z")
    e = np.exp(-abs(z))  # never above 1, so it cannot overflow
    # Below 0, 1 / (1 + exp(-z)) is exp(z) / (exp(z) + 1): both parts times exp(z), which is e there.
    return np.where(z >= 0, 1, e) / (1 + e)


def tanh(z: np.ndarray) -> np.ndarray:
    """The hyperbolic tangent, between -1 and 1."""
    return np.tanh(checks.floats(z, "z"))


def relu(z: np.ndarray) -> np.ndarray:
    """Rectified linear unit: z where it is above 0, else 0."""
    return np.maximum(checks.floats(z, "z"), 0)


def leaky_relu(z: np.ndarray, negative_slope: float = LEAK) -> np.ndarray:
    """Relu that leaks: z where it is above 0, else negative_slope times z."""
    z = checks.floats(z, "z")
    return np.where(z > 0, z, checks.number(negative_slope, "negative_slope") * z)


def gelu(z: np.ndarray) -> np.ndarray:
    """Gaussian error linear unit: z times the share of the standard normal distribution that lies below z.

    D. Hendrycks, K. Gimpel: "Gaussian Error Linear Units" (2016), arXiv:1606.08415. The exact form, not by tanh.
    """
    z = checks.floats(z, "z")
    return z * _normal_share_below(z)


def softmax(logits: np.ndarray, axis: int = -1) -> np.ndarray:
    """exp(logits) divided by its sum: numbers from 0 to 1 that add up to 1 along the axis, by default in each row."""
    logits = checks.floats(logits, "logits")
    largest = logits.max(axis=axis, keepdims=True, initial=-np.inf)  # initial: what it is in an empty row
    e = np.exp(logits - largest)  # at most exp(0) = 1: no overflow; the fractions stay the same
    return e / e.sum(axis=axis, keepdims=True)


def slope(name: str, z: np.ndarray) -> np.ndarray:
    """The derivative of the activation called `name` at the pre-activation z. At a corner: the slope on its left.

    ValueError for softmax, whose every output depends on all of the row: see Dense.backward.
    """
    activation = ACTIVATIONS[checks.known(name, ACTIVATIONS, "activation")]
    if activation.slope is None:
        raise ValueError("softmax has no slope for each number alone: every output depends on the whole row")
    return activation.slope(checks.floats(z, "z"))


def _sigmoid_slope(z: np.ndarray) -> np.ndarray:
    s = sigmoid(z)  # its slope follows from its value; so does that of tanh
    return s * (1 - s)


def _gelu_slope(z: np.ndarray) -> np.ndarray:
    near = np.clip(z, -40, 40)  # beyond, the density is 0 to the last digit, and z squared might overflow
    density = np.exp(-(near**2) / 2) / math.sqrt(2 * math.pi)  # the bell curve: the slope of the share
    return _normal_share_below(z) + z * density  # the rule for products, on z * share


def _normal_share_below(z: np.ndarray) -> np.ndarray:
    return ((1 + _erf(z / math.sqrt(2))) / 2).astype(z.dtype)


class Activation(NamedTuple):
    """A function and its derivative, both of the pre-activation z."""

    value: Callable[[np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray], np.ndarray] | None


ACTIVATIONS = {
    "linear": Activation(linear, np.ones_like),
    "step": Activation(step, np.zeros_like),
    "sigmoid": Activation(sigmoid, _sigmoid_slope),
    "tanh": Activation(tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": Activation(relu, step),  # relu's slope is 1 above 0, else 0: that is step
    "leaky_relu": Activation(leaky_relu, lambda z: np.where(z > 0, 1, LEAK).astype(z.dtype)),
    "gelu": Activation(gelu, _gelu_slope),
    "softmax": Activation(softmax, None),
}
