"""Exercise 6.5: the way back through a graph of nodes. Declarations, and the graphs the check tries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, Mistake, NotYet, call, close, generator, not_a_function, show
from dlcourse.exercises.lesson_06.nodes import NODE
from dlcourse.scratch.by_hand import Node, add, multiply, send_back


def _squared() -> list[Node]:
    x = Node(3.0)
    return [x, multiply(x, x)]


def _chain() -> list[Node]:
    x, two, five = Node(3.0), Node(2.0), Node(5.0)
    twice = multiply(two, x)
    return [x, two, twice, five, multiply(twice, five)]


def _diamond() -> list[Node]:
    """x is used, then what was made of it is used twice: whoever passes on too early passes on too little."""
    x, four = Node(2.0), Node(4.0)
    a = multiply(x, four)
    b = add(a, x)
    c = multiply(a, b)
    return [x, four, a, b, c, add(c, a)]


def _three_times() -> list[Node]:
    x = Node(-2.0)
    double = add(x, x)
    return [x, double, add(double, x)]


def _random(rng: np.random.Generator) -> list[Node]:
    nodes = [Node(float(n)) for n in rng.uniform(-2, 2, 3)]
    for _ in range(6):
        i, j = rng.integers(0, len(nodes), 2)
        nodes.append((add, multiply)[int(rng.integers(2))](nodes[i], nodes[j]))
    nodes.append(add(nodes[-1], nodes[-2]))
    return nodes


# text for the learner, graph; the smallest first
GRAPHS: tuple[tuple[str, Callable[[], list[Node]]], ...] = (
    ("x = 3, y = x * x", _squared),
    ("x = 3, a = 2 * x, y = a * 5", _chain),
    ("x = -2, a = x + x, y = a + x", _three_times),
    ("x = 2, a = x * 4, b = a + x, c = a * b, y = c + a", _diamond),
)


def _graphs(rng: np.random.Generator) -> list[tuple[str, list[Node]]]:
    seeds = rng.integers(0, 10_000, 4)
    made = [(text, build()) for text, build in GRAPHS]
    return made + [("a random graph", _random(np.random.default_rng(seed))) for seed in seeds]


def _filled(function: Callable, nodes: Sequence[Node]) -> list[float]:
    function(nodes)
    return [float(node.gradient) for node in nodes]


# What people write in place of the rule, each as a function of the nodes.


def _rule(step: Callable[[Node, Node, float], None], *, start: float | None = 1.0, backwards: bool = True):
    def way(nodes: Sequence[Node]) -> None:
        if start is not None:
            nodes[-1].gradient = start
        for node in reversed(nodes) if backwards else nodes:
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                step(node, parent, slope)

    return way


def _put(parent: Node, gradient: float) -> None:
    parent.gradient = gradient


def _first_parent(nodes: Sequence[Node]) -> None:
    nodes[-1].gradient = 1.0
    for node in reversed(nodes):
        if len(node.parents):
            node.parents[0].gradient += node.slopes[0] * node.gradient


def _loss_as_start(nodes: Sequence[Node]) -> None:
    _rule(_right, start=nodes[-1].data)(nodes)


def _right(node: Node, parent: Node, slope: float) -> None:
    parent.gradient += slope * node.gradient


MISTAKES: dict[str, Mistake] = {
    "nothing_filled_in": Mistake(
        lambda nodes: None,
        "For {graph} every gradient is still 0 after your function. The way back must begin with something: if y grows by 1, by how much "
        "does y grow? That is the gradient of the last node; from there it spreads.",
    ),
    "only_the_start": Mistake(
        _rule(lambda node, parent, slope: None),
        "For {graph} the last node has its 1, and nobody else got anything. Each node must hand something to its parents, by adding: what "
        "is *multiplied* into a 0 stays 0.",
    ),
    "overwritten": Mistake(
        _rule(lambda node, parent, slope: _put(parent, slope * node.gradient)),
        "For {graph} your x gets {x}. It was used twice, and each use brought 3. The second one put its 3 *in place of* the first.",
    ),
    "overwritten_slope": Mistake(
        _rule(lambda node, parent, slope: _put(parent, slope)),
        "For {graph} your x gets {x}, one use only: the second took the place of the first. And what arrived at the node itself, "
        "`node.gradient`, has no say.",
    ),
    "arrived_forgotten": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient + slope)),
        "For x * x you are right: there the 1 of the loss hides it. For {chain} your x gets {chain_x}: only the last slope on its way. "
        "What arrived at a, `a.gradient`, was lost.",
    ),
    "slope_forgotten": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient + node.gradient)),
        "For {graph} your x gets {x}: what arrived at the product was passed on as it is. Each parent has a slope; it multiplies.",
    ),
    "added_not_multiplied": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient + slope + node.gradient)),
        "For {graph} your x gets {x}: the slope and what arrived were *added*. One step of the chain multiplies; only different ways add.",
    ),
    "data_for_slope": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient + parent.data * node.gradient)),
        "For x * x you are right by luck. For {chain} your x gets {chain_x}: each parent's own `data` was taken for its slope. The slopes "
        "stand in `node.slopes`.",
    ),
    "forwards": Mistake(
        _rule(_right, backwards=False),
        "For x * x you are right. For {chain} your x gets {chain_x}: y passed its blame on to a, and there it stayed. a's turn must come *after* "
        "something has arrived at it. In which order does your loop go?",
    ),
    "forwards_overwritten": Mistake(
        _rule(lambda node, parent, slope: _put(parent, slope * node.gradient), backwards=False),
        "For {graph} your x gets {x}: of its two uses one took the place of the other. And the list is gone through from the front; the way "
        "back starts at the loss.",
    ),
    "first_parent_only": Mistake(
        _first_parent,
        "For {graph} your x gets {x}: of each node's parents only the first got something. Both do.",
    ),
    "loss_as_start": Mistake(
        _loss_as_start,
        "For {graph} your x gets {x}: the way back began with the *value* of y, 9. The question at the start is: if y grows by 1, by how "
        "much does y grow?",
    ),
    "subtracted": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient - slope * node.gradient)),
        "For {graph} your x gets {x}. The minus belongs to the step downhill, which comes later; a gradient says how fast the loss *grows*.",
    ),
}


def check_send_back(answer: Any) -> Correct | NotYet:
    """Let the learner's function fill in graph after graph, and compare every gradient."""
    wrong_kind = not_a_function(answer, ("nodes",))
    if wrong_kind:
        return wrong_kind
    graphs = _graphs(generator())
    got: list[list[float]] = []
    for text, nodes in graphs:
        call(lambda nodes=nodes: answer(nodes))  # not copied: it is to write into these very nodes
        try:
            got.append([float(node.gradient) for node in nodes])
        except (TypeError, ValueError):
            strange = next(node.gradient for node in nodes if not isinstance(node.gradient, int | float))
            return NotYet(
                "gradient_no_number",
                f"For `{text}` a gradient is {show(strange)} after your function. Each is one number.",
            )
    fresh = _graphs(generator())
    wanted = [_filled(send_back, nodes) for _, nodes in fresh]
    wrong = [not close(seen, right) for seen, right in zip(got, wanted, strict=True)]
    if not any(wrong):
        return Correct(
            "Reversed order, slope times what arrived, and `+=`: that is backpropagation, all of it. Nothing in it knows how deep the graph is."
        )
    for code, mistake in MISTAKES.items():
        theirs = [_filled(mistake.behaviour, nodes) for _, nodes in _graphs(generator())]
        if all(close(seen, one) for seen, one in zip(got, theirs, strict=True)):
            chain = f"`{graphs[1][0]}`"
            text = str(mistake.message).format(
                graph=f"`{graphs[0][0]}`", x=show(got[0][0]), chain=chain, chain_x=show(got[1][0])
            )
            return NotYet(code, text)
    place = wrong.index(True)
    return NotYet(
        "wrong_value",
        f"For `{graphs[place][0]}` x gets {show(got[place][0])} from your function; {show(wanted[place][0])} belongs there. "
        f"(At the last node stands {show(got[place][-1])}; it should be 1.) Go through its ways on paper, one by one.",
    )


check_send_back.codes = (*MISTAKES, "gradient_no_number", "wrong_value")  # type: ignore[attr-defined]


def _answer(line: str, *, start: str = "nodes[-1].gradient = 1.0", over: str = "reversed(nodes)") -> str:
    """The source of a `send_back` with another start, another order, or another inner line."""
    return (
        f"def send_back(nodes):\n    {start}\n    for node in {over}:\n"
        f"        for parent, slope in zip(node.parents, node.slopes):\n            {line}\n"
    )


RULE = "parent.gradient += slope * node.gradient"

SEND_BACK = Exercise(
    id="6.5",
    title="The way back",
    kind="function",
    starter="""
        def send_back(nodes):
            ...
    """,
    setup=NODE,
    right=(
        _answer(RULE),
        """
        def send_back(nodes):
            for node in nodes:
                node.gradient = 0
            nodes[-1].gradient = 1
            for i in range(len(nodes) - 1, -1, -1):
                node = nodes[i]
                for k in range(len(node.parents)):
                    node.parents[k].gradient = node.parents[k].gradient + node.slopes[k] * node.gradient
        """,
        """
        def send_back(nodes):
            def bring(node, amount):
                node.gradient += amount
                for parent, slope in zip(node.parents, node.slopes):
                    bring(parent, amount * slope)
            bring(nodes[-1], 1.0)
        """,
        """
        def send_back(nodes):
            arrived = {id(node): 0.0 for node in nodes}
            arrived[id(nodes[-1])] = 1.0
            for node in nodes[::-1]:
                node.gradient = np.float64(arrived[id(node)])
                for parent, slope in zip(node.parents, node.slopes):
                    arrived[id(parent)] += slope * node.gradient
            return nodes
        """,
    ),
    wrong={
        "nothing_filled_in": [
            "def send_back(nodes):\n    return [1.0 for node in nodes]",
            _answer(RULE, start="pass"),
        ],
        "only_the_start": [
            "def send_back(nodes):\n    nodes[-1].gradient = 1.0",
            _answer("parent.gradient *= slope * node.gradient"),
        ],
        "overwritten": [_answer("parent.gradient = slope * node.gradient")],
        "overwritten_slope": [_answer("parent.gradient = slope")],
        "arrived_forgotten": [_answer("parent.gradient += slope")],
        "slope_forgotten": [_answer("parent.gradient += node.gradient")],
        "added_not_multiplied": [_answer("parent.gradient += slope + node.gradient")],
        "data_for_slope": [_answer("parent.gradient += parent.data * node.gradient")],
        "forwards": [_answer(RULE, over="nodes"), _answer(RULE, over="nodes[-1:]")],
        "forwards_overwritten": [_answer("parent.gradient = slope * node.gradient", over="nodes")],
        "first_parent_only": [
            """
            def send_back(nodes):
                nodes[-1].gradient = 1.0
                for node in reversed(nodes):
                    if node.parents:
                        node.parents[0].gradient += node.slopes[0] * node.gradient
            """
        ],
        "loss_as_start": [_answer(RULE, start="nodes[-1].gradient = nodes[-1].data")],
        "subtracted": [_answer("parent.gradient -= slope * node.gradient")],
        "gradient_no_number": [_answer("parent.gradient = [slope * node.gradient]")],
        "raised": [
            "def send_back(nodes):\n    nodes[-1].gradient = 1.0\n    for node in reversed(nodes):\n"
            "        node.parents.gradient += node.slopes * node.gradient",
        ],
        "wrong_arguments": ["def send_back(nodes, loss):\n    loss.gradient = 1.0"],
        "wrong_value": [_answer("parent.gradient += 2 * slope * node.gradient")],
    },
    check=check_send_back,
    equivalent={
        "deleted: for node in nodes:; node.gradient = 0": "the check's nodes are new: their gradients are 0",
        "deleted: node.gradient = 0": "the check's nodes are new: their gradients are 0",
        "range(len(nodes) - 1, -1, -1) -> range(len(nodes) - 1, -1 + 1, -1)": "the first node has no parents",
        "range(len(nodes) - 1, -1, -1) -> range(len(nodes) - 1, -0, -1)": "the first node has no parents",
        "return dropped: return nodes": "what it returns is not asked",
    },
    hints=(
        "Three things: the loss gets its 1; the nodes are gone through from the last to the first; each hands something to its parents.",
        "`zip(node.parents, node.slopes)` gives each parent with its slope. The parent may have got something before: add to it.",
        "def send_back(nodes):\n    nodes[-1].gradient = ___\n    for node in ___(nodes):\n"
        "        for parent, slope in zip(node.parents, node.slopes):\n            parent.gradient ___ slope * ___",
    ),
)
