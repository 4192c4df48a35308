"""What exercise 5.1 is tried on, the right answer, and how a message speaks of the errors."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Seen, show


def mean_squared_error(targets: np.ndarray, outputs: np.ndarray) -> float:
    """The reference of exercise 5.1."""
    return float(np.mean((outputs - targets) ** 2))


def mse_cases(rng: np.random.Generator) -> list[tuple]:
    """Two examples that anybody can do on paper; the errors cancel; one alone; all too high; a perfect network; any."""
    small = [
        (np.array([3.0, 5.0]), np.array([4.0, 2.0])),
        (np.array([1.0, 4.0, 3.0, 2.0]), np.array([3.0, 2.0, 3.0, 2.0])),
        (np.array([2.0]), np.array([-1.0])),
        (np.array([1.0, 2.0, 2.0]), np.array([2.0, 5.0, 2.0])),
        (np.array([2.0, 7.0, 1.0]), np.array([2.0, 7.0, 1.0])),
    ]
    return small + [(rng.normal(size=n).round(1), rng.normal(size=n).round(1)) for n in (3, 5, 8)]


def about(message: str) -> Callable[[Seen], str]:
    """A message with {errors}, outputs minus targets, beside what `Mistake` knows."""

    def text(seen: Seen) -> str:
        errors = show(np.asarray(seen.inputs["outputs"]) - np.asarray(seen.inputs["targets"]))
        inputs = f"`targets = {show(seen.inputs['targets'])}, outputs = {show(seen.inputs['outputs'])}`"
        return message.format(errors=errors, inputs=inputs, got=show(seen.got), expected=show(seen.expected))

    return text
