"""Exercise 10.4: a preparation that looks at the test rows. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check

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
    "all_rows_twice": Mistake(
        lambda x, train, test: (prepared(x, train, test)[0], prepared(x, train, np.arange(len(x)))[1]),
        "For {inputs} your second table holds all rows, also those of the training. Take `test` only.",
    ),
}

_HEAD = "def prepared(x, train, test):\n"


def _answer(mean: str, std: str, end: str = "return standardised[train], standardised[test]") -> str:
    return f"{_HEAD}    mean, std = {mean}, {std}\n    standardised = (x - mean) / std\n    {end}"


_MEAN, _STD = "x[train].mean(axis=0)", "x[train].std(axis=0)"

LEAK = Exercise(
    id="10.4",
    title="Close the leak",
    kind="bug",
    starter="""
        def prepared(x, train, test):
            mean = x.mean(axis=0)
            std = x.std(axis=0)
            standardised = (x - mean) / std
            return standardised[train], standardised[test]
    """,
    setup="import numpy as np\nimport pandas as pd\nfrom sklearn.preprocessing import StandardScaler",
    right=(
        """
        def prepared(x, train, test):
            mean = x[train].mean(axis=0)
            std = x[train].std(axis=0)
            standardised = (x - mean) / std
            return standardised[train], standardised[test]
        """,
        """
        def prepared(x, train, test):
            scaler = StandardScaler().fit(x[train])
            return scaler.transform(x[train]), scaler.transform(x[test])
        """,
        """
        def prepared(x, train, test):
            scaler = StandardScaler()
            first = scaler.fit_transform(x[train])
            return [first, scaler.transform(x[test])]
        """,
        """
        def prepared(x, train, test):
            known = pd.DataFrame(x[train])
            scaled = (pd.DataFrame(x) - known.mean()) / known.std(ddof=0)
            return scaled.loc[train].to_numpy(), scaled.loc[test].to_numpy()
        """,
        """
        def prepared(x, train, test):
            made = []
            for rows in (train, test):
                columns = []
                for column in range(x.shape[1]):
                    known = x[train, column]
                    spread = (sum((known - sum(known) / len(known)) ** 2) / len(known)) ** 0.5
                    columns.append((x[rows, column] - sum(known) / len(known)) / spread)
                made.append(np.stack(columns, axis=1))
            return tuple(made)
        """,
    ),
    wrong={
        "leaked": [
            f"{_HEAD}    whole = StandardScaler().fit_transform(x)\n    return whole[train], whole[test]",
            f"{_HEAD}    scaler = StandardScaler().fit(x)\n    return scaler.transform(x[train]), scaler.transform(x[test])",
            _answer("np.mean(x, axis=0)", "np.std(x, axis=0)"),
        ],
        "spread_leaked": [_answer(_MEAN, "x.std(axis=0)")],
        "mean_leaked": [_answer("x.mean(axis=0)", _STD)],
        "each_by_itself": [
            f"{_HEAD}    return StandardScaler().fit_transform(x[train]), StandardScaler().fit_transform(x[test])",
        ],
        "by_the_test": [_answer("x[test].mean(axis=0)", "x[test].std(axis=0)")],
        "test_left_raw": [_answer(_MEAN, _STD, "return standardised[train], x[test]")],
        "test_not_shifted": [_answer(_MEAN, _STD, "return standardised[train], x[test] / std")],
        "not_divided": [_answer(_MEAN, "1")],
        "by_the_variance": [_answer(_MEAN, "x[train].var(axis=0)")],
        "one_mean_for_all": [_answer("x[train].mean()", "x[train].std()")],
        "along_the_rows": [_answer("x.mean(axis=1, keepdims=True)", "x.std(axis=1, keepdims=True)")],
        "test_first": [_answer(_MEAN, _STD, "return standardised[test], standardised[train]")],
        "nothing_done": [f"{_HEAD}    return x[train], x[test]"],
        "stretched_to_one": [_answer("x[train].min(axis=0)", "x[train].max(axis=0) - x[train].min(axis=0)")],
        "unbiased_spread": [_answer(_MEAN, "pd.DataFrame(x[train]).std().to_numpy()")],
        "all_rows_twice": [_answer(_MEAN, _STD, "return standardised[train], standardised")],
        "returns_none": [_answer(_MEAN, _STD, "print(standardised[train], standardised[test])")],
        "raised": [
            _answer("x.train.mean(axis=0)", _STD),
            f"{_HEAD}    return scale(x[train]), scale(x[test])",
        ],
        "wrong_length": [_answer(_MEAN, _STD, "return standardised")],
        "wrong_value": [_answer("x[train].mean(axis=0) + 1", _STD)],
    },
    check=function_check(
        prepared,
        arguments=("x", "train", "test"),
        cases=cases,
        mistakes=MISTAKES,
        success="Whatever is learned from data is learned from training rows alone: means, spreads, chosen columns, lists of words.",
    ),
    hints=(
        "Which rows may the mean know? Which does it know now?",
        "`x[train]` is the table of the training rows. Two lines have to look there; the others may stay.",
        "    mean = x[___].mean(axis=0)\n    std = ___.std(axis=0)",
    ),
)
