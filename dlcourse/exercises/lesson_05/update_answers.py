"""The pieces that the answers to exercise 5.8 are made of."""

from __future__ import annotations

TWO = "w_slope, b_slope = gradient(x, y, w, b)"


SETUP = """
import numpy as np

def gradient(x, y, w, b):
    errors = w * x + b - y
    return np.mean(2 * errors * x), np.mean(2 * errors)
"""


def lines(*each: str) -> str:
    """An `update` with these lines in it."""
    return "def update(x, y, w, b, learning_rate):\n" + "\n".join(f"    {line}" for line in each)


def with_gradient(*body: str) -> str:
    """A right `update` that calls a `gradient` with these lines in it."""
    inside = "\n".join(f"    {line}" for line in ("errors = w * x + b - y", *body))
    right = lines(TWO, "return w - learning_rate * w_slope, b - learning_rate * b_slope")
    return f"def gradient(x, y, w, b):\n{inside}\n\n{right}"
