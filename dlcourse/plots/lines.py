"""Pictures of a single neuron: its sum, its decision line, how it learns. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

import numpy as np

from dlcourse.colours import CLASSES, GREY, MARKERS, ROLES
from dlcourse.plots.base import Picture, picture

_LINE = "#222222"
_ALARM = "#A33F00"  # the palette's vermillion, dark enough for a thin ring among orange squares


def neuron(
    inputs: Sequence[float],
    weights: Sequence[float],
    bias: float,
    *,
    names: Sequence[str] | None = None,
    output_name: str = "output",
) -> Picture:
    """Draw a neuron with its numbers: each input times its weight, the bias, and what comes out.

    inputs, weights: as many numbers each. names: what each input is called. Raises ValueError if the lengths differ.
    """
    names = names or [f"x{i}" for i in range(1, len(inputs) + 1)]
    if not len(inputs) == len(weights) == len(names):
        raise ValueError(
            f"{len(inputs)} inputs, {len(weights)} weights and {len(names)} names: as many of each, please"
        )
    products = [x * w for x, w in zip(inputs, weights, strict=True)]
    total = sum(products) + bias
    figure, axes = picture(size=(7.6, 0.95 * len(inputs) + 0.7))
    axes.set(xlim=(-0.4, 8.6), ylim=(-len(inputs) - 0.25, 0.5))
    axes.set_axis_off()
    middle = -(len(inputs) - 1) / 2
    for row, (name, x, w, product) in enumerate(zip(names, inputs, weights, products, strict=True)):
        axes.annotate(
            "", (4.62, middle), (1.72, -row), zorder=1,
            arrowprops={"arrowstyle": "-|>", "color": ROLES["weights"], "lw": 1.2 + min(abs(w), 4),
                        "linestyle": "-" if w >= 0 else (0, (2, 1.5)), "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
        _circle(axes, (1.4, -row), _short(x), ROLES["inputs"])
        axes.text(0.95, -row, name, ha="right", va="center")
        label = f"× {_short(w)} = {_short(product)}"
        axes.text(
            2.85, -row + (middle + row) * 0.39 + 0.02, label, ha="center", va="center", bbox=_CARD, zorder=3
        )
    axes.annotate("", (5.1, middle - 0.45), (5.1, -len(inputs) + 0.12), arrowprops=_ARROW)
    axes.text(5.1, -len(inputs), f"bias  {bias:+g}".replace("-", "−"), ha="center", va="center", bbox=_CARD)
    axes.annotate("", (7.2, middle), (5.5, middle), arrowprops=_ARROW)
    _circle(axes, (5.1, middle), "sum", "white", radius=24)
    axes.text(7.3, middle, f"{output_name}\n{_short(total)}", ha="left", va="center", weight="bold")
    steps = " + ".join(f"{x:g} times {w:g}" for x, w in zip(inputs, weights, strict=True))
    figure.alt_text = f"A neuron adds {steps}, and the bias {bias:g}: its output is {total:g}."
    return figure


_CARD = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "none"}
_WEIGHTS = {
    "arrowstyle": "simple,head_length=0.8,head_width=0.9,tail_width=0.3",
    "facecolor": ROLES["weights"],
    "edgecolor": _LINE,
    "mutation_scale": 18,
    "shrinkA": 0,
    "shrinkB": 0,
}
_ARROW = {"arrowstyle": "-|>", "color": _LINE, "lw": 1.5, "shrinkA": 0, "shrinkB": 0}


def _circle(axes: Any, where: tuple[float, float], text: str, colour: str, radius: float = 20) -> None:
    axes.plot(*where, "o", markersize=2 * radius, markerfacecolor=colour, markeredgecolor=_LINE, zorder=4)
    axes.text(*where, text, ha="center", va="center", zorder=5)


def _short(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def decision_line(
    points: np.ndarray,
    labels: np.ndarray,
    w: Sequence[float],
    b: float,
    *,
    names: Sequence[str] = ("input 1", "input 2"),
    class_names: Sequence[str] = ("class 0", "class 1"),
    title: str | None = None,
) -> Picture:
    """Draw points of two classes, the line on which the neuron's output is 0, and its weights as an arrow.

    points: (examples, 2); labels: (examples,) of 0 and 1. The neuron says 1 on the side the arrow points to.
    """
    points, labels = np.asarray(points, dtype=float), np.asarray(labels)
    figure, axes = picture(size=(6.0, 5.4))
    wrong = _panel(axes, points, labels, w, b, class_names)
    axes.set(xlabel=names[0], ylabel=names[1], title=title or f"{wrong} of {len(labels)} on the wrong side")
    _legend(figure, axes)
    figure.alt_text = (
        f"{class_names[0]} and {class_names[1]} by {names[0]} and {names[1]}, with a neuron's decision line: "
        f"{wrong} of {len(labels)} lie on the wrong side."
    )
    return figure


def corrections(
    points: np.ndarray,
    labels: np.ndarray,
    path: Sequence[tuple[np.ndarray, float]],
    *,
    bird: Sequence[float] | None = None,
    names: Sequence[str] = ("input 1", "input 2"),
    class_names: Sequence[str] = ("class 0", "class 1"),
) -> Picture:
    """Draw one panel for each (w, b) of `path`: how the line moved, and how many are on the wrong side.

    points: (examples, 2); labels: (examples,) of 0 and 1. A star marks the example that a correction was made for, as
    the step in `path` tells; `bird`: an example to mark in every panel instead.
    """
    points, labels = np.asarray(points, dtype=float), np.asarray(labels)
    columns = min(len(path), 3)
    rows = -(-len(path) // columns)
    size = (9.0, 9.0 / columns * rows + 0.9)
    figure, grid = picture(rows, columns, size=size, sharex=True, sharey=True, squeeze=False)
    counts = []
    for step, (axes, (w, b)) in enumerate(zip(grid.flat, path, strict=False)):
        counts.append(_panel(axes, points, labels, w, b, class_names))
        when = "at the start" if step == 0 else f"after correction {step}"
        axes.set_title(f"{when}: {counts[-1]} wrong")
        star = bird if bird is not None else _corrected_for(*path[step - 1], w, b) if step else None
        if star is not None:
            label = "the bird" if bird is not None else "the bird it was corrected for"
            axes.plot(*star, "*", markersize=16, color="white", markeredgecolor=_LINE, zorder=6, label=label)
    for axes in grid.flat[len(path) :]:
        axes.set_axis_off()
    for axes in grid[:, 0]:
        axes.set_ylabel(names[1])
    for axes in grid[-1]:
        axes.set_xlabel(names[0])
    _legend(figure, grid.flat[min(1, len(path) - 1)], grid.flat[0])
    figure.alt_text = (
        f"A neuron's decision line between {class_names[0]} and {class_names[1]} before and after each correction; "
        f"on the wrong side: {', then '.join(map(str, counts))} of {len(labels)}."
    )
    return figure


def _corrected_for(w_before: np.ndarray, b_before: float, w: np.ndarray, b: float) -> np.ndarray | None:
    """The example behind one step of the perceptron rule: w changed by error * x, b by the error."""
    error = b - b_before
    return (np.asarray(w, dtype=float) - w_before) / error if error else None


def _panel(
    axes: Any, points: np.ndarray, labels: np.ndarray, w: Sequence[float], b: float, class_names: Sequence
) -> int:
    """Draw the points, both sides, the line and the arrow; return how many points are on the wrong side."""
    w = np.asarray(w, dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (
        (low + high) / 2,
        0.6 * max(high - low),
    )  # equal units both ways: the arrow then looks square
    axes.set(
        xlim=(middle[0] - half, middle[0] + half), ylim=(middle[1] - half, middle[1] + half), aspect="equal"
    )
    one, two = np.meshgrid(np.linspace(*axes.get_xlim(), 200), np.linspace(*axes.get_ylim(), 200))
    output = w[0] * one + w[1] * two + b
    axes.contourf(one, two, output > 0, levels=[-0.5, 0.5, 1.5], colors=CLASSES[:2], alpha=0.13)
    for k, name in enumerate(class_names):
        mine = labels == k
        axes.plot(
            *points[mine].T,
            MARKERS[k],
            color=CLASSES[k],
            markersize=4.5,
            label=name,
            linestyle="none",
        )
    wrong = (points @ w + b > 0).astype(int) != labels
    axes.plot(*points[wrong].T, "o", markersize=8.5, markerfacecolor="none", markeredgecolor=_ALARM,
              markeredgewidth=0.9, linestyle="none", label="wrong side", zorder=1.5)  # fmt: skip
    if np.any(w):
        axes.contour(one, two, output, levels=[0], colors=_LINE, linewidths=2)
        foot = _foot(w, b, middle)
        tip = foot + w / np.hypot(*w) * half * 0.35
        axes.annotate("", tip, foot, zorder=5, arrowprops=_WEIGHTS)
        axes.text(
            *(tip + w / np.hypot(*w) * half * 0.07), "w", ha="center", va="center", weight="bold", zorder=5
        )
    return int(wrong.sum())


def _foot(w: np.ndarray, b: float, middle: np.ndarray) -> np.ndarray:
    """The point of the line nearest to the middle of the picture."""
    return middle - w * (w @ middle + b) / (w @ w)


def _legend(figure: Picture, *panels: Any) -> None:
    """Put under the figure what `panels` show, each name once."""
    figure.get_layout_engine().set(h_pad=0.1)
    found = [pair for axes in panels for pair in zip(*axes.get_legend_handles_labels(), strict=True)]
    handles, labels = zip(*{label: (handle, label) for handle, label in found}.values(), strict=True)
    figure.legend(
        handles, labels, loc="outside lower center", ncols=4, fontsize=11, frameon=False, handletextpad=0.4
    )


def mistakes_per_pass(
    histories: Mapping[str, Sequence[int]],
    *,
    title: str = "",
    baseline: tuple[str, int] | None = None,
) -> Picture:
    """Draw how many examples each neuron gets wrong, pass after pass through the data.

    histories: what to call each, and its mistakes at the start, after pass 1, after pass 2, ...
    baseline: what to call a rule without a neuron, and its mistakes; drawn as a level line.
    """
    figure, axes = picture(size=(7.2, 4.4))
    for (name, mistakes), colour, style in zip(
        histories.items(), CLASSES, cycle(("-", "--", ":")), strict=False
    ):
        axes.plot(mistakes, style, color=colour, label=name)
        axes.plot(len(mistakes) - 1, mistakes[-1], "o", color=colour, clip_on=False)
    if baseline:
        axes.axhline(baseline[1], color=GREY, linestyle=(0, (1, 1.5)), linewidth=1.8, label=baseline[0])
    axes.set(xlabel="pass through all examples", ylabel="wrong after this pass", title=title, ylim=(0, None))
    axes.set_xlim(0, None)
    _legend(figure, axes)
    parts = (
        f"{name}: from {m[0]} wrong to {m[-1]} in {len(m) - 1} passes, at best {min(m)}"
        for name, m in histories.items()
    )
    level = f" {baseline[0]}: {baseline[1]} wrong." if baseline else ""
    figure.alt_text = f"Mistakes after each pass. {'; '.join(parts)}.{level}"
    return figure


def halfway(
    points: np.ndarray,
    labels: np.ndarray,
    *,
    names: Sequence[str] = ("input 1", "input 2"),
    class_names: Sequence[str] = ("class 0", "class 1"),
) -> Picture:
    """Draw two points of each class, joined by a line, and a star halfway between them.

    points: (4, 2); labels: (4,), two of 0 and two of 1.
    """
    points, labels = np.asarray(points, dtype=float), np.asarray(labels)
    figure, axes = picture(size=(4.6, 4.6))
    middles = []
    for k, name in enumerate(class_names):
        pair = points[labels == k]
        middles.append(pair.mean(axis=0))
        axes.plot(*pair.T, ("-", "--")[k], color=CLASSES[k], marker=MARKERS[k], markersize=12, label=name)
    for middle in middles:
        axes.plot(
            *middle, "*", markersize=18, color="white", markeredgecolor=_LINE, zorder=6, label="halfway"
        )
    places = [f"({middle[0]:g}, {middle[1]:g})" for middle in middles]
    same = places[0] == places[1]
    title = "Halfway is the same point for both" if same else "Halfway is another point for each"
    axes.set(xlabel=names[0], ylabel=names[1], title=title, aspect="equal")
    axes.margins(0.15)
    _legend(figure, axes)
    figure.alt_text = (
        f"Halfway between the two points of {class_names[0]} lies {places[0]}, "
        f"halfway between those of {class_names[1]} lies {places[1]}."
    )
    return figure
