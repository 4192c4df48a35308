"""Exercise 10.5: who has won, a verdict over seeds. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show

NOBODY = "no clear winner"


def verdict(a: np.ndarray, b: np.ndarray) -> str:
    """The reference."""
    return "a" if min(a) > max(b) else "b" if min(b) > max(a) else NOBODY


def _by(measure_a: float, measure_b: float) -> str:
    return "a" if measure_a > measure_b else "b" if measure_b > measure_a else NOBODY


def _paired(a: np.ndarray, b: np.ndarray) -> str:
    pairs = list(zip(a, b, strict=False))
    return "a" if all(x > y for x, y in pairs) else "b" if all(y > x for x, y in pairs) else NOBODY


def _votes(a: np.ndarray, b: np.ndarray) -> str:
    ahead = sum(int(np.sign(x - y)) for x, y in zip(a, b, strict=False))
    return "a" if ahead > 0 else "b" if ahead < 0 else NOBODY


def _beyond(a: np.ndarray, b: np.ndarray) -> str:
    """Best of one against the worst of the other."""
    return "a" if max(a) > min(b) else "b" if max(b) > min(a) else NOBODY


def _mean_above(a: np.ndarray, b: np.ndarray) -> str:
    return "a" if np.mean(a) > max(b) else "b" if np.mean(b) > max(a) else NOBODY


def _deviation(a: np.ndarray, b: np.ndarray) -> str:
    """The means apart by more than the larger standard deviation."""
    gap, wide = np.mean(a) - np.mean(b), max(np.std(a), np.std(b))
    return "a" if gap > wide else "b" if -gap > wide else NOBODY


def by_the_rule(seen: Seen) -> str:
    """What to say of a verdict that no known mistake explains: the runs that decide."""
    a, b = seen.inputs["a"], seen.inputs["b"]
    where = f"For `a = {show(a)}, b = {show(b)}` you return {show(seen.got)}."
    if seen.got not in ("a", "b", NOBODY):
        return f'{where} Three answers are known: "a", "b" and "{NOBODY}", letter by letter.'
    if seen.expected == NOBODY:
        one, other = ("a", "b") if seen.got == "a" else ("b", "a")
        worst, best = min(seen.inputs[one]), max(seen.inputs[other])
        return f"{where} The worst run of {one} is {show(worst)}, and the best of {other} is {show(best)}. Is *every* run of {one} above *every* run of {other}?"
    one, other = (a, b) if seen.expected == "a" else (b, a)
    return (
        f"{where} All runs of the one model lie between {show(min(one))} and {show(max(one))}, those of the other between {show(min(other))} and "
        f"{show(max(other))}. What does the rule say to that, however small the gap is?"
    )


def cases(rng: np.random.Generator) -> list[tuple]:
    """Clear ones, overlapping ones, touching ones, those where rules that sound alike disagree; and random ones."""
    listed = [
        ([0.9, 0.8], [0.7, 0.6]),
        ([0.6, 0.7], [0.8, 0.9]),
        ([0.9, 0.7], [0.8, 0.6]),
        ([0.7, 0.8], [0.6, 0.7]),
        ([0.7, 0.8], [0.8, 0.9]),
        ([0.8, 0.8, 0.8], [0.6, 0.7, 0.9]),
        ([0.84, 0.86, 0.85], [0.85, 0.83, 0.84]),
        ([0.7, 0.9, 0.9], [0.8, 0.8, 0.8]),
        ([0.7, 0.7, 0.9], [0.75, 0.75, 0.75]),
        ([0.5, 0.51, 0.52], [0.53, 0.9, 0.91]),
        ([0.5, 0.5], [0.5, 0.5]),
        ([0.6, 0.9, 0.92], [0.5, 0.55, 0.61]),
        ([0.8, 0.81, 0.79], [0.79, 0.7, 0.7]),
        ([0.5, 0.61, 0.55], [0.6, 0.9, 0.92]),
        ([0.81, 0.811, 0.812], [0.6, 0.7, 0.8]),
        ([0.75, 0.75, 0.75], [0.7, 0.7, 0.9]),
        ([0.801, 0.81], [0.8, 0.79]),
    ]
    random = [
        (np.round(rng.uniform(0.6, 0.9, 3), 2), np.round(rng.uniform(0.6, 0.9, 3), 2)) for _ in range(6)
    ]
    return [(np.array(a), np.array(b)) for a, b in listed] + random


MISTAKES = {
    "letters_exchanged": Mistake(
        lambda a, b: {"a": "b", "b": "a"}.get(verdict(a, b), NOBODY),
        "For {inputs} you return {got}: the letters are exchanged. These are accuracies, and the higher one wins.",
    ),
    "means_only": Mistake(
        lambda a, b: _by(np.mean(a), np.mean(b)),
        "For {inputs} you return {got}: the means alone decide. But here one run of the other model is as good as or better than one of the winner: "
        "with other seeds the order could turn round.",
    ),
    "medians_only": Mistake(
        lambda a, b: _by(np.median(a), np.median(b)),
        "For {inputs} you return {got}: the middle runs decide. The rule asks that *every* run of one is above *every* run of the other.",
    ),
    "best_of_seeds": Mistake(
        lambda a, b: _by(max(a), max(b)),
        "For {inputs} you return {got}: the best run of each is compared. The best of many runs is luck picked out; look at the "
        "winner's *worst* run.",
    ),
    "worst_of_seeds": Mistake(
        lambda a, b: _by(min(a), min(b)),
        "For {inputs} you return {got}: the worst run of each is compared. The winner's worst run has to beat the other's *best*.",
    ),
    "any_run_ahead": Mistake(
        _beyond,
        "For {inputs} you return {got}: one run of it is above one run of the other. That is far too easy. Compare the winner's "
        "*worst* run with the other's *best*.",
    ),
    "seed_by_seed": Mistake(
        _paired,
        "For {inputs} you return {got}: the runs are compared in pairs. The rule asks more: every run of one above every run of the other, "
        "also those of other seeds.",
    ),
    "votes": Mistake(
        _votes,
        "For {inputs} you return {got}: you count which model is ahead on more seeds. Most runs are not all.",
    ),
    "mean_above_all": Mistake(
        _mean_above,
        "For {inputs} you return {got}: the *mean* of one is above all runs of the other. Its worst run is not.",
    ),
    "by_deviation": Mistake(
        _deviation,
        "For {inputs} you return {got}: you compare the gap of the means with a standard deviation. A rule that is used, too, but with three "
        "runs it is shaky; here the rule is that no run overlaps.",
    ),
    "touching_counts": Mistake(
        lambda a, b: "a" if min(a) >= max(b) else "b" if min(b) >= max(a) else NOBODY,
        "For {inputs} you return {got}: a run of one is exactly as good as a run of the other. Equal is not above.",
    ),
    "b_forgotten": Mistake(
        lambda a, b: "a" if min(a) > max(b) else NOBODY,
        "Where a wins you are right. For {inputs} you return {got}: what if all of b is above all of a?",
    ),
    "a_forgotten": Mistake(
        lambda a, b: "b" if min(b) > max(a) else NOBODY,
        "Where b wins you are right. For {inputs} you return {got}: what if all of a is above all of b?",
    ),
    "else_b": Mistake(
        lambda a, b: "a" if min(a) > max(b) else "b",
        "For {inputs} you return {got}: what is not won by a is not yet won by b.",
    ),
    "else_a": Mistake(
        lambda a, b: "b" if min(b) > max(a) else "a",
        "For {inputs} you return {got}: what is not won by b is not yet won by a.",
    ),
    "runs_for_letters": Mistake(
        lambda a, b: {"a": a, "b": b}.get(verdict(a, b), NOBODY),
        "For {inputs} you return {got}: the winner's runs. Its *letter* is asked, a text in quotation marks.",
    ),
    "direction_ignored": Mistake(
        lambda a, b: "a" if verdict(a, b) != NOBODY else NOBODY,
        "For {inputs} you return {got}: you have seen that they don't overlap. Which of them is higher?",
    ),
    "lower_wins": Mistake(
        lambda a, b: _by(-np.mean(a), -np.mean(b)),
        "For {inputs} you return {got}: the lower mean wins. That suits a loss; these are accuracies. And the means alone must not decide.",
    ),
    "nobody_ever": Mistake(
        lambda a, b: NOBODY,
        "For {inputs} you return {got}, whatever comes in. Here every run of one is above every run of the other.",
    ),
}

_HEAD = "def verdict(a, b):\n"
_TAIL = '    return "no clear winner"'


def _rules(a_wins: str, b_wins: str) -> str:
    return f'{_HEAD}    if {a_wins}:\n        return "a"\n    if {b_wins}:\n        return "b"\n{_TAIL}'


VERDICT = Exercise(
    id="10.5",
    title="A verdict over seeds",
    kind="function",
    starter="""
        def verdict(a, b):
            ...
            return "no clear winner"
    """,
    setup="import numpy as np",
    right=(
        """
        def verdict(a, b):
            if min(a) > max(b):
                return "a"
            if min(b) > max(a):
                return "b"
            return "no clear winner"
        """,
        """
        def verdict(a, b):
            if all(x > y for x in a for y in b):
                return "a"
            elif all(x < y for x in a for y in b):
                return "b"
            return "no clear winner"
        """,
        """
        def verdict(a, b):
            gaps = np.subtract.outer(np.asarray(a), np.asarray(b))
            signs = np.unique(np.sign(gaps)).tolist()
            return {(1.0,): "a", (-1.0,): "b"}.get(tuple(signs), "no clear winner")
        """,
        """
        def verdict(a, b):
            a, b = sorted(a), sorted(b)
            winner = "no clear winner"
            if a[0] > b[-1]:
                winner = "a"
            elif b[0] > a[-1]:
                winner = "b"
            return winner
        """,
        'verdict = lambda a, b: "a" if np.min(a) > np.max(b) else "b" if np.max(a) < np.min(b) else "no clear winner"',
    ),
    wrong={
        "letters_exchanged": [
            _rules("min(b) > max(a)", "min(a) > max(b)"),
            _rules("max(a) < min(b)", "max(b) < min(a)"),
        ],
        "means_only": [_rules("np.mean(a) > np.mean(b)", "np.mean(b) > np.mean(a)")],
        "medians_only": [_rules("np.median(a) > np.median(b)", "np.median(b) > np.median(a)")],
        "best_of_seeds": [_rules("max(a) > max(b)", "max(b) > max(a)")],
        "worst_of_seeds": [_rules("min(a) > min(b)", "min(b) > min(a)")],
        "any_run_ahead": [_rules("max(a) > min(b)", "max(b) > min(a)")],
        "seed_by_seed": [_rules("np.all(a > b)", "np.all(b > a)")],
        "votes": [_rules("np.sum(a > b) > np.sum(b > a)", "np.sum(b > a) > np.sum(a > b)")],
        "mean_above_all": [_rules("np.mean(a) > max(b)", "np.mean(b) > max(a)")],
        "by_deviation": [
            _rules(
                "np.mean(a) - np.mean(b) > max(np.std(a), np.std(b))",
                "np.mean(b) - np.mean(a) > max(np.std(a), np.std(b))",
            )
        ],
        "touching_counts": [_rules("min(a) >= max(b)", "min(b) >= max(a)")],
        "b_forgotten": [f'{_HEAD}    if min(a) > max(b):\n        return "a"\n{_TAIL}'],
        "a_forgotten": [f'{_HEAD}    if min(b) > max(a):\n        return "b"\n{_TAIL}'],
        "else_b": [f'{_HEAD}    return "a" if min(a) > max(b) else "b"'],
        "else_a": [f'{_HEAD}    return "b" if min(b) > max(a) else "a"'],
        "runs_for_letters": [
            f"{_HEAD}    if min(a) > max(b):\n        return a\n    if min(b) > max(a):\n        return b\n{_TAIL}"
        ],
        "direction_ignored": [_rules("min(a) > max(b) or min(b) > max(a)", "False")],
        "lower_wins": [_rules("np.mean(a) < np.mean(b)", "np.mean(b) < np.mean(a)")],
        "nobody_ever": [f"{_HEAD}    a_wins = min(a) > max(b)\n{_TAIL}"],
        "returns_none": [
            f'{_HEAD}    if min(a) > max(b):\n        print("a")\n    else:\n        print("no clear winner")'
        ],
        "wrong_type": [f"{_HEAD}    return min(a) > max(b)"],
        "raised": [f'{_HEAD}    if min(a) > best(b):\n        return "a"\n{_TAIL}'],
        "wrong_value": [
            _rules("min(a) - max(b) > 0.05", "min(b) - max(a) > 0.05"),
            _rules("np.mean(a) - np.mean(b) > 0.02", "np.mean(b) - np.mean(a) > 0.02"),
            _rules("a[0] > b[0]", "b[0] > a[0]"),
            _rules("sum(a > b) > len(a) / 2", "sum(a > b) < len(a) / 2"),
            _rules("round(min(a), 2) > round(max(b), 2)", "round(min(b), 2) > round(max(a), 2)"),
            _rules("min(a) > max(b)", "min(b) > max(a)").replace('"a"', '"A"').replace('"b"', '"B"'),
        ],
        "always_the_same": [f'{_HEAD}    return "a"'],
    },
    check=function_check(
        verdict,
        arguments=("a", "b"),
        cases=cases,
        mistakes=MISTAKES,
        otherwise=by_the_rule,
        success="If all runs of both came from the same luck, three would stand above the other three in one case out of ten. Strict, but no proof.",
    ),
    hints=(
        "Model a has won if even its worst run is better than every run of b.",
        "`min(a)` is the worst run of a, `max(b)` the best of b. Ask both ways round; what is left is no clear winner.",
        '    if min(___) > max(___):\n        return "a"\n    if ___:\n        return "b"\n    return "no clear winner"',
    ),
)
