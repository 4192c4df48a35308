"""One step of a Keras training loop, written out: the course's answer to lesson 7's exercise. Imports TensorFlow only when called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def train_step(network: Any, loss: Callable[[Any, Any], Any], optimizer: Any, x: Any, y: Any) -> Any:
    """Change a network's weights by one update on a batch, and return the batch's loss before it.

    network: a built Keras model. loss(labels, outputs) gives a number. optimizer: a Keras optimiser. x: (batch, inputs).
    y: the labels, in the shape of the outputs or (batch,).
    """
    import tensorflow as tf

    with tf.GradientTape() as tape:
        value = loss(y, network(x, training=True))
    gradients = tape.gradient(value, network.trainable_variables)
    optimizer.apply(gradients, network.trainable_variables)
    return value
