"""A drawing made like the training digits: cropped to its ink, scaled into 20 x 20 pixels, centred by its ink's weight.

MNIST's pictures were made so (LeCun, Bottou, Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition,
1998, section III A): in all of them the ink's longer side is 20 pixels and its centre of mass, rounded to whole pixels,
is pixel (14, 14) of 28 x 28. A network that has seen nothing else reads nothing else.
"""

from __future__ import annotations

from typing import Any

import numpy as np

SIDE = 28  # of the finished picture, in pixels
INSIDE = 20  # the longer side of the ink in it
MIDDLE = 14  # the row and column, counted from 0, of the ink's centre of mass
INK = 0.1  # less is paper: the faint edge of a smooth stroke does not widen the crop
LEAST = 0.15  # of the drawing's longer side must be covered by the ink's longer side: a dot is no digit


class TooSmall(ValueError):
    """There is too little ink in the drawing for a digit: none, or a dot."""

    def _render_traceback_(self) -> list[str]:
        """Show a learner the sentence alone: IPython asks for this."""
        return [f"TooSmall: {self}"]


def like_the_training_digits(pixels: Any, full: float = 1.0) -> np.ndarray:
    """Return a drawing as MNIST would hold it: float32 of shape (28, 28), 0 is paper, 1 is ink.

    pixels: (h, w) of any size, 0 is paper, `full` is full ink (1, or 255 for whole numbers from 0 to 255). The steps
    are `cropped`, `scaled` and `centred`, in this order.

    Raises TooSmall (a ValueError) where the ink's longer side is under 0.15 of the drawing's, and ValueError that says
    what was got where `pixels` is no such drawing.
    """
    return centred(scaled(cropped(as_ink(pixels, full))))


def as_ink(pixels: Any, full: float = 1.0) -> np.ndarray:
    """Return a drawing (h, w) as float64 from 0 (paper) to 1 (ink); ValueError that says what was got otherwise."""
    try:
        ink = np.asarray(pixels, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"a drawing is a table of numbers, got {type(pixels).__name__}") from None
    if ink.ndim != 2 or not ink.size:
        raise ValueError(f"a drawing has shape (rows, columns), got shape {ink.shape}")
    if not np.isfinite(ink).all():
        raise ValueError(
            f"a drawing has finite numbers; {np.count_nonzero(~np.isfinite(ink))} of these are not"
        )
    if ink.min() < 0 or ink.max() > full:
        raise ValueError(
            f"ink goes from 0 to {full:g}; these numbers go from {ink.min():g} to {ink.max():g}"
            + (" (whole numbers up to 255 need full=255)" if full == 1 and 1 < ink.max() <= 255 else "")
        )
    return ink / full


def cropped(ink: np.ndarray) -> np.ndarray:
    """Return the smallest rectangle of the drawing (h, w), ink 0 to 1, that holds all its ink.

    Raises TooSmall where that rectangle's longer side is under 0.15 of the drawing's longer side.
    """
    rows, columns = (np.flatnonzero((ink > INK).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        raise TooSmall("draw something larger: there is no ink in the drawing")
    size = (rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1)
    if max(size) < LEAST * max(ink.shape):
        raise TooSmall(
            f"draw something larger: the ink covers {size[0]} by {size[1]} pixels of {ink.shape[0]} by {ink.shape[1]}"
        )
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def scaled(ink: np.ndarray, longer: int = INSIDE) -> np.ndarray:
    """Return a picture (h, w) whose longer side has `longer` pixels, the shorter one in proportion, at least 1.

    A new pixel is the mean of the area that it covers in the old picture, as greys at the edges of MNIST's digits are.
    """
    height, width = (max(1, round(side * longer / max(ink.shape))) for side in ink.shape)
    return _shares(height, ink.shape[0]) @ ink @ _shares(width, ink.shape[1]).T


def _shares(new: int, old: int) -> np.ndarray:
    """Return the share of each of `old` pixels in each of `new` ones along one side, (new, old); rows add up to 1."""
    edges = np.arange(new + 1)[:, None] * old / new
    covered = np.clip(edges - np.arange(old), 0, 1)  # how much of each old pixel lies before each edge
    return np.diff(covered, axis=0) * new / old


def centred(ink: np.ndarray, side: int = SIDE, middle: int = MIDDLE) -> np.ndarray:
    """Return a picture (side, side), float32, with the ink's centre of mass at row and column `middle` (to half a pixel).

    ink: (h, w), neither more than `side`, with some ink in it. It is moved by whole pixels and stays inside the picture.
    """
    total = ink.sum()
    page = np.zeros((side, side), dtype="float32")
    starts = []
    for axis in (0, 1):
        centre = (ink.sum(axis=1 - axis) * np.arange(ink.shape[axis])).sum() / total
        starts.append(int(np.clip(round(middle - centre), 0, side - ink.shape[axis])))
    page[starts[0] : starts[0] + ink.shape[0], starts[1] : starts[1] + ink.shape[1]] = ink
    return page
