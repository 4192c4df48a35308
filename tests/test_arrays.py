"""Sentences about bad input: each quotes what was seen and what is expected; good input of every kind gets None."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
from keras import layers

from dlcourse import arrays

RNG = np.random.default_rng(0)
PICTURES = RNG.uniform(size=(5, 28, 28, 1))
ONE_HOT = np.eye(10)[[3, 1, 0, 9]]


def says(sentence: str | None, *parts: str) -> None:
    assert sentence is not None
    for part in parts:
        assert part in sentence, sentence
    assert "{" not in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    "images",
    [
        PICTURES,
        PICTURES.astype("float32"),
        PICTURES.tolist(),
        list(PICTURES),
        PICTURES > 0.5,
        np.zeros((1, 28, 28, 1)),
        PICTURES * 1.03 - 0.01,
        keras.ops.convert_to_tensor(PICTURES),
    ],
)
def test_good_pictures(images: Any) -> None:
    assert arrays.about_images(images) is None


def test_good_pictures_of_other_shapes() -> None:
    assert arrays.about_images(PICTURES[..., 0], (28, 28)) is None
    assert arrays.about_images(PICTURES.reshape(5, 784), (784,)) is None
    assert arrays.about_images(pd.DataFrame(PICTURES.reshape(5, 784)), (784,)) is None
    assert arrays.about_images(np.zeros((2, 8, 9, 3)), (8, 9, 3)) is None
    assert arrays.about_images(PICTURES * 255, scaled=False) is None


@pytest.mark.parametrize(
    ("images", "shape", "parts"),
    [
        ((PICTURES * 250).round(), (28, 28, 1), ("250", "0 to 1", "/ 255")),
        (np.full((2, 28, 28, 1), 7, "uint8"), (28, 28, 1), ("7", "/ 255")),
        (PICTURES * 4 - 2, (28, 28, 1), ("from -2 to 2",)),
        (PICTURES / 255, (28, 28, 1), ("0.0039", "twice")),
        (PICTURES[..., 0], (28, 28, 1), ("(28, 28)", "(28, 28, 1)", "images[..., None]")),
        (PICTURES[0], (28, 28, 1), ("(28, 28, 1)", "(n, 28, 28, 1)", "images[None]")),
        (PICTURES[0, ..., 0], (28, 28, 1), ("(28, 28)", "(n, 28, 28, 1)", "images[None, ..., None]")),
        (PICTURES[0, ..., 0], (28, 28), ("(28, 28)", "(n, 28, 28)", "images[None]")),
        (PICTURES, (28, 28), ("(28, 28, 1)", "(28, 28)", "images[..., 0]")),
        (PICTURES[..., 0], (784,), ("(28, 28)", "(784,)", "images.reshape(-1, 784)")),
        (PICTURES.reshape(5, 784), (28, 28, 1), ("(784,)", "images.reshape(-1, 28, 28, 1)")),
        (PICTURES[:, :20], (28, 28, 1), ("20 x 28", "28 x 28", "(20, 28, 1)")),
        (np.zeros((5, 783)), (784,), ("783", "784")),
        (PICTURES.transpose(0, 3, 1, 2), (28, 28, 1), ("(1, 28, 28)", "np.moveaxis(images, 1, -1)")),
        (np.zeros((5, 3, 8, 9)), (8, 9, 3), ("(3, 8, 9)", "(8, 9, 3)", "np.moveaxis(images, 1, -1)")),
        (np.zeros((5, 28, 28, 3)), (28, 28, 1), ("3 channels", "expected is 1 channel:")),
        (np.zeros((5, 8, 9, 1)), (8, 9, 3), ("1 channel,", "expected is 3 channels:")),
        (np.zeros(4), (28, 28, 1), ("(4,)", "(n, 28, 28, 1)")),
        (np.where(np.arange(5)[:, None, None, None] == 3, np.nan, PICTURES), (28, 28, 1), ("1 of 5", "nan", "number 3")),
        (np.zeros((0, 28, 28, 1)), (28, 28, 1), ("empty", "(0, 28, 28, 1)")),
        ([np.zeros((28, 28, 1)), np.zeros((20, 28, 1))], (28, 28, 1), ("list", "different shapes")),
        (None, (28, 28, 1), ("None", "(n, 28, 28, 1)")),
        (..., (28, 28, 1), ("`...`",)),
        (0.5, (28, 28, 1), ("0.5",)),
        ("shoe", (28, 28, 1), ("'shoe'",)),
        ({}, (28, 28, 1), ("dict",)),
    ],
)  # fmt: skip
def test_bad_pictures(images: Any, shape: tuple, parts: tuple) -> None:
    says(arrays.about_images(images, shape), *parts)


@pytest.mark.parametrize(
    "what",
    [
        "images[..., None]",
        "images[None]",
        "images[None, ..., None]",
        "np.moveaxis(images, 1, -1)",
        "images.reshape(-1, 28, 28, 1)",
        'images.astype("float32") / 255',
    ],
)
def test_what_is_said_to_type_puts_it_right(what: str) -> None:
    bad = {
        "images[..., None]": PICTURES[..., 0],
        "images[None]": PICTURES[0],
        "images[None, ..., None]": PICTURES[0, ..., 0],
        "np.moveaxis(images, 1, -1)": np.moveaxis(PICTURES, -1, 1),
        "images.reshape(-1, 28, 28, 1)": PICTURES.reshape(5, -1),
        'images.astype("float32") / 255': (PICTURES * 255).astype("uint8"),
    }[what]
    says(arrays.about_images(bad), f"`{what}`")
    assert arrays.about_images(eval(what, {"np": np, "images": bad})) is None


@pytest.mark.parametrize(
    "labels",
    [
        [3, 1, 0, 9],
        (3, 1, 0, 9),
        np.array([3, 1, 0, 9], "uint8"),
        np.array([3.0, 1.0, 0.0, 9.0], "float32"),
        pd.Series([3, 1, 0, 9], index=[7, 8, 9, 1]),
        keras.ops.convert_to_tensor([3, 1, 0, 9]),
        [np.int64(3), 1, np.float32(0), 9],
    ],
)
def test_good_classes(labels: Any) -> None:
    assert arrays.about_labels(labels, 10) is None
    assert arrays.about_labels(labels, 10, images=np.zeros((4, 2))) is None


def test_good_one_hot_labels() -> None:
    for labels in (ONE_HOT, ONE_HOT.tolist(), pd.DataFrame(ONE_HOT), ONE_HOT * 0.9 + 0.01):
        assert arrays.about_labels(labels, 10, one_hot=True) is None
    assert arrays.about_labels([True, False], 2) is None


@pytest.mark.parametrize(
    ("labels", "classes", "parts"),
    [
        (ONE_HOT, 10, ("(4, 10)", "one-hot", "[0, 0, 0, 1,", "0 to 9", "argmax(axis=1)")),
        (ONE_HOT * 0.5 + 0.05, 10, ("(4, 10)", "0.55", "argmax(axis=1)")),
        ([[3], [1]], 10, ("(2, 1)", "(2,)", "labels.ravel()")),
        ([1, 2, 10], 10, ("from 1 to 10", "0 to 9", "starts at 0")),
        ([0, 12], 10, ("from 0 to 12", "0 to 9")),
        ([-1, 1], 2, ("from -1 to 1", "0 to 1")),
        ([0.0, 2.5], 10, ("2.5", "0 to 9")),
        ([0.73, 0.2], 2, ("0.73", "> 0.5")),
        ([[0.73], [0.2]], 2, ("0.73", "> 0.5")),
        ([np.nan, 1.0], 2, ("nan",)),
        (["spam", "ham"], 2, ("'spam'", "0 to 1")),
        (pd.Series(["spam", "ham"]), 2, ("'spam'", "0 to 1")),
        (np.zeros((4, 3, 3)), 10, ("(4, 3, 3)",)),
        ([], 10, ("empty",)),
        (3, 10, ("single number 3",)),
        (None, 10, ("None",)),
    ],
)
def test_bad_classes(labels: Any, classes: int, parts: tuple) -> None:
    says(arrays.about_labels(labels, classes), *parts)


@pytest.mark.parametrize(
    ("labels", "parts"),
    [
        ([3, 1, 0, 9], ("(4,)", "(n, 10)", "to_categorical(labels, 10)", "first is 3")),
        ([[3], [1]], ("(2, 1)", "to_categorical")),
        (np.eye(9), ("(9, 9)", "(n, 10)")),
        (np.vstack([ONE_HOT, np.zeros(10)]), ("row 4", "add up to 1")),
        (ONE_HOT * np.nan, ("nan",)),
    ],
)
def test_bad_one_hot_labels(labels: Any, parts: tuple) -> None:
    says(arrays.about_labels(labels, 10, one_hot=True), *parts)


def test_as_many_labels_as_images() -> None:
    says(arrays.about_labels([0, 1, 2], 3, images=np.zeros((1004, 2))), "1,004", "3")
    assert arrays.about_counts([1, 2], ["a", "b"]) is None
    assert arrays.about_counts(np.array(1.0), 5) is None


def test_outputs() -> None:
    assert arrays.about_outputs(np.full((4, 10), 0.1), 10, probabilities=True) is None
    assert arrays.about_outputs([[0.1], [0.9]], 1, probabilities=True) is None
    assert arrays.about_outputs([[-3.0, 50.0]], 2) is None
    says(
        arrays.about_outputs(np.where(np.eye(4) == 1, np.nan, 0.0)[:2], 4),
        "2 of 2",
        "nan",
        "number 0",
        "run away",
    )
    says(arrays.about_outputs([[0.0, np.inf]]), "infinity")
    says(arrays.about_outputs(np.zeros(10), 10), "(10,)", "(n, 10)", "outputs[None]")
    says(arrays.about_outputs(np.zeros((4, 1)), 10), "(4, 1)", "(n, 10)", "10 numbers")
    says(arrays.about_outputs([[-3.0, 50.0]], 2, probabilities=True), "-3 to 50")
    says(arrays.about_outputs([[0.9, 0.9]], 2, probabilities=True), "example 0", "1.8")


def conv(shape: tuple = (28, 28, 1), units: int = 10) -> keras.Model:
    return keras.Sequential(
        [keras.Input(shape), layers.Conv2D(2, 3, strides=2), layers.Flatten(), layers.Dense(units)]
    )


class Own(keras.Model):
    """A learner's subclassed model; it tells no shapes."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__()
        self.parts = [layers.Flatten(), layers.Dense(10)]
        self.factor = factor

    def call(self, x: Any) -> Any:
        for part in self.parts:
            x = part(x)
        return x * self.factor


def own(shape: tuple = (28, 28, 1), **options: Any) -> keras.Model:
    model = Own(**options)
    model(np.zeros((1, *shape)))
    return model


def with_nan() -> keras.Model:
    model = conv()
    model.set_weights([weight * np.nan for weight in model.get_weights()])
    return model


def test_good_models() -> None:
    compiled = conv()
    compiled.compile(loss="mse")
    assert arrays.about_model(compiled, (28, 28, 1), 10, compiled=True) is None
    assert arrays.about_model(conv()) is None
    assert arrays.about_model(own(), (28, 28, 1), 10) is None
    open_size = keras.Sequential([keras.Input((None, None, 1)), layers.Conv2D(3, 3), layers.GlobalAveragePooling2D()])  # fmt: skip
    assert arrays.about_model(open_size, (28, 28, 1), 3) is None


@pytest.mark.parametrize(
    ("model", "parts"),
    [
        (lambda: None, ("None", "Keras model")),
        (lambda: ..., ("`...`",)),
        (lambda: Own, ("class `Own`",)),
        (lambda: conv, ("`conv`",)),
        (lambda: [layers.Dense(1)], ("list", "keras.Sequential")),
        (lambda: keras.callbacks.History(), ("`fit`",)),
        (lambda: 5, ("int",)),
        (lambda: keras.Sequential([layers.Dense(10)]), ("no weights yet", "keras.Input")),
        (lambda: Own(), ("no weights yet",)),
        (
            lambda: keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(10)]),
            ("(28, 28);", "(28, 28, 1)", "channel"),
        ),
        (lambda: keras.Sequential([keras.Input((784,)), layers.Dense(10)]), ("(784,)", "arranged otherwise")),
        (lambda: conv((32, 32, 1)), ("(32, 32, 1)", "(28, 28, 1)")),
        (lambda: conv((28, 28, 3)), ("(28, 28, 3)", "(28, 28, 1)")),
        (lambda: own((20, 20, 1)), ("(28, 28, 1)",)),
        (lambda: conv(units=8), ("8 numbers", "10 numbers")),
        (
            lambda: keras.Sequential([keras.Input((28, 28, 1)), layers.Dense(10)]),
            ("(28, 28, 10)", "Flatten"),
        ),
        (lambda: conv(), ("not compiled", "model.compile")),
        (with_nan, ("nan", "conv2d")),
        (lambda: own(factor=np.nan), ("nan",)),
    ],
)
def test_bad_models(model: Any, parts: tuple) -> None:
    says(arrays.about_model(model(), (28, 28, 1), 10, compiled=True), *parts)


def test_keras_is_not_loaded_and_need_not_be() -> None:
    program = (
        "import sys; from dlcourse import arrays; import numpy as np; "
        "assert arrays.about_model(5) and arrays.about_images(np.zeros((1, 2))) and not arrays.about_labels([0], 1); "
        "assert not {'keras', 'tensorflow', 'pandas', 'matplotlib', 'dlcourse.checking'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
