"""The layers' explorer: hidden layers, widths and activation as traits, and `layers(...)`, which opens it. Drawn by layers.js."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets as t

from dlcourse.explore.base import Setting
from dlcourse.explore.labelled import rows, two_classes
from dlcourse.explore.seeded import draw_points
from dlcourse.explore.small_network import SmallNetwork, own_points, scaling_of


class LayersExplorer(SmallNetwork):
    """A network whose layers can be chosen: drawn with the shape of every array, its parameters, and what it decides.

    `hidden` (a list of 0 to 4 widths from 1 to 8), `activation` ("tanh", "relu", "sigmoid" or "linear") and `seed`
    (of the start weights) follow the hand and can be set; `parameters` counts all weights and biases. `points`, a list
    of pairs, and `labels`, 0 or 1 for each, are what the network is trained on at the press of a button; a cell that
    sets both to another length sets one after the other, and the picture follows when they fit again.
    """

    file = "layers.js"

    points = Setting().tag(sync=True, shown=True)
    labels = Setting().tag(sync=True, shown=True)

    @t.validate("points")
    def _rows(self, proposal: Any) -> list[list[float]]:
        return rows(proposal["value"])

    @t.validate("labels")
    def _zero_or_one(self, proposal: Any) -> list[int]:
        return two_classes(proposal["value"], self.class_names)[0]

    @t.observe("points")
    def _rescale(self, _: Any) -> None:
        self.shift, self.scale = scaling_of(self.points)

    def alt_text(self) -> str:
        """Say what network it is and what lies under it."""
        return (
            f"A network {self._shape_in_words()} drawn layer by layer with its weights, and beside it what its random "
            f"start decides on the plane of {len(self.points)} points of two classes."
        )

    def __repr__(self) -> str:
        return f"LayersExplorer(hidden={tuple(self.hidden)}, activation={self.activation!r}, parameters={self.parameters})"


def layers(
    points: Any = None,
    labels: Any = None,
    hidden: Any = (4,),
    activation: str = "tanh",
    seed: int = 0,
    names: Sequence[str] | None = None,
    class_names: Sequence[str] | None = None,
) -> LayersExplorer:
    """Open the layers' explorer: choose hidden layers, widths and activation; see shapes, parameters and the decision.

    `points`: shape (n, 2), and `labels`: n times 0 or 1, or n strings of two kinds; without them, 120 points of which
    one class lies around the other. `hidden`: the units of each hidden layer, up to 4 layers of 1 to 8 units; () is
    none. `activation`: of the hidden layers: "tanh", "relu", "sigmoid", "linear"; the output is a sigmoid. `seed`
    decides the start weights. `names`: the two inputs (a DataFrame's columns are taken by themselves); `class_names`:
    of class 0 and class 1. Points in units far from 1 are standardised before the network sees them.

    Raises ValueError that names what was got when an argument is none of this. What was chosen by hand is in
    `.hidden`, `.activation` and `.parameters` of the object returned.
    """
    if points is None and labels is None:
        drawn, classes = draw_points("circle", 120, 0.15, seed=1)
        points, labels = drawn.round(3), classes
    return LayersExplorer(
        hidden=hidden, activation=activation, seed=seed, **own_points(points, labels, names, class_names)
    )
