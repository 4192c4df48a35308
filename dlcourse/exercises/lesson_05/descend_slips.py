"""Further slips in exercise 5.6, merged into its mistakes: the list, the counter and the numbers of the table."""

from __future__ import annotations

from collections.abc import Callable

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.descend_check import path


def _counter_for_place(slope: Callable, start: float, r: float, steps: int) -> list[float]:
    """The loop counts with the name `w`, so each turn begins at 0, 1, 2, ..."""
    return [start, *(i - r * slope(i) for i in range(steps))]


def slips(message: Callable[[str], Callable]) -> dict[str, Mistake]:
    """Return the mistakes by their codes; `message` makes what is said of a text with {where}, {first} and {steps} in it."""
    return {
        "rate_of_the_table": Mistake(
            lambda slope, start, r, steps: path(slope, start, 0.25, steps),
            message(
                "With the rate 0.25 you are right. {where}: the rate of the table again. Which one is handed to you?"
            ),
        ),
        "reversed": Mistake(
            lambda slope, start, r, steps: path(slope, start, r, steps)[::-1],
            message("{where}: the right places, the last one first. Asked is the start first."),
        ),
        "times_steps": Mistake(
            lambda slope, start, r, steps: path(slope, start, r * steps, steps),
            message(
                "{where}: each step is {steps} times too long; the first should be {first}. `steps` says how often, not how far."
            ),
        ),
        "all_in_one_step": Mistake(
            lambda slope, start, r, steps: [start, start - r * steps * slope(start)],
            message(
                "{where}: one step, {steps} times as long. But after the first step the slope is another one: ask it again each "
                "time, in a loop."
            ),
        ),
        "sizes_of_places": Mistake(
            lambda slope, start, r, steps: [start, *map(abs, path(slope, start, r, steps)[1:])],
            message("{where}: a sign is lost. A place may lie left of 0, too."),
        ),
        "counter_for_place": Mistake(
            _counter_for_place,
            message(
                "{where}: each turn begins at 0, 1, ... Does the loop count with the name `w`? Then the place is lost: count with "
                "another name."
            ),
        ),
    }
