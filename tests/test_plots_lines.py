"""The pictures of lesson 2: they show the numbers they were given, and say so in words."""

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.scratch import Neuron

POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
OR = np.array([0, 1, 1, 1])


def texts(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def test_the_neuron_shows_every_product_the_bias_and_the_output():
    figure = plots.neuron(
        [4, 10, 1], [2, 0.5, -3], 4, names=["km", "minutes", "vouchers"], output_name="fare"
    )
    shown = texts(figure)
    for text in ("× 2 = 8", "× 0.5 = 5", "× −3 = −3", "bias  +4", "fare\n14", "km"):
        assert text in shown
    assert "output is 14" in stored(figure)


@pytest.mark.parametrize(("inputs", "weights", "names"), [([1], [1, 2], None), ([1, 2], [1, 2], ["one"])])
def test_a_neuron_with_different_counts_is_refused(inputs, weights, names):
    with pytest.raises(ValueError, match="2 weights"):
        plots.neuron(inputs, weights, 0, names=names)


@pytest.mark.parametrize(
    ("w", "b", "wrong"), [((1, 1), -0.5, 0), ((1, 1), -1.5, 2), ((0, 0), 1, 1), ((0, 0), 0, 3)]
)
def test_the_decision_line_counts_the_mistakes_as_the_neuron_does(w, b, wrong):
    figure = plots.decision_line(POINTS, OR, w, b)
    assert f"{wrong} of 4" in figure.axes[0].get_title()
    assert f"{wrong} of 4" in stored(figure)
    assert Neuron(w, b).count_mistakes(POINTS, OR) == wrong


def test_the_rings_are_around_the_points_on_the_wrong_side():
    figure = plots.decision_line(POINTS, OR, (1, 0), -0.5)
    rings = next(line for line in figure.axes[0].lines if line.get_label() == "wrong side")
    assert rings.get_xydata().tolist() == [[0.0, 1.0]]


def test_the_arrow_starts_on_the_line_and_points_along_w():
    w, b = np.array([2.0, -1.0]), -0.5
    figure = plots.decision_line(POINTS, OR, w, b)
    arrow = next(text for text in figure.axes[0].texts if getattr(text, "arrow_patch", None))
    start, tip = np.array(arrow.xyann), np.array(arrow.xy)
    assert w @ start + b == pytest.approx(0)
    along = (tip - start) / np.linalg.norm(tip - start)
    np.testing.assert_allclose(along, w / np.linalg.norm(w), atol=1e-9)


def test_lists_are_as_good_as_arrays():
    assert plots.decision_line(POINTS.tolist(), OR.tolist(), [1, 1], -0.5).alt_text.endswith(
        "0 of 4 lie on the wrong side."
    )


def test_corrections_show_a_panel_for_every_step_of_the_path():
    neuron = Neuron([-1.0, -1.0])
    path = neuron.learn(POINTS, OR, passes=20, seed=0).path
    figure = plots.corrections(POINTS, OR, path)
    titles = [axes.get_title() for axes in figure.axes if axes.axison]
    assert len(titles) == len(path) > 2
    assert titles[0] == f"at the start: {Neuron(*path[0]).count_mistakes(POINTS, OR)} wrong"
    assert titles[-1].endswith(": 0 wrong")
    assert "of 4" in stored(figure)


def test_the_bird_is_marked_in_every_panel():
    figure = plots.corrections(POINTS, OR, [((1, 1), -3.0), ((2, 2), -2.0)], bird=(1, 1))
    for axes in figure.axes:
        assert [1.0, 1.0] in [
            line.get_xydata()[0].tolist() for line in axes.lines if line.get_marker() == "*"
        ]


def test_a_star_marks_the_bird_that_each_correction_was_made_for():
    path = Neuron([-1.0, -1.0]).learn(POINTS, OR, passes=20, seed=0).path
    figure = plots.corrections(POINTS, OR, path)
    panels = [axes for axes in figure.axes if axes.axison]
    stars = [[line.get_xydata()[0] for line in axes.lines if line.get_marker() == "*"] for axes in panels]
    assert stars[0] == []
    for (bird,), (w, b), (new_w, new_b) in zip(stars[1:], path, path[1:], strict=False):
        target = OR[np.flatnonzero((bird == POINTS).all(axis=1))[0]]
        neuron = Neuron(w, b)
        assert neuron.correct(bird, target)
        assert (neuron.w.tolist(), neuron.b) == (new_w.tolist(), new_b)


def test_the_legend_names_everything_once():
    path = Neuron([-1.0, -1.0]).learn(POINTS, OR, passes=20, seed=0).path
    legend = plots.corrections(POINTS, OR, path).legends[0]
    names = [text.get_text() for text in legend.get_texts()]
    assert sorted(names) == sorted({"class 0", "class 1", "wrong side", "the bird it was corrected for"})


def test_the_baseline_is_a_level_line_and_is_said():
    figure = plots.mistakes_per_pass({"it": [5, 2, 0]}, baseline=("always class 0", 3))
    line = next(line for line in figure.axes[0].lines if line.get_label() == "always class 0")
    assert set(line.get_ydata()) == {3}
    assert stored(figure).endswith("always class 0: 3 wrong.")


@pytest.mark.parametrize(
    ("labels", "places", "title"),
    [
        ((0, 1, 1, 0), ("(0.5, 0.5)", "(0.5, 0.5)"), "same"),
        ((0, 0, 1, 1), ("(0, 0.5)", "(1, 0.5)"), "another"),
    ],
)
def test_halfway_marks_the_middle_of_each_pair(labels, places, title):
    figure = plots.halfway(POINTS, labels)
    alt = stored(figure)
    assert f"class 0 lies {places[0]}" in alt
    assert f"class 1 lies {places[1]}" in alt
    assert title in figure.axes[0].get_title()
    stars = [line.get_xydata()[0] for line in figure.axes[0].lines if line.get_marker() == "*"]
    assert [f"({x:g}, {y:g})" for x, y in stars] == list(places)


def test_mistakes_per_pass_draws_every_history_from_the_start():
    figure = plots.mistakes_per_pass({"settles": [5, 2, 0], "never": [3, 4, 3, 4]})
    curves = {line.get_label(): list(line.get_ydata()) for line in figure.axes[0].lines}
    assert curves["settles"] == [5, 2, 0]
    assert curves["never"] == [3, 4, 3, 4]
    assert "settles: from 5 wrong to 0 in 2 passes, at best 0" in stored(figure)


def test_whatever_is_written_into_a_picture_is_at_least_11_points():
    figure, axes = plots.picture()
    written = axes.text(0.5, 0.5, "no size asked for")
    small, large = axes.set_title("small", fontsize=8), axes.text(0.2, 0.2, "large", fontsize=15)
    figure.alt_text = "Three texts."
    figure._repr_mimebundle_()
    assert [text.get_fontsize() for text in (written, small, large)] == [11, 11, 15]
