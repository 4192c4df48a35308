"""The exercises of lesson 3, activation functions, in their order. A module declares one or two of them."""

from __future__ import annotations

from dlcourse.exercises.lesson_03.bug import FIND_THE_BUG
from dlcourse.exercises.lesson_03.chain import CHAIN
from dlcourse.exercises.lesson_03.choices import BOTH_OR_NEITHER, WHERE_IT_GOES
from dlcourse.exercises.lesson_03.leaky import LEAKY_SLOPE
from dlcourse.exercises.lesson_03.neurons import FOLDED, OUTPUT_NEURON
from dlcourse.exercises.lesson_03.relu import RELU
from dlcourse.exercises.lesson_03.sigmoid import SIGMOID
from dlcourse.exercises.lesson_03.softmax import SOFTMAX
from dlcourse.exercises.lesson_03.species import SPECIES

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
