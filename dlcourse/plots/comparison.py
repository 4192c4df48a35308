"""Models side by side: accuracy against work, and what hand-made features see in a picture. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import FuncFormatter

from dlcourse.colours import BLUE, VERMILLION
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.crossover import clear_best
from dlcourse.plots.direct import per_cent

_KINDS = {"ML": (BLUE, "o", "machine learning"), "DL": (VERMILLION, "s", "deep learning")}
_INK = "#222222"


def effort(rows: Sequence[Mapping[str, Any]], *, title: str = "", measure: str = "test accuracy") -> Picture:
    """Draw what models reach over the seconds of work that training took (logarithmic), a mark for each.

    rows: lines of a comparison with "model", "kind" ("ML" or "DL"), "accuracy" and "train_seconds" (a value for each
    seed; the means are drawn). Raises ValueError if there are none, or for seconds that are not above 0.
    """
    if not rows:
        raise ValueError("nothing to draw: there are no rows")
    points = [
        (row["model"], row["kind"], np.mean(row["train_seconds"]), np.mean(row["accuracy"])) for row in rows
    ]
    if min(point[2] for point in points) <= 0:
        raise ValueError("the seconds must be above 0: their axis is logarithmic")
    figure, axes = picture(size=(8.2, 4.6))
    for kind, (colour, marker, name) in _KINDS.items():
        own = [point for point in points if point[1] == kind]
        axes.plot(
            [point[2] for point in own],
            [point[3] for point in own],
            marker,
            color=colour,
            markersize=9,
            linestyle="none",
            label=name,
        )
    _name_marks(axes, points)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    low, high = min(point[2] for point in points), max(point[2] for point in points)
    axes.set_xlim(low / 1.6, high * (high / low) ** 0.35 * 1.5)
    axes.set(xlabel="seconds of work to train once, logarithmic scale", ylabel=measure)
    axes.grid(color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)
    per_cent(axes.yaxis)
    axes.set_title(title, weight="bold", fontsize=12)
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=11)
    best = clear_best({row["model"]: np.asarray(row["accuracy"], dtype=float) for row in rows})
    lightest = min(points, key=lambda point: point[2])[0]
    heaviest = max(points, key=lambda point: point[2])[0]
    whole = f"{title}. " if title else ""
    figure.alt_text = (
        f"{whole}{measure.capitalize()} over the work of training for {', '.join(point[0] for point in points)}. "
        f"{best[:1].upper() + best[1:] + ' is clearly best' if best else 'No model is clearly best'}; {heaviest} took most work, {lightest} least."
    )
    return figure


def _name_marks(axes: Any, points: Sequence[tuple]) -> None:
    """Write the names beside the marks, moved apart where they would lie on each other."""
    heights = np.array([point[3] for point in points])
    room = max(float(np.ptp(heights)), 1e-3) / 15
    taken: list[float] = []
    for place in np.argsort(heights):
        name, kind, seconds, height = points[place]
        at = max([height, *(one + room for one in taken[-1:])])
        taken.append(at)
        axes.annotate(
            name,
            (seconds, height),
            xytext=(seconds * 1.25, at),
            textcoords="data",
            va="center",
            fontsize=11,
            color=_KINDS[kind][0],
            arrowprops={"arrowstyle": "-", "color": "#aaaaaa", "linewidth": 0.7},
        )


def edge_cells(image: Any, strength: Any, counts: Any, *, title: str = "") -> Picture:
    """Draw a picture, how strong the edge is at each pixel, and in every cell a stroke for each direction of edge.

    image, strength: (height, width). counts: (rows of cells, columns of cells, directions) from
    `dlcourse.experiments.features.edge_counts`; a stroke lies *along* the edge and is as long as its count. Raises ValueError
    for shapes that do not fit.
    """
    image, strength, counts = (np.asarray(one, dtype=float) for one in (image, strength, counts))
    if image.ndim != 2 or strength.shape != image.shape or counts.ndim != 3:
        raise ValueError(
            f"shapes {image.shape}, {strength.shape} and {counts.shape}: (height, width) twice and (rows, columns, directions) were expected"
        )
    cell = image.shape[0] / counts.shape[0]
    figure, axes = picture(1, 3, size=(9.6, 3.7))
    for place, (name, values) in enumerate({"the picture": image, "strength of the edges": strength}.items()):
        axes[place].imshow(values, cmap="gray_r")
        axes[place].set_title(name)
    axes[2].imshow(image, cmap="gray_r", alpha=0.25)
    longest = counts.max() or 1.0
    for row, column, k in np.argwhere(counts > 0.15 * longest):
        angle = np.pi * k / counts.shape[2] + np.pi / 2  # the gradient points across the edge
        half = 0.48 * cell * counts[row, column, k] / longest
        x, y = (column + 0.5) * cell - 0.5, (row + 0.5) * cell - 0.5
        axes[2].plot(
            [x - half * np.cos(angle), x + half * np.cos(angle)],
            [y - half * np.sin(angle), y + half * np.sin(angle)],
            color=VERMILLION,
            linewidth=1.6,
            solid_capstyle="round",
        )
    axes[2].set_title("which way they run, cell by cell")
    for one in axes:
        one.set_xticks([])
        one.set_yticks([])
        one.spines[:].set_visible(False)
    figure.suptitle(title, weight="bold", fontsize=12, color=_INK)
    whole = f"{title}. " if title else ""
    figure.alt_text = (
        f"{whole}A picture of {image.shape[1]} by {image.shape[0]} pixels; beside it, how strong the edge is at each pixel; and in each of "
        f"{counts.shape[0]} by {counts.shape[1]} cells strokes along its edges, longer where there is more edge of that direction."
    )
    return figure
