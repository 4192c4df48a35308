"""What exercise 3.4 is compared with, on which rows, and the mistakes people make in a sigmoid."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake


def squashed(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.4, for any size of z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def squashed_slope(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.6."""
    return squashed(z) * (1 - squashed(z))


def any_size(rng: np.random.Generator) -> list[tuple]:
    """0 and 2; both sides; random ones; at last numbers whose exponentials overflow."""
    fixed = ([0.0, 2.0], [-1.0, 1.0, 3.0], [-4.0, 0.5, 4.0])
    random = [(rng.normal(scale=2, size=n).round(1),) for n in (4, 6)]
    return [(np.array(row),) for row in fixed] + random + [(np.array([-30.0, 800.0]),)]


MISTAKES = {
    "minus_missing": Mistake(
        lambda z: squashed(-z),
        "For {inputs} you return {got}: the larger `z`, the *smaller* your result. Look at the sign in the "
        "exponent, or above the line of the fraction.",
    ),
    "overflow": Mistake(
        lambda z: np.exp(z) / (1 + np.exp(z)),
        "The formula is right on paper. But for {inputs} you return {got}: exp(800) is too large for a "
        "computer's number and becomes infinity, and infinity divided by infinity is nan (not a number). Which form of "
        "the fraction has an exponential only *below* the line?",
    ),
    "brackets": Mistake(
        lambda z: 1 + np.exp(-z),
        "For {inputs} you return {got}, numbers above 1: only the first 1 is divided, or nothing at all. `1 / 1 + "
        "...` divides before it adds; brackets around what stands below the line keep it together.",
    ),
    "brackets_and_minus": Mistake(
        lambda z: 1 + np.exp(z),
        "For {inputs} you return {got}, numbers above 1. `1 / 1 + ...` divides before it adds: brackets around all that stands "
        "below the line. And look at the sign in the exponent.",
    ),
    "size_alone": Mistake(
        lambda z: squashed(np.abs(z)),
        "For {inputs} you return {got}: z = -1 gets what z = 1 gets. The sigmoid keeps them apart: below 0 it is below 0.5.",
    ),
    "times_z": Mistake(
        lambda z: z * squashed(z),
        "For {inputs} you return {got}: `z` stands above the line of the fraction. There stands 1. (z * sigmoid(z) is an "
        "activation too, called swish.)",
    ),
    "twice_z": Mistake(
        lambda z: squashed(2 * z),
        "For {inputs} you return {got}: that is the sigmoid of 2 z. Below the line stands 1 + exp(-z).",
    ),
    "e_less_z": Mistake(
        lambda z: 1 / (1 + np.e - z),
        "For {inputs} you return {got}: `np.e - z` takes z away from e. It is e to the *power* of -z: `np.exp(-z)`.",
    ),
    "squared": Mistake(
        lambda z: squashed(z) ** 2,
        "For {inputs} you return {got}: at 0 it should be 0.5. The fraction is not squared.",
    ),
    "minus_below": Mistake(
        lambda z: 1 / (1 - np.exp(-z)),
        "For {inputs} you return {got}. Below the line the exponential is *added* to 1; you take it away.",
    ),
    "sign_outside": Mistake(
        lambda z: 1 / (1 - np.exp(z)),
        "For {inputs} you return {got}. The minus belongs to `z`, in the exponent, not in front of the exponential.",
    ),
    "one_forgotten": Mistake(
        np.exp,
        "For {inputs} you return {got}, which is exp(z) and grows without end. What keeps the fraction below 1 is "
        "the 1 that is added below the line.",
    ),
    "one_over_exp": Mistake(
        lambda z: np.exp(-z),
        "For {inputs} you return {got}, the exponential alone. It stands below the line, added to 1.",
    ),
    "two_for_e": Mistake(
        lambda z: 1 / (1 + 2.0**-z),
        "For {inputs} you return {got}: powers of 2. The exponential takes powers of e, about 2.718: `np.exp`.",
    ),
    "ten_for_e": Mistake(
        lambda z: 1 / (1 + 10.0**-z),
        "For {inputs} you return {got}: powers of 10. The exponential takes powers of e, about 2.718: `np.exp`.",
    ),
    "no_exponential": Mistake(
        lambda z: 1 / (1 - z),
        "For {inputs} you return {got}: `-z` itself is added, where exp(-z) belongs.",
    ),
    "no_exponential_plus": Mistake(
        lambda z: 1 / (1 + z),
        "For {inputs} you return {got}: `z` itself is added, where exp(-z) belongs.",
    ),
    "e_times_z": Mistake(
        lambda z: 1 / (1 - np.e * z),
        "For {inputs} you return {got}: e *times* -z. It is e to the *power* of -z: `np.exp(-z)`.",
    ),
    "tanh": Mistake(
        np.tanh,
        "For {inputs} you return {got}: tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1 and is 0.5 at 0.",
    ),
    "step": Mistake(
        lambda z: (z > 0).astype(float),
        "For {inputs} you return {got}: all or nothing, a step (or a rounded sigmoid). What lies between 0 and 1 is what the sigmoid is for.",
    ),
    "slope_for_value": Mistake(
        squashed_slope,
        "For {inputs} you return {got}. That is the sigmoid's *slope*; asked is its value.",
    ),
    "first_only": Mistake(
        lambda z: float(squashed(z)[0]),
        "For {inputs} you return one number, {got}: that of the first. Does a loop `return` before it has seen "
        "the others?",
    ),
    "softmax": Mistake(
        lambda z: np.exp(z) / np.exp(z).sum(),
        "For {inputs} you return {got}: your numbers add up to 1, so each depends on all others. The sigmoid "
        "looks at one number alone, and below the line stands 1 + exp(-z).",
    ),
    "summed": Mistake(
        lambda z: squashed(z).sum(),
        "For {inputs} you return one number, {got}: the results, each right, added up.",
    ),
}
