"""Exercise 8.4, max pooling. Declaration only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show


def max_pool(image: np.ndarray, size: int) -> np.ndarray:
    """The largest number of each block of `size` by `size`; rows and columns that fill no block are dropped."""
    return _blocks(image, size).max(axis=(1, 3))


def _blocks(image: np.ndarray, size: int) -> np.ndarray:
    image = np.asarray(image)
    rows, columns = image.shape[0] // size, image.shape[1] // size
    return image[: rows * size, : columns * size].reshape(rows, size, columns, size)


def _windows(image: np.ndarray, size: int) -> np.ndarray:
    return np.lib.stride_tricks.sliding_window_view(np.asarray(image, dtype=float), (size, size))


def _cases(rng: np.random.Generator) -> list[tuple]:
    return [
        (np.array([[1, 5, 2, 0], [3, 4, 8, 6]]), 2),
        (np.array([[1, 5, 2, 0], [3, 4, 8, 6], [0, 2, 1, 1], [7, 1, 3, 9]]), 2),
        (np.array([[-3, -1, -4, -2], [-5, -6, -9, -7]]), 2),
        (rng.integers(0, 10, (5, 7)), 2),
        (rng.integers(-9, 10, (7, 10)), 3),
        (rng.normal(size=(6, 4)).round(1), 2),
        (rng.integers(0, 10, (3, 3)), 1),
    ]


def _rest_zero(image: np.ndarray, size: int) -> np.ndarray:
    out, full = np.zeros_like(image), max_pool(image, size)
    out[: full.shape[0], : full.shape[1]] = full
    return out


def _mixed_up(image: np.ndarray, size: int) -> np.ndarray:
    rows, columns = image.shape[0] // size, image.shape[1] // size
    return image[: rows * size, : columns * size].reshape(rows, columns, size, size).max(axis=(2, 3))


def _with_rest(image: np.ndarray, size: int) -> np.ndarray:
    rows, columns = image.shape
    return np.array(
        [
            [image[r : r + size, c : c + size].max() for c in range(0, columns, size)]
            for r in range(0, rows, size)
        ]
    )


def _too_large(image: np.ndarray, size: int) -> np.ndarray:
    rows, columns = image.shape[0] // size, image.shape[1] // size
    return np.array(
        [
            [
                image[r * size : r * size + size + 1, c * size : c * size + size + 1].max()
                for c in range(columns)
            ]
            for r in range(rows)
        ]
    )


def _only(rows: int, columns: int | None) -> Callable:
    def only(image: np.ndarray, size: int) -> np.ndarray:
        full = max_pool(image, size).astype(float)
        out = np.zeros_like(full)
        out[:rows, :columns] = full[:rows, :columns]
        return out

    return only


def _each(behaviour: Callable, image: np.ndarray, size: int) -> np.ndarray:
    rows = _blocks(image, size).swapaxes(1, 2)
    return np.array([[behaviour(block) for block in row] for row in rows])


def _wrong_axes(image: np.ndarray, size: int) -> np.ndarray:
    return _blocks(image, size).max(axis=(0, 2))


def _last_missing(image: np.ndarray, size: int) -> np.ndarray:
    rows, columns = (range(0, length - size, size) for length in image.shape)
    return np.array([[image[r : r + size, c : c + size].max() for c in columns] for r in rows])


def _front_dropped(image: np.ndarray, size: int) -> np.ndarray:
    return max_pool(image[image.shape[0] % size :, image.shape[1] % size :], size)


def _shaped(text: str) -> Callable[[Seen], str]:
    return lambda seen: (
        f"For a picture of shape {np.shape(seen.inputs['image'])} and size {seen.inputs['size']} you return the shape "
        f"{np.shape(seen.got)}. {text}"
    )


def _first(text: str) -> Callable[[Seen], str]:
    def said(seen: Seen) -> str:
        size = seen.inputs["size"]
        return f"The first block is `{show(np.asarray(seen.inputs['image'])[:size, :size])}`, and you make {show(np.asarray(seen.got).flat[0])} of it. {text}"

    return said


def _looped(inside: str = "image[r * size : (r + 1) * size, c * size : (c + 1) * size].max()", rows: str = "image.shape[0] // size",
            columns: str = "image.shape[1] // size", out: str = "np.zeros((rows, columns))", end: str = "    return out") -> str:  # fmt: skip
    return f"""
def max_pool(image, size):
    rows, columns = {rows}, {columns}
    out = {out}
    for r in range(rows):
        for c in range(columns):
            out[r, c] = {inside}
{end}
"""


MAX_POOL = Exercise(
    id="8.4",
    title="Keep the strongest",
    kind="function",
    starter="""
        def max_pool(image, size):
            ...
    """,
    setup="import numpy as np\nimport keras",
    right=(
        _looped(),
        """
        def max_pool(image, size):
            rows, columns = image.shape[0] // size, image.shape[1] // size
            blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
            return blocks.max(axis=(1, 3))
        """,
        """
        def max_pool(image, size):
            result = []
            for top in range(0, len(image) - size + 1, size):
                line = []
                for left in range(0, len(image[0]) - size + 1, size):
                    line.append(max(image[top + i][left + j] for i in range(size) for j in range(size)))
                result.append(line)
            return result
        """,
        """
        def max_pool(image, size):
            batch = keras.ops.convert_to_tensor(np.asarray(image, dtype="float32")[None, ..., None])
            return keras.ops.max_pool(batch, size, strides=size, padding="valid")[0, :, :, 0]
        """,
        """
        def max_pool(image, size):
            windows = np.lib.stride_tricks.sliding_window_view(image, (size, size))
            return windows[::size, ::size].max(axis=(2, 3))
        """,
    ),
    wrong={
        "mean": [_looped("image[r * size : (r + 1) * size, c * size : (c + 1) * size].mean()")],
        "smallest": [_looped("image[r * size : (r + 1) * size, c * size : (c + 1) * size].min()")],
        "sum": [_looped("image[r * size : (r + 1) * size, c * size : (c + 1) * size].sum()")],
        "stride_one": [
            _looped("image[r : r + size, c : c + size].max()", rows="image.shape[0] - size + 1", columns="image.shape[1] - size + 1")
        ],
        "not_moved_on": [_looped("image[r : r + size, c : c + size].max()")],
        "corner_pixel": ["def max_pool(image, size):\n    return image[: image.shape[0] // size * size : size, : image.shape[1] // size * size : size]"],
        "rest_kept": [
            """
            def max_pool(image, size):
                return np.array([[image[r : r + size, c : c + size].max() for c in range(0, image.shape[1], size)]
                                 for r in range(0, image.shape[0], size)])
            """
        ],
        "rows_alone": ["def max_pool(image, size):\n    rows = image.shape[0] // size\n    return image[: rows * size].reshape(rows, size, -1).max(axis=1)"],
        "columns_alone": ["def max_pool(image, size):\n    columns = image.shape[1] // size\n    return image[:, : columns * size].reshape(len(image), columns, size).max(axis=2)"],
        "blocks_mixed_up": [
            "def max_pool(image, size):\n    rows, columns = image.shape[0] // size, image.shape[1] // size\n    return image[: rows * size, : columns * size].reshape(rows, columns, size, size).max(axis=(2, 3))"
        ],
        "one_too_large": [_looped("image[r * size : (r + 1) * size + 1, c * size : (c + 1) * size + 1].max()")],
        "begins_at_zero": [
            """
            def max_pool(image, size):
                rows, columns = image.shape[0] // size, image.shape[1] // size
                out = np.zeros((rows, columns))
                for r in range(rows):
                    for c in range(columns):
                        for i in range(size):
                            for j in range(size):
                                out[r, c] = max(out[r, c], image[r * size + i, c * size + j])
                return out
            """
        ],
        "absolute": [_looped("np.abs(image[r * size : (r + 1) * size, c * size : (c + 1) * size]).max()")],
        "whole_picture": ["def max_pool(image, size):\n    return image.max()"],
        "place_of_the_largest": [_looped("image[r * size : (r + 1) * size, c * size : (c + 1) * size].argmax()")],
        "middle": [_looped("np.median(image[r * size : (r + 1) * size, c * size : (c + 1) * size])")],
        "corner_with_rest": ["def max_pool(image, size):\n    return image[::size, ::size]"],
        "one_row_of_each_block": [_looped("image[r * size, c * size : (c + 1) * size].max()")],
        "wrong_axes": [
            "def max_pool(image, size):\n    rows, columns = image.shape[0] // size, image.shape[1] // size\n    return image[: rows * size, : columns * size].reshape(rows, size, columns, size).max(axis=(0, 2))"
        ],
        "first_block_only": ["def max_pool(image, size):\n    return image[:size, :size].max()"],
        "last_number_only": [_looped().replace("out[r, c] =", "out =")],
        "last_block_missing": [
            """
            def max_pool(image, size):
                return [[image[r : r + size, c : c + size].max() for c in range(0, image.shape[1] - size, size)]
                        for r in range(0, image.shape[0] - size, size)]
            """
        ],
        "front_dropped": [
            "def max_pool(image, size):\n    rows, columns = image.shape[0] // size, image.shape[1] // size\n    image = image[image.shape[0] % size :, image.shape[1] % size :]\n    return image.reshape(rows, size, columns, size).max(axis=(1, 3))"
        ],
        "row_maxima": ["def max_pool(image, size):\n    return image.max(axis=1)"],
        "column_maxima": ["def max_pool(image, size):\n    return image.max(axis=0)"],
        "transposed": [_looped(end="    return out.T")],
        "plain_row": [_looped(end="    return out.ravel()")],
        "always_two": [
            "def max_pool(image, size):\n    rows, columns = image.shape[0] // 2, image.shape[1] // 2\n    return image[: rows * 2, : columns * 2].reshape(rows, 2, columns, 2).max(axis=(1, 3))"
        ],
        "returned_too_early": [_looped(end="            return out")],
        "returned_after_a_row": [_looped(end="        return out")],
        "whole_numbers_only": [_looped(out="np.zeros((rows, columns), dtype=int)")],
        "two_pixels_of_each_block": [_looped("image[r * size : r * size + 2, c * size : c * size + 2].max()")],
        "best_kept_on": [
            _looped("best = max(best, image[r * size : (r + 1) * size, c * size : (c + 1) * size].max())", columns="image.shape[1] // size\n    best = -np.inf"),
        ],
        "rest_left_zero": [_looped(out="np.zeros(image.shape)"), _looped(out="np.zeros_like(image)")],
        "raised": [_looped(rows="image.shape[0] / size")],
        "returns_none": [_looped(end="")],
        "wrong_value": [_looped("image[r * size : (r + 1) * size, c * size : (c + 1) * size].max() + 1")],
    },
    check=function_check(
        max_pool,
        arguments=("image", "size"),
        cases=_cases,
        mistakes={
            "mean": Mistake(lambda image, size: _blocks(image, size).mean(axis=(1, 3)), _first("That is the mean; it is called average pooling. Here the largest is kept.")),
            "smallest": Mistake(lambda image, size: _blocks(image, size).min(axis=(1, 3)), _first("That is the smallest number of the block.")),
            "sum": Mistake(lambda image, size: _blocks(image, size).sum(axis=(1, 3)), _first("That is the sum of the block. One of its numbers is kept: which?")),
            "stride_one": Mistake(lambda image, size: _windows(image, size).max(axis=(2, 3)), _shaped("Your window moves by one pixel. Blocks do not overlap: the next one begins where this one ends.")),
            "not_moved_on": Mistake(lambda image, size: _windows(image, size).max(axis=(2, 3))[: image.shape[0] // size, : image.shape[1] // size], "For {inputs} you return {got}. The size is right, but your blocks overlap: block number 1 begins at pixel {size}, not at 1."),
            "corner_pixel": Mistake(lambda image, size: _blocks(image, size)[:, 0, :, 0], _first("That is its pixel at the top left: the others were never looked at.")),
            "rest_kept": Mistake(_with_rest, _shaped("At the edge you keep blocks that are not full. As in Keras, rows and columns that fill no block are dropped.")),
            "rows_alone": Mistake(lambda image, size: image[: len(image) // size * size].reshape(len(image) // size, size, -1).max(axis=1), _shaped("Only the rows were put together. A block is `size` rows high and `size` columns wide.")),
            "columns_alone": Mistake(lambda image, size: image[:, : image.shape[1] // size * size].reshape(len(image), image.shape[1] // size, size).max(axis=2), _shaped("Only the columns were put together. A block is `size` rows high and `size` columns wide.")),
            "blocks_mixed_up": Mistake(_mixed_up, _first("`reshape` reads row after row, so the four numbers that you put together are neighbours in a *row*, not a block. The order of the axes matters: (rows, size, columns, size).")),
            "one_too_large": Mistake(_too_large, "For {inputs} you return {got}. Your blocks are one pixel too large and reach into the next ones: a slice ends *before* its second number."),
            "begins_at_zero": Mistake(lambda image, size: np.maximum(max_pool(image, size), 0), _first("Your search begins at 0, and all these are below it. Begin with a number of the block.")),
            "absolute": Mistake(lambda image, size: np.abs(_blocks(image, size)).max(axis=(1, 3)), _first("Signs got lost: the largest number is asked, not the one farthest from 0.")),
            "whole_picture": Mistake(lambda image, size: image.max(), "For {inputs} you return {got}, the largest number of the whole picture. Each block keeps its own."),
            "place_of_the_largest": Mistake(lambda image, size: _each(np.argmax, image, size), _first("That is *where* the largest number stands, as `argmax` says. The number itself is asked.")),
            "middle": Mistake(lambda image, size: _each(np.median, image, size), _first("That is the middle of its numbers, the median. The largest is asked.")),
            "corner_with_rest": Mistake(lambda image, size: image[::size, ::size], _first("That is its pixel at the top left: the others were never looked at.")),
            "one_row_of_each_block": Mistake(lambda image, size: _blocks(image, size)[:, 0].max(axis=2), _first("Only its first row was looked at. A block is `size` rows high.")),
            "wrong_axes": Mistake(_wrong_axes, "For {inputs} you return {got}. After your `reshape` the axes are (block row, row in it, block column, column in it). Which two belong to *one* block?"),
            "first_block_only": Mistake(lambda image, size: image[:size, :size].max(), "For {inputs} you return {got}: the first block. The picture has more of them; each keeps its largest number."),
            "last_number_only": Mistake(lambda image, size: max_pool(image, size)[-1, -1], "For {inputs} you return {got}: the last block alone. Each block overwrote the one before: where does its number belong in the result?"),
            "last_block_missing": Mistake(_last_missing, _shaped("The last block is missing: `range` stops *before* its end. At which pixel does the last whole block begin?")),
            "front_dropped": Mistake(_front_dropped, "For {inputs} you return {got}. What fills no block is dropped, but at the bottom and at the right; you drop it at the top and at the left."),
            "row_maxima": Mistake(lambda image, size: image.max(axis=1), _shaped("That is the largest number of each row. A block is a square of `size` by `size`.")),
            "column_maxima": Mistake(lambda image, size: image.max(axis=0), _shaped("That is the largest number of each column. A block is a square of `size` by `size`.")),
            "transposed": Mistake(lambda image, size: max_pool(image, size).T, _shaped("Rows and columns are exchanged.")),
            "plain_row": Mistake(lambda image, size: max_pool(image, size).ravel(), _shaped("The numbers are right and stand in one row. What comes out is a picture again.")),
            "always_two": Mistake(lambda image, size: max_pool(image, 2), _shaped("Your blocks are always 2 by 2. `size` says how large they are.")),
            "returned_too_early": Mistake(_only(1, 1), "For {inputs} you return {got}: one block is done. The `return` stands inside the inner loop."),
            "returned_after_a_row": Mistake(_only(1, None), "For {inputs} you return {got}: one row of blocks is done. The `return` stands inside the outer loop."),
            "two_pixels_of_each_block": Mistake(lambda image, size: np.array([[image[r : r + 2, c : c + 2].max() for c in range(0, image.shape[1] - size + 1, size)] for r in range(0, len(image) - size + 1, size)]), "For {inputs} you return {got}: of each block only 2 by 2 pixels were looked at. Blocks are `size` by `size`."),
            "best_kept_on": Mistake(lambda image, size: np.maximum.accumulate(max_pool(image, size).ravel()).reshape(max_pool(image, size).shape), "For {inputs} you return {got}: each number is the largest of all blocks *so far*. Where must the search begin anew?"),
            "rest_left_zero": Mistake(_rest_zero, _shaped("The largest numbers are there, and around them zeros that nobody filled. How many whole blocks are there? Make the result that large.")),
            "whole_numbers_only": Mistake(lambda image, size: max_pool(image, size).astype(int), _first("The fraction is cut off: your result can hold whole numbers only.")),
        },
        success="A quarter of the numbers is left (with size 2), and a feature that moves inside its block is still found.",
    ),
    hints=(
        "With size 2, the first block is rows 0 and 1, columns 0 and 1. Where does the second begin?",
        "Two loops over the blocks: block `r` covers the rows from `r * size` up to, but without, `(r + 1) * size`.",
        """
        rows, columns = image.shape[0] // ___, image.shape[1] // ___
        out = np.zeros((rows, columns))
        for r in range(rows):
            for c in range(columns):
                block = image[r * size : ___, c * size : ___]
                out[r, c] = ___
        return out
        """,
    ),
)  # fmt: skip
