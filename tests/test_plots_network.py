"""The pictures of networks show the numbers they are given: shapes, counts, outputs, signs, losses."""

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.scratch import Dense, Network, relu

TAXIS = [
    (np.array([[2.0, -1.0], [0.5, 0.5], [-3.0, -1.0]]), np.array([4.0, 3.0])),
    (np.array([[1.0], [-1.0]]), np.array([1.0])),
]
NAMES = ["kilometres", "minutes", "vouchers", "A", "A − B", "to pay"]


def texts(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


@pytest.mark.parametrize("widths", [[3, 2, 1], [784, 32, 10], [2, 5, 4, 3, 1]])
def test_a_network_is_drawn_with_the_parameters_that_it_has(widths):
    built = Network([Dense(width) for width in widths[1:]], inputs=widths[0])
    figure = plots.network(widths)
    assert figure.get_suptitle() == f"{built.count_params():,} parameters"
    for weights, bias in zip(built.get_weights()[0::2], built.get_weights()[1::2], strict=True):
        assert any(f"weights {weights.shape}\nbias {bias.shape}" in text for text in texts(figure))


def test_names_must_be_as_many_as_layers_or_circles():
    with pytest.raises(ValueError, match="3 widths and 2 names"):
        plots.network([3, 2, 1], names=["in", "out"])
    with pytest.raises(ValueError, match="5 names for 6 circles"):
        plots.forward_pass([4, 10, 1], TAXIS, relu, names=NAMES[:-1])


@pytest.mark.parametrize(
    ("ride", "hidden", "to_pay"), [([4, 10, 1], ["14", "3"], "12"), ([8, 4, 0], ["22", "0"], "23")]
)
def test_a_forward_pass_shows_every_output_with_the_activation_between_the_layers(ride, hidden, to_pay):
    figure = plots.forward_pass(ride, TAXIS, relu, names=NAMES)
    shown = texts(figure)
    assert all(one in shown for one in [*hidden, to_pay, *NAMES])
    assert "× −3" in shown
    assert "bias +4" in shown


def test_the_last_layer_has_no_activation():
    layers = [(np.array([[1.0]]), np.array([0.0])), (np.array([[1.0]]), np.array([-5.0]))]
    assert "−4" in texts(plots.forward_pass([1], layers, relu, names=["in", "hidden", "out"]))


def test_without_an_activation_the_sums_go_on_as_they_are():
    layers = [(np.array([[-2.0]]), np.array([1.0])), (np.array([[3.0]]), np.array([0.0]))]
    assert {"−1", "−3"} <= set(texts(plots.forward_pass([1], layers, names=["in", "hidden", "out"])))


def test_weights_are_drawn_on_one_scale_that_is_white_at_zero():
    weights = np.random.default_rng(0).normal(size=(784, 3)) * [1, 5, 0.1]
    figure = plots.unit_weights(weights, captions=["a", "b", "c"], columns=3)
    drawn = [axes.images[0] for axes in figure.axes if axes.images]
    assert len(drawn) == 3
    assert len({image.get_clim() for image in drawn}) == 1
    low, high = drawn[0].get_clim()
    assert low == -high < 0
    assert drawn[0].get_cmap().name == "RdBu"
    assert np.array_equal(drawn[1].get_array(), weights[:, 1].reshape(28, 28))


def test_a_loss_is_written_in_its_field_from_five_in_a_hundred_on_and_the_favourite_framed():
    losses = np.array([[0.8, 0.04, 0.0], [0.0, 0.0, 0.05]])
    figure = plots.lost_classes(losses, [1, 2])
    axes = figure.axes[0]
    written = {(text.get_text(), *map(int, text.get_position())) for text in axes.texts}
    assert written == {("80", 0, 0), ("5", 2, 1)}
    frames = [tuple(patch.get_center().round().astype(int)) for patch in axes.patches]
    assert frames == [(1, 0), (2, 1)]


def test_every_start_is_a_mark_and_the_worst_shape_is_named():
    results = {"1 × 32": [0.91, 0.92], "16 × 22": [0.7, 0.9]}
    figure = plots.depth_and_width(results)
    marks = [line.get_ydata().tolist() for line in figure.axes[0].lines if line.get_linestyle() == "None"]
    assert np.allclose(marks, [[91, 92], [70, 90]])
    assert "Last comes 16 × 22" in figure.alt_text
