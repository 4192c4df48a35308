"""The explorers of lessons 3 and 5 in a real JupyterLab: keys, a cell that sets and reads, play and pause, both themes.

One server and one notebook for all of them. Skipped, with the reason, where there is no Chromium or Playwright; with
DLCOURSE_REQUIRE_BROWSER=1 that is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import nbformat
import pytest
from browser_lab import NotebookPage, browser_or_skip, running_lab

from dlcourse.explore.browser import open_browser


class Case(NamedTuple):
    """An explorer: its cell, a slider's label, what a cell sets and what the headline then says, what a cell reads."""

    source: str
    slider: str
    set: str
    says: str
    read: str


CASES = {
    "activation": Case(
        "from dlcourse import explore\nactivation = explore.activation()\nactivation",
        "z, the input",
        "activation.function, activation.z = 'ReLU', 2.5",
        "ReLU: slope 1.000 at z = 2.50",
        "activation.z",
    ),
    "relus": Case(
        "from dlcourse import explore\nrelus = explore.relus()\nrelus",
        "its slope a",
        "relus.set([-1.5, 0, 1.5], [2 / 3, -4 / 3, 2 / 3], 0); relus.target = 'hat'",
        "3 ReLUs: 0.000 from the target",
        "relus.slopes[0]",
    ),
    "descent": Case(
        "from dlcourse import explore\ndescent = explore.descent()\ndescent",
        "learning rate",
        "descent.surface, descent.learning_rate, descent.start, descent.steps = 'bowl', 0.25, (2, -2), 2",
        "2 steps: loss 0.5",
        "descent.learning_rate",
    ),
}
SCRATCH = "0  # a cell to write in"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NotebookPage]:
    browser_or_skip()
    base = tmp_path_factory.mktemp("lab")
    folder = base / "course"
    folder.mkdir()
    cells = [
        nbformat.v4.new_code_cell(source) for source in (*(case.source for case in CASES.values()), SCRATCH)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "all.ipynb")
    with running_lab(folder, base) as lab, open_browser() as browser:
        page = NotebookPage(browser.new_page(viewport={"width": 1280, "height": 1000}), lab, "all.ipynb")
        page.run_all()
        yield page


def run(notebook: NotebookPage, source: str) -> Any:
    """Write into the last cell, run it, and return it."""
    cell = notebook.code_cells().last
    notebook.write(cell, source)
    notebook.run(cell)
    return cell


@pytest.mark.parametrize("name", CASES)
def test_a_key_moves_the_picture_and_a_cell_reads_it(notebook: NotebookPage, name: str) -> None:
    explorer = notebook.explorer(f"explore.{name}()")
    slider = explorer.root.get_by_label(CASES[name].slider, exact=True)
    before = explorer.pixels()
    slider.focus()
    notebook.page.keyboard.press("ArrowRight")
    moved = explorer.pixels()
    assert moved != before
    assert slider.evaluate("(input) => document.activeElement === input"), (
        "JupyterLab left the key to the slider"
    )
    said = slider.get_attribute("aria-valuetext")
    notebook.output(
        run(notebook, f"print('read', f'{{{CASES[name].read}:.4f}}')"),
        f"read {float(said.replace(chr(0x2212), chr(45))):.4f}",
    )
    explorer.root.scroll_into_view_if_needed()
    canvas = explorer.root.locator("canvas")
    canvas.focus()
    notebook.page.keyboard.press("ArrowRight")
    assert explorer.pixels() != moved
    assert canvas.evaluate("(one) => document.activeElement === one"), (
        "JupyterLab left the key to the picture"
    )


@pytest.mark.parametrize("name", CASES)
def test_a_cell_sets_it_and_the_picture_follows(notebook: NotebookPage, name: str) -> None:
    explorer = notebook.explorer(f"explore.{name}()")
    before = explorer.pixels()
    run(notebook, CASES[name].set)
    explorer.root.get_by_text(CASES[name].says).wait_for()
    explorer.root.scroll_into_view_if_needed()
    assert explorer.pixels() != before


def test_the_ball_plays_and_rests_and_a_cell_knows_its_path(notebook: NotebookPage) -> None:
    explorer = notebook.explorer("explore.descent()")
    run(
        notebook, "descent.surface, descent.learning_rate, descent.steps, descent.speed = 'bowl', 0.01, 0, 30"
    )
    explorer.root.get_by_text("0 steps: loss").wait_for()
    explorer.root.get_by_role("button", name="Play").click()
    notebook.page.wait_for_timeout(400)
    seen = {explorer.pixels() for _ in range(4)}
    assert len(seen) == 4, "the ball moves"
    explorer.root.get_by_role("button", name="Pause").click()
    at_rest = explorer.pixels()
    notebook.page.wait_for_timeout(200)
    assert explorer.pixels() == at_rest
    headline = explorer.root.locator(".dlx-headline").text_content()
    steps = int(headline.split()[0])
    assert steps > 2
    notebook.output(
        run(notebook, "print(len(descent.path) - 1, f'steps: loss {descent.loss:.4g}')"), headline
    )


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_all_follow_the_theme_and_none_hangs_out_of_a_narrow_column(
    notebook: NotebookPage, theme: str
) -> None:
    notebook.page.evaluate(
        "(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {theme}"
    )
    notebook.page.set_viewport_size({"width": 520 if theme == "Dark" else 1280, "height": 1000})
    for name in CASES:
        explorer = notebook.explorer(f"explore.{name}()")
        explorer.root.and_(notebook.page.locator(f'[data-theme="{theme.lower()}"]')).wait_for()
        wide, room = explorer.root.evaluate("(root) => [root.scrollWidth, root.clientWidth]")
        assert wide <= room


def test_nothing_complains_and_nothing_asks_the_network(notebook: NotebookPage) -> None:
    ours = [
        said for said in notebook.complaints if "/static/lab/" not in said
    ]  # JupyterLab's own, on a change of theme
    assert ours == []
    assert notebook.elsewhere == set()
