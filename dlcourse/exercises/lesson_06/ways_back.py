"""What people write in place of the way back, each as a function of the nodes, and what to say to it (exercise 6.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dlcourse.checking import Mistake
from dlcourse.scratch.by_hand import Node


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


def _passed_twice(nodes: Sequence[Node]) -> None:
    """From child to parent, each time with all that has arrived so far."""

    def walk(node: Node) -> None:
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.gradient += slope * node.gradient
            walk(parent)

    nodes[-1].gradient = 1.0
    walk(nodes[-1])


def _return_inside(nodes: Sequence[Node]) -> None:
    last = nodes[-1]
    last.gradient = 1.0
    last.parents[0].gradient += last.slopes[0]


def _every_slope(nodes: Sequence[Node]) -> None:
    nodes[-1].gradient = 1.0
    for node in reversed(nodes):
        for parent in node.parents:
            parent.gradient += sum(node.slopes) * node.gradient


def _ones_at_start(nodes: Sequence[Node]) -> None:
    for node in nodes:
        node.gradient = 1.0
    _rule(_right)(nodes)


def _loss_as_start(nodes: Sequence[Node]) -> None:
    _rule(_right, start=nodes[-1].data)(nodes)


def _one_at_every_node(nodes: Sequence[Node]) -> None:
    for node in reversed(nodes):
        node.gradient = 1.0
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.gradient += slope * node.gradient


def _first_as_start(nodes: Sequence[Node]) -> None:
    nodes[0].gradient = 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.gradient += slope * node.gradient


def _one_for_all(nodes: Sequence[Node], last: float = 0.0) -> None:
    nodes[-1].gradient, running = last, 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            running *= slope
            parent.gradient += running


def _right(node: Node, parent: Node, slope: float) -> None:
    parent.gradient += slope * node.gradient


MISTAKES: dict[str, Mistake] = {
    "nothing_filled_in": Mistake(
        lambda nodes: None,
        "For {graph} every gradient is still 0 after your function. The way back must begin with something: if y grows by 1, by how much "
        "does y grow? That is the gradient of the last node; from there it spreads. (If you did write it there: what has put a 0 over it?)",
    ),
    "only_the_start": Mistake(
        _rule(lambda node, parent, slope: None),
        "For {graph} the last node has its 1, and nobody else got anything. Has it the 1 *before* the loop begins, and does the loop come to "
        "it? Then it is the *parent's* gradient that changes, by adding (`==` only compares; what is multiplied into a 0 stays 0).",
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
        "something has arrived at it. In which order does your loop go, and does it come to a at all (or does a `return` end it)?",
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
    "one_at_every_node": Mistake(
        _one_at_every_node,
        "For {graph} your x has {x} in the end: *every* node is given a 1 when its turn comes, over what it has collected. Only the loss grows as "
        "fast as itself.",
    ),
    "first_as_start": Mistake(
        _first_as_start,
        "For {graph} your x has {x} and y nothing: the 1 stands at the *first* node of the list. The way back begins at the loss, the last one.",
    ),
    "one_for_all": Mistake(
        _one_for_all,
        "For {graph} your x gets {x}: one number is multiplied on and on, through all nodes in a row. The graph is no row: each node hands on what "
        "arrived at *itself*, `node.gradient`.",
    ),
    "one_for_all_started": Mistake(
        lambda nodes: _one_for_all(nodes, 1.0),
        "For {graph} your x gets {x}: one number is multiplied on and on, through all nodes in a row. The graph is no row: each node hands on what "
        "arrived at *itself*, `node.gradient`.",
    ),
    "data_for_gradient": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient + slope * node.data)),
        "For {graph} your x gets {x}: the slope was multiplied by `node.data`, the number of the way forward. What comes back is in "
        "`node.gradient`.",
    ),
    "first_kept": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient or slope * node.gradient)),
        "For {graph} your x gets {x}. It was used twice, and each use brought 3; only the first was let in. Both count.",
    ),
    "loss_as_start": Mistake(
        _loss_as_start,
        "For {graph} your x gets {x}: the way back began with the *value* of y, 9. The question at the start is: if y grows by 1, by how "
        "much does y grow?",
    ),
    "passed_twice": Mistake(
        _passed_twice,
        "For x * x you are right. For {diamond} your x gets {diamond_x}, too much. Two lines bring something to a, so your function comes to it "
        "twice, and the second time it passes on *all* that a has, the first share once more. When may a node pass on?",
    ),
    "return_inside": Mistake(
        _return_inside,
        "For {graph} your x gets {x}, for {chain} it gets {chain_x}. After one parent of the last node your function has ended: how far is "
        "`return` indented?",
    ),
    "shared_out": Mistake(
        _rule(
            lambda node, parent, slope: _put(
                parent, parent.gradient + slope * node.gradient / len(node.parents)
            )
        ),
        "For {graph} your x gets {x}: what arrived was *divided* among the parents. But each line brings the whole of it, times its slope (6.4).",
    ),
    "every_slope": Mistake(
        _every_slope,
        "For {graph} your x gets {x}: every parent is given *every* slope. Each slope belongs to one parent, the one in the same place.",
    ),
    "ones_at_start": Mistake(
        _ones_at_start,
        "For {graph} your x gets {x}: each node holds a 1 before anything has arrived. Only the loss grows as fast as itself; how much is known about "
        "the others at the start?",
    ),
    "to_itself": Mistake(
        _rule(lambda node, parent, slope: _put(node, node.gradient + slope * node.gradient)),
        "For {graph} your x gets {x}, and the last node keeps what it should hand on: your line adds to `node.gradient`. Whose gradient is to grow?",
    ),
    "subtracted": Mistake(
        _rule(lambda node, parent, slope: _put(parent, parent.gradient - slope * node.gradient)),
        "For {graph} your x gets {x}. The minus belongs to the step downhill, which comes later; a gradient says how fast the loss *grows*.",
    ),
}
