"""What people do in exercise 5.7 in place of averaging over the birds, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.gradient_cases import about, b_mean, from_errors, w_mean


def _one_less(each: np.ndarray) -> float:
    with np.errstate(all="ignore"):
        return np.sum(each) / np.float64(len(each) - 1)


AVERAGES = {
    "summed": Mistake(
        from_errors(lambda e, x: np.sum(2 * e * x), lambda e, x: np.sum(2 * e)),
        about(
            "For {inputs} you return {got}: both slopes are *summed* over the {count} birds. The loss is a mean, so is its "
            "slope. With 342 birds the step would be 342 times too long."
        ),
    ),
    "w_summed": Mistake(
        from_errors(lambda e, x: np.sum(2 * e * x), b_mean),
        about(
            "For {inputs} you return {got}: the slope for b is right, the one for w is summed over the birds and not averaged."
        ),
    ),
    "b_summed": Mistake(
        from_errors(w_mean, lambda e, x: np.sum(2 * e)),
        about(
            "For {inputs} you return {got}: the slope for w is right, the one for b is summed over the birds and not averaged."
        ),
    ),
    "means_multiplied": Mistake(
        from_errors(lambda e, x: 2 * np.mean(e) * np.mean(x), b_mean),
        about(
            "For {inputs} you return {got}: for w, the mean error times the mean x. Each error belongs to its own x: multiply bird by bird, then average."
        ),
    ),
    "each_alone": Mistake(
        from_errors(lambda e, x: 2 * e * x, lambda e, x: 2 * e),
        about(
            "For {inputs} you return {got}: what each bird says, rightly. A gradient is one number for w and one for b: their means."
        ),
    ),
    "divided_twice": Mistake(
        from_errors(lambda e, x: w_mean(e, x) / len(x), lambda e, x: b_mean(e, x) / len(x)),
        about(
            "For {inputs} you return {got}: a mean, divided by the number of birds once more. `np.mean` has done that already."
        ),
    ),
    "summed_without_2": Mistake(
        from_errors(lambda e, x: np.sum(e * x), lambda e, x: np.sum(e)),
        about(
            "For {inputs} you return {got}: a *sum* over the birds, without the 2 of the square. Right for two birds only: asked is the mean of twice the error (times x)."
        ),
    ),
    "w_not_averaged": Mistake(
        from_errors(lambda e, x: 2 * e * x, b_mean),
        about(
            "For {inputs} you return {got}: the slope for b is right; for w there is a number for each bird. Their mean is the slope."
        ),
    ),
    "b_not_averaged": Mistake(
        from_errors(w_mean, lambda e, x: 2 * e),
        about(
            "For {inputs} you return {got}: the slope for w is right; for b there is a number for each bird. Their mean is the slope."
        ),
    ),
    "not_added_up": Mistake(
        from_errors(lambda e, x: 2 * e * x / len(x), lambda e, x: 2 * e / len(x)),
        about(
            "For {inputs} you return {got}: each bird's share, {count} numbers for each slope. What makes one of them?"
        ),
    ),
    "median": Mistake(
        from_errors(lambda e, x: np.median(2 * e * x), lambda e, x: np.median(2 * e)),
        about(
            "For {inputs} you return {got}: the *medians*, the birds in the middle. Which word says what the loss makes of all squares?"
        ),
    ),
    "first_bird_over_n": Mistake(
        from_errors(lambda e, x: 2 * e[0] * x[0] / len(x), lambda e, x: 2 * e[0] / len(x)),
        about(
            "For {inputs} you return {got}: only the first bird has been asked. Does the loop return before the others?"
        ),
    ),
    "last_bird_over_n": Mistake(
        from_errors(lambda e, x: 2 * e[-1] * x[-1] / len(x), lambda e, x: 2 * e[-1] / len(x)),
        about("For {inputs} you return {got}: only the last bird is left. What adds it to those before?"),
    ),
    "averaged_too_early": Mistake(
        from_errors(lambda e, x: 2 * np.mean(e) * x, b_mean),
        about(
            "For {inputs} you return {got}: for w there is a number for each bird, and each has the *mean* error in it. Each error belongs to its own x. Where does the bracket of `np.mean` close?"
        ),
    ),
    "one_less": Mistake(
        from_errors(lambda e, x: _one_less(2 * e * x), lambda e, x: _one_less(2 * e)),
        about(
            "For {inputs} you return {got}: the sums are divided by one less than there are birds. A mean divides by all."
        ),
    ),
    "first_bird_only": Mistake(
        from_errors(lambda e, x: 2 * e[0] * x[0], lambda e, x: 2 * e[0]),
        about(
            "For {inputs} you return {got}: what the first bird says. Does the loop return before the others are asked?"
        ),
    ),
    "last_bird_only": Mistake(
        from_errors(lambda e, x: 2 * e[-1] * x[-1], lambda e, x: 2 * e[-1]),
        about(
            "For {inputs} you return {got}: what the last bird says. What adds it to the birds before, and divides by their number?"
        ),
    ),
}
