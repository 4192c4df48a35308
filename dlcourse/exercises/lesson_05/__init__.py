"""The exercises of lesson 5, loss and gradient descent, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_05.descend import DESCEND
from dlcourse.exercises.lesson_05.entropy import BCE
from dlcourse.exercises.lesson_05.epoch import FIND_THE_BUG
from dlcourse.exercises.lesson_05.gradient import GRADIENT
from dlcourse.exercises.lesson_05.pairs import WHICH_PAIRS, WHY_NOT_ACCURACY
from dlcourse.exercises.lesson_05.slopes import SLOPE
from dlcourse.exercises.lesson_05.squared_error import MSE
from dlcourse.exercises.lesson_05.update import UPDATE
from dlcourse.exercises.lesson_05.updates import UPDATES, WHY_NOISE

TITLE = "Loss and gradient descent"

EXERCISES = [
    MSE,
    BCE,
    WHICH_PAIRS,
    WHY_NOT_ACCURACY,
    SLOPE,
    DESCEND,
    GRADIENT,
    UPDATE,
    UPDATES,
    FIND_THE_BUG,
    WHY_NOISE,
]
