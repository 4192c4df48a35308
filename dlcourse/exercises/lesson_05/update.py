"""Exercise 5.8: one step of gradient descent. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.gradient import GRADIENT
from dlcourse.exercises.lesson_05.gradient_named import fault_in_gradient_named
from dlcourse.exercises.lesson_05.update_answers import SETUP, TWO, lines, with_gradient
from dlcourse.exercises.lesson_05.update_mistakes import MISTAKES, step, step_cases

UPDATE = Exercise(
    id="5.8",
    title="One step of gradient descent",
    kind="function",
    starter="""
        def update(x, y, w, b, learning_rate):
            ...
            return w, b
    """,
    setup=SETUP,
    right=(
        lines(TWO, "w = w - learning_rate * w_slope", "b = b - learning_rate * b_slope", "return w, b"),
        lines(
            "errors = w * x + b - y",
            "w = w - learning_rate * 2 * np.mean(errors * x)",
            "b = b - learning_rate * 2 * np.mean(errors)",
            "return w, b",
        ),
        lines(
            "place = np.array([w, b])",
            "return place - learning_rate * np.array(gradient(x, y, w, b))",
        ),
        lines(
            "errors = y - (w * x + b)",
            "return w + learning_rate * np.mean(2 * errors * x), b + learning_rate * np.mean(2 * errors)",
        ),
        """
        def slope(loss, w):
            nudge = 0.0001
            return (loss(w + nudge) - loss(w)) / nudge

        def gradient(x, y, w, b):
            w_slope = slope(lambda one: np.mean((one * x + b - y) ** 2), w)
            b_slope = slope(lambda one: np.mean((w * x + one - y) ** 2), b)
            return w_slope, b_slope

        def update(x, y, w, b, learning_rate):
            w_slope, b_slope = gradient(x, y, w, b)
            return w - learning_rate * w_slope, b - learning_rate * b_slope
        """,
    ),
    wrong={
        "uphill": [lines(TWO, "return w + learning_rate * w_slope, b + learning_rate * b_slope")],
        "b_uphill": [lines(TWO, "return w - learning_rate * w_slope, b + learning_rate * b_slope")],
        "w_uphill": [lines(TWO, "return w + learning_rate * w_slope, b - learning_rate * b_slope")],
        "b_from_the_new_w": [
            lines(
                "w = w - learning_rate * gradient(x, y, w, b)[0]",
                "b = b - learning_rate * gradient(x, y, w, b)[1]",
                "return w, b",
            ),
            lines(
                "w = w - learning_rate * np.mean(2 * (w * x + b - y) * x)",
                "b = b - learning_rate * np.mean(2 * (w * x + b - y))",
                "return w, b",
            ),
        ],
        "w_from_the_new_b": [
            lines(
                "b = b - learning_rate * np.mean(2 * (w * x + b - y))",
                "w = w - learning_rate * np.mean(2 * (w * x + b - y) * x)",
                "return w, b",
            )
        ],
        "rate_forgotten": [lines(TWO, "return w - w_slope, b - b_slope")],
        "rate_forgotten_for_b": [lines(TWO, "return w - learning_rate * w_slope, b - b_slope")],
        "rate_forgotten_for_w": [lines(TWO, "return w - w_slope, b - learning_rate * b_slope")],
        "rate_twice": [
            lines(
                TWO,
                "w_step, b_step = learning_rate * w_slope, learning_rate * b_slope",
                "return w - learning_rate * w_step, b - learning_rate * b_step",
            )
        ],
        "rate_subtracted": [lines(TWO, "return w - learning_rate - w_slope, b - learning_rate - b_slope")],
        "divided_by_n_again": [
            lines(TWO, "r = learning_rate / len(x)", "return w - r * w_slope, b - r * b_slope")
        ],
        "b_left": [lines(TWO, "w = w - learning_rate * w_slope", "return w, b")],
        "w_left": [lines(TWO, "b = b - learning_rate * b_slope", "return w, b")],
        "nothing_moved": [lines(TWO, "return w, b")],
        "slopes_returned": [lines("return gradient(x, y, w, b)")],
        "steps_returned": [lines(TWO, "return learning_rate * w_slope, learning_rate * b_slope")],
        "old_place_lost": [lines(TWO, "return -learning_rate * w_slope, -learning_rate * b_slope")],
        "slopes_exchanged": [lines(TWO, "return w - learning_rate * b_slope, b - learning_rate * w_slope")],
        "same_slope_for_both": [
            lines(TWO, "return w - learning_rate * w_slope, b - learning_rate * w_slope")
        ],
        "divided_by_the_rate": [
            lines(TWO, "return w - w_slope / learning_rate, b - b_slope / learning_rate")
        ],
        "summed": [
            lines(
                "errors = w * x + b - y",
                "return w - learning_rate * sum(2 * errors * x), b - learning_rate * sum(2 * errors)",
            )
        ],
        "factor_2_lost": [
            lines(
                "errors = w * x + b - y",
                "return w - learning_rate * np.mean(errors * x), b - learning_rate * np.mean(errors)",
            )
        ],
        "results_exchanged": [lines(TWO, "return b - learning_rate * b_slope, w - learning_rate * w_slope")],
        "two_steps": [
            lines(
                "for _ in range(2):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "many_steps": [
            lines(
                "for _ in range(100):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "place_overwritten": [
            lines("w, b = gradient(x, y, w, b)", "return w - learning_rate * w, b - learning_rate * b")
        ],
        "rate_alone": [lines(TWO, "return w - learning_rate, b - learning_rate")],
        "bird_by_bird": [
            lines(
                "for one_x, one_y in zip(x, y):",
                "    error = w * one_x + b - one_y",
                "    w, b = w - learning_rate * 2 * error * one_x, b - learning_rate * 2 * error",
                "return w, b",
            )
        ],
        "own_rate": [
            lines(TWO, "return w - 0.1 * w_slope, b - 0.1 * b_slope"),
            lines(TWO, "return w - 0.25 * w_slope, b - 0.25 * b_slope"),
            lines(
                TWO,
                "learning_rate = 0.01",
                "return w - learning_rate * w_slope, b - learning_rate * b_slope",
            ),
        ],
        "x_and_y_exchanged": [
            lines(
                "w_slope, b_slope = gradient(y, x, w, b)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            ),
            lines(
                "errors = w * y + b - x",
                "return w - learning_rate * 2 * np.mean(errors * y), b - learning_rate * 2 * np.mean(errors)",
            ),
        ],
        "w_and_b_exchanged": [
            lines(
                "w_slope, b_slope = gradient(x, y, b, w)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "weights_before_birds": [
            lines(
                "w_slope, b_slope = gradient(w, b, x, y)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "b_from_w": [
            lines(
                TWO,
                "w = w - learning_rate * w_slope",
                "b = w - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "b_from_the_old_w": [lines(TWO, "return w - learning_rate * w_slope, w - learning_rate * b_slope")],
        "a_step_for_each_bird": [
            lines(
                "for _ in range(len(x)):",
                "    w_slope, b_slope = gradient(x, y, w, b)",
                "    w, b = w - learning_rate * w_slope, b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "each_alone": [
            lines(
                "errors = w * x + b - y",
                "return w - learning_rate * 2 * errors * x, b - learning_rate * 2 * errors",
            )
        ],
        "each_alone_without_2": [
            lines(
                "errors = w * x + b - y", "return w - learning_rate * errors * x, b - learning_rate * errors"
            )
        ],
        "errors_without_brackets": [
            lines(
                "errors = y - w * x + b",
                "return w - learning_rate * np.mean(2 * errors * x), b - learning_rate * np.mean(2 * errors)",
            )
        ],
        "input_forgotten": [
            lines(
                "slope = np.mean(2 * (w * x + b - y))",
                "return w - learning_rate * slope, b - learning_rate * slope",
            ),
            lines(TWO, "return w - learning_rate * b_slope, b - learning_rate * b_slope"),
        ],
        "birds_moved": [lines(TWO, "return x - learning_rate * w_slope, y - learning_rate * b_slope")],
        "gradient_unsolved": [
            with_gradient("return w_slope, b_slope"),
            with_gradient("w_slope = np.mean(2 * errors * x)", "return w_slope, b_slope"),
            with_gradient("print(np.mean(2 * errors * x), np.mean(2 * errors))"),
        ],
        "gradient_wrong": [
            with_gradient("return np.sum(2 * errors * x), np.sum(2 * errors)"),
            with_gradient("return np.mean(errors * x), np.mean(errors)"),
            with_gradient("return 2 * errors * x, 2 * errors"),
            with_gradient("return np.mean(2 * errors), np.mean(2 * errors * x)"),
            with_gradient("return -np.mean(2 * errors * x), -np.mean(2 * errors)"),
            with_gradient("return np.mean(2 * errors * x)"),
        ],
        "slopes_not_caught": [
            lines(
                "gradient(x, y, w, b)",
                "w = w - learning_rate * w_slope",
                "b = b - learning_rate * b_slope",
                "return w, b",
            )
        ],
        "signs_alone": [
            lines(
                TWO,
                "return w - learning_rate * np.sign(w_slope), b - learning_rate * np.sign(b_slope)",
            )
        ],
        "scaled": [lines(TWO, "return w * (1 - learning_rate * w_slope), b * (1 - learning_rate * b_slope)")],
        "subtracted_the_other_way": [
            lines(TWO, "return learning_rate * w_slope - w, learning_rate * b_slope - b")
        ],
        "brackets": [lines(TWO, "return (w - learning_rate) * w_slope, (b - learning_rate) * b_slope")],
        "wrong_type": [lines(TWO, "return w - learning_rate * w_slope")],
        "returns_none": [lines(TWO, "w = w - learning_rate * w_slope", "b = b - learning_rate * b_slope")],
        "raised": [
            lines("slopes = gradient(x, y, w, b)", "return w - learning_rate * slopes, b"),
            with_gradient("return np.men(2 * errors * x), np.mean(2 * errors)"),
            lines("w_slope, b_slope = gradient()", "return w - learning_rate * w_slope, b"),
            lines("w, b = update(x, y, w, b, learning_rate)", "return w, b"),
        ],
        "wrong_value": [lines(TWO, "return w - 3 * learning_rate * w_slope, b - learning_rate * b_slope")],
    },
    check=fault_in_gradient_named(
        function_check(
            step,
            arguments=("x", "y", "w", "b", "learning_rate"),
            cases=step_cases,
            rtol=1e-3,
            atol=2e-3,  # a gradient by nudges, which exercise 5.7 accepts, must do here, too
            mistakes=MISTAKES,
            success="Both slopes measured at the old place, then both moved: that is a step.",
        ),
        GRADIENT.check,
    ),
    equivalent={
        "nudge = 0.0001 -> nudge = 0.000125": "another nudge that is small enough",
        "nudge = 0.0001 -> nudge = 5e-05": "another nudge that is small enough",
        **dict.fromkeys(
            (
                "lambda one: np.mean((one * x + b - y) ** 2) -> lambda one: np.mean((y - (one * x + b)) ** 2)",
                "lambda one: np.mean((w * x + one - y) ** 2) -> lambda one: np.mean((y - (w * x + one)) ** 2)",
            ),
            "a square is the same whichever is subtracted from which",
        ),
    },
    hints=(
        "You have `gradient` from the last exercise: it gives both slopes at once.",
        "First `w_slope, b_slope = gradient(x, y, w, b)`. Then each number goes against its own slope, by the learning rate times it.",
        "    w_slope, b_slope = gradient(x, y, w, b)\n    w = w - ___ * ___\n    b = b - ___ * ___",
    ),
)
