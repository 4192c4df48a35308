"""Drawings made like the training digits: real digits come back, moved and scaled ones are read again, dots are refused."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from dlcourse import datasets, drawing

COUNT = 500


@pytest.fixture(scope="module")
def digits() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """5,000 training digits with labels, 500 test digits with labels; pictures are 0 to 1."""
    (x, y), (u, v) = datasets.mnist()
    return x[:5000] / 255, y[:5000], u[:COUNT] / 255, v[:COUNT]


def placed(picture: np.ndarray, side: int, page: int, rng: np.random.Generator) -> np.ndarray:
    """A picture enlarged or made smaller to `side` pixels, somewhere on a page of `page` pixels."""
    whole = Image.fromarray(np.rint(255 * picture).astype("uint8")).resize((side, side), Image.BICUBIC)
    sheet = np.zeros((page, page))
    row, column = rng.integers(0, page - side + 1, size=2)
    sheet[row : row + side, column : column + side] = np.asarray(whole) / 255
    return sheet


def likeness(some: np.ndarray, others: np.ndarray) -> float:
    """The mean correlation of pictures, pair by pair."""
    return float(
        np.mean([np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(some, others, strict=True)])
    )


def test_a_digit_of_mnist_comes_back_but_for_its_faintest_edge(digits: tuple) -> None:
    made = np.array([drawing.like_the_training_digits(picture) for picture in digits[2]])
    assert made.dtype == np.float32
    assert made.shape == (COUNT, 28, 28)
    same = np.isclose(made, digits[2], atol=drawing.INK).all(axis=(1, 2))
    assert same.mean() > 0.99, "a centre of mass half-way between two pixels may be rounded the other way"


@pytest.mark.parametrize(
    ("side", "page", "alike"), [(140, 140, 0.93), (84, 140, 0.93), (61, 150, 0.91), (28, 60, 0.99)]
)
def test_enlarged_and_moved_digits_come_back_nearly(
    digits: tuple, side: int, page: int, alike: float
) -> None:
    rng = np.random.default_rng(0)
    moved = [placed(picture, side, page, rng) for picture in digits[2]]
    made = np.array([drawing.like_the_training_digits(sheet) for sheet in moved])
    assert likeness(made, digits[2]) > alike
    assert np.abs(made - digits[2]).mean() < 0.04


def test_what_learnt_centred_digits_reads_moved_and_scaled_ones_again(digits: tuple) -> None:
    x, y, u, v = digits
    means = np.array([x[y == digit].mean(axis=0).ravel() for digit in range(10)])

    def right(pictures: np.ndarray) -> float:
        distances = ((pictures.reshape(-1, 1, 784) - means) ** 2).sum(axis=2)
        return float((distances.argmin(axis=1) == v).mean())

    rng = np.random.default_rng(1)
    moved = np.array([placed(picture, 17, 28, rng) for picture in u])
    made = np.array([drawing.like_the_training_digits(sheet) for sheet in moved])
    assert right(u) > 0.75
    assert right(moved) < right(u) - 0.3
    assert right(made) > right(u) - 0.05


def test_the_steps_one_by_one() -> None:
    sheet = np.zeros((100, 80))
    sheet[10:70, 30:42] = 1  # 60 high, 12 wide
    cut = drawing.cropped(sheet)
    assert cut.shape == (60, 12)
    small = drawing.scaled(cut)
    assert small.shape == (20, 4)
    np.testing.assert_allclose(small, 1)
    page = drawing.centred(small)
    assert page.shape == (28, 28)
    assert page.sum() == 80
    rows, columns = np.nonzero(page)
    assert 13.5 <= rows.mean() <= 14.5
    assert 13.5 <= columns.mean() <= 14.5
    np.testing.assert_array_equal(page, drawing.like_the_training_digits(sheet))
    np.testing.assert_array_equal(page, drawing.like_the_training_digits((255 * sheet).astype("uint8"), 255))


def test_a_new_pixel_is_the_mean_of_the_area_that_it_covers() -> None:
    rng = np.random.default_rng(2)
    whole = rng.random((60, 30))
    np.testing.assert_allclose(drawing.scaled(whole), whole.reshape(20, 3, 10, 3).mean(axis=(1, 3)))
    odd = rng.random((47, 33))  # no new pixel ends where an old one does: enlarge first, then divide evenly
    fine = np.kron(odd, np.ones((20, 14)))
    by_hand = fine.reshape(20, 47, 14, 33).mean(axis=(1, 3))
    np.testing.assert_allclose(drawing.scaled(odd), by_hand)
    np.testing.assert_array_equal(drawing.scaled(np.ones((3, 200))), np.ones((1, 20)))


def test_ink_never_leaves_the_picture() -> None:
    heavy = np.zeros((60, 60))
    heavy[0, :] = 1
    heavy[:10, :10] = 1  # the centre of mass lies in a corner of the ink
    heavy[59, 0] = 1
    made = drawing.like_the_training_digits(heavy)
    np.testing.assert_allclose(made.sum(), drawing.scaled(heavy).sum(), rtol=1e-6)


def a_dot(page: int, size: int) -> np.ndarray:
    sheet = np.zeros((page, page))
    sheet[page // 2 : page // 2 + size, page // 3 : page // 3 + size] = 1
    return sheet


@pytest.mark.parametrize(
    "sheet", [np.zeros((140, 140)), np.full((28, 28), 0.05), a_dot(140, 20), a_dot(28, 4), a_dot(28, 1)]
)
def test_nothing_and_a_dot_are_too_small(sheet: np.ndarray) -> None:
    with pytest.raises(drawing.TooSmall, match="draw something larger"):
        drawing.like_the_training_digits(sheet)
    drawing.like_the_training_digits(a_dot(140, 21))


@pytest.mark.parametrize(
    ("pixels", "said"),
    [
        (np.zeros(784), r"shape \(784,\)"),
        (np.zeros((1, 28, 28)), r"shape \(1, 28, 28\)"),
        (np.zeros((0, 28)), r"shape \(0, 28\)"),
        ([[1, 2], [3]], "got list"),
        ("a seven", "got str|shape"),
        (np.full((28, 28), np.nan), "784 of these are not"),
        (np.full((28, 28), 255), "go from 255 to 255 .*full=255"),
        (np.full((28, 28), -1), "from -1 to -1"),
    ],
)
def test_says_what_it_got_instead_of_a_drawing(pixels: object, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        drawing.like_the_training_digits(pixels)
    assert not isinstance(refused.value, drawing.TooSmall)
