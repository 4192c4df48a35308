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
