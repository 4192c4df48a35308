"""The exercises of lesson 4, layers, in their order. Each module declares one or two."""

from __future__ import annotations

from dlcourse.exercises.lesson_04.copies import FOR_KERAS
from dlcourse.exercises.lesson_04.count import COUNT
from dlcourse.exercises.lesson_04.dense import DENSE
from dlcourse.exercises.lesson_04.passes import FORWARD
from dlcourse.exercises.lesson_04.pictures import TURNED_PICTURES
from dlcourse.exercises.lesson_04.questions import UNIT, WHY_UNSURE
from dlcourse.exercises.lesson_04.shapes import SHAPES
from dlcourse.exercises.lesson_04.taxi import TAXI

TITLE = "Layers and the forward pass"

EXERCISES = [
    SHAPES,
    DENSE,
    TURNED_PICTURES,
    FORWARD,
    COUNT,
    FOR_KERAS,
    WHY_UNSURE,
    TAXI,
    UNIT,
]
