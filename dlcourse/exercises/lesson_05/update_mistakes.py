"""What exercise 5.8 is tried on, what people write in place of one step, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.gradient_cases import Two, about, gradient, gradient_cases


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


def _against(slopes: tuple, w: float, b: float, learning_rate: float) -> tuple:
    return w - learning_rate * slopes[0], b - learning_rate * slopes[1]


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


MISTAKES = {
    "rate_subtracted": Mistake(
        _moved(lambda w, b, r: (-r - w, -r - b)),
        about(
            "For {inputs} you return {got}: rate and slope are subtracted one by one. A step is rate *times* slope."
        ),
    ),
    "divided_by_n_again": Mistake(
        lambda x, y, w, b, r: step(x, y, w, b, r / len(x)),
        about("For {inputs} you return {got}: divided by the number of birds. `gradient` is a mean already."),
    ),
    "nothing_moved": Mistake(
        lambda x, y, w, b, learning_rate: (w, b),
        about(
            "For {inputs} you return {got}: w and b as they were. Each should go against its slope, by the rate times the slope."
        ),
    ),
    "uphill": Mistake(
        _moved(lambda w, b, r: (r * w, r * b)),
        about(
            "For {inputs} you return {got}: the loss is *higher* there. The gradient points uphill; which way is the step?"
        ),
    ),
    "b_uphill": Mistake(
        _moved(lambda w, b, r: (-r * w, r * b)),
        about("For {inputs} you return {got}: w goes downhill, b goes up. Both go against their slope."),
    ),
    "w_uphill": Mistake(
        _moved(lambda w, b, r: (r * w, -r * b)),
        about("For {inputs} you return {got}: b goes downhill, w goes up. Both go against their slope."),
    ),
    "b_from_the_new_w": Mistake(
        _b_after_w,
        about(
            "For {inputs} you return {got}. w is right. But b used the errors of the *new* w: when its slope was measured, w had "
            "moved already. One step: measure both slopes first, at the old place; then move both."
        ),
    ),
    "w_from_the_new_b": Mistake(
        _w_after_b,
        about(
            "For {inputs} you return {got}. b is right. But w used the errors of the *new* b. Measure both slopes first, at the "
            "old place; then move both."
        ),
    ),
    "rate_forgotten": Mistake(
        _moved(lambda w, b, r: (-w, -b)),
        about(
            "For {inputs} you return {got}: the step is as long as the slopes. What does the learning rate do?"
        ),
    ),
    "rate_forgotten_for_b": Mistake(
        _moved(lambda w, b, r: (-r * w, -b)),
        about("For {inputs} you return {got}: w is right; for b the learning rate is missing."),
    ),
    "rate_forgotten_for_w": Mistake(
        _moved(lambda w, b, r: (-w, -r * b)),
        about("For {inputs} you return {got}: b is right; for w the learning rate is missing."),
    ),
    "rate_twice": Mistake(
        _moved(lambda w, b, r: (-r * r * w, -r * r * b)),
        about("For {inputs} you return {got}: the slopes were multiplied by the learning rate twice."),
    ),
    "b_left": Mistake(
        _moved(lambda w, b, r: (-r * w, 0)),
        about("For {inputs} you return {got}: w is right, b has not moved. It has a slope of its own."),
    ),
    "w_left": Mistake(
        _moved(lambda w, b, r: (0, -r * b)),
        about("For {inputs} you return {got}: b is right, w has not moved."),
    ),
    "slopes_returned": Mistake(
        lambda x, y, w, b, learning_rate: gradient(x, y, w, b),
        about("For {inputs} you return {got}: the slopes. Asked are w and b after a step against them."),
    ),
    "steps_returned": Mistake(
        lambda x, y, w, b, r: tuple(r * s for s in gradient(x, y, w, b)),
        about("For {inputs} you return {got}: how far w and b have to go. Where do they arrive?"),
    ),
    "old_place_lost": Mistake(
        lambda x, y, w, b, r: tuple(-r * s for s in gradient(x, y, w, b)),
        about("For {inputs} you return {got}: the changes alone. They are added to the old w and b."),
    ),
    "slopes_exchanged": Mistake(
        _moved(lambda w, b, r: (-r * b, -r * w)),
        about("For {inputs} you return {got}: w was moved by the slope for b, and b by the one for w."),
    ),
    "same_slope_for_both": Mistake(
        _moved(lambda w, b, r: (-r * w, -r * w)),
        about("For {inputs} you return {got}: w is right; b was moved by the slope for w."),
    ),
    "divided_by_the_rate": Mistake(
        _moved(lambda w, b, r: (-w / r, -b / r)),
        about(
            "For {inputs} you return {got}: the slopes are *divided* by the learning rate. A smaller rate must make a smaller step."
        ),
    ),
    "summed": Mistake(
        lambda x, y, w, b, r: (
            w - r * len(x) * gradient(x, y, w, b)[0],
            b - r * len(x) * gradient(x, y, w, b)[1],
        ),
        about(
            "For {inputs} you return {got}: your slopes are sums over the {count} birds. The gradient is the *mean*."
        ),
    ),
    "factor_2_lost": Mistake(
        _moved(lambda w, b, r: (-r * w / 2, -r * b / 2)),
        about(
            "For {inputs} you return {got}: half a step. What is the slope of a square, by the table before exercise 5.7?"
        ),
    ),
    "results_exchanged": Mistake(
        lambda x, y, w, b, r: step(x, y, w, b, r)[::-1],
        about("For {inputs} you return {got}: the right two numbers, b first. Asked is `w, b`."),
    ),
    "two_steps": Mistake(
        lambda x, y, w, b, r: step(x, y, *step(x, y, w, b, r), r),
        about("For {inputs} you return {got}: the place after *two* steps. Asked is one."),
    ),
    "many_steps": Mistake(
        lambda x, y, w, b, r: _steps(100, x, y, w, b, r),
        about(
            "For {inputs} you return {got}: the place after a hundred steps. Asked is one; the loop comes later."
        ),
    ),
    "place_overwritten": Mistake(
        lambda x, y, w, b, r: tuple(s - r * s for s in gradient(x, y, w, b)),
        about(
            "For {inputs} you return {got}: `w` and `b` were overwritten by their slopes, and the old place is lost. Give the slopes names of their own."
        ),
    ),
    "rate_alone": Mistake(
        _moved(lambda w, b, r: (-r, -r)),
        about(
            "For {inputs} you return {got}: both moved by the learning rate alone. The step is the rate *times the slope*."
        ),
    ),
    "bird_by_bird": Mistake(
        lambda x, y, w, b, r: _bird_by_bird(x, y, w, b, r),
        about(
            "For {inputs} you return {got}: a step after every bird. That is a way to learn, too (it comes below); here all birds are asked, then one step is made."
        ),
    ),
    "x_and_y_exchanged": Mistake(
        lambda x, y, w, b, r: _against(gradient(y, x, w, b), w, b, r),
        about(
            "For {inputs} you return {got}: x and y have changed places. Which of them are the inputs, and in which order does `gradient` take its four?"
        ),
    ),
    "w_and_b_exchanged": Mistake(
        lambda x, y, w, b, r: _against(gradient(x, y, b, w), w, b, r),
        about(
            "For {inputs} you return {got}: the slopes are those of a neuron whose w and b have changed places. In which order does `gradient` take its four?"
        ),
    ),
    "weights_before_birds": Mistake(
        lambda x, y, w, b, r: _against(gradient(w, b, x, y), w, b, r),
        about(
            "For {inputs} you return {got}: w and b were handed over where the birds belong. In which order does `gradient` take its four?"
        ),
    ),
    "b_from_w": Mistake(
        lambda x, y, w, b, r: (step(x, y, w, b, r)[0], step(x, y, w, b, r)[0] - r * gradient(x, y, w, b)[1]),
        about(
            "For {inputs} you return {got}: w is right. The step for b is right, too, but where does it begin?"
        ),
    ),
    "b_from_the_old_w": Mistake(
        lambda x, y, w, b, r: (step(x, y, w, b, r)[0], w - r * gradient(x, y, w, b)[1]),
        about(
            "For {inputs} you return {got}: w is right. The step for b is right, too, but where does it begin?"
        ),
    ),
    "a_step_for_each_bird": Mistake(
        lambda x, y, w, b, r: _steps(len(x), x, y, w, b, r),
        about(
            "For {inputs} you return {got}: as many steps as there are birds, {count}. Each of them asked all birds already; how many steps are asked?"
        ),
    ),
    "each_alone": Mistake(
        lambda x, y, w, b, r: (w - r * 2 * (w * x + b - y) * x, b - r * 2 * (w * x + b - y)),
        about(
            "For {inputs} you return {got}: a w and a b for each bird. The birds share one neuron: what becomes of their slopes first?"
        ),
    ),
    "each_alone_without_2": Mistake(
        lambda x, y, w, b, r: (w - r * (w * x + b - y) * x, b - r * (w * x + b - y)),
        about(
            "For {inputs} you return {got}: a w and a b for each bird, moved by the errors themselves. The table of exercise 5.7 does two more things with them: which?"
        ),
    ),
    "errors_without_brackets": Mistake(
        lambda x, y, w, b, r: _against(gradient(x, -y, -w, b), w, b, r),
        about(
            "For {inputs} you return {got}: your errors seem to be `y - w * x + b`, target minus output in the first half, and b on the wrong side. How is an error defined here?"
        ),
    ),
    "input_forgotten": Mistake(
        _moved(lambda w, b, r: (-r * b, -r * b)),
        about(
            "For {inputs} you return {got}: w and b made the same move. What does the slope for w have that the one for b has not?"
        ),
    ),
    "birds_moved": Mistake(
        lambda x, y, w, b, r: (x - r * gradient(x, y, w, b)[0], y - r * gradient(x, y, w, b)[1]),
        about("For {inputs} you return {got}: the *birds* were moved, x and y. What can a neuron change?"),
    ),
    "signs_alone": Mistake(
        _moved(lambda w, b, r: (-r * np.sign(w), -r * np.sign(b))),
        about(
            "For {inputs} you return {got}: only the signs of the slopes are used. Where it is steeper, the step is longer."
        ),
    ),
    "scaled": Mistake(
        lambda x, y, w, b, r: tuple(
            p * (1 - r * s) for p, s in zip((w, b), gradient(x, y, w, b), strict=True)
        ),
        about(
            "For {inputs} you return {got}: the steps were multiplied by w and b. A bias of 0 could never move. Subtract the step as it is."
        ),
    ),
    "subtracted_the_other_way": Mistake(
        lambda x, y, w, b, r: tuple(-p for p in step(x, y, w, b, r)),
        about(
            "For {inputs} you return {got}: the place was taken from the step. The step is taken from the place."
        ),
    ),
    "brackets": Mistake(
        lambda x, y, w, b, r: ((w - r) * gradient(x, y, w, b)[0], (b - r) * gradient(x, y, w, b)[1]),
        about(
            "For {inputs} you return {got}: the rate is taken from w first, and that is multiplied by the slope. First rate times slope, then subtract."
        ),
    ),
}
