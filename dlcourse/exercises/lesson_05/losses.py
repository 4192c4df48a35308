"""Exercises 5.1 and 5.2: two losses, written by the learner. Declarations only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.exercises.lesson_05.checks import log_of_zero_named

NUMPY = "import numpy as np"
SAME_SQUARE = "a square is the same whichever is subtracted from which"
LEAST, MOST = 1e-7, 1 - 1e-7  # as Keras clips


def mean_squared_error(targets: np.ndarray, outputs: np.ndarray) -> float:
    """The reference of exercise 5.1."""
    return float(np.mean((outputs - targets) ** 2))


def mse_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples that anybody can do on paper; the errors cancel; one example alone; a perfect network; then any."""
    small = [
        (np.array([3.0, 5.0]), np.array([4.0, 2.0])),
        (np.array([1.0, 4.0, 3.0, 2.0]), np.array([3.0, 2.0, 3.0, 2.0])),
        (np.array([2.0]), np.array([-1.0])),
        (np.array([2.0, 7.0, 1.0]), np.array([2.0, 7.0, 1.0])),
    ]
    return small + [(rng.normal(size=n).round(1), rng.normal(size=n).round(1)) for n in (3, 5, 8)]


def _errors(message: str) -> Callable[[Seen], str]:
    """A message with {errors}, outputs minus targets, beside what `Mistake` knows."""

    def text(seen: Seen) -> str:
        errors = show(np.asarray(seen.inputs["outputs"]) - np.asarray(seen.inputs["targets"]))
        inputs = f"`targets = {show(seen.inputs['targets'])}, outputs = {show(seen.inputs['outputs'])}`"
        return message.format(errors=errors, inputs=inputs, got=show(seen.got), expected=show(seen.expected))

    return text


MSE = Exercise(
    id="5.1",
    title="The mean squared error",
    kind="function",
    starter="""
        def mse(targets, outputs):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def mse(targets, outputs):
            errors = outputs - targets
            return np.mean(errors ** 2)
        """,
        """
        def mse(targets, outputs):
            total = 0
            for target, output in zip(targets, outputs):
                total = total + (target - output) ** 2
            return total / len(targets)
        """,
        "mse = lambda t, o: float(np.dot(o - t, o - t)) / t.size",
        """
        def mse(targets, outputs):
            return sum(e * e for e in (targets - outputs)) / len(outputs)
        """,
    ),
    wrong={
        "mean_forgotten": [
            "def mse(targets, outputs):\n    return np.sum((outputs - targets) ** 2)",
            "def mse(t, o):\n    total = 0\n    for a, b in zip(t, o):\n        total += (a - b) ** 2\n    return total",
        ],
        "squares_alone": ["def mse(targets, outputs):\n    return (outputs - targets) ** 2"],
        "errors_alone": ["def mse(targets, outputs):\n    return outputs - targets"],
        "absolute": ["def mse(targets, outputs):\n    return np.mean(abs(outputs - targets))"],
        "not_squared": ["def mse(targets, outputs):\n    return np.mean(outputs - targets)"],
        "not_squared_reversed": ["def mse(targets, outputs):\n    return (targets - outputs).mean()"],
        "mean_before_square": [
            "def mse(targets, outputs):\n    return np.mean(outputs - targets) ** 2",
            "def mse(targets, outputs):\n    return (np.mean(outputs) - np.mean(targets)) ** 2",
        ],
        "sum_squared_over_n": [
            "def mse(targets, outputs):\n    return sum(outputs - targets) ** 2 / len(targets)"
        ],
        "root": ["def mse(targets, outputs):\n    return np.sqrt(np.mean((outputs - targets) ** 2))"],
        "root_of_sum": ["def mse(targets, outputs):\n    return np.linalg.norm(outputs - targets)"],
        "half": ["def mse(targets, outputs):\n    return np.mean((outputs - targets) ** 2) / 2"],
        "doubled_not_squared": ["def mse(targets, outputs):\n    return np.mean((outputs - targets) * 2)"],
        "negative": ["def mse(targets, outputs):\n    return -np.mean((outputs - targets) ** 2)"],
        "added": ["def mse(targets, outputs):\n    return np.mean((outputs + targets) ** 2)"],
        "one_less": [
            "def mse(targets, outputs):\n    return sum((outputs - targets) ** 2) / (len(targets) - 1)"
        ],
        "two_examples_only": ["def mse(targets, outputs):\n    return sum((outputs - targets) ** 2) / 2"],
        "three_birds_only": ["def mse(targets, outputs):\n    return sum((outputs - targets) ** 2) / 3"],
        "squares_subtracted": ["def mse(targets, outputs):\n    return np.mean(outputs ** 2 - targets ** 2)"],
        "only_outputs_squared": ["def mse(targets, outputs):\n    return np.mean(outputs - targets ** 2)"],
        "multiplied": ["def mse(targets, outputs):\n    return np.mean(outputs * targets)"],
        "first_only": [
            """
            def mse(targets, outputs):
                total = 0
                for target, output in zip(targets, outputs):
                    total = total + (output - target) ** 2
                    return total / len(targets)
            """
        ],
        "last_only": [
            """
            def mse(targets, outputs):
                for target, output in zip(targets, outputs):
                    total = (output - target) ** 2
                return total / len(targets)
            """
        ],
        "divided_in_the_loop": [
            """
            def mse(targets, outputs):
                total = 0
                for target, output in zip(targets, outputs):
                    total = (total + (output - target) ** 2) / len(targets)
                return total
            """
        ],
        "largest": ["def mse(targets, outputs):\n    return max((outputs - targets) ** 2)"],
        "relative": ["def mse(targets, outputs):\n    return np.mean(((outputs - targets) / targets) ** 2)"],
        "returns_none": ["def mse(targets, outputs):\n    print(np.mean((outputs - targets) ** 2))"],
        "wrong_arguments": ["def mse(errors):\n    return np.mean(errors ** 2)"],
        "always_the_same": ["def mse(targets, outputs):\n    return (1 + 0 + 9) / 3"],
        "raised": ["def mse(targets, outputs):\n    return np.mean((outputs - targets) ^ 2)"],
        "wrong_value": ["def mse(targets, outputs):\n    return np.mean((outputs - targets) ** 4)"],
    },
    check=function_check(
        mean_squared_error,
        arguments=("targets", "outputs"),
        cases=mse_cases,
        mistakes={
            "mean_forgotten": Mistake(
                lambda targets, outputs: np.sum((outputs - targets) ** 2),
                _errors(
                    "For {inputs} you return {got}, the *sum* of the squares. Then twice as many birds are twice as wrong. "
                    "Which word of *mean squared error* is missing?"
                ),
            ),
            "squares_alone": Mistake(
                lambda targets, outputs: (outputs - targets) ** 2,
                _errors(
                    "For {inputs} you return {got}: a square for each example. A loss is *one* number for all of them."
                ),
            ),
            "errors_alone": Mistake(
                lambda targets, outputs: outputs - targets,
                _errors(
                    "For {inputs} you return {got}, the errors themselves. Two steps are left: square, then average."
                ),
            ),
            "absolute": Mistake(
                lambda targets, outputs: np.mean(np.abs(outputs - targets)),
                _errors(
                    "For {inputs} the errors are {errors}, and you return {got}: the mean of their *sizes*. That is a loss, "
                    "too (the mean absolute error), but not this one. Here an error of 3 counts 9."
                ),
            ),
            "not_squared": Mistake(
                lambda targets, outputs: np.mean(outputs - targets),
                _errors(
                    "For {inputs} the errors are {errors}, and you return {got}: their mean. An error upwards and one "
                    "downwards cancel in it, as if nobody were wrong. What makes every error count as a positive number?"
                ),
            ),
            "not_squared_reversed": Mistake(
                lambda targets, outputs: np.mean(targets - outputs),
                _errors(
                    "For {inputs} you return {got}: the mean of targets minus outputs. Errors of different sign cancel in "
                    "it. What makes every error count as a positive number?"
                ),
            ),
            "mean_before_square": Mistake(
                lambda targets, outputs: np.mean(outputs - targets) ** 2,
                _errors(
                    "For {inputs} the errors are {errors}, and you return {got}: first the mean, then the square. By then "
                    "errors up and down have cancelled. Square each one first."
                ),
            ),
            "sum_squared_over_n": Mistake(
                lambda targets, outputs: np.sum(outputs - targets) ** 2 / len(targets),
                _errors(
                    "For {inputs} the errors are {errors}, and you return {got}: the errors are added up *before* they are "
                    "squared, so some cancel. Square each one first."
                ),
            ),
            "root": Mistake(
                lambda targets, outputs: np.sqrt(np.mean((outputs - targets) ** 2)),
                _errors(
                    "For {inputs} you return {got}: the *root* of the mean squared error. Stop one step earlier."
                ),
            ),
            "root_of_sum": Mistake(
                lambda targets, outputs: np.sqrt(np.sum((outputs - targets) ** 2)),
                _errors(
                    "For {inputs} you return {got}: the root of the *sum* of the squares. Asked is the mean, and no root."
                ),
            ),
            "half": Mistake(
                lambda targets, outputs: np.mean((outputs - targets) ** 2) / 2,
                _errors(
                    "For {inputs} you return {got}, half of it. Some books do that to save a factor 2 later; Keras and this "
                    "course don't."
                ),
            ),
            "doubled_not_squared": Mistake(
                lambda targets, outputs: np.mean((outputs - targets) * 2),
                _errors(
                    "For {inputs} the errors are {errors}, and you return {got}: they are *doubled*. The square is `** 2`."
                ),
            ),
            "negative": Mistake(
                lambda targets, outputs: -np.mean((outputs - targets) ** 2),
                _errors(
                    "For {inputs} you return {got}. A loss is larger the *more* wrong a network is; 0 is the best there is."
                ),
            ),
            "added": Mistake(
                lambda targets, outputs: np.mean((outputs + targets) ** 2),
                _errors(
                    "For {inputs} you return {got}: targets and outputs are *added*. How far are they apart?"
                ),
            ),
            "two_examples_only": Mistake(
                lambda targets, outputs: np.sum((outputs - targets) ** 2) / 2,
                _errors(
                    "For two examples you are right. For {inputs} you return {got}: the sum of the squares is always divided "
                    "by 2. How many examples are there?"
                ),
            ),
            "three_birds_only": Mistake(
                lambda targets, outputs: np.sum((outputs - targets) ** 2) / 3,
                _errors(
                    "For {inputs} you return {got}: the sum is divided by 3, as for the three birds above. How many are "
                    "there this time?"
                ),
            ),
            "one_less": Mistake(
                lambda targets, outputs: _infinite_for_one(targets, outputs),
                _errors(
                    "For {inputs} you return {got}: the sum is divided by one less than there are examples. That belongs to "
                    "another formula of statistics; a mean divides by all."
                ),
            ),
            "squares_subtracted": Mistake(
                lambda targets, outputs: np.mean(outputs**2 - targets**2),
                _errors(
                    "For {inputs} you return {got}: outputs and targets are squared one by one. First subtract, then square."
                ),
            ),
            "only_outputs_squared": Mistake(
                lambda targets, outputs: np.mean(outputs - targets**2),
                _errors(
                    "For {inputs} you return {got}: `** 2` takes only what stands directly before it, the targets. Put the "
                    "difference in brackets."
                ),
            ),
            "multiplied": Mistake(
                lambda targets, outputs: np.mean(outputs * targets),
                _errors(
                    "For {inputs} you return {got}: the mean of outputs *times* targets. How far are they apart?"
                ),
            ),
            "first_only": Mistake(
                lambda targets, outputs: (outputs[0] - targets[0]) ** 2 / len(targets),
                _errors(
                    "For {inputs} you return {got}: only the first example counts. Does the loop return before it has seen "
                    "the others?"
                ),
            ),
            "last_only": Mistake(
                lambda targets, outputs: (outputs[-1] - targets[-1]) ** 2 / len(targets),
                _errors(
                    "For {inputs} you return {got}: only the last square is left. What adds it to those before?"
                ),
            ),
            "divided_in_the_loop": Mistake(
                lambda targets, outputs: _divided_each_time(targets, outputs),
                _errors(
                    "For {inputs} you return {got}: the total is divided in *every* turn of the loop. Once, after it, is enough."
                ),
            ),
            "largest": Mistake(
                lambda targets, outputs: np.max((outputs - targets) ** 2),
                _errors("For {inputs} you return {got}, the *largest* square. Every example has a say."),
            ),
            "relative": Mistake(
                lambda targets, outputs: np.mean(((outputs - targets) / targets) ** 2),
                _errors(
                    "For {inputs} you return {got}: the errors are divided by the targets. Nothing is compared with the size of the target here."
                ),
            ),
        },
        success="One number for how wrong, whatever the number of examples: 0 is perfect, and twice the error counts four times.",
    ),
    equivalent=dict.fromkeys(
        (
            "errors = outputs - targets -> errors = targets - outputs",
            "zip(targets, outputs) -> zip(outputs, targets)",
            "total = total + (target - output) ** 2 -> total = total + (output - target) ** 2",
            "sum((e * e for e in targets - outputs)) -> sum((e * e for e in outputs - targets))",
        ),
        SAME_SQUARE,
    ),
    hints=(
        "Follow the table: the errors, then their squares, then the mean of these.",
        "With arrays, `outputs - targets` is all errors at once, `** 2` squares each, and `np.mean` averages.",
        "def mse(targets, outputs):\n    errors = ___ - ___\n    return np.mean(___ ** ___)",
    ),
)


def _infinite_for_one(targets: np.ndarray, outputs: np.ndarray) -> float:
    total = np.float64(np.sum((outputs - targets) ** 2))
    with np.errstate(all="ignore"):
        return total / (len(targets) - 1)


def _divided_each_time(targets: np.ndarray, outputs: np.ndarray) -> float:
    total = 0.0
    for target, output in zip(targets, outputs, strict=True):
        total = (total + (output - target) ** 2) / len(targets)
    return total


def binary_crossentropy(targets: np.ndarray, probabilities: np.ndarray) -> float:
    """The reference of exercise 5.2: binary cross-entropy as Keras computes it."""
    p = np.clip(probabilities, LEAST, MOST)
    return float(-np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p)))


def bce_cases(rng: np.random.Generator) -> list[tuple]:
    """One yes and one no; a single example of each kind; any; then networks that are certain, wrongly and rightly."""
    small = [
        (np.array([1.0, 0.0]), np.array([0.9, 0.2])),
        (np.array([1.0]), np.array([0.25])),
        (np.array([0.0]), np.array([0.25])),
        (np.array([1.0, 0.0, 0.0]), np.array([0.5, 0.5, 0.1])),
    ]
    any_ = [(rng.integers(0, 2, n).astype(float), rng.uniform(0.05, 0.95, n).round(2)) for n in (3, 5, 8)]
    certain = [
        (np.array([1.0, 0.0]), np.array([0.0, 0.2])),
        (np.array([1.0, 0.0]), np.array([0.9, 1.0])),
        (np.array([1.0, 0.0]), np.array([1.0, 0.0])),
    ]
    return small + any_ + certain


def _halves(of_yes: Callable, of_no: Callable, together: Callable = np.mean) -> Callable:
    """A mistake made of what an example counts whose target is 1, and one whose target is 0, after clipping."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        p = np.clip(probabilities, LEAST, MOST)
        with np.errstate(all="ignore"):
            return together(targets * of_yes(p) + (1 - targets) * of_no(p))

    return behaviour


def _unclipped(low: float, high: float) -> Callable:
    """A mistake: clipped at one end only, or at neither."""

    def behaviour(targets: np.ndarray, probabilities: np.ndarray) -> float:
        p = np.clip(probabilities, low, high)
        with np.errstate(all="ignore"):
            return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

    return behaviour


def _yes(p: np.ndarray) -> np.ndarray:
    return -np.log(p)


def _no(p: np.ndarray) -> np.ndarray:
    return -np.log(1 - p)


def _nothing(p: np.ndarray) -> np.ndarray:
    return 0 * p


def _class_by_class(targets: np.ndarray, probabilities: np.ndarray) -> float:
    p = np.clip(probabilities, LEAST, MOST)
    parts = [_yes(p[targets == 1]), _no(p[targets == 0])]
    return float(sum(part.mean() for part in parts if part.size))


_FOR = "For {inputs} you return {got}"

BCE = Exercise(
    id="5.2",
    title="Binary cross-entropy",
    kind="function",
    starter="""
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
        """,
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            total = 0
            for i in range(len(targets)):
                if targets[i] == 1:
                    total = total - np.log(p[i])
                else:
                    total = total - np.log(1 - p[i])
            return total / len(targets)
        """,
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            given_to_truth = np.where(targets == 1, p, 1 - p)
            return np.mean(-np.log(given_to_truth))
        """,
    ),
    wrong={
        "ones_only": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p))"
        ],
        "zeros_only": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean((1 - targets) * np.log(1 - p))"
        ],
        "one_minus_forgotten": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(p))",
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(p))",
        ],
        "minus_missing": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "minus_on_the_first_half": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(-targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "minus_on_the_second_half": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(targets * np.log(p) - (1 - targets) * np.log(1 - p))"
        ],
        "base_10": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log10(p) + (1 - targets) * np.log10(1 - p))"
        ],
        "base_2": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log2(p) + (1 - targets) * np.log2(1 - p))"
        ],
        "mean_forgotten": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "each_alone": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "halves_exchanged": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(1 - p) + (1 - targets) * np.log(p))"
        ],
        "arguments_exchanged": [
            "def binary_crossentropy(targets, p):\n    t = np.clip(targets, 1e-7, 1 - 1e-7)\n    return -np.mean(p * np.log(t) + (1 - p) * np.log(1 - t))"
        ],
        "log_outside": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.log(np.mean(targets * p + (1 - targets) * (1 - p)))"
        ],
        "one_minus_log": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * (1 - np.log(p)))"
        ],
        "no_logarithm": ["def binary_crossentropy(targets, p):\n    return np.mean(abs(targets - p))"],
        "squared_error": ["def binary_crossentropy(targets, p):\n    return np.mean((targets - p) ** 2)"],
        "decided_first": [
            "def binary_crossentropy(targets, p):\n    p = np.clip((p > 0.5) * 1.0, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "both_halves_for_all": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(p) + np.log(1 - p))"
        ],
        "class_by_class": [
            """
            def binary_crossentropy(targets, p):
                p = np.clip(p, 1e-7, 1 - 1e-7)
                total = 0
                if (targets == 1).any():
                    total = total - np.log(p[targets == 1]).mean()
                if (targets == 0).any():
                    total = total - np.log(1 - p[targets == 0]).mean()
                return total
            """
        ],
        "log_of_zero": [
            "def binary_crossentropy(targets, p):\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
            """
            import math

            def binary_crossentropy(targets, p):
                total = 0
                for t, q in zip(targets, p):
                    total -= t * math.log(q) + (1 - t) * math.log(1 - q)
                return total / len(p)
            """,
            "def binary_crossentropy(targets, p):\n    return np.mean(-np.log(np.where(targets == 1, p, 1 - p)))",
        ],
        "clipped_below_only": [
            "def binary_crossentropy(targets, p):\n    p = np.maximum(p, 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "clipped_above_only": [
            "def binary_crossentropy(targets, p):\n    p = np.minimum(p, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "clipped_elsewhere": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-15, 1 - 1e-15)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 0.01, 0.99)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
        ],
        "returns_none": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    loss = -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "raised": [
            "def binary_crossentropy(targets, p):\n    return -np.mean(targets * log(p) + (1 - targets) * log(1 - p))"
        ],
        "wrong_value": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -2 * np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
    },
    check=log_of_zero_named(
        function_check(
            binary_crossentropy,
            arguments=("targets", "probabilities"),
            cases=bce_cases,
            mistakes={
                "log_of_zero": Mistake(
                    _unclipped(0.0, 1.0),
                    "For ordinary probabilities you are right. For {inputs} you return {got}: somewhere stands the logarithm of "
                    "0. `np.clip` in the first line keeps `p` away from 0 and 1; is it `p` that you use behind it?",
                ),
                "clipped_below_only": Mistake(
                    _unclipped(LEAST, 1.0),
                    "For {inputs} you return {got}. You kept `p` away from 0; but `1 - p` is 0 where `p` is 1. Both ends need it.",
                ),
                "clipped_above_only": Mistake(
                    _unclipped(0.0, MOST),
                    "For {inputs} you return {got}. You kept `p` away from 1; where it is 0, `log(p)` is minus infinity. Both "
                    "ends need it.",
                ),
                "ones_only": Mistake(
                    _halves(_yes, _nothing),
                    _FOR
                    + ": only examples with target 1 count, the others add 0. A network that always says yes would be "
                    "perfect. What does an example with target 0 add?",
                ),
                "zeros_only": Mistake(
                    _halves(_nothing, _no),
                    _FOR + ": only examples with target 0 count. What does one with target 1 add?",
                ),
                "one_minus_forgotten": Mistake(
                    _halves(_yes, _yes),
                    _FOR
                    + ": every example counts -log(p), also where the target is 0. If p is the probability of *yes*, how "
                    "probable did the network find *no*?",
                ),
                "minus_missing": Mistake(
                    _halves(np.log, lambda p: np.log(1 - p)),
                    _FOR
                    + ". The logarithm of a number below 1 is negative; a loss is positive. One sign is missing.",
                ),
                "minus_on_the_first_half": Mistake(
                    _halves(_yes, lambda p: np.log(1 - p)),
                    _FOR
                    + ": the minus reaches the ones only; an example with target 0 *lowers* your loss, the more the "
                    "wronger it is. The minus belongs before the whole bracket.",
                ),
                "minus_on_the_second_half": Mistake(
                    _halves(np.log, _no),
                    _FOR
                    + ": an example with target 1 *lowers* your loss, the more the wronger it is. Between the two halves "
                    "stands a plus, and the minus before both.",
                ),
                "base_10": Mistake(
                    _halves(lambda p: -np.log10(p), lambda p: -np.log10(1 - p)),
                    _FOR
                    + ", {expected} is expected. The pattern is right; `np.log10` is the logarithm to the base 10. The natural one is `np.log`.",
                ),
                "base_2": Mistake(
                    _halves(lambda p: -np.log2(p), lambda p: -np.log2(1 - p)),
                    _FOR
                    + ", {expected} is expected. The pattern is right; `np.log2` is the logarithm to the base 2. The natural one is `np.log`.",
                ),
                "mean_forgotten": Mistake(
                    _halves(_yes, _no, np.sum),
                    _FOR
                    + ": the *sum* over the examples. With twice as many it would be twice as large; asked is the mean.",
                ),
                "each_alone": Mistake(
                    _halves(_yes, _no, lambda each: each),
                    _FOR + ": what each example counts, and each is right. A loss is one number: their mean.",
                ),
                "halves_exchanged": Mistake(
                    _halves(_no, _yes),
                    _FOR
                    + ": the two halves are exchanged. Where the target is 1, the loss must fall as p *rises*.",
                ),
                "arguments_exchanged": Mistake(
                    lambda targets, probabilities: binary_crossentropy(probabilities, targets),
                    _FOR
                    + ": the logarithm is taken of the *targets*. It belongs to the probabilities; the targets only say "
                    "which half counts.",
                ),
                "log_outside": Mistake(
                    lambda targets, probabilities: (
                        -np.log(np.mean(targets * probabilities + (1 - targets) * (1 - probabilities)))
                    ),
                    _FOR
                    + ": first the mean of the probabilities, then one logarithm. Each example has its own: logarithm "
                    "first, mean last.",
                ),
                "one_minus_log": Mistake(
                    _halves(_yes, lambda p: -(1 - np.log(p))),
                    _FOR
                    + ": for target 0 you take 1 minus the logarithm. Asked is the logarithm *of* 1 - p: mind the brackets.",
                ),
                "no_logarithm": Mistake(
                    lambda targets, probabilities: np.mean(np.abs(targets - probabilities)),
                    _FOR
                    + ": how far the probabilities are from the targets, without any logarithm. Then being certain and wrong costs hardly "
                    "more than being in doubt.",
                ),
                "squared_error": Mistake(
                    lambda targets, probabilities: np.mean((targets - probabilities) ** 2),
                    _FOR
                    + ": that is the mean squared error of the last exercise. Here the loss is a logarithm.",
                ),
                "decided_first": Mistake(
                    lambda targets, probabilities: binary_crossentropy(
                        targets, (probabilities > 0.5).astype(float)
                    ),
                    _FOR
                    + ": the probabilities were turned into decisions first, so 0.51 counts like 0.99. The loss looks at "
                    "the probabilities themselves.",
                ),
                "both_halves_for_all": Mistake(
                    _halves(lambda p: -np.log(p) - np.log(1 - p), lambda p: -np.log(p) - np.log(1 - p)),
                    _FOR
                    + ": both logarithms for every example. The target should switch one of them off: multiply one by "
                    "the target, the other by 1 minus the target.",
                ),
                "class_by_class": Mistake(
                    _class_by_class,
                    _FOR
                    + ": a mean over the ones plus a mean over the zeros. Asked is *one* mean over all examples.",
                ),
            },
            success="Your loss is the one Keras computes: mild with doubt, merciless with certainty in the wrong place.",
            atol=1e-6,
        )
    ),
    equivalent={},
    hints=(
        "Take one example with target 1 and one with target 0. What does each of them count, by the table?",
        "Where the target is 1, `targets * np.log(p)` is log(p); where it is 0, it vanishes. Which second part vanishes the other way round?",
        "    return -np.mean(targets * np.log(___) + (1 - targets) * np.log(___))",
    ),
)
