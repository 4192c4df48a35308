"""The checks of lesson 2 that no factory makes: a start kept in a loop, a Dense(1) with given numbers."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.explain import learner_line
from dlcourse.checking.models import outputs_of


def with_a_start(check: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """Return a check that names what a loop lacks whose sum is added to before it has a value."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            name = getattr(error.cause, "name", None) or _first_quoted(str(error.cause))
            line = learner_line(error.cause.__traceback__)
            grows = line and re.match(rf"{re.escape(name)}\s*(\+=|=.*\b{re.escape(name)}\b)", line[1])
            if not isinstance(error.cause, UnboundLocalError) or not grows:
                raise
            return NotYet(
                "no_start",
                f"In line {line[0]}, `{line[1]}`: in the first round there is no `{name}` yet to add to. Before the loop it "
                "needs a value to start from. What is left of the output when there is not a single input?",
            )

    checked.codes = ("no_start", *check.codes)  # type: ignore[attr-defined]
    return checked


def _first_quoted(text: str) -> str:
    found = re.search(r"'(\w+)'", text)
    return found.group(1) if found else ""


QUIZ_WEIGHTS, QUIZ_BIAS = np.array([3.0, -1.0, 0.0]), 10.0
# right, wrong, skipped: nothing done, one of each alone, one of each, a bad day (the sum below 0), a good one
QUIZZES = np.array(
    [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [0, 20, 0], [17, 2, 5]], dtype="float32"
)


def quiz_model(answer: Any) -> Correct | NotYet:
    """Judge a Keras model or layer: are its points 3 for each right answer, -1 for each wrong one, and 10 to begin with?"""
    keras = sys.modules.get("keras")  # where the learner has not imported it, there is no model either
    if keras is None or isinstance(answer, type) or not isinstance(answer, keras.layers.Layer):
        what = f"the class {answer.__name__} itself" if isinstance(answer, type) else show(answer)
        return NotYet("not_a_model", f"You passed {what}. A Keras model is asked: `keras.Sequential([...])`.")
    points = _points(answer)
    if isinstance(points, NotYet):
        return points
    expected = QUIZZES @ QUIZ_WEIGHTS + QUIZ_BIAS
    if np.allclose(points, expected, rtol=1e-4, atol=1e-3):
        held = int(sum(np.prod(weight.shape) for weight in answer.weights))
        if held == 0:
            return NotYet(
                "no_neuron",
                "The points are right, but there is no neuron in your model: it holds no weights. Build it with "
                "`layers.Dense(1)`, and put the quiz's four numbers into that.",
            )
        if held > len(QUIZ_WEIGHTS) + 1:
            return NotYet(
                "more_neurons",
                f"The points are right, but your model holds {held} numbers, so there is more than one neuron in it. One is "
                "enough: a single `Dense(1)`, with three weights and a bias.",
            )
        return Correct(
            "Four numbers, and Keras plays by the rules of the quiz. Usually nobody sets them: they are learned."
        )
    return _quiz_mistake(points, expected)


def _points(model: Any) -> np.ndarray | NotYet:
    """What the model gives for QUIZZES, shape (quizzes,), or what keeps it from giving that."""
    if not model.built:
        return NotYet(
            "not_built",
            "Your model has no weights to set yet. Two entries of `keras.Sequential([...])` make them: first "
            "`keras.Input(shape=...)`, which says how many inputs there are, then a layer of neurons. Which one is missing?",
        )
    wanted = getattr(model, "input_shape", None)
    if isinstance(wanted, tuple) and len(wanted) > 2:
        return NotYet(
            "inputs_shape",
            f"Your model expects a table of shape {wanted[1:]} for each quiz. One quiz is three numbers in a row: "
            "`keras.Input(shape=(3,))`.",
        )
    weights = [tuple(weight.shape) for weight in model.weights]
    kernel = weights[0] if weights else ()
    if len(kernel) == 2 and kernel[0] != 3:
        return NotYet(
            "inputs_count",
            f"Your neuron has {kernel[0]} input{'s' * (kernel[0] != 1)}. A quiz gives three numbers: right, wrong, skipped.",
        )
    points = outputs_of(model, QUIZZES)
    if points.shape == (len(QUIZZES),):
        return points
    if points.shape != (len(QUIZZES), 1):
        return NotYet(
            "outputs_count",
            f"For {len(QUIZZES)} quizzes your model returns the shape {points.shape}; one number for each quiz is "
            f"asked, {(len(QUIZZES), 1)}. How many neurons has its Dense layer?",
        )
    if len(weights) == 1:
        return NotYet(
            "no_bias",
            "Your neuron has weights but no bias at all (`use_bias=False`), so an empty quiz can only be worth 0.",
        )
    return points[:, 0]


def _quiz_mistake(points: np.ndarray, expected: np.ndarray) -> NotYet:
    """Name the first thing wrong, in the order a teacher would: what bends the output, the start, then each weight."""
    start, single = points[0], points[1:4] - points[0]
    if not np.isfinite(points).all():
        return NotYet(
            "not_finite",
            f"For 0 right, 0 wrong, 0 skipped your model gives {show(start)}, which is no number.",
        )
    if np.ptp(points) < 1e-6 and np.any(points):
        return NotYet(
            "all_alike",
            f"Whatever goes in, your model gives {show(start)}: an empty quiz, a good one, a bad one. If the weights are "
            "set, look at what `activation` says.",
        )
    straight = start + QUIZZES @ single
    if not np.allclose(points, straight, rtol=1e-4, atol=1e-3):
        if np.allclose(points, np.maximum(expected, 0), rtol=1e-4, atol=1e-3):
            return NotYet(
                "relu",
                "20 wrong answers are worth 10 - 20 = -10, but your model says 0. The numbers are right; something behind "
                "the sum cuts off what is below 0. Look at what `activation` says.",
            )
        return NotYet(
            "activation",
            f"20 wrong answers get {show(points[5])} from your model, and 1 right answer {show(points[1])}. No weighted "
            "sum alone gives that: an `activation` bends it, or there is more than one layer.",
        )
    wanted = QUIZ_WEIGHTS
    if np.allclose([start, *single], [QUIZ_BIAS, *wanted], rtol=0, atol=0.3):
        return NotYet(
            "nearly",
            f"Nearly: an empty quiz gets {show(start)} points from your model and a right answer {show(single[0])}. Training comes "
            "close; `set_weights` is exact.",
        )
    if np.allclose(single, wanted, atol=1e-3):
        return NotYet(
            "bias",
            f"Each answer counts what it should, but an empty quiz (0, 0, 0) gets {show(start)} points from your model. "
            f"Everybody begins with {QUIZ_BIAS:g}.",
        )
    if abs(start) < 1e-6 and not np.isclose(single, np.round(single), atol=1e-3).any():
        return NotYet(
            "numbers_not_set",
            f"An empty quiz gets 0 points from your model and a right answer {show(single[0])}. Keras starts with random "
            "weights and the bias 0: put the quiz's own numbers in their place with `set_weights`.",
        )
    if np.allclose(np.sort(single), np.sort(wanted), atol=1e-3):
        return NotYet(
            "weights_order",
            f"Your weights are the right three numbers in another order: a right answer counts {show(single[0])}, a wrong "
            f"one {show(single[1])}, a skipped one {show(single[2])}. The inputs come as right, wrong, skipped.",
        )
    if np.allclose(single, np.abs(wanted), atol=1e-3):
        return NotYet(
            "sign_lost",
            f"A wrong answer *adds* {show(single[1])} in your model. Should making a mistake be rewarded?",
        )
    i = int(np.argmax(~np.isclose(single, wanted, atol=1e-3)))
    name = ("right", "wrong", "skipped")[i]
    return NotYet(
        "weights",
        f"One more {name} answer changes your model's points by {show(single[i])}. Read in the rules what it should count.",
    )
