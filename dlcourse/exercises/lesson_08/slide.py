"""Exercise 8.2, a kernel slid over a whole picture. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_08.slide_mistakes import MISTAKES, window_cases
from dlcourse.vision import convolve


def _looped(
    inside: str = "window = image[row : row + height, column : column + width]\n            out[row, column] = np.sum(window * kernel)",
    rows: str = "image.shape[0] - height + 1",
    columns: str = "image.shape[1] - width + 1",
    out: str = "np.zeros((rows, columns))",
    sizes: str = "height, width = kernel.shape",
    end: str = "    return out",
) -> str:
    """The source of an answer with two loops, in which one thing may be different."""
    return f"""
def convolve2d(image, kernel):
    {sizes}
    rows, columns = {rows}, {columns}
    out = {out}
    for row in range(rows):
        for column in range(columns):
            {inside}
{end}
"""


CONVOLVE = Exercise(
    id="8.2",
    title="Slide the kernel",
    kind="function",
    starter="""
        def convolve2d(image, kernel):
            height, width = kernel.shape
            ...
    """,
    setup="import numpy as np\nimport keras\nfrom dlcourse import vision\nfrom keras import layers",
    right=(
        """
        def convolve2d(image, kernel):
            height, width = kernel.shape
            rows, columns = image.shape[0] - height + 1, image.shape[1] - width + 1
            out = np.zeros((rows, columns))
            for row in range(rows):
                for column in range(columns):
                    out[row, column] = np.sum(image[row : row + height, column : column + width] * kernel)
            return out
        """,
        """
        def convolve2d(image, kernel):
            windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
            return (windows * kernel).sum(axis=(2, 3))
        """,
        """
        def convolve2d(image, kernel):
            height, width = kernel.shape
            rows, columns = image.shape[0] - height + 1, image.shape[1] - width + 1
            total = np.zeros((rows, columns))
            for i in range(height):
                for j in range(width):
                    total += float(kernel[i, j]) * image[i : i + rows, j : j + columns]
            return total
        """,
        """
        def convolve2d(image, kernel):
            image, kernel = image.tolist(), kernel.tolist()
            result = []
            for top in range(len(image) - len(kernel) + 1):
                line = []
                for left in range(len(image[0]) - len(kernel[0]) + 1):
                    total = 0
                    for i, numbers in enumerate(kernel):
                        for j, number in enumerate(numbers):
                            total = total + image[top + i][left + j] * number
                    line.append(total)
                result.append(line)
            return result
        """,
        """
        def convolve2d(image, kernel):
            picture = keras.ops.convert_to_tensor(np.asarray(image, dtype="float32")[None, ..., None])
            weights = keras.ops.convert_to_tensor(np.asarray(kernel, dtype="float32")[..., None, None])
            return keras.ops.conv(picture, weights, padding="valid")[0, :, :, 0]
        """,
        """
        def convolve2d(image, kernel):
            k = kernel.ravel().astype("float64")
            height, width = kernel.shape
            return np.array([
                [image[r : r + height, c : c + width].ravel() @ k for c in range(image.shape[1] - width + 1)]
                for r in range(image.shape[0] - height + 1)
            ])
        """,
    ),
    wrong={
        "flipped": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width] * kernel[::-1, ::-1])"
            )
        ],
        "flipped_rows": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width] * kernel[::-1])"
            )
        ],
        "flipped_columns": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width] * kernel[:, ::-1])"
            )
        ],
        "window_transposed": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width].T * kernel)"
            )
        ],
        "one_short": [_looped(rows="image.shape[0] - height", columns="image.shape[1] - width")],
        "rows_short": [_looped(rows="image.shape[0] - height")],
        "columns_short": [_looped(columns="image.shape[1] - width")],
        "one_long": [
            _looped(
                rows="image.shape[0]",
                columns="image.shape[1]",
                inside="window = image[row : row + height, column : column + width]\n            out[row, column] = np.sum(window * kernel[: window.shape[0], : window.shape[1]])",
            )
        ],
        "same_size": [
            """
            def convolve2d(image, kernel):
                height, width = kernel.shape
                padded = np.pad(image.astype(float), ((height // 2, height - 1 - height // 2), (width // 2, width - 1 - width // 2)))
                out = np.zeros(image.shape)
                for row in range(image.shape[0]):
                    for column in range(image.shape[1]):
                        out[row, column] = np.sum(padded[row : row + height, column : column + width] * kernel)
                return out
            """
        ],
        "rest_left_zero": [_looped(out="np.zeros(image.shape)")],
        "last_not_written": [
            _looped()
            .replace("for row in range(rows)", "for row in range(rows - 1)")
            .replace("for column in range(columns)", "for column in range(columns - 1)")
        ],
        "not_summed": [
            _looped(
                "out[row][column] = image[row : row + height, column : column + width] * kernel",
                out="[[0] * columns for _ in range(rows)]",
                end="    return np.array(out)",
            )
        ],
        "cut_off_at_the_edge": [_looped(rows="image.shape[0]", columns="image.shape[1]")],
        "zeros_all_around": [
            _looped(
                sizes="height, width = kernel.shape\n    image = np.pad(image.astype(float), ((height - 1,) * 2, (width - 1,) * 2))"
            )
        ],
        "one_zero_around": [
            _looped(sizes="height, width = kernel.shape\n    image = np.pad(image.astype(float), 1)")
        ],
        "as_wide_as_high": [_looped(columns="len(image) - width + 1")],
        "places_exchanged": [
            _looped("out[row, column] = np.sum(image[column : column + height, row : row + width] * kernel)")
        ],
        "rows_times_columns": [
            _looped("out[row, column] = np.sum(image[row : row + height, column : column + width] @ kernel)")
        ],
        "added": [
            _looped("out[row, column] = np.sum(image[row : row + height, column : column + width] + kernel)")
        ],
        "absolute": [_looped(end="    return np.abs(out)")],
        "total_not_reset": [_looped(end="    return np.cumsum(out).reshape(out.shape)")],
        "skipped": [
            _looped()
            .replace("range(rows)", "range(0, rows, height)")
            .replace("range(columns)", "range(0, columns, width)")
        ],
        "last_number_only": [
            _looped("out = np.sum(image[row : row + height, column : column + width] * kernel)")
        ],
        "divided": [_looped(sizes="height, width = kernel.shape\n    image = image / 255")],
        "rest_left_in_bytes": [_looped(out="np.zeros_like(image)")],
        "mean": [
            _looped("out[row, column] = np.mean(image[row : row + height, column : column + width] * kernel)")
        ],
        "largest": [
            _looped("out[row, column] = np.max(image[row : row + height, column : column + width] * kernel)")
        ],
        "kernel_forgotten": [
            _looped("out[row, column] = np.sum(image[row : row + height, column : column + width])")
        ],
        "sums_multiplied": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width]) * np.sum(kernel)"
            )
        ],
        "one_pixel": [_looped("out[row, column] = np.sum(image[row, column] * kernel)")],
        "whole_image": ["def convolve2d(image, kernel):\n    return image.sum() * kernel"],
        "rows_summed_only": [
            _looped(
                "out[row][column] = sum(image[row : row + height, column : column + width] * kernel)",
                out="[[0] * columns for _ in range(rows)]",
                end="    return np.array(out)",
            )
        ],
        "first_number_returned": [
            _looped("return np.sum(image[row : row + height, column : column + width] * kernel)")
        ],
        "returned_too_early": [_looped(end="            return out")],
        "returned_after_a_row": [_looped(end="        return out")],
        "jumps": [
            """
            def convolve2d(image, kernel):
                height, width = kernel.shape
                rows, columns = image.shape[0] // height, image.shape[1] // width
                out = np.zeros((rows, columns))
                for row in range(rows):
                    for column in range(columns):
                        out[row, column] = np.sum(image[row * height : (row + 1) * height, column * width : (column + 1) * width] * kernel)
                return out
            """
        ],
        "negatives_cut": [_looped(end="    return np.maximum(out, 0)")],
        "plain_row": [
            """
            def convolve2d(image, kernel):
                height, width = kernel.shape
                out = []
                for row in range(image.shape[0] - height + 1):
                    for column in range(image.shape[1] - width + 1):
                        out.append(np.sum(image[row : row + height, column : column + width] * kernel))
                return np.array(out)
            """
        ],
        "result_transposed": [_looped(end="    return out.T")],
        "whole_numbers_only": [_looped(out="np.zeros((rows, columns), dtype=int)")],
        "bytes_kept": [
            _looped(out="np.zeros((rows, columns), dtype=image.dtype)"),
            _looped(out="np.zeros_like(image)[:rows, :columns]"),
        ],
        "raised": [
            _looped(sizes="height = width = kernel.shape[0]"),
            "def convolve2d(image, kernel):\n    return np.sum(image * kernel)",
        ],
        "returns_none": [_looped(end="")],
        "wrong_value": [
            _looped(
                "out[row, column] = np.sum(image[row : row + height, column : column + width] * kernel) + 1"
            )
        ],
    },
    check=function_check(
        convolve,
        arguments=("image", "kernel"),
        cases=window_cases,
        mistakes=MISTAKES,
        success="This is all that a convolution does. `vision.convolve` does the same faster, and from here on we use it.",
    ),
    hints=(
        "How far can the window go down before it leaves the picture? With 5 rows and a kernel of 3, it starts at row 0, 1 or 2.",
        "Two loops, one over the rows of the result and one over its columns. Inside: cut the window out, multiply by the kernel, add up.",
        """
        rows = image.shape[0] - height + ___
        columns = image.shape[1] - width + ___
        out = np.zeros((rows, columns))
        for row in range(rows):
            for column in range(columns):
                window = image[row : row + ___, column : column + ___]
                out[row, column] = ___
        return out
        """,
    ),
)
