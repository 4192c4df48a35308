"""What exercise 5.6 is tried on, hills of a known slope, and three mistakes that no fixed behaviour describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import plain


class TooMany(TypeError):
    """The hill's slope was asked with more than the place: `given` is what it was asked with."""

    def __init__(self, given: tuple) -> None:
        super().__init__("hill_slope() takes one place")
        self.given = given


def _none_given() -> tuple:
    raise TypeError("hill_slope() missing 1 required positional argument: 'w'")


class function:  # this name is read in messages about errors
    """The slope of `c * (w - bottom) ** 2`, which writes itself as its formula in a message."""

    def __init__(self, c: float, bottom: float) -> None:
        self.c, self.bottom = c, bottom

    def __call__(self, *places: float) -> float:
        """Return the slope at one place. Raises TooMany for more than one."""
        if len(places) > 1:
            raise TooMany(places)
        (w,) = places or _none_given()
        return 2 * self.c * (w - self.bottom)

    def __repr__(self) -> str:
        inside = f"(w - {self.bottom:g})" if self.bottom else "w"
        return f"lambda w: {2 * self.c:g} * {inside}"


def path(hill_slope: Callable, start: float, learning_rate: float, steps: int) -> list[float]:
    """The reference of exercise 5.6."""
    places = [start]
    for _ in range(steps):
        places.append(places[-1] - learning_rate * hill_slope(places[-1]))
    return places


def path_cases(rng: np.random.Generator) -> list[tuple]:
    """The hill of the lesson in two steps; one that crosses over; one step, none; the bottom; other hills."""
    hill = function(1, 0)
    small = [(hill, 4.0, 0.25, 2), (hill, 4.0, 1.25, 3), (hill, -3.0, 0.1, 1), (hill, 2.0, 0.5, 0)]
    small += [(hill, 2.0, 0.5, 3), (hill, 1.03, 0.1, 2)]  # at the bottom after one step; more digits than two
    any_ = [
        (function(c, bottom), float(rng.integers(-8, 9)) + 0.5, float(rate), int(rng.integers(2, 6)))
        for c, bottom, rate in ((2, 3, 0.1), (0.5, -2, 0.3), (1, 5, 0.75))
    ]
    return small + any_


def slope_of_one_place(check: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """Return `check`, with a word for those who call the `slope` of the exercise before, of a loss and a place."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            verdict = check(answer)
            general = isinstance(verdict, NotYet) and verdict.code in (
                "wrong_value",
                "wrong_shape",
                "returns_none",
            )
            return (_digits_or_steps_lost(answer) if general else None) or verdict
        except LearnerError as error:
            if _slope_of_last_exercise(error.cause):
                return NotYet(
                    "slope_of_last_exercise",
                    "You call `slope`, the function of exercise 5.5: that one wants a loss and a place. Here nobody gives you the "
                    "loss; the slope of this hill is handed to you ready-made. Under which name?",
                )
            if not isinstance(error.cause, TooMany):
                raise
            given = len(error.cause.given)
            return NotYet(
                "slope_of_two",
                f"You call `hill_slope` with {given} things. It knows its hill already (in the first try it is `lambda w: 2 * w`) "
                "and takes the place alone, not what the `slope` of exercise 5.5 took.",
            )

    checked.codes = (
        *check.codes,
        "slope_of_two",
        "slope_of_last_exercise",
        "stops_when_flat",
        "rounded",
        "returned_in_the_loop",
        "places_overwritten",
    )  # type: ignore[attr-defined]
    return checked


def _slope_of_last_exercise(cause: BaseException) -> bool:
    """Was `slope` of exercise 5.5 called with the place alone, or is it not there because 5.5 is unsolved?"""
    if isinstance(cause, NameError):
        return cause.name == "slope"
    return isinstance(cause, TypeError) and str(cause).startswith("slope() missing")


def _row(answer: Callable, *given: Any) -> np.ndarray:
    """The learner's places as an array; an empty one if they are no row of numbers."""
    places = plain(call(answer, *given))
    return places if isinstance(places, np.ndarray) and places.ndim == 1 else np.array([])


def _digits_or_steps_lost(answer: Callable) -> NotYet | None:
    """Mistakes by an unknown amount: stopping where it is flat, a slope of one hill measured, rounding."""
    hill = function(1, 0)
    got = call(answer, hill, 4.0, 0.25, 2)
    two = _row(answer, hill, 4.0, 0.25, 2)
    given = "For `hill_slope = lambda w: 2 * w, start = 4, learning_rate = 0.25, steps = 2` you return"
    if len(two) == 2 and np.allclose(two, [4, 2]) and call(answer, hill, 4.0, 0.25, 0) is None:
        return NotYet(
            "returned_in_the_loop",
            f"{given} {show(two)}: one step was made; 2 are asked. Does `return places` stand *in* the loop? Then the first turn "
            "ends the function.",
        )
    if isinstance(got, int | float | np.floating) and np.isclose(got, 2):
        return NotYet(
            "places_overwritten",
            f"{given} {show(got)}, a single place. Does `places = ...` in the loop throw the list away? The new place "
            "belongs into `w`, and then behind the others: `places.append(w)`.",
        )
    if len(_row(answer, hill, 4.0, 0.25, 2)) == 3:
        flat = _row(answer, hill, 2.0, 0.5, 3)
        if 0 < len(flat) < 4 and np.allclose(flat, [2, 0, 0][: len(flat)]):
            return NotYet(
                "stops_when_flat",
                f"For `hill_slope = lambda w: 2 * w, start = 2, learning_rate = 0.5, steps = 3` you return {show(flat)}: it stops where "
                "it is flat. Asked are 3 steps, so 4 places, also where nothing moves any more.",
            )
    other = function(2, 3)
    places, one_hill = _row(answer, other, -3.5, 0.1, 2), path(hill, -3.5, 0.1, 2)
    if len(places) == 3 and np.allclose(places, one_hill, rtol=0, atol=1e-3):
        return NotYet(
            "one_hill_only",
            f"For `hill_slope = {other}, start = -3.5, learning_rate = 0.1, steps = 2` you return {show(places)}, as on the hill "
            "`w * w`: its slope, measured. This hill has another one, and it is handed to your function: `hill_slope(w)`.",
        )
    places, exact = _row(answer, hill, 1.03, 0.1, 2), np.array([1.03, 0.824, 0.6592])
    near = len(places) == 3 and np.allclose(places, exact, rtol=0, atol=0.06)
    if near and np.allclose(places[1:], np.round(places[1:], 2)):
        return NotYet(
            "rounded",
            f"For `hill_slope = lambda w: 2 * w, start = 1.03, learning_rate = 0.1, steps = 2` you return {show(places)}: "
            "rounded. Leave all digits; near the bottom the steps are smaller than what is cut off.",
        )
    return None
