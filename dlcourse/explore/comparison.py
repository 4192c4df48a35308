"""The comparison's explorer: measured models beside each other, and `comparison(...)`, which opens it. Drawn by comparison.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.values import known_name, shortly

SHARES = ("accuracy", "balanced")
MEASURES = (*SHARES, "train_seconds", "predict_seconds", "size")
SPELLINGS = {
    "balanced_accuracy": "balanced",
    "train": "train_seconds",
    "predict": "predict_seconds",
    "bytes": "size",
    "seconds": "train_seconds",
}
KINDS = ("ML", "DL")


def _values(row: Mapping[str, Any], measure: str, where: str) -> list[float]:
    """Return what a row holds of a measure, one number or one for each seed, as a list; nothing measured is []."""
    given = row.get(measure)
    if given is None:
        return []
    try:
        found = np.atleast_1d(np.asarray(given, dtype=float))
    except (TypeError, ValueError):
        raise ValueError(
            f"{where}: {measure} must be numbers, one for each seed; got {shortly(given)}"
        ) from None
    if isinstance(given, str | bool) or found.ndim != 1 or not np.isfinite(found).all() or (found < 0).any():
        raise ValueError(f"{where}: {measure} must be finite numbers of 0 or more, got {shortly(given)}")
    if measure in SHARES and (found > 1).any():
        raise ValueError(f"{where}: {measure} must be a share from 0 to 1, got {shortly(given)}")
    return [float(f"{value:.6g}") for value in found]


def _row(row: Any, place: int) -> dict[str, Any]:
    where = f"table[{place}]"
    needed = ("data", "n", "model", "kind", "accuracy")
    if not isinstance(row, Mapping) or not set(needed) <= set(row):
        got = ", ".join(map(str, row)) if isinstance(row, Mapping) else shortly(row)
        raise ValueError(f"{where} must hold {', '.join(needed)}; got {got}")
    for name in ("data", "model"):
        if not isinstance(row[name], str) or not row[name]:
            raise ValueError(f"{where}: {name} must be a name, got {shortly(row[name])}")
    if row["kind"] not in KINDS:
        raise ValueError(f"{where}: kind must be 'ML' or 'DL', got {shortly(row['kind'])}")
    n = row["n"]
    if isinstance(n, bool) or not isinstance(n, int | np.integer) or n < 1:
        raise ValueError(f"{where}: n must be a whole number of 1 or more, got {shortly(n)}")
    found = {"data": row["data"], "n": int(n), "model": row["model"], "kind": row["kind"]}
    found |= {measure: _values(row, measure, where) for measure in MEASURES}
    if not found["accuracy"]:
        raise ValueError(f"{where}: accuracy must hold at least one value, got {shortly(row['accuracy'])}")
    return found


def _table(given: Any) -> list[dict[str, Any]]:
    given = (
        given.to_dict("records") if hasattr(given, "to_dict") and not isinstance(given, Mapping) else given
    )
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Sequence) or not len(given):
        raise ValueError(
            f"table must be a list of rows with data, n, model, kind and accuracy; got {shortly(given)}"
        )
    found = [_row(row, place) for place, row in enumerate(given)]
    seen: set[tuple] = set()
    for place, row in enumerate(found):
        key = (row["data"], row["n"], row["model"])
        if key in seen:
            raise ValueError(
                f"table[{place}]: {row['model']} on {row['data']} with n = {row['n']} is there twice"
            )
        seen.add(key)
    return found


class ComparisonExplorer(Explorer):
    """Measured models beside each other, as curves over the size of the data or, where there is one size, as dots.

    What follows the hand and can be set: `data` (a data set's name), `measure` ("accuracy", "balanced",
    "train_seconds", "predict_seconds" or "size"), `models` (the names that are switched on), `n` (the size that the sentence speaks of).
    """

    file = "comparison.js"

    table = t.List(t.Dict()).tag(sync=True, shown=True)
    data = Setting().tag(sync=True, shown=True)
    measure = Setting("accuracy").tag(sync=True, shown=True)
    models = Setting([]).tag(sync=True, shown=True)
    n = Setting().tag(sync=True, shown=True)

    @t.validate("data")
    def _known_data(self, proposal: Any) -> str:
        value, known = proposal["value"], list(dict.fromkeys(row["data"] for row in self.table))
        if value not in known:
            raise ValueError(f"data must be one of {', '.join(known)}; got {shortly(value)}")
        return value

    @t.validate("measure")
    def _known_measure(self, proposal: Any) -> str:
        return known_name(proposal["value"], "measure", MEASURES, SPELLINGS)

    @t.validate("models")
    def _known_models(self, proposal: Any) -> list[str]:
        value, known = proposal["value"], list(dict.fromkeys(row["model"] for row in self.table))
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list | tuple | set) or not set(names) <= set(known):
            raise ValueError(f"models must be names out of {', '.join(known)}; got {shortly(value)}")
        return [name for name in known if name in names]

    @t.validate("n")
    def _known_n(self, proposal: Any) -> int:
        value, known = proposal["value"], self.sizes
        if isinstance(value, bool) or value not in known:
            raise ValueError(f"n must be one of {', '.join(map(str, known))}; got {shortly(value)}")
        return int(value)

    @t.observe("data")
    def _fitting_n(self, _: Any) -> None:
        if self.sizes and self.n not in self.sizes:
            self.n = self.sizes[-1]

    @property
    def sizes(self) -> list[int]:
        """The sizes n at which the chosen data set was measured, the smallest first."""
        return sorted({row["n"] for row in self.table if row["data"] == self.data})

    @property
    def ranking(self) -> list[tuple[str, float]]:
        """Name and mean of the models that are switched on, at the chosen data, n and measure, the best first."""
        here = [row for row in self.table if (row["data"], row["n"]) == (self.data, self.n)]
        means = [
            (row["model"], float(np.mean(row[self.measure])))
            for row in here
            if row["model"] in self.models and row[self.measure]
        ]
        return sorted(means, key=lambda pair: pair[1], reverse=self.measure in SHARES)

    def alt_text(self) -> str:
        """Say what is compared on which data, over which sizes."""
        sizes, count = self.sizes, len(self.ranking)
        over = (
            f"over {sizes[0]:,} to {sizes[-1]:,} examples"
            if len(sizes) > 1
            else f"with {sizes[0]:,} examples"
        )
        words = {
            "train_seconds": "time to train",
            "predict_seconds": "time to predict 1,000",
            "size": "size",
            "balanced": "balanced accuracy",
        }
        return (
            f"{words.get(self.measure, self.measure).capitalize()} of {count} models on {self.data} {over}, each with the "
            "spread of its seeds; machine learning solid and filled, deep learning dashed and hollow."
        )

    def __repr__(self) -> str:
        return f"ComparisonExplorer({self.data}, {self.measure}, n={self.n}, {len(self.models)} models)"


def comparison(table: Any) -> ComparisonExplorer:
    """Open a table of measured models: choose data and measure, switch models on and off, see who is best and if clearly.

    `table`: rows (or a DataFrame) {"data": "Adult", "n": 1000, "model": "random forest", "kind": "ML" or "DL",
    "accuracy": [0.84, 0.85, 0.84], "train_seconds": [...], "predict_seconds": [...], "size": bytes}: shares from 0 to 1,
    seconds, seconds for 1,000 examples, bytes; one number or one for each seed; all but accuracy may be missing, and
    "balanced" accuracies may be there too.

    Raises ValueError that names the row and what was got. `.data`, `.measure`, `.models` and `.n` of the object returned
    can be read and set, `.ranking` read.
    """
    found = _table(table)
    return ComparisonExplorer(
        table=found, data=found[0]["data"], models=list(dict.fromkeys(row["model"] for row in found))
    )
