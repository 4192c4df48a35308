"""One number that remembers how it was computed, so that it can tell how every number before it influences it.

Each operation makes a new Value and writes down two things: its parents (the Values it was computed from) and, for
each parent, the slope: by how much the result changes when that parent changes a little. `backward` multiplies
these slopes along every path through the graph and adds up the paths. That is the chain rule; done in this order,
from the result back to the start, it is called backpropagation (Rumelhart, Hinton, Williams: "Learning representations
by back-propagating errors", Nature 323 (1986), pages 533 to 536).
"""

from __future__ import annotations

import math

from dlcourse.scratch import checks


class Value:
    """A number with a gradient.

    data: the number. gradient: the slope of the last result with respect to this number, 0 until `backward` is called
    on a result. parents: the Values this one was computed from. slopes: for each parent, the slope of this Value with
    respect to it. operation: how it was computed ("+", "tanh", "**2", ...), "" for a number that was put in.
    """

    def __init__(self, data: float, name: str = "") -> None:
        self.data = checks.number(data, "the data of a Value")
        self.name = name
        self.gradient = 0.0
        self.parents: tuple[Value, ...] = ()
        self.slopes: tuple[float, ...] = ()
        self.operation = ""

    # Each operation: the result, then the slope towards each parent.

    def __add__(self, other: Value | float) -> Value:
        other = as_value(other)
        return result(self.data + other.data, "+", (self, other), (1.0, 1.0))

    def __sub__(self, other: Value | float) -> Value:
        other = as_value(other)
        return result(self.data - other.data, "-", (self, other), (1.0, -1.0))

    def __mul__(self, other: Value | float) -> Value:
        other = as_value(other)
        return result(self.data * other.data, "*", (self, other), (other.data, self.data))

    def __truediv__(self, other: Value | float) -> Value:
        other = as_value(other)
        ratio = self.data / other.data
        return result(ratio, "/", (self, other), (1 / other.data, -ratio / other.data))

    def __pow__(self, exponent: float) -> Value:
        n = checks.number(exponent, "the exponent of a Value")
        power = self.data**n
        if isinstance(power, complex):
            raise ValueError(f"{self.data:g} to the power {n:g} is no real number")
        slope = n * self.data ** (n - 1) if n else 0.0
        return result(power, f"**{n:g}", (self,), (slope,))

    def __neg__(self) -> Value:
        return result(-self.data, "-", (self,), (-1.0,))

    # A plain number on the left: Python calls these for 2 + v, 2 - v, 2 * v, 2 / v.

    def __radd__(self, other: float) -> Value:
        return as_value(other) + self

    def __rsub__(self, other: float) -> Value:
        return as_value(other) - self

    def __rmul__(self, other: float) -> Value:
        return as_value(other) * self

    def __rtruediv__(self, other: float) -> Value:
        return as_value(other) / self

    def exp(self) -> Value:
        """The number e to the power of this Value. Its slope is itself."""
        try:
            power = math.exp(self.data)
        except OverflowError:
            raise ValueError(f"exp of {self.data:g} is larger than the largest float") from None
        return result(power, "exp", (self,), (power,))

    def log(self) -> Value:
        """The natural logarithm, for Values above 0."""
        if self.data <= 0:
            raise ValueError(f"log needs a Value above 0; got {self.data:g}")
        return result(math.log(self.data), "log", (self,), (1 / self.data,))

    def tanh(self) -> Value:
        """The hyperbolic tangent, between -1 and 1."""
        t = math.tanh(self.data)
        return result(t, "tanh", (self,), (1 - t**2,))

    def sigmoid(self) -> Value:
        """1 / (1 + exp(-this)), between 0 and 1."""
        e = math.exp(-abs(self.data))  # never above 1, so it cannot overflow
        s = 1 / (1 + e) if self.data >= 0 else e / (1 + e)
        return result(s, "sigmoid", (self,), (s * (1 - s),))

    def relu(self) -> Value:
        """This Value where it is above 0, else 0. At exactly 0 the slope is taken as 0, as Keras does."""
        on = 1.0 if self.data > 0 else 0.0
        return result(self.data * on, "relu", (self,), (on,))

    def nodes(self) -> list[Value]:
        """Every Value that this one was computed from, and itself: each once, parents before children."""
        order, seen = [], set()
        waiting = [
            (self, False)
        ]  # a list, not recursion: Python stops a function that calls itself 1,000 deep
        while waiting:
            node, parents_are_in = waiting.pop()
            if parents_are_in:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting.extend((parent, False) for parent in reversed(node.parents))
        return order

    def backward(self) -> None:
        """Add to the gradient of every node: the slope of this Value with respect to that node."""
        nodes = self.nodes()
        slope_to = dict.fromkeys(nodes, 0.0)
        slope_to[self] = 1.0
        for node in reversed(
            nodes
        ):  # children first: what arrives at a node is complete before it is passed on
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                slope_to[parent] += slope_to[node] * slope  # += because a parent may be used more than once
        for node in nodes:
            node.gradient += slope_to[node]

    def zero_gradients(self) -> None:
        """Set the gradient of every node back to 0."""
        for node in self.nodes():
            node.gradient = 0.0

    def __repr__(self) -> str:
        name = f", name={self.name!r}" if self.name else ""
        return f"Value({self.data:g}, gradient={self.gradient:g}{name})"


def as_value(number: Value | float) -> Value:
    """A Value stays what it is; a plain number becomes a Value without parents."""
    return number if isinstance(number, Value) else Value(number)


def result(data: float, operation: str, parents: tuple[Value, ...], slopes: tuple[float, ...]) -> Value:
    """Return the Value of an operation, with what it needs to remember."""
    value = Value(data)
    value.operation, value.parents, value.slopes = operation, parents, slopes
    return value
