"""Exercise 6.6: gradients that pile up. Declaration only."""

from __future__ import annotations

from collections.abc import Callable

from dlcourse.checking import Exercise, Mistake, function_check


def trained(x: float, target: float, w: float, b: float, rate: float, steps: int) -> tuple[float, float]:
    """The reference: descend the squared error of one neuron, each step with a fresh gradient."""
    return _descent(x, target, w, b, rate, steps, lambda old, new, step: new)


def _descent(
    x: float,
    target: float,
    w: float,
    b: float,
    rate: float,
    steps: int,
    keep_w: Callable[[float, float, int], float],
    keep_b: Callable[[float, float, int], float] | None = None,
) -> tuple[float, float]:
    """Descend where keep(old gradient, new gradient, step from 0) is what the step uses and the node then holds."""
    at_w = at_b = 0.0
    for step in range(steps):
        error = w * x + b - target
        at_w = keep_w(at_w, 2 * error * x, step)
        at_b = (keep_b or keep_w)(at_b, 2 * error, step)
        w, b = w - rate * at_w, b - rate * at_b
    return w, b


def _piled(old: float, new: float, step: int) -> float:
    return old + new


def _fresh(old: float, new: float, step: int) -> float:
    return new


def _behaviour(keep_w: Callable, keep_b: Callable | None = None) -> Callable[..., tuple[float, float]]:
    return lambda *arguments: _descent(*arguments, keep_w, keep_b)


def _averaged(x, target, w, b, rate, steps):
    """Piled up, and each step divides by the number of steps so far."""
    at_w = at_b = 0.0
    for step in range(1, steps + 1):
        error = w * x + b - target
        at_w, at_b = at_w + 2 * error * x, at_b + 2 * error
        w, b = w - rate * at_w / step, b - rate * at_b / step
    return w, b


def _cases(rng):
    return [
        (2.0, 0.0, 1.0, 0.0, 0.1, 2),  # the first step lands on a loss of exactly 0
        (1.0, 1.0, 0.0, 0.0, 0.1, 1),
        *((*(float(n) for n in rng.uniform(-2, 2, 4)), 0.05, int(steps)) for steps in (2, 3, 4, 6, 9)),
    ]


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
        ],
        "only_w": [_train(_LOSS + _BACK + _STEP + "w.gradient = 0\n")],
        "only_b": [_train(_LOSS + _BACK + _STEP + "b.gradient = 0\n")],
        "emptied_too_early": [_train(_LOSS + _BACK + "loss.zero_gradients()\n" + _STEP)],
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
        cases=_cases,
        mistakes={
            "still_piled_up": Mistake(
                _behaviour(_piled),
                "With {inputs} the first step lands on a loss of exactly 0, at w = 0.2 and b = -0.4: nothing is left to correct. Yet your second "
                "step walks on to {got}. What do `w.gradient` and `b.gradient` hold before the second `backward`?",
            ),
            "only_w": Mistake(
                _behaviour(_fresh, _piled),
                "With {inputs} you end at {got}. w stays at 0.2, as it should; b walks on. Both hold a gradient of their own.",
            ),
            "only_b": Mistake(
                _behaviour(_piled, _fresh),
                "With {inputs} you end at {got}. b stays at -0.4, as it should; w walks on. Both hold a gradient of their own.",
            ),
            "emptied_too_early": Mistake(
                lambda x, target, w, b, rate, steps: (w, b),
                "With {inputs} you end at {got}: nothing moves. The gradients are emptied after `backward` has filled them and before the "
                "step has used them.",
            ),
            "uphill": Mistake(
                lambda x, target, w, b, rate, steps: trained(x, target, w, b, -rate, steps),
                "With {inputs} you end at {got}. The gradients are fresh now; but the step goes uphill. Downhill is *minus* the gradient.",
            ),
            "piled_up_uphill": Mistake(
                lambda x, target, w, b, rate, steps: _descent(x, target, w, b, -rate, steps, _piled),
                "With {inputs} you end at {got}: uphill. The minus of the step was right; look at what `w.gradient` holds before the second "
                "`backward`.",
            ),
            "averaged": Mistake(
                _averaged,
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
                lambda x, target, w, b, rate, steps: _last_gradient(x, target, w, b, rate, steps),
                "With {inputs} you return {got}: these are the last gradients. Asked are the numbers w and b after the steps.",
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


def _last_gradient(x, target, w, b, rate, steps):
    w, b = trained(x, target, w, b, rate, steps - 1)
    error = w * x + b - target
    return 2 * error * x, 2 * error
