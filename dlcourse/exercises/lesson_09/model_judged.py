"""How the network of exercise 9.9 is judged: first by its layers, then by what it does."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import numpy as np

from dlcourse.checking import (
    Correct,
    ModelFacts,
    ModelMistake,
    NotYet,
    call,
    is_model,
    model_check,
    model_facts,
    not_a_function,
)
from dlcourse.exercises.lesson_09.model_probe import CODES, probed

PIXELS, UNITS, RATE, FACTOR = 784, 128, 0.3, 0.001
_THREES = np.full((2, 3), 3.0, dtype="float32")  # L2 of six threes is 54 times the factor, L1 18 times


def _dense(facts: ModelFacts) -> list:
    return list(facts.of("Dense"))


def _sees(layer: Any) -> int | None:
    """How many numbers a dense layer takes."""
    return int(layer.layer.kernel.shape[0]) if layer.layer.built else None


def _hidden(facts: ModelFacts) -> Any:
    """The hidden one of two dense layers: that which takes the pixels, in whatever order they were made."""
    from_pixels = [layer for layer in _dense(facts) if _sees(layer) == PIXELS]
    return from_pixels[0] if len(from_pixels) == 1 else _dense(facts)[0]


def _output(facts: ModelFacts) -> Any:
    return next(layer for layer in reversed(_dense(facts)) if layer is not _hidden(facts))


def _order(facts: ModelFacts) -> str:
    """Kinds in order as one text; empty where the order cannot be read (a subclassed model)."""
    known = all(layer.outputs is not None for layer in facts.layers)
    return " ".join(facts.kinds) if known else ""


def _pays(layer: Any) -> float:
    """What threes for weights would add to the loss: whatever form the regulariser has."""
    known = layer.kernel_regularizer
    if known is None or known.kind in ("l1", "l2", "l1_l2"):
        return known.l1 * 18 + known.l2 * 54 if known else 0.0
    keras = sys.modules["keras"]
    made = layer.layer.kernel_regularizer(keras.ops.convert_to_tensor(_THREES))  # a function of the learner's
    return 0.0 if made is None else float(np.asarray(keras.ops.convert_to_numpy(made)))


def _factor(facts: ModelFacts) -> float:
    return float(f"{_pays(_hidden(facts)) / 54:.4g}")


def _one_dropout(facts: ModelFacts) -> Any:
    found = facts.of("Dropout")
    return found[0] if found else None


def _layers(when: Any, message: Any) -> ModelMistake:
    return ModelMistake("layers", when, message)


_MISTAKES = {
    "no_hidden_layer": _layers(
        lambda f: len(_dense(f)) < 2,
        "Your model has these layers: {kinds}. Asked are two `Dense` layers: a hidden one and the output.",
    ),
    "too_many_layers": _layers(
        lambda f: len(_dense(f)) > 2,
        "Your model has these layers: {kinds}. One hidden layer is asked, and the output layer behind it.",
    ),
    "hidden_layer_skipped": _layers(
        lambda f: all(_sees(layer) == PIXELS for layer in _dense(f)),
        "Your output layer takes the 784 pixels: the hidden layer's outputs never reach it. What should it be given?",
    ),
    "hidden_units": _layers(
        lambda f: _hidden(f).units != UNITS,
        lambda f: f"Your hidden layer has {_hidden(f).units} units; {UNITS} are asked.",
    ),
    "not_the_pixels": _layers(
        lambda f: _sees(_hidden(f)) != PIXELS and len(f.outputs or ()) == 1,
        lambda f: (
            f"Your hidden layer takes {_sees(_hidden(f))} numbers ({', '.join(f.kinds)}); asked is one that takes the 784 pixels."
        ),
    ),
    "no_biases": _layers(
        lambda f: any(layer.layer.bias is None for layer in _dense(f)),
        "A layer of yours has no biases (`use_bias=False`). Asked is that they do not *pay*; they should be there.",
    ),
    "another_dropout": _layers(
        lambda f: not f.of("Dropout") and f.of("AlphaDropout", "GaussianDropout", "SpatialDropout1D"),
        "Keras has several kinds of dropout; yours ({kinds}) does something else. The plain one is `layers.Dropout`.",
    ),
    "no_dropout": _layers(
        lambda f: not f.of("Dropout"),
        "Nothing is dropped in your model: {kinds}. `layers.Dropout(rate)` is a layer of its own.",
    ),
    "dropout_behind_the_output": _layers(
        lambda f: bool(_order(f)) and "Dropout" in _order(f).split("Dense")[-1],
        "Your dropout stands behind the *output*: {kinds}. There it drops classes, and the right one as often as any other. Where do the hidden units' outputs pass?",
    ),
    "dropout_on_the_pixels": _layers(
        lambda f: "Dropout" in _order(f).split("Dense")[0],
        "Your dropout stands before the hidden layer: {kinds}. There it drops *pixels*; asked is dropout of the hidden units.",
    ),
    "keeps_the_rate": _layers(
        lambda f: abs(_one_dropout(f).rate - (1 - RATE)) < 1e-6,
        "`Dropout(0.7)` drops seven in ten. In Keras the rate is the share that is dropped, not the one that is kept.",
    ),
    "another_rate": _layers(
        lambda f: abs(_one_dropout(f).rate - RATE) > 1e-6,
        lambda f: f"Your dropout has the rate {_one_dropout(f).rate:g}; {RATE} is asked.",
    ),
    "penalty_on_the_bias": _layers(
        lambda f: any(layer.bias_regularizer for layer in _dense(f)),
        "You let a *bias* pay (`bias_regularizer`). A bias shifts and magnifies nothing: only weights should pay. What does Keras call a dense layer's weights?",
    ),
    "penalty_on_the_outputs": _layers(
        lambda f: (
            any(getattr(layer.layer, "activity_regularizer", None) for layer in _dense(f))
            and not _pays(_hidden(f))
        ),
        "You let the layer's *outputs* pay (`activity_regularizer`). Asked is a penalty on the weights; Keras calls them the kernel.",
    ),
    "penalty_on_the_output_layer": _layers(
        lambda f: not _pays(_hidden(f)) and _pays(_output(f)),
        "Only the output layer's weights pay. Most weights sit in the hidden layer: 784 times 128 of them.",
    ),
    "no_penalty": _layers(
        lambda f: not _pays(_hidden(f)),
        "The weights of your hidden layer pay nothing. `keras.regularizers.L2(factor)` is the penalty; by which argument does a `Dense` layer take it?",
    ),
    "absolute": _layers(
        lambda f: _hidden(f).kernel_regularizer.kind == "l1",
        "Your penalty is L1, the sum of the weights without their signs. Asked is L2, the sum of their squares.",
    ),
    "both_penalties": _layers(
        lambda f: _hidden(f).kernel_regularizer.kind == "l1_l2",
        "Your weights pay twice, L1 and L2. Asked is L2 alone.",
    ),
    "default_factor": _layers(
        lambda f: abs(_factor(f) - 0.01) < 1e-5,
        'Your penalty has the factor 0.01. That is what Keras takes when it is given no other, as with `"l2"`. 0.001 is asked.',
    ),
    "another_factor": _layers(
        lambda f: abs(_factor(f) - FACTOR) > 1e-6,
        lambda f: f"Your penalty has the factor {_factor(f):g}; {FACTOR} is asked.",
    ),
}

_judged = model_check(
    inputs=(28, 28),
    outputs=10,
    activation="softmax",
    mistakes=_MISTAKES,
    success="Dropout between the layers, the penalty on the weights. Nothing of it remains when it predicts, except smaller weights.",
)


def check_own_fixes(answer: Any) -> Correct | NotYet:
    """Judge a function that builds the network, or the network itself."""
    wrong = None if is_model(answer) else not_a_function(answer, ())
    if wrong:
        return wrong
    made = answer if is_model(answer) else call(answer)
    if made is None:
        return NotYet(
            "returns_none", "Your function returns nothing (None). Its last line must be `return model`."
        )
    if is_model(made) and made.built:
        with suppress(Exception):  # what can't take such pictures is named further on
            if made(np.zeros((1, 28, 28), dtype="float32")) is None:
                text = "The `call` of your model returns nothing (None). What should come out of it?"
                return NotYet("call_returns_none", text)
    verdict = _judged(made)
    if isinstance(verdict, NotYet):
        return verdict
    facts = model_facts(made, (28, 28))
    kinds = ", ".join(facts.kinds)
    return probed(made, _hidden(facts).layer, _output(facts).layer, RATE, kinds) or verdict


check_own_fixes.codes = ("returns_none", "call_returns_none", *_judged.codes, *CODES)  # type: ignore[attr-defined]
