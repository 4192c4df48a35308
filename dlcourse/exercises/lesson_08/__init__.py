"""The exercises of lesson 8, images and convolutional networks, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_08.choices import WHAT_TO_KEEP, WHY_LOST
from dlcourse.exercises.lesson_08.counts import CONV_PARAMETERS, RECEPTIVE_FIELD
from dlcourse.exercises.lesson_08.own_cnn import OWN_CNN
from dlcourse.exercises.lesson_08.paper import SUM_UNDER_THE_WINDOW
from dlcourse.exercises.lesson_08.photo import PHOTOGRAPHS
from dlcourse.exercises.lesson_08.pooling import MAX_POOL
from dlcourse.exercises.lesson_08.sizes import OUTPUT_SIZE
from dlcourse.exercises.lesson_08.slide import CONVOLVE

TITLE = "Images: convolutional networks"

EXERCISES = [
    SUM_UNDER_THE_WINDOW,
    CONVOLVE,
    OUTPUT_SIZE,
    MAX_POOL,
    CONV_PARAMETERS,
    RECEPTIVE_FIELD,
    OWN_CNN,
    WHY_LOST,
    PHOTOGRAPHS,
    WHAT_TO_KEEP,
]
