"""Exercise 6.9: blame through a layer, with its transposes. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, show
from dlcourse.exercises.lesson_06.parts import parts_check
from dlcourse.scratch.by_hand import layer_back

SIZES = (
    (2, 2, 2),
    (3, 3, 3),
    (4, 4, 4),
    (2, 3, 4),
    (4, 3, 2),
    (1, 2, 3),
    (5, 1, 1),
)  # examples, inputs, units


def _cases(rng: np.random.Generator) -> list[tuple]:
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
    "dx_is_w": Mistake(
        lambda x, w, blame: w.T,
        _say("dx", "That is the slope alone, w turned. What arrives, the blame, is multiplied by it."),
    ),
}

_RIGHT = {"dw": "x.T @ blame", "db": "blame.sum(axis=0)", "dx": "blame @ w.T"}


def _answer(returned: str = "dw, db, dx", **other: str) -> str:
    """The source of a `layer_back` in which some lines are others."""
    lines = "".join(f"    {name} = {other.get(name, right)}\n" for name, right in _RIGHT.items())
    return f"def layer_back(x, w, blame):\n{lines}    return {returned}\n"


LAYER_BACK = Exercise(
    id="6.9",
    title="Blame through a layer",
    kind="function",
    starter="""
        def layer_back(x, w, blame):
            dw = ...
            db = ...
            dx = ...
            return dw, db, dx
    """,
    setup="import numpy as np",
    right=(
        _answer(),
        """
        def layer_back(x, w, blame):
            dw, db, dx = np.zeros(w.shape), np.zeros(w.shape[1]), []
            for one, arrived in zip(x, blame):
                dw += np.outer(one, arrived)
                db += arrived
                dx.append(w @ arrived)
            return [dw, db, np.array(dx)]
        """,
        """
        def layer_back(x, w, blame):
            ones = np.ones(len(x))
            return (blame.T @ x).T, ones @ blame, np.einsum("nu,iu->ni", blame, w)
        """,
        """
        def layer_back(x, w, blame):
            return np.dot(x.transpose(), blame), sum(blame), (w @ blame.T).T
        """,
    ),
    wrong={
        "dw_x_not_turned": [_answer(dw="x @ blame"), _answer(dw="x @ blame", dx="blame @ w")],
        "dw_blame_turned": [_answer(dw="blame.T @ x")],
        "dw_other_order": [_answer(dw="blame @ x")],
        "dw_blame_last_turned": [_answer(dw="x @ blame.T")],
        "dw_elementwise": [_answer(dw="x * blame")],
        "dw_elementwise_turned": [_answer(dw="x.T * blame")],
        "dw_divided": [_answer(dw="x.T @ blame / len(x)")],
        "dw_from_w": [_answer(dw="w.T @ blame")],
        "dw_first_example": [_answer(dw="np.outer(x[0], blame[0])")],
        "dw_last_example": [_answer(dw="np.outer(x[-1], blame[-1])")],
        "dw_negated": [_answer(dw="-x.T @ blame", db="-blame.sum(axis=0)", dx="-blame @ w.T")],
        "db_not_summed": [_answer(db="blame"), _answer(db="1 * blame")],
        "db_one_number": [_answer(db="blame.sum()"), _answer(db="np.sum(blame)")],
        "db_sum_of_units": [_answer(db="blame.sum(axis=1)")],
        "db_mean": [_answer(db="blame.mean(axis=0)"), _answer(db="blame.sum(axis=0) / len(x)")],
        "db_row_kept": [_answer(db="blame.sum(axis=0, keepdims=True)")],
        "db_first_example": [_answer(db="blame[0]")],
        "db_of_x": [_answer(db="x.sum(axis=0)")],
        "db_ones": [_answer(db="np.ones(w.shape[1])")],
        "dx_w_not_turned": [_answer(dx="blame @ w")],
        "dx_other_order": [_answer(dx="w @ blame")],
        "dx_turned": [_answer(dx="w @ blame.T")],
        "dx_w_turned_first": [_answer(dx="w.T @ blame")],
        "dx_elementwise": [_answer(dx="blame * w")],
        "dx_blame": [_answer(dx="blame")],
        "dx_from_x": [_answer(dx="blame @ x.T")],
        "dx_divided": [_answer(dx="blame @ w.T / len(x)")],
        "dx_is_w": [_answer(dx="w.T")],
        "order": [_answer("dx, dw, db"), _answer("db, dw, dx")],
        "wrong_length": [_answer("dw, db")],
        "wrong_type": [_answer("dw"), _answer('{"dw": dw, "db": db, "dx": dx}'), _answer('dw, "db", dx')],
        "returns_none": ["def layer_back(x, w, blame):\n    print(x.T @ blame)"],
        "raised": [_answer(dw="x.T @ b"), _answer(dx="blame @ w.t")],
        "wrong_shape": [_answer(db="blame.sum(axis=0).reshape(-1, 1)"), _answer(dw="(x.T @ blame).ravel()")],
        "wrong_value": [_answer(dw="2 * x.T @ blame"), _answer(dx="blame @ w.T + 1")],
    },
    check=parts_check(
        layer_back,
        arguments=("x", "w", "blame"),
        parts=("dw", "db", "dx"),
        cases=_cases,
        mistakes={"dw": DW, "db": DB, "dx": DX},
        success="Three lines, and they serve a layer of any width. Each gradient has the shape of what it belongs to: look at the shapes first.",
    ),
    hints=(
        "Write the three shapes down. A gradient has the shape of what it belongs to; in which way do the given arrays fit together to that?",
        "`dw` is (inputs, units): the examples must meet and be added up. `dx` is (n, inputs): the units must meet. `.T` turns an array.",
        "dw = x.T @ ___\ndb = blame.sum(axis=___)\ndx = ___ @ ___.T",
    ),
)
