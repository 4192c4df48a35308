"""Exercise 7.7: from probabilities to labels. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check
from dlcourse.exercises.lesson_07.checks import zeros_and_ones


def _labels(p: np.ndarray, threshold: float) -> np.ndarray:
    return (np.ravel(p) > threshold).astype(int)


def _cases(rng: np.random.Generator) -> list[tuple]:
    """Columns as `predict` gives them (float32), with a number exactly at the threshold, and exact 0 and 1."""
    first = np.array([[0.9], [0.5], [0.2], [0.6]], dtype="float32")
    rows = [
        (first, 0.5),
        (np.array([[0.75], [0.6], [1.0], [0.8]], dtype="float32"), 0.75),
        (np.array([[0.25], [0.3], [0.0]], dtype="float32"), 0.25),
        (np.array([[0.7]], dtype="float32"), 0.9),
    ]
    for threshold in (0.9, 0.125, 0.5, 0.03):
        rows.append((rng.uniform(size=(int(rng.integers(2, 9)), 1)).astype("float32"), threshold))
    return rows


MISTAKES = {
    "column": Mistake(
        lambda p, threshold: (p > threshold).astype(int),
        "For {inputs} you return {got}: right decisions, as a *column*, each in a row of its own. Compared with a row of labels NumPy "
        "lays each on each (broadcasting), and makes a whole table of it. `[:, 0]` or `.ravel()` makes a row of a column.",
    ),
    "at_the_threshold": Mistake(
        lambda p, threshold: (p[:, 0] >= threshold).astype(int),
        "For {inputs} you return {got}. The second mail stands *exactly* at the threshold. Only what is above it is spam here.",
    ),
    "column_at_the_threshold": Mistake(
        lambda p, threshold: (p >= threshold).astype(int),
        "For {inputs} you return {got}. Two things: it is a column, `[:, 0]` makes a row of it; and a mail exactly at the threshold is not "
        "above it.",
    ),
    "always_half": Mistake(
        lambda p, threshold: (p[:, 0] > 0.5).astype(int),
        "For {inputs} you return {got}: you decide at 0.5, whatever `threshold` is. (`round` does so, too.)",
    ),
    "column_always_half": Mistake(
        lambda p, threshold: (p > 0.5).astype(int),
        "For {inputs} you return {got}: a column, decided at 0.5. Asked is a row, decided at `threshold`. (`round` knows no other limit than 0.5.)",
    ),
    "half_or_more": Mistake(
        lambda p, threshold: (p[:, 0] >= 0.5).astype(int),
        "For {inputs} you return {got}: you decide at 0.5, and count 0.5 itself as spam. Decide at `threshold`, and take only what is above.",
    ),
    "argmax": Mistake(
        lambda p, threshold: p.argmax(axis=1),
        "For {inputs} you return {got}. `argmax` looks for the largest in each row, and there is only one number in a row: it is always "
        "the place 0. That is for a network with a number for each class.",
    ),
    "argmax_of_all": Mistake(
        lambda p, threshold: int(p.argmax()),
        "For {inputs} you return {got}, the place of the largest probability of all. Asked is a label for each mail.",
    ),
    "cut_off": Mistake(
        lambda p, threshold: p[:, 0].astype(int),
        "For {inputs} you return {got}. `int` cuts off what stands behind the point: 0.9 becomes 0. Compare with the threshold first.",
    ),
    "column_cut_off": Mistake(
        lambda p, threshold: p.astype(int),
        "For {inputs} you return {got}. `int` cuts off what stands behind the point: 0.9 becomes 0. Compare with the threshold first, "
        "and make a row of the column.",
    ),
    "reversed": Mistake(
        lambda p, threshold: (p[:, 0] < threshold).astype(int),
        "For {inputs} you return {got}: 1 where the probability of spam is *low*. The label 1 means spam.",
    ),
    "column_reversed": Mistake(
        lambda p, threshold: (p < threshold).astype(int),
        "For {inputs} you return {got}: a column, with 1 where the probability of spam is *low*. Asked is a row, with 1 for spam.",
    ),
    "up_to": Mistake(
        lambda p, threshold: (p[:, 0] <= threshold).astype(int),
        "For {inputs} you return {got}: 0 and 1 are exchanged. The label 1 means spam.",
    ),
    "probabilities": Mistake(
        lambda p, threshold: p[:, 0],
        "For {inputs} you return {got}, the probabilities themselves. A label is 0 or 1: compare each with the threshold.",
    ),
    "probabilities_kept": Mistake(
        lambda p, threshold: p[:, 0] * (p[:, 0] > threshold),
        "For {inputs} you return {got}: 0 where it is no spam, and else the probability. The label of a spam is 1.",
    ),
    "places": Mistake(
        lambda p, threshold: np.flatnonzero(p[:, 0] > threshold),
        "For {inputs} you return {got}: the *places* of the spam mails. Asked is a label for each mail, 0 or 1.",
    ),
    "counted": Mistake(
        lambda p, threshold: int((p > threshold).sum()),
        "For {inputs} you return {got}: how *many* are spam. Asked is a label for each mail.",
    ),
    "only_the_first": Mistake(
        lambda p, threshold: int(p[0, 0] > threshold),
        "For {inputs} you return {got}: the label of the first mail alone. Does a `return` stand inside a loop?",
    ),
}

_ONE_COLUMN = "`predict` gives one column, which is the first and the last"

LABELS = Exercise(
    id="7.7",
    title="From probabilities to labels",
    kind="function",
    starter="""
        def labels_from(probabilities, threshold):
            ...
    """,
    setup="import numpy as np\nimport pandas as pd\nimport keras\nimport tensorflow as tf",
    right=(
        """
        def labels_from(probabilities, threshold):
            return (probabilities[:, 0] > threshold).astype(int)
        """,
        """
        def labels_from(probabilities, threshold):
            labels = []
            for row in probabilities:
                if row[0] > threshold:
                    labels.append(1)
                else:
                    labels.append(0)
            return labels
        """,
        """
        def labels_from(probabilities, threshold):
            return [int(p) for p in np.ravel(probabilities) > threshold]
        """,
        """
        def labels_from(probabilities, threshold):
            return np.where(probabilities.flatten() > threshold, 1.0, 0.0)
        """,
        """
        def labels_from(probabilities, threshold):
            spam = probabilities.flatten() - np.float32(threshold)
            spam[spam > 0] = 1
            spam[spam < 0] = 0
            return spam
        """,
        """
        def labels_from(probabilities, threshold):
            return keras.ops.cast(keras.ops.reshape(probabilities, (-1,)) > threshold, "int32")
        """,
        """
        def labels_from(probabilities, threshold):
            return tf.cast(tf.squeeze(probabilities, axis=1) > threshold, tf.float32)
        """,
        """
        def labels_from(probabilities, threshold):
            return pd.Series(probabilities[:, 0]).gt(threshold).astype("int64")
        """,
    ),
    wrong={
        "column": [
            "def labels_from(probabilities, threshold):\n    return (probabilities > threshold).astype(int)",
            "def labels_from(probabilities, threshold):\n    return np.where(probabilities > threshold, 1, 0)",
            "def labels_from(probabilities, threshold):\n    return probabilities > threshold",
        ],
        "at_the_threshold": [
            "def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] >= threshold).astype(int)",
            "def labels_from(probabilities, threshold):\n    return [0 if p < threshold else 1 for p in probabilities]",
        ],
        "column_at_the_threshold": [
            "def labels_from(probabilities, threshold):\n    return (probabilities >= threshold).astype(int)"
        ],
        "always_half": [
            "def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > 0.5).astype(int)",
            "def labels_from(probabilities, threshold):\n    return np.round(probabilities[:, 0])",
        ],
        "column_always_half": ["def labels_from(probabilities, threshold):\n    return probabilities.round().astype(int)"],
        "half_or_more": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] >= 0.5).astype(int)"],
        "argmax": [
            "def labels_from(probabilities, threshold):\n    return probabilities.argmax(axis=1)",
            "def labels_from(probabilities, threshold):\n    return np.argmax(probabilities > threshold, axis=1)",
        ],
        "argmax_of_all": ["def labels_from(probabilities, threshold):\n    return probabilities.argmax()"],
        "cut_off": ["def labels_from(probabilities, threshold):\n    return probabilities[:, 0].astype(int)"],
        "column_cut_off": ["def labels_from(probabilities, threshold):\n    return probabilities.astype(int)"],
        "reversed": ["def labels_from(probabilities, threshold):\n    return [int(p < threshold) for p in probabilities[:, 0]]"],
        "column_reversed": ["def labels_from(probabilities, threshold):\n    return np.where(probabilities < threshold, 1, 0)"],
        "up_to": ["def labels_from(probabilities, threshold):\n    return np.where(probabilities[:, 0] > threshold, 0, 1)"],
        "probabilities": ["def labels_from(probabilities, threshold):\n    return probabilities[:, 0]"],
        "probabilities_kept": [
            "def labels_from(probabilities, threshold):\n    return np.where(probabilities > threshold, probabilities, 0).ravel()"
        ],
        "places": [
            "def labels_from(probabilities, threshold):\n    return [i for i, p in enumerate(probabilities) if p > threshold]"
        ],
        "counted": ["def labels_from(probabilities, threshold):\n    return np.sum(probabilities > threshold)"],
        "only_the_first": [
            """
            def labels_from(probabilities, threshold):
                for row in probabilities:
                    if row[0] > threshold:
                        return 1
                    return 0
            """
        ],
        "booleans": [
            "def labels_from(probabilities, threshold):\n    return probabilities[:, 0] > threshold",
            "def labels_from(probabilities, threshold):\n    return [bool(p > threshold) for p in probabilities]",
        ],
        "wrong_shape": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > threshold)[:-1]"],
        "wrong_type": ["def labels_from(probabilities, threshold):\n    return ['spam' if p > threshold else 'wanted' for p in probabilities]"],
        "returns_none": ["def labels_from(probabilities, threshold):\n    print(probabilities > threshold)"],
        "raised": ["def labels_from(probabilities, threshold):\n    return 1 if probabilities > threshold else 0"],
        "wrong_value": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > threshold).astype(int) * 2 - 1"],
    },
    check=zeros_and_ones(
        function_check(
            _labels,
            arguments=("probabilities", "threshold"),
            cases=_cases,
            mistakes=MISTAKES,
            success="Now these can be compared with `y_test`: a row with a row, 0 and 1 with 0 and 1.",
        ),
        example=(np.array([[0.9], [0.2]], dtype="float32"), 0.5),
    ),
    equivalent={
        "(probabilities[:, 0] > threshold).astype -> (probabilities[:, -1] > threshold).astype": _ONE_COLUMN,
        "row[0] > threshold -> row[-1] > threshold": _ONE_COLUMN,
        "pd.Series(probabilities[:, 0]).gt(threshold) -> pd.Series(probabilities[:, -1]).gt(threshold)": _ONE_COLUMN,
        "np.where(probabilities.flatten() > threshold, 1.0, 0.0) -> np.where(1.0, probabilities.flatten() > threshold, 0.0)": "where "
        "1.0, which is always, the comparison itself; 0.0 makes numbers of it",
    },
    hints=(
        "Two things happen: a column of shape (n, 1) becomes a row, and each number is compared with the threshold.",
        "`probabilities[:, 0]` is the row. A comparison gives True and False; `.astype(int)` makes 1 and 0 of them.",
        """
        def labels_from(probabilities, threshold):
            return (probabilities[___] > ___).astype(___)
        """,
    ),
)  # fmt: skip
