"""What people write in exercise 6.7 in place of the central difference, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.exercises.lesson_06.nudge_cases import sum_of_squares
from dlcourse.exercises.lesson_06.nudge_ways import (
    all_at_once,
    back_for_down,
    each_by,
    first_only,
    kept_copies,
    last_only,
    moved,
    not_undone,
    put,
    times,
    up_and_away,
    whole_rows,
)


def _say(text: str) -> Callable[[Seen], str]:
    """The message about a call, with what is known about f in words."""

    def said(seen: Seen) -> str:
        name = (
            "f(w) = w[0]**2 + w[1]**2 + ..."
            if seen.inputs["f"] is sum_of_squares
            else "an f of several powers"
        )
        where = f"For `{name}` at w = {show(seen.inputs['w'])} with h = {show(seen.inputs['h'])}"
        return f"{where} you return {show(seen.got)}. {text}"

    return said


ONE_SIDED = "by h was compared with w itself; that leans to one side. Nudge up *and* down: then the two errors cancel."

MISTAKES = {
    "up_only": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - f(w)) / h),
        _say(f"Up {ONE_SIDED}"),
    ),
    "down_only": Mistake(
        each_by(lambda f, w, at, h: (f(w) - moved(f, w, at, -h)) / h),
        _say(f"Down {ONE_SIDED}"),
    ),
    "up_only_halved": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - f(w)) / (2 * h)),
        _say(
            "From the upper place back to w it is h, but you divide by 2h. Does your second place lie *below* w, or at w itself?"
        ),
    ),
    "h_for_2h": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) / h),
        _say("Twice too much: from w - h up to w + h, how far is it?"),
    ),
    "not_divided": Mistake(
        each_by(lambda f, w, at, h: moved(f, w, at, h) - moved(f, w, at, -h)),
        _say(
            "That is how much f changes. A slope is the change *for each 1* of w: how far apart are the two places?"
        ),
    ),
    "up_not_divided": Mistake(
        each_by(lambda f, w, at, h: moved(f, w, at, h) - f(w)),
        _say(
            "That is how much f changes when w goes up by h. A slope is the change for each 1; and go down by h as well."
        ),
    ),
    "times_2h": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) * 2 * h),
        _say("The change is multiplied by the step; a slope is the change *divided* by it."),
    ),
    "half_times_h": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) / 2 * h),
        _say(
            "Python reads `/ 2 * h` from left to right: divided by 2, then *multiplied* by h. Brackets help."
        ),
    ),
    "sign": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, -h) - moved(f, w, at, h)) / (2 * h)),
        _say("The size is right, the sign is not. Where f rises, up minus down is above 0."),
    ),
    "nothing_moves": Mistake(
        each_by(lambda f, w, at, h: 0.0),
        _say(
            "No change at all? Either nothing is written into `slopes[place]`, or the nudge is not felt: `up = w` makes no copy but a second name for "
            "the same array, so that one nudge undoes the other; and `up[place] + h` alone changes nothing."
        ),
    ),
    "not_undone": Mistake(
        not_undone((1, -2), 2),
        _say(
            "w was nudged up and then down, and never put back. So when the second number's turn comes, the first is not where it was."
        ),
    ),
    "up_not_undone": Mistake(
        up_and_away,
        _say(
            "w is nudged in place and never put back, so at the second number's turn the first has moved. (And nudge to both sides.)"
        ),
    ),
    "back_for_down": Mistake(
        back_for_down,
        _say(
            "After the nudge up, `-= h` only brings the number back to where it was. How far is it from there to h *below*? And in the end it must stand "
            "where it stood."
        ),
    ),
    "f_not_asked": Mistake(
        lambda f, w, h: np.ones_like(w),
        _say(
            "1 everywhere: that is how far the two places are apart, divided by how far they are apart. `f` was not asked. By how much does f *of these "
            "two arrays* differ?"
        ),
    ),
    "returned_inside": Mistake(
        lambda f, w, h: first_only(f, w, h)[(0,) * w.ndim],
        lambda seen: (
            f"You return one number, {show(seen.got)}: the slope of the first number of w. `return` ends the function at the loop's first round. Keep "
            "each slope in `slopes[place]`; the `return` stands behind the loop."
        ),
    ),
    "all_at_once": Mistake(
        lambda f, w, h: np.full(w.shape, all_at_once(f, w, h)),
        _say(
            "Every place has the same number. Either all of w was nudged together (one number at a time; the others stand still), or what belongs into one "
            "place went into all: `slopes[place] = ...`."
        ),
    ),
    "one_number": Mistake(
        all_at_once,
        lambda seen: (
            f"You return one number, {show(seen.got)}: all of w was nudged together, or the slopes were added up. Asked is a slope for each number of "
            "w, in an array of its shape."
        ),
    ),
    "alone": Mistake(
        each_by(lambda f, w, at, h: (f(w[at] + h) - f(w[at] - h)) / (2 * h)),
        lambda seen: (
            f"For an f in which every number stands alone you are right. For w = {show(seen.inputs['w'])} and an f that multiplies neighbours "
            "you are not: f was given one number of w. It needs all of w, in which one number has moved."
        ),
    ),
    "rows_nudged": Mistake(
        whole_rows,
        lambda seen: (
            f"For a plain row you are right. For a w of shape {np.shape(seen.inputs['w'])} each *row* was nudged as a whole, since `w[i]` is a "
            "row. `np.ndindex(w.shape)` gives the place of every single number."
        ),
    ),
    "own_h": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, 1e-4) - moved(f, w, at, -1e-4)) / 2e-4),
        lambda seen: (
            f"With h = {show(seen.inputs['h'])} you return {show(seen.got)}, what a much smaller step gives. Use the h your function is given."
        ),
    ),
    "copies_kept": Mistake(
        kept_copies,
        _say(
            "For the first number you are right. At the second one's turn its neighbour is still nudged: fresh copies are needed for each place."
        ),
    ),
    "first_only": Mistake(
        first_only,
        _say(
            "Only the first place is filled in: your function returns inside the loop. How far must `return` be indented?"
        ),
    ),
    "last_only": Mistake(
        last_only,
        lambda seen: (
            f"You return one number, {show(seen.got)}, the slope at the last place: `slopes = ...` gives the name to something new each time. "
            "Write into the array: `slopes[place] = ...`."
        ),
    ),
    "bracket_missing": Mistake(
        each_by(lambda f, w, at, h: moved(f, w, at, h) - moved(f, w, at, -h) / (2 * h)),
        _say("Only the second term is divided. The difference needs brackets around it."),
    ),
    "bracket_missing_twice": Mistake(
        each_by(lambda f, w, at, h: moved(f, w, at, h) - moved(f, w, at, -h) / 2 * h),
        _say(
            "Only the second term is divided, and by 2 alone: then it is multiplied by h. Which two things need brackets?"
        ),
    ),
    "absolute": Mistake(
        each_by(lambda f, w, at, h: abs(moved(f, w, at, h) - moved(f, w, at, -h)) / (2 * h)),
        _say("Every slope is 0 or more. But where w is below 0, a square *falls* when w grows."),
    ),
    "half_h": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h / 2) - moved(f, w, at, -h / 2)) / h),
        _say("That is a central difference, but with nudges of h / 2. Asked is h up and h down."),
    ),
    "half_h_halved": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h / 2) - moved(f, w, at, -h / 2)) / (2 * h)),
        _say("Half of it. With nudges of h / 2, how far apart are the two places? (Asked are nudges of h.)"),
    ),
    "divided_by_h_twice": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) / (2 * h * h)),
        _say("Divided by h once too often. How far apart are the two places?"),
    ),
    "alone_up": Mistake(
        each_by(lambda f, w, at, h: (f(w[at] + h) - f(w[at])) / h),
        _say(
            "Two things: f was given one number of w, where it needs all of w, in which one number has moved. And up by h was compared with w itself."
        ),
    ),
    "divided_by_2": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) / 2),
        _say("Divided by 2. From w - h to w + h it is not 2, but how far?"),
    ),
    "divided_by_h_squared": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) - moved(f, w, at, -h)) / h**2),
        _say("Divided by h squared. The two places lie 2 * h apart."),
    ),
    "two_up": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, 2 * h) - f(w)) / (2 * h)),
        _say(
            "One nudge of 2h upwards leans to one side, even more than one of h. Half of it belongs below w."
        ),
    ),
    "added": Mistake(
        each_by(lambda f, w, at, h: (moved(f, w, at, h) + moved(f, w, at, -h)) / (2 * h)),
        _say("The two values were added. How much f has *changed* is their difference."),
    ),
    "scaled": Mistake(
        each_by(lambda f, w, at, h: (times(f, w, at, 1 + h) - times(f, w, at, 1 - h)) / (2 * h)),
        _say("The number was multiplied by 1 + h; a nudge *adds* h, whatever the number is."),
    ),
    "replaced": Mistake(
        each_by(lambda f, w, at, h: (put(f, w, at, h) - put(f, w, at, -h)) / (2 * h)),
        _say(
            "The number was replaced by h: that is the slope at 0. It should move *by* h from where it is (`+=` adds; `=` and `=+` put something else there)."
        ),
    ),
    "formula": Mistake(
        lambda f, w, h: 2 * w,
        lambda seen: (
            f"For a sum of squares you are right. For another f, at w = {show(seen.inputs['w'])}, you return {show(seen.got)} as well: 2 * w is the "
            "slope of squares only. Ask `f` itself."
        ),
    ),
    "values": Mistake(
        each_by(lambda f, w, at, h: moved(f, w, at, h)),
        _say(
            "That is f itself at the upper place. By how much does it differ from the lower place, and how far apart are they?"
        ),
    ),
}
