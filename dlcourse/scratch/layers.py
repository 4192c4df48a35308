"""A dense layer: many neurons that look at the same inputs, and its way back. Stacking layers is the Network's work.

Forward, for a batch x with one example a row:   z = x @ weights + bias,   output = activation(z).
Backward, the chain rule for the same line (Rumelhart, Hinton, Williams, Nature 323, 1986), read from the end:
the gradient at the output becomes the one at z, and that one gives those of the weights, the bias and x.
"""

from __future__ import annotations

import math

import numpy as np

from dlcourse.scratch import checks
from dlcourse.scratch.activations import ACTIVATIONS, slope


class Dense:
    """`units` neurons, each joined to every input.

    weights: (inputs, units), one column a neuron. bias: (units,). Both are None until `build`, which the Network calls.
    z: the pre-activations of the last forward pass, (batch, units); outputs: what became of them.
    weights_gradient, bias_gradient: what `backward` adds to, in the shapes of weights and bias.
    """

    def __init__(self, units: int, activation: str | None = "linear", name: str = "") -> None:
        self.units = checks.whole_number(units, "units")
        self.activation = checks.known(activation or "linear", ACTIVATIONS, "activation")
        self.name = name
        self.number = 0  # its place in the Network, from 1; 0 for a layer on its own
        self.weights = self.bias = self.weights_gradient = self.bias_gradient = None
        self.x = self.z = self.outputs = None

    def build(self, inputs: int, rng: np.random.Generator, dtype: type = float) -> None:
        """Draw the start weights and set the bias to 0.

        Weights are uniform between -limit and limit = sqrt(6 / (inputs + units)), Keras' default: X. Glorot, Y. Bengio,
        "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
        """
        inputs = checks.whole_number(inputs, "inputs")
        limit = math.sqrt(6 / (inputs + self.units))
        self.weights = rng.uniform(-limit, limit, (inputs, self.units)).astype(dtype)
        self.bias = np.zeros(self.units, dtype)
        self.zero_gradients()

    def zero_gradients(self) -> None:
        """Forget the gradients collected so far."""
        self.weights_gradient = np.zeros_like(self.weights)
        self.bias_gradient = np.zeros_like(self.bias)

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs, (batch, units), for x of shape (batch, inputs). Keeps what `backward` will need."""
        if self.weights is None:
            raise ValueError(
                f"{self} has no weights yet: put it into a Network, or call its build(inputs, rng)"
            )
        x = checks.floats(x, "x")
        inputs = len(self.weights)
        if x.ndim != 2 or x.shape[1] != inputs:
            raise ValueError(
                f"{self} takes {inputs} inputs a row; it got an array of shape {x.shape}{_advice(x, inputs)}"
            )
        self.x = x
        self.z = x @ self.weights + self.bias
        self.outputs = ACTIVATIONS[self.activation].value(self.z)
        return self.outputs

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        """Take the loss's gradient at the outputs, (batch, units), add to the weights' and the bias's, return the one at x.

        Uses the x of the last forward pass.
        """
        if self.z is None or np.shape(gradient) != self.z.shape:
            expected = "a forward pass first" if self.z is None else f"a gradient of shape {self.z.shape}"
            raise ValueError(
                f"the backward pass of {self} takes {expected}; it got an array of shape {np.shape(gradient)}"
            )
        if (
            self.activation == "softmax"
        ):  # each output depends on every z of its row, so all of them send something back
            average = (gradient * self.outputs).sum(axis=1, keepdims=True)
            return self.backward_from_z(self.outputs * (gradient - average))
        return self.backward_from_z(gradient * slope(self.activation, self.z))

    def backward_from_z(self, gradient: np.ndarray) -> np.ndarray:
        """The second half of `backward`, from a gradient at the pre-activations z."""
        self.weights_gradient += (
            self.x.T @ gradient
        )  # each weight: its input times the gradient, summed over the batch
        self.bias_gradient += gradient.sum(
            axis=0
        )  # the bias was added to every row, so every row sends its part
        return gradient @ self.weights.T  # each input: through every neuron it went to

    def __str__(self) -> str:
        number = f" {self.number}" if self.number else ""
        name = f"'{self.name}', " if self.name else ""
        return f"Dense layer{number} ({name}{self.units} unit{'s' if self.units > 1 else ''})"

    def __repr__(self) -> str:
        return f"Dense({self.units}, {self.activation!r}{f', name={self.name!r}' if self.name else ''})"


def _advice(x: np.ndarray, inputs: int) -> str:
    """What helps in the two commonest cases of an array that does not fit."""
    if x.shape == (inputs,):
        return ": a single example is a batch of one, x.reshape(1, -1)"
    if x.ndim > 2 and x[0].size == inputs:
        return ": make each example one row, x.reshape(len(x), -1)"
    return ""
