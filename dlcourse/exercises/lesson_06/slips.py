"""What Python says only in its own words when a function computes with nodes, said in the words of lesson 6."""

from __future__ import annotations

from dlcourse.checking import NotYet
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.explain import learner_line

CODES = ("node_for_number", "power_sign")


def slip_with_nodes(error: LearnerError, advice: str) -> NotYet | None:
    """A whole node where a number belongs, or `^` for a power; None if the error is another one.

    advice: what to say about the node, a sentence or two.
    """
    if not isinstance(error.cause, TypeError):
        return None
    text, line = str(error.cause), learner_line(error.cause.__traceback__)
    where = f"In line {line[0]}, `{line[1]}`: " if line else ""
    if "bitwise_xor" in text or "for ^" in text:
        return NotYet(
            "power_sign",
            f"{where}`^` is no power in Python; it compares the binary digits of whole numbers. A power is written `**`, as in `error**2` at the top of this lesson.",
        )
    if "Node" in text and ("ufunc" in text or "unsupported operand" in text):
        return NotYet("node_for_number", f"{where}a whole node stands where a number belongs. {advice}")
    return None


def slip_on_the_way(error: LearnerError) -> NotYet | None:
    """What Python reports at another place than the one where it went wrong, or in words of another subject."""
    text, line = str(error.cause), learner_line(error.cause.__traceback__)
    where = f"In line {line[0]}, `{line[1]}`: " if line else ""
    if "NoneType" in text and line and ".reverse()" in line[1]:
        return NotYet(
            "list_reversed",
            f"{where}`.reverse()` turns the list itself and hands nothing on. `reversed(nodes)` leaves the list as it is and gives the nodes from the end.",
        )
    if isinstance(error.cause, AttributeError) and "no attribute 'parents'" in text and "'Node'" not in text:
        return NotYet(
            "number_for_node",
            f"{where}a number stands where a node should. Was the 1 put *in place of* the last node? It belongs into its `.gradient`; `nodes[-1]` is the "
            "whole node.",
        )
    if "can't multiply sequence" in text:
        return NotYet(
            "all_slopes",
            f"{where}all slopes of the node stand there, in a tuple. Each parent has one of them, the one in the same place: `zip` gives them in pairs.",
        )
    return None
