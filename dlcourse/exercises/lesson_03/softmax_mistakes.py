"""What exercise 3.9 is compared with, on which tables, and the mistakes people make in a softmax."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, Seen, function_check, show


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


def by_axis(logits: np.ndarray, axis: int | None, keep: bool = True) -> np.ndarray:
    """Softmax along an axis, without taking anything away first."""
    e = np.exp(logits)
    return e / e.sum(axis=axis, keepdims=keep)


def _shares_of(table: np.ndarray) -> np.ndarray:
    return table / table.sum(axis=1, keepdims=True)


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


def _no_columns(seen: Seen) -> str:
    return (
        f"For two rows of two you return {show(seen.got)}; the rows add up to {_sums(seen.got)}. Both `max(axis=1)` and "
        "`sum(axis=1)` give a plain row, and it meets the *columns* of the table. `keepdims=True` keeps such numbers a column, one "
        "for each row."
    )


def _wrong_axis(seen: Seen) -> str:
    return (
        f"For `logits = {show(seen.inputs['logits'])}` you return {show(seen.got)}. Your *columns* add up to 1, the rows to "
        f"{_sums(seen.got)}. One example is a row: `axis=1` adds up along it."
    )


SMALL = function_check(
    shares,
    arguments=("logits",),
    cases=small_tables,
    mistakes={
        "wrong_axis": Mistake(lambda z: by_axis(z, 0), _wrong_axis),
        "whole_table": Mistake(
            lambda z: by_axis(z, None),
            lambda seen: (
                f"You return {show(seen.got)}: the whole table adds up to 1, its rows to {_sums(seen.got)}. Each example, a row, "
                "has shares of its own. `sum` needs to be told the axis."
            ),
        ),
        "keepdims_forgotten": Mistake(lambda z: by_axis(z, 1, keep=False), _no_column),
        "keepdims_of_sum": Mistake(lambda z: _from_largest(z, True, False), _no_column),
        "keepdims_nowhere": Mistake(lambda z: _from_largest(z, False, False), _no_columns),
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
            lambda z: by_axis(z / z.max(), 1),
            "For {inputs} you return {got}. The rows add up to 1, but dividing the logits by their largest changes the differences "
            "between them. *Subtracting* the row's largest does not.",
        ),
        "scaled_down": Mistake(
            lambda z: by_axis(z / 1000, 1),
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
            lambda z: by_axis(z / z.max(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. The rows add up to 1, but dividing the logits by their largest changes the differences "
            "between them. *Subtracting* it does not.",
        ),
        "largest_of_columns": Mistake(
            lambda z: by_axis(z - z.max(axis=0), 1),
            "For {inputs} you return {got}: from each *column* its own largest number was taken away. Within a row all must lose the "
            "same: `axis=1`, `keepdims=True`.",
        ),
        "percent": Mistake(
            lambda z: 100 * shares(z),
            lambda seen: (
                f"You return {show(seen.got)}, and the rows add up to {_sums(seen.got)}: percent. Probabilities add up to 1."
            ),
        ),
        "sigmoids_shared": Mistake(
            lambda z: 1 / (1 + np.exp(-z)) / (1 / (1 + np.exp(-z))).sum(axis=1, keepdims=True),
            "For {inputs} you return {got}. The rows add up to 1, but they are shares of *sigmoids*. Of what does softmax make shares?",
        ),
        "only_subtracted": Mistake(
            lambda z: z - z.max(axis=1, keepdims=True),
            "For {inputs} you return {got}: the logits less the row's largest, which is the first step. The exponentials and their shares "
            "are still to come.",
        ),
        "no_exponential_less_largest": Mistake(
            lambda z: (
                (z - z.max(axis=1, keepdims=True))
                / (z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
            ),
            "For {inputs} you return {got}: differences of logits, divided by their sum, and the largest logit gets nothing. What comes "
            "between subtracting and dividing?",
        ),
        "exponential_above_only": Mistake(
            lambda z: _largest_away(z) / (z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True),
            "For {inputs} you return {got}: exponentials above the line, below it the sum of what had no exponential taken. Both need the "
            "same numbers.",
        ),
        "subtracted_too_late": Mistake(
            lambda z: _shares_of(np.exp(z) - np.exp(z).max(axis=1, keepdims=True)),
            "For {inputs} you return {got}: the largest *exponential* is taken away, after `np.exp`. By then the large ones have overflowed; "
            "and 2 less in every logit keeps the shares, 2 less in every exponential does not.",
        ),
        "subtracted_outside": Mistake(
            lambda z: _shares_of(np.exp(z) - z.max(axis=1, keepdims=True)),
            "For {inputs} you return {got}: the largest logit is taken from the *exponentials*. It is to be taken from the logits, inside the "
            "brackets of `np.exp`.",
        ),
        "unchanged": Mistake(
            lambda z: z,
            "For {inputs} you return {got}, what came in. What is computed must be kept: a loop's own variable changes nothing in "
            "`logits`.",
        ),
        "upside_down": Mistake(
            lambda z: 1 / shares(z),
            "For {inputs} you return {got}, numbers above 1: the sum is divided by the exponentials. It is the other way round.",
        ),
        "standardised": Mistake(
            lambda z: by_axis((z - z.mean(axis=1, keepdims=True)) / z.std(axis=1, keepdims=True), 1),
            "For {inputs} you return {got}. The rows add up to 1, but they were standardised first. Subtracting changes no share; dividing "
            "by the standard deviation does.",
        ),
        "all_alike": Mistake(
            lambda z: np.ones(z.shape) / z.shape[1],
            "For {inputs} you return {got}: the same share for each class, whatever its logit.",
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
            lambda z: by_axis(-z, 1),
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
