"""Exercise 10.1: one split for all models. How it is judged, and the declaration."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, not_a_function, show
from dlcourse.checking.compare import plain

ARGUMENTS = ("n", "tested", "seed")
TRIED = ((10, 3, 0), (10, 3, 1), (25, 5, 7), (100, 40, 2), (101, 1, 3))
SEEDS = 6  # splits of ten rows that must not all be the same
_BLOCKS = [
    sorted((start + step) % 10 for step in range(3)) for start in range(10)
]  # neighbours, the last and the first too


def check_rows(answer: Any) -> Correct | NotYet:
    """Judge a function that splits the numbers 0 to n - 1: two lists without overlap, shuffled, the same for a seed."""
    wrong_kind = not_a_function(answer, ARGUMENTS)
    if wrong_kind:
        return wrong_kind
    for n, tested, seed in TRIED:
        made = call(answer, n, tested, seed)
        fault = _fault(made, n, tested, f"For `n = {n}, tested = {tested}, seed = {seed}`")
        if fault:
            return fault
    return _luck(answer) or Correct(
        "Give both models the row numbers of one seed, and neither is luckier; give them those of the next seed, and you see how much luck there is."
    )


def _fault(made: Any, n: int, tested: int, where: str) -> NotYet | None:
    if made is None:
        return NotYet(
            "returns_none",
            f"{where} your function returns nothing (None). Two lists of row numbers are asked.",
        )
    if not isinstance(made, tuple | list | np.ndarray) or len(made) != 2:
        return NotYet(
            "not_two_lists",
            f"{where} you return {show(made)}. Two lists of row numbers are asked: `return train, test`.",
        )
    train, test = (np.asarray(plain(one)) for one in made)
    for rows in (train, test):
        if rows.ndim != 1 or rows.dtype.kind not in "biuf":
            return NotYet(
                "not_two_lists", f"{where} you return {show(made)}. Two lists of row numbers are asked."
            )
        if rows.dtype.kind == "b":
            return NotYet(
                "mask_for_numbers",
                f"{where} you return a list of True and False. The numbers of the rows are asked, between 0 and {n - 1}.",
            )
    if len(test) != tested and len(train) == tested and len(train) + len(test) == n:
        return NotYet(
            "exchanged",
            f"{where} the first list has {len(train)} rows: that is the test. Training rows come first.",
        )
    whole = np.concatenate([train, test])
    strange = whole[(whole < 0) | (whole >= n) | (whole != np.floor(whole))]
    if len(strange):
        return NotYet(
            "not_a_row",
            f"{where} you return the number {show(strange[0].item())}. The rows are numbered from 0 to {n - 1}.",
        )
    both = np.intersect1d(train, test)
    if len(both):
        return NotYet(
            "overlap",
            f"{where} row {int(both[0])} is in both lists. A model is then tested on a row it has learned from. Shuffle *once*, then cut.",
        )
    if len(np.unique(whole)) < len(whole):
        rows, counts = np.unique(whole, return_counts=True)
        return NotYet(
            "row_twice",
            f"{where} row {int(rows[counts > 1][0])} stands in a list twice. What is drawn and put back can be drawn again.",
        )
    if len(test) != tested:
        return NotYet("wrong_number", f"{where} your test has {len(test)} rows; {tested} are asked.")
    if len(whole) < n:
        missing = sorted(set(range(n)) - set(whole.astype(int).tolist()))
        return NotYet(
            "rows_lost",
            f"{where} row {missing[0]} is in neither list. What is not in the test is for training.",
        )
    return None


def _luck(answer: Any) -> NotYet | None:
    """Does the split depend on the seed, and on nothing else; and can every row come into the test?"""

    def test_rows(seed: int) -> list[int]:
        return np.sort(np.asarray(plain(call(answer, 10, 3, seed)[1])).astype(int)).tolist()

    first = [test_rows(seed) for seed in range(SEEDS)]
    again = [test_rows(seed) for seed in range(SEEDS)]
    if all(rows in ([7, 8, 9], [0, 1, 2]) for rows in first):
        end = "first" if first[0] == [0, 1, 2] else "last"
        return NotYet(
            "not_shuffled",
            f"For `n = 10, tested = 3` the test is always {first[0]}, the {end} rows. If a table is sorted, say by class, they are of one kind: "
            "shuffle before you cut.",
        )
    if first != again:
        return NotYet(
            "seed_ignored",
            "Called twice with `n = 10, tested = 3` and the same `seed`, your function draws different rows, so two models would not be tested on the same. "
            "What decides the draw in your function, if not the seed?",
        )
    if all(rows == first[0] for rows in first):
        return NotYet(
            "always_one_split",
            f"For `n = 10, tested = 3` the test is {first[0]} with the seeds 0 to {SEEDS - 1}. Use the `seed` you are given, so that the comparison "
            "can be repeated on other rows.",
        )
    if all(rows in _BLOCKS for rows in first):
        return NotYet(
            "one_block",
            f"For `n = 10, tested = 3` the tests are {first[0]}, {first[1]}, {first[2]} with the seeds 0, 1, 2: the seed moves the place, but the rows are always "
            "neighbours. If a table is sorted, neighbours are of one kind: where is the lot?",
        )
    return None


check_rows.codes = (  # type: ignore[attr-defined]
    "returns_none", "not_two_lists", "mask_for_numbers", "exchanged", "not_a_row", "overlap", "row_twice", "wrong_number",
    "rows_lost", "not_shuffled", "seed_ignored", "always_one_split", "one_block",
)  # fmt: skip

_HEAD = "def split_rows(n, tested, seed):\n"
_RANDOM = "    random = np.random.default_rng(seed)\n"
_ORDER = _RANDOM + "    order = random.permutation(n)\n"

ROWS = Exercise(
    id="10.1",
    title="The same rows for all",
    kind="function",
    starter="""
        def split_rows(n, tested, seed):
            ...
            return train, test
    """,
    setup="import numpy as np",
    right=(
        """
        def split_rows(n, tested, seed):
            order = np.random.default_rng(seed).permutation(n)
            return order[tested:], order[:tested]
        """,
        """
        from sklearn.model_selection import train_test_split

        def split_rows(n, tested, seed):
            train, test = train_test_split(np.arange(n), test_size=tested, random_state=seed)
            return train, test
        """,
        """
        import random

        def split_rows(n, tested, seed):
            rows = list(range(n))
            random.Random(seed).shuffle(rows)
            return sorted(rows[:-tested]), sorted(rows[-tested:])
        """,
        """
        def split_rows(n, tested, seed):
            test = np.random.default_rng(seed).choice(n, size=tested, replace=False)
            return np.setdiff1d(np.arange(n), test), test
        """,
        """
        def split_rows(n, tested, seed):
            state = np.random.RandomState(seed)
            rank = np.argsort(state.rand(n))
            return [i for i in range(n) if rank[i] >= tested], [i for i in range(n) if rank[i] < tested]
        """,
    ),
    wrong={
        "seed_ignored": [
            f"{_HEAD}    order = np.random.default_rng().permutation(n)\n    return order[tested:], order[:tested]",
            f"import random\n\n{_HEAD}    rows = list(range(n))\n    random.shuffle(rows)\n    return rows[tested:], rows[:tested]",
        ],
        "always_one_split": [
            f"{_HEAD}    order = np.random.default_rng(42).permutation(n)\n    return order[tested:], order[:tested]"
        ],
        "not_shuffled": [
            f"{_HEAD}    return np.arange(n - tested), np.arange(n - tested, n)",
            f"{_HEAD}    rows = list(range(n))\n    return rows[tested:], rows[:tested]",
        ],
        "one_block": [
            f"{_HEAD}    rows = np.roll(np.arange(n), seed)\n    return rows[tested:], rows[:tested]",
            f"{_HEAD}    test = [(seed * tested + i) % n for i in range(tested)]\n    return np.setdiff1d(np.arange(n), test), test",
        ],
        "overlap": [
            f"{_HEAD}{_RANDOM}    return random.choice(n, n - tested, replace=False), random.choice(n, tested, replace=False)",
            f"{_HEAD}{_ORDER}    return order, order[:tested]",
        ],
        "row_twice": [
            f"{_HEAD}{_RANDOM}    test = random.integers(0, n, tested)\n    rest = np.setdiff1d(np.arange(n), test)\n"
            "    return rest, np.concatenate([test[:1], test])[:tested]"
        ],
        "rows_lost": [f"{_HEAD}{_ORDER}    return order[tested + 1:], order[:tested]"],
        "wrong_number": [
            f"{_HEAD}{_ORDER}    cut = int(n * 0.8)\n    return order[:cut], order[cut:]",
            f"{_HEAD}{_ORDER}    return order[tested + 1:], order[:tested + 1]",
        ],
        "exchanged": [f"{_HEAD}{_ORDER}    return order[:tested], order[tested:]"],
        "not_a_row": [f"{_HEAD}{_ORDER}    return order[tested:] + 1, order[:tested] + 1"],
        "mask_for_numbers": [f"{_HEAD}{_ORDER}    return order >= tested, order < tested"],
        "not_two_lists": [f"{_HEAD}{_ORDER}    return order", f"{_HEAD}    return n - tested, tested"],
        "returns_none": [f"{_HEAD}{_ORDER}    print(order[tested:], order[:tested])"],
        "not_a_function": ["split_rows = (np.arange(7), np.arange(7, 10))"],
        "wrong_arguments": ["def split_rows(n, tested):\n    return np.arange(tested, n), np.arange(tested)"],
        "raised": [
            f"{_HEAD}    order = default_rng(seed).permutation(n)\n    return order[tested:], order[:tested]"
        ],
    },
    check=check_rows,
    hints=(
        "Shuffle the numbers 0 to n - 1 once, in an order that the seed decides. Then cut the list in two.",
        "`np.random.default_rng(seed).permutation(n)` is such an order. `tested` of its entries are the test, all others the training.",
        "    order = np.random.default_rng(___).permutation(___)\n    test = order[:___]\n    train = order[___:]\n    return train, test",
    ),
    equivalent={},
)
