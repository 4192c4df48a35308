"""Pictures with what they are and what a model says they are. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dlcourse.colours import VERMILLION
from dlcourse.plots.base import Picture
from dlcourse.plots.digits import images as grid
from dlcourse.plots.digits import sureness
from dlcourse.plots.judged import grey_pictures, probabilities_of, same_number, true_classes


def predictions(
    images: Any,
    labels: Any,
    probabilities: Any,
    *,
    names: Sequence[str],
    title: str = "",
    columns: int = 6,
    what: str = "pictures",
) -> Picture:
    """Draw each picture with its true class, the class a model says and how sure it is; wrong ones crossed and framed.

    images: (n, height, width) or (n, height, width, 1). labels: (n,) classes. probabilities: (n, classes), as
    `model.predict` returns them. names: what the classes 0, 1, ... are called. what: what the alternative text calls
    the pictures. Raises ValueError, with a sentence, for other shapes, one-hot labels, NaN, or too few names.
    """
    names = [str(name) for name in names]
    pictures, true = grey_pictures(images), true_classes(labels, names)
    shares = probabilities_of(probabilities, names)
    same_number(pictures, true, ("pictures", "labels"))
    same_number(pictures, shares, ("pictures", "rows of probabilities"))
    said = shares.argmax(axis=1)
    captions = [
        f"{names[is_]}\n{'✓' if is_ == says else '✗'} {names[says]}\n{sureness(share)}"
        for is_, says, share in zip(true, said, shares.max(axis=1), strict=True)
    ]
    widest = 0.088 * (2 + max(len(names[k]) for k in {*true, *said}))
    size = min(max(widest, 1.15), 9.0 / min(columns, len(pictures)) - 0.06)
    figure = grid(pictures, captions, columns=columns, size=size, title=title, what=what)
    for axes, wrong in zip(figure.axes, said != true, strict=False):
        if wrong:
            for spine in axes.spines.values():
                spine.set(color=VERMILLION, linewidth=3)
    figure.alt_text = (
        f"{f'{title}. ' if title else ''}{len(pictures)} {what}, and above each what it is, what the model says and how sure "
        f"it is. {_share(said == true)}"
    )
    return figure


def _share(right: np.ndarray) -> str:
    """How many are right, only where a single change could not alter it."""
    if len(right) >= 4 and not right.any():
        return "All answers are wrong: crossed and framed."
    most = "Most answers are right; " if right.mean() > 0.7 and len(right) >= 10 else ""
    wrong = "wrong ones are crossed and framed."
    return most + wrong if most else wrong.capitalize()
