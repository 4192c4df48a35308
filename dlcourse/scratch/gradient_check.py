"""Gradients by trying: nudge every number a little and see what happens. Slow and sure, to test the fast way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.scratch import checks


def numerical_gradient(
    function: Callable[[np.ndarray], float], at: np.ndarray, h: float = 1e-5
) -> np.ndarray:
    """Return the slope of `function` (an array in, one number out) for every number of `at`, in the shape of `at`.

    Central differences, (f(x + h) - f(x - h)) / (2 h), whose error shrinks with h squared (M. Abramowitz, I. Stegun,
    "Handbook of Mathematical Functions", 25.3.21). Calls the function twice for every number; `at` stays as it is.
    """
    h = checks.number(h, "h")
    if not 0 < h < np.inf:
        raise ValueError(f"h must be a number above 0; got {h:g}")
    at = np.array(checks.floats(at, "at"), dtype=float)  # a copy; 64 bits, since h is lost in 32
    gradient = np.zeros_like(at)
    for place in np.ndindex(at.shape):  # (0, 0), (0, 1), ...: every place of the array, whatever its shape
        there = at[place]
        if there + h == there:
            raise ValueError(f"h is {h:g}, too small beside {there:g}: adding it changes nothing")
        at[place] = there + h
        above = checks.number(function(at.copy()), "what the function returns")
        at[place] = there - h
        below = checks.number(function(at.copy()), "what the function returns")
        at[place] = there
        gradient[place] = (above - below) / (2 * h)
    return gradient
