"""Exercise 4.2: one dense layer on a batch. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.common import in_turn
from dlcourse.exercises.lesson_04.checks import own_arguments
from dlcourse.exercises.lesson_04.dense_answers import WRONG
from dlcourse.exercises.lesson_04.dense_cases import NAMES, ORDER, layer, layer_cases, square_cases
from dlcourse.exercises.lesson_04.dense_mistakes import MISTAKES

DENSE = Exercise(
    id="4.2",
    title="A dense layer on a batch",
    kind="function",
    starter="""
        def dense(x, weights, bias, activation):
            ...
    """,
    setup="import numpy as np\nfrom dlcourse.scratch import relu",
    right=(
        """
        def dense(x, weights, bias, activation):
            return activation(x @ weights + bias)   # (examples, neurons)
        """,
        """
        def dense(x, weights, bias, activation):
            rows = []
            for example in x:
                row = []
                for j in range(len(bias)):
                    row.append(sum(example * weights[:, j]) + bias[j])
                rows.append(row)
            return activation(np.array(rows))
        """,
        """
        def dense(x, weights, bias, activation):
            sums = np.zeros((x.shape[0], weights.shape[1]))
            for j in range(weights.shape[1]):
                sums[:, j] = x @ weights[:, j] + bias[j]
            return activation(sums)
        """,
        """
        def dense(x, weights, bias, activation):
            return activation((weights.T @ x.T).T + bias.reshape(1, -1))
        """,
        """
        def dense(x, weights, bias, activation):
            return [activation(example @ weights + bias).tolist() for example in x]
        """,
        """
        def dense(x, weights, bias, activation):
            with_one = np.column_stack([x, np.ones(len(x))])
            return activation(with_one @ np.vstack([weights, bias]))
        """,
    ),
    wrong=WRONG,
    check=own_arguments(
        in_turn(
            (function_check(layer, arguments=NAMES, cases=square_cases, mistakes=ORDER), tuple(ORDER)),
            (
                function_check(
                    layer,
                    arguments=NAMES,
                    cases=layer_cases,
                    mistakes=MISTAKES,
                    success="One line for any number of examples, inputs and neurons. A batch of one works too, as long as it "
                    "is a row of its own: `x[:1]`, shape (1, inputs).",
                ),
                None,
            ),
        ),
        ("rides", "fares", "thousand", "many_fares", "in_a_column", "by_b"),
        "What is the batch called between the brackets of `def`?",
    ),
    equivalent={
        "np.zeros((x.shape[0], weights.shape[1])) -> np.ones((x.shape[0], weights.shape[1]))": "every number is replaced",
        "(weights.T @ x.T).T + bias.reshape(1, -1) -> (weights.T @ x.T).T + bias.reshape(1, -2)": "NumPy takes any number below 0",
    },
    hints=(
        "Two steps: all the weighted sums with the biases, then the activation, called like any function.",
        "x has a row for each example, (examples, inputs); weights a column for each neuron, (inputs, neurons). In which "
        "order does `@` take them, so that (examples, neurons) comes out?",
        "def dense(x, weights, bias, activation):\n    sums = ___ @ ___ + ___   # (examples, neurons)\n    return ___(sums)",
    ),
)
