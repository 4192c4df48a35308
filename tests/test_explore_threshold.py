"""The threshold's explorer: its counting under node against NumPy, what it takes, and the hand on a bare page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import traitlets
from browser_lab import browser_or_skip
from node_answers import ask, needs_node
from shown_explorer import Shown

from dlcourse import explore
from dlcourse.explore.browser import open_browser

MODULES = ["histogram.js"]


def mails(count: int = 3000, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Labels and probabilities, some of them exactly on the edges of bars, at 0 and at 1."""
    rng = np.random.default_rng(seed)
    labels = rng.random(count) < 0.4
    given = 1 / (1 + np.exp(-(np.where(labels, 3, -4) + 2 * rng.normal(size=count))))
    given[::7] = rng.integers(0, 101, size=len(given[::7])) / 100
    return labels.astype(int), given


def by_numpy(labels: np.ndarray, given: np.ndarray, threshold: float) -> list[list[int]]:
    called = given > threshold
    return [[int(((labels == a) & (called == b)).sum()) for b in (0, 1)] for a in (0, 1)]


@needs_node
def test_the_four_counts_are_numpys_at_every_threshold() -> None:
    labels, given = mails()
    zeros, ones = (np.sort(given[labels == kind]).tolist() for kind in (0, 1))
    limits = [k / 100 for k in range(101)] + [0.123, 1 / 3]
    found = ask(MODULES, [("fourCounts", [zeros, ones, limit]) for limit in limits])
    in_browser = ask(MODULES, [("threeShares", [counts]) for counts in found])
    widget = explore.threshold(labels, given)
    for limit, counts, said in zip(limits, found, in_browser, strict=True):
        assert counts == by_numpy(labels, given, limit), limit
        widget.threshold = limit
        np.testing.assert_array_equal(widget.counts, counts)
        ((right, alarms), (missed, caught)) = counts
        shares = {
            "accuracy": (right + caught) / len(given),
            "alarms": alarms / (right + alarms),
            "missed": missed / (missed + caught),
        }
        assert said == pytest.approx(shares)
        assert (widget.accuracy, widget.false_alarms, widget.misses) == pytest.approx(tuple(shares.values()))


def ask_one(name: str, *values: Any) -> Any:
    return ask(MODULES, [(name, list(values))])[0]


@needs_node
def test_bars_hold_everything_once_and_no_threshold_of_a_hundredth_divides_one() -> None:
    given = np.sort(mails(seed=1)[1])
    bars = np.array(ask_one("binned", given.tolist()))
    assert bars.sum() == len(given)
    assert len(bars) == 100
    for k in range(1, 101):
        assert bars[k:].sum() == (given > k / 100).sum(), k
    assert ask_one("binned", [0.0, 0.5, 1.0], 2) == [2, 1]
    assert ask_one("binned", []) == [0] * 100


@needs_node
def test_heights_and_ticks() -> None:
    names = [(count, 1000, log) for log in (False, True) for count in (0, 1, 10, 1000)]
    heights = ask(MODULES, [("heightOf", list(values)) for values in names])
    assert heights[:4] == [0, 0.001, 0.01, 1]
    assert heights[4] == 0
    assert heights[5] > 0.05, "one beside a thousand can be seen"
    steps = np.diff(heights[5:])
    assert steps[1] == pytest.approx(2 * steps[0]), "equal factors, equal steps"
    assert heights[7] == 1
    assert ask_one("countTicks", 1500, True) == [1, 10, 100, 1000]
    for largest in (1, 3, 7, 12, 99, 1000, 1340, 8000):
        ticks = ask_one("countTicks", largest, False)
        assert 1 <= len(ticks) <= 4
        assert all(tick == int(tick) <= largest for tick in ticks)


@needs_node
def test_the_browser_gets_the_numbers_to_the_last_bit() -> None:
    labels, given = mails(50)
    widget = explore.threshold(labels, given)
    np.testing.assert_array_equal(ask_one("unpackSorted", widget.ones), np.sort(given[labels == 1]))


def test_takes_what_models_and_frames_give() -> None:
    labels, given = mails(40)
    plain = explore.threshold(labels, given)
    words = np.where(labels == 1, "spam", "wanted mail")
    for some, others in [
        (labels.astype(bool), given[:, None]), (labels[:, None], np.stack([1 - given, given], axis=1)),
        (words, given.tolist()), (labels.tolist(), given),
    ]:  # fmt: skip
        assert explore.threshold(some, others).shown_state() == plain.shown_state()
    one_class = explore.threshold([1, 1], [0.2, 0.9])
    assert one_class.false_alarms == 0
    assert one_class.misses == 0.5


def test_says_what_it_got_instead() -> None:
    labels, given = mails(6)
    for arguments, said in [
        ((labels, given[:5]), "5 probabilities and 6 labels"), ((labels, given * 3 - 1), "are they logits"),
        ((labels, [np.nan] * 6), "6 are not"), ((labels, np.zeros((6, 3))), r"got \(6, 3\)"),
        ((labels, ["a"] * 6), "must be numbers"), ((labels + 1, given), "labels must be 0 and 1"),
        ((labels, given, ("spam",)), "names must be two"), ((labels, given, "spam"), "names must be two"),
        ((labels, given, ("a", "a")), "names must be two"), (([], []), r"got \(0,\)"),
        ((np.zeros(20_001), np.zeros(20_001)), "20,000"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=said):
            explore.threshold(*arguments)
    widget = explore.threshold(labels, given)
    for wrong in (None, "high", 1.2, -0.1, np.nan, True):
        with pytest.raises(ValueError, match="threshold must be one finite number from 0 to 1"):
            widget.threshold = wrong
    for name, wrong in [("names", ["a"]), ("names", None), ("log", None), ("zeros", None)]:
        with pytest.raises(traitlets.TraitError, match=name):
            setattr(widget, name, wrong)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    browser_or_skip()
    with open_browser() as running:
        yield running


@pytest.fixture
def shown(browser: Any) -> Iterator[Shown]:
    shown = Shown(browser, explore.threshold(*mails(), ("ham", "spam")))
    yield shown
    assert shown.complaints == []
    shown.page.close()


def said(shown: Shown) -> tuple[str, list[list[str]]]:
    """The headline and the four cells."""
    headline = shown.headline()
    cells = shown.root.locator("tbody td").all_text_contents()
    return headline, [cells[:2], cells[2:]]


def expected(threshold: float) -> list[list[str]]:
    words = [["right", "false alarms"], ["missed", "right"]]
    counts = by_numpy(*mails(), threshold)
    return [[f"{words[a][b]}: {counts[a][b]:,}" for b in (0, 1)] for a in (0, 1)]


def test_slider_keys_and_mouse_move_the_threshold(shown: Shown) -> None:
    assert said(shown)[1] == expected(0.5)
    before = shown.pixels()
    shown.press("threshold, above it: spam", "ArrowRight", 3)
    assert said(shown)[0].startswith("Threshold 0.53:")
    assert said(shown)[1] == expected(0.53)
    assert shown.pixels() != before
    shown.canvas.focus()
    for key, place in [
        ("ArrowLeft", 0.52),
        ("Shift+ArrowRight", 0.62),
        ("Home", 0.0),
        ("ArrowLeft", 0.0),
        ("End", 1.0),
    ]:
        shown.page.keyboard.press(key)
        assert said(shown) == (said(shown)[0], expected(place))
        assert said(shown)[0].startswith(f"Threshold {place:.2f}:")
    box = shown.canvas.bounding_box()
    left, right = box["x"] + 62, box["x"] + box["width"] - 14
    middle = box["y"] + box["height"] / 2
    shown.page.mouse.move(right, middle)
    shown.page.mouse.down()
    shown.page.mouse.move(left + 0.3 * (right - left), middle, steps=4)
    shown.page.mouse.up()
    shown.page.mouse.move(left + 0.8 * (right - left), middle)
    assert said(shown)[0].startswith("Threshold 0.30:")
    assert said(shown)[1] == expected(0.3)


def test_the_checkbox_changes_the_heights_alone(shown: Shown) -> None:
    before, words = shown.pixels(), said(shown)
    shown.root.get_by_label("heights in equal factors").uncheck()
    assert shown.pixels() != before
    assert said(shown) == words


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (800, "dark")])
def test_nothing_hangs_out_and_it_is_dark_where_the_page_is(browser: Any, width: int, scheme: str) -> None:
    shown = Shown(browser, explore.threshold(*mails()), width, color_scheme=scheme)
    assert shown.root.get_attribute("data-theme") == scheme
    assert shown.root.evaluate("(root) => root.scrollWidth <= root.clientWidth")
    shown.page.close()
