"""Exercise 9.9, by what the network does: what it computes, where it drops and when. Its weights are put back."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from dlcourse.checking import NotYet, call
from dlcourse.checking.models import kept

CODES = (
    "drops_when_predicting",
    "no_relu",
    "another_bend",
    "something_besides",
    "dropout_behind_the_output",
    "dropout_on_the_pixels",
    "never_dropped",
    "dropped_otherwise",
)
_EXAMPLES, _PIXELS = 32, 784
_BENDS = ("tanh", "sigmoid", "gelu", "elu", "selu", "leaky_relu", "silu", "softplus", "relu6", "softmax")


def probed(model: Any, hidden: Any, output: Any, rate: float, kinds: str) -> NotYet | None:
    """Say what a built network does otherwise than asked; None if nothing.

    hidden: its Dense layer that takes the 784 pixels; output: the one behind it; both with biases. kinds: its layers
    in words. The dropout that it should have between the two has this rate.
    """
    with kept(model):
        return _about_predicting(model, hidden, output, kinds) or _about_training(model, hidden, output, rate)


def _about_predicting(model: Any, hidden: Any, output: Any, kinds: str) -> NotYet | None:
    dice = np.random.default_rng(0)
    images = dice.uniform(size=(_EXAMPLES, 28, 28))
    _set(hidden, dice.normal(scale=0.1, size=hidden.kernel.shape), dice.normal(size=hidden.bias.shape))
    _set(output, dice.normal(scale=0.1, size=output.kernel.shape), dice.normal(size=output.bias.shape))
    made, again = (_made(model, images, training=False) for _ in range(2))
    differs = np.abs(made - again).max(axis=1)
    if differs.max() > 1e-4:
        at = int(differs.argmax())
        text = (
            f"Asked twice about the same picture, your finished model gives its first class {made[at, 0]:.3f} and {again[at, 0]:.3f}: "
            "units are dropped when it predicts, too. `fit` and `predict` set `training`; what in your model sets it otherwise?"
        )
        return NotYet("drops_when_predicting", text)
    if _close(made, _expected(images, hidden, output, "relu")):
        return None
    if _close(made, _expected(images, hidden, output, "linear")):
        text = f"Between your two dense layers nothing bends ({kinds}). Give the hidden layer the activation that is asked."
        return NotYet("no_relu", text)
    for name in _BENDS:
        if _close(made, _expected(images, hidden, output, name)):
            return NotYet("another_bend", f"Your hidden layer has the activation `{name}`; ReLU is asked.")
    text = (
        f"Your model does something besides what is asked ({kinds}): the hidden layer with ReLU and the output layer alone would "
        "give other probabilities. What else happens on the way?"
    )
    return NotYet("something_besides", text)


def _about_training(model: Any, hidden: Any, output: Any, rate: float) -> NotYet | None:
    """Weights by which one sees what is dropped: nothing from the hidden layer, ones from biases, ones from pixels."""
    images = np.ones((_EXAMPLES, 28, 28))
    nothing, ten = np.zeros(output.kernel.shape), np.linspace(0, 2, output.bias.shape[0])
    _set(output, nothing, ten)
    if np.abs(_logits(model, images) - ten).max() > 1e-3:
        return NotYet(
            "dropout_behind_the_output",
            "While it trains, your model's dropout works on the *output*: there it drops classes, and the right one as often as any "
            "other. Where do the hidden units' outputs pass?",
        )
    one_each = nothing.copy()
    one_each[np.arange(1, len(ten)), np.arange(1, len(ten))] = (
        1.0  # class 0 sees nothing, class k sees unit k
    )
    _set(output, one_each, np.zeros(len(ten)))
    _set(hidden, np.zeros(hidden.kernel.shape), np.ones(hidden.bias.shape))
    units = _logits(model, images)[:, 1:]  # 0 for a dropped unit, 1 / (1 - rate) for one that stays
    _set(hidden, np.full(hidden.kernel.shape, 1 / _PIXELS), np.zeros(hidden.bias.shape))
    pixels = _logits(model, images)[:, 1:]
    largest, dropped = float(units.max()), bool(units.min() < 0.5)
    if np.ptp(pixels[pixels > 0.01]) > 1e-3:
        also = "hidden units are dropped, and *pixels* too" if dropped else "*pixels* are dropped"
        text = f"While your model trains, {also}: dropout works before the hidden layer. Asked is dropout of the hidden units alone."
        return NotYet("dropout_on_the_pixels", text)
    if not dropped:
        return NotYet(
            "never_dropped",
            "Your model has a dropout layer, and yet no hidden unit is dropped while it trains. Do the hidden layer's outputs pass "
            "through it? And who tells it that this is training?",
        )
    if abs(largest - 1 / (1 - rate)) > 1e-2:
        text = (
            f"While your model trains, a hidden unit that stays is multiplied by {largest:.3g}, where the rate {rate} makes it "
            f"{1 / (1 - rate):.3g}. Through how many dropouts do the units pass?"
        )
        return NotYet("dropped_otherwise", text)
    return None


def _set(layer: Any, kernel: np.ndarray, bias: np.ndarray) -> None:
    layer.kernel.assign(kernel.astype("float32"))
    layer.bias.assign(bias.astype("float32"))


def _made(model: Any, images: np.ndarray, training: bool) -> np.ndarray:
    """The model's probabilities in one call. What its own code raises is told as the learner's error."""
    ops = sys.modules["keras"].ops
    made = call(lambda pictures: model(ops.convert_to_tensor(pictures), training=training), images)
    return np.asarray(ops.convert_to_numpy(made), dtype=float)


def _logits(model: Any, images: np.ndarray) -> np.ndarray:
    """While training: what softmax was given, less that of class 0."""
    made = np.log(np.maximum(_made(model, images, training=True), 1e-30))
    return made - made[:, :1]


def _expected(images: np.ndarray, hidden: Any, output: Any, bend: str) -> np.ndarray:
    keras = sys.modules["keras"]
    kernel, bias, last, last_bias = (
        np.asarray(keras.ops.convert_to_numpy(one), dtype="float32")
        for one in (hidden.kernel, hidden.bias, output.kernel, output.bias)
    )
    inside = keras.ops.convert_to_tensor(images.reshape(len(images), -1).astype("float32") @ kernel + bias)
    units = np.asarray(keras.ops.convert_to_numpy(keras.activations.get(bend)(inside)))
    shares = np.exp(units @ last + last_bias)
    return shares / shares.sum(axis=1, keepdims=True)


def _close(made: np.ndarray, expected: np.ndarray) -> bool:
    return made.shape == expected.shape and np.allclose(made, expected, atol=1e-4)
