"""What people write in exercise 5.7 in place of the two slopes, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.gradient_averages import AVERAGES
from dlcourse.exercises.lesson_05.gradient_cases import about, b_mean, from_errors, gradient, w_mean


def _divided_by(x: np.ndarray, errors: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        return np.mean(2 * errors / x)


MISTAKES = AVERAGES | {
    "factor_2_lost": Mistake(
        from_errors(lambda e, x: np.mean(e * x), lambda e, x: np.mean(e)),
        about(
            "For {inputs} you return {got}, half of what a nudge finds. A square grows *twice* as fast as what is squared: at "
            "4, the slope of `w * w` was 8."
        ),
    ),
    "factor_2_lost_for_b": Mistake(
        from_errors(w_mean, lambda e, x: np.mean(e)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b is half of it. The 2 of the square belongs to both."
        ),
    ),
    "factor_2_lost_for_w": Mistake(
        from_errors(lambda e, x: np.mean(e * x), b_mean),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is half of it. The 2 of the square belongs to both."
        ),
    ),
    "factor_4": Mistake(
        from_errors(lambda e, x: 4 * np.mean(e * x), lambda e, x: 4 * np.mean(e)),
        about("For {inputs} you return {got}, twice what a nudge finds. The 2 of the square counts once."),
    ),
    "doubled_and_squared": Mistake(
        from_errors(lambda e, x: np.mean((2 * e) ** 2 * x), lambda e, x: np.mean((2 * e) ** 2)),
        about(
            "For {inputs} you return {got}: the errors are doubled *and* squared. The slope of a square is 2 times what is squared: "
            "no square is left in it."
        ),
    ),
    "sign": Mistake(
        from_errors(lambda e, x: -w_mean(e, x), lambda e, x: -b_mean(e, x)),
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
        from_errors(b_mean, b_mean),
        about(
            "For {inputs} you return {got}: both slopes are the same. Nudge w by 1, and the output of a bird grows by its x. So "
            "a bird with a large x has more to say about w."
        ),
    ),
    "b_times_input": Mistake(
        from_errors(w_mean, w_mean),
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
        from_errors(lambda e, x: np.mean(e**2 * x), lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the errors are squared, so it no longer matters whether a bird is too heavy or too "
            "light. The slope of a square is 2 times what is squared."
        ),
    ),
    "doubled_squares": Mistake(
        from_errors(lambda e, x: np.mean(2 * e**2 * x), lambda e, x: np.mean(2 * e**2)),
        about(
            "For {inputs} you return {got}: the errors are squared *and* doubled. In the slope of a square only the 2 is left."
        ),
    ),
    "sizes": Mistake(
        from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), lambda e, x: np.mean(2 * np.abs(e))),
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
    "exchanged": Mistake(
        from_errors(b_mean, w_mean),
        about(
            "For {inputs} you return {got}: the right two numbers, the one for b first. Asked is `w_slope, b_slope`."
        ),
    ),
    "b_left_zero": Mistake(
        from_errors(w_mean, lambda e, x: 0.0),
        about(
            "For {inputs} you return {got}: the bias would never move. Nudge b by 1, and every output grows by 1: what happens to the loss?"
        ),
    ),
    "b_is_one": Mistake(
        from_errors(w_mean, lambda e, x: 1.0),
        about(
            "For {inputs} you return {got}. An *output* grows by 1 with b, yes; but what does the *loss* do? It grows by twice the error, on average."
        ),
    ),
    "step_taken": Mistake(
        lambda x, y, w, b: (w - gradient(x, y, w, b)[0], b - gradient(x, y, w, b)[1]),
        about("For {inputs} you return {got}: w and b after a step. Asked are the two slopes themselves."),
    ),
    "x_squared": Mistake(
        from_errors(lambda e, x: np.mean(2 * e * x * x), b_mean),
        about(
            "For {inputs} you return {got}: for w, x counts twice. The square belongs to the error, and it has become the 2."
        ),
    ),
    "signs_alone": Mistake(
        from_errors(lambda e, x: np.sign(w_mean(e, x)), lambda e, x: np.sign(b_mean(e, x))),
        about("For {inputs} you return {got}: only the signs. A slope also says *how* steep."),
    ),
    "b_reversed": Mistake(
        from_errors(w_mean, lambda e, x: -b_mean(e, x)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b has the wrong sign. Both follow the same errors."
        ),
    ),
    "w_reversed": Mistake(
        from_errors(lambda e, x: -w_mean(e, x), b_mean),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w has the wrong sign. Both follow the same errors."
        ),
    ),
    "sizes_for_w": Mistake(
        from_errors(lambda e, x: np.mean(2 * np.abs(e) * x), b_mean),
        about(
            "For {inputs} the errors are {errors}. For w you take their sizes: without the signs nobody knows which way is down."
        ),
    ),
    "errors_forgotten": Mistake(
        from_errors(lambda e, x: np.mean(2 * x), b_mean),
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
    "loss_itself": Mistake(
        from_errors(lambda e, x: np.mean(e**2), lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the loss itself, twice. How does it *change* when w grows, and when b grows?"
        ),
    ),
    "loss_doubled": Mistake(
        from_errors(lambda e, x: 2 * np.mean(e**2), lambda e, x: 2 * np.mean(e**2)),
        about(
            "For {inputs} you return {got}: twice the loss. The slope of a square is 2 times what is squared: the *error*, not its square. And where does x come in?"
        ),
    ),
    "squared_for_b": Mistake(
        from_errors(w_mean, lambda e, x: np.mean(e**2)),
        about(
            "For {inputs} you return {got}: the slope for w is right; for b the errors are squared. Look at the table: what becomes of an error of -2 there?"
        ),
    ),
    "both_nudged_for_b": Mistake(
        from_errors(w_mean, lambda e, x: w_mean(e, x) + b_mean(e, x)),
        about(
            "For {inputs} you return {got}: the slope for w is right; in the other, w was nudged together with b. What stays where it is while b is nudged?"
        ),
    ),
    "factor_4_for_w": Mistake(
        from_errors(lambda e, x: 2 * w_mean(e, x), b_mean),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is twice what a nudge finds. Were the errors doubled twice?"
        ),
    ),
    "weight_taken_as_1": Mistake(
        lambda x, y, w, b: gradient(x, y, 1.0, b),
        about(
            "For {inputs} you return {got}: your errors are those of `x + b`, as if w were 1. Here they are {errors}."
        ),
    ),
    "x_added": Mistake(
        from_errors(lambda e, x: np.mean(2 * e + x), b_mean),
        about(
            "For {inputs} you return {got}: for w, x is *added*. If w grows by 1, the error grows by x: so how many times as large is the slope?"
        ),
    ),
}
