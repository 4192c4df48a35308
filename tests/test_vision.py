"""Windows, moved pictures, feature maps and Grad-CAM: against loops, against formulas, and bad input by its sentence."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import layers

from dlcourse import vision

RNG = np.random.default_rng(0)
PICTURES = RNG.random((3, 12, 10, 1)).astype("float32")


def sequential(last: object = "softmax") -> keras.Sequential:
    keras.utils.set_random_seed(0)
    return keras.Sequential(
        [
            keras.Input((12, 10, 1)),
            layers.Conv2D(4, 3, activation="relu", name="first"),
            layers.Conv2D(5, 3, strides=2, activation="relu", name="second"),
            layers.Flatten(),
            layers.Dense(6, activation="relu"),
            layers.Dense(3, activation=last),
        ]
    )


def functional(same_as: keras.Model) -> keras.Model:
    inputs = keras.Input((12, 10, 1))
    x = layers.Conv2D(4, 3, activation="relu", name="first")(inputs)
    x = layers.Conv2D(5, 3, strides=2, activation="relu", name="second")(x)
    x = layers.Dense(6, activation="relu")(layers.Flatten()(x))
    x = layers.Softmax()(layers.Dense(3)(x))
    model = keras.Model(inputs, x)
    model.set_weights(same_as.get_weights())
    return model


def test_convolve_is_what_the_loop_says_and_what_keras_computes() -> None:
    image, kernel = RNG.normal(size=(7, 5)), RNG.normal(size=(3, 2))
    found = vision.convolve(image, kernel)
    assert found.shape == (5, 4)
    for row in range(5):
        for column in range(4):
            assert np.isclose(found[row, column], (image[row : row + 3, column : column + 2] * kernel).sum())
    by_keras = keras.ops.conv(image[None, ..., None], kernel[..., None, None], padding="valid")
    assert np.allclose(np.asarray(by_keras)[0, ..., 0], found, atol=1e-5)


def test_convolve_does_not_run_over_in_bytes() -> None:
    bright = np.full((3, 3), 255, dtype="uint8")
    assert vision.convolve(bright, np.ones((3, 3), dtype="uint8")).tolist() == [[2295.0]]


@pytest.mark.parametrize(
    ("image", "kernel", "said"),
    [
        (np.ones((2, 2)), np.ones((3, 3)), r"\(3, 3\) does not fit"),
        (np.ones((4, 4, 1)), np.ones((3, 3)), r"\(4, 4, 1\)"),
        ("picture", np.ones((3, 3)), "str"),
    ],
)
def test_convolve_says_what_does_not_fit(image: object, kernel: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        vision.convolve(image, kernel)


@pytest.mark.parametrize("shape", [(4, 5), (2, 4, 5), (2, 4, 5, 1)])
@pytest.mark.parametrize(("right", "down"), [(0, 0), (2, 0), (-1, 3), (0, -2), (9, 0)])
def test_shifted_moves_every_pixel_and_lets_zeros_come_in(shape: tuple, right: int, down: int) -> None:
    images = RNG.integers(1, 255, size=shape, dtype="uint8")
    before = images.copy()
    moved = vision.shifted(images, right=right, down=down)
    assert np.array_equal(images, before)
    assert moved.dtype == images.dtype
    stacked, stacked_moved = images.reshape(-1, 4, 5), moved.reshape(-1, 4, 5)
    for one, other in zip(stacked, stacked_moved, strict=True):
        for row in range(4):
            for column in range(5):
                inside = 0 <= row - down < 4 and 0 <= column - right < 5
                assert other[row, column] == (one[row - down, column - right] if inside else 0)


def test_shifted_wants_whole_pixels_and_pictures() -> None:
    with pytest.raises(ValueError, match=r"not 0\.5"):
        vision.shifted(PICTURES, right=0.5)
    with pytest.raises(ValueError, match=r"\(7,\)"):
        vision.shifted(np.ones(7))


def test_random_shifts_are_shifts_of_at_most_that_many_pixels() -> None:
    image = RNG.random((5, 5))
    moved = vision.shifted_at_random(np.stack([image] * 60), most=1, rng=np.random.default_rng(1))
    known = [vision.shifted(image, right, down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    seen = {next(i for i, one in enumerate(known) if np.array_equal(one, picture)) for picture in moved}
    assert len(seen) == 9


def test_feature_maps_are_the_layers_own_output() -> None:
    model = sequential()
    maps = vision.feature_maps(model, PICTURES[0], "first")
    assert np.allclose(maps, np.asarray(model.layers[0](PICTURES[:1]))[0], atol=1e-6)
    assert vision.feature_maps(model, PICTURES[:1]).shape == (4, 3, 5), "the last convolution by itself"
    assert np.allclose(vision.feature_maps(functional(model), PICTURES[0], "first"), maps, atol=1e-6)


def by_nudging(model: keras.Sequential, image: np.ndarray, wanted: int) -> np.ndarray:
    """Grad-CAM's formula with slopes found by nudging each number of the maps."""
    maps = np.asarray(model.layers[1](model.layers[0](image[None])))[0].astype("float64")

    def score(maps: np.ndarray) -> float:
        hidden = maps.reshape(-1)
        w1, b1, w2, b2 = (np.asarray(w, dtype="float64") for w in model.get_weights()[4:])
        return float((np.maximum(0, hidden @ w1 + b1) @ w2 + b2)[wanted])

    slopes = np.zeros_like(maps)
    for place in np.ndindex(maps.shape):
        step = np.zeros_like(maps)
        step[place] = 1e-6
        slopes[place] = (score(maps + step) - score(maps - step)) / 2e-6
    return np.maximum(0, (maps * slopes.mean(axis=(0, 1))).sum(axis=-1))


@pytest.mark.parametrize("wanted", [0, 1, 2])
def test_grad_cam_follows_its_formula(wanted: int) -> None:
    model = sequential()
    heat = vision.grad_cam(model, PICTURES, classes=wanted)
    assert heat.shape == (3, 12, 10)
    import tensorflow as tf

    for image, found in zip(PICTURES, heat, strict=True):
        small = by_nudging(model, image, wanted)
        large = tf.image.resize(small[..., None], (12, 10)).numpy()[..., 0]
        expected = large / large.max() if large.max() > 0 else large
        assert np.allclose(found, expected, atol=1e-3)


def test_grad_cam_is_the_same_for_sequential_functional_frozen_and_logits() -> None:
    model = sequential()
    heat = vision.grad_cam(model, PICTURES)
    assert heat.min() >= 0
    assert np.allclose(heat.max(axis=(1, 2)), 1)
    assert np.allclose(heat, vision.grad_cam(functional(model), PICTURES), atol=1e-5)
    logits = sequential(None)
    logits.set_weights(model.get_weights())
    assert np.allclose(heat, vision.grad_cam(logits, PICTURES), atol=1e-5)
    nested = keras.Sequential(
        [keras.Input((12, 10, 1)), keras.Sequential(model.layers[:2]), *model.layers[2:]]
    )
    model.trainable = False
    assert np.allclose(heat, vision.grad_cam(model, PICTURES), atol=1e-5)
    assert np.allclose(heat, vision.grad_cam(nested, PICTURES), atol=1e-5)


def test_a_class_for_which_nothing_speaks_is_dark() -> None:
    model = sequential()
    weights = model.get_weights()
    weights[-2][:] = 0.0
    model.set_weights(weights)
    assert not vision.grad_cam(model, PICTURES, classes=1).any()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"classes": 3}, "3 classes, 0 to 2"),
        ({"classes": [0, 1]}, r"\(2,\)"),
        ({"classes": np.eye(3)}, r"\(3, 3\)"),
        ({"layer": "third"}, "first, second"),
        ({"layer": 17}, "17"),
        ({"layer": "dense"}, "dense"),
    ],
)
def test_grad_cam_says_what_it_cannot_use(options: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        vision.grad_cam(sequential(), PICTURES, **options)


def test_pictures_and_models_that_do_not_fit_are_named() -> None:
    with pytest.raises(ValueError, match=r"12, 10\b"):
        vision.grad_cam(sequential(), PICTURES[..., 0])
    with pytest.raises(ValueError, match="255"):
        vision.feature_maps(sequential(), PICTURES[0] * 255)
    with pytest.raises(ValueError, match="no weights yet"):
        vision.grad_cam(keras.Sequential([layers.Flatten(), layers.Dense(3)]), PICTURES)
    with pytest.raises(ValueError, match="model"):
        vision.grad_cam("model", PICTURES)

    class Own(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.last = layers.Dense(3)

        def call(self, x: object) -> object:
            return self.last(x)

    own = Own()
    own(PICTURES)
    with pytest.raises(ValueError, match="Sequential or Functional"):
        vision.feature_maps(own, PICTURES[0])
    dense = keras.Sequential([keras.Input((12, 10, 1)), layers.Flatten(name="row"), layers.Dense(3)])
    with pytest.raises(ValueError, match="no convolution"):
        vision.grad_cam(dense, PICTURES)
    with pytest.raises(ValueError, match="no maps"):
        vision.feature_maps(dense, PICTURES[0], "row")
