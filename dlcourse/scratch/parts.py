"""What networks ask about their parts: do these layers, this loss, this optimiser go together? And: is the loss finite?

Nothing here computes. Every function raises one sentence that names what it got, or returns what it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import numpy as np

from dlcourse.scratch.checks import finite, known, shown


def layers(values: object, kind: type) -> list:
    """`values` as a list of different layers of that kind."""
    if not isinstance(values, (list, tuple)) or not values:
        raise ValueError(
            f"layers must be a list with at least one {kind.__name__} layer; got {shown(values)}"
        )
    for place, layer in enumerate(values):
        if not isinstance(layer, kind):
            raise ValueError(f"layers must be {kind.__name__} layers; got {shown(layer)}")
        if any(layer is other for other in values[:place]):
            raise ValueError(f"{layer!r} is in the list twice; make a layer of its own for each place")
    return list(values)


def pair(values: object, what: str) -> tuple[np.ndarray, np.ndarray]:
    """`values` as two arrays of numbers, if it is a tuple or a list of two."""
    if not isinstance(values, (list, tuple)) or len(values) != 2:
        raise ValueError(f"{what} must be two arrays, (x, y); got {shown(values)}")
    return finite(values[0], f"x of {what}"), finite(values[1], f"y of {what}")


def generator(rng: object) -> np.random.Generator:
    """`rng`, if it is one of NumPy's random generators."""
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng must be a random generator, as np.random.default_rng(0) is; got {shown(rng)}")
    return rng


def float_type(value: object) -> np.dtype:
    """float, "float64" or "float32" as NumPy's type."""
    with suppress(TypeError):
        if np.dtype(value) in (np.float32, np.float64):
            return np.dtype(value)
    raise ValueError(f"dtype must be float or 'float32'; got {shown(value)}")


def chosen(choice: object, table: Mapping[str, type], what: str, methods: tuple[str, ...]) -> object:
    """A new object for a name in the table; an object that has the methods stays what it is."""
    if isinstance(choice, str):
        return table[known(choice, table, what)]()
    if isinstance(choice, type) or not all(hasattr(choice, method) for method in methods):
        hint = f": write {choice.__name__}()" if isinstance(choice, type) else ""
        raise ValueError(
            f"{what} must be one of {', '.join(table)}, or an object with {' and '.join(methods)}; "
            f"got {shown(choice)}{hint}"
        )
    return choice


def are_partners(last: object, loss: object) -> bool:
    """Is the activation of the last layer the one its loss goes with? ValueError if the two can't work together."""
    if last.activation == "softmax" and last.units == 1:
        raise ValueError(
            f"{last} ends the network with softmax, and softmax of one number is always 1: end with sigmoid, "
            "or with softmax over 2 or more classes"
        )
    partners = last.activation == getattr(loss, "partner", "")  # a loss of one's own need not name one
    if partners and loss.from_logits:
        raise ValueError(f"from_logits=True makes the loss apply {last.activation}; {last} already does")
    return partners


def same_shapes(parameters: object, gradients: object) -> None:
    """Raise ValueError unless every parameter is an array of floats and has a gradient of its shape."""
    for arrays, what in ((parameters, "parameters"), (gradients, "gradients")):
        if not isinstance(arrays, (list, tuple)):
            raise ValueError(f"{what} must be a list of arrays; got {shown(arrays)}")
    for p in parameters:
        if not isinstance(p, np.ndarray) or p.dtype.kind != "f":
            raise ValueError(f"parameters change in place, so they must be arrays of floats; got {shown(p)}")
    for g in gradients:
        if isinstance(g, (list, tuple)) or np.asarray(g).dtype.kind not in "fiu":
            raise ValueError(f"gradients must be arrays of numbers; got {shown(g)}")
    one, other = [p.shape for p in parameters], [np.shape(g) for g in gradients]
    if one != other:
        raise ValueError(
            f"every parameter needs a gradient of its own shape; parameters {one}, gradients {other}"
        )


def stop_unless_finite(number: float, what: str, updates: int, optimizer: object) -> None:
    """Raise FloatingPointError for NaN and infinity, with the usual cause."""
    if np.isfinite(number):
        return
    if updates == 0:
        raise FloatingPointError(
            f"{what} is {number}, before any update, so the learning rate is not the cause: numbers in x or y are "
            "too large, or an earlier training spoilt the weights. Scale the data, and make the network anew"
        )
    rate = getattr(optimizer, "learning_rate", "unknown")
    raise FloatingPointError(
        f"{what} is {number}: the weights have run away. The usual cause is a learning rate that is too large "
        f"(here {rate}). Make the network anew, because its weights are spoilt, and try a tenth of that rate"
    )
