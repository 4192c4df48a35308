"""Exercise 6.9: blame through a layer, with its transposes. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_06.layer_mistakes import DB, DX, cases
from dlcourse.exercises.lesson_06.layer_weights import DW
from dlcourse.exercises.lesson_06.parts import parts_check
from dlcourse.scratch.by_hand import layer_back

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
            return [dw, [*db], dx]
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
        "dw_is_blame": [_answer(dw="blame")],
        "dw_is_x": [_answer(dw="x.T")],
        "dw_from_outputs": [_answer(dw="x.T @ (x @ w)")],
        "dw_blame_first": [_answer(dw="blame @ x.T")],
        "dw_sums_first": [_answer(dw="np.outer(x.sum(axis=0), blame.sum(axis=0))")],
        "dw_means_first": [_answer(dw="x.mean(axis=0)[:, None] * blame.mean(axis=0)")],
        "dw_negated": [_answer(dw="-x.T @ blame", db="-blame.sum(axis=0)", dx="-blame @ w.T")],
        "dw_reshaped": [_answer(dw="x.reshape(x.shape[1], x.shape[0]) @ blame")],
        "dw_step": [_answer(dw="w - x.T @ blame")],
        "dw_times_w": [_answer(dw="x.T @ blame * w")],
        "db_not_summed": [_answer(db="blame"), _answer(db="1 * blame")],
        "db_one_number": [_answer(db="blame.sum()"), _answer(db="np.sum(blame)")],
        "db_sum_of_units": [_answer(db="blame.sum(axis=1)")],
        "db_mean": [_answer(db="blame.mean(axis=0)"), _answer(db="blame.sum(axis=0) / len(x)")],
        "db_row_kept": [_answer(db="blame.sum(axis=0, keepdims=True)")],
        "db_first_example": [_answer(db="blame[0]")],
        "db_of_x": [_answer(db="x.sum(axis=0)")],
        "db_nothing": [_answer(db="np.zeros(w.shape[1])")],
        "db_largest": [_answer(db="blame.max(axis=0)")],
        "db_is_one": [_answer(db="1")],
        "db_ones": [_answer(db="np.ones(w.shape[1])")],
        "dx_w_not_turned": [_answer(dx="blame @ w")],
        "dx_other_order": [_answer(dx="w @ blame")],
        "dx_turned": [_answer(dx="w @ blame.T")],
        "dx_w_turned_first": [_answer(dx="w.T @ blame")],
        "dx_elementwise": [_answer(dx="blame * w")],
        "dx_blame": [_answer(dx="blame")],
        "dx_from_x": [_answer(dx="blame @ x.T")],
        "dx_divided": [_answer(dx="blame @ w.T / len(x)")],
        "dx_is_x": [_answer(dx="x")],
        "dx_times_x": [_answer(dx="blame @ w.T * x")],
        "dx_all_turned": [_answer(dx="w.T @ blame.T")],
        "dx_is_w": [_answer(dx="w.T")],
        "dx_reshaped": [_answer(dx="blame @ w.reshape(w.shape[1], w.shape[0])")],
        "dx_forward": [_answer(dx="x @ w")],
        "dx_masked": [_answer(dx="blame @ w.T * (x > 0)")],
        "arguments_changed": [_answer().replace("    return", "    w -= 0.1 * dw\n    return")],
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
        cases=cases,
        mistakes={"dw": DW, "db": DB, "dx": DX},
        success="Three lines, and they serve a layer of any width. Each gradient has the shape of what it belongs to: look at the shapes first.",
    ),
    hints=(
        "Write the three shapes down. A gradient has the shape of what it belongs to; in which way do the given arrays fit together to that?",
        "`dw` is (inputs, units): the examples are added up, so n must stand inside. `dx` is (n, inputs): the units must stand inside. `.T` turns an array.",
        "dw = x.T @ ___\ndb = blame.sum(axis=___)\ndx = ___ @ ___.T",
    ),
)
