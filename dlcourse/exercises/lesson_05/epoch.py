"""Exercise 5.10: a sum where a mean belongs. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_05.epoch_mistakes import MISTAKES, epoch_cases, one_epoch

NUMPY = "import numpy as np"


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
        "last_batch_alone": [_fixed().replace("        w, b = w - ", "    w, b = w - ")],
        "averaged_and_divided": [
            _fixed("2 * np.mean(errors * some_x) / batch_size", "2 * np.mean(errors) / batch_size")
        ],
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
        "divided_by_32": [_fixed("2 * np.sum(errors * some_x) / 32", "2 * np.sum(errors) / 32")],
        "rate_shrinks": [
            _fixed(
                "2 * np.sum(errors * some_x)",
                "2 * np.sum(errors)",
                more="\n        learning_rate = learning_rate / batch_size",
            ).replace("    for start", "    learning_rate = learning_rate / batch_size\n    for start"),
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)").replace(
                "        w, b =", "        learning_rate = learning_rate / batch_size\n        w, b ="
            ),
        ],
        "one_at_a_time": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)").replace(
                "    for start", "    batch_size = 1\n    for start"
            )
        ],
        "first_example_left_out": [_fixed().replace("range(0, len(x)", "range(1, len(x)")],
        "batches_too_short": [_fixed().replace("start + batch_size]", "start + batch_size - 1]")],
        "batches_too_long": [_fixed().replace("start + batch_size]", "start + batch_size + 1]")],
        "all_in_every_batch": [_fixed().replace("[start : start + batch_size]", "")],
        "rate_removed": [_fixed(rate="1"), _fixed().replace("learning_rate * ", "")],
        "sign_still_summed": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)")
            .replace("w - learning", "w + learning")
            .replace("b - learning", "b + learning"),
            _fixed("-2 * np.sum(errors * some_x)", "-2 * np.sum(errors)"),
        ],
        "median": [_fixed("2 * np.median(errors * some_x)", "2 * np.median(errors)")],
        "slopes_returned": [_fixed().replace("return w, b", "return w_slope, b_slope")],
        "divided_at_the_end": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)").replace(
                "return w, b", "return w / batch_size, b / batch_size"
            )
        ],
        "errors_averaged_first": [
            _fixed("2 * np.sum(errors * some_x)", "2 * np.sum(errors)").replace(
                "errors = w * some_x + b - some_y", "errors = np.mean(w * some_x + b - some_y)"
            )
        ],
        "divided_by_batches": [
            _fixed(
                "2 * np.sum(errors * some_x) / (len(x) / batch_size)",
                "2 * np.sum(errors) / (len(x) / batch_size)",
            )
        ],
        "one_big_batch": [
            """
            def epoch(x, y, w, b, learning_rate, batch_size):
                errors = w * x + b - y
                return w - learning_rate * 2 * np.mean(errors * x), b - learning_rate * 2 * np.mean(errors)
            """
        ],
        "raised": [_fixed("2 * np.mean(errors * x)")],
        "returns_none": [_fixed().replace("    return w, b\n", "")],
        "wrong_value": [_fixed("3 * np.mean(errors * some_x)", "3 * np.mean(errors)")],
    },
    check=function_check(
        one_epoch,
        arguments=("x", "y", "w", "b", "learning_rate", "batch_size"),
        cases=epoch_cases,
        rtol=1e-4,
        mistakes=MISTAKES,
        success="A mean asks what the batch says on average, so the same learning rate fits batches of every size, the smaller last one included.",
    ),
    equivalent={},
    hints=(
        "The learning rate stays the same. What gets larger when the batch gets larger?",
        "Look at the two lines that end in a slope. The loss is a *mean* over the examples of the batch.",
        "        w_slope = 2 * np.___(errors * some_x)\n        b_slope = 2 * np.___(errors)",
    ),
)
