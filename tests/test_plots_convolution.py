"""One window, whole results and moved pictures: they show the numbers they were given, and say so in words."""

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from dlcourse import plots

IMAGE = np.arange(30).reshape(5, 6) / 29
KERNEL = np.array([[1.0, 0, -2], [0.5, 0, 3]])


def stored(figure):
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.alt_text
    return figure.alt_text


def numbers(axes):
    return [float(text.get_text().replace("−", "-")) for text in axes.texts]


def test_a_window_shows_its_pixels_the_kernel_the_products_and_their_sum():
    figure = plots.window(IMAGE, KERNEL, (2, 3), title="Here")
    picture, pixels, kernel, products = figure.axes
    under = IMAGE[2:4, 3:6]
    assert np.array_equal(picture.images[0].get_array(), IMAGE)
    assert numbers(pixels) == pytest.approx(under.ravel(), abs=0.005)
    assert numbers(kernel) == list(KERNEL.ravel())
    assert numbers(products) == pytest.approx((under * KERNEL).ravel(), abs=0.005)
    total = f"{(under * KERNEL).sum():.2f}".rstrip("0")
    assert total in products.get_title()
    assert f"sum is {total}" in stored(figure)
    assert "Here. " in figure.alt_text
    assert "row 2, column 3" in figure.alt_text


def test_the_marked_window_surrounds_exactly_its_pixels():
    (frame,) = [
        patch for patch in plots.window(IMAGE, KERNEL, (2, 3)).axes[0].patches if isinstance(patch, Rectangle)
    ]
    assert frame.get_xy() == (2.5, 1.5)
    assert (frame.get_width(), frame.get_height()) == (3, 2)


@pytest.mark.parametrize("place", [(4, 0), (0, 4), (-1, 0), (0, -1)])
def test_a_window_that_leaves_the_picture_is_refused(place):
    with pytest.raises(ValueError, match="does not lie in a picture"):
        plots.window(IMAGE, KERNEL, place)


@pytest.mark.parametrize(("image", "kernel"), [(IMAGE[..., None], KERNEL), (IMAGE, KERNEL.ravel())])
def test_a_window_needs_two_axes_of_both(image, kernel):
    with pytest.raises(ValueError, match="are drawn; the shapes are"):
        plots.window(image, kernel, (0, 0))


def test_a_window_of_zeros_can_be_drawn():
    assert "sum is 0." in stored(plots.window(np.zeros((4, 4)), np.zeros((2, 2)), (0, 0)))


def test_responses_stand_on_one_scale_centred_on_zero():
    tables = {"up": np.array([[-4.0, 1], [2, 0]]), "level": np.array([[0.5, 1, 3]])}
    figure = plots.responses(IMAGE, tables)
    shown = {axes.get_title(): axes.images[0] for axes in figure.axes if axes.images and axes.get_title()}
    assert np.array_equal(shown.pop("the picture").get_array(), IMAGE)
    assert list(shown) == list(tables)
    for name, image in shown.items():
        assert np.array_equal(image.get_array(), tables[name])
        assert image.get_clim() == (-4, 4)
    assert "up (2 times 2), level (1 times 3)" in stored(figure)


def test_moved_pictures_have_a_line_a_model_and_the_highest_is_named():
    results = {"low": [0.8, 0.5, 0.2], "high": [0.9, 0.7, 0.3]}
    figure = plots.moved([0, 2, 5], results, title="Falls")
    lines = {line.get_label(): line for line in figure.axes[0].lines if line.get_label() in results}
    assert set(lines) == set(results)
    for name, line in lines.items():
        assert list(line.get_xdata()) == [0, 2, 5]
        assert list(line.get_ydata()) == results[name]
    assert len({(line.get_linestyle(), line.get_marker()) for line in lines.values()}) == 2
    assert "0, 2, 5 pixels" in stored(figure)
    assert "over all steps high is highest" in figure.alt_text
