"""The convolutional network on 10,000 pictures of clothes once more, with lesson 8's schedule of the learning rate.

Rows, test set, network, epochs and the dropouts to choose from are those of `comparison_pictures_10000`; the schedule comes
with the batches of 128 that it has in lesson 8. The result stays apart from the other rows, because no other model was given
a second chance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dlcourse.experiments import comparison_pictures
from dlcourse.experiments.comparison import SEEDS, Candidate, one_thread, row

__all__ = ["SEEDS", "run"]

PEAK = 0.008  # lesson 8's, with its batches
SETTINGS = ({"dropout": 0.3}, {"dropout": 0.0}, {"dropout": 0.5})


def run(
    n: int = 10000,
    seeds: Sequence[int] = SEEDS,
    epochs: int = 12,
    report: Callable[[str], object] | None = None,
) -> dict[str, Any]:
    """Train on `n` pictures, the setting chosen on validation rows; returns {"rows": [...]} with a single line."""
    from dlcourse.experiments.comparison_nets import ScheduledPictureNet

    candidate = Candidate(
        "convolutional network, lesson 8's schedule",
        "DL",
        lambda seed, dropout: ScheduledPictureNet(seed, (64,), dropout, PEAK, epochs, 128),
        SETTINGS,
    )
    with one_thread():
        line = row(candidate, comparison_pictures.tasks(n, seeds), seeds)
    if report:
        report(f"{n} {candidate.name}: {line['accuracy']}")
    return {"rows": [line]}
