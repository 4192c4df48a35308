"""Exercise 4.5: the reference, what it is tried on, and mistakes that people make in counting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, call, close, show
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_04.checks import Check

Widths = Sequence[int]


def counted(widths: Widths) -> int:
    """The reference of exercise 4.5."""
    return sum(a * b + b for a, b in pairwise(widths))


def width_cases(rng: np.random.Generator) -> list[tuple]:
    """The taxis' network; one layer; no two widths alike; one hidden layer and several."""
    fixed = [([3, 2, 1],), ([2, 1],), ([5, 7],), ([784, 16, 10],), ([4, 6, 5, 3],)]
    return [*fixed, *(([int(n) for n in rng.integers(2, 30, size=size)],) for size in (2, 3, 4, 5, 6))]


def _sum(widths: Widths, one: Callable[[int, int], int]) -> int:
    return sum(one(a, b) for a, b in pairwise(widths))


_FOR = "For widths = {widths} you return {got}. "
MISTAKES = {
    "bias_missing": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b),
        _FOR
        + "These are the weights alone. What else does every neuron have, besides a weight for each input?",
    ),
    "bias_per_weight": Mistake(
        lambda widths: _sum(widths, lambda a, b: 2 * a * b),
        _FOR + "That counts a bias for every *weight*. A neuron adds one number, after all its products.",
    ),
    "bias_per_input": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b + a),
        _FOR
        + "That counts a bias for each number that goes *into* a layer. Each neuron has one, so as many as come out.",
    ),
    "bias_on_both_sides": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b + a + b),
        _FOR
        + "That counts biases on both sides of the weights: for what goes in and for what comes out. Only neurons have "
        "one, and each only once.",
    ),
    "one_bias_a_layer": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b + 1),
        _FOR + "That counts one bias for each *layer*. Each neuron has its own.",
    ),
    "one_bias_in_all": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b) + 1,
        _FOR + "That counts one bias in the whole network. Each neuron has its own.",
    ),
    "last_bias_only": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b) + widths[-1],
        _FOR
        + "The weights are right, and so are the biases of the last layer. The hidden neurons have some, too.",
    ),
    "hidden_bias_only": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b) + sum(widths[1:-1]),
        _FOR
        + "The weights are right, and so are the biases of the hidden neurons. Those of the last layer have some, too.",
    ),
    "product_of_all": Mistake(
        lambda widths: int(np.prod(widths)),
        _FOR
        + "That multiplies all widths. Weights join one layer with the *next* only; layer by layer they are "
        "added up.",
    ),
    "product_and_biases": Mistake(
        lambda widths: int(np.prod(widths)) + sum(widths[1:]),
        _FOR
        + "The biases are counted well; but all widths are multiplied. Weights join one layer with the *next* "
        "only; layer by layer they are added up.",
    ),
    "sum_of_widths": Mistake(
        sum,
        _FOR
        + "That adds up the widths: it counts the circles of the drawing. Parameters are its lines, and one bias for "
        "each neuron.",
    ),
    "neurons_counted": Mistake(
        lambda widths: sum(widths[1:]),
        _FOR
        + "That counts the neurons, so it is the number of *biases*. The weights, one for each line of the "
        "drawing, are missing.",
    ),
    "added_not_multiplied": Mistake(
        lambda widths: _sum(widths, lambda a, b: a + b),
        _FOR
        + "Two widths that meet are added. But *each* input has a line to *each* neuron: 3 inputs and 2 neurons, "
        "how many lines?",
    ),
    "each_with_itself": Mistake(
        lambda widths: sum(w * w + w for w in widths),
        _FOR
        + "That multiplies each width by itself. Lines run from one layer to the *next*: 3 · 2, then 2 · 1.",
    ),
    "input_straight_to_output": Mistake(
        lambda widths: widths[0] * widths[-1] + widths[-1],
        _FOR
        + "That joins the inputs straight with the outputs, as if nothing stood between. What about the hidden "
        "layers?",
    ),
    "every_pair": Mistake(
        lambda widths: sum(a * b for a in widths for b in widths),
        _FOR
        + "That joins every layer with every other, itself included. Lines run only from one layer to the next.",
    ),
    "every_second_pair": Mistake(
        lambda widths: sum(widths[i] * widths[i + 1] + widths[i + 1] for i in range(0, len(widths) - 1, 2)),
        _FOR
        + "Your loop jumps in twos: the pair 3 and 2 is counted, the pair 2 and 1 is not. A hidden width "
        "belongs to two pairs: once as what comes out, once as what goes in.",
    ),
    "sums_multiplied": Mistake(
        lambda widths: sum(widths[:-1]) * sum(widths[1:]),
        _FOR
        + "The widths are added up first and then multiplied. Multiply for each pair of neighbours, then add.",
    ),
    "layers_multiplied": Mistake(
        lambda widths: int(np.prod([a * b + b for a, b in pairwise(widths)])),
        _FOR + "Each layer is right, but the layers are *multiplied*. Their numbers are added up.",
    ),
    "one_bias_a_column": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b) + len(widths),
        lambda seen: (
            f"For widths = {show(seen.inputs['widths'])} you return {show(seen.got)}: the weights, and one bias for each "
            "number in the list. Each *neuron* has its own, and the inputs have none."
        ),
    ),
    "round_in_a_circle": Mistake(
        lambda widths: sum(widths[i - 1] * widths[i] + widths[i] for i in range(len(widths))),
        _FOR
        + "Your loop begins with i = 0, and `widths[i - 1]` is then `widths[-1]`, the *last* width: the output "
        "got joined to the input.",
    ),
    "first_layer_only": Mistake(
        lambda widths: widths[0] * widths[1] + widths[1],
        _FOR
        + "That is the first layer. Does a `return` stand inside the loop, or is only the first pair counted?",
    ),
    "last_layer_only": Mistake(
        lambda widths: widths[-2] * widths[-1] + widths[-1],
        _FOR + "That is the last layer. What adds up the ones before it?",
    ),
    "last_layer_missing": Mistake(
        lambda widths: counted(widths[:-1]),
        _FOR + "The last layer is missing. How many pairs of neighbours are there among {widths}?",
    ),
    "first_layer_missing": Mistake(
        lambda widths: counted(widths[1:]),
        _FOR + "The first layer is missing: the weights between the inputs and what comes after them.",
    ),
    "inputs_counted": Mistake(
        lambda widths: counted(widths) + widths[0],
        lambda seen: (
            f"For widths = {show(seen.inputs['widths'])} you return {show(seen.got)}: {seen.inputs['widths'][0]} too "
            "many, as many as there are inputs. Inputs are given, other ones for every example; they are no "
            "parameters and have no bias."
        ),
    ),
    "two_layers_only": Mistake(
        lambda widths: counted(widths[:3]),
        "With one or two layers you are right. For widths = {widths} you return {got}: the layers after the second "
        "are missing.",
    ),
    "list_of_layers": Mistake(
        lambda widths: [a * b + b for a, b in pairwise(widths)],
        _FOR + "Each layer is right; one number for the whole network is asked.",
    ),
    "one_more_on_both_sides": Mistake(
        lambda widths: _sum(widths, lambda a, b: (a + 1) * (b + 1)),
        _FOR
        + "A bias is like a weight from one more *input*, so one more goes in. But one more neuron would also come out: is "
        "there one?",
    ),
    "added_with_biases": Mistake(
        lambda widths: _sum(widths, lambda a, b: a + b + b),
        _FOR
        + "The biases are counted; for the weights two widths are *added*. Each input has a line to each neuron: from 3 inputs "
        "to 2 neurons, how many lines?",
    ),
    "widths_counted": Mistake(
        len,
        _FOR
        + "That is how many widths are in the list. How many lines and how many neurons has the drawing?",
    ),
    "every_pair_and_biases": Mistake(
        lambda widths: sum(a * b + b for a in widths for b in widths),
        _FOR
        + "Two loops, one inside the other, join every layer with every other, itself included. Lines run only from one layer "
        "to the next: one loop is enough.",
    ),
    "all_from_the_inputs": Mistake(
        lambda widths: sum(widths[0] * width + width for width in widths[1:]),
        _FOR
        + "Every layer of yours gets the *inputs*: 3 · 2, then 3 · 1. A layer gets what the one before it gives: 3 · 2, then 2 · 1.",
    ),
    "one_too_many": Mistake(
        lambda widths: counted(widths) + 1,
        _FOR + "That is one too many, for any list. With which number does your counting begin?",
    ),
    "one_more_a_layer": Mistake(
        lambda widths: _sum(widths, lambda a, b: (a + 1) * b + 1),
        _FOR
        + "That is one too many for each layer: its neurons have their biases already, and it has no other.",
    ),
    "all_biases_in_each_round": Mistake(
        lambda widths: _sum(widths, lambda a, b: a * b + sum(widths[1:])),
        _FOR
        + "The weights are right. But the biases of *all* neurons are added in every round: how many neurons has one layer?",
    ),
    "powers": Mistake(
        lambda widths: _sum(widths, lambda a, b: a**b + b),
        _FOR
        + "`**` is a power: 3 ** 2 is 9. From 3 inputs to 2 neurons there are 3 · 2 lines, with one `*`.",
    ),
    "everything_in_with_everything_out": Mistake(
        lambda widths: sum(a * b + b for a in widths[:-1] for b in widths[1:]),
        _FOR
        + "Two loops, one inside the other, join each number that goes into some layer with each neuron of *any* layer. Lines run only "
        "from one layer to the next: one loop is enough.",
    ),
    "two_numbers": Mistake(
        lambda widths: (_sum(widths, lambda a, b: a * b), sum(widths[1:])),
        _FOR + "The weights and the biases, each counted well. One number is asked, for both together.",
    ),
}


def widths_for_numbers(check: Check) -> Check:
    """Return a check that recognises `for i in widths` with `widths[i]` in it: it raises unless the widths are small."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            if not isinstance(error.cause, IndexError) or not _counts_by_widths(answer):
                raise
            return NotYet(
                "widths_for_numbers",
                "For `widths = [3, 2, 1]` your loop asks for `widths[3]`, which is not there. A loop `for i in widths` gives i the "
                "widths themselves: 3, then 2, then 1. What gives 0, then 1?",
            )

    checked.codes = ("widths_for_numbers", *check.codes)  # type: ignore[attr-defined]
    return checked


def _counts_by_widths(answer: Any) -> bool:
    """With four widths of 1 such a loop raises nothing: it takes the same pair four times."""
    try:
        return close(call(answer, [1, 1, 1, 1]), 8) or close(call(answer, [1, 1, 1, 1]), 4)
    except LearnerError:
        return False
