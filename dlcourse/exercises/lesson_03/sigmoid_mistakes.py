"""What exercise 3.4 is compared with, on which rows, and the mistakes people make in a sigmoid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, call, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import plain
from dlcourse.exercises.lesson_03.errors import LIST_OF_FIRST, ONE_OF_FIRST, POSITIONS, ROW_FOR_EACH
from dlcourse.exercises.lesson_03.proportion import few_digits

Check = Callable[[Any], Correct | NotYet]


def squashed(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.4, for any size of z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def squashed_slope(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.6."""
    return squashed(z) * (1 - squashed(z))


def any_size(rng: np.random.Generator) -> list[tuple]:
    """0 and 2; both sides; random ones; at last numbers far out. No exponential overflows."""
    fixed = ([0.0, 2.0], [-1.0, 1.0, 3.0], [-4.0, 0.5, 4.0])
    random = [(rng.normal(scale=2, size=n).round(1),) for n in (4, 6)]
    return [(np.array(row),) for row in fixed] + random + [(np.array([-12.0, 12.0]),)]


def noting_overflow(check: Check) -> Check:
    """Return a check that adds to *correct* what a formula right on paper gives for z = 800, where exp(z) overflows."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        far = _at(answer, [800.0]) if isinstance(verdict, Correct) else None
        if far is None or np.isfinite(far).all():
            return verdict
        return Correct(
            f"{verdict.note} One thing to know: for `z = [800]` yours gives {show(far)}. exp(800) is too large for a computer's "
            "number and becomes infinity, and infinity divided by infinity is nan (not a number). An exponential that stands only "
            "below the line of the fraction does no harm."
        )

    checked.codes = check.codes  # type: ignore[attr-defined]
    return checked


def nearly_right(check: Check) -> Check:
    """Return a check that knows a sigmoid made with an e of few digits, and one that was rounded."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        got = _at(answer, [1.0, 2.0])
        told = None if got is None else _rounded(got) or _other_base(got)
        return told or verdict

    checked.codes = (*check.codes, "rounded", "e_rounded", "e_rounded_and_more", "other_base")  # type: ignore[attr-defined]
    return checked


def _rounded(got: np.ndarray) -> NotYet | None:
    """What to say if these, for z = 1 and 2, are a sigmoid's values rounded."""
    expected = squashed(np.array([1.0, 2.0]))
    if any(np.allclose(got, expected.round(digits), rtol=0, atol=1e-12) for digits in (1, 2, 3, 4)):
        text = f"For `z = [1, 2]` you return {show(got)}: the right numbers, rounded. Leave them as they are."
        return NotYet("rounded", text)
    return None


def _other_base(got: np.ndarray) -> NotYet | None:
    """What to say if these, for z = 1 and 2, are made of powers of something else than e."""
    odds = got / (1 - got)
    base = float(odds[0])
    if 0 < base < 1000 and np.allclose(odds, [base, base**2], rtol=1e-9):
        if few_digits(base):
            expected = show(squashed(np.array([1.0, 2.0])))
            text = (
                f"you return {show(got)}; with all digits of e it is {expected}. Yours is an e of {show(round(base, 9))}. "
                + _ALL_DIGITS
            )
            return NotYet("e_rounded", f"For `z = [1, 2]` {text}")
        if np.isclose(base, round(base), rtol=1e-9):
            text = f"For `z = [1, 2]` you return {show(got)}: powers of {round(base)}. The exponential takes powers of e: `np.exp`."
            return NotYet("other_base", text)
    for slip, bases in (
        (
            "And the larger `z`, the smaller your result: look at the sign in the exponent.",
            [1 / odds[0], 1 / odds[1] ** 0.5],
        ),
        (
            "And your numbers are above 1: what stands below the line needs brackets.",
            [1 / (got[0] - 1), 1 / (got[1] - 1) ** 0.5],
        ),
        ("And it is e to the *power* of -z, not e times -z.", [1 - 1 / got[0], (1 - 1 / got[1]) / 2]),
    ):
        if np.isfinite(bases).all() and few_digits(float(bases[0])) and np.isclose(*bases, rtol=1e-9):
            text = f"For `z = [1, 2]` you return {show(got)}. Yours is an e of {show(round(float(bases[0]), 9))}. {_ALL_DIGITS} {slip}"
            return NotYet("e_rounded_and_more", text)
    return None


_ALL_DIGITS = "NumPy has one with more digits: `np.e`, and its powers: `np.exp`."


def _at(answer: Any, z: list[float]) -> np.ndarray | None:
    """What the learner's function makes of `z`; None if that is no row of numbers."""
    try:
        got = plain(call(answer, np.array(z), names=("z",)))
    except LearnerError:
        return None
    return got if isinstance(got, np.ndarray) and got.shape == (len(z),) and got.dtype.kind == "f" else None


MISTAKES = {
    "minus_missing": Mistake(
        lambda z: squashed(-z),
        "For {inputs} you return {got}: the larger `z`, the *smaller* your result. Look at the sign in the "
        "exponent, or above the line of the fraction.",
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
        ONE_OF_FIRST,
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
    "tanh_of_half": Mistake(
        lambda z: 2 * squashed(z) - 1,
        "For {inputs} you return {got}, which runs from -1 to 1, as the formula of *tanh* does. The sigmoid runs from 0 to 1.",
    ),
    "relu": Mistake(
        lambda z: np.maximum(0, z),
        "For {inputs} you return {got}: that is ReLU, the exercise before. The sigmoid stays between 0 and 1 and is 0.5 at 0.",
    ),
    "brackets_of_the_other": Mistake(
        lambda z: 2 * np.exp(z),
        "For {inputs} you return {got}, numbers above 1: `exp(z) / 1 + exp(z)` divides before it adds. What keeps all that stands below "
        "the line together?",
    ),
    "mixed_signs": Mistake(
        lambda z: np.exp(z) * squashed(z),
        "For {inputs} you return {got}. Two forms are mixed: with exp(-z) below the line, 1 stands above it; with exp(z) above it, exp(z) "
        "stands below it, too.",
    ),
    "half_of_it": Mistake(
        lambda z: (1 + np.exp(-z)) / 2,
        "For {inputs} you return {got}: the 1 and the exponential are added, but *above* the line of the fraction. They stand below it.",
    ),
    "percent": Mistake(
        lambda z: 100 * squashed(z),
        "For {inputs} you return {got}: percent. The sigmoid runs from 0 to 1.",
    ),
    "base_exchanged": Mistake(
        lambda z: 1 / (1 + z**-np.e),
        "For {inputs} you return {got}: z to the power of -e. It is the other way round, e to the power of -z: `np.exp(-z)`.",
    ),
    "mixed_signs_too": Mistake(
        lambda z: np.exp(-z) * squashed(-z),
        "For {inputs} you return {got}. Two forms are mixed: with exp(-z) below the line, 1 stands above it; with exp(z) above it, exp(z) "
        "stands below it, too.",
    ),
    "one_in_the_exponent": Mistake(
        lambda z: 1 / np.exp(1 - z),
        "For {inputs} you return {got}: the 1 has slipped into the exponent. It is added to the exponential: 1 + exp(-z).",
    ),
    "squared_exponent": Mistake(
        lambda z: squashed(z**2),
        "For {inputs} you return {got}: `z` is squared, and so its sign is lost. In the exponent stands -z alone.",
    ),
    "cut_to_whole": Mistake(
        lambda z: np.zeros(len(z)),
        "For {inputs} you return {got}: what stands after the point is cut off. A fraction is written with one `/`, and stays as it is.",
    ),
    "unchanged": Mistake(
        lambda z: z,
        "For {inputs} you return {got}, what came in. What is computed must be kept: a loop's own variable changes nothing in `z`.",
    ),
    "row_for_each": Mistake(lambda z: [squashed(z)] * len(z), ROW_FOR_EACH),
    "positions": Mistake(lambda z: squashed(np.arange(len(z))), POSITIONS),
    "list_of_first": Mistake(lambda z: squashed(z)[:1], LIST_OF_FIRST),
}
