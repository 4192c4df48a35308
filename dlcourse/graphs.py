"""A computation graph as plain records: read from a `scratch.Value`, laid out by graph_layout.py, drawn by others.

`plots.graph` draws it as a still picture, `explore.graph` makes it live.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dlcourse.graph_layout import layers, places, port

LIMIT = 40  # nodes: more than these no longer stand beside one another on a page
SYMBOLS = {"*": "×", "+": "+", "-": "−", "/": "/", "neg": "−"}
FUNCTIONS = ("tanh", "relu", "sigmoid", "exp", "log")


@dataclass(frozen=True)
class Node:
    """One node: what it is called, how it is computed from which `parents` (indices), what it holds, where it stands.

    `given` is True for a named leaf, an input. `number` is the exponent of "**". `layer` counts from the inputs' side;
    `place` is the position within the layer, in units of one node with the space around it.
    """

    name: str
    operation: str
    parents: tuple[int, ...]
    number: float | None
    value: float
    gradient: float
    given: bool
    layer: int = 0
    place: float = 0.0


@dataclass(frozen=True)
class Edge:
    """One use of a node: from `parent` to `child` (indices), where it is the operand number `operand`.

    `slope` is how fast the child grows with this operand, the others kept: the local derivative, at these values. `port` says where the edge ends, of the `ports` that the child has, counted as places are; `via` holds the places
    in the layers between.
    """

    parent: int
    child: int
    operand: int
    slope: float
    port: int
    ports: int
    via: tuple[float, ...]


@dataclass(frozen=True)
class Graph:
    """Nodes in the order in which values appear (parents before children), their edges, and the extent of both."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layers: int
    places: float


def read(root: Any, names: Mapping[Any, str] | None = None, limit: int = LIMIT) -> Graph:
    """Return the graph that ends in `root`, a `scratch.Value`, laid out. `names`: what to call which Value, if not its own.

    Nodes without a name are called n1, n2, ... in the order of their computation, the root "result"; a leaf without
    one is a number and keeps the name "". Raises ValueError if `root` is no Value, if two nodes have one name or if
    there are more than `limit` nodes.
    """
    found = _walk(root, limit)
    place_in = {id(value): i for i, value in enumerate(found)}
    parents = [tuple(place_in[id(parent)] for parent in value.parents) for value in found]
    layer = layers(parents)
    ways = [
        (parent, child, operand) for child, mine in enumerate(parents) for operand, parent in enumerate(mine)
    ]
    place, bends = places(layer, ways)
    order = sorted(range(len(found)), key=lambda i: (layer[i], place[i]))
    rank = {i: k for k, i in enumerate(order)}
    called = _names([found[i] for i in order], names or {})
    nodes = tuple(
        Node(
            name=called[k],
            operation=_operation(found[i])[0],
            parents=tuple(rank[parent] for parent in parents[i]),
            number=_operation(found[i])[1],
            value=float(found[i].data),
            gradient=float(getattr(found[i], "gradient", 0.0)),
            given=not parents[i] and bool(called[k]),
            layer=layer[i],
            place=place[i],
        )
        for k, i in enumerate(order)
    )
    edges = tuple(
        Edge(
            rank[parent],
            rank[child],
            operand,
            float(found[child].slopes[operand]),
            *port(ways, bends, place, number),
            tuple(bends[number]),
        )
        for number, (parent, child, operand) in enumerate(ways)
    )
    highest = max([node.place for node in nodes] + [bend for way in bends for bend in way])
    return Graph(nodes, edges, max(layer) + 1, highest + 1)


def formula(graph: Graph, index: int) -> str:
    """Return what a node is in words of the graph: "c = a × b", or a leaf's name ("" for a number)."""
    node = graph.nodes[index]
    names = [graph.nodes[i].name or short(graph.nodes[i].value) for i in node.parents]
    if not names:
        return node.name
    if node.operation == "**":
        return f"{node.name} = {names[0]} ** {short(node.number)}"
    if node.operation == "neg":
        return f"{node.name} = −{names[0]}"
    if len(names) == 1:
        return f"{node.name} = {node.operation}({names[0]})"
    return f"{node.name} = {names[0]} {SYMBOLS[node.operation]} {names[1]}"


def short(number: float) -> str:
    """Return a number in three digits for people: a true minus sign, no zeros at the end. graph_drawing.js does the same."""
    if not math.isfinite(number):
        return "not a number" if math.isnan(number) else ("−∞" if number < 0 else "∞")
    text = f"{number:.2e}" if number and not 1e-3 <= abs(number) < 1e5 else f"{float(f'{number:.3g}'):f}"
    digits, _, power = text.partition("e")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    text = digits + (f"e{int(power)}" if power else "")
    return "0" if text == "-0" else text.replace("-", "−")


def _walk(root: Any, limit: int) -> list[Any]:
    """Return every node once, parents before children."""
    if not all(hasattr(root, name) for name in ("data", "parents", "slopes", "operation")):
        text = " ".join(repr(root).split())
        raise ValueError(
            f"a graph starts from its result, a Value of dlcourse.scratch, got {text if len(text) < 60 else text[:57] + '...'}"
        )
    found, seen, waiting = [], set(), [(root, False)]
    while waiting:
        value, ready = waiting.pop()
        if ready:
            found.append(value)
        elif id(value) not in seen:
            seen.add(id(value))
            waiting.append((value, True))
            waiting += [(parent, False) for parent in reversed(value.parents)]
    if len(found) > limit:
        raise ValueError(
            f"this graph has {len(found)} nodes, and a picture stays readable up to {limit}: draw a smaller part of it"
        )
    return found


def _operation(value: Any) -> tuple[str, float | None]:
    """Return the operation and, for a power, its exponent ("**2" is "**" and 2). Raises ValueError for unknown ones."""
    text = value.operation
    if text.startswith("**"):
        return "**", float(text[2:])
    if text == "-" and len(value.parents) == 1:
        return "neg", None
    if value.parents and text not in SYMBOLS and text not in FUNCTIONS:
        raise ValueError(
            f"this graph uses the operation {text!r}; known are {', '.join([*SYMBOLS, '**', *FUNCTIONS])}"
        )
    return text, None


def _names(values: list[Any], given: Mapping[Any, str]) -> list[str]:
    wanted = {id(value): str(name) for value, name in given.items()}
    names = [wanted.get(id(value), str(getattr(value, "name", "") or "")) for value in values]
    for name in names:
        if name and names.count(name) > 1:
            raise ValueError(f"{names.count(name)} nodes are called {name!r}: give each a name of its own")
    free = (name for name in (f"n{k}" for k in range(1, 2 * len(names) + 1)) if name not in names)
    for k, value in enumerate(values):
        if value.parents and not names[k]:
            last = k == len(names) - 1 and "result" not in names
            names[k] = "result" if last else next(free)
    return names
