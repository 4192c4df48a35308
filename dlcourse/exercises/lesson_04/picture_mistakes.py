"""Exercise 4.3: the reference, what it is tried on, the mistakes, and answers that write the lesson's sizes down."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, Seen, function_check, show
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_04.checks import Check


def turned(columns: np.ndarray) -> np.ndarray:
    """The reference of exercise 4.3."""
    return columns.T / 255


def turned_cases(rng: np.random.Generator) -> list[tuple]:
    """Two pictures of three pixels; as many pictures as pixels; one picture; many."""
    small = np.array([[0, 255], [51, 204], [102, 153]])
    return [
        (small,),
        *((rng.integers(0, 256, size=size),) for size in ((4, 4), (9, 1), (9, 5), (16, 15), (3, 8))),
    ]


def _scrambled(columns: np.ndarray) -> np.ndarray:
    return (columns / 255).reshape(columns.shape[1], columns.shape[0])


def _missing(seen: Seen, which: str, question: str) -> str:
    pictures = seen.inputs["columns"].shape[1]
    return f"For {pictures} pictures you return the shape {np.shape(seen.got)}: the {which} one is missing. {question}"


_WITHIN = "For two pictures of three pixels, columns = {columns}, you return {got}. "
MISTAKES = {
    "still_reshaped": Mistake(
        _scrambled,
        _WITHIN
        + "The shape is right, the pictures are not: `reshape` reads the numbers row by row and pours them "
        "into the new rows in that order. The first picture is the first *column*, 0, 51, 102. What *turns* a "
        "table?",
    ),
    "still_reshaped_by_columns": Mistake(
        lambda columns: (columns / 255).reshape(columns.shape[::-1], order="F"),
        _WITHIN
        + "Another order of pouring, and still no picture stays whole: the first one is the first *column*, "
        "0, 51, 102. What *turns* a table?",
    ),
    "turned_and_reshaped": Mistake(
        lambda columns: (columns.T / 255).reshape(columns.shape),
        _WITHIN
        + "You turn the table, and then `reshape` pours it back into its old shape. Turning alone is enough.",
    ),
    "not_turned": Mistake(
        lambda columns: columns / 255,
        _WITHIN + "Divided, but as it lay: each picture is still a column. A layer wants each in a row.",
    ),
    "not_divided": Mistake(
        lambda columns: columns.T,
        _WITHIN + "The pictures are whole. But the pixels still go from 0 to 255; 0 to 1 is asked.",
    ),
    "divided_twice": Mistake(
        lambda columns: columns.T / 255 / 255,
        _WITHIN + "The pictures are whole, but divided by 255 twice: full ink is 1, and you make "
        "1/255 of it.",
    ),
    "scrambled_and_turned": Mistake(
        lambda columns: _scrambled(columns).T,
        _WITHIN
        + "`reshape` has torn the pictures apart, and `.T` cannot heal that. Turn the table as it came.",
    ),
    "own_maximum": Mistake(
        lambda columns: columns.T / columns.max(),
        lambda seen: (
            f"You divide by the largest number of the batch, here {show(seen.inputs['columns'].max())}. In another batch "
            "it is another one, and the same ink would become another number. Full ink is always 255."
        ),
    ),
    "cut_off": Mistake(
        lambda columns: columns.T // 255,
        _WITHIN
        + "Every grey has become 0: what stands behind the point is cut off, as `//` and whole numbers do. Where does "
        "your function lose it?",
    ),
    "inverted": Mistake(
        lambda columns: 1 - columns.T / 255,
        _WITHIN + "The pictures are whole, but inverted: paper should stay 0 and full ink become 1.",
    ),
    "rotated": Mistake(
        lambda columns: np.rot90(columns / 255),
        _WITHIN
        + "Each picture is whole, but the *last* one comes first. A quarter turn, or a flip, also turns "
        "round the order; exchange rows and columns, nothing else.",
    ),
    "rotated_back": Mistake(
        lambda columns: np.rot90(columns / 255, -1),
        _WITHIN
        + "The pictures are in order, but each has its *last* pixel first. Exchange rows and columns, "
        "and leave their order.",
    ),
    "first_picture_only": Mistake(
        lambda columns: columns[:, 0] / 255,
        _WITHIN + "That is the first picture alone. Each picture should be a row.",
    ),
    "first_pixels_only": Mistake(
        lambda columns: columns[0] / 255,
        _WITHIN + "That is the first *row*: the first pixel of every picture. Each picture is a column.",
    ),
    "one_flat_row": Mistake(
        lambda columns: columns.T.ravel() / 255,
        _WITHIN
        + "The right numbers in the right order, but all in one row. A row for each picture is asked.",
    ),
    "poured_flat": Mistake(
        lambda columns: (columns / 255).ravel(),
        _WITHIN
        + "All numbers in one row, as they lay: first the first pixels of both pictures. A row for each picture is asked.",
    ),
    "first_row_only": Mistake(
        lambda columns: columns[:, :1].T / 255,
        _WITHIN + "That is the first picture alone. Does a loop return before it has seen the others?",
    ),
    "last_picture_only": Mistake(
        lambda columns: columns[:, -1] / 255,
        _WITHIN + "That is the last picture alone. What keeps those before it?",
    ),
    "last_row_only": Mistake(
        lambda columns: columns[:, -1:].T / 255,
        _WITHIN + "That is the last picture alone. Is your list begun anew in every round of the loop?",
    ),
    "last_picture_missing": Mistake(
        lambda columns: np.array(list(columns.T[:-1] / 255)),
        lambda seen: _missing(seen, "last", "For how many pictures does your loop run?"),
    ),
    "first_picture_missing": Mistake(
        lambda columns: np.array(list(columns.T[1:] / 255)),
        lambda seen: _missing(seen, "first", "With which number does counting begin?"),
    ),
    "rows_for_columns": Mistake(
        lambda columns: columns[: columns.shape[1]] / 255,
        _WITHIN
        + "`pixels[i]` is *row* i: pixel i of every picture. Picture i is a column; how did the first cell of this lesson "
        "take all rows of column 1?",
    ),
    "divided_by_256": Mistake(
        lambda columns: columns.T / 256,
        _WITHIN
        + "The pictures are whole, but full ink is not quite 1. Pixels go from 0 to 255: divide by 255.",
    ),
    "multiplied": Mistake(
        lambda columns: columns.T * 255,
        _WITHIN
        + "The pictures are whole, but the pixels have grown: they are multiplied by 255, not divided.",
    ),
    "divided_by_the_total": Mistake(
        lambda columns: columns.T / columns.sum(),
        _WITHIN + "You divide by the sum of all pixels. Full ink, 255, should become 1.",
    ),
    "standardised": Mistake(
        lambda columns: (columns.T - columns.mean()) / columns.std(),
        _WITHIN
        + "The pictures are whole, and standardised, as in lesson 2. Here 0 to 1 is asked: only the division by 255.",
    ),
    "rounded": Mistake(
        lambda columns: (columns.T / 255).round(),
        _WITHIN
        + "Every grey has become 0 or 1 (or False or True). Leave the numbers as the division gives them.",
    ),
    "tables_in_a_list": Mistake(
        lambda columns: columns.T[:, np.newaxis, :] / 255,
        lambda seen: (
            f"You return {len(seen.got)} tables of one row each, with three axes together: {np.shape(seen.got)}. One table is "
            "asked, with the pictures as its rows. `pixels[:, i]` is a plain row already, and takes no second pair of brackets."
        ),
    ),
}


def full_cases(rng: np.random.Generator) -> list[tuple]:
    """Twelve pictures of 784 pixels, as the camera has them; then five."""
    return [(rng.integers(0, 256, size=(784, pictures)),) for pictures in (12, 5)]


_FULL = {
    "still_reshaped_in_full": Mistake(
        _scrambled,
        "For the camera's twelve pictures of 784 pixels you return the right shape, (12, 784), and pictures that are none: `reshape` "
        "reads the numbers row by row, and a picture is a *column*. What *turns* a table?",
    ),
    "folded_unturned": Mistake(
        lambda columns: (columns / 255).reshape(-1, 28, 28),
        "For the camera's twelve pictures you return the shape (12, 28, 28), and pictures that are none. A layer takes each picture as "
        "one row of 784 numbers; and `reshape` reads the table row by row, while a picture is a *column*. What *turns* a table?",
    ),
    "folded": Mistake(
        lambda columns: columns.T.reshape(-1, 28, 28) / 255,
        "For the camera's twelve pictures you return the shape (12, 28, 28). The pictures are whole; but a layer takes each as one "
        "row of 784 numbers. The cell below folds them into squares, for the drawing alone.",
    ),
}


def or_in_full(check: Check) -> Check:
    """Return a check that tries an answer which fails on small pictures on the lesson's own sizes."""
    full = function_check(turned, arguments=("columns",), cases=full_cases, mistakes=_FULL)
    twelve = function_check(turned, arguments=("columns",), cases=lambda rng: full_cases(rng)[:1])

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            verdict = _tried(full, answer)
            if isinstance(verdict, Correct):
                return Correct(
                    "The pictures are whole. (Pictures of 784 pixels only, since that number stands in your function; "
                    "`columns.shape[0]` would fit any.)"
                )
            if isinstance(verdict, NotYet) and verdict.code in _FULL:
                return verdict
            if isinstance(_tried(twelve, answer), Correct):
                return NotYet(
                    "twelve_only",
                    "With the camera's twelve pictures you are right. With five your function fails: where does it get the number "
                    "of pictures from?",
                )
            raise error

    checked.codes = (*_FULL, "twelve_only", *check.codes)  # type: ignore[attr-defined]
    return checked


def _tried(check: Check, answer: Any) -> Correct | NotYet | None:
    try:
        return check(answer)
    except LearnerError:
        return None
