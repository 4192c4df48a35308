"""Exercises 4.2 and 4.3: one dense layer on a batch, and a batch that lies the wrong way round. Declarations only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.exercises.lesson_02.checks import in_turn
from dlcourse.exercises.lesson_04.checks import halves, linear, relu, sigmoid, tanh

Activation = Callable[[np.ndarray], np.ndarray]
NAMES = ("x", "weights", "bias", "activation")


def layer(x: np.ndarray, weights: np.ndarray, bias: np.ndarray, activation: Activation) -> np.ndarray:
    """The reference of exercise 4.2."""
    return activation(x @ weights + bias)


def square_cases(rng: np.random.Generator) -> list[tuple]:
    """As many examples as inputs as neurons: here every wrong order of rows and columns runs, too."""
    small = (
        np.array([[1.0, 0.0], [2.0, 3.0]]),
        np.array([[1.0, 2.0], [0.0, 1.0]]),
        np.array([10.0, 20.0]),
        linear,
    )
    return [small, *((halves(rng, n, n), halves(rng, n, n), halves(rng, n), linear) for n in (2, 3, 3, 4))]


def layer_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples, three inputs, two neurons, a sum below 0; other activations; a batch of one; one neuron; many."""
    x = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]])
    weights, bias = np.array([[1.0, 0.0], [2.0, -1.0], [0.0, 3.0]]), np.array([1.0, -1.0])
    cases = [(x, weights, bias, relu), (x / 4, weights, bias, tanh)]
    for examples, inputs, neurons, activation in (
        (1, 3, 2, relu), (4, 2, 1, tanh), (5, 4, 3, sigmoid), (7, 3, 4, linear), (3, 5, 2, relu), (6, 2, 5, tanh),
    ):  # fmt: skip
        cases.append(
            (halves(rng, examples, inputs), halves(rng, inputs, neurons), halves(rng, neurons), activation)
        )
    return cases


def _shaped(text: str) -> Callable[[Seen], str]:
    """A message with the shapes of x, weights, and what came back in it."""

    def message(seen: Seen) -> str:
        return text.format(
            x=np.shape(seen.inputs["x"]),
            weights=np.shape(seen.inputs["weights"]),
            got=np.shape(seen.got),
            shown=show(seen.got),
            examples=len(seen.inputs["x"]),
            neurons=np.shape(seen.inputs["weights"])[1],
        )

    return message


_ORDER = {
    "weights_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights.T + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `x @ weights.T`: "
        "it takes the *rows* of the weights for neurons. A neuron is a column, and nothing needs turning.",
    ),
    "weights_first": Mistake(
        lambda x, weights, bias, activation: activation(weights @ x + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `weights @ x`. "
        "The rows of what stands on the *left* of `@` become the rows of the result: who should have a row here?",
    ),
    "batch_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x.T @ weights + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `x.T @ weights`: "
        "x has been turned. Its rows are examples already.",
    ),
    "features_first": Mistake(
        lambda x, weights, bias, activation: activation(weights.T @ x + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. That is `weights.T @ x`, "
        "as in books where each example is a *column*. Here it is a row.",
    ),
    "turned_before_the_bias": Mistake(
        lambda x, weights, bias, activation: activation(weights.T @ x.T + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. `weights.T @ x.T` has a row "
        "for each *neuron*, so the bias, added to each row, goes to the wrong places. `x @ weights` needs no turning.",
    ),
    "bias_on_the_wrong_axis": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias.reshape(-1, 1)),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. The first bias went to all "
        "numbers of the first *example*. It belongs to the first *neuron*, which is a column: leave the bias the row "
        "that it is.",
    ),
    "result_transposed": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).T,
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}: the right numbers, rows "
        "and columns exchanged. Each example should keep its row.",
    ),
    "multiplied_by_place": Mistake(
        lambda x, weights, bias, activation: activation(x * weights + bias),
        "With x = {x}, weights = {weights}, bias = {bias} and no activation you return {got}. `*` multiplies number by "
        "number, each with the one at the same place, and adds nothing up. Which sign multiplies rows by columns?",
    ),
}
_MISTAKES = {
    "bias_forgotten": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: what comes out with the bias 0. "
        "Where does each neuron's own number come in?",
    ),
    "bias_after_activation": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights) + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added *behind* the "
        "activation. It belongs to the sum, which then goes through the activation as a whole.",
    ),
    "relu_and_bias_after": Mistake(
        lambda x, weights, bias, activation: relu(x @ weights) + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added *behind* relu. It "
        "belongs to the sum, which then goes through the activation as a whole (through the one given, not always relu).",
    ),
    "activation_of_each_part": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights) + activation(bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation of the products plus the "
        "activation of the bias. First everything is added up, then comes the activation, once.",
    ),
    "bias_added_to_the_weights": Mistake(
        lambda x, weights, bias, activation: activation(x @ (weights + bias)),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added to the *weights*, and "
        "then multiplied by every input. It is added after the products.",
    ),
    "bias_twice": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + 2 * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added twice.",
    ),
    "bias_subtracted": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights - bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is taken away. It is added.",
    ),
    "bias_multiplied": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the sums are *multiplied* by the bias.",
    ),
    "biases_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias.sum()),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: every neuron gets the sum of all "
        "biases. Each gets its own.",
    ),
    "first_bias_for_all": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias[0]),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: every neuron gets the bias of the "
        "first. Each gets its own.",
    ),
    "activation_forgotten": Mistake(
        lambda x, weights, bias, activation: x @ weights + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}. These are the right sums; the "
        "activation has not been applied. With relu no number may stay below 0.",
    ),
    "always_relu": Mistake(
        lambda x, weights, bias, activation: relu(x @ weights + bias),
        "With relu you are right. But for x = {x}, weights = {weights}, bias = {bias} and tanh you return {got}: relu "
        "again. Use the `activation` you are given: `activation(...)`.",
    ),
    "activation_of_the_input": Mistake(
        lambda x, weights, bias, activation: activation(x) @ weights + bias,
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation is applied to x, "
        "before the sum. It comes after.",
    ),
    "activation_before_bias": Mistake(
        lambda x, weights, bias, activation: activation(activation(x @ weights) + bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the activation is applied twice, "
        "before the bias and after it. Once is right, after.",
    ),
    "activation_twice": Mistake(
        lambda x, weights, bias, activation: activation(activation(x @ weights + bias)),
        "With relu you are right, since a second relu changes nothing. But for x = {x}, weights = {weights}, bias = {bias} and "
        "tanh you return {got}: tanh has been applied twice.",
    ),
    "mean_for_sum": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights / x.shape[1] + bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the *mean* of the products plus the "
        "bias. A neuron adds them up.",
    ),
    "bias_with_each_product": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + x.shape[1] * bias),
        "For x = {x}, weights = {weights}, bias = {bias} and relu you return {got}: the bias is added to *each* product, "
        "so it counts once for every input. It comes once, after the sum.",
    ),
    "first_example_only": Mistake(
        lambda x, weights, bias, activation: activation(x[0] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the first example alone. Does a loop return before "
            "it has seen the others, or is only `x[0]` used?"
        ),
    ),
    "first_row_only": Mistake(
        lambda x, weights, bias, activation: activation(x[:1] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the first example alone. Does a loop return before "
            "it has seen the others?"
        ),
    ),
    "one_flat_row": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights + bias).ravel(),
        _shaped(
            "For a batch of shape {x} you return the shape {got}: the right numbers, all in one row. Each example gets a row of "
            "its own, a list in the list."
        ),
    ),
    "batch_added_up": Mistake(
        lambda x, weights, bias, activation: activation(x.sum(axis=0) @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the sums of all examples, added up. Each keeps a row of "
            "its own."
        ),
    ),
    "last_example_only": Mistake(
        lambda x, weights, bias, activation: activation(x[-1] @ weights + bias),
        _shaped(
            "For a batch of shape {x} you return {shown}, shape {got}: the last example alone. What keeps those before it?"
        ),
    ),
    "first_neuron_only": Mistake(
        lambda x, weights, bias, activation: activation(x @ weights[:, 0] + bias[0]),
        _shaped(
            "For weights of shape {weights} you return the shape {got}: only the first of {neurons} neurons. Each column "
            "is a neuron, and each example gets a number from all of them."
        ),
    ),
    "examples_added_up": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum(axis=0)),
        _shaped(
            "For a batch of shape {x} you return the shape {got}: the examples have been added up (`axis=0` adds down the "
            "columns). Each keeps a row of its own."
        ),
    ),
    "neurons_added_up": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum(axis=1)),
        _shaped(
            "For a batch of shape {x} and weights of shape {weights} you return the shape {got}: the {neurons} neurons of "
            "each example have been added up. Each neuron keeps a column of its own."
        ),
    ),
    "one_number": Mistake(
        lambda x, weights, bias, activation: activation((x @ weights + bias).sum()),
        _shaped(
            "For a batch of shape {x} you return one number, {shown}: everything has been added up. Asked is a number for "
            "each of {examples} examples and each of {neurons} neurons."
        ),
    ),
}

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
    wrong={
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
        "weights_first": [
            "def dense(x, weights, bias, activation):\n    return activation(weights @ x + bias)"
        ],
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
            "def dense(x, weights, bias, activation):\n    return activation(x @ w + b)",
            "def dense(x, weights, bias, activation):\n    return activation * (x @ weights + bias)",
        ],
        "returns_none": [
            "def dense(x, weights, bias, activation):\n    print(activation(x @ weights + bias))"
        ],
        "wrong_arguments": ["def dense(x, weights, bias):\n    return np.maximum(x @ weights + bias, 0)"],
        "wrong_value": [
            "def dense(x, weights, bias, activation):\n    return activation(x @ weights + bias + 1)"
        ],
    },
    check=in_turn(
        (function_check(layer, arguments=NAMES, cases=square_cases, mistakes=_ORDER), tuple(_ORDER)),
        (
            function_check(
                layer,
                arguments=NAMES,
                cases=layer_cases,
                mistakes=_MISTAKES,
                success="One line for any number of examples, inputs and neurons. A batch of one works too, as long as it "
                "is a row of its own: `x[:1]`, shape (1, inputs).",
            ),
            None,
        ),
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


def turned(columns: np.ndarray) -> np.ndarray:
    """The reference of exercise 4.3."""
    return columns.T / 255


def turned_cases(rng: np.random.Generator) -> list[tuple]:
    """Two pictures of three pixels; as many pictures as pixels; one picture; many."""
    small = np.array([[0, 255], [51, 204], [102, 153]])
    return [
        (small,),
        *((rng.integers(0, 256, size=size),) for size in ((4, 4), (9, 1), (9, 5), (16, 15), (3, 8))),
    ]


def _scrambled(columns: np.ndarray) -> np.ndarray:
    return (columns / 255).reshape(columns.shape[1], columns.shape[0])


_WITHIN = "For two pictures of three pixels, columns = {columns}, you return {got}. "
TURNED_PICTURES = Exercise(
    id="4.3",
    title="Find the bug: a batch on its side",
    kind="bug",
    starter="""
        def as_batch(columns):
            pixels = columns / 255
            return pixels.reshape(columns.shape[1], columns.shape[0])
    """,
    setup="import numpy as np",
    right=(
        """
        def as_batch(columns):
            pixels = columns / 255
            return pixels.T
        """,
        """
        def as_batch(columns):
            pictures = []
            for i in range(columns.shape[1]):
                pictures.append(columns[:, i] / 255)
            return np.array(pictures)
        """,
        "def as_batch(columns):\n    return np.transpose(columns) / 255",
        "def as_batch(columns):\n    return np.array([list(pixel) for pixel in zip(*columns)]) / 255",
        "def as_batch(columns):\n    return (columns / 255).ravel(order='F').reshape(columns.shape[1], columns.shape[0])",
    ),
    wrong={
        "still_reshaped": [
            "def as_batch(columns):\n    return columns.reshape(-1, columns.shape[0]) / 255",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(columns.shape[::-1])",
            "def as_batch(columns):\n    pixels = columns / 255\n    return np.resize(pixels, columns.shape[::-1])",
        ],
        "still_reshaped_by_columns": [
            "def as_batch(columns):\n    return (columns / 255).reshape(columns.shape[1], columns.shape[0], order='F')",
        ],
        "turned_and_reshaped": [
            "def as_batch(columns):\n    pixels = columns.T / 255\n    return pixels.reshape(columns.shape[0], columns.shape[1])",
        ],
        "not_turned": ["def as_batch(columns):\n    pixels = columns / 255\n    return pixels"],
        "not_divided": ["def as_batch(columns):\n    return columns.T"],
        "divided_twice": ["def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T / 255"],
        "scrambled_and_turned": [
            "def as_batch(columns):\n    pixels = columns / 255\n"
            "    return pixels.reshape(columns.shape[1], columns.shape[0]).T",
        ],
        "own_maximum": ["def as_batch(columns):\n    return columns.T / columns.max()"],
        "cut_off": ["def as_batch(columns):\n    return columns.T // 255"],
        "inverted": ["def as_batch(columns):\n    return 1 - columns.T / 255"],
        "rotated": ["def as_batch(columns):\n    return np.rot90(columns / 255)"],
        "rotated_back": ["def as_batch(columns):\n    return np.rot90(columns / 255, -1)"],
        "first_picture_only": [
            "def as_batch(columns):\n    return columns[:, 0] / 255",
            "def as_batch(columns):\n    for i in range(columns.shape[1]):\n        return columns[:, i] / 255",
        ],
        "first_pixels_only": ["def as_batch(columns):\n    return columns[0] / 255"],
        "square_pictures": [
            """
            def as_batch(columns):
                pixels = columns / 255
                return pixels.T.ravel()
            """
        ],
        "raised": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.reshape(12, 28, 28)",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(12, 784)",
        ],
        "returns_none": ["def as_batch(columns):\n    pixels = columns / 255\n    print(pixels.T)"],
        "wrong_value": ["def as_batch(columns):\n    return columns.T / 254"],
    },
    check=function_check(
        turned,
        arguments=("columns",),
        cases=turned_cases,
        mistakes={
            "still_reshaped": Mistake(
                _scrambled,
                _WITHIN
                + "The shape is right, the pictures are not: `reshape` reads the numbers row by row and pours them "
                "into the new rows in that order. The first picture is the first *column*, 0, 51, 102. What *turns* a "
                "table?",
            ),
            "still_reshaped_by_columns": Mistake(
                lambda columns: (columns / 255).reshape(columns.shape[::-1], order="F"),
                _WITHIN
                + "Another order of pouring, and still no picture stays whole: the first one is the first *column*, "
                "0, 51, 102. What *turns* a table?",
            ),
            "turned_and_reshaped": Mistake(
                lambda columns: (columns.T / 255).reshape(columns.shape),
                _WITHIN
                + "You turn the table, and then `reshape` pours it back into its old shape. Turning alone is enough.",
            ),
            "not_turned": Mistake(
                lambda columns: columns / 255,
                _WITHIN
                + "Divided, but as it lay: each picture is still a column. A layer wants each in a row.",
            ),
            "not_divided": Mistake(
                lambda columns: columns.T,
                _WITHIN + "The pictures are whole. But the pixels still go from 0 to 255; 0 to 1 is asked.",
            ),
            "divided_twice": Mistake(
                lambda columns: columns.T / 255 / 255,
                _WITHIN + "The pictures are whole, but divided by 255 twice: full ink is 1, and you make "
                "1/255 of it.",
            ),
            "scrambled_and_turned": Mistake(
                lambda columns: _scrambled(columns).T,
                _WITHIN
                + "`reshape` has torn the pictures apart, and `.T` cannot heal that. Turn the table as it came.",
            ),
            "own_maximum": Mistake(
                lambda columns: columns.T / columns.max(),
                lambda seen: (
                    f"You divide by the largest number of the batch, here {show(seen.inputs['columns'].max())}. In another batch "
                    "it is another one, and the same ink would become another number. Full ink is always 255."
                ),
            ),
            "cut_off": Mistake(
                lambda columns: columns.T // 255,
                _WITHIN + "`//` cuts off what stands behind the point: every grey becomes 0. `/` keeps it.",
            ),
            "inverted": Mistake(
                lambda columns: 1 - columns.T / 255,
                _WITHIN + "The pictures are whole, but inverted: paper should stay 0 and full ink become 1.",
            ),
            "rotated": Mistake(
                lambda columns: np.rot90(columns / 255),
                _WITHIN
                + "Each picture is whole, but the *last* one comes first. A quarter turn also turns round the "
                "order; exchange rows and columns instead.",
            ),
            "rotated_back": Mistake(
                lambda columns: np.rot90(columns / 255, -1),
                _WITHIN
                + "The pictures are in order, but each has its *last* pixel first. Exchange rows and columns "
                "instead of rotating.",
            ),
            "first_picture_only": Mistake(
                lambda columns: columns[:, 0] / 255,
                _WITHIN + "That is the first picture alone. Each picture should be a row.",
            ),
            "first_pixels_only": Mistake(
                lambda columns: columns[0] / 255,
                _WITHIN
                + "That is the first *row*: the first pixel of every picture. Each picture is a column.",
            ),
            "square_pictures": Mistake(
                lambda columns: columns.T.ravel() / 255,
                _WITHIN
                + "The right numbers in the right order, but all in one row. A row for each picture is asked.",
            ),
        },
        success="`reshape` keeps the order of the numbers and changes where rows end. `.T` keeps each number with its row "
        "and column, and exchanges the two.",
    ),
    hints=(
        "The shapes are right, so look at the numbers: take a table of 3 rows and 2 columns on paper and do what "
        "`reshape` does.",
        "`reshape` does not turn a table round; it only breaks the rows elsewhere. You met the sign that exchanges rows and "
        "columns above, in one word behind a point.",
        "return pixels.___",
    ),
)
