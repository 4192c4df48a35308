"""A tree of questions that ends in advice, each with what was measured. Reached through `dlcourse.plots`."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from matplotlib.patches import FancyBboxPatch

from dlcourse.colours import BLUE
from dlcourse.plots.base import Picture, picture

Node = tuple[str, Any]  # (question, {answer: Node}) or, at an end, (advice, what speaks for it)

_INK, _PALE, _LINE = "#222222", "#555555", "#888888"
# inches: width of an end, of a question, and of the room between them
_LEAF, _QUESTION, _GAP = 3.95, 1.62, 1.55
_ROW, _HEAD = 1.0, 0.45  # inches: height of an end, and of the title
_LETTERS = 11.9  # letters of 11 points in an inch


def guide(tree: Node, *, title: str = "") -> Picture:
    """Draw questions from left to right, an answer on each line, and what to do at the ends.

    tree: (question, {answer: tree}) or (advice, reason), which is an end. Ends stand below each other at the right, in
    their order. Raises ValueError for a question without answers.
    """
    ends, depth = _ends(tree), _depth(tree)
    wide, tall = depth * (_QUESTION + _GAP) + _LEAF, len(ends) * _ROW + (_HEAD if title else 0.0)
    figure, axes = picture(size=(wide, tall))
    figure.set_layout_engine("none")  # the axes fill the picture: a unit is an inch
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, wide), ylim=(tall, 0))
    axes.set_axis_off()
    if title:
        axes.text(wide / 2, _HEAD / 2, title, ha="center", va="center", weight="bold", fontsize=12)
    _draw(axes, tree, 0, _HEAD if title else 0.0, wide - _LEAF)
    figure.alt_text = f"{title}. {_in_words(tree)}" if title else _in_words(tree)
    return figure


def _ends(tree: Node) -> list[Node]:
    text, below = tree
    if not isinstance(below, Mapping):
        return [tree]
    if not below:
        raise ValueError(f"the question {text!r} has no answers")
    return [end for one in below.values() for end in _ends(one)]


def _depth(tree: Node) -> int:
    return 1 + max(map(_depth, tree[1].values())) if isinstance(tree[1], Mapping) else 0


def _draw(axes: Any, tree: Node, level: int, top: float, ends_at: float) -> float:
    """Draw a tree whose highest end begins at `top`; returns the height of its own box's middle."""
    text, below = tree
    if not isinstance(below, Mapping):
        middle = top + _ROW / 2
        _box(axes, ends_at, middle, _LEAF - 0.06, _ROW - 0.16, "#eef4fa", BLUE)
        lines = textwrap.wrap(below, int((_LEAF - 0.35) * _LETTERS))
        first = middle - 0.1 * len(lines)
        axes.text(ends_at + 0.12, first, text, va="center", weight="bold", fontsize=11, color=_INK)
        axes.text(ends_at + 0.12, first + 0.16, "\n".join(lines), va="top", fontsize=11, color=_PALE)
        return middle
    left = 0.06 + level * (_QUESTION + _GAP)
    middles = []
    for one in below.values():
        middles.append(_draw(axes, one, level + 1, top, ends_at))
        top += len(_ends(one)) * _ROW
    middle = (middles[0] + middles[-1]) / 2
    trunk = left + _QUESTION + 0.18
    axes.plot([left + _QUESTION, trunk], [middle] * 2, color=_LINE, linewidth=1.5)
    axes.plot([trunk] * 2, [middles[0], middles[-1]], color=_LINE, linewidth=1.5)
    for (answer, one), height in zip(below.items(), middles, strict=True):
        is_end = not isinstance(one[1], Mapping)
        right = ends_at if is_end else left + _QUESTION + _GAP
        axes.plot([trunk, right], [height] * 2, color=_LINE, linewidth=1.5)
        room = int((_GAP - 0.4) * _LETTERS)
        words = textwrap.fill(answer, room)
        axes.text(trunk + 0.08, height - 0.05, words, va="bottom", fontsize=11, color=_INK, linespacing=1.05)
    lines = textwrap.wrap(text, int((_QUESTION - 0.15) * _LETTERS))
    _box(axes, left, middle, _QUESTION, 0.24 + 0.2 * len(lines), "#ffffff", _INK)
    axes.text(
        left + _QUESTION / 2, middle, "\n".join(lines), ha="center", va="center", fontsize=11, color=_INK
    )
    return middle


def _box(
    axes: Any, left: float, middle: float, width: float, height: float, colour: str, border: str
) -> None:
    axes.add_patch(
        FancyBboxPatch(
            (left, middle - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=colour,
            edgecolor=border,
            linewidth=1.3,
            zorder=3,
        )
    )


def _in_words(tree: Node) -> str:
    text, below = tree
    if not isinstance(below, Mapping):
        return f"{text} ({below})."
    return f"{text} " + " ".join(f"{answer}: {_in_words(one)}" for answer, one in below.items())
