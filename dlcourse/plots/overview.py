"""Pictures of the large view: a network's layers, the three fields, six places of work. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.patches import Circle, Ellipse, FancyBboxPatch, Polygon, Rectangle

from dlcourse.colours import BLUE, GREEN, GREY, ORANGE, PURPLE, ROLES, SKY, VERMILLION, YELLOW
from dlcourse.plots.base import Picture, picture

_INK = "#222222"
_SHOWN = 7  # circles drawn of a layer that has more


def layers(sizes: Sequence[int], names: Sequence[str], *, first: np.ndarray | None = None) -> Picture:
    """Draw a network of fully connected layers from left to right, every connection a line.

    sizes: numbers in each layer, inputs first. names: what stands under each. first: a picture drawn before the inputs.
    A layer of more than ten is shown by a few of its circles and three dots.
    """
    figure, axes = picture(size=(8.2, 4.0))
    axes.set(xlim=(-1.4, 2.6 * len(sizes) - 1.2), ylim=(-3.0, 2.2), aspect="equal")
    axes.set_axis_off()
    colours = [ROLES["inputs"], *[ROLES["activations"]] * (len(sizes) - 2), BLUE]
    places = [_circles(size) for size in sizes]
    for i in range(len(sizes) - 1):
        for y in places[i]:
            for z in places[i + 1]:
                axes.plot(
                    [2.6 * i, 2.6 * (i + 1)], [y, z], color=ROLES["weights"], lw=0.5, alpha=0.65, zorder=1
                )
    for i, (size, name, ys) in enumerate(zip(sizes, names, places, strict=True)):
        for place, y in enumerate(ys):
            axes.add_patch(Circle((2.6 * i, y), 0.17, facecolor=colours[i], edgecolor=_INK, lw=0.8, zorder=3))
            if 1 < size == len(ys) and i == len(sizes) - 1:  # one alone needs no number
                axes.text(2.6 * i + 0.3, y, str(place), va="center", fontsize=11)
        if size != len(ys):
            axes.text(2.6 * i, 0, "⋮", ha="center", va="center", fontsize=20, weight="bold", zorder=4)
        axes.text(2.6 * i, -2.42, f"{size}", ha="center", va="center", weight="bold", fontsize=13)
        axes.text(2.6 * i, -2.8, name, ha="center", va="center", fontsize=11)
    if first is not None:
        axes.imshow(first, cmap="gray_r", extent=(-2.25, -0.75, -0.75, 0.75), zorder=2)
        axes.add_patch(Rectangle((-2.25, -0.75), 1.5, 1.5, facecolor="none", edgecolor="#9a9a9a", zorder=3))
        axes.annotate("", (-0.25, 0), (-0.7, 0), arrowprops={"arrowstyle": "-|>", "color": _INK, "lw": 1.5})
        axes.set(xlim=(-2.35, 2.6 * len(sizes) - 1.9), ylim=(-3.0, 2.2))
    parts = ", then ".join(f"{size} {name}" for size, name in zip(sizes, names, strict=True))
    figure.alt_text = (
        f"A network from left to right: {parts}. Every circle is joined to every circle of the next layer."
    )
    return figure


def _circles(size: int) -> list[float]:
    """The heights of a layer's circles; with a gap in the middle where not all are shown."""
    if size <= 10:
        return list(np.linspace(1.95, -1.95, size)) if size > 1 else [0.0]
    half = np.linspace(1.95, 0.55, _SHOWN // 2 + 1)
    return [*half, *(-half[::-1])]


def fields() -> Picture:
    """Draw artificial intelligence, machine learning in it and deep learning in that, each with its example."""
    figure, axes = picture(size=(8.2, 3.9))
    axes.set(xlim=(0, 8.2), ylim=(0, 3.9))
    axes.set_axis_off()
    rings = (
        ((4.1, 1.95), 8.1, 3.8, SKY, "Artificial intelligence", "a rule a person wrote", (4.1, 3.42)),
        ((4.1, 1.5), 6.3, 2.76, ORANGE, "Machine learning", "a tree that found\nits limits in data", (4.1, 2.5)),
        ((4.1, 0.97), 4.3, 1.45, GREEN, "Deep learning", "layers that found\ntheir features too", (4.1, 1.3)),
    )  # fmt: skip
    for centre, width, height, colour, name, example, at in rings:
        axes.add_patch(Ellipse(centre, width, height, facecolor="white", edgecolor="none", zorder=1))
        axes.add_patch(
            Ellipse(centre, width, height, facecolor=colour, alpha=0.25, edgecolor="none", zorder=1)
        )
        axes.add_patch(Ellipse(centre, width, height, facecolor="none", edgecolor=_INK, lw=1.2, zorder=1))
        axes.text(*at, name, ha="center", va="center", weight="bold", fontsize=13, zorder=2)
        drop = 0.27 if "\n" not in example else 0.4
        axes.text(
            at[0], at[1] - drop, example, ha="center", va="center", fontsize=11.5, zorder=2, linespacing=1.1
        )
    figure.alt_text = (
        "Three nested ovals. The outermost is artificial intelligence: a rule a person wrote. Inside it machine learning: "
        "a tree that found its limits in data. Innermost deep learning: layers that found their features too."
    )
    return figure


def at_work(image: np.ndarray) -> Picture:
    """Draw six uses of deep learning, each with the lesson that builds it. image: a grey picture for "vision"."""
    figure, grid = picture(2, 3, size=(9.0, 4.35))
    figure.get_layout_engine().set(w_pad=0.08, h_pad=0.1)
    drawn = (
        ("Voice", 15, _voice), ("Vision", 8, lambda axes: _vision(axes, image)), ("Fraud", 13, _fraud),
        ("Driving", 15, _driving), ("Translation", 12, _translation), ("Diagnosis", 15, _diagnosis),
    )  # fmt: skip
    for axes, (name, lesson, draw) in zip(grid.flat, drawn, strict=True):
        axes.set(xlim=(0, 10), ylim=(0, 6), xticks=[], yticks=[], aspect="equal")
        for spine in axes.spines.values():
            spine.set(visible=True, color="#bdbdbd")
        axes.set_title(f"{name}: lesson {lesson}", weight="bold")
        draw(axes)
    figure.alt_text = (
        "Six drawings. Voice: a sound wave cut into the letters of hello. Vision: a photo with a frame around what was "
        "found. Fraud: one payment far from all others. Driving: a road and the angle to steer. Translation: two "
        "sentences with lines between words. Diagnosis: two heaps of measurements and a threshold between them."
    )
    return figure


def _voice(axes: Any) -> None:
    x = np.linspace(0.4, 9.6, 700)
    loud = sum(h * np.exp(-(((x - c) / w) ** 2)) for c, w, h in
               ((1.3, 0.4, 0.5), (3.1, 0.7, 1.6), (5.0, 0.5, 0.9), (6.6, 0.5, 0.8), (8.4, 0.8, 1.5)))  # fmt: skip
    wave = loud * (0.7 * np.sin(21 * x) + 0.3 * np.sin(47 * x + 1))
    axes.fill_between(x, 4.0 - loud, 4.0 + loud, color=SKY, alpha=0.3, lw=0)
    axes.plot(x, 4.0 + wave, color=BLUE, lw=1.0)
    for cut in (2.1, 4.1, 5.8, 7.4):
        axes.plot([cut, cut], [1.9, 5.6], color=GREY, lw=1, ls=":")
    for where, letter in zip((1.3, 3.1, 5.0, 6.6, 8.5), "hello", strict=True):
        axes.text(where, 1.05, letter, ha="center", va="center", fontsize=19, weight="bold", color=_INK)


def _vision(axes: Any, image: np.ndarray) -> None:
    axes.add_patch(Rectangle((0, 0), 10, 6, facecolor="#eef2f5"))
    axes.add_patch(Rectangle((0, 0), 10, 1.1, facecolor="#d9d2c7"))
    shown = np.ma.masked_less(np.asarray(image, dtype=float), 0.04 * np.max(image))
    axes.imshow(shown, cmap="gray_r", vmin=-0.3 * np.max(image), extent=(2.9, 7.3, 0.35, 4.75), zorder=2)
    axes.add_patch(Rectangle((2.75, 0.5), 4.7, 4.0, facecolor="none", edgecolor=VERMILLION, lw=2.5, zorder=3))
    axes.text(2.67, 4.98, "boot", fontsize=12, weight="bold", va="center", zorder=4,
              bbox={"boxstyle": "square,pad=0.25", "facecolor": VERMILLION, "edgecolor": "none"}, color="white")  # fmt: skip
    axes.set(xlim=(0, 10), ylim=(0, 6))


def _fraud(axes: Any) -> None:
    rng = np.random.default_rng(4)
    usual = rng.normal((3.2, 2.3), (1.1, 0.75), size=(70, 2))
    axes.plot(
        *usual.T, "o", color=BLUE, markersize=5, alpha=0.65, markeredgecolor="white", markeredgewidth=0.5
    )
    axes.plot(8.1, 4.7, "X", color=VERMILLION, markersize=13, markeredgecolor=_INK)
    axes.plot(
        8.1, 4.7, "o", markerfacecolor="none", markeredgecolor=VERMILLION, markersize=27, markeredgewidth=2
    )
    axes.text(6.9, 4.75, "not like\nthe others", ha="right", va="center", fontsize=11.5)
    axes.annotate("", (9.7, 0.45), (0.4, 0.45), arrowprops={"arrowstyle": "-|>", "color": _INK, "lw": 1.2})
    axes.annotate("", (0.45, 5.7), (0.45, 0.4), arrowprops={"arrowstyle": "-|>", "color": _INK, "lw": 1.2})
    axes.text(9.5, 0.95, "amount", ha="right", va="center", fontsize=11)
    axes.text(0.75, 5.4, "hour", va="center", fontsize=11)


def _driving(axes: Any) -> None:
    axes.add_patch(Rectangle((0, 3.6), 10, 2.4, facecolor=SKY, alpha=0.35))
    axes.add_patch(Rectangle((0, 0), 10, 3.6, facecolor=GREEN, alpha=0.3))
    t = np.linspace(0, 1, 60)
    y = 3.6 * (1 - (1 - t) ** 1.6)
    bend = 2.6 * t**3
    half = 3.6 * (1 - t) ** 1.6 + 0.12
    centre = 5.0 + bend
    axes.add_patch(
        Polygon(np.r_[np.c_[centre - half, y], np.c_[centre + half, y][::-1]], facecolor="#8f8f8f")
    )
    for side in (-0.93, 0.93):
        axes.plot(centre + side * half, y, color="white", lw=2)
    for start in (0.02, 0.22, 0.42, 0.6, 0.75):
        part = slice(int(60 * start), int(60 * start) + 6)
        axes.plot(centre[part], y[part], color=YELLOW, lw=3 * (1 - start) + 0.6, solid_capstyle="butt")
    axes.add_patch(Circle((1.5, 4.75), 0.85, facecolor="white", edgecolor=_INK, lw=4, zorder=4))
    for angle in np.deg2rad((65, 185, 305)):
        axes.plot(
            [1.5, 1.5 + 0.8 * np.cos(angle)], [4.75, 4.75 + 0.8 * np.sin(angle)], color=_INK, lw=3, zorder=5
        )
    axes.annotate("", (3.15, 4.45), (2.5, 5.45), zorder=5,
                  arrowprops={"arrowstyle": "-|>", "color": VERMILLION, "lw": 2.5,
                              "connectionstyle": "arc3,rad=-0.35", "mutation_scale": 16})  # fmt: skip
    axes.text(3.4, 5.2, "steer right", va="center", fontsize=11.5, weight="bold")


def _translation(axes: Any) -> None:
    above, below = ("the", "red", "boat"), ("le", "bateau", "rouge")
    at = (1.7, 5.0, 8.3)
    for left, right, width in ((0, 0, 5), (1, 2, 5), (2, 1, 5), (0, 1, 1), (1, 1, 1), (2, 0, 1)):
        axes.plot([at[left], at[right]], [4.35, 1.65], color=PURPLE, lw=width, alpha=0.35 + 0.1 * width, zorder=1,
                  solid_capstyle="round")  # fmt: skip
    for words, y, colour in ((above, 4.75, SKY), (below, 1.25, ORANGE)):
        for x, word in zip(at, words, strict=True):
            axes.add_patch(FancyBboxPatch((x - 1.25, y - 0.42), 2.5, 0.84, boxstyle="round,pad=0,rounding_size=0.25",
                                          facecolor=colour, edgecolor=_INK, lw=1, zorder=2))  # fmt: skip
            axes.text(x, y, word, ha="center", va="center", fontsize=12, zorder=3)


def _diagnosis(axes: Any) -> None:
    x = np.linspace(0.4, 9.6, 300)
    for centre, width, height, colour, name, style in (
        (3.3, 1.25, 3.1, BLUE, "healthy", "-"), (6.9, 1.35, 2.5, VERMILLION, "ill", "--"),
    ):  # fmt: skip
        heap = height * np.exp(-(((x - centre) / width) ** 2) / 1.6)
        axes.fill_between(x, 0.9, 0.9 + heap, color=colour, alpha=0.25, lw=0)
        axes.plot(x, 0.9 + heap, color=colour, ls=style, lw=2)
        axes.text(centre, 1.55, name, ha="center", fontsize=11.5, weight="bold", color=_INK)
    axes.plot([0.4, 9.6], [0.9, 0.9], color=_INK, lw=1.2)
    axes.plot([5.2, 5.2], [0.9, 5.0], color=_INK, lw=2)
    axes.text(5.4, 5.3, "look closer", ha="left", va="center", fontsize=11.5)
    axes.annotate("", (7.2, 4.6), (5.3, 4.6), arrowprops={"arrowstyle": "-|>", "color": _INK, "lw": 1.5})
    axes.text(5.0, 0.4, "measurement", ha="center", va="center", fontsize=11)
