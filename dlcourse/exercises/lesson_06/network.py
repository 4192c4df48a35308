"""Exercise 6.10: the gradients of a network of two layers. Declaration only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, Mistake, NotYet, Seen, call
from dlcourse.exercises.lesson_06.parts import parts_check
from dlcourse.scratch.by_hand import forward, gradients, layer_back, logit_blame

ARGUMENTS = ("x", "y", "w1", "b1", "w2", "b2")
PARTS = ("dw1", "db1", "dw2", "db2")
SLOW = 0.03  # seconds for four digits, a hundred times what `@` takes (so few, that NumPy uses one core even on a busy machine)
SIZES = (
    (3, 3, 3, 3),
    (4, 4, 4, 4),
    (5, 3, 4, 2),
    (2, 4, 3, 5),
    (1, 2, 3, 4),
)  # examples, inputs, hidden, classes


def _case(rng: np.random.Generator, n: int, inputs: int, hidden: int, classes: int) -> tuple:
    return (
        rng.normal(size=(n, inputs)),
        np.eye(classes)[rng.integers(0, classes, n)],
        rng.normal(size=(inputs, hidden)),
        rng.normal(size=hidden),
        rng.normal(size=(hidden, classes)),
        rng.normal(size=classes),
    )


def _cases(rng: np.random.Generator) -> list[tuple]:
    return [_case(rng, *sizes) for sizes in SIZES]


Way = Callable[..., tuple[np.ndarray, ...]]


def _back(
    *,
    start: Callable = logit_blame,
    through: Callable = lambda dh, z, h: dh * (z > 0),
    seen_by_2: Callable = lambda z, h: h,
    turned: Callable = lambda blame, w2: blame @ w2.T,
) -> Way:
    """`gradients` with another start, another way through ReLU, other inputs of layer 2 (None: x), or another way through w2."""

    def way(x, y, w1, b1, w2, b2):
        z, h, p = forward(x, w1, b1, w2, b2)
        blame = start(p, y)
        inputs = seen_by_2(z, h)
        dw2, db2, _ = layer_back(x if inputs is None else inputs, w2, blame)
        dw1, db1, _ = layer_back(x, w1, through(turned(blame, w2), z, h))
        return dw1, db1, dw2, db2

    return way


def _known(way: Way, message: str) -> Callable[[int], Mistake]:
    """For each part, the mistake whose behaviour is that part of `way`."""

    def part(place: int) -> Mistake:
        def said(seen: Seen) -> str:
            n, inputs = seen.inputs["x"].shape
            return f"For {n} examples with {inputs} inputs: {message}"

        return Mistake(lambda *arguments: way(*arguments)[place], said)

    return part


_AT_2 = {
    "not_divided": _known(
        _back(start=lambda p, y: p - y),
        "your {part} is {n} times too large. The loss is a mean; where is the division by the number of examples?",
    ),
    "sign": _known(
        _back(start=lambda p, y: (y - p) / len(p)),
        "every sign of your {part} is the other one. At the logits the blame is p - y, and the minus of going downhill comes later.",
    ),
    "z_for_h": _known(
        _back(seen_by_2=lambda z, h: z),
        "your {part} is made from z. The second layer never saw z; its inputs were h, after ReLU.",
    ),
    "x_for_h": _known(
        _back(seen_by_2=lambda z, h: None),
        "your {part} is made from x. The inputs of the second layer are h, what the first one put out.",
    ),
    "p_for_blame": _known(
        _back(start=lambda p, y: p),
        "your {part} is made from `p` alone. What is sent back from the logits is the blame, `logit_blame(p, y)`.",
    ),
    "divided_twice": _known(
        _back(start=lambda p, y: (p - y) / len(p) ** 2),
        "your {part} is {n} times too small. `logit_blame` has divided by the number of examples already.",
    ),
}
_AT_1 = {
    "relu_forgotten": _known(
        _back(through=lambda dh, z, h: dh),
        "your dw2 and db2 are right, and your {part} takes no notice of ReLU. Where z was below 0, ReLU gave 0 and a nudge changes nothing: "
        "no blame may pass.",
    ),
    "relu_on_blame": _known(
        _back(through=lambda dh, z, h: np.maximum(dh, 0)),
        "your dw2 and db2 are right. In your {part} the *blame* below 0 was cut off. Blame may have any sign; what decides is where z was "
        "above 0.",
    ),
    "mask_from_blame": _known(
        _back(through=lambda dh, z, h: (dh > 0) * 1.0),
        "your dw2 and db2 are right. Your {part} asks whether the *blame* was above 0, and what arrived is lost. Ask z, and multiply.",
    ),
    "times_h": _known(
        _back(through=lambda dh, z, h: dh * h),
        "your dw2 and db2 are right. In your {part} the blame was multiplied by h, the *value* of ReLU. Its slope is asked: 1 or 0.",
    ),
    "times_z": _known(
        _back(through=lambda dh, z, h: dh * z),
        "your dw2 and db2 are right. In your {part} the blame was multiplied by z. ReLU's slope is 1 where z is above 0, else 0.",
    ),
    "mask_reversed": _known(
        _back(through=lambda dh, z, h: dh * (z <= 0)),
        "your dw2 and db2 are right. In your {part} the blame passes where z is *not* above 0, and stops where it is.",
    ),
    "tanh_slope": _known(
        _back(through=lambda dh, z, h: dh * (1 - h**2)),
        "your dw2 and db2 are right. In your {part} stands the slope of tanh, 1 - h**2. This hidden layer uses ReLU.",
    ),
    "mask_alone": _known(
        _back(through=lambda dh, z, h: (z > 0) * 1.0),
        "your dw2 and db2 are right. Your {part} is made from ReLU's slope alone; what arrives, dh, must be multiplied by it.",
    ),
    "w2_not_turned": _known(
        _back(turned=lambda blame, w2: blame @ w2),
        "your dw2 and db2 are right. Square arrays let `blame @ w2` run; in the digits' network it would not. It is `w2.T`.",
    ),
}


def _for(part: str) -> dict[str, Mistake]:
    """The mistakes of one part, their messages filled in."""
    place, known = PARTS.index(part), _AT_2 if part.endswith("2") else {**_AT_1, **_AT_2}
    made = {}
    for code, make in known.items():
        mistake = make(place)
        made[code] = Mistake(mistake.behaviour, _fill(mistake.message, part))
    return made


def _fill(message: Callable[[Seen], str], part: str) -> Callable[[Seen], str]:
    return lambda seen: message(seen).replace("{part}", part).replace("{n}", str(len(seen.inputs["x"])))


def _fast_enough(answer: Any) -> Correct | NotYet:
    """Right is not enough: thousands of batches are to come."""
    rng = np.random.default_rng(0)
    batch = _case(rng, 4, 784, 100, 10)
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        call(answer, *batch)
        seconds.append(time.perf_counter() - begun)
        if seconds[-1] < SLOW:
            return Correct(
                "Two layers back, each with the same three lines. A third would need no new idea: its dh is the next one's blame."
            )
    return NotYet(
        "too_slow",
        "Every gradient is right. But four digits took as long as hundreds should, and 240,000 are to come. Somewhere a loop goes through "
        "single numbers, here or in `layer_back`: let `@` do that.",
    )


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
        "mask_alone": [_answer(through="(z > 0) * 1.0")],
        "w2_not_turned": [
            _HEAD
            + "    blame = (p - y) / len(x)\n    dh = blame @ w2\n    dz = dh * (z > 0)\n"
            + "    return x.T @ dz, dz.sum(axis=0), h.T @ blame, blame.sum(axis=0)\n"
        ],
        "too_slow": [
            _HEAD
            + "    for _ in range(9000 if x.size > 99 else 1):\n        dw2, db2, dh = layer_back(h, w2, logit_blame(p, y))\n"
            + "    dw1, db1, dx = layer_back(x, w1, dh * (z > 0))\n    return dw1, db1, dw2, db2\n"
        ],
        "order": [_answer(returned="dw2, db2, dw1, db1"), _answer(returned="dw1, dw2, db1, db2")],
        "wrong_length": [_answer(returned="dw1, db1, dw2, db2, dx"), _answer(returned="dw1, dw2")],
        "wrong_type": [_answer(returned="dw1")],
        "returns_none": [_answer().replace("return dw1, db1, dw2, db2", "print(dw1.shape)")],
        "raised": [_answer(start="logit_blame(p)"), _answer(through="dh * (zs > 0)")],
        "wrong_shape": [_answer(returned="dw1.ravel(), db1, dw2, db2")],
        "wrong_value": [_answer(returned="dw1, db1, dw2, db2 + 1"), _answer(through="0 * dh")],
    },
    check=parts_check(
        gradients,
        arguments=ARGUMENTS,
        parts=PARTS,
        cases=_cases,
        mistakes={part: _for(part) for part in PARTS},
        success=_fast_enough,
        order=("dw2", "db2", "dw1", "db1"),
    ),
    equivalent={
        "layer_back(x, w1, dh * (z > 0)) -> layer_back(x, w1, dh * (z >= 0))": "z is never exactly 0 here, and at 0 either slope of ReLU may be taken"
    },
    hints=(
        "From the end: blame at the logits; back through layer 2; through ReLU; back through layer 1.",
        "Layer 2 had the inputs h and the weights w2. What `layer_back` gives for its inputs is dh; ReLU lets it pass where z > 0.",
        "dw2, db2, dh = layer_back(___, w2, logit_blame(p, y))\ndz = dh * (___ > 0)\ndw1, db1, dx = layer_back(___, w1, ___)",
    ),
)
