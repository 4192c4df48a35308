"""Exercise 4.6, a network's numbers in the order Keras wants them. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import (
    Exercise,
    Mistake,
    Seen,
    function_check,
)
from dlcourse.exercises.lesson_04.checks import Network, halves, random_network


def in_a_row(network: Network) -> tuple[np.ndarray, ...]:
    """The reference of exercise 4.6: weights, bias, weights, bias, ..."""
    return tuple(array for pair in network for array in pair)


def pair_cases(rng: np.random.Generator) -> list[tuple]:
    """The smallest network of two layers; then one to four layers, no two widths alike."""
    small = [(np.array([[1.0, 2.0]]), np.array([3.0, 4.0])), (np.array([[5.0], [6.0]]), np.array([7.0]))]
    others = ([3, 2, 4], [2, 3], [4, 3, 2, 5], [2, 5, 3, 4, 6])
    return [
        (small,),
        *((random_network(rng, widths),) for widths in others),
        ([(halves(rng, 2, 2), halves(rng, 2))],),
    ]


def _parts(seen: Seen) -> str:
    return f"{len(seen.inputs['network'])} layers"


_SMALL = "For `network = [([[1, 2]], [3, 4]), ([[5], [6]], [7])]` "
FOR_KERAS = Exercise(
    id="4.6",
    title="Numbers for Keras",
    kind="function",
    starter="""
        def for_keras(network):
            ...
    """,
    setup="import numpy as np\nimport keras\nfrom keras import layers",
    right=(
        """
        def for_keras(network):
            arrays = []
            for weights, bias in network:
                arrays.append(weights)
                arrays.append(bias)
            return arrays
        """,
        "def for_keras(network):\n    return [array for pair in network for array in pair]",
        "def for_keras(network):\n    return sum([[weights, bias] for weights, bias in network], [])",
        """
        def for_keras(network):
            arrays = ()
            for pair in network:
                arrays = (*arrays, *pair)
            return arrays
        """,
        """
        def for_keras(network):
            arrays = []
            for layer in network:
                arrays += [np.asarray(layer[0], dtype="float32"), layer[1].tolist()]
            return arrays
        """,
    ),
    wrong={
        "still_pairs": [
            "def for_keras(network):\n    return network",
            "def for_keras(network):\n    return [[weights, bias] for weights, bias in network]",
        ],
        "all_weights_first": [
            "def for_keras(network):\n    return [w for w, b in network] + [b for w, b in network]"
        ],
        "two_lists": ["def for_keras(network):\n    return [w for w, b in network], [b for w, b in network]"],
        "bias_first": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays += [bias, weights]
                return arrays
            """
        ],
        "weights_transposed": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays += [weights.T, bias]
                return arrays
            """
        ],
        "bias_two_dimensions": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays += [weights, bias.reshape(1, -1)]
                return arrays
            """
        ],
        "bias_a_column": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays += [weights, bias.reshape(-1, 1)]
                return arrays
            """
        ],
        "flattened": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays += [weights.ravel(), bias]
                return arrays
            """
        ],
        "one_long_row": [
            """
            def for_keras(network):
                numbers = []
                for weights, bias in network:
                    numbers.extend(weights.ravel())
                    numbers.extend(bias)
                return numbers
            """
        ],
        "stacked": [
            "def for_keras(network):\n    return [np.vstack([weights, bias]) for weights, bias in network]"
        ],
        "last_bias_only": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays.append(weights)
                arrays.append(bias)
                return arrays
            """
        ],
        "weights_twice": [
            "def for_keras(network):\n    return [array for pair in network for array in (pair[0], pair[0])]"
        ],
        "each_in_a_list": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays.append([weights])
                    arrays.append([bias])
                return arrays
            """
        ],
        "added": ["def for_keras(network):\n    return [weights + bias for weights, bias in network]"],
        "weights_only": ["def for_keras(network):\n    return [weights for weights, bias in network]"],
        "biases_only": ["def for_keras(network):\n    return [bias for weights, bias in network]"],
        "first_layer_only": [
            "def for_keras(network):\n    weights, bias = network[0]\n    return [weights, bias]",
            "def for_keras(network):\n    for weights, bias in network:\n        return [weights, bias]",
        ],
        "last_layer_only": [
            """
            def for_keras(network):
                for weights, bias in network:
                    arrays = [weights, bias]
                return arrays
            """
        ],
        "layers_reversed": [
            "def for_keras(network):\n    return [array for pair in network[::-1] for array in pair]"
        ],
        "input_layer_added": [
            """
            def for_keras(network):
                arrays = [np.array([])]
                for weights, bias in network:
                    arrays += [weights, bias]
                return arrays
            """
        ],
        "returns_none": [
            """
            def for_keras(network):
                arrays = []
                for weights, bias in network:
                    arrays = arrays.append(weights)
                    arrays = [weights, bias]
            """,
            "def for_keras(network):\n    arrays = []\n    return arrays.extend(network[0])",
        ],
        "raised": ["def for_keras(network):\n    return np.array(network).reshape(-1)"],
        "wrong_length": ["def for_keras(network):\n    return []"],
    },
    check=function_check(
        in_a_row,
        arguments=("network",),
        cases=pair_cases,
        mistakes={
            "still_pairs": Mistake(
                lambda network: tuple(tuple(pair) for pair in network),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} pairs. Keras wants the arrays themselves, one after the "
                    "other: how many are there in all?"
                ),
            ),
            "all_weights_first": Mistake(
                lambda network: (*(w for w, _ in network), *(b for _, b in network)),
                _SMALL
                + "you return first all weights, then all biases. Keras goes layer by layer: a layer's weights, then "
                "its bias, and then the next layer.",
            ),
            "two_lists": Mistake(
                lambda network: (tuple(w for w, _ in network), tuple(b for _, b in network)),
                "You return two lists, one of the weights and one of the biases. Keras wants a single one, layer by layer.",
            ),
            "bias_first": Mistake(
                lambda network: tuple(array for w, b in network for array in (b, w)),
                _SMALL + "you return each layer's bias before its weights. Keras has the weights first.",
            ),
            "weights_transposed": Mistake(
                lambda network: tuple(array for w, b in network for array in (w.T, b)),
                _SMALL
                + "your first array has the shape (2, 1): a row for each *neuron*. Keras has a row for each input and "
                "a column for each neuron, just as we have here, so nothing needs turning.",
            ),
            "bias_two_dimensions": Mistake(
                lambda network: tuple(array for w, b in network for array in (w, b.reshape(1, -1))),
                _SMALL
                + "your first bias has the shape (1, 2). In Keras it is a plain row, (2,), just as it is here.",
            ),
            "bias_a_column": Mistake(
                lambda network: tuple(array for w, b in network for array in (w, b.reshape(-1, 1))),
                _SMALL
                + "your first bias has the shape (2, 1). In Keras it is a plain row, (2,), just as it is here.",
            ),
            "flattened": Mistake(
                lambda network: tuple(array for w, b in network for array in (w.ravel(), b)),
                _SMALL
                + "your first array has the shape (2,). The weights keep their rows and columns, (1, 2).",
            ),
            "one_long_row": Mistake(
                lambda network: np.concatenate([array.ravel() for array in in_a_row(network)]),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} single numbers. Keras wants whole arrays: for each layer its "
                    "weights, with rows and columns, and its bias."
                ),
            ),
            "stacked": Mistake(
                lambda network: tuple(np.vstack([w, b]) for w, b in network),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays, the bias put below the weights. Keras keeps the "
                    "two apart: two arrays a layer."
                ),
            ),
            "last_bias_only": Mistake(
                lambda network: (*(w for w, _ in network), network[-1][1]),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: all weights, but only the last bias. Does the line that "
                    "appends the bias stand inside the loop?"
                ),
            ),
            "weights_twice": Mistake(
                lambda network: tuple(array for w, _ in network for array in (w, w)),
                _SMALL + "you return the weights of each layer twice, and no bias.",
            ),
            "each_in_a_list": Mistake(
                lambda network: tuple(array[np.newaxis] for pair in network for array in pair),
                _SMALL
                + "you return each array in a list of its own, which gives it one dimension more. Append the array "
                "itself, without square brackets around it.",
            ),
            "added": Mistake(
                lambda network: tuple(w + b for w, b in network),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: `weights + bias` *adds* the numbers. Both arrays go "
                    "into the list, one after the other."
                ),
            ),
            "weights_only": Mistake(
                lambda network: tuple(w for w, _ in network),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: the weights. The biases are missing."
                ),
            ),
            "biases_only": Mistake(
                lambda network: tuple(b for _, b in network),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: the biases. The weights are missing."
                ),
            ),
            "first_layer_only": Mistake(
                lambda network: tuple(network[0]),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: those of the first layer. Does a loop return "
                    "before it has come to the next?"
                ),
            ),
            "last_layer_only": Mistake(
                lambda network: tuple(network[-1]),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays: those of the last layer. What keeps the ones "
                    "before it?"
                ),
            ),
            "layers_reversed": Mistake(
                lambda network: in_a_row(network[::-1]),
                _SMALL + "you begin with the last layer. Keras begins where the input comes in.",
            ),
            "input_layer_added": Mistake(
                lambda network: (np.array([]), *in_a_row(network)),
                lambda seen: (
                    f"For {_parts(seen)} you return {len(seen.got)} arrays, an empty one first. The input has neither "
                    "weights nor a bias: it is left out."
                ),
            ),
        },
        success="Weights, bias, weights, bias: the order of `get_weights()` as well, so numbers can go both ways.",
    ),
    equivalent={
        "np.asarray(layer[0], dtype='float32') -> np.asarray(layer[0])": "the same numbers; Keras rounds them itself",
    },
    hints=(
        "For two layers the result is a list of four arrays. Which ones, in which order?",
        "Start with an empty list; go through the pairs; put first the weights, then the bias at the end of your list.",
        """
        def for_keras(network):
            arrays = []
            for weights, bias in network:
                arrays.append(___)
                arrays.append(___)
            return ___
        """,
    ),
)
