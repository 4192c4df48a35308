"""The tree of questions: every question, answer and end is drawn, nothing on top of another, and said in words."""

from __future__ import annotations

import io

import pytest

from dlcourse import plots

TREE = (
    "What is in a row?",
    {
        "columns of a table": (
            "How many rows are there in your table?",
            {"hundreds": ("a line", "98.0%"), "more; or columns that say nothing": ("a forest", "97.0%")},
        ),
        "a picture": (
            "edges by hand",
            "10,000 pictures: SVM on edges 89.9%, convolutional network 87.7%; no clear winner",
        ),
    },
)


def words_of(node: tuple) -> list[str]:
    text, below = node
    if isinstance(below, str):
        return [text, below]
    return [text] + [word for answer, one in below.items() for word in [answer, *words_of(one)]]


def test_everything_is_drawn_and_said() -> None:
    figure = plots.guide(TREE, title="Where to begin")
    drawn = {" ".join(text.get_text().split()) for text in figure.axes[0].texts}
    assert drawn == {"Where to begin", *words_of(TREE)}
    assert all(word in figure.alt_text for word in drawn)


def test_words_lie_neither_on_each_other_nor_outside() -> None:
    figure = plots.guide(TREE, title="Where to begin")
    figure.savefig(io.BytesIO(), format="png", dpi=100)
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    for place, box in enumerate(boxes):
        assert box.x0 >= 0
        assert box.x1 <= figure.bbox.x1
        assert not any(box.overlaps(other) for other in boxes[place + 1 :])


def test_a_question_without_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="has no answers"):
        plots.guide(("And now?", {}))
