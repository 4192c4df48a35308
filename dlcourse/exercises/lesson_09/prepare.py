"""Exercise 9.7: find the bug: pictures to predict for are standardised by themselves. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_09.prepare_mistakes import MISTAKES, prepare


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Four numbers against two for paper, darker pictures, one picture alone, random ones."""
    train = np.array([[2.0, 4.0], [4.0, 6.0]])
    cases = [(train, np.array([[8.0, 10.0]])), (train, np.array([[4.0, 6.0], [4.0, 10.0], [0.0, 3.0]]))]
    for n, m, size in ((4, 2, 3), (3, 1, 4), (5, 5, 2)):
        cases.append((rng.normal(3, 2, size=(n, size)).round(2), rng.normal(5, 1, size=(m, size)).round(2)))
    return cases


def _source(
    test: str, train: str = "(x_train - x_train.mean()) / x_train.std()", end: str = "train, test"
) -> str:
    return f"def prepare(x_train, x_test):\n    train = {train}\n    test = {test}\n    return {end}"


PREPARE = Exercise(
    id="9.7",
    title="Prepared by themselves",
    kind="bug",
    starter="""
        def prepare(x_train, x_test):
            train = (x_train - x_train.mean()) / x_train.std()
            test = (x_test - x_test.mean()) / x_test.std()
            return train, test
    """,
    setup="import numpy as np",
    right=(
        """
        def prepare(x_train, x_test):
            train = (x_train - x_train.mean()) / x_train.std()
            test = (x_test - x_train.mean()) / x_train.std()
            return train, test
        """,
        """
        def prepare(x_train, x_test):
            mean, deviation = np.mean(x_train), np.std(x_train)
            return [(x - mean) / deviation for x in (x_train, x_test)]
        """,
        """
        def prepare(x_train, x_test):
            def same(x):
                return (x - x_train.mean()) / x_train.std()
            return same(x_train), same(x_test)
        """,
        """
        def prepare(x_train, x_test):
            both = np.concatenate([x_train, x_test])
            both = (both - both[: len(x_train)].mean()) / both[: len(x_train)].std()
            return both[: len(x_train)], both[len(x_train) :]
        """,
    ),
    wrong={
        "by_the_variance": [
            _source("(x_test - x_train.mean()) / x_train.var()", "(x_train - x_train.mean()) / x_train.var()")
        ],
        "not_divided": [_source("x_test - x_train.mean()", "x_train - x_train.mean()")],
        "both_left_alone": [_source("x_test", "x_train")],
        "brackets": [_source("x_test - x_train.mean() / x_train.std()")],
        "between_0_and_1": [
            _source(
                "(x_test - x_train.min()) / np.ptp(x_train)", "(x_train - x_train.min()) / np.ptp(x_train)"
            )
        ],
        "divided_by_255": [_source("x_test / 255", "x_train / 255")],
        "each_picture": [
            "def prepare(x_train, x_test):\n    return [np.array([(p - p.mean()) / p.std() for p in x]) for x in (x_train, x_test)]"
        ],
        "half_and_half": [
            """
            def prepare(x_train, x_test):
                mean, deviation = (x_train.mean() + x_test.mean()) / 2, (x_train.std() + x_test.std()) / 2
                return (x_train - mean) / deviation, (x_test - mean) / deviation
            """
        ],
        "each_by_itself": [
            "def prepare(x_train, x_test):\n    return [(x - x.mean()) / x.std() for x in (x_train, x_test)]"
        ],
        "all_together": [
            """
            def prepare(x_train, x_test):
                both = np.concatenate([x_train, x_test])
                return (x_train - both.mean()) / both.std(), (x_test - both.mean()) / both.std()
            """
        ],
        "by_the_test_set": [
            _source("(x_test - x_test.mean()) / x_test.std()", "(x_train - x_test.mean()) / x_test.std()")
        ],
        "exchanged": [
            _source("(x_test - x_train.mean()) / x_train.std()", "(x_train - x_test.mean()) / x_test.std()")
        ],
        "deviation_of_the_test_set": [_source("(x_test - x_train.mean()) / x_test.std()")],
        "mean_of_the_test_set": [_source("(x_test - x_test.mean()) / x_train.std()")],
        "test_not_divided": [
            _source("x_test - x_train.mean()"),
            _source("(x_test - x_train.mean()) / train.std()"),
        ],
        "test_mean_left": [
            _source("x_test / x_train.std()"),
            _source("(x_test - train.mean()) / x_train.std()"),
        ],
        "test_multiplied": [_source("(x_test - x_train.mean()) * x_train.std()")],
        "mean_added": [_source("(x_test + x_train.mean()) / x_train.std()")],
        "each_test_picture": [_source("np.array([(p - p.mean()) / p.std() for p in x_test])")],
        "columns_by_themselves": [
            """
            def prepare(x_train, x_test):
                from sklearn.preprocessing import StandardScaler
                return StandardScaler().fit_transform(x_train), StandardScaler().fit_transform(x_test)
            """
        ],
        "test_left_alone": [_source("x_test"), _source("(x_test - train.mean()) / train.std()")],
        "train_twice": [_source("(x_train - x_train.mean()) / x_train.std()"), _source("train")],
        "by_columns": [
            """
            def prepare(x_train, x_test):
                mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
                return (x_train - mean) / deviation, (x_test - mean) / deviation
            """
        ],
        "one_less": [
            """
            def prepare(x_train, x_test):
                mean, deviation = x_train.mean(), x_train.std(ddof=1)
                return (x_train - mean) / deviation, (x_test - mean) / deviation
            """
        ],
        "train_left_alone": [_source("(x_test - x_train.mean()) / x_train.std()", "x_train")],
        "order": [_source("(x_test - x_train.mean()) / x_train.std()", end="test, train")],
        "wrong_length": [_source("(x_test - x_train.mean()) / x_train.std()", end="test")],
        "returns_none": [
            "def prepare(x_train, x_test):\n    test = (x_test - x_train.mean()) / x_train.std()"
        ],
        "raised": [_source("(x_test - mean) / x_train.std()")],
        "wrong_arguments": ["def prepare(x):\n    return (x - x.mean()) / x.std()"],
        "not_a_function": ["prepare = (1, 2)"],
        "wrong_value": [_source("(x_test - x_train.mean()) / x_train.std() * 2")],
    },
    check=function_check(
        prepare,
        arguments=("x_train", "x_test"),
        cases=_cases,
        mistakes=MISTAKES,
        success="One scale for both, made from the training pictures alone. A bright test picture now arrives bright.",
    ),
    hints=(
        "Suppose that all test pictures are twice as bright. What reaches the network?",
        "Mean and deviation belong to what the network has learned. Two words in the third line are wrong.",
        """
        def prepare(x_train, x_test):
            train = (x_train - x_train.mean()) / x_train.std()
            test = (x_test - ___) / ___
            return train, test
        """,
    ),
)
