"""Lesson 0, a picture is numbers: how many there are, and a function that brings them between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show, value_check
from dlcourse.checking.show import show_inputs

_DIGITS = {1: "one", 2: "two", 3: "three", 4: "four"}


def _rounded(digits: int) -> Mistake:
    return Mistake(
        lambda number: round(number / 255, digits),
        "For {inputs} you return {got}; without rounding it is {expected}. Let Python keep all digits.",
    )


def _or_compared(behaviour: Callable[[int], int], text: str) -> Mistake:
    """A mistake that a comparison makes as well: True and False count as 1 and 0, and are told what they are."""

    def message(seen: Seen) -> str:
        if type(seen.got) not in (bool, np.bool_):
            return Mistake(behaviour, text).text(seen)
        return (
            f"For {show_inputs(list(seen.inputs), list(seen.inputs.values()))} you return {show(seen.got)}: a comparison "
            "answers yes or no. What share of full ink is it, as a number from 0 to 1?"
        )

    return Mistake(behaviour, message)


HOW_MANY = Exercise(
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
        "caret": ["numbers = 28 ^ 2"],
        "one_short": ["numbers = 783", "numbers = 28 * 28 - 1"],
        "unequal_sides": ["numbers = 27 * 28"],
        "largest": ["numbers = 255"],
        "all_pictures": ["numbers = 60_000"],
        "numbers_of_all": ["numbers = 60_000 * 28 * 28"],
        "added_up": ["numbers = 27_525  # digit.sum()"],
        "ink_only": ["numbers = 166  # (digit > 0).sum()"],
        "in_the_frame": ["numbers = 49", "numbers = 7 * 7"],
        "all_shapes": ["numbers = (60_000, 28, 28)"],
        "in_brackets": ["numbers = 28 * 28,", "numbers = [784]"],
        "wrong_value": ["numbers = 785", "numbers = 70_000", "numbers = 144", "numbers = 0"],
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
            "caret": Mistake(
                28 ^ 2, "You give 30. In Python `^` is no power and does something else; a power is `**`."
            ),
            "one_short": Mistake(
                783, "You give 783: that is the place of the last number, counted from 0. How many are there?"
            ),
            "unequal_sides": Mistake(
                756, "You give 756, which is 27 times 28. Rows and columns are both counted from 0 to 27."
            ),
            "largest": Mistake(
                255, "You give 255. That says how dark a pixel can be, not how many there are."
            ),
            "all_pictures": Mistake(
                60_000, "You give 60000: so many pictures are there. How many numbers is one of them?"
            ),
            "numbers_of_all": Mistake(
                47_040_000,
                "You give 47040000: so many numbers are all pictures together. How many is this one?",
            ),
            "added_up": Mistake(
                27_525,
                "You give 27525: there the numbers are added up. Count them instead, the dark and the pale.",
            ),
            "ink_only": Mistake(
                166, "You give 166: so many are not 0. The zeros of the empty paper are numbers, too."
            ),
            "in_the_frame": Mistake(
                49, "You give 49: so many are inside the frame. Count those of the whole picture."
            ),
            "all_shapes": Mistake(
                (60_000, 28, 28),
                "You give (60000, 28, 28), the shape of all pictures together. What is asked is one number, for one.",
            ),
            "in_brackets": Mistake(
                (784,),
                "That is the right number with something around it. A comma at its end, or square brackets, make a row "
                "of one out of a number: take them away.",
            ),
        },
        otherwise="You give {got}. How many numbers are in one row of the picture, and how many rows are there?",
        success="A network that reads this picture has that many inputs, one for each number.",
        rtol=0,
    ),
    hints=(
        "How many numbers stand in one row? And how many rows are there?",
        "The picture above counts its rows and its columns from 0 to 27: 28 each. Python multiplies with `*`.",
        "numbers = 28 ___ 28",
    ),
)

INK = Exercise(
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
            "def ink(number):\n    return number >= 255",
        ],
        "rounded": [
            "def ink(number):\n    return round(number / 255)",
            "def ink(number):\n    return number > 127",
        ],
        "wrong_type": ["def ink(number):\n    return number > 0.5"],
        "two_digits": ["def ink(number):\n    return round(number / 255, 2)"],
        "one_digit": ["def ink(number):\n    return round(number / 255, 1)"],
        "three_digits": ["def ink(number):\n    return round(number / 255, 3)"],
        "four_digits": ["def ink(number):\n    return round(number / 255, 4)"],
        "small_ones_kept": [
            "def ink(number):\n    if number <= 1:\n        return number\n    return number / 255",
            "def ink(number):\n    while number > 1:\n        number = number / 255\n    return number",
        ],
        "upside_down": [
            "def ink(number):\n    return 255 / number",
            "def ink(number):\n    return 255 / number if number else 0",
        ],
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
        cases=lambda rng: [
            (255,),
            (51,),
            (0,),
            (1,),
            (20,),
            *((int(n),) for n in rng.integers(1, 255, 6)),
        ],
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
            "whole_division": _or_compared(
                lambda number: number // 255,
                "For {inputs} you return {got}; a fifth of full ink is 0.2. What is behind the point got lost. "
                "`//` and `int` drop it, `/` keeps it.",
            ),
            "rounded": _or_compared(
                lambda number: round(number / 255),
                "For {inputs} you return {got}; a fifth of full ink is 0.2. `round` leaves nothing between 0 and 1.",
            ),
            **{f"{word}_digit{'s' * (digits > 1)}": _rounded(digits) for digits, word in _DIGITS.items()},
            "small_ones_kept": Mistake(
                lambda number: number if number <= 1 else number / 255,
                "For {inputs} you return {got}, as much as for full ink; it is {expected}. One rule for all numbers "
                "is enough: which?",
            ),
            "upside_down": Mistake(
                lambda number: 255 / number if number else 0,
                "For {inputs} you return {got}; a fifth of full ink is 0.2. Which of the two is divided by the other?",
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
        "The largest number of a pixel stands below the picture. The function needs one line, and it begins with `return`.",
        "def ink(number):\n    return number ___ ___",
    ),
)
