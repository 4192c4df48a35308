"""The birds that exercises 5.7 and 5.8 are tried on, their gradient, what its mistakes are made of, and how a message speaks."""

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


def from_errors(of_w: Callable, of_b: Callable) -> Callable:
    """A mistake: the two slopes computed from the errors and x in another way."""

    def behaviour(x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple:
        errors = w * x + b - y
        return of_w(errors, x), of_b(errors, x)

    return behaviour


def w_mean(errors: np.ndarray, x: np.ndarray) -> float:
    """The slope for w, rightly."""
    return np.mean(2 * errors * x)


def b_mean(errors: np.ndarray, x: np.ndarray) -> float:
    """The slope for b, rightly."""
    return np.mean(2 * errors)
