"""The digit's explorer: its arithmetic under node against NumPy and Keras, what it opens on, and what a notebook stores."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import traitlets

from dlcourse import explore
from dlcourse.explore.digit import layers_of, packed

JS = Path(__file__).parent / "js"
NODE = shutil.which("node")
SIDE = 28

with_node = pytest.mark.skipif(
    NODE is None, reason="node is not installed: the explorers' JavaScript is not tested"
)


def ask(questions: list[tuple[str, list[Any]]]) -> list[Any]:
    """Let node answer: each question is a function of forward.js and its arguments."""
    text = json.dumps(questions)
    done = subprocess.run(
        [NODE, JS / "answer_forward.mjs"], input=text, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def pictures(count: int, seed: int = 0) -> np.ndarray:
    """Whole numbers from 0 to 255, most of them 0, as in a digit."""
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, size=(count, SIDE, SIDE)) * (rng.random((count, SIDE, SIDE)) < 0.2)


@pytest.fixture(scope="module")
def networks() -> dict[str, Any]:
    import keras
    from keras import layers

    keras.utils.set_random_seed(0)
    pixels = keras.Input(shape=(SIDE, SIDE))
    hidden = layers.Dense(12, activation="tanh")(layers.Flatten()(pixels))
    return {
        "first": keras.Sequential(
            [pixels, layers.Flatten(), layers.Dense(20, activation="relu"), layers.Dense(10, activation="softmax")]
        ),
        "functional": keras.Model(pixels, layers.Dense(10, activation="sigmoid", use_bias=False)(hidden)),
        "deep": keras.Sequential(
            [pixels, layers.Flatten(), layers.Dense(8), layers.ReLU(), layers.Dropout(0.5), layers.Dense(9),
             layers.Activation("sigmoid"), layers.Dense(10), layers.Softmax()]
        ),
        "without a hidden layer": keras.Sequential([pixels, layers.Flatten(), layers.Dense(10)]),
    }  # fmt: skip


@with_node
def test_the_browser_and_numpy_say_what_keras_says(networks: dict[str, Any]) -> None:
    images = pictures(5)
    for name, network in networks.items():
        network.set_weights([w + 0.1 for w in network.get_weights()])  # so that no bias is zero
        by_keras = network.predict(images.astype("float32") / 255, verbose=0)
        layers = layers_of(network)
        by_node = ask([("forward", [image.ravel().tolist(), {"layers": layers}]) for image in images])
        np.testing.assert_allclose(by_node, by_keras, atol=1e-5, err_msg=name)
        widget = explore.digit(network, images / 255)
        for image, said in zip(images, by_keras, strict=True):
            widget.pixels = image.ravel().tolist()
            np.testing.assert_allclose(widget.probabilities, said, atol=1e-5, err_msg=name)


@with_node
def test_softmax_keeps_large_scores() -> None:
    scores = [[1000.0, 999.0, -1000.0], [0.0, 0.0], [2.0, 1.0, 0.0]]
    for given, said in zip(scores, ask([("softmax", [row]) for row in scores]), strict=True):
        raised = np.exp(np.array(given) - max(given))
        np.testing.assert_allclose(said, raised / raised.sum(), atol=1e-12)


@with_node
@pytest.mark.parametrize(("right", "down"), [(0, 0), (4, 0), (-3, 0), (0, 5), (2, -6), (-8, 8), (30, 0)])
def test_moving_a_picture(networks: dict[str, Any], right: int, down: int) -> None:
    image = pictures(1, seed=3)[0]
    padded = np.pad(image, 40)[40 - down : 40 - down + SIDE, 40 - right : 40 - right + SIDE]
    assert ask([("moved", [image.ravel().tolist(), right, down, SIDE])])[0] == padded.ravel().tolist()
    widget = explore.digit(networks["first"], image / 255)
    widget.right, widget.down = right, down
    np.testing.assert_allclose(widget.image, padded / 255)
    widget.invert = True
    np.testing.assert_allclose(widget.image, 1 - padded / 255)


@with_node
def test_the_pen_paints_rubs_out_and_stays_on_the_paper() -> None:
    blank = [0] * SIDE**2
    painted, corner, twice = ask(
        [
            ("touched", [blank, 5, 7, 255, SIDE]),
            ("touched", [blank, 0, 27, 255, SIDE]),
            ("touched", [[255] * SIDE**2, 5, 7, 255, SIDE]),
        ]
    )
    image = np.reshape(painted, (SIDE, SIDE))
    assert image[5, 7] == 255
    assert {image[4, 7], image[6, 7], image[5, 6], image[5, 8]} == {128}
    assert np.count_nonzero(image) == 5
    assert np.count_nonzero(corner) == 3
    assert set(twice) == {255}, "ink is not taken away by painting"
    rubbed = np.reshape(ask([("touched", [[255] * SIDE**2, 5, 7, 0, SIDE])])[0], (SIDE, SIDE))
    assert rubbed[5, 7] == 0
    assert np.count_nonzero(rubbed < 255) == 5
    assert ask([("inverted", [[0, 255, 100]])])[0] == [255, 0, 155]


@with_node
def test_a_fast_stroke_has_no_gaps() -> None:
    for start, end in [((0, 0), (9, 4)), ((20, 3), (2, 27)), ((5, 5), (5, 5))]:
        dots = np.array(ask([("between", [start, end])])[0])
        assert tuple(dots[0]) == start
        assert tuple(dots[-1]) == end
        assert (np.abs(np.diff(dots, axis=0)) <= 1).all()


@with_node
def test_pictures_arrive_as_they_were() -> None:
    images = pictures(3, seed=1)
    arrived = ask([("unpackPictures", [packed(images, "u1"), SIDE])])[0]
    np.testing.assert_array_equal(arrived, images.reshape(3, -1))


def test_says_what_it_got_instead(networks: dict[str, Any]) -> None:
    import keras
    from keras import layers

    image = np.zeros((1, SIDE, SIDE))
    convolution = keras.Sequential(
        [
            keras.Input(shape=(SIDE, SIDE)),
            layers.Reshape((SIDE, SIDE, 1)),
            layers.Conv2D(2, 3),
            layers.Flatten(),
        ]
    )
    nine = keras.Sequential([keras.Input(shape=(SIDE, SIDE)), layers.Flatten(), layers.Dense(9)])
    swish = keras.Sequential(
        [keras.Input(shape=(SIDE, SIDE)), layers.Flatten(), layers.Dense(10, activation="swish")]
    )
    flat = keras.Sequential([keras.Input(shape=(10,)), layers.Dense(10)])
    for model, said in [
        (convolution, "got a Reshape layer"), (nine, "this network has 9"), (swish, "it got silu"),
        (flat, "a Dense layer on 10 inputs"), (5, "got a int"), (None, "got a NoneType"),
        (keras.Sequential([layers.Dense(10)]), "without weights yet"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=said):
            explore.digit(model, image)
    good = networks["first"]
    for values, labels, said in [
        (np.zeros((1, 27, 28)), None, r"got \(1, 27, 28\)"), (np.zeros((0, 28, 28)), None, r"\(0, 28, 28\)"),
        (image + 255, None, "from 255 to 255"), (image, [1, 2], "1 pictures and 2 labels"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=said):
            explore.digit(good, values, labels)
    widget = explore.digit(good, image)
    with pytest.raises(traitlets.TraitError, match="784 whole numbers"):
        widget.pixels = [0, 1]


def test_what_a_notebook_stores_repeats_and_names_no_answer(
    networks: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLCOURSE_BUILDING", "1")
    image = pictures(2) / 255
    bundles = [explore.digit(networks["first"], image, [3, 8])._repr_mimebundle_() for _ in range(2)]
    (first, meta), (second, _) = bundles
    assert first["text/plain"] == second["text/plain"]
    assert "(1: a 3)" in first["text/plain"]
    state = meta["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state, "plain data"
    assert state["names"] == ["1: a 3", "2: a 8"]
