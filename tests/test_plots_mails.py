"""The pictures of words in mails: bars and dots stand where the numbers are, and what cannot be drawn is refused."""

from __future__ import annotations

import numpy as np
import pytest

from dlcourse import plots


def test_word_shares_stand_in_order_and_in_per_cent() -> None:
    figure = plots.word_shares(["your", "re"], [0.2, 0.6], [0.7, 0.1])
    (axes,) = figure.axes
    dots = {line.get_label(): line for line in axes.lines}
    assert dots["wanted mail"].get_xdata().tolist() == [20, 60]
    assert dots["spam"].get_xdata().tolist() == [70, 10]
    assert [text.get_text() for text in axes.get_yticklabels()] == ["your", "re"]
    assert dots["spam"].get_ydata()[0] > dots["spam"].get_ydata()[1], "the first word stands at the top"
    assert dots["wanted mail"].get_marker() != dots["spam"].get_marker(), "never by colour alone"
    assert "More often in spam: your." in figure.alt_text


def test_word_effects_begin_with_the_largest() -> None:
    figure = plots.word_effects(["a", "b", "c"], np.array([0.1, -0.4, 0.0]), probability=0.3)
    (axes,) = figure.axes
    assert [text.get_text() for text in axes.get_yticklabels()] == ["b", "a", "c"]
    assert [round(bar.get_width()) for bar in axes.patches] == [-40, 10, 0]
    assert "0.4" not in figure.alt_text, "what a training decides does not stand in a text that is compared"


def test_a_mail_without_a_known_word_gets_a_picture_that_says_so() -> None:
    figure = plots.word_effects([], [], probability=0.3)
    (axes,) = figure.axes
    assert not axes.patches
    assert "30 %" in axes.texts[0].get_text()
    assert "no word" in figure.alt_text


@pytest.mark.parametrize(
    "draw",
    [
        lambda: plots.word_shares(["a"], [0.1, 0.2], [0.1]),
        lambda: plots.word_shares([], [], []),
        lambda: plots.word_effects(["a"], [], probability=0.5),
    ],
)
def test_what_does_not_fit_together_is_refused(draw) -> None:
    with pytest.raises(ValueError, match="as many of each"):
        draw()
