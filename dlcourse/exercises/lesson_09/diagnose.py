"""Exercise 9.1: under- or overfitting, told from two accuracies. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_09.diagnose_mistakes import MISTAKES, diagnose


def _cases(rng: np.random.Generator) -> list[tuple]:
    """One for each answer, one for each way to mix them up, one on a border, then random ones away from both."""
    cases = [(0.99, 0.78), (0.4, 0.37), (0.88, 0.85), (0.65, 0.45), (0.73, 0.68), (0.95, 0.72), (0.5, 0.68)]
    cases += [
        (0.74, 0.92),
        (0.69, 0.2),
        (0.71, 0.5),
        (1.0, 0.86),
        (0.74, 0.61),
        (0.92, 0.75),
        (0.66, 0.72),
        (0.7, 0.66),
    ]
    for _ in range(8):
        training = round(float(rng.choice([rng.uniform(0.3, 0.68), rng.uniform(0.72, 1)])), 3)
        gap = rng.choice([rng.uniform(-0.02, 0.13), rng.uniform(0.17, 0.3)])
        cases.append((training, round(float(training - gap), 3)))
    return cases


DIAGNOSE = Exercise(
    id="9.1",
    title="Under or over?",
    kind="function",
    starter="""
        def diagnose(training, validation):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def diagnose(training, validation):
            if training < 0.7:
                return "underfitting"
            if training - validation > 0.15:
                return "overfitting"
            return "fits"
        """,
        """
        def diagnose(training, validation):
            gap = training - validation
            answer = "fits"
            if gap > 0.15:
                answer = "overfitting"
            if training < 0.7:
                answer = "underfitting"
            return answer
        """,
        """
        def diagnose(training, validation):
            learned = training >= 0.7
            return "underfitting" if not learned else "overfitting" if validation < training - 0.15 else "fits"
        """,
        """
        def diagnose(training, validation):
            answers = np.array(["fits", "overfitting", "underfitting"])
            return answers[2 if training < 0.7 else int((1 - validation) - (1 - training) > 0.15)]
        """,
    ),
    wrong={
        "gap_first": [
            """
            def diagnose(training, validation):
                if training - validation > 0.15:
                    return "overfitting"
                if training < 0.7:
                    return "underfitting"
                return "fits"
            """
        ],
        "validation_low": [
            """
            def diagnose(training, validation):
                if validation < 0.7:
                    return "underfitting"
                if training - validation > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "low_is_over": [
            """
            def diagnose(training, validation):
                if validation < 0.7:
                    return "overfitting"
                return "fits"
            """
        ],
        "names_exchanged": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "overfitting"
                if training - validation > 0.15:
                    return "underfitting"
                return "fits"
            """
        ],
        "gap_reversed": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                if validation - training > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "gap_either_way": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                if abs(training - validation) > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "any_gap": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                if training > validation:
                    return "overfitting"
                return "fits"
            """
        ],
        "training_only": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                return "overfitting"
            """
        ],
        "never_underfitting": [
            """
            def diagnose(training, validation):
                return "overfitting" if training - validation > 0.15 else "fits"
            """,
            """
            def diagnose(training, validation):
                if training < 0.7:
                    answer = "underfitting"
                if training - validation > 0.15:
                    answer = "overfitting"
                else:
                    answer = "fits"
                return answer
            """,
        ],
        "never_overfitting": [
            """
            def diagnose(training, validation):
                return "underfitting" if training < 0.7 else "fits"
            """,
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                return "overfitting" if training - validation > 15 else "fits"
            """,
        ],
        "never_fits": [
            """
            def diagnose(training, validation):
                return "overfitting" if training - validation > 0.15 else "underfitting"
            """
        ],
        "gap_as_a_share": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                if validation < 0.85 * training:
                    return "overfitting"
                return "fits"
            """,
        ],
        "gap_as_a_share_of_validation": [
            """
            def diagnose(training, validation):
                if training < 0.7:
                    return "underfitting"
                return "overfitting" if training > 1.15 * validation else "fits"
            """,
        ],
        "high_is_over": [
            """
            def diagnose(training, validation):
                if training > 0.7:
                    return "underfitting"
                if training - validation > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "border": [
            """
            def diagnose(training, validation):
                if training <= 0.7:
                    return "underfitting"
                if training - validation > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "both_below": [
            """
            def diagnose(training, validation):
                if training < 0.7 and validation < 0.7:
                    return "underfitting"
                if training - validation > 0.15:
                    return "overfitting"
                return "fits"
            """
        ],
        "arguments_exchanged": [
            """
            def diagnose(validation, training):
                if training < 0.7:
                    return "underfitting"
                return "overfitting" if training - validation > 0.15 else "fits"
            """
        ],
        "in_percent": [
            """
            def diagnose(training, validation):
                if training < 70:
                    return "underfitting"
                return "overfitting" if training - validation > 15 else "fits"
            """
        ],
        "always_the_same": ['def diagnose(training, validation):\n    return "overfitting"'],
        "returns_none": ['def diagnose(training, validation):\n    print("fits")'],
        "wrong_type": ["def diagnose(training, validation):\n    return training - validation > 0.15"],
        "raised": [
            "def diagnose(training, validation):\n    return 'fits' if train > 0.7 else 'overfitting'"
        ],
        "wrong_arguments": ["def diagnose(history):\n    return 'fits'"],
        "not_a_function": ['diagnose = "overfitting"'],
        "wrong_value": [
            'def diagnose(training, validation):\n    return "underfitted" if training < 0.7 else "fits"'
        ],
    },
    check=function_check(
        diagnose,
        arguments=("training", "validation"),
        cases=_cases,
        mistakes=MISTAKES,
        success="First the question whether it has learned at all, then whether it has learned too much of its own pictures.",
    ),
    equivalent=dict.fromkeys(
        (
            "training - validation > 0.15 -> training - validation >= 0.15",
            "gap > 0.15 -> gap >= 0.15",
            "validation < training - 0.15 -> validation <= training - 0.15",
            "int(1 - validation - (1 - training) > 0.15) -> int(1 - validation - (1 - training) >= 0.15)",
        ),
        "no gap is exactly 0.15, which binary fractions only come near",
    ),
    hints=(
        "Three answers, two questions. The first is asked of the training accuracy alone.",
        "Below 0.7 at home: underfitting, whatever happens outside. Only then look at training minus validation.",
        """
        def diagnose(training, validation):
            if ___ < 0.7:
                return ___
            if training - validation > ___:
                return ___
            return "fits"
        """,
    ),
)
