"""The layers' explorer on Python's side: what it can be opened on, what can be read back, what a notebook stores."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
import traitlets

from dlcourse import explore, scratch
from dlcourse.explore import base

POINTS = [[0.0, 1.0], [2.0, 3.0], [4.0, -1.0], [1.0, 1.0]]
LABELS = [0, 1, 1, 0]


@pytest.mark.parametrize("hidden", [(), (1,), (4,), (3, 2), (8, 8, 8, 8)])
def test_parameters_are_those_of_the_network_itself(hidden: tuple[int, ...]) -> None:
    widget = explore.layers(hidden=hidden)
    layers = [*(scratch.Dense(units, "tanh") for units in hidden), scratch.Dense(1, "sigmoid")]
    assert widget.parameters == scratch.Network(layers, inputs=2).count_params()
    assert widget.widths == [2, *hidden, 1]
    assert widget.hidden == list(hidden)


@pytest.mark.parametrize(
    ("given", "taken"),
    [((), []), ([], []), (3, [3]), (np.array([2, 5]), [2, 5]), (np.int64(4), [4]), (range(1, 4), [1, 2, 3])],
)
def test_hidden_in_any_form(given: object, taken: list[int]) -> None:
    assert explore.layers(hidden=given).hidden == taken


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"hidden": (9,)}, "hidden layer 1 must be a whole number from 1 to 8, got 9"),
        ({"hidden": (4, 0)}, "hidden layer 2 must be a whole number from 1 to 8, got 0"),
        ({"hidden": (4, 2.5)}, "hidden layer 2 must be .* got 2.5"),
        ({"hidden": (True,)}, "hidden layer 1 must be .* got True"),
        ({"hidden": (1, 1, 1, 1, 1)}, r"at most 4 layers.* got \(1, 1, 1, 1, 1\)"),
        ({"hidden": "44"}, "got '44'"),
        ({"hidden": None}, "got None"),
        ({"activation": "gelu"}, "activation must be one of tanh, relu, sigmoid, linear; got 'gelu'"),
        ({"activation": 3}, "activation must be .* got 3"),
        ({"seed": -1}, "seed must be a whole number from 0 .* got -1"),
        ({"points": POINTS}, "labels are missing"),
        ({"labels": LABELS}, "points are missing"),
        ({"points": [[1, 2, 3]], "labels": [0]}, r"shape \(n, 2\), got shape \(1, 3\)"),
        ({"points": POINTS, "labels": [0, 1]}, "4 points and 2 labels"),
        ({"points": POINTS, "labels": [0, 1, 2, 0]}, r"labels must be 0 and 1, got \[0, 1, 2\]"),
        ({"points": POINTS, "labels": LABELS, "names": ["a"]}, "names must be two"),
    ],
)
def test_says_what_it_got_instead(arguments: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.layers(**arguments)


def test_can_be_set_and_refuses_nonsense_later() -> None:
    widget = explore.layers()
    widget.hidden = (5, 3)
    widget.activation = "ReLU"
    assert (widget.hidden, widget.activation, widget.parameters) == ([5, 3], "relu", 15 + 18 + 4)
    for name, value in [("hidden", (9,)), ("activation", "softmax"), ("seed", 1.5)]:
        with pytest.raises((ValueError, traitlets.TraitError), match="must be"):
            setattr(widget, name, value)
    assert widget.hidden == [5, 3]


def test_points_of_other_units_are_standardised_and_comfortable_ones_are_not() -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"length": rng.normal(40, 5, 50), "mass": rng.normal(4000, 600, 50)})
    widget = explore.layers(frame, ["a", "b"] * 25)
    assert widget.names == ["length", "mass"]
    assert widget.class_names == ["a", "b"]
    seen = (np.array(widget.points) - widget.shift) / widget.scale
    np.testing.assert_allclose(seen.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(seen.std(axis=0), 1)
    plain = explore.layers(POINTS, LABELS)
    assert (plain.shift, plain.scale) == ([0, 0], [1, 1])
    level = explore.layers([[x, 7000.0] for x in range(4)], LABELS)
    assert np.isfinite(level.shift + level.scale).all()
    assert min(level.scale) > 0


@pytest.mark.parametrize("name", ["names", "class_names"])
def test_names_are_two(name: str) -> None:
    widget = explore.layers(POINTS, LABELS)
    for wrong in (["one"], ["one", "two", "three"], "x"):
        with pytest.raises(ValueError, match=f"{name} must be two, one for each .*got "):
            setattr(widget, name, wrong)
    setattr(widget, name, ["left", "right"])


def test_true_is_no_number_of_units() -> None:
    with pytest.raises(ValueError, match=r"hidden must be .*; got True"):
        explore.layers(hidden=True)


def test_other_points_can_be_set() -> None:
    widget = explore.layers()
    widget.points = np.array([[100.0, 0.0], [300.0, 1.0], [200.0, 4.0]])
    widget.labels = np.array([True, False, True])
    assert (widget.points[1], widget.labels) == ([300.0, 1.0], [1, 0, 1])
    np.testing.assert_allclose((np.array(widget.points) - widget.shift)[:, 0].sum(), 0)
    for name, value in [("points", [[1, 2, 3]]), ("labels", [0, 3, 1])]:
        with pytest.raises((ValueError, traitlets.TraitError), match="got"):
            setattr(widget, name, value)


def test_what_a_notebook_stores_repeats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    (first, first_meta), (second, second_meta) = [explore.layers()._repr_mimebundle_() for _ in range(2)]
    assert first["text/plain"] == second["text/plain"]
    assert "2-4-1 (tanh, 17 parameters)" in first["text/plain"]
    assert first_meta == second_meta
    state = first_meta["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state, "plain data"
    assert len(state["points"]) == 120
