"""Exercise 10.6: from how many examples on does one model stay ahead? Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_10.overtakes_mistakes import MISTAKES, at_that_size, cases, overtakes

_HEAD = "def overtakes(sizes, a, b):\n"


def _loop(ahead: str, found: str = "sizes[i]", start: str = "0") -> str:
    """The source of an answer that goes from the largest size down while `ahead` holds."""
    return (
        f"{_HEAD}    found = {start}\n    for i in range(len(sizes) - 1, -1, -1):\n        if not ({ahead}):\n"
        f"            break\n        found = {found}\n    return found"
    )


_RIGHT = "min(b[i]) > max(a[i])"
_UP = "    for i in range(len(sizes)):\n        if "

OVERTAKES = Exercise(
    id="10.6",
    title="Where one model overtakes another",
    kind="function",
    starter="""
        def overtakes(sizes, a, b):
            ...
    """,
    setup="""
import numpy as np
import pandas as pd

def verdict(a, b):
    return "a" if min(a) > max(b) else "b" if min(b) > max(a) else "no clear winner"
""",
    right=(
        """
        def overtakes(sizes, a, b):
            found = 0
            for size, runs_a, runs_b in zip(sizes, a, b):
                if min(runs_b) <= max(runs_a):
                    found = 0
                elif found == 0:
                    found = size
            return found
        """,
        """
        def overtakes(sizes, a, b):
            for i in range(len(sizes)):
                if all(min(b[j]) > max(a[j]) for j in range(i, len(sizes))):
                    return sizes[i]
            return 0
        """,
        """
        def overtakes(sizes, a, b):
            ahead = np.min(b, axis=1) > np.max(a, axis=1)
            stays = np.logical_and.accumulate(ahead[::-1])[::-1]
            return np.asarray(sizes)[stays][0] if stays.any() else 0
        """,
        """
        def overtakes(sizes, a, b):
            ahead = pd.DataFrame(b).min(axis=1) > pd.DataFrame(a).max(axis=1)
            behind = ahead.index[~ahead]
            start = behind[-1] + 1 if len(behind) else 0
            return int(sizes[start]) if start < len(sizes) else 0
        """,
        _loop(_RIGHT),
        """
        def overtakes(sizes, a, b):
            verdicts = [verdict(x, y) for x, y in zip(a, b)]
            return next((size for i, size in enumerate(sizes) if set(verdicts[i:]) == {"b"}), 0)
        """,
    ),
    wrong={
        "letters_exchanged": [_loop("min(a[i]) > max(b[i])")],
        "first_lead": [f"{_HEAD}{_UP}min(b[i]) > max(a[i]):\n            return sizes[i]\n    return 0"],
        "first_lead_of_means": [
            f"{_HEAD}{_UP}np.mean(b[i]) > np.mean(a[i]):\n            return sizes[i]\n    return 0"
        ],
        "means_only": [_loop("np.mean(b[i]) > np.mean(a[i])")],
        "best_runs": [_loop("max(b[i]) > max(a[i])")],
        "worst_runs": [_loop("min(b[i]) > min(a[i])")],
        "any_run": [_loop("max(b[i]) > min(a[i])")],
        "run_by_run": [_loop("(b[i] > a[i]).all()")],
        "touching_counts": [_loop("min(b[i]) >= max(a[i])")],
        "last_size_behind": [
            f"{_HEAD}    found = 0\n{_UP}min(b[i]) <= max(a[i]):\n            found = sizes[i]\n    return found"
        ],
        "place_for_size": [_loop(_RIGHT, "i")],
        "minus_one_for_never": [_loop(_RIGHT, start="-1")],
        "last_size_for_never": [_loop(_RIGHT, start="sizes[-1]")],
        "infinity_for_never": [_loop(_RIGHT, start="np.inf")],
        "last_lead": [
            f"{_HEAD}    found = 0\n{_UP}min(b[i]) > max(a[i]):\n            found = sizes[i]\n    return found"
        ],
        "all_or_nothing": [f"{_HEAD}    return sizes[0] if np.all(b.min(axis=1) > a.max(axis=1)) else 0"],
        "how_many_sizes": [f"{_HEAD}    return np.sum(b.min(axis=1) > a.max(axis=1))"],
        "returns_none": [
            _loop(_RIGHT, start="None"),
            f"{_HEAD}{_UP}min(b[i]) > max(a[i]):\n            print(sizes[i])",
        ],
        "raised": [_loop("b[i].minimum() > a[i].maximum()"), f"{_HEAD}    return sizes[b > a][0]"],
        "wrong_value": [
            _loop("min(b[i]) - max(a[i]) > 0.06"),
            _loop("np.median(b[i]) > np.median(a[i])"),
            _loop("b[i][0] > a[i][0]"),
            _loop("np.mean(b[i]) > max(a[i])"),
            _loop(_RIGHT, "sizes[i] - 1"),
            _loop(_RIGHT, "sizes[i - 1]"),
            f"{_HEAD}    return sizes[np.argmax(b.min(axis=1) > a.max(axis=1))]",
            f"{_HEAD}{_UP}np.all(b[i] > a[i]):\n            return sizes[i]\n    return 0",
            f"{_HEAD}{_UP}b[i:].min() > a[i:].max():\n            return sizes[i]\n    return 0",
            f"{_HEAD}{_UP}min(b[i]) > max(a[i]):\n            return sizes[i]\n        else:\n            return 0",
            f"{_HEAD}{_UP}all(min(b[j]) > max(a[j]) for j in range(i + 1, len(sizes))):\n            return sizes[i]\n    return 0",
        ],
        "every_such_size": [
            f"{_HEAD}    return sizes[b.min(axis=1) > a.max(axis=1)]",
            f"{_HEAD}    return [size for size, x, y in zip(sizes, a, b) if min(y) > max(x)]",
        ],
        "every_size_from_there": [
            f"{_HEAD}    return [s for i, s in enumerate(sizes) if np.all(b[i:].min(axis=1) > a[i:].max(axis=1))]"
        ],
        "always_the_same": [f"{_HEAD}    return 1000"],
    },
    check=function_check(
        overtakes,
        arguments=("sizes", "a", "b"),
        cases=cases,
        mistakes=MISTAKES,
        otherwise=at_that_size,
        success="An answer of 0 is one, too: as far as was measured, b does not take the lead.",
    ),
    hints=(
        "At one size b is ahead if its worst run is better than a's best: your `verdict`. Now: at which sizes is it ahead, and is it so at all larger ones?",
        "Go through the sizes and keep the first at which b is ahead; whenever b is not ahead, forget what you kept.",
        "    found = 0\n    for size, runs_a, runs_b in zip(sizes, a, b):\n        if min(___) <= max(___):\n            found = ___\n        elif found == 0:\n            found = ___\n    return found",
    ),
)
