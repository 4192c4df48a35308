"""Learning curves: what a measure does from epoch to epoch on training and validation data. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.ticker import MaxNLocator

from dlcourse.colours import GREY, ROLES
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.direct import label_ends, per_cent
from dlcourse.plots.histories import in_words, mean, named, roles_of
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
    panels = {name: roles_of(histories, metric, name) for name, histories in named(runs).items()}
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
        if name:
            axes.set_title(name, fontsize=11)
        if compare not in (None, name) and "validation" in panels[compare]:
            middle = mean(panels[compare]["validation"])
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
        ends = [(float(mean(values)[-1]), role, ROLES[role]) for role, values in roles.items()]
        label_ends(grid[0, 0], ends, height=3.2)
    else:
        _legend(figure, grid, note)
    figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = in_words(panels, measure, title, many)
    return figure


def _panel(axes: Any, roles: Mapping[str, list[np.ndarray]]) -> None:
    for role, repeated in roles.items():
        colour, style = ROLES[role], _STYLES[role]
        middle = mean(repeated)
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
    middle = mean(roles["validation"])
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
