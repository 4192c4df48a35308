"""What people compute in place of balanced accuracy, and what to say to them. Exercise 10.2's declaration is in `balanced`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.checking.show import show_inputs


def recalls(targets: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """The share of right answers in each class that occurs in the targets."""
    return np.array([np.mean(answers[targets == one] == one) for one in np.unique(targets)])


def balanced(targets: np.ndarray, answers: np.ndarray) -> float:
    """The reference."""
    return float(recalls(targets, answers).mean())


def _precision(targets: np.ndarray, answers: np.ndarray, classes: np.ndarray, empty: float) -> float:
    """Mean over the classes of the share of right answers among those that name it; `empty` where none does."""
    return _recall(answers, targets, classes, empty)


def _recall(targets: np.ndarray, answers: np.ndarray, classes: np.ndarray, empty: float) -> float:
    """Mean over these classes of the share of right answers; `empty` for a class that no target has."""
    shares = [np.mean(answers[targets == c] == c) if np.any(targets == c) else empty for c in classes]
    return float(np.mean(shares))


def _counted(targets: np.ndarray) -> np.ndarray:
    """0, 1, ... as many as there are classes."""
    return np.arange(len(np.unique(targets)))


def _carried_on(targets: np.ndarray, answers: np.ndarray) -> float:
    """As by counters that are not put back to 0 for the next class."""
    classes = np.unique(targets)
    right = np.cumsum([np.sum((targets == c) & (answers == c)) for c in classes])
    return float(np.mean(right / np.cumsum([np.sum(targets == c) for c in classes])))


def _f1(targets: np.ndarray, answers: np.ndarray) -> float:
    classes = np.union1d(targets, answers)
    hits = np.array([np.sum((targets == c) & (answers == c)) for c in classes])
    named = np.array([np.sum(targets == c) + np.sum(answers == c) for c in classes])
    return float(np.mean(2 * hits / named))


def _one_against_rest(targets: np.ndarray, answers: np.ndarray) -> float:
    return float(np.mean([np.mean((targets == one) == (answers == one)) for one in np.unique(targets)]))


def cases(rng: np.random.Generator) -> list[tuple]:
    """Three loans; always the same answer; three classes, counted from 0 and not; one class alone; words; an answer that no target has; random ones."""
    listed = [
        ([0, 0, 1], [0, 1, 1]),
        ([0, 0, 0, 1], [0, 0, 0, 0]),
        ([0, 0, 1, 1, 2], [0, 2, 1, 1, 2]),
        ([3, 3, 5, 7, 7, 7], [3, 5, 5, 7, 3, 3]),
        ([1, 1, 1, 1], [1, 0, 1, 0]),
        ([2, 2, 0], [1, 2, 0]),
        (["good", "good", "good", "bad"], ["good", "bad", "good", "bad"]),
    ]
    random = [(rng.integers(0, k, n), rng.integers(0, k, n)) for k, n in ((2, 9), (3, 20), (4, 30))]
    return [(np.array(a), np.array(b)) for a, b in listed + random]


_CALLED = (
    "For {inputs} you return {got}: of all that was *called* a class, how much was right (its name is precision). "
    "Here you should ask of all that *is* a class: which of the two arrays picks the rows?"
)
_FIXED = "For {inputs} you return {got}: you ask for the classes %s. Which classes do these targets have? `np.unique` tells, of words too."

# The classes are taken from the wrong place, so some have no example; a share of nothing is 0 with some people, nan with others.
_EMPTY = {
    "precision_of_targets_classes": (lambda t, a, empty: _precision(t, a, np.unique(t), empty), _CALLED),
    "precision_of_both": (lambda t, a, empty: _precision(t, a, np.union1d(t, a), empty), _CALLED),
    "classes_from_the_answers": (
        lambda t, a, empty: _recall(t, a, np.unique(a), empty),
        "For {inputs} you return {got}: you go through the classes that were *answered*. A class that the model never names is "
        "left out that way, and that is the worst a model can do to it. Which array knows all classes?",
    ),
    "classes_from_both": (
        lambda t, a, empty: _recall(t, a, np.union1d(t, a), empty),
        "For {inputs} you return {got}: you also go through a class that only the answers name. No example belongs to it, so "
        "there is no share to take.",
    ),
    "zero_and_one_only": (
        lambda t, a, empty: _recall(t, a, np.array([0, 1]), empty),
        _FIXED % "0 and 1",
    ),
    "good_and_bad_only": (
        lambda t, a, empty: _recall(t, a, np.array(["good", "bad"]), empty),
        _FIXED % "good and bad",
    ),
    "counted_from_zero": (
        lambda t, a, empty: _recall(t, a, _counted(t), empty),
        _FIXED % "0, 1 and so on",
    ),
}


def _with_nan(message: str) -> Callable[[Seen], str]:
    """The same message, and where nan comes from, if that is what the learner sees."""

    def text(seen: Seen) -> str:
        said = Mistake(None, message).text(seen)
        nan = isinstance(seen.got, float) and np.isnan(seen.got)
        return f"{said} (nan is 0/0: the mean of no answers at all.)" if nan else said

    return text


def shares_of(seen: Seen) -> str:
    """What to say of a number that no known mistake explains: what there is in each class."""
    targets, answers = seen.inputs["targets"], seen.inputs["answers"]
    shown = f"For `{show_inputs(['targets', 'answers'], [targets, answers])}` you return {show(seen.got)}."
    if any(np.isclose(seen.got, round(seen.expected, digits)) for digits in (1, 2, 3, 4)):
        return f"{shown} That is rounded. Return the mean with all its digits; rounding is for showing it."
    counts = [
        f"class {show(c)}: {np.sum(targets == c)} in all, {np.sum(answers[targets == c] == c)} right"
        for c in np.unique(targets)
    ]
    return f"{shown} Count them: {'; '.join(counts)}. Which shares are these, and what is their mean?"


MISTAKES = {
    **{
        code + ending: Mistake(partial(behaviour, empty=empty), _with_nan(message))
        for code, (behaviour, message) in _EMPTY.items()
        for ending, empty in (("", 0.0), ("_nan", np.nan))
    },
    "answers_for_targets": Mistake(lambda t, a: balanced(a, t), _CALLED),
    "plain_accuracy": Mistake(
        lambda t, a: float(np.mean(t == a)),
        "For {inputs} you return {got}: the share of right answers among all. Then a large class outvotes a small one. Take the "
        "share in each class first.",
    ),
    "count_of_right": Mistake(
        lambda t, a: int(np.sum(t == a)),
        "For {inputs} you return {got}: the number of right answers. A share is asked, in each class, and then the mean.",
    ),
    "one_minus": Mistake(
        lambda t, a: 1 - balanced(t, a),
        "For {inputs} you return {got}: the share of *wrong* answers, balanced. Accuracy counts the right ones.",
    ),
    "in_per_cent": Mistake(
        lambda t, a: 100 * balanced(t, a),
        "For {inputs} you return {got}: that is in per cent. Give it as a share between 0 and 1.",
    ),
    "sum_of_classes": Mistake(
        lambda t, a: float(recalls(t, a).sum()),
        "For {inputs} you return {got}: the shares of all classes, added up. What makes a mean of a sum?",
    ),
    "always_halved": Mistake(
        lambda t, a: float(recalls(t, a).sum() / 2),
        "With two classes you are right. For {inputs} you return {got}: how many classes do these targets have?",
    ),
    "over_all_examples": Mistake(
        lambda t, a: float(np.mean(t == a)) / len(np.unique(t)),
        "For {inputs} you return {got}: the right answers of a class divided by *all* examples. Divide by those of that class.",
    ),
    "last_class_only": Mistake(
        lambda t, a: float(recalls(t, a)[-1]),
        "For {inputs} you return {got}: the share of right answers in one class alone, the last. The mean over all classes is asked.",
    ),
    "first_two_classes": Mistake(
        lambda t, a: float(recalls(t, a)[:2].mean()),
        "With two classes you are right. For {inputs} you return {got}: the mean over two classes. How many do these targets have?",
    ),
    "last_over_all": Mistake(
        lambda t, a: float(recalls(t, a)[-1] / len(recalls(t, a))),
        "For {inputs} you return {got}: the share of the *last* class alone, divided by the number of classes. Does each share in your loop come to the "
        "others, or take their place?",
    ),
    "counts_carried_on": Mistake(
        _carried_on,
        "For {inputs} you return {got}: the counts of one class go on into the next. Where in your loop do they have to begin at 0?",
    ),
    "sum_over_examples": Mistake(
        lambda t, a: float(recalls(t, a).sum() / len(t)),
        "For {inputs} you return {got}: the shares of the classes, added up and divided by the number of *examples*. How many shares have you added?",
    ),
    "mean_of_counts": Mistake(
        lambda t, a: float(np.sum(t == a) / len(np.unique(t))),
        "For {inputs} you return {got}: the mean *number* of right answers in a class. A share is asked: how many of how many?",
    ),
    "how_often_named": Mistake(
        lambda t, a: float(np.mean([np.sum(a == one) / np.sum(t == one) for one in np.unique(t)])),
        "For {inputs} you return {got}: how often each class was answered, over how often it occurs. Whether an answer stands at the right *place* is not "
        "looked at.",
    ),
    "rows_not_picked": Mistake(
        lambda t, a: float(np.mean([np.mean(a == one) for one in np.unique(t)])),
        "For {inputs} you return {got}: for each class the share of *all* answers that name it. Look only at the rows whose target is that class.",
    ),
    "answers_averaged": Mistake(
        lambda t, a: float(np.mean([np.mean(a[t == one]) for one in np.unique(t)])),
        "For {inputs} you return {got}: the mean of the answers themselves, in each class. A class is a name, even if it is written as a number: what "
        "should an answer be compared with?",
    ),
    "f1": Mistake(
        _f1,
        "For {inputs} you return {got}: the mean of F1, a measure in which false alarms count, too. Here only the share of right answers in each class "
        "is asked.",
    ),
    "first_class_only": Mistake(
        lambda t, a: float(recalls(t, a)[0]),
        "For {inputs} you return {got}: the share of right answers in one class alone, the first. Does your `return` stand inside the "
        "loop?",
    ),
    "worst_class": Mistake(
        lambda t, a: float(recalls(t, a).min()),
        "For {inputs} you return {got}: the class that fares worst. A hard judge, but the mean over the classes is asked.",
    ),
    "best_class": Mistake(
        lambda t, a: float(recalls(t, a).max()),
        "For {inputs} you return {got}: the class that fares best. The mean over all classes is asked.",
    ),
    "each_class_alone": Mistake(
        lambda t, a: recalls(t, a),
        "For {inputs} you return {got}: the share of each class. They are right; one number is asked, their mean.",
    ),
    "one_against_rest": Mistake(
        _one_against_rest,
        "For {inputs} you return {got}: for each class you count a row as right if it is rightly *not* named, too. Look at the rows of "
        "that class only.",
    ),
    "product": Mistake(
        lambda t, a: float(recalls(t, a).prod()),
        "For {inputs} you return {got}: the shares of the classes, multiplied. Their mean is asked.",
    ),
    "median": Mistake(
        lambda t, a: float(np.median(recalls(t, a))),
        "For {inputs} you return {got}: the middle one of the shares. Their mean is asked.",
    ),
}
