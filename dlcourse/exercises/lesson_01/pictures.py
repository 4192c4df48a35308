"""Exercises 1.3, 1.5 and 1.6: pictures made ready, held back, and read by a rule. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, show
from dlcourse.exercises.lesson_01.checks import check_hold_out, check_normalise, check_zero_or_one, pixels
from dlcourse.exercises.lesson_01.labels import NUMPY

ALSO_A_RULE = "the exercise asks for any rule that reads nine in ten, and this one does"


def _largest(seen: Seen) -> str:
    return " and ".join(show(float(np.max(part))) for part in seen.got)


def _pictures(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Training pictures that use the whole range from 0 to 255, beside darker and brighter test pictures."""
    small = (
        np.array([[[0, 51], [204, 255]]], dtype=np.uint8),
        np.array([[[102, 153], [51, 0]]], dtype=np.uint8),
    )
    many = rng.integers(0, 256, size=(4, 3, 3), dtype=np.uint8)
    many[0, 0, :2] = 0, 255
    return [small, (many, rng.integers(0, 200, size=(2, 3, 3), dtype=np.uint8))]


NORMALISE = Exercise(
    id="1.3",
    title="Both sets, the same way",
    kind="function",
    starter="""
        def normalise(train_images, test_images):
            ...
    """,
    setup=NUMPY,
    right=[
        """
        def normalise(train_images, test_images):
            return train_images / 255, test_images / 255
        """,
        """
        def normalise(train_images, test_images):
            scaled = []
            for images in (train_images, test_images):
                scaled.append(images.astype("float32") * (1 / 255))
            return scaled
        """,
        """
        def normalise(train_images, test_images):
            brightest = train_images.max()
            return train_images / brightest, test_images / brightest
        """,
    ],
    wrong={
        "train_only": [
            "def normalise(train_images, test_images):\n    return train_images / 255, test_images"
        ],
        "test_only": [
            "def normalise(train_images, test_images):\n    return train_images, test_images / 255"
        ],
        "not_divided": [
            "def normalise(train_images, test_images):\n"
            "    return train_images.astype('float32'), test_images.astype('float32')"
        ],
        "divided_twice": [
            "def normalise(train_images, test_images):\n    train_images = train_images / 255\n"
            "    test_images = test_images / 255\n    return train_images / 255, test_images / 255"
        ],
        "test_divided_twice": [
            "def normalise(train_images, test_images):\n"
            "    return train_images / 255, test_images / 255 / 255"
        ],
        "integer_division": [
            "def normalise(train_images, test_images):\n    return train_images // 255, test_images // 255",
            "def normalise(train_images, test_images):\n"
            "    return (train_images / 255).astype(int), (test_images / 255).astype(int)",
        ],
        "each_its_own": [
            "def normalise(train_images, test_images):\n"
            "    return train_images / train_images.max(), test_images / test_images.max()"
        ],
        "by_256": [
            "def normalise(train_images, test_images):\n    return train_images / 256, test_images / 256"
        ],
        "exchanged": [
            "def normalise(train_images, test_images):\n    return test_images / 255, train_images / 255"
        ],
        "wrong_type": ["def normalise(train_images, test_images):\n    return 255"],
        "wrong_length": ["def normalise(train_images, test_images):\n    return [train_images / 255]"],
        "in_place": [
            "def normalise(train_images, test_images):\n    train_images /= 255\n    test_images /= 255\n"
            "    return train_images, test_images"
        ],
        "reshaped": [
            "def normalise(train_images, test_images):\n"
            "    return train_images.reshape(-1, 784) / 255, test_images.reshape(-1, 784) / 255"
        ],
        "wrong_value": [
            "def normalise(train_images, test_images):\n    return train_images / 127.5 - 1, test_images / 127.5 - 1",
            "def normalise(train_images, test_images):\n    return train_images / 100, test_images / 100",
            "def normalise(train_images, test_images):\n"
            "    return [x / x.max(axis=(1, 2), keepdims=True) for x in (train_images, test_images)]",
        ],
        "raised": ["def normalise(train_images, test_images):\n    return train / 255, test / 255"],
        "returns_none": [
            "def normalise(train_images, test_images):\n    train_images = train_images / 255\n"
            "    test_images = test_images / 255"
        ],
    },
    check=check_normalise(
        lambda train_images, test_images: (train_images / 255, test_images / 255),
        cases=_pictures,
        rtol=1e-3,
        mistakes={
            "train_only": Mistake(
                lambda a, b: (a / 255, b),
                lambda seen: (
                    f"The largest numbers you return are {_largest(seen)}: the training pictures are small now, "
                    "the test pictures as before. That is the network you have just seen: sure of everything."
                ),
            ),
            "test_only": Mistake(
                lambda a, b: (a, b / 255),
                lambda seen: (
                    f"The largest numbers you return are {_largest(seen)}. The network would learn on large "
                    "numbers and be tested on small ones: it would be sure of nothing."
                ),
            ),
            "not_divided": Mistake(
                lambda a, b: (a, b),
                lambda seen: (
                    f"The largest numbers you return are {_largest(seen)}: decimals, but as large as before. "
                    "Paper should be 0 and the darkest ink 1."
                ),
            ),
            "divided_twice": Mistake(
                lambda a, b: (a / 255**2, b / 255**2),
                lambda seen: (
                    f"The largest numbers you return are {_largest(seen)}, where ink of 255 should become 1. "
                    "How often do you divide?"
                ),
            ),
            "test_divided_twice": Mistake(
                lambda a, b: (a / 255, b / 255**2),
                lambda seen: (
                    f"The largest numbers you return are {_largest(seen)}. The test pictures have been divided "
                    "once more than the training pictures: to the network they are blank paper."
                ),
            ),
            "integer_division": Mistake(
                lambda a, b: (a // 255, b // 255),
                lambda seen: (
                    f"Of the training pixels 0, 51, 204 and 255 your function makes {pixels(seen.got[0])}: whole numbers only. "
                    "Every grey is lost: all that is not fully black has become paper."
                ),
            ),
            "each_its_own": Mistake(
                lambda a, b: (a / a.max(), b / b.max()),
                lambda seen: (
                    f"For test pictures whose darkest pixel is {show(np.max(seen.inputs['test_images']))} you "
                    f"return {_largest(seen)} as the largest numbers. Grey has become black there: the same ink means two "
                    "things in the two sets. Both need the same divisor."
                ),
            ),
            "by_256": Mistake(
                lambda a, b: (a / 256, b / 256),
                lambda seen: (
                    f"Close: ink of 255 becomes {show(float(np.max(seen.got[0])))}. There are 256 shades, but "
                    "the largest has the number 255."
                ),
            ),
            "exchanged": Mistake(
                lambda a, b: (b / 255, a / 255),
                "The numbers are right; the two sets come back in each other's place.",
            ),
        },
        success="Whatever is done to the pictures a network learns from must be done to every picture it will ever see.",
    ),
    hints=(
        "Which number should 255 become, and which should 0? The same for every picture, in whichever set it is.",
        "An array divided by a number is divided everywhere. A function may return two things: `return first, second`.",
        """
        def normalise(train_images, test_images):
            return train_images / ___, ___ / ___
        """,
    ),
)

HOLD_OUT = Exercise(
    id="1.5",
    title="Hold some pictures back",
    kind="function",
    starter="""
        def hold_out(images, labels, n):
            ...
    """,
    setup=NUMPY,
    right=[
        """
        def hold_out(images, labels, n):
            return images[n:], labels[n:], images[:n], labels[:n]
        """,
        """
        def hold_out(images, labels, n):
            order = np.random.default_rng(0).permutation(len(images))
            test, rest = order[:n], order[n:]
            return images[rest], labels[rest], images[test], labels[test]
        """,
        """
        def hold_out(images, labels, n):
            last = len(images) - n
            x_train, x_test = np.split(images, [last])
            y_train, y_test = np.split(labels, [last])
            return x_train, y_train, x_test, y_test
        """,
    ],
    wrong={
        "tested_on_training": [
            "def hold_out(images, labels, n):\n    return images, labels, images[:n], labels[:n]",
            "def hold_out(images, labels, n):\n    return images[:-n], labels[:-n], images[:n], labels[:n]",
            "def hold_out(images, labels, n):\n    return images, labels, images, labels",
        ],
        "labels_apart": [
            "def hold_out(images, labels, n):\n    images = np.random.default_rng(1).permutation(images)\n"
            "    return images[n:], labels[n:], images[:n], labels[:n]",
            "def hold_out(images, labels, n):\n    return images[n:], labels[:-n], images[:n], labels[-n:]",
        ],
        "drawn_twice": [
            f"def hold_out(images, labels, n):\n    test = {draw}\n    rest = np.ones(len(images), bool)\n"
            "    rest[test] = False\n    return images[rest], labels[rest], images[test], labels[test]"
            for draw in ("np.random.choice(len(images), n)", "np.random.randint(0, len(images), size=n)")
        ],
        "sizes_swapped": [
            "def hold_out(images, labels, n):\n    return images[:n], labels[:n], images[n:], labels[n:]"
        ],
        "other_order": [
            "from sklearn.model_selection import train_test_split\n\ndef hold_out(images, labels, n):\n"
            "    return train_test_split(images, labels, test_size=n)",
            "def hold_out(images, labels, n):\n    return labels[n:], images[n:], labels[:n], images[:n]",
            "def hold_out(images, labels, n):\n    return labels[n:], labels[:n], images[n:], images[:n]",
        ],
        "one_picture": [
            "def hold_out(images, labels, n):\n    return images[n:], labels[n:], images[n], labels[n]",
        ],
        "lost": [
            "def hold_out(images, labels, n):\n    return images[n + 1:], labels[n + 1:], images[:n], labels[:n]"
        ],
        "wrong_count": [
            "def hold_out(images, labels, n):\n    return images[n + 1:], labels[n + 1:], images[:n + 1], labels[:n + 1]",
        ],
        "labels_missing": [
            "def hold_out(images, labels, n):\n    return images[n:], labels, images[:n], labels"
        ],
        "not_four": [
            "def hold_out(images, labels, n):\n    return images[n:], images[:n]",
            "def hold_out(images, labels, n):\n    return images[n:]",
        ],
        "changed": [
            "def hold_out(images, labels, n):\n    return images[n:] / 255, labels[n:], images[:n] / 255, labels[:n]",
        ],
        "wrong_shape": [
            "def hold_out(images, labels, n):\n    flat = images.reshape(-1)\n"
            "    return flat[n:], labels[n:], flat[:n], labels[:n]",
        ],
        "wrong_type": [
            "def hold_out(images, labels, n):\n    return 'x_train', 'y_train', 'x_test', 'y_test'"
        ],
        "returns_none": ["def hold_out(images, labels, n):\n    x_test = images[:n]"],
        "not_a_function": ["hold_out = 5"],
    },
    check=check_hold_out,
    equivalent={
        "np.random.default_rng(0).permutation -> np.random.default_rng(1).permutation": "any shuffle is as good"
    },
    hints=(
        "Every picture goes to exactly one of two heaps, and takes its label along.",
        "`images[:n]` are the first n, `images[n:]` all the others. Labels are cut the same way.",
        """
        def hold_out(images, labels, n):
            return images[___], labels[___], images[___], labels[___]
        """,
    ),
)

ZERO_OR_ONE = Exercise(
    id="1.6",
    title="A rule for 0 and 1",
    kind="function",
    starter="""
        def zero_or_one(image):
            ...
    """,
    setup=NUMPY,
    right=[
        """
        def zero_or_one(image):
            return 1 if image[14, 14] > 0.5 else 0
        """,
        """
        def zero_or_one(image):
            ink = image[14] > 0.5
            strokes = (ink[1:] & ~ink[:-1]).sum()
            return int(strokes == 1)
        """,
        """
        def zero_or_one(image):
            return image.sum() < 85
        """,
    ],
    wrong={
        "other_way_round": [
            "def zero_or_one(image):\n    return 0 if image[14, 14] > 0.5 else 1",
            "def zero_or_one(image):\n    return int(image.sum() > 85)",
        ],
        "wrong_scale": [
            "def zero_or_one(image):\n    return 1 if image[14, 14] > 127 else 0",
            "def zero_or_one(image):\n    return int(image.sum() < 85 * 255 and image.sum() > 255)",
        ],
        "always_the_same": [
            "def zero_or_one(image):\n    return 1",
            "def zero_or_one(image):\n    return 0",
        ],
        "not_enough": [
            "def zero_or_one(image):\n    return 1 if image[0:9].sum() < 12 else 0",
            "def zero_or_one(image):\n    return 1 if image[14, 10] > 0.5 else 0",
        ],
        "neither": [
            "def zero_or_one(image):\n    return 'one'",
            "def zero_or_one(image):\n    return '1' if image[14, 14] > 0.5 else '0'",
            "def zero_or_one(image):\n    return image[13:15, 13:15] > 0.5",
            "def zero_or_one(image):\n    return image[14, 14]",
        ],
        "returns_none": [
            "def zero_or_one(image):\n    print(1 if image[14, 14] > 0.5 else 0)",
            "def zero_or_one(image):\n    if image[14, 14] > 0.5:\n        return 1",
        ],
        "raised": ["def zero_or_one(image):\n    return int(image[28, 14] > 0.5)"],
        "not_a_function": ["zero_or_one = 1"],
    },
    check=check_zero_or_one,
    equivalent={
        "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] >= 0.5 else 0": ALSO_A_RULE,
        "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] > 0.625 else 0": ALSO_A_RULE,
        "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] > 0.25 else 0": ALSO_A_RULE,
        "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[15, 14] > 0.5 else 0": ALSO_A_RULE,
        "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[13, 14] > 0.5 else 0": ALSO_A_RULE,
        "ink = image[14] > 0.5 -> ink = image[14] >= 0.5": ALSO_A_RULE,
        "ink = image[14] > 0.5 -> ink = image[14] < 0.5": "counts the gaps of paper instead of the strokes",
        "ink = image[14] > 0.5 -> ink = image[14] > 0.625": ALSO_A_RULE,
        "ink = image[14] > 0.5 -> ink = image[14] > 0.25": ALSO_A_RULE,
        "ink = image[14] > 0.5 -> ink = image[15] > 0.5": ALSO_A_RULE,
        "ink = image[14] > 0.5 -> ink = image[13] > 0.5": ALSO_A_RULE,
        "return image.sum() < 85 -> return image.sum() <= 85": ALSO_A_RULE,
        "return image.sum() < 85 -> return image.sum() < 86": ALSO_A_RULE,
        "return image.sum() < 85 -> return image.sum() < 84": ALSO_A_RULE,
    },
    hints=(
        "Draw a 0 and a 1 on paper and lay a coin on each. Where does the coin cover ink in one and paper in the other?",
        "`image[14, 14]` is the pixel in the middle: 0 is paper, 1 is ink. How much ink there is in all, `image.sum()`, "
        "tells something too.",
        """
        def zero_or_one(image):
            return 1 if image[___, ___] > ___ else 0
        """,
    ),
)
