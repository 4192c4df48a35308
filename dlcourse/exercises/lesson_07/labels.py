"""Exercise 7.7: from probabilities to labels. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_07.checks import zeros_and_ones
from dlcourse.exercises.lesson_07.labels_mistakes import MISTAKES


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
        "whatever_is_not_zero": [
            "def labels_from(probabilities, threshold):\n    return [1 if p else 0 for p in probabilities]",
            "def labels_from(probabilities, threshold):\n    return np.array([int(bool(p[0])) for p in probabilities])",
        ],
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
        "first_row": [
            "def labels_from(probabilities, threshold):\n    return probabilities[0] > threshold",
            "def labels_from(probabilities, threshold):\n    return [1 if probabilities[0, 0] > threshold else 0]",
        ],
        "zeros_left_out": ["def labels_from(probabilities, threshold):\n    return [1 for p in probabilities if p > threshold]"],
        "selected": ["def labels_from(probabilities, threshold):\n    return probabilities[probabilities > threshold]"],
        "share": ["def labels_from(probabilities, threshold):\n    return np.mean(probabilities > threshold)"],
        "places_in_a_tuple": ["def labels_from(probabilities, threshold):\n    return np.where(probabilities[:, 0] > threshold)"],
        "minus_one": [
            "def labels_from(probabilities, threshold):\n    return np.where(probabilities[:, 0] > threshold, 1, -1)",
            "def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > threshold) * 2 - 1",
        ],
        "sign": ["def labels_from(probabilities, threshold):\n    return np.sign(probabilities[:, 0] - np.float32(threshold))"],
        "squeezed": ["def labels_from(probabilities, threshold):\n    return np.squeeze(probabilities > threshold).astype(int)"],
        "lying_row": [
            "def labels_from(probabilities, threshold):\n    return (probabilities.T > threshold).astype(int)",
            "def labels_from(probabilities, threshold):\n    return [(probabilities[:, 0] > threshold).astype(int)]",
        ],
        "above_the_mean": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > np.mean(probabilities)).astype(int)"],
        "at_it_alone": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] == threshold).astype(int)"],
        "from_the_other_end": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > 1 - threshold).astype(int)"],
        "first_left_out": ["def labels_from(probabilities, threshold):\n    return (probabilities[1:, 0] > threshold).astype(int)"],
        "booleans": [
            "def labels_from(probabilities, threshold):\n    return probabilities[:, 0] > threshold",
            "def labels_from(probabilities, threshold):\n    return [bool(p > threshold) for p in probabilities]",
        ],
        "wrong_shape": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > threshold)[:-1]"],
        "wrong_type": ["def labels_from(probabilities, threshold):\n    return ['spam' if p > threshold else 'wanted' for p in probabilities]"],
        "returns_none": ["def labels_from(probabilities, threshold):\n    print(probabilities > threshold)"],
        "raised": ["def labels_from(probabilities, threshold):\n    return 1 if probabilities > threshold else 0"],
        "wrong_value": ["def labels_from(probabilities, threshold):\n    return (probabilities[:, 0] > threshold).astype(int) * 3"],
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
