"""How models do with more and more data, and where one overtakes another. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import NullLocator

from dlcourse.colours import CLASSES, MARKERS
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.direct import label_ends, per_cent
from dlcourse.plots.judged import is_share, seed_values

_STYLES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2)), (0, (1, 1)), (0, (3, 3)))


def crossover(
    sizes: Sequence[int],
    results: Mapping[str, Any],
    *,
    measure: str = "test accuracy",
    title: str = "",
    x: str = "training examples",
) -> Picture:
    """Draw a measure by the number of training examples (logarithmic), a line for each model, in a band of all its runs.

    sizes: numbers of examples, rising. results: what to call each model, and its values, shape (len(sizes), runs), or
    (len(sizes),) for one run. measure: names the y axis; shares ("accuracy") are read in per cent. More is better.
    Raises ValueError for shapes that do not fit, NaN, or sizes that do not rise.
    """
    sizes = np.asarray(sizes, dtype=float)
    if sizes.ndim != 1 or not len(sizes) or (sizes <= 0).any() or (np.diff(sizes) <= 0).any():
        raise ValueError(
            f"the sizes are {sizes.tolist()}: numbers of examples above 0, rising, were expected"
        )
    models = {name: _rows(values, sizes, name) for name, values in seed_values(results, "values").items()}
    figure, axes = picture(size=(8.2, 4.9))
    for number, (name, runs) in enumerate(models.items()):
        colour, k = CLASSES[number % len(CLASSES)], number % len(MARKERS)
        axes.plot(
            sizes,
            runs.mean(axis=1),
            color=colour,
            linestyle=_STYLES[k],
            marker=MARKERS[k],
            markersize=7,
            label=name,
        )
        if runs.shape[1] > 1:
            axes.fill_between(
                sizes, runs.min(axis=1), runs.max(axis=1), color=colour, alpha=0.17, linewidth=0
            )
    many = max(runs.shape[1] for runs in models.values())
    note = f"\n(line: the mean of {many} runs; shaded: all of them)" if many > 1 else ""
    axes.set_xscale("log")
    axes.set_xticks(sizes, [f"{size:,.0f}" for size in sizes])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set(xlabel=f"{x}, logarithmic scale{note}", ylabel=measure)
    axes.grid(axis="y", color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)
    if is_share(measure):
        per_cent(axes.yaxis)
    if len(sizes) > 1:
        axes.set_xlim(sizes[0] * 0.93, sizes[-1] * 1.07)
    axes.set_ylim(*axes.get_ylim())  # final, so that the names stand where they should
    ends = [
        (float(runs[-1].mean()), name, CLASSES[number % len(CLASSES)])
        for number, (name, runs) in enumerate(models.items())
    ]
    label_ends(axes, ends, height=3.7)
    axes.set_title(title, weight="bold", fontsize=12)
    figure.alt_text = _in_words(sizes, models, measure, title, x)
    return figure


def _rows(values: np.ndarray, sizes: np.ndarray, name: str) -> np.ndarray:
    runs = values[:, None] if values.ndim == 1 else values
    if runs.ndim != 2 or len(runs) != len(sizes):
        raise ValueError(
            f"{name} has values of shape {values.shape}: ({len(sizes)}, runs) was expected, a row for each size"
        )
    return runs


def clear_best(at_one_size: Mapping[str, np.ndarray]) -> str | None:
    """Return the model whose every run is above every run of all others, and its mean by 0.005 of them at least; or None."""
    ranked = sorted(at_one_size, key=lambda name: -float(at_one_size[name].mean()))
    first, others = at_one_size[ranked[0]], [at_one_size[name] for name in ranked[1:]]
    if not others:
        return None
    margin = 0.005 * max(abs(float(first.mean())), 1e-12)
    ahead = all(first.min() > other.max() and first.mean() - other.mean() > margin for other in others)
    return ranked[0] if ahead else None


def _in_words(sizes: np.ndarray, models: Mapping[str, np.ndarray], measure: str, title: str, x: str) -> str:
    """The best at each size, where it is clearly the best: what is close may change places on another machine."""
    best = [clear_best({name: runs[place] for name, runs in models.items()}) for place in range(len(sizes))]
    said = []
    for size, name in zip(sizes, best, strict=True):
        text = f"{name} is best" if name else "no model is clearly ahead"
        if said and said[-1][1] == text:
            said[-1][2] = size
        else:
            said.append([size, text, size])
    spans = [
        f"{text} with {_count(low)}" + (f" to {_count(high)}" if high > low else "")
        for low, text, high in said
    ]
    whole = f"{title}. " if title else ""
    return f"{whole}{measure.capitalize()} of {', '.join(models)} by {x}. {_sentence('; '.join(spans))}" if len(models) > 1 else (
        f"{whole}{measure.capitalize()} of {next(iter(models))} by {x}, from {_count(sizes[0])} to {_count(sizes[-1])}."
    )  # fmt: skip


def _count(size: float) -> str:
    return f"{size:,.0f}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
