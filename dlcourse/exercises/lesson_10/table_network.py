"""Exercise 10.7: a network for a table, with the standardising inside. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, model_check
from dlcourse.exercises.lesson_10.table_checks import MISTAKES, measured, prepares

SETUP = """
import keras
import numpy as np
from keras import layers

from dlcourse import datasets

table = datasets.penguins().dropna(subset=["body_mass_g"])
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
birds = table[columns].to_numpy("float32")
species = np.unique(table.species, return_inverse=True)[1]
order = np.random.default_rng(0).permutation(len(birds))
train, test = order[137:], order[:137]
"""
_NORMAL = "normalise = layers.Normalization()\nnormalise.adapt(birds[train])\n"
_COMPILE = '\nnetwork.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])'
_IN, _HIDDEN, _OUT = (
    "keras.Input(shape=(4,))",
    'layers.Dense(16, activation="relu")',
    'layers.Dense(3, activation="softmax")',
)


def _source(*entries: str, before: str = _NORMAL, after: str = _COMPILE) -> str:
    return f"{before}network = keras.Sequential([{', '.join(entries)}]){after}"


def _adapted(rows: str, options: str = "") -> str:
    return f"normalise = layers.Normalization({options})\nnormalise.adapt({rows})\n"


_DROPOUT = "how much dropout is free, also none"
_TRAINING = "it is not asked whether the network has been trained"
_BUILD = "a subclassed model without a `build` of its own is only marked as built; its layers are made by the four columns that come first"
_INPUT = "the layers learn their inputs from the training that follows"
_LAYERS = "how many hidden layers, and which bend, is free; one hidden layer with an activation is left"
_WIDTH = "the width of a hidden layer is free"
_COMPILED = "optimiser and metrics are free"
_EQUIVALENT = {
    "network.compile(optimizer='adam', loss='sparse_categorical_crossentropy') -> network.compile(loss='sparse_categorical_crossentropy')": _COMPILED,
    "'adam' -> 'sgd'": _COMPILED,
    "layers.Dense(16, activation='relu') -> layers.Dense(17, activation='relu')": _WIDTH,
    "layers.Dense(16, activation='relu') -> layers.Dense(15, activation='relu')": _WIDTH,
    "layers.Dense(16, activation='relu') -> layers.Dense(16, activation='sigmoid')": _LAYERS,
    "layers.Dropout(0.2) -> layers.Dropout(0.25)": _DROPOUT,
    "layers.Dropout(0.2) -> layers.Dropout(0.1)": _DROPOUT,
    "keras.optimizers.SGD(0.1) -> keras.optimizers.RMSprop(0.1)": _COMPILED,
    "keras.optimizers.SGD(0.1) -> keras.optimizers.SGD(0.125)": _COMPILED,
    "keras.optimizers.SGD(0.1) -> keras.optimizers.SGD(0.05)": _COMPILED,
    "['accuracy'] -> ['mse']": _COMPILED,
    "layers.Dense(32, activation='tanh')(scaled) -> layers.Dense(33, activation='tanh')(scaled)": _WIDTH,
    "layers.Dense(32, activation='tanh')(scaled) -> layers.Dense(31, activation='tanh')(scaled)": _WIDTH,
    "network.compile(optimizer='adam', loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)) -> network.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))": _COMPILED,
    "network.build((None, 4)) -> network.build((4,))": _BUILD,
    "network.build((None, 4)) -> network.build((None,))": _BUILD,
    "network.build((None, 4)) -> network.build((None, 5))": _BUILD,
    "network.build((None, 4)) -> network.build((None, 3))": _BUILD,
    "self.hidden = layers.Dense(8) -> self.hidden = layers.Dense(9)": _WIDTH,
    "self.hidden = layers.Dense(8) -> self.hidden = layers.Dense(7)": _WIDTH,
    "deleted: network.add(keras.Input((4,)))": _INPUT,
    "deleted: network.add(layers.Dense(16))": _LAYERS,
    "deleted: network.add(layers.ReLU())": _LAYERS,
    "deleted: network.add(layers.Dense(16, 'relu'))": _LAYERS,
    "deleted: network.fit(birds[train], species[train], epochs=1, verbose=0)": _TRAINING,
    "network.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy']) -> network.compile('adam', 'sparse_categorical_crossentropy')": _COMPILED,
    "network.fit(birds[train], species[train], epochs=1, verbose=0) -> network.fit(birds[train], species[train], verbose=0)": _TRAINING,
    "network.add(layers.Dense(16)) -> network.add(layers.Dense(17))": _WIDTH,
    "network.add(layers.Dense(16)) -> network.add(layers.Dense(15))": _WIDTH,
    "network.add(layers.Dense(16, 'relu')) -> network.add(layers.Dense(17, 'relu'))": _WIDTH,
    "network.add(layers.Dense(16, 'relu')) -> network.add(layers.Dense(15, 'relu'))": _WIDTH,
    "network.add(layers.Dense(16, 'relu')) -> network.add(layers.Dense(16, 'sigmoid'))": _LAYERS,
    "1 -> 2": _TRAINING,
    "1 -> 0": _TRAINING,
}

TABLE_NETWORK = Exercise(
    id="10.7",
    title="A network that scales its own inputs",
    kind="model",
    starter="""
        normalise = layers.Normalization()
        ...
        network = ...
    """,
    setup=SETUP,
    right=(
        """
        normalise = layers.Normalization()
        normalise.adapt(birds[train])
        network = keras.Sequential([
            keras.Input(shape=(4,)),
            normalise,
            layers.Dense(16, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ])
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        """,
        """
        bird = keras.Input(shape=(4,))
        mean, spread = birds[train].mean(axis=0), birds[train].std(axis=0)
        scaled = layers.Normalization(mean=mean, variance=spread**2)(bird)
        hidden = layers.Dropout(0.2)(layers.Dense(32, activation="tanh")(scaled))
        network = keras.Model(bird, layers.Dense(3, activation="softmax")(hidden))
        network.compile(keras.optimizers.SGD(0.1), keras.losses.SparseCategoricalCrossentropy(), ["accuracy"])
        """,
        """
        class Birds(keras.Model):
            def __init__(self):
                super().__init__()
                self.scale = layers.Normalization()
                self.scale.adapt(birds[train])
                self.hidden = layers.Dense(8)
                self.out = layers.Dense(3)

            def call(self, x):
                return self.out(keras.ops.relu(self.hidden(self.scale(x))))

        network = Birds()
        network.build((None, 4))
        network.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        """,
        """
        network = keras.Sequential()
        network.add(keras.Input((4,)))
        network.add(layers.Normalization())
        network.add(layers.Dense(16))
        network.add(layers.ReLU())
        network.add(layers.Dense(16, "relu"))
        network.add(layers.Dense(3))
        network.add(layers.Softmax())
        network.layers[0].adapt(birds[train])
        network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        network.fit(birds[train], species[train], epochs=1, verbose=0)
        """,
    ),
    wrong={
        "not_a_model": ["network = [layers.Dense(16), layers.Dense(3)]", f"{_NORMAL}network = normalise"],
        "no_input": [f"{_NORMAL}network = keras.Sequential([{_HIDDEN}, {_OUT}]){_COMPILE}"],
        "wrong_input": [
            f"network = keras.Sequential([keras.Input(shape=(5,)), {_HIDDEN}, {_OUT}]){_COMPILE}"
        ],
        "normalization_missing": [
            _source(_IN, _HIDDEN, _OUT),
            "x = (birds - birds[train].mean(axis=0)) / birds[train].std(axis=0)\n"
            + _source(_IN, _HIDDEN, _OUT, before=""),
        ],
        "batch_norm": [_source(_IN, "layers.BatchNormalization()", _HIDDEN, _OUT)],
        "rescaled": [_source(_IN, "layers.Rescaling(1 / 255)", _HIDDEN, _OUT)],
        "other_columns": [
            _source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("train")),
            _source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds[train]", "axis=0")),
        ],
        "of_each_bird": [_source(_IN, "layers.LayerNormalization()", _HIDDEN, _OUT)],
        "scaled_twice": [_source(_IN, "normalise", "normalise", _HIDDEN, _OUT)],
        "shares_inside": [_source(_IN, "normalise", "layers.Dense(16, activation='softmax')", _OUT)],
        "spread_for_variance": [
            _source(
                _IN,
                "normalise",
                _HIDDEN,
                _OUT,
                before="normalise = layers.Normalization(mean=birds[train].mean(axis=0), variance=birds[train].std(axis=0))\n",
            )
        ],
        "one_hot_metric": [
            _source(
                _IN,
                "normalise",
                _HIDDEN,
                _OUT,
                after=_COMPILE.replace('"accuracy"', '"categorical_accuracy"'),
            )
        ],
        "softmax_twice": [_source(_IN, "normalise", _HIDDEN, _OUT, "layers.Softmax()")],
        "too_late": [
            _source(
                _IN,
                _HIDDEN,
                "late",
                _OUT,
                before="late = layers.Normalization(mean=np.zeros(16), variance=np.ones(16))\n",
            )
        ],
        "not_adapted": [
            _source(_IN, "layers.Normalization()", _HIDDEN, _OUT, before=""),
            _source(
                _IN,
                "normalise",
                _HIDDEN,
                _OUT,
                before="normalise = layers.Normalization(mean=0.0, variance=1.0)\n",
            ),
        ],
        "adapted_to_all": [_source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds"))],
        "adapted_to_the_test": [_source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds[test]"))],
        "one_mean": [_source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds[train]", "axis=None"))],
        "other_numbers": [
            _source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds[train][:20]")),
            _source(_IN, "normalise", _HIDDEN, _OUT, before=_adapted("birds[train] / 255")),
        ],
        "no_hidden_layer": [_source(_IN, "normalise", _OUT)],
        "no_bend": [_source(_IN, "normalise", "layers.Dense(16)", _OUT)],
        "one_output": [_source(_IN, "normalise", _HIDDEN, "layers.Dense(1, activation='sigmoid')")],
        "wrong_output": [_source(_IN, "normalise", _HIDDEN, "layers.Dense(4, activation='softmax')")],
        "sigmoid_each": [_source(_IN, "normalise", _HIDDEN, "layers.Dense(3, activation='sigmoid')")],
        "wrong_activation": [
            _source(_IN, "normalise", _HIDDEN, "layers.Dense(3, activation='relu')"),
            _source(_IN, "normalise", _HIDDEN, "layers.Dense(3)"),
        ],
        "not_compiled": [_source(_IN, "normalise", _HIDDEN, _OUT, after="")],
        "one_hot_loss": [
            _source(
                _IN,
                "normalise",
                _HIDDEN,
                _OUT,
                after='\nnetwork.compile("adam", loss="categorical_crossentropy")',
            )
        ],
        "wrong_loss": [
            _source(_IN, "normalise", _HIDDEN, _OUT, after='\nnetwork.compile("adam", loss="mse")')
        ],
    },
    check=model_check(
        inputs=(4,),
        outputs=3,
        activation="softmax",
        loss="sparse_categorical_crossentropy",
        examples=lambda: measured()[0][:8],
        mistakes=MISTAKES,
        questions=(prepares,),
        success="Whoever gets this network can feed it with millimetres and grams; its means come from training rows alone.",
    ),
    equivalent=_EQUIVALENT,
    hints=(
        "The layer `normalise` has to see the training birds once, before it is used, and stands first behind the input.",
        "`normalise.adapt(birds[train])`; then `keras.Sequential` with the input of 4 numbers, `normalise`, a hidden layer, three outputs; then `compile`.",
        '    normalise.adapt(___)\n    network = keras.Sequential([\n        keras.Input(shape=(___,)),\n        ___,\n        layers.Dense(16, activation="relu"),\n        layers.Dense(___, activation="___"),\n    ])\n    network.compile(optimizer="adam", loss="___")',
    ),
)
