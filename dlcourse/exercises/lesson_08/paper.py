"""Exercise 8.1, the sum under one window, on paper. Declaration only."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, Mistake, NotYet, value_check
from dlcourse.checking.compare import plain

_WINDOW = "np.array([[2, 0, 4], [1, 3, 5], [0, 6, 1]])"
_KERNEL = "np.array([[-1, 0, 2], [0, 3, 0], [1, -2, 0]])"
_PRODUCTS = [-2, 0, 8, 0, 9, 0, 0, -12, 0]
_ROWS_TIMES_COLUMNS = [[2, -8, 4], [4, -1, 2], [1, 16, 0]]

_ONE_NUMBER = value_check(
    3,
    mistakes={
        "kernel_forgotten": Mistake(
            22,
            "You give {got}: the nine numbers of the window, added up. What does the kernel do to each of them before?",
        ),
        "flipped": Mistake(
            12,
            "You give {got}: the kernel, turned upside down and back to front. A network does not turn it: the top left "
            "number of the kernel goes with the top left number of the window.",
        ),
        "transposed": Mistake(
            1,
            "You give {got}: rows of the window met columns of the kernel. Lay one table on the other: what lies on the 4, "
            "at the top right?",
        ),
        "signs_lost": Mistake(
            31, "You give {got}, so all products count as positive. The kernel has a −1 and a −2."
        ),
        "negatives_dropped": Mistake(
            17,
            "You give {got}: the positive products alone. The negative ones are part of the sum; ReLU comes later.",
        ),
        "minus_two_lost": Mistake(5, "You give {got}. One product is missing: look at the top left corner."),
        "minus_twelve_lost": Mistake(15, "You give {got}. One product is missing: look at the 6."),
        "two_turned_positive": Mistake(
            7, "You give {got}. One product lost its sign: look at the top left corner, 2 times −1."
        ),
        "twelve_turned_positive": Mistake(27, "You give {got}. One product lost its sign: look at the 6."),
        "first_row_alone": Mistake(
            6, "You give {got}: the first row of the window alone. There are two more."
        ),
        "last_row_alone": Mistake(
            -12, "You give {got}: the last row of the window alone. There are two more."
        ),
        "mean": Mistake(1 / 3, "You give {got}: the mean of nine products. Their sum is asked."),
        "matrix_product": Mistake(
            20,
            "You give {got}: that is `@`, rows times columns. Here each number meets only the one at its own place: `*`.",
        ),
        "sums_multiplied": Mistake(
            66,
            "You give {got}: the sum of the window times the sum of the kernel. First multiply pair by pair, then add.",
        ),
        "middle_alone": Mistake(9, "You give {got}: the pair in the middle. There are eight more pairs."),
        "kernel_added": Mistake(
            25,
            "You give {got}: window and kernel *added*. Each pair is multiplied, then the products are added.",
        ),
    },
    otherwise="You give {got}. Write down the nine products, row by row; five of them are 0. Then add.",
    success="Nine products, one sum. On a whole picture this is done at every place, always with the same nine numbers.",
)


def _check(answer: Any) -> Correct | NotYet:
    numbers = plain(answer)
    if isinstance(numbers, np.ndarray) and numbers.size == 9 and np.array_equal(numbers.ravel(), _PRODUCTS):
        return NotYet(
            "products_not_added",
            "Your nine products are right. One number is asked: what comes out when they are added up?",
        )
    if isinstance(numbers, np.ndarray) and np.array_equal(numbers, _ROWS_TIMES_COLUMNS):
        return NotYet(
            "rows_times_columns",
            "You give nine numbers: that is `@`, rows times columns. Here each number meets only the one at its own place: `*`. "
            "And one number is asked.",
        )
    return _ONE_NUMBER(answer)


_check.codes = ("products_not_added", "rows_times_columns", *_ONE_NUMBER.codes)  # type: ignore[attr-defined]

SUM_UNDER_THE_WINDOW = Exercise(
    id="8.1",
    title="The sum under the window",
    kind="value",
    starter="...",
    setup="import numpy as np",
    right=(
        "-2 + 8 + 9 - 12",
        "3",
        "2 * -1 + 4 * 2 + 3 * 3 + 6 * -2",
        "np.array([-2, 8, 9, -12]).sum()",
    ),
    wrong={
        "kernel_forgotten": ["22", f"np.sum({_WINDOW})"],
        "flipped": ["12", f"np.sum({_WINDOW} * {_KERNEL}[::-1, ::-1])"],
        "transposed": ["1", f"np.sum({_WINDOW} * {_KERNEL}.T)"],
        "signs_lost": ["31", "2 + 8 + 9 + 12"],
        "negatives_dropped": ["17", "8 + 9"],
        "minus_two_lost": ["8 + 9 - 12"],
        "minus_twelve_lost": ["-2 + 8 + 9"],
        "two_turned_positive": ["2 + 8 + 9 - 12"],
        "twelve_turned_positive": ["-2 + 8 + 9 + 12"],
        "first_row_alone": ["2 * -1 + 4 * 2"],
        "last_row_alone": ["-12"],
        "rows_times_columns": [f"{_WINDOW} @ {_KERNEL}"],
        "mean": ["3 / 9", f"np.mean({_WINDOW} * {_KERNEL})"],
        "matrix_product": ["20", f"np.sum({_WINDOW} @ {_KERNEL})"],
        "sums_multiplied": ["66", "22 * 3"],
        "middle_alone": ["9", "3 * 3"],
        "kernel_added": ["25", f"np.sum({_WINDOW} + {_KERNEL})"],
        "products_not_added": [f"{_WINDOW} * {_KERNEL}", "[-2, 0, 8, 0, 9, 0, 0, -12, 0]"],
        "wrong_value": ["100"],
        "wrong_type": ['"3"'],
    },
    check=_check,
    hints=(
        "Nine pairs, one number from the window and one from the kernel at the same place. Zeros in the kernel save you work.",
        "Top left: 2 times −1 makes −2. Top right: 4 times 2 makes 8. Two more products are not 0.",
        "-2 + 8 + ___ - ___",
    ),
)
