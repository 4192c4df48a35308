"""Exercise 9.3: dropout by hand, with the dice thrown beforehand. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def dropout(x: np.ndarray, draws: np.ndarray, rate: float, training: bool) -> np.ndarray:
    """What the exercise asks for: (n, units) in and out."""
    x = np.asarray(x, dtype=float)
    return np.where(np.asarray(draws) < rate, 0.0, x) / (1 - rate) if training else x


def _cases(rng: np.random.Generator) -> list[tuple]:
    """A row that fits on paper, the same when predicting, two rows with other draws, then random ones."""
    row, draws = np.array([[4.0, 2.0, 6.0, 8.0]]), np.array([[0.1, 0.9, 0.3, 0.7]])
    cases = [(row, draws, 0.2, True), (row, draws, 0.5, True), (row, draws, 0.5, False)]
    cases += [(np.array([[4.0, 2.0], [6.0, 8.0]]), np.array([[0.1, 0.9], [0.6, 0.2]]), 0.5, True)]
    for shape, rate in (((3, 4), 0.25), ((5, 3), 0.6), ((2, 6), 0.8), ((4, 4), 0.3)):
        for training in (True, False):
            x, dice = rng.normal(size=shape).round(2), rng.uniform(size=shape).round(3)
            cases.append((x, np.where(np.isclose(dice, rate), 0.99, dice), rate, training))
    return cases


def _kept(x: np.ndarray, draws: np.ndarray, rate: float) -> np.ndarray:
    return np.where(draws < rate, 0.0, x)


def _training(made):
    """A mistake in the branch of training alone."""
    return lambda x, draws, rate, training: made(x, draws, rate) if training else x


_SAY = "For {inputs} you return {got}. "


def _wrong(line: str, otherwise: str = "x") -> str:
    return f"def dropout(x, draws, rate, training):\n    if not training:\n        return {otherwise}\n    {line}"


DROPOUT = Exercise(
    id="9.3",
    title="Dropout by hand",
    kind="function",
    starter="""
        def dropout(x, draws, rate, training):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def dropout(x, draws, rate, training):
            if not training:
                return x
            mask = draws >= rate
            return x * mask / (1 - rate)
        """,
        """
        def dropout(x, draws, rate, training):
            return np.where(draws < rate, 0, x) / (1 - rate) if training else x
        """,
        """
        def dropout(x, draws, rate, training):
            if training:
                rows = []
                for numbers, dice in zip(x, draws):
                    rows.append([0 if d < rate else number / (1 - rate) for number, d in zip(numbers, dice)])
                return rows
            return x
        """,
        """
        def dropout(x, draws, rate, training):
            kept = np.array(x, dtype=float)
            if training:
                kept[draws < rate] = 0
                kept *= 1 / (1 - rate)
            return kept
        """,
        """
        def dropout(x, draws, rate, training):
            import keras
            mask = keras.ops.cast(draws >= rate, "float64")
            return keras.ops.multiply(x, mask) / (1 - rate) if training else x
        """,
    ),
    wrong={
        "not_scaled": [_wrong("return x * (draws >= rate)"), _wrong("return np.where(draws < rate, 0, x)")],
        "scaled_by_the_rate": [_wrong("return x * (draws >= rate) / rate")],
        "made_smaller": [_wrong("return x * (draws >= rate) * (1 - rate)")],
        "multiplied_by_the_rate": [_wrong("return x * (draws >= rate) * rate")],
        "kept_for_dropped": [_wrong("return x * (draws < rate) / (1 - rate)")],
        "kept_for_dropped_scaled": [_wrong("return x * (draws < rate) / rate")],
        "kept_not_scaled": [_wrong("return x * (draws < rate)")],
        "active_when_predicting": [
            "def dropout(x, draws, rate, training):\n    return x * (draws >= rate) / (1 - rate)",
            "def dropout(x, draws, rate, training):\n    return np.where(draws < rate, 0, x) / (1 - rate)",
        ],
        "training_reversed": [
            "def dropout(x, draws, rate, training):\n    return x if training else x * (draws >= rate) / (1 - rate)"
        ],
        "scaled_when_predicting": [_wrong("return x * (draws >= rate)", "x * (1 - rate)")],
        "scaled_twice": [_wrong("return x * (draws >= rate) / (1 - rate)", "x * (1 - rate)")],
        "scaled_up_when_predicting": [_wrong("return x * (draws >= rate) / (1 - rate)", "x / (1 - rate)")],
        "zeros_when_predicting": [_wrong("return x * (draws >= rate) / (1 - rate)", "np.zeros(x.shape)")],
        "one_mask_for_all_rows": [_wrong("return x * (draws[0] >= rate) / (1 - rate)")],
        "whole_rows": [_wrong("return x * (draws[:, :1] >= rate) / (1 - rate)")],
        "scaled_by_what_was_kept": [_wrong("return x * (draws >= rate) / np.mean(draws >= rate)")],
        "mask_returned": [_wrong("return 1.0 * (draws >= rate)")],
        "mask_scaled": [_wrong("return (draws >= rate) / (1 - rate)")],
        "nothing_dropped": [_wrong("return x")],
        "only_scaled": [
            "def dropout(x, draws, rate, training):\n    return x / (1 - rate) if training else x"
        ],
        "subtracted": [_wrong("return (x - (draws < rate)) / (1 - rate)")],
        "multiplied_by_the_draws": [_wrong("return x * draws / (1 - rate)")],
        "weakened_by_the_draws": [_wrong("return x * draws")],
        "small_numbers_dropped": [_wrong("return x * (x >= rate) / (1 - rate)")],
        "wrong_shape": [_wrong("return x[draws >= rate] / (1 - rate)")],
        "returns_none": [
            """
            def dropout(x, draws, rate, training):
                if training:
                    return x * (draws >= rate) / (1 - rate)
            """,
            "def dropout(x, draws, rate, training):\n    x = x * (draws >= rate) / (1 - rate)",
        ],
        "raised": [_wrong("return x * (draw >= rate) / (1 - rate)")],
        "wrong_arguments": ["def dropout(x, rate):\n    return x"],
        "not_a_function": ["import numpy as np\ndropout = np.zeros((1, 4))"],
        "wrong_value": [_wrong("return x * (draws >= rate) / (1 - rate) + 1")],
    },
    check=function_check(
        dropout,
        arguments=("x", "draws", "rate", "training"),
        cases=_cases,
        mistakes={
            "not_scaled": Mistake(
                _training(_kept),
                _SAY
                + "The right ones are dropped, but nothing makes up for them: the next layer gets less than it will when nothing "
                "is dropped. By what must the rest grow?",
            ),
            "scaled_by_the_rate": Mistake(
                _training(lambda x, d, r: _kept(x, d, r) / r),
                _SAY
                + "The rest is divided by the rate. With a rate of 0.2 only a fifth is lost; must the others then grow fivefold? Which share is *left*?",
            ),
            "made_smaller": Mistake(
                _training(lambda x, d, r: _kept(x, d, r) * (1 - r)),
                _SAY
                + "What is left has been made *smaller*, by the share that is kept. The sum has shrunk already; it should grow back.",
            ),
            "multiplied_by_the_rate": Mistake(
                _training(lambda x, d, r: _kept(x, d, r) * r),
                _SAY
                + "What is left is multiplied by the rate, and so shrinks further. It should make up for what was dropped.",
            ),
            "kept_for_dropped": Mistake(
                _training(lambda x, d, r: (x - _kept(x, d, r)) / (1 - r)),
                _SAY
                + "You keep where the draw is *below* the rate. With a rate of 0.2 that would drop eight in ten. Which way round is the comparison?",
            ),
            "kept_for_dropped_scaled": Mistake(
                _training(lambda x, d, r: (x - _kept(x, d, r)) / r),
                _SAY
                + "`rate` is for you the share that is kept: dropped should be where the draw is below it.",
            ),
            "kept_not_scaled": Mistake(
                _training(lambda x, d, r: x - _kept(x, d, r)),
                _SAY
                + "You keep where the draw is below the rate, and drop the others. It should be the other way round (and the rest must grow).",
            ),
            "active_when_predicting": Mistake(
                lambda x, d, r, training: dropout(x, d, r, True),
                _SAY
                + "`training` is False, and still something is dropped: a finished network would give another answer each time you ask it.",
            ),
            "training_reversed": Mistake(
                lambda x, d, r, training: dropout(x, d, r, not training),
                _SAY
                + "You drop when `training` is False and nothing while it is True. When is dropout needed?",
            ),
            "scaled_when_predicting": Mistake(
                lambda x, d, r, training: _kept(x, d, r) if training else x * (1 - r),
                _SAY
                + "You make up for it when predicting. Dropout was first done that way; then every prediction has to know the rate. Asked "
                "is today's way: make up for it while training, and leave `x` alone afterwards.",
            ),
            "scaled_twice": Mistake(
                lambda x, d, r, training: dropout(x, d, r, training) if training else x * (1 - r),
                _SAY
                + "Training is right. It has made up for what was dropped already, so a prediction must not shrink `x` once more.",
            ),
            "scaled_up_when_predicting": Mistake(
                lambda x, d, r, training: dropout(x, d, r, training) if training else x / (1 - r),
                _SAY + "Training is right. When nothing is dropped, there is nothing to make up for.",
            ),
            "zeros_when_predicting": Mistake(
                lambda x, d, r, training: dropout(x, d, r, training) if training else np.zeros_like(x),
                _SAY
                + "Training is right. But when predicting *everything* is gone. What should a layer that does nothing return?",
            ),
            "one_mask_for_all_rows": Mistake(
                _training(lambda x, d, r: np.where(d[0] < r, 0.0, x) / (1 - r)),
                _SAY
                + "All rows lose the same units, those that the first row's draws choose. Each example has draws of its own.",
            ),
            "whole_rows": Mistake(
                _training(lambda x, d, r: np.where(d[:, :1] < r, 0.0, x) / (1 - r)),
                _SAY
                + "Whole rows vanish: whole examples. Single units should; `draws` has a number for each of them.",
            ),
            "scaled_by_what_was_kept": Mistake(
                _training(
                    lambda x, d, r: _kept(x, d, r) / np.mean(d >= r) if (d >= r).any() else _kept(x, d, r)
                ),
                _SAY
                + "You divide by the share that these draws happened to keep. Keras divides by the share that is kept on average; how does it follow from the rate?",
            ),
            "mask_returned": Mistake(
                _training(lambda x, d, r: (d >= r).astype(float)),
                _SAY + "That is the mask, 1 for kept and 0 for dropped. What becomes of `x`?",
            ),
            "mask_scaled": Mistake(
                _training(lambda x, d, r: (d >= r) / (1 - r)),
                _SAY + "That is the mask, grown; `x` is not in it.",
            ),
            "nothing_dropped": Mistake(
                lambda x, d, r, training: x, _SAY + "Nothing is dropped. What do the draws decide?"
            ),
            "only_scaled": Mistake(
                _training(lambda x, d, r: x / (1 - r)),
                _SAY + "Everything has grown, and nothing was dropped. What do the draws decide?",
            ),
            "subtracted": Mistake(
                _training(lambda x, d, r: (x - (d < r)) / (1 - r)),
                _SAY
                + "You *subtract* 1 where a unit is dropped. A dropped unit should be 0, whatever it was: what makes any number 0?",
            ),
            "multiplied_by_the_draws": Mistake(
                _training(lambda x, d, r: x * d / (1 - r)),
                _SAY
                + "You multiply by the draws themselves. They are dice: they decide between 0 and the number, and enter nothing else.",
            ),
            "weakened_by_the_draws": Mistake(
                _training(lambda x, d, r: x * d),
                _SAY
                + "You multiply by the draws themselves. They are dice: they decide between 0 and the number, and enter nothing else.",
            ),
            "small_numbers_dropped": Mistake(
                _training(lambda x, d, r: np.where(x < r, 0.0, x) / (1 - r)),
                _SAY
                + "You compare `x` with the rate. What is dropped is decided by the dice in `draws`, not by the number itself.",
            ),
        },
        success="This is what `layers.Dropout(rate)` does; it throws the dice itself, new ones for each batch.",
    ),
    equivalent={
        **dict.fromkeys(
            (
                "mask = draws >= rate -> mask = draws > rate",
                "np.where(draws < rate, 0, x) / (1 - rate) -> np.where(draws <= rate, 0, x) / (1 - rate)",
                "0 if d < rate else number / (1 - rate) -> 0 if d <= rate else number / (1 - rate)",
                "kept[draws < rate] = 0 -> kept[draws <= rate] = 0",
                "keras.ops.cast(draws >= rate, 'float64') -> keras.ops.cast(draws > rate, 'float64')",
            ),
            "no draw is exactly the rate",
        ),
        "kept = np.array(x, dtype=float) -> kept = np.array(x)": "what a layer gives are floats already",
    },
    hints=(
        "Three things: nothing happens unless `training`; some numbers become 0; the others grow.",
        "`draws >= rate` is True (which counts as 1) where a unit stays. The share that stays is `1 - rate` on average.",
        """
        def dropout(x, draws, rate, training):
            if not training:
                return ___
            mask = draws ___ rate
            return x * mask / ___
        """,
    ),
)
