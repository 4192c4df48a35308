"""The exercises of lesson 2, the neuron, in their order. Declared in `sums_02`, `rule_02` and `learning_02`."""

from __future__ import annotations

from dlcourse.exercises.learning_02 import FIND_THE_BUG, QUIZ, WHAT_HELPS
from dlcourse.exercises.rule_02 import ONE_CORRECTION, RULE_BY_HAND
from dlcourse.exercises.sums_02 import BY_HAND, MANY_BIRDS, WEIGHTED_SUM, WHICH_COUNTS

TITLE = "The neuron"

EXERCISES = [
    BY_HAND,
    WEIGHTED_SUM,
    WHICH_COUNTS,
    MANY_BIRDS,
    RULE_BY_HAND,
    ONE_CORRECTION,
    FIND_THE_BUG,
    QUIZ,
    WHAT_HELPS,
]
