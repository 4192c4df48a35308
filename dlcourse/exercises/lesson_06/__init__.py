"""The exercises of lesson 6, backpropagation, in their order. Declared in the modules beside it."""

from __future__ import annotations

from dlcourse.exercises.lesson_06.engine import SEND_BACK
from dlcourse.exercises.lesson_06.layer import LAYER_BACK
from dlcourse.exercises.lesson_06.network import GRADIENTS
from dlcourse.exercises.lesson_06.nudges import NUDGED_GRADIENT
from dlcourse.exercises.lesson_06.outputs import LOGIT_BLAME
from dlcourse.exercises.lesson_06.paper import ON_PAPER, WHY_ADDED, WHY_FASTER
from dlcourse.exercises.lesson_06.product import MULTIPLY
from dlcourse.exercises.lesson_06.tanh import TANH
from dlcourse.exercises.lesson_06.training import FIND_THE_BUG

TITLE = "Backpropagation"

EXERCISES = [
    ON_PAPER,
    MULTIPLY,
    TANH,
    WHY_ADDED,
    SEND_BACK,
    FIND_THE_BUG,
    NUDGED_GRADIENT,
    LOGIT_BLAME,
    LAYER_BACK,
    GRADIENTS,
    WHY_FASTER,
]
