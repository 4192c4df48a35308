"""The computation graph's explorer: a `scratch.Value`'s graph as traits, and `graph(...)`, which opens it. Drawn by graph.js."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

import traitlets as t

from dlcourse import scratch
from dlcourse.explore.base import Explorer
from dlcourse.graphs import Graph, formula, read, short


class GraphExplorer(Explorer):
    """A computation graph whose values appear step by step forwards, and whose gradients step by step backwards.

    `inputs` are the named numbers that others are computed from: read them, or set some of them with
    `found.inputs = {"x": 3}`. `value` is the result, `values` and `gradients` hold every named node, whether its step
    has been made or not. `step` counts the steps made: after `forwards` of them all values are there, after `last` all
    gradients. The Values the explorer was opened on are never changed.
    """

    file = "graph.js"

    nodes = t.List().tag(sync=True, shown=True)
    edges = t.List().tag(sync=True, shown=True)
    extent = t.List().tag(sync=True, shown=True)
    weights = t.List(t.Unicode()).tag(sync=True, shown=True)
    data = t.Dict().tag(sync=True, shown=True)
    step = t.Int(0).tag(sync=True, shown=True)

    @t.validate("data")
    def _known_and_finite(self, proposal: Any) -> dict[str, float]:
        known = [node["name"] for node in self.nodes if node["given"]]
        for name, value in proposal["value"].items():
            if name not in known:
                raise t.TraitError(f"no input is called {name!r}; there are {', '.join(known) or 'none'}")
            try:
                finite = math.isfinite(value)
            except TypeError:
                finite = False
            if not finite:
                raise t.TraitError(f"{name} must be a finite number, got {value!r}")
        return {**self.data, **{name: float(value) for name, value in proposal["value"].items()}}

    @t.validate("step")
    def _within(self, proposal: Any) -> int:
        if not 0 <= proposal["value"] <= self.last:
            raise t.TraitError(f"step goes from 0 to {self.last}, got {proposal['value']}")
        return proposal["value"]

    @property
    def forwards(self) -> int:
        """How many steps it takes until every value is known."""
        return sum(bool(node["parents"]) for node in self.nodes)

    @property
    def last(self) -> int:
        """How many steps there are: each value, the result's gradient, and each use of a node backwards."""
        return self.forwards + 1 + len(self.edges)

    @property
    def inputs(self) -> dict[str, float]:
        """The inputs by name. Set any of them: `found.inputs = {"x": 3}` or `found.inputs["x"] = 3`."""
        return _Inputs(self)

    @inputs.setter
    def inputs(self, value: Mapping[str, float]) -> None:
        self.data = dict(value)

    @property
    def value(self) -> float:
        """The result's value."""
        return self._computed()[-1].data

    @property
    def values(self) -> dict[str, float]:
        """The value of every node by its name in the picture."""
        return {node.name: node.data for node in self._computed() if node.name}

    @property
    def gradients(self) -> dict[str, float]:
        """The gradient of every node by its name in the picture: how fast the result grows with it."""
        computed = self._computed()
        computed[-1].backward()
        return {node.name: node.gradient for node in computed if node.name}

    def _computed(self) -> list[scratch.Value]:
        """The graph once more as Values, from the inputs as they are now."""
        built: list[scratch.Value] = []
        for node in self.nodes:
            operands = [built[i] for i in node["parents"]]
            made = (
                _OPERATIONS[node["operation"]](*operands, *([node["number"]] * (node["operation"] == "**")))
                if operands
                else scratch.Value(self.data.get(node["name"], node["value"]))
            )
            made.name = node["name"]
            built.append(made)
        return built

    def shown_state(self) -> dict[str, Any]:
        """Return the traits of the picture; where no step has been made yet, at the step that tells most.

        That is the first second share of a node that is used twice, or else the last step: a reader without a kernel
        sees values, gradients and the rule at work.
        """
        state = super().shown_state()
        if state["step"] == 0:
            seen, state["step"] = set(), self.last
            backwards = sorted(self.edges, key=lambda edge: (-edge["child"], edge["operand"]))
            for number, edge in enumerate(backwards):
                if edge["parent"] in seen:
                    state["step"] = self.forwards + 2 + number
                    break
                seen.add(edge["parent"])
        return state

    def alt_text(self) -> str:
        """Say what is computed from what, and what every gradient is."""
        given = ", ".join(f"{name} = {short(value)}" for name, value in self.data.items())
        formulas = "; ".join(node["title"] for node in self.nodes if node["parents"])
        text = f"A graph from {given or 'numbers'} to {self.nodes[-1]['name']}: {formulas or 'nothing is computed'}."
        try:
            gradients = self.gradients
        except (ValueError, ZeroDivisionError):
            return f"{text} With these inputs it has no value."
        parts = ", ".join(f"of {name} {short(gradients[name])}" for name in self.data)
        return f"{text} {self.nodes[-1]['name']} is {short(self.value)}" + (
            f"; gradients: {parts}." if parts else "."
        )

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value:.4g}" for name, value in self.data.items())
        return f"GraphExplorer({given}, step={self.step} of {self.last})"


class _Inputs(dict):
    """The inputs of an explorer: setting one moves the picture."""

    def __init__(self, explorer: GraphExplorer) -> None:
        super().__init__(explorer.data)
        self._explorer = explorer

    def __setitem__(self, name: str, value: float) -> None:
        self._explorer.inputs = {name: value}
        super().__setitem__(name, value)


_OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, number: a**number,
    "neg": lambda a: -a,
    **{name: getattr(scratch.Value, name) for name in ("tanh", "relu", "sigmoid", "exp", "log")},
}


def graph(
    value: Any = None,
    *,
    names: Mapping[Any, str] | None = None,
    weights: Collection[str] | None = None,
    step: int = 0,
) -> GraphExplorer:
    """Open the explorer of the graph that ends in `value`, a `dlcourse.scratch.Value`: step forwards, then backwards.

    Without `value` it opens on L = (w * x + x - t) ** 2, where x is used twice. Every leaf with a name is an input that
    can be moved; a leaf without one stays as it is. `names`: what to call which Value, beside the names they have; a
    computed node without one is called n1, n2, ... `weights`: names of the inputs that are weights, for their colour.
    `step`: how many steps are made already.

    Raises ValueError for anything but a Value, for more than 40 nodes, and where two nodes have one name. What is found
    by hand is in `.inputs`, `.value`, `.values` and `.gradients` of the object returned.
    """
    if value is None:
        value, weights = _example(), ("w",) if weights is None else weights
    drawn = read(value, names)
    made = GraphExplorer(
        nodes=[_record(drawn, index) for index in range(len(drawn.nodes))],
        edges=[
            {"parent": edge.parent, "child": edge.child, "operand": edge.operand, "port": edge.port,
             "ports": edge.ports, "via": list(edge.via)}
            for edge in drawn.edges
        ],
        extent=[drawn.layers, drawn.places],
        weights=[str(name) for name in weights or ()],
    )  # fmt: skip
    made.data = {node.name: node.value for node in drawn.nodes if node.given}
    if step:
        made.step = step
    return made


def _record(drawn: Graph, index: int) -> dict[str, Any]:
    node = drawn.nodes[index]
    kept = ("name", "operation", "number", "value", "given", "layer", "place")
    return {
        "title": formula(drawn, index),
        "parents": list(node.parents),
        **{name: getattr(node, name) for name in kept},
    }


def _example() -> scratch.Value:
    w, x, t = (scratch.Value(data, name) for data, name in ((3, "w"), (2, "x"), (6, "t")))
    steps = [w * x]
    steps.append(steps[-1] + x)
    steps.append(steps[-1] - t)
    steps.append(steps[-1] ** 2)
    for made, name in zip(steps, ("a", "y", "e", "L"), strict=True):
        made.name = name
    return steps[-1]
