"""Kernels, feature maps and heat maps show the numbers they were given, on one scale."""

import numpy as np
import pytest

from dlcourse import plots

RNG = np.random.default_rng(0)


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def drawn(figure):
    """All pictures but the colour bar's, in order of their numbers, by what stands above them."""
    return {axes.get_title(): axes.images[0] for axes in figure.axes if axes.images and axes.get_title()}


@pytest.mark.parametrize("channels", [1, 3])
def test_kernels_are_drawn_one_a_filter_centred_on_zero(channels):
    weights = RNG.normal(size=(3, 5, channels, 6))
    weights[0, 0, 0, 4] = -90  # a single one must not pale the rest
    figure = plots.kernels(weights, columns=4)
    shown = drawn(figure)
    assert list(shown) == [str(k) for k in range(1, 7)]
    for k, image in enumerate(shown.values()):
        assert np.array_equal(image.get_array(), weights[:, :, 0, k])
        low, high = image.get_clim()
        assert 1.5 < high == -low < 50
    assert len({image.get_clim() for image in shown.values()}) == 1
    assert sum(bool(axes.images) for axes in figure.axes) == 6 * channels
    assert "6 kernels of 3 times 5" in stored(figure)


def test_kernels_of_all_zeros_can_be_drawn():
    assert stored(plots.kernels(np.zeros((3, 3, 1, 2))))


@pytest.mark.parametrize("leading", [False, True])
def test_feature_maps_stand_beside_their_picture_on_one_scale(leading):
    image, maps = RNG.random((8, 8, 1)), RNG.random((4, 4, 5))
    figure = plots.feature_maps(image, maps[None] if leading else maps, columns=3)
    shown = drawn(figure)
    assert np.array_equal(shown.pop("picture").get_array(), image[..., 0])
    assert list(shown) == ["1", "2", "3", "4", "5"]
    for k, one in enumerate(shown.values()):
        assert np.array_equal(one.get_array(), maps[..., k])
        assert one.get_clim() == (0, pytest.approx(0.95, abs=0.05))
    assert len({one.get_clim() for one in shown.values()}) == 1
    assert "5 feature maps" in stored(figure)


def test_maps_below_zero_are_centred_on_it():
    maps = np.array([[[-3.0, 1.0]]])
    low, high = drawn(plots.feature_maps(np.ones((2, 2)), maps))["1"].get_clim()
    assert high == -low == pytest.approx(3, abs=0.1)


def test_heat_lies_over_its_picture_stretched_to_its_size():
    images, heats = RNG.random((3, 8, 8)), np.zeros((3, 2, 2))
    heats[:, 0, 1] = 1
    figure = plots.heat_maps(images, heats, captions=["a", "b", "c"])
    assert np.array_equal(drawn(figure)["b"].get_array(), images[1])
    over = [axes.images for axes in figure.axes if len(axes.images) == 2]
    assert len(over) == 3
    plain, heat = (np.asarray(image.get_array()) for image in over[1])
    assert np.array_equal(plain, images[1])
    assert heat.shape == (8, 8)
    assert heat[0, -1] == heat.max() == 1, "the hot corner stays in its corner"
    assert heat[-1, 0] == 0
    assert heat[:4, 4:].mean() > 0.5 > heat[:4, :4].mean()
    stored(figure)


def test_where_it_looks_is_said_if_it_is_clear():
    images, middle = np.ones((1, 8, 8)), np.zeros((1, 8, 8))
    middle[:, 3:5, 3:5] = 1
    assert "in the middle" in plots.heat_maps(images, middle).alt_text
    assert (
        "off the middle"
        in plots.heat_maps(images, 1 - np.pad(np.ones((1, 6, 6)), ((0, 0), (1, 1), (1, 1)))).alt_text
    )
    assert "the middle." not in plots.heat_maps(images, np.ones((1, 8, 8))).alt_text


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: plots.kernels(np.ones((3, 3, 4))), "height, width, channels, filters"),
        (lambda: plots.kernels(np.ones((3, 3, 16, 32))), "16 channels"),
        (lambda: plots.kernels(np.full((3, 3, 1, 2), np.nan)), "NaN"),
        (lambda: plots.kernels(np.ones((3, 3, 1, 0))), "numbers were expected"),
        (lambda: plots.feature_maps(np.ones((4, 4, 3)), np.ones((4, 4, 2))), "one grey picture"),
        (lambda: plots.feature_maps(np.ones((4, 4)), np.ones((4, 4))), "height, width, channels"),
        (lambda: plots.feature_maps(np.ones((4, 4)), np.full((4, 4, 1), np.inf)), "infinity"),
        (lambda: plots.heat_maps(np.ones((2, 4, 4)), np.ones((3, 4, 4))), "2 pictures and 3 heats"),
        (lambda: plots.heat_maps(np.ones((2, 4, 4)), np.ones((2, 4, 4)) * 7), "from 0 to 1"),
        (lambda: plots.heat_maps(np.ones((2, 4, 4)), np.ones((2, 4))), "one for each picture"),
        (lambda: plots.heat_maps(np.ones((2, 4, 4, 3)), np.ones((2, 4, 4))), "the pictures have shape"),
        (lambda: plots.heat_maps(np.ones((2, 4, 4)), np.ones((2, 4, 4)), captions=["a"]), "2 pictures and 1 captions"),
    ],
)  # fmt: skip
def test_what_does_not_fit_gets_a_sentence(call, says):
    with pytest.raises(ValueError, match=says):
        call()
