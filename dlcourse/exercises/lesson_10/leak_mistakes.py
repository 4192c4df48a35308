"""What people leave leaking, or break, in a preparation, and what to say to them. Exercise 10.4's declaration is in `leak`."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.checking.compare import plain
from dlcourse.checking.show import show_inputs

Pair = tuple[np.ndarray, np.ndarray]


def _with(x: np.ndarray, mean: np.ndarray, std: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    return (x[train] - mean) / std, (x[test] - mean) / std


def prepared(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    """The reference."""
    return _with(x, x[train].mean(axis=0), x[train].std(axis=0), train, test)


def _own(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    return prepared(x, train, test)[0], prepared(x, test, train)[0]


def _ranged(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    low = x[train].min(axis=0)
    return _with(x, low, x[train].max(axis=0) - low, train, test)


def _rows(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    whole = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
    return whole[train], whole[test]


def _precedence(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    """`x - mean / std` without its brackets."""
    whole = x - x[train].mean(axis=0) / x[train].std(axis=0)
    return whole[train], whole[test]


def _first_rows(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    known = x[: len(train)]
    return _with(x, known.mean(axis=0), known.std(axis=0), train, test)


def _cut(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    """The table cut at the number of training rows."""
    return prepared(x, np.arange(len(train)), np.arange(len(train), len(x)))


def _along_train(x: np.ndarray, train: np.ndarray, test: np.ndarray) -> Pair:
    return _with(x, x[train].mean(axis=1), x[train].std(axis=1), train, test)


def another(seen: Seen) -> str:
    """What to say of two tables that no known mistake explains: one of their numbers, and what it was made from."""
    x, train, test = (seen.inputs[name] for name in ("x", "train", "test"))
    tables = [np.asarray(plain(got), dtype=float) for got in seen.got]
    off = [
        ~np.isclose(got, want, rtol=1e-4, atol=1e-4) for got, want in zip(tables, seen.expected, strict=True)
    ]
    which = 0 if off[0].any() else 1
    row, column = (int(place) for place in np.argwhere(off[which])[0])
    number, known = (train, test)[which][row], x[train][:, column]
    shown = show_inputs(["x", "train", "test"], [x, train, test])
    return (
        f"For `{shown}`: row {number} is a {('training', 'test')[which]} row and holds {show(x[number, column])} in column {column}. The training rows have the mean "
        f"{show(known.mean(), 3)} and the standard deviation {show(known.std(), 3)} there; you make {show(tables[which][row, column], 3)} of it. "
        f"How far is {show(x[number, column])} from that mean, counted in standard deviations, and on which side?"
    )


def cases(rng: np.random.Generator) -> list[tuple]:
    """A table that can be checked in the head; then birds and noise, with rows in any order."""
    listed = [
        (np.array([[1.0, 10.0], [3.0, 30.0], [8.0, 20.0], [4.0, 80.0]]), np.array([0, 1]), np.array([2, 3])),
        (np.array([[2.0, 0.0], [9.0, 4.0], [4.0, 2.0], [6.0, 7.0]]), np.array([0, 2]), np.array([1, 3])),
    ]
    for n in (6, 12, 20):
        x = np.round(rng.normal(rng.uniform(-5, 50, 3), rng.uniform(1, 9, 3), (n, 3)), 2)
        order = rng.permutation(n)
        listed.append((x, order[: n // 2], order[n // 2 :]))
    return listed


MISTAKES = {
    "leaked": Mistake(
        lambda x, train, test: _with(x, x.mean(axis=0), x.std(axis=0), train, test),
        "For {inputs} the training rows you return depend on rows {test}, the test: mean and standard deviation are still "
        "those of all rows. Change a test row, and your training rows change with it.",
    ),
    "spread_leaked": Mistake(
        lambda x, train, test: _with(x, x[train].mean(axis=0), x.std(axis=0), train, test),
        "For {inputs} the mean is right, that of the training rows. The standard deviation is still that of all rows.",
    ),
    "mean_leaked": Mistake(
        lambda x, train, test: _with(x, x.mean(axis=0), x[train].std(axis=0), train, test),
        "For {inputs} the standard deviation is right, that of the training rows. The mean is still that of all rows.",
    ),
    "each_by_itself": Mistake(
        _own,
        "For {inputs} the training rows are right. The test rows are standardised by their *own* mean and spread: then the same "
        "measurement becomes two different numbers, one in training and one in the test.",
    ),
    "by_the_test": Mistake(
        lambda x, train, test: _with(x, x[test].mean(axis=0), x[test].std(axis=0), train, test),
        "For {inputs} you standardise by the *test* rows. Mean and spread have to come from the training rows.",
    ),
    "test_left_raw": Mistake(
        lambda x, train, test: (prepared(x, train, test)[0], x[test]),
        "For {inputs} the training rows are right; the test rows come out as they went in. The model would meet numbers of "
        "another size than it has learned from.",
    ),
    "test_not_shifted": Mistake(
        lambda x, train, test: (prepared(x, train, test)[0], x[test] / x[train].std(axis=0)),
        "For {inputs} the training rows are right; from the test rows the mean was not subtracted.",
    ),
    "not_divided": Mistake(
        lambda x, train, test: (x[train] - x[train].mean(axis=0), x[test] - x[train].mean(axis=0)),
        "For {inputs} the mean is subtracted, and nothing is divided by the standard deviation any more.",
    ),
    "by_the_variance": Mistake(
        lambda x, train, test: _with(x, x[train].mean(axis=0), x[train].var(axis=0), train, test),
        "For {inputs} you divide by the variance, the *square* of the standard deviation.",
    ),
    "one_mean_for_all": Mistake(
        lambda x, train, test: _with(x, x[train].mean(), x[train].std(), train, test),
        "For {inputs} one mean serves all columns. Each column has its own: `axis=0`.",
    ),
    "along_the_rows": Mistake(
        _rows,
        "For {inputs} each *row* is standardised by itself, so millimetres and grams are mixed. A mean for each column: `axis=0`.",
    ),
    "test_first": Mistake(
        lambda x, train, test: prepared(x, train, test)[::-1],
        "For {inputs} the numbers are right, and the order is exchanged: training rows first, then test rows.",
    ),
    "nothing_done": Mistake(
        lambda x, train, test: (x[train], x[test]),
        "For {inputs} the rows come out as they went in. Without standardising there is no leak, and no standardising.",
    ),
    "stretched_to_one": Mistake(
        _ranged,
        "For {inputs} you bring the training rows between 0 and 1. That is another way to scale, and free of the leak; here "
        "keep mean and standard deviation.",
    ),
    "unbiased_spread": Mistake(
        lambda x, train, test: _with(x, x[train].mean(axis=0), x[train].std(axis=0, ddof=1), train, test),
        "For {inputs} the leak is gone. Your standard deviation divides by one less than the number of rows (pandas does so, or `ddof=1`); "
        "the starter's does not: keep its `.std(axis=0)` of NumPy.",
    ),
    "first_rows": Mistake(
        _first_rows,
        "For {inputs} mean and standard deviation are those of the *first* rows, as many as there are training rows. `train` says which rows they "
        "are: it holds their numbers.",
    ),
    "cut_by_length": Mistake(
        _cut,
        "For {inputs} you cut the table itself: the first rows for training, the others for the test. `train` and `test` say which rows they are: they "
        "hold their numbers.",
    ),
    "without_brackets": Mistake(
        _precedence,
        "For {inputs} the mean is divided by the standard deviation before it is subtracted: `/` goes before `-`. Where do brackets belong?",
    ),
    "train_along_the_rows": Mistake(
        _along_train,
        "For {inputs} you take one mean for each training *row* (`axis=1`), so millimetres and grams are mixed. A mean for each column: `axis=0`.",
    ),
    "numbers_for_rows": Mistake(
        lambda x, train, test: ((train - train.mean()) / train.std(), (test - train.mean()) / train.std()),
        "For {inputs} you standardise `train` and `test` themselves. They hold the *numbers* of rows; the measurements stand in `x`.",
    ),
    "one_table": Mistake(
        lambda x, train, test: prepared(x, train, test)[0],
        "For {inputs} you return one table, that of the training rows. The caller wants two, training and test.",
    ),
    "not_parted": Mistake(
        lambda x, train, test: prepared(x, train, np.arange(len(x)))[1],
        "For {inputs} you return all rows in one table. The leak is gone; the caller wants two tables, training and test, as in the starter.",
    ),
    "all_rows_twice": Mistake(
        lambda x, train, test: (prepared(x, train, test)[0], prepared(x, train, np.arange(len(x)))[1]),
        "For {inputs} your second table holds all rows, also those of the training. Take `test` only.",
    ),
}
