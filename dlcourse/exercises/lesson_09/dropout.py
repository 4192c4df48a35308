"""Exercise 9.3: dropout by hand, with the dice thrown beforehand. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_09.dropout_mistakes import MISTAKES, dropout, own_dice_too


def _cases(rng: np.random.Generator) -> list[tuple]:
    """A row that fits on paper, the same when predicting, two rows with other draws, then random ones."""
    row, draws = np.array([[4.0, 2.0, 6.0, 8.0]]), np.array([[0.1, 0.9, 0.3, 0.7]])
    cases = [(row, draws, 0.2, True), (row, draws, 0.5, True), (row, draws, 0.5, False)]
    two = np.array([[4.0, 2.0], [6.0, 8.0]])
    cases += [
        (two, np.array([[0.1, 0.9], [0.6, 0.2]]), 0.5, True),
        (two, np.array([[0.1, 0.9], [0.5, 0.2]]), 0.5, True),
    ]
    for shape, rate in (((3, 4), 0.25), ((5, 3), 0.6), ((2, 6), 0.8), ((4, 4), 0.3)):
        for training in (True, False):
            x, dice = rng.normal(size=shape).round(2), rng.uniform(size=shape).round(3)
            cases.append((x, np.where(np.isclose(dice, rate), 0.99, dice), rate, training))
    return cases


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
        "border": [_wrong("return np.where(draws <= rate, 0, x) / (1 - rate)")],
        "threshold_of_the_table": [_wrong("return np.where(draws < 0.5, 0, x) / (1 - rate)")],
        "factor_of_the_table": [_wrong("return np.where(draws < rate, 0, x) * 2")],
        "rate_of_the_table": [_wrong("return np.where(draws < 0.5, 0, x) * 2")],
        "other_end": [_wrong("return np.where(draws < 1 - rate, x, 0) / (1 - rate)")],
        "draws_returned": [_wrong("return np.where(draws < rate, 0, draws) / (1 - rate)")],
        "grown_too_little": [_wrong("return np.where(draws < rate, 0, x) * (1 + rate)")],
        "brackets": [_wrong("return np.where(draws < rate, 0, x / 1 - rate)")],
        "dropped_unchanged": [_wrong("return np.where(draws < rate, x, x / (1 - rate))")],
        "own_dice": [
            _wrong("return x * (np.random.default_rng(1).uniform(size=x.shape) >= rate) / (1 - rate)"),
            _wrong(
                "dice = np.random.default_rng(2).uniform(size=np.shape(x))\n    return np.where(dice < rate, 0, x) / (1 - rate)"
            ),
        ],
        "whole_sum_kept": [
            _wrong("kept = np.where(draws < rate, 0, x)\n    return kept * x.sum() / kept.sum()")
        ],
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
    check=own_dice_too(
        function_check(
            dropout,
            arguments=("x", "draws", "rate", "training"),
            cases=_cases,
            mistakes=MISTAKES,
            success="This is what `layers.Dropout(rate)` does; it throws the dice itself, new ones for each batch.",
        )
    ),
    equivalent={
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
