"""The exercises of lesson 1, what is deep learning, in their order. They are declared in the modules named below."""

from __future__ import annotations

from dlcourse.exercises.labels_01 import ACCURACY, ONE_HOT
from dlcourse.exercises.network_01 import OWN_NETWORK
from dlcourse.exercises.pictures_01 import HOLD_OUT, NORMALISE, ZERO_OR_ONE
from dlcourse.exercises.questions_01 import NINETY_NINE, WHICH_FIELD

TITLE = "What is deep learning?"

EXERCISES = [ONE_HOT, ACCURACY, NORMALISE, NINETY_NINE, HOLD_OUT, ZERO_OR_ONE, WHICH_FIELD, OWN_NETWORK]
