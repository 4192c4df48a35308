"""Exercise 6.8: the blame that begins at the outputs, p - y. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, Seen, function_check, show
from dlcourse.scratch.by_hand import logit_blame, softmax


def _cases(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Two digits of three kinds, in round numbers; then random ones, also one alone and as many as there are kinds."""
    first = np.array([[0.7, 0.2, 0.1], [0.5, 0.25, 0.25]]), np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    sizes = ((1, 4), (4, 3), (5, 2), (3, 3), (2, 5))
    return [first, *((softmax(rng.normal(size=s)), np.eye(s[1])[rng.integers(0, s[1], s[0])]) for s in sizes)]


def _say(text: str):
    def said(seen: Seen) -> str:
        p, y = seen.inputs["p"], seen.inputs["y"]
        return f"For p = {show(p)} and y = {show(y)} you return {show(seen.got)}. {text}"

    return said


MISTAKES = {
    "sign": Mistake(
        lambda p, y: (y - p) / len(p),
        _say(
            "The first digit's right class would get a number above 0: raise its logit and the loss *grows*? It falls."
        ),
    ),
    "sign_not_divided": Mistake(
        lambda p, y: y - p,
        _say(
            "The signs are those of y - p: the right class's logit, raised, must make the loss *fall*. And each digit counts only a part of the mean."
        ),
    ),
    "not_divided": Mistake(
        lambda p, y: p - y,
        _say(
            "That is the blame for the *sum* of the losses. The loss is their mean over the digits: how much does each digit count?"
        ),
    ),
    "divided_by_classes": Mistake(
        lambda p, y: (p - y) / p.shape[1],
        _say(
            "Divided by the number of classes. The mean goes over the digits, the *rows*: how many are there?"
        ),
    ),
    "divided_by_all": Mistake(
        lambda p, y: (p - y) / p.size,
        _say(
            "Divided by the count of all numbers (`p.size`, or a `mean` over everything). The mean goes over the digits, the rows."
        ),
    ),
    "p_alone": Mistake(
        lambda p, y: p / len(p),
        _say("Where is the right answer? Something must be taken off at the right class."),
    ),
    "right_class_only": Mistake(
        lambda p, y: (p - y) * y / len(p),
        _say(
            "Only the right class gets blame. But the others' probabilities are too high, and their logits should fall."
        ),
    ),
    "softmax_again": Mistake(
        lambda p, y: (softmax(p) - y) / len(p),
        _say("`p` are probabilities already; softmax was applied a second time."),
    ),
    "slope_again": Mistake(
        lambda p, y: (p - y) * p * (1 - p) / len(p),
        _say(
            "The slope p * (1 - p) was multiplied in. In p - y softmax's slope is already contained; that is what makes it so short."
        ),
    ),
    "squared_error": Mistake(
        lambda p, y: 2 * (p - y) / len(p),
        _say("Twice too much. The 2 belongs to squared errors; this loss is the cross-entropy."),
    ),
    "at_p": Mistake(
        lambda p, y: -y / p / len(p),
        _say(
            "That is the blame at the *probabilities*, before softmax. Asked is what arrives at the logits."
        ),
    ),
    "at_p_not_divided": Mistake(
        lambda p, y: -y / p,
        _say(
            "That is the blame at the *probabilities*, before softmax, and not yet shared among the digits. Asked is what arrives at the logits."
        ),
    ),
    "losses": Mistake(
        lambda p, y: -(y * np.log(p)) / len(p),
        _say("These are the losses themselves. Asked is how fast the loss grows with each logit."),
    ),
    "absolute": Mistake(
        lambda p, y: np.abs(p - y) / len(p),
        _say("The signs are lost: which logits should rise, and which fall?"),
    ),
    "squares": Mistake(
        lambda p, y: (p - y) ** 2 / len(p),
        _say("Squared, the signs are lost: which logits should rise, and which fall?"),
    ),
    "mean_of_rows": Mistake(
        lambda p, y: (p - y).mean(axis=0),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the digits were averaged into one. "
            "Each digit keeps a row of its own; it only counts less."
        ),
    ),
    "sum_of_rows": Mistake(
        lambda p, y: (p - y).sum(axis=0),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the digits were added up into one. "
            "Each digit keeps a row of its own."
        ),
    ),
    "one_number": Mistake(
        lambda p, y: (p - y).mean(),
        lambda seen: (
            f"You return one number, {show(seen.got)}. Every logit of every digit gets its own blame: the shape stays "
            f"{np.shape(seen.inputs['p'])}."
        ),
    ),
}


def _returns(expression: str) -> str:
    return f"def logit_blame(p, y):\n    return {expression}\n"


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
        "losses": [_returns("-(y * np.log(p)) / len(p)")],
        "absolute": [_returns("np.abs(p - y) / len(p)")],
        "squares": [_returns("(p - y) ** 2 / len(p)")],
        "mean_of_rows": [_returns("(p - y).mean(axis=0)"), _returns("(p - y).sum(axis=0) / len(p)")],
        "sum_of_rows": [_returns("(p - y).sum(axis=0)")],
        "one_number": [_returns("(p - y).mean()"), _returns("np.mean(p - y)")],
        "wrong_shape": [_returns("((p - y) / len(p)).T")],
        "returns_none": ["def logit_blame(p, y):\n    print((p - y) / len(p))"],
        "raised": [_returns("(p - labels) / len(p)")],
        "wrong_value": [_returns("p - y / len(p)"), _returns("(p + y) / len(p)")],
    },
    check=function_check(
        logit_blame,
        arguments=("p", "y"),
        cases=_cases,
        mistakes=MISTAKES,
        success="Too sure of a wrong class: above 0, its logit should fall. Not sure enough of the right one: below 0, it should rise.",
    ),
    hints=(
        "The nudges show it for one digit. What changes when the loss is the mean of several?",
        "`p` and `y` have the same shape, a row for each digit. `len(p)` is the number of rows.",
        "def logit_blame(p, y):\n    return (___ - ___) / ___",
    ),
)
