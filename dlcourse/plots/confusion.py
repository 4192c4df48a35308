"""The confusion matrix: which class is taken for which. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from dlcourse.colours import BLUE, VERMILLION
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.judged import said_classes, same_number, true_classes

_INK = "#222222"
_MARGIN = (
    0.04  # of retrained networks on clothes the gap is 0.09 and more, between other classes 0.03 and less
)
_RIGHT = LinearSegmentedColormap.from_list("right", ["#ffffff", BLUE])
_WRONG = LinearSegmentedColormap.from_list("wrong", ["#ffffff", VERMILLION])
_TENTHS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def confusion_matrix(
    labels: Any, predictions: Any, *, names: Sequence[str], title: str = "", what: str = "examples"
) -> Picture:
    """Draw how often each class (row) was called each class (column): right answers blue in a frame, mix-ups orange.

    labels: (n,) true classes. predictions: classes (n,), or probabilities (n, classes); with two names also the
    probability of the second one, (n,) or (n, 1). names: what the classes 0, 1, ... are called. what: what is counted.
    At each row's end stands the share of it that is right. An empty cell is a 0. Raises ValueError, with a sentence, for labels that are one-hot,
    classes without a name, NaN, or different numbers of labels and predictions.
    """
    names = [str(name) for name in names]
    true, said = true_classes(labels, names), said_classes(predictions, names)
    same_number(true, said, ("labels", "predictions"))
    counts = counted(true, said, len(names))
    classes = len(names)
    cell = min(max(0.58, 1.5 / classes), 1.1)
    widest = 0.085 * max(map(len, names))
    figure, axes = picture(
        size=(min(classes * cell + widest + 1.5, 9.0), classes * cell * 0.8 + 0.75 * widest + 1.2)
    )
    _cells(axes, counts)
    axes.set_xticks(range(classes), names, rotation=45 if classes > 3 else 0, ha="right" if classes > 3 else "center",
                    rotation_mode="anchor", fontsize=11)  # fmt: skip
    axes.set_yticks(range(classes), names, fontsize=11)
    axes.tick_params(length=0)
    axes.set(xlabel=f"what the model says (number of {what})", ylabel="what it is")
    totals = counts.sum(axis=1)
    for row, (right, total) in enumerate(zip(np.diag(counts), totals, strict=True)):
        share = f"{100 * right / total:.0f} %" if total else "–"
        axes.text(classes - 0.4, row, share, ha="left", va="center", fontsize=11)
    axes.text(classes - 0.4, -0.62, "right", ha="left", va="bottom", fontsize=11)
    axes.set_title(title, weight="bold", fontsize=12, pad=22)
    figure.alt_text = _in_words(counts, names, title, what)
    return figure


def counted(true: np.ndarray, said: np.ndarray, classes: int) -> np.ndarray:
    """Return how often each true class (row) was called each class (column), shape (classes, classes)."""
    return np.bincount(true * classes + said, minlength=classes * classes).reshape(classes, classes)


def _cells(axes: Any, counts: np.ndarray) -> None:
    """Shade right answers by their share of the row, mix-ups by their share of the largest one, and write numbers."""
    classes = len(counts)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    mixed = np.where(np.eye(classes, dtype=bool), 0, shares)
    most = max(mixed.max(), 1e-12)
    colours = _WRONG(0.8 * mixed / most)
    colours[np.eye(classes, dtype=bool)] = _RIGHT(
        0.12 + 0.43 * np.diag(shares)
    )  # light enough for dark numbers
    axes.imshow(colours, aspect="auto")
    for row, column in zip(*np.nonzero(counts), strict=True):
        axes.text(column, row, f"{counts[row, column]:,}", ha="center", va="center", fontsize=11,
                  color=_INK, weight="bold" if row == column else "normal")  # fmt: skip
    for place in range(classes):
        axes.add_patch(Rectangle((place - 0.5, place - 0.5), 1, 1, fill=False, edgecolor=_INK, linewidth=1.4))
    for edge in np.arange(0.5, classes - 1):
        axes.axhline(edge, color="#dddddd", linewidth=0.7, zorder=0.5)
        axes.axvline(edge, color="#dddddd", linewidth=0.7, zorder=0.5)
    for spine in axes.spines.values():
        spine.set(visible=True, color="#9a9a9a", linewidth=0.8)


def _in_words(counts: np.ndarray, names: Sequence[str], title: str, what: str) -> str:
    """In tenths, and classes by name only where they stand out: the last digits differ from one machine to the next."""
    right = counts.trace() / counts.sum()
    lines = [
        f"{title}. " if title else "",
        f"A table of {len(names)} true classes by what the model says, in {what}. ",
    ]
    lines.append(f"{about(right).capitalize()} lie on the diagonal, where it is right.")
    pairs = np.triu(counts + counts.T, 1)
    order = np.argsort(-pairs, axis=None, kind="stable")
    first, second = pairs.flat[order[0]], pairs.flat[order[1]] if len(names) > 2 else 0
    if first >= 20 and first > 2 * second and len(names) > 2:
        one, other = np.unravel_index(order[0], pairs.shape)
        lines.append(f" {names[one]} and {names[other]} are mixed up most.")
    worst = _stands_out(counts)
    if worst is not None:
        lines.append(f" {names[worst]} is mixed up with others more than any other class.")
    return "".join(lines)


def _stands_out(counts: np.ndarray) -> int | None:
    """The class that is worst by far, counting examples missed and examples wrongly claimed alike, or None.

    By that measure (F1) a model that says "shirt" too often and one that says it too seldom are alike: networks that are
    trained again trade one for the other.
    """
    sums = counts.sum(axis=0) + counts.sum(axis=1)
    if len(counts) < 3 or counts.sum(axis=1).min() < 20:
        return None
    scores = 2 * np.diag(counts) / sums
    worst, following = np.argsort(scores, kind="stable")[:2]
    return int(worst) if scores[following] - scores[worst] > _MARGIN else None


def about(share: float) -> str:
    """A share in words, to the nearest tenth."""
    tenths = round(10 * share)
    if tenths == 10:
        return "nearly all"
    return f"about {_TENTHS[tenths]} in ten" if tenths else "hardly any"
