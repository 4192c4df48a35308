"""Computation graphs for tests: small ones by name, and random ones of every operation, with shared nodes."""

from __future__ import annotations

import numpy as np

from dlcourse.scratch import Value


def line() -> Value:
    """L = (w x + b - t) ** 2, every node named."""
    w, x, b, t = (Value(v, name) for v, name in ((2, "w"), (3, "x"), (1, "b"), (5, "t")))
    z = w * x
    y = z + b
    e = y - t
    loss = e**2
    for made, name in ((z, "z"), (y, "y"), (e, "e"), (loss, "L")):
        made.name = name
    return loss


def shared() -> Value:
    """y = x x + 2 x: x is used three times, twice by one node."""
    x = Value(3, "x")
    y = x * x + x * 2
    y.name = "y"
    return y


def network(units: int = 2) -> Value:
    """Two inputs, tanh units, one output, squared error."""
    rng = np.random.default_rng(0)
    inputs = [Value(1.0, "x1"), Value(-2.0, "x2")]
    out = None
    for unit in range(1, units + 1):
        weights = [Value(rng.normal(), f"w{unit}{k}") for k in (1, 2)]
        hidden = (weights[0] * inputs[0] + weights[1] * inputs[1]).tanh()
        hidden.name = f"h{unit}"
        share = Value(rng.normal(), f"v{unit}") * hidden
        out = share if out is None else out + share
    return (out - Value(1.0, "t")) ** 2


def far_reaching() -> Value:
    """A leaf that is used in every layer."""
    x = Value(0.5, "x")
    at = x
    for _ in range(4):
        at = at * x + x
    return at


def random_graph(seed: int, operations: int = 14) -> Value:
    """A graph of random operations on nodes made before, some of which are used often."""
    rng = np.random.default_rng(seed)
    made = [Value(float(rng.uniform(0.5, 2) * rng.choice((-1, 1))), f"x{k}") for k in range(3)]
    for _ in range(operations):
        a, b = (made[int(k)] for k in rng.integers(0, len(made), 2))
        kind = rng.integers(0, 12)
        if kind == 0:
            new = a.tanh()
        elif kind == 1:
            new = a.relu()
        elif kind == 2:
            new = a.sigmoid()
        elif kind == 3:
            new = (-(a.tanh())).exp()
        elif kind == 4:
            new = (a**2 + 1).log()
        elif kind == 5:
            new = a / (b**2 + 1)
        elif kind == 6:
            new = -a
        elif kind == 7:
            new = a - b
        elif kind == 8:
            new = a.tanh() ** 3
        elif kind == 9:
            new = a.tanh() * b.tanh()
        elif kind == 10:
            new = a.sigmoid() * 0.5
        else:
            new = a + b
        made.append(new)
    out = made[-1] + made[-2] * made[0].tanh()
    return out + made[-3]


SMALL = {
    "line": line,
    "shared": shared,
    "network": network,
    "far": far_reaching,
    "leaf": lambda: Value(2, "x"),
}
