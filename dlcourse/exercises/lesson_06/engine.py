"""Exercise 6.5: the way back through a graph of nodes. Declarations, and the graphs the check tries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, close, generator, not_a_function, show
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_06.node_setup import NODE
from dlcourse.exercises.lesson_06.slips import slip_on_the_way, slip_with_nodes
from dlcourse.exercises.lesson_06.ways_back import MISTAKES
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


def check_send_back(answer: Any) -> Correct | NotYet:
    """Let the learner's function fill in graph after graph, and compare every gradient."""
    wrong_kind = not_a_function(answer, ("nodes",))
    if wrong_kind:
        return wrong_kind
    graphs = _graphs(generator())
    got: list[list[float]] = []
    for text, nodes in graphs:
        try:
            call(lambda nodes=nodes: answer([*nodes]))  # its own list, but these very nodes to write into
        except LearnerError as error:
            slip = slip_with_nodes(error, NUMBERS) or slip_on_the_way(error)
            if slip:
                return slip
            raise
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
                graph=f"`{graphs[0][0]}`",
                x=show(got[0][0]),
                chain=chain,
                chain_x=show(got[1][0]),
                diamond=f"`{graphs[3][0]}`",
                diamond_x=show(got[3][0]),
            )
            return NotYet(code, text)
    place = wrong.index(True)
    (x, *_, last), wanted_x = got[place], wanted[place][0]
    faults = (
        [] if close(x, wanted_x) else [f"x gets {show(x)} from your function; {show(wanted_x)} belongs there"]
    )
    faults += [] if last == 1 else [f"at the last node stands {show(last)} in the end, where 1 should be"]
    said = ", and ".join(faults) or "x gets what it should, another node does not"
    return NotYet(
        "wrong_value", f"For `{graphs[place][0]}`: {said}. Go through its ways on paper, one by one."
    )


NUMBERS = "What comes back along a line is made of two numbers, a slope and a gradient. (Two lists are gone through in pairs by `zip(..., ...)`.)"
check_send_back.codes = (  # type: ignore[attr-defined]
    *MISTAKES,
    "gradient_no_number",
    "node_for_number",
    "list_reversed",
    "number_for_node",
    "all_slopes",
    "wrong_value",
)


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
            _answer(RULE).replace("        for parent", "        node.gradient = 0.0\n        for parent"),
        ],
        "passed_twice": [
            """
            def send_back(nodes):
                nodes[-1].gradient = 1.0
                def walk(node):
                    for parent, slope in zip(node.parents, node.slopes):
                        parent.gradient += slope * node.gradient
                        walk(parent)
                walk(nodes[-1])
            """
        ],
        "return_inside": [_answer(RULE + "\n            return")],
        "shared_out": [_answer(RULE + " / len(node.parents)")],
        "every_slope": [
            """
            def send_back(nodes):
                nodes[-1].gradient = 1.0
                for node in reversed(nodes):
                    for parent in node.parents:
                        for slope in node.slopes:
                            parent.gradient += slope * node.gradient
            """
        ],
        "ones_at_start": [_answer(RULE, start="for node in nodes:\n        node.gradient = 1.0")],
        "to_itself": [_answer("node.gradient += slope * node.gradient")],
        "list_reversed": [_answer(RULE, over="nodes.reverse()")],
        "number_for_node": [_answer(RULE, start="nodes[-1] = 1.0")],
        "all_slopes": [_answer("parent.gradient += node.slopes * node.gradient")],
        "node_for_number": [
            _answer(RULE).replace("zip(node.parents, node.slopes)", "(node.parents, node.slopes)"),
            _answer("parent.gradient += slope * node"),
        ],
        "only_the_start": [
            "def send_back(nodes):\n    nodes[-1].gradient = 1.0",
            _answer(RULE, over="reversed(nodes[:-1])"),
            _answer(RULE, start="pass") + "    nodes[-1].gradient = 1.0\n",
            _answer("parent.gradient == slope * node.gradient"),
            _answer("node.gradient += slope * parent.gradient"),
            _answer("parent.gradient *= slope * node.gradient"),
        ],
        "overwritten": [_answer("parent.gradient = slope * node.gradient")],
        "overwritten_slope": [_answer("parent.gradient = slope")],
        "arrived_forgotten": [_answer("parent.gradient += slope")],
        "slope_forgotten": [_answer("parent.gradient += node.gradient")],
        "added_not_multiplied": [_answer("parent.gradient += slope + node.gradient")],
        "data_for_slope": [_answer("parent.gradient += parent.data * node.gradient")],
        "forwards": [
            _answer(RULE, over="nodes"),
            _answer(RULE, over="nodes[-1:]"),
            _answer(RULE) + "        return nodes\n",
        ],
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
        "one_at_every_node": [
            _answer(RULE + "\n        pass", start="pass").replace(
                "        for parent", "        node.gradient = 1.0\n        for parent"
            )
        ],
        "first_as_start": [_answer(RULE, start="nodes[0].gradient = 1.0")],
        "one_for_all": [
            _answer("running *= slope\n            parent.gradient += running", start="running = 1.0"),
        ],
        "one_for_all_started": [
            _answer(
                "running *= slope\n            parent.gradient += running",
                start="nodes[-1].gradient = running = 1.0",
            ),
        ],
        "data_for_gradient": [_answer("parent.gradient += slope * node.data")],
        "first_kept": [
            _answer("if parent.gradient == 0:\n                parent.gradient = slope * node.gradient")
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
