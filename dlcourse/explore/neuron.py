"""The neuron's explorer: its weights, bias and points as traits, and `neuron(...)`, which opens it. Drawn by neuron.js."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.labelled import labelled_points, rows, two_classes
from dlcourse.explore.values import shortly

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
        raise ValueError(f"{wanted}, got {shortly(value)}") from None
    if found.size != count:
        raise ValueError(f"{wanted}, got {found.size}: {shortly(value)}")
    if not np.isfinite(found).all():
        raise ValueError(f"{wanted}, all of them finite, got {shortly(value)}")
    return [float(number) for number in found]


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
    given = labelled_points(points, labels, names, class_names)
    w1, w2 = numbers(w, 2, "w")
    return NeuronExplorer(
        w1=w1,
        w2=w2,
        b=numbers(b, 1, "b")[0],
        movable=len(given["points"]) <= MOVABLE if movable is None else bool(movable),
        **given,
    )
