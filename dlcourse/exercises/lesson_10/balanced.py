"""Exercise 10.2: balanced accuracy by hand. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_10.balanced_mistakes import MISTAKES, balanced, cases, shares_of

_HEAD = "def balanced_accuracy(targets, answers):\n"


def _loop(inside: str, end: str = "return np.mean(shares)", classes: str = "targets") -> str:
    """The source of an answer that goes through the classes; `inside` makes a share of class `c`."""
    return f"{_HEAD}    shares = []\n    for c in np.unique({classes}):\n        {inside}\n    {end}"


def _some(classes: str) -> str:
    """The source of an answer that goes through these classes; one without an example gets 0."""
    return (
        f"{_HEAD}    shares = []\n    for c in {classes}:\n        rows = targets == c\n"
        "        shares.append(np.mean(answers[rows] == c) if rows.any() else 0)\n    return np.mean(shares)"
    )


_SHARE = "shares.append(np.mean(answers[targets == c] == c))"

BALANCED = Exercise(
    id="10.2",
    title="Every class counts the same",
    kind="function",
    starter="""
        def balanced_accuracy(targets, answers):
            ...
    """,
    setup="import numpy as np\nimport pandas as pd",
    right=(
        """
        def balanced_accuracy(targets, answers):
            shares = []
            for one in np.unique(targets):
                of_this_class = targets == one
                shares.append(np.mean(answers[of_this_class] == one))
            return np.mean(shares)
        """,
        """
        def balanced_accuracy(targets, answers):
            right, all_of = {}, {}
            for target, answer in zip(targets, answers):
                all_of[target] = all_of.get(target, 0) + 1
                right[target] = right.get(target, 0) + (target == answer)
            return sum(right[c] / all_of[c] for c in all_of) / len(all_of)
        """,
        """
        from sklearn.metrics import recall_score

        def balanced_accuracy(targets, answers):
            return recall_score(targets, answers, labels=np.unique(targets), average="macro")
        """,
        """
        def balanced_accuracy(targets, answers):
            frame = pd.DataFrame({"target": targets, "right": np.asarray(targets) == np.asarray(answers)})
            return frame.groupby("target").right.mean().mean()
        """,
        """
        import warnings
        from sklearn import metrics

        def balanced_accuracy(targets, answers):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return metrics.balanced_accuracy_score(targets, answers)
        """,
        """
        def balanced_accuracy(targets, answers):
            classes, numbers, counts = np.unique(targets, return_inverse=True, return_counts=True)
            return np.bincount(numbers, weights=(targets == answers) / counts[numbers]).mean()
        """,
        "balanced_accuracy = lambda t, a: sum(np.mean(a[t == c] == c) for c in set(t.tolist())) / len(set(t.tolist()))",
    ),
    wrong={
        "plain_accuracy": [
            f"{_HEAD}    return np.mean(targets == answers)",
            f"{_HEAD}    return sum(t == a for t, a in zip(targets, answers)) / len(targets)",
            "from sklearn.metrics import accuracy_score\n\n"
            + f"{_HEAD}    return accuracy_score(targets, answers)",
        ],
        "count_of_right": [f"{_HEAD}    return int(np.sum(targets == answers))"],
        "one_minus": [_loop("shares.append(np.mean(answers[targets == c] != c))")],
        "in_per_cent": [_loop(_SHARE, "return 100 * np.mean(shares)")],
        "sum_of_classes": [_loop(_SHARE, "return sum(shares)")],
        "always_halved": [_loop(_SHARE, "return sum(shares) / 2")],
        "over_all_examples": [_loop("shares.append(np.mean((answers == c) & (targets == c)))")],
        "answers_for_targets": [
            "from sklearn.metrics import balanced_accuracy_score\n\n"
            + f"{_HEAD}    return balanced_accuracy_score(answers, targets)",
            _loop("shares.append(np.mean(targets[answers == c] == c))", classes="answers"),
        ],
        "precision_of_targets_classes": [
            f"from sklearn.metrics import precision_score\n\n{_HEAD}    return precision_score(targets, answers, "
            "labels=np.unique(targets), average='macro', zero_division=0)"
        ],
        "precision_of_targets_classes_nan": [_loop("shares.append(np.mean(targets[answers == c] == c))")],
        "precision_of_both": [
            f"from sklearn.metrics import precision_score\n\n{_HEAD}    return precision_score(targets, answers, "
            "average='macro', zero_division=0)"
        ],
        "precision_of_both_nan": [
            f"from sklearn.metrics import confusion_matrix\n\n{_HEAD}    table = confusion_matrix(targets, answers)\n"
            "    return np.mean(np.diag(table) / table.sum(axis=0))"
        ],
        "classes_from_the_answers": [_some("np.unique(answers)")],
        "classes_from_the_answers_nan": [_loop(_SHARE, classes="answers")],
        "classes_from_both": [
            f"from sklearn.metrics import recall_score\n\n{_HEAD}    return recall_score(targets, answers, average='macro', "
            "zero_division=0)"
        ],
        "classes_from_both_nan": [
            f"from sklearn.metrics import confusion_matrix\n\n{_HEAD}    table = confusion_matrix(targets, answers)\n"
            "    return np.mean(np.diag(table) / table.sum(axis=1))"
        ],
        "zero_and_one_only": [_some("(0, 1)")],
        "zero_and_one_only_nan": [
            f"{_HEAD}    return (np.mean(answers[targets == 0] == 0) + np.mean(answers[targets == 1] == 1)) / 2"
        ],
        "good_and_bad_only": [_some("('good', 'bad')")],
        "good_and_bad_only_nan": [
            f"{_HEAD}    good, bad = targets == 'good', targets == 'bad'\n"
            "    return (np.mean(answers[good] == 'good') + np.mean(answers[bad] == 'bad')) / 2"
        ],
        "counted_from_zero": [_some("range(len(np.unique(targets)))")],
        "counted_from_zero_nan": [
            f"{_HEAD}    shares = []\n    for c in range(len(np.unique(targets))):\n        {_SHARE}\n    return np.mean(shares)"
        ],
        "first_two_classes": [
            f"{_HEAD}    a, b = np.unique(targets)[:2]\n"
            "    return (np.mean(answers[targets == a] == a) + np.mean(answers[targets == b] == b)) / 2",
            f"{_HEAD}    a, b = np.unique(targets)[0], np.unique(targets)[1]\n"
            "    return (np.mean(answers[targets == a] == a) + np.mean(answers[targets == b] == b)) / 2",
        ],
        "last_over_all": [
            _loop("share = np.mean(answers[targets == c] == c)", "return share / len(np.unique(targets))")
        ],
        "counts_carried_on": [
            f"{_HEAD}    shares, right, rows = [], 0, 0\n    for c in np.unique(targets):\n        for t, a in zip(targets, answers):\n"
            "            rows += t == c\n            right += t == a == c\n        shares.append(right / rows)\n    return np.mean(shares)"
        ],
        "sum_over_examples": [_loop(_SHARE, "return sum(shares) / len(targets)")],
        "mean_of_counts": [_loop("shares.append(np.sum(answers[targets == c] == c))")],
        "how_often_named": [_loop("shares.append(np.sum(answers == c) / np.sum(targets == c))")],
        "rows_not_picked": [_loop("shares.append(np.mean(answers == c))")],
        "answers_averaged": [_loop("shares.append(np.mean(answers[targets == c]))")],
        "f1": [
            "from sklearn.metrics import f1_score\n\n"
            + f"{_HEAD}    return f1_score(targets, answers, average='macro')"
        ],
        "last_class_only": [
            f"{_HEAD}    for c in np.unique(targets):\n        share = np.mean(answers[targets == c] == c)\n    return share"
        ],
        "first_class_only": [
            f"{_HEAD}    for c in np.unique(targets):\n        return np.mean(answers[targets == c] == c)"
        ],
        "worst_class": [_loop(_SHARE, "return min(shares)")],
        "best_class": [_loop(_SHARE, "return max(shares)")],
        "each_class_alone": [_loop(_SHARE, "return shares")],
        "one_against_rest": [_loop("shares.append(np.mean((answers == c) == (targets == c)))")],
        "product": [_loop(_SHARE, "return np.prod(shares)")],
        "median": [_loop(_SHARE, "return np.median(shares)")],
        "returns_none": [_loop(_SHARE, "print(np.mean(shares))")],
        "raised": [_loop("shares.append(mean(answers[targets == c] == c))")],
        "wrong_value": [
            _loop(_SHARE, "return np.mean(shares) ** 2"),
            _loop(_SHARE, "return round(np.mean(shares), 2)"),
        ],
        "always_the_same": [f"{_HEAD}    return 0.5"],
    },
    check=function_check(
        balanced,
        arguments=("targets", "answers"),
        cases=cases,
        mistakes=MISTAKES,
        otherwise=shares_of,
        success="Whoever always says the same class gets 1 divided by the number of classes, however rare the others are.",
    ),
    equivalent={
        "deleted: warnings.simplefilter('ignore')": "a warning on the screen changes no answer",
    },
    hints=(
        "First take one class: of the rows whose *target* is that class, in how many is the answer right?",
        "`np.unique(targets)` lists the classes; `answers[targets == one]` are the answers to the rows of one of them. Collect a share for each "
        "class, then take the mean.",
        "    shares = []\n    for one in np.unique(___):\n        shares.append(np.mean(answers[___ == one] == ___))\n    return ___",
    ),
)
