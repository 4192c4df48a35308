"""The arithmetic of the explorers of small networks, run by node as the browser runs it, against dlcourse.scratch."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dlcourse import scratch
from dlcourse.explore.seeded import DATA, FEATURES, draw_points, make_features, seeded, start_weights

JS = Path(__file__).parent / "js"
NODE = shutil.which("node")
LOSSES = ("binary_crossentropy", "mean_squared_error")
NETWORKS = [
    ([2, 4, 4, 1], "tanh", "sigmoid"),
    ([2, 4, 4, 1], "relu", "sigmoid"),
    ([7, 8, 8, 8, 8, 1], "tanh", "sigmoid"),
    ([2, 3, 1], "sigmoid", "sigmoid"),
    ([3, 5, 1], "linear", "sigmoid"),
    ([2, 1], "tanh", "sigmoid"),
    ([2, 4, 1], "relu", "linear"),  # for a loss that takes any number
    ([2, 4, 3], "tanh", "linear"),  # several outputs
]

pytestmark = pytest.mark.skipif(
    NODE is None and os.environ.get("DLCOURSE_REQUIRE_BROWSER") != "1",
    reason="node is not installed: the explorers' JavaScript is not tested",
)


def ask(questions: list[tuple[str, list[Any]]]) -> list[Any]:
    """Let node answer: each question is a function named in answer_network.mjs and its arguments."""
    done = subprocess.run(
        [NODE, JS / "answer_network.mjs"],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def lists(arrays: list[np.ndarray]) -> list[list]:
    return [array.tolist() for array in arrays]


def largest_difference(got: list, expected: list[np.ndarray]) -> float:
    """The largest absolute difference over lists of arrays of the same shapes."""
    assert [np.shape(part) for part in got] == [part.shape for part in expected]
    return max(float(np.abs(np.array(g) - e).max()) for g, e in zip(got, expected, strict=True))


class Case:
    """A network in both languages, with the same weights, and data for it."""

    def __init__(self, widths: list[int], activation: str, last: str, seed: int) -> None:
        rng = np.random.default_rng(seed)
        weights = [w + 0.1 * rng.normal(size=w.shape) for w in start_weights(widths, seed)]
        layers = [
            *(scratch.Dense(units, activation) for units in widths[1:-1]),
            scratch.Dense(widths[-1], last),
        ]
        self.network = scratch.Network(layers, inputs=widths[0])
        self.network.set_weights(weights)
        self.described = {"widths": widths, "activation": activation, "last": last, "weights": lists(weights)}
        self.x = rng.normal(size=(300, widths[0]))
        self.y = (rng.random((300, widths[-1])) < 0.4).astype(float)

    def losses(self) -> tuple[str, ...]:
        return LOSSES if self.described["last"] == "sigmoid" else LOSSES[1:]


CASES = [Case(*network, seed=seed) for seed, network in enumerate(NETWORKS)]


def test_same_weights_give_the_same_outputs() -> None:
    answers = ask([("outputs", [case.described, case.x.tolist()]) for case in CASES])
    for case, got in zip(CASES, answers, strict=True):
        np.testing.assert_allclose(got, case.network.predict(case.x).ravel(), atol=1e-12)


def test_same_weights_give_the_same_loss_and_gradients() -> None:
    asked = [(case, loss) for case in CASES for loss in case.losses()]
    answers = ask(
        [("gradients", [case.described, case.x.tolist(), case.y.tolist(), loss]) for case, loss in asked]
    )
    for (case, loss), got in zip(asked, answers, strict=True):
        first = [part.copy() for part in case.network.get_weights()]
        case.network.compile(optimizer=scratch.SGD(1.0), loss=loss)
        assert got["value"] == pytest.approx(case.network.train_step(case.x, case.y), abs=1e-12)
        gradients = [before - after for before, after in zip(first, case.network.get_weights(), strict=True)]
        case.network.set_weights(first)
        assert largest_difference(got["gradients"], gradients) < 1e-12


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("batch_size", [1, 10, 300])
def test_same_start_and_batches_give_the_same_weights_after_100_steps(
    momentum: float, batch_size: int
) -> None:
    rng = np.random.default_rng(batch_size)
    rate = 0.3 if momentum == 0 else 0.05
    asked = []
    for case in CASES:
        order = np.concatenate([rng.permutation(300) for _ in range(100)])[: 100 * batch_size]
        batches = order.reshape(100, batch_size).tolist()
        asked += [(case, loss, batches) for loss in case.losses()]
    options = {"rate": rate, "momentum": momentum}
    answers = ask(
        [
            (
                "trained",
                [case.described, case.x.tolist(), case.y.tolist(), batches, {**options, "loss": loss}],
            )
            for case, loss, batches in asked
        ]
    )
    for (case, loss, batches), got in zip(asked, answers, strict=True):
        first = [np.array(part) for part in case.described["weights"]]
        case.network.set_weights(first)
        case.network.compile(optimizer=scratch.SGD(rate, momentum=momentum), loss=loss)
        losses = [case.network.train_step(case.x[batch], case.y[batch]) for batch in batches]
        found = [part.copy() for part in case.network.get_weights()]
        case.network.set_weights(first)
        assert largest_difference(lists(first), found) > 0.01, "the network has learned"
        assert largest_difference(got["weights"], found) < 1e-9
        np.testing.assert_allclose(got["losses"], losses, atol=1e-9)


def test_saturated_outputs_lose_nothing() -> None:
    described = {"widths": [1, 1], "activation": "tanh", "last": "sigmoid", "weights": [[[1.0]], [0.0]]}
    x, y = [[60.0], [-60.0], [800.0]], [[0.0], [1.0], [0.0]]
    got = ask([("gradients", [described, x, y, "binary_crossentropy"])])[0]
    assert got["value"] == pytest.approx((60 + 60 + 800) / 3)
    np.testing.assert_allclose(got["gradients"][0], [[(60 + 60 + 800) / 3]])


def test_a_number_that_has_run_away_is_noticed() -> None:
    described = {"widths": [1, 1], "activation": "tanh", "last": "linear", "weights": [[[1.0]], [0.0]]}
    options = {"rate": 1e200, "loss": "mean_squared_error"}
    got = ask([("trained", [described, [[3.0]], [[1.0]], [[0]] * 4, options])])[0]
    assert got["losses"][0] == 4.0
    assert got["losses"][-1] is None, "JSON writes what is no number as null"
    assert not got["finite"]


def test_both_draw_the_same_numbers_points_and_start_weights() -> None:
    draw = seeded(123456789)
    numbers = [draw() for _ in range(2000)]
    widths = [3, 8, 1]
    asked = [("numbers", [123456789, 2000]), ("start", [widths, 7])]
    asked += [("drawPoints", [kind, 200, 0.3, 5]) for kind in DATA]
    got, start, *drawn = ask(asked)
    assert got == numbers
    assert 0.47 < np.mean(numbers) < 0.53
    assert np.histogram(numbers, 10, (0, 1))[0].min() > 150
    assert largest_difference(start, start_weights(widths, 7)) == 0
    assert 0.5 < np.abs(start[0]).max() <= np.sqrt(6 / 11)
    for kind, found in zip(DATA, drawn, strict=True):
        points, labels = draw_points(kind, 200, 0.3, 5)
        np.testing.assert_allclose(found["points"], points, atol=1e-12, err_msg=kind)
        assert found["labels"] == labels.tolist()


def test_both_make_the_same_features() -> None:
    points, _ = draw_points("moons", 50, 0.2, 1)
    shift, scale = [1.0, -2.0], [0.5, 3.0]
    names = list(FEATURES)
    got = ask([("features", [points.tolist(), names, {"shift": shift, "scale": scale}])])[0]
    np.testing.assert_allclose(
        np.reshape(got, (50, 7)), make_features(points, names, shift, scale), atol=1e-12
    )
    a, b = ((points - shift) / scale).T
    expected = [a, b, a**2, b**2, a * b, np.sin(a), np.sin(b)]
    np.testing.assert_allclose(make_features(points, names, shift, scale), np.stack(expected, axis=1))


def test_a_shuffled_order_has_every_place_once() -> None:
    first, again, other = ask([("shuffled", [300, 1]), ("shuffled", [300, 1]), ("shuffled", [300, 2])])
    assert sorted(first) == list(range(300))
    assert first == again
    assert first != other


@pytest.mark.parametrize("kind", DATA)
def test_every_data_set_can_be_told_apart_and_only_the_clouds_by_a_line(kind: str) -> None:
    points, labels = draw_points(kind, 300, 0.1, 1)
    assert np.abs(points).max() < 4
    assert labels.sum() == 150
    table = np.column_stack([points, np.ones(300)])
    w = np.linalg.lstsq(table, 2 * labels - 1, rcond=None)[0]
    by_line = np.mean((table @ w > 0) == labels)
    assert (by_line > 0.97) == (kind == "clouds")
    far = np.linalg.norm(points[:, None] - points[None], axis=2) + 1e9 * np.eye(300)
    assert np.mean(labels[far.argmin(axis=1)] == labels) > 0.97, "a point's neighbour is of its class"
