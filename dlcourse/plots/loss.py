"""Pictures of losses: errors of a line, what a probability costs, a loss beside accuracy. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dlcourse.colours import CLASSES, ROLES
from dlcourse.plots.base import Picture, picture

_INK = "#222222"


def errors(
    x: np.ndarray,
    targets: np.ndarray,
    w: float,
    b: float,
    *,
    names: tuple[str, str] = ("x", "target"),
    every: int = 1,
    title: str = "The error is how far the line is from a point",
) -> Picture:
    """Draw points, the line `w * x + b`, and for one in `every` of them the error: from the point to the line.

    x, targets: (examples,).
    """
    x, targets = np.asarray(x, dtype=float), np.asarray(targets, dtype=float)
    figure, axes = picture(size=(6.8, 4.4))
    axes.plot(x, targets, "o", color=CLASSES[0], markersize=4.5, alpha=0.6, label="target", linestyle="none")
    some = np.argsort(x, kind="stable")[every // 2 :: every]
    axes.vlines(x[some], targets[some], w * x[some] + b, color=_INK, linewidth=1.5, label="error", zorder=3)
    axes.plot(x[some], w * x[some] + b, "_", color=_INK, markersize=8)
    ends = np.array([x.min(), x.max()])
    axes.plot(ends, w * ends + b, color=ROLES["weights"], linewidth=2.5, label="output of the neuron")
    axes.set(xlabel=names[0], ylabel=names[1], title=title)
    figure.get_layout_engine().set(h_pad=0.1)
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, fontsize=11, frameon=False)
    figure.alt_text = (
        f"{names[1]} of {len(x)} examples by {names[0]}, and a line with weight {w:g} and bias {b:g}; an upright "
        "stroke from each of some points to the line is its error."
    )
    return figure


def surprise(
    probabilities: Sequence[float] = (0.9, 0.5, 0.1),
    *,
    title: str = "Certain and wrong is what costs most",
) -> Picture:
    """Draw -log(p), what an example costs whose right answer got the probability p, with some of these marked."""
    figure, axes = picture(size=(6.8, 4.0))
    p = np.linspace(0.004, 1, 500)
    axes.plot(p, -np.log(p), color=_INK)
    costs = []
    for number, one in enumerate(probabilities):
        cost = -np.log(one)
        axes.plot(one, cost, "os^Dv"[number % 5], color=CLASSES[number % len(CLASSES)], markersize=9)
        place = ((0, 16), "center") if one > 0.85 else ((10, 8), "left")  # clear of the curve and of the edge
        axes.annotate(
            f"{one:g} costs {cost:.2f}", (one, cost), place[0], textcoords="offset points", ha=place[1]
        )
        costs.append(f"{cost:.2f} for {one:g}")
    axes.set(
        xlabel="probability that the right answer got", ylabel="loss: −log of this probability",
        title=title, xlim=(-0.02, 1.02), ylim=(-0.15, 5.5),
    )  # fmt: skip
    figure.alt_text = f"The loss, minus the logarithm of a probability, falls from far above 5 near 0 to 0 at 1: {', '.join(costs)}."
    return figure


def along(
    weights: Sequence[float],
    curves: Mapping[str, Sequence[float]],
    *,
    name: str = "one weight",
    title: str = "",
) -> Picture:
    """Draw several quantities, each in a panel, as one weight is moved and all others stay.

    weights: (places,). curves: what to call each quantity, and its value at each place.
    """
    figure, panels = picture(1, len(curves), size=(4.2 * len(curves), 3.6), squeeze=False)
    for number, (axes, (label, values)) in enumerate(zip(panels.flat, curves.items(), strict=True)):
        values = np.asarray(values, dtype=float)
        axes.plot(weights, values, color=CLASSES[number])
        axes.set(xlabel=name, title=label)
    figure.suptitle(title)
    figure.alt_text = f"{' and '.join(curves)} as {name} is moved. {title}."
    return figure
