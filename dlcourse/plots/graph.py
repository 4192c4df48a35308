"""A computation graph as a still picture: values and gradients in every node. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from dlcourse.colours import ROLES
from dlcourse.graphs import LIMIT, Edge, Graph, formula, read, short
from dlcourse.plots.base import Picture, picture

_LINE, _PALE = "#222222", "#5f5f5f"
_FONT = 11.0  # points
_ROW = 22  # pixels (100 an inch) for a line of a box
_WIDEST = 920  # pixels: a wider picture is laid out downwards, where its text is not shrunk by the page
_EDGE = 10  # pixels left free around the graph
_SHOW = ("names", "values", "gradients")

Pixel = tuple[float, float]


def graph(
    root: Any,
    *,
    show: str = "values",
    slopes: bool = False,
    names: Mapping[Any, str] | None = None,
    weights: Collection[str] = (),
    direction: str | None = None,
    title: str | None = None,
) -> Picture:
    """Draw the computation graph that ends in `root`, a `dlcourse.scratch.Value`: inputs first, the result last.

    show: "names" (what is computed from what), "values" or "gradients" (values and gradients). slopes: write beside
    each edge how fast the node grows with that operand, its local derivative. names: what to call which Value, beside
    the names they have; a computed node without one is called n1, n2, ... weights: names of the leaves that are
    weights, for their colour. direction: "right" or "down"; by default right, where that fits a page.

    A Value used twice is one box with two lines leaving it. Raises ValueError for anything but a Value, for more than
    40 nodes, and for other words than these.
    """
    if show not in _SHOW:
        raise ValueError(f"show must be one of {', '.join(map(repr, _SHOW))}, got {show!r}")
    if direction not in (None, "right", "down"):
        raise ValueError(f"direction must be 'right' or 'down', got {direction!r}")
    drawn = read(root, names, LIMIT)
    frame = _Frame(drawn, 1 + _SHOW.index(show), slopes, direction)
    head = 34 if title else 0
    wide, tall = max(frame.size[0], 9 * len(title or "")), frame.size[1] + head
    figure, axes = picture(size=(wide / 100, tall / 100))
    figure.set_layout_engine("none")  # the axes fill the picture, so that one unit is one pixel
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=((frame.size[0] - wide) / 2, (frame.size[0] + wide) / 2), ylim=(frame.size[1], -head))
    axes.set_axis_off()
    if title:
        axes.text(frame.size[0] / 2, -head / 2, title, ha="center", va="center", fontsize=12)
    for edge in drawn.edges:
        _draw_edge(axes, frame.route(edge), frame.down)
    for index in range(len(drawn.nodes)):
        _draw_node(axes, frame, index, weights)
    if slopes:
        _draw_slopes(axes, frame)
    figure.alt_text = _in_words(drawn, show)
    return figure


class _Frame:
    """Where everything goes, in pixels: boxes, the edges' routes, the whole picture's size."""

    def __init__(self, drawn: Graph, rows: int, slopes: bool, direction: str | None) -> None:
        self.graph, self.rows = drawn, rows
        words = [text for i in range(len(drawn.nodes)) for text in _words(drawn, i)[:rows]]
        self.width = max(60.0, max(map(text_width, words)) + 16)
        self.height = rows * _ROW + 4.0
        beside = max([0.0, *(text_width(_slope(edge)) for edge in drawn.edges)])
        gaps = {"right": beside + 40 if slopes else 44, "down": 56 if slopes else 34}
        across = drawn.layers * (self.width + gaps["right"]) - gaps["right"] + 2 * _EDGE
        self.down = direction == "down" or (direction is None and across > _WIDEST)
        gap = gaps["down" if self.down else "right"]
        along, beside = (self.height, self.width) if self.down else (self.width, self.height)
        self.pitch = along + gap, beside + 16
        extent = (
            drawn.layers * self.pitch[0] - gap + 2 * _EDGE,
            drawn.places * self.pitch[1] - 16 + 2 * _EDGE,
        )
        self.size = extent[::-1] if self.down else extent

    def centre(self, layer: int, place: float) -> Pixel:
        """The middle of a box at that layer and place."""
        half = self.height / 2 if self.down else self.width / 2
        other = self.width / 2 if self.down else self.height / 2
        at = _EDGE + half + layer * self.pitch[0], _EDGE + other + place * self.pitch[1]
        return at[::-1] if self.down else at

    def outline(self, layer: int, place: float) -> tuple[float, float, float, float]:
        """The box at that layer and place: left, top, right, bottom."""
        x, y = self.centre(layer, place)
        return x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2

    def route(self, edge: Edge) -> list[Pixel]:
        """The points that an edge runs through: straight beside boxes (points 0 to 1 are a bend, 1 to 2 straight, ...)."""
        start, end = self.graph.nodes[edge.parent], self.graph.nodes[edge.child]
        spread = min(26.0, self.width / 4) if self.down else min(13.0, self.height / 4)
        half = (self.height if self.down else self.width) / 2
        points = [self._moved(self.centre(start.layer, start.place), half)]
        for k, place in enumerate(edge.via):
            middle = self.centre(start.layer + 1 + k, place)
            points += [self._moved(middle, -half), self._moved(middle, half)]
        x, y = self._moved(self.centre(end.layer, end.place), -half)
        aside = 2 * spread * (edge.port - (edge.ports - 1) / 2)
        return [*points, (x + aside, y) if self.down else (x, y + aside)]

    def _moved(self, point: Pixel, by: float) -> Pixel:
        x, y = point
        return (x, y + by) if self.down else (x + by, y)


def text_width(text: str, points: float = _FONT) -> float:
    """The width of a text in pixels at 100 dots an inch."""
    from matplotlib.font_manager import FontProperties

    return TextToPath().get_text_width_height_descent(text, FontProperties(size=points), False)[0] * 100 / 72


def _bend(a: Pixel, b: Pixel, down: bool) -> tuple[Pixel, Pixel]:
    """The two handles of the curve from a to b, which leaves and arrives along the layers' direction."""
    if down:
        middle = (a[1] + b[1]) / 2
        return (a[0], middle), (b[0], middle)
    middle = (a[0] + b[0]) / 2
    return (middle, a[1]), (middle, b[1])


def _draw_edge(axes: Any, points: list[Pixel], down: bool) -> None:
    path, codes = [points[0]], [Path.MOVETO]
    for k, (a, b) in enumerate(pairwise(points)):
        if k % 2:
            path.append(b)
            codes.append(Path.LINETO)
        else:
            path += [*_bend(a, b, down), b]
            codes += [Path.CURVE4] * 3
    axes.add_patch(PathPatch(Path(path, codes), facecolor="none", edgecolor=_PALE, linewidth=1.4, zorder=1))
    x, y = points[-1]
    tip = [(x, y), (x - 5, y - 9), (x + 5, y - 9)] if down else [(x, y), (x - 9, y - 5), (x - 9, y + 5)]
    axes.fill(*zip(*tip, strict=True), color=_PALE, linewidth=0, zorder=2)


def _words(drawn: Graph, index: int) -> tuple[str, str, str]:
    """The lines of a box."""
    node = drawn.nodes[index]
    return formula(drawn, index) or "number", short(node.value), f"gradient {short(node.gradient)}"


def _draw_node(axes: Any, frame: _Frame, index: int, weights: Collection[str]) -> None:
    node = frame.graph.nodes[index]
    x = frame.centre(node.layer, node.place)[0]
    left, top, *_ = frame.outline(node.layer, node.place)
    box = FancyBboxPatch((left, top), frame.width, frame.height, boxstyle="round,pad=0,rounding_size=5",
                         facecolor="white", edgecolor=_LINE, linewidth=1.3, zorder=3)  # fmt: skip
    axes.add_patch(box)
    role = "activations" if node.parents else "weights" if node.name in weights else "inputs"
    roles = (role, None, "gradients")[: frame.rows]
    for row, (text, colour) in enumerate(zip(_words(frame.graph, index), roles, strict=False)):
        middle = top + 2 + (row + 0.5) * _ROW
        if colour:
            band = Rectangle((left, middle - _ROW / 2 - 2 * (row == 0)), frame.width, _ROW + 2, linewidth=0,
                             facecolor=ROLES[colour], alpha=0.28, zorder=3.1)  # fmt: skip
            axes.add_patch(band)
            band.set_clip_path(box)
        bold = row == 0 and node.given
        axes.text(x, middle, text, ha="center", va="center", zorder=4, gid="box", fontsize=_FONT,
                  weight="bold" if bold else "normal")  # fmt: skip


def _slope(edge: Edge) -> str:
    return f"× {short(edge.slope)}"


def _draw_slopes(axes: Any, frame: _Frame) -> None:
    """Write on each edge its slope, near the edge's end: where it hides no other edge and no other number, if it can."""
    curves = [_along(frame.route(edge)[-2:], frame.down) for edge in frame.graph.edges]
    dots = [[curve(t / 20) for t in range(21)] for curve in curves]
    taken: list[tuple[float, ...]] = [frame.outline(node.layer, node.place) for node in frame.graph.nodes]
    texts = [_slope(edge) for edge in frame.graph.edges]
    widths = [text_width(text) for text in texts]
    widest_first = sorted(range(len(texts)), key=lambda k: -widths[k])  # it has the fewest places to go
    for number in widest_first:
        text, half, curve = texts[number], widths[number] / 2 + 2, curves[number]
        places = [curve(t) for t in sorted(np.linspace(0.12, 0.84, 37), key=lambda t: abs(t - 0.64))]
        boxes = [(x - half, y - 9, x + half, y + 9) for x, y in places]
        others = [dot for k, mine in enumerate(dots) if k != number for dot in mine]

        def cost(k: int, boxes=boxes, others=others) -> tuple[int, int]:
            left, top, right, bottom = boxes[k]
            labels = sum(_meet(boxes[k], box) for box in taken)
            return labels, sum(left < x < right and top < y < bottom for x, y in others)

        k = min(range(len(places)), key=cost)
        taken.append(boxes[k])
        axes.text(*places[k], text, ha="center", va="center", zorder=5, gid="slope", fontsize=_FONT,
                  bbox={"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none"})  # fmt: skip


def _along(points: list[Pixel], down: bool) -> Callable[[float], Pixel]:
    """The last curve of a route, from 0 at its start to 1 at its end."""
    a, d = points
    b, c = _bend(a, d, down)

    def at(t: float) -> Pixel:
        s = 1 - t
        return tuple(s**3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t**3 * d[i] for i in (0, 1))

    return at


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _in_words(drawn: Graph, show: str) -> str:
    computed = [formula(drawn, i) for i, node in enumerate(drawn.nodes) if node.parents]
    leaves = [node for node in drawn.nodes if not node.parents]
    used = [sum(edge.parent == i for edge in drawn.edges) for i in range(len(drawn.nodes))]
    shared = [node.name for node, uses in zip(drawn.nodes, used, strict=True) if uses > 1 and node.name]
    if show == "names":
        given = ", ".join(node.name or short(node.value) for node in leaves)
        text = f"A graph from {given} to {drawn.nodes[-1].name}: {'; '.join(computed)}."
    else:
        given = ", ".join(f"{node.name} = {short(node.value)}" for node in leaves if node.name)
        results = "; ".join(
            f"{formula(drawn, i)} = {short(node.value)}" for i, node in enumerate(drawn.nodes) if node.parents
        )
        text = f"A graph from {given} to {drawn.nodes[-1].name}: {results}."
    if shared:
        text += f" Used more than once: {', '.join(shared)}."
    if show == "gradients":
        named = (f"{node.name} {short(node.gradient)}" for node in drawn.nodes[::-1] if node.name)
        text += f" Gradients, from the result back: {', '.join(named)}."
    return text
