"""Exercise 7.5: the right rule, what goes wrong in it, and answers that go wrong so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dlcourse.checking import Mistake


def watched(
    losses: Sequence[float],
    patience: int,
    *,
    better: Callable[[float, float], bool] = lambda loss, lowest: loss < lowest,
    enough: Callable[[int, int], bool] = lambda waited, patience: waited >= patience,
    against_the_last: bool = False,
    never_again: bool = False,
    at_every_epoch: bool = False,
) -> tuple[int, int]:
    """Keras' rule: (last epoch that is trained, epoch whose weights are kept), counted from 1. Keywords: a slip each."""
    best, lowest, waited, last = 0, float("inf"), 0, 0
    for last, loss in enumerate(losses, start=1):
        is_better = better(loss, lowest)
        if is_better:
            best, lowest = last, loss
            if not never_again:
                waited = 0
        else:
            waited += 1
        if against_the_last:
            lowest = loss
        if (at_every_epoch or not is_better) and enough(waited, patience):
            break
    return last, best


def _shifted(last: int, best: int):
    """The right answer, with these added."""

    def behaviour(losses: Sequence[float], patience: int) -> tuple[int, int]:
        right = watched(losses, patience)
        return right[0] + last, right[1] + best

    return behaviour


def _compared_with_previous(losses: Sequence[float], patience: int) -> tuple[int, int]:
    """Stops after `patience` epochs in a row above the one before; the best of what was trained."""
    last, _ = watched(losses, patience, against_the_last=True)
    return last, int(np.argmin(losses[:last])) + 1


def _best_of_all(losses: Sequence[float], patience: int) -> tuple[int, int]:
    return watched(losses, patience)[0], int(np.argmin(losses)) + 1


def _never_stops(losses: Sequence[float], patience: int) -> tuple[int, int]:
    return len(losses), int(np.argmin(losses)) + 1


def _beyond_the_end(losses: Sequence[float], patience: int) -> tuple[int, int]:
    _, best = watched(losses, patience)
    return best + max(patience, 1), best


def _from_the_start(losses: Sequence[float], patience: int) -> tuple[int, int]:
    """Stops after `patience` epochs, whatever they were."""
    last = min(max(patience, 1), len(losses))
    return last, int(np.argmin(losses[:last])) + 1


def _lowest_loss(losses: Sequence[float], patience: int) -> tuple[int, float]:
    last, best = watched(losses, patience)
    return last, losses[best - 1]


MISTAKES = {
    "from_0": Mistake(
        _shifted(-1, -1),
        "For {inputs} you return {got}: both right, if the first epoch were number 0. Here it is number 1.",
    ),
    "last_from_0": Mistake(
        _shifted(-1, 0),
        "For {inputs} you return {got}. The second number is right; the first is one too small: the epoch in which the waiting "
        "comes to its end has been trained, too. (Or do you count it from 0?)",
    ),
    "best_from_0": Mistake(
        _shifted(0, -1),
        "For {inputs} you return {got}. The first number is right; the second is a place in the list, counted from 0. Epochs are "
        "counted from 1.",
    ),
    "exchanged": Mistake(
        lambda losses, patience: watched(losses, patience)[::-1],
        "For {inputs} you return {got}: the right two numbers in the other order. First the last epoch that is trained, then the best.",
    ),
    "one_too_patient": Mistake(
        lambda losses, patience: watched(losses, patience, enough=lambda waited, limit: waited > limit),
        "For {inputs} you return {got}: you wait one epoch more than `patience` says. When as many epochs in a row are no better "
        "as it says, it is over. Is it `>` where `>=` belongs?",
    ),
    "against_the_last": Mistake(
        _compared_with_previous,
        "For {inputs} you return {got}: you compare each epoch with the one *before* it. Early stopping compares with the *lowest so far*: "
        "a loss that comes down a little after a jump is no record.",
    ),
    "against_the_last_too": Mistake(
        lambda losses, patience: watched(losses, patience, against_the_last=True),
        "For {inputs} you return {got}: you compare each epoch with the one *before* it, and take every fall for a new best. Compare "
        "with the *lowest so far*.",
    ),
    "never_again_patient": Mistake(
        lambda losses, patience: watched(losses, patience, never_again=True),
        "For {inputs} you return {got}: you count *all* epochs that were no better. A new best begins the waiting anew; what is `waited` "
        "then?",
    ),
    "a_tie_is_better": Mistake(
        lambda losses, patience: watched(losses, patience, better=lambda loss, lowest: loss <= lowest),
        "For {inputs} you return {got}. An epoch that only *equals* the lowest loss is no better: it is waited. Is it `<=` where `<` belongs?",
    ),
    "keeps_the_last": Mistake(
        lambda losses, patience: (watched(losses, patience)[0],) * 2,
        "For {inputs} you return {got}: the weights of the last epoch. That is what one has *without* `restore_best_weights`. In which "
        "of the trained epochs was the loss lowest?",
    ),
    "looks_ahead": Mistake(
        _best_of_all,
        "For {inputs} you return {got}: the lowest loss of *all*, also of epochs that are never trained. When the training has ended, nobody "
        "knows what would have come.",
    ),
    "never_stops": Mistake(
        _never_stops,
        "For {inputs} you return {got}: this training goes on to the end of the list. What ends it, when nothing gets better?",
    ),
    "beyond_the_end": Mistake(
        _beyond_the_end,
        lambda seen: (
            f"If the waiting comes to its end, you are right. For `val_losses = {seen.inputs['val_losses']}, patience = {seen.inputs['patience']}` "
            f"you say that the last epoch is {seen.got[0]}, and there are only {len(seen.inputs['val_losses'])}: the epochs may be over first."
        ),
    ),
    "lowest_of_all": Mistake(
        lambda losses, patience: (int(np.argmin(losses)) + 1 + patience, int(np.argmin(losses)) + 1),
        "For {inputs} you return {got}: the lowest loss of *all*, and `patience` epochs after it. A training walks from epoch to epoch and does "
        "not know what comes. Where does the waiting end for the first time?",
    ),
    "lowest_of_all_in_range": Mistake(
        lambda losses, patience: (
            min(int(np.argmin(losses)) + 1 + patience, len(losses)),
            int(np.argmin(losses)) + 1,
        ),
        "For {inputs} you return {got}: you look for the lowest loss of *all* first. A training walks from epoch to epoch and does not know what "
        "comes. Where does the waiting end for the first time?",
    ),
    "from_the_start": Mistake(
        _from_the_start,
        "For {inputs} you return {got}: it stops after `patience` epochs, however they went. Only epochs that are *no better* than the "
        "lowest so far are waited.",
    ),
    "no_patience": Mistake(
        lambda losses, patience: watched(losses, patience, at_every_epoch=True),
        "With some patience you are right. For {inputs} you return {got}: with patience 0 your training ends after its first epoch, which was "
        "a new best. It ends at the first epoch that is *no better*.",
    ),
    "the_loss": Mistake(
        _lowest_loss,
        "For {inputs} you return {got}. The second is the lowest loss itself; asked is the epoch in which it came.",
    ),
}

_LOOP = """
def early_stopping(val_losses, patience):
    best, lowest, waited = {start}
    for last, loss in enumerate(val_losses{first}):
        if loss {better} lowest:
            {new}
        else:
            waited = waited + 1
            if waited {enough} patience:
                break
    return {result}
"""


def _loop(
    start: str = '0, float("inf"), 0',
    first: str = ", start=1",
    better: str = "<",
    new: str = "best, lowest, waited = last, loss, 0",
    enough: str = ">=",
    result: str = "last, best",
) -> str:
    return _LOOP.format(start=start, first=first, better=better, new=new, enough=enough, result=result)


WRONG = {
    "from_0": [_loop(first="")],
    "last_from_0": [_loop(result="last - 1, best")],
    "best_from_0": [_loop(result="last, best - 1"), _loop(result="last, val_losses.index(lowest)")],
    "exchanged": [_loop(result="best, last")],
    "one_too_patient": [_loop(enough=">")],
    "against_the_last": [
        """
        def early_stopping(val_losses, patience):
            last, waited = 1, 0
            while last < len(val_losses):
                last = last + 1
                if val_losses[last - 1] < val_losses[last - 2]:
                    waited = 0
                else:
                    waited = waited + 1
                    if waited >= patience:
                        break
            return last, int(np.argmin(val_losses[:last])) + 1
        """
    ],
    "against_the_last_too": [
        """
        def early_stopping(val_losses, patience):
            best, previous, waited = 0, float("inf"), 0
            for last, loss in enumerate(val_losses, start=1):
                if loss < previous:
                    best, waited = last, 0
                else:
                    waited += 1
                    if waited >= patience:
                        break
                previous = loss
            return last, best
        """
    ],
    "never_again_patient": [_loop(new="best, lowest = last, loss")],
    "a_tie_is_better": [_loop(better="<=")],
    "keeps_the_last": [_loop(result="last, last")],
    "looks_ahead": [_loop(result="last, val_losses.index(min(val_losses)) + 1")],
    "never_stops": [
        "def early_stopping(val_losses, patience):\n    return len(val_losses), int(np.argmin(val_losses)) + 1"
    ],
    "beyond_the_end": [
        _loop(result="best + max(patience, 1), best"),
    ],
    "lowest_of_all": [
        """
        def early_stopping(val_losses, patience):
            best = val_losses.index(min(val_losses)) + 1
            return best + patience, best
        """
    ],
    "lowest_of_all_in_range": [
        """
        def early_stopping(val_losses, patience):
            best = int(np.argmin(val_losses)) + 1
            return min(best + patience, len(val_losses)), best
        """
    ],
    "from_the_start": [
        """
        def early_stopping(val_losses, patience):
            last = min(max(patience, 1), len(val_losses))
            return last, int(np.argmin(val_losses[:last])) + 1
        """
    ],
    "no_patience": [
        """
        def early_stopping(val_losses, patience):
            best, lowest, waited = 0, float("inf"), 0
            for last, loss in enumerate(val_losses, start=1):
                if loss < lowest:
                    best, lowest, waited = last, loss, 0
                else:
                    waited = waited + 1
                if waited >= patience:
                    break
            return last, best
        """
    ],
    "the_loss": [_loop(result="last, lowest")],
    "wrong_length": ["def early_stopping(val_losses, patience):\n    return 1, 2, 3"],
    "wrong_type": [_loop(result="last")],
    "returns_none": ["def early_stopping(val_losses, patience):\n    last, best = 1, 1"],
    "raised": ["def early_stopping(val_losses, patience):\n    return last, best"],
    "wrong_value": [_loop(result="last + 2, best")],
}
