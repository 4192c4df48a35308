"""Layers in a row: what one puts out the next takes in, and gradients the other way. Learning is in network.py."""

from __future__ import annotations

import numpy as np

from dlcourse.scratch import checks, parts
from dlcourse.scratch.layers import Dense


class Stack:
    """Dense layers in a row, for examples of `inputs` numbers.

    `seed` decides the start weights. `dtype` is float (64 bits) or "float32": half the memory, faster, 7 digits.
    As in Keras, a layer that has weights already keeps them.
    """

    def __init__(self, layers: list[Dense], inputs: int, seed: int = 0, dtype: type | str = float) -> None:
        self.layers = parts.layers(layers, Dense)
        self.dtype = parts.float_type(dtype)
        self.rng = np.random.default_rng(checks.whole_number(seed, "seed", least=0))
        size = checks.whole_number(inputs, "inputs")
        for number, layer in enumerate(self.layers, start=1):
            layer.number = number
            if layer.weights is None:
                layer.build(size, self.rng, self.dtype)
            elif len(layer.weights) != size:
                has = f"{layer} has weights for {len(layer.weights)} inputs"
                raise ValueError(f"{has}; here it gets {size}: take a new layer, which has none yet")
            size = layer.units

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs, (batch, units of the last layer), for x of shape (batch, inputs).

        One example alone is a batch of one, (1, inputs).
        """
        x = checks.finite(x, "x").astype(self.dtype, copy=False)
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient: np.ndarray, from_z: bool = False) -> np.ndarray:
        """Take the gradient at the outputs of the last forward pass; add to every layer's; return the one at x.

        With `from_z` the gradient given is that at the last layer's pre-activations z.
        """
        last, *others = reversed(self.layers)  # the last layer, and a list of those before it
        gradient = last.backward_from_z(gradient) if from_z else last.backward(gradient)
        for layer in others:
            gradient = layer.backward(gradient)
        return gradient

    def parameters(self) -> list[np.ndarray]:
        """Return the arrays themselves, weights and bias of each layer in turn."""
        return [array for layer in self.layers for array in (layer.weights, layer.bias)]

    def gradients(self) -> list[np.ndarray]:
        """Return the arrays of gradients themselves, in the same order."""
        return [array for layer in self.layers for array in (layer.weights_gradient, layer.bias_gradient)]

    def zero_gradients(self) -> None:
        """Forget the gradients of every layer."""
        for layer in self.layers:
            layer.zero_gradients()

    def get_weights(self) -> list[np.ndarray]:
        """Return copies of weights and bias of each layer in turn, in the order of Keras."""
        return [array.copy() for array in self.parameters()]

    def set_weights(self, weights: list[np.ndarray]) -> None:
        """Take over such a list, from here or from Keras."""
        if not isinstance(weights, (list, tuple)):
            raise ValueError(
                f"weights must be a list of arrays, as get_weights returns; got {checks.shown(weights)}"
            )
        new, old = [checks.floats(array, "weights") for array in weights], self.parameters()
        if [a.shape for a in new] != [a.shape for a in old]:
            shapes = f"{[a.shape for a in old]}; got {[a.shape for a in new]}"
            raise ValueError(f"this network takes weights of the shapes {shapes}")
        for array, values in zip(old, new, strict=True):
            array[...] = values  # in place, so that the layers see it

    def count_params(self) -> int:
        """Return how many numbers there are to learn."""
        return sum(array.size for array in self.parameters())

    def __repr__(self) -> str:
        inputs = len(self.layers[0].weights)
        layers = ", ".join(repr(layer) for layer in self.layers)
        return f"{type(self).__name__}([{layers}], inputs={inputs}): {self.count_params():,} parameters"
