"""Exercise 10.7: a network for a table, with the standardising inside. How it is judged, and the declaration."""

from __future__ import annotations

from functools import cache

import numpy as np

from dlcourse.checking import Exercise, LayerFacts, ModelFacts, ModelMistake, NotYet, model_check
from dlcourse.checking.models import outputs_of

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
_NEAR = 0.02  # of a standard deviation: float32 and a variance that is added to stay far below; other rows' means do not


@cache
def _birds() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All birds, the numbers of the training rows and of the test rows, as in SETUP."""
    from dlcourse import datasets

    table = datasets.penguins().dropna(subset=["body_mass_g"])
    columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    order = np.random.default_rng(0).permutation(len(table))
    return table[columns].to_numpy("float32"), order[137:], order[:137]


def _first(facts: ModelFacts) -> LayerFacts | None:
    """The layer that stands first; one that changes no number is passed over."""
    kept = [layer for layer in facts.layers if layer.kind not in ("Flatten", "Identity", "Reshape")]
    return kept[0] if kept else None


def _dense(facts: ModelFacts) -> list[LayerFacts]:
    return [layer for layer in facts.layers if layer.kind == "Dense"]


def _bends(facts: ModelFacts) -> bool:
    """Does an activation stand between the first Dense layer and the last?"""
    places = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    return any(layer.activation not in (None, "linear") for layer in facts.layers[places[0] : places[-1]])


def _standardised(facts: ModelFacts, rows: np.ndarray, *, ddof: int = 0) -> bool:
    """Does the first layer give these rows the mean 0 and the spread 1, in every column?"""
    x = _birds()[0]
    made = outputs_of(_first(facts).layer, x[:])
    wanted = (x - x[rows].mean(axis=0)) / x[rows].std(axis=0, ddof=ddof)
    return made.shape == wanted.shape and bool(np.abs(made - wanted).max() < _NEAR)


def _prepares(facts: ModelFacts) -> NotYet | None:
    """Ask what the first layer makes of the birds."""
    x, train, test = _birds()
    if _standardised(facts, train) or _standardised(facts, train, ddof=1):
        return None
    made = outputs_of(_first(facts).layer, x[:])
    if made.shape == x.shape and np.abs(made - x).max() < 1e-2:
        return NotYet(
            "not_adapted",
            "Your `Normalization` has not seen any birds yet: what comes out is what went in. `adapt` lets it learn its means and spreads.",
        )
    if _standardised(facts, np.arange(len(x))):
        return NotYet(
            "adapted_to_all",
            "Your `Normalization` knows the means of *all* birds, those of the test too. Adapt it to `birds[train]`.",
        )
    if _standardised(facts, test):
        return NotYet(
            "adapted_to_the_test",
            "Your `Normalization` knows the means of the *test* birds. What is learned is learned from the training rows.",
        )
    x_train = x[train]
    if made.shape == x.shape and np.allclose(made, (x - x_train.mean()) / x_train.std(), atol=_NEAR):
        return NotYet(
            "one_mean",
            "Your `Normalization` has one mean for millimetres and grams together (`axis=None`). Each column needs its own: leave `axis` as it is.",
        )
    return NotYet(
        "other_numbers",
        "Behind your first layer the training birds have not the mean 0 and the spread 1 in every column. Which rows, and in which form, did "
        "you give to `adapt`?",
    )


def _softmax_missing(facts: ModelFacts) -> bool:
    return facts.units == 3 and facts.activation == "sigmoid"


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
_BUILD = "only the building of a subclassed model differs; it takes four columns all the same"
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
    "layers.Dense(32, activation='tanh')(scaled) -> layers.Dense(32, activation='softmax')(scaled)": _LAYERS,
    "network.compile(optimizer='adam', loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)) -> network.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))": _COMPILED,
    "network.build((None, 4)) -> network.build((4,))": _BUILD,
    "network.build((None, 4)) -> network.build((None,))": _BUILD,
    "network.build((None, 4)) -> network.build((None, 5))": _BUILD,
    "network.build((None, 4)) -> network.build((None, 3))": _BUILD,
    "layers.Dense(8, activation='relu') -> layers.Dense(9, activation='relu')": _WIDTH,
    "layers.Dense(8, activation='relu') -> layers.Dense(7, activation='relu')": _WIDTH,
    "layers.Dense(8, activation='relu') -> layers.Dense(8, activation='sigmoid')": _LAYERS,
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
                self.hidden = layers.Dense(8, activation="relu")
                self.out = layers.Dense(3)

            def call(self, x):
                return self.out(self.hidden(self.scale(x)))

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
        examples=lambda: _birds()[0][:8],
        mistakes={
            "batch_norm": ModelMistake(
                "layers",
                lambda facts: bool(_first(facts)) and _first(facts).kind == "BatchNormalization",
                "Your first layer is `BatchNormalization`: it goes by the batch at hand while training, and learns. Here the means are "
                "measured once, on the training rows: `Normalization`, with `adapt`.",
            ),
            "rescaled": ModelMistake(
                "layers",
                lambda facts: bool(_first(facts)) and _first(facts).kind == "Rescaling",
                "Your first layer is `Rescaling`: it divides all columns by the same number, as suits pixels. Millimetres and grams need a "
                "mean and a spread for each column.",
            ),
            "normalization_missing": ModelMistake(
                "layers",
                lambda facts: not facts.of("Normalization"),
                "Your network has no `Normalization` layer ({kinds}), so raw millimetres and grams go into its first weights. If you scale outside, "
                "everybody who uses the network has to know your means.",
            ),
            "too_late": ModelMistake(
                "layers",
                lambda facts: _first(facts).kind != "Normalization",
                "Your `Normalization` does not stand first ({kinds}). The layers before it get raw millimetres and grams.",
            ),
            "no_hidden_layer": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) == 1,
                "Your network has one Dense layer, so it is logistic regression with softmax. That is a good model for birds; here a hidden "
                "layer is asked.",
            ),
            "no_bend": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) > 1 and not _bends(facts),
                "Between your Dense layers there is no activation, so together they make one weighted sum (lesson 3).",
            ),
            "one_output": ModelMistake(
                "output",
                lambda facts: facts.units == 1,
                "Your network gives one number for a bird. There are three species: a share for each.",
            ),
            "sigmoid_each": ModelMistake(
                "activation",
                _softmax_missing,
                "Your three outputs have a sigmoid each, so they need not add up to 1. A bird is of exactly one species: which activation makes shares?",
            ),
            "one_hot_loss": ModelMistake(
                "loss",
                lambda facts: facts.loss == "categorical_crossentropy",
                "Your loss wants one-hot rows. `species` holds class indices, 0, 1 or 2: the loss for those begins with `sparse_`.",
            ),
        },
        questions=(_prepares,),
        success="Whoever gets this network can feed it with millimetres and grams; its means come from training rows alone.",
    ),
    equivalent=_EQUIVALENT,
    hints=(
        "The layer `normalise` has to see the training birds once, before it is used, and stands first behind the input.",
        "`normalise.adapt(birds[train])`; then `keras.Sequential` with the input of 4 numbers, `normalise`, a hidden layer, three outputs; then `compile`.",
        '    normalise.adapt(___)\n    network = keras.Sequential([\n        keras.Input(shape=(___,)),\n        ___,\n        layers.Dense(16, activation="relu"),\n        layers.Dense(___, activation="___"),\n    ])\n    network.compile(optimizer="adam", loss="___")',
    ),
)
