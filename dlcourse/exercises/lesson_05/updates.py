"""Exercises 5.9 and 5.11: how many updates, and why small batches are noisy. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check, function_check
from dlcourse.exercises.lesson_05.updates_mistakes import MISTAKES, update_cases, updates

NUMPY = "import numpy as np"

UPDATES = Exercise(
    id="5.9",
    title="How many updates?",
    kind="function",
    starter="""
        def updates(examples, batch_size, epochs):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def updates(examples, batch_size, epochs):
            batches = examples // batch_size
            if examples % batch_size > 0:
                batches = batches + 1
            return batches * epochs
        """,
        "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) * epochs",
        """
        def updates(examples, batch_size, epochs):
            count = 0
            for epoch in range(epochs):
                for start in range(0, examples, batch_size):
                    count += 1
            return count
        """,
        "def updates(examples, batch_size, epochs):\n    return np.ceil(examples / batch_size) * epochs",
        "updates = lambda n, size, epochs: (n + size - 1) // size * epochs",
    ),
    wrong={
        "one_epoch_more": [
            "def updates(examples, batch_size, epochs):\n    return -(-examples // batch_size) * (epochs + 1)"
        ],
        "one_epoch_more_for_the_rest": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * (epochs + 1)"
        ],
        "one_batch_too_many": [
            "def updates(examples, batch_size, epochs):\n    return (int(np.ceil(examples / batch_size)) + 1) * epochs"
        ],
        "upside_down_cut": [
            "def updates(examples, batch_size, epochs):\n    return batch_size // examples * epochs"
        ],
        "batch_subtracted": [
            "def updates(examples, batch_size, epochs):\n    return (examples - batch_size) * epochs"
        ],
        "full_batches_once_with_a_rest": [
            "def updates(examples, batch_size, epochs):\n    if examples % batch_size > 0:\n        return examples // batch_size + 1 * epochs\n    return examples // batch_size * epochs"
        ],
        "last_batch_dropped": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs",
            "def updates(examples, batch_size, epochs):\n    return int(examples / batch_size) * epochs",
        ],
        "dropped_at_the_end": [
            "def updates(examples, batch_size, epochs):\n    return int(examples / batch_size * epochs)"
        ],
        "parts_of_a_batch": [
            "def updates(examples, batch_size, epochs):\n    return examples / batch_size * epochs"
        ],
        "rest_carried_over": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples * epochs / batch_size)"
        ],
        "epochs_forgotten": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size)"
        ],
        "epochs_forgotten_and_dropped": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size"
        ],
        "epochs_for_updates": ["def updates(examples, batch_size, epochs):\n    return epochs"],
        "every_example": ["def updates(examples, batch_size, epochs):\n    return examples * epochs"],
        "always_one_more": [
            "def updates(examples, batch_size, epochs):\n    return (examples // batch_size + 1) * epochs"
        ],
        "one_more_in_all": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs + 1"
        ],
        "rounded": [
            "def updates(examples, batch_size, epochs):\n    return round(examples / batch_size) * epochs"
        ],
        "upside_down": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(batch_size / examples) * epochs"
        ],
        "batch_size_multiplied": [
            "def updates(examples, batch_size, epochs):\n    return batch_size * epochs"
        ],
        "divided_by_epochs": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) / epochs"
        ],
        "epochs_added": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) + epochs"
        ],
        "all_multiplied": [
            "def updates(examples, batch_size, epochs):\n    return examples * batch_size * epochs"
        ],
        "batches_of_32": [
            "def updates(examples, batch_size, epochs):\n    return int(np.ceil(examples / 32)) * epochs"
        ],
        "three_epochs": [
            "def updates(examples, batch_size, epochs):\n    return int(np.ceil(examples / batch_size)) * 3"
        ],
        "tumours_569": [
            "def updates(examples, batch_size, epochs):\n    return int(np.ceil(569 / batch_size)) * epochs"
        ],
        "negative": [
            "def updates(examples, batch_size, epochs):\n    return -(examples // batch_size) * epochs"
        ],
        "rest_alone": [
            "def updates(examples, batch_size, epochs):\n    return examples % batch_size * epochs"
        ],
        "one_batch_less": [
            "def updates(examples, batch_size, epochs):\n    return (examples // batch_size - 1) * epochs"
        ],
        "full_batches_only": [
            "def updates(examples, batch_size, epochs):\n    if batch_size > examples:\n        return 0\n    return -(-examples // batch_size) * epochs"
        ],
        "full_batches_once": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size + (examples % batch_size > 0) * epochs"
        ],
        "first_batch_left_out": [
            "def updates(examples, batch_size, epochs):\n    count = 0\n    for epoch in range(epochs):\n        for start in range(batch_size, examples, batch_size):\n            count += 1\n    return count"
        ],
        "divided_by_both_rounded_down": [
            "def updates(examples, batch_size, epochs):\n    return examples // (batch_size * epochs)"
        ],
        "rest_multiplied": [
            "def updates(examples, batch_size, epochs):\n    return (examples // batch_size + examples % batch_size) * epochs"
        ],
        "examples_alone": ["def updates(examples, batch_size, epochs):\n    return examples"],
        "share_of_an_epoch": ["def updates(examples, batch_size, epochs):\n    return examples / batch_size"],
        "divided_by_both": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / (batch_size * epochs))"
        ],
        "rest_added": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs + examples % batch_size"
        ],
        "one_epoch_less": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) * (epochs - 1)"
        ],
        "at_least_one": [
            "def updates(examples, batch_size, epochs):\n    return max(1, examples // batch_size) * epochs"
        ],
        "power": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) ** epochs"
        ],
        "one_for_each_epoch": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size + 1 * epochs"
        ],
        "rounded_at_the_end": [
            "def updates(examples, batch_size, epochs):\n    return round(examples / batch_size * epochs)"
        ],
        "rest_once": [
            """
            def updates(examples, batch_size, epochs):
                count = examples // batch_size * epochs
                if examples % batch_size:
                    count += 1
                return count
            """
        ],
        "returns_none": ["def updates(examples, batch_size, epochs):\n    print(examples // batch_size)"],
        "raised": [
            "def updates(examples, batch_size, epochs):\n    return mth.ceil(examples / batch_size) * epochs"
        ],
        "always_the_same": ["def updates(examples, batch_size, epochs):\n    return 18 * 3"],
        "wrong_value": [
            "def updates(examples, batch_size, epochs):\n    return -(-examples // batch_size) ** epochs"
        ],
    },
    check=function_check(
        updates,
        arguments=("examples", "batch_size", "epochs"),
        cases=update_cases,
        mistakes=MISTAKES,
        success="Batches of one epoch, rounded up (Keras counts them in front of its progress bar), times the epochs.",
    ),
    equivalent={},
    hints=(
        "First one epoch: how many batches does it take until every example has been used?",
        "Whole batches are `examples // batch_size`. `examples % batch_size` is what is left; if it is above 0, there is one batch more.",
        "    batches = examples // batch_size\n    if examples % ___ > 0:\n        batches = batches + ___\n    return batches * ___",
    ),
)

WHY_NOISE = Exercise(
    id="5.11",
    title="Uphill, although every step goes down",
    kind="choice",
    starter="...",
    right=('"c"', "'C)'"),
    wrong={
        "a_bug": ['"a"'],
        "rate_of_one": ['"b"'],
        "forgets_all": ['"d"'],
        "not_a_choice": ["4"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "a_bug",
                "The same lines of code ran with all 569 tumours in a batch, and there no update at all went up. What is different "
                "with one tumour?",
            ),
            "b": (
                "rate_of_one",
                "The rate was the same for all three, and with all tumours in a batch it never went up. So the rate alone can't be it: "
                "whose slope was measured?",
            ),
            "d": (
                "forgets_all",
                "If each update wiped out the ones before, the loss would not have fallen from epoch to epoch. It wavers around a low "
                "value. Downhill for whom is each step?",
            ),
        },
        success="One tumour's slope is a hint, right on average and often wrong. Averaging 32 hints takes most of the noise away.",
    ),
    hints=(
        "Each step goes down the slope that was measured. On which examples was it measured?",
        "The curve shows the loss over all tumours; the step looked at one.",
        "The step lowers the loss of ___ tumour; the curve shows the mean loss of ___ tumours.",
    ),
)
