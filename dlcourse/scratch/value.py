"""One number that remembers how it was computed, and can tell how much every number before it matters.

Each operation makes a new Value and writes down two things: its parents (the Values it was computed from) and, for
each parent, the slope: when that parent changes a little, the result changes slope times as much (the derivative of
any calculus book). `backward` multiplies the slopes along every way through the graph and adds up the ways. That is
the chain rule; done from the result back to the start, it is backpropagation (D. Rumelhart, G. Hinton, R. Williams:
"Learning representations by back-propagating errors", Nature 323 (1986), pages 533 to 536).
"""

from __future__ import annotations

import math

from dlcourse.scratch import checks


class Value:
    """A number with a gradient: `Value(2.0, name="x")`. The rest is for operations to write down.

    data: the number. gradient: 0, until `backward` of a result adds to it. operation: how it was computed ("+", "tanh",
    "**2", ...), "" if it was put in. parents: what it was computed from. slopes: its slope for each of them. Results
    do not follow when `data` is changed later: compute them again.
    """

    def __init__(self, data: float, name: str = "", operation: str = "", parents=(), slopes=()) -> None:
        self.data = checks.number(data, "the data of a Value")
        self.name = name
        self.operation = operation
        self.parents: tuple[Value, ...] = parents
        self.slopes: tuple[float, ...] = slopes
        self.gradient = 0.0

    # Python turns a + b into a.__add__(b), and likewise the other signs. `other` may be a plain number.

    def __add__(self, other: Value | float) -> Value:
        other = as_value(other)
        return Value(self.data + other.data, "", "+", (self, other), (1.0, 1.0))

    def __sub__(self, other: Value | float) -> Value:
        other = as_value(other)
        return Value(self.data - other.data, "", "-", (self, other), (1.0, -1.0))

    def __mul__(self, other: Value | float) -> Value:
        other = as_value(other)
        return Value(self.data * other.data, "", "*", (self, other), (other.data, self.data))

    def __truediv__(self, other: Value | float) -> Value:
        other = as_value(other)
        if other.data == 0:
            raise ValueError(f"a Value can be divided by any number but 0; got {self.data:g} / 0")
        ratio = self.data / other.data  # a / b: its slope for a is 1 / b, for b it is -a / b**2
        return Value(ratio, "", "/", (self, other), (1 / other.data, -ratio / other.data))

    def __pow__(self, exponent: float) -> Value:
        n = checks.exponent(exponent, self.data)  # a plain number, no Value
        slope = n * self.data ** (n - 1) if n else 0.0
        return Value(self.data**n, "", f"**{n:g}", (self,), (slope,))

    def __neg__(self) -> Value:
        return Value(-self.data, "", "-", (self,), (-1.0,))

    # With a plain number on the left, as in 2 + v, Python asks the Value on the right: v.__radd__(2).

    __radd__ = __add__  # the order does not matter for + and *
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Value:
        return as_value(other) - self

    def __rtruediv__(self, other: float) -> Value:
        return as_value(other) / self

    def exp(self) -> Value:
        """The number e to the power of this Value."""
        if self.data > 709.78:
            raise ValueError(f"exp of {self.data:g} is larger than any float")
        power = math.exp(self.data)
        return Value(power, "", "exp", (self,), (power,))

    def log(self) -> Value:
        """The natural logarithm. For Values above 0."""
        if not self.data > 0:  # so that NaN is refused, too
            raise ValueError(f"log needs a Value above 0; got {self.data:g}")
        return Value(math.log(self.data), "", "log", (self,), (1 / self.data,))

    def tanh(self) -> Value:
        """The hyperbolic tangent, between -1 and 1."""
        t = math.tanh(self.data)
        return Value(t, "", "tanh", (self,), (1 - t**2,))  # the slope follows from the result itself

    def sigmoid(self) -> Value:
        """1 / (1 + exp(-this)), between 0 and 1."""
        e = math.exp(-abs(self.data))  # never above 1, so it cannot overflow
        s = 1 / (1 + e) if self.data >= 0 else e / (1 + e)  # the same number, written in two ways
        return Value(s, "", "sigmoid", (self,), (s * (1 - s),))

    def relu(self) -> Value:
        """This Value if it is above 0, else 0. At exactly 0 the slope is taken as 0, as Keras does."""
        if self.data > 0:
            return Value(self.data, "", "relu", (self,), (1.0,))
        return Value(0.0, "", "relu", (self,), (0.0,))

    def nodes(self) -> list[Value]:
        """Every Value that this one was computed from, and itself: each once, parents before children."""
        order, seen = [], set()
        waiting = [(self, False)]  # a list, because Python stops a function that calls itself 1,000 deep
        while waiting:
            node, parents_are_in = waiting.pop()
            if parents_are_in:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))  # pop takes the last, so it comes out again after its parents
                waiting.extend((parent, False) for parent in reversed(node.parents))
        return order

    def backward(self) -> None:
        """For every node, add to its gradient: the slope of this Value with respect to that node."""
        nodes = self.nodes()
        slope_to = {node: 0.0 for node in nodes}  # of this call alone: gradients may hold earlier ones
        slope_to[self] = 1.0
        for node in reversed(nodes):  # children first: a node passes on only when all has arrived
            node.gradient += slope_to[node]
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                slope_to[parent] += slope_to[node] * slope  # += because a parent may be used more than once

    def zero_gradients(self) -> None:
        """Set the gradient of every node back to 0."""
        for node in self.nodes():
            node.gradient = 0.0

    def __repr__(self) -> str:
        name = f", name={self.name!r}" if self.name else ""
        return f"Value({self.data:g}, gradient={self.gradient:g}{name})"


def as_value(number: Value | float) -> Value:
    """A Value stays what it is; a plain number becomes a Value without parents."""
    if isinstance(number, Value):
        return number
    return Value(checks.number(number, "what a Value is combined with"))
