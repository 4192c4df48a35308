"""Exercises 1.1 and 1.2: labels as probabilities, probabilities as answers. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show

NUMPY = "import numpy as np"


def _row(place: int, value: float = 1.0) -> np.ndarray:
    row = np.zeros(10)
    row[place] = value
    return row


def _answers(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Square tables of probabilities, so that a mean down the wrong side has the right shape; and labels.

    In the third a certainty of 1 meets a label 1: the largest number taken for the class is right there once, so it
    differs from an answer that is 0 whatever it is given. In the last table each known mistake agrees with the labels of some rows, of a different number each.
    """
    three = np.array([[0.1, 0.7, 0.2], [0.15, 0.05, 0.8], [0.25, 0.35, 0.4]]), np.array([1, 2, 0])
    sure = np.array([[0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 0.0], [0.1, 0.1, 0.2, 0.6], [0.4, 0.3, 0.2, 0.1]])
    certain = np.array([[0.0, 1.0, 0.0], [0.2, 0.3, 0.5], [1.0, 0.0, 0.0]]), np.array([1, 2, 2])
    many = rng.dirichlet(np.full(20, 0.3), size=20)
    labels = many.argmax(axis=1)
    labels[8:14] = many.argmax(axis=0)[8:14]
    labels[14:18] = many.argmin(axis=1)[14:18]
    labels[18:] = (many.argmax(axis=1)[18:] + 1) % 20
    return [three, (sure, np.array([2, 2, 3, 0])), certain, (many, labels)]


def _no_share(seen: Seen) -> str:
    """What to say to an answer that is 0 or False as long as one picture is misread."""
    if isinstance(seen.got, bool | np.bool_):
        return (
            f"You return {show(seen.got)}: one verdict about all pictures together, right only if every one is. "
            f"The share of them is asked; here {show(seen.expected)}."
        )
    return (
        f"You return {show(seen.got)}, and two of these three pictures are right. A share is a number from 0 to 1: "
        "are its decimals cut off on the way, as `int` and `//` do?"
    )


def _first(seen: Seen) -> str:
    """The first picture's probabilities, for a message."""
    return show(np.asarray(seen.inputs["probabilities"])[0])


ONE_HOT = Exercise(
    id="1.1",
    title="A label as ten probabilities",
    kind="function",
    starter="""
        def one_hot(label):
            ...
    """,
    setup=NUMPY,
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
        "nothing_set": ["def one_hot(label):\n    row = np.zeros(10)\n    row[label] == 1\n    return row"],
        "up_to_the_label": ["def one_hot(label):\n    return [1] * (label + 1) + [0] * (9 - label)"],
        "always_the_same": ["def one_hot(label):\n    return np.eye(10)[3]"],
        "wrong_shape": [
            "def one_hot(label):\n    return np.arange(11) == label",
            "def one_hot(label):\n    return np.eye(10)[[label]]",
            "def one_hot(label):\n    return np.eye(label + 1)[label]",
        ],
        "wrong_type": ["def one_hot(label):\n    return '0001000000'"],
        "raised": ["def one_hot(label):\n    row = np.zeros(10)\n    row[label, 0] = 1\n    return row"],
        "returns_none": ["def one_hot(label):\n    row = np.zeros(10)\n    row[label] = 1"],
    },
    check=function_check(
        lambda label: np.eye(10)[label],
        arguments=("label",),
        cases=[(3,), (0,), (9,), (1,), (6,)],
        mistakes={
            "counted_from_one": Mistake(
                lambda label: _row(label - 1),
                "For label {label} your 1 stands at the wrong place: {got}. Which digit does the first of the ten places belong to?",
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
)

ACCURACY = Exercise(
    id="1.2",
    title="From probabilities to a score",
    kind="bug",
    starter="""
        def accuracy(probabilities, labels):
            answers = probabilities.max(axis=1)
            return np.mean(answers == labels)
    """,
    setup=NUMPY,
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
        "no_share": [
            "def accuracy(probabilities, labels):\n    return int(np.mean(probabilities.argmax(axis=1) == labels))",
            "def accuracy(probabilities, labels):\n"
            "    return np.sum(probabilities.argmax(axis=1) == labels) // len(labels)",
            "def accuracy(probabilities, labels):\n    return all(probabilities.argmax(axis=1) == labels)",
            "def accuracy(probabilities, labels):\n    return list(probabilities.argmax(axis=1)) == list(labels)",
            "def accuracy(probabilities, labels):\n    return 0",
        ],
        "wrong_shape": [
            "def accuracy(probabilities, labels):\n    return probabilities.argmax(axis=1) == labels",
        ],
        "one_too_far": [
            "def accuracy(probabilities, labels):\n    return np.mean(probabilities.argmax(axis=1) + 1 == labels)",
        ],
        "probability_of_label": [
            "def accuracy(probabilities, labels):\n    return np.mean(probabilities[np.arange(len(labels)), labels])",
        ],
        "wrong_value": [
            "def accuracy(probabilities, labels):\n    return np.mean(probabilities.round() == labels)",
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
                "columns: which picture is most of a 0, of a 1, of a 2?",
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
                "You return {got}: that is the share of wrong answers, {labels} being the labels.",
            ),
            "least_likely": Mistake(
                lambda p, y: np.mean(p.argmin(axis=1) == y),
                "You return {got}. You take the class the network believes in least.",
            ),
            "no_share": Mistake(lambda p, y: int(np.mean(p.argmax(axis=1) == y)), _no_share),
            "one_too_far": Mistake(
                lambda p, y: np.mean(p.argmax(axis=1) + 1 == y),
                "You return {got}. Place 0 of a row is the probability of the digit 0: nothing needs to be added.",
            ),
            "probability_of_label": Mistake(
                lambda p, y: np.mean(p[np.arange(len(y)), y]),
                "For three pictures you return {got}: how much probability the true digits got, on average. Accuracy only "
                "asks whether the true digit got the most.",
            ),
        },
        success="`max` says how sure, `argmax` says what. Nearly every program around a classifier needs both, and "
        "exchanging them raises no error.",
    ),
    hints=(
        "Look at the table above. The labels are digits. Which of its last two columns holds digits?",
        "You need the place of the largest number in each row (`axis=1`), not the number itself: the function's name "
        "begins with `arg`.",
        """
        def accuracy(probabilities, labels):
            answers = probabilities.___(axis=___)
            return np.mean(answers == labels)
        """,
    ),
)
