"""What the explorers of small networks share in Python: hidden layers, activation, seed, and a learner's own points."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.labelled import labelled_points
from dlcourse.explore.values import known_name, shortly

DEEPEST, WIDEST = 4, 8  # what can still be drawn so that every unit is seen
ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear")
COMFORTABLE = (0.2, 3.0)  # of the spread of points: others are standardised before a network sees them


def whole(value: Any, name: str, low: int, high: int) -> int:
    """Return `value` as an int if it is a whole number from `low` to `high`. Raises ValueError that names what was got."""
    wanted = f"{name} must be a whole number from {low} to {high}"
    try:
        found = operator.index(value)
    except TypeError:
        raise ValueError(f"{wanted}, got {shortly(value)}") from None
    if isinstance(value, bool | np.bool_) or not low <= found <= high:
        raise ValueError(f"{wanted}, got {shortly(value)}")
    return found


def hidden_widths(value: Any) -> list[int]:
    """Return the units of each hidden layer: a list of up to 4 whole numbers from 1 to 8; one number is one layer."""
    try:
        widths = [operator.index(value)] if not isinstance(value, bool | np.bool_) else None
    except TypeError:
        try:
            widths = list(value)
        except TypeError:
            widths = None
    if widths is None or isinstance(value, str | bytes | dict) or len(widths) > DEEPEST:
        raise ValueError(
            f"hidden must be the units of each hidden layer, at most {DEEPEST} layers, such as (4, 4); got {shortly(value)}"
        )
    return [whole(units, f"hidden layer {number}", 1, WIDEST) for number, units in enumerate(widths, start=1)]


def scaling_of(points: list[list[float]]) -> tuple[list[float], list[float]]:
    """Return (shift, scale), two numbers each: what a network needs to see points of any unit about 1 apart.

    It gets (x - shift) / scale. Points that are spread by about 1 around about 0 are left as they are.
    """
    table = np.array(points)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    low, high = COMFORTABLE
    if (np.abs(mean) < high).all() and ((spread > low) & (spread < high)).all():
        return [0.0, 0.0], [1.0, 1.0]
    return mean.tolist(), np.where(spread > 0, spread, 1.0).tolist()


def own_points(
    points: Any, labels: Any, names: Sequence[str] | None, class_names: Sequence[str] | None
) -> dict[str, Any]:
    """Return a learner's points, labels, names, class_names, shift and scale as plain data.

    points: (n, 2), labels: n of two classes. Raises ValueError that says what was got instead.
    """
    given = labelled_points(points, labels, names, class_names)
    shift, scale = scaling_of(given["points"])
    return {**given, "shift": shift, "scale": scale}


class SmallNetwork(Explorer):
    """A network of up to 4 hidden layers over two inputs, with one sigmoid output. `seed` decides its start weights.

    `hidden` (units of each hidden layer, a list), `activation` (of the hidden layers) and `seed` follow the hand and
    can be set.
    """

    hidden = Setting([4]).tag(sync=True, shown=True)
    activation = Setting("tanh").tag(sync=True, shown=True)
    seed = Setting(0).tag(sync=True, shown=True)
    names = t.List(t.Unicode(), ["x1", "x2"]).tag(sync=True, shown=True)
    class_names = t.List(t.Unicode(), ["class 0", "class 1"]).tag(sync=True, shown=True)
    shift = t.List(t.Float(), [0.0, 0.0]).tag(sync=True, shown=True)
    scale = t.List(t.Float(), [1.0, 1.0]).tag(sync=True, shown=True)

    @t.validate("hidden")
    def _hidden(self, proposal: Any) -> list[int]:
        return hidden_widths(proposal["value"])

    @t.validate("activation")
    def _activation(self, proposal: Any) -> str:
        return known_name(proposal["value"], "activation", ACTIVATIONS)

    @t.validate("seed")
    def _seed(self, proposal: Any) -> int:
        return whole(proposal["value"], "seed", 0, 2**31 - 1)

    @t.validate("names", "class_names")
    def _two(self, proposal: Any) -> list[str]:
        name, value = proposal["trait"].name, proposal["value"]
        if len(value) != 2:
            raise ValueError(
                f"{name} must be two, one for each {'input' if name == 'names' else 'class'}; got {shortly(value)}"
            )
        return value

    def _inputs(self) -> int:
        return 2

    @property
    def widths(self) -> list[int]:
        """The units of every layer, inputs first and the one output last."""
        return [self._inputs(), *self.hidden, 1]

    @property
    def parameters(self) -> int:
        """How many weights and biases the network has."""
        return sum((inputs + 1) * units for inputs, units in itertools.pairwise(self.widths))

    def _shape_in_words(self) -> str:
        layers = "-".join(str(units) for units in self.widths)
        return f"{layers} ({self.activation}, {self.parameters} parameters)"
