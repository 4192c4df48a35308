"""Lesson 0, cells that never end: a loop to repair, and what to do first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dlcourse.checking import Exercise, Mistake, choice_check, function_check
from dlcourse.exercises.lesson_00.watched import watched


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
            _loop("count = count + 1", after=["seen = seen + size"]),
        ],
        "sum_not_kept": [
            _loop("count = count + 1", "seen + size"),
            _loop("count = count + 1", "size + seen"),
            _loop("count = count + 1", "seen == seen + size"),
            _loop("count = count + 1", "total = seen + size"),
        ],
        "set_anew": [
            _loop("count = count + 1", "seen =+ size"),
            _loop("count = count + 1", "seen = size"),
        ],
        "goes_back": [
            _loop("count = count + 1", "seen = seen - size"),
            _loop("count = count + 1", "seen -= size"),
        ],
        "doubled": [_loop("count = count + 2", "seen = seen + size")],
        "only_the_example": [
            _loop("count = count + 1", "seen = seen + 32"),
            _function("import math", "return math.ceil(how_many / 32)"),
        ],
        "always_a_hundred": [_function("import math", "return math.ceil(100 / size)")],
        "one_at_a_time": [
            _loop("count = count + 1", "seen = seen + size", test="count < how_many"),
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
            _loop("count = count + 1", "seen = seen + how_many"),
            _loop("count = count + 1", "seen = how_many"),
            _loop("count = 1", "seen = seen + size"),
            _loop("count =+ 1", "seen = seen + size"),
        ],
        "never_counts": [
            _loop("seen = seen + size"),
            _loop("count = count + 1", "seen = seen + size", test="seen > how_many"),
            _loop("count = count + 1", test="seen > how_many"),
            _loop("count = count + 1", "seen = seen + size", test="seen == how_many"),
        ],
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
    check=watched(
        function_check(
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
                "doubled": Mistake(
                    lambda how_many, size: 2 * math.ceil(how_many / size),
                    "For {inputs} you return {got}, twice too many, as for all others. Is the `count + 2` of the experiment "
                    "still there?",
                ),
                "only_the_example": Mistake(
                    lambda how_many, size: math.ceil(how_many / 32),
                    "For {inputs} you return {got}. 32 was the size in the example. Here it is {size}, and the function is "
                    "told so: which name holds it?",
                ),
                "always_a_hundred": Mistake(
                    lambda how_many, size: math.ceil(100 / size),
                    "For {inputs} you return {got}. 100 was the number of pictures in the example. Here it is {how_many}, "
                    "and the function is told so: which name holds it?",
                ),
                "one_at_a_time": Mistake(
                    lambda how_many, size: how_many,
                    "For {inputs} you return {got}. The loop ends now, but it takes one round for each image, and a portion "
                    "shows {size}. What is asked behind `while`, and by how much does it change in each round?",
                ),
                "one_too_many": Mistake(
                    lambda how_many, size: how_many // size + 1,
                    "For {inputs} you return {got}. {how_many} images fill {expected} portions of {size} exactly, and yours "
                    "takes one more. What does it do when nothing is left?",
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
                    "For {inputs} you return 1, as for all others. Either the loop is left in its first round (by `return` "
                    "or `break`, or because it is an `if`), or `seen` jumps to the end at once, or `count` is set to 1 anew "
                    "in place of growing. Follow it with a pencil: which is it?",
                ),
                "never_counts": Mistake(
                    lambda how_many, size: 0,
                    "For {inputs} you return 0, and 0 for all others: `count` is still what it was before the loop. Either "
                    "nothing in the loop makes it grow, or the loop is never entered. Put 0 for `seen` and {how_many} for "
                    "`how_many` into what stands behind `while`: is the answer yes?",
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
        )
    ),
    hints=(
        "The loop goes on while `seen < how_many`. Which line changes `seen`?",
        "Follow `seen` through two rounds with how_many = 4 and size = 2. What is it after each, and what should it be?",
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
        "Does it stop the cell at all? And what is lost with it? The first rows of the table above say so for two of them.",
        '"___"   # one letter: the way that stops the cell and keeps all names',
    ),
)
