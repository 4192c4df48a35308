"""Crossovers show the mean and all runs at each size, and name the best where it is clear."""

import numpy as np
import pytest

from dlcourse import plots

SIZES = [100, 1000, 10000]
FOREST = [[0.70, 0.71, 0.72], [0.80, 0.81, 0.805], [0.84, 0.845, 0.85]]
NETWORK = [[0.60, 0.62, 0.61], [0.79, 0.82, 0.80], [0.89, 0.90, 0.895]]


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def test_a_line_is_the_mean_in_a_band_of_all_runs_over_a_logarithmic_axis():
    figure = plots.crossover(SIZES, {"forest": FOREST, "network": NETWORK})
    axes = figure.axes[0]
    assert axes.get_xscale() == "log"
    assert [label.get_text() for label in axes.get_xticklabels()] == ["100", "1,000", "10,000"]
    assert axes.lines[1].get_xdata().tolist() == SIZES
    assert axes.lines[1].get_ydata() == pytest.approx(np.mean(NETWORK, axis=1))
    band = axes.collections[1].get_paths()[0].vertices
    assert {tuple(point) for point in band} >= {(100, 0.60), (100, 0.62), (10000, 0.89), (10000, 0.90)}
    assert [text.get_text() for text in axes.texts] == ["forest", "network"], "named beside the line"
    assert axes.yaxis.get_major_formatter()(0.9) == "90 %"


def test_lines_differ_in_more_than_colour():
    axes = plots.crossover(SIZES, {str(k): np.full(3, k / 10) for k in range(8)}).axes[0]
    assert len({(line.get_marker(), str(line._unscaled_dash_pattern)) for line in axes.lines}) == 8


def test_the_words_say_who_leads_where_and_nothing_where_runs_overlap():
    text = stored(plots.crossover(SIZES, {"forest": FOREST, "network": NETWORK}))
    assert "orest is best with 100;" in text
    assert "no model is clearly ahead with 1,000;" in text
    assert "network is best with 10,000" in text


def test_a_lead_over_several_sizes_is_one_span():
    text = plots.crossover(SIZES, {"a": [0.9, 0.9, 0.9], "b": [0.5, 0.5, 0.8]}).alt_text
    assert "best with 100 to 10,000" in text


def test_one_model_is_a_learning_curve():
    text = stored(plots.crossover(SIZES, {"forest": FOREST}, measure="test loss"))
    assert "best" not in text
    assert "from 100 to 10,000" in text


@pytest.mark.parametrize(
    ("sizes", "results", "says"),
    [
        (SIZES, {}, "nothing to draw"),
        (SIZES, {"a": FOREST[:2]}, r"a has values of shape \(2, 3\)"),
        (SIZES, {"a": [0.5, np.nan, 0.5]}, "values of a have NaN"),
        (SIZES, {"a": [[1, 2], [1], [3]]}, "a: values were expected"),
        (SIZES[::-1], {"a": [1, 2, 3]}, "rising"),
        ([], {"a": []}, "rising"),
        ([0, 10], {"a": [1, 2]}, "above 0"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(sizes, results, says):
    with pytest.raises(ValueError, match=says):
        plots.crossover(sizes, results)
