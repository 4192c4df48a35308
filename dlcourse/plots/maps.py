"""What a convolutional network holds and sees: kernels, feature maps, heat maps over pictures. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dlcourse.colours import MAGNITUDE, SIGNED
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.judged import grey_pictures, numbers, same_number

_EDGE = "#9a9a9a"
_MOST_CHANNELS = 4  # of a first layer: grey has 1, colour 3, colour and transparency 4


def kernels(weights: Any, *, title: str = "", columns: int = 8) -> Picture:
    """Draw the kernels of a first convolutional layer: blue above 0, red below, white at 0, all on one scale.

    weights: (height, width, channels, filters), as `layer.get_weights()[0]` returns them; with several channels each
    filter is a column of one picture a channel. Raises ValueError for another shape, NaN, or more than four channels.
    """
    weights = numbers(weights, "weights")
    if weights.ndim != 4:
        raise ValueError(
            f"the weights have shape {weights.shape}: (height, width, channels, filters) was expected, as "
            "`layer.get_weights()[0]` of a convolutional layer has"
        )
    high, wide, channels, filters = weights.shape
    if channels > _MOST_CHANNELS:
        raise ValueError(
            f"these kernels have {channels} channels: only a first layer's, with 1 or 3, can be looked at as pictures"
        )
    columns = min(columns, filters)
    blocks = -(-filters // columns)
    figure, grid = _grid(blocks * channels, columns, side=0.8, lines=1, extra=0.9, title=title)
    most = _strong(weights)
    for number in range(filters):
        block, column = divmod(number, columns)
        for channel in range(channels):
            axes = grid[block * channels + channel, column]
            drawn = _framed(axes, weights[:, :, channel, number], cmap=SIGNED, vmin=-most, vmax=most)
            if channel == 0:
                axes.set_title(str(number + 1), fontsize=11, pad=2)
    _scale(figure, grid, drawn, [-most, 0, most], ["below 0", "0", "above 0"])
    by = f", {channels} channels each" if channels > 1 else ""
    figure.alt_text = (
        f"{_title(title)}{filters} kernels of {high} times {wide} weights{by}: blue above 0, red below."
    )
    return figure


def feature_maps(image: Any, maps: Any, *, title: str = "", columns: int = 8) -> Picture:
    """Draw a picture and, beside it, what each filter of a layer answers to it: brighter is stronger, all on one scale.

    image: (height, width) or (height, width, 1). maps: (height, width, channels). Maps with values below 0 (a layer
    without ReLU) are drawn in red and blue around a white 0. Raises ValueError for other shapes or NaN.
    """
    image, maps = np.asarray(image), numbers(maps, "feature maps")
    if image.ndim == 3 and image.shape[-1] == 1:
        image = image[..., 0]
    if image.ndim != 2:
        raise ValueError(
            f"the image has shape {image.shape}: one grey picture, (height, width), was expected"
        )
    if maps.ndim == 4 and len(maps) == 1:
        maps = maps[0]
    if maps.ndim != 3:
        raise ValueError(f"the feature maps have shape {maps.shape}: (height, width, channels) was expected")
    channels = maps.shape[-1]
    columns = min(columns, channels)
    rows = -(-channels // columns)
    figure, grid = _grid(rows, columns + 2, side=0.86, lines=1, extra=0.8, title=title)
    for axes in grid[:, :2].flat:
        axes.remove()
    whole = figure.add_subplot(grid[0, 0].get_gridspec()[: min(rows, 2), :2])
    _framed(whole, image, cmap="gray_r", vmin=0, vmax=image.max() or 1)
    whole.set_title("picture", fontsize=11, pad=2)
    signed = maps.min() < -1e-6
    most = _strong(maps)
    for number in range(channels):
        axes = grid[number // columns, 2 + number % columns]
        look = {"cmap": SIGNED, "vmin": -most} if signed else {"cmap": MAGNITUDE, "vmin": 0}
        drawn = _framed(axes, maps[..., number], vmax=most, **look)
        axes.set_title(str(number + 1), fontsize=11, pad=2)
    ticks = ([-most, 0, most], ["below 0", "0", "above 0"]) if signed else ([0, most], ["0", "strong"])
    _scale(figure, grid[:, 2:], drawn, *ticks)
    how = "blue above 0, red below" if signed else "brighter where the answer is stronger"
    size = f"{maps.shape[0]} times {maps.shape[1]}"
    figure.alt_text = (
        f"{_title(title)}A picture and the {channels} feature maps it gives, {size} numbers each, {how}."
    )
    return figure


def heat_maps(
    images: Any, heats: Any, *, captions: Sequence[object] | None = None, title: str = ""
) -> Picture:
    """Draw each picture, and below it the same with the places that count laid over it: from nothing to bright.

    images: (n, height, width) or (n, height, width, 1). heats: (n, height, width) from 0 to 1, of any size: it is
    stretched over the picture. captions: what stands above each. Raises ValueError for other shapes, counts or values.
    """
    images, heats = grey_pictures(images), numbers(heats, "heats")
    if heats.ndim != 3:
        raise ValueError(
            f"the heats have shape {heats.shape}: (n, height, width) was expected, one for each picture"
        )
    same_number(images, heats, ("pictures", "heats"))
    if heats.min() < -1e-6 or heats.max() > 1 + 1e-6:
        raise ValueError(
            f"the heats go from {heats.min():.3g} to {heats.max():.3g}: from 0 to 1 was expected"
        )
    if captions is not None:
        same_number(images, captions, ("pictures", "captions"))
    columns = min(6, len(images))
    blocks = -(-len(images) // columns)
    lines = max((str(one).count("\n") + 1 for one in captions), default=0) if captions is not None else 0
    figure, grid = _grid(2 * blocks, columns, side=1.25, lines=lines / 2, extra=0.9, title=title)
    top = images.max() or 1
    for number, (image, heat) in enumerate(zip(images, heats, strict=True)):
        block, column = divmod(number, columns)
        plain, over = grid[2 * block, column], grid[2 * block + 1, column]
        _framed(plain, image, cmap="gray_r", vmin=0, vmax=top)
        if captions is not None:
            plain.set_title(str(captions[number]), fontsize=11, pad=2)
        _framed(over, image, cmap="gray_r", vmin=0, vmax=top)
        high, wide = image.shape
        drawn = over.imshow(_stretched(heat, (high, wide)), cmap=MAGNITUDE, vmin=0, vmax=1, alpha=0.68,
                            interpolation="bilinear")  # fmt: skip
        over.contour(_stretched(heat, (high, wide)), levels=[0.5], colors="white", linewidths=1.6)
    _scale(figure, grid, drawn, [0, 1], ["counts\nlittle", "counts\nmost"])
    figure.alt_text = (
        f"{_title(title)}{len(images)} pictures, and below each the same picture with the places that count most laid "
        f"over it in yellow.{_where(heats)}"
    )
    return figure


def _stretched(heat: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """A heat of any size as one number for each pixel, straight between its own places."""
    rows, columns = ((np.arange(n) + 0.5) * m / n - 0.5 for n, m in zip(size, heat.shape, strict=True))
    across = np.array([np.interp(columns, np.arange(heat.shape[1]), row) for row in heat])
    return np.array([np.interp(rows, np.arange(heat.shape[0]), column) for column in across.T]).T


def _where(heats: np.ndarray) -> str:
    """Whether what counts lies in the middle half of the pictures or outside, if it is clear."""
    _, high, wide = heats.shape
    if high < 4 or wide < 4 or not heats.sum():
        return ""
    inside = heats[:, high // 4 : high - high // 4, wide // 4 : wide - wide // 4].sum() / heats.sum()
    return (
        " Most of it lies in the middle."
        if inside > 0.65
        else " Most of it lies off the middle."
        if inside < 0.12
        else ""
    )


def _strong(values: np.ndarray) -> float:
    """The end of a colour scale: the size that one value in a hundred exceeds, so that a single one does not pale the rest."""
    sizes = np.abs(values)
    return float(np.quantile(sizes, 0.99)) or float(sizes.max()) or 1.0


def _title(title: str) -> str:
    return f"{title}. " if title else ""


def _grid(
    rows: int, columns: int, *, side: float, lines: float, extra: float, title: str
) -> tuple[Picture, Any]:
    side = min(side, (9.0 - extra) / columns)
    size = (columns * side + extra, rows * (side + 0.2 * lines) + (0.4 if title else 0.1))
    figure, grid = picture(rows, columns, size=size, squeeze=False)
    figure.get_layout_engine().set(w_pad=0.03, h_pad=0.03, wspace=0.02, hspace=0.02)
    for axes in grid.flat:
        axes.set_axis_off()
    if title:
        figure.suptitle(title, fontsize=12, weight="bold")
    return figure, grid


def _framed(axes: Any, image: np.ndarray, **look: Any) -> Any:
    axes.set_axis_on()
    drawn = axes.imshow(image, **look)
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(visible=True, color=_EDGE, linewidth=0.8)
    return drawn


def _scale(figure: Picture, grid: Any, drawn: Any, ticks: Sequence[float], names: Sequence[str]) -> None:
    bar = figure.colorbar(
        drawn, ax=list(grid.flat), shrink=min(0.8, 2.6 / figure.get_figheight()), aspect=18, ticks=ticks
    )
    bar.ax.set_yticklabels(names, fontsize=11)
