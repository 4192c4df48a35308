"""The birds that exercises 5.7 and 5.8 are tried on, their gradient, and how a message speaks of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Seen, show

Two = tuple[float, float]


def gradient(x: np.ndarray, y: np.ndarray, w: float, b: float) -> Two:
    """The reference of exercise 5.7: the slopes of the mean squared error of `w * x + b`."""
    errors = w * x + b - y
    return float(np.mean(2 * errors * x)), float(np.mean(2 * errors))


def gradient_cases(rng: np.random.Generator) -> list[tuple]:
    """Two birds for paper; three with a bias; one alone; a perfect neuron; then any."""
    small = [
        (np.array([1.0, 3.0]), np.array([2.0, 4.0]), 2.0, 0.0),
        (np.array([1.0, 2.0, 4.0]), np.array([3.0, 3.0, 3.0]), 1.0, 0.5),
        (np.array([2.0]), np.array([1.0]), 3.0, -1.0),
        (np.array([1.0, 2.0]), np.array([3.0, 5.0]), 2.0, 1.0),
    ]
    return small + [
        (
            rng.normal(size=n).round(1),
            rng.normal(size=n).round(1),
            float(rng.integers(-3, 4)) + 0.5,
            float(rng.integers(1, 4)) / 2,
        )
        for n in (3, 5, 8)
    ]


def about(text: str) -> Callable[[Seen], str]:
    """A message that may name {inputs}, {errors}, {got} and {expected}."""

    def message(seen: Seen) -> str:
        given = seen.inputs
        inputs = ", ".join(f"{name} = {show(value)}" for name, value in given.items())
        return text.format(
            inputs=f"`{inputs}`",
            errors=show(given["w"] * given["x"] + given["b"] - given["y"]),
            got=show(seen.got),
            expected=show(seen.expected),
            count=len(given["x"]),
        )

    return message
