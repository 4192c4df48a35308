"""Pictures of lesson 6: a network of two layers there and back, with its shapes; time per update against width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dlcourse.colours import CLASSES, MARKERS, ROLES
from dlcourse.plots.base import Picture, picture

_INK = "#222222"
_PLACES = (0.0, 2.6, 5.0, 7.6)  # x, z, h, logits; the loss stands between the rows
_FORWARD, _LOSS, _BACK = 2.75, 1.75, 0.75  # heights


def there_and_back(inputs: int, hidden: int, classes: int) -> Picture:
    """Draw a network of two layers: what goes forward above, what comes back below, each with its shape.

    n stands for the number of examples. What is computed on the way back is named, not how.
    """
    figure, axes = picture(size=(7.4, 4.2))
    axes.set(xlim=(-0.75, 8.35), ylim=(-0.8, 3.4))
    axes.set_axis_off()
    forwards = (
        (("x", inputs), ("z", hidden), ("h", hidden), ("logits", classes)),
        _FORWARD,
        ROLES["activations"],
    )
    backwards = (
        (("dx", inputs), ("dz", hidden), ("dh", hidden), ("blame at\nthe logits", classes)),
        _BACK,
        ROLES["gradients"],
    )
    for boxes, height, colour in (forwards, backwards):
        for place, (name, size) in zip(_PLACES, boxes, strict=True):
            _box(axes, place, height, f"{name}\n(n, {size})", colour)
    _box(axes, _PLACES[-1], _LOSS, "loss", "white")
    steps = ("@ w1 + b1", "ReLU", "@ w2 + b2")
    for start, end, text in zip(_PLACES, _PLACES[1:], steps, strict=False):
        _arrow(axes, (start + 0.72, _FORWARD), (end - 0.72, _FORWARD))
        axes.text((start + end) / 2, _FORWARD + 0.2, text, ha="center", va="bottom")
        _arrow(axes, (end - 0.72, _BACK), (start + 0.72, _BACK), ROLES["gradients"])
    axes.text((_PLACES[1] + _PLACES[2]) / 2, _BACK + 0.2, "ReLU", ha="center", va="bottom")
    for number, place, sizes in ((1, 1.3, (inputs, hidden)), (2, 6.3, (hidden, classes))):
        axes.text(place, _BACK + 0.2, f"layer {number}", ha="center", va="bottom")
        _arrow(axes, (place, _BACK - 0.05), (place, 0.02), ROLES["gradients"])
        text = f"dw{number} {sizes}\ndb{number} ({sizes[1]},)"
        axes.text(
            place,
            -0.05,
            text,
            ha="center",
            va="top",
            color=_INK,
            bbox={**_CARD, "edgecolor": ROLES["weights"]},
        )
    _arrow(axes, (_PLACES[-1], _FORWARD - 0.35), (_PLACES[-1], _LOSS + 0.22))
    axes.text(_PLACES[-1] - 0.2, _LOSS + 0.4, "softmax, cross-entropy", ha="right", va="center")
    _arrow(axes, (_PLACES[-1], _LOSS - 0.22), (_PLACES[-1], _BACK + 0.45), ROLES["gradients"])
    axes.set_title("Forward above, blame below: each gradient has its owner's shape")
    figure.alt_text = (
        f"A network of two layers. Forward: x (n, {inputs}), z and h (n, {hidden}), logits (n, {classes}), the loss. Back: "
        f"the blame at the logits (n, {classes}), dh and dz (n, {hidden}); on the way dw2 ({hidden}, {classes}), db2 "
        f"({classes},), dw1 ({inputs}, {hidden}) and db1 ({hidden},)."
    )
    return figure


_CARD = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": _INK}


def _box(axes: Any, x: float, y: float, text: str, colour: str) -> None:
    fill = "white" if colour == "white" else colour + "33"  # a light shade
    axes.text(x, y, text, ha="center", va="center", color=_INK, zorder=3,
              bbox={**_CARD, "facecolor": fill, "edgecolor": _INK if colour == "white" else colour, "linewidth": 1.5})  # fmt: skip


def _arrow(axes: Any, start: tuple[float, float], end: tuple[float, float], colour: str = _INK) -> None:
    style = {
        "arrowstyle": "-|>",
        "color": colour,
        "lw": 1.6,
        "shrinkA": 0,
        "shrinkB": 0,
        "mutation_scale": 15,
    }
    axes.annotate("", end, start, arrowprops=style)


def update_times(widths: Sequence[int], times: Mapping[str, Sequence[float]]) -> Picture:
    """Draw how long one update takes against the width of the hidden layer, a line for each program.

    widths: hidden units. times: for each program, milliseconds of one core per update, as many as widths. The title
    compares the first two programs; others are dotted.
    """
    figure, axes = picture(size=(7.2, 4.4))
    for number, ((name, values), colour, marker) in enumerate(
        zip(times.items(), CLASSES, MARKERS, strict=False)
    ):
        line = "-" if number < 2 else ":"
        axes.loglog(widths, values, line, marker=marker, color=colour, label=name)
    axes.set(xlabel="units in the hidden layer", ylabel="milliseconds for one update")
    axes.set_xticks(widths, [f"{width:,}" for width in widths])
    axes.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
    axes.minorticks_off()
    cheapest = [min(list(times)[:2], key=lambda name: times[name][end]) for end in (0, -1)]
    title = f"Small: {cheapest[0]} is quicker. Wide: {cheapest[1]} is quicker"
    axes.set_title(title if cheapest[0] != cheapest[1] else f"{cheapest[0]} is quicker at both ends")
    axes.legend(frameon=False)
    others = "".join(f" Dotted: {name}." for name in list(times)[2:])
    figure.alt_text = (
        f"Time for one update against the width of the hidden layer, both axes logarithmic: with {widths[0]} units "
        f"{cheapest[0]} is quicker, with {widths[-1]:,} {cheapest[1]}.{others}"
    )
    return figure
