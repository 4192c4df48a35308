"""What is looked at in the network of exercise 10.7, and what to say about it. Its declaration is in `table_network`."""

from __future__ import annotations

from functools import cache

import numpy as np

from dlcourse.checking import LayerFacts, ModelFacts, ModelMistake, NotYet
from dlcourse.checking.models import outputs_of

_NEAR = 0.02  # of a standard deviation: float32 and a variance that is added to stay far below; other rows' means do not


@cache
def measured() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All birds, the numbers of the training rows and of the test rows, as the exercise's setup has them."""
    from dlcourse import datasets

    table = datasets.penguins().dropna(subset=["body_mass_g"])
    columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    order = np.random.default_rng(0).permutation(len(table))
    return table[columns].to_numpy("float32"), order[137:], order[:137]


def _first(facts: ModelFacts) -> LayerFacts | None:
    """The layer that stands first; one that changes no number is passed over."""
    kept = [layer for layer in facts.layers if layer.kind not in ("Flatten", "Identity", "Reshape")]
    return kept[0] if kept else None


def _dense(facts: ModelFacts) -> list[LayerFacts]:
    return [layer for layer in facts.layers if layer.kind == "Dense"]


def _bends(facts: ModelFacts) -> bool:
    """Does an activation stand between the first Dense layer and the last; or, unseen in a `call`, do the outputs bend?"""
    places = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    inside = facts.layers[places[0] : places[-1]]
    return any(layer.activation not in (None, "linear") for layer in inside) or not _straight(facts)


def _straight(facts: ModelFacts) -> bool:
    """Is half way between two birds always half way between their outputs (before the softmax)?"""
    x = measured()[0]
    one, other = x, x[::-1]
    made = [outputs_of(facts.model, birds[:]) for birds in (one, (one + other) / 2, other)]
    if facts.activation == "softmax":
        made = [np.log(np.maximum(shares, 1e-30)) for shares in made]
        made = [logs - logs[:, :1] for logs in made]
    bend = np.abs((made[0] + made[2]) / 2 - made[1]).max()
    return bool(bend < 1e-3 * max(1.0, np.abs(made[0]).max()))


def _standardised(facts: ModelFacts, rows: np.ndarray, *, ddof: int = 0) -> bool:
    """Does the first layer give these rows the mean 0 and the spread 1, in every column?"""
    x = measured()[0]
    made = outputs_of(_first(facts).layer, x[:])
    wanted = (x - x[rows].mean(axis=0)) / x[rows].std(axis=0, ddof=ddof)
    return made.shape == wanted.shape and bool(np.abs(made - wanted).max() < _NEAR)


def prepares(facts: ModelFacts) -> NotYet | None:
    """Ask what the first layer makes of the birds."""
    x, train, test = measured()
    if _standardised(facts, train) or _standardised(facts, train, ddof=1):
        return None
    made = outputs_of(_first(facts).layer, x[:])
    if made.shape == x.shape and np.abs(made - x).max() < 1e-2:
        return NotYet(
            "not_adapted",
            "Your `Normalization` has not been shown birds in millimetres and grams: what comes out of it is what went in. `adapt` lets it learn its means "
            "and spreads.",
        )
    if _standardised(facts, np.arange(len(x))):
        return NotYet(
            "adapted_to_all",
            "Your `Normalization` knows the means of *all* birds, those of the test too. Which of them may it know?",
        )
    if _standardised(facts, test):
        return NotYet(
            "adapted_to_the_test",
            "Your `Normalization` knows the means of the *test* birds. What is learned is learned from the training rows.",
        )
    x_train = x[train]
    if made.shape == x.shape and np.allclose(made, (x - x_train.mean()) / x_train.std(), atol=_NEAR):
        return NotYet(
            "one_mean",
            "Your `Normalization` has one mean for millimetres and grams together (`axis=None`). Each column needs its own: leave `axis` as it is.",
        )
    variance = x_train.std(axis=0)
    if made.shape == x.shape and np.allclose(made, (x - x_train.mean(axis=0)) / variance**0.5, atol=_NEAR):
        return NotYet(
            "spread_for_variance",
            "Your `Normalization` divides by the root of what it takes for the variance, and you gave it the standard deviation. The variance is its square.",
        )
    return NotYet(
        "other_numbers",
        "Behind your first layer the training birds have not the mean 0 and the spread 1 in every column. Which rows, and in which form, did "
        "you give to `adapt`?",
    )


def _columns(facts: ModelFacts) -> int:
    """How many means has the Normalization in front learned? 4 if there is none, or one for all."""
    first = _first(facts)
    mean = getattr(first.layer, "mean", None) if first and first.kind == "Normalization" else None
    return 4 if mean is None or np.size(mean) == 1 else int(np.size(mean))


def _shares_inside(facts: ModelFacts) -> bool:
    """Does a softmax stand between the first Dense layer and the last?"""
    dense = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    return any(layer.activation == "softmax" for layer in facts.layers[dense[0] : dense[-1]])


def _shares_of_shares(facts: ModelFacts) -> bool:
    last = max((place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"), default=0)
    return [layer.activation for layer in facts.layers[last:]].count("softmax") > 1


def _softmax_missing(facts: ModelFacts) -> bool:
    return facts.units == 3 and facts.activation == "sigmoid"


MISTAKES = {
    "other_columns": ModelMistake(
        "input",
        lambda facts: _columns(facts) != 4,
        lambda facts: (
            f"Your `Normalization` has learned {_columns(facts)} means. A bird has 4 measurements: what did you show to `adapt`, birds or the "
            "*numbers* of birds, and is a mean taken for each column (`axis` left as it is)?"
        ),
    ),
    "of_each_bird": ModelMistake(
        "layers",
        lambda facts: (
            bool(_first(facts))
            and _first(facts).kind in ("LayerNormalization", "UnitNormalization", "GroupNormalization")
        ),
        "Your first layer ({kinds}) scales each bird by its own numbers, so millimetres and grams are mixed, and a heavy bird looks like a light one. "
        "Each *column* needs its mean and spread: `Normalization`, with `adapt`.",
    ),
    "batch_norm": ModelMistake(
        "layers",
        lambda facts: bool(_first(facts)) and _first(facts).kind == "BatchNormalization",
        "Your first layer is `BatchNormalization`: it goes by the batch at hand while training, and learns. Here the means are "
        "measured once, on the training rows: `Normalization`, with `adapt`.",
    ),
    "rescaled": ModelMistake(
        "layers",
        lambda facts: bool(_first(facts)) and _first(facts).kind == "Rescaling",
        "Your first layer is `Rescaling`: it divides all columns by the same number, as suits pixels. Millimetres and grams need a "
        "mean and a spread for each column.",
    ),
    "normalization_missing": ModelMistake(
        "layers",
        lambda facts: not facts.of("Normalization"),
        "Your network has no `Normalization` layer ({kinds}), so raw millimetres and grams go into its first weights. If you scale outside, "
        "everybody who uses the network has to know your means.",
    ),
    "too_late": ModelMistake(
        "layers",
        lambda facts: _first(facts).kind != "Normalization",
        "Your `Normalization` does not stand first ({kinds}). The layers before it get raw millimetres and grams.",
    ),
    "no_hidden_layer": ModelMistake(
        "layers",
        lambda facts: len(_dense(facts)) == 1,
        "Your network has one Dense layer, so it is logistic regression with softmax. That is a good model for birds; here a hidden "
        "layer is asked.",
    ),
    "no_bend": ModelMistake(
        "layers",
        lambda facts: len(_dense(facts)) > 1 and not _bends(facts),
        "Between your Dense layers there is no activation, so together they make one weighted sum (lesson 3).",
    ),
    "scaled_twice": ModelMistake(
        "layers",
        lambda facts: len(facts.of("Normalization")) > 1,
        "Your network has two `Normalization` layers ({kinds}). The first gives mean 0 and spread 1; the second takes means in grams away from that.",
    ),
    "shares_inside": ModelMistake(
        "layers",
        _shares_inside,
        "A softmax stands inside your network ({kinds}). It makes shares that add up to 1, as an answer should; a hidden layer only needs a bend that leaves "
        "its units free of each other (lesson 3).",
    ),
    "softmax_twice": ModelMistake(
        "activation",
        _shares_of_shares,
        "Behind your last Dense layer there are two softmaxes ({kinds}): the second makes shares of shares, and no species ever gets more than 58 %. One of the two is enough.",
    ),
    "one_output": ModelMistake(
        "output",
        lambda facts: facts.units == 1,
        "Your network gives one number for a bird. There are three species: a share for each.",
    ),
    "sigmoid_each": ModelMistake(
        "activation",
        _softmax_missing,
        "Your three outputs have a sigmoid each, so they need not add up to 1. A bird is of exactly one species: which activation makes shares?",
    ),
    "one_hot_loss": ModelMistake(
        "loss",
        lambda facts: facts.loss == "categorical_crossentropy",
        "Your loss wants one-hot rows. `species` holds class indices, 0, 1 or 2: the loss for those begins with `sparse_`.",
    ),
    "one_hot_metric": ModelMistake(
        "metrics",
        lambda facts: "categorical_accuracy" in facts.metrics,
        "Your metric `categorical_accuracy` compares with one-hot rows. `species` holds class indices, 0, 1 or 2: it would count wrongly, without a word. "
        'Plain `"accuracy"` finds out for itself.',
    ),
}
