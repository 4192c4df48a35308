"""Exercise 9.9: a network with two fixes built in. How it is judged, and the declaration."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import numpy as np

from dlcourse.checking import (
    Correct,
    Exercise,
    ModelFacts,
    ModelMistake,
    NotYet,
    call,
    is_model,
    model_check,
    not_a_function,
)

UNITS, RATE, FACTOR = 128, 0.3, 0.001
_THREES = np.full((2, 3), 3.0, dtype="float32")  # L2 of six threes is 54 times the factor, L1 18 times


def _dense(facts: ModelFacts) -> list:
    return list(facts.of("Dense"))


def _hidden(facts: ModelFacts) -> Any:
    """The hidden dense layer: the first one in front of another."""
    return _dense(facts)[0] if len(_dense(facts)) > 1 else None


def _order(facts: ModelFacts) -> str:
    """Kinds in order as one text; empty where the order cannot be read (a subclassed model)."""
    known = all(layer.outputs is not None for layer in facts.layers)
    return " ".join(facts.kinds) if known else ""


def _relu(facts: ModelFacts) -> bool:
    return any(layer.activation == "relu" for layer in facts.layers[:-1])


def _pays(layer: Any) -> float:
    """What threes for weights would add to the loss: whatever form the regulariser has."""
    known = layer.kernel_regularizer
    if known is None or known.kind in ("l1", "l2", "l1_l2"):
        return known.l1 * 18 + known.l2 * 54 if known else 0.0
    keras = sys.modules["keras"]
    made = layer.layer.kernel_regularizer(keras.ops.convert_to_tensor(_THREES))  # a function of the learner's
    return float(np.asarray(keras.ops.convert_to_numpy(made)))


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
    "hidden_units": _layers(
        lambda f: _hidden(f).units != UNITS,
        lambda f: f"Your hidden layer has {_hidden(f).units} units; {UNITS} are asked.",
    ),
    "no_relu": _layers(
        lambda f: not _relu(f),
        "Between your two dense layers nothing bends: {kinds}. Give the hidden layer the activation that is asked.",
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
        lambda f: not _pays(_hidden(f)) and _pays(_dense(f)[-1]),
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
    if is_model(answer):
        return _judged(answer)
    wrong = not_a_function(answer, ())
    if wrong:
        return wrong
    made = call(answer)
    if made is None:
        return NotYet(
            "returns_none", "Your function returns nothing (None). Its last line must be `return model`."
        )
    if is_model(made) and made.built:
        with suppress(Exception):  # what can't take such pictures is named further on
            if made(np.zeros((1, 28, 28), dtype="float32")) is None:
                text = "The `call` of your model returns nothing (None). What should come out of it?"
                return NotYet("call_returns_none", text)
    return _judged(made)


check_own_fixes.codes = ("returns_none", "call_returns_none", *_judged.codes)  # type: ignore[attr-defined]


def _model(*parts: str) -> str:
    inside = "".join(f"        {part},\n" for part in parts)
    return f"def build_model():\n    return keras.Sequential([\n        keras.Input(shape=(28, 28)),\n        layers.Flatten(),\n{inside}    ])"


_HIDDEN = 'layers.Dense(128, activation="relu", kernel_regularizer=keras.regularizers.L2(0.001))'
_PLAIN = 'layers.Dense(128, activation="relu")'
_DROP, _OUT = "layers.Dropout(0.3)", 'layers.Dense(10, activation="softmax")'


def _paying(how: str) -> str:
    return f'layers.Dense(128, activation="relu", {how})'


OWN_FIXES = Exercise(
    id="9.9",
    title="A network with two fixes",
    kind="model",
    starter="""
        def build_model():
            ...
    """,
    setup="import keras\nimport numpy as np\nfrom keras import layers",
    right=(
        """
        def build_model():
            model = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(128, activation="relu", kernel_regularizer=keras.regularizers.L2(0.001)),
                layers.Dropout(0.3),
                layers.Dense(10, activation="softmax"),
            ])
            return model
        """,
        """
        def build_model():
            images = keras.Input(shape=(28, 28))
            x = layers.Flatten()(images)
            x = layers.Dense(128, kernel_regularizer=keras.regularizers.l2(1e-3))(x)
            x = layers.ReLU()(x)
            x = layers.Dropout(rate=0.3)(x)
            return keras.Model(images, layers.Dense(10, activation=keras.activations.softmax)(x))
        """,
        """
        def build_model():
            class Net(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.drop = layers.Dropout(0.3)
                    self.flat = layers.Flatten()
                    self.hidden = layers.Dense(128, "relu", kernel_regularizer=keras.regularizers.L1L2(l2=0.001))
                    self.out = layers.Dense(10, "softmax")
                def call(self, x, training=False):
                    return self.out(self.drop(self.hidden(self.flat(x)), training=training))
            model = Net()
            model(np.zeros((1, 28, 28)))
            return model
        """,
        """
        def build_model():
            pay = keras.regularizers.get({"class_name": "L2", "config": {"l2": 0.001}})
            model = keras.Sequential()
            model.add(keras.Input((28, 28)))
            model.add(layers.Reshape((784,)))
            model.add(layers.Dense(128, kernel_regularizer=pay))
            model.add(layers.Activation("relu"))
            model.add(layers.Dropout(0.3))
            model.add(layers.Dense(10, kernel_regularizer=pay))
            model.add(layers.Softmax())
            model.compile("adam", "sparse_categorical_crossentropy")
            return model
        """,
        _model(_paying("kernel_regularizer=lambda w: 0.001 * keras.ops.sum(w * w)"), _DROP, _OUT),
    ),
    wrong={
        "no_hidden_layer": [_model(_DROP, _OUT)],
        "too_many_layers": [_model(_HIDDEN, _DROP, _HIDDEN, _DROP, _OUT)],
        "hidden_units": [_model(_HIDDEN.replace("128", "64"), _DROP, _OUT)],
        "no_relu": [
            _model(_HIDDEN.replace('activation="relu", ', ""), _DROP, _OUT),
            _model(_HIDDEN.replace("relu", "tanh"), _DROP, _OUT),
        ],
        "another_dropout": [_model(_HIDDEN, "layers.GaussianDropout(0.3)", _OUT)],
        "no_dropout": [_model(_HIDDEN, _OUT)],
        "dropout_behind_the_output": [_model(_HIDDEN, _OUT, _DROP)],
        "dropout_on_the_pixels": [_model(_DROP, _HIDDEN, _OUT)],
        "keeps_the_rate": [_model(_HIDDEN, "layers.Dropout(0.7)", _OUT)],
        "another_rate": [_model(_HIDDEN, "layers.Dropout(0.5)", _OUT)],
        "penalty_on_the_bias": [
            _model(_paying("bias_regularizer=keras.regularizers.L2(0.001)"), _DROP, _OUT),
            _model(
                _paying(
                    "kernel_regularizer=keras.regularizers.L2(0.001), bias_regularizer=keras.regularizers.L2(0.001)"
                ),
                _DROP,
                _OUT,
            ),
        ],
        "penalty_on_the_outputs": [
            _model(_paying("activity_regularizer=keras.regularizers.L2(0.001)"), _DROP, _OUT)
        ],
        "penalty_on_the_output_layer": [
            _model(_PLAIN, _DROP, _OUT.replace(")", ", kernel_regularizer=keras.regularizers.L2(0.001))"))
        ],
        "no_penalty": [_model(_PLAIN, _DROP, _OUT)],
        "absolute": [_model(_paying("kernel_regularizer=keras.regularizers.L1(0.001)"), _DROP, _OUT)],
        "both_penalties": [
            _model(_paying("kernel_regularizer=keras.regularizers.L1L2(0.001, 0.001)"), _DROP, _OUT)
        ],
        "default_factor": [
            _model(_paying('kernel_regularizer="l2"'), _DROP, _OUT),
            _model(_paying("kernel_regularizer=keras.regularizers.L2()"), _DROP, _OUT),
        ],
        "another_factor": [_model(_paying("kernel_regularizer=keras.regularizers.L2(0.1)"), _DROP, _OUT)],
        "wrong_input": [_model(_HIDDEN, _DROP, _OUT).replace("(28, 28)", "(784,)")],
        "wrong_output": [_model(_HIDDEN, _DROP, _OUT.replace("10", "1"))],
        "wrong_activation": [
            _model(_HIDDEN, _DROP, "layers.Dense(10)"),
            _model(_HIDDEN, _DROP, _OUT.replace("softmax", "sigmoid")),
        ],
        "returns_none": [
            "def build_model():\n    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten()])"
        ],
        "call_returns_none": [
            """
            def build_model():
                class Net(keras.Model):
                    def __init__(self):
                        super().__init__()
                        self.flat, self.out = layers.Flatten(), layers.Dense(10, "softmax")
                    def call(self, x):
                        self.out(self.flat(x))
                model = Net()
                model(np.zeros((1, 28, 28)))
                return model
            """
        ],
        "raised": [_model("layers.Dense(128, activation='relu', kernel_regularizer=L2(0.001))", _DROP, _OUT)],
        "not_a_model": ["def build_model():\n    return [layers.Dropout(0.3)]"],
        "wrong_arguments": ["def build_model(rate):\n    return keras.Sequential([layers.Dropout(rate)])"],
        "not_a_function": ["build_model = 0.3"],
    },
    check=check_own_fixes,
    seconds=10.0,
    equivalent={
        "False -> True": "Keras passes `training` itself",
        "model(np.zeros((1, 28, 28))) -> model(np.ones((1, 28, 28)))": "any pictures build the model",
        "model(np.zeros((1, 28, 28))) -> model(np.zeros((2, 28, 28)))": "any number of pictures builds the model",
        "model(np.zeros((1, 28, 28))) -> model(np.zeros((0, 28, 28)))": "any number of pictures builds the model",
        "self.drop(self.hidden(self.flat(x)), training=training) -> self.drop(self.hidden(self.flat(x)))": "Keras passes `training` itself",
        "deleted: model.compile('adam', 'sparse_categorical_crossentropy')": "compiling is not asked",
        "'adam' -> 'sgd'": "compiling is not asked",
        "'sparse_categorical_crossentropy' -> 'mse'": "compiling is not asked",
        "layers.Dense(10, kernel_regularizer=pay) -> layers.Dense(10)": "the output layer may pay, and need not",
    },
    hints=(
        "Five entries: the input, flattening, the hidden layer, the dropout, the output. One of the fixes is a layer, the other an argument.",
        "`layers.Dropout(rate)` stands between the layers; `Dense` takes `kernel_regularizer=keras.regularizers.L2(factor)`.",
        """
        def build_model():
            model = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(128, activation="relu", kernel_regularizer=___),
                ___,
                layers.Dense(10, activation="softmax"),
            ])
            return model
        """,
    ),
)
