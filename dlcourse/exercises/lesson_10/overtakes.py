"""Exercise 10.6: from how many examples on does one model stay ahead? Declarations only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check

Rows = np.ndarray


def _ahead(a: Rows, b: Rows) -> np.ndarray:
    """At which sizes is every run of b above every run of a?"""
    return b.min(axis=1) > a.max(axis=1)


def _from_on(sizes: Rows, ahead: np.ndarray) -> Any:
    """The smallest size from which on `ahead` holds at every size; 0 if it never does."""
    found = 0
    for size, good in zip(sizes[::-1], ahead[::-1], strict=True):
        if not good:
            break
        found = size
    return int(found)


def _first(sizes: Rows, ahead: np.ndarray) -> int:
    return int(sizes[np.argmax(ahead)]) if ahead.any() else 0


def overtakes(sizes: Rows, a: Rows, b: Rows) -> int:
    """The reference."""
    return _from_on(sizes, _ahead(a, b))


def _last_not(sizes: Rows, a: Rows, b: Rows) -> int:
    behind = sizes[~_ahead(a, b)]
    return int(behind[-1]) if len(behind) else 0


def _index(sizes: Rows, a: Rows, b: Rows) -> int:
    found = overtakes(sizes, a, b)
    return int(np.flatnonzero(sizes == found)[0]) if found else 0


def _never(value: Any) -> Callable[[Rows, Rows, Rows], Any]:
    return lambda sizes, a, b: overtakes(sizes, a, b) or value


def cases(rng: np.random.Generator) -> list[tuple]:
    """Two sizes first; then a lead that is lost again, leads within the spread, never, always, touching; random ones."""
    listed = [
        ([100, 1000], [[0.6, 0.7], [0.7, 0.8]], [[0.5, 0.6], [0.9, 0.9]]),
        ([100, 1000], [[0.6, 0.7], [0.7, 0.8]], [[0.5, 0.6], [0.6, 0.7]]),
        ([100, 1000], [[0.6, 0.7], [0.7, 0.8]], [[0.8, 0.9], [0.9, 0.9]]),
        ([100, 300, 1000], [[0.6, 0.6], [0.7, 0.7], [0.7, 0.7]], [[0.7, 0.7], [0.6, 0.6], [0.8, 0.8]]),
        ([100, 300, 1000], [[0.6, 0.7], [0.6, 0.8], [0.7, 0.8]], [[0.5, 0.6], [0.7, 0.9], [0.9, 0.9]]),
        ([100, 300, 1000], [[0.5, 0.6], [0.6, 0.7], [0.7, 0.8]], [[0.6, 0.7], [0.8, 0.8], [0.9, 0.9]]),
        ([100, 300], [[0.6, 0.7], [0.7, 0.7]], [[0.8, 0.9], [0.6, 0.7]]),
        ([50, 100, 200], [[0.5, 0.6], [0.6, 0.6], [0.6, 0.7]], [[0.4, 0.5], [0.7, 0.7], [0.8, 0.9]]),
        ([10, 20, 40, 80], [[0.5, 0.5]] * 4, [[0.6, 0.6], [0.4, 0.7], [0.6, 0.8], [0.7, 0.8]]),
        ([10, 20], [[0.4, 0.5], [0.9, 0.9]], [[0.6, 0.6], [0.7, 0.7]]),
        ([10, 20], [[0.7, 0.7], [0.6, 0.6]], [[0.5, 0.8], [0.8, 0.8]]),
        ([10, 20, 40], [[0.5, 0.7, 0.6]] * 3, [[0.4, 0.5, 0.6], [0.65, 0.8, 0.7], [0.8, 0.8, 0.71]]),
    ]
    made = []
    for _ in range(6):
        base = np.sort(rng.uniform(0.5, 0.9, 5))[:, None]
        grown = base + np.linspace(-0.1, 0.12, 5)[:, None]
        noise = rng.normal(0, 0.015, (2, 5, 3))
        made.append(
            ([100, 300, 1000, 3000, 10000], np.round(base + noise[0], 3), np.round(grown + noise[1], 3))
        )
    return [
        (np.array(sizes), np.array(a, dtype=float), np.array(b, dtype=float)) for sizes, a, b in listed + made
    ]


MISTAKES = {
    "letters_exchanged": Mistake(
        lambda sizes, a, b: overtakes(sizes, b, a),
        "For {inputs} you return {got}: from there on *a* is ahead of b. Asked is from where on b is ahead of a.",
    ),
    "first_lead": Mistake(
        lambda sizes, a, b: _first(sizes, _ahead(a, b)),
        "For {inputs} you return {got}: there b is ahead for the first time, and falls back behind later. Asked is from where on b "
        "*stays* ahead.",
    ),
    "first_lead_of_means": Mistake(
        lambda sizes, a, b: _first(sizes, b.mean(axis=1) > a.mean(axis=1)),
        "For {inputs} you return {got}: there the *mean* of b is above that of a for the first time. Two things more: every run of b must be above "
        "every run of a, and it must stay so.",
    ),
    "means_only": Mistake(
        lambda sizes, a, b: _from_on(sizes, b.mean(axis=1) > a.mean(axis=1)),
        "For {inputs} you return {got}: from there on the *mean* of b is above that of a. But runs of both still overlap: is the worst of b "
        "above the best of a?",
    ),
    "best_runs": Mistake(
        lambda sizes, a, b: _from_on(sizes, b.max(axis=1) > a.max(axis=1)),
        "For {inputs} you return {got}: from there on the best run of b is above the best of a. Its *worst* run must be.",
    ),
    "worst_runs": Mistake(
        lambda sizes, a, b: _from_on(sizes, b.min(axis=1) > a.min(axis=1)),
        "For {inputs} you return {got}: from there on the worst run of b is above the worst of a. It must be above the *best* of a.",
    ),
    "any_run": Mistake(
        lambda sizes, a, b: _from_on(sizes, b.max(axis=1) > a.min(axis=1)),
        "For {inputs} you return {got}: from there on the best run of b is above the worst of a. It is the other way round: b's worst, a's best.",
    ),
    "run_by_run": Mistake(
        lambda sizes, a, b: _from_on(sizes, (b > a).all(axis=1)),
        "For {inputs} you return {got}: you compare runs in pairs, seed by seed. The rule asks for every run of b above every run of a.",
    ),
    "touching_counts": Mistake(
        lambda sizes, a, b: _from_on(sizes, b.min(axis=1) >= a.max(axis=1)),
        "For {inputs} you return {got}: there the worst run of b is only as good as the best of a. Equal is not above.",
    ),
    "last_size_behind": Mistake(
        _last_not,
        "For {inputs} you return {got}: the last size at which b is *not* ahead. The next one is asked, if there is one.",
    ),
    "place_for_size": Mistake(
        _index,
        "For {inputs} you return {got}: that is a place in the list of sizes. The size itself is asked.",
    ),
    "minus_one_for_never": Mistake(
        _never(-1),
        "Where b takes the lead you are right. For {inputs} you return {got}; if b never stays ahead, the answer is 0.",
    ),
    "last_size_for_never": Mistake(
        lambda sizes, a, b: overtakes(sizes, a, b) or int(sizes[-1]),
        "For {inputs} you return {got}: but there b is not ahead either. If it never stays ahead, the answer is 0.",
    ),
    "infinity_for_never": Mistake(
        _never(float("inf")),
        "Where b takes the lead you are right. For {inputs} you return {got}; if b never stays ahead, the answer is 0.",
    ),
    "last_lead": Mistake(
        lambda sizes, a, b: int(sizes[_ahead(a, b)][-1]) if _ahead(a, b).any() else 0,
        "For {inputs} you return {got}: the *largest* size at which b is ahead. Asked is the smallest from which on it stays ahead.",
    ),
    "all_or_nothing": Mistake(
        lambda sizes, a, b: int(sizes[0]) if _ahead(a, b).all() else 0,
        "For {inputs} you return {got}: you ask that b be ahead at all sizes from the first. It may take the lead later.",
    ),
    "how_many_sizes": Mistake(
        lambda sizes, a, b: int(_ahead(a, b).sum()),
        "For {inputs} you return {got}: at how many sizes b is ahead. Asked is from which *size* on.",
    ),
}

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
    setup="import numpy as np\nimport pandas as pd",
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
        "wrong_value": [_loop("min(b[i]) - max(a[i]) > 0.06")],
        "wrong_shape": [f"{_HEAD}    return sizes[b.min(axis=1) > a.max(axis=1)]"],
        "always_the_same": [f"{_HEAD}    return 1000"],
    },
    check=function_check(
        overtakes,
        arguments=("sizes", "a", "b"),
        cases=cases,
        mistakes=MISTAKES,
        success="An answer of 0 is one, too: as far as was measured, b does not take the lead.",
    ),
    hints=(
        "At one size b is ahead if its worst run is better than a's best: your `verdict`. Now: at which sizes is it ahead, and is it so at all larger ones?",
        "Go through the sizes and keep the first at which b is ahead; whenever b is not ahead, forget what you kept.",
        "    found = 0\n    for size, runs_a, runs_b in zip(sizes, a, b):\n        if min(___) <= max(___):\n            found = ___\n        elif found == 0:\n            found = ___\n    return found",
    ),
)
