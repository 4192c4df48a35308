"""What exercise 5.10 is tried on, what people do to the epoch in place of mending it, and what to say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_05.epoch_slips import slips


def one_epoch(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    """The reference of exercise 5.10: one epoch of mini-batches, in the order of the data."""
    return _epoch(lambda e, x, size, n: (np.mean(2 * e * x), np.mean(2 * e)))(
        x, y, w, b, learning_rate, batch_size
    )


def _epoch(slopes: Callable, rate_for: Callable[[float], float] = float) -> Callable:
    """An epoch with other slopes, `slopes(errors, x, batch_size, examples)`: right or a mistake."""

    def behaviour(
        x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
    ) -> tuple:
        for start in range(0, len(x), batch_size):
            some = slice(start, start + batch_size)
            errors = w * x[some] + b - y[some]
            w_slope, b_slope = slopes(errors, x[some], batch_size, len(x))
            w, b = w - rate_for(learning_rate) * w_slope, b - rate_for(learning_rate) * b_slope
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


def _slices(more: int) -> Callable:
    """An epoch whose batches hold `more` examples than they should."""

    def behaviour(
        x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
    ) -> tuple:
        for start in range(0, len(x), batch_size):
            some = slice(start, start + batch_size + more)
            with np.errstate(all="ignore"):
                errors = w * x[some] + b - y[some]
                slopes = (
                    np.sum(2 * errors * x[some]) / np.float64(len(errors)),
                    np.sum(2 * errors) / np.float64(len(errors)),
                )
            w, b = w - learning_rate * slopes[0], b - learning_rate * slopes[1]
        return float(w), float(b)

    return behaviour


def _all_in_every_batch(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    for _ in range(0, len(x), batch_size):
        w, b = one_epoch(x, y, w, b, learning_rate, len(x))
    return w, b


def _rate_shrinks(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    for start in range(0, len(x), batch_size):
        some = slice(start, start + batch_size)
        learning_rate = learning_rate / batch_size
        w, b = _SUMMED(x[some], y[some], w, b, learning_rate, batch_size)
    return w, b


def _slopes_returned(
    x: np.ndarray, y: np.ndarray, w: float, b: float, learning_rate: float, batch_size: int
) -> tuple:
    last = (len(x) - 1) // batch_size * batch_size
    w, b = one_epoch(x[:last], y[:last], w, b, learning_rate, batch_size)
    errors = w * x[last:] + b - y[last:]
    return float(np.mean(2 * errors * x[last:])), float(np.mean(2 * errors))


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


MISTAKES = slips(_epoch) | {
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
        "For batches of 2 you are right. For {inputs} you have {got}: half of the sums, however many examples there are (by dividing by 2, or by "
        "taking the factor 2 away, which belongs to the square). What should a sum of three be divided by?",
    ),
    "cut_off": Mistake(
        _epoch(lambda e, x, size, n: (np.clip(np.sum(2 * e * x), -1, 1), np.clip(np.sum(2 * e), -1, 1))),
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
    "divided_by_32": Mistake(
        _epoch(lambda e, x, size, n: (np.sum(2 * e * x) / 32, np.sum(2 * e) / 32)),
        "For {inputs} you have {got}: everything is divided by 32, also with 2 examples in a batch. What should the divisor be, batch by batch?",
    ),
    "rate_shrinks": Mistake(
        _rate_shrinks,
        "For {inputs} you have {got}: in every turn of the loop the learning rate is divided *again*. The first batch gets a small rate, the last hardly any. What should it depend on?",
    ),
    "one_at_a_time": Mistake(
        lambda x, y, w, b, rate, size: one_epoch(x, y, w, b, rate, 1),
        "For {inputs} you have {got}: batches of one example, whatever is asked. That hides the fault and takes away the batches. Asked are batches of {batch_size}.",
    ),
    "first_example_left_out": Mistake(
        lambda x, y, w, b, rate, size: one_epoch(x[1:], y[1:], w, b, rate, size),
        "For {inputs} you have {got}: the means are right; but now the first example is in no batch. The first number of `range` was right.",
    ),
    "batches_too_short": Mistake(
        _slices(-1),
        "For {inputs} you have {got}: the means are right; but now each batch is one example short. `x[a:b]` leaves out `b` by itself.",
    ),
    "batches_too_long": Mistake(
        _slices(1),
        "For {inputs} you have {got}: the means are right; but now each batch takes the first example of the next one, too. `x[a:b]` goes up to, not including, `b`.",
    ),
    "all_in_every_batch": Mistake(
        _all_in_every_batch,
        "For {inputs} you have {got}: the means are right; but every step now asks all examples. What did `[start : start + batch_size]` pick out?",
    ),
    "rate_removed": Mistake(
        _epoch(lambda e, x, size, n: (np.mean(2 * e * x), np.mean(2 * e)), lambda rate: 1.0),
        "For {inputs} you have {got}: the means are right; but the learning rate got lost.",
    ),
    "sign_still_summed": Mistake(
        _epoch(lambda e, x, size, n: (-np.sum(2 * e * x), -np.sum(2 * e))),
        "For {inputs} you have {got}: now it climbs. The signs were right; the step is too *long*. Which lines decide how long it is?",
    ),
    "median": Mistake(
        _epoch(lambda e, x, size, n: (2 * np.median(e * x), 2 * np.median(e))),
        "For {inputs} you have {got}: the *median*, the example in the middle. The loss is another kind of average of the batch: which?",
    ),
    "slopes_returned": Mistake(
        _slopes_returned,
        "For {inputs} you have {got}: the slopes of the last batch. The last line was right: asked are w and b.",
    ),
    "divided_at_the_end": Mistake(
        lambda x, y, w, b, rate, size: tuple(v / size for v in _SUMMED(x, y, w, b, rate, size)),
        "For {inputs} you have {got}: w and b themselves are divided, at the end. By then every step was too long. What is too large *before* the step?",
    ),
    "errors_averaged_first": Mistake(
        _epoch(lambda e, x, size, n: (2 * np.sum(np.mean(e) * x), 2 * np.mean(e))),
        "For {inputs} you have {got}: the errors became one mean error, which is then multiplied by every x. Each error belongs to its own x. In which two lines does the sum stand?",
    ),
    "divided_by_batches": Mistake(
        _epoch(lambda e, x, size, n: (np.sum(2 * e * x) / (n / size), np.sum(2 * e) / (n / size))),
        "For {inputs} you have {got}: you divide by the number of *batches*. How many numbers went into this sum?",
    ),
    "one_big_batch": Mistake(
        lambda x, y, w, b, rate, size: one_epoch(x, y, w, b, rate, len(x)),
        "For {inputs} you have {got}: one step with all examples. The loop over the batches was right; what it does with each batch is not.",
    ),
}
