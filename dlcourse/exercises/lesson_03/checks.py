"""The checks of lesson 3 that no factory makes: two in turn, one neuron for three, XOR's output neuron, a model's bend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, ModelFacts, NotYet, outputs_of, show
from dlcourse.checking.compare import plain

Check = Callable[[Any], Correct | NotYet]


def one_then_other(first: Check, second: Check) -> Check:
    """Return a check that asks `second` only about an answer that `first` finds right."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = first(answer)
        return verdict if isinstance(verdict, NotYet) else second(answer)

    checked.codes = (*first.codes, *second.codes)  # type: ignore[attr-defined]
    return checked


def shown_by_input(check: Check) -> Check:
    """Return a check that shows a wrong (w1, w2, b) of exercise 3.1 by the first input for which it is wrong."""

    def checked(answer: tuple[float, float, float]) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        w1, w2, b = answer
        times = w1 / 5
        if times and np.allclose(answer, np.multiply(times, (5, 3, -2))):
            return NotYet(
                "multiple",
                f"You give {show(answer)}. That neuron is 0 where the three together are 0, but elsewhere {show(times)} times as "
                "large. Not the line alone, the output itself is to be the same: what is it for x1 = 0 and x2 = 0?",
            )
        for x1, x2 in ((0, 0), (1, 0), (0, 1)):
            h1, h2 = x1 + 2 * x2 + 1, 3 * x1 - x2
            output, own = 2 * h1 + h2 - 4, w1 * x1 + w2 * x2 + b
            if not np.isclose(output, own):
                break
        return NotYet(
            "wrong_value",
            f"You give {show(answer)}. For x1 = {x1} and x2 = {x2} that neuron says {show(own)}. In the three, h1 is {h1} and h2 is "
            f"{h2}, so the output is {output}. Write h1 and h2 into the output's line, multiply out, and collect.",
        )

    checked.codes = (*check.codes, "multiple")  # type: ignore[attr-defined]
    return checked


def with_a_bias(check: Check) -> Check:
    """Return a check that names what is missing when only the two weights of exercise 3.1 are given."""

    def checked(answer: Any) -> Correct | NotYet:
        numbers = plain(answer)
        if isinstance(numbers, np.ndarray) and numbers.shape == (2,) and np.allclose(numbers, (5, 3)):
            return NotYet(
                "bias_missing",
                f"You give {show(answer)}: both weights are right, and a third number is missing, the bias. What do the three "
                "neurons give for x1 = 0 and x2 = 0?",
            )
        return check(answer)

    checked.codes = (*check.codes, "bias_missing")  # type: ignore[attr-defined]
    return checked


HIDDEN = {
    (0, 0): (0, 0),
    (0, 1): (1, 0),
    (1, 0): (1, 0),
    (1, 1): (2, 1),
}  # switches -> the two hidden neurons

_DECIDED = {
    (False, False, False): ("never_yes", "none of the four gets a 1. The two with one switch on should."),
    (True, True, True): ("always_yes", "all four get a 1. Two of them should get a 0."),
    (True, False, True): ("reversed", "every answer is the wrong way round."),
    (False, True, True): (
        "both_on_too",
        "one switch on gets a 1, as it should, but so do both. There the second hidden neuron comes in for the first "
        "time: with which weight does it take back enough?",
    ),
    (False, False, True): (
        "both_on_alone",
        "only both switches together get a 1: that is AND. One switch alone must be enough.",
    ),
    (True, False, False): ("both_off_alone", "only (0, 0) gets a 1. There both hidden neurons give 0, so what is left?"),
    (True, True, False): ("both_off_too", "(0, 0) gets a 1, too. There both hidden neurons give 0: only the bias is left."),
}  # fmt: skip


def output_neuron(answer: tuple[float, float, float]) -> Correct | NotYet:
    """Judge (w1, w2, b) of the neuron behind the two hidden ones by what it decides for the four switches."""
    w1, w2, b = answer
    outputs = [w1 * h1 + w2 * h2 + b for h1, h2 in HIDDEN.values()]
    off, one, _, both = outputs
    decided = (off > 0, one > 0, both > 0)
    if decided == (False, True, False):
        exact = (off, one, both) == (0, 1, 0)
        if exact:
            return Correct("And the outputs are 0, 1, 1, 0 themselves. XOR has fallen, to three neurons.")
        return Correct(
            f"The outputs are {show(off)}, {show(one)}, {show(one)}, {show(both)}: above 0 in the right places. XOR has "
            "fallen, to three neurons."
        )
    if 0 in (off, one, both) and decided == (False, False, False) and one == 0:
        return NotYet(
            "exactly_zero",
            f"For one switch on your output is exactly 0: {show(w1)} * 1 + {show(w2)} * 0 + {show(b)}. A 1 needs an output "
            "*above* 0.",
        )
    for code, order in (("exchanged", (w2, w1, b)), ("bias_first", (w2, b, w1))):
        if _solves(*order):
            return NotYet(
                code,
                f"Your outputs: both off {show(off)}, one on {show(one)}, both on {show(both)}. Only the order is wrong: first "
                "the weight of h1, then that of h2, then the bias.",
            )
    code, what = _DECIDED[decided]
    return NotYet(
        code,
        f"Your outputs: both off {show(off)}, one on {show(one)}, both on {show(both)}. So {what}",
    )


def _solves(w1: float, w2: float, b: float) -> bool:
    return b <= 0 < w1 + b and 2 * w1 + w2 + b <= 0


output_neuron.codes = ("exactly_zero", "exchanged", "bias_first", *(code for code, _ in _DECIDED.values()))  # type: ignore[attr-defined]


def shares_by_bird(facts: ModelFacts) -> NotYet | None:
    """Say so if a model's probabilities add up to 1 down the batch, not for each example."""
    made = outputs_of(facts.model, np.random.default_rng(5).normal(size=(2, 4)).astype("float32")).astype(
        float
    )
    if np.allclose(made.sum(axis=1), 1, atol=1e-3):
        return None
    return NotYet(
        "softmax_over_batch",
        f"For two birds your network says {show(made.round(3))}: the rows, one for each bird, add up to "
        f"{show(made.sum(axis=1).round(3))}. Along which axis does your softmax go? Left alone it takes the last, the right one.",
    )


shares_by_bird.codes = ("softmax_over_batch",)  # type: ignore[attr-defined]


def without_bend(facts: ModelFacts) -> NotYet | None:
    """Say so if a model of probabilities is one straight layer: the logarithms of their ratios then add up."""
    rng = np.random.default_rng(3)
    one, other = rng.normal(scale=1.5, size=(2, 12, 4)).astype("float32")
    made = [
        np.log(np.maximum(outputs_of(facts.model, x).astype(float), 1e-30))
        for x in (one, other, one + other, np.zeros_like(one))
    ]
    a, b, both, nothing = (rows[:, 1:] - rows[:, :1] for rows in made)
    if np.allclose(a + b, both + nothing, atol=2e-3):
        return NotYet(
            "no_bend",
            "Your probabilities are right in form, but nothing bends in front of the output layer: for measurements x and y "
            "its weighted sums for x + y are those for x plus those for y. However many layers there are, they are one.",
        )
    return None


without_bend.codes = ("no_bend",)  # type: ignore[attr-defined]
