"""What people write in exercise 7.3 in place of the best epoch, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, Seen, show


def best(history: dict) -> int:
    """The epoch of the lowest validation loss, counted from 1."""
    return int(np.argmin(history["val_loss"])) + 1


def _first_dip(history: dict) -> int:
    losses = history["val_loss"]
    return next((i for i in range(1, len(losses)) if losses[i] > losses[i - 1]), len(losses))


def _improvements(history: dict) -> int:
    """How many times the loss was lower than ever before."""
    losses = history["val_loss"]
    return sum(loss < min(losses[:i], default=np.inf) for i, loss in enumerate(losses))


def _below_first(history: dict) -> int:
    """The last epoch whose loss is below that of the first."""
    losses = history["val_loss"]
    return max((i for i, loss in enumerate(losses, start=1) if loss < losses[0]), default=1)


def _says(text: str):
    """A message that quotes the validation losses (or what `{name}` in `text` names) and the answer."""

    def message(seen: Seen) -> str:
        history = seen.inputs["history"]
        return text.format(
            got=show(seen.got), epochs=len(history["loss"]), **{k: show(v) for k, v in history.items()}
        )

    return message


def _largest_gap(history: dict) -> int:
    return int(np.argmax(np.subtract(history["val_loss"], history["loss"]))) + 1


def _steepest_fall(history: dict) -> int:
    return int(np.argmin(np.diff(history["val_loss"]))) + 1


def _smallest_gap(history: dict) -> int:
    return int(np.argmin(np.abs(np.subtract(history["val_loss"], history["loss"])))) + 1


MISTAKES = {
    "from_0": Mistake(
        lambda history: best(history) - 1,
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
        lambda history: best(history) + 1,
        _says("For the validation losses {val_loss} you return {got}: one epoch after the lowest. `np.argmin` counts from 0; how much "
        "must be added?"),
    ),
    "one_too_early": Mistake(
        lambda history: best(history) - 2,
        _says("For the validation losses {val_loss} you return {got}: two too few. `np.argmin` counts from 0; is 1 added or taken away?"),
    ),
    "always_first": Mistake(
        lambda history: 1,
        _says("For the validation losses {val_loss} you return {got}, and for all others, too. Is the list sorted before? Then the lowest is "
        "always at the front. Or is the smallest looked for in the dictionary itself, and not in one of its lists?"),
    ),
    "nothing_lower": Mistake(
        lambda history: 0,
        _says("For the validation losses {val_loss} you return {got}, and for all others, too: there is no epoch 0. If you look for "
        "something lower than a first value: is any loss ever below 0?"),
    ),
    "starts_at_1": Mistake(
        lambda history: best(history) if min(history["val_loss"]) < 1 else 0,
        _says("Where losses are below 1, you are right. For {val_loss} you return {got}: none is below the number with which your search "
        "begins. Which number is above every loss?"),
    ),
    "improvements": Mistake(
        _improvements,
        _says("For the validation losses {val_loss} you return {got}: how *many* times it was lower than ever. Asked is *when* for the last time."),
    ),
    "below_the_first": Mistake(
        _below_first,
        _says("For the validation losses {val_loss} you return {got}, the last epoch that is below the *first*. Lower than what must an epoch "
        "be? That changes whenever a lower one is found."),
    ),
    "largest_gap": Mistake(
        _largest_gap,
        _says("You return {got}, where the validation loss {val_loss} is farthest above the training loss {loss}. That is where most has been "
        "learned by heart. Asked is the lowest validation loss."),
    ),
    "steepest_fall": Mistake(
        _steepest_fall,
        _says("For the validation losses {val_loss} you return {got}: there it falls *most* from one epoch to the next. Asked is where it *is* lowest."),
    ),
    "lowest_accuracy": Mistake(
        lambda history: int(np.argmin(history["val_accuracy"])) + 1,
        _says("You return {got}, where the validation *accuracy* {val_accuracy} is lowest. Of which list is low good?"),
    ),
}  # fmt: skip
