"""The playground under the hand: on a bare page what needs no kernel, and in a real JupyterLab what it hands to Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import numpy as np
import pytest
from browser_lab import Lab, NotebookPage, browser_or_skip, running_lab
from shown_explorer import Shown

from dlcourse import explore
from dlcourse.explore.browser import open_browser

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
CELLS = [
    "from dlcourse import explore\nplayground = explore.playground(hidden=(4, 4))\nplayground",
    "network = playground.network\n"
    "loss, accuracy = network.evaluate(playground.features(playground.points), playground.labels)\n"
    "print(f'step {playground.steps}: loss {loss:.3f}, wrong {round(300 * (1 - accuracy))}')",
    "playground.weights = [0 * part for part in playground.weights]",
    "playground.hidden = (3,)\nplayground.data = 'xor'\nplayground.learning_rate = 0.25",
    "layers = explore.layers(hidden=(2,))\nlayers",
    "print(layers.hidden, layers.parameters, layers.activation)",
    "layers.points = [[100, 5], [300, 6], [200, 9], [120, 7]]\nlayers.labels = [0, 1, 1, 0]",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


@pytest.fixture
def show(browser: Any) -> Iterator[Callable[..., Shown]]:
    shown: list[Shown] = []

    def open_one(options: dict | None = None, **page: Any) -> Shown:
        shown.append(Shown(browser, explore.playground(**(options or {})), **page))
        return shown[-1]

    yield open_one
    for one in shown:
        assert one.complaints == []
        one.page.close()


def epoch_and_loss(shown: Shown) -> tuple[float, float]:
    found = re.match(r"Epoch ([\d.]+): training loss ([\d.]+), test loss [\d.]+", shown.headline())
    return float(found.group(1)), float(found.group(2))


def test_nothing_runs_until_play_then_the_loss_falls_and_pause_stops_it(show: Callable[..., Shown]) -> None:
    shown = show()
    before = shown.pixels()
    shown.page.wait_for_timeout(150)
    assert shown.pixels() == before
    start = epoch_and_loss(shown)
    assert start[0] == 0
    shown.button("Play").click()
    shown.root.get_by_text(re.compile(r"Epoch \d\d")).wait_for()
    shown.button("Pause").click()
    paused = epoch_and_loss(shown)
    assert paused[1] < 0.8 * start[1]
    picture = shown.pixels()
    shown.page.wait_for_timeout(150)
    assert epoch_and_loss(shown) == paused
    assert shown.pixels() == picture != before
    shown.button("Reset").click()
    assert epoch_and_loss(shown) == start
    shown.page.evaluate("document.activeElement.blur()")
    assert shown.pixels() == before


def test_one_step_and_one_epoch(show: Callable[..., Shown]) -> None:
    shown = show({"batch_size": 75})
    shown.button("One step").click()
    assert epoch_and_loss(shown)[0] == 0.25
    assert "1 step so far" in shown.readout()
    shown.button("One epoch").click()
    assert epoch_and_loss(shown)[0] == 1
    shown.button("One epoch").click()
    assert epoch_and_loss(shown)[0] == 2
    assert "8 steps so far" in shown.readout()


def test_every_control_works_by_keys(show: Callable[..., Shown]) -> None:
    shown = show()
    for label, key, said in [
        ("units in hidden layer 1", "ArrowRight", "21 parameters"),
        ("hidden layers", "ArrowRight", "44 parameters"),
        ("x1²", "Space", "49 parameters"),
        ("sin x2", "Space", "54 parameters"),
        ("x1²", "Space", "49 parameters"),
    ]:
        before = shown.pixels()
        shown.press(label, key)
        assert said in shown.readout()
        assert shown.pixels() != before, label
    for label, key in [
        ("noise", "End"),
        ("data", "ArrowDown"),
        ("activation of the hidden layers", "ArrowDown"),
    ]:
        before = shown.pixels()
        shown.press(label, key)
        assert shown.pixels() != before, label
    shown.canvas.focus()
    shown.page.keyboard.press("Space")
    shown.root.get_by_text(re.compile(r"Epoch \d")).wait_for()
    shown.button("Pause").wait_for()
    shown.page.keyboard.press("Space")
    shown.button("Play").wait_for()
    assert epoch_and_loss(shown)[0] >= 0


def test_the_last_input_cannot_be_taken_away(show: Callable[..., Shown]) -> None:
    shown = show({"inputs": ["x1"]})
    shown.press("x1", "Space")
    shown.pixels()
    assert shown.root.get_by_label("x1", exact=True).is_checked()
    assert "13 parameters" in shown.readout()


def test_learning_rate_and_batch_size_do_not_start_again(show: Callable[..., Shown]) -> None:
    shown = show()
    shown.button("One epoch").click()
    before = epoch_and_loss(shown)
    shown.press("learning rate", "ArrowLeft", 3)
    shown.press("batch size", "ArrowRight", 3)
    assert epoch_and_loss(shown) == before
    shown.press("noise", "ArrowRight")
    assert epoch_and_loss(shown)[0] == 0


def test_the_equations_announce_what_one_step_does(show: Callable[..., Shown]) -> None:
    shown = show({"hidden": (3,), "learning_rate": 1.0})
    assert shown.root.locator(".dlx-equations").is_hidden()
    shown.press("show equations", "Space")

    def table() -> list[list[str]]:
        shown.pixels()
        rows = shown.root.locator(".dlx-equations tbody tr").all()
        return [row.locator("td").all_text_contents() for row in rows]

    def equations() -> str:
        shown.pixels()
        return shown.root.locator(".dlx-equations").text_content()

    assert "loss = −ln(" in equations()
    for unit in ("The output", "Unit 3 of hidden layer 1"):
        assert unit in equations()
        before = table()
        shown.button("Make this step").click()
        after = table()
        assert [line[4] for line in before] == [line[1] for line in after], "new has become old"
        assert [line[1] for line in before] != [line[1] for line in after]
        shown.canvas.focus()
        shown.page.keyboard.press("PageUp")
    text = equations()
    shown.page.keyboard.press("ArrowRight")
    assert equations() != text, "another point"
    shown.press("show equations", "Space")
    shown.pixels()
    assert shown.root.locator(".dlx-equations").is_hidden()
    assert shown.button("Make this step").is_hidden()


def test_no_text_of_the_equations_moves_a_control_or_the_picture(show: Callable[..., Shown]) -> None:
    shown = show()

    def tops() -> list[float]:
        shown.pixels()
        places = "[...document.querySelectorAll('canvas, .dlx-panel')].map((e) => e.getBoundingClientRect().top + scrollY)"
        return shown.page.evaluate(places)

    before = tops()
    shown.press("show equations", "Space")
    assert tops() == before
    shown.press("units in hidden layer 1", "ArrowRight", 4)
    assert tops() == before
    shown.canvas.focus()
    shown.page.keyboard.press("PageUp")
    shown.button("Make this step").click()
    assert tops() == before


def test_dead_relus_are_named_and_what_may_have_killed_them(show: Callable[..., Shown]) -> None:
    shown = show({"activation": "relu", "learning_rate": 10})
    assert "dead" not in shown.readout()
    for _ in range(3):
        shown.button("One epoch").click()
    assert "4 of 4 ReLUs are dead" in shown.readout()
    assert "smaller learning rate" in shown.readout()
    shown.button("Reset").click()
    assert "dead" not in shown.readout()
    never = show({"activation": "relu", "hidden": (2, 2), "weights": _first_unit_dead()})
    assert "1 of 4 ReLUs is dead" in never.readout()
    never.button("One epoch").click()
    assert "1 of 4 ReLUs is dead" in never.readout()
    assert "smaller learning rate" not in never.readout(), "it was so from the start"


def _first_unit_dead() -> list[np.ndarray]:
    return [
        np.array([[0.0, 1], [0, 1]]),
        np.array([-1.0, 3]),
        np.ones((2, 2)),
        np.ones(2),
        np.ones((2, 1)),
        np.zeros(1),
    ]


def test_without_an_answer_from_python_it_claims_none(show: Callable[..., Shown]) -> None:
    shown = show()
    shown.button("One epoch").click()
    shown.button("Hand to Python").click()
    assert "after 30 steps is on its way to Python" in shown.readout()
    shown.root.get_by_text("Python has not answered").wait_for()
    assert "Handed" not in shown.readout()


def test_own_classes_stand_beside_their_numbers(show: Callable[..., Shown]) -> None:
    points, labels = np.random.default_rng(0).normal(size=(16, 2)), ["bee", "ant"] * 8
    shown = show({"points": points, "labels": labels, "equations": True})
    shown.pixels()
    assert re.search(r"class (0 \(ant\)|1 \(bee\))", shown.root.locator(".dlx-equations").text_content())


def test_a_training_that_runs_away_stops_and_says_why(show: Callable[..., Shown]) -> None:
    shown = show({"activation": "linear", "hidden": (8, 8), "learning_rate": 10})
    shown.button("Play").click()
    shown.root.get_by_text(re.compile(r"Stopped at step \d+")).wait_for()
    shown.button("Play").wait_for()
    assert re.search(r"learning rate that is too large \(here 10\)", shown.readout())
    shown.button("Hand to Python").click()
    assert "nothing to hand over" in shown.readout()
    shown.press("learning rate", "Home")
    shown.button("Reset").click()
    shown.button("One epoch").click()
    assert epoch_and_loss(shown)[0] == 1


def test_it_pauses_out_of_sight_and_stops_when_taken_away(show: Callable[..., Shown]) -> None:
    shown = show()
    shown.page.evaluate("document.querySelector('main').style.paddingBottom = '3000px'")
    shown.button("Play").click()
    shown.button("Pause").wait_for()
    shown.page.evaluate("scrollTo(0, 2500)")
    shown.button("Play").wait_for(state="attached")
    shown.page.evaluate("scrollTo(0, 0)")
    before = shown.headline()
    shown.page.wait_for_timeout(150)
    assert shown.headline() == before, "it does not start again by itself"
    shown.page.evaluate("document.querySelector('.dlx').style.paddingBottom = '2000px'")
    shown.button("Play").click()
    shown.page.evaluate("scrollTo(0, 1200)")
    shown.page.wait_for_timeout(300)
    shown.button("Pause").wait_for(state="attached")
    assert shown.headline() != before, "it trains on while some of its controls are in sight"
    shown.page.evaluate("scrollTo(0, 0)")
    shown.button("Pause").click()
    shown.page.evaluate("""() => {
        window.drawn = 0;
        const put = CanvasRenderingContext2D.prototype.putImageData;
        CanvasRenderingContext2D.prototype.putImageData = function (...values) { window.drawn += 1; put.apply(this, values); };
    }""")
    shown.button("Play").click()
    shown.page.wait_for_function("drawn > 5")
    shown.page.evaluate("document.querySelector('.dlx').remove()")
    shown.page.wait_for_timeout(100)
    drawn = shown.page.evaluate("drawn")
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("drawn") == drawn


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800])
def test_nothing_hangs_out(show: Callable[..., Shown], theme: str, width: int) -> None:
    options = {"hidden": (8, 8, 8, 8), "equations": True, "inputs": ["x1", "x2", "x1*x2", "sin x1", "sin x2"]}
    shown = show(options, width=width, color_scheme=theme)
    assert shown.root.get_attribute("data-theme") == theme
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "NaN" not in shown.root.text_content()


def test_own_points_in_their_own_units(show: Callable[..., Shown]) -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 80)
    points = np.column_stack([rng.normal(40, 2, 80) + 8 * labels, rng.normal(4000, 300, 80)])
    shown = show({"points": points, "labels": labels})
    for _ in range(3):
        shown.button("One epoch").click()
    assert epoch_and_loss(shown)[1] < 0.6
    assert "of 60 training points" in shown.readout()
    assert "of 20 test points" in shown.readout()


@pytest.fixture(scope="module")
def lab(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    base = tmp_path_factory.mktemp("lab")
    folder = base / "course"
    folder.mkdir()
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), folder / "play.ipynb")
    with running_lab(folder, base) as running:
        yield running


def test_in_jupyterlab_python_gets_the_network_that_is_seen(lab: Lab, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    notebook = NotebookPage(page, lab, "play.ipynb")
    for source in ("explore.playground", "network ="):
        notebook.run(notebook.cell(source))
    explorer = notebook.explorer("explore.playground")
    printed = notebook.cell("network =")

    def in_picture() -> tuple[str, str]:
        explorer.pixels()
        loss = re.search(r"training loss ([\d.]+)", explorer.root.locator(".dlx-headline").text_content())
        wrong = re.search(r"Wrong: (\d+) of 300", explorer.root.locator(".dlx-readout").text_content())
        return loss.group(1), wrong.group(1)

    loss, wrong = in_picture()
    assert notebook.output(printed, "step 0").strip() == f"step 0: loss {loss}, wrong {wrong}"

    before = explorer.pixels()
    explorer.root.locator("canvas").focus()
    page.keyboard.press("Space")
    explorer.root.get_by_text(re.compile(r"Epoch \d\d")).wait_for()
    page.keyboard.press("Space")
    explorer.root.get_by_role("button", name="Play").wait_for()
    assert explorer.pixels() != before, "JupyterLab left the key to the playground"
    explorer.root.get_by_role("button", name="Hand to Python").click()
    explorer.root.get_by_text("Handed to Python").wait_for()
    said = re.search(r"after ([\d,]+) steps", explorer.root.locator(".dlx-readout").text_content())
    steps = said.group(1).replace(",", "")
    loss, wrong = in_picture()
    notebook.run(printed)
    assert notebook.output(printed, "step").strip() == f"step {steps}: loss {loss}, wrong {wrong}"

    notebook.run(notebook.cell("playground.weights ="))
    explorer.root.scroll_into_view_if_needed()
    explorer.root.get_by_text("training loss 0.693").wait_for()  # every output is a half
    explorer.root.get_by_role("button", name="One epoch").click()
    explorer.pixels()
    explorer.root.get_by_role("button", name="Reset").click()
    explorer.root.get_by_text("Epoch 0: training loss 0.693").wait_for()

    notebook.run(notebook.cell("playground.hidden ="))
    explorer.root.scroll_into_view_if_needed()
    explorer.root.get_by_text("13 parameters").wait_for()
    assert explorer.root.get_by_label("data", exact=True).input_value() == "XOR"
    notebook.run(printed)
    loss, wrong = in_picture()
    assert notebook.output(printed, "step 0").strip() == f"step 0: loss {loss}, wrong {wrong}"

    notebook.run(notebook.cell("explore.layers"))
    layers = notebook.explorer("explore.layers")
    layers.root.get_by_label("hidden layers", exact=True).focus()
    page.keyboard.press("ArrowRight")
    layers.root.get_by_text("23 parameters").wait_for()
    told = notebook.cell("print(layers.hidden")
    notebook.run(told)
    assert notebook.output(told, "[").strip() == "[2, 4] 23 tanh"
    notebook.run(notebook.cell("layers.points ="))
    layers.root.scroll_into_view_if_needed()
    layers.root.get_by_text("of 4 points wrong").wait_for()
    layers.root.get_by_role("button", name="Train 1,000 steps").click()
    layers.root.get_by_text("23 parameters, 0 of 4 points wrong").wait_for()

    assert [said for said in notebook.complaints if "/static/lab/" not in said] == []
    assert notebook.elsewhere == set()
