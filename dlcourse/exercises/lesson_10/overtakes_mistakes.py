"""What people take for the point where b overtakes, and what to say to them. Exercise 10.6's declaration is in `overtakes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.checking.show import show_inputs

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


def at_that_size(seen: Seen) -> str:
    """What to say of a size that no known mistake explains: the runs there, or behind it."""
    sizes, a, b = (seen.inputs[name] for name in ("sizes", "a", "b"))
    shown = show_inputs(["sizes", "a", "b"], [sizes, a, b])
    where, ahead = f"For `{shown}` you return {show(seen.got)}.", _ahead(a, b)
    if seen.got != 0 and seen.got not in sizes:
        return f"{where} That is none of the sizes. The size itself is asked, or 0 if there is none."
    behind = [place for place, size in enumerate(sizes) if size >= seen.got and not ahead[place]]
    if seen.got != 0 and behind:
        place, so = behind[0], "Is every run of b above every run of a there?"
    elif seen.got != 0:
        place, so = (
            int(np.flatnonzero(sizes == seen.got)[0]) - 1,
            "Does b not stay ahead from there on already?",
        )
    else:
        place, so = len(sizes) - 1, "Is b ahead there? And from where on?"
    return f"{where} At the size {sizes[place]} the runs of a are {show(a[place])}, those of b {show(b[place])}. {so}"


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
        ([10, 20], [[0.7, 0.7, 0.7]] * 2, [[0.6, 0.6, 0.6], [0.4, 0.8, 0.8]]),
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
        "For {inputs} you return {got}: you look for the size from which on *a* is ahead of b. It is b that should overtake.",
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
    "every_such_size": Mistake(
        lambda sizes, a, b: sizes[_ahead(a, b)],
        "For {inputs} you return {got}: a list of all sizes at which b is ahead. One number is asked: the smallest from which on it stays so; 0 if "
        "there is none.",
    ),
    "every_size_from_there": Mistake(
        lambda sizes, a, b: sizes[sizes >= (overtakes(sizes, a, b) or np.inf)],
        "For {inputs} you return {got}: a list of all sizes from the overtaking on. One number is asked, the smallest; 0 if there is none.",
    ),
    "how_many_sizes": Mistake(
        lambda sizes, a, b: int(_ahead(a, b).sum()),
        "For {inputs} you return {got}: at how many sizes b is ahead. Asked is from which *size* on.",
    ),
}
