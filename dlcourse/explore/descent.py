"""The explorer of descent: loss, optimiser and its settings as traits, and `descent(...)`, which opens it. Drawn by descent.js."""

from __future__ import annotations

from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.surfaces import OPTIMIZERS, SURFACES, roll
from dlcourse.explore.values import known_name, one_number, positive, shortly

MOST = 500  # steps; descent.js says the same
SURFACE_SPELLINGS = {"ravine": "valley", "narrow_valley": "valley", "round_bowl": "bowl", "curve": "parabola"}
OPTIMIZER_SPELLINGS = {"sgd_with_momentum": "momentum", "rms_prop": "rmsprop"}


def _surface(value: Any) -> str:
    return known_name(value, "surface", SURFACES, SURFACE_SPELLINGS)


def _optimizer(value: Any) -> str:
    return known_name(value, "optimizer", OPTIMIZERS, OPTIMIZER_SPELLINGS)


def _momentum(value: Any) -> float:
    found = one_number(value, "momentum", 0, 1)
    if found == 1:
        raise ValueError("momentum must be below 1: at 1 the ball would never slow down")
    return found


def _whole(value: Any, name: str, most: int) -> int:
    found = one_number(value, name, 0, most)
    if found != int(found):
        raise ValueError(f"{name} must be a whole number from 0 to {most}, got {shortly(value)}")
    return int(found)


def _start(value: Any, surface: str) -> list[float]:
    """Return `value` as a place in that surface's picture. Raises ValueError that says where it must lie and what was got."""
    ranges = SURFACES[surface].range
    wanted = " and ".join(f"from {low:g} to {high:g}" for low, high in ranges)
    count = "one number" if len(ranges) == 1 else "two numbers,"
    try:
        found = np.asarray(value, dtype=float).ravel()
    except (TypeError, ValueError):
        found = np.array([])
    good = len(found) == len(ranges) and all(
        low <= v <= high for v, (low, high) in zip(found, ranges, strict=True)
    )
    if not good or isinstance(value, str | bytes | bool):
        raise ValueError(f"start must be {count} {wanted}, on the surface {surface}; got {shortly(value)}")
    return found.tolist()


class DescentExplorer(Explorer):
    """A ball on a loss of one weight or two, moved by an optimiser.

    `surface`, `optimizer`, `learning_rate`, `momentum` (used by the optimiser "momentum" alone), `start`, `noise` (spread of
    the noise added to each gradient), `seed`, `steps` (made so far) and `speed` (steps a second while playing) follow the
    hand and can be set. The path is a function of them: change the learning rate, and all steps are made anew with it.
    """

    file = "descent.js"

    surface = Setting("valley").tag(sync=True, shown=True)
    optimizer = Setting("sgd").tag(sync=True, shown=True)
    learning_rate = Setting(0.1).tag(sync=True, shown=True)
    momentum = Setting(0.9).tag(sync=True, shown=True)
    start = Setting([-5.0, 2.0]).tag(sync=True, shown=True)
    noise = Setting(0.0).tag(sync=True, shown=True)
    seed = Setting(0).tag(sync=True, shown=True)
    steps = Setting(0).tag(sync=True, shown=True)
    speed = Setting(10.0).tag(sync=True, shown=True)

    @t.validate("surface")
    def _a_surface(self, proposal: Any) -> str:
        return _surface(proposal["value"])

    @t.validate("optimizer")
    def _an_optimizer(self, proposal: Any) -> str:
        return _optimizer(proposal["value"])

    @t.validate("learning_rate", "speed")
    def _above_zero(self, proposal: Any) -> float:
        return positive(proposal["value"], proposal["trait"].name)

    @t.validate("momentum")
    def _a_momentum(self, proposal: Any) -> float:
        return _momentum(proposal["value"])

    @t.validate("noise")
    def _a_spread(self, proposal: Any) -> float:
        return one_number(proposal["value"], "noise", 0, 100)

    @t.validate("seed")
    def _a_seed(self, proposal: Any) -> int:
        return _whole(proposal["value"], "seed", 2**31 - 1)

    @t.validate("steps")
    def _a_count(self, proposal: Any) -> int:
        return _whole(proposal["value"], "steps", MOST)

    @t.validate("start")
    def _a_place(self, proposal: Any) -> list[float]:
        return _start(proposal["value"], _surface(self.surface))

    @t.observe("surface")
    def _begin_where_it_fits(self, change: Any) -> None:
        try:
            _start(self.start, self.surface)
        except ValueError:
            self.start = list(SURFACES[self.surface].start)

    def _rolled(self) -> tuple[np.ndarray, bool]:
        return roll(
            self.surface,
            self.optimizer,
            self.learning_rate,
            self.momentum,
            self.start,
            self.steps,
            self.noise,
            self.seed,
        )

    @property
    def path(self) -> np.ndarray:
        """Where the ball was, shape (steps + 1, weights), the start first; shorter if it was lost. By dlcourse.scratch."""
        return self._rolled()[0]

    @property
    def losses(self) -> np.ndarray:
        """The loss at each place of `path`, shape (steps + 1,)."""
        with np.errstate(over="ignore"):  # a ball that is lost
            return np.array([float(SURFACES[self.surface].loss(w)) for w in self.path])

    @property
    def position(self) -> np.ndarray:
        """Where the ball is, shape (weights,)."""
        return self.path[-1]

    @property
    def loss(self) -> float:
        """The loss where the ball is."""
        return float(self.losses[-1])

    @property
    def gradient(self) -> np.ndarray:
        """The gradient where the ball is, without noise, shape (weights,)."""
        return SURFACES[self.surface].gradient(self.position)

    @property
    def lost(self) -> bool:
        """Whether the ball is so far outside the picture that it was given up: the learning rate is too large."""
        return self._rolled()[1]

    def alt_text(self) -> str:
        """Say which loss it is, what moves the ball, and where it got to."""
        path, lost = self._rolled()
        with_momentum = f" and momentum {self.momentum:.3g}" if self.optimizer == "momentum" else ""
        got = (
            f"the ball left the picture within {len(path) - 1} steps"
            if lost
            else f"after {self.steps} {'step' if self.steps == 1 else 'steps'} the loss is {self.loss:.3g}"
        )
        return (
            f"A ball on a {SURFACES[self.surface].label}, moved by {self.optimizer} with the learning rate "
            f"{self.learning_rate:.3g}{with_momentum}, and the path it took: {got}."
        )

    def __repr__(self) -> str:
        return (
            f"DescentExplorer({self.surface}, {self.optimizer}, learning_rate={self.learning_rate:.4g}, "
            f"steps={len(self.path) - 1}, loss={self.loss:.4g}{', lost' if self.lost else ''})"
        )


def descent(
    surface: Any = "valley",
    optimizer: Any = "sgd",
    learning_rate: Any = 0.1,
    momentum: Any = None,
    start: Any = None,
    steps: Any = 0,
    noise: Any = 0.0,
    seed: Any = 0,
    speed: Any = 10,
) -> DescentExplorer:
    """Open the explorer of descent: a ball on a loss surface, moved by an optimiser step by step.

    `surface`: parabola or two_dips (one weight: a curve), bowl, valley, saddle or two_minima (two weights: contour lines).
    `optimizer`: sgd, momentum, rmsprop or adam; formulas and defaults as in Keras 3. `learning_rate`: above 0. `momentum`:
    from 0 to below 1; given with "sgd" it means "momentum", as `SGD(momentum=...)` does in Keras. `start`: one number or two,
    inside the picture. `steps`: already made when it opens, up to 500. `noise`: the spread of normal noise added to each
    gradient, as a mini-batch's differs from the whole set's; `seed` chooses which. `speed`: steps a second while playing.

    Raises ValueError that names what was got when an argument is none of this. `.path`, `.losses`, `.position`, `.loss`,
    `.gradient` and `.lost` of the object returned can be read; everything above can be set.
    """
    name, by = _surface(surface), _optimizer(optimizer)
    rolling = 0.9 if momentum is None else _momentum(momentum)
    if by == "sgd" and momentum is not None and rolling > 0:
        by = "momentum"
    return DescentExplorer(
        surface=name,
        optimizer=by,
        learning_rate=positive(learning_rate, "learning_rate"),
        momentum=rolling,
        start=list(SURFACES[name].start) if start is None else _start(start, name),
        noise=one_number(noise, "noise", 0, 100),
        seed=_whole(seed, "seed", 2**31 - 1),
        steps=_whole(steps, "steps", MOST),
        speed=positive(speed, "speed"),
    )
