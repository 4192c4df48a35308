"""Exercises 3.9 to 3.11: softmax for a batch, which output for which question, and a Keras model. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import (
    Exercise,
    Mistake,
    ModelFacts,
    ModelMistake,
    Seen,
    choice_check,
    function_check,
    model_check,
    outputs_of,
    show,
)
from dlcourse.exercises.lesson_03.bend import NUMPY
from dlcourse.exercises.lesson_03.checks import (
    MATH_FOR_NUMPY,
    one_then_other,
    shares_by_bird,
    told_by_line,
    without_bend,
)


def shares(logits: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.9."""
    logits = np.asarray(logits, dtype=float)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def small_tables(rng: np.random.Generator) -> list[tuple]:
    """As many rows as classes (where a lost axis shows no error); then other shapes."""
    fixed = [[[0.0, 1.0], [2.0, 0.0]], [[1.0, 2.0, 3.0], [0.0, 4.0, -1.0]]]
    random = [rng.normal(scale=1.5, size=shape).round(1) for shape in ((3, 3), (4, 2), (1, 5))]
    return [(np.array(table),) for table in (*fixed, *random)]


def large_tables(rng: np.random.Generator) -> list[tuple]:
    """Logits whose exponentials are too large; too small; and both in one table."""
    tables = ([[1000.0, 1001.0]], [[-1000.0, -1001.0, -999.0]], [[1000.0, 1000.0], [0.0, 1.0]], [[1000.0, -1000.0]],
              [[2000.0, 1999.0, 1000.0], [1.0, 2.0, 3.0]])  # fmt: skip
    return [(np.array(table),) for table in tables]


def _by_axis(logits: np.ndarray, axis: int | None, keep: bool = True) -> np.ndarray:
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=keep)


def _sums(seen: np.ndarray) -> str:
    return show(np.asarray(seen, dtype=float).sum(axis=1))


def _from_largest(logits: np.ndarray, keep_largest: bool, keep_sum: bool) -> np.ndarray:
    """Softmax with `keepdims` left away in one place or both; it raises unless the table is square."""
    e = np.exp(logits - logits.max(axis=1, keepdims=keep_largest))
    return e / e.sum(axis=1, keepdims=keep_sum)


def _largest_away(logits: np.ndarray) -> np.ndarray:
    return np.exp(logits - logits.max(axis=1, keepdims=True))


def _no_column(seen: Seen) -> str:
    return (
        f"For two rows of two you return {show(seen.got)}; the rows add up to {_sums(seen.got)}. The sums are right, but "
        "`sum(axis=1)` is a plain row: each *column* was divided by one of them. `keepdims=True` keeps the sums a column, one for "
        "each row."
    )


def _wrong_axis(seen: Seen) -> str:
    return (
        f"For `logits = {show(seen.inputs['logits'])}` you return {show(seen.got)}. Your *columns* add up to 1, the rows to "
        f"{_sums(seen.got)}. One example is a row: `axis=1` adds up along it."
    )


_SMALL = function_check(
    shares,
    arguments=("logits",),
    cases=small_tables,
    mistakes={
        "wrong_axis": Mistake(lambda z: _by_axis(z, 0), _wrong_axis),
        "whole_table": Mistake(
            lambda z: _by_axis(z, None),
            lambda seen: (
                f"You return {show(seen.got)}: the whole table adds up to 1, its rows to {_sums(seen.got)}. Each example, a row, "
                "has shares of its own. `sum` needs to be told the axis."
            ),
        ),
        "keepdims_forgotten": Mistake(lambda z: _by_axis(z, 1, keep=False), _no_column),
        "keepdims_of_sum": Mistake(lambda z: _from_largest(z, True, False), _no_column),
        "keepdims_nowhere": Mistake(lambda z: _from_largest(z, False, False), _no_column),
        "keepdims_of_largest": Mistake(
            lambda z: _from_largest(z, False, True),
            lambda seen: (
                f"For two rows of two you return {show(seen.got)}. `max(axis=1)` is a plain row of the largest numbers, and so each "
                "*column* lost one of them, not each row. `keepdims=True` keeps them a column, one for each row."
            ),
        ),
        "wrong_axis_of_sum": Mistake(lambda z: _largest_away(z) / _largest_away(z).sum(axis=0), _wrong_axis),
        "whole_table_summed": Mistake(
            lambda z: _largest_away(z) / _largest_away(z).sum(),
            lambda seen: (
                f"You return {show(seen.got)}: the whole table adds up to 1, its rows to {_sums(seen.got)}. Each example, a row, "
                "has shares of its own. `sum` needs to be told the axis."
            ),
        ),
        "largest_away_above_only": Mistake(
            lambda z: _largest_away(z) / np.exp(z).sum(axis=1, keepdims=True),
            lambda seen: (
                f"You return {show(seen.got)}, and the rows add up to {_sums(seen.got)}: the largest is taken away above the line of the "
                "fraction, but not below it. Both need the same exponentials."
            ),
        ),
        "largest_away_below_only": Mistake(
            lambda z: np.exp(z) / _largest_away(z).sum(axis=1, keepdims=True),
            lambda seen: (
                f"You return {show(seen.got)}, and the rows add up to {_sums(seen.got)}: the largest is taken away below the line of the "
                "fraction, but not above it. Both need the same exponentials."
            ),
        ),
        "logits_above": Mistake(
            lambda z: z / _largest_away(z).sum(axis=1, keepdims=True),
            "For {inputs} you return {got}: the sum below the line is one of exponentials, but above it stand the logits themselves.",
        ),
        "divided_by_largest_logit": Mistake(
            lambda z: _by_axis(z / z.max(), 1),
            "For {inputs} you return {got}. The rows add up to 1, but dividing the logits by their largest changes the differences "
            "between them. *Subtracting* the row's largest does not.",
        ),
        "scaled_down": Mistake(
            lambda z: _by_axis(z / 1000, 1),
            "For {inputs} you return {got}: divided by 1000, logits hardly differ. What may be *taken away* from a row without changing "
            "its shares?",
        ),
        "rounded": Mistake(
            lambda z: shares(z).round(2),
            "For {inputs} you return {got}: the right shares, rounded to two places. Leave them as they are; a row must add up to 1.",
        ),
        "flattened": Mistake(
            lambda z: shares(z).ravel(),
            "For {inputs} you return {got}: the right shares in one long row. Each example keeps a row of its own: `append` adds a row "
            "to a list of rows, `extend` only its numbers.",
        ),
        "first_row_in_a_list": Mistake(
            lambda z: shares(z)[:1],
            lambda seen: (
                f"For {len(seen.inputs['logits'])} examples you return {show(seen.got)}: the first row alone. Does a loop `return` before it has "
                "seen the others?"
            ),
        ),
        "transposed": Mistake(
            lambda z: shares(z).T,
            "For {inputs} you return {got}: the right shares, rows and columns exchanged. Turn the table back.",
        ),
        "not_divided": Mistake(
            np.exp,
            "For {inputs} you return {got}: the exponentials. Shares of each row are asked; by what are they to be divided?",
        ),
        "no_exponential": Mistake(
            lambda z: z / z.sum(axis=1, keepdims=True),
            "For {inputs} you return {got}: the logits themselves, divided by their sum. Below 0 that fails, and the sum may be 0. "
            "First comes the exponential.",
        ),
        "divided_by_largest": Mistake(
            lambda z: np.exp(z) / np.exp(z).max(axis=1, keepdims=True),
            lambda seen: (
                f"You return {show(seen.got)}: the largest of each row is 1, and the rows add up to {_sums(seen.got)}. You divide by "
                "the row's *largest* exponential (or take exp of `logits - max` and leave it there). The sum is what makes shares."
            ),
        ),
        "divided_by_largest_of_all": Mistake(
            lambda z: np.exp(z - z.max()),
            lambda seen: (
                f"You return {show(seen.got)}, and the rows add up to {_sums(seen.got)}: nothing has been divided by a row's sum yet."
            ),
        ),
        "logits_divided_by_largest": Mistake(
            lambda z: _by_axis(z / z.max(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. The rows add up to 1, but dividing the logits by their largest changes the differences "
            "between them. *Subtracting* it does not.",
        ),
        "largest_of_columns": Mistake(
            lambda z: _by_axis(z - z.max(axis=0), 1),
            "For {inputs} you return {got}: from each *column* its own largest number was taken away. Within a row all must lose the "
            "same: `axis=1`, `keepdims=True`.",
        ),
        "sum_of_logits": Mistake(
            lambda z: np.exp(z) / np.exp(z.sum(axis=1, keepdims=True)),
            "For {inputs} you return {got}: below the line stands the exponential of the sum. It is the sum of the exponentials.",
        ),
        "sum_not_exponential": Mistake(
            lambda z: np.exp(z) / z.sum(axis=1, keepdims=True),
            "For {inputs} you return {got}: exponentials above the line, the plain logits' sum below it.",
        ),
        "divided_by_count": Mistake(
            lambda z: np.exp(z) / np.exp(z).mean(axis=1, keepdims=True),
            lambda seen: (
                f"You return {show(seen.got)}, and the rows add up to {_sums(seen.got)}: `mean` where `sum` belongs."
            ),
        ),
        "minus": Mistake(
            lambda z: _by_axis(-z, 1),
            "For {inputs} you return {got}: the smallest logit gets the largest share. There is no minus in this exponent.",
        ),
        "each_sigmoid": Mistake(
            lambda z: 1 / (1 + np.exp(-z)),
            lambda seen: (
                f"You return {show(seen.got)}: a sigmoid for each number alone. A row adds up to {_sums(seen.got[:1])[1:-1]}, but "
                "one of the classes is the right one, so their probabilities must add up to 1."
            ),
        ),
        "winner_takes_all": Mistake(
            lambda z: (z == z.max(axis=1, keepdims=True)).astype(float),
            "For {inputs} you return {got}: the largest logit takes all. That is a hard maximum; softmax leaves the others their share.",
        ),
        "winner": Mistake(
            lambda z: z.argmax(axis=1),
            "For {inputs} you return {got}: *which* class is largest. Asked are the shares of all of them.",
        ),
        "two_for_e": Mistake(
            lambda z: 2.0**z / (2.0**z).sum(axis=1, keepdims=True),
            "For {inputs} you return {got}: powers of 2. The exponential takes powers of e: `np.exp`.",
        ),
        "logarithms": Mistake(
            lambda z: np.log(shares(z)),
            "For {inputs} you return {got}: the logarithms of the shares. Leave the logarithm away.",
        ),
        "twice": Mistake(
            lambda z: shares(shares(z)),
            "For {inputs} you return {got}: softmax of a softmax. Once is enough; twice makes all shares nearly alike.",
        ),
        "first_row_only": Mistake(
            lambda z: shares(z)[0],
            lambda seen: (
                f"For {len(seen.inputs['logits'])} examples you return {show(seen.got)}: the shares of the first. Does a loop `return` "
                "before it has seen the others?"
            ),
        ),
        "last_row_only": Mistake(
            lambda z: shares(z)[-1],
            lambda seen: (
                f"For {len(seen.inputs['logits'])} examples you return {show(seen.got)}: the shares of the last. What keeps the rows "
                "before it?"
            ),
        ),
    },
)

_LARGE = function_check(
    shares,
    arguments=("logits",),
    cases=large_tables,
    mistakes={
        "overflow": Mistake(
            lambda z: _by_axis(z, 1),
            "For small logits you are right. For {inputs} you return {got}: exp(1000) is too large for a computer's number and "
            "becomes infinity (inf), and inf / inf is nan, not a number. What may be taken away from a whole row without changing "
            "its shares?",
        ),
        "one_largest_for_all": Mistake(
            lambda z: _by_axis(z - z.max(), 1),
            lambda seen: (
                f"For `logits = {show(seen.inputs['logits'])}` you return {show(seen.got)}. You take away the largest of the whole "
                "*table*. In the row that lies far below it, every exponential becomes 0, and 0 / 0 is nan. Each row needs its own largest."
            ),
        ),
        "smallest_taken_away": Mistake(
            lambda z: _by_axis(z - z.min(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. You take away the *smallest* of the row; what lies 1000 above it still overflows.",
        ),
        "mean_taken_away": Mistake(
            lambda z: _by_axis(z - z.mean(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. You take away the row's *mean*; what lies 1000 above it still overflows.",
        ),
        "cut_off": Mistake(
            lambda z: _by_axis(np.minimum(z, 700), 1),
            "For {inputs} you return {got}: logits cut off at 700 become alike, and the difference between them is lost.",
        ),
        "nan_to_zero": Mistake(
            lambda z: np.nan_to_num(_by_axis(z, 1)),
            "For {inputs} you return {got}: nan has been painted over, and the row adds up to 0. The exponentials must not overflow in "
            "the first place.",
        ),
    },
    success="Rows add up to 1, and no logit is too large. Every library's softmax has this subtraction in it.",
)  # fmt: skip

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
    wrong={
        "wrong_axis": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits).sum(axis=0)",
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=0))\n    return e / e.sum(axis=0)",
        ],
        "whole_table": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits).sum()",
            "def softmax(logits):\n    e = np.exp(logits - logits.max())\n    return e / np.sum(e)",
        ],
        "keepdims_forgotten": ["def softmax(logits):\n    e = np.exp(logits)\n    return e / e.sum(axis=1)"],
        "keepdims_of_sum": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1)",
        ],
        "keepdims_of_largest": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=1))\n    return e / e.sum(axis=1, keepdims=True)",
        ],
        "keepdims_nowhere": [
            """
            def softmax(logits):
                largest = logits.max(axis=1)
                e = np.exp(logits - largest)
                total = e.sum(axis=1)
                return e / total
            """
        ],
        "wrong_axis_of_sum": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=0)
            """
        ],
        "whole_table_summed": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / e.sum()
            """
        ],
        "largest_away_above_only": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / np.exp(logits).sum(axis=1, keepdims=True)
            """
        ],
        "largest_away_below_only": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return np.exp(logits) / e.sum(axis=1, keepdims=True)
            """
        ],
        "logits_above": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return logits / e.sum(axis=1, keepdims=True)
            """
        ],
        "divided_by_largest_logit": [
            "def softmax(logits):\n    e = np.exp(logits / logits.max())\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "scaled_down": [
            "def softmax(logits):\n    e = np.exp(logits / 1000)\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "rounded": ["def softmax(logits):\n    return scratch.softmax(logits).round(2)"],
        "flattened": [
            """
            def softmax(logits):
                result = []
                for row in logits:
                    e = np.exp(row - row.max())
                    result.extend(e / e.sum())
                return result
            """
        ],
        "first_row_in_a_list": [
            """
            def softmax(logits):
                result = []
                for row in logits:
                    e = np.exp(row - row.max())
                    result.append(e / e.sum())
                    return result
            """
        ],
        "transposed": ["def softmax(logits):\n    return scratch.softmax(logits).T"],
        "not_divided": ["def softmax(logits):\n    return np.exp(logits)"],
        "no_exponential": ["def softmax(logits):\n    return logits / logits.sum(axis=1, keepdims=True)"],
        "divided_by_largest": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.max(axis=1, keepdims=True)",
            "def softmax(logits):\n    return np.exp(logits - logits.max(axis=1, keepdims=True))",
        ],
        "divided_by_largest_of_all": ["def softmax(logits):\n    return np.exp(logits - logits.max())"],
        "logits_divided_by_largest": [
            """
            def softmax(logits):
                e = np.exp(logits / logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "largest_of_columns": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=0))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "sum_of_logits": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits.sum(axis=1, keepdims=True))"
        ],
        "sum_not_exponential": [
            "def softmax(logits):\n    return np.exp(logits) / logits.sum(axis=1, keepdims=True)"
        ],
        "divided_by_count": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.mean(axis=1, keepdims=True)"
        ],
        "minus": [
            "def softmax(logits):\n    e = np.exp(-logits)\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "each_sigmoid": ["def softmax(logits):\n    return 1 / (1 + np.exp(-logits))"],
        "winner_takes_all": [
            "def softmax(logits):\n    return (logits == logits.max(axis=1, keepdims=True)).astype(int)"
        ],
        "winner": ["def softmax(logits):\n    return np.argmax(logits, axis=1)"],
        "two_for_e": [
            "def softmax(logits):\n    e = 2.0 ** logits\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "logarithms": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return np.log(e / e.sum(axis=1, keepdims=True))"
        ],
        "twice": ["def softmax(logits):\n    return scratch.softmax(scratch.softmax(logits))"],
        "first_row_only": [
            """
            def softmax(logits):
                for row in logits:
                    e = np.exp(row - row.max())
                    return e / e.sum()
            """
        ],
        "last_row_only": [
            """
            def softmax(logits):
                for row in logits:
                    e = np.exp(row - row.max())
                    result = e / e.sum()
                return result
            """
        ],
        "overflow": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.sum(axis=1, keepdims=True)",
            "def softmax(logits):\n    return np.array([np.exp(row) / sum(np.exp(row)) for row in logits])",
        ],
        "one_largest_for_all": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max())\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "smallest_taken_away": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.min(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "mean_taken_away": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.mean(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "cut_off": [
            "def softmax(logits):\n    e = np.exp(np.clip(logits, None, 700))\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "nan_to_zero": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return np.nan_to_num(e / e.sum(axis=1, keepdims=True))"
        ],
        "math_for_numpy": [
            "import math\n\ndef softmax(logits):\n    return math.exp(logits) / sum(math.exp(logits))"
        ],
        "row_function": ["def softmax(logits):\n    e = np.exp(logits - max(logits))\n    return e / sum(e)"],
        "returns_none": [
            "def softmax(logits):\n    e = np.exp(logits)\n    e / e.sum(axis=1, keepdims=True)"
        ],
        "raised": ["def softmax(logits):\n    e = exp(logits)\n    return e / e.sum(axis=1)"],
        "wrong_arguments": ["def softmax():\n    return np.exp(1)"],
        "not_a_function": ["softmax = np.array([[0.5, 0.5]])"],
        "wrong_shape": [
            "def softmax(logits):\n    return scratch.softmax(logits)[:, 0]",
        ],
        "wrong_value": ["def softmax(logits):\n    return scratch.softmax(logits * 2)"],
        "not_a_number": [
            "def softmax(logits):\n    return np.log(-np.exp(logits))",
            "def softmax(logits):\n    e = np.exp(logits - 1000)\n    return e / e.sum(axis=1, keepdims=True)",
        ],
    },
    check=told_by_line(
        one_then_other(_SMALL, _LARGE),
        {
            "math_for_numpy": MATH_FOR_NUMPY,
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


BOTH_OR_NEITHER = Exercise(
    id="3.10",
    title="Cat, dog, both or neither",
    kind="choice",
    starter="...",
    right=('"b"', "'(b)'"),
    wrong={
        "softmax_excludes": ['"a"'],
        "relu_no_probability": ['"c"'],
        "one_for_two": ['"d"'],
        "not_a_choice": ['"sigmoid"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "softmax_excludes",
                "Softmax makes both add up to 1. On a photo with neither animal one of them would still get at least a half, "
                "and on a photo with both, neither could come near 1.",
            ),
            "c": (
                "relu_no_probability",
                "ReLU gives 0 or any number above it: 37, say. A probability ends at 1. Which activation ends there?",
            ),
            "d": (
                "one_for_two",
                "One output p says cat with p and dog with 1 - p: more cat is always less dog. A photo of both, and one of neither, "
                "has no place there.",
            ),
        },
        success="Two questions, each with its own yes or no: two sigmoids. One question with several answers, of which one is right: "
        "softmax.",
    ),
    hints=(
        "Write down what should come out for a photo with both, and for one with neither.",
        "For both it is (1, 1), for neither (0, 0). Which of the four outputs can give these?",
        "Softmax: the outputs add up to ___. For a photo with neither animal they should add up to about ___.",
    ),
)  # fmt: skip


def _numbers(facts: ModelFacts) -> str:
    """What the model gives for two birds, and what that adds up to."""
    birds = np.array([[1.0, -1.0, 0.5, 2.0]], dtype="float32")
    made = outputs_of(facts.model, birds)[0].astype(float)
    return f"{show(made.round(3))}, together {show(round(float(made.sum()), 3))}"


BIRDS = np.random.default_rng(4).normal(size=(6, 4)).astype("float32")

SPECIES = Exercise(
    id="3.11",
    title="A network for three species",
    kind="model",
    starter="species = ...",
    setup="import numpy as np\nimport keras\nfrom keras import layers\n\nfrom dlcourse import scratch\n\nkeras.utils.set_random_seed(3)",
    right=(
        """
        species = keras.Sequential([
            keras.Input(shape=(4,)),
            layers.Dense(8, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ])
        """,
        """
        inputs = keras.Input(shape=(4,))
        hidden = layers.Dense(16, activation="tanh")(inputs)
        hidden = layers.Dense(16, activation="gelu")(hidden)
        species = keras.Model(inputs, layers.Dense(3, activation="softmax")(hidden))
        """,
        """
        species = keras.Sequential()
        species.add(keras.Input(shape=(4,)))
        species.add(layers.Dense(8))
        species.add(layers.ReLU())
        species.add(layers.Dense(3))
        species.add(layers.Softmax())
        """,
        """
        species = keras.Sequential([
            keras.Input((4,)),
            layers.Dense(10, activation=keras.activations.leaky_relu),
            layers.Dense(3),
            layers.Activation(keras.activations.softmax),
        ])
        """,
    ),
    wrong={
        "sigmoid_for_exclusive": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="sigmoid"),
            ])
            """
        ],
        "logits_only": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3),
            ])
            """
        ],
        "relu_at_the_end": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="relu"),
            ])
            """
        ],
        "softmax_inside": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="softmax"),
                layers.Dense(3, activation="softmax"),
            ])
            """
        ],
        "no_hidden": [
            'species = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3, activation="softmax")])'
        ],
        "no_bend": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8),
                layers.Dense(8, activation="linear"),
                layers.Dense(3, activation="softmax"),
            ])
            """
        ],
        "one_number": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(1, activation="softmax"),
            ])
            """
        ],
        "wrong_output": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(2, activation="softmax"),
            ])
            """
        ],
        "wrong_activation": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="tanh"),
            ])
            """
        ],
        "softmax_over_batch": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3),
                layers.Softmax(axis=0),
            ])
            """
        ],
        "wrong_input": [
            """
            species = keras.Sequential([
                keras.Input(shape=(2,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
            ])
            """
        ],
        "no_input": [
            'species = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])'
        ],
        "not_a_model": ["species = scratch.softmax([[1.0, 2.0, 3.0]])", "species = layers.Dense(3)"],
        "not_a_number": [
            """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
            ])
            species.layers[-1].bias.assign([np.nan, 0, 0])
            """
        ],
    },
    check=model_check(
        inputs=(4,),
        outputs=3,
        activation="softmax",
        examples=BIRDS,
        mistakes={
            "one_number": ModelMistake(
                "output",
                lambda facts: facts.units == 1,
                "For one bird your network gives one number. Three species need three: one probability for each.",
            ),
            "softmax_inside": ModelMistake(
                "activation",
                lambda facts: sum(layer.activation == "softmax" for layer in facts.layers) > 1,
                "A hidden layer of yours has softmax: its neurons share out 1 among them, so that each is small and one's gain "
                "is the others' loss. Softmax belongs to the output; a hidden layer takes a bend that looks at one number alone.",
            ),
            "no_hidden": ModelMistake(
                "activation",
                lambda facts: facts.kinds.count("Dense") == 1 and facts.activation == "softmax",
                "There is one layer: measurements go straight into the output. Asked is a hidden layer with a bend in front of it.",
            ),
            "sigmoid_for_exclusive": ModelMistake(
                "activation",
                lambda facts: facts.activation == "sigmoid",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}: a sigmoid for each species alone. A bird has exactly one "
                    "species, so the three probabilities must add up to 1. Which activation sees to that?"
                ),
            ),
            "logits_only": ModelMistake(
                "activation",
                lambda facts: facts.activation == "linear",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. These are logits, any numbers; probabilities are asked. "
                    "Which activation makes them so?"
                ),
            ),
            "relu_at_the_end": ModelMistake(
                "activation",
                lambda facts: facts.activation == "relu",
                lambda facts: (
                    f"For one bird your network says {_numbers(facts)}. ReLU at the output gives 0 or any number above it. Probabilities "
                    "add up to 1: which activation belongs here?"
                ),
            ),
        },
        questions=(shares_by_bird, without_bend),
        success="Bends inside, softmax at the end. Its numbers are still random; in lesson 7 it learns.",
    ),
    equivalent={
        **dict.fromkeys(
            (
                "layers.Dense(8, activation='relu') -> layers.Dense(9, activation='relu')",
                "layers.Dense(8, activation='relu') -> layers.Dense(7, activation='relu')",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(17, activation='tanh')(inputs)",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(15, activation='tanh')(inputs)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(17, activation='gelu')(hidden)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(15, activation='gelu')(hidden)",
                "species.add(layers.Dense(8)) -> species.add(layers.Dense(9))",
                "species.add(layers.Dense(8)) -> species.add(layers.Dense(7))",
                "10 -> 11",
                "10 -> 9",
            ),
            "any number of hidden neurons is right",
        ),
        **dict.fromkeys(
            (
                "layers.Dense(8, activation='relu') -> layers.Dense(8, activation='sigmoid')",
                "deleted: hidden = layers.Dense(16, activation='gelu')(hidden)",
                "layers.Dense(16, activation='tanh')(inputs) -> layers.Dense(16)(inputs)",
                "layers.Dense(16, activation='gelu')(hidden) -> layers.Dense(16)(hidden)",
            ),
            "any bend between input and output is right",
        ),
    },
    hints=(
        "Three entries: what comes in, a hidden layer with a bend, an output layer.",
        '`layers.Dense(8, activation="relu")` is eight neurons with ReLU. How many neurons has the output, and which activation makes '
        "numbers that add up to 1?",
        """
        species = keras.Sequential([
            keras.Input(shape=(___,)),
            layers.Dense(8, activation=___),
            layers.Dense(___, activation=___),
        ])
        """,
    ),
)  # fmt: skip
