"""Exercise 5.8: one step of gradient descent. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.gradient import GRADIENT
from dlcourse.exercises.lesson_05.gradient_named import fault_in_gradient_named
from dlcourse.exercises.lesson_05.update_mistakes import MISTAKES, step, step_cases


def _update(*lines: str) -> str:
    return "def update(x, y, w, b, learning_rate):\n" + "\n".join(f"    {line}" for line in lines)


_TWO = "w_slope, b_slope = gradient(x, y, w, b)"

_SETUP = """
import numpy as np

def gradient(x, y, w, b):
    errors = w * x + b - y
    return np.mean(2 * errors * x), np.mean(2 * errors)
"""


def _with_gradient(*lines: str) -> str:
    """A right `update` that calls a `gradient` with these lines in it."""
    body = "\n".join(f"    {line}" for line in ("errors = w * x + b - y", *lines))
    right = _update(_TWO, "return w - learning_rate * w_slope, b - learning_rate * b_slope")
    return f"def gradient(x, y, w, b):\n{body}\n\n{right}"


UPDATE = Exercise(
    id="5.8",
    title="One step of gradient descent",
    kind="function",
    starter="""
        def update(x, y, w, b, learning_rate):
            ...
            return w, b
    """,
    setup=_SETUP,
    right=(
        _update(_TWO, "w = w - learning_rate * w_slope", "b = b - learning_rate * b_slope", "return w, b"),
        _update(
            "errors = w * x + b - y",
            "w = w - learning_rate * 2 * np.mean(errors * x)",
            "b = b - learning_rate * 2 * np.mean(errors)",
            "return w, b",
        ),
        _update(
            "place = np.array([w, b])",
            "return place - learning_rate * np.array(gradient(x, y, w, b))",
        ),
        _update(
            "errors = y - (w * x + b)",
            "return w + learning_rate * np.mean(2 * errors * x), b + learning_rate * np.mean(2 * errors)",
        ),
    ),
    wrong={
        "uphill": [_update(_TWO, "return w + learning_rate * w_slope, b + learning_rate * b_slope")],
        "b_uphill": [_update(_TWO, "return w - learning_rate * w_slope, b + learning_rate * b_slope")],
        "w_uphill": [_update(_TWO, "return w + learning_rate * w_slope, b - learning_rate * b_slope")],
        "b_from_the_new_w": [
            _update(
                "w = w - learning_rate * gradient(x, y, w, b)[0]",
                "b = b - learning_rate * gradient(x, y, w, b)[1]",
                "return w, b",
            ),
            _update(
                "w = w - learning_rate * np.mean(2 * (w * x + b - y) * x)",
                "b = b - learning_rate * np.mean(2 * (w * x + b - y))",
                "return w, b",
            ),
        ],
        "w_from_the_new_b": [
            _update(
                "b = b - learning_rate * np.mean(2 * (w * x + b - y))",
                "w = w - learning_rate * np.mean(2 * (w * x + b - y) * x)",
                "return w, b",
            )
        ],
        "rate_forgotten": [_update(_TWO, "return w - w_slope, b - b_slope")],
        "rate_forgotten_for_b": [_update(_TWO, "return w - learning_rate * w_slope, b - b_slope")],
        "rate_forgotten_for_w": [_update(_TWO, "return w - w_slope, b - learning_rate * b_slope")],
        "rate_twice": [
            _update(
                _TWO,
                "w_step, b_step = learning_rate * w_slope, learning_rate * b_slope",
                "return w - learning_rate * w_step, b - learning_rate * b_step",
            )
        ],
        "b_left": [_update(_TWO, "w = w - learning_rate * w_slope", "return w, b")],
        "w_left": [_update(_TWO, "b = b - learning_rate * b_slope", "return w, b")],
        "nothing_moved": [_update(_TWO, "return w, b")],
        "slopes_returned": [_update("return gradient(x, y, w, b)")],
        "steps_returned": [_update(_TWO, "return learning_rate * w_slope, learning_rate * b_slope")],
        "old_place_lost": [_update(_TWO, "return -learning_rate * w_slope, -learning_rate * b_slope")],
        "slopes_exchanged": [
            _update(_TWO, "return w - learning_rate * b_slope, b - learning_rate * w_slope")
        ],
        "same_slope_for_both": [
            _update(_TWO, "return w - learning_rate * w_slope, b - learning_rate * w_slope")
        ],
        "divided_by_the_rate": [
            _update(_TWO, "return w - w_slope / learning_rate, b - b_slope / learning_rate")
        ],
        "summed": [
            _update(
                "errors = w * x + b - y",
                "return w - learning_rate * sum(2 * errors * x), b - learning_rate * sum(2 * errors)",
            )
        ],
        "factor_2_lost": [
            _update(
                "errors = w * x + b - y",
                "return w - learning_rate * np.mean(errors * x), b - learning_rate * np.mean(errors)",
            )
        ],
        "results_exchanged": [
            _update(_TWO, "return b - learning_rate * b_slope, w - learning_rate * w_slope")
        ],
        "two_steps": [
            _update(
                "for _ in range(2):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "many_steps": [
            _update(
                "for _ in range(100):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "place_overwritten": [
            _update("w, b = gradient(x, y, w, b)", "return w - learning_rate * w, b - learning_rate * b")
        ],
        "rate_alone": [_update(_TWO, "return w - learning_rate, b - learning_rate")],
        "bird_by_bird": [
            _update(
                "for one_x, one_y in zip(x, y):",
                "    error = w * one_x + b - one_y",
                "    w, b = w - learning_rate * 2 * error * one_x, b - learning_rate * 2 * error",
                "return w, b",
            )
        ],
        "own_rate": [
            _update(_TWO, "return w - 0.1 * w_slope, b - 0.1 * b_slope"),
            _update(_TWO, "return w - 0.25 * w_slope, b - 0.25 * b_slope"),
            _update(
                _TWO,
                "learning_rate = 0.01",
                "return w - learning_rate * w_slope, b - learning_rate * b_slope",
            ),
        ],
        "x_and_y_exchanged": [
            _update(
                "w_slope, b_slope = gradient(y, x, w, b)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            ),
            _update(
                "errors = w * y + b - x",
                "return w - learning_rate * 2 * np.mean(errors * y), b - learning_rate * 2 * np.mean(errors)",
            ),
        ],
        "w_and_b_exchanged": [
            _update(
                "w_slope, b_slope = gradient(x, y, b, w)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "weights_before_birds": [
            _update(
                "w_slope, b_slope = gradient(w, b, x, y)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "b_from_w": [
            _update(_TWO, "w = w - learning_rate * w_slope", "b = w - learning_rate * b_slope", "return w, b")
        ],
        "b_from_the_old_w": [
            _update(_TWO, "return w - learning_rate * w_slope, w - learning_rate * b_slope")
        ],
        "a_step_for_each_bird": [
            _update(
                "for _ in range(len(x)):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "each_alone": [
            _update(
                "errors = w * x + b - y",
                "return w - learning_rate * 2 * errors * x, b - learning_rate * 2 * errors",
            )
        ],
        "each_alone_without_2": [
            _update(
                "errors = w * x + b - y", "return w - learning_rate * errors * x, b - learning_rate * errors"
            )
        ],
        "birds_moved": [_update(_TWO, "return x - learning_rate * w_slope, y - learning_rate * b_slope")],
        "gradient_unsolved": [
            _with_gradient("return w_slope, b_slope"),
            _with_gradient("w_slope = np.mean(2 * errors * x)", "return w_slope, b_slope"),
            _with_gradient("print(np.mean(2 * errors * x), np.mean(2 * errors))"),
        ],
        "gradient_wrong": [
            _with_gradient("return np.sum(2 * errors * x), np.sum(2 * errors)"),
            _with_gradient("return np.mean(errors * x), np.mean(errors)"),
            _with_gradient("return 2 * errors * x, 2 * errors"),
            _with_gradient("return np.mean(2 * errors), np.mean(2 * errors * x)"),
            _with_gradient("return -np.mean(2 * errors * x), -np.mean(2 * errors)"),
            _with_gradient("return np.mean(2 * errors * x)"),
        ],
        "slopes_not_caught": [
            _update(
                "gradient(x, y, w, b)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "signs_alone": [
            _update(_TWO, "return w - learning_rate * np.sign(w_slope), b - learning_rate * np.sign(b_slope)")
        ],
        "scaled": [
            _update(_TWO, "return w * (1 - learning_rate * w_slope), b * (1 - learning_rate * b_slope)")
        ],
        "subtracted_the_other_way": [
            _update(_TWO, "return learning_rate * w_slope - w, learning_rate * b_slope - b")
        ],
        "brackets": [
            _update(_TWO, "return (w - learning_rate) * w_slope, (b - learning_rate) * b_slope"),
        ],
        "wrong_type": [_update(_TWO, "return w - learning_rate * w_slope")],
        "returns_none": [_update(_TWO, "w = w - learning_rate * w_slope", "b = b - learning_rate * b_slope")],
        "raised": [
            _update("slopes = gradient(x, y, w, b)", "return w - learning_rate * slopes, b"),
            _with_gradient("return np.men(2 * errors * x), np.mean(2 * errors)"),
            _update("w_slope, b_slope = gradient()", "return w - learning_rate * w_slope, b"),
            _update("w, b = update(x, y, w, b, learning_rate)", "return w, b"),
        ],
        "wrong_value": [_update(_TWO, "return w - 3 * learning_rate * w_slope, b - learning_rate * b_slope")],
    },
    check=fault_in_gradient_named(
        function_check(
            step,
            arguments=("x", "y", "w", "b", "learning_rate"),
            cases=step_cases,
            rtol=1e-4,
            atol=1e-6,
            mistakes=MISTAKES,
            success="Both slopes measured at the old place, then both moved: that is a step.",
        ),
        GRADIENT.check,
    ),
    equivalent={},
    hints=(
        "You have `gradient` from the last exercise: it gives both slopes at once.",
        "First `w_slope, b_slope = gradient(x, y, w, b)`. Then each number goes against its own slope, by the learning rate times it.",
        "    w_slope, b_slope = gradient(x, y, w, b)\n    w = w - ___ * ___\n    b = b - ___ * ___",
    ),
)
