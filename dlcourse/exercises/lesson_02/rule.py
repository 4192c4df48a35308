"""Exercises 2.5 and 2.6: the perceptron rule, on paper and as a function. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check, show, value_check
from dlcourse.exercises.common import three_numbers

NUMPY = "import numpy as np"
SAME_SUM = "the sum of the products is the same in either order"

RULE_BY_HAND = Exercise(
    id="2.5",
    title="A correction by hand",
    kind="value",
    starter="corrected = ...",
    setup=NUMPY,
    right=(
        "corrected = (1.5, -1.5, 0)",
        "corrected = np.array([2, -0.5, 1]) - np.array([0.5, 1, 1])",
        """
        x = np.array([0.5, 1])
        error = 0 - 1
        corrected = (np.array([2, -0.5]) + error * x, 1 + error)
        """,
        """
        from dlcourse.scratch import Neuron

        corrected = Neuron(w=[2, -0.5], b=1)
        corrected.correct(np.array([0.5, 1]), target=0)
        """,
    ),
    wrong={
        "update_reversed": ["corrected = (2.5, 0.5, 2)"],
        "weights_reversed": ["corrected = (2.5, 0.5, 0)"],
        "bias_reversed": ["corrected = (1.5, -1.5, 2)"],
        "bias_left": ["corrected = (1.5, -1.5, 1)"],
        "weights_left": ["corrected = (2, -0.5, 0)"],
        "unchanged": ["corrected = (2, -0.5, 1)"],
        "change_alone": ["corrected = (-0.5, -1, -1)"],
        "bird_alone": ["corrected = (0.5, 1, 0)"],
        "input_forgotten": ["corrected = (1, -1.5, 0)"],
        "output_for_decision": ["corrected = (1.25, -2, -0.5)"],
        "other_bird": ["corrected = (1, 1, 0)"],
        "other_start": ["corrected = (0.5, 0, -1)"],
        "sign_slip": ["corrected = (1.5, 0.5, 0)"],
        "first_weight_only": ["corrected = (1.5, -0.5, 0)"],
        "multiplied": ["corrected = (-1, 0.5, -1)"],
        "bias_first": ["corrected = (0, 1.5, -1.5)"],
        "twice": ["corrected = (1, -2.5, -1)"],
        "not_three_numbers": ["corrected = -0.75", "corrected = (1.5, -1.5)", "corrected = 'smaller'"],
        "wrong_value": ["corrected = (1.5, -1, 0)"],
    },
    check=three_numbers(
        value_check(
            (1.5, -1.5, 0.0),
            mistakes={
                "update_reversed": Mistake(
                    (2.5, 0.5, 2.0),
                    "You give {got}. With these numbers this bird's output is 3.75; it was 1.5 and should have gone down. "
                    "The error is the *target* minus the decision: which sign has it here?",
                ),
                "weights_reversed": Mistake(
                    (2.5, 0.5, 0.0),
                    "You give {got}: the bias goes down, the weights go the other way. Both follow the same error.",
                ),
                "bias_reversed": Mistake(
                    (1.5, -1.5, 2.0),
                    "You give {got}: the weights are right, the bias goes the other way. Both follow the same error.",
                ),
                "bias_left": Mistake(
                    (1.5, -1.5, 1.0),
                    "You give {got}: the weights are right, and the bias is still 1. The error changes it, too.",
                ),
                "weights_left": Mistake(
                    (2.0, -0.5, 0.0),
                    "You give {got}: the bias is right, and the weights are what they were. What is added to them?",
                ),
                "unchanged": Mistake(
                    (2.0, -0.5, 1.0),
                    "You give {got}, the numbers from before. Work out this bird's output first: what does the neuron "
                    "decide, and what should it have decided?",
                ),
                "change_alone": Mistake(
                    (-0.5, -1.0, -1.0),
                    "You give {got}. That is how much each number changes. The rule *adds* it to what was there.",
                ),
                "bird_alone": Mistake(
                    (0.5, 1.0, 0.0),
                    "You give {got}: the bird's own numbers in place of the weights. They only say how far each weight "
                    "moves, and the error says which way.",
                ),
                "input_forgotten": Mistake(
                    (1.0, -1.5, 0.0),
                    "You give {got}: each number changed by the error alone. A weight changes by the error times *its "
                    "input*.",
                ),
                "output_for_decision": Mistake(
                    (1.25, -2.0, -0.5),
                    "You give {got}. Your error is -1.5, the target minus the *output*. This rule takes the decision, "
                    "which is 0 or 1.",
                ),
                "other_bird": Mistake(
                    (1.0, 1.0, 0.0),
                    "You give {got}: the Gentoo of the table was taken away again. The bird of this exercise has the "
                    "bill (0.5, 1).",
                ),
                "other_start": Mistake(
                    (0.5, 0.0, -1.0),
                    "You give {got}, the correction of the neuron at the *start* of the table, w = (1, 1), b = 0. Go on "
                    "from its end.",
                ),
                "sign_slip": Mistake(
                    (1.5, 0.5, 0.0),
                    "You give {got}. The first weight and the bias are right. The second was -0.5, and 1 is taken away.",
                ),
                "first_weight_only": Mistake(
                    (1.5, -0.5, 0.0),
                    "You give {got}. The first weight and the bias are right; the second weight has not moved.",
                ),
                "multiplied": Mistake(
                    (-1.0, 0.5, -1.0),
                    "You give {got}: the old numbers are multiplied by error times input. The rule adds it to them.",
                ),
                "bias_first": Mistake(
                    (0.0, 1.5, -1.5),
                    "You give {got}: the right three numbers, the bias first. Asked is `(w1, w2, b)`.",
                ),
                "twice": Mistake(
                    (1.0, -2.5, -1.0),
                    "You give {got}: corrected twice. After one correction the neuron is right about this bird.",
                ),
            },
            otherwise="You give {got}. Step by step: the output, the decision, the error; then add error times input to "
            "each weight, and the error to the bias.",
            success="Its output was 1.5 and is -0.75 now: one correction was enough for this bird.",
        )
    ),
    hints=(
        "The table above has five rows. Fill them in for this bird, from the top.",
        "The output is above 0, and the target is 0. So what is the error, and do the numbers go up or down?",
        "corrected = (2 - ___, -0.5 - ___, 1 - ___)",
    ),
)

Step = tuple[np.ndarray, float]


def step(w: np.ndarray, b: float, x: np.ndarray, target: int) -> Step:
    """The reference of exercise 2.6: the perceptron rule."""
    error = target - int(w @ x + b > 0)
    return w + error * x, float(b + error)


def step_cases(rng: np.random.Generator) -> list[tuple]:
    """The bird of the lesson, a wrong 1, a right 1, a right 0, outputs of exactly 0, one that stays wrong; then any."""
    w = np.array([1.0, 1.0])
    small = [
        (w, 0.0, np.array([1.0, -1.5]), 1),
        (w, 0.0, np.array([2.0, 1.0]), 0),
        (w, 0.5, np.array([2.0, 1.0]), 1),
        (w, 0.5, np.array([-2.0, 1.0]), 0),
        (np.array([1.0, -2.0]), 0.0, np.array([2.0, 1.0]), 0),
        (np.array([1.0, -2.0]), 0.0, np.array([2.0, 1.0]), 1),
        (w, -1.5, np.array([0.5, 0.75]), 1),
        (w, 1.5, np.array([-0.5, -0.75]), 0),
        (w, -5.0, np.array([1.0, 0.5]), 1),
    ]
    return small + [
        (halves(rng, n), float(halves(rng, 1)[0]), halves(rng, n), target)
        for n in (2, 2, 3, 5)
        for target in (0, 1, 0, 1)
    ]


def halves(rng: np.random.Generator, *size: int) -> np.ndarray:
    """Numbers like 1.5, so that every order of adding gives the same sum to the last digit, and short to read."""
    return rng.integers(-6, 7, size=size) / 2


def right_or_wrong(update: object) -> object:
    """A mistake that shows only where the neuron is wrong: w and b change by `update(w, b, x, error)`."""

    def behaviour(w: np.ndarray, b: float, x: np.ndarray, target: int) -> Step:
        return update(w, b, x, target - int(w @ x + b > 0))

    return behaviour


def repeated(w: np.ndarray, b: float, x: np.ndarray, target: int) -> Step:
    """A mistake: corrected until this bird is right."""
    for _ in range(100):
        w, b = step(w, b, x, target)
    return w, b


def decided_again(w: np.ndarray, b: float, x: np.ndarray, target: int) -> Step:
    """A mistake: a second decision, with the new weights, for the bias."""
    new_w, _ = step(w, b, x, target)
    return new_w, step(new_w, b, x, target)[1]


def _step(seen: object) -> str:
    return ", ".join(f"{name} = {show(seen.inputs[name])}" for name in ("w", "x", "target"))


def _output(seen: object, *, before: bool = False) -> str:
    w, b = (seen.inputs["w"], seen.inputs["b"]) if before else seen.got
    return show(float(np.dot(w, seen.inputs["x"]) + b))


def bias_first(w: np.ndarray, b: float, x: np.ndarray, target: int) -> Step:
    """A mistake: a second decision, with the new bias, for the weights."""
    _, new_b = step(w, b, x, target)
    return step(w, new_b, x, target)[0], new_b


def _all_by(error: int, w: np.ndarray, b: float, x: np.ndarray) -> Step:
    return w + error * x, b + error


ONE_CORRECTION = Exercise(
    id="2.6",
    title="One correction",
    kind="function",
    starter="""
        def correct(w, b, x, target):
            ...
            return w, b
    """,
    setup=NUMPY,
    right=(
        """
        def correct(w, b, x, target):
            decision = 1 if w @ x + b > 0 else 0
            error = target - decision
            return w + error * x, b + error
        """,
        """
        def correct(w, b, x, target):
            said_yes = w @ x + b > 0
            if target == 1 and not said_yes:
                return w + x, b + 1
            if target == 0 and said_yes:
                return w - x, b - 1
            return w, b
        """,
        """
        def correct(w, b, x, target):
            error = target - int(sum(w * x) + b > 0)
            new_w = []
            for i in range(len(w)):
                new_w.append(w[i] + error * x[i])
            return new_w, b + error
        """,
    ),
    wrong={
        "update_reversed": [
            """
            def correct(w, b, x, target):
                error = int(w @ x + b > 0) - target
                return w + error * x, b + error
            """,
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                w = w - error * x
                b = b - error
                return w, b
            """,
        ],
        "weights_reversed": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w - error * x, b + error
            """
        ],
        "bias_reversed": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * x, b - error
            """
        ],
        "bias_left": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                w = w + error * x
                return w, b
            """
        ],
        "weights_left": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                b = b + error
                return w, b
            """
        ],
        "always_changed": [
            """
            def correct(w, b, x, target):
                if target == 1:
                    return w + x, b + 1
                return w - x, b - 1
            """
        ],
        "target_for_error": ["def correct(w, b, x, target):\n    return w + target * x, b + target"],
        "never_subtracted": [
            """
            def correct(w, b, x, target):
                if w @ x + b <= 0 and target == 1:
                    w, b = w + x, b + 1
                return w, b
            """
        ],
        "always_added": [
            """
            def correct(w, b, x, target):
                decision = int(w @ x + b > 0)
                if decision != target:
                    w = w + x
                    b = b + 1
                return w, b
            """
        ],
        "input_forgotten": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error, b + error
            """
        ],
        "output_for_decision": [
            """
            def correct(w, b, x, target):
                error = target - (w @ x + b)
                return w + error * x, b + error
            """
        ],
        "bias_not_used": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x > 0)
                return w + error * x, b + error
            """
        ],
        "decision_on_the_line": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b >= 0)
                return w + error * x, b + error
            """
        ],
        "bias_times_inputs": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * x, b + error * sum(x)
            """
        ],
        "replaced": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                w = error * x
                b = error
                return w, b
            """
        ],
        "multiplied": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w * (1 + error * x), b * (1 + error)
            """
        ],
        "repeated": [
            """
            def correct(w, b, x, target):
                while int(w @ x + b > 0) != target:
                    error = target - int(w @ x + b > 0)
                    w = w + error * x
                    b = b + error
                return w, b
            """
        ],
        "decided_again": [
            """
            def correct(w, b, x, target):
                w = w + (target - int(w @ x + b > 0)) * x
                b = b + (target - int(w @ x + b > 0))
                return w, b
            """
        ],
        "brackets_missing": [
            """
            def correct(w, b, x, target):
                error = target - w @ x + b > 0
                return w + error * x, b + error
            """
        ],
        "comparison_too_late": [
            """
            def correct(w, b, x, target):
                error = target - (w @ x + b) > 0
                return w + error * x, b + error
            """
        ],
        "target_taken_for_one": [
            """
            def correct(w, b, x, target):
                error = 1 - int(w @ x + b > 0)
                return w + error * x, b + error
            """
        ],
        "never_added": [
            """
            def correct(w, b, x, target):
                if w @ x + b > 0 and target == 0:
                    w, b = w - x, b - 1
                return w, b
            """
        ],
        "bias_always_up": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                if error != 0:
                    w = w + error * x
                    b = b + 1
                return w, b
            """
        ],
        "bias_once_for_each_weight": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                new_w = []
                for i in range(len(w)):
                    new_w.append(w[i] + error * x[i])
                    b = b + error
                return new_w, b
            """
        ],
        "bias_first_then_decided_again": [
            """
            def correct(w, b, x, target):
                b = b + target - int(w @ x + b > 0)
                w = w + (target - int(w @ x + b > 0)) * x
                return w, b
            """
        ],
        "weights_replaced": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return error * x, b + error
            """
        ],
        "smaller_step": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + 0.1 * error * x, b + 0.1 * error
            """
        ],
        "unchanged": [
            "def correct(w, b, x, target):\n    error = target - int(w @ x + b > 0)\n    return w, b"
        ],
        "bias_times_itself": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * x, b + error * b
            """
        ],
        "weights_times_themselves": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * w, b + error
            """
        ],
        "both_times_themselves": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * w, b + error * b
            """
        ],
        "bias_replaced": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * x, error
            """
        ],
        "inputs_summed": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + error * sum(x), b + error
            """
        ],
        "error_not_used": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + x, b + 1
            """
        ],
        "weights_multiplied": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w * error * x, b + error
            """
        ],
        "target_less_one": [
            """
            def correct(w, b, x, target):
                error = target - 1
                return w + error * x, b + error
            """
        ],
        "decision_for_error": [
            """
            def correct(w, b, x, target):
                error = int(w @ x + b > 0)
                return w + error * x, b + error
            """
        ],
        "decision_taken_away": [
            """
            def correct(w, b, x, target):
                decision = int(w @ x + b > 0)
                return w - decision * x, b - decision
            """
        ],
        "one_less_target": [
            """
            def correct(w, b, x, target):
                error = 1 - target
                return w + error * x, b + error
            """
        ],
        "yes_or_no_for_error": [
            """
            def correct(w, b, x, target):
                error = target != int(w @ x + b > 0)
                return w - error * x, b - error
            """
        ],
        "exchanged": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return b + error, w + error * x
            """
        ],
        "weights_only": ["def correct(w, b, x, target):\n    return w + (target - int(w @ x + b > 0)) * x"],
        "returns_none": ["def correct(w, b, x, target):\n    w = w + (target - int(w @ x + b > 0)) * x"],
        "raised": ["def correct(w, b, x, target):\n    return w + eror * x, b + 1"],
        "wrong_value": [
            """
            def correct(w, b, x, target):
                error = target - int(w @ x + b > 0)
                return w + 2 * error * x, b + error
            """
        ],
    },
    check=function_check(
        step,
        arguments=("w", "b", "x", "target"),
        cases=step_cases,
        mistakes={
            "update_reversed": Mistake(
                right_or_wrong(lambda w, b, x, error: (w - error * x, b - error)),
                lambda seen: (
                    f"For {_step(seen)} you return {show(seen.got)}: the output of this bird was "
                    f"{_output(seen, before=True)}, and with your numbers it is {_output(seen)}. It should have gone up, and "
                    "went down. What is the error when a 1 was missed: 1 or -1?"
                ),
            ),
            "weights_reversed": Mistake(
                right_or_wrong(lambda w, b, x, error: (w - error * x, b + error)),
                "For w = {w}, x = {x}, target = {target} you return {got}: the bias goes the right way, the weights go the "
                "opposite way. Both follow the same error.",
            ),
            "bias_reversed": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b - error)),
                "For w = {w}, b = {b}, target = {target} you return {got}: the weights go the right way, the bias goes the "
                "opposite way. Both follow the same error.",
            ),
            "bias_left": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b)),
                "For w = {w}, b = {b}, x = {x}, target = {target} you return {got}: the weights are right, and b is still "
                "{b}. A line whose bias never learns can turn, but it can't leave the point (0, 0).",
            ),
            "weights_left": Mistake(
                right_or_wrong(lambda w, b, x, error: (w, b + error)),
                "For w = {w}, b = {b}, x = {x}, target = {target} you return {got}: the bias is right, and the weights are as "
                "before. A line whose weights never learn can move, but it can't turn.",
            ),
            "always_changed": Mistake(
                lambda w, b, x, target: (w + (2 * target - 1) * x, b + 2 * target - 1),
                "For {inputs} the neuron is *right* already, and you return {got}: its numbers have changed all the same. "
                "What should be checked before anything is corrected?",
            ),
            "target_for_error": Mistake(
                lambda w, b, x, target: (w + target * x, b + target),
                "For {inputs} you return {got}. You use the target itself, so a bird that should get a 0 never teaches "
                "anything, and one that gets its 1 already goes on pushing. What is the *error*?",
            ),
            "never_subtracted": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + max(error, 0) * x, b + max(error, 0))),
                "For {inputs} you return {got}: unchanged, but the neuron says 1 here and should say 0. There are two ways "
                "of being wrong.",
            ),
            "always_added": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + abs(error) * x, b + abs(error))),
                "For {inputs} you return {got}. The neuron said 1 and should have said 0, so its output must go *down* here; "
                "yours goes up.",
            ),
            "input_forgotten": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error, b + error)),
                "For {inputs} you return {got}: every weight changes by the same amount, whatever its input was. An input "
                "of 0 had no part in the mistake; should its weight change?",
            ),
            "output_for_decision": Mistake(
                lambda w, b, x, target: (w + (target - (w @ x + b)) * x, b + target - (w @ x + b)),
                "For {inputs} you return {got}. You compare the target with the *output*; this rule compares it with the "
                "*decision*, 0 or 1, so its error is always -1, 0 or 1.",
            ),
            "bias_not_used": Mistake(
                lambda w, b, x, target: (w + (target - int(w @ x > 0)) * x, b + target - int(w @ x > 0)),
                lambda seen: (
                    f"For {_step(seen)}, b = {show(seen.inputs['b'])} you return {show(seen.got)}. The weighted sum is "
                    f"{show(float(seen.inputs['w'] @ seen.inputs['x']))}, but the *output* is {_output(seen, before=True)}: "
                    "that is what decides whether the neuron was wrong."
                ),
            ),
            "decision_on_the_line": Mistake(
                lambda w, b, x, target: (
                    w + (target - int(w @ x + b >= 0)) * x,
                    b + target - int(w @ x + b >= 0),
                ),
                "For {inputs} you return {got}. The output is exactly 0 here, and 0 is not above 0: the neuron's decision "
                "is 0.",
            ),
            "bias_times_inputs": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b + error * np.sum(x))),
                "For {inputs} you return {got}: the weights are right, but b changes by the sum of the inputs. The bias has "
                "no input; think of it as a weight whose input is always 1.",
            ),
            "replaced": Mistake(
                right_or_wrong(lambda w, b, x, error: (error * x, error)),
                "For {inputs} you return {got}: what was there before is gone. A correction is *added* to the old numbers, "
                "or the neuron would remember only its last bird.",
            ),
            "multiplied": Mistake(
                right_or_wrong(lambda w, b, x, error: (w * (1 + error * x), b * (1 + error))),
                "For {inputs} you return {got}: the old numbers are multiplied. A weight of 0 could never become anything "
                "else that way. A correction is added.",
            ),
            "repeated": Mistake(
                repeated,
                "For {inputs} you return {got}: you correct until this bird is right. The rule corrects *once* and goes on "
                "to the next bird; nobody is made right at any price.",
            ),
            "decided_again": Mistake(
                decided_again,
                "For {inputs} you return {got}. The weights are right; for the bias the neuron decides a second time, with "
                "the *new* weights. There is one error, found before anything changes.",
            ),
            "brackets_missing": Mistake(
                lambda w, b, x, target: _all_by(int(target - w @ x + b > 0), w, b, x),
                "For {inputs} you return {got}. Without brackets Python subtracts, adds, and compares the whole line with 0 "
                "in the end. Work out the decision on a line of its own, then subtract it from the target.",
            ),
            "comparison_too_late": Mistake(
                lambda w, b, x, target: _all_by(int(target - (w @ x + b) > 0), w, b, x),
                "For {inputs} you return {got}. `> 0` comes last in your line: it compares target minus *output* with 0. Work "
                "out the decision on a line of its own, then subtract it from the target.",
            ),
            "target_taken_for_one": Mistake(
                lambda w, b, x, target: _all_by(1 - int(w @ x + b > 0), w, b, x),
                "For {inputs} you return {got}: your error is what it would be for the target 1, whatever the target is.",
            ),
            "never_added": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + min(error, 0) * x, b + min(error, 0))),
                "For {inputs} you return {got}: unchanged, but the neuron says 0 here and should say 1. There are two ways "
                "of being wrong.",
            ),
            "bias_always_up": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b + abs(error))),
                "For {inputs} you return {got}: the weights are right, but the bias goes up though the output should go down.",
            ),
            "bias_once_for_each_weight": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b + error * len(x))),
                lambda seen: (
                    f"For {_step(seen)}, b = {show(seen.inputs['b'])} you return {show(seen.got)}: the weights are right, and "
                    f"the bias has moved {len(seen.inputs['x'])} times, once for each weight. Is it corrected inside a loop?"
                ),
            ),
            "bias_first_then_decided_again": Mistake(
                bias_first,
                "For {inputs} you return {got}. The bias is right; for the weights the neuron decides a second time, with the "
                "*new* bias. There is one error, found before anything changes.",
            ),
            "weights_replaced": Mistake(
                right_or_wrong(lambda w, b, x, error: (error * x, b + error)),
                "For {inputs} you return {got}: the bias is right, but the old weights are gone. `error * x` is *added* to "
                "them.",
            ),
            "smaller_step": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + 0.1 * error * x, b + 0.1 * error)),
                "For {inputs} you return {got}: the right way, but a tenth as far as the rule goes. It adds the whole "
                "`error * x` and the whole error.",
            ),
            "unchanged": Mistake(
                lambda w, b, x, target: (w, b),
                "For {inputs} you return {got}, the numbers you were given. The neuron is wrong about this bird: it should "
                "change.",
            ),
            "weights_only": Mistake(
                lambda w, b, x, target: step(w, b, x, target)[0],
                "For {inputs} you return {got}: the new weights, and they are right. The bias belongs to the answer too: "
                "`return w, b`.",
            ),
            "bias_times_itself": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, b + error * b)),
                "For {inputs} you return {got}: the weights are right, but what is added to b is the error times *b itself*. A "
                "bias of 0 would stay 0 for ever. What is the input of the bias?",
            ),
            "weights_times_themselves": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * w, b + error)),
                "For {inputs} you return {got}: the bias is right, but what is added to w is the error times *w itself*. The "
                "bird, x, has no say in it: which way should each weight go for this bird?",
            ),
            "both_times_themselves": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * w, b + error * b)),
                "For {inputs} you return {got}: the error is multiplied by the old w and the old b, so numbers that are 0 stay "
                "0, and this bird has no say. By what is the error multiplied for a weight, and by what for the bias?",
            ),
            "bias_replaced": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * x, error)),
                "For {inputs} you return {got}: the weights are right, but the old bias is gone. The error is *added* to it.",
            ),
            "inputs_summed": Mistake(
                right_or_wrong(lambda w, b, x, error: (w + error * np.sum(x), b + error)),
                "For {inputs} you return {got}: every weight changes by the same amount, the error times the *sum* of the "
                "inputs. Each weight has an input of its own.",
            ),
            "error_not_used": Mistake(
                lambda w, b, x, target: (w + x, b + 1),
                "For {inputs} you return {got}: `x` and 1 are added, whatever the neuron decided. The error says whether "
                "anything is to change, and which way.",
            ),
            "weights_multiplied": Mistake(
                right_or_wrong(lambda w, b, x, error: (w * error * x, b + error)),
                "For {inputs} you return {got}: the bias is right, but the old weights are *multiplied* by error times input. "
                "Where nothing is wrong the error is 0, and all weights would be lost.",
            ),
            "target_less_one": Mistake(
                lambda w, b, x, target: _all_by(target - 1, w, b, x),
                "For {inputs} you return {got}. Your error is the target minus 1, as if the neuron said 1 to every bird. What "
                "does it say to this one?",
            ),
            "decision_for_error": Mistake(
                lambda w, b, x, target: _all_by(int(w @ x + b > 0), w, b, x),
                "For {inputs} you return {got}: your error is the neuron's decision itself. The target has no say in it: how far "
                "is the decision from the target?",
            ),
            "decision_taken_away": Mistake(
                lambda w, b, x, target: _all_by(-int(w @ x + b > 0), w, b, x),
                "For {inputs} you return {got}: the decision is taken away, as if every target were 0. The error is the target "
                "minus the decision.",
            ),
            "one_less_target": Mistake(
                lambda w, b, x, target: _all_by(1 - target, w, b, x),
                "For {inputs} you return {got}. Your error is 1 minus the target, and the neuron's decision has no say in it. "
                "Work out the decision first.",
            ),
            "yes_or_no_for_error": Mistake(
                right_or_wrong(lambda w, b, x, error: (w - abs(error) * x, b - abs(error))),
                "For {inputs} you return {got}. The neuron said 0 and should have said 1, so its output must go *up* here; "
                "yours goes down. An error has a sign.",
            ),
            "exchanged": Mistake(
                right_or_wrong(lambda w, b, x, error: (b + error, w + error * x)),
                "For {inputs} you return {got}: the right numbers, the bias first. Asked is `w, b`, in this order.",
            ),
        },
        success="That is all a perceptron does when it learns: two sums for each mistake.",
    ),
    equivalent={
        "decision = 1 if w @ x + b > 0 else 0 -> decision = 1 if x @ w + b > 0 else 0": SAME_SUM,
        "said_yes = w @ x + b > 0 -> said_yes = x @ w + b > 0": SAME_SUM,
    },
    hints=(
        "Find out first what the neuron decides, and how far that is from the target: the error is -1, 0 or 1.",
        "Give the decision a line of its own, `1 if w @ x + b > 0 else 0`: inside a longer sum the `>` would come last. With the "
        "error in hand no `if` is needed: if it is 0, adding `error * x` changes nothing. And the bias?",
        """
        def correct(w, b, x, target):
            decision = 1 if ___ > 0 else 0
            error = ___ - ___
            w = w + ___ * x
            b = b + ___
            return w, b
        """,
    ),
)
