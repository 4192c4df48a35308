"""Exercise 6.7: every slope of a function by nudging. Declaration only."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, function_check, show
from dlcourse.exercises.lesson_06.nudge_cases import cases, sum_of_squares
from dlcourse.exercises.lesson_06.nudge_mistakes import MISTAKES
from dlcourse.scratch.by_hand import nudged_gradient

_LOOP = (
    "def nudged_gradient(f, w, h):\n    slopes = np.zeros_like(w)\n    for place in np.ndindex(w.shape):\n"
)


def _inside(lines: str) -> str:
    body = "".join(f"        {line}\n" for line in lines.split("; "))
    return f"{_LOOP}{body}    return slopes\n"


_BOTH = "up, down = w.copy(), w.copy(); up[place] += h; down[place] -= h; "

_slopes = function_check(
    nudged_gradient,
    arguments=("f", "w", "h"),
    cases=cases,
    mistakes=MISTAKES,
    success="It knows nothing about f and calls it twice for every number: slow, and sure. Now you have a judge for every way back you write.",
)


def check_nudged_gradient(answer: Any) -> Correct | NotYet:
    """Right slopes, and w left where it was: the next nudge begins there."""
    verdict = _slopes(answer)
    if not isinstance(verdict, Correct):
        return verdict
    before = np.array([3.0, -1.0])
    w = before.copy()
    call(lambda: answer(sum_of_squares, w, 0.1))
    if np.allclose(w, before, atol=1e-9):
        return verdict
    return NotYet(
        "left_nudged",
        f"Every slope is right. But the w that came in was {show(before)}, and after your function it is {show(w)}, with h = 0.1. It belongs to whoever "
        "called you, and they go on with it. Put each number back into the *same* array (`w = ...` only gives the name to another one), or "
        "nudge copies.",
    )


check_nudged_gradient.codes = (*_slopes.codes, "left_nudged")  # type: ignore[attr-defined]

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
            _inside(_BOTH + "slope = (f(up) - f(down)) / (2 * h)"),
            _inside(
                "up, down = w.copy(), w.copy(); up[place] + h; down[place] - h; slopes[place] = (f(up) - f(down)) / (2 * h)"
            ),
        ],
        "left_nudged": [
            _inside(
                "old = w.copy(); w[place] += h; up = f(w); w[place] -= 2 * h; down = f(w); w = old; slopes[place] = (up - down) / (2 * h)"
            )
        ],
        "bracket_missing_twice": [_inside(_BOTH + "slopes[place] = f(up) - f(down) / 2 * h")],
        "absolute": [_inside(_BOTH + "slopes[place] = abs(f(up) - f(down)) / (2 * h)")],
        "half_h": [
            _inside(
                "up, down = w.copy(), w.copy(); up[place] += h / 2; down[place] -= h / 2; slopes[place] = (f(up) - f(down)) / h"
            )
        ],
        "half_h_halved": [
            _inside(
                "up, down = w.copy(), w.copy(); up[place] += h / 2; down[place] -= h / 2; slopes[place] = (f(up) - f(down)) / (2 * h)"
            )
        ],
        "divided_by_h_twice": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / (2 * h * h)")],
        "alone_up": [_inside("slopes[place] = (f(w[place] + h) - f(w[place])) / h")],
        "not_undone": [
            _inside(
                "w[place] += h; up = f(w); w[place] -= 2 * h; down = f(w); slopes[place] = (up - down) / (2 * h)"
            )
        ],
        "up_not_undone": [_inside("before = f(w); w[place] += h; slopes[place] = (f(w) - before) / h")],
        "all_at_once": [
            _inside("slopes[place] = (f(w + h) - f(w - h)) / (2 * h)"),
            _inside(_BOTH + "slopes += (f(up) - f(down)) / (2 * h)"),
        ],
        "back_for_down": [
            _inside(
                "w[place] += h; up = f(w); w[place] -= h; down = f(w); w[place] += h; slopes[place] = (up - down) / (2 * h)"
            )
        ],
        "f_not_asked": [_inside(_BOTH + "slopes[place] = (up[place] - down[place]) / (2 * h)")],
        "returned_inside": [_inside(_BOTH + "return (f(up) - f(down)) / (2 * h)")],
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
        "copies_kept": [
            """
            def nudged_gradient(f, w, h):
                slopes, up, down = np.zeros_like(w), w.copy(), w.copy()
                for place in np.ndindex(w.shape):
                    up[place] += h
                    down[place] -= h
                    slopes[place] = (f(up) - f(down)) / (2 * h)
                return slopes
            """
        ],
        "first_only": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / (2 * h); return slopes")],
        "last_only": [_inside(_BOTH + "slopes = (f(up) - f(down)) / (2 * h)")],
        "bracket_missing": [_inside(_BOTH + "slopes[place] = f(up) - f(down) / (2 * h)")],
        "divided_by_2": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / 2")],
        "divided_by_h_squared": [_inside(_BOTH + "slopes[place] = (f(up) - f(down)) / h**2")],
        "two_up": [_inside("up = w.copy(); up[place] += 2 * h; slopes[place] = (f(up) - f(w)) / (2 * h)")],
        "added": [_inside(_BOTH + "slopes[place] = (f(up) + f(down)) / (2 * h)")],
        "scaled": [
            _inside(
                "up, down = w.copy(), w.copy(); up[place] *= 1 + h; down[place] *= 1 - h; slopes[place] = (f(up) - f(down)) / (2 * h)"
            )
        ],
        "replaced": [
            _inside(
                "up, down = w.copy(), w.copy(); up[place] = h; down[place] = -h; slopes[place] = (f(up) - f(down)) / (2 * h)"
            )
        ],
        "formula": ["def nudged_gradient(f, w, h):\n    return 2 * w"],
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
    check=check_nudged_gradient,
    equivalent={},
    hints=(
        "One number at a time: what is f a little above, what a little below, and how far apart are the two places?",
        "`w.copy()` makes an array of its own. `up[place] += h` nudges one number of it.",
        "up, down = w.copy(), w.copy()\nup[place] += ___\ndown[place] -= ___\nslopes[place] = (f(up) - f(down)) / ___",
    ),
)
