"""Models on pictures of clothes, on raw pixels and on hand-made features. The rules stand in `comparison`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np

from dlcourse import datasets
from dlcourse.experiments.comparison import SEEDS, Candidate, Task, one_thread, row
from dlcourse.experiments.features import edge_features

SIZES = (100, 300, 1000)  # 3,000 and 10,000 are experiments of their own
TESTED = 5000  # the first test pictures: an SVM needs seconds for each thousand
BOOSTING_UP_TO = 3000  # pictures: ten classes, hundreds of columns, a tree for each class and round
NETWORKS = (
    "dense network",
    "convolutional network",
)  # they get pixels only: making features is their own work
ON_EDGES = " on edges"


def pixels(images: np.ndarray) -> np.ndarray:
    """Return pictures as rows of numbers from 0 to 1: (n, 784) float32."""
    return images.reshape(len(images), -1) / np.float32(255)


def tasks(n: int, seeds: Sequence[int], features: Callable[[np.ndarray], np.ndarray] = pixels) -> list[Task]:
    """Return for each seed `n` training pictures, of each class nearly as many, and the one test set, as features."""
    from sklearn.model_selection import train_test_split

    x, y, _, y_test = _clothes()
    x_test = _test_features(features)
    found = []
    for seed in seeds:
        rows, _ = train_test_split(np.arange(len(y)), train_size=n, random_state=seed, stratify=y)
        began = time.process_time()
        chosen = features(x[rows])
        seconds = time.process_time() - began
        found.append(
            Task("Fashion-MNIST", chosen, y[rows], x_test, y_test, extra=(seconds, seconds / n * 1000))
        )
    return found


@cache
def _clothes() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    (x, y), (x_test, y_test) = datasets.fashion_mnist()
    return x, y, x_test[:TESTED], y_test[:TESTED]


@cache
def _test_features(features: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    return features(_clothes()[2])


def run(
    sizes: Sequence[int] = SIZES,
    models: Sequence[str] | None = None,
    seeds: Sequence[int] = SEEDS,
    report: Callable[[str], object] | None = None,
) -> dict[str, Any]:
    """Compare models on pictures; returns {"rows": [...]}, a line for each size and model.

    sizes: numbers of training pictures. models: names such as "SVM" or "SVM on edges"; by default all.
    """
    from dlcourse.experiments.comparison_models import for_pictures

    lines = []
    with one_thread():
        for n in sizes:
            for suffix, features in (("", pixels), (ON_EDGES, edge_features)):
                chances = tasks(n, seeds, features)
                for candidate in for_pictures(n):
                    name = candidate.name + suffix
                    if (models is not None and name not in models) or (suffix and candidate.name in NETWORKS):
                        continue
                    if candidate.name == "gradient boosting" and n > BOOSTING_UP_TO:
                        continue
                    lines.append(row(candidate, chances, seeds, name))
                    if report:
                        report(f"{n} {name}: {np.mean(lines[-1]['accuracy']):.3f}")
    return {"rows": lines}


def piece(data: str, n: int, model: str, seed: int) -> tuple[Candidate, Task]:
    """Return one model and one training set of the comparison."""
    from dlcourse.experiments.comparison_models import for_pictures

    name, edges = model.removesuffix(ON_EDGES), model.endswith(ON_EDGES)
    task = tasks(n, (seed,), edge_features if edges else pixels)[0]
    return next(one for one in for_pictures(n) if one.name == name), task
