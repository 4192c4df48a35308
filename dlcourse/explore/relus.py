"""The explorer of ReLU sums: corners, slopes and bias as traits, and `relus(...)`, which opens it. Drawn by relus.js."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.values import known_name, one_number, shortly

FROM, TO = -3.0, 3.0
LAST = 2.9  # the rightmost corner that still bends something
MOST = 10
PLACES = np.linspace(FROM, TO, 241)  # where sum and target are compared
TARGETS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "bump": lambda x: np.exp(-x * x),
    "sine": lambda x: np.sin(2 * x),
    "steps": lambda x: np.where(x < -1, -0.8, np.where(x < 1, 0.0, 0.8)),
    "hat": lambda x: np.maximum(0, 1 - np.abs(x) / 1.5),
    "parabola": lambda x: x * x / 4.5 - 1,
}
SPELLINGS = {"sine_wave": "sine", "sin": "sine", "step": "steps", "gauss": "bump", "triangle": "hat"}


def _numbers(values: Any, name: str, low: float, high: float) -> list[float]:
    """Return `values` as a list of 1 to 10 finite numbers from `low` to `high`. Raises ValueError that says what was got."""
    wanted = f"{name} must be 1 to {MOST} finite numbers from {low:g} to {high:g}"
    try:
        found = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}, got {shortly(values)}") from None
    if isinstance(values, str) or found.ndim != 1 or not 1 <= found.size <= MOST:
        raise ValueError(f"{wanted}, got {shortly(values)}")
    if not (np.isfinite(found) & (found >= low) & (found <= high)).all():
        raise ValueError(f"{wanted}, got {shortly(values)}")
    return found.tolist()


def _sampled(curve: Callable[[np.ndarray], Any]) -> list[float]:
    """Return the values of a function of the learner's own at PLACES. Raises ValueError that says what it returned."""
    with np.errstate(all="ignore"):
        try:
            found = np.asarray(curve(PLACES), dtype=float)
        except (TypeError, ValueError):
            found = np.array([float(curve(float(x))) for x in PLACES])  # written for one number at a time
    found = np.broadcast_to(found, PLACES.shape) if found.ndim == 0 else found
    if found.shape != PLACES.shape or not np.isfinite(found).all():
        raise ValueError(
            f"target must return one finite number for each x from {FROM:g} to {TO:g}; for {len(PLACES)} of them it returned "
            f"shape {found.shape}, {int(np.isfinite(found).sum())} of the numbers finite"
        )
    return found.tolist()


class RelusExplorer(Explorer):
    """A network of one input, a hidden layer of ReLUs and one output: y = bias + a1 relu(x - c1) + a2 relu(x - c2) + ...

    `corners` (c1, c2, ...), `slopes` (a1, a2, ...) and `bias` follow the hand and can be set; so can `target`: bump, sine,
    steps, hat or parabola. Hidden unit i has the weight 1 and the bias -ci.
    """

    file = "relus.js"

    target = Setting("bump").tag(sync=True, shown=True)
    own = t.List(t.Float(), []).tag(sync=True, shown=True)
    corners = Setting().tag(sync=True, shown=True)
    slopes = Setting().tag(sync=True, shown=True)
    bias = Setting(0.0).tag(sync=True, shown=True)

    @t.validate("target")
    def _known(self, proposal: Any) -> str:
        return known_name(proposal["value"], "target", (*TARGETS, *(["own"] if self.own else [])), SPELLINGS)

    @t.validate("corners")
    def _in_the_picture(self, proposal: Any) -> list[float]:
        return self._one_to_one(_numbers(proposal["value"], "corners", FROM, LAST), self.slopes)

    @t.validate("slopes")
    def _finite(self, proposal: Any) -> list[float]:
        return self._one_to_one(_numbers(proposal["value"], "slopes", -1000, 1000), self.corners)

    @staticmethod
    def _one_to_one(value: list[float], others: list[float] | None) -> list[float]:
        if others is not None and len(value) != len(others):
            raise ValueError(
                f"every corner needs one slope: got {len(value)} numbers beside {len(others)}; .set(corners, slopes) sets both"
            )
        return value

    @t.validate("bias")
    def _number(self, proposal: Any) -> float:
        return one_number(proposal["value"], "bias", -1000, 1000)

    def set(self, corners: Any, slopes: Any = None, bias: Any = None) -> None:
        """Set corners, slopes (without them: fitted to the target) and bias at once: the way to another number of ReLUs.

        `corners` may be a number: that many at even distances. Raises ValueError that names what was got.
        """
        places = _corners(corners)
        fitted = _fit(self._goal(), places)
        heights = fitted[1:].tolist() if slopes is None else _numbers(slopes, "slopes", -1000, 1000)
        _same(places, heights)
        start = one_number(bias, "bias") if bias is not None else fitted[0] if slopes is None else self.bias
        with self.hold_sync(), self.hold_trait_notifications():
            self.corners, self.slopes, self.bias = places, heights, float(start)

    def fit(self) -> float:
        """Set slopes and bias to the least squared distance from the target, corners as they are; return the distance."""
        self.set(self.corners)
        return self.distance

    def __call__(self, x: Any) -> np.ndarray:
        """The sum at `x`, in the shape of `x`."""
        x = np.asarray(x, dtype=float)
        return self.bias + np.maximum(0, x[..., None] - np.array(self.corners)) @ np.array(self.slopes)

    @property
    def distance(self) -> float:
        """The root of the mean squared difference between sum and target, over 241 places from -3 to 3."""
        return float(np.sqrt(np.mean((self(PLACES) - self._goal()) ** 2)))

    def _goal(self) -> np.ndarray:
        return np.array(self.own) if self.target == "own" else TARGETS[self.target](PLACES)

    def alt_text(self) -> str:
        """Say how many ReLUs there are, what they are to follow, and how far they are from it."""
        count = len(self.corners)
        return (
            f"The sum of {count} {'ReLU' if count == 1 else 'ReLUs'} over the target curve ({self.target}), "
            f"{self.distance:.2f} away from it on average; below it the same sum as a network with {count} hidden "
            f"{'unit' if count == 1 else 'units'}."
        )

    def __repr__(self) -> str:
        return f"RelusExplorer({self.target}, {len(self.corners)} ReLUs, distance={self.distance:.4g})"


def _corners(given: Any) -> list[float]:
    if isinstance(given, int | np.integer) and not isinstance(given, bool):
        if not 1 <= given <= MOST:
            raise ValueError(f"corners must be 1 to {MOST} numbers, or how many there are; got {given}")
        return np.linspace(FROM, TO, int(given), endpoint=False).tolist()
    return _numbers(given, "corners", FROM, LAST)


def _same(corners: list[float], slopes: list[float]) -> None:
    if len(corners) != len(slopes):
        raise ValueError(f"every corner needs one slope: got {len(corners)} corners and {len(slopes)} slopes")


def _fit(goal: np.ndarray, corners: list[float]) -> np.ndarray:
    """Return bias and slopes, shape (1 + corners,), with the least squared distance to `goal` at PLACES."""
    columns = np.column_stack([np.ones_like(PLACES), *(np.maximum(0, PLACES - corner) for corner in corners)])
    return np.linalg.lstsq(columns, goal, rcond=None)[0]


def relus(target: Any = "bump", corners: Any = 3, slopes: Any = None, bias: Any = 0.0) -> RelusExplorer:
    """Open the explorer of ReLU sums: move corners and slopes until the sum follows the target.

    `target`: bump, sine, steps, hat, parabola, or a function of x (NumPy, over -3 to 3). `corners`: 1 to 10 places from -3
    to 2.9, or how many there are, at even distances. `slopes`: one for each corner; without them a start that is far from
    the target. `bias`: added to the sum.

    Raises ValueError that names what was got when an argument is none of this. `.corners`, `.slopes`, `.bias` and
    `.distance` of the object returned can be read; `.set(...)` and `.fit()` move it.
    """
    own = _sampled(target) if callable(target) else []
    places = _corners(corners)
    heights = (
        [0.5 * (-1) ** i for i in range(len(places))]
        if slopes is None
        else _numbers(slopes, "slopes", -1000, 1000)
    )
    _same(places, heights)
    name = "own" if own else known_name(target, "target", TARGETS, SPELLINGS)
    return RelusExplorer(
        own=own, target=name, corners=places, slopes=heights, bias=one_number(bias, "bias", -1000, 1000)
    )
