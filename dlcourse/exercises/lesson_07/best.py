"""Exercise 7.3: the best epoch of a history. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show

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
    return [(history,) for history in (_FIRST, _LATE, _ONE, _LAST, *more)]


def _best(history: dict) -> int:
    return int(np.argmin(history["val_loss"])) + 1


def _first_dip(history: dict) -> int:
    losses = history["val_loss"]
    return next((i for i in range(1, len(losses)) if losses[i] > losses[i - 1]), len(losses))


def _says(text: str):
    """A message that quotes the validation losses (or what `{name}` in `text` names) and the answer."""

    def message(seen: Seen) -> str:
        history = seen.inputs["history"]
        return text.format(
            got=show(seen.got), epochs=len(history["loss"]), **{k: show(v) for k, v in history.items()}
        )

    return message


def _smallest_gap(history: dict) -> int:
    return int(np.argmin(np.abs(np.subtract(history["val_loss"], history["loss"])))) + 1


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
        "always_the_same": ["def best_epoch(history):\n    return 2"],
        "wrong_value": ["def best_epoch(history):\n    return len(history['val_loss']) // 2 + 1"],
        "returns_none": ["def best_epoch(history):\n    print(np.argmin(history['val_loss']) + 1)"],
        "raised": [
            "def best_epoch(history):\n    return np.argmin(history.history['val_loss']) + 1",
            "def best_epoch(history):\n    return np.argmin(history['validation_loss']) + 1",
        ],
    },
    check=function_check(
        _best,
        arguments=("history",),
        cases=_cases,
        mistakes={
            "from_0": Mistake(
                lambda history: _best(history) - 1,
                _says("For the validation losses {val_loss} you return {got}. That is the right place, as Python counts places. Which "
                "number has the first epoch, if people count?"),
            ),
            "highest": Mistake(
                lambda history: int(np.argmax(history["val_loss"])) + 1,
                _says("For the validation losses {val_loss} you return {got}, where the loss is *highest*. Do we want a large loss?"),
            ),
            "highest_from_0": Mistake(
                lambda history: int(np.argmax(history["val_loss"])),
                _says("For the validation losses {val_loss} you return {got}: the place of the *highest*, counted from 0. Wanted is the "
                "lowest, counted from 1."),
            ),
            "training_loss": Mistake(
                lambda history: int(np.argmin(history["loss"])) + 1,
                _says("You return {got}, where the *training* loss {loss} is lowest. That falls as long as one trains. Which list says how "
                "the network does on mails it does not learn from?"),
            ),
            "training_loss_from_0": Mistake(
                lambda history: int(np.argmin(history["loss"])),
                _says("You return {got}: the place of the lowest *training* loss, {loss}, counted from 0. Two things: which list is about "
                "mails it does not learn from, and which number has the first epoch?"),
            ),
            "last": Mistake(
                lambda history: len(history["loss"]),
                _says("For the validation losses {val_loss} you return {got}, the last epoch. Has the loss not been lower before?"),
            ),
            "by_accuracy": Mistake(
                lambda history: int(np.argmax(history["val_accuracy"])) + 1,
                _says("You return {got}, where the validation *accuracy* {val_accuracy} is highest. Asked is the epoch of the lowest "
                "validation loss, {val_loss}: it sees small changes that the accuracy does not."),
            ),
            "by_accuracy_from_0": Mistake(
                lambda history: int(np.argmax(history["val_accuracy"])),
                _says("You return {got}: the place of the highest validation *accuracy*, counted from 0. Asked is the lowest validation "
                "loss, {val_loss}, and the first epoch is 1."),
            ),
            "training_accuracy": Mistake(
                lambda history: int(np.argmax(history["accuracy"])) + 1,
                _says("You return {got}, where the *training* accuracy {accuracy} is highest. Asked is the lowest validation loss: {val_loss}."),
            ),
            "the_loss": Mistake(
                lambda history: min(history["val_loss"]),
                _says("For the validation losses {val_loss} you return {got}. That is the lowest loss itself; in which epoch was it reached?"),
            ),
            "loss_plus_1": Mistake(
                lambda history: min(history["val_loss"]) + 1,
                _says("For the validation losses {val_loss} you return {got}: the lowest loss, plus 1. The 1 belongs to its *place* in the "
                "list: `np.argmin`, or `.index(...)`, finds that."),
            ),
            "first_dip": Mistake(
                _first_dip,
                _says("Where the validation loss only falls and then only rises, you are right. For {val_loss} you return {got}, the epoch "
                "before it rises for the first time. It comes down again later: how far?"),
            ),
            "smallest_gap": Mistake(
                _smallest_gap,
                _says("You return {got}, where training loss {loss} and validation loss {val_loss} are nearest to each other. They are near "
                "at the start, too, when the network knows nothing. Asked is the lowest validation loss."),
            ),
            "one_too_late": Mistake(
                lambda history: _best(history) + 1,
                _says("For the validation losses {val_loss} you return {got}: one epoch after the lowest. `np.argmin` counts from 0; how much "
                "must be added?"),
            ),
            "lowest_accuracy": Mistake(
                lambda history: int(np.argmin(history["val_accuracy"])) + 1,
                _says("You return {got}, where the validation *accuracy* {val_accuracy} is lowest. Of which list is low good?"),
            ),
        },
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
