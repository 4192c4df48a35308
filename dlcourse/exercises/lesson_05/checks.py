"""Two checks of lesson 5 that no factory makes: the logarithm of 0, and three pairs of names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.calling import LearnerError

Check = Callable[[Any], Correct | NotYet]
_COSTS_MOST = float(-np.log(1e-7))
_BEYOND = 1e6  # no clipping leads here: an infinite number was replaced by the largest there is
_CLIPS = "that is the logarithm of 0. The first line of the starter keeps `p` away from 0 and 1; is it `p` that you use behind it?"


def log_of_zero_named(check: Check, success: str) -> Check:
    """Return `check`, with a word for two faults of exercise 5.2 that show only for certain networks.

    `math.log(0)` raises an error that says "math domain error"; and clipping elsewhere differs by the place.
    """

    def checked(answer: Any) -> Correct | NotYet:
        try:
            verdict = check(answer)
        except LearnerError as error:
            if isinstance(error.cause, ValueError) and re.search(
                r"math domain|positive input", str(error.cause)
            ):
                return NotYet(
                    "log_of_zero",
                    f"For ordinary probabilities your function works; for `{error.inputs}` Python refuses: {_CLIPS}",
                )
            raise
        if isinstance(verdict, NotYet) and verdict.code == "wrong_value" and _right_in_between(answer):
            got = float(call(answer, np.array([1.0]), np.array([0.0])))
            other = float(call(answer, np.array([0.0]), np.array([1.0])))
            if not np.isfinite([got, other]).all() or max(got, other) > _BEYOND:
                return NotYet(
                    "log_of_zero",
                    f"For ordinary probabilities you are right. For `targets = [1], probabilities = [0]` you return {show(got)}, and "
                    f"for `targets = [0], probabilities = [1]` {show(other)}: {_CLIPS}",
                )
            if (
                max(abs(got - _COSTS_MOST), abs(other - _COSTS_MOST)) < 0.2
            ):  # in 32 bits 1 - 1e-7 is a little less
                return Correct(success)
            return NotYet(
                "clipped_elsewhere",
                f"For ordinary probabilities you are right. For `targets = [1], probabilities = [0]` you return {show(got)}, "
                "where Keras says 16.1181: it clips at 1e-7 and 1 - 1e-7. The place is a matter of taste; to agree with "
                "Keras, take its own.",
            )
        return verdict

    checked.codes = (*check.codes, "clipped_elsewhere")  # type: ignore[attr-defined]
    return checked


def _right_in_between(answer: Callable) -> bool:
    """Is this cross-entropy right for probabilities that are not certain?"""
    targets, p, right = np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.35]), -np.log([0.9, 0.8, 0.35])
    try:
        return all(np.isclose(call(answer, targets[:n], p[:n]), right[:n].mean()) for n in (1, 2, 3))
    except Exception:
        return False


ALIASES = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "bce": "binary_crossentropy",
    "identity": "linear",
    "none": "linear",
    "none_type": "linear",
    "": "linear",
}
ACTIVATIONS = ("linear", "sigmoid", "softmax", "tanh", "relu", "leaky_relu", "gelu")
CROSSENTROPIES = ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy")
LOSSES = ("mean_squared_error", "mean_absolute_error", *CROSSENTROPIES)
TASKS = ("the mass", "Gentoo or not", "one of three species")


def _name(word: Any) -> str:
    """A name in Keras' spelling: from "MSE", "binary cross-entropy", `keras.losses.MeanSquaredError()` or a function."""
    if not isinstance(word, str):
        word = getattr(word, "__name__", None) or type(word).__name__
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word.strip()).lower()
    word = re.sub(r"[\s\-]+", "_", word).replace("cross_entropy", "crossentropy")
    return ALIASES.get(word, word)


def pairs(answer: Any) -> Correct | NotYet:
    """Judge exercise 5.3: for three tasks (activation of the last layer, loss)."""
    if isinstance(answer, dict):
        answer = list(answer.values())
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    if not isinstance(answer, list | tuple) or len(answer) != 3 or not all(_is_pair(pair) for pair in answer):
        return NotYet(
            "not_three_pairs",
            f"You give {show(answer)}. Three pairs are asked, in this order: the mass, Gentoo or not, one of three species; "
            'each pair like `("linear", "mean_squared_error")`.',
        )
    for task, (activation, loss) in enumerate(answer):
        pair = (activation, loss)
        activation, loss = _name(activation), _name(loss)
        if activation in LOSSES and loss in ACTIVATIONS:
            return NotYet(
                "exchanged",
                f'For {TASKS[task]} you give ("{activation}", "{loss}"): the loss stands first. Asked is the activation '
                "first, then the loss.",
            )
        for written, word, known, what in (
            (pair[0], activation, ACTIVATIONS, "an activation"),
            (pair[1], loss, LOSSES, "a loss"),
        ):
            if word not in known:
                return _unknown(TASKS[task], written, word, what)
        found = _PAIRS[task](activation, loss)
        if found:
            return found
    note = "Number, yes or no, one of many: nearly every network you will build ends in one of these three pairs."
    free = [word for pair in answer for word in pair if isinstance(word, str) and not _keras_reads(word)]
    if free:
        note += f" (Keras itself reads a name letter by letter, and would not know {show(free[0])}: it is `{_name(free[0])}`.)"
    return Correct(note)


def _keras_reads(word: str) -> bool:
    """Would Keras take this text for the name of an activation or a loss?"""
    return word in (*ACTIVATIONS, *LOSSES) or word in (
        "mse", "MSE", "mae", "MAE", "bce", "BCE", "MeanSquaredError", "MeanAbsoluteError",
        "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy",
    )  # fmt: skip


def _unknown(task: str, written: Any, word: str, what: str) -> NotYet:
    """What to say about a name that is none of Keras', by what may have been meant."""
    given = f"For {task} you give {show(written)}"
    if word == "step":
        return NotYet(
            "step_has_no_slope",
            f"{given}. The step is level everywhere but at its jump, so a nudge of a weight changes nothing, and Keras has none. "
            "Which activation gives a probability between 0 and 1?",
        )
    if word == "accuracy":
        return NotYet(
            "accuracy_for_loss",
            f"{given}. Keras counts it for you to look at, but trains by a loss. Which loss fits this last layer, by the table?",
        )
    if word == "crossentropy":
        return NotYet(
            "which_crossentropy",
            f"{given}. There are two of them: one takes a single probability, of yes, the other shares of several classes. "
            "Which belongs here?",
        )
    return NotYet(
        "unknown_name",
        f"{given}, which is not the name of {what} in Keras that this course has met. Copy the names from the table, with "
        "their underscores.",
    )


pairs.codes = (  # type: ignore[attr-defined]
    "not_three_pairs", "exchanged", "unknown_name", "step_has_no_slope", "accuracy_for_loss", "which_crossentropy", "mass_bent", "mass_judged_as_probability", "softmax_of_one",
    "sigmoid_categorical_of_one", "yes_no_squared", "yes_no_not_a_probability",
    "sigmoid_categorical", "sigmoid_binary", "softmax_binary", "sparse", "species_squared", "species_not_probabilities",
)  # fmt: skip


def _is_pair(pair: Any) -> bool:
    return (
        isinstance(pair, list | tuple)
        and len(pair) == 2
        and not any(isinstance(w, int | float) for w in pair)
    )


def _mass(activation: str, loss: str) -> NotYet | None:
    ends = {
        "sigmoid": "a sigmoid never leaves the numbers between 0 and 1; a Gentoo weighs 5 kg",
        "tanh": "tanh never leaves the numbers between -1 and 1; a Gentoo weighs 5 kg",
        "softmax": "softmax makes shares that add up to 1, so of one number it always makes 1; a Gentoo weighs 5 kg",
    }
    if activation != "linear":
        why = ends.get(activation, f"{activation} bends what needs no bending")
        return NotYet(
            "mass_bent",
            f'For the mass you give "{activation}": {why}. Which activation of lesson 3 leaves a number as it is?',
        )
    if loss in CROSSENTROPIES:
        return NotYet(
            "mass_judged_as_probability",
            f'For the mass you give "{loss}". That takes the logarithm of a *probability*; 4.2 kg is none. Which loss looks at '
            "how far two numbers are apart?",
        )
    return None


def _gentoo(activation: str, loss: str) -> NotYet | None:
    if activation == "softmax":
        return NotYet(
            "softmax_of_one",
            "For Gentoo or not there is *one* neuron, and you give it softmax: shares that add up to 1. Of one number that is "
            "always 1, whatever the weights are: softmax(-3) = 1, softmax(8) = 1. Every bird would be a Gentoo for ever.",
        )
    if activation == "sigmoid" and loss in ("categorical_crossentropy", "sparse_categorical_crossentropy"):
        return NotYet(
            "sigmoid_categorical_of_one",
            f'For Gentoo or not you give "sigmoid" with "{loss}". That loss looks for the probability among *several* classes '
            "and makes them add up to 1 first: of one number it makes 1, and the loss is 0 for every bird. Nothing would be "
            "learned. Which loss takes one probability, of yes?",
        )
    if loss in ("mean_squared_error", "mean_absolute_error"):
        return NotYet(
            "yes_no_squared",
            f'For Gentoo or not you give "{loss}". Certain and wrong, p = 0.001 for a Gentoo, would cost no more than 1; '
            "-log(0.001) is 6.9. And where a sigmoid is flat (lesson 3), so is this loss. Which loss is made for a "
            "probability?",
        )
    if activation != "sigmoid":
        return NotYet(
            "yes_no_not_a_probability",
            f'For Gentoo or not you give "{activation}". The loss needs a probability, between 0 and 1; with the sum 3 this '
            f"activation gives {show(_value(activation, 3.0))}, with -3 it gives {show(_value(activation, -3.0))}.",
        )
    return None


def _species(activation: str, loss: str) -> NotYet | None:
    if activation == "sigmoid" and loss == "categorical_crossentropy":
        return NotYet(
            "sigmoid_categorical",
            "For one of three species you give sigmoid with categorical cross-entropy. Three sigmoids know nothing of each "
            "other: (0.9, 0.9, 0.9) says yes three times, and -log(0.9) hardly punishes it. Which activation makes shares that "
            "add up to 1, so that more for one is less for the others?",
        )
    if activation == "sigmoid" and loss == "binary_crossentropy":
        return NotYet(
            "sigmoid_binary",
            "For one of three species you give sigmoid with binary cross-entropy: three questions of yes or no, each on its "
            "own. That fits a bird that may be several species at once, or none. Here exactly one is right.",
        )
    if activation == "softmax" and loss == "binary_crossentropy":
        return NotYet(
            "softmax_binary",
            "For one of three species you give softmax, which fits, with *binary* cross-entropy, which judges every share "
            "as a yes or no of its own. Keras does not complain; it only learns something else. The loss for one of many "
            "looks at the share of the right class alone.",
        )
    if loss == "sparse_categorical_crossentropy":
        return NotYet(
            "sparse",
            'For one of three species you give the "sparse" loss. It is the same loss for targets written as 0, 1 or 2. '
            "Here they are one-hot, like (0, 1, 0).",
        )
    if loss in ("mean_squared_error", "mean_absolute_error"):
        return NotYet(
            "species_squared",
            f'For one of three species you give "{loss}". The share 0 for the right class would cost little more than 0.5; a '
            "logarithm never forgives it. Which loss takes the logarithm of the right class's share?",
        )
    if activation != "softmax":
        return NotYet(
            "species_not_probabilities",
            f'For one of three species you give "{activation}". The loss needs three shares, none below 0, that add up to 1. '
            f"From the sums (3, -3, 0) this activation makes {show([_value(activation, z) for z in (3.0, -3.0, 0.0)])}.",
        )
    return None


_PAIRS = (_mass, _gentoo, _species)


def _value(activation: str, z: float) -> float:
    """Roughly what the activation gives, for a message."""
    values = {
        "linear": z,
        "tanh": np.tanh(z),
        "relu": max(z, 0.0),
        "leaky_relu": z if z > 0 else 0.2 * z,
        "gelu": 2.99595 if z > 0 else -0.00404951 if z < 0 else 0.0,
        "sigmoid": 1 / (1 + np.exp(-z)),
    }
    return round(float(values[activation]), 4)
