"""Optimisers: how far to step, and where to, once the gradients are known. Names, formulas, defaults: Keras 3's.

`update(parameters, gradients)` takes two lists of arrays of the same shapes and changes the parameters in place.
What an optimiser remembers from step to step, an array for each parameter, is 0 at the start and after `reset`.
Below, p is one parameter array and g its gradient. `+=` and `*=` change the array itself, so the layers see it.
"""

from __future__ import annotations

import math

import numpy as np

from dlcourse.scratch import checks, parts

Arrays = list[np.ndarray]


class SGD:
    """Gradient descent: a step of learning_rate times the gradient, downhill. With momentum: a ball that rolls on.

    SGD stands for stochastic gradient descent. momentum: the share of its velocity v that the ball keeps at each step.
    B. Polyak: "Some methods of speeding up the convergence of iteration methods" (1964), momentum; I. Sutskever and
    others: "On the importance of initialization and momentum in deep learning", ICML 2013, Nesterov's form of it.
    """

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.0, nesterov: bool = False) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.momentum = checks.number_between(momentum, "momentum", 0, 1)
        self.nesterov = nesterov
        self.reset()

    def reset(self) -> None:
        """Stand still: forget the velocities."""
        self.velocities: Arrays = []

    def update(self, parameters: Arrays, gradients: Arrays) -> None:
        """Take one step."""
        self.velocities = start(self.velocities, parameters, gradients)
        for p, g, v in zip(parameters, gradients, self.velocities, strict=True):
            v *= self.momentum
            v -= self.learning_rate * g
            if self.nesterov:  # as if the gradient had been taken where the ball will be one step later
                p += self.momentum * v - self.learning_rate * g
            else:
                p += v


class RMSprop:
    """The gradient divided by its usual size, so that steps are alike in steep and in flat directions.

    The usual size is the root of s, a running mean of the squared gradient. rho: the share of s kept at each step.
    T. Tieleman, G. Hinton: Neural Networks for Machine Learning, lecture 6.5 (2012).
    """

    def __init__(self, learning_rate: float = 0.001, rho: float = 0.9, epsilon: float = 1e-7) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.rho = checks.number_between(rho, "rho", 0, 1)
        self.epsilon = checks.number_between(epsilon, "epsilon", 0, np.inf)
        self.reset()

    def reset(self) -> None:
        """Forget the running means."""
        self.squares: Arrays = []

    def update(self, parameters: Arrays, gradients: Arrays) -> None:
        """Take one step."""
        self.squares = start(self.squares, parameters, gradients)
        for p, g, s in zip(parameters, gradients, self.squares, strict=True):
            s *= self.rho
            s += (1 - self.rho) * g**2
            p -= self.learning_rate * g / np.sqrt(s + self.epsilon)  # epsilon: never divide by 0


class Adam:
    """Momentum and RMSprop together: m, a running mean of the gradient, divided by the root of s, one of its squares.

    beta_1, beta_2: the share of m and of s kept at each step. D. Kingma, J. Ba: "Adam: A Method for Stochastic
    Optimization", ICLR 2015, arXiv:1412.6980. Epsilon is where the last lines before its section 2.1 have it.
    """

    def __init__(
        self, learning_rate: float = 0.001, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-7
    ) -> None:
        self.learning_rate = checks.number_between(learning_rate, "learning_rate", 0, np.inf)
        self.beta_1 = checks.number_between(beta_1, "beta_1", 0, 0.999999)
        self.beta_2 = checks.number_between(beta_2, "beta_2", 0, 0.999999)
        self.epsilon = checks.number_between(epsilon, "epsilon", 0, np.inf)
        self.reset()

    def reset(self) -> None:
        """Forget the running means, and count the steps from 0 again."""
        self.means: Arrays = []
        self.squares: Arrays = []
        self.steps = 0

    def update(self, parameters: Arrays, gradients: Arrays) -> None:
        """Take one step."""
        self.means = start(self.means, parameters, gradients)
        self.squares = start(self.squares, parameters, gradients)
        self.steps += 1
        # Both means start at 0, so they are too small at first. This makes up for it: section 3 of the paper.
        correction = math.sqrt(1 - self.beta_2**self.steps) / (1 - self.beta_1**self.steps)
        for p, g, m, s in zip(parameters, gradients, self.means, self.squares, strict=True):
            m += (1 - self.beta_1) * (g - m)  # beta_1 * m + (1 - beta_1) * g, in place
            s += (1 - self.beta_2) * (g**2 - s)
            p -= self.learning_rate * correction * m / (np.sqrt(s) + self.epsilon)


def start(remembered: Arrays, parameters: Arrays, gradients: Arrays) -> Arrays:
    """Return what is remembered; at the first step that is a 0 for every number in the parameters."""
    parts.same_shapes(parameters, gradients)
    if remembered and [r.shape for r in remembered] != [p.shape for p in parameters]:
        raise ValueError("this optimiser remembers other parameters; make a new one for each network")
    return remembered or [np.zeros_like(p) for p in parameters]


OPTIMIZERS = {"sgd": SGD, "rmsprop": RMSprop, "adam": Adam}
