"""Exercise 4.2: answers that make each of its mistakes."""

from __future__ import annotations

_HEAD = "def dense(x, weights, bias, activation):\n"


def _returned(expression: str) -> str:
    """The source of a `dense` of one line."""
    return f"{_HEAD}    return {expression}"


def _looped(step: str, loop: str = "for example in x") -> str:
    """The source of a `dense` that goes through the examples and does `step` with each."""
    return f"{_HEAD}    rows = []\n    {loop}:\n        {step}\n    return np.array(rows)"


WRONG = {
    "weights_transposed": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights.T + bias)",
        """
        def dense(x, weights, bias, activation):
            rows = []
            for example in x:
                rows.append([sum(example * weights[j]) + bias[j] for j in range(len(bias))])
            return activation(np.array(rows))
        """,
    ],
    "weights_first": ["def dense(x, weights, bias, activation):\n    return activation(weights @ x + bias)"],
    "batch_transposed": [
        "def dense(x, weights, bias, activation):\n    return activation(x.T @ weights + bias)"
    ],
    "features_first": [
        "def dense(x, weights, bias, activation):\n    return activation(weights.T @ x + bias)"
    ],
    "bias_on_the_wrong_axis": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias.reshape(-1, 1))",
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias[:, np.newaxis])",
        """
        def dense(x, weights, bias, activation):
            rows = [x[i] @ weights + bias[i] for i in range(len(x))]
            return activation(np.array(rows))
        """,
    ],
    "result_transposed": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias).T",
        """
        def dense(x, weights, bias, activation):
            columns = []
            for j in range(len(bias)):
                columns.append(activation(x @ weights[:, j] + bias[j]))
            return np.array(columns)
        """,
    ],
    "multiplied_by_place": [
        "def dense(x, weights, bias, activation):\n    return activation(x * weights + bias)"
    ],
    "bias_forgotten": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights)",
        """
        def dense(x, weights, bias, activation):
            rows = []
            for example in x:
                rows.append(activation(example @ weights))
            return np.array(rows)
        """,
    ],
    "bias_after_activation": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights) + bias"
    ],
    "turned_before_the_bias": [
        "def dense(x, weights, bias, activation):\n    return activation(weights.T @ x.T + bias)"
    ],
    "relu_and_bias_after": [
        "def dense(x, weights, bias, activation):\n    return np.maximum(0, x @ weights) + bias"
    ],
    "activation_of_each_part": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights) + activation(bias)"
    ],
    "bias_added_to_the_weights": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ (weights + bias))"
    ],
    "first_row_only": [
        """
        def dense(x, weights, bias, activation):
            rows = []
            for example in x:
                rows.append(example @ weights + bias)
                return activation(np.array(rows))
        """
    ],
    "one_flat_row": [
        """
        def dense(x, weights, bias, activation):
            numbers = []
            for example in x:
                for j in range(len(bias)):
                    numbers.append(activation(example @ weights[:, j] + bias[j]))
            return numbers
        """
    ],
    "batch_added_up": [
        """
        def dense(x, weights, bias, activation):
            total = bias
            for example in x:
                total = total + example @ weights
            return activation(total)
        """
    ],
    "bias_twice": [
        "def dense(x, weights, bias, activation):\n    z = x @ weights + bias\n    return activation(z + bias)"
    ],
    "bias_subtracted": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights - bias)"
    ],
    "bias_multiplied": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights * bias)"
    ],
    "biases_added_up": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + sum(bias))"
    ],
    "first_bias_for_all": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias[0])"
    ],
    "activation_forgotten": ["def dense(x, weights, bias, activation):\n    return x @ weights + bias"],
    "always_relu": [
        "def dense(x, weights, bias, activation):\n    return np.maximum(0, x @ weights + bias)",
        "def dense(x, weights, bias, activation):\n    return relu(x @ weights + bias)",
    ],
    "activation_of_the_weights": [
        "def dense(x, weights, bias, activation):\n    return x @ activation(weights) + bias",
    ],
    "activation_of_the_input": [
        "def dense(x, weights, bias, activation):\n    return activation(x) @ weights + bias"
    ],
    "activation_before_bias": [
        "def dense(x, weights, bias, activation):\n    return activation(activation(x @ weights) + bias)"
    ],
    "activation_twice": [
        "def dense(x, weights, bias, activation):\n    return activation(activation(x @ weights + bias))"
    ],
    "mean_for_sum": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights / x.shape[1] + bias)"
    ],
    "bias_with_each_product": [
        """
        def dense(x, weights, bias, activation):
            rows = []
            for example in x:
                row = []
                for j in range(len(bias)):
                    total = 0
                    for i in range(len(example)):
                        total += example[i] * weights[i, j] + bias[j]
                    row.append(total)
                rows.append(row)
            return activation(np.array(rows))
        """
    ],
    "first_example_only": [
        "def dense(x, weights, bias, activation):\n    return activation(x[0] @ weights + bias)",
        """
        def dense(x, weights, bias, activation):
            for example in x:
                return activation(example @ weights + bias)
        """,
    ],
    "last_example_only": [
        """
        def dense(x, weights, bias, activation):
            for example in x:
                row = activation(example @ weights + bias)
            return row
        """
    ],
    "first_neuron_only": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights[:, 0] + bias[0])"
    ],
    "examples_added_up": [
        "def dense(x, weights, bias, activation):\n    return activation((x @ weights + bias).sum(axis=0))"
    ],
    "neurons_added_up": [
        "def dense(x, weights, bias, activation):\n    return activation((x @ weights + bias).sum(axis=1))"
    ],
    "one_number": [
        "def dense(x, weights, bias, activation):\n    return activation((x @ weights + bias).sum())"
    ],
    "raised": [
        _returned("activation(x @ w + b)"),
        "def dense(x, weights, bias, activation):\n    return activation * (x @ weights + bias)",
    ],
    "returns_none": ["def dense(x, weights, bias, activation):\n    print(activation(x @ weights + bias))"],
    "wrong_arguments": ["def dense(x, weights, bias):\n    return np.maximum(x @ weights + bias, 0)"],
    "wrong_value": [
        "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias + 1)"
    ],
    "bias_added_to_the_inputs": [_returned("activation((x + bias) @ weights)")],
    "multiplied_and_all_added": [
        _returned("activation(np.sum(x * weights) + bias)"),
        _returned("activation(sum(sum(x * weights)) + bias)"),
    ],
    "multiplied_and_added_down": [
        _returned("activation(sum(x * weights) + bias)"),
        _returned("activation(np.sum(x * weights, axis=0) + bias)"),
    ],
    "multiplied_and_added_along": [_returned("activation(np.sum(x * weights, axis=1) + bias)")],
    "one_neuron_each": [_returned("activation(np.sum(x * weights.T, axis=1) + bias)")],
    "row_times_table": [_looped("rows.append(activation(sum(example * weights) + bias))")],
    "row_times_table_all_added": [_looped("rows.append(activation(np.sum(example * weights) + bias))")],
    "always_softmax": [
        "from dlcourse.scratch import softmax\n" + _returned("softmax(x @ weights + bias)"),
        _returned("np.exp(x @ weights + bias) / np.exp(x @ weights + bias).sum(axis=1, keepdims=True)"),
    ],
    "always_sigmoid": [_returned("1 / (1 + np.exp(-(x @ weights + bias)))")],
    "always_tanh": [_returned("np.tanh(x @ weights + bias)")],
    "bias_once_more_behind": [_returned("activation(x @ weights + bias) + bias")],
    "last_row_only": [
        _looped("rows = []\n        rows.append(activation(example @ weights + bias))"),
        _returned("activation(x[-1:] @ weights + bias)"),
    ],
    "last_example_missing": [
        _looped("rows.append(activation(x[i] @ weights + bias))", "for i in range(len(x) - 1)")
    ],
    "first_example_missing": [
        _looped("rows.append(activation(x[i] @ weights + bias))", "for i in range(1, len(x))")
    ],
    "last_neuron_missing": [
        _looped("rows.append([activation(example @ weights[:, j] + bias[j]) for j in range(len(bias) - 1)])")
    ],
    "first_neuron_missing": [
        _looped("rows.append([activation(example @ weights[:, j] + bias[j]) for j in range(1, len(bias))])")
    ],
    "each_number_in_a_box": [
        _looped("rows.append([[activation(example @ weights[:, j] + bias[j])] for j in range(len(bias))])")
    ],
    "result_multiplied_by_the_bias": [_returned("activation(x @ weights) * bias")],
    "last_neuron_only": [
        f"{_HEAD}    for j in range(len(bias)):\n        sums = x @ weights[:, j] + bias[j]\n    return activation(sums)"
    ],
    "outputs_added_up": [_returned("np.sum(activation(x @ weights + bias))")],
    "outputs_of_an_example_added_up": [_returned("activation(x @ weights + bias).sum(axis=1)")],
    "both_turned": [_returned("activation(x.T @ weights.T + bias)")],
    "rows_of_the_weights_first": [
        _returned("np.array([activation(w @ x + b) for w, b in zip(weights, bias)])")
    ],
    "rows_for_neurons": [
        f"{_HEAD}    columns = []\n    for w, b in zip(weights, bias):\n        columns.append(activation(x @ w + b))\n"
        "    return np.array(columns)"
    ],
    "sums_and_outputs": [
        "def dense(x, weights, bias, activation):\n    z = x @ weights + bias\n    return z, activation(z)"
    ],
    "the_fares": [_returned("np.array([[14.0, 11.0], [22.0, 25.0], [23.0, 7.0], [4.0, 1.0]])")],
    "lesson_names": [
        "rides = np.ones((4, 3))\n" + _returned("activation(rides @ weights + bias)"),
        "fares = np.ones((4, 2))\n" + _returned("activation(fares)"),
    ],
}
