"""The explorers of activations, ReLU sums and descent under the hand, on a bare page with a stand-in for the kernel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from browser_lab import Explorer, browser_or_skip

from dlcourse import explore
from dlcourse.explore import base, snapshot
from dlcourse.explore.browser import open_browser

# As snapshot.show_on does it, but the page keeps the model, which a cell would set, and what ends the explorer.
SHOW = """async ([moduleText, standInText, state]) => {
    const load = (text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
    const [{ default: explorer }, { standIn }] = await Promise.all([load(moduleText), load(standInText)]);
    window.model = standIn(state);
    window.frames_asked = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (work) => { window.frames_asked += 1; return ask(work); };
    window.stop = explorer.render({ model: window.model, el: document.querySelector("main") });
    await document.fonts.ready;
}"""
FRAMES = "(count) => new Promise((done) => { const next = () => (count-- > 0 ? requestAnimationFrame(next) : done()); next(); })"
ALL = {
    "activation": lambda: explore.activation("tanh", -1, compare="relu"),
    "relus": lambda: explore.relus("sine", 4),
    "descent": lambda: explore.descent("valley", "momentum", 0.05, steps=20),
    "curve": lambda: explore.descent("two_dips", "rmsprop", 0.1, steps=20, noise=1),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


class Hand:
    """An explorer on a page of its own, what it says, and what went wrong on the page."""

    def __init__(self, browser: Any, widget: base.Explorer, width: int = 780, **options: Any) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 1000}, **options)
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.set_content(snapshot.page_html())
        text = base.module_text(widget.file)
        self.page.evaluate(SHOW, [text, (base.FOLDER / "stand_in.js").read_text(), widget.shown_state()])
        self.explorer = Explorer(self.page.locator(".dlx"))
        self.canvas = self.page.locator("canvas")
        self.wait()

    def wait(self, frames: int = 2) -> None:
        self.page.evaluate(FRAMES, frames)

    def get(self, trait: str) -> Any:
        self.wait()
        return self.page.evaluate("(name) => model.get(name)", trait)

    def set(self, **traits: Any) -> None:
        for name, value in traits.items():
            self.page.evaluate("([name, value]) => model.set(name, value)", [name, value])
        self.wait()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.wait()

    def headline(self) -> str:
        self.wait()
        return self.page.locator(".dlx-headline").text_content()

    def number(self, pattern: str) -> float:
        return float(re.search(pattern, self.headline().replace("−", "-")).group(1))

    def place(self, share: tuple[float, float]) -> tuple[float, float]:
        """A pixel of the page at those shares of the canvas, from its top left corner."""
        box = self.canvas.bounding_box()
        return box["x"] + share[0] * box["width"], box["y"] + share[1] * box["height"]

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    hands: list[Hand] = []

    def show(widget: base.Explorer, **options: Any) -> Hand:
        hands.append(Hand(browser, widget, **options))
        return hands[-1]

    yield show
    for hand in hands:
        assert hand.problems == []
        hand.page.close()


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (780, "light"), (1200, "dark")])
def test_nothing_hangs_out_and_every_control_has_a_name_and_a_value(
    opened: Any, name: str, width: int, theme: str
) -> None:
    hand = opened(ALL[name](), width=width, color_scheme=theme)
    assert hand.page.locator(f'.dlx[data-theme="{theme}"]').count() == 1
    wide = hand.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    for control in hand.page.locator(".dlx input, .dlx select").all():
        assert control.evaluate("(one) => one.labels.length") == 1
        if control.get_attribute("type") == "range":
            assert control.get_attribute("aria-valuetext"), "the value stands beside it"
    assert re.search(r"\d", hand.canvas.get_attribute("aria-label"))
    assert "NaN" not in hand.page.locator(".dlx").text_content()


@pytest.mark.parametrize("name", ALL)
def test_every_control_is_reached_by_tab_and_changes_the_picture_by_keys(opened: Any, name: str) -> None:
    hand = opened(ALL[name]())
    stops: list[str] = []
    while True:
        hand.page.keyboard.press("Tab")
        stop = hand.page.evaluate("document.activeElement.tagName + document.activeElement.type")
        if stop.startswith("BODY") or len(stops) > 30:
            break
        assert hand.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", "seen"
        if stop in ("INPUTrange", "SELECTselect-one", "CANVASundefined"):
            label = hand.page.evaluate("document.activeElement.labels?.[0].textContent")
            before = hand.explorer.pixels()
            hand.page.keyboard.press("ArrowDown" if stop.startswith("SELECT") else "ArrowRight")
            if label != "steps a second":
                assert hand.explorer.pixels() != before, label or stop
        stops.append(stop)
    seen = hand.page.locator(
        ".dlx input:visible, .dlx select:visible, .dlx button:visible:enabled, .dlx canvas"
    )
    assert stops[0] == "CANVASundefined"
    assert seen.count() <= len(stops) <= seen.count() + 1, "a choice may hide a slider that was passed"


@pytest.mark.parametrize("name", ALL)
def test_a_widget_that_is_gone_asks_for_no_more_frames(opened: Any, name: str) -> None:
    hand = opened(ALL[name]())
    if hand.page.get_by_role("button", name="Play").count():
        hand.page.get_by_role("button", name="Play").click()
        hand.page.wait_for_timeout(150)
    hand.page.evaluate("stop()")
    hand.page.wait_for_timeout(60)
    asked = hand.page.evaluate("frames_asked")
    hand.page.wait_for_timeout(250)
    assert hand.page.evaluate("frames_asked") == asked


# ---------------------------------------------------------------- activation


def test_the_input_follows_the_mouse_and_keys_on_the_picture(opened: Any) -> None:
    hand = opened(explore.activation("tanh"))
    hand.drag(hand.place((0.6, 0.2)), hand.place((0.8, 0.2)))
    z = hand.get("z")
    box = hand.canvas.bounding_box()
    assert z == pytest.approx(-6 + 12 * (0.8 * box["width"] - 46) / (box["width"] - 60), abs=0.05)
    assert hand.number(r"slope ([-.\d]+) at") == pytest.approx(1 - np.tanh(z) ** 2, abs=6e-4)
    hand.canvas.focus()
    hand.page.keyboard.press("ArrowLeft")
    assert hand.get("z") == pytest.approx(z - 0.1, abs=0.026)
    for _ in range(30):
        hand.page.keyboard.press("PageUp")
    assert hand.get("z") == 6, "held in the picture"


def test_the_activation_says_where_it_is_flat(opened: Any) -> None:
    hand = opened(explore.activation("sigmoid", 4))
    told = hand.page.locator(".dlx-readout")
    assert "below z = −2.9 and above z = 2.9" in told.text_content()
    hand.page.get_by_label("Activation").select_option("leaky ReLU")
    assert hand.get("function") == "leaky_relu"
    assert "Nowhere flat" in told.text_content()
    hand.set(function="step", z=-1.0)
    assert "everywhere" in told.text_content()
    assert hand.headline() == "step: slope 0.000 at z = −1.00"


def test_the_compared_curve_has_its_numbers_too(opened: Any) -> None:
    hand = opened(explore.activation("sigmoid", 4))
    told = hand.page.locator(".dlx-readout")
    assert "Dashed" not in told.text_content()
    hand.page.get_by_label("Compare with").select_option("tanh")
    hand.wait()
    assert "0.018" in hand.headline()
    assert re.search(r"Dashed: tanh, at this z output 0\.999 and slope 0\.001\.", told.text_content())
    hand.set(z=0.0)
    assert re.search(r"output 0\.000 and slope 1\.000\.", told.text_content())


def test_at_a_corner_or_a_jump_it_says_that_there_is_no_slope(opened: Any) -> None:
    told = opened(explore.activation("relu", 0)).page.locator(".dlx-readout").text_content()
    assert re.search(r"no slope here, 0 to its left and 1 to its right", told)
    told = opened(explore.activation("step", 0)).page.locator(".dlx-readout").text_content()
    assert re.search(r"jump: no slope here", told)
    told = opened(explore.activation("relu", 0.1)).page.locator(".dlx-readout").text_content()
    assert "no slope" not in told
    assert "no slope" not in opened(explore.activation("tanh", 0)).page.locator(".dlx-readout").text_content()


def test_an_input_far_outside_widens_the_picture(opened: Any) -> None:
    for name in ("sigmoid", "linear", "gelu"):
        for z in (-1000, 50, 6.1):
            hand = opened(explore.activation(name, z))
            assert "NaN" not in hand.page.locator(".dlx").text_content()
            assert f"{abs(z)}" in hand.headline()


def test_numbers_that_grow_longer_move_no_control_of_descent(opened: Any) -> None:
    hand = opened(explore.descent("valley", learning_rate=0.45), width=360)
    tops = set()
    for steps in (0, 1, 12, 60):
        hand.set(steps=steps)
        hand.wait()
        tops.add(hand.page.locator(".dlx-panel").bounding_box()["y"])
    assert len(tops) == 1


# ---------------------------------------------------------------- relus


def test_a_corner_and_a_slope_follow_the_mouse(opened: Any) -> None:
    hand = opened(explore.relus("bump", [-1, 1], [0.5, -0.5]))
    box = hand.canvas.bounding_box()
    x = lambda at: box["x"] + 46 + (at + 3.3) / 6.6 * (box["width"] - 60)  # noqa: E731
    bottom = box["height"] - 128 - 46
    y = lambda at: box["y"] + bottom - (at + 0.35) / 1.7 * (bottom - 30)  # noqa: E731
    hand.drag((x(1), y(0)), (x(2), y(0)))
    assert hand.get("corners") == [-1, pytest.approx(2, abs=0.06)]
    assert "2 of 2" in hand.page.locator(".dlx").text_content(), "what is held is chosen"
    corner = hand.get("corners")[1]
    along = 0.92 * 0.35 / 0.5  # to the diamond, which stays inside the picture
    hand.drag((x(corner + along), y(-0.5 * along)), (x(corner + 0.8), y(0.8)))
    assert hand.get("slopes") == [0.5, pytest.approx(1, abs=0.12)]


def test_fitting_brings_the_sum_near_and_more_corners_nearer(opened: Any) -> None:
    hand = opened(explore.relus("sine", 2))
    first = hand.number(r": ([.\d]+) from")
    hand.press("Fit slopes and b to the target")
    two = hand.number(r": ([.\d]+) from")
    assert two < first
    for _ in range(6):
        hand.press("Add a ReLU")
    assert hand.number(r": ([.\d]+) from") == two, "a new one adds nothing yet"
    hand.press("Fit slopes and b to the target")
    eight = hand.number(r": ([.\d]+) from")
    assert eight < two / 3
    assert f"2: {two:.3f}, 8: {eight:.3f}" in hand.page.locator(".dlx-readout").text_content()
    widget = explore.relus("sine", hand.get("corners"), hand.get("slopes"), hand.get("bias"))
    assert eight == pytest.approx(widget.distance, abs=6e-4)


def test_the_formula_is_the_networks(opened: Any) -> None:
    hand = opened(explore.relus("hat", [-1.5, 0.5], [0.25, -2], 0.5))
    told = " ".join(hand.page.locator(".dlx-readout").text_content().split())
    assert "y = 0.50 + 0.25·relu(1·x + 1.50) − 2.00·relu(1·x − 0.50)" in told


def test_units_are_added_and_taken_away_within_limits(opened: Any) -> None:
    hand = opened(explore.relus(corners=9))
    hand.press("Add a ReLU")
    assert hand.page.get_by_role("button", name="Add a ReLU").is_disabled()
    for _ in range(9):
        hand.press("Remove it")
    assert hand.page.get_by_role("button", name="Remove it").is_disabled()
    assert len(hand.get("corners")) == len(hand.get("slopes")) == 1
    hand.press("Start again")
    assert len(hand.get("corners")) == 9
    hand.set(corners=[0.0, 1.0])  # a cell's two traits may arrive one after the other
    hand.set(slopes=[1.0, -1.0])
    assert hand.headline().startswith("2 ReLUs")


# ---------------------------------------------------------------- descent


def test_steps_are_made_one_by_one_played_and_taken_back(opened: Any) -> None:
    hand = opened(explore.descent("bowl", learning_rate=0.05, speed=30))
    first = hand.explorer.pixels()
    hand.press("One step")
    assert hand.headline().startswith("1 step: loss 6.7")
    hand.press("Play")
    hand.page.wait_for_function("model.get('steps') >= 5")
    hand.press("Pause")
    steps, shown = hand.get("steps"), hand.explorer.pixels()
    hand.page.wait_for_timeout(200)
    assert hand.get("steps") == steps
    assert hand.explorer.pixels() == shown, "at rest"
    assert hand.number(r"^(\d+) step") == steps
    expected = explore.descent("bowl", learning_rate=0.05, steps=steps).loss
    assert hand.number(r"loss ([.\d]+)") == pytest.approx(expected, rel=1e-3)
    hand.press("Back to start")
    assert hand.explorer.pixels() == first


def test_playing_draws_more_pictures_than_steps(opened: Any) -> None:
    hand = opened(explore.descent("valley", "sgd", 0.02))
    hand.press("Play")
    count = """() => new Promise((done) => {
        const canvas = document.querySelector("canvas");
        let [last, count, first] = ["", 0, performance.now()];
        const look = (now) => {
            const next = canvas.toDataURL();
            count += next !== last;
            last = next;
            if (now - first < 1500) requestAnimationFrame(look); else done([count, now - first]);
        };
        requestAnimationFrame(look);
    })"""
    pictures, time = hand.page.evaluate(count)
    assert pictures > 10, (
        f"{pictures} in {time} ms"
    )  # a busy machine is slower; benchmarks/explorer_latency.py measures


def test_nothing_plays_by_itself_and_calm_people_see_whole_steps(opened: Any) -> None:
    hand = opened(explore.descent("valley", "sgd", 0.05, speed=4), reduced_motion="reduce")
    first = hand.explorer.pixels()
    hand.page.wait_for_timeout(300)
    assert hand.explorer.pixels() == first
    hand.press("Play")
    seen = {hand.explorer.pixels() for _ in range(12)}
    steps = hand.get("steps")
    assert len(seen) <= steps + 2, "no pictures between the steps"


def test_too_large_a_rate_is_said_and_playing_stops(opened: Any) -> None:
    hand = opened(explore.descent("parabola", learning_rate=1.2, speed=60))
    hand.press("Play")
    hand.page.get_by_text("the learning rate is too large").wait_for()
    assert hand.page.get_by_role("button", name="Play").count() == 1, "it stopped"
    lost = len(explore.descent("parabola", learning_rate=1.2, steps=500).path) - 1
    assert hand.number(r"^(\d+) step") == hand.get("steps") == lost
    for rate in (1e300, 1e-30, 40):
        hand.set(learning_rate=rate, steps=100)
        words = hand.page.locator(".dlx").text_content()
        assert "NaN" not in words
        assert "Infinity" not in words
    hand.set(learning_rate=0.1)
    assert hand.page.get_by_text("the learning rate is too large").count() == 0


def test_the_whole_path_follows_the_start_and_the_rate(opened: Any) -> None:
    hand = opened(explore.descent("valley", "sgd", 0.2, steps=8))
    hand.drag(hand.place((0.3, 0.3)), hand.place((0.4, 0.6)))
    start = hand.get("start")
    assert start != [-5, 2]
    here = explore.descent("valley", "sgd", 0.2, start=start, steps=8)
    assert hand.number(r"loss ([.\de-]+)") == pytest.approx(here.loss, rel=1e-3)
    slider = hand.page.get_by_label("learning rate", exact=True)
    slider.focus()
    hand.page.keyboard.press("ArrowRight")
    assert hand.get("learning_rate") == pytest.approx(0.22)
    here.learning_rate = 0.22
    assert hand.number(r"loss ([.\de-]+)") == pytest.approx(here.loss, rel=1e-3)
    hand.canvas.focus()
    hand.page.keyboard.press("ArrowUp")
    assert hand.get("start")[1] > start[1]
    hand.page.keyboard.press("PageDown")
    assert hand.get("steps") == 9
    hand.page.keyboard.press("PageUp")
    assert hand.get("steps") == 8


@pytest.mark.parametrize("surface", ["parabola", "two_dips", "bowl", "valley", "saddle", "two_minima"])
def test_every_surface_is_drawn_and_rests_in_a_dip(opened: Any, surface: str) -> None:
    hand = opened(explore.descent(learning_rate=0.1))
    labels = dict(
        zip(["parabola", "two_dips", "bowl", "valley", "saddle", "two_minima"], range(6), strict=True)
    )
    hand.page.get_by_label("Loss", exact=True).select_option(index=labels[surface])
    assert hand.get("surface") == surface
    hand.set(steps=500)
    assert hand.page.get_by_text("the bottom of a dip.").count() == 1
    hand.set(steps=0, learning_rate=2.0)
    hand.page.get_by_label("Optimiser").select_option("Adam")
    for steps in (0, 3, 17, 60):
        hand.set(steps=steps)
        assert "NaN" not in hand.page.locator(".dlx").text_content()
