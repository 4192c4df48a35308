"""What exercise 6.8 is tried on, what people write in place of (p - y) / n, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, Seen, show
from dlcourse.scratch.by_hand import softmax


def cases(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Two examples of three classes, in round numbers; then random ones, also one alone and as many as there are classes."""
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
            "The first example's right class would get a number above 0: raise its logit and the loss *grows*? It falls."
        ),
    ),
    "sign_not_divided": Mistake(
        lambda p, y: y - p,
        _say(
            "The signs are those of y - p: the right class's logit, raised, must make the loss *fall*. And each example counts only a part of the mean."
        ),
    ),
    "not_divided": Mistake(
        lambda p, y: p - y,
        _say(
            "That is the blame for the *sum* of the losses. The loss is their mean over the examples: how much does each example count?"
        ),
    ),
    "divided_by_classes": Mistake(
        lambda p, y: (p - y) / p.shape[1],
        _say(
            "Divided by the number of classes. The mean goes over the examples, the *rows*: how many are there?"
        ),
    ),
    "divided_by_all": Mistake(
        lambda p, y: (p - y) / p.size,
        _say(
            "Divided by the count of all numbers (`p.size`, or a `mean` over everything). The mean goes over the examples, the rows."
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
            "That is the blame at the *probabilities*, before softmax, and not yet shared among the examples. Asked is what arrives at the logits."
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
    "only_y_divided": Mistake(
        lambda p, y: p - y / len(p),
        _say("Only y was divided. The difference needs brackets around it."),
    ),
    "times_n": Mistake(
        lambda p, y: (p - y) * len(p),
        _say("*Multiplied* by the number of examples. In a mean each counts less, not more."),
    ),
    "squared_error_not_divided": Mistake(
        lambda p, y: 2 * (p - y),
        _say(
            "The 2 belongs to squared errors; this loss is the cross-entropy. And it is a *mean* over the examples."
        ),
    ),
    "divided_twice": Mistake(
        lambda p, y: (p - y) / len(p) ** 2,
        _say("Divided by the number of examples twice. Once is enough for a mean."),
    ),
    "divided_by_10": Mistake(
        lambda p, y: (p - y) / 10,
        _say(
            "Divided by 10. Here are neither ten classes nor ten examples: take the number of rows from `p` itself."
        ),
    ),
    "one_for_each": Mistake(
        lambda p, y: (p - 1) / len(p),
        _say("1 was taken off everywhere, as if every class were right. `y` has its 1 in one place."),
    ),
    "divided_by_p": Mistake(
        lambda p, y: (p - y) / p / len(p),
        _say(
            "Divided by p as well. At the logits p - y is all; the division cancels on the way through softmax."
        ),
    ),
    "loss_itself": Mistake(
        lambda p, y: -(y * np.log(p)).sum(axis=1).mean(),
        lambda seen: (
            f"You return one number, {show(seen.got)}: the loss. Asked is how fast it grows with every logit, in the shape "
            f"{np.shape(seen.inputs['p'])}."
        ),
    ),
    "mean_of_classes": Mistake(
        lambda p, y: (p - y).mean(axis=1),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the classes were averaged. Every logit keeps "
            "a number of its own."
        ),
    ),
    "log_p": Mistake(
        lambda p, y: np.log(p) - y,
        _say(
            "The logarithm belongs to the loss. What nudging found above was made of p itself and y (and here of how many examples there are)."
        ),
    ),
    "log_p_divided": Mistake(
        lambda p, y: (np.log(p) - y) / len(p),
        _say("The logarithm belongs to the loss. What nudging found above was made of p itself and y."),
    ),
    "losses_not_divided": Mistake(
        lambda p, y: -(y * np.log(p)),
        _say("These are the losses of the examples. Asked is how fast their mean grows with each logit."),
    ),
    "softmax_again_not_divided": Mistake(
        lambda p, y: softmax(p) - y,
        _say(
            "`p` are probabilities already; softmax was applied a second time. And the loss is the *mean* over the examples."
        ),
    ),
    "slope_alone": Mistake(
        lambda p, y: p * (1 - p) / len(p),
        _say(
            "p * (1 - p) is the slope of the sigmoid, and `y` has no say in it. Look at what nudging found above: what was it made of?"
        ),
    ),
    "slope_alone_not_divided": Mistake(
        lambda p, y: p * (1 - p),
        _say(
            "p * (1 - p) is the slope of the sigmoid, and `y` has no say in it. Look at what nudging found above: what was it made of?"
        ),
    ),
    "p_itself": Mistake(
        lambda p, y: p,
        _say("That is p, and y has no say in it. Raise the logit of the right class: does the loss grow?"),
    ),
    "y_alone": Mistake(
        lambda p, y: -y / len(p),
        _say(
            "That is what the right logit takes off. The first part of the loss, the log of the sum of all exponentials, has slopes, too."
        ),
    ),
    "products": Mistake(
        lambda p, y: p * y / len(p),
        _say("`p * y` keeps only the right classes, and nothing is below 0. Should no logit rise?"),
    ),
    "right_class_only_not_divided": Mistake(
        lambda p, y: (p - y) * y,
        _say(
            "Only the right class gets blame, but the other logits should fall. And the loss is the *mean* over the examples."
        ),
    ),
    "halved": Mistake(
        lambda p, y: (p - y) / (2 * len(p)),
        _say("Half of what it should be. In a mean over n each counts 1/n; where does your 2 come from?"),
    ),
    "always_halved": Mistake(
        lambda p, y: (p - y) / 2,
        lambda seen: (
            f"For two examples you are right. For p = {show(seen.inputs['p'])} and y = {show(seen.inputs['y'])} you return {show(seen.got)}, "
            "divided by 2 as well. How many examples are there now?"
        ),
    ),
    "first_row_only": Mistake(
        lambda p, y: (p[0] - y[0]) / len(p),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the first example's row alone. "
            "Each example keeps a row of its own. (If you loop: where does `return` stand?)"
        ),
    ),
    "turned": Mistake(
        lambda p, y: (p - y).T / len(p),
        lambda seen: (
            f"The numbers are right, but rows and columns are exchanged: the shape is {np.shape(seen.got)}, and p has "
            f"{np.shape(seen.inputs['p'])}. Nothing is to be turned here."
        ),
    ),
    "mean_of_rows": Mistake(
        lambda p, y: (p - y).mean(axis=0),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the examples were averaged into one. "
            "Each example keeps a row of its own; it only counts less."
        ),
    ),
    "sum_of_rows": Mistake(
        lambda p, y: (p - y).sum(axis=0),
        lambda seen: (
            f"For p and y of shape {np.shape(seen.inputs['p'])} you return the shape {np.shape(seen.got)}: the examples were added up into one. "
            "Each example keeps a row of its own."
        ),
    ),
    "one_number": Mistake(
        lambda p, y: (p - y).mean(),
        lambda seen: (
            f"You return one number, {show(seen.got)}. Every logit of every example gets its own blame: the shape stays "
            f"{np.shape(seen.inputs['p'])}."
        ),
    ),
}
