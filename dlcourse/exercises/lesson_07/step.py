"""Exercise 7.9: one step of a training loop. The declaration; how it is judged stands in `step_check`."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_07.step_answers import RIGHT, WRONG
from dlcourse.exercises.lesson_07.step_check import check_step

_NOT_ASKED = "what counts is the step; the loss is only good to look at"

TRAIN_STEP = Exercise(
    id="7.9",
    title="One step of a training loop",
    kind="function",
    starter="""
        def train_step(network, loss, optimizer, x, y):
            with tf.GradientTape() as tape:
                ...
            return value
    """,
    setup="import numpy as np\nimport keras\nimport tensorflow as tf\nfrom keras import layers",
    right=RIGHT,
    wrong=WRONG,
    check=check_step,
    equivalent={
        "return dropped: return value": _NOT_ASKED,
        "return dropped: return float(value)": _NOT_ASKED,
    },
    trains=True,
    seconds=10.0,
    hints=(
        "Four lines: the outputs, their loss, the gradients, the step. What is computed under `with` is written down by the tape.",
        "`tape.gradient(value, network.trainable_variables)` gives a list of gradients; `optimizer.apply(gradients, "
        "network.trainable_variables)` makes the step.",
        """
        def train_step(network, loss, optimizer, x, y):
            with tf.GradientTape() as tape:
                outputs = network(x, training=___)
                value = loss(___, ___)
            gradients = tape.gradient(___, network.trainable_variables)
            optimizer.apply(___, network.trainable_variables)
            return value
        """,
    ),
)
