"""The computation graph's explorer under the hand: in a real JupyterLab, and on a bare page with a stand-in for the kernel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from browser_lab import Explorer, NotebookPage, browser_or_skip, running_lab
from graphs_to_draw import line, network, shared

from dlcourse import explore
from dlcourse.explore import snapshot
from dlcourse.explore.browser import open_browser

CELLS = [
    "from dlcourse import explore\nfound = explore.graph()\nfound",
    'found.inputs = {"x": 3}',
    'print("read:", found.inputs["w"], found.value, found.step)',
]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


def slider_of(explorer: Explorer, name: str) -> Any:
    """The slider of the number of exactly that name."""
    return explorer.root.get_by_role("slider", name=name, exact=True)


class Hand:
    """The explorer on a page of its own."""

    def __init__(
        self, browser: Any, widget: explore.GraphExplorer, width: int = 780, step: int = 0, **options: Any
    ):
        self.page = browser.new_page(viewport={"width": width, "height": 1000}, **options)
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.problems.append(said.text))
        snapshot.show_on(self.page, "graph.js", {**widget.shown_state(), "step": step})
        self.explorer = Explorer(self.page.locator(".dlx"))
        self.canvas = self.page.locator("canvas")

    def says(self) -> str:
        """The headline and everything below the picture, two frames from now."""
        self.explorer.pixels()
        return " | ".join(self.page.locator(".dlx-headline, .dlx-readout > *").all_text_contents())

    def slider(self, name: str) -> Any:
        return slider_of(self.explorer, name)

    def click(self, label: str) -> str:
        self.page.get_by_role("button", name=label).click()
        return self.says()

    def press(self, *keys: str) -> str:
        for key in keys:
            self.page.keyboard.press(key)
        return self.says()


@pytest.fixture
def hand(browser: Any) -> Iterator[Hand]:
    hand = Hand(browser, explore.graph())
    yield hand
    assert hand.problems == []
    hand.page.close()


def test_in_jupyterlab_keys_reveal_numbers_and_a_cell_moves_them(
    browser: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("lab")
    folder = Path(base, "course")
    folder.mkdir()
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "graph.ipynb")
    with running_lab(folder, base) as lab:
        notebook = NotebookPage(
            browser.new_page(viewport={"width": 1280, "height": 1000}), lab, "graph.ipynb"
        )
        notebook.run(notebook.cell("explore.graph()"))
        explorer = notebook.explorer("explore.graph()")
        headline = explorer.root.locator(".dlx-headline")
        assert headline.text_content() == "Forwards: 0 of 4 values"
        canvas = explorer.root.locator("canvas")
        canvas.focus()
        pictures = [explorer.pixels()]
        for _ in range(5):
            notebook.page.keyboard.press("ArrowRight")
            pictures.append(explorer.pixels())
        assert len(set(pictures)) == 6, "another picture at every step"
        assert canvas.evaluate("(it) => document.activeElement === it"), "JupyterLab left the keys to it"
        assert headline.text_content() == "Backwards: 1 of 8 steps"
        notebook.page.keyboard.press("ArrowRight")
        explorer.root.get_by_text("gradient of e = gradient of L × slope of L by e = 1 × 4 = 4").wait_for()
        notebook.run(notebook.cell("found.inputs = "))
        explorer.root.get_by_text("= 1 × 12 = 12").wait_for()  # x = 3: e = 6
        assert slider_of(explorer, "x").input_value() == "3"
        slider_of(explorer, "w").focus()
        notebook.page.keyboard.press("ArrowRight")
        reader = notebook.cell("read:")
        notebook.run(reader)
        moved = float(slider_of(explorer, "w").input_value())
        assert moved > 3
        assert notebook.output(reader, f"read: {moved} {(moved * 3 + 3 - 6) ** 2}").split()[-1] == "6"
        assert notebook.complaints == []
        assert notebook.elsewhere == set()


def test_nothing_is_shown_before_its_step(hand: Hand) -> None:
    seen = hand.says()
    assert "Next: the value of a" in seen
    assert not re.search(r"\b(4|6|8|16)\b", re.sub(r"\d of \d+ \w+", "", seen)), "no result yet"
    texts = [hand.click("Next step") for _ in range(12)]
    assert "a = w × x = 3 × 2 = 6" in texts[0]
    assert "gradient of L = 1" in texts[4]
    shares = [text for text in texts if "so far" in text]
    assert len(shares) == 1
    assert "gradient of x = 4 so far" in shares[0]
    assert "= 16" in shares[0]
    assert "used elsewhere too" in next(text for text in texts if "gradient of x = gradient of y" in text)
    assert hand.click("Next step") == texts[-1], "the end is the end"
    assert hand.click("One step back") == texts[-2]


def test_keys_step_choose_and_move(hand: Hand) -> None:
    first = hand.says()
    hand.canvas.focus()
    assert "a = w × x = 3 × 2 = 6" in hand.press("ArrowRight")
    assert "a = w × x = 3.1 × 2 = 6.2" in hand.press("ArrowUp")
    assert "a = w × x = 3.1 × 1.95 = 6.04" in hand.press("PageDown", "ArrowDown")
    assert "Backwards: 8 of 8" in hand.press("End")
    assert hand.press("Home") == first
    assert hand.press("ArrowLeft") == first, "the start is the start"
    assert hand.slider("x").input_value() == "1.95"


def test_play_goes_to_the_end_of_its_half_and_a_key_stops_it(hand: Hand) -> None:
    hand.page.get_by_role("button", name="Play forwards").click()
    hand.page.get_by_text("Forwards: 4 of 4 values").wait_for()
    hand.page.wait_for_timeout(900)
    assert "Forwards: 4 of 4" in hand.says(), "it stops before the gradients"
    hand.page.get_by_role("button", name="Play backwards").click()
    hand.page.get_by_text("Backwards: 2 of 8 steps").wait_for()
    stopped = hand.click("One step back")
    hand.page.wait_for_timeout(900)
    assert hand.says() == stopped
    hand.page.emulate_media(reduced_motion="reduce")
    assert "Backwards: 8 of 8" in hand.click("Play backwards")


def test_a_drag_and_a_slider_change_an_input_and_start_again_brings_it_back(hand: Hand) -> None:
    before = hand.explorer.pixels()
    hand.press("Tab")
    hand.click("Next step")
    box = hand.canvas.bounding_box()
    place = box["x"] + 70, box["y"] + 40  # the first box on the left: w
    hand.page.mouse.move(*place)
    hand.page.mouse.down()
    hand.page.mouse.move(place[0] + 20, place[1], steps=4)
    hand.page.mouse.up()
    moved = float(hand.slider("w").input_value())
    assert moved > 4
    assert f"= {moved:g} × 2 = {2 * moved:g}" in hand.says()
    hand.slider("x").fill("-1")
    assert f"= {moved:g} × (−1) = −{moved:g}" in hand.says()
    hand.click("Start again")
    hand.page.mouse.move(5, 5)
    hand.canvas.evaluate("(it) => it.blur()")
    assert hand.explorer.pixels() == before


def test_a_finger_changes_an_input_and_scrolls_the_page_elsewhere(browser: Any) -> None:
    hand = Hand(browser, explore.graph(), width=360, has_touch=True)
    prevented = """([x, y]) => {
        const canvas = document.querySelector("canvas");
        const box = canvas.getBoundingClientRect();
        const touch = new Touch({ identifier: 1, target: canvas, clientX: box.x + x, clientY: box.y + y });
        const event = new TouchEvent("touchstart", { touches: [touch], cancelable: true, bubbles: true });
        canvas.dispatchEvent(event);
        return event.defaultPrevented;
    }"""
    width = hand.canvas.bounding_box()["width"]
    assert hand.page.evaluate(prevented, [70, 40])
    assert not hand.page.evaluate(prevented, [width - 10, 150])
    hand.page.close()


@pytest.mark.parametrize("width", [360, 780, 1200])
def test_nothing_hangs_out_at_any_width_and_what_happens_is_in_sight(browser: Any, width: int) -> None:
    for root in (line(), shared(), network(), network(3)):
        hand = Hand(browser, explore.graph(root), width=width)
        hand.canvas.focus()
        for _ in range(8):
            hand.press("ArrowRight")
        assert hand.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        inside = hand.page.evaluate("""() => {
            const [box, canvas] = [".dlx-scroll", "canvas"].map((name) => document.querySelector(name));
            return [box.scrollWidth > box.clientWidth, canvas.getBoundingClientRect().width, canvas.width];
        }""")
        assert inside[1] == inside[2], "no pixel is stretched"
        assert hand.problems == []
        hand.page.close()


def test_a_graph_too_wide_for_the_page_scrolls_to_the_step(browser: Any) -> None:
    hand = Hand(browser, explore.graph(network()), width=360)
    hand.canvas.focus()
    places = set()
    for _ in range(explore.graph(network()).last):
        hand.press("ArrowRight")
        places.add(
            tuple(
                hand.page.evaluate(
                    "(({ scrollLeft: x, scrollTop: y }) => [x, y])(document.querySelector('.dlx-scroll'))"
                )
            )
        )
    assert len({x for x, _ in places}) > 3
    assert len({y for _, y in places}) > 3
    hand.page.close()


def test_many_inputs_share_one_slider(browser: Any) -> None:
    hand = Hand(browser, explore.graph(network(), weights=("w11",)))
    choice = hand.page.get_by_label("which number to change")
    choice.select_option("x2")
    slider = hand.explorer.slider("its value")
    assert slider.input_value() == "-2"
    slider.focus()
    hand.press("ArrowRight")
    assert float(slider.input_value()) == pytest.approx(-1.95)
    choice.select_option("w11")
    assert slider.count() == 1
    hand.canvas.focus()
    hand.press("PageUp")
    assert choice.input_value() != "w11"
    assert hand.problems == []
    hand.page.close()


def test_a_value_that_does_not_exist_is_said(browser: Any) -> None:
    from dlcourse.scratch import Value

    hand = Hand(browser, explore.graph(Value(2, "x").log() / Value(1, "y")), step=2)
    hand.slider("x").fill("-1")
    assert "not a number" in hand.says()
    hand.slider("x").fill("2")
    hand.slider("y").fill("0")
    assert "∞" in hand.says()
    assert hand.problems == []
    hand.page.close()


def test_both_themes_are_drawn_and_all_controls_have_names(browser: Any) -> None:
    corners = []
    for scheme in ("light", "dark"):
        hand = Hand(browser, explore.graph(), step=9, color_scheme=scheme)
        corners.append(hand.canvas.evaluate("(c) => c.getContext('2d').getImageData(1, 1, 1, 1).data[0]"))
        for label in ("w", "x", "t"):
            assert hand.slider(label).count() == 1
        assert "gradient of" in hand.canvas.get_attribute("aria-label")
        hand.page.close()
    assert corners[0] > 200
    assert corners[1] < 60
