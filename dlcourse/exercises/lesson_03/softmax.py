"""Exercise 3.9: softmax for a batch. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_03.checks import one_then_other
from dlcourse.exercises.lesson_03.errors import (
    MATH_FOR_NUMPY,
    NOT_IN_NUMPY,
    NUMPY,
    NUMPY_FORGOTTEN,
    by_hand,
    told_by_line,
)
from dlcourse.exercises.lesson_03.proportion import e_by_hand
from dlcourse.exercises.lesson_03.softmax_large import LARGE, below_named
from dlcourse.exercises.lesson_03.softmax_mistakes import SMALL
from dlcourse.exercises.lesson_03.softmax_wrong import WRONG

SOFTMAX = Exercise(
    id="3.9",
    title="Softmax for a batch",
    kind="function",
    starter="""
        def softmax(logits):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def softmax(logits):
            largest = logits.max(axis=1, keepdims=True)        # (n, 1)
            exponentials = np.exp(logits - largest)            # (n, classes)
            return exponentials / exponentials.sum(axis=1, keepdims=True)
        """,
        """
        def softmax(logits):
            rows = []
            for row in logits:
                e = np.exp(row - np.max(row))
                rows.append(e / np.sum(e))
            return rows
        """,
        """
        import math

        def softmax(logits):
            result = []
            for row in logits:
                largest = max(row)
                e = [math.exp(number - largest) for number in row]
                total = sum(e)
                result.append([one / total for one in e])
            return np.array(result)
        """,
        """
        def softmax(logits):
            e = np.exp((logits.T - logits.max(axis=1)).T)
            return e / e.sum(axis=-1)[:, np.newaxis]
        """,
        """
        def softmax(logits):
            differences = logits[:, np.newaxis, :] - logits[:, :, np.newaxis]
            return 1 / np.exp(differences).sum(axis=2)
        """,
    ),
    wrong=WRONG,
    check=told_by_line(
        by_hand(e_by_hand(below_named(one_then_other(SMALL, LARGE))), "softmax"),
        {
            "math_for_numpy": MATH_FOR_NUMPY,
            "numpy_forgotten": NUMPY_FORGOTTEN,
            "not_in_numpy": NOT_IN_NUMPY,
            "row_function": (
                ValueError,
                r"(?<![.\w])(max|min)\(",
                "`max` goes through a table row by row and cannot say which *row* is larger. `logits.max(axis=1, keepdims=True)` "
                "finds the largest number of each row.",
            ),
        },
    ),
    equivalent={},
    hints=(
        "Three steps: the exponential of each logit; the sum of each row; divide. Then think of logits like 1000.",
        "`axis=1` adds up (or finds the largest) along each row, `keepdims=True` leaves the result a column. Taking the row's "
        "largest away from each of its logits changes no share.",
        "def softmax(logits):\n    largest = logits.max(axis=___, keepdims=True)\n    e = np.exp(logits - ___)\n"
        "    return e / e.sum(axis=___, keepdims=___)",
    ),
)
