"""Exercise 4.3: a batch that lies on its side. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_04.checks import own_arguments
from dlcourse.exercises.lesson_04.picture_mistakes import MISTAKES, or_in_full, turned, turned_cases


def _looped(step: str, rounds: str = "columns.shape[1]") -> str:
    """The source of an answer that collects rows in a loop."""
    return (
        "def as_batch(columns):\n    pixels = columns / 255\n    rows = []\n"
        f"    for i in range({rounds}):\n        {step}\n    return np.array(rows)"
    )


TURNED_PICTURES = Exercise(
    id="4.3",
    title="Find the bug: a batch on its side",
    kind="bug",
    starter="""
        def as_batch(columns):
            pixels = columns / 255
            return pixels.reshape(columns.shape[1], columns.shape[0])
    """,
    setup="import numpy as np",
    right=(
        """
        def as_batch(columns):
            pixels = columns / 255
            return pixels.T
        """,
        """
        def as_batch(columns):
            pictures = []
            for i in range(columns.shape[1]):
                pictures.append(columns[:, i] / 255)
            return np.array(pictures)
        """,
        "def as_batch(columns):\n    return np.transpose(columns) / 255",
        "def as_batch(columns):\n    return np.array([list(pixel) for pixel in zip(*columns)]) / 255",
        "def as_batch(columns):\n    return (columns / 255).ravel(order='F').reshape(columns.shape[1], columns.shape[0])",
        "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.reshape(-1, 784)",
        """
        def as_batch(columns):
            pictures = []
            for i in range(columns.shape[1]):
                pictures.append([columns[j, i] / 255 for j in range(784)])
            return pictures
        """,
    ),
    wrong={
        "still_reshaped": [
            "def as_batch(columns):\n    return columns.reshape(-1, columns.shape[0]) / 255",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(columns.shape[::-1])",
            "def as_batch(columns):\n    pixels = columns / 255\n    return np.resize(pixels, columns.shape[::-1])",
        ],
        "still_reshaped_by_columns": [
            "def as_batch(columns):\n    return (columns / 255).reshape(columns.shape[1], columns.shape[0], order='F')",
        ],
        "turned_and_reshaped": [
            "def as_batch(columns):\n    pixels = columns.T / 255\n    return pixels.reshape(columns.shape[0], columns.shape[1])",
        ],
        "not_turned": ["def as_batch(columns):\n    pixels = columns / 255\n    return pixels"],
        "not_divided": ["def as_batch(columns):\n    return columns.T"],
        "divided_twice": ["def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T / 255"],
        "scrambled_and_turned": [
            "def as_batch(columns):\n    pixels = columns / 255\n"
            "    return pixels.reshape(columns.shape[1], columns.shape[0]).T",
        ],
        "own_maximum": ["def as_batch(columns):\n    return columns.T / columns.max()"],
        "cut_off": [
            "def as_batch(columns):\n    return columns.T // 255",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.astype(int)",
        ],
        "inverted": ["def as_batch(columns):\n    return 1 - columns.T / 255"],
        "rotated": ["def as_batch(columns):\n    return np.rot90(columns / 255)"],
        "rotated_back": ["def as_batch(columns):\n    return np.rot90(columns / 255, -1)"],
        "first_picture_only": [
            "def as_batch(columns):\n    return columns[:, 0] / 255",
            "def as_batch(columns):\n    for i in range(columns.shape[1]):\n        return columns[:, i] / 255",
        ],
        "first_pixels_only": ["def as_batch(columns):\n    return columns[0] / 255"],
        "one_flat_row": [
            """
            def as_batch(columns):
                pixels = columns / 255
                return pixels.T.ravel()
            """
        ],
        "poured_flat": ["def as_batch(columns):\n    pixels = columns / 255\n    return pixels.flatten()"],
        "first_row_only": [_looped("rows.append(pixels[:, i])\n        return np.array(rows)")],
        "last_picture_only": [
            """
            def as_batch(columns):
                pixels = columns / 255
                for i in range(columns.shape[1]):
                    row = pixels[:, i]
                return row
            """
        ],
        "last_row_only": [_looped("rows = []\n        rows.append(pixels[:, i])")],
        "last_picture_missing": [_looped("rows.append(pixels[:, i])", "columns.shape[1] - 1")],
        "first_picture_missing": [_looped("rows.append(pixels[:, i])", "1, columns.shape[1]")],
        "rows_for_columns": [_looped("rows.append(pixels[i])")],
        "divided_by_256": ["def as_batch(columns):\n    return columns.T / 256"],
        "multiplied": ["def as_batch(columns):\n    pixels = columns * 255\n    return pixels.T"],
        "divided_by_the_total": ["def as_batch(columns):\n    return columns.T / columns.sum()"],
        "standardised": [
            "def as_batch(columns):\n    pixels = (columns - columns.mean()) / columns.std()\n    return pixels.T"
        ],
        "rounded": [
            "def as_batch(columns):\n    return np.round(columns.T / 255)",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T > 0.5",
        ],
        "folded_unturned": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(columns.shape[1], 28, 28)"
        ],
        "tables_in_a_list": [
            _looped("rows.append(pixels[:, i].reshape(1, -1))"),
            _looped("rows.append(pixels[:, [i]].T)"),
            _looped("rows.append([pixels[:, i]])"),
        ],
        "still_reshaped_in_full": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(-1, 784)",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.reshape(12, 784)",
        ],
        "folded": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.reshape(-1, 28, 28)",
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.reshape(12, 28, 28)",
        ],
        "twelve_only": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T.reshape(12, 784)",
            _looped("rows.append(pixels[:, i])", "12"),
        ],
        "lesson_names": [
            "camera = np.ones((784, 12))\ndef as_batch(columns):\n    return camera.T / 255",
        ],
        "raised": [
            "def as_batch(columns):\n    pixels = columns / 255\n    return pixels.T()",
            _looped("rows.append(pixels[:, i])", "columns.shape[0]"),
        ],
        "returns_none": ["def as_batch(columns):\n    pixels = columns / 255\n    print(pixels.T)"],
        "wrong_value": ["def as_batch(columns):\n    return columns.T / 254"],
    },
    check=own_arguments(
        or_in_full(
            function_check(
                turned,
                arguments=("columns",),
                cases=turned_cases,
                mistakes=MISTAKES,
                success="`reshape` keeps the order of the numbers and changes where rows end. `.T` keeps each number with its row "
                "and column, and exchanges the two.",
            )
        ),
        ("camera", "test_images", "train_images"),
    ),
    hints=(
        "The shapes are right, so look at the numbers: take a table of 3 rows and 2 columns on paper and do what "
        "`reshape` does.",
        "`reshape` does not turn a table round; it only breaks the rows elsewhere. You met the sign that exchanges rows and "
        "columns above, in one word behind a point.",
        "return pixels.___",
    ),
)
