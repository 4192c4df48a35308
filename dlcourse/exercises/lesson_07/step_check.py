"""Exercise 7.9: judges a training step by the weights after it. Keras is loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, not_a_function, show
from dlcourse.checking.calling import LearnerError

ARGUMENTS = ("network", "loss", "optimizer", "x", "y")
RATE = 0.5
_SUCCESS = "After your step all weights are what Keras' own step makes of them. You have now written by hand, or seen, every part of `fit`."


class Case:
    """A network with fixed weights, an optimiser and a batch; made anew for every step that is compared."""

    def __init__(self, *, small: bool) -> None:
        import keras
        from keras import layers

        random = np.random.default_rng(3)
        inputs, rows = (1, 2) if small else (3, 6)
        parts = (
            []
            if small
            else [layers.Dense(4, activation="tanh", kernel_initializer="zeros"), layers.BatchNormalization()]
        )
        self.network = keras.Sequential(
            [
                keras.Input(shape=(inputs,)),
                *parts,
                layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
            ]
        )
        self.loss = keras.losses.BinaryCrossentropy()
        self.optimizer = keras.optimizers.SGD(RATE) if small else keras.optimizers.Adam(0.05)
        for variable in self.network.trainable_variables:
            variable.assign(random.normal(0.3, 0.5, size=tuple(variable.shape)))
        if small:
            self.network.set_weights([np.array([[1.0]]), np.array([0.0])])
        self.optimizer.build(
            self.network.trainable_variables
        )  # so that a step under `tf.function` makes no variables
        self.x = np.array([[2.0], [1.0]] if small else random.normal(1, 1, (rows, inputs)), dtype="float32")
        self.y = np.array([[0.0], [1.0]] if small else random.integers(0, 2, (rows, 1)), dtype="float32")

    def after(self, step: Callable, times: int = 1) -> list[np.ndarray]:
        """The network's weights after `times` steps made by `step`."""
        for _ in range(times):
            call(step, self.network, self.loss, self.optimizer, self.x, self.y)
        return self.network.get_weights()


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


_HERE = "A network of one neuron, w = 1 and b = 0, with rate 0.5, for x = 2 (wanted) and x = 1 (spam): one step should make w {w} and b {b}; "
MISTAKES: dict[str, tuple[Callable, str]] = {
    "uphill": (_uphill, _HERE + "after yours they are {own}, just as far to the other side. The optimiser subtracts by itself: give it the gradients as they are."),
    "twice": (_twice, _HERE + "after yours they are {own}, twice as far. Are the gradients applied twice?"),
    "outputs_gradient": (
        _targeting(lambda outputs, y, loss: outputs),
        _HERE + "after yours they are {own}. That is the gradient of the *outputs*: the step makes them smaller, whatever the labels say. Of what should it be the gradient?",
    ),
    "exchanged": (
        _targeting(lambda outputs, y, loss: loss(outputs, y)),
        _HERE + "after yours they are {own}. In `loss` the labels stand first, then the outputs.",
    ),
    "summed": (_targeting(_sum), _HERE + "after yours they are {own}: as many times as far as there are mails in the batch. The loss is their *mean*, and `loss` takes it itself."),
    "other_loss": (_targeting(_squares), _HERE + "after yours they are {own}. That comes from the mean squared error; use the `loss` that the function is given."),
    "not_all": (
        _only(lambda i, v, network: any(v is w for w in network.layers[-1].trainable_variables)),
        "Your step moves the last layer alone. `network.trainable_variables` has those of all layers.",
    ),
    "weights_only": (
        _only(lambda i, v, network: len(v.shape) == 2),
        _HERE + "after yours they are {own}. Only weights move, and no bias.",
    ),
    "first_only": (_only(lambda i, v, network: i == 0), _HERE + "after yours they are {own}: only the first of the variables moves. All need their step."),
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
        _HERE + "after yours they are {own}: a step with a rate of your own. Let the `optimizer` make it.",
    ),
    "half_rate": (
        _by_hand(lambda optimizer: 1.0),
        _HERE + "after yours they are {own}: the gradient itself is subtracted, without any rate. Let the `optimizer` make the step.",
    ),
}  # fmt: skip


def check_step(answer: Any) -> Correct | NotYet:
    """Compare the weights after the learner's step with those after Keras' own, on two networks."""
    wrong_kind = not_a_function(answer, ARGUMENTS)
    if wrong_kind:
        return wrong_kind
    made = []
    for small in (True, False):
        case = Case(small=small)
        try:
            made.append(case.after(answer, 1 if small else 2))
        except LearnerError as error:
            if "No gradients provided" in str(error.cause):
                return NotYet(
                    "outside_the_tape",
                    "The tape has no way from the weights to the loss, so there is no gradient. The outputs *and* the loss must be computed under `with`, "
                    "by `network(...)` and `loss(...)`: what `predict` or NumPy computes, the tape does not see.",
                )
            raise
        if getattr(case.network, "compiled", False):
            return NotYet(
                "left_to_keras",
                "Your step compiles the network and lets Keras make the step. It is right, and the task was to see what is in it: use the tape.",
            )
    if all(_same(own, _known("right", small)) for own, small in zip(made, (True, False), strict=True)):
        return Correct(_SUCCESS)
    if all(
        _same(own, _known("before", small), trained=True)
        for own, small in zip(made, (True, False), strict=True)
    ):
        return NotYet(
            "nothing_moved", "After your step all weights are what they were. Which line changes them?"
        )
    own, should = made[0], _known("right", True)
    shown = {
        "own": f"{_number(own[0])} and {_number(own[1])}",
        "w": _number(should[0]),
        "b": _number(should[1]),
    }
    for code, (_, message) in MISTAKES.items():
        if all(_same(one, _known(code, small)) for one, small in zip(made, (True, False), strict=True)):
            return NotYet(code, message.format(**shown))
    if not _same(own, should):
        return NotYet("wrong_value", _HERE.format(**shown) + f"after yours they are {shown['own']}.")
    return NotYet(
        "wrong_value",
        "For one neuron and plain gradient descent your step is right; for a network of several layers with Adam its weights end elsewhere than in `fit`.",
    )


@cache
def _known(step: str, small: bool) -> list[np.ndarray]:
    """The weights before any step, after the right one, or after that of a known mistake."""
    case = Case(small=small)
    if step == "before":
        return case.network.get_weights()
    return case.after(right_step if step == "right" else MISTAKES[step][0], 1 if small else 2)


check_step.codes = (*MISTAKES, "outside_the_tape", "left_to_keras", "nothing_moved")  # type: ignore[attr-defined]


def _same(one: list[np.ndarray], other: list[np.ndarray], *, trained: bool = False) -> bool:
    """Are the weights the same (with `trained`: those of the first layer, as counters of other layers move by themselves)?"""
    pairs = list(zip(one, other, strict=True))[: 2 if trained else None]
    return all(np.allclose(a, b, rtol=1e-4, atol=1e-5) for a, b in pairs)


def _number(array: np.ndarray) -> str:
    return show(round(float(np.ravel(array)[0]), 3))
