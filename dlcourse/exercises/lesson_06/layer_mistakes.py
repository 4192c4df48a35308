"""What exercise 6.9 is tried on, what people write in place of each of its three lines, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, Seen, show

SIZES = (
    (2, 2, 2),
    (3, 3, 3),
    (4, 4, 4),
    (2, 3, 4),
    (4, 3, 2),
    (1, 2, 3),
    (5, 1, 1),
)  # examples, inputs, units


def cases(rng: np.random.Generator) -> list[tuple]:
    """x, w, blame: two by two in whole numbers, other squares, then every shape."""
    first = (
        np.array([[1.0, 2.0], [3.0, 0.0]]),
        np.array([[1.0, -1.0], [2.0, 0.0]]),
        np.array([[1.0, 0.0], [2.0, -1.0]]),
    )
    return [first] + [
        (
            rng.integers(-3, 4, (n, i)) / 2 + 0.25,
            rng.integers(-3, 4, (i, u)) / 2 + 0.25,
            rng.integers(-3, 4, (n, u)) / 2 + 0.25,
        )
        for n, i, u in SIZES
    ]


def _given(seen: Seen) -> str:
    inputs = seen.inputs
    return f"For x = {show(inputs['x'])}, w = {show(inputs['w'])}, blame = {show(inputs['blame'])}"


def _say(name: str, text: str):
    return lambda seen: f"{_given(seen)} your {name} is {show(seen.got)}. {text}"


FITS = "Square arrays let it run; 64 digits would not: "

DW = {
    "dw_x_not_turned": Mistake(
        lambda x, w, blame: x @ blame,
        _say(
            "dw",
            FITS
            + "x is then (64, 784), blame (64, 10), and dw must become (784, 10). How must x stand for the 64 to meet the 64?",
        ),
    ),
    "dw_blame_turned": Mistake(
        lambda x, w, blame: blame.T @ x,
        _say(
            "dw",
            "These are the right numbers with rows and columns exchanged: 64 digits would give (10, 784), and w is (784, 10).",
        ),
    ),
    "dw_other_order": Mistake(
        lambda x, w, blame: blame @ x,
        _say(
            "dw",
            FITS
            + "(64, 10) @ (64, 784) does not fit. What must be turned, and in which order, to give (784, 10)?",
        ),
    ),
    "dw_blame_last_turned": Mistake(
        lambda x, w, blame: x @ blame.T,
        _say(
            "dw",
            "That has a row and a column for each *example*. Each weight wants a sum over the examples: x (64, 784) and blame (64, 10) must become (784, 10).",
        ),
    ),
    "dw_elementwise": Mistake(
        lambda x, w, blame: x * blame,
        _say(
            "dw",
            "`*` multiplies number by number and adds nothing up. Each weight collects from all examples, which `@` does.",
        ),
    ),
    "dw_elementwise_turned": Mistake(
        lambda x, w, blame: x.T * blame,
        _say(
            "dw",
            "x stands rightly; but `*` multiplies number by number and adds nothing up. Each weight collects from all examples.",
        ),
    ),
    "dw_divided": Mistake(
        lambda x, w, blame: x.T @ blame / len(x),
        _say(
            "dw",
            "Divided by the number of examples. That is done already: the blame that comes in is that of the *mean* loss.",
        ),
    ),
    "dw_from_w": Mistake(
        lambda x, w, blame: w.T @ blame,
        _say("dw", "w itself takes no part in dw. The slope for a weight is what it multiplies: its input."),
    ),
    "dw_first_example": Mistake(
        lambda x, w, blame: np.outer(x[0], blame[0]),
        _say(
            "dw", "That is the first example alone. The same weight serves them all, and collects from all."
        ),
    ),
    "dw_last_example": Mistake(
        lambda x, w, blame: np.outer(x[-1], blame[-1]),
        _say(
            "dw",
            "That is the last example alone: was it written over the others? The same weight serves them all, and collects from all.",
        ),
    ),
    "dw_is_blame": Mistake(
        lambda x, w, blame: blame,
        _say(
            "dw",
            "That is what arrives, as it is. Each weight multiplied an input, and that input multiplies the blame.",
        ),
    ),
    "dw_is_x": Mistake(
        lambda x, w, blame: x.T,
        _say(
            "dw",
            "That is x turned, the local slope alone. What arrives, the blame, must be multiplied by it.",
        ),
    ),
    "dw_from_outputs": Mistake(
        lambda x, w, blame: x.T @ (x @ w),
        _say(
            "dw",
            "x stands rightly; but it was multiplied by the layer's *outputs*. What comes back is `blame`.",
        ),
    ),
    "dw_blame_first": Mistake(
        lambda x, w, blame: blame @ x.T,
        _say(
            "dw",
            FITS
            + "(64, 10) @ (784, 64) does not fit. dw must become (784, 10): the examples of both must meet.",
        ),
    ),
    "dw_sums_first": Mistake(
        lambda x, w, blame: np.outer(x.sum(axis=0), blame.sum(axis=0)),
        _say(
            "dw",
            "First added up, then multiplied. Each example's input must meet its *own* blame: multiply first, then add up, which `@` does.",
        ),
    ),
    "dw_means_first": Mistake(
        lambda x, w, blame: np.outer(x.mean(axis=0), blame.mean(axis=0)),
        _say(
            "dw",
            "First averaged, then multiplied. Each example's input must meet its *own* blame: multiply first, then add up, which `@` does.",
        ),
    ),
    "dw_negated": Mistake(
        lambda x, w, blame: -x.T @ blame,
        _say("dw", "Every sign is the other one. The minus comes with the step downhill, not here."),
    ),
}

DB = {
    "db_not_summed": Mistake(
        lambda x, w, blame: blame,
        _say(
            "db",
            "That is a row for each example. The same bias is added to all of them: what does a node do that is used several times?",
        ),
    ),
    "db_one_number": Mistake(
        lambda x, w, blame: blame.sum(),
        _say(
            "db",
            "All units went into one sum. Each unit has a bias of its own; only the examples are added up.",
        ),
    ),
    "db_sum_of_units": Mistake(
        lambda x, w, blame: blame.sum(axis=1),
        _say(
            "db",
            "That adds up the units of each example. Asked is the other way: for each unit, the sum over the examples, down the columns.",
        ),
    ),
    "db_mean": Mistake(
        lambda x, w, blame: blame.mean(axis=0),
        _say(
            "db",
            "A mean over the examples. The division is done already: the blame that comes in is that of the *mean* loss. What is used several times *adds up*.",
        ),
    ),
    "db_row_kept": Mistake(
        lambda x, w, blame: blame.sum(axis=0, keepdims=True),
        lambda seen: (
            f"Your db has the shape {np.shape(seen.got)}, a table with one row. The bias is a plain row, {np.shape(seen.expected)}: leave `keepdims` out."
        ),
    ),
    "db_first_example": Mistake(
        lambda x, w, blame: blame[0],
        _say("db", "That is the first example alone. The bias serves them all, and collects from all."),
    ),
    "db_of_x": Mistake(
        lambda x, w, blame: x.sum(axis=0),
        _say("db", "That adds up the *inputs*. No input multiplies a bias: it gets the blame as it arrives."),
    ),
    "db_nothing": Mistake(
        lambda x, w, blame: np.zeros(blame.shape[1]),
        _say("db", "The bias gets none. But it was added to every output: it grows, and they all grow."),
    ),
    "db_largest": Mistake(
        lambda x, w, blame: blame.max(axis=0),
        _say("db", "That is the largest blame of each unit. All the examples' blame adds up."),
    ),
    "db_ones": Mistake(
        lambda x, w, blame: np.ones(blame.shape[1]),
        _say("db", "1 is the slope of the plus alone. What arrives, the blame, is multiplied by it."),
    ),
}

DX = {
    "dx_w_not_turned": Mistake(
        lambda x, w, blame: blame @ w,
        _say(
            "dx",
            FITS
            + "blame is then (64, 10), w (784, 10), and dx must become (64, 784). How must w stand for the 10 to meet the 10?",
        ),
    ),
    "dx_other_order": Mistake(
        lambda x, w, blame: w @ blame,
        _say(
            "dx",
            FITS + "(784, 10) @ (64, 10) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_turned": Mistake(
        lambda x, w, blame: w @ blame.T,
        _say(
            "dx",
            "The right numbers with rows and columns exchanged: a row for each *input*. dx has a row for each example, as x has.",
        ),
    ),
    "dx_w_turned_first": Mistake(
        lambda x, w, blame: w.T @ blame,
        _say(
            "dx",
            FITS + "(10, 784) @ (64, 10) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_elementwise": Mistake(
        lambda x, w, blame: blame * w,
        _say(
            "dx",
            "`*` multiplies number by number. Each input was used by *every* unit, and collects from all of them, which `@` does.",
        ),
    ),
    "dx_blame": Mistake(
        lambda x, w, blame: blame,
        _say("dx", "The blame was passed on as it is. Between x and the output stand the weights."),
    ),
    "dx_from_x": Mistake(
        lambda x, w, blame: blame @ x.T,
        _say("dx", "x takes no part in its own slope: what multiplies x is w."),
    ),
    "dx_divided": Mistake(
        lambda x, w, blame: blame @ w.T / len(x),
        _say(
            "dx",
            "Divided by the number of examples. That is done already: the blame that comes in is that of the *mean* loss.",
        ),
    ),
    "dx_is_x": Mistake(
        lambda x, w, blame: x,
        _say("dx", "That is x itself. Asked is its gradient: what arrives, sent on through the weights."),
    ),
    "dx_times_x": Mistake(
        lambda x, w, blame: blame @ w.T * x,
        _say(
            "dx",
            "Multiplied by x once more. The slope towards an input is the weight; its own number takes no part.",
        ),
    ),
    "dx_all_turned": Mistake(
        lambda x, w, blame: w.T @ blame.T,
        _say(
            "dx",
            FITS + "(10, 784) @ (10, 64) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_is_w": Mistake(
        lambda x, w, blame: w.T,
        _say("dx", "That is the slope alone, w turned. What arrives, the blame, is multiplied by it."),
    ),
}
