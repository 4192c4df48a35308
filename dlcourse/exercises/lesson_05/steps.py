"""Exercises 5.7 and 5.8: the gradient of one neuron, and one step against it. Declarations only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show

NUMPY = "import numpy as np"
SQUARES = "twice the error times x, whichever is multiplied first"
Two = tuple[float, float]


def gradient(x: np.ndarray, y: np.ndarray, w: float, b: float) -> Two:
    """The reference of exercise 5.7: the slopes of the mean squared error of `w * x + b`."""
    errors = w * x + b - y
    return float(np.mean(2 * errors * x)), float(np.mean(2 * errors))


def gradient_cases(rng: np.random.Generator) -> list[tuple]:
    """Two birds for paper; three with a bias; one alone; a perfect neuron; then any."""
    small = [
        (np.array([1.0, 3.0]), np.array([2.0, 4.0]), 2.0, 0.0),
        (np.array([1.0, 2.0, 4.0]), np.array([3.0, 3.0, 3.0]), 1.0, 0.5),
        (np.array([2.0]), np.array([1.0]), 3.0, -1.0),
        (np.array([1.0, 2.0]), np.array([3.0, 5.0]), 2.0, 1.0),
    ]
    return small + [
        (
            rng.normal(size=n).round(1),
            rng.normal(size=n).round(1),
            float(rng.integers(-3, 4)) + 0.5,
            float(rng.integers(1, 4)) / 2,
        )
        for n in (3, 5, 8)
    ]


def _from_errors(of_w: Callable, of_b: Callable) -> Callable:
    """A mistake: the two slopes computed from the errors and x in another way."""

    def behaviour(x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple:
        errors = w * x + b - y
        return of_w(errors, x), of_b(errors, x)

    return behaviour


def _w(errors: np.ndarray, x: np.ndarray) -> float:
    return np.mean(2 * errors * x)


def _b(errors: np.ndarray, x: np.ndarray) -> float:
    return np.mean(2 * errors)


def _divided_by(x: np.ndarray, errors: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        return np.mean(2 * errors / x)


def _about(text: str) -> Callable[[Seen], str]:
    """A message that may name {inputs}, {errors}, {got} and {expected}."""

    def message(seen: Seen) -> str:
        given = seen.inputs
        inputs = ", ".join(f"{name} = {show(value)}" for name, value in given.items())
        return text.format(
            inputs=f"`{inputs}`",
            errors=show(given["w"] * given["x"] + given["b"] - given["y"]),
            got=show(seen.got),
            expected=show(seen.expected),
            count=len(given["x"]),
        )

    return message


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
        mistakes={
            "summed": Mistake(
                _from_errors(lambda e, x: np.sum(2 * e * x), lambda e, x: np.sum(2 * e)),
                _about(
                    "For {inputs} you return {got}: both slopes are *summed* over the {count} birds. The loss is a mean, so is its "
                    "slope. With 342 birds the step would be 342 times too long."
                ),
            ),
            "w_summed": Mistake(
                _from_errors(lambda e, x: np.sum(2 * e * x), _b),
                _about(
                    "For {inputs} you return {got}: the slope for b is right, the one for w is summed over the birds and not averaged."
                ),
            ),
            "b_summed": Mistake(
                _from_errors(_w, lambda e, x: np.sum(2 * e)),
                _about(
                    "For {inputs} you return {got}: the slope for w is right, the one for b is summed over the birds and not averaged."
                ),
            ),
            "factor_2_lost": Mistake(
                _from_errors(lambda e, x: np.mean(e * x), lambda e, x: np.mean(e)),
                _about(
                    "For {inputs} you return {got}, half of what a nudge finds. A square grows *twice* as fast as what is squared: at "
                    "4, the slope of `w * w` was 8."
                ),
            ),
            "factor_2_lost_for_b": Mistake(
                _from_errors(_w, lambda e, x: np.mean(e)),
                _about(
                    "For {inputs} you return {got}: the slope for w is right, the one for b is half of it. The 2 of the square belongs to both."
                ),
            ),
            "factor_2_lost_for_w": Mistake(
                _from_errors(lambda e, x: np.mean(e * x), _b),
                _about(
                    "For {inputs} you return {got}: the slope for b is right, the one for w is half of it. The 2 of the square belongs to both."
                ),
            ),
            "factor_4": Mistake(
                _from_errors(lambda e, x: 4 * np.mean(e * x), lambda e, x: 4 * np.mean(e)),
                _about(
                    "For {inputs} you return {got}, twice what a nudge finds. The 2 of the square counts once."
                ),
            ),
            "sign": Mistake(
                _from_errors(lambda e, x: -_w(e, x), lambda e, x: -_b(e, x)),
                _about(
                    "For {inputs} you return {got}: the right sizes with the wrong sign. The errors here are output *minus* target, "
                    "{errors}. (The minus of the step downhill comes later.)"
                ),
            ),
            "bias_added_to_targets": Mistake(
                lambda x, y, w, b: gradient(x, y, w, -b),
                _about(
                    "For {inputs} you return {got}: b is *subtracted* in your errors. Output minus target is `w * x + b - y`: {errors}."
                ),
            ),
            "target_for_input": Mistake(
                lambda x, y, w, b: (np.mean(2 * (w * x + b - y) * y), np.mean(2 * (w * x + b - y))),
                _about(
                    "For {inputs} you return {got}: for w, the errors are multiplied by the *targets*. Nudge w by 1: what does this "
                    "bird's output grow by?"
                ),
            ),
            "weight_for_input": Mistake(
                lambda x, y, w, b: (w * np.mean(2 * (w * x + b - y)), np.mean(2 * (w * x + b - y))),
                _about(
                    "For {inputs} you return {got}: for w, the errors are multiplied by w itself. Nudge w by 1: what does this bird's "
                    "output grow by?"
                ),
            ),
            "input_forgotten": Mistake(
                _from_errors(_b, _b),
                _about(
                    "For {inputs} you return {got}: both slopes are the same. Nudge w by 1, and the output of a bird grows by its x. So "
                    "a bird with a large x has more to say about w."
                ),
            ),
            "b_times_input": Mistake(
                _from_errors(_w, _w),
                _about(
                    "For {inputs} you return {got}: both slopes are the same. Nudge b by 1: by how much does an output grow? Does x play a part in it?"
                ),
            ),
            "b_times_b": Mistake(
                lambda x, y, w, b: (gradient(x, y, w, b)[0], b * gradient(x, y, w, b)[1]),
                _about(
                    "For {inputs} you return {got}: for b, the errors are multiplied by b itself. Nudge b by 1, and every output grows by 1."
                ),
            ),
            "bias_forgotten": Mistake(
                lambda x, y, w, b: gradient(x, y, w, 0.0),
                _about(
                    "For {inputs} you return {got}: your errors are those of a neuron without its bias. Here they are {errors}."
                ),
            ),
            "errors_squared": Mistake(
                _from_errors(lambda e, x: np.mean(e**2 * x), lambda e, x: np.mean(e**2)),
                _about(
                    "For {inputs} you return {got}: the errors are squared, so it no longer matters whether a bird is too heavy or too "
                    "light. The slope of a square is 2 times what is squared."
                ),
            ),
            "doubled_squares": Mistake(
                _from_errors(lambda e, x: np.mean(2 * e**2 * x), lambda e, x: np.mean(2 * e**2)),
                _about(
                    "For {inputs} you return {got}: the errors are squared *and* doubled. In the slope of a square only the 2 is left."
                ),
            ),
            "means_multiplied": Mistake(
                _from_errors(lambda e, x: 2 * np.mean(e) * np.mean(x), _b),
                _about(
                    "For {inputs} you return {got}: for w, the mean error times the mean x. Each error belongs to its own x: multiply bird by bird, then average."
                ),
            ),
            "sizes": Mistake(
                _from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), lambda e, x: np.mean(2 * np.abs(e))),
                _about(
                    "For {inputs} the errors are {errors}, and you return {got}: their signs are lost. Without them nobody knows which way is down."
                ),
            ),
            "outputs_for_errors": Mistake(
                lambda x, y, w, b: gradient(x, 0 * y, w, b),
                _about(
                    "For {inputs} you return {got}: the outputs took the place of the errors. The targets have no say."
                ),
            ),
            "each_alone": Mistake(
                _from_errors(lambda e, x: 2 * e * x, lambda e, x: 2 * e),
                _about(
                    "For {inputs} you return {got}: what each bird says, rightly. A gradient is one number for w and one for b: their means."
                ),
            ),
            "exchanged": Mistake(
                _from_errors(_b, _w),
                _about(
                    "For {inputs} you return {got}: the right two numbers, the one for b first. Asked is `w_slope, b_slope`."
                ),
            ),
            "b_left_zero": Mistake(
                _from_errors(_w, lambda e, x: 0.0),
                _about(
                    "For {inputs} you return {got}: the bias would never move. Nudge b by 1, and every output grows by 1: what happens to the loss?"
                ),
            ),
            "b_is_one": Mistake(
                _from_errors(_w, lambda e, x: 1.0),
                _about(
                    "For {inputs} you return {got}. An *output* grows by 1 with b, yes; but what does the *loss* do? It grows by twice the error, on average."
                ),
            ),
            "step_taken": Mistake(
                lambda x, y, w, b: (w - gradient(x, y, w, b)[0], b - gradient(x, y, w, b)[1]),
                _about(
                    "For {inputs} you return {got}: w and b after a step. Asked are the two slopes themselves."
                ),
            ),
            "x_squared": Mistake(
                _from_errors(lambda e, x: np.mean(2 * e * x * x), _b),
                _about(
                    "For {inputs} you return {got}: for w, x counts twice. The square belongs to the error, and it has become the 2."
                ),
            ),
            "signs_alone": Mistake(
                _from_errors(lambda e, x: np.sign(_w(e, x)), lambda e, x: np.sign(_b(e, x))),
                _about("For {inputs} you return {got}: only the signs. A slope also says *how* steep."),
            ),
            "divided_twice": Mistake(
                _from_errors(lambda e, x: _w(e, x) / len(x), lambda e, x: _b(e, x) / len(x)),
                _about(
                    "For {inputs} you return {got}: a mean, divided by the number of birds once more. `np.mean` has done that already."
                ),
            ),
            "summed_without_2": Mistake(
                _from_errors(lambda e, x: np.sum(e * x), lambda e, x: np.sum(e)),
                _about(
                    "For {inputs} you return {got}: a *sum* over the birds, without the 2 of the square. Right for two birds only: asked is the mean of twice the error (times x)."
                ),
            ),
            "b_reversed": Mistake(
                _from_errors(_w, lambda e, x: -_b(e, x)),
                _about(
                    "For {inputs} you return {got}: the slope for w is right, the one for b has the wrong sign. Both follow the same errors."
                ),
            ),
            "w_reversed": Mistake(
                _from_errors(lambda e, x: -_w(e, x), _b),
                _about(
                    "For {inputs} you return {got}: the slope for b is right, the one for w has the wrong sign. Both follow the same errors."
                ),
            ),
            "sizes_for_w": Mistake(
                _from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), _b),
                _about(
                    "For {inputs} the errors are {errors}. For w you take their sizes: without the signs nobody knows which way is down."
                ),
            ),
            "errors_forgotten": Mistake(
                _from_errors(lambda e, x: np.mean(2 * x), _b),
                _about(
                    "For {inputs} you return {got}: the slope for w is made of x alone. A neuron without any error has nothing to change: the errors belong in."
                ),
            ),
            "square_of_the_weights": Mistake(
                lambda x, y, w, b: (np.mean(2 * w * x), 2 * b),
                _about(
                    "For {inputs} you return {got}, made of w and b. What is squared in the loss are the *errors*."
                ),
            ),
            "divided_by_the_input": Mistake(
                lambda x, y, w, b: (_divided_by(x, w * x + b - y), np.mean(2 * (w * x + b - y))),
                _about(
                    "For {inputs} you return {got}: for w, the errors are *divided* by x. Nudge w by 1, and the output grows by x: x times as much."
                ),
            ),
            "w_not_averaged": Mistake(
                _from_errors(lambda e, x: 2 * e * x, _b),
                _about(
                    "For {inputs} you return {got}: the slope for b is right; for w there is a number for each bird. Their mean is the slope."
                ),
            ),
            "b_not_averaged": Mistake(
                _from_errors(_w, lambda e, x: 2 * e),
                _about(
                    "For {inputs} you return {got}: the slope for w is right; for b there is a number for each bird. Their mean is the slope."
                ),
            ),
            "first_bird_only": Mistake(
                _from_errors(lambda e, x: 2 * e[0] * x[0], lambda e, x: 2 * e[0]),
                _about(
                    "For {inputs} you return {got}: what the first bird says. Does the loop return before the others are asked?"
                ),
            ),
            "last_bird_only": Mistake(
                _from_errors(lambda e, x: 2 * e[-1] * x[-1], lambda e, x: 2 * e[-1]),
                _about(
                    "For {inputs} you return {got}: what the last bird says. What adds it to the birds before, and divides by their number?"
                ),
            ),
        },
        success="Two slopes by formula, in one pass, where nudging would have computed the loss again and again for each weight.",
    ),
    equivalent={},
    hints=(
        "It is the table with two birds, column by column: 2 times the error, and 2 times the error times x.",
        "`errors` holds all errors. `2 * errors * x` is a number for each bird; the slope is their mean. And for b?",
        "    w_slope = np.mean(2 * ___ * ___)\n    b_slope = np.mean(2 * ___)",
    ),
)


def step(x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
    """The reference of exercise 5.8: one step of gradient descent."""
    w_slope, b_slope = gradient(x, y, w, b)
    return w - learning_rate * w_slope, b - learning_rate * b_slope


def step_cases(rng: np.random.Generator) -> list[tuple]:
    """The birds of 5.7, each with a rate that is neither 0 nor 1."""
    rates = (0.1, 0.25, 0.5, 0.1, 0.3, 0.02, 2.0)
    return [(*case, rate) for case, rate in zip(gradient_cases(rng), rates, strict=True)]


def _moved(by: Callable[[float, float, float], Two]) -> Callable:
    """A mistake: w and b grow by what `by(w_slope, b_slope, rate)` says."""

    def behaviour(x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
        moves = by(*gradient(x, y, w, b), learning_rate)
        return w + moves[0], b + moves[1]

    return behaviour


def _b_after_w(x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
    w = w - learning_rate * gradient(x, y, w, b)[0]
    return w, b - learning_rate * gradient(x, y, w, b)[1]


def _w_after_b(x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
    b = b - learning_rate * gradient(x, y, w, b)[1]
    return w - learning_rate * gradient(x, y, w, b)[0], b


def _steps(count: int, x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
    with np.errstate(all="ignore"):
        for _ in range(count):
            w, b = step(x, y, w, b, learning_rate)
    return w, b


def _bird_by_bird(x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float) -> Two:
    for i in range(len(x)):
        w, b = step(x[i : i + 1], y[i : i + 1], w, b, learning_rate)
    return w, b


def _update(*lines: str) -> str:
    return "def update(x, y, w, b, learning_rate):\n" + "\n".join(f"    {line}" for line in lines)


_TWO = "w_slope, b_slope = gradient(x, y, w, b)"
_SETUP = """
import numpy as np

def gradient(x, y, w, b):
    errors = w * x + b - y
    return np.mean(2 * errors * x), np.mean(2 * errors)
"""

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
        "own_rate": [_update(_TWO, "return w - 0.1 * w_slope, b - 0.1 * b_slope")],
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
        "raised": [_update("slopes = gradient(x, y, w, b)", "return w - learning_rate * slopes, b")],
        "wrong_value": [_update(_TWO, "return w - 3 * learning_rate * w_slope, b - learning_rate * b_slope")],
    },
    check=function_check(
        step,
        arguments=("x", "y", "w", "b", "learning_rate"),
        cases=step_cases,
        rtol=1e-4,
        atol=1e-6,
        mistakes={
            "nothing_moved": Mistake(
                lambda x, y, w, b, learning_rate: (w, b),
                _about(
                    "For {inputs} you return {got}: w and b as they were. Each should go against its slope, by the rate times the slope."
                ),
            ),
            "uphill": Mistake(
                _moved(lambda w, b, r: (r * w, r * b)),
                _about(
                    "For {inputs} you return {got}: the loss is *higher* there. The gradient points uphill; which way is the step?"
                ),
            ),
            "b_uphill": Mistake(
                _moved(lambda w, b, r: (-r * w, r * b)),
                _about(
                    "For {inputs} you return {got}: w goes downhill, b goes up. Both go against their slope."
                ),
            ),
            "w_uphill": Mistake(
                _moved(lambda w, b, r: (r * w, -r * b)),
                _about(
                    "For {inputs} you return {got}: b goes downhill, w goes up. Both go against their slope."
                ),
            ),
            "b_from_the_new_w": Mistake(
                _b_after_w,
                _about(
                    "For {inputs} you return {got}. w is right. But b used the errors of the *new* w: when its slope was measured, w had "
                    "moved already. One step: measure both slopes first, at the old place; then move both."
                ),
            ),
            "w_from_the_new_b": Mistake(
                _w_after_b,
                _about(
                    "For {inputs} you return {got}. b is right. But w used the errors of the *new* b. Measure both slopes first, at the "
                    "old place; then move both."
                ),
            ),
            "rate_forgotten": Mistake(
                _moved(lambda w, b, r: (-w, -b)),
                _about(
                    "For {inputs} you return {got}: the step is as long as the slopes. What does the learning rate do?"
                ),
            ),
            "rate_forgotten_for_b": Mistake(
                _moved(lambda w, b, r: (-r * w, -b)),
                _about("For {inputs} you return {got}: w is right; for b the learning rate is missing."),
            ),
            "rate_forgotten_for_w": Mistake(
                _moved(lambda w, b, r: (-w, -r * b)),
                _about("For {inputs} you return {got}: b is right; for w the learning rate is missing."),
            ),
            "rate_twice": Mistake(
                _moved(lambda w, b, r: (-r * r * w, -r * r * b)),
                _about(
                    "For {inputs} you return {got}: the slopes were multiplied by the learning rate twice."
                ),
            ),
            "b_left": Mistake(
                _moved(lambda w, b, r: (-r * w, 0)),
                _about(
                    "For {inputs} you return {got}: w is right, b has not moved. It has a slope of its own."
                ),
            ),
            "w_left": Mistake(
                _moved(lambda w, b, r: (0, -r * b)),
                _about("For {inputs} you return {got}: b is right, w has not moved."),
            ),
            "slopes_returned": Mistake(
                lambda x, y, w, b, learning_rate: gradient(x, y, w, b),
                _about(
                    "For {inputs} you return {got}: the slopes. Asked are w and b after a step against them."
                ),
            ),
            "steps_returned": Mistake(
                lambda x, y, w, b, r: tuple(r * s for s in gradient(x, y, w, b)),
                _about("For {inputs} you return {got}: how far w and b have to go. Where do they arrive?"),
            ),
            "old_place_lost": Mistake(
                lambda x, y, w, b, r: tuple(-r * s for s in gradient(x, y, w, b)),
                _about(
                    "For {inputs} you return {got}: the changes alone. They are added to the old w and b."
                ),
            ),
            "slopes_exchanged": Mistake(
                _moved(lambda w, b, r: (-r * b, -r * w)),
                _about(
                    "For {inputs} you return {got}: w was moved by the slope for b, and b by the one for w."
                ),
            ),
            "same_slope_for_both": Mistake(
                _moved(lambda w, b, r: (-r * w, -r * w)),
                _about("For {inputs} you return {got}: w is right; b was moved by the slope for w."),
            ),
            "divided_by_the_rate": Mistake(
                _moved(lambda w, b, r: (-w / r, -b / r)),
                _about(
                    "For {inputs} you return {got}: the slopes are *divided* by the learning rate. A smaller rate must make a smaller step."
                ),
            ),
            "summed": Mistake(
                lambda x, y, w, b, r: (
                    w - r * len(x) * gradient(x, y, w, b)[0],
                    b - r * len(x) * gradient(x, y, w, b)[1],
                ),
                _about(
                    "For {inputs} you return {got}: your slopes are sums over the {count} birds. The gradient is the *mean*."
                ),
            ),
            "factor_2_lost": Mistake(
                _moved(lambda w, b, r: (-r * w / 2, -r * b / 2)),
                _about(
                    "For {inputs} you return {got}: half a step. The slope of a square has a factor 2; `gradient` of the last exercise has it in."
                ),
            ),
            "results_exchanged": Mistake(
                lambda x, y, w, b, r: step(x, y, w, b, r)[::-1],
                _about("For {inputs} you return {got}: the right two numbers, b first. Asked is `w, b`."),
            ),
            "two_steps": Mistake(
                lambda x, y, w, b, r: step(x, y, *step(x, y, w, b, r), r),
                _about("For {inputs} you return {got}: the place after *two* steps. Asked is one."),
            ),
            "many_steps": Mistake(
                lambda x, y, w, b, r: _steps(100, x, y, w, b, r),
                _about(
                    "For {inputs} you return {got}: the place after a hundred steps. Asked is one; the loop comes later."
                ),
            ),
            "place_overwritten": Mistake(
                lambda x, y, w, b, r: tuple(s - r * s for s in gradient(x, y, w, b)),
                _about(
                    "For {inputs} you return {got}: `w` and `b` were overwritten by their slopes, and the old place is lost. Give the slopes names of their own."
                ),
            ),
            "rate_alone": Mistake(
                _moved(lambda w, b, r: (-r, -r)),
                _about(
                    "For {inputs} you return {got}: both moved by the learning rate alone. The step is the rate *times the slope*."
                ),
            ),
            "bird_by_bird": Mistake(
                lambda x, y, w, b, r: _bird_by_bird(x, y, w, b, r),
                _about(
                    "For {inputs} you return {got}: a step after every bird. That is a way to learn, too (it comes below); here all birds are asked, then one step is made."
                ),
            ),
            "own_rate": Mistake(
                lambda x, y, w, b, r: step(x, y, w, b, 0.1),
                _about(
                    "With the rate 0.1 you are right. For {inputs} you return {got}: the rate is handed to your function, as `learning_rate`."
                ),
            ),
            "signs_alone": Mistake(
                _moved(lambda w, b, r: (-r * np.sign(w), -r * np.sign(b))),
                _about(
                    "For {inputs} you return {got}: only the signs of the slopes are used. Where it is steeper, the step is longer."
                ),
            ),
            "scaled": Mistake(
                lambda x, y, w, b, r: tuple(
                    p * (1 - r * s) for p, s in zip((w, b), gradient(x, y, w, b), strict=True)
                ),
                _about(
                    "For {inputs} you return {got}: the steps were multiplied by w and b. A bias of 0 could never move. Subtract the step as it is."
                ),
            ),
            "subtracted_the_other_way": Mistake(
                lambda x, y, w, b, r: tuple(-p for p in step(x, y, w, b, r)),
                _about(
                    "For {inputs} you return {got}: the place was taken from the step. The step is taken from the place."
                ),
            ),
            "brackets": Mistake(
                lambda x, y, w, b, r: ((w - r) * gradient(x, y, w, b)[0], (b - r) * gradient(x, y, w, b)[1]),
                _about(
                    "For {inputs} you return {got}: the rate is taken from w first, and that is multiplied by the slope. First rate times slope, then subtract."
                ),
            ),
        },
        success="Both slopes measured at the old place, then both moved: that is a step.",
    ),
    equivalent={},
    hints=(
        "You have `gradient` from the last exercise: it gives both slopes at once.",
        "First `w_slope, b_slope = gradient(x, y, w, b)`. Then each number goes against its own slope, by the learning rate times it.",
        "    w_slope, b_slope = gradient(x, y, w, b)\n    w = w - ___ * ___\n    b = b - ___ * ___",
    ),
)
