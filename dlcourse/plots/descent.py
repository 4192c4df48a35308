"""Pictures of descent: paths on a curve, paths on the contours of a loss, training curves. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullFormatter

from dlcourse.colours import CLASSES, GREY, MARKERS, ROLES
from dlcourse.plots.base import Picture, picture

_INK = "#222222"
_STYLES = ("-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)))


def slope(
    loss: Callable[[np.ndarray], np.ndarray],
    places: Sequence[float],
    *,
    span: tuple[float, float] = (-5, 5),
    nudge: float = 1e-4,
    name: str = "w",
    title: str = "The slope is how steep the curve is at one place",
) -> Picture:
    """Draw a loss of one weight and the straight line that touches it at each of `places`, with its slope.

    loss: takes an array of weights, returns an array of losses. The slopes are measured by a nudge to both sides.
    """
    figure, axes = picture(size=(6.8, 4.2))
    w = np.linspace(*span, 400)
    curve = _losses_along(loss, w)
    low, high = float(curve.min()), float(curve.max())
    axes.plot(w, curve, color=_INK, label="loss")
    said = []
    for number, place in enumerate(places):
        here, rise = float(loss(place)), float((loss(place + nudge) - loss(place - nudge)) / (2 * nudge))
        reach = (span[1] - span[0]) * 0.13
        ends = np.array([place - reach, place + reach])
        colour = CLASSES[number % len(CLASSES)]
        axes.plot(
            ends, here + rise * (ends - place), color=colour, linestyle=_STYLES[number % 4], linewidth=2.5
        )
        axes.plot(place, here, MARKERS[number], color=colour, markersize=9, zorder=5)
        side = "left" if rise >= 0 else "right"  # on the outer side of the curve there is room
        text, level = f"slope {_number(rise)}", abs(rise) < 1e-6
        axes.annotate(
            text, (place, here), (0, -10) if level else (-14 if side == "left" else 14, -3),
            textcoords="offset points", ha="center" if level else "right" if side == "left" else "left", va="top",
        )  # fmt: skip
        said.append(f"at {name} = {_number(place)} it is {_number(rise)}")
    axes.set(xlabel=name, ylabel="loss", title=title, ylim=(low - 0.12 * (high - low), high))
    figure.alt_text = f"A loss curve with the line that touches it. The slope: {'; '.join(said)}."
    return figure


def descent(
    loss: Callable[[np.ndarray], np.ndarray],
    paths: Mapping[Any, Sequence[float]],
    *,
    span: tuple[float, float] | None = None,
    names: str = "learning rate {}",
    weight: str = "w",
    title: str = "",
) -> Picture:
    """Draw a loss of one weight, and in a panel for each path the places it went through.

    loss: takes an array of weights, returns an array of losses. paths: what to call each (put into `names`), and its
    weights from the start on. span: the part of the curve to show; a path that leaves it is cut there, and said so.
    """
    columns = len(paths) if len(paths) <= 3 else 2
    rows = -(-len(paths) // columns)
    size = (2.8 * max(columns, 2) + 0.6, 3.2 * rows + 0.5)
    figure, grid = picture(rows, columns, size=size, sharex=True, sharey=True, squeeze=False)
    span = span or _span(paths.values())
    w = np.linspace(*span, 400)
    curve = _losses_along(loss, w)
    top = float(curve.max())
    said = []
    for number, (axes, (name, path)) in enumerate(zip(grid.flat, paths.items(), strict=False)):
        path = np.asarray(path, dtype=float)
        inside = (path >= span[0]) & (path <= span[1])
        left_at = len(path) if inside.all() else int(np.argmin(inside))
        shown = path[: left_at + 1]  # and the first place outside, so that the line leads there
        colour = CLASSES[number % len(CLASSES)]
        axes.plot(w, curve, color=GREY, linewidth=1.5)
        axes.plot(shown, _losses_along(loss, shown), linestyle="-", marker=MARKERS[number % len(MARKERS)],
                  color=colour, markersize=6, linewidth=1.2)  # fmt: skip
        axes.plot(shown[:1], _losses_along(loss, shown[:1]), "o", markersize=12, markerfacecolor="none",
                  markeredgecolor=_INK)  # fmt: skip
        label = names.format(name)
        left = "" if inside.all() else f"\nleaves the picture at step {left_at}"
        axes.set_title(label + left, fontsize=11)
        where = f"leaves the picture at step {left_at}" if left else f"ends at {_number(path[-1])}"
        said.append(f"{label} {where}")
    for axes in grid.flat[len(paths) :]:
        axes.set_axis_off()
    for axes in grid[-1]:
        axes.set_xlabel(weight)
    for axes in grid[:, 0]:
        axes.set_ylabel("loss")
    grid[0, 0].set(xlim=span, ylim=(min(0.0, float(curve.min())) - 0.03 * top, top * 1.05))
    figure.suptitle(title)
    start = np.asarray(next(iter(paths.values())), dtype=float)[0]
    figure.alt_text = f"Paths down a loss curve from {weight} = {_number(start)} (ringed): {'; '.join(said)}."
    return figure


def contours(
    loss: Callable[[float, float], float],
    paths: Mapping[Any, Sequence[Sequence[float]]],
    *,
    span: tuple[tuple[float, float], tuple[float, float]] | None = None,
    names: tuple[str, str] = ("w", "b"),
    target: Sequence[float] | None = None,
    title: str = "",
    points: int = 60,
) -> Picture:
    """Draw a loss of two numbers as lines of equal height, and the paths on it.

    loss: takes the two numbers, returns one. paths: what to call each, and its places, shape (steps + 1, 2).
    span: (from, to) for either number. target: the lowest place, marked by a star if it is given.
    """
    every = np.concatenate([np.asarray(path, dtype=float) for path in paths.values()])
    span = span or tuple(_widened(every[:, i].min(), every[:, i].max()) for i in (0, 1))
    one, two = np.linspace(*span[0], points), np.linspace(*span[1], points)
    heights = np.array([[float(loss(a, b)) for a in one] for b in two])
    figure, axes = picture(size=(7.0, 5.0))
    low, high = float(heights.min()), float(heights.max())
    levels = low + (high - low) * np.linspace(0.02, 1, 12) ** 2  # closer together near the bottom
    axes.contourf(one, two, heights, levels=[low - 1e-9, *levels], cmap="cividis", alpha=0.25)
    axes.contour(one, two, heights, levels=levels, colors=GREY, linewidths=0.8)
    for number, (name, path) in enumerate(paths.items()):
        path = np.asarray(path, dtype=float)
        axes.plot(*path.T, linestyle=_STYLES[number % len(_STYLES)], marker=MARKERS[number % len(MARKERS)],
                  color=CLASSES[number % len(CLASSES)], markersize=4.5, linewidth=1.5, label=str(name))  # fmt: skip
    start = np.asarray(next(iter(paths.values())), dtype=float)[0]
    axes.plot(
        *start,
        "o",
        markersize=13,
        markerfacecolor="none",
        markeredgecolor=_INK,
        label="start",
        linestyle="none",
    )
    if target is not None:
        axes.plot(*target, "*", markersize=17, color="white", markeredgecolor=_INK, zorder=6, linestyle="none",
                  label="lowest place")  # fmt: skip
    axes.set(xlabel=names[0], ylabel=names[1], title=title, xlim=span[0], ylim=span[1])
    _legend(figure, axes)
    steps = "; ".join(f"{name}: {len(path) - 1} steps" for name, path in paths.items())
    figure.alt_text = (
        f"Paths on the contour lines of a loss over {names[0]} and {names[1]} ({steps}). {title}."
    )
    return figure


def losses(
    curves: Mapping[str, Any],
    *,
    at: Mapping[str, Sequence[float]] | Sequence[float] | None = None,
    title: str = "",
    x: str = "update",
    y: str = "loss",
    log: bool = False,
    roles: bool = False,
    span: tuple[float | None, float | None] = (None, None),
) -> Picture:
    """Draw training curves: a line for one run; for several the middle one, in a band from the lowest to the highest.

    curves: what to call each, and its values (values,) or runs of equal length (runs, values).
    at: where along x each value belongs: one row for all, or one for each name; without it 1, 2, 3, ...
    log: a logarithmic y axis. roles: "training", "validation" and "test" in a name choose the course's colours for
    them. span: lowest and highest y to show. The title is the message, and goes into the alternative text.
    """
    figure, axes = picture(size=(7.2, 4.6))
    runs_seen = set()
    for number, (name, values) in enumerate(curves.items()):
        runs = np.atleast_2d(np.asarray(values, dtype=float))
        where = at.get(name) if isinstance(at, Mapping) else at
        where = np.arange(1, runs.shape[1] + 1) if where is None else np.asarray(where, dtype=float)
        if len(where) != runs.shape[1]:
            raise ValueError(f"{name}: {runs.shape[1]} values, but {len(where)} places along x")
        role = next((role for role in ("validation", "training", "test") if roles and role in name), None)
        colour = ROLES[role] if role else CLASSES[number % len(CLASSES)]
        style = _STYLES[number % len(_STYLES)]
        axes.plot(where, np.median(runs, axis=0), color=colour, linestyle=style, label=name)
        if len(runs) > 1:
            axes.fill_between(
                where, runs.min(axis=0), runs.max(axis=0), color=colour, alpha=0.18, linewidth=0
            )
        runs_seen.add(len(runs))
    most = max(runs_seen)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    if log:
        _logarithmic(axes)
    axes.set(xlabel=x, ylabel=f"{y} (logarithmic scale)" if log else y, title=title, ylim=span)
    if most > 1:
        axes.set_xlabel(f"{x}\n(line: the middle of {most} runs; shaded: all of them)")
    _legend(figure, axes)
    band = f", the middle one of {most} runs in the band of all of them" if most > 1 else ""
    figure.alt_text = f"{y.capitalize()} by {x} for {', '.join(curves)}{band}. {title}."
    return figure


def _logarithmic(axes: Any) -> None:
    """A logarithmic y axis with plain numbers, 0.05 and not 5 x 10^-2; with 1, 2, 5 if there are few powers of ten."""
    axes.set_yscale("log")
    low, high = axes.get_ylim()
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5) if high / low < 300 else (1,)))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:,g}" if value < 1e6 else f"{value:.0e}")
    )
    axes.yaxis.set_minor_formatter(NullFormatter())


def _losses_along(loss: Callable, w: np.ndarray) -> np.ndarray:
    """The losses at each w, also for a loss that takes one number at a time."""
    try:
        values = np.asarray(loss(w), dtype=float)
    except (TypeError, ValueError):
        values = np.empty(0)
    return values if values.shape == w.shape else np.array([float(loss(one)) for one in w])


def _span(paths: Any) -> tuple[float, float]:
    """Wide enough for the start and for what lies opposite."""
    start = max(abs(float(np.asarray(path, dtype=float)[0])) for path in paths) or 1.0
    return -1.5 * start, 1.5 * start


def _widened(low: float, high: float) -> tuple[float, float]:
    margin = 0.15 * ((high - low) or 1.0)
    return low - margin, high + margin


def _number(value: float) -> str:
    """At most three digits, so that the text is the same on every machine."""
    return f"{round(float(value), 2) + 0.0:.3g}".replace("-", "−")


def _legend(figure: Picture, axes: Any) -> None:
    figure.get_layout_engine().set(h_pad=0.1)
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(
        handles, labels, loc="outside lower center", ncols=4, fontsize=11, frameon=False, handletextpad=0.4
    )
