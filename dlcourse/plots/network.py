"""Pictures of networks: layers with shapes and parameters, what units weigh and are good for, depth against width."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.patches import Circle, Rectangle

from dlcourse.colours import BLUE, CLASSES, MARKERS, ROLES, SIGNED
from dlcourse.plots.base import Picture, picture

_INK = "#222222"
_ALL_SHOWN = 6  # circles; a larger layer shows its first and last two, and dots
_CARD = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
_GAP = 3.2  # from layer to layer


def network(widths: Sequence[int], *, names: Sequence[str] | None = None, title: str = "") -> Picture:
    """Draw a network of dense layers with the shape of everything in it and its parameters counted.

    widths: numbers in each layer, the inputs first. names: what each is called. Raises ValueError for fewer than two
    widths, or names that are not as many.
    """
    names = list(names or _usual_names(len(widths)))
    if len(widths) < 2 or len(names) != len(widths):
        raise ValueError(
            f"{len(widths)} widths and {len(names)} names: as many of each, and two at least, please"
        )
    axes, figure, places = _layers(widths, height=5.0)
    counts = []
    for i, (before, width) in enumerate(pairwise(widths)):
        _lines(axes, i, places)
        counts.append(before * width + width)
        text = f"weights ({before}, {width})\nbias ({width},)\n{before} · {width} + {width}\n= {counts[-1]:,} parameters"
        axes.text(
            (i + 0.5) * _GAP, -2.95, text, ha="center", va="top", fontsize=11, color=_INK, linespacing=1.35
        )
    for i, (width, name) in enumerate(zip(widths, names, strict=True)):
        axes.text(i * _GAP, 2.55, name, ha="center", va="bottom", weight="bold", fontsize=12)
        axes.text(i * _GAP, -2.2, f"(batch, {width})", ha="center", va="top", fontsize=11)
    axes.set_ylim(-4.75, 3.1)
    figure.suptitle(title or f"{sum(counts):,} parameters", fontsize=12, weight="bold")
    shapes = "; ".join(
        f"weights ({a}, {b}) and bias ({b},), {n:,} parameters"
        for (a, b), n in zip(pairwise(widths), counts, strict=True)
    )
    figure.alt_text = f"A network of {' to '.join(map(str, widths))} numbers. Between the layers: {shapes}."
    return figure


def forward_pass(
    example: Sequence[float],
    layers: Sequence[tuple[np.ndarray, np.ndarray]],
    activation: Callable[[np.ndarray], np.ndarray] | None = None,
    *,
    names: Sequence[str],
    title: str = "",
) -> Picture:
    """Draw one example's way through a small network, with every number: weights on the lines, outputs in the circles.

    example: (inputs,). layers: (weights, bias) pairs. activation: of the hidden layers, if there are any; the last layer has none.
    names: what the inputs, the hidden neurons and the outputs are called, all in one list.
    """
    values = [np.asarray(example, dtype=float)]
    for number, (weights, bias) in enumerate(layers, start=1):
        sums = values[-1] @ weights + bias
        values.append(sums if number == len(layers) or activation is None else activation(sums))
    widths = [len(one) for one in values]
    if len(names) != sum(widths):
        raise ValueError(f"{len(names)} names for {sum(widths)} circles: one each, please")
    axes, figure, places = _layers(widths, height=4.4, radius=0.36)
    labels = iter(names)
    for i, ys in enumerate(places):
        if i < len(layers):
            _lines(axes, i, places, layers[i][0])
        for j, y in enumerate(ys):
            axes.text(
                i * _GAP,
                y,
                f"{values[i][j]:g}".replace("-", "−"),
                ha="center",
                va="center",
                zorder=5,
                weight="bold",
            )
            axes.text(
                i * _GAP, y + 0.45, next(labels), ha="center", va="bottom", fontsize=11, zorder=5, bbox=_CARD
            )
            if i:
                bias = f"bias {layers[i - 1][1][j]:+g}".replace("-", "−")
                axes.text(i * _GAP, y - 0.45, bias, ha="center", va="top", fontsize=11, zorder=5, bbox=_CARD)
    high = max(max(ys) for ys in places) + 0.95  # room for a name
    low = min(min(ys) - (0.85 if i else 0.45) for i, ys in enumerate(places))  # and, but for inputs, a bias
    axes.set_ylim(low, high)
    figure.set_figheight(0.74 * (high - low) + 0.35)  # inches, with the title
    figure.suptitle(title, fontsize=12, weight="bold")
    stages = ", then ".join(" and ".join(f"{v:g}" for v in one) for one in values)
    figure.alt_text = f"One example on its way through a network: {stages}."
    return figure


def _usual_names(count: int) -> list[str]:
    hidden = ["hidden layer"] if count == 3 else [f"hidden layer {i}" for i in range(1, count - 1)]
    return ["input", *hidden, "output"]


def _layers(
    widths: Sequence[int], *, height: float, radius: float = 0.19
) -> tuple[Any, Picture, list[list[float]]]:
    """An empty figure with the circles of all layers, and their heights."""
    figure, axes = picture(size=(2.3 * len(widths) + 1.5, height))
    axes.set_axis_off()
    axes.set(xlim=(-1.15, _GAP * (len(widths) - 1) + 1.15), aspect="equal")
    places = [_heights(width) for width in widths]
    for i, (width, ys) in enumerate(zip(widths, places, strict=True)):
        colour = ROLES["inputs"] if i == 0 else BLUE if i == len(widths) - 1 else ROLES["activations"]
        face = colour if radius < 0.3 else "white"
        for y in ys:
            axes.add_patch(Circle((i * _GAP, y), radius, facecolor=face, edgecolor=colour if face == "white" else _INK,
                                  lw=2.2 if face == "white" else 0.8, zorder=4))  # fmt: skip
        if width > len(ys):
            axes.text(i * _GAP, 0, "⋮", ha="center", va="center", fontsize=20, weight="bold", zorder=4)
    return axes, figure, places


def _heights(width: int) -> list[float]:
    if width > _ALL_SHOWN:
        return [1.7, 1.1, -1.1, -1.7]
    return (
        list(np.linspace(1.7, -1.7, width)) if width > 2 else [0.95, -0.95][:width] if width == 2 else [0.0]
    )


def _lines(axes: Any, i: int, places: Sequence[Sequence[float]], weights: np.ndarray | None = None) -> None:
    """Join layer i with the next: thin lines, or with weights on them (dashed where below 0)."""
    for a, y in enumerate(places[i]):
        for b, z in enumerate(places[i + 1]):
            weight = None if weights is None else float(weights[a, b])
            style = "-" if weight is None or weight >= 0 else (0, (3, 2))
            width = 0.7 if weight is None else 1.0 + min(abs(weight), 4) * 0.6
            axes.plot(
                [i * _GAP, (i + 1) * _GAP], [y, z], color=ROLES["weights"], lw=width, ls=style, zorder=1
            )
            if weight is not None:
                at = 0.3
                label = f"× {weight:g}".replace("-", "−")
                axes.text(
                    (i + at) * _GAP,
                    y + (z - y) * at,
                    label,
                    ha="center",
                    va="center",
                    fontsize=11,
                    bbox=_CARD,
                    zorder=2,
                )


def unit_weights(
    weights: np.ndarray,
    *,
    shape: tuple[int, int] = (28, 28),
    captions: Sequence[object] | None = None,
    columns: int = 8,
    title: str = "",
) -> Picture:
    """Draw each unit's weights where its inputs lie in the picture: blue above 0, red below, white at 0.

    weights: (pixels, units). All units share one scale, from minus to plus the 99.5th percentile of the sizes.
    """
    weights = np.asarray(weights, dtype=float)
    units = weights.shape[1]
    rows = -(-units // columns)
    lines = max((str(one).count("\n") + 1 for one in captions), default=0) if captions is not None else 0
    size = (columns * 1.12 + 0.9, rows * (1.12 + 0.2 * lines) + (0.4 if title else 0.1))
    figure, grid = picture(rows, columns, size=size, squeeze=False)
    figure.get_layout_engine().set(w_pad=0.03, h_pad=0.03, wspace=0.02, hspace=0.02)
    most = float(np.quantile(np.abs(weights), 0.995)) or 1.0
    for axes in grid.flat:
        axes.set_axis_off()
    for place, axes in enumerate(grid.flat[:units]):
        drawn = axes.imshow(weights[:, place].reshape(shape), cmap=SIGNED, vmin=-most, vmax=most)
        if captions is not None:
            axes.set_title(str(captions[place]), fontsize=11, pad=2)
    bar = figure.colorbar(drawn, ax=list(grid.flat), shrink=0.7, aspect=18, ticks=[-most, 0, most])
    bar.ax.set_yticklabels(["below 0", "0", "above 0"], fontsize=11)
    figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = (
        f"The weights of {units} hidden units as pictures of {shape[0]} times {shape[1]} pixels: smooth blue and red strokes in "
        "the middle, grainy noise in the corners."
    )
    return figure


def lost_classes(losses: np.ndarray, favourites: Sequence[int], *, title: str = "") -> Picture:
    """Draw how much of each class is lost when a unit is set to 0, with a frame round the class that excites the unit most.

    losses: (units, classes), shares of the class' examples read before and no longer. favourites: a class for each unit.
    """
    losses = np.asarray(losses, dtype=float)
    units, classes = losses.shape
    figure, axes = picture(size=(7.4, 0.31 * units + 1.5))
    drawn = axes.imshow(100 * losses, cmap="Greys", vmin=0, vmax=100, aspect="auto")
    for unit, digit in enumerate(favourites):  # a frame inside the cell leaves its number free
        corner, side = (digit - 0.44, unit - 0.42), {"width": 0.88, "height": 0.84}
        axes.add_patch(Rectangle(corner, **side, fill=False, edgecolor=CLASSES[1], linewidth=2.6))
    for unit, digit in zip(*np.nonzero(losses >= 0.05), strict=True):
        share = 100 * losses[unit, digit]
        axes.text(
            digit,
            unit,
            f"{share:.0f}",
            ha="center",
            va="center",
            fontsize=11,
            color="white" if share > 50 else _INK,
        )
    axes.set_xticks(range(classes))
    axes.set_yticks(range(units))
    axes.set(xlabel="digit (frame: the unit's favourite)", ylabel="unit set to 0")
    axes.tick_params(length=0, labelsize=11)
    bar = figure.colorbar(drawn, ax=axes, ticks=[0, 50, 100], shrink=0.75)
    bar.set_label("pictures of the digit lost, of 100 (below 5 no number)")
    axes.set_title(title, weight="bold")
    figure.alt_text = (
        f"A table of {units} hidden units and {classes} digits: most units, set to 0, cost some digits much and others "
        "nothing, and the digit that suffers most is often not the one that excites the unit most."
    )
    return figure


def depth_and_width(results: Mapping[str, Sequence[float]], *, title: str = "") -> Picture:
    """Draw the accuracy of networks of the same size and other shapes, one mark for each start.

    results: what to call each shape, and its accuracies (shares).
    """
    figure, axes = picture(size=(7.4, 4.2))
    for place, (shares, marker) in enumerate(zip(results.values(), MARKERS * 3, strict=False)):
        colour = CLASSES[place % len(CLASSES)]
        axes.plot([place] * len(shares), 100 * np.asarray(shares), marker, color=colour, markersize=9,
                  markeredgecolor=_INK, markeredgewidth=0.6, linestyle="none", alpha=0.9)  # fmt: skip
        axes.plot([place - 0.25, place + 0.25], [100 * np.mean(shares)] * 2, color=_INK, lw=1.6)
    axes.set_xticks(range(len(results)), list(results), fontsize=11)
    axes.set(xlim=(-0.5, len(results) - 0.5))
    axes.set(xlabel="hidden layers × neurons in each", ylabel="test digits read (%)")
    axes.set_title(title, weight="bold")
    axes.grid(axis="y", color="#dddddd", lw=0.8)
    axes.set_axisbelow(True)
    ranked = sorted(results, key=lambda name: float(np.mean(results[name])))
    figure.alt_text = f"Accuracy of networks of several shapes; each bar is the mean of its marks. Last comes {_flat(ranked[0])}."
    return figure


def _flat(name: str) -> str:
    return name.replace("\n", " ")
