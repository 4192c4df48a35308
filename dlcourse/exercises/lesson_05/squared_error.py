"""Exercise 5.1: the mean squared error, written by the learner. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.squared_error_cases import mean_squared_error, mse_cases
from dlcourse.exercises.lesson_05.squared_error_mistakes import MISTAKES

NUMPY = "import numpy as np"

SAME_SQUARE = "a square is the same whichever is subtracted from which"

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
        "targets_squared_first": ["def mse(targets, outputs):\n    return np.mean(targets**2 - outputs**2)"],
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
        "spread": ["def mse(targets, outputs):\n    return np.std(outputs - targets)"],
        "sum_of_sizes": ["def mse(targets, outputs):\n    return sum(abs(outputs - targets))"],
        "variance": ["def mse(targets, outputs):\n    return np.var(outputs - targets)"],
        "size_of_the_mean": ["def mse(targets, outputs):\n    return abs(np.mean(outputs - targets))"],
        "sizes_averaged_then_squared": [
            "def mse(targets, outputs):\n    return np.mean(abs(outputs - targets)) ** 2"
        ],
        "last_left_out": [
            """
            def mse(targets, outputs):
                total = 0
                for i in range(len(targets) - 1):
                    total = total + (outputs[i] - targets[i]) ** 2
                return total / len(targets)
            """
        ],
        "first_alone": [
            "def mse(targets, outputs):\n    for t, o in zip(targets, outputs):\n        return (o - t) ** 2"
        ],
        "last_alone": [
            """
            def mse(targets, outputs):
                for target, output in zip(targets, outputs):
                    squared = (output - target) ** 2
                return np.mean(squared)
            """
        ],
        "twice": [
            "def mse(targets, outputs):\n    return np.mean(2 * (outputs - targets) ** 2)",
            "def mse(targets, outputs):\n    return 2 * np.mean((outputs - targets) ** 2)",
        ],
        "divided_twice": [
            "def mse(targets, outputs):\n    return np.mean((outputs - targets) ** 2) / len(targets)"
        ],
        "first_left_out": [
            "def mse(targets, outputs):\n    total = 0\n    for i in range(1, len(targets)):\n        total = total + (outputs[i] - targets[i]) ** 2\n    return total / len(targets)"
        ],
        "cubed": ["def mse(targets, outputs):\n    return np.mean((outputs - targets) ** 3)"],
        "median": ["def mse(targets, outputs):\n    return np.median((outputs - targets) ** 2)"],
        "outputs_squared_alone": ["def mse(targets, outputs):\n    return np.mean(targets - outputs ** 2)"],
        "rounded_to_two": [
            "def mse(targets, outputs):\n    return round(np.mean((outputs - targets) ** 2), 2)"
        ],
        "rounded_to_three": [
            "def mse(targets, outputs):\n    return round(np.mean((outputs - targets) ** 2), 3)"
        ],
        "sum_squared": ["def mse(targets, outputs):\n    return sum(outputs - targets) ** 2"],
        "each_divided": ["def mse(targets, outputs):\n    return (outputs - targets) ** 2 / len(targets)"],
        "nothing_added": [
            "def mse(targets, outputs):\n    total = 0\n    for e in outputs - targets:\n        total + e ** 2\n    return total / len(targets)"
        ],
        "rounded": ["def mse(targets, outputs):\n    return round(np.mean((outputs - targets) ** 2), 1)"],
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
        mistakes=MISTAKES,
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
