"""What exercise 3.5 is compared with, on which rows, and the mistakes people make in a leaky ReLU's slope."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake, show
from dlcourse.exercises.lesson_03.errors import LIST_OF_FIRST, NOT_DIVIDED, POSITIONS, ROW_FOR_EACH


def leaky_slopes(z: np.ndarray, leak: float) -> np.ndarray:
    """The reference of exercise 3.5."""
    return np.where(np.asarray(z) > 0, 1.0, leak)


def off_the_corner(rng: np.random.Generator) -> list[tuple]:
    """A number on each side; several; a leak of 0 (ReLU itself); all on one side; one between 0 and the leak; random ones, none near 0."""
    fixed = [([3.0, -2.0], 0.1), ([-0.5, 0.5, -4.0], 0.2), ([2.0, -3.0, 0.25], 0.0), ([-1.0, -6.0], 0.3), ([4.0, 7.0], 0.3), ([0.25, -1.0], 0.5)]  # fmt: skip
    random = [
        (rng.uniform(0.2, 5, size=n).round(1) * rng.choice([-1, 1], size=n), float(leak))
        for n, leak in ((5, 0.05), (6, 0.4), (4, 0.01))
    ]
    return [(np.array(row), leak) for row, leak in fixed] + random


MISTAKES = {
    "value_for_slope": Mistake(
        lambda z, leak: np.where(z > 0, z, leak * z),
        "For {inputs} you return {got}: the *values* of the leaky ReLU. Its slope says how much the value grows when "
        "z grows by 1. Does that depend on how far z is from 0?",
    ),
    "sides_exchanged": Mistake(
        lambda z, leak: np.where(z > 0, leak, 1.0),
        "For {inputs} you return {got}: the leak stands on the wrong side. Above 0 everything passes, below 0 little does.",
    ),
    "leak_forgotten": Mistake(
        lambda z, leak: (z > 0).astype(float),
        "For {inputs} you return {got}: that is the slope of the plain ReLU, level below 0. With a leak of "
        "{leak} the line below 0 still climbs.",
    ),
    "one_everywhere": Mistake(
        lambda z, leak: np.ones(len(z)),
        "For {inputs} you return {got}: slope 1 everywhere is that of a straight line, without a bend. Below 0 it is "
        "flatter.",
    ),
    "leak_everywhere": Mistake(
        lambda z, leak: np.full(len(z), leak),
        "For {inputs} you return {got}: the leak everywhere. Above 0 one more in z is one more in the value.",
    ),
    "leak_times_z": Mistake(
        lambda z, leak: np.where(z > 0, 1, leak * z),
        "For {inputs} you return {got}. Above 0 that is right. Below 0 you give the *value*, leak * z; when z grows "
        "by 1, how much does that grow?",
    ),
    "z_above": Mistake(
        lambda z, leak: np.where(z > 0, z, leak),
        "For {inputs} you return {got}. Below 0 that is right. Above 0 you give the *value*, z; when z grows by 1, how much "
        "does that grow?",
    ),
    "z_below": Mistake(
        lambda z, leak: np.where(z > 0, 1, z),
        "For {inputs} you return {got}: below 0 stands z itself. The slope there is the same, however far z is from 0.",
    ),
    "relu_itself": Mistake(
        lambda z, leak: np.maximum(0, z),
        "For {inputs} you return {got}: the values of ReLU. Asked are slopes, and of a ReLU with a leak.",
    ),
    "z_itself": Mistake(
        lambda z, leak: z,
        "For {inputs} you return {got}, what came in. A slope says how much the value grows when z grows by 1.",
    ),
    "minus_leak": Mistake(
        lambda z, leak: np.where(z > 0, 1, -leak),
        "For {inputs} you return {got}: a slope below 0 means that the line falls. On the left it climbs, too, "
        "if slowly: from -2 * leak at z = -2 to -1 * leak at z = -1.",
    ),
    "minus_one": Mistake(
        lambda z, leak: np.sign(z),
        "For {inputs} you return {got}: the *sign* of z. That is the slope of the absolute value, which falls on the left. "
        "This line climbs there, by the leak.",
    ),
    "signed_leak": Mistake(
        lambda z, leak: np.sign(z) * leak,
        "For {inputs} you return {got}: the leak on both sides, with the sign of z. Above 0 nothing leaks, and below 0 the line "
        "still climbs.",
    ),
    "leak_on_top": Mistake(
        lambda z, leak: (z > 0) + leak,
        "For {inputs} you return {got}: above 0 the leak is added to the 1. Each side has a slope of its own.",
    ),
    "less_leak": Mistake(
        lambda z, leak: np.where(z > 0, 1 - leak, leak),
        "For {inputs} you return {got}: above 0 the leak is taken away. Nothing leaks there.",
    ),
    "one_less_leak": Mistake(
        lambda z, leak: np.where(z > 0, 1, 1 - leak),
        "For {inputs} you return {got}: below 0 you give what is kept back, 1 - leak. Asked is what comes through.",
    ),
    "fixed_fifth": Mistake(
        lambda z, leak: np.where(z > 0, 1, 0.2),
        "For {inputs} you return {got}: a fixed 0.2. How much leaks comes in as `leak`.",
    ),
    "fixed_tenth": Mistake(
        lambda z, leak: np.where(z > 0, 1, 0.1),
        "For {inputs} you return {got}: a fixed 0.1. How much leaks comes in as `leak`.",
    ),
    "fixed_hundredth": Mistake(
        lambda z, leak: np.where(z > 0, 1, 0.01),
        "For {inputs} you return {got}: a fixed 0.01. How much leaks comes in as `leak`.",
    ),
    "corner_at_one": Mistake(
        lambda z, leak: np.where(z > 1, 1, leak),
        "For {inputs} you return {got}: 0.5 is treated as if it were below 0. The corner is at 0.",
    ),
    "first_only": Mistake(
        lambda z, leak: 1.0 if z[0] > 0 else leak,
        lambda seen: (
            f"For {len(seen.inputs['z'])} numbers you return one, {show(seen.got)}: the slope at the first. Does "
            "a loop `return` before it has seen the others?"
        ),
    ),
    "last_only": Mistake(
        lambda z, leak: 1.0 if z[-1] > 0 else leak,
        lambda seen: (
            f"For {len(seen.inputs['z'])} numbers you return one, {show(seen.got)}: the slope at the last. What keeps those "
            "before it?"
        ),
    ),
    "summed": Mistake(
        lambda z, leak: leaky_slopes(z, leak).sum(),
        "For {inputs} you return one number, {got}: the slopes added up. They stay a row.",
    ),
    "leak_times_all": Mistake(
        lambda z, leak: leak * z,
        "For {inputs} you return {got}: leak * z, the *value* below 0, for every z. Slopes are asked: one for each side.",
    ),
    "size_of_leak": Mistake(
        lambda z, leak: np.where(z > 0, 1, -leak * z),
        "For {inputs} you return {got}. Below 0 yours depends on how far z is from 0. A straight line has one slope.",
    ),
    "overwritten": Mistake(
        lambda z, leak: np.where(z > 0, 1.0, float(leak > 0)),
        "For {inputs} you return {got}. It looks as if the leaks were put in first and then, being above 0, replaced by 1. "
        "Ask for the sides before anything is changed.",
    ),
    "whole_numbers": Mistake(
        lambda z, leak: leaky_slopes(z, int(leak) if z[0] > 0 else leak),
        "For {inputs} you return {got}: the leak is cut to a whole number. An array made of 1 holds whole numbers; one "
        "made of 1.0 holds others, too.",
    ),
    "not_divided": Mistake(
        lambda z, leak: 0.001 * leaky_slopes(z, leak),
        NOT_DIVIDED,
    ),
    "not_divided_small": Mistake(lambda z, leak: 0.00001 * leaky_slopes(z, leak), NOT_DIVIDED),
    "list_of_first": Mistake(lambda z, leak: leaky_slopes(z, leak)[:1], LIST_OF_FIRST),
    "positions": Mistake(lambda z, leak: leaky_slopes(np.arange(len(z)), leak), POSITIONS),
    "corner_at_leak": Mistake(
        lambda z, leak: np.where(z > leak, 1, leak),
        "For {inputs} you return {got}: z = 0.25 is treated as if it were below 0. `leak` says how steep the left side is, not where it "
        "ends.",
    ),
    "arguments_exchanged": Mistake(
        lambda z, leak: np.where(leak > 0, 1, z),
        "For {inputs} you return {got}: it looks as if `z` and `leak` have changed places. In which order does the function take them?",
    ),
    "fifth_of_z": Mistake(
        lambda z, leak: np.where(z > 0, 1, z / 5),
        "For {inputs} you return {got}. Above 0 that is right. Below 0 stands a fifth of z, a *value*, and a fixed leak. How much is let "
        "through comes in as `leak`, and how far z is from 0 changes no slope.",
    ),
    "values_with_a_fifth": Mistake(
        lambda z, leak: np.where(z > 0, z, z / 5),
        "For {inputs} you return {got}: *values*, as in the table. Its slope says how much the value grows when z grows by 1, and how much "
        "leaks comes in as `leak`.",
    ),
    "larger_of_leak": Mistake(
        lambda z, leak: np.maximum(z, leak),
        "For {inputs} you return {got}: the larger of z and the leak. Below 0 that is the slope, by chance; above 0 it is z itself. There, "
        "when z grows by 1, how much does the value grow?",
    ),
    "two_slopes": Mistake(
        lambda z, leak: [1, leak],
        "For {inputs} you return {got}, always two numbers. These are the two slopes there are; asked is the right one of them for each "
        "number of `z`.",
    ),
    "leak_alone": Mistake(
        lambda z, leak: leak,
        "For {inputs} you return one number, {got}. Asked is a slope for each number of `z`: the leak for some of them, for others "
        "another.",
    ),
    "row_for_each": Mistake(lambda z, leak: [leaky_slopes(z, leak)] * len(z), ROW_FOR_EACH),
    "one_over_leak": Mistake(
        lambda z, leak: np.where(z > 0, 1, 1 / leak),
        "For {inputs} you return {got}: 1 divided by the leak, a line steeper than on the right. Which part of what is below 0 comes "
        "through?",
    ),
    "sigmoid_rule": Mistake(
        lambda z, leak: np.maximum(z, leak * z) * (1 - np.maximum(z, leak * z)),
        "For {inputs} you return {got}: a * (1 - a) is the sigmoid's rule, and -6 would be a line that falls. Here are two straight "
        "lines: how steep is each?",
    ),
    "nothing_below": Mistake(
        lambda z, leak: np.where(z > 0, leak, 0),
        "For {inputs} you return {got}: the leak above 0, nothing below. What comes through above 0, and what below?",
    ),
    "nothing_above": Mistake(
        lambda z, leak: np.where(z > 0, 0, leak),
        "For {inputs} you return {got}. Below 0 that is right. Above 0 everything passes: when z grows by 1, by how much does the value?",
    ),
}
