"""The known mistakes of exercise 9.7, and what it asks for."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake


def prepare(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the exercise asks for: both (n, numbers), by mean and standard deviation of all numbers in x_train."""
    mean, deviation = np.mean(x_train), np.std(x_train)
    return (x_train - mean) / deviation, (x_test - mean) / deviation


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

MISTAKES = {
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
        _SAY + "Training pictures by the test set, test pictures by the training set: the first must not be.",
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
        _SAY + "The mean is gone, but nothing is divided any more. That part of the starter was no bug.",
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
        lambda a, b: tuple((x - (a.mean() + b.mean()) / 2) / ((a.std() + b.std()) / 2) for x in (a, b)),
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
    "test_not_divided": Mistake(
        lambda a, b: (prepare(a, b)[0], b - a.mean()),
        _SAY
        + "The right mean is subtracted from the test pictures, but they are divided by nothing, or by 1 (`train` has deviation 1 already). By what were the training pictures divided?",
    ),
    "test_mean_left": Mistake(
        lambda a, b: (prepare(a, b)[0], b / a.std()),
        _SAY
        + "The test pictures are divided as they should be, but nothing is subtracted from them, or 0 (`train` has mean 0 already). What was subtracted from the training pictures?",
    ),
    "test_multiplied": Mistake(
        lambda a, b: (prepare(a, b)[0], (b - a.mean()) * a.std()),
        _SAY
        + "The test pictures are *multiplied* by the deviation; the training pictures are divided by it.",
    ),
    "mean_added": Mistake(
        lambda a, b: (prepare(a, b)[0], (b + a.mean()) / a.std()),
        _SAY + "To the test pictures the mean is *added*; from the training pictures it is subtracted.",
    ),
    "each_test_picture": Mistake(
        lambda a, b: (
            prepare(a, b)[0],
            (b - b.mean(axis=1, keepdims=True)) / b.std(axis=1, keepdims=True),
        ),
        _SAY
        + "Each test picture is now standardised by itself: it no longer depends on the others, but a bright one arrives like a dark one. Which scale did the network learn on?",
    ),
    "columns_by_themselves": Mistake(
        lambda a, b: tuple(
            (x - x.mean(axis=0)) / np.where(x.std(axis=0) == 0, 1, x.std(axis=0)) for x in (a, b)
        ),
        _SAY
        + "Both are standardised by themselves, column by column (a `fit_transform` for each does this). The test pictures must not be asked, and the starter takes one mean of all pixels.",
    ),
}
