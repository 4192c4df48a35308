"""Exercise 3.9: softmax for a batch. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_03.checks import one_then_other
from dlcourse.exercises.lesson_03.errors import MATH_FOR_NUMPY, NUMPY, told_by_line
from dlcourse.exercises.lesson_03.softmax_mistakes import LARGE, SMALL

SOFTMAX = Exercise(
    id="3.9",
    title="Softmax for a batch",
    kind="function",
    starter="""
        def softmax(logits):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def softmax(logits):
            largest = logits.max(axis=1, keepdims=True)        # (n, 1)
            exponentials = np.exp(logits - largest)            # (n, classes)
            return exponentials / exponentials.sum(axis=1, keepdims=True)
        """,
        """
        def softmax(logits):
            rows = []
            for row in logits:
                e = np.exp(row - np.max(row))
                rows.append(e / np.sum(e))
            return rows
        """,
        """
        import math

        def softmax(logits):
            result = []
            for row in logits:
                largest = max(row)
                e = [math.exp(number - largest) for number in row]
                total = sum(e)
                result.append([one / total for one in e])
            return np.array(result)
        """,
        """
        def softmax(logits):
            e = np.exp((logits.T - logits.max(axis=1)).T)
            return e / e.sum(axis=-1)[:, np.newaxis]
        """,
        """
        def softmax(logits):
            differences = logits[:, np.newaxis, :] - logits[:, :, np.newaxis]
            return 1 / np.exp(differences).sum(axis=2)
        """,
    ),
    wrong={
        "wrong_axis": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits).sum(axis=0)",
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=0))\n    return e / e.sum(axis=0)",
        ],
        "whole_table": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits).sum()",
            "def softmax(logits):\n    e = np.exp(logits - logits.max())\n    return e / np.sum(e)",
        ],
        "keepdims_forgotten": ["def softmax(logits):\n    e = np.exp(logits)\n    return e / e.sum(axis=1)"],
        "keepdims_of_sum": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1)",
        ],
        "keepdims_of_largest": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max(axis=1))\n    return e / e.sum(axis=1, keepdims=True)",
        ],
        "keepdims_nowhere": [
            """
            def softmax(logits):
                largest = logits.max(axis=1)
                e = np.exp(logits - largest)
                total = e.sum(axis=1)
                return e / total
            """
        ],
        "wrong_axis_of_sum": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=0)
            """
        ],
        "whole_table_summed": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / e.sum()
            """
        ],
        "largest_away_above_only": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / np.exp(logits).sum(axis=1, keepdims=True)
            """
        ],
        "largest_away_below_only": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return np.exp(logits) / e.sum(axis=1, keepdims=True)
            """
        ],
        "logits_above": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return logits / e.sum(axis=1, keepdims=True)
            """
        ],
        "divided_by_largest_logit": [
            "def softmax(logits):\n    e = np.exp(logits / logits.max())\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "scaled_down": [
            "def softmax(logits):\n    e = np.exp(logits / 1000)\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "rounded": ["def softmax(logits):\n    return scratch.softmax(logits).round(2)"],
        "flattened": [
            """
            def softmax(logits):
                result = []
                for row in logits:
                    e = np.exp(row - row.max())
                    result.extend(e / e.sum())
                return result
            """
        ],
        "first_row_in_a_list": [
            """
            def softmax(logits):
                result = []
                for row in logits:
                    e = np.exp(row - row.max())
                    result.append(e / e.sum())
                    return result
            """
        ],
        "transposed": ["def softmax(logits):\n    return scratch.softmax(logits).T"],
        "not_divided": ["def softmax(logits):\n    return np.exp(logits)"],
        "no_exponential": ["def softmax(logits):\n    return logits / logits.sum(axis=1, keepdims=True)"],
        "divided_by_largest": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.max(axis=1, keepdims=True)",
            "def softmax(logits):\n    return np.exp(logits - logits.max(axis=1, keepdims=True))",
        ],
        "divided_by_largest_of_all": ["def softmax(logits):\n    return np.exp(logits - logits.max())"],
        "logits_divided_by_largest": [
            """
            def softmax(logits):
                e = np.exp(logits / logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "largest_of_columns": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=0))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "sum_of_logits": [
            "def softmax(logits):\n    return np.exp(logits) / np.exp(logits.sum(axis=1, keepdims=True))"
        ],
        "sum_not_exponential": [
            "def softmax(logits):\n    return np.exp(logits) / logits.sum(axis=1, keepdims=True)"
        ],
        "divided_by_count": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.mean(axis=1, keepdims=True)"
        ],
        "minus": [
            "def softmax(logits):\n    e = np.exp(-logits)\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "each_sigmoid": ["def softmax(logits):\n    return 1 / (1 + np.exp(-logits))"],
        "winner_takes_all": [
            "def softmax(logits):\n    return (logits == logits.max(axis=1, keepdims=True)).astype(int)"
        ],
        "winner": ["def softmax(logits):\n    return np.argmax(logits, axis=1)"],
        "two_for_e": [
            "def softmax(logits):\n    e = 2.0 ** logits\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "logarithms": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return np.log(e / e.sum(axis=1, keepdims=True))"
        ],
        "twice": ["def softmax(logits):\n    return scratch.softmax(scratch.softmax(logits))"],
        "first_row_only": [
            """
            def softmax(logits):
                for row in logits:
                    e = np.exp(row - row.max())
                    return e / e.sum()
            """
        ],
        "last_row_only": [
            """
            def softmax(logits):
                for row in logits:
                    e = np.exp(row - row.max())
                    result = e / e.sum()
                return result
            """
        ],
        "overflow": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return e / e.sum(axis=1, keepdims=True)",
            "def softmax(logits):\n    return np.array([np.exp(row) / sum(np.exp(row)) for row in logits])",
        ],
        "one_largest_for_all": [
            "def softmax(logits):\n    e = np.exp(logits - logits.max())\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "smallest_taken_away": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.min(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "mean_taken_away": [
            """
            def softmax(logits):
                e = np.exp(logits - logits.mean(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
        ],
        "cut_off": [
            "def softmax(logits):\n    e = np.exp(np.clip(logits, None, 700))\n    return e / e.sum(axis=1, keepdims=True)"
        ],
        "nan_to_zero": [
            "def softmax(logits):\n    e = np.exp(logits)\n    return np.nan_to_num(e / e.sum(axis=1, keepdims=True))"
        ],
        "math_for_numpy": [
            "import math\n\ndef softmax(logits):\n    return math.exp(logits) / sum(math.exp(logits))"
        ],
        "row_function": ["def softmax(logits):\n    e = np.exp(logits - max(logits))\n    return e / sum(e)"],
        "returns_none": [
            "def softmax(logits):\n    e = np.exp(logits)\n    e / e.sum(axis=1, keepdims=True)"
        ],
        "raised": ["def softmax(logits):\n    e = exp(logits)\n    return e / e.sum(axis=1)"],
        "wrong_arguments": ["def softmax():\n    return np.exp(1)"],
        "not_a_function": ["softmax = np.array([[0.5, 0.5]])"],
        "wrong_shape": [
            "def softmax(logits):\n    return scratch.softmax(logits)[:, 0]",
        ],
        "wrong_value": ["def softmax(logits):\n    return scratch.softmax(logits * 2)"],
        "not_a_number": [
            "def softmax(logits):\n    return np.log(-np.exp(logits))",
            "def softmax(logits):\n    e = np.exp(logits - 1000)\n    return e / e.sum(axis=1, keepdims=True)",
        ],
    },
    check=told_by_line(
        one_then_other(SMALL, LARGE),
        {
            "math_for_numpy": MATH_FOR_NUMPY,
            "row_function": (
                ValueError,
                r"(?<![.\w])(max|min)\(",
                "`max` goes through a table row by row and cannot say which *row* is larger. `logits.max(axis=1, keepdims=True)` "
                "finds the largest number of each row.",
            ),
        },
    ),
    equivalent={},
    hints=(
        "Three steps: the exponential of each logit; the sum of each row; divide. Then think of logits like 1000.",
        "`axis=1` adds up (or finds the largest) along each row, `keepdims=True` leaves the result a column. Taking the row's "
        "largest away from each of its logits changes no share.",
        "def softmax(logits):\n    largest = logits.max(axis=___, keepdims=True)\n    e = np.exp(logits - ___)\n"
        "    return e / e.sum(axis=___, keepdims=___)",
    ),
)
