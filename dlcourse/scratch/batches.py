"""Mini-batches: a data set in pieces, in its own order or shuffled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dlcourse.scratch import checks, parts


def batches(
    x: np.ndarray, y: np.ndarray, batch_size: int, rng: np.random.Generator | None = None
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield pieces (x, y) of `batch_size` examples, the last one smaller if the number does not divide evenly.

    Every example comes exactly once: one epoch. With `rng`, a random generator, the order is new; x and y are
    shuffled alike, so that every example keeps its label. Errors come when the first piece is taken.
    """
    batch_size = checks.whole_number(batch_size, "batch_size")
    x, y = checks.numbers(x, "x"), checks.numbers(y, "y")
    if x.ndim == 0 or y.ndim == 0 or len(x) != len(y):
        raise ValueError(f"x and y must have one entry for each example; got shapes {x.shape} and {y.shape}")
    if len(x) == 0:
        raise ValueError(f"there is no example to make batches of: x has shape {x.shape}")
    order = np.arange(len(x)) if rng is None else parts.generator(rng).permutation(len(x))
    for start in range(0, len(x), batch_size):
        piece = order[start : start + batch_size]
        yield x[piece], y[piece]
