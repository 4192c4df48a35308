"""Each picture stands below what it is and what a model says; wrong answers are marked by more than colour."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from dlcourse import plots

NAMES = ("coat", "shirt")
PICTURES = np.random.default_rng(0).random((4, 8, 8))
LABELS = np.array([0, 1, 1, 0])
SHARES = np.array([[0.75, 0.25], [0.2, 0.8], [0.9, 0.1], [0.99999, 0.00001]])


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def test_every_picture_has_its_class_the_answer_and_how_sure_it_is():
    figure = plots.predictions(PICTURES[..., None], LABELS, SHARES, names=NAMES)
    assert [axes.get_title() for axes in figure.axes] == [
        "coat\n✓ coat\n75.0 % sure", "shirt\n✓ shirt\n80.0 % sure", "shirt\n✗ coat\n90.0 % sure", "coat\n✓ coat\n> 99.9 % sure",
    ]  # fmt: skip
    assert np.array_equal(figure.axes[2].images[0].get_array(), PICTURES[2])
    frames = [to_hex(axes.spines["left"].get_edgecolor()) for axes in figure.axes]
    assert frames[0] == frames[1] == frames[3] != frames[2]
    assert "75" not in stored(figure), "what a network says may differ from one processor to the next"


def test_how_many_are_right_is_said_only_where_it_is_clear():
    always = np.tile([1.0, 0.0], (12, 1))
    pictures = np.repeat(PICTURES, 3, axis=0)
    assert (
        "Most answers are right"
        in plots.predictions(pictures, np.zeros(12, int), always, names=NAMES).alt_text
    )
    assert (
        "All answers are wrong" in plots.predictions(pictures, np.ones(12, int), always, names=NAMES).alt_text
    )
    half = plots.predictions(pictures, [0, 1] * 6, always, names=NAMES).alt_text
    assert "Most" not in half
    assert "All" not in half


@pytest.mark.parametrize("draw", [plots.predictions, plots.mistakes])
@pytest.mark.parametrize(
    ("pictures", "labels", "shares", "says"),
    [
        (PICTURES, np.eye(2)[LABELS], SHARES, "one-hot"),
        (PICTURES, LABELS[:3], SHARES, "4 pictures and 3 labels"),
        (PICTURES[:2], LABELS[:2], SHARES, "2 pictures and 4 rows"),
        (PICTURES, LABELS, np.hstack([SHARES, SHARES]), "4 numbers .* 2 names"),
        (PICTURES, LABELS, LABELS, "shape"),
        (PICTURES, LABELS, SHARES * np.nan, "nan"),
        (PICTURES, LABELS + 1, SHARES, "from 1 to 2"),
        (PICTURES[0], LABELS, SHARES, "height, width"),
        (PICTURES[:0], LABELS[:0], SHARES[:0], "empty"),
    ],
)  # fmt: skip
def test_what_does_not_fit_gets_a_sentence(draw, pictures, labels, shares, says):
    with pytest.raises(ValueError, match=says):
        draw(pictures, labels, shares, names=NAMES)


def test_mistakes_call_classes_by_their_names_and_take_a_channel_axis():
    figure = plots.mistakes(PICTURES[..., None], LABELS, SHARES, names=NAMES)
    assert [axes.get_title() for axes in figure.axes if axes.images] == ["is shirt\nsaid coat\n90.0 % sure"]
    assert np.array_equal(figure.axes[0].images[0].get_array(), PICTURES[2])
    assert "true class" in stored(figure)
