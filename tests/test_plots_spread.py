"""A spread shows every run, and calls better only what is better on every one."""

import numpy as np
import pytest

from dlcourse import plots

RUNS = {
    "none": [0.80, 0.81, 0.79],
    "dropout": [0.83, 0.82, 0.84],
    "L2": [0.77, 0.78, 0.76],
    "stop": [0.80, 0.83, 0.82],
}


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def marks(figure):
    """For each row its values and its mark."""
    rows = [
        line
        for line in figure.axes[0].lines
        if line.get_marker() not in ("None", "") and len(line.get_xdata())
    ]
    return {round(np.mean(line.get_ydata())): (sorted(line.get_xdata()), line.get_marker()) for line in rows}


def test_every_run_is_a_mark_and_rows_keep_their_order():
    figure = plots.spread(RUNS, measure="test accuracy", baseline="none")
    shown = marks(figure)
    for row, values in enumerate(RUNS.values()):
        assert shown[row][0] == sorted(values)
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == list(RUNS)
    assert figure.axes[0].get_ylim()[0] > figure.axes[0].get_ylim()[1], "the first row stands on top"
    assert figure.axes[0].lines[0].get_xdata()[0] == pytest.approx(0.80), "the baseline's mean"


def test_marks_and_words_say_what_is_better_worse_or_neither():
    figure = plots.spread(RUNS, measure="test accuracy", baseline="none")
    shapes = [mark for _, mark in marks(figure).values()]
    assert len(set(shapes)) == 4
    text = stored(figure)
    assert "etter on every run than all of “none”: dropout;" in text
    assert "worse on every run than all of “none”: L2;" in text
    assert "not clearly different: stop." in text


def test_lower_may_be_better():
    text = plots.spread(RUNS, measure="test loss", baseline="none", better="lower").alt_text
    assert "etter on every run than all of “none”: L2;" in text
    assert "worse on every run than all of “none”: dropout;" in text


def test_the_baseline_may_be_a_number_or_missing():
    assert "etter on every run than all of the baseline: none, dropout, stop" in plots.spread(
        RUNS, measure="accuracy", baseline=0.785
    ).alt_text  # fmt: skip
    assert "better" not in stored(plots.spread(RUNS, measure="accuracy"))


@pytest.mark.parametrize(
    ("results", "options", "says"),
    [
        ({}, {}, "nothing to draw"),
        ({"a": []}, {}, "a: there are no values"),
        ({"a": [float("nan")]}, {}, "values of a have NaN"),
        ({"a": ["x"]}, {}, "a: values"),
        ({"a": [1.0]}, {"baseline": "b"}, "'b'.*'a'"),
        ({"a": [1.0]}, {"better": "more"}, "'more'.*higher"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(results, options, says):
    with pytest.raises(ValueError, match=says):
        plots.spread(results, measure="accuracy", **options)
