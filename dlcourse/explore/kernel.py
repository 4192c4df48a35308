"""The kernel's explorer: nine numbers that slide over a picture, as traits, and `kernel(...)`, which opens it. Drawn by kernel.js."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.digit import packed, unpacked
from dlcourse.explore.values import known_name, shortly

SIDE = 3
LARGEST = 64  # pixels of a side; more would be smaller than the eye or the pointer can take
MOST_PICTURES = 30
LIMIT = 1000.0
KERNELS: dict[str, list[list[float]]] = {
    "copy": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
    "blur": [[1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9]],
    "vertical_edges": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "horizontal_edges": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "laplace": [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
    "zero": [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
}
SPELLINGS = {"vertical": "vertical_edges", "horizontal": "horizontal_edges", "identity": "copy"}
SPELLINGS |= {
    "corner": "laplace",
    "corners": "laplace",
    "laplacian": "laplace",
    "all_zero": "zero",
    "zeros": "zero",
}


def _kernel(value: Any) -> list[list[float]]:
    """Return `value` (a name, or 3 x 3 finite numbers) as three lists. Raises ValueError that says what was got."""
    if isinstance(value, str):
        return [list(map(float, line)) for line in KERNELS[known_name(value, "kernel", KERNELS, SPELLINGS)]]
    wanted = f"kernel must be 3 rows of 3 finite numbers from {-LIMIT:g} to {LIMIT:g}, or one of {', '.join(KERNELS)}"
    try:
        found = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}; got {shortly(value)}") from None
    if found.shape == (SIDE, SIDE, 1, 1):  # as Keras keeps the kernel of one channel and one filter
        found = found[:, :, 0, 0]
    if found.shape != (SIDE, SIDE):
        what = shortly(value) if found.ndim == 0 else f"shape {found.shape}"
        raise ValueError(f"{wanted}; got {what}")
    bad = found[~(np.abs(found) <= LIMIT)]
    if len(bad):
        raise ValueError(f"{wanted}; got {bad[0]:g} among them")
    return found.tolist()


def _pictures(given: Any) -> list[np.ndarray]:
    """Return one picture or several as a list of (rows, columns). Raises ValueError that says what was got."""
    wanted = f"pictures must be (rows, columns) or (n, rows, columns), sides of {SIDE} to {LARGEST} pixels"
    several = isinstance(given, list | tuple) and all(np.ndim(one) in (2, 3) for one in given) and len(given)
    try:
        found = [np.asarray(one, dtype=float) for one in given] if several else np.asarray(given, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}; got {shortly(given)}") from None
    if not several:
        if found.ndim >= 3 and found.shape[-1] in (2, 3, 4):
            raise ValueError(
                f"{wanted}, one number a pixel; got shape {found.shape}, whose last axis looks like channels: take their "
                "mean, or one of them"
            )
        found = found[..., 0] if found.ndim >= 3 and found.shape[-1] == 1 else found  # one channel
        found = [found] if found.ndim == 2 else list(found) if found.ndim == 3 else []
        if not found:
            what = f"shape {np.shape(given)}" if np.ndim(given) else shortly(given)
            raise ValueError(f"{wanted}; got {what}")
    found = [one[..., 0] if one.ndim == 3 and one.shape[-1] == 1 else one for one in found]
    if len(found) > MOST_PICTURES:
        raise ValueError(
            f"pictures must be at most {MOST_PICTURES}, got {len(found)}; pass some of them, like x[:5]"
        )
    for one in found:
        if one.ndim != 2 or not all(SIDE <= side <= LARGEST for side in one.shape):
            raise ValueError(f"{wanted}; got one of shape {one.shape}")
        if not np.isfinite(one).all():
            raise ValueError(
                f"pictures must be finite numbers from 0 to 1; {int((~np.isfinite(one)).sum())} are not finite"
            )
        if one.min() < 0 or one.max() > 1:
            raise ValueError(
                f"pictures must be scaled, from 0 to 1; these go from {one.min():g} to {one.max():g}"
                + (" (divide by 255)" if one.min() >= 0 and one.max() <= 255 else "")
            )
    return found


def _one_of(value: Any, name: str, known: Sequence[int]) -> int:
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | np.integer) or value not in known:
        end = f"{known[0]} to {known[-1]}" if len(known) > 2 else " or ".join(map(str, known))
        raise ValueError(f"{name} must be {end}, got {shortly(value)}")
    return int(value)


class KernelExplorer(Explorer):
    """A 3 x 3 kernel over a picture: at each place the nine products and their sum.

    What follows the hand and can be set: `kernel` (3 x 3 numbers, or a name: copy, blur, vertical_edges,
    horizontal_edges, sharpen, laplace, zero), `stride` (1 or 2), `padding` ("valid" or "same", as Keras pads), `flip`
    (True turns the kernel by half a turn first: what mathematics calls convolution), `relu` (negative sums become 0),
    `picture` (its number, from 0), `place` (row and column of the result, from 0) and `colours` ("signed" or "grey").
    """

    file = "kernel.js"

    pictures = t.List(t.Dict()).tag(sync=True, shown=True)
    names = t.List(t.Unicode()).tag(sync=True, shown=True)
    picture = Setting(0).tag(sync=True, shown=True)
    kernel = Setting().tag(sync=True, shown=True)
    stride = Setting(1).tag(sync=True, shown=True)
    padding = Setting("valid").tag(sync=True, shown=True)
    flip = t.Bool(False).tag(sync=True, shown=True)
    relu = t.Bool(False).tag(sync=True, shown=True)
    colours = Setting("signed").tag(sync=True, shown=True)
    place = Setting([0, 0]).tag(sync=True, shown=True)

    @t.validate("picture")
    def _one_there_is(self, proposal: Any) -> int:
        return _one_of(proposal["value"], "picture", range(len(self.pictures)))

    @t.validate("kernel")
    def _nine_numbers(self, proposal: Any) -> list[list[float]]:
        return _kernel(proposal["value"])

    @t.validate("stride")
    def _one_or_two(self, proposal: Any) -> int:
        return _one_of(proposal["value"], "stride", (1, 2))

    @t.validate("padding")
    def _known_padding(self, proposal: Any) -> str:
        return known_name(proposal["value"], "padding", ("valid", "same"))

    @t.validate("colours")
    def _known_colours(self, proposal: Any) -> str:
        return known_name(proposal["value"], "colours", ("signed", "grey"), {"gray": "grey"})

    @t.validate("place")
    def _row_and_column(self, proposal: Any) -> list[int]:
        value = proposal["value"]
        whole = isinstance(value, list | tuple | np.ndarray) and len(value) == 2
        if not whole or not all(isinstance(v, int | np.integer) and v >= 0 for v in value):
            raise ValueError(
                f"place must be a row and a column of the result, counted from 0; got {shortly(value)}"
            )
        return [int(v) for v in value]

    @property
    def image(self) -> np.ndarray:
        """The chosen picture, shape (rows, columns), from 0 to 1."""
        shown = self.pictures[self.picture]
        return unpacked(shown["values"], "<f4").reshape(shown["rows"], shown["columns"]).astype(float)

    @property
    def result(self) -> np.ndarray:
        """The sums at all places, shape (rows, columns): what a Conv2D layer with this kernel and no bias computes."""
        w = np.array(self.kernel)[::-1, ::-1] if self.flip else np.array(self.kernel)
        image = self.image
        if self.padding == "same":
            image = np.pad(image, [_zeros(size, self.stride) for size in image.shape])
        windows = np.lib.stride_tricks.sliding_window_view(image, (SIDE, SIDE))[
            :: self.stride, :: self.stride
        ]
        sums = np.einsum("rcij,ij->rc", windows, w)
        return np.maximum(sums, 0) if self.relu else sums

    @property
    def window(self) -> np.ndarray:
        """The nine numbers of the picture under the kernel at `place`, shape (3, 3); zeros beyond the picture's edge."""
        image = self.image
        (above, below), (left, right) = (
            _zeros(size, self.stride) if self.padding == "same" else (0, 0) for size in image.shape
        )
        image = np.pad(image, [(above, below), (left, right)])
        places = self.result.shape
        row, column = (min(v, most - 1) * self.stride for v, most in zip(self.place, places, strict=True))
        return image[row : row + SIDE, column : column + SIDE]

    def alt_text(self) -> str:
        """Say which kernel slides over which picture, and how large the result is."""
        name = next((name for name, known in KERNELS.items() if known == self.kernel), "")
        said = f"the kernel {name.replace('_', ' ')}" if name else f"the kernel {self.kernel}"
        image, result = self.image.shape, self.result.shape
        return (
            f"A picture of {image[0]} by {image[1]} pixels ({self.names[self.picture]}) beside the {result[0]} by "
            f"{result[1]} numbers that {said} makes of it (stride {self.stride}, padding {self.padding}); below them "
            "one window's nine products and their sum."
        )

    def __repr__(self) -> str:
        rows, columns = self.result.shape
        return f"KernelExplorer({self.names[self.picture]}, kernel={self.kernel}, result {rows} x {columns})"


def _zeros(size: int, stride: int) -> tuple[int, int]:
    """How many zeros Keras's "same" puts before and after `size` pixels."""
    zeros = max(0, (-(-size // stride) - 1) * stride + SIDE - size)
    return zeros // 2, zeros - zeros // 2


def kernel(pictures: Any, kernel: Any = None, names: Sequence[str] | None = None) -> KernelExplorer:
    """Open a 3 x 3 kernel over real pictures: edit its nine numbers, point at the result, see the nine products.

    `pictures`: one, shape (rows, columns), or several, (n, rows, columns) or a list, each side 3 to 64 pixels, numbers
    from 0 to 1; a last axis of one channel is left out. `kernel`: 3 x 3 numbers (or Keras's (3, 3, 1, 1)), or copy, blur,
    vertical_edges (the default), horizontal_edges, sharpen, laplace, zero. `names`: one for each picture.

    Raises ValueError that names what was got when an argument is none of this. `.kernel`, `.stride`, `.padding`,
    `.flip`, `.relu`, `.picture` and `.place` of the object returned can be read and set; `.result` and `.window` read.
    """
    shown = _pictures(pictures)
    if isinstance(names, str) or (names is not None and len(names) != len(shown)):
        got = shortly(names) if isinstance(names, str) else f"{len(names)} names"
        raise ValueError(f"every picture needs one name: got {len(shown)} pictures and {got}")
    called = [str(name) for name in names or (f"picture {n}" for n in range(1, len(shown) + 1))]
    middle = [min(side - SIDE, side * 2 // 5) for side in shown[0].shape]
    return KernelExplorer(
        pictures=[
            {"rows": one.shape[0], "columns": one.shape[1], "values": packed(one, "<f4")} for one in shown
        ],
        names=called,
        kernel=_kernel("vertical_edges" if kernel is None else kernel),
        place=middle,
    )
