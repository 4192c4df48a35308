"""What people write in exercise 5.1 in place of the mean squared error, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.squared_error_cases import about, mean_squared_error


def _infinite_for_one(targets: np.ndarray, outputs: np.ndarray) -> float:
    total = np.float64(np.sum((outputs - targets) ** 2))
    with np.errstate(all="ignore"):
        return total / (len(targets) - 1)


def _divided_each_time(targets: np.ndarray, outputs: np.ndarray) -> float:
    total = 0.0
    for target, output in zip(targets, outputs, strict=True):
        total = (total + (output - target) ** 2) / len(targets)
    return total


MISTAKES = {
    "mean_forgotten": Mistake(
        lambda targets, outputs: np.sum((outputs - targets) ** 2),
        about(
            "For {inputs} you return {got}, the *sum* of the squares. Then twice as many birds are twice as wrong. "
            "Which word of *mean squared error* is missing?"
        ),
    ),
    "squares_alone": Mistake(
        lambda targets, outputs: (outputs - targets) ** 2,
        about(
            "For {inputs} you return {got}: a square for each example. A loss is *one* number for all of them."
        ),
    ),
    "errors_alone": Mistake(
        lambda targets, outputs: outputs - targets,
        about(
            "For {inputs} you return {got}, the errors themselves. Two steps are left: square, then average."
        ),
    ),
    "absolute": Mistake(
        lambda targets, outputs: np.mean(np.abs(outputs - targets)),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: the mean of their *sizes*. That is a loss, "
            "too (the mean absolute error), but not this one. Here an error of 3 counts 9."
        ),
    ),
    "not_squared": Mistake(
        lambda targets, outputs: np.mean(outputs - targets),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: their mean. An error upwards and one "
            "downwards cancel in it, as if nobody were wrong. What makes every error count as a positive number?"
        ),
    ),
    "not_squared_reversed": Mistake(
        lambda targets, outputs: np.mean(targets - outputs),
        about(
            "For {inputs} you return {got}: the mean of targets minus outputs. Errors of different sign cancel in "
            "it. What makes every error count as a positive number?"
        ),
    ),
    "mean_before_square": Mistake(
        lambda targets, outputs: np.mean(outputs - targets) ** 2,
        about(
            "For {inputs} the errors are {errors}, and you return {got}: first the mean, then the square. By then "
            "errors up and down have cancelled. Square each one first."
        ),
    ),
    "sum_squared_over_n": Mistake(
        lambda targets, outputs: np.sum(outputs - targets) ** 2 / len(targets),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: the errors are added up *before* they are "
            "squared, so some cancel. Square each one first."
        ),
    ),
    "root": Mistake(
        lambda targets, outputs: np.sqrt(np.mean((outputs - targets) ** 2)),
        about("For {inputs} you return {got}: the *root* of the mean squared error. Stop one step earlier."),
    ),
    "root_of_sum": Mistake(
        lambda targets, outputs: np.sqrt(np.sum((outputs - targets) ** 2)),
        about(
            "For {inputs} you return {got}: the root of the *sum* of the squares. Asked is the mean, and no root."
        ),
    ),
    "half": Mistake(
        lambda targets, outputs: np.mean((outputs - targets) ** 2) / 2,
        about(
            "For {inputs} you return {got}, half of it. Some books do that to save a factor 2 later; Keras and this "
            "course don't."
        ),
    ),
    "doubled_not_squared": Mistake(
        lambda targets, outputs: np.mean((outputs - targets) * 2),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: they are *doubled*. The square is `** 2`."
        ),
    ),
    "negative": Mistake(
        lambda targets, outputs: -np.mean((outputs - targets) ** 2),
        about(
            "For {inputs} you return {got}. A loss is larger the *more* wrong a network is; 0 is the best there is."
        ),
    ),
    "added": Mistake(
        lambda targets, outputs: np.mean((outputs + targets) ** 2),
        about("For {inputs} you return {got}: targets and outputs are *added*. How far are they apart?"),
    ),
    "two_examples_only": Mistake(
        lambda targets, outputs: np.sum((outputs - targets) ** 2) / 2,
        about(
            "For two examples you are right. For {inputs} you return {got}: the sum of the squares is always divided "
            "by 2. How many examples are there?"
        ),
    ),
    "three_birds_only": Mistake(
        lambda targets, outputs: np.sum((outputs - targets) ** 2) / 3,
        about(
            "For {inputs} you return {got}: the sum is divided by 3, as for the three birds above. How many are "
            "there this time?"
        ),
    ),
    "one_less": Mistake(
        lambda targets, outputs: _infinite_for_one(targets, outputs),
        about(
            "For {inputs} you return {got}: the sum is divided by one less than there are examples. That belongs to "
            "another formula of statistics; a mean divides by all."
        ),
    ),
    "targets_squared_first": Mistake(
        lambda targets, outputs: np.mean(targets**2 - outputs**2),
        about("For {inputs} you return {got}: each is squared before they are subtracted. First the error."),
    ),
    "squares_subtracted": Mistake(
        lambda targets, outputs: np.mean(outputs**2 - targets**2),
        about(
            "For {inputs} you return {got}: outputs and targets are squared one by one. First subtract, then square."
        ),
    ),
    "only_outputs_squared": Mistake(
        lambda targets, outputs: np.mean(outputs - targets**2),
        about(
            "For {inputs} you return {got}: `** 2` takes only what stands directly before it, the targets. Put the "
            "difference in brackets."
        ),
    ),
    "multiplied": Mistake(
        lambda targets, outputs: np.mean(outputs * targets),
        about("For {inputs} you return {got}: the mean of outputs *times* targets. How far are they apart?"),
    ),
    "first_only": Mistake(
        lambda targets, outputs: (outputs[0] - targets[0]) ** 2 / len(targets),
        about(
            "For {inputs} you return {got}: only the first example counts. Does the loop return before it has seen "
            "the others?"
        ),
    ),
    "last_only": Mistake(
        lambda targets, outputs: (outputs[-1] - targets[-1]) ** 2 / len(targets),
        about("For {inputs} you return {got}: only the last square is left. What adds it to those before?"),
    ),
    "divided_in_the_loop": Mistake(
        lambda targets, outputs: _divided_each_time(targets, outputs),
        about(
            "For {inputs} you return {got}: the total is divided in *every* turn of the loop. Once, after it, is enough."
        ),
    ),
    "spread": Mistake(
        lambda targets, outputs: np.std(outputs - targets),
        about(
            "For {inputs} you return {got}: the standard deviation of the errors. It takes their mean away first; then a "
            "neuron that is wrong by the same amount everywhere would count as perfect."
        ),
    ),
    "sum_of_sizes": Mistake(
        lambda targets, outputs: np.sum(np.abs(outputs - targets)),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: the *sum* of their *sizes*. Asked is the mean of "
            "their squares."
        ),
    ),
    "variance": Mistake(
        lambda targets, outputs: np.var(outputs - targets),
        about(
            "For {inputs} you return {got}: the errors' mean was taken away first. Then a neuron that is wrong by the "
            "same amount everywhere would count as perfect."
        ),
    ),
    "size_of_the_mean": Mistake(
        lambda targets, outputs: abs(np.mean(outputs - targets)),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: their mean, made positive too late. By then errors up and down have cancelled."
        ),
    ),
    "sizes_averaged_then_squared": Mistake(
        lambda targets, outputs: np.mean(np.abs(outputs - targets)) ** 2,
        about(
            "For {inputs} the errors are {errors}, and you return {got}: the mean of their sizes, squared. First square each, then average."
        ),
    ),
    "last_left_out": Mistake(
        lambda targets, outputs: np.sum((outputs - targets)[:-1] ** 2) / len(targets),
        about(
            "For {inputs} you return {got}: the last example is left out. `range(n)` ends before n by itself."
        ),
    ),
    "first_alone": Mistake(
        lambda targets, outputs: (outputs[0] - targets[0]) ** 2,
        about(
            "For {inputs} you return {got}: the square of the first error alone. Does the loop return before it has seen the others?"
        ),
    ),
    "last_alone": Mistake(
        lambda targets, outputs: (outputs[-1] - targets[-1]) ** 2,
        about(
            "For {inputs} you return {got}: the square of the last error alone. What keeps those before it?"
        ),
    ),
    "twice": Mistake(
        lambda targets, outputs: 2 * mean_squared_error(targets, outputs),
        about(
            "For {inputs} you return {got}, twice the mean. The 2 of a square stands above it, not before it."
        ),
    ),
    "divided_twice": Mistake(
        lambda targets, outputs: mean_squared_error(targets, outputs) / len(targets),
        about(
            "For {inputs} you return {got}: a mean, divided by the number of examples once more. What has `np.mean` done already?"
        ),
    ),
    "first_left_out": Mistake(
        lambda targets, outputs: np.sum((outputs - targets)[1:] ** 2) / len(targets),
        about(
            "For {inputs} you return {got}: the first example is left out. At which number does Python begin to count?"
        ),
    ),
    "cubed": Mistake(
        lambda targets, outputs: np.mean((outputs - targets) ** 3),
        about(
            "For {inputs} the errors are {errors}, and you return {got}: the mean of their third powers, which keep the sign. How many times does a square multiply a number by itself?"
        ),
    ),
    "median": Mistake(
        lambda targets, outputs: np.median((outputs - targets) ** 2),
        about(
            "For {inputs} you return {got}: the *median* of the squares, the one in the middle. Two examples can't tell it from the mean; then a bird that is very wrong has no say."
        ),
    ),
    "outputs_squared_alone": Mistake(
        lambda targets, outputs: np.mean(targets - outputs**2),
        about(
            "For {inputs} you return {got}: `** 2` takes only what stands directly before it, the outputs. What keeps a difference together?"
        ),
    ),
    "rounded_to_two": Mistake(
        lambda targets, outputs: round(mean_squared_error(targets, outputs), 2),
        about(
            "For {inputs} you return {got}: rounded. Leave all digits; a small step downhill hides in them."
        ),
    ),
    "rounded_to_three": Mistake(
        lambda targets, outputs: round(mean_squared_error(targets, outputs), 3),
        about(
            "For {inputs} you return {got}: rounded. Leave all digits; a small step downhill hides in them."
        ),
    ),
    "sum_squared": Mistake(
        lambda targets, outputs: np.sum(outputs - targets) ** 2,
        about(
            "For {inputs} the errors are {errors}, and you return {got}: their sum, squared. In the sum some of them cancel. What is squared first, by the table, and what is done with the squares?"
        ),
    ),
    "each_divided": Mistake(
        lambda targets, outputs: (outputs - targets) ** 2 / len(targets),
        about("For {inputs} you return {got}: a share for each example. What makes one number of them?"),
    ),
    "nothing_added": Mistake(
        lambda targets, outputs: 0.0,
        about(
            "For {inputs} you return {got}, and would for any network. A line like `total + square` computes a sum and forgets it: which name should keep it?"
        ),
    ),
    "rounded": Mistake(
        lambda targets, outputs: round(mean_squared_error(targets, outputs), 1),
        about(
            "For {inputs} you return {got}: rounded. Leave all digits; a small step downhill hides in them."
        ),
    ),
    "largest": Mistake(
        lambda targets, outputs: np.max((outputs - targets) ** 2),
        about("For {inputs} you return {got}, the *largest* square. Every example has a say."),
    ),
    "relative": Mistake(
        lambda targets, outputs: np.mean(((outputs - targets) / targets) ** 2),
        about(
            "For {inputs} you return {got}: the errors are divided by the targets. Nothing is compared with the size of the target here."
        ),
    ),
}
