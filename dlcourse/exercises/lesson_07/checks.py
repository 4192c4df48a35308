"""Checks of lesson 7 that no factory makes: three counts in any form, and labels that are 0 and 1 and not True and False."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, show
from dlcourse.checking.compare import plain

Check = Callable[[Any], Correct | NotYet]
_LAYERS = (6464, 2080, 33)
_WIDTHS = ((100, 64), (64, 32), (32, 1))  # inputs and units of each layer


def three_or_their_total(check: Check) -> Check:
    """Return `check`, with a word for answers that are not three numbers (the total, the inputs counted as a layer), and for
    one layer that is counted otherwise than the rest."""

    def checked(answer: Any) -> Correct | NotYet:
        if isinstance(answer, dict):
            answer = answer.values()
        if isinstance(answer, type({}.values())):
            answer = list(answer)
        numbers = plain(answer)
        numbers = np.ravel(numbers).tolist() if isinstance(numbers, np.ndarray | int | float) else None
        if numbers == [sum(_LAYERS)]:
            return NotYet(
                "total_alone",
                f"You give {show(answer)}, the total, and it is right. Asked are three numbers, one for each layer.",
            )
        if numbers == [*_LAYERS, sum(_LAYERS)]:
            return NotYet(
                "total_too", f"You give {show(answer)}: three right numbers, and their total. Leave that out."
            )
        if numbers is not None and len(numbers) == 4 and tuple(numbers[1:]) == _LAYERS:
            return NotYet(
                "input_counted",
                f"You give {show(answer)}: the inputs have a number of their own. They are what comes in; nothing is learned there. "
                "Leave it out.",
            )
        if numbers is not None and len(numbers) == 3:
            answer = numbers
        verdict = check(answer)
        wrong = isinstance(verdict, NotYet) and verdict.code == "wrong_value"
        cause = _odd_layer(numbers) if wrong else ""
        return NotYet("odd_layer", f"You give {show(answer)}. {cause}") if cause else verdict

    checked.codes = (*check.codes, "total_alone", "total_too", "input_counted", "odd_layer")  # type: ignore[attr-defined]
    return checked


def _odd_layer(numbers: list) -> str:
    """What the first number that is wrong counts; "" if it is none of the usual things."""
    place = next(i for i in range(3) if numbers[i] != _LAYERS[i])
    inputs, units = _WIDTHS[place]
    counted = {
        inputs * units: "the weights alone. What does each unit add besides?",
        inputs * units
        + inputs: "its weights, and as many biases as *inputs*. Who adds a bias, and how many of those are there?",
        inputs * units + 1: "its weights and one bias. Each unit has a bias of its own.",
        inputs * units + 2 * units: "its weights, and two biases for each unit.",
        100 * units + units: "what it would be with 100 inputs. What goes into this layer? Not the mail.",
        4500 * units
        + units: "what it would be with 4,500 inputs. That many mails come; how many numbers is *one* mail?",
        units: "its units. How many weights does *one* of them need?",
        inputs: "its inputs. Every unit has a weight for every one of them.",
        inputs
        + units: "inputs *plus* units. Every unit has a weight for every input: how many pairs are there?",
        2 * units: "two for each unit: a weight and a bias. A unit has a weight for *every* input.",
        units * units: "its units times themselves. Between what and what are the weights?",
        4 * _LAYERS[place]: "its size in bytes. Asked is how many numbers it has.",
    }
    if numbers[place] not in counted:
        return ""
    which = ("first", "second", "third")[place]
    return f"The {which}, {show(numbers[place])}, is not the layer's parameters but {counted[numbers[place]]}"


def zeros_and_ones(check: Check, example: tuple) -> Check:
    """Return `check`, but True and False where 0 and 1 are asked get a word of their own. example: arguments to try."""

    def checked(answer: Any) -> Correct | NotYet:
        verdict = check(answer)
        if not isinstance(verdict, Correct):
            return verdict
        made = plain(call(answer, *example))
        if isinstance(made, np.ndarray) and made.dtype.kind == "b":
            return NotYet(
                "booleans",
                f"Your function returns {show(made)}. The decisions are right; asked are the numbers 1 and 0, as the labels are "
                "written. `.astype(int)` behind an array, or `int(...)` around a single one, makes them of True and False.",
            )
        return verdict

    checked.codes = (*check.codes, "booleans")  # type: ignore[attr-defined]
    return checked
