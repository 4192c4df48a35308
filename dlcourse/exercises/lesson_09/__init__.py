"""The exercises of lesson 9, overfitting and what helps against it, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_09.batch_norm import BATCH_NORM
from dlcourse.exercises.lesson_09.choices import WHAT_TO_REPORT, WHAT_WAS_LEARNED, WHY_LOSS_ALONE
from dlcourse.exercises.lesson_09.diagnose import DIAGNOSE
from dlcourse.exercises.lesson_09.dropout import DROPOUT
from dlcourse.exercises.lesson_09.mirror import MIRRORED
from dlcourse.exercises.lesson_09.model import OWN_FIXES
from dlcourse.exercises.lesson_09.penalty import L2_PENALTY
from dlcourse.exercises.lesson_09.prepare import PREPARE

TITLE = "Overfitting, and five ways to fight it"

EXERCISES = [
    DIAGNOSE,
    WHAT_WAS_LEARNED,
    DROPOUT,
    L2_PENALTY,
    MIRRORED,
    BATCH_NORM,
    PREPARE,
    WHY_LOSS_ALONE,
    OWN_FIXES,
    WHAT_TO_REPORT,
]
