"""Exercise 7.3: the best epoch of a history. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_07.best_mistakes import MISTAKES, best

_FIRST = {
    "loss": [0.6, 0.4, 0.3, 0.2],
    "accuracy": [0.7, 0.8, 0.85, 0.9],
    "val_loss": [0.52, 0.41, 0.45, 0.5],
    "val_accuracy": [0.75, 0.78, 0.81, 0.8],
}
_LATE = {  # up and down again; the best accuracy comes first, the best loss last but one
    "loss": [0.7, 0.5, 0.45, 0.3, 0.28, 0.2],
    "accuracy": [0.6, 0.7, 0.72, 0.8, 0.83, 0.9],
    "val_loss": [0.6, 0.5, 0.55, 0.48, 0.44, 0.47],
    "val_accuracy": [0.7, 0.76, 0.75, 0.74, 0.73, 0.72],
}
_LARGE = {  # above 1, as the first losses of a large network are
    "loss": [1.9, 1.2, 1.3, 1.25],
    "accuracy": [0.3, 0.5, 0.4, 0.6],
    "val_loss": [2.3, 1.6, 1.8, 2.5],
    "val_accuracy": [0.4, 0.3, 0.35, 0.2],
}
_ONE = {"loss": [0.5], "accuracy": [0.8], "val_loss": [0.4], "val_accuracy": [0.9]}
_LAST = {
    "loss": [0.5, 0.6, 0.4],
    "accuracy": [0.8, 0.7, 0.9],
    "val_loss": [0.45, 0.5, 0.3],
    "val_accuracy": [0.9, 0.8, 0.7],
}


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Small histories, then random ones without ties."""
    more = []
    for _ in range(4):
        epochs = int(rng.integers(5, 12))
        more.append({name: rng.permutation(np.linspace(0.1, 0.9, epochs)).tolist() for name in _FIRST})
    return [(history,) for history in (_FIRST, _LATE, _LARGE, _LAST, *more, _ONE)]


_SEARCH = """
def best_epoch(history):
    best, lowest = {start}
    for i, loss in enumerate(history["val_loss"]):
        if loss < lowest:
            {then}
    return best
"""

BEST_EPOCH = Exercise(
    id="7.3",
    title="The best epoch",
    kind="function",
    starter="""
        def best_epoch(history):
            ...
    """,
    setup="import numpy as np\nimport pandas as pd",
    right=(
        """
        def best_epoch(history):
            return np.argmin(history["val_loss"]) + 1
        """,
        """
        def best_epoch(history):
            losses = history["val_loss"]
            return losses.index(min(losses)) + 1
        """,
        """
        def best_epoch(history):
            best, lowest = None, float("inf")
            for epoch, loss in enumerate(history["val_loss"], start=1):
                if loss < lowest:
                    best, lowest = epoch, loss
            return best
        """,
        """
        def best_epoch(history):
            return pd.DataFrame(history)["val_loss"].idxmin() + 1
        """,
        """
        def best_epoch(history):
            numbered = [(loss, epoch + 1) for epoch, loss in enumerate(history["val_loss"])]
            return sorted(numbered)[0][1]
        """,
        """
        def best_epoch(history):
            losses = history["val_loss"]
            return min(range(1, len(losses) + 1), key=lambda epoch: losses[epoch - 1])
        """,
    ),
    wrong={
        "from_0": [
            "def best_epoch(history):\n    return np.argmin(history['val_loss'])",
            "def best_epoch(history):\n    return history['val_loss'].index(min(history['val_loss']))",
        ],
        "highest": ["def best_epoch(history):\n    return np.argmax(history['val_loss']) + 1"],
        "highest_from_0": ["def best_epoch(history):\n    return np.argmax(history['val_loss'])"],
        "training_loss": ["def best_epoch(history):\n    return np.argmin(history['loss']) + 1"],
        "training_loss_from_0": ["def best_epoch(history):\n    return np.argmin(history['loss'])"],
        "last": ["def best_epoch(history):\n    return len(history['val_loss'])"],
        "by_accuracy": ["def best_epoch(history):\n    return np.argmax(history['val_accuracy']) + 1"],
        "by_accuracy_from_0": ["def best_epoch(history):\n    return np.argmax(history['val_accuracy'])"],
        "training_accuracy": ["def best_epoch(history):\n    return np.argmax(history['accuracy']) + 1"],
        "the_loss": [
            "def best_epoch(history):\n    return min(history['val_loss'])",
            "def best_epoch(history):\n    return np.min(history['val_loss'])",
        ],
        "loss_plus_1": ["def best_epoch(history):\n    return min(history['val_loss']) + 1"],
        "first_dip": [
            """
            def best_epoch(history):
                losses = history["val_loss"]
                for i in range(1, len(losses)):
                    if losses[i] > losses[i - 1]:
                        return i
                return len(losses)
            """,
        ],
        "smallest_gap": [
            "def best_epoch(history):\n    return np.argmin(np.abs(np.array(history['val_loss']) - np.array(history['loss']))) + 1"
        ],
        "one_too_late": ["def best_epoch(history):\n    return np.argmin(history['val_loss']) + 2"],
        "lowest_accuracy": ["def best_epoch(history):\n    return np.argmin(history['val_accuracy']) + 1"],
        "one_too_early": ["def best_epoch(history):\n    return np.argmin(history['val_loss']) - 1"],
        "always_first": [
            "def best_epoch(history):\n    return np.argmin(history) + 1",
            "def best_epoch(history):\n    losses = sorted(history['val_loss'])\n    return losses.index(min(losses)) + 1",
        ],
        "nothing_lower": [_SEARCH.format(start="0, 0", then="best, lowest = i + 1, loss")],
        "starts_at_1": [_SEARCH.format(start="0, 1", then="best, lowest = i + 1, loss")],
        "improvements": [_SEARCH.format(start='0, float("inf")', then="best, lowest = best + 1, loss")],
        "below_the_first": [_SEARCH.format(start="1, history['val_loss'][0]", then="best = i + 1")],
        "largest_gap": ["def best_epoch(history):\n    return np.argmax(np.array(history['val_loss']) - np.array(history['loss'])) + 1"],
        "steepest_fall": ["def best_epoch(history):\n    return np.argmin(np.diff(history['val_loss'])) + 1"],
        "always_the_same": ["def best_epoch(history):\n    return 2"],
        "wrong_value": ["def best_epoch(history):\n    return len(history['val_loss']) // 2 + 1"],
        "returns_none": ["def best_epoch(history):\n    print(np.argmin(history['val_loss']) + 1)"],
        "raised": [
            "def best_epoch(history):\n    return np.argmin(history.history['val_loss']) + 1",
            "def best_epoch(history):\n    return np.argmin(history['validation_loss']) + 1",
        ],
    },
    check=function_check(
        best,
        arguments=("history",),
        cases=_cases,
        mistakes=MISTAKES,
        success="Your function and Keras' callbacks agree: the validation loss decides, the training loss never.",
    ),
    hints=(
        'Of the four lists one is about mails the network does not learn from, and measures finely: `history["val_loss"]`.',
        "`np.argmin(numbers)` is the place of the smallest. Python counts places from 0, people count epochs from 1.",
        """
        def best_epoch(history):
            return np.argmin(history[___]) + ___
        """,
    ),
)  # fmt: skip
