"""The pictures of lesson 3: curves are the functions they name, and the words under them say the same numbers."""

import numpy as np
import pytest

from dlcourse import plots, scratch


def curve(axes, colour_of):
    line = next(line for line in axes.lines if line.get_label() == colour_of)
    return np.array(line.get_xydata())


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "gelu"])
def test_value_and_slope_are_those_of_scratch(name):
    axes = plots.activations([name]).axes[0]
    z, value = curve(axes, "value").T
    assert np.allclose(value, scratch.ACTIVATIONS[name].value(z))
    z, slope = curve(axes, "slope").T
    assert np.allclose(slope, scratch.slope(name, z))


def test_no_upright_line_at_a_jump():
    for name, label in (("step", "value"), ("relu", "slope")):
        lines = [line for line in plots.activations([name]).axes[0].lines if len(line.get_xdata()) > 2]
        for line in lines:
            x, y = line.get_xydata().T
            assert np.abs(np.diff(y)).max() < 0.5, (name, label)
            assert len(x) > 2


def test_the_words_say_the_largest_slope_unless_slopes_are_left_out():
    assert (
        "sigmoid gives 0.02 at −4, 0.50 at 0 and 0.98 at 4, its slope is 0.25 at most"
        in plots.activations().alt_text
    )
    assert "slope" not in plots.activations(["relu"], slopes=False).alt_text


def test_what_is_left_says_powers_of_ten():
    figure = plots.what_is_left({"sigmoid": [0.3, 1e-3], "relu": [1.0, 0.9]})
    assert "sigmoid about 10 to the power −3, relu about 10 to the power 0" in figure.alt_text
    assert figure.axes[0].get_yscale() == "log"


def test_the_steps_of_softmax_end_in_shares():
    figure = plots.softmax_steps([2.0, 1.0, -1.0], names=["A", "B", "C"])
    heights = [[bar.get_height() for bar in axes.patches] for axes in figure.axes]
    assert heights[0] == [2.0, 1.0, -1.0]
    assert np.allclose(heights[2], scratch.softmax([2.0, 1.0, -1.0]))
    assert "A 0.71" in figure.alt_text
