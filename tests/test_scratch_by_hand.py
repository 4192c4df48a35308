"""The functions of lesson 6 agree with nudging, with `Value`, and with the networks they lead to."""

from __future__ import annotations

import numpy as np
import pytest

from dlcourse.scratch import Dense, Network, Value, by_hand, numerical_gradient


@pytest.mark.parametrize("seed", range(3))
def test_gradients_are_those_of_nudging_and_of_a_network(seed: int) -> None:
    x, y, parameters = by_hand.random_network(seed, n=5, inputs=4, hidden=6, classes=3)
    found = by_hand.gradients(x, y, *parameters)
    for place, part in enumerate(parameters):

        def loss(changed: np.ndarray, place: int = place) -> float:
            return by_hand.loss(x, y, *parameters[:place], changed, *parameters[place + 1 :])

        assert np.allclose(found[place], numerical_gradient(loss, part), atol=1e-7)
        assert np.allclose(found[place], by_hand.nudged_gradient(loss, part, 1e-5), atol=1e-7)

    network = Network([Dense(6, "relu"), Dense(3, "softmax")], inputs=4)
    network.set_weights(parameters)
    network.compile(loss="categorical_crossentropy")
    assert np.isclose(network.compute_gradients(x, y), by_hand.loss(x, y, *parameters))
    for one, two in zip(found, network.gradients(), strict=True):
        assert np.allclose(one, two, atol=1e-9)


def test_nodes_collect_like_values() -> None:
    x, w = by_hand.Node(0.5), by_hand.Node(-2.0)
    product = by_hand.multiply(x, w)
    total = by_hand.add(product, x)
    out = by_hand.tanh(total)
    by_hand.send_back([x, w, product, total, out, by_hand.multiply(out, x)])

    a, b = Value(0.5), Value(-2.0)
    ((a * b + a).tanh() * a).backward()
    assert np.allclose([x.gradient, w.gradient], [a.gradient, b.gradient])


def test_nudging_leaves_the_array_as_it_was() -> None:
    w = np.array([[0.1, 0.2], [0.3, 0.4]])
    before = w.copy()
    by_hand.nudged_gradient(lambda a: float((a**2).sum()), w, 1e-3)
    assert (w == before).all()
