"""The neuron's explorer: its weights, bias and points as traits, and `neuron(...)`, which opens it. Drawn by neuron.js."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting

# Two classes that a line can separate, but not at w = (1, 0.4), b = 0, and not by turning it about the origin alone.
POINTS = (
    *((-2.0, -1.5), (-0.8, -0.4), (0.6, 0.4), (2.0, 0.8), (2.8, -1.2)),
    *((-2.5, 1.5), (-1.5, 3.0), (-0.5, 1.8), (0.5, 3.2), (1.5, 2.6)),
)
LABELS = (0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
MOVABLE = 30  # more points than this are somebody's data, and too dense to drag


def numbers(value: Any, count: int, name: str) -> list[float]:
    """Return the `count` finite numbers that `value` holds, whatever its shape (list, tuple, array, tensor, frame).

    Raises ValueError that says what `name` must be and what was got.
    """
    wanted = f"{name} must be {'one number' if count == 1 else f'{count} numbers'}"
    try:
        found = np.asarray(value, dtype=float).ravel()
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}, got {_short(value)}") from None
    if found.size != count:
        raise ValueError(f"{wanted}, got {found.size}: {_short(value)}")
    if not np.isfinite(found).all():
        raise ValueError(f"{wanted}, all of them finite, got {_short(value)}")
    return [float(number) for number in found]


def rows(points: Any) -> list[list[float]]:
    """Return `points`, shape (points, 2), as plain lists. Raises ValueError that says what was got instead."""
    try:
        table = np.asarray(points, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"points must be numbers, two in each row, got {_short(points)}") from None
    if table.ndim == 0:
        raise ValueError(f"points must be numbers, two in each row, got {_short(points)}")
    if table.ndim != 2 or table.shape[1] != 2 or not len(table):
        raise ValueError(f"points must have two numbers in each row, shape (n, 2), got shape {table.shape}")
    bad = np.flatnonzero(~np.isfinite(table).all(axis=1))
    if len(bad):
        raise ValueError(
            f"row {bad[0]} of points is {table[bad[0]].tolist()}: every point needs two finite numbers "
            f"(rows with gaps: {len(bad)} of {len(table)}; leave them out first)"
        )
    return table.tolist()


def two_classes(labels: Any, class_names: Sequence[str] | None) -> tuple[list[int], list[str]]:
    """Return labels as 0 and 1, and the two classes' names.

    `labels` holds 0 and 1 (or False and True), or two different strings: class 0 is the first of `class_names` or,
    without those, the first in the alphabet. Raises ValueError that says what was got instead.
    """
    given = np.asarray(labels).ravel()
    if class_names is not None and len(class_names) != 2:
        raise ValueError(f"class_names must be two names, got {_short(class_names)}")
    if given.dtype.kind in "biuf":
        if not np.isin(given, (0, 1)).all():
            raise ValueError(f"labels must be 0 and 1, got {sorted(set(given.tolist()))}")
        return [int(label) for label in given], [str(name) for name in class_names or ("class 0", "class 1")]
    words = [str(label) for label in given]
    names = [str(name) for name in class_names or sorted(set(words))]
    if len(names) != 2 or not set(words) <= set(names):
        wanted = f"{names[0]!r} and {names[1]!r}" if class_names is not None else "two different classes"
        raise ValueError(f"labels must be {wanted}, got {sorted(set(words))}")
    return [names.index(word) for word in words], names


class NeuronExplorer(Explorer):
    """One neuron with two inputs over labelled points: sum = w1 * x1 + w2 * x2 + b, class 1 where it is above 0.

    `w1`, `w2` and `b` are floats that follow the hand and can be set; `w` is both weights as an array of shape (2,).
    `points` (a list of pairs) follows dragged points; `labels` holds 0 or 1 for each.
    """

    file = "neuron.js"

    w1 = t.CFloat(1.0).tag(sync=True, shown=True)
    w2 = t.CFloat(0.4).tag(sync=True, shown=True)
    b = t.CFloat(0.0).tag(sync=True, shown=True)
    points = Setting().tag(sync=True, shown=True)
    labels = Setting().tag(sync=True, shown=True)
    names = t.List(t.Unicode(), ["x1", "x2"]).tag(sync=True, shown=True)
    class_names = t.List(t.Unicode(), ["class 0", "class 1"]).tag(sync=True, shown=True)
    movable = t.Bool(True).tag(sync=True, shown=True)

    @t.validate("w1", "w2", "b")
    def _finite(self, proposal: Any) -> float:
        if not math.isfinite(proposal["value"]):
            raise t.TraitError(f"{proposal['trait'].name} must be a finite number, got {proposal['value']}")
        return proposal["value"]

    @t.validate("points")
    def _rows(self, proposal: Any) -> list[list[float]]:
        return self._same_length(rows(proposal["value"]), self.labels, "labels")

    @t.validate("labels")
    def _zero_or_one(self, proposal: Any) -> list[int]:
        return self._same_length(two_classes(proposal["value"], self.class_names)[0], self.points, "points")

    @staticmethod
    def _same_length(value: list, other: list | None, name: str) -> list:
        if other is not None and len(value) != len(other):
            raise t.TraitError(
                f"got {len(value)} values beside {len(other)} {name}; they belong together one to one"
            )
        return value

    @property
    def w(self) -> np.ndarray:
        """Both weights, shape (2,). Set it to any two numbers."""
        return np.array([self.w1, self.w2])

    @w.setter
    def w(self, value: Any) -> None:
        w1, w2 = numbers(value, 2, "w")
        with self.hold_sync():
            self.w1, self.w2 = w1, w2

    @property
    def sums(self) -> np.ndarray:
        """The weighted sum of every point, shape (points,)."""
        return np.array(self.points) @ self.w + self.b

    @property
    def mistakes(self) -> int:
        """How many points lie on the wrong side of the line (a point on it counts as class 0)."""
        return int(np.sum((self.sums > 0) != np.array(self.labels, dtype=bool)))

    def alt_text(self) -> str:
        """Say where the line is and how many points are on its wrong side."""
        return (
            f"{len(self.points)} points, {self.class_names[0]} and {self.class_names[1]}, over {self.names[0]} and "
            f"{self.names[1]}; the line w1 = {self.w1:.3g}, w2 = {self.w2:.3g}, b = {self.b:.3g} leaves "
            f"{self.mistakes} of them on the wrong side."
        )

    def __repr__(self) -> str:
        return f"NeuronExplorer(w=({self.w1:.4g}, {self.w2:.4g}), b={self.b:.4g}, mistakes={self.mistakes})"


def neuron(
    points: Any = None,
    labels: Any = None,
    w: Any = (1.0, 0.4),
    b: Any = 0.0,
    names: Sequence[str] | None = None,
    class_names: Sequence[str] | None = None,
    movable: bool | None = None,
) -> NeuronExplorer:
    """Open the neuron's explorer: drag the line, its normal w or the points, and count the mistakes.

    `points`: shape (n, 2), array, list or DataFrame without gaps; without it, ten points that a line can separate.
    `labels`: n times 0 or 1, or n strings of two kinds. `w`, `b`: where to start, in any shape that holds two numbers
    and one. `names`: the two inputs, with units (a DataFrame's columns are taken by themselves). `class_names`: of
    class 0 and class 1. `movable`: whether points can be dragged; by default up to 30 can.

    Raises ValueError that names what was got when an argument is none of this. What was found by hand is in `.w`,
    `.b` and `.mistakes` of the object returned.
    """
    if points is None and labels is None:
        points, labels = POINTS, LABELS
    if points is None or labels is None:
        raise ValueError(
            f"points and labels belong together: {'points' if points is None else 'labels'} are missing"
        )
    table = rows(points)
    marks, class_names = two_classes(labels, class_names)
    if len(marks) != len(table):
        raise ValueError(f"every point needs one label: got {len(table)} points and {len(marks)} labels")
    if names is None:
        names = [str(name) for name in getattr(points, "columns", ("x1", "x2"))]
    if len(names) != 2:
        raise ValueError(f"names must be two, one for each input, got {_short(names)}")
    w1, w2 = numbers(w, 2, "w")
    return NeuronExplorer(
        w1=w1,
        w2=w2,
        b=numbers(b, 1, "b")[0],
        points=table,
        labels=marks,
        names=[str(name) for name in names],
        class_names=class_names,
        movable=len(table) <= MOVABLE if movable is None else bool(movable),
    )


def _short(value: Any) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."
