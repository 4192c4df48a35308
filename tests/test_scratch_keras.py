"""The networks from scratch against Keras: outputs, gradients, every step of every optimiser, and whole trainings."""

from __future__ import annotations

import types

import numpy as np
import pytest

from dlcourse import scratch
from dlcourse.scratch import ACTIVATIONS, LOSSES, Dense, Network, batches

RNG = np.random.default_rng
pytestmark = pytest.mark.filterwarnings(
    "ignore:__array__ implementation:DeprecationWarning"
)  # Keras on NumPy 2
IN_KERAS = [name for name in ACTIVATIONS if name != "step"]
DEPTHS = [(3,), (6, 3), (7, 5, 4, 3)]


@pytest.fixture(scope="module")
def keras():
    """Keras in 64 bits, and back to 32 afterwards."""
    import keras

    usual = keras.config.floatx()
    keras.config.set_floatx("float64")
    yield keras
    keras.config.set_floatx(usual)


@pytest.fixture(scope="module")
def tf() -> types.ModuleType:
    import tensorflow

    return tensorflow


def close(activation: str) -> float:
    """How near is the same. TensorFlow has the 0.2 of leaky ReLU and the root of 2 in GELU in 32 bits only."""
    return 3e-8 if activation in ("leaky_relu", "gelu") else 1e-11


def pair(
    keras,
    units: tuple[int, ...],
    activations: list[str],
    inputs: int = 5,
    seed: int = 0,
    dtype: str = "float64",
):
    """The same network twice: from scratch with random biases, and in Keras with these weights."""
    ours = Network(
        [Dense(n, a) for n, a in zip(units, activations, strict=True)], inputs, seed=seed, dtype=dtype
    )
    for layer in ours.layers:
        layer.bias[:] = RNG(seed + layer.number).normal(size=layer.units) / 2
    theirs = keras.Sequential(
        [keras.Input((inputs,), dtype=dtype)]
        + [keras.layers.Dense(n, activation=a, dtype=dtype) for n, a in zip(units, activations, strict=True)]
    )
    theirs.set_weights(ours.get_weights())
    return ours, theirs


@pytest.mark.parametrize("activation", IN_KERAS)
def test_activations(keras, activation: str) -> None:
    z = np.concatenate([np.linspace(-12, 12, 1001), [-1000.0, -50.0, 0.0, 50.0, 1000.0]]).reshape(2, -1)
    theirs = keras.ops.convert_to_numpy(keras.activations.get(activation)(keras.ops.convert_to_tensor(z)))
    np.testing.assert_allclose(ACTIVATIONS[activation].value(z), theirs, atol=close(activation))


@pytest.mark.parametrize("activation", [name for name in IN_KERAS if name != "softmax"])
def test_slopes_of_activations_with_the_corner(keras, tf, activation: str) -> None:
    z = tf.Variable(np.array([-5.0, -0.3, 0.0, 0.3, 5.0]))
    with tf.GradientTape() as tape:
        outputs = keras.activations.get(activation)(z)
    np.testing.assert_allclose(
        scratch.slope(activation, z.numpy()), tape.gradient(outputs, z), atol=close(activation)
    )


@pytest.mark.parametrize("units", DEPTHS)
@pytest.mark.parametrize("activation", IN_KERAS)
def test_same_weights_give_the_same_outputs(keras, activation: str, units: tuple[int, ...]) -> None:
    ours, theirs = pair(keras, units, [activation] * len(units))
    for examples in (1, 6):
        x = RNG(examples).normal(size=(examples, 5)) * 2
        np.testing.assert_allclose(
            ours.predict(x), keras.ops.convert_to_numpy(theirs(x)), atol=close(activation)
        )


def test_in_32_bits_outputs_agree_to_1e_6(keras) -> None:
    ours, theirs = pair(keras, (32, 16, 4), ["relu", "tanh", "softmax"], dtype="float32")
    x = RNG(0).normal(size=(50, 5)).astype("float32")
    outputs = ours.predict(x)
    assert outputs.dtype == np.float32
    np.testing.assert_allclose(outputs, keras.ops.convert_to_numpy(theirs(x)), atol=1e-6)


@pytest.mark.parametrize(
    ("loss", "last"), [(loss, last) for loss in LOSSES for last in ("partner", "linear")]
)
@pytest.mark.parametrize("activation", [name for name in IN_KERAS if name != "softmax"])
def test_same_gradients_as_the_tape(keras, tf, activation: str, loss: str, last: str) -> None:
    """With the activation that belongs to the loss, and with logits. Inputs, weights, biases; a batch of one, too."""
    partner = LOSSES[loss].partner
    from_logits = bool(partner) and last == "linear"
    end = (partner or "sigmoid") if last == "partner" else "linear"
    ours, theirs = pair(keras, (6, 5, 3), [activation, activation, end])
    ours.compile("sgd", LOSSES[loss](from_logits=True) if from_logits else loss)
    name = "".join(part.title() for part in loss.split("_"))
    criterion = getattr(keras.losses, name)(**({"from_logits": True} if from_logits else {}))
    for examples in (1, 6):
        rng = RNG(examples)
        x = rng.normal(size=(examples, 5))
        labels = rng.integers(0, 3, examples)
        y = labels if loss.startswith("sparse") else np.eye(3)[labels]
        with tf.GradientTape() as tape:
            value = criterion(y, theirs(tf.constant(x)))
        gradients = tape.gradient(value, theirs.trainable_variables)
        assert ours.compute_gradients(x, y) == pytest.approx(float(value), rel=close(activation))
        for one, other in zip(ours.gradients(), gradients, strict=True):
            np.testing.assert_allclose(one, other.numpy(), atol=close(activation))
        assert ours.evaluate(x, y)[0] == pytest.approx(float(value), rel=close(activation))


@pytest.mark.parametrize("loss", [name for name in LOSSES if LOSSES[name].partner])
def test_losses_alone_and_their_clipping(keras, tf, loss: str) -> None:
    """Of probabilities, some of them exactly 0 and 1: value and slope as the tape has them."""
    rows = [[1.0, 0.0, 0.0], [0.2, 0.3, 0.5], [0.0, 1e-9, 1 - 1e-9], [0.7, 0.2, 0.1]]
    p = tf.Variable(np.array(rows))
    for labels in ([0, 1, 2, 0], [1, 1, 0, 2]):
        y = np.array(labels) if loss.startswith("sparse") else np.eye(3)[labels]
        with tf.GradientTape() as tape:
            value = getattr(keras.losses, loss)(y, p)
            value = tf.reduce_mean(value)
        ours = LOSSES[loss]()
        assert ours.value(y, p.numpy()) == pytest.approx(float(value), rel=1e-6)
        if loss.startswith(
            "bin"
        ):  # the other two divide by the row's sum as well, which softmax takes out again
            np.testing.assert_allclose(
                ours.gradient(y, p.numpy()), tape.gradient(value, p).numpy(), rtol=1e-9
            )


# Keras holds its constants (0.9, 0.999) in 32 bits even in a 64-bit run. Where they are sums of powers of 2 this rounds
# nothing, and every step must agree to 1e-11; with everyday constants the 7th digit may differ.
OPTIMIZERS = {
    "sgd": ("SGD", {"learning_rate": 0.125}),
    "momentum": ("SGD", {"learning_rate": 0.0625, "momentum": 0.875}),
    "nesterov": ("SGD", {"learning_rate": 0.0625, "momentum": 0.875, "nesterov": True}),
    "nesterov without momentum": ("SGD", {"learning_rate": 0.0625, "nesterov": True}),
    "rmsprop": ("RMSprop", {"learning_rate": 2**-6, "rho": 0.875, "epsilon": 2**-20}),
    "adam": ("Adam", {"learning_rate": 2**-6, "beta_1": 0.875, "beta_2": 1 - 2**-10, "epsilon": 2**-20}),
    "everyday momentum": ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
    "everyday sgd": ("SGD", {}),
    "everyday rmsprop": ("RMSprop", {}),
    "everyday adam": ("Adam", {}),
}


@pytest.mark.parametrize("which", OPTIMIZERS)
def test_optimisers_step_for_step(keras, which: str) -> None:
    """Thirty steps along the same gradients, some of them 0, tiny or huge; compared after every one."""
    name, arguments = OPTIMIZERS[which]
    rng = RNG(0)
    ours = [rng.normal(size=(4, 3)), rng.normal(size=3)]
    theirs = [keras.Variable(p.copy(), dtype="float64") for p in ours]
    one, other = getattr(scratch, name)(**arguments), getattr(keras.optimizers, name)(**arguments)
    everyday = which.startswith("everyday")
    tolerance, huge = (1e-6, 1.0) if everyday else (1e-11, 100.0)
    for step in range(30):
        scale = [1.0, 1e-6, 0.0, huge][step % 4]
        gradients = [scale * rng.normal(size=p.shape) for p in ours]
        one.update(ours, gradients)
        other.apply([keras.ops.convert_to_tensor(g) for g in gradients], theirs)
        for p, q in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(
                p, keras.ops.convert_to_numpy(q), rtol=tolerance, atol=tolerance, err_msg=f"step {step}"
            )


TRAININGS = [
    ("binary_crossentropy", 1, "sigmoid", "relu", "nesterov"),
    ("categorical_crossentropy", 3, "softmax", "sigmoid", "rmsprop"),
    ("sparse_categorical_crossentropy", 3, "softmax", "tanh", "adam"),
    ("mean_squared_error", 1, "linear", "relu", "momentum"),
]


@pytest.mark.parametrize(("loss", "outputs", "end", "activation", "which"), TRAININGS)
def test_a_whole_training_on_given_batches(keras, loss, outputs, end, activation, which) -> None:
    """Three epochs of six batches, the last one smaller: loss and weights after every batch, accuracy at the end."""
    rng = RNG(1)
    x = rng.normal(size=(44, 5))
    y = rng.integers(0, max(outputs, 2), 44)
    y = np.eye(outputs)[y] if loss == "categorical_crossentropy" else y
    ours, theirs = pair(keras, (8, outputs), [activation, end])
    name, arguments = OPTIMIZERS[which]
    ours.compile(getattr(scratch, name)(**arguments), loss)
    theirs.compile(getattr(keras.optimizers, name)(**arguments), loss, metrics=["accuracy"])
    targets = y.reshape(-1, 1) if outputs == 1 else y
    for _ in range(3):
        for x_batch, y_batch in batches(x, targets, 8):
            theirs.reset_metrics()
            expected = theirs.train_on_batch(x_batch, y_batch)[0]
            assert ours.train_step(x_batch, y_batch) == pytest.approx(float(expected), rel=1e-10)
            for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
                np.testing.assert_allclose(one, other, atol=1e-10)
    theirs.reset_metrics()
    their_loss, their_accuracy = theirs.test_on_batch(x, targets)
    our_loss, our_accuracy = ours.evaluate(x, y)
    assert our_loss == pytest.approx(float(their_loss), rel=1e-9)
    if loss != "mean_squared_error":
        assert our_accuracy == pytest.approx(float(their_accuracy))


def test_fit_reports_what_keras_reports(keras) -> None:
    """Unshuffled, with a smaller last batch: the epoch's loss and accuracy, and those of the validation data."""
    rng = RNG(2)
    x, y, x_val, y_val = (
        rng.normal(size=(45, 5)),
        rng.integers(0, 3, 45),
        rng.normal(size=(9, 5)),
        rng.integers(0, 3, 9),
    )
    ours, theirs = pair(keras, (8, 3), ["relu", "softmax"])
    ours.compile("adam", "sparse_categorical_crossentropy")
    theirs.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    how = {"batch_size": 10, "epochs": 3, "validation_data": (x_val, y_val), "shuffle": False}
    mine, other = ours.fit(x, y, **how).history, theirs.fit(x, y, verbose=0, **how).history
    assert mine.keys() == other.keys()
    for name in mine:
        np.testing.assert_allclose(mine[name], other[name], rtol=1e-6)


def test_where_probabilities_saturate_learning_goes_on_as_in_keras(keras) -> None:
    """Sure and wrong by a logit of 60: from probabilities alone the gradient would be 0."""
    for loss, end, y in [
        ("binary_crossentropy", "sigmoid", np.array([[0.0, 1.0], [1.0, 1.0]])),
        ("sparse_categorical_crossentropy", "softmax", np.array([1, 0])),
    ]:
        ours, theirs = pair(keras, (2,), [end], inputs=2)
        weights = [np.array([[60.0, -60.0], [0.0, 0.0]]), np.zeros(2)]
        ours.set_weights(weights)
        theirs.set_weights(weights)
        ours.compile("sgd", loss)
        theirs.compile("sgd", loss)
        x = np.array([[1.0, 0.0], [0.5, 0.3]])
        assert ours.train_step(x, y) == pytest.approx(float(theirs.train_on_batch(x, y)), rel=1e-9)
        for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-12)
        assert abs(ours.gradients()[0]).max() > 0.1
