"""What people compute in place of balanced accuracy, and what to say to them. Exercise 10.2's declaration is in `balanced`."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake


def recalls(targets: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """The share of right answers in each class that occurs in the targets."""
    return np.array([np.mean(answers[targets == one] == one) for one in np.unique(targets)])


def balanced(targets: np.ndarray, answers: np.ndarray) -> float:
    """The reference."""
    return float(recalls(targets, answers).mean())


def precisions(targets: np.ndarray, answers: np.ndarray, classes: np.ndarray) -> np.ndarray:
    """The share of right answers among those that name a class; 0 where none does."""
    return np.array(
        [np.mean(targets[answers == one] == one) if np.any(answers == one) else 0.0 for one in classes]
    )


def _over(targets: np.ndarray, answers: np.ndarray, classes: np.ndarray) -> float:
    """Mean of the recalls over these classes; 0 for one that no target has."""
    found = [np.mean(answers[targets == one] == one) if np.any(targets == one) else 0.0 for one in classes]
    return float(np.mean(found))


def _zero_and_one(targets: np.ndarray, answers: np.ndarray) -> float:
    return _over(targets, answers, np.array([0, 1]))


def _one_against_rest(targets: np.ndarray, answers: np.ndarray) -> float:
    return float(np.mean([np.mean((targets == one) == (answers == one)) for one in np.unique(targets)]))


def cases(rng: np.random.Generator) -> list[tuple]:
    """Three loans; always the same answer; three classes; words; an answer that no target has; random ones."""
    listed = [
        ([0, 0, 1], [0, 1, 1]),
        ([0, 0, 0, 1], [0, 0, 0, 0]),
        ([0, 0, 1, 1, 2], [0, 2, 1, 1, 2]),
        ([1, 1, 1, 1], [1, 0, 1, 0]),
        ([2, 2, 0], [1, 2, 0]),
        (["good", "good", "good", "bad"], ["good", "bad", "good", "bad"]),
    ]
    random = [(rng.integers(0, k, n), rng.integers(0, k, n)) for k, n in ((2, 9), (3, 20), (4, 30))]
    return [(np.array(a), np.array(b)) for a, b in listed + random]


MISTAKES = {
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
    "answers_for_targets": Mistake(
        lambda t, a: float(precisions(t, a, np.unique(a)).mean()),
        "For {inputs} you return {got}: of all that was *called* a class, how much was right (its name is precision). "
        "Here you should ask of all that *is* a class: which of the two arrays picks the rows?",
    ),
    "precision_of_targets_classes": Mistake(
        lambda t, a: float(precisions(t, a, np.unique(t)).mean()),
        "For {inputs} you return {got}: of all that was *called* a class, how much was right (its name is precision). "
        "Here you should ask of all that *is* a class: which of the two arrays picks the rows?",
    ),
    "classes_from_the_answers": Mistake(
        lambda t, a: _over(t, a, np.unique(a)),
        "For {inputs} you return {got}: you go through the classes that were *answered*. A class that the model never names is "
        "left out that way, and that is the worst a model can do to it. Which array knows all classes?",
    ),
    "classes_from_both": Mistake(
        lambda t, a: _over(t, a, np.union1d(t, a)),
        "For {inputs} you return {got}: a class that only the answers name counts as 0. No example belongs to it, so "
        "there is no share to take.",
    ),
    "zero_and_one_only": Mistake(
        _zero_and_one,
        "For {inputs} you return {got}: you ask for the classes 0 and 1. Take whatever classes the targets have "
        "(`np.unique`), words too.",
    ),
    "last_class_only": Mistake(
        lambda t, a: float(recalls(t, a)[-1]),
        "For {inputs} you return {got}: the share of right answers in one class alone, the last. The mean over all classes is asked.",
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
