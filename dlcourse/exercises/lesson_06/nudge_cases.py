"""The functions whose slopes exercise 6.7 asks for. Learners read their names when an error quotes the call."""

from __future__ import annotations

import numpy as np


def sum_of_squares(w: np.ndarray) -> float:
    """The sum of the squares."""
    return float((w**2).sum())


def cubes_and_products(w: np.ndarray) -> float:
    """Cubes, and products of neighbours, so that no number of w stands alone."""
    flat = w.ravel()
    return float((flat**3).sum() + (flat[:-1] * flat[1:]).sum() + flat.sum() ** 2)


def cases(rng: np.random.Generator) -> list[tuple]:
    """One number, two, then rows and tables on which no number stands alone."""
    return [
        (sum_of_squares, np.array([3.0]), 0.1),
        (sum_of_squares, np.array([3.0, -1.0]), 0.1),
        (cubes_and_products, rng.uniform(-2, 2, 3), 0.2),
        (cubes_and_products, rng.uniform(-2, 2, (2, 3)), 0.1),
        (cubes_and_products, rng.uniform(-2, 2, 4), 0.01),
        (sum_of_squares, rng.uniform(-2, 2, (3, 1)), 0.3),
    ]
