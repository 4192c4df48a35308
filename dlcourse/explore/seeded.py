"""What an explorer draws from a seed, drawn again in Python: random numbers, points, features, start weights.

The browser draws them without a kernel (network.js, points.js); here are the same numbers, so that a cell sees what
the picture shows. tests/test_explore_network.py holds the two together.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np

DATA = ("clouds", "circle", "xor", "moons", "spiral")
FEATURES: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "x1": lambda a, b: a,
    "x2": lambda a, b: b,
    "x1²": lambda a, b: a * a,
    "x2²": lambda a, b: b * b,
    "x1·x2": lambda a, b: a * b,
    "sin x1": lambda a, b: np.sin(a),
    "sin x2": lambda a, b: np.sin(b),
}
_BITS = 0xFFFFFFFF


def seeded(seed: int) -> Callable[[], float]:
    """Return a function that gives the next random number between 0 and 1 (mulberry32, by Tommy Ettinger)."""
    state = seed & _BITS

    def draw() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & _BITS
        mixed = ((state ^ (state >> 15)) * (state | 1)) & _BITS
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) & _BITS
        return ((mixed ^ (mixed >> 14)) & _BITS) / 4294967296

    return draw


def start_weights(widths: Sequence[int], seed: int) -> list[np.ndarray]:
    """Return Glorot's uniform start weights and biases of 0, listed as Keras lists them.

    `widths` begins with the number of inputs. The limit is the root of 6 / (inputs + units), as in Keras.
    """
    draw = seeded(seed)
    found: list[np.ndarray] = []
    for inputs, units in itertools.pairwise(widths):
        limit = math.sqrt(6 / (inputs + units))
        table = [[limit * (2 * draw() - 1) for _ in range(units)] for _ in range(inputs)]
        found += [np.array(table), np.zeros(units)]
    return found


def draw_points(kind: str, count: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return `count` points, shape (count, 2), and their classes 0 and 1 in turn, shape (count,).

    `kind` is one of DATA; `noise` is the standard deviation by which each coordinate is moved at random.
    """
    draw = seeded(seed)
    points, labels = [], np.arange(count) % 2
    for k in labels:
        u, v = draw(), draw()
        place = _place(kind, int(k), u, v, _bells(draw))
        points.append([x + noise * moved for x, moved in zip(place, _bells(draw), strict=True)])
    return np.array(points).reshape(count, 2), labels


def _bells(draw: Callable[[], float]) -> tuple[float, float]:
    """Two normal numbers, by the method of Box and Muller."""
    radius, angle = math.sqrt(-2 * math.log(1 - draw())), 2 * math.pi * draw()
    return radius * math.cos(angle), radius * math.sin(angle)


def _place(kind: str, k: int, u: float, v: float, bells: tuple[float, float]) -> tuple[float, float]:
    if kind == "clouds":
        return tuple((1.2 if k else -1.2) + 0.5 * bell for bell in bells)
    if kind == "xor":
        x1, x2 = 2 * u - 1, 0.2 + 2.4 * v
        side = -1 if x1 < 0 else 1
        return 2.4 * x1 + 0.2 * side, -side * x2 if k else side * x2
    if kind == "moons":
        x1, x2 = 1.8 * math.cos(math.pi * u) - 0.9, 1.8 * math.sin(math.pi * u) - 0.55
        return (-x1, -x2) if k else (x1, x2)
    if kind == "circle":
        r, angle = 1.8 + 0.8 * u if k else 1.2 * math.sqrt(u), 2 * math.pi * v
    else:
        r, angle = 0.2 + 2.5 * u, 2.5 * math.pi * u + math.pi * k
    return r * math.cos(angle), r * math.sin(angle)


def make_features(
    points: np.ndarray, names: Sequence[str], shift: Sequence[float], scale: Sequence[float]
) -> np.ndarray:
    """Return what a network gets of `points`, shape (points, 2): one column for each feature's name."""
    a, b = ((np.asarray(points, dtype=float) - shift) / scale).T
    return np.stack([FEATURES[name](a, b) for name in names], axis=1)
