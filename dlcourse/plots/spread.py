"""The runs of several experiments side by side: every value, the mean, and a baseline. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from dlcourse.colours import BLUE, GREY, MARKERS, VERMILLION
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.direct import per_cent
from dlcourse.plots.judged import is_share, seed_values

_INK = "#222222"
_STEP = 0.12  # between the marks of a row, so that equal values stay visible
_BETTER, _WORSE, _UNCLEAR = "better on every run", "worse on every run", "neither"
_LOOKS = {_BETTER: (BLUE, "^"), _WORSE: (VERMILLION, "v"), _UNCLEAR: (GREY, "o")}


def spread(
    results: Mapping[str, Any],
    *,
    measure: str,
    baseline: str | float | None = None,
    title: str = "",
    better: str = "higher",
) -> Picture:
    """Draw every run of several experiments as a mark in a row, its mean as a bar, and the baseline as a line.

    results: what to call each, and one value for each run (seed). measure: names the x axis; shares ("accuracy") are
    read in per cent. baseline: one of the names, whose mean becomes the line and whose runs the band, or a number.
    better: "higher" or "lower", which the axis says. Rows keep the order of `results`. Marks say which are better than
    all of the baseline's runs, worse than all of them, or neither. Raises ValueError for a baseline that is not there, empty values or NaN.
    """
    rows = {
        name: values.reshape(-1) for name, values in seed_values(results, "values, one for each run").items()
    }
    if better not in ("higher", "lower"):
        raise ValueError(f"better is {better!r}: 'higher' or 'lower' was expected")
    if isinstance(baseline, str) and baseline not in rows:
        raise ValueError(f"no row is called {baseline!r}: there are {', '.join(map(repr, rows))}")
    base = (
        rows[baseline]
        if isinstance(baseline, str)
        else None
        if baseline is None
        else np.array([float(baseline)])
    )
    kinds = {name: verdict(values, base, better) for name, values in rows.items() if name != baseline}
    figure, axes = picture(size=(8.0, 0.5 * len(rows) + 1.75))
    if base is not None:
        axes.axvline(base.mean(), color=_INK, linestyle="--", linewidth=1.3, zorder=1)
        axes.axvspan(base.min(), base.max(), color=GREY, alpha=0.18, linewidth=0, zorder=0)
    for place, (name, values) in enumerate(rows.items()):
        colour, marker = (
            (_INK, "D")
            if name == baseline
            else _LOOKS[kinds[name]]
            if base is not None
            else (BLUE, MARKERS[0])
        )
        heights = place + _STEP * (np.arange(len(values)) - (len(values) - 1) / 2) * min(1, 4 / len(values))
        axes.plot(values, heights, marker, color=colour, markersize=9, markeredgecolor="white",
                  markeredgewidth=0.7, linestyle="none", alpha=0.95, zorder=3)  # fmt: skip
        axes.plot([values.mean()] * 2, [place - 0.3, place + 0.3], color=_INK, linewidth=2, zorder=2)
    axes.set_yticks(range(len(rows)), list(rows), fontsize=11)
    axes.set_ylim(len(rows) - 0.45, -0.55)
    axes.grid(axis="x", color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)
    if is_share(measure):
        per_cent(axes.xaxis)
    arrow = "higher is better →" if better == "higher" else "← lower is better"
    axes.set_xlabel(f"{measure}, {arrow}\n(marks: single runs; bar: their mean{_line(baseline)})")
    axes.set_title(title, weight="bold", fontsize=12)
    if base is not None:
        _legend(figure, axes, set(kinds.values()))
    figure.alt_text = _in_words(rows, kinds, baseline, measure, title)
    return figure


def verdict(values: np.ndarray, base: np.ndarray | None, better: str) -> str:
    """Return whether all values are better than all of the baseline's, all worse, or neither."""
    if base is None:
        return _UNCLEAR
    sign = 1 if better == "higher" else -1
    if (sign * values).min() > (sign * base).max():
        return _BETTER
    return _WORSE if (sign * values).max() < (sign * base).min() else _UNCLEAR


def _line(baseline: str | float | None) -> str:
    """What the dashed line is, in words."""
    if baseline is None:
        return ""
    return (
        f"; dashed: the mean of “{baseline}”, grey: its runs"
        if isinstance(baseline, str)
        else "; dashed: the baseline"
    )


def _legend(figure: Picture, axes: Any, kinds: set[str]) -> None:
    for kind, (colour, marker) in _LOOKS.items():
        if kind in kinds:
            axes.plot([], [], marker, color=colour, markersize=9, linestyle="none", label=kind)
    handles, labels = axes.get_legend_handles_labels()
    figure.get_layout_engine().set(h_pad=0.1)
    figure.legend(
        handles, labels, loc="outside lower center", ncols=3, fontsize=11, frameon=False, handletextpad=0.3
    )


def _in_words(
    rows: Mapping[str, np.ndarray],
    kinds: Mapping[str, str],
    baseline: str | float | None,
    measure: str,
    title: str,
) -> str:
    whole = f"{title}. " if title else ""
    if baseline is None:
        return f"{whole}{measure.capitalize()} of every run, and the mean, of {', '.join(rows)}."
    than = f"“{baseline}”" if isinstance(baseline, str) else "the baseline"
    parts = [
        f"{kind} than all of {than}: {', '.join(name for name, one in kinds.items() if one == kind)}"
        if kind != _UNCLEAR
        else f"not clearly different: {', '.join(name for name, one in kinds.items() if one == kind)}"
        for kind in _LOOKS
        if kind in kinds.values()
    ]
    text = "; ".join(parts)
    return f"{whole}{measure.capitalize()} of every run. {text[:1].upper()}{text[1:]}."
