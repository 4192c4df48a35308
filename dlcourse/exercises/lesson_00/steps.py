"""Lesson 0, a model is a row of steps; and what a red claim says."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, choice_check, close, generator, show
from dlcourse.checking.calling import LearnerError

# 127 and 128: one below, one above half of 255. Of the 20 of the small picture 14 are not 0, 13 under and 7 over half.
_SHADES = (0, 128, 1, 0, 127, 90, 200, 255)


def _dark(image: np.ndarray) -> int:
    """What a right model of exercise 0.5 gives: how many numbers are more than half of 255."""
    return int((np.asarray(image) / 255 > 0.5).sum())


def _check_steps(answer) -> Correct | NotYet:
    """Judge the row of steps of exercise 0.5 by what comes out of it for a small picture."""
    if not isinstance(answer, list | tuple):
        return NotYet(
            "not_a_list",
            f"You give {show(answer)}. A list is asked: square brackets with the steps in order."
            + (" (A number is what a model says about a picture.)" if isinstance(answer, int) else ""),
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
        if isinstance(step, list | tuple):
            return NotYet(
                "nested",
                f"Step {place} is itself a list. One pair of square brackets is enough: `[step, step, step]`.",
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
        result, right_after = image, 0
        for place, step in enumerate(answer, start=1):
            try:
                result = call(step, result, names=[f"the input of step {place}"])
            except LearnerError:
                if right_after:
                    return _one_too_many(image, right_after, "can do nothing with a single number")
                raise
            right_after = right_after or (place if close(result, _dark(image)) else 0)
        if not close(result, _dark(image)):
            if right_after:
                return _one_too_many(image, right_after, f"makes {show(result)} of it")
            return _what_came_out(image, result)
    return Correct(
        "Did you notice that `scale` and `to_row` may change places? The numbers are the same in either order; "
        "`count_dark` needs both before it. In lesson 7 the steps of a Keras model stand in a list like this one."
    )


def _one_too_many(image: np.ndarray, place: int, then: str) -> NotYet:
    """Say that the count was right after step `place`, and what what comes behind it does."""
    return NotYet(
        "one_too_many",
        f"For a picture of {image.shape[0]} by {image.shape[1]}, what comes out of step {place} is {_dark(image)}: so many of its numbers are "
        f"more than half, and that is the answer. Step {place + 1} gets this count and {then}. Is it needed?",
    )


def _what_came_out(image: np.ndarray, result) -> NotYet:
    """Name the mistake by the result for this picture, which is not the right one."""
    size = f"{image.shape[0]} by {image.shape[1]}"
    used, under = int((image > 0.5).sum()), int((image < 127.5).sum())
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
    known[0] = (
        "scaled_twice",
        f"For a picture of {size} your model says 0; {_dark(image)} of its numbers are more than half. No number that "
        "reached `count_dark` was over 0.5. How often are they divided by 255?",
    )
    known[under] = (
        "turned_round",
        f"For a picture of {size} your model says {under}: so many of its numbers are *less* than half. Darker means a "
        "larger number.",
    )
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
        f"For a picture of {size} your model gives {show(result)}; {_dark(image)} of its numbers are more than half. "
        "Which of the three steps counts those?",
    )


THREE_STEPS = Exercise(
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
        "turned_round": ["model = [scale, to_row, lambda row: sum(number < 0.5 for number in row)]"],
        "scaled_twice": [
            "model = [scale, scale, to_row, count_dark]",
            "model = [scale, to_row, scale, count_dark]",
        ],
        "one_too_many": [
            "model = [scale, to_row, count_dark, scale]",
            "model = [scale, to_row, count_dark, count_dark]",
            "model = [to_row, scale, count_dark, sum]",
            "model = [scale, to_row, count_dark, scale, to_row]",
        ],
        "nested": ["model = [[scale, to_row, count_dark]]", "model = [(scale, to_row), count_dark]"],
        "never_counted": ["model = [scale, to_row]", "model = [scale]", "model = [to_row, scale]"],
        "no_steps": ["model = []", "model = ()"],
        "quoted": ['model = ["scale", "to_row", "count_dark"]'],
        "called": ["import numpy as np\nmodel = [scale(np.ones((2, 2))), to_row, count_dark]"],
        "not_a_list": [
            "model = scale",
            "model = 111",
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
)

RED_CLAIM = Exercise(
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
                "Your answers are looked at by `check`, and it never stops in red because an answer is wrong. A claim is "
                "about a sentence of the course.",
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
)
