"""Wrong answers to exercise 3.9, softmax for a batch, by the code each must get."""

from __future__ import annotations

from dlcourse.exercises.lesson_03.softmax_wrong_more import MORE

WRONG = {
    "borrowed": [
        "def softmax(logits):\n    return scratch.softmax(logits)",
        "def softmax(logits):\n    return [scratch.softmax(row) for row in logits]",
        "softmax = scratch.softmax",
    ],
    "first_taken_away": [
        """
            def softmax(logits):
                e = np.exp(logits - logits[:, :1])
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "underflow": [
        """
            def softmax(logits):
                e = np.exp(logits - 1000)
                return e / e.sum(axis=1, keepdims=True)
            """,
        """
            def softmax(logits):
                e = np.exp(logits - 500)
                return e / e.sum(axis=1, keepdims=True)
            """,
        """
            def softmax(logits):
                e = np.exp(logits - 710)
                return e / e.sum(axis=1, keepdims=True)
            """,
        """
            def softmax(logits):
                if logits.max() > 700:
                    logits = logits - logits.max(axis=1, keepdims=True)
                e = np.exp(logits)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "percent": [
        """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return 100 * e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "sigmoids_shared": [
        """
            def softmax(logits):
                e = scratch.sigmoid(logits)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "only_subtracted": [
        "def softmax(logits):\n    return logits - logits.max(axis=1, keepdims=True)",
    ],
    "no_exponential_less_largest": [
        """
            def softmax(logits):
                e = logits - logits.max(axis=1, keepdims=True)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "exponential_above_only": [
        """
            def softmax(logits):
                z = logits - logits.max(axis=1, keepdims=True)
                return np.exp(z) / z.sum(axis=1, keepdims=True)
            """,
    ],
    "subtracted_too_late": [
        """
            def softmax(logits):
                e = np.exp(logits)
                e = e - e.max(axis=1, keepdims=True)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "subtracted_outside": [
        """
            def softmax(logits):
                e = np.exp(logits) - logits.max(axis=1, keepdims=True)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "unchanged": [
        """
            def softmax(logits):
                for row in logits:
                    e = np.exp(row - max(row))
                    row = e / sum(e)
                return logits
            """,
    ],
    "upside_down": [
        """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e.sum(axis=1, keepdims=True) / e
            """,
    ],
    "standardised": [
        """
            def softmax(logits):
                z = (logits - logits.mean(axis=1, keepdims=True)) / logits.std(axis=1, keepdims=True)
                e = np.exp(z)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "e_rounded": [
        """
            def softmax(logits):
                e = 2.718 ** (logits - logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
    "not_in_numpy": ["def softmax(logits):\n    return np.softmax(logits)"],
    "all_alike": [
        "def softmax(logits):\n    return np.ones(logits.shape) / logits.shape[1]",
    ],
    "numpy_forgotten": [
        """
            def softmax(logits):
                e = exp(logits)
                return e / e.sum(axis=1, keepdims=True)
            """,
    ],
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
    **MORE,
}
