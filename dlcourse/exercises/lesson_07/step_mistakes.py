"""Steps of training for exercise 7.9: Keras' own, those that people write in its place, and what to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def gradients_of(
    network: Any, loss: Any, x: Any, y: Any, *, training: bool = True, target: Callable | None = None
) -> list:
    """The gradient of the loss, or of what `target` makes of outputs and loss, for all weights that are trained."""
    import tensorflow as tf

    with tf.GradientTape() as tape:
        outputs = network(x, training=training)
        value = loss(y, outputs) if target is None else target(outputs, y, loss)
    return tape.gradient(value, network.trainable_variables)


def right_step(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
    """What Keras' `fit` does with a batch."""
    optimizer.apply(gradients_of(network, loss, x, y), network.trainable_variables)


def _twice(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
    gradients = gradients_of(network, loss, x, y)
    optimizer.apply(gradients, network.trainable_variables)
    optimizer.apply(gradients, network.trainable_variables)


def _uphill(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
    optimizer.apply([-g for g in gradients_of(network, loss, x, y)], network.trainable_variables)


def _targeting(target: Callable) -> Callable:
    def step(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
        optimizer.apply(gradients_of(network, loss, x, y, target=target), network.trainable_variables)

    return step


def _only(kept: Callable) -> Callable:
    def step(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
        pairs = zip(gradients_of(network, loss, x, y), network.trainable_variables, strict=True)
        optimizer.apply_gradients([(g, v) for i, (g, v) in enumerate(pairs) if kept(i, v, network)])

    return step


def _answering(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
    optimizer.apply(gradients_of(network, loss, x, y, training=False), network.trainable_variables)


def _by_hand(rate: Callable) -> Callable:
    def step(network: Any, loss: Any, optimizer: Any, x: Any, y: Any) -> None:
        for g, v in zip(gradients_of(network, loss, x, y), network.trainable_variables, strict=True):
            v.assign_sub(rate(optimizer) * g)

    return step


def _sum(outputs: Any, y: Any, loss: Any) -> Any:
    return loss(y, outputs) * len(y)


def _squares(outputs: Any, y: Any, loss: Any) -> Any:
    import tensorflow as tf

    return tf.reduce_mean((outputs - y) ** 2)


def _own_loss(outputs: Any, y: Any, loss: Any) -> Any:
    import keras

    return keras.losses.BinaryCrossentropy()(y, outputs)


HERE = "A network of one neuron, w = 1 and b = 0, with rate 0.5, for x = 2 (wanted) and x = 1 (spam): one step should make w {w} and b {b}; "
MISTAKES: dict[str, tuple[Callable, str]] = {
    "uphill": (_uphill, HERE + "after yours they are {own}, just as far to the other side. The optimiser subtracts by itself: give it the gradients as they are."),
    "twice": (_twice, HERE + "after yours they are {own}, twice as far. Are the gradients applied twice?"),
    "outputs_gradient": (
        _targeting(lambda outputs, y, loss: outputs),
        HERE + "after yours they are {own}. That is the gradient of the *outputs*: the step makes them smaller, whatever the labels say. Of what should it be the gradient?",
    ),
    "exchanged": (
        _targeting(lambda outputs, y, loss: loss(outputs, y)),
        HERE + "after yours they are {own}. In `loss` the labels stand first, then the outputs.",
    ),
    "summed": (_targeting(_sum), HERE + "after yours they are {own}: as many times as far as there are mails in the batch. The loss is their *mean*, and `loss` takes it itself."),
    "half_as_far": (
        _targeting(lambda outputs, y, loss: loss(y, outputs) / len(y)),
        HERE + "after yours they are {own}, half as far. The loss is a mean over the batch already, and the optimiser multiplies by its rate. Which of the "
        "two do you do once more?",
    ),
    "errors_gradient": (
        _targeting(lambda outputs, y, loss: y - outputs),
        HERE + "after yours they are {own}. That is the gradient of the errors, label minus output, added up; use the `loss` that the function is given.",
    ),
    "other_loss": (_targeting(_squares), HERE + "after yours they are {own}. That comes from the mean squared error; use the `loss` that the function is given."),
    "not_all": (
        _only(lambda i, v, network: any(v is w for w in network.layers[-1].trainable_variables)),
        "Your step moves the last layer alone. `network.trainable_variables` has those of all layers.",
    ),
    "first_layer": (
        _only(lambda i, v, network: any(v is w for w in network.layers[0].trainable_variables)),
        "Your step moves the first layer alone. `network.trainable_variables` has those of all layers.",
    ),
    "own_loss": (
        _targeting(_own_loss),
        "With the binary crossentropy your step is right, with another loss it is not. Which loss is the function given?",
    ),
    "weights_only": (
        _only(lambda i, v, network: len(v.shape) == 2),
        HERE + "after yours they are {own}. Only weights move, and no bias.",
    ),
    "first_only": (_only(lambda i, v, network: i == 0), HERE + "after yours they are {own}: only the first of the variables moves. All need their step."),
    "no_training": (
        _answering,
        "For plain `Dense` layers your step is right. Some layers (lesson 9) behave otherwise while they are trained; a network that holds one ends "
        "elsewhere than in `fit`. Say that this is training: `network(x, training=True)`.",
    ),
    "own_rate": (
        _by_hand(lambda optimizer: optimizer.learning_rate),
        "With plain gradient descent your step is right. With Adam it is not: weight minus rate times gradient is *one* way to make a step. Let the "
        "`optimizer` do it: `optimizer.apply(gradients, variables)`.",
    ),
    "rate_of_your_own": (
        _by_hand(lambda optimizer: 0.01),
        HERE + "after yours they are {own}: a step with a rate of your own. Let the `optimizer` make it.",
    ),
    "half_rate": (
        _by_hand(lambda optimizer: 1.0),
        HERE + "after yours they are {own}: the gradient itself is subtracted, without any rate. Let the `optimizer` make the step.",
    ),
}  # fmt: skip
