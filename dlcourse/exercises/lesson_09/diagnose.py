"""Exercise 9.1: under- or overfitting, told from two accuracies. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def _diagnose(training: float, validation: float, low: float = 0.7, gap: float = 0.15) -> str:
    if training < low:
        return "underfitting"
    return "overfitting" if training - validation > gap else "fits"


def _cases(rng: np.random.Generator) -> list[tuple]:
    """One for each answer, one for each way to mix them up, then random ones away from both borders."""
    cases = [(0.99, 0.78), (0.4, 0.37), (0.88, 0.85), (0.65, 0.45), (0.73, 0.68), (0.95, 0.72), (0.5, 0.68)]
    cases += [(0.74, 0.92), (0.69, 0.2), (0.71, 0.5), (1.0, 0.86), (0.74, 0.61), (0.92, 0.75)]
    for _ in range(8):
        training = round(float(rng.choice([rng.uniform(0.3, 0.68), rng.uniform(0.72, 1)])), 3)
        gap = rng.choice([rng.uniform(-0.02, 0.13), rng.uniform(0.17, 0.3)])
        cases.append((training, round(float(training - gap), 3)))
    return cases


_ASK = "For {inputs} you say {got}. "

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
            wrong = 1 - training, 1 - validation
            answers = np.array(["fits", "overfitting", "underfitting"])
            return str(answers[2 if wrong[0] > 0.3 else int(wrong[1] - wrong[0] > 0.15)])
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
            """
        ],
        "never_overfitting": [
            """
            def diagnose(training, validation):
                return "underfitting" if training < 0.7 else "fits"
            """
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
            """
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
        _diagnose,
        arguments=("training", "validation"),
        cases=_cases,
        mistakes={
            "always_the_same": Mistake(
                lambda training, validation: "overfitting",
                _ASK + "You say so of everything. What do the two accuracies tell apart?",
            ),
            "gap_first": Mistake(
                lambda t, v: "overfitting" if t - v > 0.15 else _diagnose(t, v),
                _ASK
                + "There is a gap, but this network does not even manage the pictures it learned from. More fixes against "
                "overfitting would make that worse. Which question comes first?",
            ),
            "validation_low": Mistake(
                lambda t, v: "underfitting" if v < 0.7 else _diagnose(t, v),
                _ASK
                + "A low validation accuracy alone does not tell: this network knows most of its training pictures. "
                "Whose accuracy says whether it could learn at all?",
            ),
            "low_is_over": Mistake(
                lambda t, v: "overfitting" if v < 0.7 else "fits",
                _ASK
                + "You judge by the validation alone. Bad outside *and* bad at home is one illness, bad outside and good at "
                "home another.",
            ),
            "names_exchanged": Mistake(
                lambda t, v: {"underfitting": "overfitting", "overfitting": "underfitting"}.get(
                    _diagnose(t, v), "fits"
                ),
                _ASK
                + "You find the right groups, with the two names exchanged. Which one has learned *too much* of its own pictures?",
            ),
            "gap_reversed": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "overfitting" if v - t > 0.15 else "fits",
                _ASK
                + "Your gap is validation minus training. Where is an overfitted network better: at home or outside?",
            ),
            "gap_either_way": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "overfitting" if abs(t - v) > 0.15 else "fits",
                _ASK
                + "It is *better* outside than at home, so it has not learned its own pictures by heart. The sign of the gap matters.",
            ),
            "any_gap": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "overfitting" if t > v else "fits",
                _ASK
                + "Nearly every network is a little better at home. The rule asks for a gap of more than 0.15.",
            ),
            "training_only": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "overfitting",
                _ASK
                + "A network that knows its own pictures need not be overfitted: it may be as good outside. Where is the gap?",
            ),
            "never_underfitting": Mistake(
                lambda t, v: "overfitting" if t - v > 0.15 else "fits",
                _ASK + "You look at the gap alone. Is a network that is equally bad everywhere fine?",
            ),
            "never_overfitting": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "fits",
                _ASK
                + "You look at the training accuracy alone. It does not show how the network does outside.",
            ),
            "never_fits": Mistake(
                lambda t, v: "overfitting" if t - v > 0.15 else "underfitting",
                _ASK
                + "Without a gap it is underfitting for you, however good it is. When does neither name fit?",
            ),
            "gap_as_a_share": Mistake(
                lambda t, v: "underfitting" if t < 0.7 else "overfitting" if v < 0.85 * t else "fits",
                _ASK
                + "You compare with 0.85 times the training accuracy. The rule asks for the difference: more than 0.15.",
            ),
            "high_is_over": Mistake(
                lambda t, v: "underfitting" if t > 0.7 else "overfitting" if t - v > 0.15 else "fits",
                _ASK
                + "Your first comparison is the wrong way round: underfitting is a *low* training accuracy.",
            ),
        },
        success="First the question whether it has learned at all, then whether it has learned too much of its own pictures.",
    ),
    equivalent=dict.fromkeys(
        (
            "training < 0.7 -> training <= 0.7",
            "training - validation > 0.15 -> training - validation >= 0.15",
            "gap > 0.15 -> gap >= 0.15",
            "learned = training >= 0.7 -> learned = training > 0.7",
            "validation < training - 0.15 -> validation <= training - 0.15",
            "wrong[0] > 0.3 -> wrong[0] >= 0.3",
            "int(wrong[1] - wrong[0] > 0.15) -> int(wrong[1] - wrong[0] >= 0.15)",
        ),
        "no case lies exactly on a border",
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
