"""Exercise 5.2: binary cross-entropy, written by the learner. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.checks import log_of_zero_named
from dlcourse.exercises.lesson_05.entropy_cases import bce_cases, binary_crossentropy
from dlcourse.exercises.lesson_05.entropy_mistakes import MISTAKES
from dlcourse.exercises.lesson_05.entropy_slips import ANSWERS

NUMPY = "import numpy as np"

_LIKE_KERAS = (
    "Your loss is the one Keras computes: mild with doubt, merciless with certainty in the wrong place."
)

BCE = Exercise(
    id="5.2",
    title="Binary cross-entropy",
    kind="function",
    starter="""
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
        """,
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            total = 0
            for i in range(len(targets)):
                if targets[i] == 1:
                    total = total - np.log(p[i])
                else:
                    total = total - np.log(1 - p[i])
            return total / len(targets)
        """,
        """
        def binary_crossentropy(targets, probabilities):  # in 32 bits, as Keras computes
            p = np.clip(np.asarray(probabilities, dtype="float32"), 1e-7, 1 - 1e-7)
            return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
        """,
        """
        def binary_crossentropy(targets, probabilities):
            p = np.clip(probabilities, 1e-7, 1 - 1e-7)
            given_to_truth = np.where(targets == 1, p, 1 - p)
            return np.mean(-np.log(given_to_truth))
        """,
    ),
    wrong={
        **ANSWERS,
        "ones_only": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p))"
        ],
        "zeros_only": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean((1 - targets) * np.log(1 - p))"
        ],
        "one_minus_forgotten": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(p))",
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(p))",
        ],
        "minus_missing": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "minus_on_the_first_half": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(-targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "minus_on_the_second_half": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(targets * np.log(p) - (1 - targets) * np.log(1 - p))"
        ],
        "base_10": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log10(p) + (1 - targets) * np.log10(1 - p))"
        ],
        "base_2": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log2(p) + (1 - targets) * np.log2(1 - p))"
        ],
        "mean_forgotten": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "each_alone": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "halves_exchanged": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(1 - p) + (1 - targets) * np.log(p))"
        ],
        "arguments_exchanged": [
            "def binary_crossentropy(targets, p):\n    t = np.clip(targets, 1e-7, 1 - 1e-7)\n    return -np.mean(p * np.log(t) + (1 - p) * np.log(1 - t))"
        ],
        "log_outside": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.log(np.mean(targets * p + (1 - targets) * (1 - p)))"
        ],
        "one_minus_log": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * (1 - np.log(p)))"
        ],
        "no_logarithm": ["def binary_crossentropy(targets, p):\n    return np.mean(abs(targets - p))"],
        "squared_error": ["def binary_crossentropy(targets, p):\n    return np.mean((targets - p) ** 2)"],
        "decided_first": [
            "def binary_crossentropy(targets, p):\n    p = np.clip((p > 0.5) * 1.0, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "brackets_of_one_minus": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + 1 - targets * np.log(1 - p))"
        ],
        "zeros_formula_for_all": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(1 - p))"
        ],
        "two_signs_missing": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return np.mean(np.log(p))"
        ],
        "mean_of_probabilities": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * p + (1 - targets) * (1 - p))"
        ],
        "last_only": [
            """
            def binary_crossentropy(targets, probabilities):
                p = np.clip(probabilities, 1e-7, 1 - 1e-7)
                for target, one in zip(targets, p):
                    loss = -(target * np.log(one) + (1 - target) * np.log(1 - one))
                return loss
            """
        ],
        "last_over_n": [
            """
            def binary_crossentropy(targets, probabilities):
                p = np.clip(probabilities, 1e-7, 1 - 1e-7)
                for target, one in zip(targets, p):
                    loss = -(target * np.log(one) + (1 - target) * np.log(1 - one))
                return loss / len(p)
            """
        ],
        "two_examples_only": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p)) / 2"
        ],
        "log_of_the_target": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - targets))"
        ],
        "both_halves_for_all": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(p) + np.log(1 - p))"
        ],
        "three_examples_only": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p)) / 3"
        ],
        "first_only": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    for t, q in zip(targets, p):\n        if t == 1:\n            return -np.log(q)\n        else:\n            return -np.log(1 - q)"
        ],
        "first_over_n": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    total = 0\n    for t, q in zip(targets, p):\n        total -= t * np.log(q) + (1 - t) * np.log(1 - q)\n        return total / len(p)"
        ],
        "last_left_out": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    total = 0\n    for i in range(len(p) - 1):\n        total -= targets[i] * np.log(p[i]) + (1 - targets[i]) * np.log(1 - p[i])\n    return total / len(p)"
        ],
        "ones_switch_both": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + targets * np.log(1 - p))"
        ],
        "zeros_switch_both": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean((1 - targets) * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "probabilities_for_targets": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(p * np.log(p) + (1 - p) * np.log(1 - p))"
        ],
        "exponential": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.exp(p) + (1 - targets) * np.exp(1 - p))"
        ],
        "log_of_one_in_brackets": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * (np.log(1) - p))"
        ],
        "log_of_one": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1) - p)",
        ],
        "accuracy_returned": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return np.mean((p > 0.5) == targets)"
        ],
        "median": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.median(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "rounded_to_two": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return round(-np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p)), 2)"
        ],
        "rounded_to_three": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return round(-np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p)), 3)"
        ],
        "mean_of_the_first_half": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -(np.mean(targets * np.log(p)) + (1 - targets) * np.log(1 - p))"
        ],
        "mean_of_the_first_half_signed": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(targets * np.log(p)) + (1 - targets) * np.log(1 - p)"
        ],
        "target_in_the_logarithm": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(np.log(targets * p) + np.log((1 - targets) * (1 - p)))",
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.mean(p * np.log(targets) + (1 - p) * np.log(1 - targets))",
        ],
        "divided_by_the_ones": [
            "def binary_crossentropy(targets, probabilities):\n    p = np.clip(probabilities, 1e-7, 1 - 1e-7)\n    return -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p)) / np.sum(targets)"
        ],
        "class_by_class": [
            """
            def binary_crossentropy(targets, p):
                p = np.clip(p, 1e-7, 1 - 1e-7)
                total = 0
                if (targets == 1).any():
                    total = total - np.log(p[targets == 1]).mean()
                if (targets == 0).any():
                    total = total - np.log(1 - p[targets == 0]).mean()
                return total
            """
        ],
        "log_of_zero": [
            "def binary_crossentropy(targets, p):\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
            """
            import math

            def binary_crossentropy(targets, p):
                total = 0
                for t, q in zip(targets, p):
                    total -= t * math.log(q) + (1 - t) * math.log(1 - q)
                return total / len(p)
            """,
            "def binary_crossentropy(targets, p):\n    return np.mean(-np.log(np.where(targets == 1, p, 1 - p)))",
            "def binary_crossentropy(targets, p):\n    return -np.mean(np.nan_to_num(targets * np.log(p)) + np.nan_to_num((1 - targets) * np.log(1 - p)))",
        ],
        "clipped_below_only": [
            "def binary_crossentropy(targets, p):\n    p = np.maximum(p, 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "clipped_above_only": [
            "def binary_crossentropy(targets, p):\n    p = np.minimum(p, 1 - 1e-7)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "clipped_elsewhere": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-15, 1 - 1e-15)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 0.01, 0.99)\n    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))",
        ],
        "returns_none": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    loss = -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
        "raised": [
            "def binary_crossentropy(targets, p):\n    return -np.mean(targets * log(p) + (1 - targets) * log(1 - p))"
        ],
        "wrong_value": [
            "def binary_crossentropy(targets, p):\n    p = np.clip(p, 1e-7, 1 - 1e-7)\n    return -2 * np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))"
        ],
    },
    check=log_of_zero_named(
        function_check(
            binary_crossentropy,
            arguments=("targets", "probabilities"),
            cases=bce_cases,
            mistakes=MISTAKES,
            success=_LIKE_KERAS,
            atol=1e-6,
        ),
        _LIKE_KERAS,
    ),
    equivalent={
        **dict.fromkeys(
            (
                "p = np.clip(probabilities, 1e-07, 1 - 1e-07) -> p = np.clip(1e-07, probabilities, 1 - 1e-07)",
                "np.clip(np.asarray(probabilities, dtype='float32'), 1e-07, 1 - 1e-07) -> np.clip(1e-07, np.asarray(probabilities, dtype='float32'), 1 - 1e-07)",
            ),
            "1e-7, kept above the probability and below 1 - 1e-7, is the same number",
        ),
        "np.asarray(probabilities, dtype='float32') -> np.asarray(probabilities)": "64 bits are as good as 32",
        "1 - 1e-07 -> 1 - 1.25e-07": "in 32 bits the same number",
    },
    hints=(
        "Take one example with target 1 and one with target 0. What does each of them count, by the table?",
        "Where the target is 1, `targets * np.log(p)` is log(p); where it is 0, it vanishes. Which second part vanishes the other way round?",
        "    return -np.mean(targets * np.log(___) + (1 - targets) * np.log(___))",
    ),
)
