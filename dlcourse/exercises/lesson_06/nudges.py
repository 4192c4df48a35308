"""Exercise 6.7: every slope of a function by nudging. Declaration only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.scratch.by_hand import nudged_gradient


def squares(w: np.ndarray) -> float:
    """The sum of the squares."""
    return float((w**2).sum())


def _tangled(w: np.ndarray) -> float:
    """Cubes, and products of neighbours, so that no number of w stands alone."""
    flat = w.ravel()
    return float((flat**3).sum() + (flat[:-1] * flat[1:]).sum() + flat.sum() ** 2)


def _each(slope: Callable[[Callable, np.ndarray, tuple, float], float]) -> Callable:
    """A wrong `nudged_gradient` that has this number in every place."""

    def behaviour(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
        return np.array([slope(f, w, place, h) for place in np.ndindex(w.shape)]).reshape(w.shape)

    return behaviour


def _at(f: Callable, w: np.ndarray, place: tuple, by: float) -> float:
    moved = w.copy()
    moved[place] += by
    return f(moved)


def _not_undone(moves: tuple[float, ...], divisor: float) -> Callable:
    """w is moved by these multiples of h and stays where it ends; f is asked after the first two."""

    def behaviour(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
        slopes = np.zeros_like(w)
        for place in np.ndindex(w.shape):
            w[place] += moves[0] * h
            first = f(w)
            w[place] += moves[1] * h
            second = f(w)
            slopes[place] = (first - second) / (divisor * h)
        return slopes

    return behaviour


def _up_and_away(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """One-sided, and the nudge stays in w."""
    slopes = np.zeros_like(w)
    for place in np.ndindex(w.shape):
        before = f(w)
        w[place] += h
        slopes[place] = (f(w) - before) / h
    return slopes


def _all_at_once(f: Callable, w: np.ndarray, h: float) -> float:
    return (f(w + h) - f(w - h)) / (2 * h)


def _rows(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """Only the first axis is gone through: whole rows are nudged."""
    slopes = np.zeros_like(w)
    for i in range(len(w)):
        slopes[i] = (_at(f, w, (i,), h) - _at(f, w, (i,), -h)) / (2 * h)
    return slopes


def _cases(rng: np.random.Generator) -> list[tuple]:
    return [
        (squares, np.array([3.0]), 0.1),
        (squares, np.array([3.0, -1.0]), 0.1),
        (_tangled, rng.uniform(-2, 2, 3), 0.2),
        (_tangled, rng.uniform(-2, 2, (2, 3)), 0.1),
        (_tangled, rng.uniform(-2, 2, 4), 0.01),
        (squares, rng.uniform(-2, 2, (3, 1)), 0.3),
    ]


def _say(text: str) -> Callable[[Seen], str]:
    """The message about a call, with what is known about f in words."""

    def said(seen: Seen) -> str:
        name = "f(w) = w[0]**2 + w[1]**2 + ..." if seen.inputs["f"] is squares else "an f of several powers"
        where = f"For `{name}` at w = {show(seen.inputs['w'])} with h = {show(seen.inputs['h'])}"
        return f"{where} you return {show(seen.got)}. {text}"

    return said


ONE_SIDED = "Up by h was compared with w itself; that leans to one side. Nudge up *and* down: then the two errors cancel."

MISTAKES = {
    "up_only": Mistake(_each(lambda f, w, at, h: (_at(f, w, at, h) - f(w)) / h), _say(ONE_SIDED)),
    "down_only": Mistake(
        _each(lambda f, w, at, h: (f(w) - _at(f, w, at, -h)) / h),
        _say(
            "Down by h was compared with w itself; that leans to one side. Nudge up *and* down: then the two errors cancel."
        ),
    ),
    "up_only_halved": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, h) - f(w)) / (2 * h)),
        _say(
            "From the upper place back to w it is h, but you divide by 2h. Does your second place lie *below* w, or at w itself?"
        ),
    ),
    "h_for_2h": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, h) - _at(f, w, at, -h)) / h),
        _say("Twice too much: from w - h up to w + h, how far is it?"),
    ),
    "not_divided": Mistake(
        _each(lambda f, w, at, h: _at(f, w, at, h) - _at(f, w, at, -h)),
        _say(
            "That is how much f changes. A slope is the change *for each 1* of w: how far apart are the two places?"
        ),
    ),
    "up_not_divided": Mistake(
        _each(lambda f, w, at, h: _at(f, w, at, h) - f(w)),
        _say(
            "That is how much f changes when w goes up by h. A slope is the change for each 1; and go down by h as well."
        ),
    ),
    "times_2h": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, h) - _at(f, w, at, -h)) * 2 * h),
        _say("The change is multiplied by the step; a slope is the change *divided* by it."),
    ),
    "half_times_h": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, h) - _at(f, w, at, -h)) / 2 * h),
        _say(
            "Python reads `/ 2 * h` from left to right: divided by 2, then *multiplied* by h. Brackets help."
        ),
    ),
    "sign": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, -h) - _at(f, w, at, h)) / (2 * h)),
        _say("The size is right, the sign is not. Where f rises, up minus down is above 0."),
    ),
    "nothing_moves": Mistake(
        _each(lambda f, w, at, h: 0.0),
        _say(
            "No change at all? `up = w` makes no copy: it is a second name for the same array, so one nudge undoes the other."
        ),
    ),
    "not_undone": Mistake(
        _not_undone((1, -2), 2),
        _say(
            "w was nudged up and then down, and never put back. So when the second number's turn comes, the first is not where it was."
        ),
    ),
    "up_not_undone": Mistake(
        _up_and_away,
        _say(
            "w is nudged in place and never put back, so at the second number's turn the first has moved. (And nudge to both sides.)"
        ),
    ),
    "all_at_once": Mistake(
        lambda f, w, h: np.full(w.shape, _all_at_once(f, w, h)),
        _say(
            "Every place has the same number: all of w was nudged together. One number at a time; the others stand still."
        ),
    ),
    "one_number": Mistake(
        _all_at_once,
        lambda seen: (
            f"You return one number, {show(seen.got)}: all of w was nudged together. Asked is a slope for each number of w, in an array of "
            "its shape."
        ),
    ),
    "alone": Mistake(
        _each(lambda f, w, at, h: (f(w[at] + h) - f(w[at] - h)) / (2 * h)),
        lambda seen: (
            f"For an f in which every number stands alone you are right. For w = {show(seen.inputs['w'])} and an f that multiplies neighbours "
            "you are not: f was given one number of w. It needs all of w, in which one number has moved."
        ),
    ),
    "rows_nudged": Mistake(
        _rows,
        lambda seen: (
            f"For a plain row you are right. For a w of shape {np.shape(seen.inputs['w'])} each *row* was nudged as a whole, since `w[i]` is a "
            "row. `np.ndindex(w.shape)` gives the place of every single number."
        ),
    ),
    "own_h": Mistake(
        _each(lambda f, w, at, h: (_at(f, w, at, 1e-4) - _at(f, w, at, -1e-4)) / 2e-4),
        lambda seen: (
            f"With h = {show(seen.inputs['h'])} you return {show(seen.got)}, what a much smaller step gives. Use the h your function is given."
        ),
    ),
    "values": Mistake(
        _each(lambda f, w, at, h: _at(f, w, at, h)),
        _say(
            "That is f itself at the upper place. By how much does it differ from the lower place, and how far apart are they?"
        ),
    ),
}

_LOOP = (
    "def nudged_gradient(f, w, h):\n    slopes = np.zeros_like(w)\n    for place in np.ndindex(w.shape):\n"
)


def _inside(lines: str) -> str:
    body = "".join(f"        {line}\n" for line in lines.split("; "))
    return f"{_LOOP}{body}    return slopes\n"


_BOTH = "up, down = w.copy(), w.copy(); up[place] += h; down[place] -= h; "

NUDGED_GRADIENT = Exercise(
    id="6.7",
    title="Every slope by nudging",
    kind="function",
    starter="""
        def nudged_gradient(f, w, h):
            slopes = np.zeros_like(w)
            for place in np.ndindex(w.shape):
                ...
            return slopes
    """,
    setup="import numpy as np",
    right=(
        _inside(_BOTH + "slopes[place] = (f(up) - f(down)) / (2 * h)"),
        _inside(
            "kept = w[place]; w[place] = kept + h; up = f(w); w[place] = kept - h; down = f(w); w[place] = kept; "
            "slopes[place] = (up - down) / 2 / h"
        ),
        """
        def nudged_gradient(f, w, h):
            slopes = []
            for i in range(w.size):
                nudge = np.zeros(w.size)
                nudge[i] = h
                nudge = nudge.reshape(w.shape)
                slopes.append((f(w + nudge) - f(w - nudge)) / (h + h))
            return np.array(slopes).reshape(w.shape)
        """,
        """
        def nudged_gradient(f, w, h):
            slopes = np.zeros_like(w)
            for place, number in np.ndenumerate(w):
                w[place] += h
                slopes[place] += f(w)
                w[place] -= 2 * h
                slopes[place] -= f(w)
                w[place] = number
            return slopes / (2 * h)
        """,
    ),
    wrong={
        "up_only": [_inside("up = w.copy(); up[place] += h; slopes[place] = (f(up) - f(w)) / h")],
        "down_only": [_inside("down = w.copy(); down[place] -= h; slopes[place] = (f(w) - f(down)) / h")],
        "up_only_halved": [
            _inside("up = w.copy(); up[place] += h; slopes[place] = (f(up) - f(w)) / (2 * h)"),
            _inside(
                "w[place] += h; up = f(w); w[place] -= h; down = f(w); slopes[place] = (up - down) / (2 * h)"
            ),
        ],
        "h_for_2h": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / h")],
        "not_divided": [_inside(_BOTH + "slopes[place] = f(up) - f(down)")],
        "up_not_divided": [_inside("up = w.copy(); up[place] += h; slopes[place] = f(up) - f(w)")],
        "times_2h": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) * 2 * h")],
        "half_times_h": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / 2 * h")],
        "sign": [_inside(_BOTH + "slopes[place] = (f(down) - f(up)) / (2 * h)")],
        "nothing_moves": [
            _inside(
                "up, down = w, w; up[place] += h; down[place] -= h; slopes[place] = (f(up) - f(down)) / (2 * h)"
            ),
        ],
        "not_undone": [
            _inside(
                "w[place] += h; up = f(w); w[place] -= 2 * h; down = f(w); slopes[place] = (up - down) / (2 * h)"
            )
        ],
        "up_not_undone": [_inside("before = f(w); w[place] += h; slopes[place] = (f(w) - before) / h")],
        "all_at_once": [_inside("slopes[place] = (f(w + h) - f(w - h)) / (2 * h)")],
        "one_number": ["def nudged_gradient(f, w, h):\n    return (f(w + h) - f(w - h)) / (2 * h)"],
        "rows_nudged": [
            """
            def nudged_gradient(f, w, h):
                slopes = np.zeros_like(w)
                for i in range(len(w)):
                    up, down = w.copy(), w.copy()
                    up[i] += h
                    down[i] -= h
                    slopes[i] = (f(up) - f(down)) / (2 * h)
                return slopes
            """
        ],
        "own_h": [_inside("h = 1e-5; " + _BOTH + "slopes[place] = (f(up) - f(down)) / (2 * h)")],
        "values": [_inside("up = w.copy(); up[place] += h; slopes[place] = f(up)")],
        "wrong_shape": [
            """
            def nudged_gradient(f, w, h):
                slopes = []
                for place in np.ndindex(w.shape):
                    up, down = w.copy(), w.copy()
                    up[place] += h
                    down[place] -= h
                    slopes.append((f(up) - f(down)) / (2 * h))
                return slopes
            """
        ],
        "returns_none": [_LOOP + "        w[place] += h\n"],
        "alone": [_inside("slopes[place] = (f(w[place] + h) - f(w[place] - h)) / (2 * h)")],
        "raised": [_inside("slopes[place] = (f(w, h) - f(w, -h)) / (2 * h)")],
        "wrong_value": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / (3 * h)")],
    },
    check=function_check(
        nudged_gradient,
        arguments=("f", "w", "h"),
        cases=_cases,
        mistakes=MISTAKES,
        success="It knows nothing about f and calls it twice for every number: slow, and sure. Now you have a judge for every way back you write.",
    ),
    equivalent={},
    hints=(
        "One number at a time: what is f a little above, what a little below, and how far apart are the two places?",
        "`w.copy()` makes an array of its own. `up[place] += h` nudges one number of it.",
        "up, down = w.copy(), w.copy()\nup[place] += ___\ndown[place] -= ___\nslopes[place] = (f(up) - f(down)) / ___",
    ),
)
