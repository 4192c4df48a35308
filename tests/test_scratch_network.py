"""Networks: gradients of whole stacks, what fit, evaluate and predict promise, repeatability, and how trainings end badly."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import warnings

import numpy as np
import pytest

from dlcourse import scratch
from dlcourse.scratch import (
    ACTIVATIONS,
    LOSSES,
    SGD,
    Adam,
    BinaryCrossentropy,
    Dense,
    MeanSquaredError,
    Network,
    SparseCategoricalCrossentropy,
    Value,
    batches,
    numerical_gradient,
)

RNG = np.random.default_rng
XOR = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])


@pytest.fixture(autouse=True)
def _no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def classifier(seed: int = 0, **how: object) -> Network:
    network = Network([Dense(8, "tanh"), Dense(3, "softmax")], inputs=4, seed=seed, **how)
    network.compile("adam", "sparse_categorical_crossentropy")
    return network


def blobs(examples: int = 60, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = RNG(seed)
    y = rng.integers(0, 3, examples)
    return rng.normal(size=(examples, 4)) / 2 + np.eye(4)[y] * 2, y


# Gradients


@pytest.mark.parametrize("examples", [1, 5])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("end", ["partner", "sigmoid", "softmax"])
@pytest.mark.parametrize("hidden", ["tanh", "gelu", "relu", "softmax"])
def test_gradients_of_a_whole_network_against_trying(hidden: str, end: str, loss: str, examples: int) -> None:
    """With the activation that fits the loss and with one that does not: the slope is true either way."""
    end = (LOSSES[loss].partner or "linear") if end == "partner" else end
    network = Network([Dense(5, hidden), Dense(4, hidden), Dense(3, end)], inputs=2, seed=examples)
    for layer in network.layers:
        layer.bias[:] = RNG(layer.number).normal(size=layer.units) / 3
    network.compile("sgd", loss)
    rng = RNG(examples)
    x, labels = rng.normal(size=(examples, 2)), rng.integers(0, 3, examples)
    y = labels if loss.startswith("sparse") else np.eye(3)[labels]
    if end == "sigmoid" and loss.endswith("categorical_crossentropy"):
        with pytest.raises(ValueError, match="add up to 1 in each row"):
            network.compute_gradients(x, y)
        return
    value = network.compute_gradients(x, y)
    assert value == pytest.approx(network.evaluate(x, y)[0], rel=1e-12)
    start, gradients = network.get_weights(), [g.copy() for g in network.gradients()]
    for place, gradient in enumerate(gradients):

        def loss_with(array: np.ndarray, place: int = place) -> float:
            network.set_weights([*start[:place], array, *start[place + 1 :]])
            return network.evaluate(x, y)[0]

        np.testing.assert_allclose(gradient, numerical_gradient(loss_with, start[place]), atol=1e-8)
    assert any(abs(g).max() > 1e-4 for g in gradients)


def test_backward_twice_doubles_every_gradient_and_returns_the_one_at_x() -> None:
    network = Network([Dense(5, "tanh"), Dense(4, "gelu"), Dense(3, "softmax")], inputs=2)
    x, weighting = RNG(0).normal(size=(6, 2)), RNG(1).normal(size=(6, 3))
    network.forward(x)
    at_x = network.backward(weighting)
    once = [g.copy() for g in network.gradients()]
    again = network.backward(weighting)
    assert all((g == 2 * o).all() for g, o in zip(network.gradients(), once, strict=True))
    assert (again == at_x).all()
    by_trying = numerical_gradient(lambda a: (weighting * network.forward(a)).sum(), x)
    np.testing.assert_allclose(at_x, by_trying, atol=1e-9)


def test_the_network_and_the_single_values_agree() -> None:
    """A 2-3-1 network, its loss built of Values one by one: the same loss, the same slope for every weight."""
    network = Network([Dense(3, "tanh"), Dense(1, "sigmoid")], inputs=2, seed=4)
    network.compile("sgd", "binary_crossentropy")
    x, y = XOR
    loss = network.compute_gradients(x, y)
    weights = [np.vectorize(Value, otypes=[object])(w) for w in network.get_weights()]
    total = Value(0.0)
    for row, target in zip(x, y, strict=True):
        hidden = [z.tanh() for z in row @ weights[0] + weights[1]]
        p = (hidden @ weights[2] + weights[3])[0].sigmoid()
        total = total - (p.log() if target else (1 - p).log()) / len(x)
    total.backward()
    assert total.data == pytest.approx(loss, rel=1e-12)
    for values, gradient in zip(weights, network.gradients(), strict=True):
        np.testing.assert_allclose(np.vectorize(lambda v: v.gradient)(values), gradient, atol=1e-14)


def test_the_gradient_is_a_mean_over_the_batch() -> None:
    """Twice the same examples: the same loss and gradient. One by one: their mean. Nothing is left from before."""
    network, (x, y) = classifier(), blobs(6)
    loss = network.compute_gradients(x, y)
    gradients = [g.copy() for g in network.gradients()]
    assert network.compute_gradients(np.tile(x, (2, 1)), np.tile(y, 2)) == pytest.approx(loss)
    for one, other in zip(network.gradients(), gradients, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-14)
    singly = []
    for i in range(6):
        network.compute_gradients(x[i : i + 1], y[i : i + 1])
        singly.append([g.copy() for g in network.gradients()])
    for place, gradient in enumerate(gradients):
        np.testing.assert_allclose(np.mean([g[place] for g in singly], axis=0), gradient, atol=1e-14)


# Shapes, weights, copies


def test_shapes_count_and_weights() -> None:
    network = Network([Dense(128, "relu"), Dense(10, "softmax")], inputs=784)
    assert network.count_params() == 784 * 128 + 128 + 128 * 10 + 10 == 101_770
    assert [w.shape for w in network.get_weights()] == [(784, 128), (128,), (128, 10), (10,)]
    assert network.predict(np.zeros((7, 784))).shape == (7, 10)
    assert "101,770" in repr(network)
    copied = network.get_weights()
    copied[0][:] = 0
    assert network.layers[0].weights.any(), "get_weights gives copies"
    network.set_weights(copied)
    copied[0][:] = 5
    assert not network.layers[0].weights.any(), "set_weights takes copies"


def test_data_is_taken_in_any_form_and_left_alone() -> None:
    network, (x, y) = classifier(), blobs(9)
    kept = x.copy(), y.copy()
    outputs = network.predict(x)
    assert (network.predict(x.tolist()) == outputs).all()
    assert network.predict(np.arange(8, dtype=np.uint8).reshape(2, 4)).dtype == float
    network.fit(x, y, epochs=2)
    assert (x == kept[0]).all()
    assert (y == kept[1]).all()
    one, other = classifier(), classifier()
    one.fit(x.tolist(), y.tolist())
    other.fit(x, y)
    assert (one.predict(x) == other.predict(x)).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_32_bits_stay_32_bits(name: str) -> None:
    network = Network([Dense(5, name), Dense(3, "softmax")], inputs=4, dtype="float32")
    x, y = blobs(10)
    for optimizer in ("sgd", "rmsprop", "adam"):
        network.compile(optimizer, "sparse_categorical_crossentropy")
        history = network.fit(x, y, epochs=2, batch_size=4)
        assert {a.dtype for a in network.parameters() + network.gradients()} == {np.dtype("float32")}
    assert network.predict(x).dtype == np.float32
    assert isinstance(history.steps[0], float)


def test_a_layer_keeps_weights_it_has() -> None:
    shared = Dense(3, "relu")
    first = Network([shared, Dense(2)], inputs=4)
    second = Network([shared, Dense(1)], inputs=4, seed=1)
    assert second.layers[0].weights is first.layers[0].weights
    with pytest.raises(
        ValueError, match=r"Dense layer 2 \(3 units\) has weights for 4 inputs; here it gets 5"
    ):
        Network([Dense(5), shared], inputs=4)


def test_copies_go_on_alike() -> None:
    network, (x, y) = classifier(), blobs()
    network.fit(x, y)
    twins = [network, copy.deepcopy(network), pickle.loads(pickle.dumps(network))]
    ends = [twin.fit(x, y, epochs=2).steps for twin in twins]
    assert ends[0] == ends[1] == ends[2]


# Training


def test_everything_follows_from_the_seed() -> None:
    x, y = blobs()
    state = np.random.get_state()[1].tolist()  # noqa: NPY002 - that the global one is left alone is the point
    runs = [classifier(seed).fit(x, y, epochs=3, batch_size=7) for seed in (0, 0, 1)]
    assert runs[0] == runs[1] != runs[2]
    assert np.random.get_state()[1].tolist() == state  # noqa: NPY002


def test_fit_is_train_step_over_batches() -> None:
    x, y = blobs(45)
    one, other = classifier(), classifier()
    history = one.fit(x, y, batch_size=10, epochs=2, shuffle=False)
    steps = [other.train_step(*batch) for _ in range(2) for batch in batches(x, y, 10)]
    assert history.steps == steps
    assert len(steps) == 10
    assert (one.predict(x) == other.predict(x)).all()
    assert history.history.keys() == {"loss", "accuracy"}
    # the last batch has 5 examples and counts half as much as the others
    assert history.history["loss"][0] == pytest.approx((sum(steps[:4]) * 10 + steps[4] * 5) / 45)


def test_shuffling_changes_the_order_and_nothing_is_lost() -> None:
    x, y = blobs()
    still, shuffled = classifier(), classifier()
    a = still.fit(x, y, batch_size=len(x), epochs=5, shuffle=False)
    b = shuffled.fit(x, y, batch_size=len(x), epochs=5)
    np.testing.assert_allclose(a.steps, b.steps, rtol=1e-10)  # in one batch the order does not matter
    assert classifier().fit(x, y, 10, 2).steps != classifier().fit(x, y, 10, 2, shuffle=False).steps


def test_validation_data_are_measured_and_not_learned() -> None:
    x, y = blobs()
    val = blobs(20, seed=1)
    with_val, without = classifier(), classifier()
    history = with_val.fit(x, y, epochs=3, validation_data=val)
    assert history.steps == without.fit(x, y, epochs=3).steps
    assert (history.history["val_loss"][-1], history.history["val_accuracy"][-1]) == with_val.evaluate(*val)
    assert [len(v) for v in history.history.values()] == [3, 3, 3, 3]


@pytest.mark.parametrize("seed", range(3))
def test_three_kinds_of_problems_are_learned(seed: int) -> None:
    x, y = XOR
    binary = Network([Dense(8, "tanh"), Dense(1, "sigmoid")], inputs=2, seed=seed)
    binary.compile(Adam(0.05), "binary_crossentropy")
    binary.fit(x, y, batch_size=4, epochs=300)
    assert binary.evaluate(x, y)[1] == 1.0

    x, y = blobs(300, seed)
    for loss, targets in [("sparse_categorical_crossentropy", y), ("categorical_crossentropy", np.eye(3)[y])]:
        classes = Network([Dense(8, "relu"), Dense(3, "softmax")], inputs=4, seed=seed)
        classes.compile(Adam(0.01), loss)
        classes.fit(x, targets, epochs=20)
        assert classes.evaluate(x, targets)[1] > 0.95

    x = RNG(seed).uniform(-2, 2, (200, 1))
    curve = Network([Dense(16, "tanh"), Dense(1)], inputs=1, seed=seed)
    curve.compile(Adam(0.02), "mean_squared_error")
    history = curve.fit(x, np.sin(2 * x[:, 0]), epochs=100)
    loss, accuracy = curve.evaluate(x, np.sin(2 * x))
    assert loss < 0.01
    assert accuracy is None
    assert history.history.keys() == {"loss"}


def test_the_loss_and_the_optimiser_may_be_ones_own() -> None:
    class Absolute:
        def value(self, targets, outputs):
            return float(abs(outputs - np.reshape(targets, outputs.shape)).mean())

        def gradient(self, targets, outputs):
            return np.sign(outputs - np.reshape(targets, outputs.shape)) / outputs.size

    class Sign:
        def update(self, parameters, gradients):
            for p, g in zip(parameters, gradients, strict=True):
                p -= 0.01 * np.sign(g)

    x = RNG(0).normal(size=(50, 1))
    network = Network([Dense(1)], inputs=1)
    network.compile(Sign(), Absolute())
    history = network.fit(x, 2 * x[:, 0], epochs=150)
    assert history.history["loss"][-1] < 0.05 < history.history["loss"][0]
    assert history.history.keys() == {"loss"}


def test_logits_and_probabilities_train_alike() -> None:
    x, y = blobs()
    ends = []
    for activation, loss in [
        ("softmax", SparseCategoricalCrossentropy()),
        ("linear", SparseCategoricalCrossentropy(True)),
    ]:
        network = Network([Dense(8, "tanh"), Dense(3, activation)], inputs=4)
        network.compile("adam", loss)
        history = network.fit(x, y, epochs=3)
        ends.append((history.steps, history.history["accuracy"]))
    assert ends[0] == ends[1]


def test_one_optimiser_for_several_networks_in_turn() -> None:
    x, y = blobs()
    adam, runs = Adam(0.01), []
    for _ in range(2):
        network = classifier()
        network.compile(adam, "sparse_categorical_crossentropy")
        runs.append(network.fit(x, y, epochs=2).steps)
    assert runs[0] == runs[1]


def test_a_batch_of_one_trains() -> None:
    x, y = blobs(5)
    history = classifier().fit(x, y, batch_size=1)
    assert len(history.steps) == 5
    assert classifier().predict(x[:1]).shape == (1, 3)


# How trainings end badly


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("rate", [10.0, 1e30, 1e200])
def test_numbers_that_run_away_stop_the_training_with_step_and_cause(rate: float, dtype: str, capfd) -> None:
    x, y = RNG(0).normal(size=(64, 4)), RNG(1).normal(size=64)
    network = Network([Dense(16, "relu"), Dense(1)], inputs=4, dtype=dtype)
    network.compile(SGD(rate), MeanSquaredError())
    with pytest.raises(FloatingPointError, match=r"step \d+ is (nan|inf).*learning rate") as failed:
        network.fit(x, y, batch_size=8, epochs=40)
    assert f"step {network.updates + 1} " in str(failed.value) or f"step {network.updates} " in str(
        failed.value
    )
    assert f"{rate}" in str(failed.value)
    assert capfd.readouterr().err == ""


def test_the_last_update_is_looked_at_too() -> None:
    network = Network([Dense(1)], inputs=1)
    network.compile(SGD(1e308), "mean_squared_error")
    with pytest.raises(FloatingPointError, match="after step 1 "):
        network.fit([[1e5]], [-1e5], epochs=1)


def test_after_running_away_the_advice_is_a_new_network_and_it_helps() -> None:
    """A smaller learning rate alone does not: the weights are spoilt, and the second sentence says so."""
    x, y = RNG(0).normal(size=(64, 4)), RNG(1).normal(size=64)

    def train(network: Network, rate: float) -> Network:
        network.compile(SGD(rate))
        network.fit(x, y, epochs=20)
        return network

    def new() -> Network:
        return Network([Dense(16, "relu"), Dense(1)], inputs=4)

    spoilt = new()
    with pytest.raises(FloatingPointError, match=r"Make the network anew.*a tenth of that rate"):
        train(spoilt, 10.0)
    with pytest.raises(FloatingPointError, match=r"step 1 is (nan|inf), before any update.*network anew"):
        train(spoilt, 0.01)
    assert np.isfinite(train(new(), 0.01).evaluate(x, y)[0])


def test_data_too_large_are_not_blamed_on_the_learning_rate() -> None:
    network = Network([Dense(1)], inputs=1)
    network.compile(SGD(0.01))
    with pytest.raises(FloatingPointError, match=r"step 1 is inf, before any update.*Scale the data"):
        network.fit([[1e200]], [1.0])


@pytest.mark.parametrize("val", [0.2, (np.zeros((3, 2)), np.zeros(3)), (np.zeros((3, 4)), np.zeros(2))])
def test_validation_data_that_do_not_fit_are_refused_before_the_training(val: object) -> None:
    network, (x, y) = classifier(), blobs()
    before = network.get_weights()
    with pytest.raises(ValueError, match=r"."):
        network.fit(x, y, validation_data=val)
    assert all((a == b).all() for a, b in zip(before, network.get_weights(), strict=True))


def test_predicting_with_weights_that_ran_away_makes_no_noise() -> None:
    network = classifier()
    network.set_weights([np.full_like(w, np.inf) for w in network.get_weights()])
    assert np.isnan(network.predict(np.ones((2, 4)))).all()
    assert np.isnan(network.evaluate(np.ones((2, 4)), [0, 1])[0])


def with_nan(x: np.ndarray, value: float = np.nan) -> np.ndarray:
    x = x.copy()
    x[3, 1] = value
    return x


X, Y = blobs(32)
BAD_INPUT = {
    "too few columns": (
        lambda: classifier().fit(X[:, :3], Y),
        r"Dense layer 1 \(8 units\) takes 4 inputs a row; it got.*\(32, 3\)",
    ),
    "in the second layer": (
        lambda: Dense.forward(Network([Dense(8), Dense(4, name="hidden")], 5).layers[1], np.zeros((32, 5))),
        r"Dense layer 2 \('hidden', 4 units\) takes 8 inputs a row; it got an array of shape \(32, 5\)",
    ),
    "columns for rows": (lambda: classifier().predict(X[:5].T), r"\(4, 5\).*x\.T"),
    "one example": (lambda: classifier().predict(X[0]), r"\(4,\): one example alone.*reshape\(1, -1\)"),
    "one number each": (lambda: Network([Dense(1)], 1).predict([1, 2, 3]), r"\(3,\).*reshape\(-1, 1\)"),
    "pictures": (
        lambda: Network([Dense(1)], 6).predict(np.zeros((5, 2, 3))),
        r"\(5, 2, 3\).*reshape\(len\(x\), -1\)",
    ),
    "a number": (lambda: classifier().predict(3.0), r"shape \(\)"),
    "ragged": (lambda: classifier().predict([[1, 2, 3, 4], [1]]), "same length"),
    "text": (lambda: classifier().fit([["a"] * 4], [0]), "x must hold numbers only; got 'a'"),
    "text among numbers": (lambda: classifier().predict([[1, 2, 3, "4"]]), "numbers only"),
    "numbers written as text": (
        lambda: classifier().predict([["1", "2", "3", "4"]]),
        "numbers only; got '1'",
    ),
    "complex": (lambda: classifier().predict(X + 1j), "numbers only"),
    "nan": (lambda: classifier().fit(with_nan(X), Y), r"x holds nan at \[3, 1\]"),
    "infinity": (lambda: classifier().fit(with_nan(X, np.inf), Y), r"x holds inf at \[3, 1\]"),
    "nan to predict": (lambda: classifier().predict(with_nan(X)), r"x holds nan at \[3, 1\]"),
    "nothing to predict": (lambda: classifier().predict(X[:0]), r"x is empty.*\(0, 4\)"),
    "nothing to fit": (lambda: classifier().fit(X[:0], Y[:0]), "x is empty"),
    "empty lists": (lambda: classifier().fit([], []), "x is empty"),
    "nothing to step on": (lambda: classifier().train_step(X[:0], Y[:0]), "x is empty"),
    "no batch": (lambda: list(batches(X[:0], Y[:0], 4)), "no example"),
    "a seed for a generator": (lambda: list(batches(X, Y, 4, 0)), r"default_rng\(0\) is; got 0"),
    "label too large": (lambda: classifier().fit(X, Y + 1), "from 0 to 2, for 3 outputs; got 3"),
    "label below 0": (lambda: classifier().fit(X, Y - 1), "from 0 to 2.*got -1"),
    "label between": (lambda: classifier().fit(X, Y + 0.5), r"from 0 to 2.*got \d\.5"),
    "label as text": (lambda: classifier().fit(X, ["cat"] * 32), "y must hold numbers only; got 'cat'"),
    "label nan": (lambda: classifier().fit(X, [np.nan] * 32), r"y holds nan at \[0\]"),
    "labels missing": (lambda: classifier().fit(X, Y[:-1]), r"\(32, 4\) and \(31,\)"),
    "labels missing in a step": (
        lambda: classifier().train_step(X, Y[:-1]),
        r"\(31,\) for outputs of shape \(32, 3\): it takes one class number for each row",
    ),
    "labels missing to evaluate": (lambda: classifier().evaluate(X, Y[:-1]), r"\(31,\) for.*\(32, 3\)"),
    "none": (lambda: classifier().predict(None), "x must hold numbers only; got None"),
    "no labels": (lambda: classifier().fit(X, None), "y must hold numbers only; got None"),
    "the text among numbers is named": (lambda: classifier().predict([[1, 2, 3, "4"]]), "got '4'"),
    "the date is named": (
        lambda: classifier().predict(np.array([["2020-01-01"] * 4], "M8[D]")),
        "got datetime",
    ),
    "ragged batches": (lambda: list(batches([[1, 2], [3]], [1, 2], 1)), "rows of x must all have the same"),
    "batch size with a point": (lambda: classifier().fit(X, Y, batch_size=32.0), r"got 32\.0: write 32$"),
    "validation nan": (
        lambda: classifier().fit(X, Y, validation_data=(with_nan(X), Y)),
        "x of validation_data holds nan",
    ),
    "one-hot for classes": (
        lambda: classifier().fit(X, np.eye(3)[Y]),
        r"takes class numbers.*\(32, 3\).*categorical_cross",
    ),
    "validation is no pair": (lambda: classifier().fit(X, Y, validation_data=X), r"two arrays, \(x, y\)"),
    "validation does not fit": (lambda: classifier().fit(X, Y, validation_data=(X[:, :2], Y)), r"\(32, 2\)"),
    "epochs": (lambda: classifier().fit(X, Y, epochs=0), "epochs must be a whole number, 1 or more; got 0"),
    "batch size": (
        lambda: classifier().fit(X, Y, batch_size="32"),
        "batch_size must be a whole number.*'32'",
    ),
    "weights do not fit": (lambda: classifier().set_weights([np.zeros(3)]), r"\(4, 8\).*got \[\(3,\)\]"),
    "weights are no list": (lambda: classifier().set_weights(5), "list of arrays"),
}


@pytest.mark.parametrize("what", BAD_INPUT)
def test_bad_data_get_one_clear_sentence(what: str) -> None:
    action, said = BAD_INPUT[what]
    with pytest.raises(ValueError, match=said) as failed:
        action()
    assert "\n" not in str(failed.value)


def compiled(loss: object, *layers: Dense, optimizer: object = "sgd") -> Network:
    network = Network(list(layers), inputs=4)
    network.compile(optimizer, loss)
    return network


def by_hand(weights: object, bias: object) -> Dense:
    layer = Dense(3)
    layer.weights, layer.bias = weights, bias
    return layer


def gone_forward() -> Network:
    network = classifier()
    network.forward(X)
    return network


BAD_PARTS = {
    "units as text": (lambda: Dense("4"), "units must be a whole number, 1 or more; got '4'"),
    "half a unit": (lambda: Dense(2.5), "units.*2.5"),
    "no unit": (lambda: Dense(0), "units.*got 0"),
    "activation": (lambda: Dense(3, "rleu"), "unknown activation 'rleu'; known are .*relu.*softmax"),
    "optimiser": (lambda: compiled("mean_squared_error", Dense(1), optimizer="adma"), "'adma'; known are sgd, rmsprop, adam"),
    "optimiser's class": (lambda: compiled("mean_squared_error", Dense(1), optimizer=Adam), r"write Adam\(\)"),
    "optimiser is none": (lambda: compiled("mean_squared_error", Dense(1), optimizer=0.1), "got 0.1"),
    "loss": (lambda: compiled("crossentropy", Dense(1)), "unknown loss 'crossentropy'; known are mean_squared_error"),
    "loss's class": (lambda: compiled(BinaryCrossentropy, Dense(1)), r"write BinaryCrossentropy\(\)"),
    "learning rate as text": (lambda: SGD("0.1"), "learning_rate must be a number; got '0.1'"),
    "learning rate below 0": (lambda: Adam(-0.1), "learning_rate must be a number, 0 or more; got -0.1"),
    "learning rate nan": (lambda: Adam(float("nan")), "learning_rate.*nan"),
    "learning rates": (lambda: Adam([0.1, 0.2]), "learning_rate must be a number"),
    "momentum": (lambda: SGD(0.1, momentum=1.5), "momentum must be a number, from 0 to 1; got 1.5"),
    "beta": (lambda: Adam(beta_2=1.0), "beta_2 must be a number, from 0 to 0.999999; got 1"),
    "layers": (lambda: Network(Dense(3), 4), r"layers must be a list.*Dense\(3"),
    "no layers": (lambda: Network([], 4), "at least one"),
    "other layers": (lambda: Network([Dense(3), "relu"], 4), "must be Dense layers; got 'relu'"),
    "twice the same": (lambda: Network([Dense(4)] * 2, 4), "twice"),
    "inputs": (lambda: Network([Dense(3)], "4"), "inputs must be a whole number"),
    "seed": (lambda: Network([Dense(3)], 4, seed="x"), "seed must be a whole number, 0 or more"),
    "dtype": (lambda: Network([Dense(3)], 4, dtype="int"), "float32"),
    "fit before compile": (lambda: Network([Dense(3)], 4).fit(X, Y), "compile"),
    "evaluate before compile": (lambda: Network([Dense(3)], 4).evaluate(X, Y), "compile"),
    "unbuilt": (lambda: Dense(3).forward(X), r"Dense layer \(3 units\) has no weights yet"),
    "backward first": (lambda: classifier().layers[0].backward(np.zeros((2, 8))), "only after a forward pass"),
    "classes for one-hot": (lambda: compiled("categorical_crossentropy", Dense(3, "softmax")).fit(X, Y), r"one-hot.*\(32,\).*sparse"),
    "too many columns": (lambda: compiled("categorical_crossentropy", Dense(3, "softmax")).fit(X, np.eye(4)[Y]), r"\(32, 4\).*\(32, 3\)"),
    "two classes at once": (lambda: compiled("categorical_crossentropy", Dense(3, "softmax")).fit(X, np.ones((32, 3))), "adds up to 3"),
    "no probabilities": (lambda: compiled("sparse_categorical_crossentropy", Dense(3)).fit(X, Y), "end with softmax, or use from_logits"),
    "no probability": (lambda: compiled("binary_crossentropy", Dense(1)).fit(X, Y > 0), "end with sigmoid, or use from_logits"),
    "softmax twice": (lambda: compiled(SparseCategoricalCrossentropy(from_logits=True), Dense(3, "softmax")), "apply softmax; Dense layer 1"),
    "three classes for yes or no": (lambda: compiled("binary_crossentropy", Dense(1, "sigmoid")).fit(X, Y), "targets from 0 to 1; got 2"),
    "softmax of one": (lambda: compiled("sparse_categorical_crossentropy", Dense(1, "softmax")), "2 or more classes"),
    "softmax of one, yes or no": (lambda: compiled("binary_crossentropy", Dense(1, "softmax")), r"Dense layer 1 \(1 unit\).*always 1: end with sigmoid"),
    "one output for classes": (lambda: compiled("sparse_categorical_crossentropy", Dense(1, "sigmoid")).fit(X, Y * 0), "2 or more classes"),
    "sigmoids for classes": (lambda: compiled("sparse_categorical_crossentropy", Dense(3, "sigmoid")).fit(X, Y), "add up to 1 in each row; a row adds up to .*end with softmax"),
    "a seed to build": (lambda: Dense(3).build(4, 0), r"default_rng\(0\) is; got 0"),
    "the function itself": (lambda: Dense(3, scratch.relu), "known are .*: write 'relu'"),
    "capitals": (lambda: compiled("mean_squared_error", Dense(1), optimizer="SGD"), "'SGD'; known are .*: write 'sgd'"),
    "an optimiser for a loss": (lambda: compiled(Adam(), Dense(1)), "got an object of the class Adam"),
    "layer for other inputs": (lambda: Network([Network([Dense(2)], 3).layers[0]], 4), "3 inputs; here it gets 4: take a new layer"),
    "weights by hand": (lambda: by_hand(np.ones((4, 2)), np.zeros(2)).forward(X), r"Dense layer \(3 units\).*\(4, 3\) and \(3,\); got \(4, 2\) and \(2,\)"),
    "bias upright": (lambda: by_hand(np.ones((4, 3)), np.zeros((32, 1))).forward(X), r"got \(4, 3\) and \(32, 1\)"),
    "bias forgotten": (lambda: by_hand(np.ones((4, 3)), None).forward(X), "bias must hold numbers only; got None"),
    "gradient at z": (lambda: gone_forward().backward(np.zeros((2, 2)), from_z=True), r"layer 2.*\(32, 3\); its gradient has shape \(2, 2\)"),
    "gradient at outputs": (lambda: gone_forward().backward(np.zeros((2, 2))), r"layer 2.*\(32, 3\); its gradient has shape \(2, 2\)"),
    "gradient as text": (lambda: gone_forward().backward([["a"] * 3] * 32), "gradient must hold numbers only; got 'a'"),
    "from z first": (lambda: classifier().backward(np.zeros((2, 3)), from_z=True), "only after a forward pass"),
    "lists for gradients": (lambda: SGD().update([np.zeros(3)], [[1, 2, 3]]), r"gradients must be arrays of numbers; got \[1, 2, 3\]"),
    "an array for a list": (lambda: SGD().update(np.zeros(3), np.zeros(3)), r"parameters must be a list of arrays; got an array of shape \(3,\)"),
    "leak as text": (lambda: scratch.leaky_relu(X, negative_slope="0.2"), "negative_slope must be a number; got '0.2'"),
    "a step that vanishes": (lambda: numerical_gradient(np.sum, [1e20]), r"h is 1e-05, too small beside 1e\+20"),
    "(batch,) for three outputs": (lambda: compiled("mean_squared_error", Dense(3)).fit(X, Y), r"\(32,\) for outputs of shape \(32, 3\)"),
    "gradient's shape": (lambda: SGD().update([np.zeros(3)], [np.zeros(4)]), r"\[\(3,\)\], gradients \[\(4,\)\]"),
    "parameters of whole numbers": (lambda: SGD().update([np.zeros(3, int)], [np.zeros(3)]), "arrays of floats"),
    "slope of softmax": (lambda: scratch.slope("softmax", X), "softmax"),
    "gradient check of an array": (lambda: numerical_gradient(lambda a: a, np.zeros(2)), r"must be a number; got.*\(2,\)"),
    "gradient check without a step": (lambda: numerical_gradient(np.sum, np.zeros(2), h=0), "above 0"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_PARTS)
def test_bad_parts_get_one_clear_sentence(what: str) -> None:
    action, said = BAD_PARTS[what]
    with pytest.raises(ValueError, match=said) as failed:
        action()
    assert "\n" not in str(failed.value)


def test_a_refused_compile_leaves_the_network_as_it_was() -> None:
    network = classifier()
    loss, optimizer = network.loss, network.optimizer
    with pytest.raises(ValueError, match="unknown loss"):
        network.compile("sgd", "nonsense")
    assert (network.loss, network.optimizer) == (loss, optimizer)


# The package


def test_the_import_is_light_and_every_name_is_there() -> None:
    code = (
        "import numpy, sys, time; before = set(sys.modules); start = time.perf_counter(); import dlcourse.scratch as s;"
        "took = time.perf_counter() - start; assert all(hasattr(s, name) for name in s.__all__);"
        "new = {m.partition('.')[0] for m in set(sys.modules) - before} - set(sys.stdlib_module_names);"
        "print(sorted(new), took < 0.25)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['dlcourse'] True\n"
