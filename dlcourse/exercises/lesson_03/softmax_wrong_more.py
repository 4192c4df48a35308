"""More wrong answers to exercise 3.9, softmax for a batch, by the code each must get."""

from __future__ import annotations

MORE = {
    "divided_by_largest_power": [
        """
            def softmax(logits):
                e = np.exp(logits) / np.exp(logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)
            """
    ],
    "smallest_of_all_taken_away": [
        """
            def softmax(logits):
                e = np.exp(logits - logits.min())
                return e / e.sum(axis=1, keepdims=True)
            """
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
    "minus": ["def softmax(logits):\n    e = np.exp(-logits)\n    return e / e.sum(axis=1, keepdims=True)"],
    "each_sigmoid": ["def softmax(logits):\n    return 1 / (1 + np.exp(-logits))"],
    "winner_takes_all": [
        "def softmax(logits):\n    return (logits == logits.max(axis=1, keepdims=True)).astype(int)"
    ],
    "winner": ["def softmax(logits):\n    return np.argmax(logits, axis=1)"],
    "two_for_e": ["def softmax(logits):\n    e = 2.0 ** logits\n    return e / e.sum(axis=1, keepdims=True)"],
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
        "def softmax(logits):\n    e = np.exp(np.minimum(logits, 500))\n    return e / e.sum(axis=1, keepdims=True)",
        "def softmax(logits):\n    e = np.exp(np.clip(logits, None, 700))\n    return e / e.sum(axis=1, keepdims=True)",
    ],
    "nan_to_zero": [
        "def softmax(logits):\n    e = np.exp(logits)\n    return np.nan_to_num(e / e.sum(axis=1, keepdims=True))"
    ],
    "math_for_numpy": [
        "import math\n\ndef softmax(logits):\n    return math.exp(logits) / sum(math.exp(logits))"
    ],
    "row_function": ["def softmax(logits):\n    e = np.exp(logits - max(logits))\n    return e / sum(e)"],
    "returns_none": ["def softmax(logits):\n    e = np.exp(logits)\n    e / e.sum(axis=1, keepdims=True)"],
    "raised": ["def softmax(logits):\n    e = np.exp(logit)\n    return e / e.sum(axis=1)"],
    "wrong_arguments": ["def softmax():\n    return np.exp(1)"],
    "not_a_function": ["softmax = np.array([[0.5, 0.5]])"],
    "wrong_shape": [
        "def softmax(logits):\n    return scratch.softmax(logits)[:, 0]",
    ],
    "wrong_value": ["def softmax(logits):\n    return scratch.softmax(logits * 2)"],
    "not_a_number": ["def softmax(logits):\n    return np.log(-np.exp(logits))"],
}
