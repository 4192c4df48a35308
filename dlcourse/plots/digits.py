"""Pictures of small grey images: grids, predictions, mistakes, strokes. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dlcourse.colours import BLUE, GREEN, ORANGE, VERMILLION
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.judged import grey_pictures, probabilities_of, same_number, true_classes

_EDGE = "#9a9a9a"
_PALE = "#c9c9c9"


def images(
    pictures: np.ndarray,
    captions: Sequence[object] | None = None,
    *,
    columns: int = 10,
    size: float = 0.72,
    title: str = "",
    what: str = "pictures",
) -> Picture:
    """Draw grey pictures (n, height, width) or (n, height, width, 1) in a grid, white for 0 and black for the largest number.

    captions: what stands above each picture. size: a picture's width in inches. what: what the alternative text
    calls them. Raises ValueError if captions and pictures differ in number.
    """
    pictures = np.asarray(pictures)
    if pictures.ndim == 4 and pictures.shape[-1] == 1:
        pictures = pictures[..., 0]
    if captions is not None and len(captions) != len(pictures):
        raise ValueError(f"{len(captions)} captions for {len(pictures)} pictures: one each, please")
    columns = min(columns, len(pictures))
    rows = -(-len(pictures) // columns)
    lines = (
        max((str(caption).count("\n") + 1 for caption in captions), default=0) if captions is not None else 0
    )
    height = rows * (size + 0.2 * lines + 0.04) + (0.35 if title else 0.0)
    figure, grid = picture(rows, columns, size=(columns * (size + 0.06), height), squeeze=False)
    figure.get_layout_engine().set(w_pad=0.02, h_pad=0.02, wspace=0.02, hspace=0.02, rect=(0, 0, 1, 0.985))
    for axes in grid.flat:
        axes.set_axis_off()
    top = pictures.max() or 1
    for place, (axes, image) in enumerate(zip(grid.flat, pictures, strict=False)):
        _grey(axes, image, top)
        if captions is not None:
            axes.set_title(str(captions[place]), fontsize=11, pad=2)
    if title:
        figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = f"{len(pictures)} {what} in {rows} row{'s' if rows > 1 else ''}{_in_words(captions)}."
    return figure


def _in_words(captions: Sequence[object] | None) -> str:
    """Labels are read out; what a network said may differ from one processor to the next and is not."""
    if captions is None:
        return ""
    if all(isinstance(caption, int | np.integer) for caption in captions):
        return f", from left to right: {' '.join(map(str, captions))}"
    return ""


def _grey(axes: Any, image: np.ndarray, top: float) -> None:
    axes.set_axis_on()
    axes.imshow(image, cmap="gray_r", vmin=0, vmax=top)
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(visible=True, color=_EDGE, linewidth=0.8)


def answers(
    pictures: np.ndarray,
    probabilities: np.ndarray,
    *,
    columns: int = 6,
    size: float = 1.1,
    title: str = "",
    what: str = "pictures",
) -> Picture:
    """Draw pictures (n, height, width) with the class a network says to each, and how sure it is.

    probabilities: (n, classes). columns, size, title, what: as for :func:`images`.
    """
    probabilities = np.asarray(probabilities)
    captions = [f"says {row.argmax()}\n{sureness(row.max())}" for row in probabilities]
    figure = images(pictures, captions, columns=columns, size=size, title=title, what=what)
    figure.alt_text += " What a network says to each, and how sure it is, stands above it."
    return figure


def most_confident_mistakes(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """Return the places of all wrong predictions, the one with the largest probability first.

    labels: (n,) true classes. probabilities: (n, classes). Ties keep their order.
    """
    said = probabilities.argmax(axis=1)
    wrong = np.flatnonzero(said != labels)
    return wrong[np.argsort(-probabilities[wrong].max(axis=1), kind="stable")]


def mistakes(
    pictures: np.ndarray,
    labels: np.ndarray,
    probabilities: np.ndarray,
    *,
    count: int = 12,
    title: str = "",
    names: Sequence[str] | None = None,
) -> Picture:
    """Draw the `count` wrong predictions that had the largest probability, the most confident first.

    pictures: (n, height, width) or (n, height, width, 1). labels: (n,) true classes. probabilities: (n, classes).
    names: what the classes 0, 1, ... are called; without them they are digits. Raises ValueError, with a sentence,
    for labels or probabilities of another shape, different numbers of them, or too few names.
    """
    called = [str(name) for name in (range(np.shape(probabilities)[-1]) if names is None else names)]
    pictures, labels = grey_pictures(pictures), true_classes(labels, called)
    probabilities = probabilities_of(probabilities, called)
    same_number(pictures, labels, ("pictures", "labels"))
    same_number(pictures, probabilities, ("pictures", "rows of probabilities"))
    places = most_confident_mistakes(labels, probabilities)
    shown = places[:count]
    if not len(shown):
        figure, axes = picture(size=(6.0, 0.8))
        axes.set_axis_off()
        axes.text(0.5, 0.5, "No mistake at all.", ha="center", va="center")
        figure.alt_text = "There is no mistake to show."
        return figure
    said, sure = probabilities[shown].argmax(axis=1), probabilities[shown].max(axis=1)
    between = ", " if names is None else "\n"  # names are long: a line for each
    captions = [
        f"is {called[true]}{between}said {called[guess]}\n{sureness(share)}"
        for true, guess, share in zip(labels[shown], said, sure, strict=True)
    ]
    longest = max(len(line) for caption in captions for line in caption.split("\n"))
    size = 1.22 if names is None else min(max(1.22, 0.083 * longest), 1.44)
    figure = images(pictures[shown], captions, columns=6, size=size, title=title)
    figure.alt_text = (
        f"The {len(shown)} wrong answers the network was most sure of, each with its true {'digit' if names is None else 'class'}, what the network "
        "said and how sure it was. The surest comes first."
    )
    return figure


def sureness(share: float) -> str:
    """Return a probability for people, never rounded up to a certainty that it is not."""
    return "> 99.9 % sure" if share > 0.9995 else f"{share:.1%} sure".replace("%", " %")


def strokes(
    pictures: Sequence[np.ndarray],
    rows: Sequence[int],
    column: int,
    *,
    threshold: float = 0.5,
    title: str = "",
) -> Picture:
    """Draw digits crossed by walks along some rows and one column, with a dot where each walk comes upon ink.

    pictures: each (height, width), values from 0 to 1. threshold: from this value on a pixel is ink.
    """
    figure, grid = picture(1, len(pictures), size=(2.45 * len(pictures), 3.0), squeeze=False)
    figure.suptitle(title, fontsize=12, weight="bold")
    counted = []
    for axes, image in zip(grid.flat, pictures, strict=True):
        ink = np.asarray(image) > threshold
        _grey(axes, ink * 0.45, 1)
        found = {}
        for row in rows:
            starts = _starts(ink[row])
            axes.axhline(row, color=BLUE, linewidth=1.4)
            axes.plot(starts, [row] * len(starts), "o", color=BLUE, markersize=8, markeredgecolor="white")
            axes.text(
                ink.shape[1] + 0.3, row, str(len(starts)), color=BLUE, va="center", weight="bold", fontsize=12
            )
            found[f"row {row}"] = len(starts)
        starts = _starts(ink[:, column])
        axes.axvline(column, color=VERMILLION, linewidth=1.4, linestyle="--")
        axes.plot(
            [column] * len(starts), starts, "s", color=VERMILLION, markersize=7, markeredgecolor="white"
        )
        axes.text(
            column,
            ink.shape[0] + 1.3,
            str(len(starts)),
            color=VERMILLION,
            ha="center",
            weight="bold",
            fontsize=12,
        )
        found[f"column {column}"] = len(starts)
        counted.append(", ".join(f"{name}: {number}" for name, number in found.items()))
    figure.alt_text = (
        f"Walks across {len(pictures)} digits, and how often each comes upon ink. {'; '.join(counted)}."
    )
    return figure


def _starts(line: np.ndarray) -> np.ndarray:
    """The places where ink begins along a line of true and false."""
    return np.flatnonzero(line & ~np.concatenate(([False], line[:-1])))


def shares(
    values: dict[str, float],
    *,
    title: str = "",
    axis: str = "test digits read correctly",
    chance: float | None = None,
) -> Picture:
    """Draw one bar a name for shares between 0 and 1, written in per cent. chance: a dashed line, named so."""
    figure, axes = picture(size=(7.2, 0.62 * len(values) + (1.15 if chance is None else 1.45)))
    colours = (_PALE, ORANGE, BLUE, GREEN)
    names = list(values)
    axes.barh(names, list(values.values()), color=[colours[i % 4] for i in range(len(names))], edgecolor="#222222",
              linewidth=0.8, height=0.66)  # fmt: skip
    for place, share in enumerate(values.values()):
        axes.text(
            share + 0.012, place, f"{share:.1%}".replace("%", " %"), va="center", weight="bold", fontsize=12
        )
    if chance is not None:
        axes.axvline(chance, color="#222222", linestyle=":", linewidth=1.4)
        axes.annotate(
            "blind guessing", (chance, len(values) - 0.45), (chance + 0.015, len(values) - 0.42), fontsize=11
        )
    axes.set(xlim=(0, 1.13), xlabel=axis)
    axes.set_title(title, weight="bold")
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
    axes.tick_params(labelsize=11)
    axes.set_ylim(len(values) - (0.5 if chance is None else 0.2), -0.5)
    order = " < ".join(sorted(names, key=lambda name: values[name]))
    figure.alt_text = f"Bars of {axis}, from the shortest to the longest: {order}."
    return figure
