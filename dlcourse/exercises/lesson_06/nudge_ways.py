"""Wrong ways to nudge, as functions like the `nudged_gradient` of exercise 6.7, and what they are put together from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def each_by(slope: Callable[[Callable, np.ndarray, tuple, float], float]) -> Callable:
    """A wrong `nudged_gradient` that has this number in every place."""

    def behaviour(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
        return np.array([slope(f, w, place, h) for place in np.ndindex(w.shape)]).reshape(w.shape)

    return behaviour


def moved(f: Callable, w: np.ndarray, place: tuple, by: float) -> float:
    """f where one number of w has moved by this much."""
    other = w.copy()
    other[place] += by
    return f(other)


def not_undone(moves: tuple[float, ...], divisor: float) -> Callable:
    """w is moved by these multiples of h and stays where it ends; f is asked after the first two."""

    def behaviour(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
        slopes = np.zeros_like(w)
        for place in np.ndindex(w.shape):
            w[place] += moves[0] * h
            first = f(w)
            w[place] += moves[1] * h
            second = f(w)
            slopes[place] = (first - second) / (divisor * h)
        return slopes

    return behaviour


def up_and_away(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """One-sided, and the nudge stays in w."""
    slopes = np.zeros_like(w)
    for place in np.ndindex(w.shape):
        before = f(w)
        w[place] += h
        slopes[place] = (f(w) - before) / h
    return slopes


def back_for_down(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """Up by h, "down" by h, which is only back, and once more up."""
    return up_and_away(f, w, h) / 2


def all_at_once(f: Callable, w: np.ndarray, h: float) -> float:
    """All of w is nudged together."""
    return (f(w + h) - f(w - h)) / (2 * h)


def kept_copies(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """Both copies are made once, so that old nudges stay in them."""
    up, down, slopes = w.copy(), w.copy(), np.zeros_like(w)
    for place in np.ndindex(w.shape):
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


def first_only(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """`return` stands inside the loop."""
    slopes = np.zeros_like(w)
    place = (0,) * w.ndim
    slopes[place] = (moved(f, w, place, h) - moved(f, w, place, -h)) / (2 * h)
    return slopes


def last_only(f: Callable, w: np.ndarray, h: float) -> float:
    """`slopes = ...` in place of `slopes[place] = ...`."""
    place = tuple(size - 1 for size in w.shape)
    return (moved(f, w, place, h) - moved(f, w, place, -h)) / (2 * h)


def times(f: Callable, w: np.ndarray, place: tuple, by: float) -> float:
    """f where one number of w is multiplied."""
    other = w.copy()
    other[place] *= by
    return f(other)


def put(f: Callable, w: np.ndarray, place: tuple, to: float) -> float:
    """f where one number of w is replaced."""
    other = w.copy()
    other[place] = to
    return f(other)


def whole_rows(f: Callable, w: np.ndarray, h: float) -> np.ndarray:
    """Only the first axis is gone through: whole rows are nudged."""
    slopes = np.zeros_like(w)
    for i in range(len(w)):
        slopes[i] = (moved(f, w, (i,), h) - moved(f, w, (i,), -h)) / (2 * h)
    return slopes
