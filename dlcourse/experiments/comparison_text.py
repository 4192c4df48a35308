"""Models on sentences from film reviews: counted words, and learned vectors. The rules stand in `comparison`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from dlcourse import datasets
from dlcourse.experiments.comparison import SEEDS, Candidate, Task, one_thread, row

SIZES = (500, 2000, 8000)
TESTED = 2605  # the last sentences; the order is shuffled


def tasks(n: int, seeds: Sequence[int]) -> list[Task]:
    """Return for each seed `n` training sentences and the one test set; the label is 1 for a rating above 0."""
    reviews = datasets.movie_reviews()
    texts, liked = reviews["text"].tolist(), (reviews["rating"] > 0).to_numpy(int)
    pool = len(texts) - TESTED
    found = []
    for seed in seeds:
        rows = np.random.default_rng(seed).permutation(pool)[:n]
        chosen = [texts[row] for row in rows]
        found.append(Task("reviews", chosen, liked[rows], texts[pool:], liked[pool:]))
    return found


def run(
    sizes: Sequence[int] = SIZES,
    models: Sequence[str] | None = None,
    seeds: Sequence[int] = SEEDS,
    report: Callable[[str], object] | None = None,
) -> dict[str, Any]:
    """Compare models on sentences; returns {"rows": [...]}, a line for each size and model.

    sizes: numbers of training sentences. models: names; by default all.
    """
    from dlcourse.experiments.comparison_models import for_texts

    lines = []
    with one_thread():
        for n in sizes:
            chances = tasks(n, seeds)
            for candidate in for_texts(n):
                if models is not None and candidate.name not in models:
                    continue
                lines.append(row(candidate, chances, seeds))
                if report:
                    report(f"{n} {candidate.name}: {np.mean(lines[-1]['accuracy']):.3f}")
    return {"rows": lines}


def piece(data: str, n: int, model: str, seed: int) -> tuple[Candidate, Task]:
    """Return one model and one training set of the comparison."""
    from dlcourse.experiments.comparison_models import for_texts

    return next(one for one in for_texts(n) if one.name == model), tasks(n, (seed,))[0]
