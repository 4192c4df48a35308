"""Exercise 4.6: the reference, what it is tried on, mistakes in the order, and things Keras does not take for a list of arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, Seen, call, close
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_04.checks import Check, Network, halves, random_network


def in_a_row(network: Network) -> tuple[np.ndarray, ...]:
    """The reference of exercise 4.6: weights, bias, weights, bias, ..."""
    return tuple(array for pair in network for array in pair)


def pair_cases(rng: np.random.Generator) -> list[tuple]:
    """The smallest network of two layers; then one to four layers, no two widths alike."""
    small = [(np.array([[1.0, 2.0]]), np.array([3.0, 4.0])), (np.array([[5.0], [6.0]]), np.array([7.0]))]
    others = ([3, 2, 4], [2, 3], [4, 3, 2, 5], [2, 5, 3, 4, 6])
    return [
        (small,),
        *((random_network(rng, widths),) for widths in others),
        ([(halves(rng, 2, 2), halves(rng, 2))],),
    ]


def _parts(seen: Seen) -> str:
    return f"{len(seen.inputs['network'])} layers"


_SMALL = "For `network = [([[1, 2]], [3, 4]), ([[5], [6]], [7])]` "
MISTAKES = {
    "still_pairs": Mistake(
        lambda network: tuple(tuple(pair) for pair in network),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} pairs. Keras wants the arrays themselves, one after the "
            "other: how many are there in all?"
        ),
    ),
    "all_weights_first": Mistake(
        lambda network: (*(w for w, _ in network), *(b for _, b in network)),
        _SMALL
        + "you return first all weights, then all biases. Keras goes layer by layer: a layer's weights, then "
        "its bias, and then the next layer.",
    ),
    "two_lists": Mistake(
        lambda network: (tuple(w for w, _ in network), tuple(b for _, b in network)),
        "You return two lists, one of the weights and one of the biases. Keras wants a single one, layer by layer.",
    ),
    "bias_first": Mistake(
        lambda network: tuple(array for w, b in network for array in (b, w)),
        _SMALL + "you return each layer's bias before its weights. Keras has the weights first.",
    ),
    "weights_transposed": Mistake(
        lambda network: tuple(array for w, b in network for array in (w.T, b)),
        _SMALL
        + "your first array has the shape (2, 1): a row for each *neuron*. Keras has a row for each input and "
        "a column for each neuron, just as we have here, so nothing needs turning.",
    ),
    "bias_two_dimensions": Mistake(
        lambda network: tuple(array for w, b in network for array in (w, b.reshape(1, -1))),
        _SMALL
        + "your first bias has the shape (1, 2). In Keras it is a plain row, (2,), just as it is here.",
    ),
    "bias_a_column": Mistake(
        lambda network: tuple(array for w, b in network for array in (w, b.reshape(-1, 1))),
        _SMALL
        + "your first bias has the shape (2, 1). In Keras it is a plain row, (2,), just as it is here.",
    ),
    "flattened": Mistake(
        lambda network: tuple(array for w, b in network for array in (w.ravel(), b)),
        _SMALL + "your first array has the shape (2,). The weights keep their rows and columns, (1, 2).",
    ),
    "one_long_row": Mistake(
        lambda network: np.concatenate([array.ravel() for array in in_a_row(network)]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} single numbers. Keras wants whole arrays: for each layer its "
            "weights, with rows and columns, and its bias."
        ),
    ),
    "stacked": Mistake(
        lambda network: tuple(np.vstack([w, b]) for w, b in network),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays, the bias put below the weights. Keras keeps the "
            "two apart: two arrays a layer."
        ),
    ),
    "last_bias_only": Mistake(
        lambda network: (*(w for w, _ in network), network[-1][1]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: all weights, but only the last bias. Does the line that "
            "appends the bias stand inside the loop?"
        ),
    ),
    "weights_twice": Mistake(
        lambda network: tuple(array for w, _ in network for array in (w, w)),
        _SMALL + "you return the weights of each layer twice, and no bias.",
    ),
    "each_in_a_list": Mistake(
        lambda network: tuple(array[np.newaxis] for pair in network for array in pair),
        _SMALL
        + "you return each array in a list of its own, which gives it one dimension more. Append the array "
        "itself, without square brackets around it.",
    ),
    "added": Mistake(
        lambda network: tuple(w + b for w, b in network),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: `weights + bias` *adds* the numbers. Both arrays go "
            "into the list, one after the other."
        ),
    ),
    "weights_only": Mistake(
        lambda network: tuple(w for w, _ in network),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: the weights. The biases are missing."
        ),
    ),
    "biases_only": Mistake(
        lambda network: tuple(b for _, b in network),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: the biases. The weights are missing."
        ),
    ),
    "first_layer_only": Mistake(
        lambda network: tuple(network[0]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: those of the first layer. Does a loop return "
            "before it has come to the next?"
        ),
    ),
    "last_layer_only": Mistake(
        lambda network: tuple(network[-1]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: those of the last layer. What keeps the ones "
            "before it?"
        ),
    ),
    "layers_reversed": Mistake(
        lambda network: in_a_row(network[::-1]),
        _SMALL + "you begin with the last layer. Keras begins where the input comes in.",
    ),
    "input_layer_added": Mistake(
        lambda network: (np.array([]), *in_a_row(network)),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays, an empty one first. The input has neither "
            "weights nor a bias: it is left out."
        ),
    ),
    "last_layer_missing": Mistake(
        lambda network: in_a_row(network[:-1]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: the last layer's are missing. How many rounds has your loop?"
        ),
    ),
    "first_layer_missing": Mistake(
        lambda network: in_a_row(network[1:]),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} arrays: the first layer's are missing. The input is not in the list."
        ),
    ),
    "taken_apart": Mistake(
        lambda network: tuple(part for array in in_a_row(network) for part in array),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} things: rows of weights, and single biases. `extend` takes an array "
            "*apart*, as a loop does, and puts its pieces into your list. What puts it in whole?"
        ),
    ),
    "bias_taken_apart": Mistake(
        lambda network: tuple(part for w, b in network for part in (w, *b)),
        lambda seen: (
            f"For {_parts(seen)} you return {len(seen.got)} things: the weights whole, and each bias by itself. `extend`, and `+= "
            "list(...)`, take an array *apart*. What puts it in whole?"
        ),
    ),
    "shapes_only": Mistake(
        lambda network: tuple(np.array(array.shape) for array in in_a_row(network)),
        _SMALL + "you return the shapes of the arrays. Keras wants the arrays themselves.",
    ),
}


def for_set_weights(check: Check) -> Check:
    """Return a check that also refuses what `set_weights` refuses: a generator, and lists in place of arrays."""
    small = pair_cases(np.random.default_rng(0))[0]

    def checked(answer: Any) -> Correct | NotYet:
        try:
            verdict = check(answer)
        except LearnerError as error:
            if isinstance(error.cause, ValueError) and "broadcast" in str(error.cause):
                return NotYet(
                    "array_added_to_the_list",
                    "`+` and `+=` between a list and an *array* add numbers, one by one, and here the shapes do not even fit. To put an "
                    "array into a list as one thing, `append` it.",
                )
            raise
        if isinstance(verdict, NotYet) and verdict.code == "wrong_type":
            value = call(answer, *small)
            if isinstance(value, Iterator) and close(tuple(value), in_a_row(*small)):
                return NotYet(
                    "one_at_a_time",
                    "The right arrays in the right order. But your function hands them out one at a time, and only when asked; "
                    "`set_weights` counts them first, and needs them all: what makes a list of them?",
                )
        if isinstance(verdict, Correct):
            bare = [type(array).__name__ for array in call(answer, *small) if not hasattr(array, "shape")]
            if bare:
                return NotYet(
                    "lists_for_arrays",
                    f"The right numbers in the right order. But not all of your four things are arrays: the first that is none is a {bare[0]}. "
                    "`set_weights` looks at the `.shape` of each, and a list has none. The entries of `network` have one: what do you "
                    "do to them?",
                )
        return verdict

    checked.codes = ("one_at_a_time", "lists_for_arrays", "array_added_to_the_list", *check.codes)  # type: ignore[attr-defined]
    return checked
