"""Activations, layers, losses, optimisers, batches, each alone: against finite differences, plain loops and the far ends."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pytest

from dlcourse import scratch
from dlcourse.scratch import (
    ACTIVATIONS,
    LOSSES,
    OPTIMIZERS,
    SGD,
    Adam,
    Dense,
    RMSprop,
    batches,
    numerical_gradient,
    slope,
)

RNG = np.random.default_rng
ELEMENTWISE = [name for name in ACTIVATIONS if name != "softmax"]
# None of these is a corner; some are far out.
POINTS = np.array([[-30.0, -3.0, -1.1, -0.2], [0.3, 0.9, 2.5, 30.0]])


@pytest.fixture(autouse=True)
def _no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


# Activations


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_slopes_of_activations(name: str) -> None:
    value = ACTIVATIONS[name].value
    by_trying = numerical_gradient(lambda z: value(z).sum(), POINTS)
    np.testing.assert_allclose(slope(name, POINTS), by_trying, atol=1e-9)
    assert slope(name, POINTS).shape == POINTS.shape


def test_values_of_activations_by_hand() -> None:
    z = [-2.0, 0.0, 3.0]
    assert scratch.step(z).tolist() == [0, 0, 1]
    assert scratch.linear(z).tolist() == z
    assert scratch.relu(z).tolist() == [0, 0, 3]
    assert scratch.leaky_relu(z).tolist() == [-0.4, 0, 3]
    assert scratch.leaky_relu(z, negative_slope=0.5).tolist() == [-1, 0, 3]
    np.testing.assert_allclose(scratch.sigmoid(z), [1 / (1 + math.exp(-n)) for n in z], rtol=1e-15)
    np.testing.assert_allclose(scratch.tanh(z), [math.tanh(n) for n in z], rtol=1e-15)
    np.testing.assert_allclose(
        scratch.gelu(z), [n * (1 + math.erf(n / math.sqrt(2))) / 2 for n in z], rtol=1e-15
    )
    np.testing.assert_allclose(scratch.softmax([[1.0, 2.0], [5.0, 5.0]])[1], [0.5, 0.5])


def test_the_corner_has_the_slope_on_its_left() -> None:
    assert [float(slope(name, 0.0)) for name in ("relu", "leaky_relu", "step")] == [0.0, 0.2, 0.0]
    assert float(scratch.relu(0.0)) == 0.0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_far_out_and_in_both_precisions(name: str, dtype: type) -> None:
    top = float(np.finfo(dtype).max) / 4
    z = np.array([[-top, -1000.0, -100.0, 0.0, 100.0, 1000.0, top]], dtype)
    outputs = ACTIVATIONS[name].value(z)
    assert outputs.dtype == dtype
    assert np.isfinite(outputs).all()
    if name != "softmax":
        assert slope(name, z).dtype == dtype
        assert np.isfinite(slope(name, z)).all()


def test_softmax_axis_shift_and_far_out() -> None:
    logits = RNG(0).normal(size=(3, 5))
    for axis in (0, 1, -1):
        np.testing.assert_allclose(scratch.softmax(logits, axis=axis).sum(axis=axis), 1)
    np.testing.assert_allclose(scratch.softmax(logits + 1e4), scratch.softmax(logits), rtol=1e-9)
    assert scratch.softmax([1000.0, 0.0, -1000.0]).tolist() == [1, 0, 0]
    assert scratch.softmax([-np.inf, 0.0]).tolist() == [0, 1]
    assert scratch.softmax([]).shape == (0,)
    assert [scratch.softmax(np.zeros(shape)).shape for shape in ((0, 3), (3, 0))] == [(0, 3), (3, 0)]


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_numbers_lists_and_nothing_at_all(name: str) -> None:
    value = ACTIVATIONS[name].value
    assert np.shape(value(2)) == np.shape(slope(name, 2)) == ()
    assert value([1, 2, 3]).dtype == float
    assert value(np.zeros((0, 3))).shape == slope(name, np.zeros((0, 3))).shape == (0, 3)


# Layers


def built(units: int, activation: str, inputs: int, seed: int = 0) -> Dense:
    layer = Dense(units, activation)
    layer.build(inputs, RNG(seed))
    layer.bias[:] = RNG(seed + 1).normal(size=units)
    return layer


def test_the_start_is_glorots() -> None:
    layer = Dense(300)
    layer.build(200, RNG(0))
    limit = math.sqrt(6 / 500)
    assert layer.weights.shape == (200, 300)
    assert 0.99 * limit < abs(layer.weights).max() <= limit
    assert layer.weights.std() == pytest.approx(limit / math.sqrt(3), rel=0.01)
    assert not layer.bias.any()


@pytest.mark.parametrize("examples", [1, 2, 7])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_backward_against_trying(activation: str, examples: int) -> None:
    """Of an arbitrary weighting of the outputs, for x, weights and bias. A batch of one is no special case."""
    layer = built(4, activation, inputs=3)
    x, weighting = RNG(2).normal(size=(examples, 3)), RNG(3).normal(size=(examples, 4))

    def total(x: np.ndarray, weights: np.ndarray, bias: np.ndarray) -> float:
        return float((weighting * ACTIVATIONS[activation].value(x @ weights + bias)).sum())

    w, b = layer.weights.copy(), layer.bias.copy()
    layer.forward(x)
    np.testing.assert_allclose(
        layer.backward(weighting), numerical_gradient(lambda a: total(a, w, b), x), atol=1e-8
    )
    np.testing.assert_allclose(
        layer.weights_gradient, numerical_gradient(lambda a: total(x, a, b), w), atol=1e-8
    )
    np.testing.assert_allclose(
        layer.bias_gradient, numerical_gradient(lambda a: total(x, w, a), b), atol=1e-8
    )
    assert layer.bias_gradient.shape == (4,)


def test_gradients_are_added_until_they_are_zeroed() -> None:
    layer = built(4, "tanh", inputs=3)
    x, gradient = RNG(2).normal(size=(5, 3)), RNG(3).normal(size=(5, 4))
    layer.forward(x)
    layer.backward(gradient)
    once = layer.weights_gradient.copy(), layer.bias_gradient.copy()
    layer.backward(gradient)
    assert (layer.weights_gradient == 2 * once[0]).all()
    assert (layer.bias_gradient == 2 * once[1]).all()
    layer.zero_gradients()
    assert not layer.weights_gradient.any()
    assert not layer.bias_gradient.any()


def test_weights_put_in_by_hand_go_forward_and_backward() -> None:
    layer = Dense(2)
    layer.weights, layer.bias = [[1, 2], [3, 4]], [0.5, 0]
    assert layer.forward([[1, 2]]).tolist() == [[7.5, 10]]
    assert layer.backward([[1, 0]]).tolist() == [[1, 3]]
    assert layer.weights_gradient.tolist() == [[1, 0], [2, 0]]
    assert layer.bias_gradient.tolist() == [1, 0]


def test_one_unit_is_lesson_2s_neuron() -> None:
    layer = built(1, "linear", inputs=3)
    x = RNG(0).normal(size=(6, 3))
    neuron = scratch.Neuron(layer.weights[:, 0], layer.bias[0])
    np.testing.assert_allclose(layer.forward(x)[:, 0], neuron.output(x), rtol=1e-14)
    assert Dense(1, None).activation == "linear"


# Losses


def data_for(name: str, from_logits: bool, examples: int) -> tuple[np.ndarray, np.ndarray]:
    rng = RNG(examples)
    z = rng.normal(size=(examples, 4))
    labels = rng.integers(0, 4, examples)
    if name == "mean_squared_error":
        return rng.normal(size=(examples, 4)), z
    if name == "binary_crossentropy":
        return rng.integers(0, 2, (examples, 4)), z if from_logits else scratch.sigmoid(z)
    targets = labels if name.startswith("sparse") else np.eye(4)[labels]
    return targets, z if from_logits else scratch.softmax(z)


CASES = [(name, logits) for name in LOSSES for logits in (False, True) if not (logits and "squared" in name)]


@pytest.mark.parametrize("examples", [1, 6])
@pytest.mark.parametrize(("name", "from_logits"), CASES)
def test_gradients_of_losses_against_trying(name: str, from_logits: bool, examples: int) -> None:
    loss = LOSSES[name](from_logits=True) if from_logits else LOSSES[name]()
    targets, outputs = data_for(name, from_logits, examples)
    by_trying = numerical_gradient(lambda o: loss.value(targets, o), outputs)
    np.testing.assert_allclose(loss.gradient(targets, outputs), by_trying, rtol=1e-6, atol=1e-9)
    assert isinstance(loss.value(targets, outputs), float)


def test_losses_by_hand() -> None:
    assert scratch.MeanSquaredError().value([1, 2], [3, 2]) == 2.0
    assert scratch.MeanSquaredError().gradient([1, 2], [3, 2]).tolist() == [2, 0]
    assert scratch.BinaryCrossentropy().value([1, 0], [0.5, 0.5]) == pytest.approx(math.log(2))
    assert scratch.CategoricalCrossentropy().value([[0, 1]], [[0.75, 0.25]]) == pytest.approx(math.log(4))
    assert scratch.SparseCategoricalCrossentropy().value([1, 0], [[0.75, 0.25]] * 2) == pytest.approx(
        (math.log(4) + math.log(4 / 3)) / 2
    )


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("name", "from_logits"), CASES)
def test_losses_at_the_far_end_stay_finite(name: str, from_logits: bool, dtype: type) -> None:
    """Sure and wrong: probabilities of exactly 0 and 1, logits of a thousand."""
    loss = LOSSES[name](from_logits=True) if from_logits else LOSSES[name]()
    outputs = np.eye(4, dtype=dtype)[[0, 1, 2]] * (2000 if from_logits else 1) - (1000 if from_logits else 0)
    targets = np.array([1, 2, 2]) if name.startswith("sparse") else np.eye(4)[[1, 2, 2]]
    value, gradient = loss.value(targets, outputs), loss.gradient(targets, outputs)
    assert np.isfinite(value)
    assert np.isfinite(gradient).all()
    assert gradient.dtype == dtype
    if name != "mean_squared_error":
        # two of three rows are wrong; of twelve single outputs, four
        far = 1000 * 4 / 12 if name.startswith("bin") else 2000 * 2 / 3
        sure = -math.log(1e-7) * (4 / 12 if name.startswith("bin") else 2 / 3)
        assert value == pytest.approx(
            far if from_logits else sure, rel=0.02
        )  # 1 - 1e-7 is rounded in float32
        assert bool(gradient.any()) == from_logits, "clipped probabilities have slope 0; logits keep theirs"


def test_targets_of_one_output_may_be_flat_and_are_not_spread() -> None:
    """(batch,) less (batch, 1) would silently become (batch, batch)."""
    outputs = np.array([[0.2], [0.7], [0.4]])
    for loss in (scratch.MeanSquaredError(), scratch.BinaryCrossentropy()):
        flat, upright = np.array([0, 1, 1]), np.array([[0], [1], [1]])
        assert loss.value(flat, outputs) == loss.value(upright, outputs)
        assert loss.gradient(flat, outputs).shape == (3, 1)
    sparse = scratch.SparseCategoricalCrossentropy()
    p = scratch.softmax(RNG(0).normal(size=(3, 4)))
    assert sparse.value([[0], [3], [1]], p) == sparse.value([0, 3, 1], p) == sparse.value([0.0, 3.0, 1.0], p)
    assert sparse.value(np.array([0, 3, 1], np.uint8), p) == sparse.value([0, 3, 1], p)


def test_accuracies() -> None:
    p = np.array([[0.2, 0.8], [0.6, 0.4], [0.9, 0.1]])
    assert scratch.SparseCategoricalCrossentropy().accuracy([1, 1, 0], p) == pytest.approx(2 / 3)
    assert scratch.CategoricalCrossentropy().accuracy(np.eye(2)[[1, 1, 0]], p) == pytest.approx(2 / 3)
    assert scratch.BinaryCrossentropy().accuracy([1, 0, 0, 1], np.array([[0.9], [0.5], [0.6], [0.2]])) == 0.5
    assert scratch.BinaryCrossentropy(from_logits=True).accuracy([1, 0], np.array([[0.2], [-0.2]])) == 1.0
    assert scratch.MeanSquaredError().accuracy([1.0], [1.0]) is None


# Optimisers


def test_steps_by_hand() -> None:
    p = [np.array([1.0, -2.0])]
    SGD(0.1).update(p, [np.array([1.0, -4.0])])
    np.testing.assert_allclose(p[0], [0.9, -1.6])
    ball, p = SGD(0.1, momentum=0.5), [np.array([0.0])]
    for expected in (-0.1, -0.25, -0.425):  # steps of 0.1, 0.15, 0.175
        ball.update(p, [np.array([1.0])])
        assert p[0][0] == pytest.approx(expected)
    ahead, p = SGD(0.1, momentum=0.5, nesterov=True), [np.array([0.0])]
    for expected in (-0.15, -0.325):  # each step of the ball, and half of its next before the gradient
        ahead.update(p, [np.array([1.0])])
        assert p[0][0] == pytest.approx(expected)


def test_first_steps_of_rmsprop_and_adam_by_hand() -> None:
    p, optimizer = [np.array([1.0])], RMSprop(0.1, rho=0.75, epsilon=0)
    optimizer.update(p, [np.array([2.0])])  # mean square: a quarter of 4, so 1; step: 0.1 * 2 / 1
    assert p[0][0] == pytest.approx(0.8)
    optimizer.update(p, [np.array([1.0])])  # three quarters of 1 and a quarter of 1: 1 again
    assert p[0][0] == pytest.approx(0.7)
    p, optimizer = [np.array([1.0])], Adam(0.1, beta_1=0.5, beta_2=0.75, epsilon=0)
    optimizer.update(p, [np.array([2.0])])  # the first step is always the learning rate, downhill
    assert p[0][0] == pytest.approx(0.9)
    optimizer.update(p, [np.array([0.0])])  # mean 0.5 of 0.75, square 0.75 of 0.4375
    assert p[0][0] == pytest.approx(0.9 - 0.1 * (0.5 / 0.75) / math.sqrt(0.75 / 0.4375))


@pytest.mark.parametrize("make", [lambda: RMSprop(0.1), lambda: Adam(0.1)])
def test_steep_and_flat_are_stepped_alike(make) -> None:
    p, optimizer = [np.array([1.0, 1.0])], make()
    for _ in range(3):
        optimizer.update(p, [np.array([1000.0, 0.1])])
    moved = 1 - p[0]
    assert moved[0] == pytest.approx(moved[1], rel=0.1)
    assert (moved > 0.1).all()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimisers_change_in_place_keep_the_type_and_leave_gradients_alone(name: str) -> None:
    optimizer = OPTIMIZERS[name]()
    for dtype in (np.float32, np.float64):
        optimizer.reset()
        p, g = [np.ones((2, 3), dtype), np.ones(3, dtype)], [np.full((2, 3), 0.5, dtype), np.zeros(3, dtype)]
        same = list(p)
        optimizer.update(p, g)
        assert all(a is b for a, b in zip(p, same, strict=True))
        assert [a.dtype for a in p] == [dtype, dtype]
        assert (p[0] < 1).all()
        assert (p[1] == 1).all()
        assert (g[0] == 0.5).all()


def test_reset_starts_anew() -> None:
    for optimizer in (SGD(0.1, 0.9), RMSprop(), Adam()):
        ends = []
        for _ in range(2):
            p = [np.array([1.0])]
            for gradient in (1.0, -0.3, 2.0):
                optimizer.update(p, [np.array([gradient])])
            ends.append(p[0][0])
            optimizer.reset()
        assert ends[0] == ends[1]


# Batches and the gradient check


def test_batches_bring_every_example_once_and_pairs_stay_pairs() -> None:
    x, y = np.arange(10).reshape(10, 1) * 10, np.arange(10)
    plain = list(batches(x, y, 4))
    assert [b.tolist() for _, b in plain] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    mixed = list(batches(x, y, 4, RNG(0)))
    assert [len(b) for _, b in mixed] == [4, 4, 2]
    order = np.concatenate([b for _, b in mixed])
    assert order.tolist() != list(range(10))
    assert sorted(order) == list(range(10))
    assert all((a[:, 0] == 10 * b).all() for a, b in mixed)
    assert [b.tolist() for _, b in batches(x, y, 4, RNG(0))] == [b.tolist() for _, b in mixed]
    assert len(list(batches(x, y, 100))) == 1
    assert [len(b) for _, b in batches([[1], [2]], [1, 2], 1)] == [1, 1]


def test_the_gradient_check_finds_known_slopes_and_leaves_the_place_alone() -> None:
    at = np.array([[1.0, -2.0], [0.5, 3.0]])
    kept = at.copy()
    np.testing.assert_allclose(numerical_gradient(lambda a: (a**3).sum(), at), 3 * at**2, rtol=1e-9)
    assert (at == kept).all()
    assert numerical_gradient(lambda a: float(a**2), 3.0) == pytest.approx(6.0)
    assert numerical_gradient(lambda a: (a**2).sum(), [1, 2]).tolist() == pytest.approx([2, 4])
    assert numerical_gradient(lambda a: (a**2).sum(), np.float32([1, 2])).tolist() == pytest.approx([2, 4])
