"""The rules by which lesson 10 compares models: equal rows, equal tries, one look at the test set, seconds of work.

What is compared stands in `comparison_tables`, `comparison_pictures` and `comparison_text`, the models in
`comparison_models`. Seconds are seconds of processor time on one thread, so they measure work and not cores.
"""

from __future__ import annotations

import pickle
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

SEEDS = (0, 1, 2)
TRIES = 3  # settings tried for every model: comparing a tuned model with an untuned one says nothing
VALIDATION = 0.2  # share of the training rows on which a setting is chosen
PARTS = (
    "comparison_tables",
    "comparison_text",
    "comparison_pictures",
    "comparison_pictures_3000",
    "comparison_pictures_10000",
)
_PART_OF = {
    **dict.fromkeys(("penguins", "credit", "Adult"), "comparison_tables"),
    "reviews": "comparison_text",
    "Fashion-MNIST": "comparison_pictures",
}


@dataclass(frozen=True)
class Candidate:
    """A model to be compared: `build(seed, **setting)` returns something with `fit` and `predict`.

    kind: "ML" or "DL". settings: what is tried, the sturdiest first (it wins a tie); the majority has one, which is empty.
    """

    name: str
    kind: str
    build: Callable[..., Any]
    settings: Sequence[Mapping[str, Any]] = ({},)


@dataclass(frozen=True)
class Task:
    """One training set and the test set that is used once a model: `x` may be arrays, frames or lists of texts.

    measure: "accuracy" or "balanced accuracy", by which a setting is chosen. extra: seconds spent on features before,
    for the training rows and for 1,000 new ones.
    """

    data: str
    x: Any
    y: np.ndarray
    x_test: Any
    y_test: np.ndarray
    measure: str = "accuracy"
    extra: tuple[float, float] = field(default=(0.0, 0.0))


@contextmanager
def one_thread() -> Iterator[None]:
    """Let everything inside use one thread, as far as the libraries still allow it; and not warn of slow convergence."""
    import tensorflow as tf
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    try:
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:  # TensorFlow has begun to work and keeps its threads; processor time counts them all
        pass
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


def take(x: Any, rows: np.ndarray) -> Any:
    """Return rows of a frame, an array or a list."""
    if hasattr(x, "iloc"):
        return x.iloc[rows]
    return [x[row] for row in rows] if isinstance(x, list) else x[rows]


def balanced_accuracy(targets: np.ndarray, answers: np.ndarray) -> float:
    """Return the share of right answers in each class, averaged over the classes that occur in `targets`."""
    return float(np.mean([np.mean(answers[targets == one] == one) for one in np.unique(targets)]))


def score(measure: str, targets: np.ndarray, answers: np.ndarray) -> float:
    """Return a measure, "accuracy" or "balanced accuracy", of answers."""
    if measure == "balanced accuracy":
        return balanced_accuracy(targets, answers)
    return float(np.mean(answers == targets))


def compare(candidate: Candidate, task: Task, seed: int) -> dict[str, float]:
    """Choose a setting on validation rows, train with it on all training rows, and look at the test set once.

    The validation rows depend on the seed alone, so they are the same for every model. Returns accuracy and balanced
    accuracy on the test set, seconds to train once with the chosen setting, seconds to predict 1,000 rows, the size in
    bytes and the number of the chosen setting.
    """
    chosen = _choose(candidate, task, seed) if len(candidate.settings) > 1 else 0
    return {**measured(candidate, task, seed, chosen), "chosen": chosen}


def measured(candidate: Candidate, task: Task, seed: int, chosen: int) -> dict[str, float]:
    """Train with one setting on all training rows and look at the test set: what `compare` returns, but "chosen"."""
    model = candidate.build(seed, **candidate.settings[chosen])
    began = time.process_time()
    model.fit(task.x, task.y)
    trained = time.process_time() - began
    answers = np.asarray(model.predict(task.x_test))
    thousand = take(task.x_test, np.arange(1000) % len(task.y_test))
    began = time.process_time()
    model.predict(thousand)
    predicted = time.process_time() - began
    return {
        "accuracy": score("accuracy", task.y_test, answers),
        "balanced": balanced_accuracy(task.y_test, answers),
        "train_seconds": trained + task.extra[0],
        "predict_seconds": predicted + task.extra[1],
        "size": size(model),
    }


def _choose(candidate: Candidate, task: Task, seed: int) -> int:
    from sklearn.model_selection import train_test_split

    learn, judge = train_test_split(
        np.arange(len(task.y)), test_size=VALIDATION, random_state=seed, stratify=task.y
    )
    scores = []
    for setting in candidate.settings:
        model = candidate.build(seed, **setting)
        model.fit(take(task.x, learn), task.y[learn])
        scores.append(score(task.measure, task.y[judge], np.asarray(model.predict(take(task.x, judge)))))
    return int(np.argmax(scores))


def size(model: Any) -> int:
    """Return how many bytes a trained model takes: pickled, or 4 for each parameter of a network."""
    last = model[-1] if hasattr(model, "named_steps") else model
    return int(last.size()) if hasattr(last, "size") else len(pickle.dumps(last))


def row(candidate: Candidate, tasks: Sequence[Task], seeds: Sequence[int], model: str = "") -> dict[str, Any]:
    """Return one line of the comparison: `tasks` holds a task for each seed, `model` a longer name."""
    found = [compare(candidate, task, seed) for task, seed in zip(tasks, seeds, strict=True)]
    listed = {key: [one[key] for one in found] for key in found[0]}
    task = tasks[0]
    about = {"data": task.data, "n": len(task.y), "model": model or candidate.name, "kind": candidate.kind}
    return {**about, "measure": task.measure, **listed, "size": int(np.median(listed["size"]))}


def rows(*parts: str) -> list[dict[str, Any]]:
    """Return the stored lines of the comparison, of all parts or of those named."""
    from dlcourse.experiments import load

    return [line for part in parts or PARTS for line in load(part)["rows"]]


def again(lines: Sequence[Mapping[str, Any]], seed: int = 0) -> list[float]:
    """Train the models of stored lines once more, each with the setting it had chosen; return their test accuracies.

    On the machine that stored them they are the same to the last digit; elsewhere sums are rounded otherwise.
    """
    import importlib

    found = []
    with one_thread():
        for line in lines:
            part = importlib.import_module(f"dlcourse.experiments.{_PART_OF[line['data']]}")
            candidate, task = part.piece(line["data"], line["n"], line["model"], seed)
            found.append(measured(candidate, task, seed, line["chosen"][SEEDS.index(seed)])["accuracy"])
    return found


def at(lines: Sequence[Mapping[str, Any]], data: str, n: int, measure: str = "") -> dict[str, np.ndarray]:
    """Return {model: a value for each seed} for one data set and size; by default of the measure that was chosen by."""
    chosen = [line for line in lines if (line["data"], line["n"]) == (data, n)]
    default = "balanced" if chosen and chosen[0]["measure"] == "balanced accuracy" else "accuracy"
    return {line["model"]: np.array(line[measure or default]) for line in chosen}


def winner(values: Mapping[str, np.ndarray]) -> str | None:
    """Return the model whose every run is above every run of all others; None if there is none."""
    best = max(values, key=lambda name: values[name].mean())
    others = [runs.max() for name, runs in values.items() if name != best]
    return best if values[best].min() > max(others, default=-np.inf) else None


def span(runs: np.ndarray) -> str:
    """Return the mean of runs in per cent, and the lowest and the highest: "84.0 (82.7 to 84.9)"."""
    return f"{runs.mean() * 100:.1f} ({runs.min() * 100:.1f} to {runs.max() * 100:.1f})"


def in_per_cent(lines: Sequence[Mapping[str, Any]], *columns: tuple[str, int]) -> pd.DataFrame:
    """Return a table, a row for each model, a column for each (data, n): mean, lowest and highest run, as text."""
    import pandas as pd

    made = {}
    for data, n in columns:
        runs = at(lines, data, n)
        balanced = any(line["data"] == data and line["measure"] == "balanced accuracy" for line in lines)
        title = f"{data}, {n:,}" + (" (balanced accuracy)" if balanced else "")
        made[title] = {model: span(values) for model, values in runs.items()}
    return pd.DataFrame(made).fillna("–")


def verdicts(
    lines: Sequence[Mapping[str, Any]], model: str, rivals: Sequence[str], data: str, sizes: Sequence[int]
) -> pd.DataFrame:
    """Return who wins, `model` or the rival, by `winner`: a row for each rival, a column for each size; "–" for nobody."""
    import pandas as pd

    made = {}
    for n in sizes:
        runs = at(lines, data, n)
        made[f"{n:,}"] = {rival: winner({model: runs[model], rival: runs[rival]}) or "–" for rival in rivals}
    return pd.DataFrame(made)
