"""The digit's explorer: a picture to paint on and the network that reads it, and `digit(...)`, which opens it.

Drawn by digit.js; the forward pass runs in the browser with the network's own weights (forward.js).
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer

SIDE = 28
MOST_PICTURES = 60
ACTIVATIONS = ("linear", "relu", "sigmoid", "tanh", "softmax")
PASSED_OVER = (
    "InputLayer",
    "Flatten",
    "Dropout",
)  # they change no number of a single picture at prediction time


def packed(values: np.ndarray, kind: str) -> str:
    """Return numbers as one text: their bytes (`kind` is "<f4" or "u1") in base64."""
    return base64.b64encode(np.ascontiguousarray(values, dtype=kind).tobytes()).decode("ascii")


def unpacked(text: str, kind: str) -> np.ndarray:
    """Return the numbers that `packed` made a text of, shape (n,)."""
    return np.frombuffer(base64.b64decode(text), dtype=kind)


def layers_of(model: Any) -> list[dict[str, Any]]:
    """Return a Keras model's dense layers as plain data: units, activation, packed weights and bias.

    Raises ValueError that names the layer if the model is not a row of Flatten, Dropout and Dense layers (with
    activations among linear, relu, sigmoid, tanh, softmax) from 28 x 28 pixels to ten numbers.
    """
    found: list[dict[str, Any]] = []
    size = SIDE * SIDE
    for layer in getattr(model, "layers", None) or [model]:
        kind = type(layer).__name__
        if kind in PASSED_OVER:
            continue
        if kind in ("Activation", "ReLU", "Softmax") and found and found[-1]["activation"] == "linear":
            found[-1]["activation"] = _known(getattr(layer, "activation", None), kind.lower())
            continue
        weights = layer.get_weights() if kind == "Dense" else []
        if not weights or weights[0].shape[0] != size:
            raise ValueError(
                "explore.digit reads networks of Flatten, Dropout and Dense layers on 28 x 28 pixels, built with "
                f"keras.Input(shape=(28, 28)); it got {_described(model, kind, weights)}"
            )
        size = weights[0].shape[1]
        bias = weights[1] if len(weights) > 1 else np.zeros(size)
        found.append(
            {
                "units": size,
                "activation": _known(layer.activation, "linear"),
                "weights": packed(weights[0], "<f4"),
                "bias": packed(bias, "<f4"),
            }
        )
    if size != 10 or not found:
        raise ValueError(f"explore.digit needs ten outputs, one for each digit; this network has {size}")
    return found


def _known(activation: Any, otherwise: str) -> str:
    name = getattr(activation, "__name__", otherwise)
    if name not in ACTIVATIONS:
        raise ValueError(f"explore.digit knows the activations {', '.join(ACTIVATIONS)}; it got {name}")
    return name


def _described(model: Any, kind: str, weights: list) -> str:
    if not hasattr(model, "layers"):
        return f"a {type(model).__name__}"
    if kind == "Dense":
        return (
            f"a Dense layer on {weights[0].shape[0]} inputs"
            if weights
            else "a Dense layer without weights yet"
        )
    return f"a {kind} layer"


class DigitExplorer(Explorer):
    """A picture of 28 x 28 pixels and the network that reads it.

    `pixels`: a list of 784 whole numbers from 0 (paper) to 255 (ink) that follows the hand and can be set. `right`,
    `down` (in pixels) and `invert` say how it is shown to the network; `picture` is the name of the one it began as.
    """

    file = "digit.js"

    pixels = t.List(t.Int()).tag(sync=True, shown=True)
    right = t.Int(0).tag(sync=True, shown=True)
    down = t.Int(0).tag(sync=True, shown=True)
    invert = t.Bool(False).tag(sync=True, shown=True)
    picture = t.Unicode().tag(sync=True, shown=True)
    pictures = t.Unicode().tag(sync=True, shown=True)
    names = t.List(t.Unicode()).tag(sync=True, shown=True)
    network = t.List(t.Dict()).tag(sync=True, shown=True)

    @t.validate("pixels")
    def _a_picture(self, proposal: Any) -> list[int]:
        value = proposal["value"]
        if len(value) != SIDE * SIDE or not all(0 <= pixel <= 255 for pixel in value):
            raise t.TraitError(
                f"pixels must be {SIDE * SIDE} whole numbers from 0 to 255, got {len(value)} values"
            )
        return value

    @property
    def image(self) -> np.ndarray:
        """The picture as the network sees it: (28, 28), normalised, moved and inverted."""
        seen = np.zeros((3 * SIDE, 3 * SIDE))
        rows, columns = SIDE + self.down, SIDE + self.right
        if 0 <= rows <= 2 * SIDE and 0 <= columns <= 2 * SIDE:
            seen[rows : rows + SIDE, columns : columns + SIDE] = np.reshape(self.pixels, (SIDE, SIDE)) / 255
        seen = seen[SIDE : 2 * SIDE, SIDE : 2 * SIDE]
        return 1 - seen if self.invert else seen

    @property
    def probabilities(self) -> np.ndarray:
        """What the network says about `image`: ten numbers."""
        values = self.image.ravel()
        for layer in self.network:
            weights = unpacked(layer["weights"], "<f4").reshape(-1, layer["units"]).astype(float)
            values = _activated(values @ weights + unpacked(layer["bias"], "<f4"), layer["activation"])
        return values

    def alt_text(self) -> str:
        """Say what there is to see; what a network says may differ from one processor to the next."""
        return (
            f"A handwritten digit of {SIDE} by {SIDE} pixels ({self.picture}) that can be painted on, moved and inverted; "
            "beside it ten bars: how sure the network is of each digit."
        )

    def __repr__(self) -> str:
        said = self.probabilities
        return f"DigitExplorer({self.picture}, says {said.argmax()} with {said.max():.2f})"


def _activated(sums: np.ndarray, activation: str) -> np.ndarray:
    if activation == "softmax":
        raised = np.exp(sums - sums.max())
        return raised / raised.sum()
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-sums))
    return {"linear": sums, "relu": np.maximum(sums, 0), "tanh": np.tanh(sums)}[activation]


def digit(model: Any, pictures: Any, labels: Sequence[int] | None = None) -> DigitExplorer:
    """Open a network on some pictures: paint on them, move them, and see the ten bars follow.

    `model`: a trained Keras network of Flatten and Dense layers from 28 x 28 pixels to ten probabilities.
    `pictures`: (n, 28, 28) from 0 to 1, at most 60; the first is shown first. `labels`: n true digits, for the names.

    Raises ValueError that names what was got when an argument is none of this. What was painted is in `.image` of the
    object returned, what the network says about it in `.probabilities`.
    """
    images = np.asarray(pictures, dtype=float)
    if images.shape == (SIDE, SIDE):
        images = images[None]
    if images.ndim != 3 or images.shape[1:] != (SIDE, SIDE) or not 1 <= len(images) <= MOST_PICTURES:
        raise ValueError(
            f"pictures must have shape (n, 28, 28) with n from 1 to {MOST_PICTURES}, got {images.shape}"
        )
    if not (images.min() >= 0 and images.max() <= 1):
        raise ValueError(
            f"pictures must be normalised, from 0 to 1; these go from {images.min():g} to {images.max():g}"
        )
    if labels is not None and len(labels) != len(images):
        raise ValueError(
            f"every picture needs one label: got {len(images)} pictures and {len(labels)} labels"
        )
    whole = np.rint(images * 255).astype(np.uint8)
    names = [
        f"{place}: {'a picture' if labels is None else f'a {int(labels[place - 1])}'}"
        for place in range(1, len(images) + 1)
    ]
    return DigitExplorer(
        pixels=whole[0].ravel().tolist(),
        picture=names[0],
        pictures=packed(whole, "u1"),
        names=names,
        network=layers_of(model),
    )
