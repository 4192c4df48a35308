"""Decision surfaces: the regions are what the function decides, in every form an output may have."""

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.plots.surface import classes_of

XOR, TARGETS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])


def shade(figure, axes=0):
    return np.asarray(figure.axes[axes].images[0].get_array())


@pytest.mark.parametrize(
    ("outputs", "classes"),
    [
        ([0.2, 0.7], [0, 1]),
        ([[0.2], [0.7]], [0, 1]),
        ([[0.5, 0.2, 0.3], [0.1, 0.1, 0.8]], [0, 2]),
        ([False, True], [0, 1]),
    ],
)
def test_classes_of_every_form_of_output(outputs, classes):
    assert classes_of(outputs).tolist() == classes


@pytest.mark.parametrize("column", [False, True])
def test_the_regions_are_what_the_function_decides(column):
    def first_switch(places):
        return places[:, :1] if column else places[:, 0]

    figure = plots.decision_surface(first_switch, XOR, TARGETS, class_names=("off", "on"))
    colours = shade(figure)[..., :3]
    assert not np.allclose(colours[0, 0], colours[0, -1])  # left and right differ
    assert np.allclose(colours[0, 0], colours[-1, 0])  # bottom and top do not
    assert figure.axes[0].get_title() == "2 of 4 right"
    assert "2 of 4 right" in figure.alt_text
    rings = next(line for line in figure.axes[0].lines if line.get_label() == "wrong")
    assert rings.get_xydata().tolist() == [[0.0, 1.0], [1.0, 1.0]]


def test_surer_is_shaded_more_strongly():
    def sigmoid(places):
        return 1 / (1 + np.exp(-9 * (places[:, 0] - 0.5)))

    alpha = shade(plots.decision_surface(sigmoid, XOR, TARGETS))[100, :, 3]
    assert alpha[0] > alpha[50] > alpha[100] < alpha[150] < alpha[-1]


def test_a_mapping_draws_a_panel_for_each_and_the_threshold_moves_the_line():
    def total(places):
        return places.sum(axis=1) * 10

    figure = plots.decision_surface(
        {"or": lambda p: total(p) > 5, "and": lambda p: total(p) > 15}, XOR, TARGETS
    )
    assert [axes.get_title() for axes in figure.axes] == ["or", "and"]
    assert "or: 3 of 4 right; and: 1 of 4 right" in figure.alt_text
    assert "3 of 4 right" in plots.decision_surface(total, XOR, TARGETS, threshold=5).alt_text


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="4 points and 3 labels"):
        plots.decision_surface(lambda p: p[:, 0], XOR, TARGETS[:3])
    with pytest.raises(ValueError, match=r"shape \(n, 2\)"):
        plots.decision_surface(lambda p: p[:, 0], XOR[:, :1], TARGETS)
    with pytest.raises(ValueError, match="as many rows"):
        plots.decision_surface(lambda p: p[:3, 0], XOR, TARGETS)
    with pytest.raises(ValueError, match="class names"):
        plots.decision_surface(lambda p: p[:, 0], XOR, TARGETS + 1, class_names=("one", "two"))
