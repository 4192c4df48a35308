"""What exercise 6.9 is tried on; what people write in place of its db and dx, and what to say."""

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


def say(name: str, text: str):
    """The message about one of the three, with the inputs and what the learner got."""
    return lambda seen: f"{_given(seen)} your {name} is {show(seen.got)}. {text}"


FITS = "Square arrays let it run; 64 examples with 784 inputs and 10 units would not: "

DB = {
    "db_not_summed": Mistake(
        lambda x, w, blame: blame,
        say(
            "db",
            "That is a row for each example. The same bias is added to all of them: what does a node do that is used several times?",
        ),
    ),
    "db_one_number": Mistake(
        lambda x, w, blame: blame.sum(),
        say(
            "db",
            "All units went into one sum. Each unit has a bias of its own; only the examples are added up.",
        ),
    ),
    "db_sum_of_units": Mistake(
        lambda x, w, blame: blame.sum(axis=1),
        say(
            "db",
            "That adds up the units of each example. Asked is the other way: for each unit, the sum over the examples, down the columns.",
        ),
    ),
    "db_mean": Mistake(
        lambda x, w, blame: blame.mean(axis=0),
        say(
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
        say("db", "That is the first example alone. The bias serves them all, and collects from all."),
    ),
    "db_of_x": Mistake(
        lambda x, w, blame: x.sum(axis=0),
        say("db", "That adds up the *inputs*. No input multiplies a bias: it gets the blame as it arrives."),
    ),
    "db_nothing": Mistake(
        lambda x, w, blame: np.zeros(blame.shape[1]),
        say("db", "The bias gets none. But it was added to every output: it grows, and they all grow."),
    ),
    "db_largest": Mistake(
        lambda x, w, blame: blame.max(axis=0),
        say("db", "That is the largest blame of each unit. All the examples' blame adds up."),
    ),
    "db_is_one": Mistake(
        lambda x, w, blame: 1.0,
        say(
            "db",
            "1 is the slope of the plus alone. What arrives, the blame, is multiplied by it, and every unit has a bias of its own.",
        ),
    ),
    "db_ones": Mistake(
        lambda x, w, blame: np.ones(blame.shape[1]),
        say("db", "1 is the slope of the plus alone. What arrives, the blame, is multiplied by it."),
    ),
}

DX = {
    "dx_w_not_turned": Mistake(
        lambda x, w, blame: blame @ w,
        say(
            "dx",
            FITS
            + "blame is then (64, 10), w (784, 10), and dx must become (64, 784). How must w stand for the 10, the units, to stand inside both times?",
        ),
    ),
    "dx_other_order": Mistake(
        lambda x, w, blame: w @ blame,
        say(
            "dx",
            FITS + "(784, 10) @ (64, 10) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_turned": Mistake(
        lambda x, w, blame: w @ blame.T,
        say(
            "dx",
            "The right numbers with rows and columns exchanged: a row for each *input*. dx has a row for each example, as x has.",
        ),
    ),
    "dx_w_turned_first": Mistake(
        lambda x, w, blame: w.T @ blame,
        say(
            "dx",
            FITS + "(10, 784) @ (64, 10) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_elementwise": Mistake(
        lambda x, w, blame: blame * w,
        say(
            "dx",
            "`*` multiplies number by number. Each input was used by *every* unit, and collects from all of them, which `@` does.",
        ),
    ),
    "dx_blame": Mistake(
        lambda x, w, blame: blame,
        say("dx", "The blame was passed on as it is. Between x and the output stand the weights."),
    ),
    "dx_from_x": Mistake(
        lambda x, w, blame: blame @ x.T,
        say("dx", "x takes no part in its own slope: what multiplies x is w."),
    ),
    "dx_divided": Mistake(
        lambda x, w, blame: blame @ w.T / len(x),
        say(
            "dx",
            "Divided by the number of examples. That is done already: the blame that comes in is that of the *mean* loss.",
        ),
    ),
    "dx_is_x": Mistake(
        lambda x, w, blame: x,
        say("dx", "That is x itself. Asked is its gradient: what arrives, sent on through the weights."),
    ),
    "dx_times_x": Mistake(
        lambda x, w, blame: blame @ w.T * x,
        say(
            "dx",
            "Multiplied by x once more. The slope towards an input is the weight; its own number takes no part.",
        ),
    ),
    "dx_all_turned": Mistake(
        lambda x, w, blame: w.T @ blame.T,
        say(
            "dx",
            FITS + "(10, 784) @ (10, 64) does not fit. dx must become (64, 784), a row for each example.",
        ),
    ),
    "dx_reshaped": Mistake(
        lambda x, w, blame: blame @ w.reshape(w.shape[::-1]),
        say(
            "dx",
            "`reshape` fills the numbers into another shape, row after row: w is not turned by it, its numbers land in other places. What turns an array?",
        ),
    ),
    "dx_forward": Mistake(
        lambda x, w, blame: x @ w,
        say(
            "dx",
            "That is the way *forward*, `x @ w`. What comes back is `blame`; each input collects from all units.",
        ),
    ),
    "dx_masked": Mistake(
        lambda x, w, blame: (blame @ w.T) * (x > 0),
        say(
            "dx",
            "Where x is not above 0 nothing arrives. This layer computed `x @ w + b` and nothing else; an activation has a slope of its own, elsewhere.",
        ),
    ),
    "dx_is_w": Mistake(
        lambda x, w, blame: w.T,
        say("dx", "That is the slope alone, w turned. What arrives, the blame, is multiplied by it."),
    ),
}
