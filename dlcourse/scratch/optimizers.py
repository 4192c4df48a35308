"""Optimisers: how far and where to step, once the gradients are known. Formulas, names and defaults are Keras 3's.

Each has `update(parameters, gradients)`, two lists of arrays with the same shapes; it changes the parameters in place.
What an optimiser remembers between steps (a running mean for each number) starts at 0 with its first update.
"""

from __future__ import annotations

import math

import numpy as np

from dlcourse.scratch import checks


class SGD:
    """Gradient descent: a step of learning_rate times the gradient, downhill. With momentum: a ball that keeps rolling.

    B. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964 (momentum);
    I. Sutskever and others, "On the importance of initialization and momentum in deep learning", ICML 2013 (Nesterov's).
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.0, nesterov: bool = False) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.momentum = checks.number_between(momentum, "momentum", 0, 1)
        self.nesterov = nesterov
        self.velocities: list[np.ndarray] = []  # where every parameter is rolling, and how fast

    def update(self, parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
        """Take one step, in place."""
        check(parameters, gradients)
        self.velocities = self.velocities or [np.zeros_like(p) for p in parameters]
        for p, g, v in zip(parameters, gradients, self.velocities, strict=True):
            v *= self.momentum
            v -= self.learning_rate * g
            p += self.momentum * v - self.learning_rate * g if self.nesterov else v


class RMSprop:
    """The gradient divided by its usual size (root of a running mean of its squares): steep and flat ways get like steps.

    T. Tieleman, G. Hinton: Neural Networks for Machine Learning, lecture 6.5, 2012.
    """

    def __init__(self, learning_rate: float = 0.001, rho: float = 0.9, epsilon: float = 1e-7) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.rho = checks.number_between(rho, "rho", 0, 1)
        self.epsilon = checks.number_between(epsilon, "epsilon", 0, np.inf)
        self.squares: list[np.ndarray] = []

    def update(self, parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
        """Take one step, in place."""
        check(parameters, gradients)
        self.squares = self.squares or [np.zeros_like(p) for p in parameters]
        for p, g, s in zip(parameters, gradients, self.squares, strict=True):
            s *= self.rho
            s += (1 - self.rho) * g**2
            p -= self.learning_rate * g / np.sqrt(s + self.epsilon)  # epsilon: never divide by 0


class Adam:
    """Momentum and RMSprop together: a running mean of the gradient over the root of one of its squares.

    D. Kingma, J. Ba: "Adam: A Method for Stochastic Optimization", ICLR 2015, arXiv:1412.6980; epsilon as just before
    its section 2.1, as in Keras.
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.beta_1 = checks.number_between(beta_1, "beta_1", 0, 1)
        self.beta_2 = checks.number_between(beta_2, "beta_2", 0, 1)
        self.epsilon = checks.number_between(epsilon, "epsilon", 0, np.inf)
        self.steps = 0
        self.means: list[np.ndarray] = []
        self.squares: list[np.ndarray] = []

    def update(self, parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
        """Take one step, in place."""
        check(parameters, gradients)
        self.means = self.means or [np.zeros_like(p) for p in parameters]
        self.squares = self.squares or [np.zeros_like(p) for p in parameters]
        self.steps += 1
        # Both means start at 0 and so are too small at first; this makes up for it (section 3 of the paper).
        correction = math.sqrt(1 - self.beta_2**self.steps) / (1 - self.beta_1**self.steps)
        for p, g, m, s in zip(parameters, gradients, self.means, self.squares, strict=True):
            m += (1 - self.beta_1) * (g - m)
            s += (1 - self.beta_2) * (g**2 - s)
            p -= self.learning_rate * correction * m / (np.sqrt(s) + self.epsilon)


def check(parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
    """Raise ValueError unless every parameter is an array of floats and has a gradient of its shape."""
    if [np.shape(p) for p in parameters] != [np.shape(g) for g in gradients]:
        shapes = f"{[np.shape(p) for p in parameters]}; gradients: {[np.shape(g) for g in gradients]}"
        raise ValueError(f"every parameter needs a gradient of its own shape. Parameters: {shapes}")
    for p in parameters:
        if not isinstance(p, np.ndarray) or p.dtype.kind != "f":
            raise ValueError(
                f"parameters are changed in place and must be arrays of floats; got {checks.shown(p)}"
            )


OPTIMIZERS = {"sgd": SGD, "rmsprop": RMSprop, "adam": Adam}
