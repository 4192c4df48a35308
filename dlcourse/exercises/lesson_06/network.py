"""Exercise 6.10: the gradients of a network of two layers. Declaration only."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call
from dlcourse.checking.calling import LearnerError, StillDots
from dlcourse.exercises.lesson_06.layer import LAYER_BACK
from dlcourse.exercises.lesson_06.network_mistakes import ARGUMENTS, PARTS, case, cases, mistakes_of
from dlcourse.exercises.lesson_06.outputs import LOGIT_BLAME
from dlcourse.exercises.lesson_06.parts import parts_check
from dlcourse.scratch.by_hand import gradients

# (examples, inputs, hidden, classes): seconds, a hundred times what `@` takes (so few examples, that NumPy uses one core even
# on a busy machine). The small one first: whoever nudges or loops would need too long for the other.
SLOW = {(4, 100, 40, 10): 0.01, (4, 784, 100, 10): 0.03}


def _fast_enough(answer: Any) -> Correct | NotYet:
    """Right is not enough: thousands of batches are to come."""
    rng = np.random.default_rng(0)
    for sizes, limit in SLOW.items():
        if _best_of_three(answer, case(rng, *sizes), limit) > limit:
            return NotYet(
                "too_slow",
                "Every gradient is right. But four examples took as long as hundreds should, and 240,000 are to come. Either numbers are nudged one "
                "by one, or a loop goes through single numbers, here or in `layer_back`: let `@` do that.",
            )
    return Correct(
        "Two layers back, each with the same three lines. A third would need no new idea: its dh is the next one's blame."
    )


def _best_of_three(answer: Any, batch: tuple, limit: float) -> float:
    """Seconds; no other try where one is quick or hopeless."""
    best = np.inf
    for _ in range(3):
        begun = time.perf_counter()
        call(answer, *batch)
        best = min(best, time.perf_counter() - begun)
        if best < limit or best > 10 * limit:
            break
    return best


_gradients = parts_check(
    gradients,
    arguments=ARGUMENTS,
    parts=PARTS,
    cases=cases,
    mistakes={part: mistakes_of(part) for part in PARTS},
    success=_fast_enough,
    order=("dw2", "db2", "dw1", "db1"),
)


def check_gradients(answer: Any) -> Correct | NotYet:
    """The gradients; where they are not right, first whether what they are put together from is."""
    try:
        verdict = _gradients(answer)
    except LearnerError:
        fault = _part_open(answer)
        if fault:
            return fault
        raise
    return verdict if isinstance(verdict, Correct) else _part_open(answer) or verdict


def _part_open(answer: Any) -> NotYet | None:
    """Does the answer use a `logit_blame` or `layer_back` of the learner's own that is not right yet?"""
    used = getattr(getattr(answer, "__code__", None), "co_names", ())
    for name, exercise in (("logit_blame", LOGIT_BLAME), ("layer_back", LAYER_BACK)):
        own = getattr(answer, "__globals__", {}).get(name)
        if name not in used or not callable(own):
            continue
        try:
            right = isinstance(exercise.check(own), Correct)
        except (LearnerError, StillDots):
            right = False
        if not right:
            return NotYet(
                "part_open",
                f"Your function uses your own `{name}`, and that one is not right yet: exercise {exercise.id} says what is missing. If you want to "
                f"go on before, write `by_hand.{name}` here.",
            )
    return None


check_gradients.codes = (*_gradients.codes, "part_open")  # type: ignore[attr-defined]

SETUP = """
import numpy as np
from dlcourse.scratch import by_hand
from dlcourse.scratch.by_hand import forward, layer_back, logit_blame, softmax
"""

_HEAD = "def gradients(x, y, w1, b1, w2, b2):\n    z, h, p = forward(x, w1, b1, w2, b2)\n"


def _answer(
    *,
    start: str = "logit_blame(p, y)",
    second: str = "h",
    through: str = "dh * (z > 0)",
    returned: str = "dw1, db1, dw2, db2",
) -> str:
    return (
        f"{_HEAD}    dw2, db2, dh = layer_back({second}, w2, {start})\n"
        f"    dw1, db1, dx = layer_back(x, w1, {through})\n    return {returned}\n"
    )


GRADIENTS = Exercise(
    id="6.10",
    title="Two layers back",
    kind="function",
    starter=_HEAD + "    ...\n    return dw1, db1, dw2, db2\n",
    setup=SETUP,
    right=(
        _answer(),
        """
        def gradients(x, y, w1, b1, w2, b2):
            hidden = np.maximum(x @ w1 + b1, 0)
            logits = hidden @ w2 + b2
            p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
            blame = (p - y) / len(x)
            dz = blame @ w2.T
            dz[hidden == 0] = 0
            return [x.T @ dz, dz.sum(axis=0), hidden.T @ blame, blame.sum(axis=0)]
        """,
        _HEAD
        + """
            blame = by_hand.logit_blame(p, y)
            dw2, db2, dh = by_hand.layer_back(h, w2, blame)
            dz = np.where(h > 0, dh, 0)
            dw1, db1, _ = by_hand.layer_back(x, w1, dz)
            return dw1, db1, dw2, db2
        """.replace("            ", "    "),
    ),
    wrong={
        "not_divided": [_answer(start="p - y")],
        "sign": [_answer(start="logit_blame(y, p)")],
        "z_for_h": [_answer(second="z")],
        "x_for_h": [_answer(second="x")],
        "p_for_blame": [_answer(start="p")],
        "divided_twice": [_answer(start="logit_blame(p, y) / len(x)")],
        "relu_forgotten": [_answer(through="dh")],
        "relu_on_blame": [_answer(through="np.maximum(dh, 0)"), _answer(through="dh * (dh > 0)")],
        "mask_from_blame": [_answer(through="dh > 0")],
        "times_h": [_answer(through="dh * h")],
        "times_z": [_answer(through="dh * z")],
        "mask_reversed": [_answer(through="dh * (z < 0)")],
        "tanh_slope": [_answer(through="dh * (1 - h**2)")],
        "sigmoid_slope": [_answer(through="dh * h * (1 - h)")],
        "mask_added": [_answer(through="dh + (z > 0)")],
        "bracket_missing": [_answer(through="dh * z > 0")],
        "h_alone": [_answer(through="np.maximum(z, 0)")],
        "layer_2_left_out": [_answer(through="logit_blame(p, y) * (z > 0)")],
        "layer_2_and_relu_left_out": [_answer(through="logit_blame(p, y)")],
        "mask_at_logits": [_answer(start="logit_blame(p, y) * (z > 0)", through="dh")],
        "log_p": [_answer(start="np.log(p) - y")],
        "log_p_divided": [_answer(start="(np.log(p) - y) / len(p)")],
        "slope_again": [_answer(start="logit_blame(p, y) * p * (1 - p)")],
        "logits_for_p": [_answer(start="logit_blame(h @ w2 + b2, y)")],
        "layer_1_first": [
            _HEAD
            + "    dw1, db1, dx = layer_back(x, w1, logit_blame(p, y))\n    dw2, db2, dh = layer_back(h, w2, dx * (z > 0))\n"
            + "    return dw1, db1, dw2, db2\n"
        ],
        "layer_1_first_no_relu": [
            _HEAD
            + "    dw1, db1, dx = layer_back(x, w1, logit_blame(p, y))\n    dw2, db2, dh = layer_back(h, w2, dx)\n"
            + "    return dw1, db1, dw2, db2\n"
        ],
        "step_taken": [_answer(returned="w1 - dw1, b1 - db1, w2 - dw2, b2 - db2")],
        "part_open": [
            "def layer_back(x, w, blame):\n    dw = ...\n    db = ...\n    dx = ...\n    return dw, db, dx\n\n"
            + _answer(),
            "def logit_blame(p, y):\n    ...\n\n" + _answer(),
            "def logit_blame(p, y):\n    return p - y\n\n" + _answer(),
        ],
        "no_array": [_answer(returned="dw1, list(db1), dw2, db2")],
        "arguments_changed": [_answer().replace("    return", "    w1 -= 0.1 * dw1\n    return")],
        "cut_twice": [_answer(through="np.maximum(dh, 0) * (z > 0)")],
        "z_for_x": [_answer().replace("layer_back(x,", "layer_back(z,")],
        "h_for_x": [_answer().replace("layer_back(x,", "layer_back(h,")],
        "mask_as_matrix": [_answer(through="dh @ (z > 0)")],
        "mask_alone": [_answer(through="(z > 0) * 1.0")],
        "w2_not_turned": [
            _HEAD
            + "    blame = (p - y) / len(x)\n    dh = blame @ w2\n    dz = dh * (z > 0)\n"
            + "    return x.T @ dz, dz.sum(axis=0), h.T @ blame, blame.sum(axis=0)\n"
        ],
        "too_slow": [
            _HEAD
            + "    for _ in range(9000 if x.size > 99 else 1):\n        dw2, db2, dh = layer_back(h, w2, logit_blame(p, y))\n"
            + "    dw1, db1, dx = layer_back(x, w1, dh * (z > 0))\n    return dw1, db1, dw2, db2\n",
            """
            def gradients(x, y, *parts):
                return [
                    by_hand.nudged_gradient(lambda a: by_hand.loss(x, y, *parts[:k], a, *parts[k + 1:]), parts[k].copy(), 1e-5)
                    for k in range(4)
                ]
            """,
        ],
        "order": [_answer(returned="dw2, db2, dw1, db1"), _answer(returned="dw1, dw2, db1, db2")],
        "wrong_length": [_answer(returned="dw1, db1, dw2, db2, dx"), _answer(returned="dw1, dw2")],
        "wrong_type": [_answer(returned="dw1")],
        "returns_none": [_answer().replace("return dw1, db1, dw2, db2", "print(dw1.shape)")],
        "raised": [_answer(start="logit_blame(p)"), _answer(through="dh * (zs > 0)")],
        "wrong_shape": [_answer(returned="dw1.ravel(), db1, dw2, db2")],
        "wrong_value": [_answer(returned="dw1, db1, dw2, db2 + 1"), _answer(through="0 * dh")],
    },
    check=check_gradients,
    equivalent={
        "layer_back(x, w1, dh * (z > 0)) -> layer_back(x, w1, dh * (z >= 0))": "z is never exactly 0 here, and at 0 either slope of ReLU may be taken"
    },
    hints=(
        "From the end: blame at the logits; back through layer 2; through ReLU; back through layer 1.",
        "Layer 2 had the inputs h and the weights w2. What `layer_back` gives for its inputs is dh; ReLU lets it pass where z > 0.",
        "dw2, db2, dh = layer_back(___, w2, logit_blame(p, y))\ndz = dh * (___ > 0)\ndw1, db1, dx = layer_back(___, w1, ___)",
    ),
)
