"""What lesson 6 asks for, function by function, so that it can go on where an exercise is still open. No classes of layers.

`Node`, `add`, `multiply`, `tanh` and `send_back` are an engine for single numbers; `Value` is the same with operators.
`logit_blame`, `layer_back` and `gradients` are the same rules for arrays; `Dense` and `Network` are built from them.
Throughout, `dw` stands for the gradient of the loss with respect to `w`: an array of the shape of `w`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np


class Node:
    """A number that remembers which numbers it was made from, and how fast it grows when each of them does."""

    def __init__(self, data: float, parents: Sequence[Node] = (), slopes: Sequence[float] = ()) -> None:
        self.data = data
        self.parents = parents
        self.slopes = slopes
        self.gradient = 0.0


def add(a: Node, b: Node) -> Node:
    """The sum. It grows as fast as either of its parents."""
    return Node(a.data + b.data, parents=(a, b), slopes=(1.0, 1.0))


def multiply(a: Node, b: Node) -> Node:
    """The product. One more of `a` is one more `b`, and the other way round."""
    return Node(a.data * b.data, parents=(a, b), slopes=(b.data, a.data))


def tanh(a: Node) -> Node:
    """The hyperbolic tangent; its slope is 1 minus its own value squared."""
    value = float(np.tanh(a.data))
    return Node(value, parents=(a,), slopes=(1 - value**2,))


def send_back(nodes: Sequence[Node]) -> None:
    """Fill in every gradient. `nodes`: parents before children, the loss last."""
    nodes[-1].gradient = 1.0
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.gradient += slope * node.gradient


def nudged_gradient(f: Callable[[np.ndarray], float], w: np.ndarray, h: float) -> np.ndarray:
    """The slope of `f` for each number of `w` by central differences: nudge it up by h, down by h, and compare."""
    slopes = np.zeros_like(w)
    for place in np.ndindex(w.shape):
        kept = w[place]
        w[place] = kept + h
        up = f(w)
        w[place] = kept - h
        down = f(w)
        w[place] = kept
        slopes[place] = (up - down) / (2 * h)
    return slopes


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities from logits, (n, classes): row by row, shifted so that nothing overflows."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def logit_blame(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of the mean cross-entropy for the logits. p, y: (n, classes), probabilities and one-hot targets."""
    return (p - y) / len(p)


def layer_back(x: np.ndarray, w: np.ndarray, blame: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Send the blame of `x @ w + b` back. x: (n, inputs), w: (inputs, units), blame: (n, units). Return dw, db, dx."""
    return x.T @ blame, blame.sum(axis=0), blame @ w.T


def forward(
    x: np.ndarray, w1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A hidden layer with ReLU and an output layer with softmax: return z and h, (n, units), and p, (n, classes)."""
    z = x @ w1 + b1
    h = np.maximum(z, 0)
    return z, h, softmax(h @ w2 + b2)


def gradients(
    x: np.ndarray, y: np.ndarray, w1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The gradients of the mean cross-entropy of that network: return dw1, db1, dw2, db2."""
    z, h, p = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = layer_back(h, w2, logit_blame(p, y))
    dw1, db1, _ = layer_back(x, w1, dh * (z > 0))
    return dw1, db1, dw2, db2


def loss(x: np.ndarray, y: np.ndarray, *parameters: np.ndarray) -> float:
    """The mean cross-entropy of that network with the parameters w1, b1, w2, b2."""
    p = forward(x, *parameters)[2]
    return float(-np.log((p * y).sum(axis=1)).mean())


def random_network(
    seed: int, *, n: int, inputs: int, hidden: int, classes: int
) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Random examples x, (n, inputs), one-hot targets y, (n, classes), and parameters [w1, b1, w2, b2] to test on."""
    random = np.random.default_rng(seed)
    y = np.eye(classes)[random.integers(0, classes, n)]
    sizes = (inputs, hidden), (hidden,), (hidden, classes), (classes,)
    spread = 1 / np.sqrt(inputs)  # so that no probability is 0 or 1
    return random.normal(size=(n, inputs)), y, [spread * random.normal(size=size) for size in sizes]
