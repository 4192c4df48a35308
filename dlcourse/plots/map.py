"""Pictures of lesson 0: the road of lessons, and what a digital picture is made of. Reached through `dlcourse.plots`."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from dlcourse.colours import BLUE, CLASSES, GREY, VERMILLION
from dlcourse.plots.base import Picture, picture
from dlcourse.road import LESSONS, STAGES, Lesson

_INK = "#222222"
_PALE = "#5f5f5f"
_WIDTH = 6.2  # inches; wider, and a narrow window would shrink the words below what reads well
_TEXT = 0.98  # inches from the left edge to the words
_TITLE_LINE = 0.27  # inches for the title of a lesson
_LINE = 0.205  # inches for each line of its question
_SPACE = 0.13  # inches between two lessons
_LETTERS = 61  # letters of a question in one line
_BAND = 0.46  # inches for the name of a stage
_GAP = 0.14  # inches between two stages
_HEAD = 0.5  # inches for the title


def road(lessons: Sequence[Lesson] = LESSONS, here: int = 0) -> Picture:
    """Draw the lessons as stations of a road, stage by stage; `here` is the number of the lesson one stands in.

    Each station has the lesson's title and, below it, the question it answers. A lesson that is written is a filled
    disc, one to come a hollow one with a broken edge.
    """
    stages = sorted({lesson.stage for lesson in lessons})
    tall = {
        stage: _BAND + sum(_room(lesson) for lesson in lessons if lesson.stage == stage) for stage in stages
    }
    height = _HEAD + sum(tall.values()) + (len(stages) - 1) * _GAP + 0.5
    figure, axes = picture(size=(_WIDTH, height))
    figure.set_layout_engine("none")  # the axes fill the picture, so that one unit is one inch
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, _WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    axes.text(0.1, 0.24, "Each lesson answers one question", fontsize=14, weight="bold", va="center")
    y, stations = _HEAD, []
    for stage in stages:
        _band(axes, y, tall[stage], CLASSES[stage % len(CLASSES)], STAGES[stage])
        below = y + _BAND
        for lesson in (lesson for lesson in lessons if lesson.stage == stage):
            stations.append((lesson, 0.5 + 0.16 * np.sin(1.05 * lesson.number + 2.2), below + 0.12))
            below += _room(lesson)
        y += tall[stage] + _GAP
    _way(axes, [(x, middle) for _, x, middle in stations])
    for lesson, x, middle in stations:
        _station(axes, lesson, x, middle, here=lesson.number == here)
    _key(axes, height - 0.24, sum(lesson.minutes for lesson in lessons))
    figure.alt_text = _road_in_words(lessons, stages)
    return figure


def _question(lesson: Lesson) -> list[str]:
    """Return the lesson's question in lines of about equal length."""
    lines = -(-len(lesson.question) // _LETTERS)
    return textwrap.wrap(
        lesson.question, max(_LETTERS if lines == 1 else 0, len(lesson.question) // lines + 7)
    )


def _room(lesson: Lesson) -> float:
    """Return how many inches a lesson needs from top to bottom."""
    return _TITLE_LINE + len(_question(lesson)) * _LINE + _SPACE


def _band(axes, top: float, tall: float, colour: str, name: str) -> None:
    axes.add_patch(
        FancyBboxPatch((0.08, top), _WIDTH - 0.16, tall - 0.02, boxstyle="round,pad=0,rounding_size=0.12",
                       facecolor=colour, alpha=0.13, edgecolor="none", zorder=0)
    )  # fmt: skip
    axes.text(_TEXT, top + 0.24, name, fontsize=13, weight="bold", va="center", color=_INK)


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
    axes.text(_TEXT, y, lesson.title, va="center", fontsize=12.5, weight="bold",
              color="black" if done else _PALE)  # fmt: skip
    for place, line in enumerate(_question(lesson)):
        axes.text(
            _TEXT, y + 0.235 + place * _LINE, line, va="center", fontsize=11, color=_INK if done else _PALE
        )
    if here:
        axes.annotate("you are here", (4.5, y), (4.95, y), va="center", color=VERMILLION, weight="bold", fontsize=11,
                      arrowprops={"arrowstyle": "-|>", "color": VERMILLION, "lw": 1.5})  # fmt: skip


def _key(axes, y: float, minutes: int) -> None:
    axes.plot(_TEXT + 0.08, y, "o", markersize=12, color=BLUE)
    axes.text(_TEXT + 0.26, y, "ready", va="center", fontsize=11.5)
    axes.scatter(2.2, y, s=12**2, facecolor="white", edgecolor=GREY, linestyle=(0, (3, 2)), linewidth=1.4)
    axes.text(2.38, y, "to come", va="center", fontsize=11.5)
    axes.text(
        _WIDTH - 0.2, y, f"about {round(minutes / 60)} hours in all", va="center", ha="right", fontsize=11.5
    )


def _road_in_words(lessons: Sequence[Lesson], stages: Sequence[int]) -> str:
    ready = [str(lesson.number) for lesson in lessons if lesson.written]
    parts = []
    for stage in stages:
        mine = [f"{one.number} {one.title}: {one.question}" for one in lessons if one.stage == stage]
        parts.append(f"{STAGES[stage]}: {' '.join(mine)}")
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
    whole.set(
        title=f"{image.shape[0]} rows, each of {image.shape[1]} numbers",
        **{
            "xlabel": "column",
            "xticks": _ticks(image.shape[1]),
            "ylabel": "row",
            "yticks": _ticks(image.shape[0]),
        },
    )
    close.imshow(part, cmap="gray_r", vmin=0, vmax=255)
    for (i, j), value in np.ndenumerate(part):
        close.text(j, i, int(value), ha="center", va="center", color="white" if value > 127 else _INK)
    close.set(
        title="the numbers inside the frame",
        **{"xlabel": "column", "xticks": range(side), "xticklabels": range(column, column + side)},
        **{"ylabel": "row", "yticks": range(side), "yticklabels": range(row, row + side)},
    )
    for spine in close.spines.values():
        spine.set(visible=True, color=VERMILLION, linewidth=2.5)
    figure.alt_text = (
        f"A picture of {image.shape[0]} rows and {image.shape[1]} columns, and the {side} times {side} numbers of one "
        f"square of it, from {part.min()} for empty paper to {part.max()} for dark ink."
    )
    return figure


def _ticks(count: int) -> list[int]:
    """Return every fifth number, and the last one instead of a neighbour that is too near to it."""
    return [n for n in range(0, count, 5) if n < count - 3] + [count - 1]
