"""What a network decides at every place of a plane: regions in the classes' colours, and the examples on top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb

from dlcourse.colours import CLASSES, MARKERS
from dlcourse.plots.base import Picture, picture

_LINE = "#222222"
_ALARM = "#A33F00"  # as in `lines`: a ring that stands out among orange squares
_FINE = 201  # places along each side
_AT_ONCE = 4  # panels in a row, at most

Predict = Callable[[np.ndarray], Any]


def decision_surface(
    predict: Predict | Mapping[str, Predict],
    points: np.ndarray,
    labels: np.ndarray,
    *,
    names: Sequence[str] = ("input 1", "input 2"),
    class_names: Sequence[str] | None = None,
    threshold: float = 0.5,
    title: str | None = None,
    margin: float = 0.12,
) -> Picture:
    """Shade the plane by the class that `predict` gives to every place, and draw the examples.

    predict: takes places, shape (n, 2), and returns for each a number (shape (n,) or (n, 1): class 1 where it is
    above `threshold`), or a number for each class (shape (n, classes): the largest wins). Probabilities are shaded
    more strongly where they are surer. A mapping from titles to such functions draws a panel for each.
    points: (examples, 2). labels: (examples,), classes 0, 1, 2, ... margin: room around the points, as a share of
    their extent. Raises ValueError if shapes or counts do not fit.
    """
    points, labels = _examples(points, labels)
    panels = dict(predict) if isinstance(predict, Mapping) else {title: predict}
    class_names = class_names or [f"class {k}" for k in range(max(2, int(labels.max()) + 1))]
    if labels.max() >= len(class_names):
        raise ValueError(f"labels go up to {labels.max()}, but there are {len(class_names)} class names")
    if not panels:
        raise ValueError("nothing to draw: the mapping of functions is empty")
    columns = min(len(panels), _AT_ONCE)
    rows = -(-len(panels) // columns)
    side = 4.6 if columns == 1 else 3.9 if columns == 2 else 10.5 / columns
    size = (side * columns + 0.4, side * rows + 0.75)
    figure, grid = picture(rows, columns, size=size, sharex=True, sharey=True, squeeze=False)
    said = []
    for axes, (name, function) in zip(grid.flat, panels.items(), strict=False):
        right = _panel(axes, function, points, labels, class_names, threshold, margin)
        axes.set_title(name or f"{right} of {len(labels)} right")
        said.append(f"{f'{name}: ' if name else ''}{right} of {len(labels)} right")
    for axes in grid.flat[len(panels) :]:
        axes.set_axis_off()
    for axes in grid[:, 0]:
        axes.set_ylabel(names[1])
    for axes in grid[-1]:
        axes.set_xlabel(names[0])
    if title and isinstance(predict, Mapping):
        figure.suptitle(title, fontsize=12)
    _legend(figure, grid.flat[: len(panels)])
    whole = f"{title}. " if title and isinstance(predict, Mapping) else ""
    figure.alt_text = (
        f"{whole}Regions of {_and(class_names)} over {names[0]} and {names[1]}. {'; '.join(said)}."
    )
    return figure


def classes_of(outputs: Any, threshold: float = 0.5) -> np.ndarray:
    """Return the class, shape (n,), that outputs of shape (n,), (n, 1) or (n, classes) stand for."""
    outputs = np.asarray(outputs)
    if outputs.ndim == 2 and outputs.shape[1] > 1:
        return outputs.argmax(axis=1)
    return (outputs.reshape(len(outputs)) > threshold).astype(int)


def _examples(points: Any, labels: Any) -> tuple[np.ndarray, np.ndarray]:
    points, labels = np.asarray(points, dtype=float), np.asarray(labels)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"points need two numbers in each row, shape (n, 2), not {points.shape}")
    labels = labels.reshape(-1).astype(int)
    if len(labels) != len(points) or not len(points):
        raise ValueError(f"{len(points)} points and {len(labels)} labels: as many of each, please")
    return points, labels


def _panel(
    axes: Any,
    predict: Predict,
    points: np.ndarray,
    labels: np.ndarray,
    class_names: Sequence[str],
    threshold: float,
    margin: float,
) -> int:
    """Draw regions, the line between them and the examples; return how many examples are right."""
    axes.locator_params(nbins=6)
    low, high = points.min(axis=0), points.max(axis=0)
    room = margin * np.maximum(high - low, 1e-9)
    (left, bottom), (rightmost, top) = low - room, high + room
    one, two = np.meshgrid(np.linspace(left, rightmost, _FINE), np.linspace(bottom, top, _FINE))
    places = np.column_stack([one.ravel(), two.ravel()])
    outputs = np.asarray(predict(places), dtype=float)
    if outputs.shape[:1] != (len(places),) or outputs.ndim > 2:
        raise ValueError(
            f"for {len(places)} places `predict` must return as many rows, not shape {outputs.shape}"
        )
    classes = classes_of(outputs, threshold)
    colours = np.array([to_rgb(CLASSES[k % len(CLASSES)]) for k in range(classes.max() + 1)])[classes]
    alpha = 0.12 + 0.33 * _certainty(outputs)
    image = np.column_stack([colours, alpha]).reshape(_FINE, _FINE, 4)
    axes.imshow(image, extent=(left, rightmost, bottom, top), origin="lower", aspect="auto", zorder=0,
                interpolation="bilinear")  # fmt: skip
    for k in range(classes.max()):
        between = outputs.reshape(_FINE, _FINE) if outputs.size == len(places) else None
        level = threshold if between is not None else 0.5
        between = (classes.reshape(_FINE, _FINE) > k).astype(float) if between is None else between
        if between.min() < level < between.max():
            axes.contour(one, two, between, levels=[level], colors=_LINE, linewidths=1.6)
    found = classes_of(np.asarray(predict(points)), threshold)
    size = 10 if len(points) <= 12 else 5.5
    for k, name in enumerate(class_names):
        axes.plot(*points[labels == k].T, MARKERS[k % len(MARKERS)], color=CLASSES[k % len(CLASSES)], label=name,
                  markersize=size, markeredgecolor="white", markeredgewidth=0.6, zorder=3)  # fmt: skip
    wrong = found != labels
    if wrong.any():
        axes.plot(*points[wrong].T, "o", markersize=size + 5, markerfacecolor="none", markeredgecolor=_ALARM,
                  markeredgewidth=1.2, label="wrong", zorder=4)  # fmt: skip
    return int((~wrong).sum())


def _certainty(outputs: np.ndarray) -> np.ndarray:
    """From 0 (undecided) to 1 (certain) where outputs are probabilities; 0.5 everywhere where they are not."""
    probabilities = outputs.min() >= 0 and outputs.max() <= 1
    if not probabilities:
        return np.full(len(outputs), 0.5)
    if outputs.size == len(outputs):
        return np.abs(2 * outputs.reshape(-1) - 1)
    classes = outputs.shape[1]
    return np.clip((outputs.max(axis=1) * classes - 1) / (classes - 1), 0, 1)


def _legend(figure: Picture, panels: Any) -> None:
    """Name under the figure what the panels show, each name once."""
    found = {}
    for axes in panels:
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    figure.get_layout_engine().set(h_pad=0.1)
    figure.legend(
        found.values(), found.keys(), loc="outside lower center", ncols=4, fontsize=11, frameon=False
    )


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
