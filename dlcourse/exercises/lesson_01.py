"""Lesson 1, what is deep learning: labels and probabilities, fair tests, a rule by hand, a network of one's own."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, choice_check, function_check, show
from dlcourse.exercises.checks_01 import check_hold_out, check_own_network, check_zero_or_one

TITLE = "What is deep learning?"

_ALSO_A_RULE = "the exercise asks for any rule that reads nine in ten, and this one does"
_NUMPY = "import numpy as np"
_DIGITS = """
    import keras
    import numpy as np
    from keras import layers

    from dlcourse import datasets

    keras.utils.set_random_seed(1)
    (train_images, y_train), (test_images, y_test) = datasets.mnist()
    x_train = train_images.astype("float32") / 255
    x_test = test_images.astype("float32") / 255

    def train(network, images, labels, epochs=5):
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        network.fit(images, labels, epochs=epochs, batch_size=128, verbose=0)
        return network
"""


def _row(place: int, value: float = 1.0) -> np.ndarray:
    row = np.zeros(10)
    row[place] = value
    return row


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


def _answers(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Square tables of probabilities, so that a mean down the wrong side has the right shape; and labels."""
    three = np.array([[0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.3, 0.3, 0.4]]), np.array([1, 0, 1])
    sure = np.array([[0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 0.0], [0.1, 0.1, 0.2, 0.6], [0.4, 0.3, 0.2, 0.1]])
    ten = rng.dirichlet(np.full(10, 0.3), size=10)
    labels = ten.argmax(axis=1)
    labels[:3] = (labels[:3] + 1) % 10
    return [three, (sure, np.array([2, 2, 3, 0])), (ten, labels)]


def _first(seen: Seen) -> str:
    """The first picture's probabilities, for a message."""
    return show(np.asarray(seen.inputs["probabilities"])[0])


EXERCISES = [
    Exercise(
        id="1.1",
        title="A label as ten probabilities",
        kind="function",
        starter="""
            def one_hot(label):
                ...
        """,
        setup=_NUMPY,
        right=[
            """
            def one_hot(label):
                row = np.zeros(10)
                row[label] = 1
                return row
            """,
            """
            def one_hot(label):
                return [1 if digit == label else 0 for digit in range(10)]
            """,
            """
            def one_hot(label):
                return np.eye(10)[label]
            """,
            """
            def one_hot(label):
                return np.arange(10) == label
            """,
        ],
        wrong={
            "counted_from_one": [
                "def one_hot(label):\n    row = np.zeros(10)\n    row[label - 1] = 1\n    return row"
            ],
            "still_the_index": [
                "def one_hot(label):\n    return label",
                "def one_hot(label):\n    return int(label)",
            ],
            "label_in_its_place": [
                "def one_hot(label):\n    row = [0] * 10\n    row[label] = label\n    return row"
            ],
            "all_but_one": ["def one_hot(label):\n    row = np.ones(10)\n    row[label] = 0\n    return row"],
            "nothing_set": [
                "def one_hot(label):\n    row = np.zeros(10)\n    row[label] == 1\n    return row"
            ],
            "up_to_the_label": ["def one_hot(label):\n    return [1] * (label + 1) + [0] * (9 - label)"],
            "always_the_same": ["def one_hot(label):\n    return np.eye(10)[3]"],
            "wrong_shape": [
                "def one_hot(label):\n    return np.arange(11) == label",
                "def one_hot(label):\n    return np.eye(10)[[label]]",
                "def one_hot(label):\n    return np.eye(label + 1)[label]",
            ],
            "wrong_type": ["def one_hot(label):\n    return '0001000000'"],
            "raised": ["def one_hot(label):\n    return np.zeros(9)[label]"],
            "returns_none": ["def one_hot(label):\n    row = np.zeros(10)\n    row[label] = 1"],
        },
        check=function_check(
            lambda label: np.eye(10)[label],
            arguments=("label",),
            cases=[(3,), (0,), (9,), (1,), (6,)],
            mistakes={
                "counted_from_one": Mistake(
                    lambda label: _row(label - 1),
                    "For label {label} your 1 stands at the wrong place: {got}. Which digit does the *first* place belong to?",
                ),
                "still_the_index": Mistake(
                    lambda label: label,
                    "For label {label} you return {got}: that is the class index still, the name of the class. One-hot is "
                    "a row of ten numbers, one for each digit.",
                ),
                "label_in_its_place": Mistake(
                    lambda label: _row(label, label),
                    "For label {label} you return {got}. The place is right; as a probability {label} is too much, and a "
                    "0 would get nothing at all.",
                ),
                "all_but_one": Mistake(
                    lambda label: 1 - _row(label),
                    "For label {label} you return {got}: certain of every digit but the right one.",
                ),
                "nothing_set": Mistake(
                    lambda label: np.zeros(10),
                    "For label {label} you return ten zeros. No place has been given its probability: `==` compares, `=` sets.",
                ),
                "up_to_the_label": Mistake(
                    lambda label: (np.arange(10) <= label).astype(float),
                    "For label {label} you return {got}: every place up to the label is 1. Only one of the ten is true.",
                ),
            },
            success="Class index and one-hot say the same in two forms. The loss must be told which one it gets: "
            "`sparse_categorical_crossentropy` takes the index, `categorical_crossentropy` the row.",
        ),
        hints=(
            "Ten numbers, all 0 but one. Which place is the one for label 0, and which for label 9?",
            "`np.zeros(10)` makes ten zeros; `row[2] = 5` changes the number at place 2. Python counts from 0, as the digits do.",
            """
            def one_hot(label):
                row = np.zeros(___)
                row[___] = ___
                return row
            """,
        ),
    ),
    Exercise(
        id="1.2",
        title="From probabilities to a score",
        kind="bug",
        starter="""
            def accuracy(probabilities, labels):
                answers = probabilities.max(axis=1)
                return np.mean(answers == labels)
        """,
        setup=_NUMPY,
        right=[
            """
            def accuracy(probabilities, labels):
                answers = probabilities.argmax(axis=1)
                return np.mean(answers == labels)
            """,
            """
            def accuracy(probabilities, labels):
                right = 0
                for row, label in zip(probabilities, labels):
                    if list(row).index(max(row)) == label:
                        right += 1
                return right / len(labels)
            """,
            """
            def accuracy(probabilities, labels):
                return (np.argsort(probabilities)[:, -1] == labels).sum() / len(labels)
            """,
        ],
        wrong={
            "probability_for_class": [
                "def accuracy(probabilities, labels):\n    return np.mean(np.max(probabilities, axis=1) == labels)",
                "def accuracy(probabilities, labels):\n    answers = probabilities.max(1)\n"
                "    return (answers == labels).mean()",
            ],
            "confidence": [
                "def accuracy(probabilities, labels):\n    return np.mean(probabilities.max(axis=1))",
            ],
            "wrong_axis": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmax(axis=0)\n"
                "    return np.mean(answers == labels)",
            ],
            "no_axis": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmax()\n"
                "    return np.mean(answers == labels)",
            ],
            "counted": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmax(axis=1)\n"
                "    return np.sum(answers == labels)",
            ],
            "in_percent": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmax(axis=1)\n"
                "    return 100 * np.mean(answers == labels)",
            ],
            "share_of_mistakes": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmax(axis=1)\n"
                "    return np.mean(answers != labels)",
            ],
            "least_likely": [
                "def accuracy(probabilities, labels):\n    answers = probabilities.argmin(axis=1)\n"
                "    return np.mean(answers == labels)",
            ],
            "wrong_shape": [
                "def accuracy(probabilities, labels):\n    return probabilities.argmax(axis=1) == labels",
            ],
            "wrong_value": [
                "def accuracy(probabilities, labels):\n    return np.mean(probabilities[np.arange(len(labels)), labels])",
            ],
        },
        check=function_check(
            lambda probabilities, labels: float(np.mean(probabilities.argmax(axis=1) == labels)),
            arguments=("probabilities", "labels"),
            cases=_answers,
            mistakes={
                "probability_for_class": Mistake(
                    lambda p, y: np.mean(p.max(axis=1) == y),
                    lambda seen: (
                        f"You return {show(seen.got)}. For a picture with {_first(seen)} you take the number "
                        f"{show(np.max(np.asarray(seen.inputs['probabilities'])[0]))}, how sure the network is, and compare it "
                        "with the label, which digit it is. These are never the same kind of thing."
                    ),
                ),
                "confidence": Mistake(
                    lambda p, y: np.mean(p.max(axis=1)),
                    "For three pictures you return {got}: that is how sure the network was, on average. The labels have "
                    "not been asked. A network can be sure and wrong.",
                ),
                "wrong_axis": Mistake(
                    lambda p, y: np.mean(p.argmax(axis=0) == y),
                    "For three pictures you return {got}. Each row holds one picture's probabilities; you look down the "
                    "columns: which *picture* is most of a 0, of a 1, of a 2?",
                ),
                "no_axis": Mistake(
                    lambda p, y: np.mean(p.argmax() == y),
                    "For three pictures you return {got}. Without an axis you get a single place for the whole table, and "
                    "not one answer for each picture.",
                ),
                "counted": Mistake(
                    lambda p, y: np.sum(p.argmax(axis=1) == y),
                    "For three pictures you return {got}: a count. Accuracy is a share, the same whether 3 pictures are "
                    "asked or 10,000.",
                ),
                "in_percent": Mistake(
                    lambda p, y: 100 * np.mean(p.argmax(axis=1) == y),
                    "You return {got}, in per cent. As a share, all right is 1.",
                ),
                "share_of_mistakes": Mistake(
                    lambda p, y: np.mean(p.argmax(axis=1) != y),
                    "You return {got}: that is the share of *wrong* answers, {labels} being the labels.",
                ),
                "least_likely": Mistake(
                    lambda p, y: np.mean(p.argmin(axis=1) == y),
                    "You return {got}. You take the class the network believes in least.",
                ),
            },
            success="`max` says how sure, `argmax` says what. Nearly every program around a classifier needs both, and "
            "exchanging them raises no error.",
        ),
        hints=(
            "Print `answers` for a few pictures. Are these digits?",
            "You need the *place* of the largest number in each row, not the number. NumPy has a function for it whose name "
            "begins with `arg`.",
            """
            def accuracy(probabilities, labels):
                answers = probabilities.___(axis=___)
                return np.mean(answers == labels)
            """,
        ),
    ),
    Exercise(
        id="1.3",
        title="Both sets, the same way",
        kind="function",
        starter="""
            def normalise(train_images, test_images):
                ...
        """,
        setup=_NUMPY,
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
            "multiplied": [
                "def normalise(train_images, test_images):\n    return train_images * 255.0, test_images * 255.0"
            ],
            "wrong_type": ["def normalise(train_images, test_images):\n    return 255"],
            "wrong_length": ["def normalise(train_images, test_images):\n    return [train_images / 255]"],
            "raised": [
                "def normalise(train_images, test_images):\n    train_images /= 255\n    test_images /= 255\n"
                "    return train_images, test_images"
            ],
            "returns_none": [
                "def normalise(train_images, test_images):\n    train_images = train_images / 255\n"
                "    test_images = test_images / 255"
            ],
        },
        check=function_check(
            lambda train_images, test_images: (train_images / 255, test_images / 255),
            arguments=("train_images", "test_images"),
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
                        "numbers and be tested on small ones."
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
                    "For {inputs} you return {got}: whole numbers only. Every grey is lost, and all that is not fully black "
                    "has become paper.",
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
                "multiplied": Mistake(
                    lambda a, b: (a * 255.0, b * 255.0),
                    lambda seen: (
                        f"The largest numbers you return are {_largest(seen)}. They should shrink to 1."
                    ),
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
    ),
    Exercise(
        id="1.4",
        title="What 99.9 % means",
        kind="choice",
        starter="...",
        right=['"c"', '"C)"'],
        wrong={
            "certainty": ['"a"'],
            "any_picture": ['"b"'],
            "accuracy": ['"d"'],
            "not_a_choice": ['"e"', "99.9"],
        },
        check=choice_check(
            "c",
            {
                "a": (
                    "certainty",
                    "Look at the gallery of mistakes again: there are digits about which the network was almost as sure, and "
                    "wrong. And 0.1 % of a million letters are a thousand.",
                ),
                "b": (
                    "any_picture",
                    "That would be fine, had the picture to be a digit. Nobody said so: to a piece of clothing the network has "
                    "given such numbers too, and not one of those was an 8.",
                ),
                "d": (
                    "accuracy",
                    "The score belongs to a whole test set, the 99.9 % to this one picture. The network is often less sure "
                    "than its score, and sometimes more.",
                ),
            },
            success="A probability is a promise about many pictures like those it was tested on. About others it promises nothing.",
        ),
        hints=(
            "Two measurements above say when the number can be trusted, and when it can't.",
            "Compare the claim about the digits of which the network is over 99 % sure with the claim about the clothes.",
            "The number is a promise about ___ pictures, provided that they are like ___.",
        ),
    ),
    Exercise(
        id="1.5",
        title="Hold some pictures back",
        kind="function",
        starter="""
            def hold_out(images, labels, n):
                ...
        """,
        setup=_NUMPY,
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
            "sizes_swapped": [
                "def hold_out(images, labels, n):\n    return images[:n], labels[:n], images[n:], labels[n:]"
            ],
            "other_order": [
                "from sklearn.model_selection import train_test_split\n\ndef hold_out(images, labels, n):\n"
                "    return train_test_split(images, labels, test_size=n)",
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
        hints=(
            "Every picture goes to exactly one of two heaps, and takes its label along.",
            "`images[:n]` are the first n, `images[n:]` all the others. Labels are cut the same way.",
            """
            def hold_out(images, labels, n):
                return images[___], labels[___], images[___], labels[___]
            """,
        ),
    ),
    Exercise(
        id="1.6",
        title="A rule for 0 and 1",
        kind="function",
        starter="""
            def zero_or_one(image):
                ...
        """,
        setup=_NUMPY,
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
                "def zero_or_one(image):\n    return image[13:15, 13:15] > 0.5",
                "def zero_or_one(image):\n    return image[14, 14]",
            ],
            "returns_none": ["def zero_or_one(image):\n    if image[14, 14] > 0.5:\n        return 1"],
            "raised": ["def zero_or_one(image):\n    return int(image[28, 14] > 0.5)"],
            "not_a_function": ["zero_or_one = 1"],
        },
        check=check_zero_or_one,
        equivalent={
            "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] >= 0.5 else 0": _ALSO_A_RULE,
            "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] > 0.625 else 0": _ALSO_A_RULE,
            "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[14, 14] > 0.25 else 0": _ALSO_A_RULE,
            "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[15, 14] > 0.5 else 0": _ALSO_A_RULE,
            "return 1 if image[14, 14] > 0.5 else 0 -> return 1 if image[13, 14] > 0.5 else 0": _ALSO_A_RULE,
            "ink = image[14] > 0.5 -> ink = image[14] >= 0.5": _ALSO_A_RULE,
            "ink = image[14] > 0.5 -> ink = image[14] < 0.5": "counts the gaps of paper instead of the strokes",
            "ink = image[14] > 0.5 -> ink = image[14] > 0.625": _ALSO_A_RULE,
            "ink = image[14] > 0.5 -> ink = image[14] > 0.25": _ALSO_A_RULE,
            "ink = image[14] > 0.5 -> ink = image[15] > 0.5": _ALSO_A_RULE,
            "ink = image[14] > 0.5 -> ink = image[13] > 0.5": _ALSO_A_RULE,
            "return image.sum() < 85 -> return image.sum() <= 85": _ALSO_A_RULE,
            "return image.sum() < 85 -> return image.sum() < 86": _ALSO_A_RULE,
            "return image.sum() < 85 -> return image.sum() < 84": _ALSO_A_RULE,
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
    ),
    Exercise(
        id="1.7",
        title="Whose limits, whose features?",
        kind="choice",
        starter="...",
        right=['"b"', '"B."'],
        wrong={
            "rules_are_not_learned": ['"a"'],
            "all_learning_is_deep": ['"c"'],
            "needs_a_network": ['"d"'],
            "not_a_choice": ['"z"', "2"],
        },
        check=choice_check(
            "b",
            {
                "a": (
                    "rules_are_not_learned",
                    "What it ends with is a row of ifs, that is true. But who chose the limits in them? Your rule and the tree "
                    "differed in exactly that.",
                ),
                "c": (
                    "all_learning_is_deep",
                    "It did learn from examples. What it was given, though, were three numbers that a person had thought of, "
                    "as the tree was given five.",
                ),
                "d": (
                    "needs_a_network",
                    "A network is one way to learn. The tree above had not a single neuron, and found every one of its limits "
                    "in the data.",
                ),
            },
            success="Limits from data, features from a person: machine learning. Had it made its own features from the raw "
            "account history, in layers, it would be deep learning.",
        ),
        hints=(
            "Ask two questions: who found the limits, and who found the features?",
            "Compare with the three readers in the bars above: the rule, the tree, the network. Which one is the bank's?",
            "The features came from ___, the limits from ___. That is what the ___ did.",
        ),
    ),
    Exercise(
        id="1.8",
        title="Your own network",
        kind="model",
        starter="mine = ...",
        setup=_DIGITS,
        right=[
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            train(mine, x_train, y_train)
            """,
            """
            pixels = keras.Input(shape=(28, 28))
            hidden = layers.Dense(64, activation="gelu")(layers.Flatten()(pixels))
            mine = keras.Model(pixels, layers.Dense(10, activation="softmax")(hidden))
            train(mine, x_train, y_train)
            """,
        ],
        wrong={
            "too_many_weights": [
                """
                mine = keras.Sequential([
                    keras.Input(shape=(28, 28)),
                    layers.Flatten(),
                    layers.Dense(128, activation="relu"),
                    layers.Dense(10, activation="softmax"),
                ])
                """
            ],
            "untrained": [
                """
                mine = keras.Sequential([
                    keras.Input(shape=(28, 28)),
                    layers.Flatten(),
                    layers.Dense(64, activation="relu"),
                    layers.Dense(10, activation="softmax"),
                ])
                """,
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
                train(mine, x_train[:6000], (y_train[:6000] + 1) % 10)
                """,
            ],
            "unnormalised": [
                """
                mine = keras.Sequential([
                    keras.Input(shape=(28, 28)),
                    layers.Flatten(),
                    layers.Dense(64, activation="relu"),
                    layers.Dense(10, activation="softmax"),
                ])
                train(mine, train_images[:20000], y_train[:20000], epochs=3)
                """
            ],
            "trained_on_test": [
                """
                mine = keras.Sequential([
                    keras.Input(shape=(28, 28)),
                    layers.Flatten(),
                    layers.Dense(64, activation="relu"),
                    layers.Dense(10, activation="softmax"),
                ])
                train(mine, x_test, y_test)
                """
            ],
            "reads_too_few": [
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
                train(mine, x_train[:10000], y_train[:10000], epochs=2)
                """,
                """
                mine = keras.Sequential([
                    keras.Input(shape=(28, 28)),
                    layers.Flatten(),
                    layers.Dense(64, activation="relu"),
                    layers.Dense(10, activation="softmax"),
                ])
                train(mine, x_train[:1000], y_train[:1000], epochs=40)
                """,
            ],
            "no_probabilities": [
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10)])
                """,
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="sigmoid")])
                """,
            ],
            "not_ten": [
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(1)])
                """,
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Dense(32), layers.Dense(10, activation="softmax")])
                """,
            ],
            "not_numbers": [
                """
                mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
                mine.set_weights([weight * np.nan for weight in mine.get_weights()])
                """
            ],
            "wrong_input": [
                """
                mine = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(64, activation="relu"),
                                         layers.Dense(10, activation="softmax")])
                """
            ],
            "not_built": [
                """
                mine = keras.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
                """
            ],
            "history": [
                """
                network = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
                network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
                mine = network.fit(x_train[:128], y_train[:128], verbose=0)
                """
            ],
            "not_a_model": ["mine = 0.97", "mine = keras.Sequential"],
        },
        check=check_own_network,
        seconds=20.0,
        trains=True,
        hints=(
            "Copy the cell that built the first network and change one number. Which layer holds most of the weights?",
            "Each neuron of the hidden layer has 784 weights and a bias. How many such neurons fit into 60,000?",
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(___, activation="relu"),
                layers.Dense(___, activation=___),
            ])
            train(mine, ___, ___)
            """,
        ),
    ),
]
