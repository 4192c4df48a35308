"""Networks from scratch, in NumPy alone, each file short enough to read in one sitting. Read them: they are the course.

In this order: `neuron` is one neuron and the rule that teaches it; `value` one number that knows its gradient;
`activations`, `layers`, `losses`, `optimizers` and `batches` are what a network is made of; `stack` puts layers in a
row, and `network` lets them learn. `gradient_check` tells whether gradients are right. `by_hand` is what lesson 6 asks
for. `checks`, `parts` and `targets` hold the sentences for input that does not fit; the rest can be read without them.

Python that you may not have met, and can skip over: `x: np.ndarray` and `-> float` say what goes in and what comes out,
and change nothing. `zip(a, b, strict=True)` goes through both in step, and stops with an error if one is longer.
`a[...] = b` puts new numbers into the array a itself. `yield` hands out one piece and waits to be asked for the next.
`with np.errstate(all="ignore")` keeps NumPy's warnings quiet. `f(*pair)` hands over the entries of a list one by one.
A name with `_` in front is for its own file. `rng` is a random number generator.
"""

from __future__ import annotations

from dlcourse.scratch.activations import (
    ACTIVATIONS,
    Activation,
    gelu,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    slope,
    softmax,
    step,
    tanh,
)
from dlcourse.scratch.batches import batches
from dlcourse.scratch.gradient_check import numerical_gradient
from dlcourse.scratch.layers import Dense
from dlcourse.scratch.losses import (
    LOSSES,
    BinaryCrossentropy,
    CategoricalCrossentropy,
    MeanSquaredError,
    SparseCategoricalCrossentropy,
)
from dlcourse.scratch.network import History, Network
from dlcourse.scratch.neuron import Learned, Neuron
from dlcourse.scratch.optimizers import OPTIMIZERS, SGD, Adam, RMSprop
from dlcourse.scratch.value import Value

__all__ = [
    "ACTIVATIONS",
    "LOSSES",
    "OPTIMIZERS",
    "SGD",
    "Activation",
    "Adam",
    "BinaryCrossentropy",
    "CategoricalCrossentropy",
    "Dense",
    "History",
    "Learned",
    "MeanSquaredError",
    "Network",
    "Neuron",
    "RMSprop",
    "SparseCategoricalCrossentropy",
    "Value",
    "batches",
    "gelu",
    "leaky_relu",
    "linear",
    "numerical_gradient",
    "relu",
    "sigmoid",
    "slope",
    "softmax",
    "step",
    "tanh",
]
