"""Two further slips in exercise 5.10, merged into its mistakes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake


def _last_batch_alone(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    start = (len(x) - 1) // batch_size * batch_size
    errors = w * x[start:] + b - y[start:]
    w_slope, b_slope = np.mean(2 * errors * x[start:]), np.mean(2 * errors)
    return float(w - learning_rate * w_slope), float(b - learning_rate * b_slope)


def slips(epoch: Callable) -> dict[str, Mistake]:
    """Return the mistakes by their codes; `epoch` makes an epoch of other slopes."""
    return {
        "last_batch_alone": Mistake(
            _last_batch_alone,
            "For {inputs} you have {got}: only the last batch has moved w and b. Does the line that moves them still stand in the "
            "loop?",
        ),
        "averaged_and_divided": Mistake(
            epoch(lambda e, x, size, n: (np.mean(2 * e * x) / size, np.mean(2 * e) / size)),
            "For {inputs} you have {got}: the mean, divided by `batch_size` once more. A mean has been divided already.",
        ),
    }
