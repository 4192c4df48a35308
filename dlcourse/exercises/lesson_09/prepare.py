"""Exercise 9.7: find the bug: pictures to predict for are standardised by themselves. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def prepare(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the exercise asks for: both (n, numbers), by mean and standard deviation of all numbers in x_train."""
    mean, deviation = np.mean(x_train), np.std(x_train)
    return (x_train - mean) / deviation, (x_test - mean) / deviation


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Four numbers against two for paper, darker pictures, one picture alone, random ones."""
    train = np.array([[2.0, 4.0], [4.0, 6.0]])
    cases = [(train, np.array([[8.0, 10.0]])), (train, np.array([[4.0, 6.0], [4.0, 10.0], [0.0, 3.0]]))]
    for n, m, size in ((4, 2, 3), (3, 1, 4), (5, 5, 2)):
        cases.append((rng.normal(3, 2, size=(n, size)).round(2), rng.normal(5, 1, size=(m, size)).round(2)))
    return cases


def _both(mean_train, spread_train, mean_test, spread_test):
    """A mistake by where it takes mean and spread from: functions of (train, test)."""

    def behaviour(train, test):
        first = (train - mean_train(train, test)) / spread_train(train, test)
        return first, (test - mean_test(train, test)) / spread_test(train, test)

    return behaviour


def _mean(a, b):
    return a.mean()


def _std(a, b):
    return a.std()


def _mean_b(a, b):
    return b.mean()


def _std_b(a, b):
    return b.std()


def _all(a, b):
    return np.concatenate([a, b])


_SAY = "For {inputs} you return {got}. "


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
        mistakes={
            "each_by_itself": Mistake(
                _both(_mean, _std, _mean_b, _std_b),
                _SAY
                + "The test pictures still have mean 0 and spread 1 *of their own*: what becomes of a picture depends on those that come along. The network "
                "has learned what 0 meant for the training pictures.",
            ),
            "all_together": Mistake(
                lambda a, b: tuple((x - _all(a, b).mean()) / _all(a, b).std() for x in (a, b)),
                _SAY
                + "Mean and deviation are of all pictures together: something of the test set leaks into what the network learns from. Which pictures may be asked?",
            ),
            "by_the_test_set": Mistake(
                _both(_mean_b, _std_b, _mean_b, _std_b),
                _SAY
                + "Both are now standardised by the *test* set. When the network is trained, it must not have seen those yet.",
            ),
            "exchanged": Mistake(
                _both(_mean_b, _std_b, _mean, _std),
                _SAY
                + "Training pictures by the test set, test pictures by the training set: the first must not be.",
            ),
            "deviation_of_the_test_set": Mistake(
                _both(_mean, _std, _mean, _std_b),
                _SAY
                + "The mean is now the training set's, but the test pictures are still divided by a deviation of their own.",
            ),
            "mean_of_the_test_set": Mistake(
                _both(_mean, _std, _mean_b, _std),
                _SAY
                + "The deviation is now the training set's, but the mean that is subtracted is still the test pictures' own.",
            ),
            "test_left_alone": Mistake(
                lambda a, b: (prepare(a, b)[0], b),
                _SAY
                + "The test pictures come back as they were (`train` has mean 0 and deviation 1 already, so it is not `train` that you need). The network expects numbers on the scale it has learned.",
            ),
            "train_twice": Mistake(
                lambda a, b: (prepare(a, b)[0], prepare(a, b)[0]),
                _SAY
                + "The training pictures come back twice. Whose numbers should stand in the second line, and whose mean?",
            ),
            "by_the_variance": Mistake(
                lambda a, b: tuple((x - a.mean()) / a.var() for x in (a, b)),
                _SAY
                + "The training pictures are asked alone, as they should be, but you divide by their variance. The starter's deviation was no bug.",
            ),
            "not_divided": Mistake(
                lambda a, b: tuple(x - a.mean() for x in (a, b)),
                _SAY
                + "The mean is gone, but nothing is divided any more. That part of the starter was no bug.",
            ),
            "both_left_alone": Mistake(
                lambda a, b: (a, b),
                _SAY + "Both sets come back as they were. The first line of the starter was right.",
            ),
            "brackets": Mistake(
                lambda a, b: (prepare(a, b)[0], b - a.mean() / a.std()),
                _SAY
                + "In the second set only the mean is divided: `/` comes before `-`. The starter had round brackets there.",
            ),
            "between_0_and_1": Mistake(
                lambda a, b: tuple((x - a.min()) / (a.max() - a.min()) for x in (a, b)),
                _SAY
                + "You bring both on the scale from 0 to 1, by the training set. That could be done, but this network was trained with mean and deviation.",
            ),
            "divided_by_255": Mistake(
                lambda a, b: (a / 255, b / 255),
                _SAY
                + "You divide by 255. This network was trained on pictures with mean 0 and deviation 1; the starter's first line was right.",
            ),
            "each_picture": Mistake(
                lambda a, b: tuple(
                    (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True) for x in (a, b)
                ),
                _SAY
                + "Now each *picture* is standardised by itself. The network was trained on one scale for all pictures; where does it come from?",
            ),
            "half_and_half": Mistake(
                lambda a, b: tuple(
                    (x - (a.mean() + b.mean()) / 2) / ((a.std() + b.std()) / 2) for x in (a, b)
                ),
                _SAY
                + "You use what lies between both sets: something of the test set gets into what the network learns from. Which pictures may be asked?",
            ),
            "by_columns": Mistake(
                lambda a, b: tuple((x - a.mean(axis=0)) / a.std(axis=0) for x in (a, b)),
                _SAY
                + "You take a mean for each column. That is right for measurements of different kinds; here the starter takes one mean of all pixels, and that was no bug.",
            ),
            "one_less": Mistake(
                lambda a, b: tuple((x - a.mean()) / a.std(ddof=1) for x in (a, b)),
                _SAY
                + "The sets are right, but your deviation divides by one less (`ddof=1`). The starter's did not, and that was no bug.",
            ),
            "train_left_alone": Mistake(
                lambda a, b: (a, prepare(a, b)[1]),
                _SAY + "The test pictures are right, and the training pictures come back as they were.",
            ),
            "order": Mistake(
                lambda a, b: prepare(a, b)[::-1],
                _SAY + "Both are right, in the wrong order: training first.",
            ),
        },
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
