"""Exercises 5.3 and 5.4: which loss for which task, and why accuracy is none. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check
from dlcourse.exercises.lesson_05.checks import pairs

_MASS = '("linear", "mean_squared_error")'
_GENTOO = '("sigmoid", "binary_crossentropy")'
_SPECIES = '("softmax", "categorical_crossentropy")'


def _pairs(mass: str = _MASS, gentoo: str = _GENTOO, species: str = _SPECIES) -> str:
    return f"pairs = [\n    {mass},\n    {gentoo},\n    {species},\n]"


WHICH_PAIRS = Exercise(
    id="5.3",
    title="Activation and loss belong together",
    kind="value",
    starter="""
        pairs = [
            (..., ...),  # the mass of a penguin in kilograms
            (..., ...),  # Gentoo or not: one neuron, targets 1 and 0
            (..., ...),  # one of three species: three neurons, targets one-hot
        ]
    """,
    right=(
        _pairs(),
        """
        pairs = {
            "mass": ["linear", "mse"],
            "Gentoo": ["sigmoid", "binary_crossentropy"],
            "species": ["softmax", "categorical_crossentropy"],
        }
        """,
        """
        activations = ("Linear", "Sigmoid", "Softmax")
        losses = ("MeanSquaredError", "BinaryCrossentropy", "CategoricalCrossentropy")
        pairs = list(zip(activations, losses))
        """,
        _pairs(mass='(None, "MSE")', gentoo='["Sigmoid", "BinaryCrossentropy"]'),
        _pairs(mass='("linear", "mean absolute error")', species='("softmax", "categorical cross-entropy")'),
    ),
    wrong={
        "mass_bent": [
            _pairs(mass='("sigmoid", "mean_squared_error")'),
            _pairs(mass='("relu", "mse")'),
            _pairs(mass='("softmax", "mse")'),
            _pairs(mass='("tanh", "mse")'),
        ],
        "mass_judged_as_probability": [_pairs(mass='("linear", "categorical_crossentropy")')],
        "softmax_of_one": [
            _pairs(gentoo='("softmax", "binary_crossentropy")'),
            _pairs(gentoo='("softmax", "categorical_crossentropy")'),
        ],
        "sigmoid_categorical_of_one": [_pairs(gentoo='("sigmoid", "categorical_crossentropy")')],
        "yes_no_squared": [_pairs(gentoo='("sigmoid", "mse")'), _pairs(gentoo='("linear", "mse")')],
        "yes_no_not_a_probability": [
            _pairs(gentoo='("linear", "binary_crossentropy")'),
            _pairs(gentoo='("tanh", "binary_crossentropy")'),
            _pairs(gentoo='("relu", "categorical_crossentropy")'),
        ],
        "sigmoid_categorical": [_pairs(species='("sigmoid", "categorical_crossentropy")')],
        "sigmoid_binary": [_pairs(species='("sigmoid", "binary_crossentropy")')],
        "softmax_binary": [_pairs(species='("softmax", "binary_crossentropy")')],
        "sparse": [_pairs(species='("softmax", "sparse_categorical_crossentropy")')],
        "species_squared": [_pairs(species='("softmax", "mean_squared_error")')],
        "species_not_probabilities": [
            _pairs(species='("linear", "categorical_crossentropy")'),
            _pairs(species='("relu", "categorical_crossentropy")'),
        ],
        "exchanged": [_pairs(mass='("mean_squared_error", "linear")')],
        "unknown_name": [_pairs(mass='("straight", "mse")'), _pairs(mass='("any number", "a number")')],
        "step_has_no_slope": [_pairs(gentoo='("step", "binary_crossentropy")')],
        "accuracy_for_loss": [_pairs(gentoo='("sigmoid", "accuracy")')],
        "which_crossentropy": [
            _pairs(gentoo='("sigmoid", "crossentropy")'),
            _pairs(species='("softmax", "cross-entropy")'),
        ],
        "not_three_pairs": ['pairs = ["linear", "sigmoid", "softmax"]', f"pairs = [{_MASS}]"],
    },
    check=pairs,
    equivalent={
        "'mass' -> 'massx'": "the order tells which pair is which",
        "'Gentoo' -> 'Gentoox'": "the order tells which pair is which",
        "'species' -> 'speciesx'": "the order tells which pair is which",
        "['linear', 'mse'] -> ['linear', 'mae']": "the mean absolute error is a loss for numbers, too",
    },
    hints=(
        "Ask of each task: what must come out of the last layer? Any number, one probability, or shares that add up to 1?",
        "The table above has one row for each of the three. The names stand in it as Keras spells them.",
        'pairs = [\n    ("linear", "mean_squared_error"),\n    ("___", "binary_crossentropy"),\n    ("softmax", "___"),\n]',
    ),
)

WHY_NOT_ACCURACY = Exercise(
    id="5.4",
    title="Why accuracy is no loss",
    kind="choice",
    starter="...",
    right=('"b"', "'B'"),
    wrong={
        "only_the_sign": ['"a"'],
        "less_exact": ['"c"'],
        "never_perfect": ['"d"'],
        "not_a_choice": ['"e"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "only_the_sign",
                "If that were all, 1 minus the accuracy would do: it falls as the network gets better. Nudge a weight a "
                "little: how would 1 minus the accuracy answer, in most of the tries you have just seen?",
            ),
            "c": (
                "less_exact",
                "Accuracy is computed exactly, from the same outputs, and about as fast. What did it *do* when a weight "
                "was nudged?",
            ),
            "d": (
                "never_perfect",
                "Nor does cross-entropy ever reach 0 on real data. To know which way to turn a weight, nobody needs to "
                "arrive. What is needed at each place?",
            ),
        },
        success="A loss must answer every nudge, however small. Accuracy sleeps until a tumour changes sides, and then it jumps.",
    ),
    hints=(
        "Think of one weight that is a little wrong. How would you find out which way to turn it?",
        "Look at the two curves again: what is the slope of each at a place picked at random?",
        "At a random place accuracy is level, so its slope is ___, and a nudge says ___ about the direction.",
    ),
)
