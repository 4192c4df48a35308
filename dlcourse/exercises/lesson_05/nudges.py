"""The check of exercise 5.5: a slope, measured by a nudge of any size. What was done is found from the numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, not_a_function, show
from dlcourse.checking.calling import watched_call
from dlcourse.checking.compare import plain


def _is_number(place: Any) -> bool:
    return np.asarray(place).dtype.kind in "biuf"


class function:  # this name is read in messages about errors
    """A loss of one weight that writes itself as its formula in a message, and keeps the places it was asked at."""

    def __init__(self, text: str, loss: Callable, slope: Callable, bend: Callable) -> None:
        self.text, self.loss, self.slope, self.bend = text, loss, slope, bend
        self.asked: list[float] = []

    def __call__(self, *places: float) -> float:
        """Return the loss at one place. Raises TypeError, in Python's words, for none or several."""
        if not places:
            raise TypeError("loss() missing 1 required positional argument: 'w'")
        if len(places) > 1:
            raise TypeError(f"loss() takes 1 positional argument but {len(places)} were given")
        self.asked += [float(place) for place in np.ravel(places[0])[:10]] if _is_number(places[0]) else []
        return self.loss(places[0])

    def fresh(self) -> function:
        """Return the same loss, not asked yet."""
        return function(self.text, self.loss, self.slope, self.bend)

    def __repr__(self) -> str:
        return self.text


_SQUARE = function("w * w", lambda w: w * w, lambda w: 2 * w, lambda w: 2.0)
_CASES = (
    (_SQUARE, 4.0),
    (_SQUARE, -3.0),
    (_SQUARE, 0.0),
    (function("3 * w + 5", lambda w: 3 * w + 5, lambda w: 3.0, lambda w: 0.0), 2.0),
    (
        function(
            "(w - 1) * (w - 1) + 7", lambda w: (w - 1) * (w - 1) + 7, lambda w: 2 * (w - 1), lambda w: 2.0
        ),
        2.5,
    ),
    (function("w * w * w", lambda w: w * w * w, lambda w: 3 * w * w, lambda w: 6 * w), -1.5),
    (_SQUARE, 50.0),
)


def slope_check(answer: Any) -> Correct | NotYet:
    """Judge exercise 5.5: a slope, measured by a nudge of any sensible size, to one side or to both."""
    wrong_kind = not_a_function(answer, ("loss", "w"))
    if wrong_kind:
        return wrong_kind
    got, wanted, asked = [], [], []
    for case, w in _CASES:
        loss = case.fresh()
        made = watched_call(answer, (loss, w), ("loss", "w"))
        value = plain(made.value)
        asked.append(loss.asked)
        where = f"For `loss = {loss}` at `w = {show(w)}` your function"
        if value is None:
            printed = made.printed.strip()[:60]
            what = (
                f"prints {printed} but returns nothing. Use `return` in place of `print`."
                if printed
                else "returns nothing (None). Its last step must be `return` and the slope."
            )
            return NotYet("returns_none", f"{where} {what}")
        if isinstance(value, np.ndarray) and value.size == 1:
            text = f"{where} returns {show(value)}, an array with one number in it. `.item()` behind it takes the number out."
            return NotYet("wrong_type", text)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return NotYet("wrong_type", f"{where} returns {show(value)}, not a number.")
        got.append(float(value))
        wanted.append(float(loss.slope(w)))
    got, wanted = np.array(got), np.array(wanted)
    # a nudge of 0.01 to one side is off by 0.01 on w * w, by 0.045 on w * w * w; that will do
    if np.allclose(got, wanted, rtol=2e-3, atol=0.04):
        return Correct(
            "It never looks inside the loss: it works for any, also for one that nobody can write down."
        )
    return _slope_mistake(got, wanted, asked)


slope_check.codes = (  # type: ignore[attr-defined]
    "returns_none", "wrong_type", "value_not_slope", "value_over_place", "formula_of_the_square", "uphill_downhill_exchanged",
    "half_of_it", "twice_of_it", "not_divided", "divided_by_too_little", "nudged_by_a_share", "loss_nudged", "nudge_vanishes",
    "nudge_too_large", "brackets_missing", "always_the_same", "sign_lost", "rounded", "upside_down", "nudged_to_zero",
    "multiplied_by_the_nudge", "two_sides_added",
    "moved_too_early", "nudge_forgotten", "asked_elsewhere", "asked_far_away", "one_loss_only", "loss_not_asked", "not_a_number", "wrong_value",
)  # fmt: skip


_LOST = "Your nudge is so small that the computer loses it: it keeps 16 digits of a number, and `4 + 1e-17 == 4`. Take 0.0001."


def _slope_mistake(got: np.ndarray, wanted: np.ndarray, asked: list[list[float]]) -> NotYet:
    """Name what was done, from the slopes it found on _CASES and where it asked. (Nudges may have any size h.)"""
    loss, w = (list(column) for column in zip(*_CASES, strict=True))
    heights, places = np.array([f(v) for f, v in _CASES]), np.array(w)
    first = f"For `loss = w * w` at `w = 4` you return {show(got[0])}"
    if not np.isfinite(got).all():
        return NotYet("not_a_number", f"{first}. Is something divided by 0?")
    if np.allclose(got, heights, rtol=1e-2, atol=0.02):
        return NotYet(
            "value_not_slope",
            f"{first}: the loss itself, not how fast it changes. It takes *two* losses: here, and a nudge away.",
        )
    if np.allclose(got[places != 0], (heights / np.where(places == 0, 1, places))[places != 0], rtol=1e-2):
        return NotYet(
            "value_over_place",
            f"{first}: the loss divided by w. The slope compares two places *next to each other*, not this one with 0.",
        )
    if np.allclose(got, 2 * places, rtol=1e-3, atol=0.011):
        return NotYet(
            "formula_of_the_square",
            f"For `w * w` you are right. For `loss = {loss[3]}` at `w = {show(w[3])}` you return {show(got[3])}, where 3 belongs: "
            "`2 * w` is the slope of `w * w` only. Nudge w and see what *this* loss does.",
        )
    for factor, code, text in (
        (-1, "uphill_downhill_exchanged", "the right size with the wrong sign. There, a larger w gives a larger loss: the slope is positive. Which loss is subtracted from which?"),
        (0.5, "half_of_it", "half of it. You asked for the loss at {at}. How far apart are these places? Divide by exactly that."),
        (2, "twice_of_it", "twice of it. You asked for the loss at {at}. How far apart are these places? Divide by exactly that."),
    ):  # fmt: skip
        if np.allclose(got, factor * wanted, rtol=5e-3, atol=0.02):
            return NotYet(
                code, f"{first}: " + text.format(at=", ".join(f"{place:.10g}" for place in asked[0][:4]))
            )
    if np.allclose(got, got[0], rtol=1e-3) and np.isclose(got[0], 1, rtol=0.01):
        return NotYet(
            "loss_nudged",
            f"{first}, and 1 for every other loss: the nudge was added to the *loss*. Nudge the weight, then ask for the loss there: `loss(w + nudge)`.",
        )
    if np.allclose(got, wanted * places, rtol=1e-2, atol=0.02):
        return NotYet(
            "nudged_by_a_share",
            f"{first}: your nudge is a share of w, and you divide by the share. At w = 0 it is no nudge at all. Nudge by the same small number everywhere.",
        )
    if np.allclose(got, np.abs(wanted), rtol=5e-3, atol=0.02):
        return NotYet(
            "sign_lost",
            f"For `loss = w * w` at `w = -3` you return {show(got[1])}: the right size. But there a larger w gives a *smaller* loss, and the sign says so. Leave it in.",
        )
    whole = np.allclose(got, np.round(got)) and np.all(np.abs(got - wanted) <= 1.001)
    if whole or np.allclose(got, np.trunc(wanted)):
        return NotYet(
            "rounded",
            f"For `loss = w * w * w` at `w = -1.5` you return {show(got[5])}, where 6.75 belongs. Leave the digits in.",
        )
    if np.allclose(got[wanted != 0] * wanted[wanted != 0], 1, rtol=0.01):
        return NotYet(
            "upside_down",
            f"{first}, where about 8 belongs: the nudge divided by the rise. It is the other way round: how much rise for each 1 of w?",
        )
    if np.allclose(got, 2 * heights, rtol=1e-2, atol=0.02):
        return NotYet(
            "value_not_slope",
            f"{first}: twice the loss. The slope takes the loss at *two* places: here, and a nudge away.",
        )
    away = np.array([f(1e-4) for f, _ in _CASES])
    shrunk = np.array([f(v * 1e-4) for f, v in _CASES])
    for other in (away, shrunk):
        for difference in (other, heights - other, other - heights):
            if np.allclose(got, difference / 1e-4, rtol=1e-3, atol=1e-6):
                return NotYet(
                    "nudged_to_zero",
                    f"{first}: one of your losses is taken near w = 0 (at `nudge`, or at `w * nudge`). The place a nudge away is `w + nudge`.",
                )
    bend = np.array([f.bend(v) for f, v in _CASES])
    straight = np.isclose(got[3], 3, rtol=1e-2)
    step = (got - wanted)[0] / (bend[0] / 2)  # one-sided: off by half the bend times the nudge
    if (
        straight
        and 0.005 < abs(step) < 20
        and np.allclose((got - wanted)[:3], bend[:3] / 2 * step, atol=0.05)
    ):
        return NotYet(
            "nudge_too_large",
            f"{first}: too coarse. With a nudge of {show(step, 3)} you walk along the curve, and it bends on the way. Take a much smaller one, 0.0001.",
        )
    cube = (got - wanted)[5]
    if straight and np.allclose((got - wanted)[:5], 0, atol=0.02) and cube > 0.01:
        return NotYet(
            "nudge_too_large",
            f"For `loss = w * w * w` at `w = -1.5` you return {show(got[5])}, where 6.75 belongs: with a nudge of {show(np.sqrt(cube), 3)} the curve bends on the way. Take a much smaller one, 0.0001.",
        )
    same = [len(places) > 1 and np.ptp(places) == 0 for places in asked]
    if np.allclose(got, 0) and same[0] and asked[0][0] != w[0]:
        return NotYet(
            "moved_too_early",
            f"{first}: both losses were asked at {asked[0][0]:.10g}. When `w` itself is moved, the old place is gone. Which loss must be asked before?",
        )
    if np.allclose(got, 0) and same[2]:
        return NotYet(
            "nudge_forgotten",
            f"{first}: both losses were asked at 4, so there is no rise between them. Where should one of them be asked?",
        )
    if np.allclose(got, 0):
        return NotYet("nudge_vanishes", f"{first}. {_LOST}")
    elsewhere = _asked_elsewhere(got, w, asked, first)
    if elsewhere:
        return elsewhere
    changes = got / np.where(wanted == 0, 1, wanted)
    ratios = changes[wanted != 0]
    if np.allclose(ratios, np.median(ratios), rtol=0.15) and 0 < ratios[0] < 2e-7:
        return NotYet(
            "multiplied_by_the_nudge",
            f"{first}, where about 8 belongs. Your rise seems to be *multiplied* by the nudge. If you wrote `/ 2 * nudge`: that divides by 2 and then multiplies. Put brackets around `2 * nudge`.",
        )
    if np.allclose(ratios, np.median(ratios), rtol=0.15) and 0 < ratios[0] < 0.4:
        return NotYet(
            "not_divided",
            f"{first}: that is how much the loss *changed*. The slope is the change for each 1 of w: divide by what you nudged.",
        )
    if np.allclose(ratios, np.median(ratios), rtol=0.15) and ratios[0] > 3:
        return NotYet(
            "divided_by_too_little",
            f"{first}, where about 8 belongs. Divide by exactly the distance between the two places, once.",
        )
    shares = got[heights > 0] / heights[heights > 0]
    if np.allclose(shares, shares[0], rtol=0.02) and shares[0] < -5:
        return NotYet(
            "brackets_missing",
            f"{first}, where about 8 belongs. Is the whole *difference* divided by the nudge, or only its second part? Mind "
            "the brackets.",
        )
    if np.allclose(shares, shares[0], rtol=0.02) and shares[0] > 5:
        return NotYet(
            "two_sides_added",
            f"{first}, where about 8 belongs. What is divided must be a *difference* of two losses: how much higher is the one than the other?",
        )
    if np.allclose(got, got[0]):
        return NotYet(
            "always_the_same",
            f"{first}, and the same for every other loss and place. Compute it from `loss` and `w`.",
        )
    if np.abs(got[3] - 3) > 1e-3 and (np.abs(got - wanted) < 0.45 * np.abs(wanted))[[0, 1, 3, 4]].all():
        return NotYet(
            "nudge_vanishes",
            f"For `loss = 3 * w + 5` at `w = 2` you return {show(got[3])}, where 3 belongs. {_LOST}",
        )
    if not any(asked):
        return NotYet(
            "loss_not_asked",
            f"{first}, without asking `loss` anything. The next loss is another one; only `loss(...)` can tell how high it is.",
        )
    off = int(np.argmin(np.isclose(got, wanted, rtol=2e-3, atol=0.04)))
    here, near = loss[off](w[off]), loss[off](w[off] + 0.001)
    at = ", ".join(f"{place:.10g}" for place in asked[off][:4])
    return NotYet(
        "wrong_value",
        f"For `loss = {loss[off]}` at `w = {show(w[off])}` you return {show(got[off])}, where about {show(wanted[off])} belongs: at "
        f"{show(w[off])} the loss is {here:.10g}, at {w[off] + 0.001:.10g} it is {near:.10g}. (You asked for it at {at}.) How much did "
        "it rise, and for how much of w?",
    )


def _asked_elsewhere(got: np.ndarray, w: list[float], asked: list[list[float]], first: str) -> NotYet | None:
    """Name the mistakes that the places tell at which the loss was asked."""
    text = ", ".join(f"{place:.10g}" for place in asked[1][:4])
    if asked[1] and min(abs(place - w[1]) for place in asked[1]) > 2:
        return NotYet(
            "asked_elsewhere",
            f"For `loss = w * w` at `w = -3` you return {show(got[1])}, and you asked for the loss at {text}, nowhere near -3. Is `w` in "
            "it, and is it still the one you were given?",
        )
    if all(len(places) == 1 for places in asked):
        return NotYet(
            "one_loss_only",
            f"{first}, where about 8 belongs. You asked for the loss once, at {asked[0][0]:.10g}. A rise is the difference of two losses: "
            "at which other place do you need it?",
        )
    if asked[0] and max(abs(place - w[0]) for place in asked[0]) > 2:
        text = ", ".join(f"{place:.10g}" for place in asked[0][:4])
        return NotYet(
            "asked_far_away",
            f"{first}, where about 8 belongs. You asked for the loss at {text}. Which two places lie a nudge apart, one of them 4?",
        )
    return None
