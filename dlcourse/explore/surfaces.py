"""The losses that descent's ball rolls down, the noise of a mini-batch, and the path by dlcourse.scratch's optimisers.

The same losses, names and noise as surfaces.js and rollers.js; tests/test_explore_descent.py holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

GONE = 4  # times the picture's reach: a ball out there does not come back


class Surface(NamedTuple):
    """A loss of one weight or two: `loss(w)` and `gradient(w)` take an array of shape (weights,); `range` is the picture's."""

    label: str
    range: tuple[tuple[float, float], ...]
    start: tuple[float, ...]
    loss: Callable[[np.ndarray], float]
    gradient: Callable[[np.ndarray], np.ndarray]


def _dips(w: float) -> float:
    return (w * w - 2) ** 2 / 4 + 0.3 * w + 0.5


def _dips_slope(w: float) -> float:
    return w * (w * w - 2) + 0.3


SURFACES = {
    "parabola": Surface(
        "parabola of one weight", ((-3, 3),), (-2.5,), lambda w: w[0] ** 2, lambda w: np.array([2 * w[0]])
    ),
    "two_dips": Surface(
        "curve of one weight with two dips",
        ((-2.6, 2.6),),
        (2.4,),
        lambda w: _dips(w[0]),
        lambda w: np.array([_dips_slope(w[0])]),
    ),
    "bowl": Surface(
        "round bowl",
        ((-3, 3), (-2.5, 2.5)),
        (-2.4, 1.6),
        lambda w: w[0] ** 2 + w[1] ** 2,
        lambda w: np.array([2 * w[0], 2 * w[1]]),
    ),
    "valley": Surface(
        "narrow valley",
        ((-6, 3), (-3.5, 3.5)),
        (-5, 2),
        lambda w: 0.1 * w[0] ** 2 + 2 * w[1] ** 2,
        lambda w: np.array([0.2 * w[0], 4 * w[1]]),
    ),
    "saddle": Surface(
        "saddle",
        ((-3, 3), (-3.2, 3.2)),
        (-2.6, 0.01),
        lambda w: w[0] ** 2 / 2 - w[1] ** 2 / 2 + w[1] ** 4 / 24 + 1.5,
        lambda w: np.array([w[0], -w[1] + w[1] ** 3 / 6]),
    ),
    "two_minima": Surface(
        "surface with two minima",
        ((-2.6, 2.6), (-2.2, 2.2)),
        (2.3, 1.6),
        lambda w: _dips(w[0]) + w[1] ** 2,
        lambda w: np.array([_dips_slope(w[0]), 2 * w[1]]),
    ),
}
OPTIMIZERS = ("sgd", "momentum", "rmsprop", "adam")


def _mixed(seed: int, count: int) -> float:
    """Return a number from 0 to 1 that a seed and a count always give again (the mixing of mulberry32, by Tommy Ettinger)."""
    full = 0xFFFFFFFF
    n = (seed * 1000003 + (count + 1) * 0x6D2B79F5) & full
    t = ((n ^ (n >> 15)) * (n | 1)) & full
    t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & full)) & full
    return (t ^ (t >> 14)) / 4294967296


def noise_at(seed: int, step: int, axis: int) -> float:
    """Return normal noise of spread 1 (Box and Muller) for one weight at one step, 1 being the first."""
    count = 4 * step + 2 * axis
    return math.sqrt(-2 * math.log(1 - _mixed(seed, count))) * math.cos(2 * math.pi * _mixed(seed, count + 1))


def roll(
    surface: str,
    optimizer: str,
    learning_rate: float,
    momentum: float,
    start: list[float],
    steps: int,
    noise: float = 0.0,
    seed: int = 0,
) -> tuple[np.ndarray, bool]:
    """Return the places of the ball, shape (steps + 1, weights), and whether it was lost: then the places end before."""
    from dlcourse import scratch

    kind = {"sgd": "sgd", "momentum": "sgd"}.get(optimizer, optimizer)
    mover = scratch.OPTIMIZERS[kind](
        learning_rate, **({"momentum": momentum} if optimizer == "momentum" else {})
    )
    loss = SURFACES[surface]
    far = GONE * np.abs(loss.range).max(axis=1)
    w = np.array(start, dtype=float)
    places = [w.copy()]
    with np.errstate(all="ignore"):
        for step in range(1, steps + 1):
            felt = loss.gradient(w)
            if noise:
                felt = felt + noise * np.array([noise_at(seed, step, axis) for axis in range(len(w))])
            mover.update([w], [felt])
            if np.isfinite(w).all():
                places.append(w.copy())
            if not (np.abs(w) <= far).all():
                return np.array(places), True
    return np.array(places), False
