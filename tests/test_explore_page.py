"""The neuron's explorer under the hand, on a bare page with a stand-in for the kernel: mouse, keys, touch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from browser_lab import Explorer, browser_or_skip

from dlcourse import explore
from dlcourse.explore import snapshot
from dlcourse.explore.browser import open_browser

BOX = {"left": 46, "top": 30, "right": 14, "bottom": 46}  # the margins of `plane` in drawing.js


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


class Hand:
    """An explorer on a page of its own, and the mouse in its data's units."""

    def __init__(self, browser: Any, widget: explore.NeuronExplorer, **options: Any) -> None:
        self.widget = widget
        self.page = browser.new_page(viewport={"width": 780, "height": 900}, **options)
        snapshot.show_on(self.page, "neuron.js", widget.shown_state())
        self.explorer = Explorer(self.page.locator(".dlx"))
        self.canvas = self.page.locator("canvas")
        self.size = self.canvas.bounding_box()
        points = np.array(widget.points)
        low, high = points.min(axis=0), points.max(axis=0)
        room = 0.14 * (high - low)
        inner = np.array(
            [
                self.size["width"] - BOX["left"] - BOX["right"],
                self.size["height"] - BOX["top"] - BOX["bottom"],
            ]
        )
        self.unit = (inner / (high - low + 2 * room)).min()  # pixels, the same on both axes
        self.middle = (low + high) / 2
        self.centre = np.array([BOX["left"], BOX["top"]]) + inner / 2 + [self.size["x"], self.size["y"]]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The page's pixel of a point."""
        right, up = (np.array([x, y]) - self.middle) * self.unit
        return self.centre[0] + right, self.centre[1] - up

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from one pixel to another in five steps."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=5)
        self.page.mouse.up()

    @property
    def neuron(self) -> tuple[float, float, float]:
        """(w1, w2, b) as the controls say."""
        self.explorer.pixels()  # two frames pass
        texts = self.page.locator(".dlx-slider output").all_text_contents()
        return tuple(float(text.replace("−", "-")) for text in texts)

    def line_passes(self, x: float, y: float) -> bool:
        """Whether the line goes through that point, to a pixel or two."""
        w1, w2, b = self.neuron
        return abs(w1 * x + w2 * y + b) / np.hypot(w1, w2) * self.unit < 4


@pytest.fixture
def hand(browser: Any) -> Iterator[Hand]:
    hand = Hand(browser, explore.neuron())
    yield hand
    hand.page.close()


def test_a_drag_of_the_line_moves_it_and_keeps_its_direction(hand: Hand) -> None:
    on_the_line = (0.8, -2.0)  # w = (1, 0.4), b = 0
    hand.drag(hand.at(*on_the_line), hand.at(1.5, -0.5))
    w1, w2, _ = hand.neuron
    assert (w1, w2) == (1.0, 0.4)
    assert hand.line_passes(1.5, -0.5)


def test_a_drag_of_the_tip_turns_the_line_about_its_handle(hand: Hand) -> None:
    w = np.array([1.0, 0.4])
    foot = hand.middle - w * (w @ hand.middle) / (w @ w)
    unit = w / np.linalg.norm(w)
    limit = 2  # of the sliders; the arrow is 0.8 of the box there
    length = 0.8 * (hand.size["width"] - 60) * np.linalg.norm(w) / limit / hand.unit
    before = hand.explorer.pixels()
    hand.drag(hand.at(*(foot + length * unit)), hand.at(foot[0], foot[1] + 2))
    assert hand.explorer.pixels() != before
    w1, w2, _ = hand.neuron
    assert abs(w1) < 0.05 < w2, "w points up now, and so the line is level"
    assert np.hypot(w1, w2) == pytest.approx(np.linalg.norm(w), abs=0.03), "w keeps its length"
    assert hand.line_passes(*foot)


def test_a_dragged_point_takes_its_output_along(hand: Hand) -> None:
    mistakes = hand.explorer.mistakes()
    hand.drag(hand.at(2.8, -1.2), hand.at(-1.5, -1.0))
    hand.explorer.pixels()
    assert hand.explorer.mistakes() == mistakes - 1
    readout = hand.page.locator(".dlx-readout").text_content()
    assert "−1.9" in readout
    assert "right" in readout
    hand.drag(hand.at(-1.5, -1.0), (hand.size["x"] + 2000, hand.size["y"] - 500))
    hand.explorer.pixels()
    assert hand.explorer.mistakes() == mistakes, "held at the edge of the picture, not lost"


def test_start_again_brings_the_first_state_back(hand: Hand) -> None:
    before = hand.explorer.pixels()
    hand.drag(hand.at(0.8, -2.0), hand.at(1.5, -0.5))
    hand.drag(hand.at(-2.5, 1.5), hand.at(0.0, -1.0))
    hand.page.mouse.move(5, 5)
    assert hand.explorer.pixels() != before
    hand.page.get_by_role("button", name="Start again").click()
    assert hand.neuron == (1.0, 0.4, 0.0)
    assert hand.explorer.mistakes() == 5


def test_everything_can_be_done_by_keys(hand: Hand) -> None:
    page = hand.page
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate("document.activeElement.tagName + ' ' + (document.activeElement.type ?? '')")
        )
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid", "the focus can be seen"
    assert stops == ["CANVAS ", *["INPUT range"] * 3, "INPUT checkbox", "BUTTON button"]
    hand.canvas.focus()
    chosen = page.locator(".dlx-readout").text_content()
    page.keyboard.press("PageDown")
    hand.explorer.pixels()
    moved = page.locator(".dlx-readout").text_content()
    assert "Point 4" in moved
    assert moved != chosen
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    hand.explorer.pixels()
    assert page.locator(".dlx-readout").text_content() != moved
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    hand.explorer.pixels()
    assert "Point 2" in page.locator(".dlx-readout").text_content()


def test_controls_and_picture_have_names(hand: Hand) -> None:
    for label in ("w1, the weight of x1", "w2, the weight of x2", "b, the bias", "output at every point"):
        assert hand.page.get_by_label(label).count() == 1
    assert "5 mistakes in 10 points" in hand.canvas.get_attribute("aria-label")
    assert hand.explorer.slider("b, the bias").get_attribute("aria-valuetext") == "0.0"


def test_data_that_is_not_to_be_dragged_stays(browser: Any) -> None:
    rng = np.random.default_rng(0)
    points = np.vstack([rng.normal(-1, 1, size=(40, 2)), rng.normal(1, 1, size=(40, 2))])
    hand = Hand(browser, explore.neuron(points, [0] * 40 + [1] * 40, w=(1, 1), b=0))
    far = max(points.tolist(), key=lambda point: point[0])
    hand.drag(hand.at(*far), hand.at(-3, -3))
    hand.explorer.pixels()
    assert hand.explorer.mistakes() == hand.widget.mistakes
    assert f"Point {points.tolist().index(far) + 1} " in hand.page.locator(".dlx-readout").text_content()
    hand.page.close()


def test_a_finger_drags_what_it_hits_and_scrolls_the_rest(browser: Any) -> None:
    hand = Hand(browser, explore.neuron(), has_touch=True)
    hand.page.set_viewport_size({"width": 780, "height": 420})
    session = hand.page.context.new_cdp_session(hand.page)

    def swipe(start: tuple[float, float], end: tuple[float, float]) -> None:
        session.send(
            "Input.dispatchTouchEvent",
            {"type": "touchStart", "touchPoints": [dict(zip("xy", start, strict=True))]},
        )
        for share in np.linspace(0.1, 1, 10):
            place = np.array(start) + share * (np.array(end) - start)
            session.send(
                "Input.dispatchTouchEvent",
                {"type": "touchMove", "touchPoints": [dict(zip("xy", place, strict=True))]},
            )
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    mistakes = hand.explorer.mistakes()
    swipe(hand.at(-1.5, 3.0), hand.at(1.0, 1.2))
    hand.explorer.pixels()
    assert hand.explorer.mistakes() == mistakes - 1
    assert hand.page.evaluate("scrollY") == 0
    swipe(hand.at(-1.8, 0.4), hand.at(-1.8, 3.0))  # nothing there
    hand.page.wait_for_function("scrollY > 0")
    hand.page.close()


@pytest.mark.parametrize("w", [(0, 0), (1e-9, 0), (1e6, -1e6), (0, 1)])
@pytest.mark.parametrize("b", [0, 1e5, -3])
def test_odd_neurons_are_drawn_without_an_error(browser: Any, w: tuple[float, float], b: float) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    snapshot.show_on(page, "neuron.js", explore.neuron(w=w, b=b).shown_state())
    page.mouse.move(250, 250)
    page.mouse.down()
    page.mouse.move(300, 200, steps=3)
    page.mouse.up()
    texts = page.locator(".dlx").text_content()
    assert problems == []
    assert "NaN" not in texts
    assert "Infinity" not in texts
    page.close()
