"""How people go wrong on the way down in exercise 5.6, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.exercises.lesson_05.descend_check import path
from dlcourse.exercises.lesson_05.descend_slips import slips


def _walk(move: Callable[[float, float], float]) -> Callable:
    """A mistake: each new place is `move(w, slope(w), learning_rate)` instead."""

    def behaviour(slope: Callable, start: float, learning_rate: float, steps: int) -> list[float]:
        places = [start]
        for _ in range(steps):
            places.append(move(places[-1], slope(places[-1]), learning_rate))
        return places

    return behaviour


def _counted(slope: Callable, start: float, steps: int, rate: Callable[[int], float]) -> list[float]:
    """A path whose rate depends on the number of the step."""
    places = [start]
    for i in range(steps):
        places.append(places[-1] - rate(i) * slope(places[-1]))
    return places


def _rate_overwritten(slope: Callable, start: float, learning_rate: float, steps: int) -> list[float]:
    places = [start]
    for _ in range(steps):
        learning_rate = learning_rate * slope(places[-1])
        places.append(places[-1] - learning_rate)
    return places


def _path(text: str) -> Callable[[Seen], str]:
    def message(seen: Seen) -> str:
        given = seen.inputs
        where = (
            f"For `hill_slope = {given['hill_slope']}, start = {show(given['start'])}, learning_rate = "
            f"{show(given['learning_rate'])}, steps = {given['steps']}` you return {show(seen.got)}"
        )
        first = show(given["learning_rate"] * given["hill_slope"](given["start"]))
        return text.format(where=where, first=first, start=show(given["start"]), steps=given["steps"])

    return message


MISTAKES = slips(_path) | {
    "w_stays": Mistake(
        lambda slope, start, r, steps: [start] * (steps + 1),
        _path("{where}: w never moves. Is the new place computed and then thrown away? `w = ...` keeps it."),
    ),
    "nothing_appended": Mistake(
        lambda slope, start, learning_rate, steps: [start],
        _path("{where}: the start alone. What puts each new place into the list, or is no step made at all?"),
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
        lambda slope, start, r, steps: [start - r * sum(map(slope, range(i))) for i in range(steps + 1)],
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
        _path("{where}: every step begins at the start again. Which place should the second step begin at?"),
    ),
    "steps_for_places": Mistake(
        lambda slope, start, r, steps: [start] + [r * slope(w) for w in path(slope, start, r, steps)[:-1]],
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
        lambda slope, start, r, steps: [start, *path(slope, start, r, steps)[:-1]] if steps else [start],
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
    "one_step_always": Mistake(
        lambda slope, start, r, steps: path(slope, start, r, 1),
        _path(
            "{where}: one step, whatever is asked; here {steps} are. What makes Python do something several times?"
        ),
    ),
    "one_hill_only": Mistake(
        lambda slope, start, r, steps: path(lambda w: 2 * w, start, r, steps),
        _path(
            "On the hill `w * w` you are right. {where}: this hill has another slope. It is handed to your function: `hill_slope(w)`."
        ),
    ),
    "slope_of_the_slope": Mistake(
        lambda slope, start, r, steps: [start - i * r * (slope(1.0) - slope(0.0)) for i in range(steps + 1)],
        _path(
            "{where}: all steps are equally long. Was the slope measured of `hill_slope`, with `slope` of exercise 5.5? It *is* the slope already."
        ),
    ),
    "divided_by_the_rate": Mistake(
        _walk(lambda w, s, r: w - s / r),
        _path("{where}: the slope is *divided* by the learning rate. A larger rate must make larger steps."),
    ),
    "step_is_not_taken": Mistake(
        _walk(lambda w, s, r: r * s),
        _path(
            "{where}: each new place is the step alone. Where do you stand, and which way does the step lead from there?"
        ),
    ),
    "halved": Mistake(
        _walk(lambda w, s, r: w / 2),
        _path(
            "With the table's hill and rate w is halved. {where}, halved again: with another rate it is another share. Where do rate and slope come in?"
        ),
    ),
    "step_from_the_start": Mistake(
        lambda slope, start, r, steps: _walk(lambda w, s, rate: start - rate * s)(slope, start, r, steps),
        _path(
            "{where}: the slope is asked at the new place, but each step leaves from the start again. From which place should it leave?"
        ),
    ),
    "rate_at_the_place": Mistake(
        _walk(lambda w, s, r: s - r * w),
        _path(
            "{where}: place and slope have changed seats; the rate stands beside the place. Which of the two is scaled by the rate?"
        ),
    ),
    "slopes_before_the_steps": Mistake(
        lambda slope, start, r, steps: [start, *map(slope, path(slope, start, r, steps)[:-1])],
        _path("{where}: behind the start stand *slopes*. Asked are the places."),
    ),
    "one_place_ahead": Mistake(
        lambda slope, start, r, steps: [start, *path(slope, start, r, steps + 1)[2:]],
        _path(
            "{where}: what goes into the list is one step further than where you stand. Is the step computed twice, once for `w` and once for the list?"
        ),
    ),
    "times_the_place": Mistake(
        _walk(lambda w, s, r: w - r * s * w),
        _path(
            "{where}: the step was multiplied by the place, too. `hill_slope(w)` is already the slope *at* w; the first step should be {first}."
        ),
    ),
    "rate_grows": Mistake(
        lambda slope, start, r, steps: _counted(slope, start, steps, lambda i: i * r),
        _path(
            "{where}: the rate is multiplied by the counter of the loop, 0 at first. It stays the same; the first step should be {first}."
        ),
    ),
    "rate_shrinks": Mistake(
        lambda slope, start, r, steps: _counted(slope, start, steps, lambda i: r / (i + 1)),
        _path(
            "{where}: the rate is divided by the number of the step. Here it stays the same: the steps grow shorter by themselves."
        ),
    ),
    "heights_for_places": Mistake(
        lambda slope, start, r, steps: [start, *(w * w for w in path(slope, start, r, steps)[1:])],
        _path(
            "{where}: behind the start stand squares, the heights of one certain hill. Asked are the places."
        ),
    ),
    "rate_overwritten": Mistake(
        _rate_overwritten,
        _path(
            "{where}: the first step is right, {first}. But it was stored in `learning_rate`, so the next one multiplies that by a slope. Which name could the step have?"
        ),
    ),
    "list_made_anew": Mistake(
        lambda slope, start, r, steps: path(slope, start, r, steps)[-1:],
        _path(
            "{where}: a list of the last place alone. Is it made anew in every turn of the loop? `.append` puts a place behind those before."
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
}
