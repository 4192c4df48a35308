"""Exercise 4.4, the whole forward pass through any number of layers. Declarations only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check, show
from dlcourse.exercises.lesson_02.checks import in_turn
from dlcourse.exercises.lesson_04.checks import Network, random_network, relu, sigmoid, softmax, tanh


def passed(
    x: np.ndarray,
    network: Network,
    hidden: Callable = relu,
    last: Callable = softmax,
    *,
    bias: float = 1.0,
) -> np.ndarray:
    """The reference of exercise 4.4, with room for mistakes: other activations, no bias."""
    for weights, own in network[:-1]:
        x = hidden(x @ weights + bias * own)
    weights, own = network[-1]
    return last(x @ weights + bias * own)


def _same(z: np.ndarray) -> np.ndarray:
    return z


def _each_from_x(x: np.ndarray, network: Network) -> np.ndarray:
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def _bias_behind(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x @ weights) + bias
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def _only(x: np.ndarray, network: Network, activation: Callable) -> np.ndarray:
    for weights, bias in network:
        x = activation(x @ weights + bias)
    return x


def _all(x: np.ndarray, network: Network) -> tuple:
    hidden = (_only(x, network[:i], relu) for i in range(1, len(network)))
    return (*hidden, passed(x, network))


def _divided(z: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):  # a total of 0
        return z / z.sum(axis=1, keepdims=True)


def _twice(z: np.ndarray) -> np.ndarray:
    return softmax(softmax(z))


def _weights_first(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(weights @ x + bias)
    weights, bias = network[-1]
    return softmax(weights @ x + bias)


def _late(x: np.ndarray, network: Network) -> np.ndarray:
    for number, (weights, bias) in enumerate(network):
        x = x @ weights + bias
        x = relu(x) if number else x
    return softmax(x)


def _apart(x: np.ndarray, network: Network) -> np.ndarray:
    for weights, bias in network[:-1]:
        x = relu(x @ weights) + relu(bias)
    weights, bias = network[-1]
    return softmax(x @ weights + bias)


def square_network_cases(rng: np.random.Generator) -> list[tuple]:
    """All widths alike, and as many examples: here wrong orders of rows, columns and layers run, too."""
    small = [
        (np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([0.0, 1.0])),
        (np.array([[0.0, 1.0], [-1.0, 1.0]]), np.array([1.0, 0.0])),
    ]
    x = np.array([[1.0, 0.0], [0.0, 1.0]])
    return [
        (x, small),
        *((random_network(rng, [n, n])[0][0], random_network(rng, [n] * 4)) for n in (2, 3, 4)),
    ]


def network_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples through 2-3-2 with a hidden sum below 0; deeper; no hidden layer at all; a batch of one."""
    first = (np.array([[1.0, -1.0, 0.0], [1.0, 0.0, -1.0]]), np.array([0.0, 0.5, 1.0]))
    second = (np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -1.0]]), np.array([-1.0, 0.0]))
    x = np.array([[1.0, 0.0], [-1.0, 2.0]])
    cases = [(x, [first, second])]
    for examples, widths in (
        (3, [2, 4, 3]),
        (1, [3, 5, 4, 2]),
        (4, [3, 3]),
        (5, [4, 3, 3, 3, 5]),
        (2, [2, 6, 3]),
    ):
        network = random_network(rng, widths)
        cases.append((rng.integers(-4, 5, size=(examples, widths[0])) / 2, network))
    return cases


_TURNED = {
    "weights_transposed": Mistake(
        lambda x, network: passed(x, [(w.T, b) for w, b in network]),
        "For x = {x} you return {got}. That is what comes out with `weights.T`, which takes the *rows* of the weights for "
        "neurons. A neuron is a column: `x @ weights`.",
    ),
    "bias_on_the_wrong_axis": Mistake(
        lambda x, network: passed(x, [(w, b.reshape(-1, 1)) for w, b in network]),
        "For x = {x} you return {got}. The first bias goes to all numbers of the first *example*. It belongs to the first "
        "neuron, a column: leave the bias the row that it is.",
    ),
    "weights_first": Mistake(
        lambda x, network: _weights_first(x, network),
        "For x = {x} you return {got}. That is `weights @ x`. The rows of what stands on the *left* of `@` become the rows of "
        "the result, and these should be examples: `x @ weights`.",
    ),
    "first_layer_left_out": Mistake(
        lambda x, network: passed(x, network[1:]),
        "For x = {x} you return {got}: what comes out when the first layer is left out. `network[0]` is a layer with weights, "
        "too; the inputs are not in the list.",
    ),
    "result_dropped": Mistake(
        lambda x, network: softmax(x),
        "For x = {x} you return {got}: the softmax of the examples, as if there were no layers. Your loop computes something and "
        "does not keep it: what comes out of a layer needs a name.",
    ),
    "hidden_layers_from_x": Mistake(
        lambda x, network: passed(x, network[-2:]),
        "With two layers you are right. With three, for x = {x}, you return {got}: your loop feeds each hidden layer with the "
        "examples themselves, and only the last one counts. Each layer gets what the one *before* it has made.",
    ),
    "layers_reversed": Mistake(
        lambda x, network: passed(x, network[::-1]),
        "For x = {x} you return {got}. You go through the layers from the last to the first. The examples enter the first.",
    ),
    "each_layer_from_x": Mistake(
        _each_from_x,
        "For x = {x} you return {got}: the last layer fed with the examples themselves. Each layer gets what the one *before* "
        "it has made. Does your loop keep that under the name it reads from?",
    ),
}
_PASSES = {
    "softmax_forgotten": Mistake(
        lambda x, network: passed(x, network, last=_same),
        "For x = {x} you return {got}: the sums of the last layer. All layers are right; but these are no shares yet. "
        "What turns a row of sums into shares that add up to 1?",
    ),
    "softmax_twice": Mistake(
        lambda x, network: passed(x, network, last=_twice),
        "For x = {x} you return {got}; {expected} is expected. Each row adds up to 1, but the shares are nearly alike: that "
        "is the softmax of a softmax. What comes out of it once is final.",
    ),
    "relu_at_the_last_too": Mistake(
        lambda x, network: passed(x, network, last=lambda z: softmax(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. Before the softmax, the last layer's sums went through relu as well, "
        "and those below 0 were lost. relu stands *between* layers; the last one has softmax alone.",
    ),
    "relu_for_softmax": Mistake(
        lambda x, network: passed(x, network, last=relu),
        "For x = {x} you return {got}: relu after every layer, the last included. The last has softmax in its place.",
    ),
    "softmax_everywhere": Mistake(
        lambda x, network: passed(x, network, hidden=softmax),
        "For x = {x} you return {got}; {expected} is expected. softmax stands after *every* layer of yours. It belongs "
        "to the last one; relu stands between the layers.",
    ),
    "activations_exchanged": Mistake(
        lambda x, network: passed(x, network, hidden=softmax, last=relu),
        "For x = {x} you return {got}; {expected} is expected. Your activations have changed places: relu belongs between the "
        "layers, softmax at the end.",
    ),
    "softmax_before_the_sum": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu)) @ network[-1][0] + network[-1][1],
        "For x = {x} you return {got}; {expected} is expected. softmax is applied to what goes *into* the last layer. It comes "
        "after that layer's sum. Look at the brackets.",
    ),
    "bias_behind_softmax": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu) @ network[-1][0]) + network[-1][1],
        "For x = {x} you return {got}; {expected} is expected. The last bias is added *behind* softmax. It belongs to the sum "
        "inside: look at the brackets.",
    ),
    "divided_by_the_sum": Mistake(
        lambda x, network: passed(x, network, last=_divided),
        "For x = {x} you return {got}. Each row adds up to 1, but no share may be below 0 or above 1: the sums are divided "
        "by their total as they are. softmax takes e to their power first.",
    ),
    "relu_and_divided": Mistake(
        lambda x, network: passed(x, network, last=lambda z: _divided(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. The last layer has relu, and then a division by the total. "
        "softmax stands in place of both.",
    ),
    "relu_and_softmax_twice": Mistake(
        lambda x, network: passed(x, network, last=lambda z: _twice(relu(z))),
        "For x = {x} you return {got}; {expected} is expected. At the end there are three activations: relu, softmax, and softmax "
        "again. The last layer has softmax alone, once.",
    ),
    "relu_one_too_late": Mistake(
        _late,
        "For x = {x} you return {got}; {expected} is expected. Your first layer has no relu, and the last has one it should not "
        "have. relu stands behind every layer *except the last*: where does your counting begin?",
    ),
    "relu_only_at_the_end": Mistake(
        lambda x, network: passed(x, network, hidden=_same, last=relu),
        "For x = {x} you return {got}: relu once, at the very end, and nothing between the layers. It belongs between them, and "
        "softmax at the end. Is the relu line inside the loop?",
    ),
    "input_activated": Mistake(
        lambda x, network: passed(relu(x), network),
        "For x = {x} you return {got}; {expected} is expected. relu is applied to the examples before the first layer, and what "
        "is below 0 in them is lost. It comes after a layer's sum.",
    ),
    "relu_of_each_part": Mistake(
        _apart,
        "For x = {x} you return {got}; {expected} is expected. relu is applied to the products and to the bias apart. First "
        "add them, then comes relu, once.",
    ),
    "rounded": Mistake(
        lambda x, network: passed(x, network).round(),
        "For x = {x} you return {got}: the shares, rounded to whole numbers. Return them as they are.",
    ),
    "first_layer_relu_softmax": Mistake(
        lambda x, network: softmax(relu(x @ network[0][0] + network[0][1])),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: relu and softmax of the first "
            "layer alone. Does a `return` stand inside the loop?"
        ),
    ),
    "no_activation_between": Mistake(
        lambda x, network: passed(x, network, hidden=_same),
        "For x = {x} you return {got}; {expected} is expected. Nothing stands between your layers: the sums of one go into "
        "the next as they are, and then, as in lesson 3, two layers are no more than one. relu belongs there.",
    ),
    "linear_all_the_way": Mistake(
        lambda x, network: passed(x, network, hidden=_same, last=_same),
        "For x = {x} you return {got}: weighted sums of weighted sums. Both activations are missing: relu between the "
        "layers, softmax at the end.",
    ),
    "sigmoid_between": Mistake(
        lambda x, network: passed(x, network, hidden=sigmoid),
        "For x = {x} you return {got}: the hidden layers have sigmoid. relu is asked.",
    ),
    "tanh_between": Mistake(
        lambda x, network: passed(x, network, hidden=tanh),
        "For x = {x} you return {got}: the hidden layers have tanh. relu is asked.",
    ),
    "sigmoid_at_the_end": Mistake(
        lambda x, network: passed(x, network, last=sigmoid),
        "For x = {x} you return {got}. Your last layer has sigmoid: a number between 0 and 1 for each class, but the row "
        "does not add up to 1. These classes exclude each other: softmax.",
    ),
    "softmax_over_the_batch": Mistake(
        lambda x, network: passed(x, network, last=lambda z: softmax(z, axis=0)),
        "For x = {x} you return {got}. Your *columns* add up to 1: the softmax ran over the examples (`axis=0`). The "
        "shares of one example stand in a row.",
    ),
    "softmax_over_everything": Mistake(
        lambda x, network: passed(x, network, last=lambda z: np.exp(z) / np.exp(z).sum()),
        "For x = {x} you return {got}. Everything together adds up to 1; each *row* should. In a softmax of your own "
        "the sum needs `axis=1, keepdims=True`; the one you have imported does it.",
    ),
    "bias_forgotten": Mistake(
        lambda x, network: passed(x, network, bias=0),
        "For x = {x} you return {got}: what comes out with all biases 0. Each layer brings its own.",
    ),
    "last_bias_forgotten": Mistake(
        lambda x, network: passed(x, [*network[:-1], (network[-1][0], 0 * network[-1][1])]),
        "For x = {x} you return {got}; {expected} is expected. The bias of the last layer is missing.",
    ),
    "bias_behind_relu": Mistake(
        _bias_behind,
        "For x = {x} you return {got}; {expected} is expected. In your hidden layers the bias is added *behind* relu. It "
        "belongs to the sum, which then goes through relu as a whole.",
    ),
    "last_layer_left_out": Mistake(
        lambda x, network: _only(x, network[:-1], relu),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return the shape {np.shape(seen.got)}: what comes "
            "out of the last *hidden* layer. One layer is still to come, with softmax."
        ),
    ),
    "last_layer_left_out_softmax": Mistake(
        lambda x, network: softmax(_only(x, network[:-1], relu)),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return the shape {np.shape(seen.got)}: the softmax of "
            "the last *hidden* layer's outputs. The last layer's weights and bias are still to come."
        ),
    ),
    "first_layer_only": Mistake(
        lambda x, network: relu(x @ network[0][0] + network[0][1]),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: what comes out of the first. "
            "Does your loop `return` before it has gone through all of them?"
        ),
    ),
    "first_layer_softmax": Mistake(
        lambda x, network: softmax(x @ network[0][0] + network[0][1]),
        lambda seen: (
            f"For a network of {len(seen.inputs['network'])} layers you return {show(seen.got)}: the softmax of the first "
            "layer's sums. All layers should have their turn."
        ),
    ),
    "two_layers_only": Mistake(
        lambda x, network: passed(x, network[:2] if len(network) > 1 else [*network, *network]),
        lambda seen: (
            f"With two layers you are right. But a network of {len(seen.inputs['network'])} layers gets the shape "
            f"{np.shape(seen.got)} from you: any number of layers is asked, so go through the list in a loop."
        ),
    ),
    "answers_for_shares": Mistake(
        lambda x, network: passed(x, network).argmax(axis=1),
        "For x = {x} you return {got}: the class with the largest share. Asked are the shares themselves, a row for each "
        "example.",
    ),
    "first_example_only": Mistake(
        lambda x, network: passed(x, network)[0],
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the first example's. A row for each "
            "example is asked."
        ),
    ),
    "first_row_only": Mistake(
        lambda x, network: passed(x[:1], network),
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the first example's. Does a loop "
            "return before it has seen the others?"
        ),
    ),
    "last_example_only": Mistake(
        lambda x, network: passed(x, network)[-1],
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return one row, {show(seen.got)}: the last example's. What keeps those "
            "before it?"
        ),
    ),
    "every_layer": Mistake(
        _all,
        "You return the outputs of every layer, one after the other. Asked is what comes out of the last one.",
    ),
    "turned": Mistake(
        lambda x, network: passed(x, network).T,
        lambda seen: (
            f"For {len(seen.inputs['x'])} examples you return the shape {np.shape(seen.got)}: rows and columns are exchanged. "
            "Each example should keep its row."
        ),
    ),
}


_SKELETON = """
def forward(x, network):
    for weights, bias in network[:-1]:
        x = relu(x @ weights + bias)
    weights, bias = network[-1]
    return softmax(x @ weights + bias)
"""


def _changed(old: str, new: str) -> str:
    """The solution of 4.4 with one piece exchanged."""
    if old not in _SKELETON:
        raise ValueError(f"no {old!r} in the solution")
    return _SKELETON.replace(old, new)


_LAST = "softmax(x @ weights + bias)"
FORWARD = Exercise(
    id="4.4",
    title="The whole forward pass",
    kind="function",
    starter="""
        def forward(x, network):
            ...
    """,
    setup="""
        import numpy as np

        from dlcourse.scratch import relu, softmax

        def dense(x, weights, bias, activation):
            return activation(x @ weights + bias)
    """,
    right=(
        _SKELETON,
        """
        def forward(x, network):
            outputs = x
            for number, (weights, bias) in enumerate(network):
                sums = outputs @ weights + bias
                if number < len(network) - 1:
                    outputs = relu(sums)
                else:
                    outputs = softmax(sums)
            return outputs
        """,
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = dense(x, weights, bias, relu)
            return dense(x, *network[-1], softmax)
        """,
        """
        def forward(x, network):
            weights, bias = network[0]
            if len(network) == 1:
                return softmax(x @ weights + bias)
            return forward(relu(x @ weights + bias), network[1:])
        """,
        """
        def forward(x, network):
            for weights, bias in network:
                sums = x @ weights + bias
                x = np.maximum(sums, 0)
            powers = np.exp(sums - sums.max(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True)
        """,
        """
        def forward(x, network):
            rows = []
            for example in x:
                for i in range(len(network)):
                    sums = example @ network[i][0] + network[i][1]
                    example = relu(sums)
                rows.append(softmax(sums))
            return rows
        """,
    ),
    wrong={
        "weights_transposed": [
            _changed("relu(x @ weights +", "relu(x @ weights.T +").replace(
                "softmax(x @ weights", "softmax(x @ weights.T"
            )
        ],
        "bias_on_the_wrong_axis": [_SKELETON.replace("+ bias)", "+ bias.reshape(-1, 1))")],
        "layers_reversed": [
            _SKELETON.replace("network[:-1]", "network[:0:-1]").replace("network[-1]", "network[0]")
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
        "weights_first": [_SKELETON.replace("x @ weights", "weights @ x")],
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
        "input_activated": [_SKELETON.replace("    for", "    x = relu(x)\n    for")],
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
        "bias_forgotten": [_SKELETON.replace(" + bias)", ")")],
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
        "first_layer_only": [
            """
            def forward(x, network):
                for weights, bias in network:
                    return relu(x @ weights + bias)
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
        "raised": [
            """
            def forward(x, network):
                for layer in network[:-1]:
                    x = relu(x @ layer + bias)
                return softmax(x)
            """,
            """
            def forward(x, network):
                for weights, bias in network[:-1]:
                    h = relu(x @ weights + bias)
                weights, bias = network[-1]
                return softmax(h @ weights.T + bias)
            """,
        ],
        "returns_none": [_changed("return ", "print(").rstrip() + ")"],
        "wrong_value": [_changed(_LAST, "softmax(2 * x @ weights + bias)")],
    },
    check=in_turn(
        (
            function_check(passed, arguments=("x", "network"), cases=square_network_cases, mistakes=_TURNED),
            tuple(_TURNED),
        ),
        (
            function_check(
                passed,
                arguments=("x", "network"),
                cases=network_cases,
                mistakes=_PASSES,
                success="Five lines, for any number of layers of any width. A network's whole answer is this loop; "
                "everything else is about finding good numbers for it.",
            ),
            None,
        ),
    ),
    equivalent=dict.fromkeys(
        (
            "sums - sums.max(axis=1, keepdims=True) -> sums + sums.max(axis=1, keepdims=True)",
            "np.exp(sums - sums.max(axis=1, keepdims=True)) -> np.exp(sums)",
            "sums - sums.max(axis=1, keepdims=True) -> sums - sums.max(keepdims=True)",
            "sums - sums.max(axis=1, keepdims=True) -> sums - sums.min(axis=1, keepdims=True)",
        ),
        "softmax stays the same when one number is added to a whole row; overflow is the subject of lesson 3",
    ),
    hints=(
        "Go through the list in a loop. What comes out of one layer goes into the next: put it under the same name again.",
        "All layers but the last, `network[:-1]`, have relu. The last, `network[-1]`, comes after the loop and has softmax.",
        """
        def forward(x, network):
            for weights, bias in ___:
                x = relu(___)
            weights, bias = ___
            return ___
        """,
    ),
)
