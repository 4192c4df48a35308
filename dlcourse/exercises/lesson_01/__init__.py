"""The exercises of lesson 1, what is deep learning, in their order. They are declared in the modules named below."""

from __future__ import annotations

from dlcourse.exercises.lesson_01.labels import ACCURACY, ONE_HOT
from dlcourse.exercises.lesson_01.network import OWN_NETWORK
from dlcourse.exercises.lesson_01.pictures import HOLD_OUT, NORMALISE, ZERO_OR_ONE
from dlcourse.exercises.lesson_01.questions import NINETY_NINE, WHICH_FIELD

TITLE = "What is deep learning?"

EXERCISES = [ONE_HOT, ACCURACY, NORMALISE, NINETY_NINE, HOLD_OUT, ZERO_OR_ONE, WHICH_FIELD, OWN_NETWORK]
