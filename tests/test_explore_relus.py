"""The explorer of ReLU sums: its arithmetic against NumPy, what it can be opened on, what can be read, set and fitted."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from node_answers import ask, needs_node

from dlcourse import explore, scratch
from dlcourse.explore import base
from dlcourse.explore.relus import PLACES, TARGETS


def least_squares(goal: np.ndarray, corners: list[float]) -> np.ndarray:
    columns = np.column_stack([np.ones_like(PLACES), *(np.maximum(0, PLACES - c) for c in corners)])
    return np.linalg.lstsq(columns, goal, rcond=None)[0]


@needs_node
def test_sum_distance_and_fit_agree_with_numpy() -> None:
    rng = np.random.default_rng(0)
    cases = []
    for n in range(60):
        count = 1 + n % 10
        cases.append(
            (
                rng.uniform(-3, 2.9, count).round(2).tolist(),
                rng.normal(size=count).tolist(),
                float(rng.normal()),
            )
        )
    goals = [TARGETS[name](PLACES) for name in TARGETS]
    asked: list[tuple[str, list[Any]]] = []
    for n, (corners, slopes, bias) in enumerate(cases):
        goal = goals[n % len(goals)].tolist()
        asked += [
            ("sumOfHinges", [0.37, corners, slopes, bias]),
            ("distanceTo", [goal, corners, slopes, bias]),
            ("fitHinges", [goal, corners]),
        ]
    found = ask(["hinges.js"], asked)
    for n, (corners, slopes, bias) in enumerate(cases):
        value, distance, fitted = found[3 * n : 3 * n + 3]
        widget = explore.relus(
            corners=corners, slopes=slopes, bias=bias, target=list(TARGETS)[n % len(goals)]
        )
        assert value == pytest.approx(float(widget(0.37)), abs=1e-12)
        assert value == pytest.approx(
            bias + np.array(slopes) @ scratch.relu(0.37 - np.array(corners)), abs=1e-12
        )
        assert distance == pytest.approx(widget.distance, abs=1e-12)
        widget.set(corners, fitted["slopes"], fitted["bias"])
        nearest = widget.distance
        assert widget.fit() == pytest.approx(nearest, abs=1e-9), "no other slopes are nearer"
        if np.diff(sorted(corners), prepend=-9).min() > 0.2:
            best = least_squares(goals[n % len(goals)], corners)
            np.testing.assert_allclose([fitted["bias"], *fitted["slopes"]], best, rtol=1e-6, atol=1e-7)


@needs_node
def test_two_relus_at_one_corner_are_fitted_as_one() -> None:
    goal = TARGETS["sine"](PLACES).tolist()
    twice, once = ask(
        ["hinges.js"], [("fitHinges", [goal, [-3, 0, 0, 1]]), ("fitHinges", [goal, [-3, 0, 1]])]
    )
    assert twice["slopes"][2] == 0
    np.testing.assert_allclose([twice["slopes"][k] for k in (0, 1, 3)], once["slopes"], atol=1e-9)


@needs_node
def test_targets_and_corners_are_the_same_on_both_sides() -> None:
    found = ask(["hinges.js"], [("evenCorners", [n]) for n in range(1, 11)])
    for n, corners in enumerate(found, 1):
        np.testing.assert_allclose(corners, explore.relus(corners=n).corners, atol=1e-12)
    for name, target in TARGETS.items():  # the distance from zero tells the target's values
        there = ask(["hinges.js"], [("distanceTo", [target(PLACES).tolist(), [0.0], [0.0], 0.0])])[0]
        assert there == pytest.approx(explore.relus(name, [0.0], [0.0]).distance, abs=1e-12)


@needs_node
def test_one_more_corner_goes_into_the_widest_gap_and_never_leads_away() -> None:
    corners: list[float] = [-3.0]
    distances = []
    for _ in range(9):
        distances.append(explore.relus("sine", corners).fit())
        gap = ask(["hinges.js"], [("widestGap", [corners])])[0]
        ends = sorted([-3.0, 3.0, *corners])
        assert min(abs(gap - c) for c in ends) == pytest.approx(np.diff(ends).max() / 2)
        corners.append(gap)
    assert (np.diff(distances) < 1e-12).all()
    assert distances[-1] < distances[0] / 4


def test_a_hat_needs_three_relus_and_no_more() -> None:
    widget = explore.relus("hat", [-1.5, 0, 1.5])
    assert widget.distance > 0.3, "it begins unsolved"
    assert widget.fit() < 1e-12
    np.testing.assert_allclose(widget.slopes, [2 / 3, -4 / 3, 2 / 3], atol=1e-9)
    assert explore.relus("hat", [-1.5, 0]).fit() > 0.01


def test_it_is_a_network_with_one_hidden_layer() -> None:
    widget = explore.relus("sine", 5)
    hidden, output = scratch.Dense(5, "relu"), scratch.Dense(1)
    for layer, inputs in ((hidden, 1), (output, 5)):
        layer.build(inputs, np.random.default_rng(0))
    hidden.weights[:], hidden.bias[:] = 1, -np.array(widget.corners)
    output.weights[:], output.bias[:] = np.array(widget.slopes)[:, None], widget.bias
    x = np.linspace(-3, 3, 50)
    np.testing.assert_allclose(output.forward(hidden.forward(x[:, None]))[:, 0], widget(x), atol=1e-12)


def test_a_target_of_the_learners_own() -> None:
    widget = explore.relus(lambda x: x**3 / 27, 6)
    assert widget.target == "own"
    assert widget.fit() < 0.03
    by_one = explore.relus(lambda x: 1.0 if x > 0 else 0.0)
    assert sum(by_one.own) == 120
    assert explore.relus(lambda x: 2).own == [2.0] * 241
    widget.target = "bump"
    assert widget.distance > 0.03
    widget.target = "own"
    assert widget.distance < 0.03
    with pytest.raises(ValueError, match="one finite number for each x"):
        explore.relus(np.log)


def test_corners_and_slopes_stay_one_to_one() -> None:
    widget = explore.relus()
    with pytest.raises(ValueError, match=r"3 beside|beside 3"):
        widget.corners = [0.0, 1.0]
    widget.set([0.0, 1.0], [1, 2])
    assert (widget.corners, widget.slopes) == ([0.0, 1.0], [1.0, 2.0])
    widget.set_state({"corners": [-1.0], "slopes": [3.0]})  # as the browser sends them
    assert (widget.corners, widget.slopes) == ([-1.0], [3.0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"target": "circle"}, "target must be one of bump, sine, steps, hat, parabola; got 'circle'"),
        ({"target": None}, "target must be one of .*got None"),
        ({"corners": 0}, "corners must be 1 to 10 .*got 0"),
        ({"corners": 11}, "corners must be 1 to 10 .*got 11"),
        ({"corners": [0, 3]}, r"corners must be .* from -3 to 2.9, got \[0, 3\]"),
        ({"corners": [float("nan")]}, "corners must be .*got .nan"),
        ({"corners": "12"}, "corners must be .*got '12'"),
        ({"corners": []}, r"corners must be .*got \[\]"),
        ({"corners": 2.5}, r"corners must be .*got 2\.5"),
        ({"slopes": [1, 2]}, "got 3 corners and 2 slopes"),
        ({"slopes": "steep"}, "slopes must be .*got 'steep'"),
        ({"bias": None}, "bias must be .*got None"),
        ({"bias": float("inf")}, "bias must be .*got inf"),
    ],
)
def test_says_what_it_got_instead(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.relus(**arguments)


def test_what_a_notebook_stores_is_plain_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    data, metadata = explore.relus(corners=np.array([-1, 0, 1]))._repr_mimebundle_()
    state = metadata["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state
    assert "3 ReLUs" in data["text/plain"]
    assert "3 hidden units" in data["text/plain"]
