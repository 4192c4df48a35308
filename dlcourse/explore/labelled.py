"""Points of two classes, as explorers are given them: table, labels and names, judged and made plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dlcourse.explore.values import shortly


def rows(points: Any) -> list[list[float]]:
    """Return `points`, shape (points, 2), as plain lists. Raises ValueError that says what was got instead."""
    try:
        table = np.asarray(points, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"points must be numbers, two in each row, got {shortly(points)}") from None
    if table.ndim == 0:
        raise ValueError(f"points must be numbers, two in each row, got {shortly(points)}")
    if table.ndim != 2 or table.shape[1] != 2 or not len(table):
        raise ValueError(f"points must have two numbers in each row, shape (n, 2), got shape {table.shape}")
    bad = np.flatnonzero(~np.isfinite(table).all(axis=1))
    if len(bad):
        raise ValueError(
            f"row {bad[0]} of points is {table[bad[0]].tolist()}: every point needs two finite numbers "
            f"(rows with gaps: {len(bad)} of {len(table)}; leave them out first)"
        )
    return table.tolist()


def two_classes(labels: Any, class_names: Sequence[str] | None) -> tuple[list[int], list[str]]:
    """Return labels as 0 and 1, and the two classes' names.

    `labels` holds 0 and 1 (or False and True), or two different strings: class 0 is the first of `class_names` or,
    without those, the first in the alphabet. Raises ValueError that says what was got instead.
    """
    given = np.asarray(labels).ravel()
    if class_names is not None and len(class_names) != 2:
        raise ValueError(f"class_names must be two names, got {shortly(class_names)}")
    if given.dtype.kind in "biuf":
        if not np.isin(given, (0, 1)).all():
            raise ValueError(f"labels must be 0 and 1, got {sorted(set(given.tolist()))}")
        return [int(label) for label in given], [str(name) for name in class_names or ("class 0", "class 1")]
    words = [str(label) for label in given]
    names = [str(name) for name in class_names or sorted(set(words))]
    if len(names) != 2 or not set(words) <= set(names):
        wanted = f"{names[0]!r} and {names[1]!r}" if class_names is not None else "two different classes"
        raise ValueError(f"labels must be {wanted}, got {sorted(set(words))}")
    return [names.index(word) for word in words], names


def labelled_points(
    points: Any, labels: Any, names: Sequence[str] | None, class_names: Sequence[str] | None
) -> dict[str, Any]:
    """Return points, labels, names and class_names as plain data.

    points: (n, 2); a DataFrame's columns are its names where `names` is None. labels: n of two classes. Raises
    ValueError that says what was got.
    """
    if points is None or labels is None:
        raise ValueError(
            f"points and labels belong together: {'points' if points is None else 'labels'} are missing"
        )
    table = rows(points)
    marks, kinds = two_classes(labels, class_names)
    if len(marks) != len(table):
        raise ValueError(f"every point needs one label: got {len(table)} points and {len(marks)} labels")
    if names is None:
        names = [str(name) for name in getattr(points, "columns", ("x1", "x2"))]
    if len(names) != 2:
        raise ValueError(f"names must be two, one for each input, got {shortly(names)}")
    return {
        "points": table,
        "labels": marks,
        "names": [str(name) for name in names],
        "class_names": kinds,
    }
