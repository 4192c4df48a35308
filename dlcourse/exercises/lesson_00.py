"""Lesson 0, how this course works: one small exercise of each kind, made to be answered wrongly first."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from dlcourse.checking import (
    Correct,
    Exercise,
    Mistake,
    NotYet,
    call,
    choice_check,
    close,
    function_check,
    generator,
    show,
    value_check,
)

TITLE = "Welcome: how this course works"

_SHADES = (0, 0, 1, 90, 127, 128, 200, 255)  # 127 and 128: one below, one above half of 255


def _function(*lines: str) -> str:
    """Source of an answer to exercise 0.3."""
    return "\n    ".join(["def portions(images, size):", *lines])


def _loop(
    *inside: str, test: str = "seen < images", after: Sequence[str] = (), last: str = "return count"
) -> str:
    """Source of an answer to exercise 0.3 that keeps the starter's loop."""
    rounds = [f"    {line}" for line in inside]
    return _function("count = 0", "seen = 0", f"while {test}:", *rounds, *after, last)


def _dark(image: np.ndarray) -> int:
    """What a right model of exercise 0.5 gives: how many numbers are more than half of 255."""
    return int((np.asarray(image) / 255 > 0.5).sum())


def _check_steps(answer) -> Correct | NotYet:
    """Judge the row of steps of exercise 0.5 by what comes out of it for a small picture."""
    if not isinstance(answer, list | tuple):
        return NotYet(
            "not_a_list",
            f"You give {show(answer)}. A list is asked: square brackets with the steps in order.",
        )
    if len(answer) == 0:
        return NotYet(
            "no_steps", "Your list is empty: the picture comes out as it went in. Put in the three steps."
        )
    for place, step in enumerate(answer, start=1):
        if isinstance(step, str):
            return NotYet(
                "quoted",
                f"Step {place} is {show(step)}, a text. Leave the quotation marks away: the function is meant.",
            )
        if not callable(step):
            return NotYet(
                "called",
                f"Step {place} is {show(step)}, which is no function. Was it called already? Write its name "
                "without brackets: the model calls it when the picture arrives.",
            )
    rng = generator()
    for rows, columns in ((4, 5), (28, 28)):
        image = rng.permutation(np.resize(_SHADES, rows * columns)).reshape(rows, columns)
        result = image
        for place, step in enumerate(answer, start=1):
            result = call(step, result, names=[f"the input of step {place}"])
        if not close(result, _dark(image)):
            return _what_came_out(image, result)
    return Correct(
        "Did you notice that `scale` and `to_row` may change places? The numbers are the same in either order; "
        "`count_dark` needs both before it. In lesson 7 the steps of a Keras model stand in a list like this one."
    )


def _what_came_out(image: np.ndarray, result) -> NotYet:
    """Name the mistake by the result for this picture, which is not the right one."""
    size = f"{image.shape[0]} by {image.shape[1]}"
    used = int((image > 0.5).sum())
    known = {
        used: (
            "not_scaled",
            f"For a picture of {size} your model says {used}; {_dark(image)} of its numbers are more than half. "
            f"{used} is the count of all that are not 0. When `count_dark` asks for more than 0.5, which numbers "
            "should it see: 0 to 255, or 0 to 1?",
        ),
        used / 255: (
            "scaled_too_late",
            f"For a picture of {size} your model says {show(used / 255)}, no whole number: the count itself was "
            "divided by 255. Which step has to come before the counting?",
        ),
    }
    for value, (code, message) in known.items():
        if close(result, value):
            return NotYet(code, message)
    count = getattr(result, "size", 1)
    if count == image.size:
        return NotYet(
            "never_counted",
            f"For a picture of {size} your model gives {count} numbers: as many as went in. "
            "The step that makes one number of them is missing.",
        )
    if count == image.shape[1]:
        return NotYet(
            "not_a_row",
            f"For a picture of {size} your model gives {count} numbers, one for each column: `count_dark` was given "
            "a table where it counts along a row. Which step makes a row, and when?",
        )
    return NotYet(
        "wrong_value",
        f"For a picture of {size} your model gives {show(result)}; {_dark(image)} of its numbers are more than half.",
    )


EXERCISES = [
    Exercise(
        id="0.1",
        title="How many numbers a picture is",
        kind="value",
        starter="numbers = ...",
        setup="""
            import numpy as np
            digit = np.zeros((28, 28))
        """,
        right=[
            "numbers = 28 * 28",
            "numbers = digit.size",
            "numbers = 784",
            "numbers = sum(28 for row in range(28))",
        ],
        wrong={
            "sides_added": ["numbers = 28 + 28", "numbers = 56", "numbers = sum(digit.shape)"],
            "one_row": ["numbers = 28", "numbers = len(digit)"],
            "last_number": ["numbers = 27 * 27"],
            "both_sides": ["numbers = (28, 28)", "numbers = digit.shape", "numbers = 28, 28"],
            "to_the_power": ["numbers = 28 ** 28"],
            "wrong_value": ["numbers = 785", "numbers = 70_000", "numbers = 255"],
            "wrong_type": ['numbers = "784"', "numbers = len"],
        },
        check=value_check(
            784,
            mistakes={
                "sides_added": Mistake(
                    56,
                    "You give 56: that is 28 and 28 added, the two sides of the picture. Count the small squares "
                    "of one row first. How many such rows are there?",
                ),
                "one_row": Mistake(28, "You give 28. That is one row; the picture has 28 of them."),
                "last_number": Mistake(
                    729,
                    "You give 729, which is 27 times 27. The last row has the number 27, but counting began at 0: "
                    "from 0 to 27 there are 28 rows.",
                ),
                "both_sides": Mistake(
                    (28, 28),
                    "You give both sides, (28, 28). That is the picture's shape. What is asked is one number: how "
                    "many small squares that makes.",
                ),
                "to_the_power": Mistake(
                    28**28,
                    "You give 28 to the power of 28. In Python `**` is a power; one star, `*`, multiplies.",
                ),
            },
            otherwise="You give {got}. There are 28 rows, and each holds 28 numbers: how many in all?",
            success="A network that reads this picture has that many inputs, one for each number.",
            rtol=0,
        ),
        hints=(
            "How many numbers stand in one row? And how many rows are there?",
            "The picture above counts its rows and its columns from 0 to 27: 28 each. Python multiplies with `*`.",
            "numbers = 28 ___ 28",
        ),
    ),
    Exercise(
        id="0.2",
        title="From 0 to 255 to 0 to 1",
        kind="function",
        starter="""
            def ink(number):
                ...
        """,
        setup="import numpy as np",
        right=[
            """
            def ink(number):
                return number / 255
            """,
            """
            def ink(number):
                share_of_one = 1 / 255
                return number * share_of_one
            """,
            "ink = lambda value: float(np.divide(value, 255.0))",
        ],
        wrong={
            "by_100": ["def ink(number):\n    return number / 100"],
            "by_256": ["def ink(number):\n    return number / 256"],
            "multiplied": ["def ink(number):\n    return number * 255"],
            "percent": ["def ink(number):\n    return number / 255 * 100"],
            "whole_division": [
                "def ink(number):\n    return number // 255",
                "def ink(n):\n    return int(n / 255)",
            ],
            "rounded": ["def ink(number):\n    return round(number / 255)"],
            "two_digits": ["def ink(number):\n    return round(number / 255, 2)"],
            "reversed": [
                "def ink(number):\n    return 1 - number / 255",
                "def ink(n):\n    return (255 - n) / 255",
            ],
            "unchanged": ["def ink(number):\n    return number"],
            "always_the_same": ["def ink(number):\n    return 1", "def ink(number):\n    return 51 / 255"],
            "returns_none": [
                "def ink(number):\n    print(number / 255)",
                "def ink(number):\n    number / 255",
            ],
            "raised": [
                "def ink(number):\n    return nubmer / 255",
                "def ink(number):\n    return 255 / number",
            ],
            "wrong_arguments": [
                "def ink():\n    return 1",
                "def ink(number, largest):\n    return number / largest",
            ],
            "not_a_function": ["ink = 51 / 255"],
            "wrong_value": [
                "def ink(number):\n    return number - 255",
                "def ink(number):\n    return number / 250",
            ],
        },
        check=function_check(
            lambda number: number / 255,
            arguments=("number",),
            cases=lambda rng: [(255,), (51,), (0,), *((int(n),) for n in rng.integers(1, 255, 6))],
            mistakes={
                "by_100": Mistake(
                    lambda number: number / 100,
                    "For {inputs}, full ink, you return {got}. Full ink should be 1. It is 100 in percent; what is "
                    "the largest number in a picture?",
                ),
                "by_256": Mistake(
                    lambda number: number / 256,
                    "For {inputs}, full ink, you return {got}: close to 1, and not 1. There are 256 different "
                    "numbers, from 0 to 255, but the largest of them is 255.",
                ),
                "multiplied": Mistake(
                    lambda number: number * 255,
                    "For {inputs} you return {got}, far above 1. Multiplying makes it larger. What makes 255 into 1?",
                ),
                "percent": Mistake(
                    lambda number: number / 255 * 100,
                    "For {inputs} you return {got}: that is the ink in percent, from 0 to 100. From 0 to 1 is asked.",
                ),
                "whole_division": Mistake(
                    lambda number: number // 255,
                    "For {inputs} you return {got}; a fifth of full ink is 0.2. What is behind the point got lost. "
                    "`//` and `int` drop it, `/` keeps it.",
                ),
                "rounded": Mistake(
                    lambda number: round(number / 255),
                    "For {inputs} you return {got}; a fifth of full ink is 0.2. `round` leaves nothing between 0 and 1.",
                ),
                "two_digits": Mistake(
                    lambda number: round(number / 255, 2),
                    "For {inputs} you return {got}; without rounding it is {expected}. Let Python keep all digits.",
                ),
                "reversed": Mistake(
                    lambda number: 1 - number / 255,
                    "For {inputs}, full ink, you return {got}. That is how much paper is left. Full ink should be 1.",
                ),
                "unchanged": Mistake(
                    lambda number: number,
                    "For {inputs} you return {got}, the number as it came. Full ink should be 1.",
                ),
            },
            success="255 became 1, 0 stayed 0, and all between kept their place.",
        ),
        hints=(
            "Full ink is 255 and should become 1. What do you do to 255 to get 1?",
            "Do the same to every number. The function needs one line, and it begins with `return`.",
            "def ink(number):\n    return number ___ ___",
        ),
    ),
    Exercise(
        id="0.3",
        title="The loop that never ends",
        kind="bug",
        starter="""
            def portions(images, size):
                count = 0
                seen = 0
                while seen < images:
                    count = count + 1
                return count
        """,
        right=[
            """
            def portions(images, size):
                count = 0
                seen = 0
                while seen < images:
                    count = count + 1
                    seen = seen + size
                return count
            """,
            """
            def portions(images, size):
                count = 0
                while count * size < images:
                    count += 1
                return count
            """,
            """
            def portions(images, size):
                return -(-images // size)
            """,
            """
            def portions(images, size):
                return len(range(0, images, size))
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
                _loop("count = count + 1", "seen = seen + size", test="seen <= images"),
                _function("return images // size + 1"),
            ],
            "last_portion_lost": [_function("return images // size")],
            "rounded": [_function("return round(images / size)")],
            "part_of_a_portion": [_function("return images / size")],
            "images_counted": [
                _loop("count = count + 1", "seen = seen + size", last="return seen"),
                _loop("count = count + size", "seen = seen + size"),
            ],
            "stops_at_once": [
                _loop("count = count + 1", "seen = seen + size", "return count"),
                _loop("count = count + 1", "break"),
            ],
            "wrong_value": [_loop("count = count + 1", "seen = seen + count")],
            "returns_none": [_loop("count = count + 1", "seen = seen + size", last="print(count)")],
            "raised": [_loop("count = count + 1", "seen = seen + sise")],
        },
        check=function_check(
            lambda images, size: math.ceil(images / size),
            arguments=("images", "size"),
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
                    lambda images, size: images,
                    "For {inputs} you return {got}. The loop ends now, but it counts one image a time. Each "
                    "portion shows {size} images: by how much does `seen` grow?",
                ),
                "one_too_many": Mistake(
                    lambda images, size: images // size + 1,
                    "For {inputs} you return {got}. After {expected} portions all {images} images have been seen, and "
                    "yours takes one more. Should it go on when `seen` and `images` are equal?",
                ),
                "last_portion_lost": Mistake(
                    lambda images, size: images // size,
                    "For {inputs} you return {got}, and some image is never seen. The last portion may be smaller "
                    "than the others; it counts too.",
                ),
                "rounded": Mistake(
                    lambda images, size: round(images / size),
                    "For {inputs} you return {got}. Rounding goes to the nearest whole number, so a last, small "
                    "portion is sometimes lost.",
                ),
                "part_of_a_portion": Mistake(
                    lambda images, size: images / size,
                    "For {inputs} you return {got}. Portions come whole: a last one that is not full is a portion too.",
                ),
                "images_counted": Mistake(
                    lambda images, size: math.ceil(images / size) * size,
                    "For {inputs} you return {got}. That is a number of images. How many portions was it?",
                ),
                "stops_at_once": Mistake(
                    lambda images, size: 1,
                    "For {inputs} you return 1, as for all others: the loop is left in its first round. Whatever "
                    "leaves it, `return` or `break`, stands too far to the right, or too early.",
                ),
            },
            success="This is how a network is fed: 60,000 images in portions of 128 are 469 portions.",
        ),
        hints=(
            "The loop goes on while `seen < images`. Which line changes `seen`?",
            "None does. Each round shows `size` more images, so in each round `seen` has to grow by `size`.",
            "    while seen < images:\n        count = count + 1\n        seen = seen + ___",
        ),
        seconds=2.0,
    ),
    Exercise(
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
                    "A restart always works, and it costs every name the notebook has learned: you would run all "
                    "cells again. Keep it for the case that something gentler does not help.",
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
    ),
    Exercise(
        id="0.5",
        title="Three steps in a row",
        kind="model",
        starter="""
            model = [
                ...,
            ]
        """,
        setup="""
            def scale(image):
                return image / 255

            def to_row(image):
                return image.ravel()

            def count_dark(row):
                return sum(number > 0.5 for number in row)
        """,
        right=[
            "model = [scale, to_row, count_dark]",
            "model = [to_row, scale, count_dark]",
            "model = (to_row, lambda row: row / 255, count_dark)",
            "model = [lambda image: count_dark(to_row(scale(image)))]",
        ],
        wrong={
            "not_scaled": ["model = [to_row, count_dark]"],
            "scaled_too_late": ["model = [to_row, count_dark, scale]"],
            "not_a_row": [
                "model = [scale, count_dark]",
                "model = [scale, count_dark, to_row]",
                "model = [count_dark, scale, to_row]",
                "model = [count_dark]",
            ],
            "never_counted": ["model = [scale, to_row]", "model = [scale]", "model = [to_row, scale]"],
            "no_steps": ["model = []", "model = ()"],
            "quoted": ['model = ["scale", "to_row", "count_dark"]'],
            "called": ["import numpy as np\nmodel = [scale(np.ones((2, 2))), to_row, count_dark]"],
            "not_a_list": [
                "model = scale",
                "model = {scale, to_row, count_dark}",
                'model = "scale, to_row, count_dark"',
            ],
            "raised": ["model = [scale, to_row, len, count_dark]"],
            "wrong_value": ["model = [scale, to_row, len]", "model = [scale, to_row, sum]"],
        },
        check=_check_steps,
        equivalent={
            "(to_row, lambda row: row / 255, count_dark) -> (to_row, lambda row: row / 254, count_dark)": "no whole number lies between 127 and half of 255",
        },
        hints=(
            "Read what each of the three functions takes, in the comment behind it. Which one must come last?",
            "`count_dark` asks every number of a row whether it is over 0.5. It needs a row, and numbers from 0 to 1.",
            "model = [\n    ___,\n    ___,\n    count_dark,\n]",
        ),
    ),
    Exercise(
        id="0.6",
        title="What a red claim says",
        kind="choice",
        starter="...",
        right=['"c"', '"C"'],
        wrong={
            "claims_judge_you": ['"a"'],
            "guesses_are_judged": ['"b"'],
            "an_error_of_python": ['"d"'],
            "not_a_choice": ['"e"', "None or 3"],
        },
        check=choice_check(
            "c",
            {
                "a": (
                    "claims_judge_you",
                    "Your answers are looked at by `check`, and `check` is never red. A claim is about a sentence of "
                    "the course.",
                ),
                "b": (
                    "guesses_are_judged",
                    "A guess is set beside what happened and nothing more: no wrong guess turns anything red.",
                ),
                "d": (
                    "an_error_of_python",
                    "Python is fine: it computed what it was told, and the result contradicted the sentence. A claim "
                    "stops the page on purpose then.",
                ),
            },
            success="And it says what was measured. Often a cell above was changed; if not, the sentence is wrong, "
            "and the authors want to hear of it.",
        ),
        hints=(
            "Who says the sentence in a claim: you, or the course?",
            "`check` looks at your answers, `predict` keeps your guesses. What does `claim` compare?",
            '"___"   # one letter: the course said something, the measurement says otherwise',
        ),
    ),
]
