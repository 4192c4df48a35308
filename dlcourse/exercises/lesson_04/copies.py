"""Exercise 4.6, a network's numbers in the order Keras wants them. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_04.checks import example_only, own_arguments
from dlcourse.exercises.lesson_04.copy_mistakes import MISTAKES, for_set_weights, in_a_row, pair_cases


def _looped(*steps: str) -> str:
    """The source of an answer that takes these steps with each pair."""
    inside = "".join(f"        {step}\n" for step in steps)
    return f"def for_keras(network):\n    arrays = []\n    for weights, bias in network:\n{inside}    return arrays"


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
                arrays += [np.asarray(layer[0], dtype="float32"), np.array(layer[1])]
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
        "last_layer_missing": [
            "def for_keras(network):\n    return [array for pair in network[:-1] for array in pair]"
        ],
        "first_layer_missing": [
            "def for_keras(network):\n    return [array for pair in network[1:] for array in pair]"
        ],
        "taken_apart": [_looped("arrays.extend(weights)", "arrays.extend(bias)")],
        "bias_taken_apart": [
            _looped("arrays.append(weights)", "arrays.extend(bias)"),
            _looped("arrays += [weights]", "arrays += list(bias)"),
        ],
        "shapes_only": [_looped("arrays.append(weights.shape)", "arrays.append(bias.shape)")],
        "one_at_a_time": [
            "def for_keras(network):\n    for weights, bias in network:\n        yield weights\n        yield bias",
            "def for_keras(network):\n    return (array for pair in network for array in pair)",
            "from itertools import chain\ndef for_keras(network):\n    return chain.from_iterable(network)",
        ],
        "lists_for_arrays": [
            _looped("arrays.append(weights.tolist())", "arrays.append(bias.tolist())"),
            _looped("arrays.append(weights)", "arrays.append(list(bias))"),
        ],
        "array_added_to_the_list": [
            _looped("arrays += weights", "arrays += bias"),
            _looped("arrays = arrays + [weights]", "arrays = arrays + bias"),
        ],
        "two_layers_only": [
            "def for_keras(network):\n    (w1, b1), (w2, b2) = network\n    return [w1, b1, w2, b2]",
            "def for_keras(network):\n    return network[0] + network[1]",
        ],
        "lesson_names": [
            "def for_keras(network):\n    return [weights_1, bias_1, weights_2, bias_2]",
            "bias = np.ones(2)\n"
            "def for_keras(network):\n    arrays = []\n    for w, b in network:\n        arrays += [w, bias]\n    return arrays",
            "def for_keras(network):\n    return model.get_weights()",
        ],
        "raised": [
            "def for_keras(network):\n    return np.array(network).reshape(-1)",
            "def for_keras(network):\n    w1, b1, w2, b2 = network\n    return [w1, b1, w2, b2]",
        ],
        "wrong_length": ["def for_keras(network):\n    return []"],
    },
    check=own_arguments(
        example_only(
            for_set_weights(
                function_check(
                    in_a_row,
                    arguments=("network",),
                    cases=pair_cases,
                    mistakes=MISTAKES,
                    success="Weights, bias, weights, bias: the order of `get_weights()` as well, so numbers can go both ways.",
                )
            ),
            pair_cases(np.random.default_rng(46))[:1],
            in_a_row,
            "two_layers_only",
            "With two layers you are right. But a network may have one layer, or four. How do you go through a list without knowing "
            "how long it is?",
        ),
        ("weights_1", "bias_1", "weights_2", "bias_2", "model", "digits", "twin", "taxis", "weights", "bias"),
        "What is the list of pairs called between the brackets of `def`, and what have you called the two in a pair?",
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
