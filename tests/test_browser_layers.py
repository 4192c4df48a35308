"""The layers' explorer under the hand, on a bare page with a stand-in for the kernel: keys, mouse, touch, training."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser_lab import browser_or_skip
from shown_explorer import Shown

from dlcourse import explore
from dlcourse.explore.browser import open_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


@pytest.fixture
def show(browser: Any) -> Iterator[Callable[..., Shown]]:
    shown: list[Shown] = []

    def open_one(widget: Any = None, **options: Any) -> Shown:
        shown.append(Shown(browser, widget or explore.layers(), **options))
        return shown[-1]

    yield open_one
    for one in shown:
        assert one.complaints == []
        one.page.close()


def test_layers_and_widths_by_keys_change_shapes_parameters_and_picture(show: Callable[..., Shown]) -> None:
    shown = show()
    assert "17 parameters" in shown.headline()
    before = shown.pixels()
    shown.press("units in hidden layer 1", "ArrowRight")
    assert "21 parameters" in shown.headline()
    assert "2 × 5 weights + 5 biases = 15" in shown.readout()
    assert shown.pixels() != before
    assert shown.slider("units in hidden layer 2").is_hidden()
    shown.press("hidden layers", "ArrowRight")
    shown.press("units in hidden layer 2", "Home")
    assert "5 × 1 weights + 1 bias = 6" in shown.readout()
    assert "15 + 6 + 2 = 23" in shown.readout()
    shown.press("hidden layers", "Home")
    assert "3 parameters" in shown.headline()
    assert "2 × 1 weights + 1 bias = 3" in shown.readout()
    shown.press("hidden layers", "End")
    assert shown.slider("units in hidden layer 4").is_visible()
    assert "(batch, 4), (batch, 1)" in shown.canvas.get_attribute("aria-label")
    assert shown.root.evaluate("(root) => root.scrollWidth <= root.clientWidth")


def test_training_draws_what_the_layers_can_and_no_more(show: Callable[..., Shown]) -> None:
    shown = show(explore.layers(hidden=(4,)))
    start = shown.pixels()
    wrong = {}
    for hidden, steps in ((4, 3), (1, 4)):
        shown.press("units in hidden layer 1", "ArrowLeft", 0 if hidden == 4 else steps)
        assert "Not trained yet" in shown.readout()
        shown.button("Train 1,000 steps").click()
        shown.root.get_by_text("After 1,000 steps of training").wait_for()
        wrong[hidden] = int(re.search(r"(\d+) of 120", shown.headline()).group(1))
        assert shown.button("Train 1,000 steps").is_visible(), "it has stopped by itself"
    assert wrong[4] <= 5
    assert wrong[1] >= 25, "one unit draws a line, and a line cannot close around a class"
    shown.press("units in hidden layer 1", "ArrowRight", 3)
    shown.button("Train 1,000 steps").click()
    shown.root.get_by_text("After 1,000 steps of training").wait_for()
    shown.button("Back to this start").click()
    shown.page.evaluate("document.activeElement.blur()")
    assert shown.pixels() == start


def test_another_start_is_another_picture(show: Callable[..., Shown]) -> None:
    shown = show()
    before = shown.pixels()
    shown.button("Other start").click()
    assert shown.pixels() != before


def test_a_unit_can_be_chosen_by_keys_and_by_mouse(show: Callable[..., Shown]) -> None:
    shown = show()
    assert "The output at the cross" in shown.readout()
    shown.canvas.focus()
    shown.page.keyboard.press("PageUp")
    assert "Unit 4 of hidden layer 1 at the cross" in shown.readout()
    shown.page.keyboard.press("PageDown")
    shown.page.keyboard.press("PageDown")
    assert "Input x1 at the cross" in shown.readout()
    at_cross, value = re.search(r"cross \((\S+), \S+\): ([\d.]+)", shown.readout()).groups()
    assert at_cross == value, "the first input of a point is its x1"
    shown.page.keyboard.press("ArrowRight")
    moved = re.search(r"cross \((\S+),", shown.readout()).group(1)
    assert float(moved) > float(at_cross)
    shown.page.keyboard.press("PageUp")
    box = shown.canvas.bounding_box()
    shown.page.mouse.move(box["x"] + 40, box["y"] + 8)
    places = [(x, y) for x in range(60, 400, 35) for y in range(60, 330, 35)]
    seen = set()
    for x, y in places:
        shown.page.mouse.move(box["x"] + x, box["y"] + y)
        seen |= set(re.findall(r"(Input x\d|Unit \d of|The output)", shown.readout()))
    assert seen == {"Input x1", "Input x2", "The output", *(f"Unit {k} of" for k in range(1, 5))}


def test_a_tap_keeps_a_unit_and_a_finger_on_it_scrolls(show: Callable[..., Shown]) -> None:
    shown = show(width=360, has_touch=True)
    box = shown.canvas.bounding_box()
    x, y = _place_of(shown, "Unit 1 of hidden layer 1")
    shown.page.touchscreen.tap(box["x"] + x, box["y"] + y)
    assert "Unit 1 of hidden layer 1" in shown.readout()
    held = shown.canvas.evaluate(
        """(canvas, [x, y]) => {
            const box = canvas.getBoundingClientRect();
            const touch = new Touch({ identifier: 1, target: canvas, clientX: box.left + x, clientY: box.top + y });
            const begins = new TouchEvent("touchstart", { touches: [touch], cancelable: true, bubbles: true });
            canvas.dispatchEvent(begins);
            return begins.defaultPrevented;
        }""",
        [x, y],
    )
    assert not held, "the page may scroll"


def _place_of(shown: Shown, unit: str) -> tuple[float, float]:
    """Where on the canvas the mouse finds that unit."""
    box = shown.canvas.bounding_box()
    for x in range(20, int(box["width"]), 20):
        for y in range(50, 300, 20):
            shown.page.mouse.move(box["x"] + x, box["y"] + y)
            if unit in shown.readout():
                shown.page.mouse.move(0, 0)
                return x, y
    raise AssertionError(f"{unit} was not found")


def test_train_stands_under_the_picture_and_goes_on_while_the_rest_is_in_sight(
    show: Callable[..., Shown],
) -> None:
    shown = show(width=360)
    button = shown.root.get_by_role("button", name="Train 1,000 steps")
    canvas, place = shown.canvas.bounding_box(), button.bounding_box()
    assert 0 <= place["y"] - canvas["y"] - canvas["height"] < 40
    shown.page.evaluate("document.querySelector('main').style.paddingBottom = '3000px'")
    shown.page.evaluate("(y) => scrollTo(0, y)", canvas["y"] + canvas["height"] + 5)
    button.click()
    shown.root.get_by_text("After 1,000 steps of training").wait_for(state="attached")


def test_the_cross_is_dragged_by_mouse_and_by_finger(show: Callable[..., Shown]) -> None:
    shown = show(has_touch=True)
    box = shown.canvas.bounding_box()
    where = r"cross \((\S+), (\S+)\)"
    before = re.search(where, shown.readout()).groups()
    shown.page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 200)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 150, steps=3)
    shown.page.mouse.up()
    dragged = re.search(where, shown.readout()).groups()
    assert dragged != before
    shown.page.touchscreen.tap(box["x"] + 0.9 * box["width"], box["y"] + 120)
    assert re.search(where, shown.readout()).groups() != dragged


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800])
def test_nothing_hangs_out_and_all_words_are_inside(
    show: Callable[..., Shown], theme: str, width: int
) -> None:
    shown = show(explore.layers(hidden=(8, 8, 8, 8)), width=width, color_scheme=theme)
    assert "249 parameters" in shown.headline()
    assert shown.root.get_attribute("data-theme") == theme
    assert shown.root.evaluate("(root) => root.scrollWidth <= root.clientWidth")
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
