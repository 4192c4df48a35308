"""Exercise 3.11: a Keras model for three species. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, ModelFacts, ModelMistake, model_check, outputs_of, show
from dlcourse.exercises.lesson_03.checks import shares_by_bird, without_bend
from dlcourse.exercises.lesson_03.errors import OWN_FUNCTION, told_by_line
from dlcourse.exercises.lesson_03.species_wrong import WRONG


def _numbers(facts: ModelFacts) -> str:
    """What the model gives for two birds, and what that adds up to."""
    birds = np.array([[1.0, -1.0, 0.5, 2.0]], dtype="float32")
    made = outputs_of(facts.model, birds)[0].astype(float)
    return f"{show(made.round(3))}, together {show(round(float(made.sum()), 3))}"


def _activations(facts: ModelFacts, first: int, last: int) -> list[str]:
    """What bends from the layer at `first` up to, but not with, that at `last`."""
    return [
        layer.activation for layer in facts.layers[first:last] if layer.activation not in (None, "linear")
    ]


def _places(facts: ModelFacts) -> list[int]:
    return [place for place, layer in enumerate(facts.layers) if layer.units]


def _before_softmax(facts: ModelFacts) -> str:
    """The activation that changes the last weighted sums before softmax gets them; empty if there is none."""
    places = _places(facts)
    bends = _activations(facts, places[-1], len(facts.layers)) if places else []
    return bends[0] if len(bends) > 1 and "softmax" not in bends[0] else ""


def _behind_softmax(facts: ModelFacts) -> str:
    """The activation that changes the probabilities once softmax has made them; empty if there is none."""
    places = _places(facts)
    bends = _activations(facts, places[-1], len(facts.layers)) if places else []
    return bends[-1] if len(bends) > 1 and any("softmax" in bend for bend in bends[:-1]) else ""


def _bent_at_the_inputs(facts: ModelFacts) -> bool:
    """Is the first `Dense` behind a bend, and none between it and the last?"""
    places = _places(facts)
    if len(places) < 2:
        return False
    return bool(_activations(facts, 0, places[0])) and not _activations(facts, places[0], places[-1])


BIRDS = np.random.default_rng(4).normal(size=(6, 4)).astype("float32")


SPECIES = Exercise(
    id="3.11",
    title="A network for three species",
    kind="model",
    starter="species = ...",
    setup="import numpy as np\nimport keras\nfrom keras import layers\n\nfrom dlcourse import scratch\n\nkeras.utils.set_random_seed(3)",
    right=(
        """
        species = keras.Sequential([
            keras.Input(shape=(4,)),
            layers.Dense(8, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ])
        """,
        """
        inputs = keras.Input(shape=(4,))
        hidden = layers.Dense(16, activation="tanh")(inputs)
        hidden = layers.Dense(16, activation="gelu")(hidden)
        species = keras.Model(inputs, layers.Dense(3, activation="softmax")(hidden))
        """,
        """
        species = keras.Sequential()
        species.add(keras.Input(shape=(4,)))
        species.add(layers.Dense(8))
        species.add(layers.ReLU())
        species.add(layers.Dense(3))
        species.add(layers.Softmax())
        """,
        """
        species = keras.Sequential([
            keras.Input((4,)),
            layers.Dense(10, activation=keras.activations.leaky_relu),
            layers.Dense(3),
            layers.Activation(keras.activations.softmax),
        ])
        """,
        """
        import tensorflow as tf

        species = keras.Sequential([
            keras.Input((4,)),
            layers.Dense(8, activation=layers.ReLU()),
            layers.Dense(3, activation=tf.nn.softmax),
        ])
        """,
    ),
    wrong=WRONG,
    check=told_by_line(
        model_check(
        inputs=(4,),
        outputs=3,
        activation=("softmax", "softmax_v2"),  # TensorFlow's own calls itself so
        examples=BIRDS,
        mistakes={
            "one_number": ModelMistake(
                "output",
                lambda facts: facts.units == 1,
                "For one bird your network gives one number. Three species need three: one probability for each.",
            ),
            "behind_softmax": ModelMistake(
                "activation",
                lambda facts: bool(_behind_softmax(facts)),
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. Softmax has made probabilities, and behind it comes "
                    f"`{_behind_softmax(facts)}`. Softmax's own numbers are asked: it stands last, and once."
                ),
            ),
            "softmax_inside": ModelMistake(
                "activation",
                lambda facts: sum(layer.activation == "softmax" for layer in facts.layers) > 1,
                "A hidden layer of yours has softmax: its neurons share out 1 among them, so that each is small and one's gain "
                "is the others' loss. Softmax belongs to the output; a hidden layer takes a bend that looks at one number alone.",
            ),
            "no_hidden": ModelMistake(
                "activation",
                lambda facts: facts.kinds.count("Dense") == 1 and facts.activation == "softmax",
                "There is one layer: measurements go straight into the output. Asked is a hidden layer with a bend in front of it.",
            ),
            "squeezed_logits": ModelMistake(
                "activation",
                lambda facts: facts.activation == "softmax" and bool(_before_softmax(facts)),
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. Between the output layer's weighted sums and softmax stands "
                    f"`{_before_softmax(facts)}`. Softmax is made for any numbers, also below 0: which of them does "
                    f"`{_before_softmax(facts)}` let through to it?"
                ),
            ),
            "bend_at_the_inputs": ModelMistake(
                "activation",
                lambda facts: facts.activation == "softmax" and _bent_at_the_inputs(facts),
                "The bend stands in front of the first `Dense`, where the measurements come in. Between your two `Dense` layers there is "
                "none, so those two are one. Where does a hidden layer's activation belong?",
            ),
            "sigmoid_for_exclusive": ModelMistake(
                "activation",
                lambda facts: facts.activation == "sigmoid",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}: a sigmoid for each species alone. A bird has exactly one "
                    "species, so the three probabilities must add up to 1. Which activation sees to that?"
                ),
            ),
            "logits_only": ModelMistake(
                "activation",
                lambda facts: facts.activation == "linear",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. These are logits, any numbers; probabilities are asked. "
                    "Which activation makes them so?"
                ),
            ),
            "relu_at_the_end": ModelMistake(
                "activation",
                lambda facts: facts.activation == "relu",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. ReLU at the output gives 0 or any number above it. Probabilities "
                    "add up to 1: which activation belongs here?"
                ),
            ),
        },
        questions=(shares_by_bird, without_bend),
        success="Bends inside, softmax at the end. Its numbers are still random; in lesson 7 it learns.",
    ),
        {"own_function": OWN_FUNCTION},
    ),
    equivalent={
        **dict.fromkeys(
            (
                "layers.Dense(8, activation='relu') -> layers.Dense(9, activation='relu')",
                "layers.Dense(8, activation='relu') -> layers.Dense(7, activation='relu')",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(17, activation='tanh')(inputs)",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(15, activation='tanh')(inputs)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(17, activation='gelu')(hidden)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(15, activation='gelu')(hidden)",
                "species.add(layers.Dense(8)) -> species.add(layers.Dense(9))",
                "species.add(layers.Dense(8)) -> species.add(layers.Dense(7))",
                "10 -> 11",
                "10 -> 9",
            ),
            "any number of hidden neurons is right",
        ),
        **dict.fromkeys(
            (
                "layers.Dense(8, activation='relu') -> layers.Dense(8, activation='sigmoid')",
                "deleted: hidden = layers.Dense(16, activation='gelu')(hidden)",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(16)(inputs)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(16)(hidden)",
            ),
            "any bend between input and output is right",
        ),
    },
    hints=(
        "Three entries: what comes in, a hidden layer with a bend, an output layer.",
        '`layers.Dense(8, activation="relu")` is eight neurons with ReLU. How many neurons has the output, and which activation makes '
        "numbers that add up to 1?",
        """
        species = keras.Sequential([
            keras.Input(shape=(___,)),
            layers.Dense(8, activation=___),
            layers.Dense(___, activation=___),
        ])
        """,
    ),
)  # fmt: skip
