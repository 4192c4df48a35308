"""The explorer of descent: losses, noise and paths against NumPy and dlcourse.scratch; what it is given, read and set."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from node_answers import ask, needs_node

from dlcourse import explore, scratch
from dlcourse.explore import base
from dlcourse.explore.surfaces import OPTIMIZERS, SURFACES, noise_at

RATES = {"sgd": 0.08, "momentum": 0.02, "rmsprop": 0.05, "adam": 0.1}


@needs_node
@pytest.mark.parametrize("name", SURFACES)
def test_losses_and_gradients_agree_and_are_right(name: str) -> None:
    surface = SURFACES[name]
    rng = np.random.default_rng(0)
    places = [rng.uniform(*np.array(surface.range).T) for _ in range(40)]
    found = ask(["surfaces.js"], [(f, [name, w.tolist()]) for f in ("lossAt", "gradientAt") for w in places])
    np.testing.assert_allclose(found[:40], [surface.loss(w) for w in places], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(found[40:], [surface.gradient(w) for w in places], rtol=1e-12, atol=1e-12)
    for w, gradient in zip(places, found[40:], strict=True):
        measured = scratch.numerical_gradient(lambda v: float(surface.loss(v)), w)
        np.testing.assert_allclose(gradient, measured, atol=1e-6)


@needs_node
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_paths_are_those_of_scratch_step_for_step(optimizer: str, noise: float) -> None:
    for name, surface in SURFACES.items():
        widget = explore.descent(name, optimizer, RATES[optimizer], steps=60, noise=noise, seed=3)
        settings = {
            "surface": name,
            "optimizer": optimizer,
            "rate": RATES[optimizer],
            "momentum": 0.9,
            "start": list(surface.start),
            "noise": noise,
            "seed": 3,
        }
        found = np.array(ask(["rollers.js"], [("pathOf", [settings, 60])])[0])
        assert found.shape == (61, len(surface.start))
        np.testing.assert_allclose(found, widget.path, atol=1e-9)
        assert np.abs(np.diff(found, axis=0)).max() > 1e-3, "it moves"


def test_the_path_is_what_the_optimisers_do_to_the_gradient() -> None:
    widget = explore.descent("valley", "sgd", 0.1, start=(-5, 2), steps=3)
    w = np.array([-5.0, 2.0])
    for place in widget.path[1:]:
        w = w - 0.1 * np.array([0.2, 4.0]) * w
        np.testing.assert_allclose(place, w, atol=1e-12)
    adam = explore.descent("parabola", "adam", 0.5, start=2, steps=1)
    np.testing.assert_allclose(adam.position, [1.5], atol=1e-6)  # a first step of Adam is as long as the rate
    rms = explore.descent("parabola", "rmsprop", 0.1, start=2, steps=1)
    np.testing.assert_allclose(rms.position, [2 - 0.1 / np.sqrt(0.1)], atol=1e-6)
    rolling = explore.descent("parabola", "momentum", 0.1, momentum=0.5, start=1, steps=2)
    np.testing.assert_allclose(rolling.path[:, 0], [1, 0.8, 0.8 - 0.1 * 1.6 - 0.5 * 0.2], atol=1e-12)


@needs_node
def test_noise_repeats_on_both_sides_and_is_normal() -> None:
    asked = [(seed, step, axis) for seed in (0, 1, 7, 2**31 - 1) for step in range(1, 300) for axis in (0, 1)]
    found = np.array(ask(["surfaces.js"], [("noiseAt", list(one)) for one in asked]))
    np.testing.assert_allclose(found, [noise_at(*one) for one in asked], atol=1e-12)
    assert abs(found.mean()) < 0.08
    assert found.std() == pytest.approx(1, abs=0.06)
    assert abs(np.corrcoef(found[:-1], found[1:])[0, 1]) < 0.08
    assert len(np.unique(found)) == len(found), "no two the same"


@needs_node
@pytest.mark.parametrize("name", SURFACES)
def test_the_stars_stand_in_the_dips(name: str) -> None:
    dips = ask(["surfaces.js"], [("minimaOf", [name])])[0]
    for dip in np.array(dips):
        gradient = SURFACES[name].gradient(dip)
        assert np.abs(gradient).max() < 3e-3
        for way in np.random.default_rng(0).normal(size=(20, len(dip))):
            assert SURFACES[name].loss(dip + 0.05 * way) > SURFACES[name].loss(dip) - 1e-6


@needs_node
def test_lines_of_equal_loss_lie_where_the_loss_is_that() -> None:
    x, y = np.linspace(-3, 3, 41), np.linspace(-2, 2, 31)
    grid = x[None, :] ** 2 + 2 * y[:, None] ** 2 + 0.3 * x[None, :]
    pieces = np.array(ask(["surfaces.js"], [("equalLines", [grid.ravel().tolist(), 41, 2.0])])[0])
    assert len(pieces) > 60
    for c, r in pieces.reshape(-1, 2):
        c0, r0 = min(int(c), 39), min(int(r), 29)
        fc, fr = c - c0, r - r0
        between = (grid[r0, c0] * (1 - fc) + grid[r0, c0 + 1] * fc) * (1 - fr) + (
            grid[r0 + 1, c0] * (1 - fc) + grid[r0 + 1, c0 + 1] * fc
        ) * fr
        assert between == pytest.approx(2.0, abs=1e-9)
    ends = {(round(c, 6), round(r, 6)) for c, r in pieces.reshape(-1, 2)}
    assert len(ends) == len(pieces), "a closed line: every end is the next piece's beginning"


def test_too_large_a_rate_loses_the_ball_and_names_no_nan() -> None:
    for optimizer, rate in [("sgd", 0.6), ("sgd", 1e300), ("momentum", 5), ("adam", 1e6), ("rmsprop", 1e200)]:
        widget = explore.descent("valley", optimizer, rate, steps=500)
        assert widget.lost, optimizer
        assert np.isfinite(widget.path).all()
        assert len(widget.path) < 501
        assert "left the picture" in widget.alt_text()
        assert "nan" not in repr(widget).lower()
    assert not explore.descent("valley", "sgd", 0.49, steps=500).lost


@needs_node
@pytest.mark.parametrize("rate", [0.6, 3.0, 1e300])
def test_the_ball_is_lost_at_the_same_step_on_both_sides(rate: float) -> None:
    widget = explore.descent("bowl", "sgd", 1.05 if rate == 0.6 else rate, steps=500)
    settings = {
        **{"surface": "bowl", "optimizer": "sgd", "rate": widget.learning_rate, "momentum": 0.9},
        **{"start": widget.start, "noise": 0.0, "seed": 0},
    }
    found = ask(["rollers.js"], [("pathOf", [settings, 500])])[0]
    assert len(found) == len(widget.path)


def test_momentum_given_with_sgd_means_momentum() -> None:
    assert explore.descent(optimizer="SGD", momentum=0.9).optimizer == "momentum"
    assert explore.descent(optimizer="sgd", momentum=0).optimizer == "sgd"
    assert explore.descent(optimizer="sgd").optimizer == "sgd"


def test_a_new_surface_moves_a_start_that_does_not_fit() -> None:
    widget = explore.descent("valley")
    widget.surface = "parabola"
    assert widget.start == [-2.5]
    widget.start = np.array([1.5])
    assert widget.start == [1.5]
    widget.surface = "two dips"
    assert (widget.surface, widget.start) == ("two_dips", [1.5])
    widget.set_state({"surface": "bowl", "start": [1.0, 1.0]})  # as the browser sends them
    assert (widget.surface, widget.start) == ("bowl", [1.0, 1.0])
    assert widget.gradient.tolist() == [2.0, 2.0]


def test_what_can_be_read() -> None:
    widget = explore.descent("bowl", learning_rate=0.25, start=(2, -2), steps=4)
    np.testing.assert_allclose(widget.path[:, 0], [2, 1, 0.5, 0.25, 0.125])
    np.testing.assert_allclose(widget.losses, 2 * widget.path[:, 0] ** 2)
    assert widget.loss == widget.losses[-1]
    np.testing.assert_allclose(widget.gradient, 2 * widget.position)
    widget.learning_rate = 0.5
    np.testing.assert_allclose(widget.position, [0, 0], atol=1e-12)
    assert "learning_rate=0.5, steps=4, loss=0" in repr(widget)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            {"surface": "hill"},
            "surface must be one of parabola, two_dips, bowl, valley, saddle, two_minima; got 'hill'",
        ),
        ({"optimizer": "adamw"}, "optimizer must be one of sgd, momentum, rmsprop, adam; got 'adamw'"),
        ({"optimizer": None}, "optimizer must be one of .*got None"),
        ({"learning_rate": -0.1}, r"learning_rate must be one finite number above 0, got -0\.1"),
        ({"learning_rate": 0}, "learning_rate must be .*got 0"),
        ({"learning_rate": "fast"}, "learning_rate must be .*got 'fast'"),
        ({"learning_rate": float("nan")}, "learning_rate must be .*got nan"),
        ({"momentum": 1.0}, "momentum must be below 1"),
        ({"momentum": -0.5}, "momentum must be one finite number from 0 to 1, got -0.5"),
        (
            {"start": 1.0},
            "start must be two numbers, from -6 to 3 and from -3.5 to 3.5, on the surface valley; got 1.0",
        ),
        ({"start": (9, 0)}, r"start must be .*got \(9, 0\)"),
        ({"start": (float("nan"), 0)}, "start must be .*got .nan"),
        ({"start": "left"}, "start must be .*got 'left'"),
        ({"surface": "parabola", "start": (1, 2)}, r"start must be one number from -3 to 3.*got \(1, 2\)"),
        ({"steps": -1}, "steps must be .*got -1"),
        ({"steps": 2.5}, "steps must be a whole number from 0 to 500, got 2.5"),
        ({"steps": 501}, "steps must be .*got 501"),
        ({"noise": -1}, "noise must be .*got -1"),
        ({"seed": "a"}, "seed must be .*got 'a'"),
        ({"speed": 0}, "speed must be .*got 0"),
    ],
)
def test_says_what_it_got_instead(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.descent(**arguments)
    if len(arguments) == 1 and None not in arguments.values():
        ((name, value),) = arguments.items()
        widget = explore.descent()
        before = getattr(widget, name)
        with pytest.raises(ValueError, match=said):
            setattr(widget, name, value)
        assert getattr(widget, name) == before


def test_what_a_notebook_stores_is_plain_data_and_repeats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    data, metadata = explore.descent("saddle", "adam", 0.2, steps=25, noise=0.5)._repr_mimebundle_()
    again, _ = explore.descent("saddle", "adam", 0.2, steps=25, noise=0.5)._repr_mimebundle_()
    state = metadata["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state
    assert data["text/plain"] == again["text/plain"]
    assert "saddle, moved by adam with the learning rate 0.2" in data["text/plain"]
