"""Exercise 7.1: the parameters of the spam network, before `summary()` shows them. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake, value_check
from dlcourse.exercises.lesson_07.checks import three_or_their_total

PARAMETERS = Exercise(
    id="7.1",
    title="Parameters, layer by layer",
    kind="value",
    starter="parameters = [..., ..., ...]  # of the layers with 64, 32 and 1 units",
    setup="import numpy as np\nimport keras\nfrom keras import layers\n\nkeras.utils.set_random_seed(1)",
    right=(
        "parameters = [6464, 2080, 33]",
        "parameters = (100 * 64 + 64, 64 * 32 + 32, 32 * 1 + 1)",
        "parameters = np.array([101 * 64, 65 * 32, 33])",
        """
        widths = [100, 64, 32, 1]
        parameters = [before * after + after for before, after in zip(widths, widths[1:])]
        """,
        "parameters = np.array([[6464], [2080], [33]])",
        "parameters = {'first': 6464, 'second': 2080, 'spam': 33}.values()",
        """
        network = keras.Sequential([keras.Input((100,)), layers.Dense(64), layers.Dense(32), layers.Dense(1)])
        parameters = {layer.name: layer.count_params() for layer in network.layers}
        """,
    ),
    wrong={
        "bias_forgotten": ["parameters = [6400, 2048, 32]"],
        "bias_of_the_inputs": ["parameters = [100 * 64 + 100, 64 * 32 + 64, 32 + 32]"],
        "one_bias": ["parameters = [6401, 2049, 33]"],
        "units_only": ["parameters = [64, 32, 1]"],
        "added": ["parameters = [164, 96, 33]"],
        "summed_up": ["parameters = [6464, 8544, 8577]"],
        "begins_at_the_output": ["parameters = [33, 2080, 6464]"],
        "total_alone": ["parameters = 8577", "parameters = [8577]"],
        "input_counted": ["parameters = [100, 6464, 2080, 33]", "parameters = [0, 6464, 2080, 33]"],
        "total_too": ["parameters = [6464, 2080, 33, 8577]"],
        "always_100": ["parameters = [6464, 3232, 101]"],
        "per_batch": ["parameters = [32 * 6464, 32 * 2080, 32 * 33]"],
        "odd_layer": [
            "parameters = [6464, 2080, 32]",
            "parameters = [6500, 2112, 33]",
            "parameters = [6464, 2112, 33]",
            "parameters = [4500 * 64 + 64, 4500 * 32 + 32, 4501]",
            "parameters = [2 * 64, 2 * 32, 2]",
            "parameters = [100, 64, 32]",
            "parameters = [4 * 6464, 4 * 2080, 4 * 33]",
        ],
        "wrong_value": ["parameters = [6464, 2080, 35]", "parameters = [6465, 2080, 33]"],
        "wrong_shape": ["parameters = [6464, 2080]"],
        "wrong_type": ["parameters = 'six thousand'"],
    },
    check=three_or_their_total(
        value_check(
            [6464, 2080, 33],
            rtol=0.0,
            atol=1e-3,
            mistakes={
                "bias_forgotten": Mistake(
                    [6400, 2048, 32],
                    "You give {got}: those are the weights, one for each line from a number to a unit. What does each unit add besides?",
                ),
                "bias_of_the_inputs": Mistake(
                    [6500, 2112, 64],
                    "You give {got}: as many biases as *inputs* of the layer. The bias belongs to whoever adds it: how many units are there?",
                ),
                "one_bias": Mistake(
                    [6401, 2049, 33],
                    "You give {got}: one bias for a whole layer. Each unit has its own, as each taxi had its own basic fee.",
                ),
                "units_only": Mistake(
                    [64, 32, 1],
                    "You give {got}, the units. How many weights does *one* of the 64 units need for 100 inputs?",
                ),
                "added": Mistake(
                    [164, 96, 33],
                    "You give {got}: inputs *plus* units. Every unit has a weight for every input: how many pairs are there?",
                ),
                "summed_up": Mistake(
                    [6464, 8544, 8577],
                    "You give {got}: the second number holds the first layer, too, and the third is the total. Each layer for itself, please.",
                ),
                "begins_at_the_output": Mistake(
                    [33, 2080, 6464],
                    "You give {got}: right numbers, last layer first. `summary()` lists them in the order in which a mail passes through.",
                ),
                "always_100": Mistake(
                    [6464, 3232, 101],
                    "You give {got}: 100 inputs for every layer. What goes into the second layer? Not the mail: the 64 numbers of the first.",
                ),
                "per_batch": Mistake(
                    [32 * 6464, 32 * 2080, 32 * 33],
                    "You give {got}: 32 times too many. All mails of a batch go through the same weights.",
                ),
            },
            otherwise="You give {got}. For each layer: inputs times units, and a bias for each unit. The units of one layer are "
            "the inputs of the next.",
            success="8,577 in all, and three quarters of them sit where the 100 words come in. `summary()` will say the same.",
        )
    ),
    hints=(
        "One unit of the first layer: how many numbers come to it, and what does it add at the end?",
        "The first layer: 100 inputs, 64 units. Each pair of an input and a unit has a weight, and each unit a bias.",
        "parameters = [100 * ___ + ___, ___ * 32 + ___, ___ * 1 + ___]",
    ),
)
