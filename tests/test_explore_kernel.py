"""The kernel's explorer: its arithmetic against NumPy and Keras, what it can be opened on, what can be read, set, pointed at."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from node_answers import ask, needs_node

from dlcourse import explore
from dlcourse.explore import base
from dlcourse.explore.kernel import KERNELS

PICTURE = np.random.default_rng(0).uniform(size=(28, 28))
SIZES = [(3, 3), (4, 4), (5, 8), (7, 6), (28, 28), (27, 28), (9, 64)]


def settings(stride: int, padding: str, flip: bool = False, relu: bool = False) -> dict[str, Any]:
    return {"stride": stride, "padding": padding, "flip": flip, "relu": relu}


def cases() -> list[tuple[np.ndarray, np.ndarray, dict[str, Any]]]:
    """Pictures of many sizes, random kernels, every setting."""
    rng = np.random.default_rng(1)
    return [
        (
            rng.uniform(size=size).astype("float32"),
            rng.normal(size=(3, 3)),
            settings(stride, padding, flip, relu),
        )
        for size in SIZES
        for stride in (1, 2)
        for padding in ("valid", "same")
        for flip in (False, True)
        for relu in (False, True)
    ]


def opened(picture: np.ndarray, weights: np.ndarray, given: dict[str, Any]) -> explore.KernelExplorer:
    widget = explore.kernel(picture, weights)
    for name, value in given.items():
        setattr(widget, name, value)
    return widget


@needs_node
def test_the_browser_and_python_and_keras_slide_alike() -> None:
    import keras

    tried = cases()
    questions = []
    for picture, weights, given in tried:
        plain = {"rows": picture.shape[0], "columns": picture.shape[1], "values": picture.ravel().tolist()}
        questions.append(("slideKernel", [plain, weights.tolist(), given]))
    for (picture, weights, given), found in zip(tried, ask(["convolution.js"], questions), strict=True):
        here = opened(picture, weights, given).result
        assert here.shape == (found["rows"], found["columns"])
        np.testing.assert_allclose(np.reshape(found["values"], here.shape), here, atol=1e-12)
        used = weights[::-1, ::-1] if given["flip"] else weights
        layer = keras.ops.conv(
            picture[None, :, :, None],
            used[:, :, None, None].astype("float32"),
            given["stride"],
            given["padding"],
        )
        there = np.array(layer)[0, :, :, 0]
        assert there.shape == here.shape
        np.testing.assert_allclose(np.maximum(there, 0) if given["relu"] else there, here, atol=1e-5)


@needs_node
def test_a_window_is_what_is_summed_wherever_it_stands() -> None:
    questions, wanted = [], []
    for picture, weights, given in cases()[::4]:
        widget = opened(picture, weights, given)
        plain = {"rows": picture.shape[0], "columns": picture.shape[1], "values": picture.ravel().tolist()}
        rows, columns = widget.result.shape
        for place in ([0, 0], [rows - 1, columns - 1], [rows // 2, columns // 2]):
            widget.place = place
            questions += [("windowValues", [plain, place, given]), ("placeOver", [plain, place, given])]
            wanted.append((widget.window, widget.result[tuple(place)], np.array(widget.kernel)))
    found = ask(["convolution.js"], questions)
    for (window, total, weights), values in zip(wanted, found[::2], strict=True):
        np.testing.assert_allclose(np.reshape(values, (3, 3)), window, atol=1e-12)
        assert (window * weights).sum() == pytest.approx(total, abs=1e-9)


@needs_node
def test_pointing_at_a_pixel_finds_the_window_around_it() -> None:
    plain = {"rows": 28, "columns": 28, "values": [0.0] * 784}
    for given in (settings(1, "valid"), settings(1, "same"), settings(2, "valid"), settings(2, "same")):
        rows = explore_size(given)
        asked: list[tuple[str, list[Any]]] = []
        for place in ([0, 0], [5, 9], [rows - 1, 3]):
            asked.append(("windowCorner", [plain, place, given]))
        corners = ask(["convolution.js"], asked)
        middles = [[corner[0] + 1, corner[1] + 1] for corner in corners]
        back = ask(["convolution.js"], [("placeOver", [plain, middle, given]) for middle in middles])
        assert back == [[0, 0], [5, 9], [rows - 1, 3]]
        ends = ask(["convolution.js"], [("placeOver", [plain, pixel, given]) for pixel in ([0, 0], [27, 27])])
        assert ends == [[0, 0], [rows - 1, rows - 1]], "the picture's corners are held inside the result"


def explore_size(given: dict[str, Any]) -> int:
    return opened(PICTURE, np.eye(3), given).result.shape[0]


@pytest.mark.parametrize(
    ("stride", "padding", "size"), [(1, "valid", 26), (1, "same", 28), (2, "valid", 13), (2, "same", 14)]
)
def test_sizes_of_the_result(stride: int, padding: str, size: int) -> None:
    assert opened(PICTURE, np.eye(3), settings(stride, padding)).result.shape == (size, size)


@needs_node
def test_named_kernels_are_the_same_on_both_sides() -> None:
    assert ask(["convolution.js"], [("kernelNamed", [name]) for name in KERNELS]) == list(KERNELS.values())
    assert ask(["convolution.js"], [("nameOfKernel", [w]) for w in KERNELS.values()]) == list(KERNELS)
    assert ask(["convolution.js"], [("nameOfKernel", [np.eye(3).tolist()])]) == [None]


def test_named_kernels_do_what_their_names_say() -> None:
    left_dark = np.zeros((9, 9))
    left_dark[:, 5:] = 1

    def result(name: str, picture: np.ndarray) -> np.ndarray:
        return explore.kernel(picture, name).result

    np.testing.assert_allclose(result("copy", PICTURE), PICTURE[1:-1, 1:-1], atol=1e-6)
    assert result("blur", PICTURE).std() < PICTURE.std() / 2
    assert abs(result("vertical edges", left_dark)).max() == 4
    assert abs(result("horizontal edges", left_dark)).max() == 0
    assert abs(result("horizontal_edges", left_dark.T)).max() == 4
    assert abs(result("Laplace", np.full((5, 5), 0.3))).max() < 1e-6
    assert result("sharpen", PICTURE).std() > PICTURE.std()
    assert not result("all zero", PICTURE).any()


def test_flip_is_what_mathematics_calls_convolution() -> None:
    spot = np.zeros((5, 5))
    spot[2, 2] = 1
    weights = np.arange(9.0).reshape(3, 3)
    widget = explore.kernel(spot, weights)
    np.testing.assert_array_equal(widget.result, weights[::-1, ::-1])
    widget.flip = True
    np.testing.assert_array_equal(widget.result, weights)


def test_pictures_of_several_sizes_and_with_a_channel() -> None:
    widget = explore.kernel([PICTURE, np.zeros((5, 9))], names=["noise", "nothing"])
    assert widget.image.shape == (28, 28)
    widget.picture = 1
    assert widget.image.shape == (5, 9)
    assert widget.result.shape == (3, 7)
    assert widget.window.shape == (3, 3), "a place beyond the smaller result is held inside"
    assert "nothing" in widget.alt_text()
    assert explore.kernel(PICTURE[None, :, :, None]).image.shape == (28, 28)
    assert explore.kernel(PICTURE[:, :, None]).image.shape == (28, 28)
    np.testing.assert_allclose(explore.kernel(PICTURE).image, PICTURE, atol=1e-7)
    assert explore.kernel(PICTURE, np.ones((3, 3, 1, 1))).kernel == np.ones((3, 3)).tolist()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((PICTURE * 255,), r"scaled, from 0 to 1; these go from .* to 25\d.*divide by 255"),
        ((PICTURE - 0.5,), r"from 0 to 1; these go from -0\.\d+ to 0\.\d+$"),
        ((np.full((5, 5), np.nan),), "25 are not finite"),
        ((np.zeros((2, 28)),), r"3 to 64 pixels; got one of shape \(2, 28\)"),
        ((np.zeros((65, 28)),), r"got one of shape \(65, 28\)"),
        ((np.zeros((28, 28, 3)),), r"got shape \(28, 28, 3\), whose last axis looks like channels"),
        (([np.zeros((28, 28, 3))],), r"got one of shape \(28, 28, 3\)"),
        ((np.zeros(784),), r"got shape \(784,\)"),
        ((np.zeros((31, 8, 8)),), "at most 30, got 31"),
        ((None,), "pictures must be .*got None"),
        (("a shoe",), "pictures must be .*got 'a shoe'"),
        (([],), "pictures must be"),
        ((PICTURE, [[1, 2], [3, 4]]), r"kernel must be .*got shape \(2, 2\)"),
        ((PICTURE, np.zeros(9)), r"got shape \(9,\)"),
        ((PICTURE, [[1, 2, 3], [4, 5, 6], [7, 8, float("inf")]]), "got inf among them"),
        ((PICTURE, [[1, 2, 3], [4, 5, 6], [7, 8]]), "kernel must be 3 rows of 3"),
        ((PICTURE, 5), "got 5"),
        ((PICTURE, "emboss"), "kernel must be one of copy, .*got 'emboss'"),
        ((PICTURE, None, ["one", "two"]), "got 1 pictures and 2 names"),
        ((PICTURE, None, "shoe"), "got 1 pictures and 'shoe'"),
    ],
)
def test_says_what_it_got_instead(arguments: tuple, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.kernel(*arguments)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("stride", 3, "stride must be 1 or 2, got 3"),
        ("stride", True, "stride must be 1 or 2, got True"),
        ("padding", "full", "padding must be one of valid, same; got 'full'"),
        ("picture", 1, "picture must be 0, got 1"),
        ("place", [1], r"place must be a row and a column .*got \[1\]"),
        ("place", [-1, 2], "place must be"),
        ("colours", "jet", "colours must be one of signed, grey"),
        ("kernel", [[1]], r"got shape \(1, 1\)"),
    ],
)
def test_a_trait_refuses_and_keeps_what_it_had(name: str, value: Any, said: str) -> None:
    widget = explore.kernel(PICTURE)
    before = getattr(widget, name)
    with pytest.raises(ValueError, match=said):
        setattr(widget, name, value)
    assert getattr(widget, name) == before


def test_what_a_notebook_stores_is_plain_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    data, metadata = explore.kernel(PICTURE)._repr_mimebundle_()
    assert "28 by 28" in data["text/plain"]
    assert "26 by 26" in data["text/plain"]
    assert json.loads(json.dumps(metadata["dlcourse"]["state"]))["stride"] == 1
