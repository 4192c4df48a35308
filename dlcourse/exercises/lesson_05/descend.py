"""Exercise 5.6: many steps downhill. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.descend_check import path, path_cases, slope_of_one_place
from dlcourse.exercises.lesson_05.descend_mistakes import MISTAKES

SETUP = """
import numpy as np

def slope(loss, w):  # of exercise 5.5
    nudge = 0.0001
    return (loss(w + nudge) - loss(w)) / nudge
"""


def _loop(
    *lines: str,
    append: str = "places.append(w)",
    after: str = "",
    before: str = "",
    count: str = "steps",
    places: str = "[w]",
    last: str = "return places",
) -> str:
    """An answer with this in its loop: `lines`, the appending, and a line `after` it."""
    body = [f"        {line}" for line in (*lines, append, after) if line]
    head = [
        "def descend(hill_slope, start, learning_rate, steps):",
        "    w = start",
        f"    places = {places}",
    ]
    return "\n".join(
        [*head, *([f"    {before}"] if before else []), f"    for i in range({count}):", *body, f"    {last}"]
    )


DESCEND = Exercise(
    id="5.6",
    title="Step after step downhill",
    kind="function",
    starter="""
        def descend(hill_slope, start, learning_rate, steps):
            w = start
            places = [w]
            ...
            return places
    """,
    setup=SETUP,
    right=(
        """
        def descend(hill_slope, start, learning_rate, steps):
            w = start
            places = [w]
            for _ in range(steps):
                w = w - learning_rate * hill_slope(w)
                places.append(w)
            return places
        """,
        """
        def descend(hill_slope, start, learning_rate, steps):
            places = np.zeros(steps + 1)
            places[0] = start
            for i in range(steps):
                places[i + 1] = places[i] - hill_slope(places[i]) * learning_rate
            return places
        """,
        """
        def descend(hill_slope, start, learning_rate, steps):
            if steps == 0:
                return [start]
            return [start] + descend(hill_slope, start - learning_rate * hill_slope(start), learning_rate, steps - 1)
        """,
        """
        def descend(hill_slope, start, learning_rate, steps):
            w, places = start, []
            while len(places) <= steps:
                places.append(w)
                w -= learning_rate * hill_slope(w)
            return tuple(places)
        """,
    ),
    wrong={
        "rate_of_the_table": [_loop("w = w - 0.25 * hill_slope(w)")],
        "reversed": [_loop("w = w - learning_rate * hill_slope(w)", append="places.insert(0, w)")],
        "times_steps": [_loop("w = w - learning_rate * hill_slope(w) * steps")],
        "all_in_one_step": [
            """
            def descend(hill_slope, start, learning_rate, steps):
                w = start
                places = [w]
                w = w - steps * learning_rate * hill_slope(w)
                places.append(w)
                return places
            """
        ],
        "sizes_of_places": [_loop("w = w - learning_rate * hill_slope(w)", append="places.append(abs(w))")],
        "counter_for_place": [_loop("w = w - learning_rate * hill_slope(w)").replace("for i in", "for w in")],
        "places_overwritten": [_loop("places = w - learning_rate * hill_slope(w)", append="")],
        "returned_in_the_loop": [
            _loop("w = w - learning_rate * hill_slope(w)", after="return places", last="")
        ],
        "uphill": [_loop("w = w + learning_rate * hill_slope(w)")],
        "rate_forgotten": [_loop("w = w - hill_slope(w)")],
        "rate_twice": [_loop("step = learning_rate * hill_slope(w)", "w = w - learning_rate * step")],
        "slope_of_the_start": [
            _loop("w = w - learning_rate * s", before="s = hill_slope(w)"),
            _loop("w = w - learning_rate * hill_slope(start)"),
        ],
        "always_from_the_start": [
            _loop("w = start - learning_rate * hill_slope(start)"),
            _loop(append="places.append(w - learning_rate * hill_slope(w))"),
        ],
        "w_not_moved": [_loop(append="places.append(learning_rate * hill_slope(w))")],
        "steps_for_places": [
            _loop("step = learning_rate * hill_slope(w)", "w = w - step", append="places.append(step)")
        ],
        "slope_is_not_moved": [
            _loop("w = -learning_rate * hill_slope(w)"),
            _loop("w =- learning_rate * hill_slope(w)"),
        ],
        "step_is_not_taken": [_loop("w = learning_rate * hill_slope(w)")],
        "halved": [_loop("w = w / 2"), _loop("w = 0.5 * w")],
        "step_from_the_start": [_loop("w = start - learning_rate * hill_slope(w)")],
        "rate_at_the_place": [_loop("w = hill_slope(w) - learning_rate * w")],
        "slopes_before_the_steps": [
            _loop(append="places.append(hill_slope(w))", after="w = w - learning_rate * hill_slope(w)")
        ],
        "one_place_ahead": [
            _loop(
                "w = w - learning_rate * hill_slope(w)",
                append="places.append(w - learning_rate * hill_slope(w))",
            )
        ],
        "times_the_place": [_loop("w = w - learning_rate * hill_slope(w) * w")],
        "rate_grows": [_loop("w = w - learning_rate * i * hill_slope(w)")],
        "rate_shrinks": [_loop("w = w - learning_rate * hill_slope(w) / (i + 1)")],
        "heights_for_places": [_loop("w = w - learning_rate * hill_slope(w)", append="places.append(w * w)")],
        "stops_when_flat": [
            _loop("w = w - learning_rate * hill_slope(w)", "if abs(hill_slope(w)) < 0.01:", "    break"),
            _loop("if hill_slope(w) == 0:", "    break", "w = w - learning_rate * hill_slope(w)"),
        ],
        "rounded": [
            _loop("w = w - learning_rate * hill_slope(w)", append="places.append(round(w, 2))"),
            _loop("w = w - learning_rate * hill_slope(w)", append="places.append(round(w, 1))"),
        ],
        "start_missing": [
            _loop("w = w - learning_rate * hill_slope(w)", places="[]"),
            _loop("w = w - learning_rate * hill_slope(w)", last="return places[1:]"),
        ],
        "last_missing": [
            _loop(places="[]", after="w = w - learning_rate * hill_slope(w)"),
            _loop(
                "w = w - learning_rate * hill_slope(w)",
                count="steps - 1",
                last="return places if steps else []",
            ),
        ],
        "start_twice": [_loop(after="w = w - learning_rate * hill_slope(w)")],
        "one_step_too_many": [
            _loop("w = w - learning_rate * hill_slope(w)", count="steps + 1"),
            """
            def descend(hill_slope, start, learning_rate, steps):
                w = start
                places = [w]
                i = 0
                while i <= steps:
                    w = w - learning_rate * hill_slope(w)
                    places.append(w)
                    i = i + 1
                return places
            """,
        ],
        "last_place_only": [_loop("w = w - learning_rate * hill_slope(w)", last="return w")],
        "one_step_only": [
            _loop("w = w - learning_rate * hill_slope(w)", after="return places"),
            """
            def descend(hill_slope, start, learning_rate, steps):
                w = start
                places = [w]
                w = w - learning_rate * hill_slope(w)
                places.append(w)
                return places if steps else [start]
            """,
        ],
        "one_step_always": [
            """
            def descend(hill_slope, start, learning_rate, steps):
                w = start
                places = [w]
                w = w - learning_rate * hill_slope(w)
                places.append(w)
                return places
            """
        ],
        "nothing_appended": [
            _loop("w = w - learning_rate * hill_slope(w)", append="pass"),
            _loop("w = w - learning_rate * hill_slope(w)", append="places + [w]"),
            _loop("w = w - learning_rate * hill_slope(w)", append="print(w)"),
        ],
        "one_hill_only": [
            _loop("w = w - learning_rate * 2 * w"),
            _loop("w = w - learning_rate * slope(lambda v: v * v, w)"),
        ],
        "divided_by_the_rate": [_loop("w = w - hill_slope(w) / learning_rate")],
        "rate_overwritten": [_loop("learning_rate = learning_rate * hill_slope(w)", "w = w - learning_rate")],
        "list_made_anew": [_loop("w = w - learning_rate * hill_slope(w)", append="places = [w]")],
        "sign_alone": [_loop("w = w - learning_rate * np.sign(hill_slope(w))")],
        "rate_of_w": [_loop("w = w - learning_rate * w")],
        "w_stays": [
            _loop("w - learning_rate * hill_slope(w)"),
            _loop("w == w - learning_rate * hill_slope(w)"),
        ],
        "appended_once": [
            _loop(
                "w = w - learning_rate * hill_slope(w)",
                append="pass",
                last="places.append(w)\n    return places",
            )
        ],
        "one_step_too_few": [
            _loop("w = w - learning_rate * hill_slope(w)", count="1, steps"),
            _loop("w = w - learning_rate * hill_slope(w)", count="steps - 1"),
        ],
        "subtracted_the_other_way": [_loop("w = learning_rate * hill_slope(w) - w")],
        "slope_at_the_counter": [_loop("w = w - learning_rate * hill_slope(i)")],
        "slopes_for_places": [
            _loop("w = w - learning_rate * hill_slope(w)", append="places.append(hill_slope(w))")
        ],
        "size_of_the_slope": [_loop("w = w - learning_rate * abs(hill_slope(w))")],
        "rate_subtracted": [_loop("w = w - learning_rate - hill_slope(w)")],
        "brackets": [_loop("w = (w - learning_rate) * hill_slope(w)")],
        "ten_steps": [_loop("w = w - learning_rate * hill_slope(w)", count="10")],
        "slope_of_two": [
            _loop("w = w - learning_rate * hill_slope(lambda v: v * v, w)"),
            _loop("w = w - learning_rate * hill_slope(w, learning_rate)"),
        ],
        "slope_of_last_exercise": [
            _loop("w = w - learning_rate * slope(w)"),
            "del slope\n\n" + _loop("w = w - learning_rate * slope(w)"),
        ],
        "slope_of_the_slope": [_loop("w = w - learning_rate * slope(hill_slope, w)")],
        "raised": [
            _loop("w = w - learning_rate * hill_slope"),
            _loop("hill_slope = hill_slope(w)", "w = w - learning_rate * hill_slope"),
            _loop("w = w - learning_rate * hill_slope(w)", append="place.append(w)"),
            _loop("w = w - learning_rate * hill_slope()"),
        ],
        "returns_none": [_loop("w = w - learning_rate * hill_slope(w)", last="places")],
        "wrong_type": [_loop("w = w - learning_rate * hill_slope(w)", append="places.append([w])")],
        "wrong_value": [_loop("w = w - 3 * learning_rate * hill_slope(w)")],
    },
    check=slope_of_one_place(
        function_check(
            path,
            arguments=("hill_slope", "start", "learning_rate", "steps"),
            cases=path_cases,
            mistakes=MISTAKES,
            success="With these lines every network of the course learns. Only the slope becomes more work.",
        )
    ),
    equivalent={"places = np.zeros(steps + 1) -> places = np.ones(steps + 1)": "every place is written over"},
    hints=(
        "Each row of the table takes the w of the row before, asks for the slope *there*, and steps against it.",
        "In the loop two things happen: `w` becomes `w` minus the rate times the slope at `w`; then the new `w` goes into the list.",
        "    for _ in range(___):\n        w = w - ___ * hill_slope(___)\n        places.append(___)",
    ),
)
