"""Exercises 2.5 to 2.9: a line by hand, the perceptron rule, a bug, Dense(1), XOR. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, choice_check, function_check, show
from dlcourse.exercises.checks_02 import adelie_by_hand, quiz_model

NUMPY = "import numpy as np"
SAME_SUM = "the sum of the products is the same in either order"
ANOTHER_LINE = "another line through the gap between the two species"

LINE_BY_HAND = Exercise(
    id="2.5",
    title="A line by hand",
    kind="value",
    starter="by_hand = ...",
    setup=NUMPY,
    right=(
        "by_hand = (-2, 2, 0)",
        "by_hand = -np.array([2, -2, 0])",
        """
        w = [-2, 2]
        by_hand = [w, 0]
        """,
        """
        from dlcourse.scratch import Neuron

        by_hand = Neuron(w=[-2, 2], b=0)
        """,
    ),
    wrong={
        "yes_for_gentoo": ["by_hand = (1.0, -1.0, 0.0)", "by_hand = (2, -1.8, 0.1)"],
        "bias_side": ["by_hand = (-1, 1, -0.9)", "by_hand = (-4.0, 4.0, -2.8)"],
        "no_weights": ["by_hand = (0, 0, 1)"],
        "nearly": ["by_hand = (-1.0, 1.0, 0.3)", "by_hand = (-0.5, 1.0, 0.0)"],
        "one_measurement": ["by_hand = (-1, 0, 0)", "by_hand = (0, 1, 0)"],
        "same_sign": ["by_hand = (-1, -1, 0)", "by_hand = (1.0, 1.0, 0.0)"],
        "line_misplaced": ["by_hand = (-1, 1, 5)", "by_hand = (-1, 1, -5)", "by_hand = (-1, 0.1, 0)"],
        "not_three_numbers": [
            "by_hand = (-1, 1)",
            "by_hand = 'left'",
            "by_hand = -1",
            "by_hand = (-1, 1, float('nan'))",
            "by_hand = (-1, 1, 'b')",
        ],
    },
    check=adelie_by_hand,
    hints=(
        "Find a line in the explorer first that leaves no bird on the wrong side. There the Gentoos get the 1. "
        "Only then think about how to give it to the Adelies.",
        "In the explorer an output above 0 means Gentoo. You want the opposite sign for every bird: what must happen to "
        "a sum so that its sign changes?",
        "by_hand = (-___, ___, ___)   # a longer bill speaks against an Adelie: its weight is below 0",
    ),
    equivalent={
        "by_hand = (-2, 2, 0) -> by_hand = (-3, 2, 0)": ANOTHER_LINE,
        "by_hand = -np.array([2, -2, 0]) -> by_hand = -np.array([3, -2, 0])": ANOTHER_LINE,
        "w = [-2, 2] -> w = [-3, 2]": ANOTHER_LINE,
        "by_hand = Neuron(w=[-2, 2], b=0) -> by_hand = Neuron(w=[-3, 2], b=0)": ANOTHER_LINE,
        "by_hand = Neuron(w=[-2, 2], b=0) -> by_hand = Neuron(w=[-2, 2])": "0 is what the bias is when none is given",
    },
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
        (_halves(rng, n), float(_halves(rng, 1)[0]), _halves(rng, n), target)
        for n in (2, 2, 3, 5)
        for target in (0, 1, 0, 1)
    ]


def _halves(rng: np.random.Generator, *size: int) -> np.ndarray:
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
        "unchanged": [
            "def correct(w, b, x, target):\n    error = target - int(w @ x + b > 0)\n    return w, b"
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
                return w + 0.5 * error * x, b + 0.5 * error
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
            "exchanged": Mistake(
                right_or_wrong(lambda w, b, x, error: (b + error, w + error * x)),
                "For {inputs} you return {got}: the right numbers, the bias first. Asked is `w, b`, in this order.",
            ),
        },
        success="That is all Rosenblatt's perceptron does when it learns. Two lines, from 1958.",
    ),
    equivalent={
        "decision = 1 if w @ x + b > 0 else 0 -> decision = 1 if x @ w + b > 0 else 0": SAME_SUM,
        "said_yes = w @ x + b > 0 -> said_yes = x @ w + b > 0": SAME_SUM,
    },
    hints=(
        "Find out first what the neuron decides, and how far that is from the target: the error is -1, 0 or 1.",
        "With the error in hand no `if` is needed: if it is 0, adding `error * x` changes nothing. And the bias?",
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


def _step(seen: object) -> str:
    return ", ".join(f"{name} = {show(seen.inputs[name])}" for name in ("w", "x", "target"))


def _output(seen: object, *, before: bool = False) -> str:
    w, b = (seen.inputs["w"], seen.inputs["b"]) if before else seen.got
    return show(float(np.dot(w, seen.inputs["x"]) + b))


def mistakes_counted(birds: np.ndarray, targets: np.ndarray, w: np.ndarray, b: float) -> int:
    """The reference of exercise 2.7."""
    return int(((birds @ w + b > 0) != targets).sum())


def pairs(birds: np.ndarray, targets: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """What the bug compares: each bird's decision with each bird's target, shape (n, n)."""
    return (birds @ w + b > 0)[:, np.newaxis] != targets


def counting_cases(rng: np.random.Generator) -> list[tuple]:
    """Two birds, both right; two of three wrong, one of them on the line; then random ones."""
    w = np.array([1.0, -1.0])
    small = [
        (np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1, 0]), w, 0.0),
        (np.array([[2.0, 1.0], [1.0, 1.0], [0.0, 3.0]]), np.array([1, 1, 1]), w, 0.0),
    ]
    return small + [
        (_halves(rng, n, 2), rng.integers(0, 2, size=n), _halves(rng, 2), float(_halves(rng, 1)[0]))
        for n in (3, 4, 5, 5, 5, 12, 20)
    ]


FIND_THE_BUG = Exercise(
    id="2.7",
    title="More mistakes than birds",
    kind="bug",
    starter="""
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets).sum())
    """,
    setup=NUMPY,
    right=(
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions.ravel() != targets).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets.reshape(len(targets), 1)).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            mistakes = 0
            for bird, target in zip(birds, targets):
                if int(bird @ w + b > 0) != target:
                    mistakes += 1
            return mistakes
        """,
    ),
    wrong={
        "still_every_pair": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(len(w), 1) + b
                decisions = (outputs > 0) * 1
                return int((decisions != targets).sum())
            """,
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w[:, np.newaxis] + b
                return int(((outputs > 0) != targets).sum())
            """,
        ],
        "pairs_divided": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).sum() / len(birds)
            """
        ],
        "pairs_rounded": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum() / len(birds))
            """
        ],
        "share_of_pairs": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).mean()
            """
        ],
        "capped": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return min(int((decisions != targets).sum()), len(birds))
            """
        ],
        "first_bird_against_all": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions[0] != targets).sum())
            """
        ],
        "any_target": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).any(axis=1).sum())
            """
        ],
        "cancelled": [
            """
            def count_mistakes(birds, targets, w, b):
                decisions = (birds @ w + b > 0).astype(int)
                return int((decisions - targets).sum())
            """,
        ],
        "cancelled_too": [
            """
            def count_mistakes(birds, targets, w, b):
                decisions = (birds @ w + b > 0).astype(int)
                return int((targets - decisions).sum())
            """,
        ],
        "numbers_of_ones": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int(abs(decisions.sum() - targets.sum()))
            """
        ],
        "right_ones_counted": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions == targets).sum())
            """
        ],
        "share": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).mean()
            """
        ],
        "on_the_line": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs >= 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "bias_forgotten": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "outputs_compared": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                return int((outputs != targets).sum())
            """
        ],
        "one_kind_only": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions > targets).sum())
            """
        ],
        "raised": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(1, 2) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "wrong_shape": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return decisions != targets
            """
        ],
        "always_the_same": ["def count_mistakes(birds, targets, w, b):\n    return 0"],
        "wrong_value": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum()) // 2
            """
        ],
    },
    check=function_check(
        mistakes_counted,
        arguments=("birds", "targets", "w", "b"),
        cases=counting_cases,
        mistakes={
            "still_every_pair": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).sum()),
                "For birds = {birds}, targets = {targets}, w = {w}, b = {b} both birds are decided rightly, and you still "
                "count {got} mistakes. Look at the shape of `decisions` and of `targets`, and then at the shape of "
                "`decisions != targets`.",
            ),
            "pairs_divided": Mistake(
                lambda birds, targets, w, b: pairs(birds, targets, w, b).sum() / len(birds),
                "For two birds, both decided rightly, you count {got} mistakes. Dividing makes the number smaller, but it is "
                "still a count of *pairs*: every decision is compared with every target. Mend that first.",
            ),
            "pairs_rounded": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).sum() / len(birds)),
                "For two birds, both decided rightly, you count {got}. Dividing makes the number smaller, but it is still a "
                "count of *pairs*: every decision is compared with every target. Mend that first.",
            ),
            "share_of_pairs": Mistake(
                lambda birds, targets, w, b: pairs(birds, targets, w, b).mean(),
                "For two birds, both decided rightly, you return {got}. A mean hides the fault: every decision is still "
                "compared with every target, which makes four comparisons for two birds.",
            ),
            "capped": Mistake(
                lambda birds, targets, w, b: min(int(pairs(birds, targets, w, b).sum()), len(birds)),
                "For two birds, both decided rightly, you count {got} mistakes. Cutting the number off at the number of birds "
                "hides the fault. Where do the extra comparisons come from?",
            ),
            "first_bird_against_all": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b)[0].sum()),
                "For two birds, both decided rightly, you count {got}: the decision about the *first* bird is compared with "
                "the targets of all.",
            ),
            "right_ones_counted": Mistake(
                lambda birds, targets, w, b: len(birds) - mistakes_counted(birds, targets, w, b),
                "For two birds, both decided rightly, you count {got}. The comparison is mended; but these are the birds that "
                "are right.",
            ),
            "any_target": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).any(axis=1).sum()),
                "For two birds, both decided rightly, you count {got}. Each decision is still held against *all* targets; "
                "`any` only asks whether it misses one of them.",
            ),
            "cancelled": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b > 0).astype(int) - targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but a difference may be 1 or -1, and the two kinds "
                "of mistake cancel each other.",
            ),
            "cancelled_too": Mistake(
                lambda birds, targets, w, b: int((targets - (birds @ w + b > 0)).sum()),
                "For {inputs} you count {got}. The comparison is mended; but a difference may be 1 or -1, and the two kinds "
                "of mistake cancel each other.",
            ),
            "numbers_of_ones": Mistake(
                lambda birds, targets, w, b: int(abs((birds @ w + b > 0).sum() - targets.sum())),
                "For {inputs} you count {got}. As many ones decided as wanted doesn't mean that they went to the right birds.",
            ),
            "share": Mistake(
                lambda birds, targets, w, b: mistakes_counted(birds, targets, w, b) / len(birds),
                "For {inputs} you return {got}: the *share* of wrong birds, rightly compared. Asked is their number.",
            ),
            "on_the_line": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b >= 0) != targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but an output of exactly 0 now counts as a 1, and "
                "0 is not above 0.",
            ),
            "bias_forgotten": Mistake(
                lambda birds, targets, w, b: int(((birds @ w > 0) != targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but on the way the bias got lost.",
            ),
            "outputs_compared": Mistake(
                lambda birds, targets, w, b: int((birds @ w + b != targets).sum()),
                "For {inputs} you count {got}: the *outputs* are compared with the targets. An output of 3.2 is a clear 1, "
                "but it is not equal to 1.",
            ),
            "one_kind_only": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b > 0) & (targets == 0)).sum()),
                "For {inputs} you count {got}: only the birds that got a 1 instead of a 0. The other kind of mistake is "
                "missing.",
            ),
        },
        success="(n, 1) against (n,) makes NumPy compare everything with everything, and nothing complains. It is one of the "
        "most frequent silent bugs in deep learning. From now on you'll look at the shapes first.",
    ),
    equivalent={
        "int(bird @ w + b > 0) != target -> int(w @ bird + b > 0) != target": SAME_SUM,
    },
    hints=(
        "Nothing raises an error, so ask the arrays themselves: print the shape of each one inside the function.",
        "`decisions` is a column and `targets` is a row. NumPy stretches both into a table with a row and a column for "
        "every bird. Which line makes the column?",
        "outputs = birds @ ___ + b            # (n,), like targets",
    ),
)


QUIZ = Exercise(
    id="2.8",
    title="Dense(1) keeps the score",
    kind="model",
    starter="quiz = ...",
    setup="import numpy as np\nimport keras\nfrom keras import layers",
    right=(
        """
        quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
        quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])
        """,
        """
        inputs = keras.Input(shape=(3,))
        dense = layers.Dense(1, bias_initializer=keras.initializers.Constant(10.0))
        quiz = keras.Model(inputs, dense(inputs))
        dense.kernel.assign([[3.0], [-1.0], [0.0]])
        """,
        """
        quiz = keras.Sequential()
        quiz.add(keras.Input(shape=(3,)))
        quiz.add(layers.Dense(units=1, activation="linear"))
        quiz.layers[0].kernel.assign(np.array([3, -1, 0]).reshape(3, 1))
        quiz.layers[0].bias.assign([10])
        """,
    ),
    wrong={
        "not_a_model": [
            "quiz = np.array([3.0, -1.0, 0.0])",
            "quiz = layers.Dense",
            "quiz = lambda x: x @ [3, -1, 0] + 10",
        ],
        "not_built": ["quiz = keras.Sequential([layers.Dense(1)])", "quiz = layers.Dense(1)"],
        "inputs_count": [
            "quiz = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0]]), np.array([10.0])])",
        ],
        "outputs_count": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(3)])"],
        "no_bias": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, use_bias=False)])"],
        "numbers_not_set": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])"],
        "bias": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([0.0])])",
        ],
        "weights_order": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[-1.0], [3.0], [0.0]]), np.array([10.0])])",
        ],
        "sign_lost": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [1.0], [0.0]]), np.array([10.0])])",
        ],
        "weights": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [1.0]]), np.array([10.0])])",
        ],
        "relu": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, activation='relu')])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])",
        ],
        "activation": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, activation='sigmoid')])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])",
        ],
        "not_finite": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([np.nan])])",
        ],
    },
    check=quiz_model,
    equivalent={
        "layers.Dense(units=1, activation='linear') -> layers.Dense(units=1)": "linear is what Dense does by itself",
        "quiz.layers[0].kernel.assign -> quiz.layers[-1].kernel.assign": "there is one layer: the first is the last",
        "quiz.layers[0].bias.assign([10]) -> quiz.layers[-1].bias.assign([10])": "there is one layer: the first is the last",
    },
    hints=(
        "It is the taxi again: three inputs, one neuron, four numbers. Write down the four numbers first.",
        "Build it as in the cell above, then `set_weights` with a list of two arrays: the weights with the shape (3, 1), "
        "the bias with the shape (1,).",
        """
        quiz = keras.Sequential([keras.Input(shape=(___,)), layers.Dense(___)])
        quiz.set_weights([np.array([[___], [___], [___]]), np.array([___])])
        """,
    ),
)


WHAT_HELPS = Exercise(
    id="2.9",
    title="What would solve XOR?",
    kind="choice",
    starter="...",
    right=('"d"', "'D)'"),
    wrong={
        "longer_training": ['"a"'],
        "more_examples": ['"b"'],
        "larger_weights": ['"c"'],
        "not_a_choice": ['"a third input"', "4"],
    },
    check=choice_check(
        "d",
        {
            "a": (
                "longer_training",
                "Longer training helps to find numbers that exist. The four lines above don't speak of training: they show "
                "that there are no such numbers to be found.",
            ),
            "b": (
                "more_examples",
                "These four are all the examples there are: two inputs of 0 or 1 have no fifth combination. Showing them more "
                "often is longer training.",
            ),
            "c": (
                "larger_weights",
                "Multiply w1, w2 and b by 100, and each output has the same sign as before: the line stays where it is. "
                "Which of the four lines of the argument would that break?",
            ),
        },
        success="The neuron stays as simple as it was; what it *sees* is new. The next cell tries it.",
    ),
    hints=(
        "Go back to the argument: four conditions that contradict each other. Which of the four changes would touch them?",
        "The argument uses only w1, w2 and b. What could be added to the sum, so that the last condition gets something "
        "that the middle two don't have?",
        "For the four points (0,0), (0,1), (1,0), (1,1) the product of both inputs is 0, ___, ___, ___.",
    ),
)
