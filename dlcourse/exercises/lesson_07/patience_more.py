"""Exercise 7.5, continued: slips of those who walk from epoch to epoch, and answers that make them."""

from __future__ import annotations

from collections.abc import Sequence

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_07.patience_mistakes import watched


def _over(losses: Sequence[float], patience: int) -> bool:
    """Does the waiting come to its end before the epochs do, or with them?"""
    last, best = watched(losses, patience)
    return last - best >= max(patience, 1)


def _when_over(last: int, best: int):
    """The right answer, with these added where the waiting comes to its end; `best` always."""

    def behaviour(losses: Sequence[float], patience: int) -> tuple[int, int]:
        right = watched(losses, patience)
        return right[0] + last * _over(losses, patience), right[1] + best

    return behaviour


def _last_of_all(losses: Sequence[float], patience: int) -> tuple[int, int]:
    return (watched(losses, patience) if _over(losses, patience) else (len(losses),) * 2)  # fmt: skip


def _goes_on(losses: Sequence[float], patience: int) -> tuple[int, int]:
    """Without `break`: each further end of a waiting takes the place of the one before."""
    last, best, lowest, waited = len(losses), 0, float("inf"), 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
            if waited >= patience:
                last = epoch
    return last, best


def _first_is_waited(losses: Sequence[float], patience: int, best: int = 0) -> tuple[int, int]:
    """The first loss is the lowest from the start, and is then looked at once more."""
    lowest, waited, last = losses[0], 0, 0
    for last, loss in enumerate(losses, start=1):
        if loss < lowest:
            best, lowest, waited = last, loss, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return last, best


def _highest(losses: Sequence[float], patience: int) -> tuple[int, int]:
    return watched([-loss for loss in losses], patience)


def _first_if_not_over(losses: Sequence[float], patience: int) -> tuple[int, int]:
    last, best = watched(losses, patience)
    return (last if _over(losses, patience) else 1), best


_FIRST_WAITED = (
    "For {inputs} you return {got}. Your lowest loss is the first one from the start, so the first epoch is not lower than itself, and "
    "counts as waited. With which number must the search begin, so that the first epoch is a new best?"
)

MORE = {
    "from_0_in_the_loop": Mistake(
        _when_over(-1, -1),
        "For {inputs} you return {got}. Your loop counts the epochs from 0; here the first has number 1. (`enumerate` has `start=1`.)",
    ),
    "one_before_the_end": Mistake(
        _when_over(-1, 0),
        "For {inputs} you return {got}. The best epoch is right. The last is one too small: the epoch in which the waiting comes to its end "
        "has been trained, too.",
    ),
    "one_behind_the_end": Mistake(
        _when_over(1, 0),
        "For {inputs} you return {got}. The best epoch is right. The last is one too large: when an epoch ends the waiting, none is trained "
        "after it.",
    ),
    "impatient": Mistake(
        lambda losses, patience: watched(losses, patience, enough=lambda waited, limit: waited >= limit - 1),
        "For {inputs} you return {got}: you wait one epoch less than `patience` says. How many epochs has one waited that was *itself* a new "
        "best?",
    ),
    "patience_ignored": Mistake(
        lambda losses, patience: watched(losses, 2),
        "With patience 2 you are right. For {inputs} you return {got}: the 2 of the example stands in your function. What says how long to wait?",
    ),
    "best_counted_back": Mistake(
        lambda losses, patience: (watched(losses, patience)[0], watched(losses, patience)[0] - patience),
        "For {inputs} you return {got}. The last epoch is right. The best is `patience` before it only if the waiting came to its end; here "
        "the epochs were over first. Keep the best one while you go.",
    ),
    "last_is_best_if_not_over": Mistake(
        _last_of_all,
        "Where the waiting comes to its end you are right. For {inputs} it does not, and you return {got}. Is the last epoch always the best "
        "then?",
    ),
    "last_forgotten": Mistake(
        _first_if_not_over,
        "For {inputs} you return {got}. The best is right. `last` has kept the value it had before the loop, as nothing ended the waiting. "
        "Which epoch is the last then?",
    ),
    "goes_on": Mistake(
        _goes_on,
        "For {inputs} you return {got}: the waiting ends, and your loop goes on and finds a later best. Which word leaves a loop?",
    ),
    "first_is_waited": Mistake(_first_is_waited, _FIRST_WAITED),
    "first_is_waited_too": Mistake(lambda losses, patience: _first_is_waited(losses, patience, 1), _FIRST_WAITED),
    "equals_patience": Mistake(
        lambda losses, patience: watched(losses, patience, enough=lambda waited, limit: waited == limit),
        "With some patience you are right. For {inputs} you return {got}: `waited` is 1 or more when it is compared, so it never *equals* 0. "
        "Patience 0 works like 1.",
    ),
    "highest": Mistake(
        _highest,
        "For {inputs} you return {got}: an epoch with a *higher* loss counts as a new best. Do we want a large loss?",
    ),
    "sorted_first": Mistake(
        lambda losses, patience: watched(sorted(losses), patience),
        "For {inputs} you return {got}: what it would be if the losses had come in the order of their size. Sorted, they no longer tell what "
        "came when.",
    ),
    "starts_at_1": Mistake(
        lambda losses, patience: watched([min(loss, 1.0) for loss in losses], patience, better=lambda a, b: a < min(b, 1)),
        "Where losses are below 1, you are right. For {inputs} you return {got}: none is below the number with which your search begins. "
        "Which number is above every loss?",
    ),
}  # fmt: skip

_LOOP = """
def early_stopping(val_losses, patience):
    best, lowest, waited = {start}
    for epoch, loss in enumerate({losses}, {first}):
        if loss {better} lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
            if waited {enough}:
                {over}
    return {end}
"""


def _loop(
    start: str = '0, float("inf"), 0',
    losses: str = "val_losses",
    first: str = "1",
    better: str = "<",
    enough: str = ">= patience",
    over: str = "return epoch, best",
    end: str = "len(val_losses), best",
) -> str:
    return _LOOP.format(
        start=start, losses=losses, first=first, better=better, enough=enough, over=over, end=end
    )


MORE_WRONG = {
    "from_0_in_the_loop": [_loop(first="0")],
    "one_before_the_end": [_loop(over="return epoch - 1, best")],
    "one_behind_the_end": [_loop(over="return epoch + 1, best")],
    "impatient": [_loop(enough=">= patience - 1"), _loop(enough="> patience - 2")],
    "patience_ignored": [_loop(enough=">= 2")],
    "best_counted_back": [
        _loop(over="return epoch, epoch - patience", end="len(val_losses), len(val_losses) - patience")
    ],
    "last_is_best_if_not_over": [_loop(end="len(val_losses), len(val_losses)")],
    "last_forgotten": [_loop(end="1, best")],
    "goes_on": [
        _loop(start='0, float("inf"), 0\n    last = len(val_losses)', over="last = epoch", end="last, best")
    ],
    "first_is_waited": [_loop(start="0, val_losses[0], 0")],
    "first_is_waited_too": [_loop(start="1, val_losses[0], 0")],
    "equals_patience": [_loop(enough="== patience")],
    "highest": [_loop(start="0, 0, 0", better=">")],
    "sorted_first": [_loop(losses="sorted(val_losses)")],
    "starts_at_1": [_loop(start="0, 1, 0")],
}
