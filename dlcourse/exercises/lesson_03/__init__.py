"""The exercises of lesson 3, activation functions, in their order. Declared in `bend`, `slopes`, `depth` and `outputs`."""

from __future__ import annotations

from dlcourse.exercises.lesson_03.bend import FOLDED, OUTPUT_NEURON, RELU
from dlcourse.exercises.lesson_03.depth import CHAIN, WHERE_IT_GOES
from dlcourse.exercises.lesson_03.outputs import BOTH_OR_NEITHER, SOFTMAX, SPECIES
from dlcourse.exercises.lesson_03.slopes import FIND_THE_BUG, LEAKY_SLOPE, SIGMOID

TITLE = "Activation functions"

EXERCISES = [
    FOLDED,
    RELU,
    OUTPUT_NEURON,
    SIGMOID,
    LEAKY_SLOPE,
    FIND_THE_BUG,
    CHAIN,
    WHERE_IT_GOES,
    SOFTMAX,
    BOTH_OR_NEITHER,
    SPECIES,
]
