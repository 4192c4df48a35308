"""The playground on Python's side: its data, the network it hands over, what it refuses; and its equations under node."""

from __future__ import annotations

import json

import numpy as np
import pytest
import traitlets

from dlcourse import explore, scratch
from dlcourse.explore.seeded import DATA, start_weights


def own(count: int = 40) -> tuple[np.ndarray, list[str]]:
    rng = np.random.default_rng(0)
    classes = rng.integers(0, 2, count)
    points = np.column_stack([rng.normal(40, 4, count) + 6 * classes, rng.normal(4000, 300, count)])
    return points, [("small", "big")[k] for k in classes]


def test_the_network_is_the_start_until_one_is_handed_over() -> None:
    widget = explore.playground(hidden=(4, 4), seed=3)
    network = widget.network
    assert isinstance(network, scratch.Network)
    for got, expected in zip(network.get_weights(), start_weights([2, 4, 4, 1], 3), strict=True):
        np.testing.assert_array_equal(got, expected)
    assert widget.steps == 0


def test_the_network_can_learn_on_and_be_shown_again() -> None:
    widget = explore.playground(data="xor", hidden=(4,), learning_rate=0.3)
    network = widget.network
    assert network.optimizer.learning_rate == 0.3
    x = widget.features(widget.points)
    before = network.evaluate(x, widget.labels)[0]
    network.fit(x, widget.labels, batch_size=10, epochs=40)
    after = network.evaluate(x, widget.labels)[0]
    assert after < 0.5 * before
    widget.weights = network.get_weights()
    assert widget.network.evaluate(x, widget.labels)[0] == after
    test = widget.network.evaluate(widget.features(widget.test_points), widget.test_labels)
    assert test[1] > 0.9


def test_what_changes_the_network_puts_it_back_to_its_start() -> None:
    for name, value in [
        ("hidden", (3,)),
        ("inputs", ["x1"]),
        ("activation", "relu"),
        ("seed", 5),
        ("data", "moons"),
        ("noise", 0.5),
        ("data_seed", 9),
    ]:
        widget = explore.playground()
        widget.weights = [part + 1 for part in widget.weights]
        setattr(widget, name, value)
        for got, expected in zip(widget.weights, start_weights(widget.widths, widget.seed), strict=True):
            np.testing.assert_array_equal(got, expected, err_msg=name)
    kept = explore.playground()
    kept.weights = [part + 1 for part in kept.weights]
    kept.learning_rate, kept.batch_size = 1.0, 5
    assert kept.weights[1].tolist() == [1, 1, 1, 1]


def test_start_weights_can_be_given() -> None:
    weights = [part + 0.5 for part in start_weights([3, 2, 1], 0)]
    widget = explore.playground(inputs=["x1", "x1*x2", "x2"], hidden=2, weights=weights)
    assert widget.inputs == ["x1", "x2", "x1·x2"]
    for got, expected in zip(widget.network.get_weights(), weights, strict=True):
        np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize("data", DATA)
def test_training_and_test_points_are_different_and_of_one_kind(data: str) -> None:
    widget = explore.playground(data=data)
    assert widget.points.shape == (300, 2)
    assert widget.test_points.shape == (100, 2)
    assert widget.labels.sum() == 150
    assert widget.test_labels.sum() == 50
    assert not set(map(tuple, widget.points)) & set(map(tuple, widget.test_points))


def test_own_points_are_split_once_and_standardised() -> None:
    points, classes = own()
    widget = explore.playground(points, classes, class_names=("small", "big"), names=("length", "mass"))
    assert widget.data == "own"
    assert len(widget.points) == 30
    assert len(widget.test_points) == 10
    both = sorted(map(tuple, np.vstack([widget.points, widget.test_points])))
    assert both == sorted(map(tuple, points))
    for point, label in zip(widget.points, widget.labels, strict=True):
        assert classes[points.tolist().index(point.tolist())] == ("small", "big")[label]
    np.testing.assert_allclose(widget.features(points).std(axis=0), 1)
    widget.data = "circle"
    np.testing.assert_array_equal(widget.features([[1.0, 2.0]]), [[1.0, 2.0]])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"inputs": []}, r"at least one of x1, .*got \[\]"),
        ({"inputs": ["x3"]}, "inputs must be names out of x1, .* got 'x3'"),
        ({"inputs": 3}, "inputs must be names .* got 3"),
        ({"inputs": [3]}, "inputs must be names .* got 3"),
        ({"data": "own"}, "data must be one of clouds, circle, xor, moons, spiral; got 'own'"),
        ({"data": "mnist"}, "got 'mnist'"),
        ({"noise": 2}, "noise must be one finite number from 0 to 1, got 2"),
        ({"noise": "much"}, "noise must be .* got 'much'"),
        ({"learning_rate": 0}, "learning_rate must be one finite number above 0, got 0"),
        ({"learning_rate": float("nan")}, "learning_rate must be .* got nan"),
        ({"learning_rate": "0.1"}, "learning_rate must be .* got '0.1'"),
        ({"batch_size": 0}, "batch_size must be a whole number from 1 .* got 0"),
        ({"batch_size": 2.5}, "batch_size must be .* got 2.5"),
        ({"hidden": (9,)}, "hidden layer 1 must be .* got 9"),
        ({"weights": [1]}, r"shapes \[\(2, 4\), \(4,\), \(4, 1\), \(1,\)\], got"),
        ({"weights": 1}, "weights must be a list of arrays .* got 1"),
        ({"weights": [np.full(s, np.nan) for s in [(2, 4), 4, (4, 1), 1]]}, "finite"),
        ({"points": [[0, 1]] * 5, "labels": [0, 1, 0, 1, 0]}, "at least 8 points, some for a test; got 5"),
        ({"points": [[0, 1]] * 9}, "labels are missing"),
        ({"points": [[0, 1]] * 9, "labels": [0, 1]}, "9 points and 2 labels"),
    ],
)
def test_says_what_it_got_instead(arguments: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.playground(**arguments)


def test_refuses_nonsense_later_and_keeps_what_it_had() -> None:
    widget = explore.playground()
    for name, value in [
        ("noise", -1),
        ("data", "x"),
        ("learning_rate", "a"),
        ("inputs", []),
        ("batch_size", 0),
    ]:
        before = getattr(widget, name)
        with pytest.raises((ValueError, traitlets.TraitError)):
            setattr(widget, name, value)
        assert getattr(widget, name) == before
    with pytest.raises(ValueError, match=r"got \[\(2, 5\)"):
        widget.weights = start_weights([2, 5, 1], 0)
    with pytest.raises(ValueError, match="two numbers in each row"):
        widget.features([[1, 2, 3]])


def test_the_state_is_plain_data_and_the_picture_has_words() -> None:
    widget = explore.playground(*own(), hidden=(3,))
    state = widget.shown_state()
    assert json.loads(json.dumps(state)) == state
    assert "2-3-1 (tanh, 13 parameters)" in widget.alt_text()
    widget.weights = widget.weights
    assert json.loads(json.dumps(widget.shown_state()))["handed"][1] == [0.0, 0.0, 0.0]


def test_python_says_that_it_has_taken_what_the_button_sent() -> None:
    widget = explore.playground(hidden=(2,))
    sent = [part.tolist() for part in widget.weights]
    widget.set_state({"handed": sent, "steps": 30, "asked": 1})
    assert (widget.answered, widget.steps) == (1, 30)
    widget.set_state({"handed": sent, "steps": 30, "asked": 2})  # the same weights once more
    assert widget.answered == 2


def test_no_inputs_says_what_was_got() -> None:
    with pytest.raises(ValueError, match=r"inputs must be at least one of .*; got \(\)"):
        explore.playground(inputs=())
