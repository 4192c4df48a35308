"""What exercises 6.2, 6.3 and 6.5 find defined: the class Node and `add`. Also random numbers for their checks."""

from __future__ import annotations

import numpy as np

NODE = """
import numpy as np

class Node:
    def __init__(self, data, parents=(), slopes=()):
        self.data = data
        self.parents = parents
        self.slopes = slopes
        self.gradient = 0.0

def add(a, b):
    return Node(a.data + b.data, parents=(a, b), slopes=(1.0, 1.0))
"""


def uniform(rng: np.random.Generator, count: int) -> list[tuple[float, ...]]:
    """Six tuples of `count` numbers between -2 and 2."""
    return [tuple(float(number) for number in rng.uniform(-2, 2, count)) for _ in range(6)]
