"""What exercise 6.10 is tried on, what people write in place of parts of the way back, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, Seen
from dlcourse.scratch.by_hand import forward, layer_back, logit_blame

ARGUMENTS = ("x", "y", "w1", "b1", "w2", "b2")
PARTS = ("dw1", "db1", "dw2", "db2")
SIZES = (
    (3, 3, 3, 3),
    (4, 4, 4, 4),
    (5, 3, 4, 2),
    (2, 4, 3, 5),
    (1, 2, 3, 4),
)  # examples, inputs, hidden, classes


def case(rng: np.random.Generator, n: int, inputs: int, hidden: int, classes: int) -> tuple:
    """Random x, one-hot y, w1, b1, w2, b2 of these sizes."""
    return (
        rng.normal(size=(n, inputs)),
        np.eye(classes)[rng.integers(0, classes, n)],
        rng.normal(size=(inputs, hidden)),
        rng.normal(size=hidden),
        rng.normal(size=(hidden, classes)),
        rng.normal(size=classes),
    )


def cases(rng: np.random.Generator) -> list[tuple]:
    """Square arrays first, on which every slip runs through, then others."""
    return [case(rng, *sizes) for sizes in SIZES]


def _masked_at_logits(x, y, w1, b1, w2, b2):
    """ReLU's slope is applied to what arrives at the logits."""
    z, h, p = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = layer_back(h, w2, logit_blame(p, y) * (z > 0))
    return *layer_back(x, w1, dh)[:2], dw2, db2


def _logits_for_p(x, y, w1, b1, w2, b2):
    z, h, _ = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = layer_back(h, w2, logit_blame(h @ w2 + b2, y))
    return *layer_back(x, w1, dh * (z > 0))[:2], dw2, db2


def _layer_1_first(x, y, w1, b1, w2, b2):
    z, h, p = forward(x, w1, b1, w2, b2)
    dw1, db1, dx = layer_back(x, w1, logit_blame(p, y))
    return dw1, db1, *layer_back(h, w2, dx * (z > 0))[:2]


def _layer_1_first_no_relu(x, y, w1, b1, w2, b2):
    _, h, p = forward(x, w1, b1, w2, b2)
    dw1, db1, dx = layer_back(x, w1, logit_blame(p, y))
    return dw1, db1, *layer_back(h, w2, dx)[:2]


def _step_taken(x, y, w1, b1, w2, b2):
    z, h, p = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = layer_back(h, w2, logit_blame(p, y))
    dw1, db1, _ = layer_back(x, w1, dh * (z > 0))
    return w1 - dw1, b1 - db1, w2 - dw2, b2 - db2


Way = Callable[..., tuple[np.ndarray, ...]]


def _back(
    *,
    start: Callable = logit_blame,
    through: Callable = lambda dh, z, h: dh * (z > 0),
    seen_by_2: Callable = lambda z, h: h,
    turned: Callable = lambda blame, w2: blame @ w2.T,
    seen_by_1: Callable = lambda x, z, h: x,
) -> Way:
    """`gradients` with another start, another way through ReLU, other inputs of layer 2 (None: x), or another way through w2."""

    def way(x, y, w1, b1, w2, b2):
        z, h, p = forward(x, w1, b1, w2, b2)
        blame = start(p, y)
        inputs = seen_by_2(z, h)
        dw2, db2, _ = layer_back(x if inputs is None else inputs, w2, blame)
        dw1, db1, _ = layer_back(seen_by_1(x, z, h), w1, through(turned(blame, w2), z, h))
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
LOG = "at the logits stands a logarithm. It belongs to the loss; its gradient there is what you wrote in 6.8. Your {part} is made from the other."
_AT_2 |= {
    "mask_at_logits": _known(
        _masked_at_logits,
        "in your {part} ReLU's slope was applied to what arrives at the *logits*. There is no ReLU there: which array does z lie beneath?",
    ),
    "log_p": _known(_back(start=lambda p, y: np.log(p) - y), LOG),
    "log_p_divided": _known(_back(start=lambda p, y: (np.log(p) - y) / len(p)), LOG),
    "slope_again": _known(
        _back(start=lambda p, y: logit_blame(p, y) * p * (1 - p)),
        "in your {part} p * (1 - p) was multiplied in. `logit_blame` has led the blame through softmax already.",
    ),
    "logits_for_p": _known(
        _logits_for_p,
        "your {part} is made from the logits themselves minus y. Targets are compared with *probabilities*: what does `forward` hand you?",
    ),
    "layer_1_first": _known(
        _layer_1_first,
        "your {part} is made from what came out of layer *1*. On the way back layer 2 has its turn first: it stands next to the loss.",
    ),
}
_AT_2["layer_1_first_no_relu"] = _known(
    _layer_1_first_no_relu,
    "your {part} is made from what came out of layer *1*. On the way back layer 2 has its turn first: it stands next to the loss.",
)
_AT_2["step_taken"] = _known(
    _step_taken,
    "instead of {part} you return the parameter itself after a step downhill. Asked is the gradient alone; the step comes later.",
)
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
    "sigmoid_slope": _known(
        _back(through=lambda dh, z, h: dh * h * (1 - h)),
        "your dw2 and db2 are right. In your {part} stands the slope of the sigmoid, h * (1 - h). This hidden layer uses ReLU.",
    ),
    "mask_added": _known(
        _back(through=lambda dh, z, h: dh + (z > 0)),
        "your dw2 and db2 are right. In your {part} ReLU's slope was *added* to what arrives. Along a way, slopes do what?",
    ),
    "bracket_missing": _known(
        _back(through=lambda dh, z, h: (dh * z > 0) * 1.0),
        "your dw2 and db2 are right. In your {part} the blame is gone, only 1 and 0 are left: `dh * z > 0` multiplies first and compares then. "
        "Brackets help.",
    ),
    "h_alone": _known(
        _back(through=lambda dh, z, h: h),
        "your dw2 and db2 are right. Your {part} is made from the *values* of ReLU, the way forward; what came back, dh, has no say in it.",
    ),
    "layer_2_left_out": _known(
        _back(through=lambda dh, z, h: dh * (z > 0), turned=lambda blame, w2: blame),
        "your dw2 and db2 are right. Your {part} is made from the blame at the *logits*. Between them and the hidden layer lies layer 2: which of the "
        "three things that `layer_back` gave you has gone through it?",
    ),
    "layer_2_and_relu_left_out": _known(
        _back(through=lambda dh, z, h: dh, turned=lambda blame, w2: blame),
        "your dw2 and db2 are right. Your {part} is made from the blame at the *logits*. Between them and the first layer lie layer 2 and ReLU: which of "
        "the three things that `layer_back` gave you has gone through layer 2?",
    ),
    "cut_twice": _known(
        _back(through=lambda dh, z, h: np.maximum(dh, 0) * (z > 0)),
        "your dw2 and db2 are right. In your {part} the blame passes where z is above 0, but what is below 0 of the *blame* was cut off as well. It may have any "
        "sign.",
    ),
    "z_for_x": _known(
        _back(seen_by_1=lambda x, z, h: z),
        "your dw2 and db2 are right. Your {part} is made from z as if z were the first layer's inputs. They are x.",
    ),
    "h_for_x": _known(
        _back(seen_by_1=lambda x, z, h: h),
        "your dw2 and db2 are right. Your {part} is made from h as if h were the first layer's inputs. They are x.",
    ),
    "mask_as_matrix": _known(
        _back(through=lambda dh, z, h: dh @ (z > 0)),
        "your dw2 and db2 are right. In your {part} ReLU's slope was applied by `@`, which multiplies rows by columns. ReLU works number by number: `*`.",
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


def mistakes_of(part: str) -> dict[str, Mistake]:
    """The mistakes of one part, their messages filled in."""
    place, known = PARTS.index(part), _AT_2 if part.endswith("2") else {**_AT_1, **_AT_2}
    made = {}
    for code, make in known.items():
        mistake = make(place)
        made[code] = Mistake(mistake.behaviour, _fill(mistake.message, part))
    return made


def _fill(message: Callable[[Seen], str], part: str) -> Callable[[Seen], str]:
    return lambda seen: message(seen).replace("{part}", part).replace("{n}", str(len(seen.inputs["x"])))
