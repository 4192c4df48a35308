"""Exercise 5.7: the gradient of one neuron. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.gradient_mistakes import MISTAKES, gradient, gradient_cases

NUMPY = "import numpy as np"


def _source(
    w: str = "np.mean(2 * errors * x)", b: str = "np.mean(2 * errors)", errors: str = "w * x + b - y"
) -> str:
    return f"def gradient(x, y, w, b):\n    errors = {errors}\n    return {w}, {b}"


GRADIENT = Exercise(
    id="5.7",
    title="The gradient of one neuron",
    kind="function",
    starter="""
        def gradient(x, y, w, b):
            errors = w * x + b - y
            ...
            return w_slope, b_slope
    """,
    setup=NUMPY,
    right=(
        """
        def gradient(x, y, w, b):
            errors = w * x + b - y
            w_slope = np.mean(2 * errors * x)
            b_slope = np.mean(2 * errors)
            return w_slope, b_slope
        """,
        """
        def gradient(x, y, w, b):
            w_sum, b_sum = 0, 0
            for one_x, one_y in zip(x, y):
                error = w * one_x + b - one_y
                w_sum += 2 * error * one_x
                b_sum += 2 * error
            return w_sum / len(x), b_sum / len(x)
        """,
        """
        def gradient(x, y, w, b):
            errors = w * x + b - y
            return [2 / len(x) * (errors @ x), 2 * errors.mean()]
        """,
        """
        def gradient(x, y, w, b):
            def loss(w, b):
                return np.mean((w * x + b - y) ** 2)
            h = 0.001
            return np.array([loss(w + h, b) - loss(w - h, b), loss(w, b + h) - loss(w, b - h)]) / (2 * h)
        """,
    ),
    wrong={
        "summed": [
            _source("np.sum(2 * errors * x)", "np.sum(2 * errors)"),
            _source("2 * errors @ x", "2 * sum(errors)"),
        ],
        "w_summed": [_source("2 * errors @ x")],
        "b_summed": [_source(b="2 * np.sum(errors)")],
        "factor_2_lost": [_source("np.mean(errors * x)", "np.mean(errors)")],
        "factor_2_lost_for_b": [_source(b="np.mean(errors)")],
        "factor_2_lost_for_w": [_source("np.mean(errors * x)")],
        "factor_4": [_source("np.mean(2 * 2 * errors * x)", "np.mean(4 * errors)")],
        "sign": [
            _source(errors="y - (w * x + b)"),
            _source("-np.mean(2 * errors * x)", "-np.mean(2 * errors)"),
        ],
        "bias_added_to_targets": [_source(errors="w * x - y + -b"), _source(errors="w * x - (y + b)")],
        "target_for_input": [_source("np.mean(2 * errors * y)")],
        "weight_for_input": [_source("np.mean(2 * errors * w)")],
        "input_forgotten": [_source("np.mean(2 * errors)")],
        "b_times_input": [_source(b="np.mean(2 * errors * x)")],
        "b_times_b": [_source(b="np.mean(2 * errors * b)")],
        "bias_forgotten": [_source(errors="w * x - y")],
        "errors_squared": [_source("np.mean(errors ** 2 * x)", "np.mean(errors ** 2)")],
        "doubled_squares": [_source("np.mean(2 * errors ** 2 * x)", "np.mean(2 * errors ** 2)")],
        "means_multiplied": [_source("2 * np.mean(errors) * np.mean(x)")],
        "sizes": [_source(errors="abs(w * x + b - y)")],
        "outputs_for_errors": [_source(errors="w * x + b")],
        "each_alone": [_source("2 * errors * x", "2 * errors")],
        "exchanged": [_source("np.mean(2 * errors)", "np.mean(2 * errors * x)")],
        "b_left_zero": [_source(b="0")],
        "b_is_one": [_source(b="1")],
        "step_taken": [_source("w - np.mean(2 * errors * x)", "b - np.mean(2 * errors)")],
        "x_squared": [_source("np.mean(2 * errors * x ** 2)")],
        "signs_alone": [_source("np.sign(np.mean(2 * errors * x))", "np.sign(np.mean(2 * errors))")],
        "divided_twice": [_source("np.mean(2 * errors * x) / len(x)", "np.mean(2 * errors) / len(x)")],
        "summed_without_2": [
            _source("np.sum(errors * x)", "np.sum(errors)"),
            _source("sum(2 * errors * x) / 2", "sum(2 * errors) / 2"),
        ],
        "b_reversed": [_source(b="-np.mean(2 * errors)")],
        "w_reversed": [_source("-np.mean(2 * errors * x)")],
        "sizes_for_w": [_source("np.mean(2 * abs(errors) * x)")],
        "errors_forgotten": [_source("np.mean(2 * x)")],
        "square_of_the_weights": [_source("np.mean(2 * w * x)", "2 * b")],
        "divided_by_the_input": [_source("np.mean(2 * errors / x)")],
        "w_not_averaged": [_source("2 * errors * x")],
        "b_not_averaged": [_source(b="2 * errors")],
        "first_bird_only": [
            """
            def gradient(x, y, w, b):
                for one_x, one_y in zip(x, y):
                    error = w * one_x + b - one_y
                    return 2 * error * one_x, 2 * error
            """
        ],
        "last_bird_only": [
            """
            def gradient(x, y, w, b):
                for one_x, one_y in zip(x, y):
                    error = w * one_x + b - one_y
                    w_slope, b_slope = 2 * error * one_x, 2 * error
                return w_slope, b_slope
            """
        ],
        "wrong_type": ["def gradient(x, y, w, b):\n    return np.mean(2 * (w * x + b - y) * x)"],
        "returns_none": ["def gradient(x, y, w, b):\n    slopes = np.mean(2 * (w * x + b - y) * x), 0"],
        "raised": ["def gradient(x, y, w, b):\n    errors = w * x + b - y\n    return w_slope, b_slope"],
        "wrong_value": [_source("np.mean(3 * errors * x)", "np.mean(3 * errors)")],
    },
    check=function_check(
        gradient,
        arguments=("x", "y", "w", "b"),
        cases=gradient_cases,
        rtol=1e-4,
        atol=1e-4,  # slopes by a nudge to one side are slopes, too
        mistakes=MISTAKES,
        success="Two slopes by formula, in one pass, where nudging would have computed the loss again and again for each weight.",
    ),
    equivalent={},
    hints=(
        "It is the table with two birds, column by column: 2 times the error, and 2 times the error times x.",
        "`errors` holds all errors. `2 * errors * x` is a number for each bird; the slope is their mean. And for b?",
        "    w_slope = np.mean(2 * ___ * ___)\n    b_slope = np.mean(2 * ___)",
    ),
)
