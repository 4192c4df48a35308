"""A kernel over a picture: one window with its products, whole results, and accuracy on moved pictures. Via `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.patches import Rectangle

from dlcourse.colours import BLUE, CLASSES, MARKERS, ORANGE, SIGNED, VERMILLION
from dlcourse.plots.base import Picture, picture

_EDGE = "#9a9a9a"


def window(image: Any, kernel: Any, place: tuple[int, int], *, title: str = "") -> Picture:
    """Draw a picture with one window marked, and beside it the window's numbers, the kernel, the products and their sum.

    image: (height, width) from 0 to 1. kernel: (rows, columns). place: row and column of the window's top left pixel.
    Raises ValueError where the window does not lie inside the picture.
    """
    image, kernel = np.asarray(image, dtype=float), np.asarray(kernel, dtype=float)
    if image.ndim != 2 or kernel.ndim != 2:
        raise ValueError(
            f"a picture (height, width) and a kernel (rows, columns) are drawn; the shapes are {image.shape} and {kernel.shape}"
        )
    row, column = place
    rows, columns = kernel.shape
    under = image[row : row + rows, column : column + columns] if min(place) >= 0 else image[:0]
    if under.shape != kernel.shape:
        raise ValueError(
            f"a window of {rows} by {columns} at row {row}, column {column} does not lie in a picture of {image.shape}"
        )
    products = under * kernel
    figure, axes = picture(1, 4, size=(9.2, 2.9), width_ratios=(1.25, 1, 1, 1))
    _picture(axes[0], image)
    axes[0].add_patch(
        Rectangle((column - 0.5, row - 0.5), columns, rows, fill=False, edgecolor=VERMILLION, linewidth=2.5)
    )
    axes[0].set_title("the picture", fontsize=12)
    _numbers(axes[1], under, "window", cmap="gray_r", vmin=0, vmax=max(1.0, image.max()))
    most = float(np.abs(kernel).max()) or 1.0
    _numbers(axes[2], kernel, "× kernel", cmap=SIGNED, vmin=-most, vmax=most)
    most = float(np.abs(products).max()) or 1.0
    _numbers(
        axes[3], products, f"= products, sum {_short(products.sum())}", cmap=SIGNED, vmin=-most, vmax=most
    )
    if title:
        figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = (
        f"{_title(title)}A picture with a window at row {row}, column {column}. Its numbers {_rows(under)} times the kernel "
        f"{_rows(kernel)} give the products {_rows(products)}, and their sum is {_short(products.sum())}."
    )
    return figure


def responses(image: Any, results: Mapping[str, Any], *, title: str = "") -> Picture:
    """Draw a picture and what kernels make of it, on one scale: blue above 0, red below, white at 0.

    image: (height, width). results: what to call each, and its sums (rows, columns).
    """
    image = np.asarray(image)
    tables = {name: np.asarray(table, dtype=float) for name, table in results.items()}
    figure, axes = picture(1, len(tables) + 1, size=(2.05 * (len(tables) + 1) + 0.8, 2.6))
    _picture(axes[0], image)
    axes[0].set_title("the picture", fontsize=12)
    most = max(float(np.abs(table).max()) for table in tables.values()) or 1.0
    for one, (name, table) in zip(axes[1:], tables.items(), strict=True):
        drawn = _picture(one, table, cmap=SIGNED, vmin=-most, vmax=most)
        one.set_title(name, fontsize=12)
    bar = figure.colorbar(drawn, ax=list(axes), shrink=0.8, aspect=16, ticks=[-most, 0, most])
    bar.ax.set_yticklabels(["below 0", "0", "above 0"], fontsize=11)
    if title:
        figure.suptitle(title, fontsize=12, weight="bold")
    sizes = ", ".join(f"{name} ({table.shape[0]} times {table.shape[1]})" for name, table in tables.items())
    figure.alt_text = (
        f"{_title(title)}A picture and, beside it, the sums of {sizes}: blue above 0, red below."
    )
    return figure


def moved(steps: Sequence[int], results: Mapping[str, Sequence[float]], *, title: str = "") -> Picture:
    """Draw the accuracy of models on pictures moved by so many pixels: a line each, named at its right end.

    steps: (n,) pixels, rising. results: what to call each model, and its accuracy at each step, 0 to 1.
    """
    figure, axes = picture(size=(7.4, 3.9))
    order = sorted(results, key=lambda name: -float(np.sum(results[name])))
    for number, name in enumerate(order):
        shares = np.asarray(results[name], dtype=float)
        colour = (BLUE, ORANGE, *CLASSES[2:])[number % 8]
        style = ("-", "--", "-.", ":")[number % 4]
        axes.plot(steps, shares, style, color=colour, marker=MARKERS[number % 8], markersize=7, label=name)
    axes.axhline(0.1, color="#222222", linestyle=":", linewidth=1.4)
    axes.annotate("blind guessing", (steps[0], 0.1), (steps[0], 0.125), fontsize=11)
    axes.set(
        xlabel="pictures moved to the right, in pixels", ylabel="accuracy on the test images", ylim=(0, 1)
    )
    axes.set_xticks(list(steps))
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
    axes.legend(frameon=False, fontsize=11, loc="upper right")
    axes.set_title(title, weight="bold")
    figure.alt_text = (
        f"{_title(title)}Accuracy of {', '.join(results)} on pictures moved by {', '.join(map(str, steps))} pixels: all fall "
        f"the farther the pictures are moved; over all steps {order[0]} is highest."
    )
    return figure


def _picture(axes: Any, image: np.ndarray, **look: Any) -> Any:
    drawn = axes.imshow(image, **(look or {"cmap": "gray_r", "vmin": 0, "vmax": image.max() or 1}))
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(visible=True, color=_EDGE, linewidth=0.8)
    return drawn


def _numbers(axes: Any, table: np.ndarray, name: str, **look: Any) -> None:
    _picture(axes, table, alpha=0.75, **look)
    axes.set_title(name, fontsize=12)
    for (row, column), number in np.ndenumerate(table):
        share = (number - look["vmin"]) / (look["vmax"] - look["vmin"])
        dark = share > 0.55 if look["cmap"] == "gray_r" else abs(share - 0.5) > 0.35
        axes.text(
            column,
            row,
            _short(number),
            ha="center",
            va="center",
            fontsize=13,
            color="white" if dark else "#111111",
        )


def _short(number: float) -> str:
    return f"{round(float(number), 2) + 0.0:g}".replace("-", "−")


def _rows(table: np.ndarray) -> str:
    return " / ".join(" ".join(_short(number) for number in row) for row in table)


def _title(title: str) -> str:
    return f"{title}. " if title else ""
