"""The exercises of lesson 7, a Keras model from start to end, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_07.best import BEST_EPOCH
from dlcourse.exercises.lesson_07.choices import WHICH_MISTAKE, WHICH_ROWS, WHICH_THRESHOLD
from dlcourse.exercises.lesson_07.counts import PARAMETERS
from dlcourse.exercises.lesson_07.labels import LABELS
from dlcourse.exercises.lesson_07.patience import EARLY_STOPPING
from dlcourse.exercises.lesson_07.step import TRAIN_STEP
from dlcourse.exercises.lesson_07.trial import TRIAL
from dlcourse.exercises.lesson_07.wines import WINES

TITLE = "A Keras model from start to end"

EXERCISES = [
    PARAMETERS,
    WINES,
    BEST_EPOCH,
    WHICH_ROWS,
    EARLY_STOPPING,
    TRIAL,
    LABELS,
    WHICH_THRESHOLD,
    TRAIN_STEP,
    WHICH_MISTAKE,
]
