"""What exercise 8.2 is tried on, what people compute instead, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.vision import convolve


def window_cases(rng: np.random.Generator) -> list[tuple]:
    """Small and readable first; then sizes that differ, fractions, negative sums, and bytes."""
    first = (np.array([[1, 2, 0], [0, 1, 3], [2, 0, 1]]), np.array([[1, 2], [0, -1]]))
    return [
        first,
        (np.array([[1, 2, 3, 4], [0, 1, 0, 2], [5, 1, 1, 0]]), np.array([[1, -1], [2, 3]])),
        (rng.integers(0, 9, (6, 6)), np.array([[1, 0, -1], [3, 1, -3], [0, 2, -1]])),
        (rng.random((5, 7)).round(2), rng.normal(size=(3, 3)).round(1)),
        (rng.integers(0, 9, (5, 6)), rng.integers(-3, 4, (2, 3))),
        (rng.integers(200, 256, (4, 4), dtype="uint8"), np.array([[1, 1, 1], [1, 2, 1], [1, 1, 1]])),
    ]


def _each(behaviour: Callable[[np.ndarray, np.ndarray], object]) -> Callable:
    """A mistake that does something else with each window: behaviour(window, kernel)."""

    def slid(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
        return np.array([[behaviour(window, kernel) for window in row] for row in windows])

    return slid


def _cut(rows: int, columns: int) -> Callable:
    def cut(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        full = convolve(image, kernel)
        return full[: len(full) - rows, : full.shape[1] - columns]

    return cut


def _padded(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    up, left = (size // 2 for size in kernel.shape)
    down, right = (size - 1 - size // 2 for size in kernel.shape)
    return convolve(np.pad(image.astype(float), ((up, down), (left, right))), kernel)


def _padded_behind(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    return convolve(np.pad(image.astype(float), ((0, kernel.shape[0] - 1), (0, kernel.shape[1] - 1))), kernel)


def _rest_zero(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    out, full = np.zeros(image.shape), convolve(image, kernel)
    out[: full.shape[0], : full.shape[1]] = full
    return out


def _last_not_written(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    full = convolve(image, kernel)
    full[-1], full[:, -1] = 0, 0
    return full


def _only(rows: int | None, columns: int | None) -> Callable:
    def only(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        full = convolve(image, kernel)
        out = np.zeros_like(full)
        out[:rows, :columns] = full[:rows, :columns]
        return out

    return only


def _cut_off_at_the_edge(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """As large as the picture, the windows at the edge cut off, and what NumPy then makes of unequal shapes."""
    height, width = kernel.shape
    rows, columns = range(image.shape[0]), range(image.shape[1])
    return np.array([[np.sum(image[r : r + height, c : c + width] * kernel) for c in columns] for r in rows])


def _places_exchanged(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = kernel.shape
    rows, columns = (range(have - take + 1) for have, take in zip(image.shape, kernel.shape, strict=True))
    return np.array([[np.sum(image[c : c + height, r : r + width] * kernel) for c in columns] for r in rows])


def _skipped(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    full = convolve(image, kernel)
    out = np.zeros_like(full)
    out[:: kernel.shape[0], :: kernel.shape[1]] = _jumps(image, kernel)
    return out


def _summed_on(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    full = convolve(image, kernel)
    return np.cumsum(full).reshape(full.shape)


def _all_around(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = kernel.shape
    return convolve(np.pad(image.astype(float), ((height - 1,) * 2, (width - 1,) * 2)), kernel)


def _jumps(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    return convolve(image, kernel)[:: kernel.shape[0], :: kernel.shape[1]]


def _kept_as(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    full = convolve(image, kernel)
    return full.astype(int).astype(image.dtype) if image.dtype.kind in "iu" else full.astype(image.dtype)


def _sizes(seen: Seen) -> str:
    return f"For a picture of shape {seen.inputs['image'].shape} and a kernel of shape {seen.inputs['kernel'].shape}"


def _shape_said(text: str) -> Callable[[Seen], str]:
    return lambda seen: f"{_sizes(seen)} your result has the shape {np.shape(seen.got)}. {text}"


def _first_said(text: str) -> Callable[[Seen], str]:
    def said(seen: Seen) -> str:
        shown = np.asarray(seen.got).ravel()
        return f"For `image = {show(seen.inputs['image'])}` and `kernel = {show(seen.inputs['kernel'])}` your first sum is {show(shown[0])}. {text}"

    return said


MISTAKES = {
    "flipped": Mistake(
        lambda image, kernel: convolve(image, kernel[::-1, ::-1]),
        _first_said(
            "That is the kernel turned upside down and back to front: convolution as in mathematics. Networks leave the kernel "
            "as it is: its top left number goes with the window's top left number."
        ),
    ),
    "flipped_rows": Mistake(
        lambda image, kernel: convolve(image, kernel[::-1]),
        _first_said("That is the kernel upside down: its last row met the window's first row."),
    ),
    "flipped_columns": Mistake(
        lambda image, kernel: convolve(image, kernel[:, ::-1]),
        _first_said("That is the kernel back to front: its last column met the window's first column."),
    ),
    "window_transposed": Mistake(
        lambda image, kernel: convolve(image, kernel.T),
        _first_said("Rows of the window met columns of the kernel. Both lie on each other as they are, without `.T`."),
    ),
    "one_short": Mistake(_cut(1, 1), _shape_said("The last window of every row, and the last row of windows, is missing. With 3 pixels and a kernel of 2 there are two places, 0 and 1. How many does your `range` give?")),
    "rows_short": Mistake(_cut(1, 0), _shape_said("The last row of windows is missing: at how many places can the kernel begin from top to bottom?")),
    "columns_short": Mistake(_cut(0, 1), _shape_said("The last window of each row is missing: at how many places can the kernel begin from left to right?")),
    "same_size": Mistake(_padded, _shape_said("You put zeros around the picture, so that the result is as large. That is called padding and comes next; here the window stays inside the picture.")),
    "one_long": Mistake(_padded_behind, _shape_said("Your windows go on past the edge, where they are cut off. Only whole windows count: where is the last one?")),
    "rest_left_zero": Mistake(_rest_zero, _shape_said("The sums are right, and the last rows and columns are zeros that nobody filled. How many whole windows are there? Make the result that large.")),
    "last_not_written": Mistake(_last_not_written, _shape_said("That is right, but its last row and column are still 0: the loops stop one place too early.")),
    "not_summed": Mistake(_each(lambda window, kernel: window * kernel), _shape_said("At each place you keep all products. They belong added up to one number.")),
    "rows_summed_only": Mistake(_each(lambda window, kernel: (window * kernel).sum(axis=0)), _shape_said("At each place there is still a row of numbers: Python's `sum` adds the rows of a table. `np.sum` adds all its numbers.")),
    "cut_off_at_the_edge": Mistake(_cut_off_at_the_edge, _shape_said("Your last windows reach over the edge, where the slice is cut off. Only whole windows count: at which row does the last one begin?")),
    "zeros_all_around": Mistake(_all_around, _shape_said("You put zeros around the picture. That is called padding and comes next; here the window stays inside the picture.")),
    "one_zero_around": Mistake(lambda image, kernel: convolve(np.pad(image.astype(float), 1), kernel), _shape_said("You put zeros around the picture. That is called padding and comes next; here the window stays inside the picture.")),
    "as_wide_as_high": Mistake(lambda image, kernel: convolve(image[:, : len(image)], kernel), _shape_said("As many columns as rows: but pictures need not be square. `image.shape` has two numbers.")),
    "places_exchanged": Mistake(_places_exchanged, "For {inputs} you return {got}. Rows and columns change places when you cut the windows out: the row of the result belongs before the comma."),
    "rows_times_columns": Mistake(_each(lambda window, kernel: np.sum(window @ kernel)), _first_said("That is `@`, rows times columns. Here each number of the kernel meets the one that lies under it.")),
    "added": Mistake(_each(lambda window, kernel: np.sum(window + kernel)), _first_said("You *add* window and kernel. Multiply pair by pair, then add the products.")),
    "absolute": Mistake(lambda image, kernel: np.abs(convolve(image, kernel)), lambda seen: f"{_sizes(seen)} your negative sums have lost their sign, here {show(float(np.min(seen.expected)))}. Lighter to darker is not darker to lighter."),
    "total_not_reset": Mistake(_summed_on, "For {inputs} you return {got}. Each sum still holds the ones before it. Where must the adding begin anew?"),
    "skipped": Mistake(_skipped, "For {inputs} you return {got}. Your window jumps by its own size, and the places between stay 0. It moves by one pixel, so that neighbouring windows overlap."),
    "last_number_only": Mistake(lambda image, kernel: float(convolve(image, kernel)[-1, -1]), "For {inputs} you return the single number {got}: the last sum. Each one overwrote the one before: where does it belong in the result?"),
    "divided": Mistake(lambda image, kernel: convolve(image / 255, kernel), _first_said("You divided the pixels by 255. The function takes them as they are: whether they are scaled is for its caller to say.")),
    "rest_left_in_bytes": Mistake(lambda image, kernel: _rest_zero(image, kernel).astype(int).astype(image.dtype) if image.dtype.kind in "iu" else _rest_zero(image, kernel), _shape_said("That is as large as the picture: the last rows and columns are zeros that nobody filled. How many whole windows are there?")),
    "mean": Mistake(_each(lambda window, kernel: np.mean(window * kernel)), _first_said("That is the mean of the products. Their sum is asked.")),
    "largest": Mistake(_each(lambda window, kernel: np.max(window * kernel)), _first_said("That is the largest product. All of them are to be added.")),
    "kernel_forgotten": Mistake(_each(lambda window, kernel: np.sum(window)), _first_said("That is the window alone, added up. Multiply it by the kernel first.")),
    "sums_multiplied": Mistake(_each(lambda window, kernel: np.sum(window) * np.sum(kernel)), _first_said("That is the sum of the window times the sum of the kernel. First multiply pair by pair, then add.")),
    "one_pixel": Mistake(_each(lambda window, kernel: window[0, 0] * np.sum(kernel)), _first_said("That is one pixel times all numbers of the kernel. Each number of the kernel has a pixel of its own: cut the window out with `row : row + height`.")),
    "whole_image": Mistake(lambda image, kernel: image.sum() * kernel, _shape_said("That is the kernel times the sum of all pixels. At each place the kernel meets only the pixels below it.")),
    "first_number_returned": Mistake(lambda image, kernel: float(convolve(image, kernel)[0, 0]), "For {inputs} you return the single number {got}: the first sum. The `return` stands inside the loops and ends them at the first place."),
    "returned_too_early": Mistake(_only(1, 1), "For {inputs} you return {got}: the first sum, and zeros. The `return` stands inside the inner loop; how far to the left does it belong?"),
    "returned_after_a_row": Mistake(_only(1, None), "For {inputs} you return {got}: the first row, and zeros. The `return` stands inside the outer loop; how far to the left does it belong?"),
    "jumps": Mistake(_jumps, _shape_said("Your window jumps by its own size. It moves by one pixel, so that neighbouring windows overlap.")),
    "negatives_cut": Mistake(lambda image, kernel: np.maximum(convolve(image, kernel), 0), lambda seen: f"{_sizes(seen)} your negative sums have become 0, here {show(float(np.min(seen.expected)))}. That is ReLU; it is a step of its own."),
    "plain_row": Mistake(lambda image, kernel: convolve(image, kernel).ravel(), _shape_said("The sums are right and stand in one long row. The result is a picture again: one row for each row of windows.")),
    "result_transposed": Mistake(lambda image, kernel: convolve(image, kernel).T, _shape_said("The sums are right, but rows and columns are exchanged: what is found further down belongs further down.")),
    "whole_numbers_only": Mistake(lambda image, kernel: convolve(image, kernel).astype(int), lambda seen: f"{_sizes(seen)}, with fractions in them, your first sum is {show(np.asarray(seen.got).flat[0])}; it should be {show(np.asarray(seen.expected).flat[0])}. Your result can hold whole numbers only: `np.zeros` without a `dtype` holds fractions."),
    "bytes_kept": Mistake(_kept_as, lambda seen: f"{_sizes(seen)} your result holds {show(np.asarray(seen.got).ravel()[:6])}, where {show(np.asarray(seen.expected).ravel()[:6])} belongs. Your result has the picture's own kind of number, which can't hold these sums: `np.zeros` without a `dtype` can."),
}  # fmt: skip
