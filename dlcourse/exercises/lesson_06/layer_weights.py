"""What people write in exercise 6.9 in place of dw, the gradient of the weights, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_06.layer_mistakes import FITS, say

DW = {
    "dw_x_not_turned": Mistake(
        lambda x, w, blame: x @ blame,
        say(
            "dw",
            FITS
            + "x is then (64, 784), blame (64, 10), and dw must become (784, 10). How must x stand for the 64, the examples, to stand inside both times?",
        ),
    ),
    "dw_blame_turned": Mistake(
        lambda x, w, blame: blame.T @ x,
        say(
            "dw",
            "These are the right numbers with rows and columns exchanged: 64 examples with 784 inputs and 10 units would give (10, 784), and w is (784, 10).",
        ),
    ),
    "dw_other_order": Mistake(
        lambda x, w, blame: blame @ x,
        say(
            "dw",
            FITS
            + "(64, 10) @ (64, 784) does not fit. What must be turned, and in which order, to give (784, 10)?",
        ),
    ),
    "dw_blame_last_turned": Mistake(
        lambda x, w, blame: x @ blame.T,
        say(
            "dw",
            "That has a row and a column for each *example*. Each weight wants a sum over the examples: x (64, 784) and blame (64, 10) must become (784, 10).",
        ),
    ),
    "dw_elementwise": Mistake(
        lambda x, w, blame: x * blame,
        say(
            "dw",
            "`*` multiplies number by number and adds nothing up. Each weight collects from all examples, which `@` does.",
        ),
    ),
    "dw_elementwise_turned": Mistake(
        lambda x, w, blame: x.T * blame,
        say(
            "dw",
            "x stands rightly; but `*` multiplies number by number and adds nothing up. Each weight collects from all examples.",
        ),
    ),
    "dw_divided": Mistake(
        lambda x, w, blame: x.T @ blame / len(x),
        say(
            "dw",
            "Divided by the number of examples. That is done already: the blame that comes in is that of the *mean* loss.",
        ),
    ),
    "dw_from_w": Mistake(
        lambda x, w, blame: w.T @ blame,
        say("dw", "w itself takes no part in dw. The slope for a weight is what it multiplies: its input."),
    ),
    "dw_first_example": Mistake(
        lambda x, w, blame: np.outer(x[0], blame[0]),
        say("dw", "That is the first example alone. The same weight serves them all, and collects from all."),
    ),
    "dw_last_example": Mistake(
        lambda x, w, blame: np.outer(x[-1], blame[-1]),
        say(
            "dw",
            "That is the last example alone: was it written over the others? The same weight serves them all, and collects from all.",
        ),
    ),
    "dw_is_blame": Mistake(
        lambda x, w, blame: blame,
        say(
            "dw",
            "That is what arrives, as it is. Each weight multiplied an input, and that input multiplies the blame.",
        ),
    ),
    "dw_is_x": Mistake(
        lambda x, w, blame: x.T,
        say(
            "dw",
            "That is x turned, the local slope alone. What arrives, the blame, must be multiplied by it.",
        ),
    ),
    "dw_from_outputs": Mistake(
        lambda x, w, blame: x.T @ (x @ w),
        say(
            "dw",
            "x stands rightly; but it was multiplied by the layer's *outputs*. What comes back is `blame`.",
        ),
    ),
    "dw_blame_first": Mistake(
        lambda x, w, blame: blame @ x.T,
        say(
            "dw",
            FITS
            + "(64, 10) @ (784, 64) does not fit. dw must become (784, 10): the examples must stand inside.",
        ),
    ),
    "dw_sums_first": Mistake(
        lambda x, w, blame: np.outer(x.sum(axis=0), blame.sum(axis=0)),
        say(
            "dw",
            "First added up, then multiplied. Each example's input must meet its *own* blame: multiply first, then add up, which `@` does.",
        ),
    ),
    "dw_means_first": Mistake(
        lambda x, w, blame: np.outer(x.mean(axis=0), blame.mean(axis=0)),
        say(
            "dw",
            "First averaged, then multiplied. Each example's input must meet its *own* blame: multiply first, then add up, which `@` does.",
        ),
    ),
    "dw_negated": Mistake(
        lambda x, w, blame: -x.T @ blame,
        say("dw", "Every sign is the other one. The minus comes with the step downhill, not here."),
    ),
    "dw_reshaped": Mistake(
        lambda x, w, blame: x.reshape(x.shape[::-1]) @ blame,
        say(
            "dw",
            "`reshape` fills the numbers into another shape, row after row: x is not turned by it, its numbers land in other places. What turns an array?",
        ),
    ),
    "dw_step": Mistake(
        lambda x, w, blame: w - x.T @ blame,
        say("dw", "That is w after a step downhill. Asked is the gradient alone; the step comes later."),
    ),
    "dw_times_w": Mistake(
        lambda x, w, blame: x.T @ blame * w,
        say(
            "dw",
            "Multiplied by w once more. w itself takes no part in dw: the slope for a weight is its input.",
        ),
    ),
}
