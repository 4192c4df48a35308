"""Lesson 2 in a real JupyterLab and a real browser, as a learner meets it.

Skipped, with the reason, where there is no Chromium or Playwright; with DLCOURSE_REQUIRE_BROWSER=1 that is a failure.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from browser_lab import Explorer, Lab, NotebookPage, browser_or_skip, running_lab

from dlcourse.explore.browser import open_browser

LESSON = Path(__file__).parents[1] / "notebooks" / "02_the_neuron.ipynb"
WRONG = "def neuron(x, w, b):\n    return w @ x"
SMALL = [
    "from dlcourse import explore\nfound = explore.neuron()\nfound",
    "found.w, found.b = (-0.5, 1.0), -1.0",
    "found",
]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
RIGHT = "def neuron(x, w, b):\n    return w @ x + b"
CHECK = 'check("2.2", neuron)'


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    browser_or_skip()
    base = tmp_path_factory.mktemp("lab")
    folder = base / "course"
    folder.mkdir()
    shutil.copy(LESSON, folder)
    cells = [nbformat.v4.new_code_cell(source) for source in SMALL]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "small.ipynb")
    with running_lab(folder, base) as running:
        yield running


@pytest.fixture(scope="module")
def browser(lab: Lab) -> Iterator[Any]:
    with open_browser() as running:
        yield running


@pytest.fixture(scope="module")
def lesson(lab: Lab, browser: Any) -> NotebookPage:
    return NotebookPage(browser.new_page(viewport={"width": 1280, "height": 900}), lab, LESSON.name)


@pytest.fixture(scope="module")
def ran(lesson: NotebookPage) -> NotebookPage:
    """The lesson with all its cells run, as shipped."""
    lesson.run_all()
    return lesson


def test_the_explorers_can_be_seen_before_anything_is_run(lesson: NotebookPage) -> None:
    pictures = lesson.page.locator(".jp-OutputArea-output img")
    pictures.nth(2).wait_for(state="attached")  # they come one after another
    assert pictures.count() >= 3
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") > 100
    assert lesson.page.get_by_text("widget model not found").count() == 0
    assert lesson.page.locator("canvas.dlx-canvas").count() == 0


def test_all_cells_run_and_nothing_complains(ran: NotebookPage) -> None:
    for kind in ("error", "stderr"):
        found = ran.page.locator(f'[data-mime-type="application/vnd.jupyter.{kind}"]')
        assert found.all_text_contents() == []
    assert ran.page.locator("canvas.dlx-canvas").count() == 3
    assert ran.complaints == []
    badges = re.compile(r"https://(colab\.research\.google\.com|mybinder\.org)/\S*badge\S*")
    assert [address for address in ran.elsewhere if not badges.fullmatch(address)] == []


def test_a_key_moves_the_slider_and_the_picture(ran: NotebookPage) -> None:
    explorer = ran.explorer("first_explorer")
    slider = explorer.slider("b, the bias")
    before, value = explorer.pixels(), float(slider.input_value())
    slider.focus()
    ran.page.keyboard.press("ArrowUp")
    assert float(slider.input_value()) > value
    assert explorer.pixels() != before
    assert slider.evaluate("(input) => document.activeElement === input"), (
        "JupyterLab left the key to the slider"
    )
    ran.page.keyboard.press("ArrowDown")
    assert explorer.pixels() == before, "back where it was"


def test_the_mouse_moves_the_slider_and_python_reads_what_was_found(ran: NotebookPage) -> None:
    explorer = ran.explorer("bird_explorer")
    slider = explorer.slider("w2, the weight of bill depth")
    before, mistakes = explorer.pixels(), explorer.mistakes()
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    ran.page.mouse.move(box["x"] + box["width"] * 0.75, middle)
    ran.page.mouse.down()
    seen = set()
    for share in (0.6, 0.4, 0.25, 0.2):
        ran.page.mouse.move(box["x"] + box["width"] * share, middle)
        seen.add(explorer.pixels())
    ran.page.mouse.up()
    assert len(seen | {before}) == 5, "another picture at every step of the hand"
    assert explorer.mistakes() < mistakes
    found = float(slider.input_value())
    assert found < 0
    reader = ran.cell("yours: w =")
    ran.run(reader)
    printed = ran.output(reader, f"{explorer.mistakes()} of 274 wrong")
    read = [float(number) for number in re.findall(r"-?\d+\.\d*", printed)]
    assert read[1] == pytest.approx(found, abs=0.006), "w2, in the cell, is where the hand left it"


def test_a_wrong_answer_gets_its_own_feedback_and_a_right_one_is_correct(
    ran: NotebookPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path))
    from dlcourse import check

    names: dict = {}
    exec(WRONG, names)
    expected = check("2.2", names["neuron"])
    assert expected.code == "bias_forgotten"
    cell = ran.cell(CHECK)
    ran.write(cell, f"{WRONG}\n\n{CHECK}")
    ran.run(cell)
    output = ran.output(cell, "Not yet")
    assert " ".join(expected.message.replace("`", "").split()) in " ".join(output.split())
    ran.write(cell, f"{RIGHT}\n\n{CHECK}")
    ran.run(cell)
    output = ran.output(cell, "Correct")
    assert "Not yet" not in output


def test_progress_outlives_a_reload_and_a_new_kernel(ran: NotebookPage, lab: Lab) -> None:
    ran.run_all()  # the cell still holds the right answer
    solved = ran.output(ran.code_cells().last, "✓\xa02.2")
    assert re.search(r"1 of \d+", solved)
    lab.end_kernels()
    ran.page.reload()
    ran.wait_until_ready()
    assert "..." in ran.cell(CHECK).locator(".cm-content").text_content(), "the file is as shipped"
    for cell in (ran.cell("from dlcourse import check"), ran.code_cells().last):
        ran.run(cell)
    assert ran.output(ran.code_cells().last, "✓\xa02.2") == solved
    assert ran.complaints == []


def test_an_explorer_follows_its_cell_its_twin_and_the_theme(lab: Lab, browser: Any) -> None:
    small = NotebookPage(browser.new_page(viewport={"width": 700, "height": 1200}), lab, "small.ipynb")
    small.run_all()
    explorer = small.explorer("explore.neuron()")
    explorer.root.get_by_text("0 mistakes in 10 points").wait_for()  # the second cell moved the line
    assert explorer.slider("b, the bias").input_value() == "-1"
    twin = Explorer(small.code_cells().last.locator(".dlx"))
    explorer.slider("b, the bias").focus()
    for _ in range(10):
        small.page.keyboard.press("ArrowLeft")
    explorer.pixels()  # two frames pass
    assert explorer.mistakes() > 0
    twin.root.scroll_into_view_if_needed()
    twin.root.get_by_text(explorer.root.locator(".dlx-headline").text_content()).wait_for()
    for theme, dark in (("JupyterLab Dark", True), ("JupyterLab Light", False)):
        small.page.evaluate(
            "(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
        )
        twin.root.and_(small.page.locator(f'[data-theme="{"dark" if dark else "light"}"]')).wait_for()
        corner = twin.root.locator("canvas").evaluate(
            "(c) => c.getContext('2d').getImageData(2, 2, 1, 1).data[0]"
        )
        assert (corner < 60) == dark
    width = explorer.root.evaluate("(root) => [root.scrollWidth, root.clientWidth]")
    small.page.set_viewport_size({"width": 500, "height": 1200})
    explorer.root.scroll_into_view_if_needed()
    narrow = explorer.root.evaluate("(root) => [root.scrollWidth, root.clientWidth]")
    assert width[0] <= width[1]
    assert narrow[0] <= narrow[1] < width[1], "nothing hangs out of a narrow column"
    ours = [
        said for said in small.complaints if "/static/lab/" not in said
    ]  # JupyterLab trips over a quick change itself
    assert ours == []
    assert small.elsewhere == set()
