"""Exercise 7.5: early stopping by hand. The declaration; what people make of it stands in `patience_mistakes`."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_07.patience_mistakes import MISTAKES, WRONG, watched
from dlcourse.exercises.lesson_07.patience_more import MORE, MORE_WRONG


def _cases(rng: np.random.Generator) -> list[tuple]:
    """(validation losses, patience): one dip; never stopped; a late second dip; a tie; no patience; random ones."""
    cases = [
        ([0.5, 0.4, 0.45, 0.46, 0.3], 2),
        ([0.5, 0.4, 0.3], 2),
        ([0.5, 0.4, 0.45, 0.38, 0.41, 0.42, 0.43], 2),
        ([0.5, 0.4, 0.4, 0.4, 0.2], 2),
        ([0.5, 0.4, 0.45, 0.3], 1),
        ([0.5, 0.3, 0.45, 0.42, 0.4, 0.38, 0.2], 3),
        ([0.5, 0.4, 0.45, 0.46, 0.3], 0),
        ([0.3, 0.5, 0.4, 0.6, 0.7, 0.8], 2),
        ([0.7], 3),
        ([0.2, 0.3, 0.4, 0.5, 0.1], 4),
        ([0.4, 0.5], 1),
        ([0.4, 0.5, 0.3, 0.6], 2),
        ([2.5, 1.4, 1.7, 1.6, 0.3], 2),
        ([0.5, 0.4, 0.3999, 0.41, 0.2], 2),
    ]
    for _ in range(6):
        losses = np.round(rng.uniform(0.1, 0.9, size=int(rng.integers(6, 15))), 3).tolist()
        cases.append((losses, int(rng.integers(1, 5))))
    return cases


EARLY_STOPPING = Exercise(
    id="7.5",
    title="Early stopping by hand",
    kind="function",
    starter="""
        def early_stopping(val_losses, patience):
            ...
            return last, best
    """,
    setup="import numpy as np",
    right=(
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
        """,
        """
        def early_stopping(val_losses, patience):
            best = 1
            for last in range(1, len(val_losses) + 1):
                if val_losses[last - 1] < val_losses[best - 1]:
                    best = last
                if last > best and last - best >= patience:
                    return last, best
            return len(val_losses), best
        """,
        """
        def early_stopping(val_losses, patience):
            waits = max(patience, 1)
            for last in range(1, len(val_losses) + 1):
                best = int(np.argmin(val_losses[:last])) + 1
                if last == best + waits:
                    break
            return [last, best]
        """,
        """
        def early_stopping(val_losses, patience):
            losses, last, best = list(val_losses), 1, 1
            while last < len(losses) and last - best < max(1, patience):
                last += 1
                if losses[last - 1] < losses[best - 1]:
                    best = last
            return np.array([last, best])
        """,
    ),
    wrong={**WRONG, **MORE_WRONG},
    check=function_check(
        watched,
        arguments=("val_losses", "patience"),
        cases=_cases,
        mistakes={**MISTAKES, **MORE},
        success="Patience is a bet: epochs that were waited in vain, against a dip that comes later. The next cell lets Keras count.",
    ),
    hints=(
        "Walk through the losses and keep three things: the epoch of the lowest so far, that lowest loss, and how many epochs you have "
        "waited since.",
        "Lower than the lowest so far: a new best, and the waiting is over. Else: one more waited; if that makes `patience`, stop.",
        """
        def early_stopping(val_losses, patience):
            best, lowest, waited = 0, float("inf"), 0
            for last, loss in enumerate(val_losses, start=1):
                if loss < ___:
                    best, lowest, waited = ___, ___, ___
                else:
                    waited = ___
                    if waited >= ___:
                        break
            return last, best
        """,
    ),
)
