"""Exercise 5.7: the gradient of one neuron. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.gradient_cases import gradient, gradient_cases
from dlcourse.exercises.lesson_05.gradient_mistakes import MISTAKES
from dlcourse.exercises.lesson_05.gradient_named import slopes_named

NUMPY = "import numpy as np"


def _loop(last: str) -> str:
    return f"""
def gradient(x, y, w, b):
    w_slope = b_slope = 0
    for one_x, one_y in zip(x, y):
        error = w * one_x + b - one_y
        w_slope += 2 * error * one_x / len(x)
        b_slope += 2 * error / len(x)
        {last}
    return w_slope, b_slope
"""


def _nudged(for_b: str = "loss(w, b + h) - loss(w, b)") -> str:
    return f"""
def gradient(x, y, w, b):
    h = 0.0001
    def loss(w, b):
        return np.mean((w * x + b - y) ** 2)
    return (loss(w + h, b) - loss(w, b)) / h, ({for_b}) / h
"""


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
        _nudged(),
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
        "doubled_and_squared": [_source("np.mean((2 * errors) ** 2 * x)", "np.mean((2 * errors) ** 2)")],
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
        "not_added_up": [_source("2 * errors * x / len(x)", "2 * errors / len(x)")],
        "median": [_source("np.median(2 * errors * x)", "np.median(2 * errors)")],
        "first_bird_over_n": [_loop("return w_slope, b_slope")],
        "last_bird_over_n": [
            "def gradient(x, y, w, b):\n    for one_x, one_y in zip(x, y):\n        error = w * one_x + b - one_y\n        w_slope, b_slope = 2 * error * one_x / len(x), 2 * error / len(x)\n    return w_slope, b_slope"
        ],
        "averaged_too_early": [_source("np.mean(2 * errors) * x")],
        "loss_itself": [_source("np.mean(errors ** 2)", "np.mean(errors ** 2)")],
        "loss_doubled": [_source("2 * np.mean(errors ** 2)", "2 * np.mean(errors ** 2)")],
        "squared_for_b": [_source(b="np.mean(errors ** 2)")],
        "both_nudged_for_b": [_nudged("loss(w + h, b + h) - loss(w, b)")],
        "factor_4_for_w": [
            _source("np.mean(4 * errors * x)"),
            "def gradient(x, y, w, b):\n    errors = w * x + b - y\n    errors *= 2\n    b_slope = np.mean(errors)\n    w_slope = np.mean(2 * errors * x)\n    return w_slope, b_slope",
        ],
        "one_less": [_source("np.sum(2 * errors * x) / (len(x) - 1)", "np.sum(2 * errors) / (len(x) - 1)")],
        "weight_taken_as_1": [_source(errors="x + b - y")],
        "x_added": [_source("np.mean(2 * errors + x)")],
        "slope_missing": [
            "def gradient(x, y, w, b):\n    errors = w * x + b - y\n    return w_slope, b_slope",
            "def gradient(x, y, w, b):\n    errors = w * x + b - y\n    w_slope = np.mean(2 * errors * x)\n    return w_slope, b_slope",
            "def gradient(x, y, w, b):\n    errors = w * x + b - y\n    slope_w = np.mean(2 * errors * x)\n    slope_b = np.mean(2 * errors)\n    return w_slope, b_slope",
        ],
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
        "raised": [_source("np.mean(2 * error * x)"), _source("np.men(2 * errors * x)")],
        "wrong_value": [_source("np.mean(3 * errors * x)", "np.mean(3 * errors)")],
    },
    check=slopes_named(
        function_check(
            gradient,
            arguments=("x", "y", "w", "b"),
            cases=gradient_cases,
            rtol=1e-3,
            atol=3e-3,  # slopes by a nudge of 0.0001 to one side, as in exercise 5.5, are slopes, too
            mistakes=MISTAKES,
            success="Two slopes by formula, in one pass, where nudging would have computed the loss again and again for each weight.",
        )
    ),
    equivalent={
        "2 / len(x) * (errors @ x) -> 2 / len(x) * (x @ errors)": "the sum of the same products",
        "h = 0.001 -> h = 0.00125": "another nudge that is small enough",
        "h = 0.001 -> h = 0.0005": "another nudge that is small enough",
        "h = 0.0001 -> h = 0.000125": "another nudge that is small enough",
        "h = 0.0001 -> h = 5e-05": "another nudge that is small enough",
        "return np.mean((w * x + b - y) ** 2) -> return np.mean((y - (w * x + b)) ** 2)": "a square is the same whichever is subtracted from which",
    },
    hints=(
        "It is the table with two birds, column by column: 2 times the error, and 2 times the error times x.",
        "`errors` holds all errors. `2 * errors * x` is a number for each bird; the slope is their mean. And for b?",
        "    w_slope = np.mean(2 * ___ * ___)\n    b_slope = np.mean(2 * ___)",
    ),
)
