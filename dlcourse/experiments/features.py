"""Hand-made features of pictures: which way edges run, counted in small squares. Nothing is learned here.

A shortened form of the histograms of oriented gradients of N. Dalal and B. Triggs (CVPR 2005, doi:10.1109/CVPR.2005.177).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

DIRECTIONS = (
    8  # from 0 to 180 degrees: an edge from left to right and one from right to left count as the same
)
CELL = 4  # pixels: pictures of 28 x 28 have 7 x 7 cells


def edges(images: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return strength and direction of the edge at every pixel of `images`, both of their shape (n, height, width).

    The strength is the length of the gradient (right neighbour minus left, lower minus upper), the direction its
    angle in degrees, 0 up to 180, at right angles to the edge itself.
    """
    images = np.asarray(images, dtype=np.float32)
    down, right = np.gradient(images, axis=(1, 2))
    return np.hypot(right, down), np.degrees(np.arctan2(down, right)) % 180


def edge_counts(images: ArrayLike, cell: int = CELL, directions: int = DIRECTIONS) -> np.ndarray:
    """Return how much edge of each direction every cell of each picture holds: (n, rows of cells, columns, directions).

    images: (n, height, width) in any range; height and width are multiples of `cell`. An edge between two directions
    counts for both, in shares. Each cell is divided by the length of all numbers of the 3 x 3 cells around it, so that dark
    pictures count like bright ones.
    """
    strength, angle = edges(images)
    place = angle / (180 / directions)  # 2.3: three tenths of the edge belong to direction 3, the rest to 2
    lower, share = np.floor(place).astype(int) % directions, place % 1
    counts = np.zeros((*strength.shape, directions), dtype=np.float32)
    np.put_along_axis(counts, lower[..., None], (strength * (1 - share))[..., None], axis=-1)
    np.put_along_axis(counts, ((lower + 1) % directions)[..., None], (strength * share)[..., None], axis=-1)
    n, height, width, _ = counts.shape
    cells = counts.reshape(n, height // cell, cell, width // cell, cell, directions).sum(axis=(2, 4))
    energy = np.pad((cells**2).sum(axis=-1), ((0, 0), (1, 1), (1, 1)))
    around = np.lib.stride_tricks.sliding_window_view(energy, (3, 3), axis=(1, 2)).sum(axis=(-1, -2))
    return cells / np.sqrt(around + 1e-3 * around.mean() + 1e-12)[..., None]


def edge_features(images: ArrayLike) -> np.ndarray:
    """Return `edge_counts` as one row of numbers a picture: (n, 392) float32 for pictures of 28 x 28."""
    counts = edge_counts(images)
    return counts.reshape(len(counts), -1)
