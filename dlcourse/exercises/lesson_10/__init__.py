"""The exercises of lesson 10, machine learning versus deep learning, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_10.balanced import BALANCED
from dlcourse.exercises.lesson_10.choices import WHICH_MODEL, WHY_TREES
from dlcourse.exercises.lesson_10.leak import LEAK
from dlcourse.exercises.lesson_10.overtakes import OVERTAKES
from dlcourse.exercises.lesson_10.rows import ROWS
from dlcourse.exercises.lesson_10.table_network import TABLE_NETWORK
from dlcourse.exercises.lesson_10.verdict import VERDICT

TITLE = "Machine learning versus deep learning"

EXERCISES = [ROWS, BALANCED, WHY_TREES, LEAK, VERDICT, OVERTAKES, TABLE_NETWORK, WHICH_MODEL]
