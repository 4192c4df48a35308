"""Lesson 0, cells that never end: a loop to repair, and what to do first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dlcourse.checking import Exercise, Mistake, choice_check, function_check


def _function(*lines: str) -> str:
    """Source of an answer to exercise 0.3."""
    return "\n    ".join(["def portions(how_many, size):", *lines])


def _loop(
    *inside: str, test: str = "seen < how_many", after: Sequence[str] = (), last: str = "return count"
) -> str:
    """Source of an answer to exercise 0.3 that keeps the starter's loop."""
    rounds = [f"    {line}" for line in inside]
    return _function("count = 0", "seen = 0", f"while {test}:", *rounds, *after, last)


ENDLESS_LOOP = Exercise(
    id="0.3",
    title="The loop that never ends",
    kind="bug",
    starter="""
        def portions(how_many, size):
            count = 0
            seen = 0
            while seen < how_many:
                count = count + 1
            return count
    """,
    right=[
        """
        def portions(how_many, size):
            count = 0
            seen = 0
            while seen < how_many:
                count = count + 1
                seen = seen + size
            return count
        """,
        """
        def portions(how_many, size):
            count = 0
            while count * size < how_many:
                count += 1
            return count
        """,
        """
        def portions(how_many, size):
            return -(-how_many // size)
        """,
        """
        def portions(how_many, size):
            return len(range(0, how_many, size))
        """,
    ],
    wrong={
        "too_long": [
            _loop("count = count + 2"),
            _loop("count = count + 1", "seen = size"),
            _loop("count = count + 1", "seen = seen - size"),
            _loop("count = count + 1", after=["seen = seen + size"]),
        ],
        "one_at_a_time": [
            _loop("count = count + 1", "seen = seen + 1"),
            _loop("count = seen = seen + 1"),
        ],
        "one_too_many": [
            _loop("count = count + 1", "seen = seen + size", test="seen <= how_many"),
            _function("return how_many // size + 1"),
        ],
        "last_portion_lost": [_function("return how_many // size")],
        "rounded": [_function("return round(how_many / size)")],
        "part_of_a_portion": [_function("return how_many / size")],
        "images_counted": [
            _loop("count = count + 1", "seen = seen + size", last="return seen"),
            _loop("count = count + size", "seen = seen + size"),
        ],
        "stops_at_once": [
            _loop("count = count + 1", "seen = seen + size", "return count"),
            _loop("count = count + 1", "break"),
        ],
        "never_counts": [_loop("seen = seen + size")],
        "one_too_few": [
            _loop("count = count + 1", "seen = seen + size", test="seen < how_many - size"),
            _loop("seen = seen + size", "count = seen // size - 1"),
        ],
        "counted_from_one": [
            _loop("count = count + 1", "seen = seen + size", last="return count + 1"),
        ],
        "wrong_value": [_loop("count = count + 1", "seen = seen + count")],
        "returns_none": [_loop("count = count + 1", "seen = seen + size", last="print(count)")],
        "raised": [_loop("count = count + 1", "seen = seen + sise")],
    },
    check=function_check(
        lambda how_many, size: math.ceil(how_many / size),
        arguments=("how_many", "size"),
        cases=lambda rng: [
            (4, 2),
            (5, 2),
            (7, 3),
            (1, 32),
            (60_000, 128),
            *(
                (int(n), int(size))
                for n, size in zip(rng.integers(50, 900, 4), rng.integers(3, 40, 4), strict=True)
            ),
        ],
        mistakes={
            "one_at_a_time": Mistake(
                lambda how_many, size: how_many,
                "For {inputs} you return {got}. The loop ends now, but it counts one image a time. Each "
                "portion shows {size} images: by how much does `seen` grow?",
            ),
            "one_too_many": Mistake(
                lambda how_many, size: how_many // size + 1,
                "For {inputs} you return {got}. After {expected} portions all {how_many} images have been seen, and "
                "yours takes one more. Should it go on when `seen` and `how_many` are equal?",
            ),
            "last_portion_lost": Mistake(
                lambda how_many, size: how_many // size,
                "For {inputs} you return {got}, and some image is never seen. The last portion may be smaller "
                "than the others; it counts too.",
            ),
            "rounded": Mistake(
                lambda how_many, size: round(how_many / size),
                "For {inputs} you return {got}. Rounding goes to the nearest whole number, so a last, small "
                "portion is sometimes lost.",
            ),
            "part_of_a_portion": Mistake(
                lambda how_many, size: how_many / size,
                "For {inputs} you return {got}. Portions come whole: a last one that is not full is a portion too.",
            ),
            "images_counted": Mistake(
                lambda how_many, size: math.ceil(how_many / size) * size,
                "For {inputs} you return {got}. That is a number of images. How many portions was it?",
            ),
            "stops_at_once": Mistake(
                lambda how_many, size: 1,
                "For {inputs} you return 1, as for all others: one round was counted and no more. Does a `return` or "
                "a `break` leave the loop in its first round? Or is it an `if` now, which is no loop?",
            ),
            "never_counts": Mistake(
                lambda how_many, size: 0,
                "For {inputs} you return 0. The loop comes to its end now, but nothing is counted in it: `count` "
                "has to grow as well.",
            ),
            "one_too_few": Mistake(
                lambda how_many, size: math.ceil(how_many / size) - 1,
                "For {inputs} you return {got}, one too few. How many images has `seen` counted before the first "
                "round, and how many when the loop may end?",
            ),
            "counted_from_one": Mistake(
                lambda how_many, size: math.ceil(how_many / size) + 1,
                "For {inputs} you return {got}, one too many, as for all others. How many portions were there "
                "before the first round?",
            ),
        },
        success="This is how a network is fed: 60,000 images in portions of 128 are 469 portions.",
    ),
    hints=(
        "The loop goes on while `seen < how_many`. Which line changes `seen`?",
        "None does. Each round shows `size` more images, so in each round `seen` has to grow by `size`.",
        "    while seen < how_many:\n        count = count + 1\n        seen = seen + ___",
    ),
    seconds=2.0,
    equivalent={
        "count = 0 -> count = 1": "one portion is always needed, so the counting may begin there",
        "count = 0 -> count = -1": "one round more, from -1 to 0, and the same end",
    },
)

FIRST_AID = Exercise(
    id="0.4",
    title="A cell does not come to its end",
    kind="choice",
    starter="...",
    right=['"b"', '"B)"'],
    wrong={
        "restart_first": ['"a"'],
        "page_is_not_the_kernel": ['"c"'],
        "run_again": ['"d"'],
        "not_a_choice": ['"interrupt"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "restart_first",
                "A restart works, and it costs every name the notebook has learned: all cells would have to run again. "
                "Keep it for the case that something gentler does not help.",
            ),
            "c": (
                "page_is_not_the_kernel",
                "The page is only where you look. The kernel is a program of its own and goes on without it: when "
                "you open the notebook again, it is still busy.",
            ),
            "d": (
                "run_again",
                "A kernel runs one cell at a time. Your second run waits in line behind the first, which does "
                "not end.",
            ),
        },
        success="All names are still there, and you can repair the cell. Only if that does not help, restart.",
    ),
    hints=(
        "Which of the four stops the cell, and nothing else?",
        "What is lost with each? Look at the table above.",
        '"___"   # one letter: the way that stops the cell and keeps all names',
    ),
)
