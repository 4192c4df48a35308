"""The exercises of lesson 0, how this course works, in their order: one of each kind, made to be answered wrongly first."""

from __future__ import annotations

from dlcourse.exercises.lesson_00.endless import ENDLESS_LOOP, FIRST_AID
from dlcourse.exercises.lesson_00.numbers import HOW_MANY, INK
from dlcourse.exercises.lesson_00.road import WHICH_LESSON
from dlcourse.exercises.lesson_00.steps import RED_CLAIM, THREE_STEPS

TITLE = "Welcome: how this course works"

EXERCISES = [HOW_MANY, INK, ENDLESS_LOOP, FIRST_AID, THREE_STEPS, RED_CLAIM, WHICH_LESSON]
