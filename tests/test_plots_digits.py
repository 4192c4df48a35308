"""The pictures of lesson 1: they show the numbers they were given, and say in words only what repeats everywhere."""

from itertools import pairwise

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.plots.digits import most_confident_mistakes

RNG = np.random.default_rng(0)
PICTURES = RNG.random((7, 28, 28))
LABELS = np.array([0, 1, 2, 0, 1, 2, 0])
#                         right            wrong 0.6        right            wrong 0.9       wrong 0.5
PROBABILITIES = np.array([[0.8, 0.1, 0.1], [0.6, 0.3, 0.1], [0.1, 0.1, 0.8], [0.05, 0.9, 0.05], [0.5, 0.3, 0.2],
                          [0.0, 0.0, 1.0], [0.3, 0.31, 0.39]])  # fmt: skip


def titles(figure):
    return [axes.get_title() for axes in figure.axes if axes.images]


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def test_images_are_drawn_in_order_with_their_captions():
    figure = plots.images(PICTURES, LABELS, columns=3)
    shown = [axes.images[0].get_array() for axes in figure.axes if axes.images]
    assert all(np.array_equal(one, other) for one, other in zip(shown, PICTURES, strict=True))
    assert titles(figure) == ["0", "1", "2", "0", "1", "2", "0"]
    assert len(figure.axes) == 9
    assert "0 1 2 0 1 2 0" in stored(figure), "labels are the same everywhere: they are read out"


def test_all_pictures_of_a_grid_share_one_scale():
    figure = plots.images(np.stack([np.full((4, 4), 100), np.full((4, 4), 200)]))
    assert {axes.images[0].get_clim() for axes in figure.axes} == {(0, 200)}


def test_a_caption_for_every_picture():
    with pytest.raises(ValueError, match="2 captions for 7 pictures"):
        plots.images(PICTURES, ["a", "b"])


def test_answers_say_the_most_probable_class_and_never_round_up_to_certainty():
    figure = plots.answers(PICTURES[:2], [[0.25, 0.75], [0.99999, 0.00001]])
    assert titles(figure) == ["says 1\n75.0 % sure", "says 0\n> 99.9 % sure"]
    assert "75" not in stored(figure), "what a network says may differ from one processor to the next"


def test_the_most_confident_mistakes_come_first():
    assert most_confident_mistakes(LABELS, PROBABILITIES).tolist() == [3, 1, 4, 6]


def test_mistakes_show_the_truth_the_answer_and_how_sure():
    figure = plots.mistakes(PICTURES, LABELS, PROBABILITIES, count=3)
    assert titles(figure) == [
        "is 0, said 1\n90.0 % sure",
        "is 1, said 0\n60.0 % sure",
        "is 1, said 0\n50.0 % sure",
    ]
    shown = [axes.images[0].get_array() for axes in figure.axes if axes.images]
    assert np.array_equal(shown[0], PICTURES[3])
    assert "3 wrong answers" in stored(figure)


def test_a_network_without_mistakes_is_said_to_have_none():
    figure = plots.mistakes(PICTURES[:1], LABELS[:1], PROBABILITIES[:1])
    assert "no mistake" in stored(figure)


def test_strokes_count_how_often_ink_begins():
    ring = np.zeros((9, 9))
    ring[2:7, 2:7] = 1
    ring[4, 4] = 0.4  # grey is no ink
    bar = np.zeros((9, 9))
    bar[1:8, 4] = 1
    figure = plots.strokes([ring, bar], rows=(4, 0), column=4)
    numbers = [[text.get_text() for text in axes.texts] for axes in figure.axes]
    assert numbers == [["2", "0", "2"], ["1", "0", "1"]]
    assert "row 4: 2, row 0: 0, column 4: 2; row 4: 1, row 0: 0, column 4: 1" in stored(figure)


def test_shares_are_bars_of_the_given_length_with_their_numbers():
    figure = plots.shares({"rule": 0.488, "tree": 0.655, "network": 0.975}, chance=0.1, title="three")
    axes = figure.axes[0]
    assert [bar.get_width() for bar in axes.patches] == [0.488, 0.655, 0.975]
    assert {"48.8 %", "65.5 %", "97.5 %", "blind guessing"} <= {text.get_text() for text in axes.texts}
    assert stored(figure).endswith("rule < tree < network.")


def test_layers_draw_every_circle_of_a_small_layer_and_some_of_a_large_one():
    figure = plots.layers([784, 3, 2], ["pixels", "hidden", "classes"], first=PICTURES[0])
    circles = [patch.center for patch in figure.axes[0].patches if type(patch).__name__ == "Circle"]
    columns = sorted({x for x, _ in circles})
    assert [sum(x == column for x, _ in circles) for column in columns] == [8, 3, 2]
    assert len(figure.axes[0].lines) == 8 * 3 + 3 * 2, (
        "every circle is joined to every circle of the next layer"
    )
    assert {"784", "3", "2", "⋮"} <= {text.get_text() for text in figure.axes[0].texts}
    assert "784 pixels, then 3 hidden, then 2 classes" in stored(figure)


def test_the_fields_lie_one_in_the_other():
    figure = plots.fields()
    ovals = [
        patch
        for patch in figure.axes[0].patches
        if patch.get_fill() is False or patch.get_facecolor()[3] == 0
    ]
    boxes = [oval.get_extents().transformed(figure.axes[0].transData.inverted()) for oval in ovals]
    assert len(boxes) == 3
    for outer, inner in pairwise(boxes):
        assert outer.x0 < inner.x0 < inner.x1 < outer.x1
        assert outer.y0 < inner.y0 < inner.y1 < outer.y1
    assert stored(figure).index("artificial") < stored(figure).index("machine") < stored(figure).index("deep")


def test_six_uses_each_with_its_lesson():
    figure = plots.at_work(PICTURES[0])
    named = [axes.get_title() for axes in figure.axes]
    assert named == ["Voice: lesson 15", "Vision: lesson 8", "Fraud: lesson 13", "Driving: lesson 15",
                     "Translation: lesson 12", "Diagnosis: lesson 15"]  # fmt: skip
    for name in named:
        assert name.split(":")[0] in stored(figure)


@pytest.mark.parametrize(
    "figure",
    [
        lambda: plots.images(PICTURES, LABELS),
        lambda: plots.answers(PICTURES, PROBABILITIES),
        lambda: plots.strokes(PICTURES[:2], rows=(9,), column=14),
        lambda: plots.shares({"a": 0.5}),
        lambda: plots.layers([20, 3], ["in", "out"]),
        plots.fields,
        lambda: plots.at_work(PICTURES[0]),
    ],
)
def test_no_text_is_smaller_than_11_points(figure):
    drawn = figure()
    texts = [text for axes in drawn.axes for text in axes.findobj(lambda one: hasattr(one, "get_fontsize"))]
    assert min(text.get_fontsize() for text in texts if text.get_text()) >= 11
