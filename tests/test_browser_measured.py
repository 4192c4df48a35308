"""The explorers of lessons 8 to 10 (kernel, fixes, comparison): by mouse, keys and touch on a bare page, and in a real JupyterLab.

In JupyterLab: a cell that sets and reads, and a training on demand that grows, stops and leaves the kernel free.
Skipped, with the reason, where there is no Chromium or Playwright; with DLCOURSE_REQUIRE_BROWSER=1 that is a failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import nbformat
import numpy as np
import pytest
from browser_lab import NotebookPage, browser_or_skip, running_lab
from shown_explorer import Shown
from test_explore_comparison import table
from test_explore_fixes import runs

from dlcourse import explore
from dlcourse.explore.browser import open_browser

PICTURES = np.random.default_rng(0).uniform(size=(2, 28, 28)).round(2)


def kernel() -> explore.KernelExplorer:
    return explore.kernel(PICTURES, names=["noise", "more noise"])


def fixes() -> explore.FixesExplorer:
    return explore.fixes(runs())


def comparison() -> explore.ComparisonExplorer:
    return explore.comparison(table())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


@pytest.fixture
def show(browser: Any) -> Iterator[Any]:
    opened: list[Shown] = []

    def one(widget: Any, **options: Any) -> Shown:
        opened.append(Shown(browser, widget, **options))
        return opened[-1]

    yield one
    for shown in opened:
        shown.page.close()
        assert shown.complaints == []


@pytest.mark.parametrize("make", [kernel, fixes, comparison])
@pytest.mark.parametrize("width", [360, 780])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_none_hangs_out_and_every_control_has_a_name(show: Any, make: Any, width: int, scheme: str) -> None:
    shown = show(make(), width=width, color_scheme=scheme)
    wide, room = shown.root.evaluate("(root) => [root.scrollWidth, root.clientWidth]")
    assert wide <= room
    assert shown.root.get_attribute("data-theme") == scheme
    unnamed = shown.root.locator("input, select, button, canvas").evaluate_all(
        "(all) => all.filter((one) => !(one.ariaLabel || one.labels?.length || one.textContent.trim())).length"
    )
    assert unnamed == 0
    assert len(shown.canvas.get_attribute("aria-label")) > 40
    assert re.search(r"NaN|undefined|Infinity|null", shown.root.text_content()) is None


def value_said(shown: Shown) -> float:
    return float(shown.headline().split("= ")[1].replace("−", "-"))


def test_the_mouse_finds_the_window_and_says_its_sum(show: Any) -> None:
    widget = kernel()
    shown = show(widget)
    box = shown.canvas.bounding_box()
    cell = int((box["width"] // 2 - 6) / 30)
    left, top = box["x"] + int(box["width"] // 2) + 6 + cell, box["y"] + 24 + cell
    before = shown.pixels()
    for row, column in ((0, 0), (3, 20), (25, 25)):
        shown.page.mouse.move(left + (column + 0.5) * cell, top + (row + 0.5) * cell)
        assert shown.headline().startswith(f"result[{row}, {column}] = ")
        assert value_said(shown) == pytest.approx(widget.result[row, column], abs=0.0051)
        assert shown.pixels() != before
    shown.page.mouse.move(box["x"] + cell * 6.5, top + 4.5 * cell)  # over the picture: column 5, row 4
    assert shown.headline().startswith("result[3, 4] = ")


def test_keys_edit_the_kernel_and_walk_over_the_result(show: Any) -> None:
    widget = kernel()
    widget.place = (5, 5)
    shown = show(widget)
    shown.press("row 2, column 3", "ArrowUp", 2)  # 2 and two halves
    widget.kernel = [[-1, 0, 1], [-2, 0, 3], [-1, 0, 1]]
    assert value_said(shown) == pytest.approx(widget.result[5, 5], abs=0.0051)
    assert shown.root.get_by_label("Kernel", exact=True).input_value() == "your own"
    field = shown.root.get_by_label("row 1, column 1", exact=True)
    field.fill("")
    shown.page.keyboard.type("-0.25")
    widget.kernel = [[-0.25, 0, 1], [-2, 0, 3], [-1, 0, 1]]
    assert value_said(shown) == pytest.approx(widget.result[5, 5], abs=0.0051)
    field.fill("")
    shown.root.get_by_label("row 1, column 2", exact=True).focus()
    shown.pixels()
    assert field.input_value() == "-0.25", "what was left empty goes back to the number in use"
    shown.canvas.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "PageDown"):
        shown.page.keyboard.press(key)
    assert shown.headline().startswith("result[11, 7] = ")
    shown.page.keyboard.press("Home")
    assert shown.headline().startswith("result[0, 0] = ")
    shown.page.keyboard.press("ArrowUp")
    assert shown.headline().startswith("result[0, 0] = "), "held at the edge"
    shown.button("Start again").click()
    assert shown.headline().startswith("result[5, 5] = ")
    assert shown.root.get_by_label("Kernel", exact=True).input_value() == "vertical edges"


def test_stride_padding_flip_and_relu_are_told_in_numbers(show: Any) -> None:
    widget = kernel()
    widget.place = (3, 4)
    shown = show(widget)
    assert "(28 − 3) / 1 + 1 = 26" in shown.readout()
    shown.root.get_by_label("Stride").select_option(index=1)
    assert "(28 − 3) / 2, rounded down, + 1 = 13" in shown.readout()
    shown.root.get_by_label("Padding").select_option(index=1)
    assert "(28 + 1 − 3) / 2, rounded down, + 1 = 14" in shown.readout()
    assert "zeros: 0 above, 1 below" in shown.readout()
    widget.stride, widget.padding = 2, "same"
    for label, name in (("flip the kernel", "flip"), ("ReLU", "relu")):
        shown.root.get_by_label(label).check()
        setattr(widget, name, True)
        assert value_said(shown) == pytest.approx(widget.result[3, 4], abs=0.0051)
    for option, name in enumerate(
        ("copy", "blur", "vertical_edges", "horizontal_edges", "sharpen", "laplace", "zero")
    ):
        shown.root.get_by_label("Kernel", exact=True).select_option(index=option)
        widget.kernel = name
        assert value_said(shown) == pytest.approx(widget.result[3, 4], abs=0.0051)
    before = shown.pixels()
    shown.root.get_by_label("Picture", exact=True).select_option(index=1)
    assert shown.pixels() != before


def test_a_finger_moves_the_window(show: Any) -> None:
    shown = show(kernel(), width=360, has_touch=True)
    box = shown.canvas.bounding_box()
    first = shown.headline()
    shown.page.touchscreen.tap(box["x"] + 0.75 * box["width"], box["y"] + 60)
    tapped = shown.headline()
    assert tapped != first


@pytest.mark.parametrize(("rows", "columns"), [(3, 3), (3, 64), (64, 64), (64, 5), (9, 28)])
def test_odd_sizes_are_drawn(show: Any, rows: int, columns: int) -> None:
    shown = show(explore.kernel(np.linspace(0, 1, rows * columns).reshape(rows, columns), "zero"))
    shown.root.get_by_label("Padding").select_option(index=1)
    shown.root.get_by_label("Stride").select_option(index=1)
    shown.root.get_by_label("Colours").select_option(index=1)
    box = shown.canvas.bounding_box()
    shown.page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 40)
    assert "NaN" not in shown.root.text_content()


def test_a_comma_and_a_number_too_large_are_refused_in_words(show: Any) -> None:
    shown = show(kernel())
    first = shown.root.get_by_label("row 1, column 1", exact=True)
    for typed, kept in (("2,5", "2"), ("1e9", "1"), ("2.5", "2.5")):
        first.click()
        shown.page.keyboard.press("ControlOrMeta+A")
        shown.page.keyboard.type(typed)
        said = shown.root.locator(".dlx-panel output").first.text_content()
        assert ("1e9 is not used" in said) == (typed == "1e9")
        assert ("write a point" in said) == (typed == "2,5")
        shown.page.keyboard.press("Tab")
        shown.pixels()
        assert first.input_value() == kept


def test_a_fix_its_strengths_and_the_metric_by_keys(show: Any) -> None:
    widget = fixes()
    shown = show(widget)
    assert shown.headline().startswith("dropout 0.5: validation loss")
    shown.press("strength: share of the units switched off", "ArrowRight")
    widget.strength = 0.8
    assert shown.headline().startswith("dropout 0.8")
    low, high = min(widget.differences.values()), max(widget.differences.values())
    assert f"difference {low:.3f} to {high:.3f}".replace("-", "−") in shown.readout()
    shown.press("dropout", "ArrowDown")
    assert shown.headline().startswith("early stopping 3")
    shown.press("early stopping", "ArrowUp")
    assert shown.headline().startswith("dropout 0.8"), "a fix keeps the strength that was chosen"
    shown.press("loss", "ArrowDown")
    assert "validation accuracy" in shown.headline()
    shown.press("dropout", "ArrowUp")  # round to the last one, which has no strengths
    assert shown.headline().startswith("batch norm: ")
    assert not shown.root.get_by_label("strength").is_visible()
    assert "No seed was run both with and without" in shown.readout()
    shown.canvas.focus()
    shown.page.keyboard.press("PageDown")
    assert "Epoch 5, training and validation" in shown.readout()
    assert not shown.button("Train it now").is_visible(), "there is nobody to train"


def test_measures_models_and_sizes_by_keys(show: Any) -> None:
    widget = comparison()
    shown = show(widget)
    assert shown.headline() == "pictures, accuracy at n = 10,000"
    best = widget.ranking[0][0]
    assert shown.readout().startswith(best)
    shown.press("n, training examples", "ArrowLeft")
    assert shown.headline() == "pictures, accuracy at n = 1,000"
    widget.n = 1000
    order = [name for name, _ in widget.ranking]
    shown.canvas.focus()
    shown.page.keyboard.press("ArrowDown")
    assert f"{order[1]} (" in shown.readout(), "the second best is chosen"
    shown.page.keyboard.press("ArrowLeft")
    assert shown.headline() == "pictures, accuracy at n = 100"
    shown.root.get_by_label(re.compile(f"^{order[0]} ")).uncheck()
    assert order[0] not in shown.readout()
    shown.button("None").click()
    assert "No model is switched on" in shown.readout()
    shown.button("All").click()
    shown.press("accuracy", "ArrowDown")
    assert shown.headline() == "pictures, time to train at n = 100"
    shown.press("time to train", "ArrowDown")  # nobody measured the time to predict
    assert "are level with 100\u00a0kB" in shown.readout()
    shown.root.get_by_label("Data").select_option("Adult")
    assert shown.headline() == "Adult, size at n = 5,000"
    assert not shown.root.get_by_label(re.compile("^CNN ")).is_visible(), "it was not measured on these data"


def test_pointing_at_a_mark_tells_its_values(show: Any) -> None:
    widget = comparison()
    shown = show(widget)
    box = shown.canvas.bounding_box()
    told = set()
    for y in np.linspace(box["y"] + 40, box["y"] + box["height"] - 60, 30):
        shown.page.mouse.move(box["x"] + 104, y)
        told.add(shown.readout())
    assert len(told) > 2
    assert shown.headline() == "pictures, accuracy at n = 100"


SLOW = """
import time
def retrain(fix, strength, seed):
    for epoch in range(40):
        time.sleep(0.05)
        yield dict(loss=0.5 / (epoch + 1), accuracy=0.6, val_loss=0.4, val_accuracy=0.7)
"""
TABLE, RUNS = table(), runs()
CELLS = [
    "import numpy as np\nfrom dlcourse import explore\nk = explore.kernel(np.full((9, 9), 0.5))\nk",
    f"{SLOW}\nf = explore.fixes({RUNS!r}, retrain)\nf",
    f"c = explore.comparison({TABLE!r})\nc",
    "0  # a cell to write in",
]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@pytest.fixture(scope="module")
def notebook(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NotebookPage]:
    base = tmp_path_factory.mktemp("lab")
    folder = base / "course"
    folder.mkdir()
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "all.ipynb")
    with running_lab(folder, base) as lab:
        page = NotebookPage(browser.new_page(viewport={"width": 1280, "height": 1000}), lab, "all.ipynb")
        page.run_all()
        yield page


def run(notebook: NotebookPage, source: str, says: str) -> None:
    """Write into the last cell, run it, and wait until it says so."""
    cell = notebook.code_cells().last
    notebook.write(cell, source)
    notebook.run(cell)
    notebook.output(cell, says)


def test_cells_read_what_the_hand_did_and_set_what_is_seen(notebook: NotebookPage) -> None:
    shown = notebook.explorer("k = explore.kernel")
    shown.root.get_by_label("row 2, column 2", exact=True).fill("1.5")
    shown.root.locator("canvas").focus()
    notebook.page.keyboard.press("Home")
    notebook.page.keyboard.press("ArrowRight")
    run(notebook, "print('read', k.kernel[1][1], k.place, k.result[0, 1])", "read 1.5 [0, 1] 0.75")
    run(notebook, "k.kernel, k.padding, k.place = 'blur', 'same', (0, 0); print('blurred')", "blurred")
    shown.root.get_by_text("result[0, 0] = 0.22").wait_for()  # four of nine are in the picture
    compared = notebook.explorer("c = explore.comparison")
    run(notebook, "c.data, c.measure = 'Adult', 'accuracy'; print('set', c.n)", "set 5000")
    compared.root.get_by_text("Adult, accuracy at n = 5,000").wait_for()


def test_training_on_demand_grows_leaves_the_kernel_free_and_stops(notebook: NotebookPage) -> None:
    shown = notebook.explorer("f = explore.fixes")
    before = shown.pixels()
    shown.root.get_by_role("button", name="Train it now").click()
    shown.root.get_by_text(re.compile(r"dropout 0.5, seed 3: epoch [3-9] is done")).wait_for()
    assert shown.pixels() != before, "the curve grows"
    run(notebook, "print('while it trains', f.trained[-1]['done'])", "while it trains False")
    shown.root.scroll_into_view_if_needed()
    shown.root.get_by_role("button", name="Stop").click()
    shown.root.get_by_text("Stopped.").wait_for()
    run(
        notebook,
        "print('stopped', f.trained[-1]['done'], len(f.trained[0]['history']['loss']) < 40)",
        "stopped True True",
    )
    shown.root.scroll_into_view_if_needed()
    shown.root.get_by_role("button", name="Train it now").click()
    shown.root.get_by_text("Seed 4: trained for 40 epochs.").wait_for()
    run(notebook, "print('seeds', [r['seed'] for r in f.trained], f.answered >= 40)", "seeds [3, 4] True")


def test_nothing_complains_and_nothing_asks_the_network(notebook: NotebookPage) -> None:
    assert [said for said in notebook.complaints if "/static/lab/" not in said] == []
    assert notebook.elsewhere == set()
