"""The exercises of lesson 2, the neuron, in their order. Declared in `sums`, `rule` and `learning`."""

from __future__ import annotations

from dlcourse.exercises.lesson_02.learning import FIND_THE_BUG, QUIZ, WHAT_HELPS
from dlcourse.exercises.lesson_02.rule import ONE_CORRECTION, RULE_BY_HAND
from dlcourse.exercises.lesson_02.sums import BY_HAND, MANY_BIRDS, WEIGHTED_SUM, WHICH_COUNTS

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
