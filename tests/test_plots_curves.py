"""Learning curves show every epoch of every run, and say in words only what is clear."""

from types import SimpleNamespace

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.plots.direct import apart

FALLING = [1.0, 0.5, 0.3, 0.2]
TURNING = [1.1, 0.7, 0.8, 1.0]


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def lines(axes):
    return {line.get_label(): line for line in axes.lines}


def test_one_run_has_training_solid_and_validation_dashed_over_the_epochs():
    figure = plots.learning_curves({"loss": FALLING, "val_loss": TURNING, "accuracy": [0.1] * 4})
    drawn = lines(figure.axes[0])
    assert drawn["training"].get_xydata().tolist() == [[k + 1, loss] for k, loss in enumerate(FALLING)]
    assert drawn["validation"].get_ydata().tolist() == TURNING
    assert drawn["training"].get_linestyle() != drawn["validation"].get_linestyle()
    assert [text.get_text() for text in figure.axes[0].texts] == ["training", "validation"]
    text = stored(figure)
    assert "raining falls" in text
    assert "validation falls and then rises again" in text.lower()
    assert "validation ends above training" in text


@pytest.mark.parametrize(
    "wrap", [lambda h: h, lambda h: SimpleNamespace(history=h), lambda h: [h], lambda h: {"": h}]
)
def test_every_form_of_one_run_gives_the_same_picture(wrap):
    figure = plots.learning_curves(wrap({"loss": FALLING}))
    assert figure.axes[0].lines[0].get_ydata().tolist() == FALLING
    assert figure.alt_text == plots.learning_curves({"loss": FALLING}).alt_text


def test_several_runs_are_their_mean_in_a_band_of_all():
    figure = plots.learning_curves([{"loss": [4, 1]}, {"loss": [2, 3]}, {"loss": [3, 2.3]}])
    axes = figure.axes[0]
    assert axes.lines[0].get_ydata() == pytest.approx([3, 2.1])
    band = axes.collections[0].get_paths()[0].vertices
    assert {tuple(point) for point in band} >= {(1, 2), (1, 4), (2, 1), (2, 3)}
    assert "3 runs" in stored(figure)


def test_runs_that_stop_early_end_early_and_the_others_go_on():
    figure = plots.learning_curves([{"loss": [4, 2]}, {"loss": [2, 2, 1, 0.5]}])
    mean, later = figure.axes[0].lines
    assert mean.get_ydata().tolist() == [3, 2]
    assert later.get_xydata().tolist() == [[2, 2], [3, 1], [4, 0.5]]


def test_names_get_a_panel_each_with_the_same_axes():
    runs = {f"fix {k}": [{"loss": FALLING, "val_loss": TURNING}] * 2 for k in range(5)}
    figure = plots.learning_curves(runs, compare="fix 0")
    shown = [axes for axes in figure.axes if axes.axison]
    assert [axes.get_title() for axes in shown] == list(runs)
    assert len({axes.get_ylim() for axes in shown}) == 1
    assert [len(axes.lines) for axes in shown] == [2, 3, 3, 3, 3], (
        "the baseline is repeated, but not in its own"
    )
    assert shown[1].lines[2].get_ydata().tolist() == TURNING
    stored(figure)


@pytest.mark.parametrize(
    ("metric", "values", "epoch"), [("loss", TURNING, 2), ("accuracy", [0.5, 0.6, 0.9, 0.7], 3)]
)
def test_the_best_epoch_is_ringed(metric, values, epoch):
    figure = plots.learning_curves({metric: values, f"val_{metric}": values}, metric, best=True)
    ring = figure.axes[0].lines[-1].get_xydata().tolist()
    assert ring == [[epoch, values[epoch - 1]]]
    assert f"best: epoch {epoch}" in [text.get_text() for text in figure.axes[0].texts]
    assert f"epoch {epoch}" not in stored(figure), "another machine may find another epoch"
    given = plots.learning_curves({metric: values, f"val_{metric}": values}, metric, best=1)
    assert given.axes[0].lines[-1].get_xydata().tolist() == [[1, values[0]]]
    with pytest.raises(ValueError, match=r"epoch 9 .* there are 4"):
        plots.learning_curves({metric: values, f"val_{metric}": values}, metric, best=9)


def test_shares_are_read_in_per_cent():
    axes = plots.learning_curves({"accuracy": [0.5, 0.9]}, "accuracy").axes[0]
    assert axes.yaxis.get_major_formatter()(0.55) == "55 %"


def test_what_is_not_clear_is_not_said():
    near = plots.learning_curves({"loss": FALLING, "val_loss": [1.0, 0.5, 0.31, 0.21]}).alt_text
    turning = plots.learning_curves({"loss": [1.0, 0.5, 0.6, 0.7]}).alt_text
    level = plots.learning_curves({"loss": [1.0, 1.001, 0.999]}).alt_text
    assert "ends" not in near
    assert "about level" in level
    assert "rises" not in turning, "on the whole it falls"
    # runs that lie on both sides say nothing, though their means differ
    mixed = plots.learning_curves(
        [{"loss": [2, 1], "val_loss": [2, 0.9]}, {"loss": [2, 1], "val_loss": [2, 2]}]
    )
    assert "ends" not in mixed.alt_text


def test_small_changes_from_machine_to_machine_leave_the_words_alone():
    rng = np.random.default_rng(0)
    texts = set()
    for _ in range(20):
        shaken = {name: (np.array(values) * rng.normal(1, 0.01, 4)).tolist() for name, values in
                  {"loss": FALLING, "val_loss": TURNING}.items()}  # fmt: skip
        texts.add(plots.learning_curves([shaken, shaken]).alt_text)
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("runs", "metric", "says"),
    [
        ({"loss": [1.0]}, "accuracy", "no 'accuracy' .* it has 'loss'"),
        ({"a": {"loss": [1.0]}}, "auc", "a: there is no 'auc'"),
        ({}, "loss", "nothing to draw"),
        ([], "loss", "what `fit` returns"),
        (5, "loss", "nothing to draw"),
        ({"a": 5}, "loss", "a: what `fit` returns .* int"),
        ({"loss": []}, "loss", "one number for each epoch"),
        ({"loss": [1.0, float("nan"), float("nan")]}, "loss", "from epoch 2 on.*learning rate"),
        ({"loss": [1.0], "val_loss": [float("inf")]}, "loss", "'val_loss' is no number from epoch 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_gets_a_sentence(runs, metric, says):
    with pytest.raises(ValueError, match=says):
        plots.learning_curves(runs, metric)


def test_a_run_to_compare_with_must_be_there():
    with pytest.raises(ValueError, match=r"'none'.*'a'"):
        plots.learning_curves({"a": {"loss": [1.0]}}, compare="none")


def test_names_at_the_ends_keep_their_order_and_distance_and_move_no_further_than_needed():
    assert apart([0.9, 0.1, 0.5], 0.1) == [0.9, 0.1, 0.5]
    assert apart([0.5, 0.5], 0.1) == pytest.approx([0.45, 0.55])
    crowded = [0.50, 0.52, 0.51, 0.9, 0.53]
    moved = apart(crowded, 0.1)
    assert np.argsort(moved).tolist() == np.argsort(crowded).tolist()
    assert np.diff(sorted(moved)).min() > 0.0999
    assert moved[3] == 0.9
