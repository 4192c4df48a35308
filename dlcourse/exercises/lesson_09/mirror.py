"""Exercise 9.5: some pictures of a batch mirrored, the dice thrown beforehand. Declaration only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.checking.compare import plain


def mirrored(images: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """What the exercise asks for: images (n, height, width), draws (n,)."""
    images = np.asarray(images)
    return np.where((np.asarray(draws) < 0.5)[:, None, None], images[:, :, ::-1], images)


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Two small pictures, one of them to mirror, then random ones: square, so that any turn of them fits."""
    small = np.array([[1.0, 2.0], [3.0, 4.0]])
    cases = [(np.array([small, small + 4]), np.array(draws)) for draws in ((0.3, 0.7), (0.6, 0.1))]
    for n, size in ((3, 2), (5, 4), (6, 3), (4, 4)):
        draws = rng.uniform(size=n).round(3)
        draws[:2] = 0.25, 0.75
        cases.append(
            (rng.integers(0, 10, size=(n, size, size)).astype(float), np.where(draws == 0.5, 0.4, draws))
        )
    return cases


def _chosen(other):
    return lambda images, draws: np.where((draws < 0.5)[:, None, None], other(images), images)


def _about(text: str) -> Callable[[Seen], str]:
    """A message that shows the first picture that comes back wrong, or how many came, if it is not one for each."""

    def message(seen: Seen) -> str:
        images, draws = seen.inputs["images"], seen.inputs["draws"]
        got = np.asarray(plain(seen.got), dtype=float)
        if got.shape != np.shape(images):
            return f"For {len(images)} pictures of shape {np.shape(images)[1:]} you return an array of shape {got.shape}. {text}"
        at = int(np.argmax((got != np.asarray(seen.expected)).any(axis=(1, 2))))
        return f"The picture `{show(images[at])}` with the draw {show(draws[at])} comes back as {show(got[at])}. {text}"

    return message


def _loop(step: str, when: str = "draw < 0.5") -> str:
    return (
        "def mirrored(images, draws):\n    new = []\n    for image, draw in zip(images, draws):\n"
        f"        if {when}:\n            image = {step}\n        new.append(image)\n    return np.array(new)"
    )


def _turned(images: np.ndarray) -> np.ndarray:
    return images.transpose(0, 2, 1)


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
        "upside_down": [_loop("image[::-1]"), _loop("np.flipud(image)"), _loop("image[::-1, :]")],
        "turned_round": [_loop("image[::-1, ::-1]"), _loop("np.flip(image)")],
        "transposed": [
            "def mirrored(images, draws):\n    return [image.T if draw < 0.5 else image for image, draw in zip(images, draws)]"
        ],
        "all_mirrored": ["def mirrored(images, draws):\n    return images[:, :, ::-1]"],
        "the_others": [_loop("image[:, ::-1]", "draw > 0.5"), _loop("image[:, ::-1]", "draw >= 0.5")],
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
    check=function_check(
        mirrored,
        arguments=("images", "draws"),
        cases=_cases,
        mistakes={
            "none_mirrored": Mistake(
                lambda images, draws: images,
                _about(
                    "That is the picture as it came. A row backwards is `row[::-1]`; has the result been kept?"
                ),
            ),
            "upside_down": Mistake(
                _chosen(lambda i: i[:, ::-1]),
                _about(
                    "The rows are in reverse order: the shirt stands on its head. A mirror exchanges left and right, so which of the two axes of a picture is it?"
                ),
            ),
            "turned_round": Mistake(
                _chosen(lambda i: i[:, ::-1, ::-1]),
                _about(
                    "Rows *and* columns are reversed: turned by half a turn. A mirror exchanges left and right alone."
                ),
            ),
            "transposed": Mistake(
                lambda images, draws: [i.T if d < 0.5 else i for i, d in zip(images, draws, strict=True)],
                _about(
                    "Rows have become columns: the shirt lies on its side. A mirror leaves each row a row, backwards."
                ),
            ),
            "all_mirrored": Mistake(
                lambda images, draws: images[:, :, ::-1],
                _about("Every picture has been mirrored. Only those whose draw is below 0.5 should be."),
            ),
            "the_others": Mistake(
                lambda images, draws: mirrored(images, 1 - draws),
                _about("The mirror is right, but it takes the pictures whose draw is *above* 0.5."),
            ),
            "order_reversed": Mistake(
                lambda images, draws: images[::-1],
                _about(
                    "Not a picture has changed; the pictures come in reverse *order*, so that the labels no longer belong to them."
                ),
            ),
            "mirrored_only": Mistake(
                lambda images, draws: images[draws < 0.5][:, :, ::-1],
                _about("Those that are not mirrored have got lost, so there are fewer pictures than labels."),
            ),
            "first_die_for_all": Mistake(
                lambda images, draws: images[:, :, ::-1] if draws[0] < 0.5 else images,
                _about("The first draw has decided for all pictures. Each has its own."),
            ),
            "both_kept": Mistake(
                lambda images, draws: np.concatenate([images, images[draws < 0.5][:, :, ::-1]]),
                _about(
                    "The mirrored ones have been added behind the others. Then there are more pictures than labels; each should take its picture's place."
                ),
            ),
            "negative": Mistake(
                _chosen(lambda i: 1 - i),
                _about("That is 1 minus the picture: light and dark exchanged, not left and right."),
            ),
            "sign": Mistake(
                _chosen(lambda i: -i),
                _about("That is the picture times -1. A mirror moves numbers and changes none."),
            ),
            "first_returned": Mistake(
                lambda images, draws: mirrored(images, draws)[0],
                _about(
                    "Only the first picture comes back. Does the loop return before it has seen the others?"
                ),
            ),
            "mask": Mistake(
                lambda images, draws: (draws < 0.5).astype(float),
                _about("That says which pictures to mirror. What becomes of them?"),
            ),
        },
        success='Keras\' `layers.RandomFlip("horizontal")` does this while training, with new dice each time, and nothing afterwards.',
    ),
    equivalent={
        **dict.fromkeys(
            (
                "draw < 0.5 -> draw <= 0.5",
                "new[draws < 0.5] -> new[draws <= 0.5]",
                "new[draws < 0.5][:, :, ::-1] -> new[draws <= 0.5][:, :, ::-1]",
                "np.fliplr(i) if d < 0.5 else i -> np.fliplr(i) if d <= 0.5 else i",
                "chosen = (draws < 0.5).reshape(-1, 1, 1) -> chosen = (draws <= 0.5).reshape(-1, 1, 1)",
                "draws[n] < 0.5 -> draws[n] <= 0.5",
                "keras.ops.reshape(draws < 0.5, (-1, 1, 1)) -> keras.ops.reshape(draws <= 0.5, (-1, 1, 1))",
            ),
            "no draw is exactly 0.5",
        ),
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
