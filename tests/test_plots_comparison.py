"""Accuracy against work, and the edges in a picture: what the figures show, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.experiments import features

ROWS = [
    {"model": "forest", "kind": "ML", "accuracy": [0.8, 0.82], "train_seconds": [0.1, 0.3]},
    {"model": "network", "kind": "DL", "accuracy": [0.7, 0.72], "train_seconds": [10.0, 12.0]},
]


def test_effort_puts_a_mark_at_the_means() -> None:
    figure = plots.effort(ROWS, title="Work")
    (axes,) = figure.axes
    points = {tuple(np.round(line.get_xydata()[0], 6)) for line in axes.lines}
    assert points == {(0.2, 0.81), (11.0, 0.71)}
    assert axes.get_xscale() == "log"
    assert {text.get_text() for text in axes.texts} == {"forest", "network"}
    assert "Forest is clearly best; network took most work, forest least" in figure.alt_text


def test_effort_names_do_not_lie_on_each_other() -> None:
    rows = [{**ROWS[0], "model": f"model {k}", "accuracy": [0.8 + k / 10_000]} for k in range(6)] + ROWS
    (axes,) = plots.effort(rows).axes
    heights = sorted(text.xyann[1] for text in axes.texts)
    assert min(np.diff(heights)) > 0.004


@pytest.mark.parametrize("rows", [[], [{**ROWS[0], "train_seconds": [0.0]}]])
def test_effort_refuses_nothing_and_no_time(rows: list) -> None:
    with pytest.raises(ValueError, match=r"no rows|above 0"):
        plots.effort(rows)


def test_edge_cells_strokes_lie_along_the_edge() -> None:
    image = np.zeros((8, 8))
    image[:, 4:] = 1.0  # one upright edge
    strength, _ = features.edges(image[None])
    figure = plots.edge_cells(image, strength[0], features.edge_counts(image[None])[0])
    strokes = [line.get_xydata() for line in figure.axes[2].lines]
    assert strokes
    assert all(abs(np.diff(stroke[:, 0])[0]) < 1e-6 < abs(np.diff(stroke[:, 1])[0]) for stroke in strokes)
    assert "2 by 2 cells" in figure.alt_text


def test_edge_cells_refuses_shapes_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match="expected"):
        plots.edge_cells(np.zeros((8, 8)), np.zeros((8, 7)), np.zeros((2, 2, 8)))
