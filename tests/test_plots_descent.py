"""The pictures of lesson 5: paths, training curves and losses show the numbers they were given, and say so in words."""

import numpy as np
import pytest

from dlcourse import plots


def square(w):
    return w * w


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def test_the_slope_is_measured_where_it_is_drawn():
    figure = plots.slope(square, [-3, 0, 4])
    shown = [text.get_text() for text in figure.axes[0].texts]
    assert shown == ["slope −6", "slope 0", "slope 8"]
    assert "at w = 4 it is 8" in stored(figure)


def test_a_path_lies_on_its_curve_and_one_that_leaves_is_cut_there():
    figure = plots.descent(square, {0.25: [4, 2, 1, 0.5], 1.1: [4, -4.8, 5.76, -6.912, 8.2944]})
    near, far = figure.axes
    assert near.lines[1].get_xydata().tolist() == [[4, 16], [2, 4], [1, 1], [0.5, 0.25]]
    assert len(far.lines[1].get_xydata()) == 4  # up to the first place outside
    assert "learning rate 1.1 leaves the picture at step 3" in stored(figure)
    assert "learning rate 0.25 ends at 0.5" in figure.alt_text


def test_four_paths_stand_two_by_two_and_an_odd_one_leaves_no_empty_axes():
    figure = plots.descent(square, {rate: [1, 0] for rate in range(5)})
    assert [axes.axison for axes in figure.axes] == [True] * 5 + [False]


def test_a_loss_that_takes_one_number_at_a_time_is_drawn_too():
    figure = plots.descent(lambda w: max(w, 0) ** 2, {1: [2, 1]})
    assert figure.axes[0].lines[1].get_xydata().tolist() == [[2, 4], [1, 1]]


def test_contours_show_paths_start_and_target():
    figure = plots.contours(
        lambda w, b: w * w + 4 * b * b, {"here": [(2, 1), (1, 0.5), (0, 0)]}, target=(0, 0)
    )
    labels = [line.get_label() for line in figure.axes[0].lines]
    assert labels == ["here", "start", "lowest place"]
    assert figure.axes[0].lines[0].get_xydata().tolist() == [[2, 1], [1, 0.5], [0, 0]]
    assert "here: 2 steps" in stored(figure)


def test_several_runs_are_the_middle_one_in_a_band():
    runs = [[4, 1], [3, 3], [5, 2]]
    figure = plots.losses({"all": runs, "one": [2, 2]}, at=[10, 20], log=True)
    axes = figure.axes[0]
    assert axes.lines[0].get_xydata().tolist() == [[10, 4], [20, 2]]
    band = axes.collections[0].get_paths()[0].vertices
    assert band[:, 1].min() == 1
    assert band[:, 1].max() == 5
    assert len(axes.collections) == 1
    assert axes.get_yscale() == "log"
    assert "3 runs" in stored(figure)
    # said beside the picture, too, and only where there is a band
    assert "3 runs; shaded" in axes.get_xlabel()
    assert plots.losses({"one": [2, 2]}).axes[0].get_xlabel() == "update"


def test_each_curve_may_have_places_of_its_own_and_their_number_must_fit():
    figure = plots.losses({"a": [1, 2, 3], "b": [1, 2]}, at={"a": [1, 2, 3], "b": [2, 4]})
    assert figure.axes[0].lines[1].get_xdata().tolist() == [2, 4]
    with pytest.raises(ValueError, match="b: 2 values, but 3 places"):
        plots.losses({"b": [1, 2]}, at=[1, 2, 3])


def test_an_error_reaches_from_the_point_to_the_line():
    figure = plots.errors([0.0, 1.0, 2.0], [1.0, 0.0, 5.0], w=2, b=0)
    segments = figure.axes[0].collections[0].get_segments()
    assert np.array(segments).tolist() == [[[0, 1], [0, 0]], [[1, 0], [1, 2]], [[2, 5], [2, 4]]]
    assert "weight 2 and bias 0" in stored(figure)


def test_surprise_marks_what_a_probability_costs():
    figure = plots.surprise((0.5, 0.1))
    assert [text.get_text() for text in figure.axes[0].texts] == ["0.5 costs 0.69", "0.1 costs 2.30"]
    assert "2.30 for 0.1" in stored(figure)


def test_along_has_a_panel_for_each_quantity():
    figure = plots.along([0, 1], {"loss": [2, 1], "accuracy": [0, 1]}, name="w", title="Both move")
    assert [axes.get_title() for axes in figure.axes] == ["loss", "accuracy"]
    assert figure.axes[1].lines[0].get_xydata().tolist() == [[0, 0], [1, 1]]
    assert stored(figure) == "loss and accuracy as w is moved. Both move."
