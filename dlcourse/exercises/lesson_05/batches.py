"""Exercises 5.9 to 5.11: how many updates, a sum where a mean belongs, why small batches are noisy. Declarations only."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, choice_check, function_check, show

NUMPY = "import numpy as np"


def updates(examples: int, batch_size: int, epochs: int) -> int:
    """The reference of exercise 5.9."""
    return -(-examples // batch_size) * epochs


def update_cases(rng: np.random.Generator) -> list[tuple]:
    """A rest; no rest; a batch larger than the data; one example at a time; then any, large ones among them."""
    small = [(10, 4, 2), (12, 4, 3), (5, 8, 3), (7, 1, 2), (9, 9, 4)]
    big = [(60_000, 128, 5), (342, 32, 10)]
    return small + big + [tuple(map(int, rng.integers((20, 2, 2), (500, 40, 9)))) for _ in range(4)]


UPDATES = Exercise(
    id="5.9",
    title="How many updates?",
    kind="function",
    starter="""
        def updates(examples, batch_size, epochs):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def updates(examples, batch_size, epochs):
            batches = examples // batch_size
            if examples % batch_size > 0:
                batches = batches + 1
            return batches * epochs
        """,
        "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) * epochs",
        """
        def updates(examples, batch_size, epochs):
            count = 0
            for epoch in range(epochs):
                for start in range(0, examples, batch_size):
                    count += 1
            return count
        """,
        "def updates(examples, batch_size, epochs):\n    return np.ceil(examples / batch_size) * epochs",
        "updates = lambda n, size, epochs: (n + size - 1) // size * epochs",
    ),
    wrong={
        "last_batch_dropped": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs",
            "def updates(examples, batch_size, epochs):\n    return int(examples / batch_size) * epochs",
        ],
        "dropped_at_the_end": [
            "def updates(examples, batch_size, epochs):\n    return int(examples / batch_size * epochs)"
        ],
        "parts_of_a_batch": [
            "def updates(examples, batch_size, epochs):\n    return examples / batch_size * epochs"
        ],
        "rest_carried_over": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples * epochs / batch_size)"
        ],
        "epochs_forgotten": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size)"
        ],
        "epochs_forgotten_and_dropped": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size"
        ],
        "epochs_for_updates": ["def updates(examples, batch_size, epochs):\n    return epochs"],
        "every_example": ["def updates(examples, batch_size, epochs):\n    return examples * epochs"],
        "always_one_more": [
            "def updates(examples, batch_size, epochs):\n    return (examples // batch_size + 1) * epochs"
        ],
        "one_more_in_all": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs + 1"
        ],
        "rounded": [
            "def updates(examples, batch_size, epochs):\n    return round(examples / batch_size) * epochs"
        ],
        "upside_down": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(batch_size / examples) * epochs"
        ],
        "batch_size_multiplied": [
            "def updates(examples, batch_size, epochs):\n    return batch_size * epochs"
        ],
        "divided_by_epochs": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) / epochs"
        ],
        "epochs_added": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) + epochs"
        ],
        "rest_multiplied": [
            "def updates(examples, batch_size, epochs):\n    return (examples // batch_size + examples % batch_size) * epochs"
        ],
        "examples_alone": ["def updates(examples, batch_size, epochs):\n    return examples"],
        "share_of_an_epoch": ["def updates(examples, batch_size, epochs):\n    return examples / batch_size"],
        "divided_by_both": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / (batch_size * epochs))"
        ],
        "rest_added": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size * epochs + examples % batch_size"
        ],
        "one_epoch_less": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) * (epochs - 1)"
        ],
        "at_least_one": [
            "def updates(examples, batch_size, epochs):\n    return max(1, examples // batch_size) * epochs"
        ],
        "power": [
            "import math\n\ndef updates(examples, batch_size, epochs):\n    return math.ceil(examples / batch_size) ** epochs"
        ],
        "one_for_each_epoch": [
            "def updates(examples, batch_size, epochs):\n    return examples // batch_size + 1 * epochs"
        ],
        "rounded_at_the_end": [
            "def updates(examples, batch_size, epochs):\n    return round(examples / batch_size * epochs)"
        ],
        "rest_once": [
            """
            def updates(examples, batch_size, epochs):
                count = examples // batch_size * epochs
                if examples % batch_size:
                    count += 1
                return count
            """
        ],
        "returns_none": ["def updates(examples, batch_size, epochs):\n    print(examples // batch_size)"],
        "raised": [
            "def updates(examples, batch_size, epochs):\n    return mth.ceil(examples / batch_size) * epochs"
        ],
        "always_the_same": ["def updates(examples, batch_size, epochs):\n    return 18 * 3"],
        "wrong_value": [
            "def updates(examples, batch_size, epochs):\n    return -(-examples // batch_size) ** epochs"
        ],
    },
    check=function_check(
        updates,
        arguments=("examples", "batch_size", "epochs"),
        cases=update_cases,
        mistakes={
            "last_batch_dropped": Mistake(
                lambda n, size, epochs: n // size * epochs,
                "For {inputs} you return {got}: only full batches count. In each epoch {batch_size} and {batch_size} examples "
                "have had their turn, and some are left. They get an update, too.",
            ),
            "dropped_at_the_end": Mistake(
                lambda n, size, epochs: int(n / size * epochs),
                "For {inputs} you return {got}: the batches of all epochs in one heap, and the rest cut off. Every epoch ends with "
                "its own smaller batch.",
            ),
            "parts_of_a_batch": Mistake(
                lambda n, size, epochs: n / size * epochs,
                "For {inputs} you return {got}: a part of a batch counts as a part of an update. But an update happens or it does not: what "
                "becomes of the 2 examples left in each epoch?",
            ),
            "rest_carried_over": Mistake(
                lambda n, size, epochs: math.ceil(n * epochs / size),
                "For {inputs} you return {got}: the examples left at the end of an epoch are filled up from the next one. But an epoch ends "
                "with what is left. First the batches of *one* epoch.",
            ),
            "epochs_for_updates": Mistake(
                lambda n, size, epochs: epochs,
                "For {inputs} you return {got}: the epochs. An epoch is a trip through *all* examples, and every batch on the way makes an "
                "update.",
            ),
            "epochs_forgotten": Mistake(
                lambda n, size, epochs: -(-n // size),
                "For {inputs} you return {got}: the updates of one epoch, and they are right. There are {epochs} epochs.",
            ),
            "epochs_forgotten_and_dropped": Mistake(
                lambda n, size, epochs: n // size,
                "For {inputs} you return {got}: the full batches of one epoch. Two things are missing: the examples left over, and "
                "the other epochs.",
            ),
            "every_example": Mistake(
                lambda n, size, epochs: n * epochs,
                "For {inputs} you return {got}: an update for every *example*. Here {batch_size} of them share one.",
            ),
            "always_one_more": Mistake(
                lambda n, size, epochs: (n // size + 1) * epochs,
                "With a rest you are right. For {inputs} you return {got}: here nothing is left over, so there is no smaller batch.",
            ),
            "examples_alone": Mistake(
                lambda n, size, epochs: n,
                "For {inputs} you return {got}: the examples. How many of them share one update, and how often are all used?",
            ),
            "share_of_an_epoch": Mistake(
                lambda n, size, epochs: n / size,
                "For {inputs} you return {got}: the batches of one epoch, the last one counted in part. It is an update like the others; "
                "and there are {epochs} epochs.",
            ),
            "divided_by_both": Mistake(
                lambda n, size, epochs: math.ceil(n / (size * epochs)),
                "For {inputs} you return {got}: more epochs make *fewer* updates in your function. Each epoch brings as many again.",
            ),
            "rest_added": Mistake(
                lambda n, size, epochs: n // size * epochs + n % size,
                "For {inputs} you return {got}: the examples left over were added one by one. Those left in an epoch make *one* batch.",
            ),
            "one_epoch_less": Mistake(
                lambda n, size, epochs: -(-n // size) * (epochs - 1),
                "For {inputs} you return {got}: one epoch is missing.",
            ),
            "at_least_one": Mistake(
                lambda n, size, epochs: max(1, n // size) * epochs,
                "For {inputs} you return {got}: you have thought of data that fit into one batch, but not of the 2 examples left over here.",
            ),
            "power": Mistake(
                lambda n, size, epochs: (-(-n // size)) ** epochs,
                "For {inputs} you return {got}: `**` is a power. Each epoch *adds* as many updates again.",
            ),
            "one_for_each_epoch": Mistake(
                lambda n, size, epochs: n // size + epochs,
                "For {inputs} you return {got}: the full batches count once, and one more for each epoch. All batches come back in every "
                "epoch: mind the brackets.",
            ),
            "rounded_at_the_end": Mistake(
                lambda n, size, epochs: round(n / size * epochs),
                "For {inputs} you return {got}: the batches of all epochs in one heap, then rounded. Every epoch ends with its own smaller "
                "batch.",
            ),
            "rest_once": Mistake(
                lambda n, size, epochs: n // size * epochs + (n % size > 0),
                "For {inputs} you return {got}: the smaller batch counts once. It comes at the end of *each* epoch.",
            ),
            "one_more_in_all": Mistake(
                lambda n, size, epochs: n // size * epochs + 1,
                "For {inputs} you return {got}: one more in all. The smaller batch comes at the end of *each* epoch, if anything is left.",
            ),
            "rounded": Mistake(
                lambda n, size, epochs: round(n / size) * epochs,
                "For {inputs} you return {got}: 10 / 4 = 2.5 is *rounded*. A rest is an update however small it is: always up.",
            ),
            "upside_down": Mistake(
                lambda n, size, epochs: math.ceil(size / n) * epochs,
                "For {inputs} you return {got}: the batch size divided by the examples. How many times does one fit into the other?",
            ),
            "batch_size_multiplied": Mistake(
                lambda n, size, epochs: size * epochs,
                "For {inputs} you return {got}: the batch size times the epochs. The batch size says how many examples share an update; "
                "larger batches make *fewer* updates.",
            ),
            "divided_by_epochs": Mistake(
                lambda n, size, epochs: -(-n // size) / epochs,
                "For {inputs} you return {got}: more epochs make *fewer* updates in your function. Each epoch brings as many again.",
            ),
            "epochs_added": Mistake(
                lambda n, size, epochs: -(-n // size) + epochs,
                "For {inputs} you return {got}: the updates of one epoch *plus* the epochs. Each epoch brings as many again.",
            ),
            "rest_multiplied": Mistake(
                lambda n, size, epochs: (n // size + n % size) * epochs,
                "For {inputs} you return {got}: each example left over makes an update of its own. Those left make one batch together.",
            ),
        },
        success="Batches of one epoch, rounded up (Keras counts them in front of its progress bar), times the epochs.",
    ),
    equivalent={},
    hints=(
        "First one epoch: how many batches does it take until every example has been used?",
        "Whole batches are `examples // batch_size`. `examples % batch_size` is what is left; if it is above 0, there is one batch more.",
        "    batches = examples // batch_size\n    if examples % ___ > 0:\n        batches = batches + ___\n    return batches * ___",
    ),
)


def one_epoch(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    """The reference of exercise 5.10: one epoch of mini-batches, in the order of the data."""
    return _epoch(lambda e, x, size, n: (np.mean(2 * e * x), np.mean(2 * e)))(
        x, y, w, b, learning_rate, batch_size
    )


def _epoch(slopes: Callable) -> Callable:
    """An epoch with other slopes, `slopes(errors, x, batch_size, examples)`: right or a mistake."""

    def behaviour(
        x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
    ) -> tuple:
        for start in range(0, len(x), batch_size):
            some = slice(start, start + batch_size)
            errors = w * x[some] + b - y[some]
            w_slope, b_slope = slopes(errors, x[some], batch_size, len(x))
            w, b = w - learning_rate * w_slope, b - learning_rate * b_slope
        return float(w), float(b)

    return behaviour


def _last_dropped(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    full = len(x) // batch_size * batch_size
    return one_epoch(x[:full], y[:full], w, b, learning_rate, batch_size)


def _b_after_w(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    for start in range(0, len(x), batch_size):
        some = slice(start, start + batch_size)
        w = w - learning_rate * np.mean(2 * (w * x[some] + b - y[some]) * x[some])
        b = b - learning_rate * np.mean(2 * (w * x[some] + b - y[some]))
    return float(w), float(b)


def _target_for_input(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    for start in range(0, len(x), batch_size):
        some = slice(start, start + batch_size)
        errors = w * x[some] + b - y[some]
        w, b = w - learning_rate * np.mean(2 * errors * y[some]), b - learning_rate * np.mean(2 * errors)
    return float(w), float(b)


def _overlapping(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    for start in range(len(x)):
        some = slice(start, start + batch_size)
        w, b = one_epoch(x[some], y[some], w, b, learning_rate, batch_size)
    return w, b


_SUMMED = _epoch(lambda e, x, size, n: (np.sum(2 * e * x), np.sum(2 * e)))


def epoch_cases(rng: np.random.Generator) -> list[tuple]:
    """Two full batches; a rest; batches of one; all in one batch; then any."""
    small = [
        (np.array([1.0, 2.0, 1.0, 3.0]), np.array([2.0, 3.0, 2.0, 5.0]), 1.0, 0.0, 0.1, 2),
        (np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 5.0]), 1.0, 0.0, 0.1, 2),
        (np.array([1.0, 2.0]), np.array([2.0, 3.0]), 1.0, 0.5, 0.1, 1),
        (np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 5.0]), 0.0, 0.0, 0.05, 8),
    ]
    return small + [
        (rng.normal(size=n).round(1), rng.normal(size=n).round(1), 0.5, -0.5, rate, size)
        for n, rate, size in ((7, 0.05, 3), (9, 0.1, 4), (6, 0.2, 3))
    ]


def _fixed(
    w: str = "2 * np.mean(errors * some_x)",
    b: str = "2 * np.mean(errors)",
    more: str = "",
    rate: str = "learning_rate",
) -> str:
    return f"""
def epoch(x, y, w, b, learning_rate, batch_size):
    for start in range(0, len(x), batch_size):
        some_x = x[start : start + batch_size]
        some_y = y[start : start + batch_size]
        errors = w * some_x + b - some_y
        w_slope = {w}
        b_slope = {b}
        w, b = w - {rate} * w_slope, b - {rate} * b_slope{more}
    return w, b
"""


FIND_THE_BUG = Exercise(
    id="5.10",
    title="Fine with small batches",
    kind="bug",
    starter=_fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)"),
    setup=NUMPY,
    right=(
        _fixed(),
        _fixed("2 * np.sum(errors * some_x) / len(some_x)", "2 * np.sum(errors) / len(errors)"),
        _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)", rate="learning_rate / len(errors)"),
        """
        def epoch(x, y, w, b, learning_rate, batch_size):
            while len(x) > 0:
                errors = w * x[:batch_size] + b - y[:batch_size]
                w_slope = (2 * errors * x[:batch_size]).mean()
                b_slope = (2 * errors).mean()
                w = w - learning_rate * w_slope
                b = b - learning_rate * b_slope
                x, y = x[batch_size:], y[batch_size:]
            return [w, b]
        """,
    ),
    wrong={
        "still_summed": [
            _fixed("(2 * errors * some_x).sum()", "(2 * errors).sum()"),
            _fixed("2 * errors @ some_x", "2 * sum(errors)"),
        ],
        "divided_by_batch_size": [
            _fixed("2 * np.sum(errors * some_x) / batch_size", "2 * np.sum(errors) / batch_size"),
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)", rate="learning_rate / batch_size"),
        ],
        "divided_by_all": [
            _fixed("2 * np.sum(errors * some_x) / len(x)", "2 * np.sum(errors) / len(x)"),
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)", rate="learning_rate / len(x)"),
        ],
        "only_w_mended": [_fixed(b="2 * np.sum(errors)")],
        "only_b_mended": [_fixed("2 * np.sum(errors * some_x)")],
        "factor_2_lost": [_fixed("np.mean(errors * some_x)", "np.mean(errors)")],
        "divided_twice": [
            _fixed("2 * np.mean(errors * some_x) / len(some_x)", "2 * np.mean(errors) / len(some_x)")
        ],
        "sign": [_fixed("-2 * np.mean(errors * some_x)", "-2 * np.mean(errors)")],
        "means_multiplied": [_fixed("2 * np.mean(errors) * np.mean(some_x)")],
        "last_batch_dropped": [
            _fixed().replace("range(0, len(x), batch_size)", "range(0, len(x) - batch_size + 1, batch_size)")
        ],
        "b_from_the_new_w": [
            """
            def epoch(x, y, w, b, learning_rate, batch_size):
                for start in range(0, len(x), batch_size):
                    some_x = x[start : start + batch_size]
                    some_y = y[start : start + batch_size]
                    w = w - learning_rate * 2 * np.mean((w * some_x + b - some_y) * some_x)
                    b = b - learning_rate * 2 * np.mean(w * some_x + b - some_y)
                return w, b
            """
        ],
        "rate_a_tenth": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)", rate="0.1 * learning_rate")
        ],
        "rate_a_hundredth": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)", rate="learning_rate / 100")
        ],
        "always_divided_by_two": [_fixed("np.sum(errors * some_x)", "np.sum(errors)")],
        "cut_off": [
            _fixed("np.clip(2 * np.sum(errors * some_x), -1, 1)", "np.clip(2 * np.sum(errors), -1, 1)")
        ],
        "input_lost": [_fixed("2 * np.mean(errors)")],
        "b_times_input": [_fixed(b="2 * np.mean(errors * some_x)")],
        "target_for_input": [_fixed("2 * np.mean(errors * some_y)")],
        "overlapping_batches": [_fixed().replace("range(0, len(x), batch_size)", "range(len(x))")],
        "first_batch_only": [_fixed(more="\n        return w, b")],
        "one_big_batch": [
            """
            def epoch(x, y, w, b, learning_rate, batch_size):
                errors = w * x + b - y
                return w - learning_rate * 2 * np.mean(errors * x), b - learning_rate * 2 * np.mean(errors)
            """
        ],
        "raised": [_fixed("2 * np.mean(errors * x)")],
        "returns_none": [_fixed().replace("    return w, b\n", "")],
        "wrong_value": [_fixed("2 * np.median(errors * some_x)", "2 * np.median(errors)")],
    },
    check=function_check(
        one_epoch,
        arguments=("x", "y", "w", "b", "learning_rate", "batch_size"),
        cases=epoch_cases,
        rtol=1e-4,
        mistakes={
            "still_summed": Mistake(
                _SUMMED,
                lambda seen: (
                    f"After an epoch in batches of {seen.inputs['batch_size']} you have (w, b) = {show(seen.got)}, as before. Look at "
                    "what a batch twice as large does to `w_slope`: twice as many numbers go into it. Should the slope double?"
                ),
            ),
            "divided_by_batch_size": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(2 * e * x) / size, np.sum(2 * e) / size)),
                lambda seen: (
                    f"For {len(seen.inputs['x'])} examples in batches of {seen.inputs['batch_size']} you have {show(seen.got)}. Full "
                    "batches are right now. The last one is smaller, and you still divide by `batch_size`. How many examples are in it?"
                ),
            ),
            "divided_by_all": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(2 * e * x) / n, np.sum(2 * e) / n)),
                lambda seen: (
                    f"For {len(seen.inputs['x'])} examples in batches of {seen.inputs['batch_size']} you have {show(seen.got)}: you divide "
                    "by the number of *all* examples. Which ones went into this sum?"
                ),
            ),
            "only_w_mended": Mistake(
                _epoch(lambda e, x, size, n: (np.mean(2 * e * x), np.sum(2 * e))),
                "For {inputs} you have {got}: the slope for w is mended, the one for b is still a sum.",
            ),
            "only_b_mended": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(2 * e * x), np.mean(2 * e))),
                "For {inputs} you have {got}: the slope for b is mended, the one for w is still a sum.",
            ),
            "factor_2_lost": Mistake(
                _epoch(lambda e, x, size, n: (np.mean(e * x), np.mean(e))),
                "For {inputs} you have {got}. The means are there; on the way the factor 2 got lost.",
            ),
            "divided_twice": Mistake(
                _epoch(lambda e, x, size, n: (np.mean(2 * e * x) / len(e), np.mean(2 * e) / len(e))),
                "For {inputs} you have {got}: a mean, divided by the number of examples once more. `np.mean` has done that already.",
            ),
            "sign": Mistake(
                _epoch(lambda e, x, size, n: (-np.mean(2 * e * x), -np.mean(2 * e))),
                "For {inputs} you have {got}: now it climbs. The signs were right.",
            ),
            "means_multiplied": Mistake(
                _epoch(lambda e, x, size, n: (2 * np.mean(e) * np.mean(x), np.mean(2 * e))),
                "For {inputs} you have {got}: the mean error times the mean x. Each error belongs to its own x: multiply first, then average.",
            ),
            "last_batch_dropped": Mistake(
                _last_dropped,
                lambda seen: (
                    f"Full batches are right now. Of {len(seen.inputs['x'])} examples in batches of {seen.inputs['batch_size']} the last, "
                    f"smaller batch is not used any more: (w, b) = {show(seen.got)}."
                ),
            ),
            "b_from_the_new_w": Mistake(
                _b_after_w,
                "For {inputs} you have {got}. The means are right; but now b uses the errors of the *new* w. Both slopes first, then both steps.",
            ),
            "rate_a_tenth": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(0.2 * e * x), np.sum(0.2 * e))),
                "For {inputs} you have {got}. A smaller rate makes the explosion rarer, but a batch ten times as large brings it back: the "
                "slopes are still sums. What should not grow with the batch?",
            ),
            "rate_a_hundredth": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(0.02 * e * x), np.sum(0.02 * e))),
                "For {inputs} you have {got}. A smaller rate makes the explosion rarer, but a batch a hundred times as large brings it "
                "back: the slopes are still sums. What should not grow with the batch?",
            ),
            "always_divided_by_two": Mistake(
                _epoch(lambda e, x, size, n: (np.sum(e * x), np.sum(e))),
                "For batches of 2 you are right. For {inputs} you have {got}: the sum is divided by 2, however many examples there are.",
            ),
            "cut_off": Mistake(
                _epoch(
                    lambda e, x, size, n: (np.clip(np.sum(2 * e * x), -1, 1), np.clip(np.sum(2 * e), -1, 1))
                ),
                "For {inputs} you have {got}. Cutting the slopes off stops the explosion, and hides its cause: they still grow with the "
                "number of examples.",
            ),
            "input_lost": Mistake(
                _epoch(lambda e, x, size, n: (np.mean(2 * e), np.mean(2 * e))),
                "For {inputs} you have {got}. The means are there; but in the slope for w, `some_x` got lost.",
            ),
            "b_times_input": Mistake(
                _epoch(lambda e, x, size, n: (np.mean(2 * e * x), np.mean(2 * e * x))),
                "For {inputs} you have {got}. The means are there; but the slope for b has nothing to do with `some_x`.",
            ),
            "target_for_input": Mistake(
                _target_for_input,
                "For {inputs} you have {got}. The means are there; but the errors are multiplied by the targets, where the inputs stood.",
            ),
            "overlapping_batches": Mistake(
                _overlapping,
                "For {inputs} you have {got}. The means are right; but each batch now begins one example after the last, so most examples "
                "are used several times. The third number of `range` was right.",
            ),
            "first_batch_only": Mistake(
                lambda x, y, w, b, rate, size: one_epoch(x[:size], y[:size], w, b, rate, size),
                "For {inputs} you have {got}: the first batch alone. Does the loop return too early?",
            ),
            "one_big_batch": Mistake(
                lambda x, y, w, b, rate, size: one_epoch(x, y, w, b, rate, len(x)),
                "For {inputs} you have {got}: one step with all examples. The loop over the batches was right; what it does with each batch is not.",
            ),
        },
        success="A mean asks what the batch says on average, so the same learning rate fits batches of every size, the smaller last one included.",
    ),
    equivalent={},
    hints=(
        "The learning rate stays the same. What gets larger when the batch gets larger?",
        "Look at the two lines that end in a slope. The loss is a *mean* over the examples of the batch.",
        "        w_slope = 2 * np.___(errors * some_x)\n        b_slope = 2 * np.___(errors)",
    ),
)

WHY_NOISE = Exercise(
    id="5.11",
    title="Uphill, although every step goes down",
    kind="choice",
    starter="...",
    right=('"c"', "'C)'"),
    wrong={
        "a_bug": ['"a"'],
        "rate_of_one": ['"b"'],
        "forgets_all": ['"d"'],
        "not_a_choice": ["4"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "a_bug",
                "The same lines of code ran with all 569 tumours in a batch, and there no update at all went up. What is different "
                "with one tumour?",
            ),
            "b": (
                "rate_of_one",
                "The rate was the same for all three, and with all tumours in a batch it never went up. So the rate alone can't be it: "
                "whose slope was measured?",
            ),
            "d": (
                "forgets_all",
                "If each update wiped out the ones before, the loss would not have fallen from epoch to epoch. It wavers around a low "
                "value. Downhill for whom is each step?",
            ),
        },
        success="One tumour's slope is a hint, right on average and often wrong. Averaging 32 hints takes most of the noise away.",
    ),
    hints=(
        "Each step goes down the slope that was measured. On which examples was it measured?",
        "The curve shows the loss over all tumours; the step looked at one.",
        "The step lowers the loss of ___ tumour; the curve shows the mean loss of ___ tumours.",
    ),
)
