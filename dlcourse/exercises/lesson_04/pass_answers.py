"""Exercise 4.4: its solution, and answers that make each of its mistakes."""

from __future__ import annotations

SKELETON = """
def forward(x, network):
    for weights, bias in network[:-1]:
        x = relu(x @ weights + bias)
    weights, bias = network[-1]
    return softmax(x @ weights + bias)
"""


def _changed(old: str, new: str) -> str:
    """The solution of 4.4 with one piece exchanged."""
    if old not in SKELETON:
        raise ValueError(f"no {old!r} in the solution")
    return SKELETON.replace(old, new)


_LAST = "softmax(x @ weights + bias)"


def _by_number(bent: str) -> str:
    """The source of a `forward` that gives relu to the layers for whose number `bent` holds, and softmax to others."""
    return (
        "def forward(x, network):\n    for number, (weights, bias) in enumerate(network):\n        x = x @ weights + bias\n"
        f"        x = relu(x) if {bent} else softmax(x)\n    return x"
    )


WRONG = {
    "weights_transposed": [
        _changed("relu(x @ weights +", "relu(x @ weights.T +").replace(
            "softmax(x @ weights", "softmax(x @ weights.T"
        )
    ],
    "bias_on_the_wrong_axis": [SKELETON.replace("+ bias)", "+ bias.reshape(-1, 1))")],
    "layers_reversed": [
        SKELETON.replace("network[:-1]", "network[:0:-1]").replace("network[-1]", "network[0]")
    ],
    "each_layer_from_x": [
        """
        def forward(x, network):
            for weights, bias in network:
                hidden = relu(x @ weights + bias)
                outputs = softmax(x @ weights + bias)
            return outputs
        """
    ],
    "weights_first": [SKELETON.replace("x @ weights", "weights @ x")],
    "first_layer_left_out": [_changed("network[:-1]", "network[1:-1]")],
    "hidden_layers_from_x": [
        """
        def forward(x, network):
            hidden = x
            for weights, bias in network[:-1]:
                hidden = relu(x @ weights + bias)
            weights, bias = network[-1]
            return softmax(hidden @ weights + bias)
        """
    ],
    "result_dropped": [
        """
        def forward(x, network):
            for weights, bias in network:
                relu(x @ weights + bias)
            return softmax(x)
        """
    ],
    "activations_exchanged": [
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = softmax(x @ weights + bias)
            weights, bias = network[-1]
            return relu(x @ weights + bias)
        """
    ],
    "softmax_before_the_sum": [_changed(_LAST, "softmax(x) @ weights + bias")],
    "bias_behind_softmax": [_changed(_LAST, "softmax(x @ weights) + bias")],
    "divided_by_the_sum": [
        _changed("return " + _LAST, "z = x @ weights + bias\n    return z / z.sum(axis=1, keepdims=True)")
    ],
    "relu_and_divided": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = relu(x @ weights + bias)
            return x / x.sum(axis=1, keepdims=True)
        """
    ],
    "first_row_only": [_changed(_LAST, _LAST + "[:1]")],
    "last_example_only": [
        """
        def forward(x, network):
            for example in x:
                for weights, bias in network[:-1]:
                    example = relu(example @ weights + bias)
                weights, bias = network[-1]
                shares = softmax(example @ weights + bias)
            return shares
        """
    ],
    "relu_and_softmax_twice": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = relu(x @ weights + bias)
            return softmax(softmax(x))
        """
    ],
    "relu_one_too_late": [
        """
        def forward(x, network):
            for i, (weights, bias) in enumerate(network):
                x = x @ weights + bias
                if i > 0:
                    x = relu(x)
            return softmax(x)
        """
    ],
    "relu_only_at_the_end": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = x @ weights + bias
            return relu(x)
        """
    ],
    "input_activated": [SKELETON.replace("    for", "    x = relu(x)\n    for")],
    "relu_of_each_part": [_changed("relu(x @ weights + bias)", "relu(x @ weights) + relu(bias)")],
    "rounded": [_changed(_LAST, f"np.round({_LAST})")],
    "first_layer_relu_softmax": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = relu(x @ weights + bias)
                return softmax(x)
        """
    ],
    "softmax_forgotten": [_changed(_LAST, "x @ weights + bias")],
    "softmax_twice": [
        _changed(_LAST, "softmax(softmax(x @ weights + bias))"),
        """
        def forward(x, network):
            for i, (weights, bias) in enumerate(network):
                x = x @ weights + bias
                x = softmax(x) if i == len(network) - 1 else relu(x)
            return softmax(x)
        """,
    ],
    "relu_at_the_last_too": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = relu(x @ weights + bias)
            return softmax(x)
        """
    ],
    "relu_for_softmax": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = relu(x @ weights + bias)
            return x
        """
    ],
    "softmax_everywhere": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = softmax(x @ weights + bias)
            return x
        """,
        _changed("relu(", "softmax("),
    ],
    "no_activation_between": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = x @ weights + bias
            return softmax(x)
        """
    ],
    "linear_all_the_way": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = x @ weights + bias
            return x
        """
    ],
    "sigmoid_between": [_changed("relu(x @ weights + bias)", "1 / (1 + np.exp(-(x @ weights + bias)))")],
    "tanh_between": [_changed("relu(", "np.tanh(")],
    "sigmoid_at_the_end": [_changed(_LAST, "1 / (1 + np.exp(-(x @ weights + bias)))")],
    "softmax_over_the_batch": [
        _changed("return " + _LAST, "p = np.exp(x @ weights + bias)\n    return p / p.sum(axis=0)"),
        _changed(_LAST, "softmax(x @ weights + bias, axis=0)"),
    ],
    "softmax_over_everything": [
        _changed("return " + _LAST, "p = np.exp(x @ weights + bias)\n    return p / p.sum()")
    ],
    "bias_forgotten": [SKELETON.replace(" + bias)", ")")],
    "last_bias_forgotten": [_changed(_LAST, "softmax(x @ weights)")],
    "bias_behind_relu": [_changed("relu(x @ weights + bias)", "relu(x @ weights) + bias")],
    "last_layer_left_out": [
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = relu(x @ weights + bias)
            return x
        """
    ],
    "last_layer_left_out_softmax": [
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = relu(x @ weights + bias)
            return softmax(x)
        """
    ],
    "first_layer_softmax": [
        """
        def forward(x, network):
            weights, bias = network[0]
            return softmax(x @ weights + bias)
        """
    ],
    "two_layers_only": [
        """
        def forward(x, network):
            hidden = relu(x @ network[0][0] + network[0][1])
            i = min(1, len(network) - 1)
            return softmax(hidden @ network[i][0] + network[i][1])
        """
    ],
    "answers_for_shares": [_changed(_LAST, _LAST + ".argmax(axis=1)")],
    "first_example_only": [_changed(_LAST, _LAST + "[0]")],
    "turned": [_changed(_LAST, _LAST + ".T")],
    "every_layer": [
        """
        def forward(x, network):
            outputs = []
            for i, (weights, bias) in enumerate(network):
                x = x @ weights + bias
                x = softmax(x) if i == len(network) - 1 else relu(x)
                outputs.append(x)
            return outputs
        """
    ],
    "returns_none": [_changed("return ", "print(").rstrip() + ")"],
    "wrong_value": [_changed(_LAST, "softmax(2 * x @ weights + bias)")],
    "returned_in_the_loop": [
        """
        def forward(x, network):
            for weights, bias in network:
                return relu(x @ weights + bias)
        """,
        _changed("+ bias)\n    weights", "+ bias)\n        return x\n    weights"),
    ],
    "last_layer_not_fetched": [_changed("    weights, bias = network[-1]\n", "")],
    "first_out_last_twice": [_changed("network[:-1]", "network[1:]")],
    "shares_divided_by_a_row": [
        _changed("return " + _LAST, "p = np.exp(x @ weights + bias)\n    return p / p.sum(axis=1)")
    ],
    "hidden_bias_forgotten": [_changed("relu(x @ weights + bias)", "relu(x @ weights)")],
    "bias_subtracted": [SKELETON.replace("+ bias)", "- bias)")],
    "both_in_every_layer": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = x @ weights + bias
                x = relu(x)
                x = softmax(x)
            return x
        """
    ],
    "relu_for_the_first_only": [_by_number("number == 0")],
    "softmax_one_too_early": [_by_number("number < len(network) - 2")],
    "rounded_to_places": [_changed(_LAST, f"np.round({_LAST}, 2)")],
    "largest_share": [_changed(_LAST, f"{_LAST}.max(axis=1)")],
    "both_between": [_changed("relu(x @ weights + bias)", "softmax(relu(x @ weights + bias))")],
    "relu_once_at_the_end": [
        """
        def forward(x, network):
            for weights, bias in network:
                x = x @ weights + bias
            return softmax(relu(x))
        """
    ],
    "biases_behind_both": [SKELETON.replace("weights + bias)", "weights) + bias")],
    "multiplied_by_place": [SKELETON.replace("@", "*")],
    "last_layer_twice": [
        _changed("network[:-1]", "network"),
        """
        def forward(x, network):
            for weights, bias in network:
                x = dense(x, weights, bias, relu)
            return dense(x, weights, bias, softmax)
        """,
    ],
    "next_to_last_left_out": [_changed("network[:-1]", "network[:-2]")],
    "pair_for_an_array": [
        """
        def forward(x, network):
            for layer in network[:-1]:
                x = relu(x @ layer + bias)
            return softmax(x)
        """,
        """
        def forward(x, network):
            for layer in network:
                x = relu(x @ layer)
            return softmax(x)
        """,
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = relu(x @ weights + bias)
            return softmax(network[-1])
        """,
    ],
    "powers_only": [_changed(_LAST, "np.exp(x @ weights + bias)")],
    "exactly_two_layers": [
        """
        def forward(x, network):
            (w1, b1), (w2, b2) = network
            return softmax(relu(x @ w1 + b1) @ w2 + b2)
        """,
        """
        def forward(x, network):
            hidden = relu(x @ network[0][0] + network[0][1])
            return softmax(hidden @ network[-1][0] + network[-1][1])
        """,
    ],
    "two_layers_at_least": [
        """
        def forward(x, network):
            (w1, b1), *others, (w2, b2) = network
            x = relu(x @ w1 + b1)
            for w, b in others:
                x = relu(x @ w + b)
            return softmax(x @ w2 + b2)
        """
    ],
    "lesson_names": [
        """
        taxis = [(np.ones((3, 2)), np.ones(2)), (np.ones((2, 1)), np.ones(1))]
        def forward(x, network):
            (w1, b1), (w2, b2) = taxis
            return softmax(relu(x @ w1 + b1) @ w2 + b2)
        """,
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = relu(rides @ weights + bias)
            weights, bias = network[-1]
            return softmax(x @ weights + bias)
        """,
    ],
    "raised": [
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                h = relu(x @ weights + bias)
            weights, bias = network[-1]
            return softmax(h @ weights.T + bias)
        """,
        "def forward(x, network):\n    for i, w, b in enumerate(network):\n        x = relu(x @ w + b)\n    return softmax(x)",
    ],
}
