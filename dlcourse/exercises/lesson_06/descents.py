"""Descents of one neuron as exercise 6.6 asks for them, and as they go wrong."""

from __future__ import annotations

from collections.abc import Callable


def trained(x: float, target: float, w: float, b: float, rate: float, steps: int) -> tuple[float, float]:
    """The reference: descend the squared error of one neuron, each step with a fresh gradient."""
    return descent(x, target, w, b, rate, steps, lambda old, new, step: new)


def descent(
    x: float,
    target: float,
    w: float,
    b: float,
    rate: float,
    steps: int,
    keep_w: Callable[[float, float, int], float],
    keep_b: Callable[[float, float, int], float] | None = None,
) -> tuple[float, float]:
    """Descend where keep(old gradient, new gradient, step from 0) is what the step uses and the node then holds."""
    at_w = at_b = 0.0
    for step in range(steps):
        error = w * x + b - target
        at_w = keep_w(at_w, 2 * error * x, step)
        at_b = (keep_b or keep_w)(at_b, 2 * error, step)
        w, b = w - rate * at_w, b - rate * at_b
    return w, b


def piled(old: float, new: float, step: int) -> float:
    """Old and new add up."""
    return old + new


def fresh(old: float, new: float, step: int) -> float:
    """The new one alone."""
    return new


def behaviour(keep_w: Callable, keep_b: Callable | None = None) -> Callable[..., tuple[float, float]]:
    """Return `descent` with these two, as a function of the arguments alone."""
    return lambda *arguments: descent(*arguments, keep_w, keep_b)


def averaged(x, target, w, b, rate, steps):
    """Piled up, and each step divides by the number of steps so far."""
    at_w = at_b = 0.0
    for step in range(1, steps + 1):
        error = w * x + b - target
        at_w, at_b = at_w + 2 * error * x, at_b + 2 * error
        w, b = w - rate * at_w / step, b - rate * at_b / step
    return w, b


def step_for_number(x, target, w, b, rate, steps):
    """`=` where `-=` belongs."""
    for _ in range(steps):
        error = w * x + b - target
        w, b = rate * 2 * error * x, rate * 2 * error
    return w, b


def set_by_step(x, target, w, b, rate, steps):
    """`=` where `-=` belongs, and piled up."""
    at_w = at_b = 0.0
    for _ in range(steps):
        error = w * x + b - target
        at_w, at_b = at_w + 2 * error * x, at_b + 2 * error
        w, b = rate * at_w, rate * at_b
    return w, b


def b_by_w(x, target, w, b, rate, steps):
    """Both numbers use the gradient of w."""
    for _ in range(steps):
        at_w = 2 * (w * x + b - target) * x
        w, b = w - rate * at_w, b - rate * at_w
    return w, b


def begun_at_0(x, target, w, b, rate, steps):
    """w and b are set to 0 at the start of each step, and the gradients pile up."""
    return 2 * rate * steps * target * x, 2 * rate * steps * target


def emptied_midway(x, target, w, b, rate, steps):
    """w and b are set to 0 between loss and `backward`, and the gradients pile up."""
    at_w = at_b = 0.0
    for _ in range(steps):
        error = w * x + b - target
        at_w, at_b = at_w + 2 * error * x, at_b + 2 * error
        w, b = -rate * at_w, -rate * at_b
    return w, b


def rate_cut(x, target, w, b, rate, steps):
    """Piled up, and the rate halved after each step."""
    at_w = at_b = 0.0
    for _ in range(steps):
        error = w * x + b - target
        at_w, at_b = at_w + 2 * error * x, at_b + 2 * error
        w, b, rate = w - rate * at_w, b - rate * at_b, rate / 2
    return w, b


def cases(rng):
    """One after which nothing is left to do, one of a single step, random ones."""
    return [
        (2.0, 0.0, 1.0, 0.0, 0.1, 2),  # the first step lands on a loss of exactly 0
        (1.0, 1.0, 0.0, 0.0, 0.1, 1),
        *((*(float(n) for n in rng.uniform(-2, 2, 4)), 0.05, int(steps)) for steps in (2, 3, 4, 6, 9)),
    ]


def last_gradient(x, target, w, b, rate, steps):
    """The gradients that the last step used."""
    w, b = trained(x, target, w, b, rate, steps - 1)
    error = w * x + b - target
    return 2 * error * x, 2 * error


def late(x, target, w, b, rate, steps):
    """Each step uses the gradient of the loss before."""
    at_w = at_b = 0.0
    for _ in range(steps):
        error = w * x + b - target
        w, b = w - rate * at_w, b - rate * at_b
        at_w, at_b = 2 * error * x, 2 * error
    return w, b
