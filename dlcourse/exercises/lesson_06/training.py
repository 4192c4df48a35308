"""Exercise 6.6: gradients that pile up. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake, function_check
from dlcourse.exercises.lesson_06.descents import (
    averaged,
    b_by_w,
    begun_at_0,
    behaviour,
    cases,
    descent,
    emptied_midway,
    fresh,
    last_gradient,
    late,
    piled,
    rate_cut,
    set_by_step,
    step_for_number,
    trained,
)

_HEAD = """
def train(x, target, w, b, rate, steps):
    w, b = Value(w), Value(b)
"""


def _train(inside: str, *, before: str = "", last: str = "return w.data, b.data") -> str:
    """The source of a `train` with these lines inside the loop."""
    body = "".join(f"        {line}\n" for line in inside.strip().splitlines())
    return f"{_HEAD.lstrip()}{before}    for step in range(steps):\n{body}    {last}\n"


_LOSS = "loss = (w * x + b - target) ** 2\n"
_BACK = "loss.backward()\n"
_STEP = "w.data -= rate * w.gradient\nb.data -= rate * b.gradient\n"

FIND_THE_BUG = Exercise(
    id="6.6",
    title="Blame that piles up",
    kind="bug",
    starter=_train(_LOSS + _BACK + _STEP),
    setup="import numpy as np\nfrom dlcourse.scratch import Value",
    right=(
        _train(_LOSS + "loss.zero_gradients()\n" + _BACK + _STEP),
        _train(_LOSS + _BACK + _STEP + "w.gradient = 0\nb.gradient = 0\n"),
        _train("w, b = Value(w.data), Value(b.data)\n" + _LOSS + _BACK + _STEP),
        """
        def train(x, target, w, b, rate, steps):
            for _ in range(steps):
                error = w * x + b - target
                w, b = w - rate * 2 * error * x, b - rate * 2 * error
            return w, b
        """,
    ),
    wrong={
        "still_piled_up": [
            _train(_LOSS + _BACK + _STEP + "loss.gradient = 0\n"),
            _train(_LOSS + _BACK + _STEP, before="    w.gradient = b.gradient = 0\n"),
            _train(_LOSS + "loss.zero_gradients\n" + _BACK + _STEP),
        ],
        "only_w": [_train(_LOSS + _BACK + _STEP + "w.gradient = 0\n")],
        "only_b": [_train(_LOSS + _BACK + _STEP + "b.gradient = 0\n")],
        "emptied_too_early": [
            _train(_LOSS + _BACK + "loss.zero_gradients()\n" + _STEP),
            _train(_LOSS + "loss.zero_gradients()\n" + _STEP),
        ],
        "uphill": [
            _train(
                _LOSS
                + "loss.zero_gradients()\n"
                + _BACK
                + "w.data += rate * w.gradient\nb.data += rate * b.gradient\n"
            )
        ],
        "piled_up_uphill": [
            _train(_LOSS + _BACK + "w.data += rate * w.gradient\nb.data += rate * b.gradient\n")
        ],
        "averaged": [
            _train(
                _LOSS
                + _BACK
                + "w.data -= rate * w.gradient / (step + 1)\nb.data -= rate * b.gradient / (step + 1)\n"
            )
        ],
        "one_step_only": [
            _train(_LOSS + _BACK + _STEP + "return w.data, b.data"),
            """
            def train(x, target, w, b, rate, steps):
                for step in range(steps):
                    v, c = Value(w), Value(b)
                    loss = (v * x + c - target) ** 2
                    loss.backward()
                    v.data -= rate * v.gradient
                    c.data -= rate * c.gradient
                return v.data, c.data
            """,
        ],
        "first_gradient_kept": [
            _train(
                _STEP,
                before="    loss = (w * x + b - target) ** 2\n    loss.backward()\n",
            )
        ],
        "rate_gone": [
            _train(_LOSS + "loss.zero_gradients()\n" + _BACK + "w.data -= w.gradient\nb.data -= b.gradient\n")
        ],
        "gradients_returned": [
            _train(_LOSS + "loss.zero_gradients()\n" + _BACK + _STEP, last="return w.gradient, b.gradient")
        ],
        "step_too_early": [_train(_LOSS + _STEP + "loss.zero_gradients()\n" + _BACK)],
        "numbers_emptied": [_train(_LOSS + _BACK + _STEP + "w.data = 0\nb.data = 0\n")],
        "step_for_number": [
            _train(
                _LOSS
                + "loss.zero_gradients()\n"
                + _BACK
                + "w.data = rate * w.gradient\nb.data = rate * b.gradient\n"
            )
        ],
        "set_by_step": [_train(_LOSS + _BACK + "w.data = rate * w.gradient\nb.data = rate * b.gradient\n")],
        "b_by_w": [
            _train(
                _LOSS
                + "loss.zero_gradients()\n"
                + _BACK
                + "w.data -= rate * w.gradient\nb.data -= rate * w.gradient\n"
            )
        ],
        "begun_at_0": [_train("w.data = b.data = 0\n" + _LOSS + _BACK + _STEP)],
        "emptied_midway": [_train(_LOSS + "w.data = 0\nb.data = 0\n" + _BACK + _STEP)],
        "b_first": [_train(_LOSS + "loss.zero_gradients()\n" + _BACK + _STEP, last="return b.data, w.data")],
        "rate_cut": [_train(_LOSS + _BACK + _STEP + "rate = rate / 2\n")],
        "loss_divided": [
            _train("loss = (w * x + b - target) ** 2 / steps\nloss.zero_gradients()\n" + _BACK + _STEP)
        ],
        "not_squared": [_train("loss = w * x + b - target\nloss.zero_gradients()\n" + _BACK + _STEP)],
        "b_stands": [
            _train(
                _LOSS
                + _BACK
                + "w.data -= rate * w.gradient\nloss.zero_gradients()\nb.data -= rate * b.gradient\n"
            )
        ],
        "backward_twice": [_train(_LOSS + "loss.zero_gradients()\n" + _BACK + _BACK + _STEP)],
        "wrong_type": [_train(_LOSS + "loss.zero_gradients()\n" + _BACK + _STEP, last="return w, b")],
        "returns_none": [
            _train(_LOSS + "loss.zero_gradients()\n" + _BACK + _STEP, last="print(w.data, b.data)")
        ],
        "raised": [_train(_LOSS + "zero_gradients(loss)\n" + _BACK + _STEP)],
        "wrong_value": [
            _train(
                _LOSS
                + "loss.zero_gradients()\n"
                + _BACK
                + "w.data -= rate * w.gradient / 2\nb.data -= rate * b.gradient / 2\n"
            )
        ],
    },
    check=function_check(
        trained,
        arguments=("x", "target", "w", "b", "rate", "steps"),
        cases=cases,
        mistakes={
            "still_piled_up": Mistake(
                behaviour(piled),
                "With {inputs} the first step lands on a loss of exactly 0, at w = 0.2 and b = -0.4: nothing is left to correct. Yet your second "
                "step walks on to {got}. What do `w.gradient` and `b.gradient` hold before the second `backward`? Print them there.",
            ),
            "only_w": Mistake(
                behaviour(fresh, piled),
                "With {inputs} you end at {got}. w stays at 0.2, as it should; b walks on. Both hold a gradient of their own.",
            ),
            "only_b": Mistake(
                behaviour(piled, fresh),
                "With {inputs} you end at {got}. b stays at -0.4, as it should; w walks on. Both hold a gradient of their own.",
            ),
            "emptied_too_early": Mistake(
                lambda x, target, w, b, rate, steps: (w, b),
                "With {inputs} you end at {got}: nothing moves. The step finds only zeros: is `backward` called at all, and are the gradients "
                "emptied *before* it, not between it and the step?",
            ),
            "uphill": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, -rate, steps),
                "With {inputs} you end at {got}. The gradients are fresh now; but the step goes uphill. Downhill is *minus* the gradient.",
            ),
            "piled_up_uphill": Mistake(
                lambda x, target, w, b, rate, steps: descent(x, target, w, b, -rate, steps, piled),
                "With {inputs} you end at {got}: uphill. The minus of the step was right; look at what `w.gradient` holds before the second "
                "`backward`.",
            ),
            "averaged": Mistake(
                averaged,
                "With {inputs} the first step lands on a loss of exactly 0; yours still walks on, to {got}. Dividing makes the old blame "
                "smaller, but it is still there.",
            ),
            "one_step_only": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, rate, 1),
                lambda seen: (
                    "With two steps or more you are where one step leads. Either your function returns inside the loop, or each step begins at "
                    "the first w and b again."
                ),
            ),
            "first_gradient_kept": Mistake(
                lambda x, target, w, b, rate, steps: (
                    w - steps * rate * 2 * (w * x + b - target) * x,
                    b - steps * rate * 2 * (w * x + b - target),
                ),
                "With {inputs} you end at {got}: every step uses the gradient of the *first* place. After a step the slope is another one, so loss "
                "and `backward` belong inside the loop.",
            ),
            "rate_gone": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, 1.0, steps),
                "With {inputs} you end at {got}. The gradients are fresh, but the learning rate has got lost: each step is the whole gradient.",
            ),
            "gradients_returned": Mistake(
                lambda x, target, w, b, rate, steps: last_gradient(x, target, w, b, rate, steps),
                "With {inputs} you return {got}: these are the last gradients. Asked are the numbers w and b after the steps.",
            ),
            "step_too_early": Mistake(
                late,
                "With {inputs} you end at {got}, one step behind: each step uses the gradients of the step before, the first one none. `backward` "
                "comes before the step.",
            ),
            "numbers_emptied": Mistake(
                lambda x, target, w, b, rate, steps: (0.0, 0.0),
                "You end at (0, 0) whatever comes in: `.data`, what the neuron has learned, was emptied. What piles up is in `.gradient`.",
            ),
            "step_for_number": Mistake(
                step_for_number,
                "With {inputs} you end at {got}. The gradients are fresh; but `=` puts the step *in place of* the number. It is to be taken off: `-=`.",
            ),
            "set_by_step": Mistake(
                set_by_step,
                "With {inputs} you end at {got}: `=` puts the step *in place of* the number. And look at what `w.gradient` holds before the second "
                "`backward`: the bug you were to find is still there.",
            ),
            "b_by_w": Mistake(
                b_by_w,
                "With {inputs} you end at {got}. The gradients are fresh; but b makes the same steps as w. Whose gradient does b follow?",
            ),
            "begun_at_0": Mistake(
                begun_at_0,
                "With {inputs} you end at {got}: `.data`, what the neuron has learned, is set to 0 at the start of every step. Something else is to be "
                "emptied.",
            ),
            "emptied_midway": Mistake(
                emptied_midway,
                "With {inputs} you end at {got}: `.data`, what the neuron has learned, is emptied before every step. What piles up is something else.",
            ),
            "b_first": Mistake(
                lambda *arguments: trained(*arguments)[::-1],
                "With {inputs} you return {got}: the right two numbers, b first. Asked is w, then b.",
            ),
            "rate_cut": Mistake(
                rate_cut,
                "With {inputs} the first step lands on a loss of exactly 0, and yours still walks on, to {got}. A smaller rate makes the old blame "
                "weigh less, but it is still there.",
            ),
            "loss_divided": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, rate / steps, steps),
                "With {inputs} you end at {got}. The gradients are fresh now; but each is divided by the number of steps.",
            ),
            "not_squared": Mistake(
                lambda x, target, w, b, rate, steps: (w - steps * rate * x, b - steps * rate),
                "With {inputs} you end at {got}. The square is gone from the loss: then it falls without end below 0.",
            ),
            "b_stands": Mistake(
                behaviour(fresh, lambda old, new, step: 0.0),
                "With {inputs} you end at {got}: b never moves. Its gradient is emptied before its own step has used it.",
            ),
            "backward_twice": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, 2 * rate, steps),
                "With {inputs} you end at {got}: each step is twice as long as it should be. Is `backward` called twice for one loss?",
            ),
        },
        success="`backward` adds; that is what x * x needs. So whoever starts a new step must empty the gradients first. PyTorch asks its users "
        "for the same line.",
    ),
    equivalent={
        "loss = (w * x + b - target) ** 2 -> loss = (target - (w * x + b)) ** 2": "the square is the same",
    },
    hints=(
        "Follow `w.gradient` through two steps on paper. `backward` never replaces anything.",
        "`backward` *adds* to the gradients. `loss.zero_gradients()` puts a 0 into every node of the graph. Where in the loop does it belong?",
        "loss = (w * x + b - target) ** 2\nloss.___\nloss.backward()",
    ),
)
