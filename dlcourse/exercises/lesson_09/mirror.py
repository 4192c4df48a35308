"""Exercise 9.5: some pictures of a batch mirrored, the dice thrown beforehand. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_09.mirror_mistakes import MISTAKES, mirrored, own_words


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Two small pictures, one of them to mirror, then random ones: square, so that any turn of them fits."""
    small = np.array([[1.0, 2.0], [3.0, 4.0]])
    cases = [
        (np.array([small, small + 4]), np.array(draws)) for draws in ((0.3, 0.7), (0.6, 0.1), (0.2, 0.5))
    ]
    for n, size in ((3, 2), (5, 4), (6, 3), (4, 4)):
        draws = rng.uniform(size=n).round(3)
        draws[:2] = 0.25, 0.75
        cases.append(
            (rng.integers(0, 10, size=(n, size, size)).astype(float), np.where(draws == 0.5, 0.4, draws))
        )
    return cases


def _loop(step: str, when: str = "draw < 0.5") -> str:
    return (
        "def mirrored(images, draws):\n    new = []\n    for image, draw in zip(images, draws):\n"
        f"        if {when}:\n            image = {step}\n        new.append(image)\n    return np.array(new)"
    )


def _indexed(new: str, step: str) -> str:
    return (
        f"def mirrored(images, draws):\n    {new}\n    for n in range(len(images)):\n        if draws[n] < 0.5:\n"
        f"        {step}\n    return new"
    )


MIRRORED = Exercise(
    id="9.5",
    title="Mirror some pictures",
    kind="function",
    starter="""
        def mirrored(images, draws):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def mirrored(images, draws):
            new = []
            for image, draw in zip(images, draws):
                if draw < 0.5:
                    image = image[:, ::-1]
                new.append(image)
            return np.array(new)
        """,
        """
        def mirrored(images, draws):
            new = np.array(images)
            new[draws < 0.5] = new[draws < 0.5][:, :, ::-1]
            return new
        """,
        "def mirrored(images, draws):\n    return [np.fliplr(i) if d < 0.5 else i for i, d in zip(images, draws)]",
        """
        def mirrored(images, draws):
            chosen = (draws < 0.5).reshape(-1, 1, 1)
            return np.where(chosen, np.flip(images, axis=2), images)
        """,
        """
        def mirrored(images, draws):
            new = images.copy()
            for n in range(len(images)):
                if draws[n] < 0.5:
                    for row in range(images.shape[1]):
                        new[n, row] = list(reversed(images[n, row]))
            return new
        """,
        """
        def mirrored(images, draws):
            import keras
            chosen = keras.ops.reshape(draws < 0.5, (-1, 1, 1))
            return keras.ops.where(chosen, keras.ops.flip(images, axis=-1), images)
        """,
    ),
    wrong={
        "border": [_loop("image[:, ::-1]", "draw <= 0.5")],
        "pictures_exchanged": [
            "def mirrored(images, draws):\n    return np.where((draws < 0.5)[:, None, None], images[::-1], images)"
        ],
        "quarter_turn": [_loop("np.rot90(image)")],
        "others_lost": [_indexed("new = np.zeros_like(images)", "    new[n] = images[n][:, ::-1]")],
        "stopped_early": [
            _indexed("new = images.copy()", "    new[n] = images[n][:, ::-1]\n            return new")
        ],
        "first_alone": [
            _indexed("new = images.copy()", "    new[n] = images[n][:, ::-1]\n        return new")
        ],
        "sorted_by_draw": [
            """
            def mirrored(images, draws):
                turned = [image[:, ::-1] for image, draw in zip(images, draws) if draw < 0.5]
                return turned + [image for image, draw in zip(images, draws) if draw >= 0.5]
            """
        ],
        "written_over": [
            _indexed(
                "new = images.copy()",
                "    for c in range(images.shape[2]):\n                new[n, :, c] = new[n, :, -1 - c]",
            )
        ],
        "rolled": [_loop("np.roll(image, 1, axis=1)")],
        "own_dice": [
            "def mirrored(images, draws):\n    dice = np.random.default_rng(1).uniform(size=len(images))\n    return [i[:, ::-1] if d < 0.5 else i for i, d in zip(images, dice)]"
        ],
        "upside_down": [_loop("image[::-1]"), _loop("np.flipud(image)"), _loop("image[::-1, :]")],
        "turned_round": [_loop("image[::-1, ::-1]"), _loop("np.flip(image)")],
        "transposed": [
            "def mirrored(images, draws):\n    return [image.T if draw < 0.5 else image for image, draw in zip(images, draws)]"
        ],
        "all_mirrored": ["def mirrored(images, draws):\n    return images[:, :, ::-1]"],
        "the_others": [_loop("image[:, ::-1]", "draw >= 0.5")],
        "the_others_alone": [_loop("image[:, ::-1]", "draw > 0.5")],
        "none_mirrored": ["def mirrored(images, draws):\n    return images", _loop("image")],
        "order_reversed": ["def mirrored(images, draws):\n    return images[::-1]"],
        "mirrored_only": ["def mirrored(images, draws):\n    return images[draws < 0.5][:, :, ::-1]"],
        "first_die_for_all": [
            "def mirrored(images, draws):\n    return images[:, :, ::-1] if draws[0] < 0.5 else images"
        ],
        "both_kept": [
            "def mirrored(images, draws):\n    return np.concatenate([images, images[draws < 0.5][:, :, ::-1]])"
        ],
        "negative": [_loop("1 - image")],
        "sign": [_loop("-image")],
        "first_returned": [
            """
            def mirrored(images, draws):
                for image, draw in zip(images, draws):
                    if draw < 0.5:
                        image = image[:, ::-1]
                    return image
            """
        ],
        "mask": ["def mirrored(images, draws):\n    return draws < 0.5"],
        "returns_none": [
            """
            def mirrored(images, draws):
                for image, draw in zip(images, draws):
                    if draw < 0.5:
                        image = image[:, ::-1]
            """
        ],
        "raised": [
            "def mirrored(images, draws):\n    return images[:, ::-1] if draws < 0.5 else images",
            "def mirrored(images, draws):\n    return np.fliplr(image)",
        ],
        "wrong_arguments": ["def mirrored(images):\n    return images[:, :, ::-1]"],
        "not_a_function": ["mirrored = [1, 2]"],
        "wrong_value": [_loop("image[:, ::-1] + 1")],
    },
    check=own_words(
        function_check(
            mirrored,
            arguments=("images", "draws"),
            cases=_cases,
            mistakes=MISTAKES,
            success='Keras\' `layers.RandomFlip("horizontal")` does this while training, with new dice each time, and nothing afterwards.',
        )
    ),
    equivalent={
        "chosen = (draws < 0.5).reshape(-1, 1, 1) -> chosen = (draws < 0.5).reshape(-2, 1, 1)": "NumPy takes any negative size for the open one",
    },
    hints=(
        "Go through pictures and draws together. What turns one row backwards? And all rows of a picture at once?",
        "`image[:, ::-1]`: all rows, columns from the last to the first. Pictures with a large draw stay as they are.",
        """
        def mirrored(images, draws):
            new = []
            for image, draw in zip(images, draws):
                if ___:
                    image = image[___, ___]
                new.append(image)
            return np.array(new)
        """,
    ),
)
