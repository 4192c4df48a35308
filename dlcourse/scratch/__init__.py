"""Networks from scratch, in NumPy alone, each file short enough to read in one sitting. Read them: they are the course.

`neuron` is one neuron and the rule that teaches it; `value` one number that knows its gradient; `activations`, `layers`,
`losses`, `optimizers` and `batches` are what `network` puts together; `gradient_check` tells whether gradients are right;
`checks` holds the sentences for input that does not fit.
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
