"""Exercises 5.5 and 5.6: a slope by a nudge, and many steps downhill. Declarations only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.exercises.lesson_05.nudges import slope_check

NUMPY = "import numpy as np"


SLOPE = Exercise(
    id="5.5",
    title="A slope by a nudge",
    kind="function",
    starter="""
        def slope(loss, w):
            nudge = 0.0001
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def slope(loss, w):
            nudge = 0.0001
            return (loss(w + nudge) - loss(w - nudge)) / (2 * nudge)
        """,
        """
        def slope(loss, w):
            nudge = 0.0001
            before = loss(w)
            after = loss(w + nudge)
            return (after - before) / nudge
        """,
        "slope = lambda loss, w, h=1e-5: (loss(w) - loss(w - h)) / h",
        """
        def slope(loss, w):
            places = np.array([w, w + 0.001])
            rise = loss(places)
            return (rise[1] - rise[0]) / 0.001
        """,
        "def slope(loss, w):\n    return (loss(w + 0.01) - loss(w)) / 0.01",
        "def slope(loss, w):\n    return np.float64(loss(w + 1e-9) - loss(w)) / 1e-9",
    ),
    wrong={
        "not_divided": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(w + nudge) - loss(w)",
            "def slope(loss, w):\n    return loss(w + 1e-3) - loss(w - 1e-3)",
            "def slope(loss, w):\n    return (loss(w + 0.0001) - loss(w - 0.0001)) / 2",
        ],
        "multiplied_by_the_nudge": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w - nudge)) / 2 * nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) * nudge",
        ],
        "sign_lost": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return abs(loss(w + nudge) - loss(w)) / nudge"
        ],
        "rounded": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return round((loss(w + nudge) - loss(w)) / nudge)"
        ],
        "upside_down": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return nudge / (loss(w + nudge) - loss(w))"
        ],
        "nudged_to_zero": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) - loss(nudge)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(nudge) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w * nudge) - loss(w)) / nudge",
        ],
        "half_of_it": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) / (2 * nudge)"
        ],
        "twice_of_it": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w - nudge)) / nudge"
        ],
        "uphill_downhill_exchanged": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) - loss(w + nudge)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w - nudge) - loss(w)) / nudge",
        ],
        "nudge_too_large": [
            "def slope(loss, w):\n    return loss(w + 1) - loss(w)",
            "def slope(loss, w):\n    return (loss(w + 0.1) - loss(w)) / 0.1",
            "def slope(loss, w):\n    return (loss(w + 1) - loss(w - 1)) / 2",
            "def slope(loss, w):\n    return (loss(w) - loss(w - 0.5)) / 0.5",
        ],
        "nudge_vanishes": [
            "def slope(loss, w):\n    return (loss(w + 1e-20) - loss(w)) / 1e-20",
            "def slope(loss, w):\n    return (loss(w + 1e-14) - loss(w)) / 1e-14",
            "def slope(loss, w):\n    return (loss(w + 1e-16) - loss(w - 1e-16)) / 2e-16",
        ],
        "loss_nudged": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) + nudge - loss(w)) / nudge",
        ],
        "nudged_by_a_share": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w * (1 + nudge)) - loss(w)) / nudge"
        ],
        "value_not_slope": [
            "def slope(loss, w):\n    return loss(w)",
            "def slope(loss, w):\n    return loss(w + 0.0001)",
        ],
        "value_over_place": [
            "def slope(loss, w):\n    return loss(w) / w if w else 0",
        ],
        "formula_of_the_square": ["def slope(loss, w):\n    return 2 * w"],
        "brackets_missing": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(w + nudge) - loss(w) / nudge",
        ],
        "two_sides_added": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) + loss(w - nudge)) / (2 * nudge)"
        ],
        "divided_by_too_little": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) / nudge / nudge"
        ],
        "not_a_number": ["def slope(loss, w):\n    return np.float64(loss(w) - loss(w)) / 0"],
        "raised": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss) / nudge",
            "def slope(loss, w):\n    return loss(w) / w",
        ],
        "returns_none": ["def slope(loss, w):\n    nudge = 0.0001\n    rise = loss(w + nudge) - loss(w)"],
        "wrong_type": ["def slope(loss, w):\n    nudge = 0.0001\n    return [loss(w), loss(w + nudge)]"],
        "not_a_function": ["slope = 8.0"],
        "wrong_arguments": ["def slope(w):\n    return 2 * w"],
        "always_the_same": ["def slope(loss, w):\n    return 8"],
        "wrong_value": ["def slope(loss, w):\n    return loss(w) - w"],
    },
    check=slope_check,
    equivalent=dict.fromkeys(
        (
            "nudge = 0.0001 -> nudge = 0.000125",
            "nudge = 0.0001 -> nudge = 5e-05",
            "1e-05 -> 1.25e-05",
            "1e-05 -> 5e-06",
        ),
        "another nudge that is small enough",
    ),
    hints=(
        "The slope says how much the loss rises for each 1 that w grows. You need the loss at two places.",
        "One place is `w + nudge`, the other `w` or `w - nudge`. How far apart are they? The rise is divided by that.",
        "    return (loss(w + nudge) - loss(___)) / ___",
    ),
)


class function:  # this name is read in messages about errors
    """The slope of `c * (w - bottom) ** 2`, which writes itself as its formula in a message."""

    def __init__(self, c: float, bottom: float) -> None:
        self.c, self.bottom = c, bottom

    def __call__(self, w: float) -> float:
        """Return the slope at w."""
        return 2 * self.c * (w - self.bottom)

    def __repr__(self) -> str:
        inside = f"(w - {self.bottom:g})" if self.bottom else "w"
        return f"lambda w: {2 * self.c:g} * {inside}"


def path(slope: Callable, start: float, learning_rate: float, steps: int) -> list[float]:
    """The reference of exercise 5.6."""
    places = [start]
    for _ in range(steps):
        places.append(places[-1] - learning_rate * slope(places[-1]))
    return places


def path_cases(rng: np.random.Generator) -> list[tuple]:
    """The hill of the lesson in two steps; one that crosses over; no step at all; another hill; then any."""
    hill = function(1, 0)
    small = [(hill, 4.0, 0.25, 2), (hill, 4.0, 1.25, 3), (hill, -3.0, 0.1, 1), (hill, 2.0, 0.5, 0)]
    any_ = [
        (function(c, bottom), float(rng.integers(-8, 9)) + 0.5, float(rate), int(rng.integers(2, 6)))
        for c, bottom, rate in ((2, 3, 0.1), (0.5, -2, 0.3), (1, 5, 0.75))
    ]
    return small + any_


def _walk(move: Callable[[float, float], float]) -> Callable:
    """A mistake: each new place is `move(w, slope(w), learning_rate)` instead."""

    def behaviour(slope: Callable, start: float, learning_rate: float, steps: int) -> list[float]:
        places = [start]
        for _ in range(steps):
            places.append(move(places[-1], slope(places[-1]), learning_rate))
        return places

    return behaviour


def _path(text: str) -> Callable[[Seen], str]:
    def message(seen: Seen) -> str:
        given = seen.inputs
        where = (
            f"For `slope = {given['slope']}, start = {show(given['start'])}, learning_rate = "
            f"{show(given['learning_rate'])}, steps = {given['steps']}` you return {show(seen.got)}"
        )
        first = show(given["learning_rate"] * given["slope"](given["start"]))
        return text.format(where=where, first=first, start=show(given["start"]), steps=given["steps"])

    return message


DESCEND = Exercise(
    id="5.6",
    title="Step after step downhill",
    kind="function",
    starter="""
        def descend(slope, start, learning_rate, steps):
            w = start
            places = [w]
            ...
            return places
    """,
    setup=NUMPY,
    right=(
        """
        def descend(slope, start, learning_rate, steps):
            w = start
            places = [w]
            for _ in range(steps):
                w = w - learning_rate * slope(w)
                places.append(w)
            return places
        """,
        """
        def descend(slope, start, learning_rate, steps):
            places = np.zeros(steps + 1)
            places[0] = start
            for i in range(steps):
                places[i + 1] = places[i] - slope(places[i]) * learning_rate
            return places
        """,
        """
        def descend(slope, start, learning_rate, steps):
            if steps == 0:
                return [start]
            return [start] + descend(slope, start - learning_rate * slope(start), learning_rate, steps - 1)
        """,
        """
        def descend(slope, start, learning_rate, steps):
            w, places = start, []
            while len(places) <= steps:
                places.append(w)
                w -= learning_rate * slope(w)
            return tuple(places)
        """,
    ),
    wrong={
        "uphill": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w + learning_rate * slope(w)
                    places.append(w)
                return places
            """
        ],
        "rate_forgotten": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - slope(w)
                    places.append(w)
                return places
            """
        ],
        "rate_twice": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    step = learning_rate * slope(w)
                    w = w - learning_rate * step
                    places.append(w)
                return places
            """
        ],
        "slope_of_the_start": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                s = slope(w)
                for _ in range(steps):
                    w = w - learning_rate * s
                    places.append(w)
                return places
            """
        ],
        "always_from_the_start": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = start - learning_rate * slope(start)
                    places.append(w)
                return places
            """
        ],
        "w_not_moved": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    places.append(learning_rate * slope(w))
                return places
            """
        ],
        "steps_for_places": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    step = learning_rate * slope(w)
                    w = w - step
                    places.append(step)
                return places
            """
        ],
        "slope_is_not_moved": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = -learning_rate * slope(w)
                    places.append(w)
                return places
            """
        ],
        "start_missing": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = []
                for _ in range(steps):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                return places
            """
        ],
        "last_missing": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = []
                for _ in range(steps):
                    places.append(w)
                    w = w - learning_rate * slope(w)
                return places
            """,
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps - 1):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                return places if steps else []
            """,
        ],
        "start_twice": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    places.append(w)
                    w = w - learning_rate * slope(w)
                return places
            """
        ],
        "one_step_too_many": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps + 1):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                return places
            """
        ],
        "last_place_only": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                for _ in range(steps):
                    w = w - learning_rate * slope(w)
                return w
            """
        ],
        "one_step_only": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                    return places
                return places
            """,
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                w = w - learning_rate * slope(w)
                places.append(w)
                return places if steps else [start]
            """,
        ],
        "nothing_appended": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * slope(w)
                return places
            """
        ],
        "one_hill_only": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * 2 * w
                    places.append(w)
                return places
            """
        ],
        "divided_by_the_rate": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - slope(w) / learning_rate
                    places.append(w)
                return places
            """
        ],
        "sign_alone": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * np.sign(slope(w))
                    places.append(w)
                return places
            """
        ],
        "rate_of_w": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * w
                    places.append(w)
                return places
            """
        ],
        "w_stays": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w - learning_rate * slope(w)
                    places.append(w)
                return places
            """,
        ],
        "appended_once": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate * slope(w)
                places.append(w)
                return places
            """,
        ],
        "one_step_too_few": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(1, steps):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                return places
            """,
        ],
        "subtracted_the_other_way": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = learning_rate * slope(w) - w
                    places.append(w)
                return places
            """,
        ],
        "slope_at_the_counter": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate * slope(i)
                    places.append(w)
                return places
            """,
        ],
        "slopes_for_places": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate * slope(w)
                    places.append(slope(w))
                return places
            """,
        ],
        "size_of_the_slope": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate * abs(slope(w))
                    places.append(w)
                return places
            """,
        ],
        "rate_subtracted": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate - slope(w)
                    places.append(w)
                return places
            """,
        ],
        "brackets": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = (w - learning_rate) * slope(w)
                    places.append(w)
                return places
            """,
        ],
        "ten_steps": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(10):
                    w = w - learning_rate * slope(w)
                    places.append(w)
                return places
            """,
        ],
        "raised": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * slope
                    places.append(w)
                return places
            """
        ],
        "returns_none": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for _ in range(steps):
                    w = w - learning_rate * slope(w)
                    places.append(w)
            """
        ],
        "wrong_value": [
            """
            def descend(slope, start, learning_rate, steps):
                w = start
                places = [w]
                for i in range(steps):
                    w = w - learning_rate * slope(w) / (i + 1)
                    places.append(w)
                return places
            """
        ],
    },
    check=function_check(
        path,
        arguments=("slope", "start", "learning_rate", "steps"),
        cases=path_cases,
        mistakes={
            "w_stays": Mistake(
                lambda slope, start, r, steps: [start] * (steps + 1),
                _path(
                    "{where}: w never moves. Is the new place computed and then thrown away? `w = ...` keeps it."
                ),
            ),
            "nothing_appended": Mistake(
                lambda slope, start, learning_rate, steps: [start],
                _path(
                    "{where}: the start alone. What puts each new place into the list, or is no step made at all?"
                ),
            ),
            "appended_once": Mistake(
                lambda slope, start, r, steps: [start, path(slope, start, r, steps)[-1]],
                _path(
                    "{where}: the start and the end. The places between are missing: does the `append` stand inside the loop?"
                ),
            ),
            "one_step_too_few": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, max(steps - 1, 0)),
                _path(
                    "{where}: the path is right but one step too short. Asked are {steps} steps; `range(1, n)` counts only n - 1."
                ),
            ),
            "subtracted_the_other_way": Mistake(
                _walk(lambda w, s, r: r * s - w),
                _path("{where}: the place was taken from the step. The step is taken from the place."),
            ),
            "slope_at_the_counter": Mistake(
                lambda slope, start, r, steps: [
                    start - r * sum(map(slope, range(i))) for i in range(steps + 1)
                ],
                _path(
                    "{where}: the slope was asked at 0, 1, 2, ..., the counter of the loop. Ask it at the place where you stand."
                ),
            ),
            "slopes_for_places": Mistake(
                lambda slope, start, r, steps: [start, *map(slope, path(slope, start, r, steps)[1:])],
                _path("{where}: behind the start stand *slopes*. Asked are the places."),
            ),
            "size_of_the_slope": Mistake(
                _walk(lambda w, s, r: w - r * abs(s)),
                _path(
                    "{where}: the path only ever goes left. Left of the bottom the slope is negative, and minus a negative step goes right: keep the sign."
                ),
            ),
            "rate_subtracted": Mistake(
                _walk(lambda w, s, r: w - r - s),
                _path(
                    "{where}: rate and slope are subtracted one after the other. The step is the rate *times* the slope."
                ),
            ),
            "brackets": Mistake(
                _walk(lambda w, s, r: (w - r) * s),
                _path(
                    "{where}: the rate was taken from w, and that multiplied by the slope. First rate times slope, then subtract: no brackets needed."
                ),
            ),
            "ten_steps": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, 10),
                _path("{where}, always ten steps. `steps` says how many are asked: {steps}."),
            ),
            "uphill": Mistake(
                _walk(lambda w, s, r: w + r * s),
                _path(
                    "{where}: the path climbs. A positive slope means that the loss rises to the right. Where is downhill?"
                ),
            ),
            "rate_forgotten": Mistake(
                _walk(lambda w, s, r: w - s),
                _path(
                    "{where}: each step is as long as the slope. The learning rate says which part of it to go; the first step should be {first}."
                ),
            ),
            "rate_twice": Mistake(
                _walk(lambda w, s, r: w - r * r * s),
                _path(
                    "{where}: the slope was multiplied by the learning rate twice. The first step should be {first}."
                ),
            ),
            "slope_of_the_start": Mistake(
                lambda slope, start, r, steps: [start - i * r * slope(start) for i in range(steps + 1)],
                _path(
                    "{where}: all steps are equally long. The slope was measured once, at the start; at every new place it is another one."
                ),
            ),
            "always_from_the_start": Mistake(
                lambda slope, start, r, steps: [start] + [start - r * slope(start)] * steps,
                _path(
                    "{where}: every step begins at the start again. Which place should the second step begin at?"
                ),
            ),
            "steps_for_places": Mistake(
                lambda slope, start, r, steps: (
                    [start] + [r * slope(w) for w in path(slope, start, r, steps)[:-1]]
                ),
                _path("{where}: behind the start stand the *steps*. Asked are the places they lead to."),
            ),
            "w_not_moved": Mistake(
                lambda slope, start, r, steps: [start] + [r * slope(start)] * steps,
                _path(
                    "{where}: behind the start stands a step, again and again. Take it away from `w`, and keep the new `w`."
                ),
            ),
            "slope_is_not_moved": Mistake(
                _walk(lambda w, s, r: -r * s),
                _path("{where}: the new place is minus the step. It should be the old place minus the step."),
            ),
            "start_missing": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, steps)[1:],
                _path(
                    "{where}: the steps are right, but the start, {start}, is not in the list. With it there is one place more than there are steps."
                ),
            ),
            "last_missing": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, steps)[:-1],
                _path(
                    "{where}: the place after the last step is missing. {steps} steps lead through one place more than that."
                ),
            ),
            "start_twice": Mistake(
                lambda slope, start, r, steps: (
                    [start, *path(slope, start, r, steps)[:-1]] if steps else [start]
                ),
                _path(
                    "{where}: the start stands there twice and the last place is missing. Which comes first in the loop, the step or the `append`?"
                ),
            ),
            "one_step_too_many": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, steps + 1),
                _path(
                    "{where}: the path is right but one step too long. `range(n)` counts n times; asked are {steps} steps."
                ),
            ),
            "last_place_only": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, steps)[-1],
                _path("{where}: the place where it ends, and it is right. Asked is a list of *all* places."),
            ),
            "one_step_only": Mistake(
                lambda slope, start, r, steps: path(slope, start, r, min(steps, 1)),
                _path(
                    "{where}: one step was made; {steps} are asked. Is there a loop, and does `return` stand behind it, not in it?"
                ),
            ),
            "one_hill_only": Mistake(
                lambda slope, start, r, steps: path(lambda w: 2 * w, start, r, steps),
                _path(
                    "On the hill `w * w` you are right. {where}: this hill has another slope. It is handed to your function: `slope(w)`."
                ),
            ),
            "divided_by_the_rate": Mistake(
                _walk(lambda w, s, r: w - s / r),
                _path(
                    "{where}: the slope is *divided* by the learning rate. A larger rate must make larger steps."
                ),
            ),
            "sign_alone": Mistake(
                _walk(lambda w, s, r: w - r * np.sign(s)),
                _path(
                    "{where}: each step has the same length. Where the hill is steep, the step is longer: the rate times the slope itself."
                ),
            ),
            "rate_of_w": Mistake(
                _walk(lambda w, s, r: w - r * w),
                _path("{where}: the learning rate is multiplied by `w`. It belongs to the slope at `w`."),
            ),
        },
        success="With these lines every network of the course learns. Only the slope becomes more work.",
    ),
    hints=(
        "Each row of the table takes the w of the row before, asks for the slope *there*, and steps against it.",
        "In the loop two things happen: `w` becomes `w` minus the rate times the slope at `w`; then the new `w` goes into the list.",
        "    for _ in range(___):\n        w = w - ___ * slope(___)\n        places.append(___)",
    ),
)
