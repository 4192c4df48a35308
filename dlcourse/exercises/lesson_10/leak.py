"""Exercise 10.4: a preparation that looks at the test rows. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_10.leak_mistakes import MISTAKES, another, cases, prepared

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
    setup="import keras\nimport numpy as np\nimport pandas as pd\nfrom keras import layers\nfrom sklearn.preprocessing import StandardScaler",
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
            normalise = layers.Normalization()
            normalise.adapt(x[train])
            return normalise(x[train]), normalise(x[test])
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
        "first_rows": [_answer("x[:len(train)].mean(axis=0)", "x[:len(train)].std(axis=0)")],
        "cut_by_length": [
            f"{_HEAD}    known, other = x[:len(train)], x[len(train):]\n    scaler = StandardScaler().fit(known)\n"
            "    return scaler.transform(known), scaler.transform(other)"
        ],
        "without_brackets": [
            f"{_HEAD}    standardised = x - {_MEAN} / {_STD}\n    return standardised[train], standardised[test]"
        ],
        "train_along_the_rows": [_answer("x[train].mean(axis=1)", "x[train].std(axis=1)")],
        "numbers_for_rows": [
            f"{_HEAD}    mean, std = train.mean(axis=0), train.std(axis=0)\n    return (train - mean) / std, (test - mean) / std"
        ],
        "one_table": [_answer(_MEAN, _STD, "return standardised[train]")],
        "not_parted": [_answer(_MEAN, _STD, "return standardised")],
        "wrong_length": [_answer("x.mean(axis=0)", "x.std(axis=0)", "return standardised")],
        "wrong_value": [
            _answer("x[train].mean(axis=0) + 1", _STD),
            _answer("np.median(x[train], axis=0)", _STD),
            f"{_HEAD}    standardised = ({_MEAN} - x) / {_STD}\n    return standardised[train], standardised[test]",
            f"{_HEAD}    standardised = (x - {_MEAN}) * {_STD}\n    return standardised[train], standardised[test]",
            f"{_HEAD}    known, other = x[train], x[test]\n"
            f"    return (known - {_MEAN}) / {_STD}, (other - other.mean(axis=0)) / {_STD}",
        ],
    },
    check=function_check(
        prepared,
        arguments=("x", "train", "test"),
        cases=cases,
        mistakes=MISTAKES,
        otherwise=another,
        rtol=1e-4,
        atol=1e-4,  # a layer of Keras reckons in float32
        success="Whatever is learned from data is learned from training rows alone: means, spreads, chosen columns, lists of words.",
    ),
    equivalent={
        "sum((known - sum(known) / len(known)) ** 2) -> sum((sum(known) / len(known) - known) ** 2)": "a square has no sign",
    },
    hints=(
        "Which rows may the mean know? Which does it know now?",
        "`x[train]` is the table of the training rows. Two lines have to look there; the others may stay.",
        "    mean = x[___].mean(axis=0)\n    std = ___.std(axis=0)",
    ),
)
