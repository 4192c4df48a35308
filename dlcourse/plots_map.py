"""Pictures of lesson 0: the road of lessons, and what a digital picture is made of. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from dlcourse.colours import BLUE, CLASSES, GREY, VERMILLION
from dlcourse.picture import Picture, picture
from dlcourse.road import LESSONS, STAGES, Lesson

_INK = "#222222"
_PALE = "#5f5f5f"
_ROW = 0.37  # inches from one lesson to the next
_BAND = 0.5  # inches for the name of a stage
_GAP = 0.16  # inches between two stages
_TITLE = 0.5  # inches for the title


def road(lessons: Sequence[Lesson] = LESSONS, here: int = 0) -> Picture:
    """Draw the lessons as stations of a road, stage by stage; `here` is the number of the lesson one stands in.

    A lesson that is written is a filled disc, one to come a hollow one with a broken edge.
    """
    stages = sorted({lesson.stage for lesson in lessons})
    height = len(lessons) * _ROW + len(stages) * _BAND + (len(stages) - 1) * _GAP + _TITLE + 0.55
    figure, axes = picture(size=(6.2, height))
    figure.set_layout_engine("none")  # the axes fill the picture, so that one unit is one inch
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, 6.2), ylim=(height, 0))
    axes.set_axis_off()
    axes.text(
        0.1, 0.22, "From your first cell to a project of your own", fontsize=14, weight="bold", va="center"
    )
    y, stations = _TITLE, []
    for stage in stages:
        mine = [lesson for lesson in lessons if lesson.stage == stage]
        tall = _BAND + len(mine) * _ROW
        _band(axes, y, tall, CLASSES[stage % len(CLASSES)], STAGES[stage])
        for place, lesson in enumerate(mine):
            stations.append(
                (lesson, 0.6 + 0.2 * np.sin(1.05 * lesson.number + 2.2), y + _BAND + (place + 0.38) * _ROW)
            )
        y += tall + _GAP
    _way(axes, [(x, middle) for _, x, middle in stations])
    for lesson, x, middle in stations:
        _station(axes, lesson, x, middle, here=lesson.number == here)
    _key(axes, height - 0.24)
    figure.alt_text = _road_in_words(lessons, stages)
    return figure


def _band(axes, top: float, tall: float, colour: str, name: str) -> None:
    axes.add_patch(
        FancyBboxPatch((0.08, top), 6.04, tall - 0.02, boxstyle="round,pad=0,rounding_size=0.12",
                       facecolor=colour, alpha=0.13, edgecolor="none", zorder=0)
    )  # fmt: skip
    axes.text(1.12, top + 0.27, name, fontsize=13, weight="bold", va="center", color=_INK)


def _way(axes, points: Sequence[tuple[float, float]]) -> None:
    """Draw the road through the stations: upright in each of them, a smooth bend between two."""
    path, codes = [points[0]], [Path.MOVETO]
    for (x, y), (next_x, next_y) in pairwise(points):
        middle = (y + next_y) / 2
        path += [(x, middle), (next_x, middle), (next_x, next_y)]
        codes += [Path.CURVE4] * 3
    axes.add_patch(PathPatch(Path(path, codes), facecolor="none", edgecolor="#bdbdbd", linewidth=9, zorder=1,
                             capstyle="round"))  # fmt: skip
    axes.add_patch(PathPatch(Path(path, codes), facecolor="none", edgecolor="white", linewidth=1.2, zorder=2,
                             linestyle=(0, (4, 4))))  # fmt: skip


def _station(axes, lesson: Lesson, x: float, y: float, *, here: bool) -> None:
    done = lesson.written
    axes.plot(x, y, "o", markersize=23, zorder=3, markerfacecolor=BLUE if done else "white",
              markeredgecolor=BLUE if done else "none")  # fmt: skip
    if not done:
        axes.scatter(
            x, y, s=23**2, facecolor="none", edgecolor=GREY, linestyle=(0, (3, 2)), linewidth=1.4, zorder=3
        )
    axes.text(x, y + 0.01, str(lesson.number), ha="center", va="center", zorder=4, weight="bold",
              color="white" if done else _PALE)  # fmt: skip
    axes.text(1.12, y, lesson.title, va="center", fontsize=12.5, color="black" if done else _PALE)
    if here:
        axes.annotate("you are here", (4.4, y), (4.85, y), va="center", color=VERMILLION, weight="bold", fontsize=11,
                      arrowprops={"arrowstyle": "-|>", "color": VERMILLION, "lw": 1.5})  # fmt: skip


def _key(axes, y: float) -> None:
    axes.plot(1.22, y, "o", markersize=12, color=BLUE)
    axes.text(1.4, y, "ready", va="center", fontsize=11.5)
    axes.scatter(2.4, y, s=12**2, facecolor="white", edgecolor=GREY, linestyle=(0, (3, 2)), linewidth=1.4)
    axes.text(2.58, y, "to come", va="center", fontsize=11.5)


def _road_in_words(lessons: Sequence[Lesson], stages: Sequence[int]) -> str:
    ready = [str(lesson.number) for lesson in lessons if lesson.written]
    parts = []
    for stage in stages:
        mine = [f"{lesson.number} {lesson.title}" for lesson in lessons if lesson.stage == stage]
        parts.append(f"{STAGES[stage]}: {', '.join(mine)}.")
    return (
        f"The road of {len(lessons)} lessons in {len(stages)} stages. {' '.join(parts)} "
        f"Ready now: {', '.join(ready) or 'none'}; the others are to come."
    )


def pixels(image: np.ndarray, *, corner: tuple[int, int], side: int = 7) -> Picture:
    """Draw a grey image, (height, width) of 0 to 255, and beside it the numbers of one small square of it.

    corner: row and column of the square's upper left number. side: how many rows and columns it has. Raises
    ValueError if the square does not lie in the image.
    """
    image = np.asarray(image)
    row, column = corner
    part = image[row : row + side, column : column + side]
    if image.ndim != 2 or part.shape != (side, side) or min(corner) < 0:
        raise ValueError(f"a square of {side} at {corner} does not lie in an image of shape {image.shape}")
    figure, (whole, close) = picture(1, 2, size=(7.4, 4.25))
    whole.imshow(image, cmap="gray_r", vmin=0, vmax=255)
    whole.add_patch(
        FancyBboxPatch((column - 0.5, row - 0.5), side, side, boxstyle="square,pad=0", facecolor="none",
                       edgecolor=VERMILLION, linewidth=2.5)
    )  # fmt: skip
    whole.set(title=f"{image.shape[0]} rows of {image.shape[1]}", xlabel="column", ylabel="row")
    close.imshow(part, cmap="gray_r", vmin=0, vmax=255)
    for (i, j), value in np.ndenumerate(part):
        close.text(j, i, int(value), ha="center", va="center", color="white" if value > 127 else _INK)
    close.set(title="the numbers in the square", xticks=[], yticks=[])
    for spine in close.spines.values():
        spine.set(visible=True, color=VERMILLION, linewidth=2.5)
    figure.alt_text = (
        f"A picture of {image.shape[0]} rows and {image.shape[1]} columns, and the {side} times {side} numbers of one "
        f"square of it, from {part.min()} for empty paper to {part.max()} for dark ink."
    )
    return figure
