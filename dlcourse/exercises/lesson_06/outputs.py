"""Exercise 6.8: the blame that begins at the outputs, p - y. Declaration only."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, function_check
from dlcourse.exercises.lesson_06.output_mistakes import MISTAKES, cases
from dlcourse.scratch.by_hand import logit_blame


def _returns(expression: str) -> str:
    return f"def logit_blame(p, y):\n    return {expression}\n"


_blame = function_check(
    logit_blame,
    arguments=("p", "y"),
    cases=cases,
    mistakes=MISTAKES,
    success="Too sure of a wrong class: above 0, its logit should fall. Not sure enough of the right one: below 0, it should rise.",
)


def check_logit_blame(answer: Any) -> Correct | NotYet:
    """The numbers; and a word to whoever returns a list, which 6.10 can't go on with."""
    verdict = _blame(answer)
    if isinstance(verdict, Correct) and isinstance(call(answer, np.eye(2), np.eye(2)), list | tuple):
        return Correct(
            f"{verdict.note} Yours is a list; 6.10 goes on with it as an array, which `np.array(...)` makes."
        )
    return verdict


check_logit_blame.codes = _blame.codes  # type: ignore[attr-defined]

LOGIT_BLAME = Exercise(
    id="6.8",
    title="The blame at the logits",
    kind="function",
    starter="""
        def logit_blame(p, y):
            ...
    """,
    setup="import numpy as np\nfrom dlcourse.scratch.by_hand import softmax",
    right=(
        _returns("(p - y) / len(p)"),
        """
        def logit_blame(p, y):
            blame = p.copy()
            for i, row in enumerate(y):
                blame[i, row.argmax()] -= 1
            return (blame / p.shape[0]).astype("float32")
        """,
        """
        def logit_blame(p, y):
            return [[(a - b) / len(p) for a, b in zip(ps, ys)] for ps, ys in zip(p, y)]
        """,
    ),
    wrong={
        "sign": [_returns("(y - p) / len(p)"), _returns("-(p - y) / len(p)")],
        "sign_not_divided": [_returns("y - p")],
        "not_divided": [_returns("p - y")],
        "divided_by_classes": [_returns("(p - y) / p.shape[1]"), _returns("(p - y) / len(p[0])")],
        "divided_by_all": [_returns("(p - y) / p.size")],
        "p_alone": [_returns("p / len(p)")],
        "right_class_only": [_returns("(p * y - y) / len(p)")],
        "softmax_again": [_returns("(softmax(p) - y) / len(p)")],
        "slope_again": [_returns("(p - y) * p * (1 - p) / len(p)")],
        "squared_error": [_returns("2 * (p - y) / len(p)")],
        "at_p": [_returns("-y / p / len(p)")],
        "at_p_not_divided": [_returns("-y / p")],
        "log_p": [_returns("np.log(p) - y")],
        "log_p_divided": [_returns("(np.log(p) - y) / len(p)")],
        "losses_not_divided": [_returns("-np.log(p) * y")],
        "softmax_again_not_divided": [_returns("softmax(p) - y")],
        "slope_alone": [_returns("p * (1 - p) / len(p)")],
        "slope_alone_not_divided": [_returns("p * (1 - p)")],
        "p_itself": [_returns("p")],
        "y_alone": [_returns("-y / len(p)")],
        "products": [_returns("p * y / len(p)")],
        "right_class_only_not_divided": [_returns("np.where(y, p - 1, 0)")],
        "halved": [_returns("(p - y) / (2 * len(p))")],
        "always_halved": [_returns("(p - y) / 2")],
        "first_row_only": [
            _returns("(p - y)[0] / len(p)"),
            "def logit_blame(p, y):\n    for one, right in zip(p, y):\n        return (one - right) / len(p)",
        ],
        "losses": [_returns("-(y * np.log(p)) / len(p)")],
        "absolute": [_returns("np.abs(p - y) / len(p)")],
        "squares": [_returns("(p - y) ** 2 / len(p)")],
        "mean_of_rows": [_returns("(p - y).mean(axis=0)"), _returns("(p - y).sum(axis=0) / len(p)")],
        "sum_of_rows": [_returns("(p - y).sum(axis=0)")],
        "one_number": [_returns("(p - y).mean()"), _returns("np.mean(p - y)")],
        "only_y_divided": [_returns("p - y / len(p)")],
        "times_n": [_returns("(p - y) * len(p)")],
        "squared_error_not_divided": [_returns("2 * (p - y)")],
        "divided_twice": [_returns("(p - y) / len(p) ** 2")],
        "divided_by_10": [_returns("(p - y) / 10")],
        "one_for_each": [_returns("(p - 1) / len(p)")],
        "divided_by_p": [_returns("(p - y) / p / len(p)")],
        "loss_itself": [_returns("-(y * np.log(p)).sum(axis=1).mean()")],
        "mean_of_classes": [_returns("(p - y).mean(axis=1)")],
        "turned": [_returns("((p - y) / len(p)).T")],
        "wrong_shape": [_returns("((p - y) / len(p)).ravel()")],
        "returns_none": ["def logit_blame(p, y):\n    print((p - y) / len(p))"],
        "raised": [_returns("(p - labels) / len(p)")],
        "wrong_value": [_returns("(p - y) / 3.5"), _returns("(p + y) / len(p)")],
    },
    check=check_logit_blame,
    hints=(
        "The nudges show it for one example. What changes when the loss is the mean of several?",
        "`p` and `y` have the same shape, a row for each example. `len(p)` is the number of rows.",
        "def logit_blame(p, y):\n    return (___ - ___) / ___",
    ),
)
