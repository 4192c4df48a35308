"""Names written beside the ends of lines, none over another, and axes read in per cent. For the modules of `plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import FuncFormatter

_LINE = 0.23  # inches a line of 11 point text takes, with room above and below


def label_ends(axes: Any, ends: Sequence[tuple[float, str, str]], *, height: float) -> None:
    """Write each name at the right edge, as near to its line's last y as the others allow, joined to it.

    ends: (y, name, colour) each. height: of the axes, in inches. Call it when the limits of the axes are final.
    """
    low, high = axes.get_ylim()
    if not ends:
        return
    shares = [(end[0] - low) / (high - low) for end in ends]
    for (_, name, colour), at, place in zip(ends, shares, apart(shares, _LINE / height), strict=True):
        axes.annotate(
            name, (1, at), (1.035, place), xycoords="axes fraction", textcoords="axes fraction", va="center",
            fontsize=11, color="#222222", annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 1.4, "shrinkA": 1, "shrinkB": 0,
                        "relpos": (0, 0.5)},
        )  # fmt: skip


def apart(places: Sequence[float], gap: float) -> list[float]:
    """Return the places moved as little as it takes for no two to be nearer than `gap`, in the same order."""
    places = np.asarray(places, dtype=float)
    order = np.argsort(places, kind="stable")
    groups = [[places[i], 1] for i in order]  # middle and number of each bunch
    merged: list[list[float]] = []
    for middle, count in groups:
        merged.append([middle, count])
        while len(merged) > 1 and _too_near(merged[-2], merged[-1], gap):
            (a, n), (b, m) = merged[-2], merged.pop()
            merged[-1] = [(a * n + b * m) / (n + m), n + m]
    moved = np.empty(len(places))
    spread = [middle + (k - (count - 1) / 2) * gap for middle, count in merged for k in range(int(count))]
    moved[order] = spread
    return moved.tolist()


def _too_near(below: Sequence[float], above: Sequence[float], gap: float) -> bool:
    return above[0] - below[0] < gap * (above[1] + below[1]) / 2 - 1e-12


def per_cent(axis: Any) -> None:
    """Let an axis of shares be read in per cent."""
    axis.set_major_formatter(FuncFormatter(lambda share, _: f"{100 * share:.3g} %".replace("-", "−")))
