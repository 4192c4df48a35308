"""The confusion matrix counts what it was given, whatever form that has, and names what stands out."""

import numpy as np
import pytest

from dlcourse import plots

NAMES = ["cat", "dog", "cow"]
TRUE = np.array([0, 0, 0, 1, 1, 2])
SAID = np.array([0, 0, 1, 1, 2, 2])


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def cells(figure):
    """What stands in each cell, by (row, column), and at the end of each row."""
    axes = figure.axes[0]
    inside = {(int(text.get_position()[1]), int(text.get_position()[0])): text.get_text() for text in axes.texts
              if text.get_position()[0] == int(text.get_position()[0])}  # fmt: skip
    ends = [text.get_text() for text in axes.texts if text.get_text().endswith("%")]
    return inside, ends


def test_rows_are_what_it_is_and_columns_what_the_model_says():
    figure = plots.confusion_matrix(TRUE, SAID, names=NAMES)
    inside, ends = cells(figure)
    assert inside == {(0, 0): "2", (0, 1): "1", (1, 1): "1", (1, 2): "1", (2, 2): "1"}
    assert ends == ["67 %", "50 %", "100 %"]
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == NAMES
    assert [label.get_text() for label in axes.get_xticklabels()] == NAMES
    stored(figure)


@pytest.mark.parametrize("labels", [TRUE.tolist(), TRUE.astype("uint8"), TRUE[:, None], TRUE.astype(float)])
@pytest.mark.parametrize(
    "said", [SAID.tolist(), SAID[:, None], np.eye(3)[SAID], np.eye(3, dtype="float32")[SAID]]
)
def test_classes_and_probabilities_in_every_form_give_the_same_matrix(labels, said):
    figure = plots.confusion_matrix(labels, said, names=NAMES)
    assert cells(figure) == cells(plots.confusion_matrix(TRUE, SAID, names=NAMES))


@pytest.mark.parametrize(
    "form",
    [
        lambda p: p,
        lambda p: p[:, None],
        lambda p: np.column_stack([1 - p, p]),
        lambda p: (p > 0.5).astype(int),
    ],
)
def test_with_two_names_one_probability_is_enough(form):
    figure = plots.confusion_matrix(
        [0, 0, 1, 1], form(np.array([0.2, 0.6, 0.7, 0.9])), names=["mail", "spam"]
    )
    assert cells(figure)[0] == {(0, 0): "1", (0, 1): "1", (1, 1): "2"}


def test_right_answers_and_mix_ups_differ_in_more_than_colour():
    axes = plots.confusion_matrix(TRUE, SAID, names=NAMES).axes[0]
    bold = {text.get_position() for text in axes.texts if text.get_weight() == "bold"}
    assert bold == {(0, 0), (1, 1), (2, 2)}


def matrix(counts):
    pairs = [
        (row, column) for row, line in enumerate(counts) for column, n in enumerate(line) for _ in range(n)
    ]
    return np.array(pairs).T


def test_the_worst_pair_and_the_worst_class_are_named_where_they_stand_out():
    counts = [[80, 20, 0], [22, 75, 3], [4, 3, 93]]
    text = stored(plots.confusion_matrix(*matrix(counts), names=NAMES))
    assert "cat and dog are mixed up most" in text
    assert "more than any other" not in text, "cat and dog are about equally bad"
    assert "eight in ten" in text


@pytest.mark.parametrize(
    "counts", [[[50, 25, 25], [5, 90, 5], [5, 5, 90]], [[90, 5, 5], [20, 80, 0], [20, 0, 80]]]
)
def test_a_class_said_too_seldom_and_one_said_too_often_stand_out_alike(counts):
    text = plots.confusion_matrix(*matrix(counts), names=NAMES).alt_text
    assert "cat is mixed up with others more than any other" in text
    assert "mixed up most" not in text


def test_what_is_close_is_not_named():
    text = plots.confusion_matrix(*matrix([[80, 10, 10], [11, 81, 8], [9, 11, 80]]), names=NAMES).alt_text
    assert "mixed up most" not in text
    assert "more than any" not in text


@pytest.mark.parametrize(
    ("labels", "said", "says"),
    [
        (np.eye(3)[TRUE], SAID, "one-hot"),
        (TRUE, SAID[:4], "6 labels and 4 predictions"),
        ([], [], "empty"),
        ([0.5, 1, 2], [0, 1, 2], "0.5"),
        ([0, 1, 3], [0, 1, 2], "from 0 to 3"),
        ([0, 1, 2], [0, 1, 5], "predictions go from 0 to 5"),
        ([0, 1], [[0.5, 0.5], [0.1, 0.9]], "2 numbers .* 3 names"),
        ([0, 1], [[0.5, 0.5, np.nan], [0.1, 0.9, 0]], "nan"),
        (["cat"], [0], "texts"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_gets_a_sentence(labels, said, says):
    with pytest.raises(ValueError, match=says):
        plots.confusion_matrix(labels, said, names=NAMES)
