"""Learning curves: what a measure does from epoch to epoch on training and validation data. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import MaxNLocator

from dlcourse.colours import GREY, ROLES
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.direct import label_ends, per_cent
from dlcourse.plots.judged import is_share

_INK = "#222222"
_AT_ONCE = 3  # panels in a row
_STYLES = {"training": "-", "validation": (0, (4, 1.5))}


def learning_curves(
    runs: Any,
    metric: str = "loss",
    *,
    title: str = "",
    best: bool | int | Mapping[str, int] | None = None,
    compare: str | None = None,
) -> Picture:
    """Draw a measure by epoch: training solid, validation dashed; several runs as their mean in a band of all.

    runs: what `fit` returns, or its `history`; or a list of these, which are repetitions (seeds) of one experiment;
    or a mapping from names to any of these: a panel for each, all with the same axes. Runs that stopped earlier end
    earlier: from there on the others are drawn one by one. metric: "loss", "accuracy", ...; "val_loss" draws the
    validation alone. best: True marks the epoch with the best mean validation; a number, or one for each name,
    marks that epoch. compare: a name whose validation is repeated in all other panels, dotted.
    Raises ValueError if the metric is missing (naming those that are there), or has values that are no numbers.
    """
    panels = {name: _roles(histories, metric, name) for name, histories in _named(runs).items()}
    measure = metric.removeprefix("val_")
    if compare is not None and compare not in panels:
        raise ValueError(f"no run is called {compare!r}: there are {', '.join(map(repr, panels))}")
    columns = min(len(panels), _AT_ONCE)
    rows = -(-len(panels) // columns)
    one = len(panels) == 1
    size = (7.2, 4.3) if one else (min(3.4 * columns + 0.6, 9.0), 2.7 * rows + 1.0 + 0.35 / rows)
    figure, grid = picture(rows, columns, size=size, sharex=True, sharey=True, squeeze=False)
    for axes, (name, roles) in zip(grid.flat, panels.items(), strict=False):
        _panel(axes, roles)
        axes.grid(axis="y", color="#e3e3e3", linewidth=0.8)
        axes.set_axisbelow(True)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8 if one else 5, steps=[1, 2, 5, 10]))
        if is_share(measure):
            per_cent(axes.yaxis)
        if not one:
            axes.set_title(name, fontsize=11)
        if compare not in (None, name) and "validation" in panels[compare]:
            middle = _mean(panels[compare]["validation"])
            axes.plot(np.arange(1, len(middle) + 1), middle, color=_INK, linestyle=":", linewidth=1.5,
                      label=f"validation of “{compare}”")  # fmt: skip
    low, high = grid[0, 0].get_ylim()
    grid[0, 0].set_ylim(low, high)  # final, so that names and marks stand where they should
    for axes, (name, roles) in zip(grid.flat, panels.items(), strict=False):
        _mark_best(axes, roles, measure, best.get(name) if isinstance(best, Mapping) else best)
    many = max(len(repeated) for roles in panels.values() for repeated in roles.values())
    note = f"(line: the mean of {many} runs; shaded: all of them)" if many > 1 else ""
    _name_axes(grid, len(panels), measure, note)
    if one:
        (roles,) = panels.values()
        ends = [(float(_mean(values)[-1]), role, ROLES[role]) for role, values in roles.items()]
        label_ends(grid[0, 0], ends, height=3.2)
    else:
        _legend(figure, grid, note)
    figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = _in_words(panels, measure, title, many)
    return figure


def _named(runs: Any) -> dict[str, list[Mapping]]:
    """Every accepted form as a mapping from a name to the histories of its runs."""
    if hasattr(runs, "history") or isinstance(runs, Sequence) or _is_history(runs):
        return {"": _repeated(runs, "the runs")}
    if isinstance(runs, Mapping) and runs:
        return {str(name): _repeated(one, str(name)) for name, one in runs.items()}
    raise ValueError("nothing to draw: what `fit` returns was expected, or a list or mapping of these")


def _repeated(runs: Any, name: str) -> list[Mapping]:
    several = list(runs) if isinstance(runs, Sequence) else [runs]
    histories = [getattr(run, "history", run) for run in several]
    if not histories or not all(isinstance(history, Mapping) and history for history in histories):
        raise ValueError(
            f"{name}: what `fit` returns was expected (or its `history`), or a list of these; it is {type(runs).__name__}"
        )
    return histories


def _is_history(runs: Any) -> bool:
    return isinstance(runs, Mapping) and bool(runs) and all(_is_numbers(values) for values in runs.values())


def _is_numbers(values: Any) -> bool:
    return isinstance(values, Sequence | np.ndarray) and not any(
        isinstance(value, Mapping) or hasattr(value, "history") for value in values
    )


def _roles(histories: list[Mapping], metric: str, name: str) -> dict[str, list[np.ndarray]]:
    """The values of each run, for training and, where all runs have it, validation."""
    keys = (
        {"validation": metric}
        if metric.startswith("val_")
        else {"training": metric, "validation": f"val_{metric}"}
    )
    roles = {}
    for role, key in keys.items():
        if role == "validation" and key != metric and not all(key in history for history in histories):
            continue
        roles[role] = [_values(history, key, name) for history in histories]
    return roles


def _values(history: Mapping, key: str, name: str) -> np.ndarray:
    where = f"{name}: " if name else ""
    if key not in history:
        raise ValueError(f"{where}there is no {key!r} in the history: it has {', '.join(map(repr, history))}")
    values = np.asarray(history[key], dtype=float)
    if values.ndim != 1 or not len(values):
        raise ValueError(f"{where}{key!r} has shape {values.shape}: one number for each epoch was expected")
    if not np.isfinite(values).all():
        epoch = int(np.argmin(np.isfinite(values))) + 1
        raise ValueError(
            f"{where}{key!r} is no number from epoch {epoch} on (it is {values[epoch - 1]}): a learning rate that is too "
            "large is the usual cause"
        )
    return values


def _mean(repeated: list[np.ndarray]) -> np.ndarray:
    """The mean of all runs, as far as all of them go."""
    shortest = min(map(len, repeated))
    return np.mean([values[:shortest] for values in repeated], axis=0)


def _panel(axes: Any, roles: Mapping[str, list[np.ndarray]]) -> None:
    for role, repeated in roles.items():
        colour, style = ROLES[role], _STYLES[role]
        middle = _mean(repeated)
        epochs = np.arange(1, len(middle) + 1)
        marker = "o" if len(epochs) == 1 else None
        axes.plot(epochs, middle, color=colour, linestyle=style, marker=marker, label=role)
        if len(repeated) > 1:
            together = np.array([values[: len(middle)] for values in repeated])
            axes.fill_between(
                epochs, together.min(axis=0), together.max(axis=0), color=colour, alpha=0.2, linewidth=0
            )
        for values in repeated:
            if len(values) > len(middle):
                later = np.arange(len(middle), len(values) + 1)
                axes.plot(later, values[len(middle) - 1 :], color=colour, linestyle=style, linewidth=0.9, alpha=0.8)  # fmt: skip


def _mark_best(axes: Any, roles: Mapping, measure: str, best: bool | int | None) -> None:
    """A vertical line and a ring where validation was best, and the epoch's number."""
    if best is None or best is False or "validation" not in roles:
        return
    middle = _mean(roles["validation"])
    epoch = (
        int(middle.argmin() if _lower_is_better(measure) else middle.argmax()) + 1
        if best is True
        else int(best)
    )
    if not 1 <= epoch <= len(middle):
        raise ValueError(f"epoch {epoch} cannot be marked: there are {len(middle)}")
    axes.axvline(epoch, color=GREY, linewidth=1.2, linestyle=(0, (1, 1.5)))
    axes.plot(epoch, middle[epoch - 1], "o", markersize=10, markerfacecolor="none", markeredgecolor=_INK,
              markeredgewidth=1.6)  # fmt: skip
    right = epoch <= 0.6 * axes.get_xlim()[1]
    axes.annotate(
        f"best: epoch {epoch}" if best is True else f"epoch {epoch}", (epoch, 0.97), (5 if right else -5, 0),
        xycoords=("data", "axes fraction"), textcoords="offset points", ha="left" if right else "right", va="top", fontsize=11,
    )  # fmt: skip


def _lower_is_better(measure: str) -> bool:
    return not is_share(measure) and "auc" not in measure.lower()


def _name_axes(grid: Any, panels: int, measure: str, note: str) -> None:
    for axes in grid[:, 0]:
        axes.set_ylabel(measure)
    for axes in grid.flat[panels:]:
        axes.set_axis_off()
    for number, axes in enumerate(grid.flat[:panels]):
        lowest = number + grid.shape[1] >= panels
        axes.tick_params(labelbottom=lowest)
        if lowest:
            axes.set_xlabel(f"epoch\n{note}" if panels == 1 and note else "epoch")


def _legend(figure: Picture, grid: Any, note: str) -> None:
    found = {}
    for axes in grid.flat:
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    figure.get_layout_engine().set(h_pad=0.1)
    figure.legend(
        found.values(), found.keys(), loc="outside lower center", ncols=3, fontsize=11, frameon=False,
        title=note or None, title_fontsize=11,
    )  # fmt: skip


def _in_words(panels: Mapping[str, Mapping], measure: str, title: str, many: int) -> str:
    """Directions and gaps only where they are clear: runs differ in the last digits from one machine to the next."""
    of = f", the mean of {many} runs in the band of all" if many > 1 else ""
    alike: dict[str, list[str]] = {}
    for name, roles in panels.items():
        moves = " and ".join(f"{role} {_move(_mean(values))}" for role, values in roles.items())
        alike.setdefault(f"{moves}{_gap(roles)}", []).append(name)
    said = [
        f"{', '.join(names)}: {moves}" if names != [""] else f"{moves[0].upper()}{moves[1:]}"
        for moves, names in alike.items()
    ]
    return f"{f'{title}. ' if title else ''}{measure.capitalize()} by epoch{of}. {'. '.join(said)}."


def _move(middle: np.ndarray) -> str:
    """What a curve does from its first epoch to its last, in words that survive small changes."""
    size = max(abs(middle[0]), abs(middle[-1]), 1e-12)
    low, high = middle.min(), middle.max()
    if high - low < 0.03 * size:
        return "stays about level"
    back_up, back_down = middle[-1] - low, high - middle[-1]
    fallen, risen = middle[0] - low, high - middle[0]
    if fallen > 0.2 * (high - low) and back_up > 0.25 * (high - low):
        return "falls and then rises again"
    if risen > 0.2 * (high - low) and back_down > 0.25 * (high - low):
        return "rises and then falls again"
    return "falls" if middle[-1] < middle[0] else "rises"


def _gap(roles: Mapping[str, list[np.ndarray]]) -> str:
    """Which ends higher, if every run of one ends above every run of the other by a fifth of what is to be seen."""
    if len(roles) < 2:
        return ""
    lasts = {role: np.array([values[-1] for values in repeated]) for role, repeated in roles.items()}
    every = np.concatenate([values for repeated in roles.values() for values in repeated])
    room = 0.2 * (every.max() - every.min())
    if lasts["validation"].min() - lasts["training"].max() > room:
        return "; validation ends clearly above training"
    if lasts["training"].min() - lasts["validation"].max() > room:
        return "; validation ends clearly below training"
    return ""
