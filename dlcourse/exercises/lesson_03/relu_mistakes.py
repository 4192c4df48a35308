"""What exercise 3.2 is compared with, on which rows, and the mistakes people make in a ReLU."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_03.errors import LIST_OF_FIRST, POSITIONS, ROW_FOR_EACH


def bent(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.2."""
    return np.maximum(0.0, np.asarray(z, dtype=float))


def rows_of_numbers(rng: np.random.Generator) -> list[tuple]:
    """One above 0 and one below; all below; small, large and exactly 0; then more. Always several numbers."""
    fixed = ([3.0, -2.0], [-1.0, -4.0], [0.5, -0.25, 0.0, 6.0], [-1.5, 2.5, 50.0])
    return [(np.array(row),) for row in fixed] + [(rng.normal(scale=3, size=n).round(1),) for n in (5, 8)]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def _first_below(z: np.ndarray) -> np.ndarray | None:
    below = np.flatnonzero(z < 0)
    if not len(below):
        return None
    changed = z.copy()
    changed[below[0]] = 0
    return changed


MISTAKES = {
    "absolute": Mistake(
        np.abs,
        "For {inputs} you return {got}: numbers below 0 change their sign. ReLU gives 0 for them, however far "
        "below they are.",
    ),
    "step": Mistake(
        lambda z: (z > 0).astype(float),
        "For {inputs} you return {got}: that is the step, which says *whether* a number is above 0. ReLU passes the "
        "number itself on.",
    ),
    "negatives_kept": Mistake(
        lambda z: np.minimum(0, z),
        "For {inputs} you return {got}: the numbers *below* 0 pass and those above become 0. The other half "
        "should pass.",
    ),
    "negatives_dropped": Mistake(
        lambda z: z[z > 0],
        lambda seen: (
            f"For `z = {show(seen.inputs['z'])}` you return {show(seen.got)}: {len(seen.inputs['z'])} numbers came in, "
            f"{np.size(seen.got)} went out. Each number below 0 must leave a 0 in its place."
        ),
    ),
    "unchanged": Mistake(
        lambda z: z,
        "For {inputs} you return {got}, what came in. (These change nothing in `z`: a result that is not kept, a loop's own "
        "variable, `==` in place of `=`, and an `if` that asks once for the whole row.)",
    ),
    "mirrored": Mistake(
        lambda z: np.maximum(0, -z),
        "For {inputs} you return {got}: turned round, what is below 0 passes and without its sign. Where does "
        "the minus come from?",
    ),
    "cut_at_one": Mistake(
        lambda z: np.clip(z, 0, 1),
        "For {inputs} you return {got}: everything above 1 is cut to 1. ReLU has no upper end.",
    ),
    "cut_at_six": Mistake(
        lambda z: np.clip(z, 0, 6),
        "For {inputs} you return {got}: what is above 6 is cut off. That is a relative, ReLU6. Here there is no upper end.",
    ),
    "cut_to_whole": Mistake(
        lambda z: np.trunc(bent(z)) if z[0] <= 0 else bent(z),
        "For {inputs} you return {got}: what stands after the point is lost. `np.vectorize` (or an array made of a 0) takes "
        "whole numbers where the first result is one: write 0.0.",
    ),
    "list_of_first": Mistake(
        lambda z: [max(0.0, float(z[0]))],
        LIST_OF_FIRST,
    ),
    "places": Mistake(
        lambda z: [np.flatnonzero(z > 0)],
        "For {inputs} you return {got}: the *places* of the numbers above 0, which is what `np.where` gives when it is told "
        "the condition alone. It takes two things more: what to give where it is true, and what elsewhere.",
    ),
    "bend_at_one": Mistake(
        lambda z: np.where(z > 1, z, 0),
        "For {inputs} you return {got}: 0.5 became 0, too. The corner is at 0, not at 1.",
    ),
    "at_least_one": Mistake(
        lambda z: np.maximum(1, z),
        "For {inputs} you return {got}: nothing gets below 1. Where should the floor be?",
    ),
    "minus_one": Mistake(
        lambda z: np.where(z > 0, z, -1),
        "For {inputs} you return {got}: -1 stands where 0 belongs.",
    ),
    "leaky": Mistake(
        lambda z: np.where(z > 0, z, 0.01 * z),
        "For {inputs} you return {got}: a little of what is below 0 still comes through. That is a *leaky* ReLU; it comes "
        "later. Here it is exactly 0.",
    ),
    "leaky_more": Mistake(
        lambda z: np.where(z > 0, z, 0.1 * z),
        "For {inputs} you return {got}: a tenth of what is below 0 still comes through. Here it is exactly 0.",
    ),
    "largest_only": Mistake(
        lambda z: np.max(z),
        "For {inputs} you return {got}, the largest number of the row. Asked is a row: each number compared "
        "with 0. (`np.max` finds the largest of one array; `np.maximum` compares two, number by number.)",
    ),
    "largest_cut": Mistake(
        lambda z: max(0.0, float(np.max(z))),
        "For {inputs} you return one number, {got}: the largest of the row, or 0. Asked is a row: each number "
        "compared with 0.",
    ),
    "summed": Mistake(
        lambda z: np.sum(bent(z)),
        "For {inputs} you return one number, {got}: the results, each right, were added up. They stay a row.",
    ),
    "first_only": Mistake(
        lambda z: max(0.0, float(z[0])),
        "For {inputs} you return one number, {got}: that of the first. Does a loop `return` before it has seen "
        "the others?",
    ),
    "last_only": Mistake(
        lambda z: max(0.0, float(z[-1])),
        "For {inputs} you return one number, {got}: that of the last. What keeps the results before it?",
    ),
    "all_if_any": Mistake(
        lambda z: z if np.any(z > 0) else 0 * z,
        "For {inputs} you return {got}: one number above 0 lets all the others pass. Each is to be asked for "
        "itself.",
    ),
    "squared": Mistake(
        lambda z: bent(z) ** 2,
        "For {inputs} you return {got}: what passes is squared. It should pass as it is.",
    ),
    "sigmoid": Mistake(_sigmoid, "For {inputs} you return {got}. That is the sigmoid, a later one."),
    "tanh": Mistake(np.tanh, "For {inputs} you return {got}. That is tanh, a later one."),
    "softplus": Mistake(
        lambda z: np.log1p(np.exp(z)),
        "For {inputs} you return {got}. That is softplus, a ReLU with its corner rounded off. Below 0 the "
        "result should be exactly 0.",
    ),
    "leaky_fifth": Mistake(
        lambda z: np.where(z > 0, z, 0.2 * z),
        "For {inputs} you return {got}: a fifth of what is below 0 still comes through. Here it is exactly 0.",
    ),
    "whole_numbers": Mistake(
        lambda z: np.trunc(bent(z)),
        "For {inputs} you return {got}: what stands after the point is lost. An array made with `dtype=int`, and `int(...)`, keep "
        "whole numbers only.",
    ),
    "first_skipped": Mistake(
        lambda z: np.concatenate([z[:1], bent(z[1:])]),
        "For {inputs} you return {got}: the first number comes out as it came in. Where does the loop begin to count?",
    ),
    "all_or_nothing": Mistake(
        lambda z: z if z.all() else 0,
        "For {inputs} you return {got}: one decision for the whole row. `z.all()` says whether no number of it is 0; each number is to "
        "be asked for itself.",
    ),
    "doubled": Mistake(
        lambda z: 2 * bent(z),
        "For {inputs} you return {got}. What is below 0 becomes 0, but 3 should stay 3. By how much is it too large?",
    ),
    "all_or_nothing_row": Mistake(
        lambda z: z if z.all() else 0 * z,
        "For {inputs} you return {got}: one decision for the whole row. `z.all()` says whether no number of it is 0; each number is to "
        "be asked for itself.",
    ),
    "last_skipped": Mistake(
        lambda z: np.append(bent(z[:-1]), 0.0),
        "For {inputs} you return {got}: the last number has become 0. Where does the loop end? `range(len(z))` takes in the last place.",
    ),
    "first_below_only": Mistake(
        _first_below,
        "For {inputs} you return {got}: the first number below 0 has become 0, and no other. Does a loop `return` before it has seen all?",
    ),
    "lifted": Mistake(
        lambda z: z - z.min(),
        "For {inputs} you return {got}: the whole row was lifted until nothing is below 0. What is above 0 should stay as it is.",
    ),
    "rounded": Mistake(
        lambda z: np.round(bent(z)),
        "For {inputs} you return {got}: rounded. What passes should pass as it is.",
    ),
    "row_for_each": Mistake(lambda z: [bent(z)] * len(z), ROW_FOR_EACH),
    "positions": Mistake(
        lambda z: np.arange(len(z)),
        POSITIONS,
    ),
}
