"""What people write in exercise 5.7 in place of the two slopes, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.gradient_cases import about, gradient


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


def _one_less(each: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        return np.sum(each) / np.float64(len(each) - 1)


def _divided_by(x: np.ndarray, errors: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        return np.mean(2 * errors / x)


MISTAKES = {
    "summed": Mistake(
        _from_errors(lambda e, x: np.sum(2 * e * x), lambda e, x: np.sum(2 * e)),
        about(
            "For {inputs} you return {got}: both slopes are *summed* over the {count} birds. The loss is a mean, so is its "
            "slope. With 342 birds the step would be 342 times too long."
        ),
    ),
    "w_summed": Mistake(
        _from_errors(lambda e, x: np.sum(2 * e * x), _b),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is summed over the birds and not averaged."
        ),
    ),
    "b_summed": Mistake(
        _from_errors(_w, lambda e, x: np.sum(2 * e)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b is summed over the birds and not averaged."
        ),
    ),
    "factor_2_lost": Mistake(
        _from_errors(lambda e, x: np.mean(e * x), lambda e, x: np.mean(e)),
        about(
            "For {inputs} you return {got}, half of what a nudge finds. A square grows *twice* as fast as what is squared: at "
            "4, the slope of `w * w` was 8."
        ),
    ),
    "factor_2_lost_for_b": Mistake(
        _from_errors(_w, lambda e, x: np.mean(e)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b is half of it. The 2 of the square belongs to both."
        ),
    ),
    "factor_2_lost_for_w": Mistake(
        _from_errors(lambda e, x: np.mean(e * x), _b),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is half of it. The 2 of the square belongs to both."
        ),
    ),
    "factor_4": Mistake(
        _from_errors(lambda e, x: 4 * np.mean(e * x), lambda e, x: 4 * np.mean(e)),
        about("For {inputs} you return {got}, twice what a nudge finds. The 2 of the square counts once."),
    ),
    "sign": Mistake(
        _from_errors(lambda e, x: -_w(e, x), lambda e, x: -_b(e, x)),
        about(
            "For {inputs} you return {got}: the right sizes with the wrong sign. The errors here are output *minus* target, "
            "{errors}. (The minus of the step downhill comes later.)"
        ),
    ),
    "bias_added_to_targets": Mistake(
        lambda x, y, w, b: gradient(x, y, w, -b),
        about(
            "For {inputs} you return {got}: b is *subtracted* in your errors. Output minus target is `w * x + b - y`: {errors}."
        ),
    ),
    "target_for_input": Mistake(
        lambda x, y, w, b: (np.mean(2 * (w * x + b - y) * y), np.mean(2 * (w * x + b - y))),
        about(
            "For {inputs} you return {got}: for w, the errors are multiplied by the *targets*. Nudge w by 1: what does this "
            "bird's output grow by?"
        ),
    ),
    "weight_for_input": Mistake(
        lambda x, y, w, b: (w * np.mean(2 * (w * x + b - y)), np.mean(2 * (w * x + b - y))),
        about(
            "For {inputs} you return {got}: for w, the errors are multiplied by w itself. Nudge w by 1: what does this bird's "
            "output grow by?"
        ),
    ),
    "input_forgotten": Mistake(
        _from_errors(_b, _b),
        about(
            "For {inputs} you return {got}: both slopes are the same. Nudge w by 1, and the output of a bird grows by its x. So "
            "a bird with a large x has more to say about w."
        ),
    ),
    "b_times_input": Mistake(
        _from_errors(_w, _w),
        about(
            "For {inputs} you return {got}: both slopes are the same. Nudge b by 1: by how much does an output grow? Does x play a part in it?"
        ),
    ),
    "b_times_b": Mistake(
        lambda x, y, w, b: (gradient(x, y, w, b)[0], b * gradient(x, y, w, b)[1]),
        about(
            "For {inputs} you return {got}: for b, the errors are multiplied by b itself. Nudge b by 1, and every output grows by 1."
        ),
    ),
    "bias_forgotten": Mistake(
        lambda x, y, w, b: gradient(x, y, w, 0.0),
        about(
            "For {inputs} you return {got}: your errors are those of a neuron without its bias. Here they are {errors}."
        ),
    ),
    "errors_squared": Mistake(
        _from_errors(lambda e, x: np.mean(e**2 * x), lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the errors are squared, so it no longer matters whether a bird is too heavy or too "
            "light. The slope of a square is 2 times what is squared."
        ),
    ),
    "doubled_squares": Mistake(
        _from_errors(lambda e, x: np.mean(2 * e**2 * x), lambda e, x: np.mean(2 * e**2)),
        about(
            "For {inputs} you return {got}: the errors are squared *and* doubled. In the slope of a square only the 2 is left."
        ),
    ),
    "means_multiplied": Mistake(
        _from_errors(lambda e, x: 2 * np.mean(e) * np.mean(x), _b),
        about(
            "For {inputs} you return {got}: for w, the mean error times the mean x. Each error belongs to its own x: multiply bird by bird, then average."
        ),
    ),
    "sizes": Mistake(
        _from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), lambda e, x: np.mean(2 * np.abs(e))),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: their signs are lost. Without them nobody knows which way is down."
        ),
    ),
    "outputs_for_errors": Mistake(
        lambda x, y, w, b: gradient(x, 0 * y, w, b),
        about(
            "For {inputs} you return {got}: the outputs took the place of the errors. The targets have no say."
        ),
    ),
    "each_alone": Mistake(
        _from_errors(lambda e, x: 2 * e * x, lambda e, x: 2 * e),
        about(
            "For {inputs} you return {got}: what each bird says, rightly. A gradient is one number for w and one for b: their means."
        ),
    ),
    "exchanged": Mistake(
        _from_errors(_b, _w),
        about(
            "For {inputs} you return {got}: the right two numbers, the one for b first. Asked is `w_slope, b_slope`."
        ),
    ),
    "b_left_zero": Mistake(
        _from_errors(_w, lambda e, x: 0.0),
        about(
            "For {inputs} you return {got}: the bias would never move. Nudge b by 1, and every output grows by 1: what happens to the loss?"
        ),
    ),
    "b_is_one": Mistake(
        _from_errors(_w, lambda e, x: 1.0),
        about(
            "For {inputs} you return {got}. An *output* grows by 1 with b, yes; but what does the *loss* do? It grows by twice the error, on average."
        ),
    ),
    "step_taken": Mistake(
        lambda x, y, w, b: (w - gradient(x, y, w, b)[0], b - gradient(x, y, w, b)[1]),
        about("For {inputs} you return {got}: w and b after a step. Asked are the two slopes themselves."),
    ),
    "x_squared": Mistake(
        _from_errors(lambda e, x: np.mean(2 * e * x * x), _b),
        about(
            "For {inputs} you return {got}: for w, x counts twice. The square belongs to the error, and it has become the 2."
        ),
    ),
    "signs_alone": Mistake(
        _from_errors(lambda e, x: np.sign(_w(e, x)), lambda e, x: np.sign(_b(e, x))),
        about("For {inputs} you return {got}: only the signs. A slope also says *how* steep."),
    ),
    "divided_twice": Mistake(
        _from_errors(lambda e, x: _w(e, x) / len(x), lambda e, x: _b(e, x) / len(x)),
        about(
            "For {inputs} you return {got}: a mean, divided by the number of birds once more. `np.mean` has done that already."
        ),
    ),
    "summed_without_2": Mistake(
        _from_errors(lambda e, x: np.sum(e * x), lambda e, x: np.sum(e)),
        about(
            "For {inputs} you return {got}: a *sum* over the birds, without the 2 of the square. Right for two birds only: asked is the mean of twice the error (times x)."
        ),
    ),
    "b_reversed": Mistake(
        _from_errors(_w, lambda e, x: -_b(e, x)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b has the wrong sign. Both follow the same errors."
        ),
    ),
    "w_reversed": Mistake(
        _from_errors(lambda e, x: -_w(e, x), _b),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w has the wrong sign. Both follow the same errors."
        ),
    ),
    "sizes_for_w": Mistake(
        _from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), _b),
        about(
            "For {inputs} the errors are {errors}. For w you take their sizes: without the signs nobody knows which way is down."
        ),
    ),
    "errors_forgotten": Mistake(
        _from_errors(lambda e, x: np.mean(2 * x), _b),
        about(
            "For {inputs} you return {got}: the slope for w is made of x alone. A neuron without any error has nothing to change: the errors belong in."
        ),
    ),
    "square_of_the_weights": Mistake(
        lambda x, y, w, b: (np.mean(2 * w * x), 2 * b),
        about(
            "For {inputs} you return {got}, made of w and b. What is squared in the loss are the *errors*."
        ),
    ),
    "divided_by_the_input": Mistake(
        lambda x, y, w, b: (_divided_by(x, w * x + b - y), np.mean(2 * (w * x + b - y))),
        about(
            "For {inputs} you return {got}: for w, the errors are *divided* by x. Nudge w by 1, and the output grows by x: x times as much."
        ),
    ),
    "w_not_averaged": Mistake(
        _from_errors(lambda e, x: 2 * e * x, _b),
        about(
            "For {inputs} you return {got}: the slope for b is right; for w there is a number for each bird. Their mean is the slope."
        ),
    ),
    "b_not_averaged": Mistake(
        _from_errors(_w, lambda e, x: 2 * e),
        about(
            "For {inputs} you return {got}: the slope for w is right; for b there is a number for each bird. Their mean is the slope."
        ),
    ),
    "median": Mistake(
        _from_errors(lambda e, x: np.median(2 * e * x), lambda e, x: np.median(2 * e)),
        about(
            "For {inputs} you return {got}: the *medians*, the birds in the middle. Which word says what the loss makes of all squares?"
        ),
    ),
    "first_bird_over_n": Mistake(
        _from_errors(lambda e, x: 2 * e[0] * x[0] / len(x), lambda e, x: 2 * e[0] / len(x)),
        about(
            "For {inputs} you return {got}: only the first bird has been asked. Does the loop return before the others?"
        ),
    ),
    "last_bird_over_n": Mistake(
        _from_errors(lambda e, x: 2 * e[-1] * x[-1] / len(x), lambda e, x: 2 * e[-1] / len(x)),
        about("For {inputs} you return {got}: only the last bird is left. What adds it to those before?"),
    ),
    "averaged_too_early": Mistake(
        _from_errors(lambda e, x: 2 * np.mean(e) * x, _b),
        about(
            "For {inputs} you return {got}: for w there is a number for each bird, and each has the *mean* error in it. Each error belongs to its own x. Where does the bracket of `np.mean` close?"
        ),
    ),
    "loss_itself": Mistake(
        _from_errors(lambda e, x: np.mean(e**2), lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the loss itself, twice. How does it *change* when w grows, and when b grows?"
        ),
    ),
    "loss_doubled": Mistake(
        _from_errors(lambda e, x: 2 * np.mean(e**2), lambda e, x: 2 * np.mean(e**2)),
        about(
            "For {inputs} you return {got}: twice the loss. The slope of a square is 2 times what is squared: the *error*, not its square. And where does x come in?"
        ),
    ),
    "squared_for_b": Mistake(
        _from_errors(_w, lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the slope for w is right; for b the errors are squared. Look at the table: what becomes of an error of -2 there?"
        ),
    ),
    "both_nudged_for_b": Mistake(
        _from_errors(_w, lambda e, x: _w(e, x) + _b(e, x)),
        about(
            "For {inputs} you return {got}: the slope for w is right; in the other, w was nudged together with b. What stays where it is while b is nudged?"
        ),
    ),
    "factor_4_for_w": Mistake(
        _from_errors(lambda e, x: 2 * _w(e, x), _b),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is twice what a nudge finds. Were the errors doubled twice?"
        ),
    ),
    "one_less": Mistake(
        _from_errors(lambda e, x: _one_less(2 * e * x), lambda e, x: _one_less(2 * e)),
        about(
            "For {inputs} you return {got}: the sums are divided by one less than there are birds. A mean divides by all."
        ),
    ),
    "weight_taken_as_1": Mistake(
        lambda x, y, w, b: gradient(x, y, 1.0, b),
        about(
            "For {inputs} you return {got}: your errors are those of `x + b`, as if w were 1. Here they are {errors}."
        ),
    ),
    "x_added": Mistake(
        _from_errors(lambda e, x: np.mean(2 * e + x), _b),
        about(
            "For {inputs} you return {got}: for w, x is *added*. If w grows by 1, the error grows by x: so how many times as large is the slope?"
        ),
    ),
    "first_bird_only": Mistake(
        _from_errors(lambda e, x: 2 * e[0] * x[0], lambda e, x: 2 * e[0]),
        about(
            "For {inputs} you return {got}: what the first bird says. Does the loop return before the others are asked?"
        ),
    ),
    "last_bird_only": Mistake(
        _from_errors(lambda e, x: 2 * e[-1] * x[-1], lambda e, x: 2 * e[-1]),
        about(
            "For {inputs} you return {got}: what the last bird says. What adds it to the birds before, and divides by their number?"
        ),
    ),
}
