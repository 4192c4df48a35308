"""Pictures of activation functions: curves with their slopes, what is left of a nudge, and the steps of softmax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dlcourse.colours import BLUE, CLASSES, GREY, MARKERS, ROLES
from dlcourse.plots.base import Picture, picture

_REACH = 4.0  # curves are drawn from -4 to 4
_JUMPS = ("step",)  # drawn in two pieces, so that no upright line pretends to be part of the curve


def activations(
    names: Sequence[str] = ("step", "sigmoid", "tanh", "relu", "leaky_relu", "gelu"),
    *,
    slopes: bool = True,
    title: str = "",
) -> Picture:
    """Draw activations by their names in `dlcourse.scratch.ACTIVATIONS`, a panel each, and their slopes as dashed lines."""
    from dlcourse.scratch import ACTIVATIONS

    columns = min(len(names), 3)
    rows = -(-len(names) // columns)
    size = (3.1 * columns + 0.3, 2.6 * rows + 0.7)
    figure, grid = picture(rows, columns, size=size, sharex=True, sharey=True, squeeze=False)
    sides = np.linspace(-_REACH, -1e-9, 200), np.linspace(1e-9, _REACH, 200)
    for axes, name in zip(grid.flat, names, strict=False):
        function = ACTIVATIONS[name]
        axes.axhline(0, color=GREY, linewidth=0.8)
        axes.axvline(0, color=GREY, linewidth=0.8)
        for side, z in enumerate(sides if name in _JUMPS else [np.concatenate(sides)]):
            axes.plot(z, function.value(z), color=ROLES["activations"], label="value" if not side else None)
        if slopes:
            for side, z in enumerate(sides if "relu" in name else [np.concatenate(sides)]):
                label = "slope" if not side else None
                axes.plot(z, function.slope(z), "--", color=ROLES["gradients"], linewidth=1.8, label=label)
        axes.set(title=name, ylim=(-1.3, 2.3), xlim=(-_REACH, _REACH))
        axes.set_xticks(range(-3, 4))  # none at the ends, where it would meet the next panel's
    for axes in grid[-1]:
        axes.set_xlabel("what comes in, z")
    for axes in grid[:, 0]:
        axes.set_ylabel("what comes out, or slope" if slopes else "what comes out, a")
    for axes in grid.flat[len(names) :]:
        axes.set_axis_off()
    if title:
        figure.suptitle(title, fontsize=12)
    if slopes:
        handles, labels = grid.flat[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=2, fontsize=11, frameon=False)
    said = [_said(name, ACTIVATIONS[name], slopes) for name in names]
    figure.alt_text = f"{f'{title}. ' if title else ''}{'; '.join(said)}."
    return figure


def _said(name: str, function: Any, slopes: bool) -> str:
    ends = [f"{value + 0.0:.2f}" for value in function.value(np.array([-_REACH, 0.0, _REACH])).round(2)]
    text = f"{name} gives {ends[0]} at −4, {ends[1]} at 0 and {ends[2]} at 4".replace("-", "−")
    most = function.slope(np.linspace(-_REACH, _REACH, 2001)).max()
    return f"{text}, its slope is {most:.2f} at most" if slopes else text


def what_is_left(left: Mapping[str, Sequence[float]], *, title: str = "", most: float = 5.0) -> Picture:
    """Draw how much of a nudge is left after each layer, on a scale where every step down is a tenth.

    left: for each name the shares left after layer 1, 2, 3, ...; all above 0.
    """
    figure, axes = picture(size=(7.0, 4.3))
    for (name, shares), colour, marker in zip(left.items(), CLASSES, MARKERS, strict=False):
        layers = np.arange(1, len(shares) + 1)
        axes.plot(layers, shares, marker=marker, color=colour, label=name, markersize=6)
    axes.axhline(1, color=GREY, linewidth=0.8)
    axes.set(yscale="log", xlabel="after this layer", title=title)
    axes.set_ylabel("share of the nudge that is left\n(each mark down: a tenth)")
    axes.minorticks_off()
    axes.set_xticks(range(1, max(map(len, left.values())) + 1))
    axes.set_ylim(top=most)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.9f}".rstrip("0").rstrip("."))
    axes.legend(frameon=False, fontsize=11)
    said = [
        f"{name} about 10 to the power {round(float(np.log10(shares[-1]))):d}"
        for name, shares in left.items()
    ]
    figure.alt_text = (
        f"What is left of a nudge after the last of {len(layers)} layers: {', '.join(said)}.".replace(
            " -", " −"
        )
    )
    return figure


def softmax_steps(logits: Sequence[float], *, names: Sequence[str], title: str = "") -> Picture:
    """Draw the three steps of softmax as bars: the logits, their exponentials, and the shares of these."""
    logits = np.asarray(logits, dtype=float)
    powers = np.exp(logits)
    steps = {"logits": logits, "exponentials": powers, "shares": powers / powers.sum()}
    colours = (ROLES["inputs"], ROLES["activations"], BLUE)
    figure, grid = picture(1, 3, size=(9.0, 3.4 if title else 3.1))
    for axes, (step, values), colour in zip(grid, steps.items(), colours, strict=True):
        bars = axes.bar(names, values, color=colour)
        axes.bar_label(bars, [f"{value:.3g}".replace("-", "−") for value in values], fontsize=11, padding=2)
        axes.axhline(0, color=GREY, linewidth=0.8)
        axes.set_title(step)
        axes.margins(y=0.22)
        axes.tick_params(axis="x", labelsize=11)
    parts = [f"{name} {value:.2f}" for name, value in zip(names, steps["shares"], strict=True)]
    if title:
        figure.suptitle(title, fontsize=12)
    figure.alt_text = (
        f"Softmax makes of the logits {', '.join(f'{x:g}' for x in logits)} the shares {', '.join(parts)}."
    )
    return figure
