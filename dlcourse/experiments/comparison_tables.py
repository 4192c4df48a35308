"""Models on tables: people (Adult), loans (credit) and penguins. The rules stand in `comparison`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from dlcourse import datasets
from dlcourse.experiments.comparison import SEEDS, Candidate, Task, one_thread, row

if TYPE_CHECKING:
    import pandas as pd

SIZES = {"penguins": (50, 200), "credit": (500, 3000), "Adult": (500, 2000, 8000, 32561)}
SVM_UP_TO = 8000  # rows: its work grows with the square of them
MEASURES = {
    "credit": "balanced accuracy"
}  # 72 of 100 loans are good: who says "good" always is right 72 times


def table(data: str) -> tuple[pd.DataFrame, np.ndarray, pd.DataFrame, np.ndarray]:
    """Return a table's training pool and test set, `x, y, x_test, y_test`; always the same rows.

    Adult: the test set that its authors published (16,281 rows). credit: 1,454 loans, penguins: 144 birds, each class
    as often as in the whole.
    """
    from sklearn.model_selection import train_test_split

    if data == "Adult":
        people = datasets.adult()
        x, y = people.drop(columns=["income", "part"]), people["income"].to_numpy(str)
        test = (people["part"] == "test").to_numpy()
        return x[~test], y[~test], x[test], y[test]
    whole, answer, kept = (
        (datasets.credit(), "status", 1454) if data == "credit" else (datasets.penguins(), "species", 144)
    )
    x, y = whole.drop(columns=[answer]), whole[answer].to_numpy(str)
    if (
        data == "penguins"
    ):  # from the body alone: two species live on one island each, which would give them away
        x = x.drop(columns=["island", "year"])
    x, x_test, y, y_test = train_test_split(x, y, test_size=kept, random_state=0, stratify=y)
    return x, y, x_test, y_test


def tasks(data: str, n: int, seeds: Sequence[int]) -> list[Task]:
    """Return for each seed `n` rows of the training pool of `data`, each class as often as in the pool, and the one test set."""
    from sklearn.model_selection import train_test_split

    x, y, x_test, y_test = table(data)
    found = []
    for seed in seeds:
        rows = np.arange(len(y))
        if n < len(y):
            rows, _ = train_test_split(rows, train_size=n, random_state=seed, stratify=y)
        found.append(Task(data, x.iloc[rows], y[rows], x_test, y_test, MEASURES.get(data, "accuracy")))
    return found


def run(
    data: Sequence[str] = tuple(SIZES),
    sizes: Sequence[int] | None = None,
    models: Sequence[str] | None = None,
    seeds: Sequence[int] = SEEDS,
    report: Callable[[str], object] | None = None,
) -> dict[str, Any]:
    """Compare models on tables; returns {"rows": [...]}, a line for each table, size and model.

    data: names of SIZES. sizes: training rows; by default all that SIZES names. models: names; by default all.
    """
    from dlcourse.experiments.comparison_models import for_tables

    lines = []
    with one_thread():
        for name in data:
            for n in sizes or SIZES[name]:
                chances = tasks(name, n, seeds)
                for candidate in for_tables(n):
                    if models is not None and candidate.name not in models:
                        continue
                    if candidate.name == "SVM" and n > SVM_UP_TO:
                        continue
                    lines.append(row(candidate, chances, seeds))
                    if report:
                        report(f"{name} {n} {candidate.name}: {np.mean(lines[-1]['accuracy']):.3f}")
    return {"rows": lines}


def piece(data: str, n: int, model: str, seed: int) -> tuple[Candidate, Task]:
    """Return one model and one training set of the comparison."""
    from dlcourse.experiments.comparison_models import for_tables

    return next(one for one in for_tables(n) if one.name == model), tasks(data, n, (seed,))[0]
