"""The check of exercises 6.2 and 6.3: a function that makes a node. Is it a node, are its parents right, and its slopes?"""

from __future__ import annotations

import numbers
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, call, close, generator, not_a_function, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import plain
from dlcourse.exercises.lesson_06.slips import CODES, slip_with_nodes
from dlcourse.scratch.by_hand import Node


def node_check(
    reference: Callable[..., tuple[float, ...]],
    *,
    arguments: tuple[str, ...],
    cases: Callable[[np.random.Generator], list[tuple[float, ...]]],
    mistakes: Mapping[str, Mistake],
    success: str,
    first: int = 0,
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a function of nodes that returns a node.

    reference: numbers in, (value, slope for each number) out; the behaviours of `mistakes` likewise. In their messages
    `{got[0]}` is the learner's value and `{got[1]}` the first slope, for the case number `first`.
    """

    def check(answer: Any) -> Correct | NotYet:
        makes = _makes(answer)
        wrong_kind = not_a_function(makes, arguments)
        if wrong_kind:
            return wrong_kind
        rows = cases(generator())
        got = []
        for row in rows:
            parents = [Node(number) for number in row]
            try:
                made = call(makes, *parents)
            except LearnerError as error:
                slip = slip_with_nodes(error, NUMBER)
                if slip:
                    return slip
                raise
            fault = _structure(made, parents, row, arguments) or _touched(made, parents, row, arguments)
            if fault:
                return fault
            got.append(_numbers(made, parents))
        wrong = [not close(seen, reference(*row)) for seen, row in zip(got, rows, strict=True)]
        if not any(wrong):
            return Correct(success)
        for code, mistake in mistakes.items():
            if all(close(seen, mistake.behaviour(*row)) for seen, row in zip(got, rows, strict=True)):
                shown = [show(number) for number in got[first]]
                return NotYet(code, str(mistake.message).format(got=shown))
        place = wrong.index(True)
        inputs = ", ".join(f"{name} = {show(n)}" for name, n in zip(arguments, rows[place], strict=True))
        value, *slopes = (show(number) for number in got[place])
        if not close(got[place][0], reference(*rows[place])[0]):
            text = (
                f"For `{inputs}` your node holds {value}; {show(reference(*rows[place])[0])} belongs there."
            )
            return NotYet("wrong_value", text)
        named = " and ".join(f"{s} for {name}" for s, name in zip(slopes, arguments, strict=True))
        found = " and ".join(show(slope) for slope in reference(*rows[place])[1:])
        return NotYet(
            "wrong_value",
            f"For `{inputs}` the value {value} is right, but your node says: slope {named}. Nudging finds {found}.",
        )

    of_two = ("parent_missing", "no_order")
    structure = [code for code in STRUCTURE if code not in of_two or len(arguments) > 1]
    check.codes = (*mistakes, *structure, *CODES, "wrong_value")  # type: ignore[attr-defined]
    return check


NUMBER = "A node holds four things, and `Node(3.0)` is not 3.0. Where in it is the number? `add` above takes it out."


STRUCTURE = (
    "not_a_node",
    "returns_none",
    "same_node",
    "parents_forgotten",
    "slopes_forgotten",
    "no_tuple",
    "counts_differ",
    "no_order",
    "parents_are_numbers",
    "parents_no_nodes",
    "new_parents",
    "parent_missing",
    "slopes_are_nodes",
    "data_is_no_number",
    "gradient_touched",
    "gradient_set",
    "data_touched",
)


def _makes(answer: Any) -> Any:
    """The answer itself; a class of nodes made from `Node` as the function that makes one."""
    if isinstance(answer, type) and any(base.__name__ == "Node" for base in answer.__mro__[1:]):
        return lambda *nodes: answer(*nodes)
    return answer


def _touched(made: Any, parents: list[Node], row: tuple, names: tuple[str, ...]) -> NotYet | None:
    """What the function wrote where on the way forward nothing belongs."""
    for parent, number, name in zip(parents, row, names, strict=True):
        if not isinstance(parent.data, float) or parent.data != number:
            return NotYet(
                "data_touched",
                f"Your function also changes {name}: its `data` was {show(number)} and is {_thing(parent.data)} now. Whoever uses {name} "
                "after this gets the wrong number. The result belongs in the new node only.",
            )
        if parent.gradient != 0:
            return NotYet(
                "gradient_touched",
                "Your function also writes into the `gradient` of its parents. On the way forward nobody knows a gradient yet; what stands "
                "there now would be added to the blame later. Keep the slopes in the new node only.",
            )
    own = plain(getattr(made, "gradient", 0.0))
    if not isinstance(own, numbers.Real) or own != 0:
        return NotYet(
            "gradient_set",
            f"The `gradient` of your new node is {_thing(own)}. On the way forward it is unknown, and stays 0: on the way back what arrives "
            "is *added* to it. The loss alone begins with 1, and only when the way back begins.",
        )
    return None


def _structure(made: Any, parents: list[Node], row: tuple, names: tuple[str, ...]) -> NotYet | None:
    """The first thing that keeps `made` from being a node with these parents."""
    if made is None:
        return NotYet(
            "returns_none", "Your function returns nothing (None). Its last step must be `return Node(...)`."
        )
    if isinstance(made, type) or not all(hasattr(made, name) for name in ("data", "parents", "slopes")):
        return NotYet(
            "not_a_node",
            f"Your function returns {show(made) if not isinstance(made, tuple) else 'several things, not one node'}. A new "
            "`Node(...)` is asked, which holds the number and remembers its parents.",
        )
    if any(made is parent for parent in parents):
        return NotYet(
            "same_node",
            "Your function returns the very node it was given, changed. The old number is needed on the way back: make a new `Node`.",
        )
    number = plain(made.data)
    if isinstance(number, complex):
        values = " and ".join(show(n) for n in row)
        return NotYet(
            "data_is_no_number",
            f"For {values} the `data` of your node is {show(number)}, a complex number. A power, `**`, gives such things; what is asked is "
            "made without one.",
        )
    if isinstance(number, bool) or not isinstance(number, numbers.Real):
        return NotYet(
            "data_is_no_number",
            f"The `data` of your node is {_thing(made.data)}, not a number. A node's number is its `.data`, as in `a.data`.",
        )
    own, slopes = made.parents, made.slopes
    if _is_node(own) or isinstance(own, numbers.Real):
        return NotYet(
            "no_tuple",
            "The parents of your node are one thing alone. A tuple is asked, even with one entry: `(a,)`, with a comma. `(a)` is "
            "only a in brackets.",
        )
    given = [_count(own), _count(slopes)]
    if given[0] == 0:
        return NotYet(
            "parents_forgotten",
            "Your node has no parents, so no blame can be passed on from it. Which nodes was it made from?",
        )
    if given[1] == 0:
        return NotYet(
            "slopes_forgotten",
            f"Your node knows its parents but no slopes. One belongs to each: if {names[0]} grows a little, how much faster or slower does "
            "the result grow?",
        )
    if given[0] != given[1]:
        said = (
            "one number, not a tuple (`(s,)`, with a comma, makes one)"
            if given[1] is None
            else f"{given[1]} of them"
        )
        return NotYet(
            "counts_differ",
            f"One slope for each parent: of parents there {'is one' if given[0] == 1 else f'are {given[0]}'}, and the slopes are {said}.",
        )
    unordered = [name for name in ("parents", "slopes") if isinstance(getattr(made, name), set | dict)]
    if unordered and given[0] > 1:
        return NotYet(
            "no_order",
            f"The {unordered[0]} of your node stand in curly brackets, which keep no order. Then nobody knows which slope belongs to which "
            "parent. A tuple, in round brackets, keeps it.",
        )
    if any(isinstance(plain(parent), numbers.Real) for parent in own):
        return NotYet(
            "parents_are_numbers",
            "The parents of your node are numbers. Blame must find its way to the *nodes*: `a`, not `a.data`.",
        )
    if not all(_is_node(parent) for parent in own):
        return NotYet(
            "parents_no_nodes",
            f"The parents of your node are {show(own)}. The nodes themselves belong there, as they came in.",
        )
    if not all(any(parent is one for one in parents) for parent in own):
        return NotYet(
            "new_parents",
            "A parent of your node is not the node your function was given but a new one. Blame would go to the copy, and the "
            "original would get none.",
        )
    if any(_is_node(slope) for slope in slopes):
        return NotYet(
            "slopes_are_nodes",
            "A slope of your node is a node. A number is asked: `b.data` is the number in `b`.",
        )
    if not all(any(parent is one for one in own) for parent in parents):
        return NotYet(
            "parent_missing",
            f"Not every node that goes in is among the parents of yours: it has {len(own)}, but {' and '.join(names)} take part.",
        )
    if not all(isinstance(plain(slope), numbers.Real) for slope in slopes):
        return NotYet(
            "slopes_are_nodes",
            f"The slopes of your node are {show(slopes)}. A number is asked for each parent.",
        )
    return None


def _count(things: Any) -> int | None:
    """How many; None for what can't be counted."""
    try:
        return len(things)
    except Exception:
        return None


def _is_node(thing: Any) -> bool:
    return hasattr(thing, "data") and hasattr(thing, "parents")


def _thing(value: Any) -> str:
    return "a node" if _is_node(value) else show(value)


def _numbers(made: Any, parents: list[Node]) -> tuple[float, ...]:
    """(value, slope for each parent): if one parent is named twice, its slopes add up."""
    pairs = list(zip(made.parents, made.slopes, strict=True))
    slopes = [sum(float(s) for parent, s in pairs if parent is one) for one in parents]
    return float(made.data), *slopes
