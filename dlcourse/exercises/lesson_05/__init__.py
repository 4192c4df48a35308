"""The exercises of lesson 5, loss and gradient descent, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_05.batches import FIND_THE_BUG, UPDATES, WHY_NOISE
from dlcourse.exercises.lesson_05.entropy import BCE
from dlcourse.exercises.lesson_05.pairs import WHICH_PAIRS, WHY_NOT_ACCURACY
from dlcourse.exercises.lesson_05.slopes import DESCEND, SLOPE
from dlcourse.exercises.lesson_05.squared_error import MSE
from dlcourse.exercises.lesson_05.steps import GRADIENT, UPDATE

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
