"""The drawing pad in a real JupyterLab, with a kernel that answers: mouse, touch, keys, a dot, and a kernel that is busy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import nbformat
import pytest
from browser_lab import NotebookPage, browser_or_skip, running_lab

from dlcourse.explore.browser import open_browser

# Ink in the middle column speaks for 1, ink in the middle row for 0.
MODEL = """
import keras, numpy as np
from keras import layers
from dlcourse import explore
model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, "softmax")])
weights = np.full((28, 28, 10), -0.5)
weights[13:16, :10, 0] = weights[:10, 13:16, 1] = 1
model.set_weights([weights.reshape(784, 10), np.zeros(10)])
"""
SCRATCH = "0  # a cell to write in"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NotebookPage]:
    browser_or_skip()
    base = tmp_path_factory.mktemp("lab")
    folder = base / "course"
    folder.mkdir()
    cells = [
        nbformat.v4.new_code_cell(source) for source in (MODEL, "pad = explore.draw(model)\npad", SCRATCH)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "draw.ipynb")
    with running_lab(folder, base) as lab, open_browser() as browser:
        page = NotebookPage(
            browser.new_page(viewport={"width": 1280, "height": 1000}, has_touch=True), lab, "draw.ipynb"
        )
        page.run_all()
        yield page


class Pad:
    """The pad under the hand: points are shares of its side."""

    def __init__(self, notebook: NotebookPage) -> None:
        self.notebook, self.page = notebook, notebook.page
        self.root = notebook.cell("pad = explore.draw").locator(".dlx")
        self.root.scroll_into_view_if_needed()
        self.field = self.root.locator(".dlx-pad")

    def at(self, x: float, y: float) -> tuple[float, float]:
        self.field.scroll_into_view_if_needed()
        box = self.field.bounding_box()
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    def stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*self.at(*start))
        self.page.mouse.down()
        self.page.mouse.move(*self.at(*end), steps=8)
        self.page.mouse.up()

    def settle(self) -> None:
        """Wait until the pad has stood still for half a second: JupyterLab lays a notebook of another width out in steps."""
        self.field.scroll_into_view_if_needed()
        self.field.evaluate("""(field) => new Promise((done) => {
            let [last, since] = ["", performance.now()];
            const look = (now) => {
                const { left, top, width } = field.getBoundingClientRect();
                if (last !== `${left} ${top} ${width}`) [last, since] = [`${left} ${top} ${width}`, now];
                if (now - since > 500) done();
                else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        })""")

    def says(self, words: str) -> None:
        """Wait until the headline says it."""
        self.root.locator(".dlx-headline", has_text=words).wait_for()

    def button(self, name: str) -> Any:
        return self.root.get_by_role("button", name=name)

    def in_python(self, source: str, expected: str) -> None:
        cell = self.notebook.code_cells().last
        self.notebook.write(cell, source)
        self.notebook.run(cell)
        self.notebook.output(cell, expected)


@pytest.fixture
def pad(notebook: NotebookPage) -> Pad:
    pad = Pad(notebook)
    pad.button("Clear").click()
    pad.says("Draw a digit")
    return pad


def test_a_stroke_of_the_mouse_is_read_by_the_model_in_the_kernel(pad: Pad) -> None:
    pad.stroke((0.2, 0.1), (0.2, 0.8))
    pad.says("The network says 1")
    pad.in_python(
        "print('python', pad.probabilities.argmax(), pad.image.shape, len(pad.strokes))",
        "python 1 (28, 28) 1",
    )
    pad.button("Clear").click()
    pad.stroke((0.1, 0.8), (0.9, 0.8))
    pad.says("The network says 0")


def test_bars_move_while_the_hand_still_draws(pad: Pad) -> None:
    pad.page.mouse.move(*pad.at(0.5, 0.1))
    pad.page.mouse.down()
    pad.page.mouse.move(*pad.at(0.5, 0.7), steps=8)
    pad.says("The network says 1")
    pad.page.mouse.up()


def test_undo_by_button_and_by_keys_takes_back_one_stroke(pad: Pad) -> None:
    pad.stroke((0.5, 0.1), (0.5, 0.9))
    pad.stroke((0.1, 0.1), (0.3, 0.1))
    pad.in_python("print('now', len(pad.strokes))", "now 2")
    pad.field.focus()
    pad.page.keyboard.press("Control+z")
    pad.in_python("print('then', len(pad.strokes))", "then 1")
    pad.says("The network says 1")
    pad.button("Undo the last stroke").click()
    pad.says("Draw a digit")
    pad.in_python("print('last', len(pad.strokes), pad.probabilities)", "last 0 None")


def test_the_rubber_takes_ink_away(pad: Pad) -> None:
    pad.stroke((0.5, 0.1), (0.5, 0.9))
    pad.says("The network says 1")
    rub = pad.root.get_by_label("rub out instead of drawing")
    rub.check()
    pad.stroke((0.5, 0.0), (0.5, 1.0))
    pad.says("Draw something larger")
    rub.uncheck()


def test_a_dot_is_too_small(pad: Pad) -> None:
    pad.page.mouse.click(*pad.at(0.5, 0.5))
    pad.says("Draw something larger")
    assert "Draw something larger" in pad.root.locator(".dlx-readout").text_content()
    pad.in_python("print('dot', pad.probabilities)", "dot None")


def test_a_finger_draws_and_does_not_scroll(pad: Pad) -> None:
    touch = pad.page.context.new_cdp_session(pad.page)
    scrolled = "() => document.querySelector('.jp-WindowedPanel-outer').scrollTop"
    (x, top), (_, bottom) = pad.at(0.5, 0.15), pad.at(0.5, 0.85)
    before = pad.page.evaluate(scrolled)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": bottom}]})
    for share in (0.25, 0.5, 0.75, 1.0):
        y = bottom + share * (top - bottom)
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    pad.says("The network says 1")
    assert pad.page.evaluate(scrolled) == before
    pad.in_python("print('finger', len(pad.strokes))", "finger 1")


def test_keys_alone_draw_and_say_where_the_pen_is(pad: Pad) -> None:
    pad.field.focus()
    keys = pad.page.keyboard
    for _ in range(9):
        keys.press("ArrowUp")
    keys.press(" ")
    for _ in range(18):
        keys.press("ArrowDown")
    assert "Pen down, 50 % from the left, 86 % from the top" in pad.root.text_content()
    keys.press("Escape")
    assert "Pen up" in pad.root.text_content()
    pad.says("The network says 1")
    assert pad.field.evaluate("(field) => document.activeElement === field"), (
        "JupyterLab left the keys to the pad"
    )
    keys.press("Delete")
    pad.says("Draw a digit")
    keys.press("Tab")
    assert pad.page.evaluate("document.activeElement.textContent") == "Undo the last stroke"


def test_a_cell_draws_and_shows_the_example(pad: Pad) -> None:
    pad.in_python("pad.strokes = [{'rub': False, 'points': [[0.1, 0.5], [0.9, 0.5]]}]; print('set')", "set")
    pad.says("The network says 0")
    pad.button("Show the example").click()
    pad.root.locator(".dlx-headline", has_text="The network says 0").wait_for(state="hidden")
    pad.in_python("print('example', pad.drawing['example'], pad.image.any())", "example True True")


def test_a_busy_kernel_is_waited_for_and_keeps_the_drawing(pad: Pad) -> None:
    cell = pad.notebook.code_cells().last
    # A sleep would not do: JupyterLab sends widgets' messages to a thread of their own. This leaves it no turn.
    pad.notebook.write(cell, "sum(range(300_000_000)); print('awake')")
    pad.page.keyboard.press("Control+Enter")
    pad.stroke((0.5, 0.1), (0.5, 0.6))
    pad.stroke((0.5, 0.6), (0.5, 0.9))
    pad.says("Waiting for the kernel")
    assert "Your drawing is kept" in pad.root.text_content()
    pad.says("The network says 1")
    pad.in_python("print('kept', len(pad.strokes))", "kept 2")


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_follows_the_theme_and_hangs_out_of_no_narrow_column(pad: Pad, theme: str) -> None:
    pad.page.evaluate(
        "(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {theme}"
    )
    pad.page.set_viewport_size({"width": 520 if theme == "Dark" else 1280, "height": 1000})
    pad.root.and_(pad.page.locator(f'[data-theme="{theme.lower()}"]')).wait_for()
    wide, room = pad.root.evaluate("(root) => [root.scrollWidth, root.clientWidth]")
    assert wide <= room
    pad.settle()
    pad.stroke((0.5, 0.1), (0.5, 0.8))
    pad.says("The network says 1")


def test_nothing_complains_and_nothing_asks_the_network(notebook: NotebookPage) -> None:
    ours = [
        said for said in notebook.complaints if "/static/lab/" not in said
    ]  # JupyterLab's own, on a change of theme
    assert ours == []
    assert notebook.elsewhere == set()


def test_a_kernel_that_is_gone_is_said_so_and_the_drawing_stays(notebook: NotebookPage, pad: Pad) -> None:
    pad.stroke((0.5, 0.1), (0.5, 0.6))
    pad.says("The network says 1")
    notebook.page.evaluate("jupyterapp.commands.execute('kernelmenu:shutdown')")
    notebook.page.locator(".jp-StatusBar-TextItem", has_text="No Kernel").or_(
        notebook.page.locator(".jp-Toolbar-kernelName", has_text="No Kernel")
    ).first.wait_for()
    before = pad.field.evaluate("(field) => field.parentElement.querySelector('canvas').toDataURL()")
    pad.stroke((0.2, 0.1), (0.8, 0.1))
    pad.says("Waiting for the kernel")
    assert pad.field.evaluate("(field) => field.parentElement.querySelector('canvas').toDataURL()") != before
