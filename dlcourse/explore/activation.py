"""The activations' explorer: function and input as traits, and `activation(...)`, which opens it. Drawn by activation.js."""

from __future__ import annotations

from typing import Any

import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.values import known_name, one_number

FUNCTIONS = ("step", "linear", "sigmoid", "tanh", "relu", "leaky_relu", "gelu")
SPELLINGS = {"leakyrelu": "leaky_relu", "identity": "linear", "logistic": "sigmoid", "heaviside": "step"}
FARTHEST = 1000.0  # inputs beyond this say nothing new, and the axis would be unreadable


def _function(value: Any, name: str = "function") -> str:
    return known_name(value, name, FUNCTIONS, SPELLINGS)


def _other(value: Any) -> str:
    return "" if value is None or value == "" else _function(value, "compare")


class ActivationExplorer(Explorer):
    """An activation's curve with the input `z` on it, the tangent there, and below it the slope for every input.

    `function` is one of step, linear, sigmoid, tanh, relu, leaky_relu, gelu, `compare` another one or "" for none; both
    and `z` follow the hand and can be set. `value` and `slope` are what the picture says at `z`.
    """

    file = "activation.js"

    function = Setting("sigmoid").tag(sync=True, shown=True)
    z = Setting(0.0).tag(sync=True, shown=True)
    compare = Setting("").tag(sync=True, shown=True)

    @t.validate("function")
    def _known(self, proposal: Any) -> str:
        return _function(proposal["value"])

    @t.validate("compare")
    def _known_or_none(self, proposal: Any) -> str:
        return _other(proposal["value"])

    @t.validate("z")
    def _number(self, proposal: Any) -> float:
        return one_number(proposal["value"], "z", -FARTHEST, FARTHEST)

    @property
    def value(self) -> float:
        """The activation's output at `z`."""
        from dlcourse import scratch

        return float(scratch.ACTIVATIONS[self.function].value(self.z))

    @property
    def slope(self) -> float:
        """How much the output changes for each unit of `z`, there (at a corner or a jump: 0, or the slope to the left)."""
        from dlcourse import scratch

        return float(scratch.slope(self.function, self.z))

    def alt_text(self) -> str:
        """Say which curve it is, where the input lies and what output and slope are there."""
        beside = f" beside {self.compare}" if self.compare else ""
        return (
            f"The activation {self.function}{beside} with its tangent at z = {self.z:.3g}, and below it the slope for every "
            f"z; at z the output is {self.value:.3f} and the slope {self.slope:.3f}."
        )

    def __repr__(self) -> str:
        return f"ActivationExplorer({self.function}, z={self.z:.4g}, value={self.value:.4g}, slope={self.slope:.4g})"


def activation(function: Any = "sigmoid", z: Any = 0.0, compare: Any = None) -> ActivationExplorer:
    """Open the activations' explorer: choose a function, drag its input, see output, tangent and slope.

    `function`: step, linear, sigmoid, tanh, relu, leaky_relu or gelu ("ReLU" and "leaky ReLU" are understood). `z`: where
    the input starts, from -1000 to 1000. `compare`: a second function to draw beside it, or None.

    Raises ValueError that names what was got when an argument is none of this. `.function`, `.z`, `.value` and `.slope`
    of the object returned can be read; the first two can be set.
    """
    return ActivationExplorer(
        function=_function(function), z=one_number(z, "z", -FARTHEST, FARTHEST), compare=_other(compare)
    )
