"""What happens when models are compared carelessly, small enough to run in lesson 10: luck, units, noise, uneven tuning.

The rules of the careful comparison stand in `comparison`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from dlcourse import datasets, scratch
from dlcourse.experiments.comparison_models import columns
from dlcourse.experiments.comparison_tables import tasks

SHOWN = 1600  # of 2,000 people a model learns from while it is tuned; the others judge it


class Network:
    """The dense network of lesson 6 with one hidden layer, `fit` and `predict`; it learns by Adam."""

    def __init__(
        self, seed: int, hidden: int = 16, classes: int = 3, epochs: int = 60, rate: float = 0.01
    ) -> None:
        self.layers = [scratch.Dense(hidden, "relu"), scratch.Dense(classes, "softmax")]
        self.seed, self.epochs, self.rate = seed, epochs, rate

    def fit(self, x: np.ndarray, y: np.ndarray) -> Network:
        """Train on rows `x` with class indices `y`."""
        self.network = scratch.Network(self.layers, inputs=x.shape[1], seed=self.seed)
        self.network.compile(optimizer=scratch.Adam(self.rate), loss="sparse_categorical_crossentropy")
        self.network.fit(x, y, epochs=self.epochs)
        return self

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Return the class index of each row."""
        return self.network.predict(x).argmax(axis=1)


RIVALS: Mapping[str, Callable[[int], Any]] = {
    "random forest": lambda seed: RandomForestClassifier(100, random_state=seed),
    "gradient boosting": lambda seed: HistGradientBoostingClassifier(random_state=seed),
    "SVM": lambda seed: SVC(),
    "dense network": Network,
}


def areas(model: Any, classes: int = 3) -> Callable[[np.ndarray], np.ndarray]:
    """Return what `plots.decision_surface` asks for: a function from points to a column for each class, 1 where `model` says it."""
    return lambda points: 1.0 * (model.predict(points)[:, None] == np.arange(classes))


def on_other_loans(model: Any, seed: int) -> float:
    """Return a model's accuracy on 100 loans after training on 1,000, both drawn by lot with this seed."""
    loans = datasets.credit()
    x, y = loans.drop(columns="status"), loans["status"].to_numpy(str)
    x, x_test, y, y_test = train_test_split(x, y, train_size=1000, test_size=100, random_state=seed)
    return float(make_pipeline(columns(), model).fit(x, y).score(x_test, y_test))


def on_birds(
    x: np.ndarray,
    y: np.ndarray,
    model: str,
    seed: int,
    *,
    scaled: bool = True,
    noise: int = 0,
    leak: bool = False,
) -> float:
    """Return what share of 40 % of the rows a model gets right after training on the others, for this seed.

    x: (n, columns) measurements, y: (n,) class indices. model: a name of RIVALS. scaled: standardise, by the
    training rows or, with `leak`, by all. noise: columns of random numbers that are added.
    """
    train, test = train_test_split(np.arange(len(y)), test_size=0.4, random_state=seed, stratify=y)
    if scaled:
        x = StandardScaler().fit(x if leak else x[train]).transform(x)
    x = np.hstack([x, np.random.default_rng(seed).normal(size=(len(x), noise))])
    answers = RIVALS[model](seed).fit(x[train], y[train]).predict(x[test])
    return float(np.mean(answers == y[test]))


SETTINGS = {
    "tree": (None, 5, 10),
    "network": (60, 5, 2),
}  # largest depth; epochs. The first came to mind first


@cache
def _people(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    task = tasks("Adult", 2000, (seed,))[0]
    prepare = columns().fit(task.x)
    y, y_test = (1 * (labels == ">50K") for labels in (task.y, task.y_test))
    return prepare.transform(task.x), y, prepare.transform(task.x_test), y_test


def on_people(kind: str, seed: int, *, tuned: bool) -> float:
    """Return the test accuracy of a "tree" or "network" for the income of 2,000 people.

    tuned: with the best of its SETTINGS on validation rows; otherwise with the first.
    """
    x, y, x_test, y_test = _people(seed)

    def trained(setting: int | None, rows: slice) -> Any:
        if kind == "tree":
            return DecisionTreeClassifier(max_depth=setting, random_state=seed).fit(x[rows], y[rows])
        return Network(seed, 64, 2, setting, 0.003).fit(x[rows], y[rows])

    best = SETTINGS[kind][0]
    if tuned:
        judged = [trained(one, slice(SHOWN)).predict(x[SHOWN:]) for one in SETTINGS[kind]]
        best = SETTINGS[kind][int(np.argmax([np.mean(answers == y[SHOWN:]) for answers in judged]))]
    return float(np.mean(trained(best, slice(None)).predict(x_test) == y_test))
