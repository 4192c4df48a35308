"""Exercise 7.9: judges a training step by the weights after it. Keras is loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, not_a_function, show
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_07.step_mistakes import HERE, MISTAKES, right_step

ARGUMENTS = ("network", "loss", "optimizer", "x", "y")
RATE = 0.5
SIZES = (True, False)  # one neuron with plain gradient descent; layers with Adam
TRAINED = (
    0,
    1,
    2,
    3,
    6,
    7,
)  # places of the trained arrays among the weights of the layers; the others are counters
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
        self.loss = keras.losses.BinaryCrossentropy(label_smoothing=0.0 if small else 0.25)
        self.optimizer = keras.optimizers.SGD(RATE) if small else keras.optimizers.Adam(0.05)
        for variable in self.network.trainable_variables:
            variable.assign(random.normal(0.3, 0.5, size=tuple(variable.shape)))
        if small:
            self.network.set_weights([np.array([[1.0]]), np.array([0.0])])
        self.returned: Any = None
        self.optimizer.build(
            self.network.trainable_variables
        )  # so that a step under `tf.function` makes no variables
        self.x = np.array([[2.0], [1.0]] if small else random.normal(1, 1, (rows, inputs)), dtype="float32")
        self.y = np.array([[0.0], [1.0]] if small else random.integers(0, 2, (rows, 1)), dtype="float32")

    def after(self, step: Callable, times: int = 1) -> list[np.ndarray]:
        """The network's weights after `times` steps made by `step`."""
        for _ in range(times):
            self.returned = call(step, self.network, self.loss, self.optimizer, self.x, self.y)
        return self.network.get_weights()


_RAISED = {  # the first sign that is found counts: what TensorFlow and Keras say, in which nobody recognises the slip
    "ndarray' object has no attribute '_unique_id": (
        "moves_copies",
        "The optimiser is given NumPy arrays to move: copies, as `get_weights()` makes them. The network would not notice. Where are its own variables?",
    ),
    "type 'zip'": (
        "pairs_in_apply",
        "`optimizer.apply` takes two lists, the gradients and the variables. Pairs of both, as `zip` makes them, are what `apply_gradients` takes.",
    ),
    "BinaryCrossentropy' object has no attribute '_id'": (
        "gradient_of_the_function",
        "The tape is asked for the gradient of `loss`, which is a function. It can tell that of a number: what the function gave for this batch.",
    ),
    "Sequential' object has no attribute '_id'": (
        "gradient_for_the_network",
        "The tape is asked about the network itself. It wants a list of what may move: the network's variables.",
    ),
    "_unique_id": (
        "exchanged_in_apply",
        "The optimiser is given variables where gradients belong, and gradients where variables belong. First the gradients, then what they move.",
    ),
    "Unknown variable": (
        "not_trainable",
        "The optimiser is given variables that are not to be trained: some layers count something and keep it beside their weights. Which list of "
        "the network has only what is trained?",
    ),
    "'_id'": (
        "a_plain_number",
        "The tape knows tensors and variables only, and it is asked about plain numbers or NumPy arrays. What makes plain numbers of them: "
        "`float(...)`, `.numpy()`, `get_weights()`?",
    ),
    "type_value": (
        "a_plain_number",
        "The tape knows tensors and variables only, and it is asked about a plain number. `float(value)` and `.numpy()` belong behind the gradient.",
    ),
}


def _raised(text: str) -> NotYet | None:
    return next((NotYet(*said) for sign, said in _RAISED.items() if sign in text), None)


def check_step(answer: Any) -> Correct | NotYet:
    """Compare the weights after the learner's step with those after Keras' own, on two networks."""
    wrong_kind = not_a_function(answer, ARGUMENTS)
    if wrong_kind:
        return wrong_kind
    made, steps, rates, returned = [], [], [], []
    for small in SIZES:
        case = Case(small=small)
        try:
            made.append(case.after(answer, 1 if small else 2))
            steps.append(int(np.asarray(case.optimizer.iterations)))
            returned.append(case.returned)
            rates.append(float(np.asarray(case.optimizer.learning_rate)))
        except LearnerError as error:
            slip = _raised(str(error.cause))
            if slip:
                return slip
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
    own, should = made[0], _known("right", True)
    if all(_same(one, _known("right", small)) for one, small in zip(made, SIZES, strict=True)):
        return Correct(_SUCCESS + _about_returned(returned[0]))
    if _same(own, should) and steps[0] == len(own):
        return NotYet(
            "one_by_one",
            "For plain gradient descent your weights are right, with Adam they are not: your step calls `apply` for each variable, and Adam reckons with "
            "the number of calls. Give it all gradients and all variables at once.",
        )
    if all(_same(one, _known("before", small), first=True) for one, small in zip(made, SIZES, strict=True)):
        return NotYet(
            "nothing_moved", "After your step all weights are what they were. Which line changes them?"
        )
    shown = {
        "own": f"{_number(own[0])} and {_number(own[1])}",
        "w": _number(should[0]),
        "b": _number(should[1]),
    }
    for code, (_, message) in MISTAKES.items():
        if all(_same(one, _known(code, small)) for one, small in zip(made, SIZES, strict=True)):
            return NotYet(code, message.format(**shown))
    return (
        _by_the_optimizer(steps[0], rates[0], shown)
        or _small_only(own, steps[0], shown)
        or _general(made, shown)
    )


def _about_returned(value: Any) -> str:
    """A word about what the step returns, if that is neither nothing nor the loss before the step."""
    if value is None:
        return ""
    try:
        number = float(np.asarray(value))
    except Exception:  # a tensor of a graph, a model, a text
        number = float("nan")
    if abs(number - _loss_before()) < 1e-4:
        return ""
    return f" One thing to know: your function should also return the loss of the batch, {show(round(_loss_before(), 3))} for the first one tried; it returns something else."


def _by_the_optimizer(steps: int, rate: float, shown: dict[str, str]) -> NotYet | None:
    """What the optimiser that was given tells: another one moved the weights, its rate was changed, it moved too often."""
    if steps == 0:
        return NotYet(
            "own_optimizer",
            HERE.format(**shown)
            + f"after yours they are {shown['own']}, and the `optimizer` that your function is given has made no step. Who has moved the weights?",
        )
    if abs(rate - RATE) > 1e-6:
        return NotYet(
            "rate_changed",
            f"Your step sets the optimiser's learning rate to {show(round(rate, 4))}. Whoever calls the step has chosen it: 0.5 here. Leave it.",
        )
    if steps > 1:
        return NotYet(
            "many_steps",
            HERE.format(**shown)
            + f"after yours they are {shown['own']}: the optimiser has made {steps} steps. A step is made once, with the whole batch.",
        )
    return None


def _small_only(own: list[np.ndarray], steps: int, shown: dict[str, str]) -> NotYet | None:
    """A mistake that the one neuron shows, and the large network shows otherwise."""
    if _same(own, _known("right", True)):
        return None
    for code, (_, message) in MISTAKES.items():
        if _same(own, _known(code, True)) and (
            code != "twice" or steps == 2
        ):  # a sum over two mails is as far
            return NotYet(code, message.format(**shown))
    return None


def _general(made: list[list[np.ndarray]], shown: dict[str, str]) -> NotYet:
    if not _same(made[0], _known("right", True)):
        return NotYet("wrong_value", HERE.format(**shown) + f"after yours they are {shown['own']}.")
    own, right = made[1], _known("right", False)
    if all(_close(own[place], right[place]) for place in TRAINED):
        return NotYet(
            "seen_twice",
            "All weights that are trained are right. But some layers (lesson 9) also count what passes through them while training, and here the batch "
            "has passed another number of times than in `fit`, where it is once. How often do you call the network?",
        )
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


@cache
def _loss_before() -> float:
    """The loss of the one neuron before any step."""
    case = Case(small=True)
    return float(case.loss(case.y, case.network(case.x, training=True)))


check_step.codes = (  # type: ignore[attr-defined]
    *MISTAKES, "outside_the_tape", "left_to_keras", "nothing_moved", "own_optimizer", "rate_changed", "many_steps", "seen_twice",
    "exchanged_in_apply", "not_trainable", "a_plain_number", "one_by_one", "moves_copies", "pairs_in_apply", "gradient_of_the_function",
    "gradient_for_the_network",
)  # fmt: skip


def _same(one: list[np.ndarray], other: list[np.ndarray], *, first: bool = False) -> bool:
    """Are the weights the same (with `first`: those of the first layer, as counters of other layers move by themselves)?"""
    return all(_close(a, b) for a, b in list(zip(one, other, strict=True))[: 2 if first else None])


def _close(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(np.allclose(one, other, rtol=1e-4, atol=1e-5))


def _number(array: np.ndarray) -> str:
    return show(round(float(np.ravel(array)[0]), 3))
