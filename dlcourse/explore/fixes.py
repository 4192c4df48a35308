"""The fixes' explorer: stored runs of an overfitting experiment to compare, and `fixes(...)`, which opens it. Drawn by fixes.js."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.values import known_name, shortly

BASELINE = "none"
METRICS = ("loss", "accuracy")
CURVES = ("loss", "accuracy", "val_loss", "val_accuracy")


def _curves(history: Any, where: str) -> dict[str, list[float]]:
    """Return the four curves of a history (a Keras History or its dict) as lists. Raises ValueError naming `where`."""
    history = getattr(history, "history", history)
    if not isinstance(history, Mapping) or not set(CURVES) <= set(history):
        got = (
            f"{', '.join(map(str, history)) or 'nothing'}"
            if isinstance(history, Mapping)
            else shortly(history)
        )
        raise ValueError(f"{where} needs a history with {', '.join(CURVES)}; got {got}")
    found = {}
    for name in CURVES:
        try:
            values = np.asarray(history[name], dtype=float)
        except (TypeError, ValueError):
            raise ValueError(f"{where}: {name} must be numbers, got {shortly(history[name])}") from None
        if values.ndim != 1 or not len(values) or not np.isfinite(values).all():
            raise ValueError(
                f"{where}: {name} must be one finite number for each epoch, got {shortly(history[name])}"
            )
        found[name] = values.round(6).tolist()
    if len({len(values) for values in found.values()}) > 1:
        lengths = ", ".join(f"{name} {len(values)}" for name, values in found.items())
        raise ValueError(f"{where}: all curves need the same number of epochs, got {lengths}")
    return found


def _run(row: Any, n: int) -> dict[str, Any]:
    if not isinstance(row, Mapping) or not {"fix", "strength", "seed", "history"} <= set(row):
        got = ", ".join(map(str, row)) if isinstance(row, Mapping) else shortly(row)
        raise ValueError(f"runs[{n}] must hold fix, strength, seed and history; got {got}")
    fix, strength, seed = row["fix"], row["strength"], row["seed"]
    strength = strength.item() if isinstance(strength, np.generic) else strength
    if not isinstance(fix, str) or not fix:
        raise ValueError(f"runs[{n}]: fix must be a name, got {shortly(fix)}")
    if isinstance(strength, bool) or not isinstance(strength, int | float | str | None):
        raise ValueError(f"runs[{n}]: strength must be a number, a word or None, got {shortly(strength)}")
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
        raise ValueError(f"runs[{n}]: seed must be a whole number, got {shortly(seed)}")
    found = {
        "fix": fix,
        "strength": strength,
        "seed": int(seed),
        "history": _curves(row["history"], f"runs[{n}]"),
    }
    if (kept := row.get("kept_epoch")) is not None:
        epochs = len(found["history"]["loss"])
        if isinstance(kept, bool) or not isinstance(kept, int | np.integer) or not 1 <= kept <= epochs:
            raise ValueError(f"runs[{n}]: kept_epoch must be 1 to {epochs}, got {shortly(kept)}")
        found["kept_epoch"] = int(kept)
    return found


def _runs(given: Any) -> list[dict[str, Any]]:
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Sequence) or not len(given):
        raise ValueError(
            f"runs must be a list of rows with fix, strength, seed and history; got {shortly(given)}"
        )
    found = [_run(row, n) for n, row in enumerate(given)]
    names = {row["fix"] for row in found}
    if BASELINE not in names or len(names) < 2:
        raise ValueError(
            f"runs must hold a baseline, whose fix is {BASELINE!r}, and at least one other; got {', '.join(sorted(names))}"
        )
    return found


def _logs(logs: Any) -> dict[str, float]:
    """Return the numbers that `retrain` yields after an epoch. Raises ValueError that says what was got."""
    if not isinstance(logs, Mapping) or not set(CURVES) <= set(logs):
        got = ", ".join(map(str, logs)) if isinstance(logs, Mapping) else shortly(logs)
        raise ValueError(
            f"after each epoch retrain must yield a dict with {', '.join(CURVES)}; it yielded {got}"
        )
    return {name: round(float(logs[name]), 6) for name in CURVES}


class FixesExplorer(Explorer):
    """Stored curves of a network that overfits, with one fix at a time beside the network without any.

    What follows the hand and can be set: `fix`, `strength` (one of those that the fix was run with) and `metric` ("loss"
    or "accuracy"). `trained` holds what was trained on demand: rows like the runs'. With a `retrain` function the button
    "Train it now" asks for one epoch after the other; between two of them the kernel is free for other cells.
    """

    file = "fixes.js"

    runs = t.List(t.Dict()).tag(sync=True, shown=True)
    fix = Setting().tag(sync=True, shown=True)
    strength = Setting().tag(sync=True, shown=True)
    metric = Setting("loss").tag(sync=True, shown=True)
    trained = t.List(t.Dict()).tag(sync=True, shown=True)
    can_train = t.Bool(False).tag(sync=True)  # not in a stored picture: there is nobody to train
    order = t.List().tag(sync=True)  # [number, "start" or "next" or "stop"], from the browser
    answered = t.Int(0).tag(sync=True)
    trouble = t.Unicode("").tag(sync=True)

    def __init__(self, retrain: Callable[..., Iterator] | None = None, **traits: Any) -> None:
        self._retrain, self._epochs = retrain, None
        super().__init__(can_train=retrain is not None, **traits)

    @property
    def fixes(self) -> list[str]:
        """The names of all fixes, in the order of the runs, without the baseline."""
        return [name for name in dict.fromkeys(run["fix"] for run in self.runs) if name != BASELINE]

    def strengths(self, fix: str | None = None) -> list[Any]:
        """Return the strengths that `fix` (without it: the chosen one) was run with."""
        found = list(dict.fromkeys(run["strength"] for run in self.runs if run["fix"] == (fix or self.fix)))
        return sorted(found) if all(isinstance(one, int | float) for one in found) else found

    @t.validate("fix")
    def _known_fix(self, proposal: Any) -> str:
        spelled = {"_".join(name.lower().replace("-", " ").split()): name for name in self.fixes}
        return known_name(proposal["value"], "fix", self.fixes, spelled)

    @t.validate("strength")
    def _known_strength(self, proposal: Any) -> Any:
        value, known = proposal["value"], self.strengths()
        if isinstance(value, bool) or value not in known:
            listed = ", ".join(map(str, known))
            raise ValueError(
                f"strength must be one that {self.fix} was run with: {listed}; got {shortly(value)}"
            )
        return known[known.index(value)]

    @t.validate("metric")
    def _known_metric(self, proposal: Any) -> str:
        return known_name(proposal["value"], "metric", METRICS)

    @t.observe("fix")
    def _fitting_strength(self, _: Any) -> None:
        known = self.strengths()
        if known and self.strength not in known:
            self.strength = known[(len(known) - 1) // 2]

    @property
    def differences(self) -> dict[int, float]:
        """By seed: the validation's end value of the chosen metric, less the baseline's on the same seed."""
        name = f"val_{self.metric}"
        base = {run["seed"]: _end(run, name) for run in self.runs if run["fix"] == BASELINE}
        chosen = [run for run in self.runs if (run["fix"], run["strength"]) == (self.fix, self.strength)]
        return {run["seed"]: _end(run, name) - base[run["seed"]] for run in chosen if run["seed"] in base}

    def train(self) -> dict[str, list[float]]:
        """Train the chosen fix at the chosen strength with the next seed, to the end, and return its history.

        The same as the button, but the kernel waits for it. Raises RuntimeError without a `retrain` function or when
        that function fails.
        """
        if self._retrain is None:
            raise RuntimeError("explore.fixes was opened without a retrain function")
        self._start()
        while self._epochs is not None:
            self._next()
        if self.trouble:
            raise RuntimeError(self.trouble)
        return self.trained[-1]["history"]

    @t.observe("order")
    def _obey(self, change: Any) -> None:
        number, what = change["new"]
        try:
            if what == "start":
                self._start()
            elif what == "stop":
                self._end_training()
            if what != "stop":
                self._next()
        except KeyboardInterrupt:  # the learner interrupted the kernel
            self._end_training()
        finally:
            self.answered = number

    def _start(self) -> None:
        self._end_training()
        same = [
            run
            for run in (*self.runs, *self.trained)
            if (run["fix"], run["strength"]) == (self.fix, self.strength)
        ]
        seed = max(run["seed"] for run in same) + 1
        row = {
            "fix": self.fix,
            "strength": self.strength,
            "seed": seed,
            "history": {name: [] for name in CURVES},
        }
        self.trouble, self.trained = "", [*self.trained, {**row, "done": False}]
        try:
            epochs = self._retrain(self.fix, self.strength, seed)
            if not isinstance(epochs, Iterator):
                raise TypeError(
                    f"it must be a generator function, which yields after each epoch; it returned {shortly(epochs)}"
                )
            self._epochs = epochs
        except (
            Exception
        ) as error:  # the learner's own function: whatever it raises is said, not lost in a log
            self._fail(error)

    def _next(self) -> None:
        if self._epochs is None:
            return
        try:
            logs = _logs(next(self._epochs))
        except StopIteration:
            self._end_training()
        except Exception as error:
            self._fail(error)
        else:
            last = self.trained[-1]
            grown = {name: [*values, logs[name]] for name, values in last["history"].items()}
            self.trained = [*self.trained[:-1], {**last, "history": grown}]

    def _fail(self, error: Exception) -> None:
        row = self.trained[-1]
        name = row["fix"] if row["strength"] is None else f"{row['fix']} {row['strength']}"
        self.trouble = f"{name}, seed {row['seed']}: retrain stopped with {type(error).__name__}: {error}"
        self._end_training()

    def _end_training(self) -> None:
        epochs, self._epochs = self._epochs, None
        if hasattr(epochs, "close"):
            epochs.close()  # lets the model go
        if self.trained and not self.trained[-1]["done"]:
            last = {**self.trained[-1], "done": True}
            self.trained = [*self.trained[:-1], *([last] if last["history"]["loss"] else [])]

    def alt_text(self) -> str:
        """Say which fix is compared with what, and on how many seeds it is the better one."""
        found = self.differences.values()
        word = "lower" if self.metric == "loss" else "higher"
        better = sum(one < 0 if self.metric == "loss" else one > 0 for one in found)
        strength = "" if self.strength is None else f" {self.strength}"
        return (
            f"Curves of training and validation {self.metric} with {self.fix}{strength} over those without any fix: at the "
            f"end the validation {self.metric} is {word} on {better} of {len(found)} seeds."
        )

    def __repr__(self) -> str:
        return (
            f"FixesExplorer({self.fix}, strength={self.strength}, {self.metric}, {len(self.trained)} trained)"
        )


def _end(run: Mapping[str, Any], name: str) -> float:
    return run["history"][name][run.get("kept_epoch", 0) - 1]


def fixes(runs: Any, retrain: Callable[..., Iterator] | None = None) -> FixesExplorer:
    """Open stored runs of an overfitting experiment: choose a fix and its strength, see it beside the network without.

    `runs`: rows {"fix": "dropout", "strength": 0.5, "seed": 0, "history": {...}}, the history with loss, accuracy,
    val_loss and val_accuracy, one number for each epoch; the rows whose fix is "none" are the baseline. A row may say
    `kept_epoch`, the epoch (from 1) whose weights were kept at the end. `retrain`: a generator function
    `retrain(fix, strength, seed)` that trains and yields a dict of the same four numbers after each epoch.

    Raises ValueError that names the row and what was got. `.fix`, `.strength` and `.metric` of the object returned can be
    read and set; `.differences` and `.trained` read.
    """
    if retrain is not None and not callable(retrain):
        raise ValueError(f"retrain must be a function of fix, strength and seed, got {shortly(retrain)}")
    found = _runs(runs)
    first = next(run["fix"] for run in found if run["fix"] != BASELINE)
    return FixesExplorer(retrain, runs=found, fix=first)
