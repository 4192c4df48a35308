"""A dense layer: neurons that look at the same inputs, forward and backward. Layers in a row are in stack.py.

Forward, for a batch x with one example a row:  z = x @ weights + bias,  outputs = activation(z).
Backward, the same line from its end: the gradient at the outputs gives the one at z (times the activation's slope),
and that one gives those at the weights, the bias and x. A "gradient at" an array is an array of its shape: for each
of its numbers, the slope of the loss. D. Rumelhart, G. Hinton, R. Williams: "Learning representations by
back-propagating errors", Nature 323 (1986), pages 533 to 536.
"""

from __future__ import annotations

import math

import numpy as np

from dlcourse.scratch import checks, parts
from dlcourse.scratch.activations import ACTIVATIONS, slope


class Dense:
    """`units` neurons, each joined to every input.

    weights: (inputs, units), one column a neuron. bias: (units,). Both are None until `build`; a Network calls it.
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
        """Draw the start weights from `rng`, as np.random.default_rng(0) is, and set the bias to 0.

        Weights are uniform between -limit and limit = sqrt(6 / (inputs + units)), Keras' default: X. Glorot,
        Y. Bengio: "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
        """
        inputs, rng = checks.whole_number(inputs, "inputs"), parts.generator(rng)
        limit = math.sqrt(6 / (inputs + self.units))
        self.weights = rng.uniform(-limit, limit, (inputs, self.units)).astype(dtype)
        self.bias = np.zeros(self.units, dtype)
        self.zero_gradients()

    def zero_gradients(self) -> None:
        """Forget the gradients collected so far."""
        if self.weights is not None:
            self.weights_gradient = np.zeros_like(self.weights)
            self.bias_gradient = np.zeros_like(self.bias)

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Return the outputs, (batch, units), for x of shape (batch, inputs). Keeps what `backward` needs."""
        if self.weights is None:
            raise ValueError(f"{self} has no weights yet; put it into a Network or call build(inputs, rng)")
        x = checks.floats(x, "x")
        self._check_parameters()  # someone may have put them in by hand
        inputs = len(self.weights)
        if x.ndim != 2 or x.shape[1] != inputs:
            takes = f"{self} takes {inputs} input{'s' if inputs > 1 else ''} a row"
            raise ValueError(f"{takes}; it got an array of shape {x.shape}{_advice(x, inputs)}")
        self.x = x
        self.z = x @ self.weights + self.bias
        self.outputs = ACTIVATIONS[self.activation].value(self.z)
        return self.outputs

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        """Take the gradient at the outputs, (batch, units); return the one at x, (batch, inputs).

        Adds to `weights_gradient` and `bias_gradient`. Looks back at the x, z and outputs of the last forward pass.
        """
        gradient = self._like_z(gradient)
        if self.activation == "softmax":
            # Raising one z raises its own output p_i and takes from every other: the slope of p_i for z_j is
            # p_j * (1 - p_j) if i is j, else -p_i * p_j (C. Bishop: "Pattern Recognition and Machine Learning"
            # (2006), formula 4.106). Times the gradients and summed over i, that leaves these two lines.
            average = (gradient * self.outputs).sum(axis=1, keepdims=True)
            return self.backward_from_z(self.outputs * (gradient - average))
        return self.backward_from_z(gradient * slope(self.activation, self.z))

    def backward_from_z(self, gradient: np.ndarray) -> np.ndarray:
        """The second half of `backward`, from the gradient at the pre-activations z."""
        gradient = self._like_z(gradient)
        if np.shape(self.weights_gradient) != self.weights.shape:  # weights put in by hand have none yet
            self.zero_gradients()
        self.weights_gradient += self.x.T @ gradient  # input times gradient, summed over the batch
        self.bias_gradient += gradient.sum(axis=0)  # the bias was added to every row: every row counts
        return gradient @ self.weights.T  # an input went to every neuron: each sends back its part

    def _check_parameters(self) -> None:
        self.weights, self.bias = checks.floats(self.weights, "weights"), checks.floats(self.bias, "bias")
        has = f"{self.weights.shape} and {self.bias.shape}"
        needs = f"{(*self.weights.shape[:1], self.units)} and {(self.units,)}"
        if has != needs:
            raise ValueError(f"{self} needs weights and bias of shapes {needs}; got {has}")

    def _like_z(self, gradient: np.ndarray) -> np.ndarray:
        """The gradient as an array, if it has the shape of z."""
        if self.z is None:
            raise ValueError(f"{self} can go backward only after a forward pass")
        gradient = checks.floats(gradient, "the gradient")
        if gradient.shape != self.z.shape:
            raise ValueError(f"{self} put out shape {self.z.shape}; its gradient has shape {gradient.shape}")
        return gradient

    def __str__(self) -> str:
        number = f" {self.number}" if self.number else ""
        name = f"'{self.name}', " if self.name else ""
        return f"Dense layer{number} ({name}{self.units} unit{'s' if self.units > 1 else ''})"

    def __repr__(self) -> str:
        return f"Dense({self.units}, {self.activation!r}{f', name={self.name!r}' if self.name else ''})"


def _advice(x: np.ndarray, inputs: int) -> str:
    """What helps where one can guess how the array was meant."""
    if x.ndim == 1 and inputs == 1:
        return ": make each number a row, x.reshape(-1, 1)"
    if x.shape == (inputs,):
        return ": one example alone is a batch of one, x.reshape(1, -1)"
    if x.ndim > 2 and x[0].size == inputs:
        return ": make each example a row, x.reshape(len(x), -1)"
    if x.ndim == 2 and len(x) == inputs:
        return ": its columns seem to be the examples, and x.T has them as rows"
    return ""
