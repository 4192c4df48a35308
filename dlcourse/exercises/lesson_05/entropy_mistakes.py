"""What people write in exercise 5.2 in place of cross-entropy, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake
from dlcourse.exercises.lesson_05.entropy_cases import (
    LEAST,
    MOST,
    binary_crossentropy,
    by_ones,
    class_by_class,
    each,
    halfway,
    halves,
    log_of_one,
    log_of_the_target,
    no,
    nothing,
    of_p,
    unclipped,
    without_brackets,
    yes,
)
from dlcourse.exercises.lesson_05.entropy_slips import SLIPS

_FOR = "For {inputs} you return {got}"

MISTAKES = SLIPS | {
    "log_of_zero": Mistake(
        unclipped(0.0, 1.0),
        "For ordinary probabilities you are right. For {inputs} you return {got}: somewhere stands the logarithm of "
        "0. `np.clip` in the first line keeps `p` away from 0 and 1; is it `p` that you use behind it?",
    ),
    "clipped_below_only": Mistake(
        unclipped(LEAST, 1.0),
        "For {inputs} you return {got}. You kept `p` away from 0; but `1 - p` is 0 where `p` is 1. Both ends need it.",
    ),
    "clipped_above_only": Mistake(
        unclipped(0.0, MOST),
        "For {inputs} you return {got}. You kept `p` away from 1; where it is 0, `log(p)` is minus infinity. Both "
        "ends need it.",
    ),
    "ones_only": Mistake(
        halves(yes, nothing),
        _FOR
        + ": only examples with target 1 count, the others add 0. A network that always says yes would be "
        "perfect. What does an example with target 0 add?",
    ),
    "zeros_only": Mistake(
        halves(nothing, no),
        _FOR + ": only examples with target 0 count. What does one with target 1 add?",
    ),
    "one_minus_forgotten": Mistake(
        halves(yes, yes),
        _FOR
        + ": every example counts -log(p), also where the target is 0. If p is the probability of *yes*, how "
        "probable did the network find *no*?",
    ),
    "minus_missing": Mistake(
        halves(np.log, lambda p: np.log(1 - p)),
        _FOR + ". The logarithm of a number below 1 is negative; a loss is positive. One sign is missing.",
    ),
    "minus_on_the_first_half": Mistake(
        halves(yes, lambda p: np.log(1 - p)),
        _FOR + ": the minus reaches the ones only; an example with target 0 *lowers* your loss, the more the "
        "wronger it is. The minus belongs before the whole bracket. Or is it `targets - 1`, where `1 - targets` belongs?",
    ),
    "minus_on_the_second_half": Mistake(
        halves(np.log, no),
        _FOR
        + ": an example with target 1 *lowers* your loss, the more the wronger it is. Between the two halves "
        "stands a plus, and the minus before both.",
    ),
    "base_10": Mistake(
        halves(lambda p: -np.log10(p), lambda p: -np.log10(1 - p)),
        _FOR
        + ", {expected} is expected. The pattern is right; `np.log10` is the logarithm to the base 10. The natural one is `np.log`.",
    ),
    "base_2": Mistake(
        halves(lambda p: -np.log2(p), lambda p: -np.log2(1 - p)),
        _FOR
        + ", {expected} is expected. The pattern is right; `np.log2` is the logarithm to the base 2. The natural one is `np.log`.",
    ),
    "mean_forgotten": Mistake(
        halves(yes, no, np.sum),
        _FOR
        + ": the *sum* over the examples. With twice as many it would be twice as large; asked is the mean.",
    ),
    "each_alone": Mistake(
        halves(yes, no, lambda each: each),
        _FOR + ": what each example counts, and each is right. A loss is one number: their mean.",
    ),
    "halves_exchanged": Mistake(
        halves(no, yes),
        _FOR + ": the two halves are exchanged. Where the target is 1, the loss must fall as p *rises*.",
    ),
    "arguments_exchanged": Mistake(
        lambda targets, probabilities: binary_crossentropy(probabilities, targets),
        _FOR
        + ": the logarithm is taken of the *targets*. It belongs to the probabilities; the targets only say "
        "which half counts.",
    ),
    "log_outside": Mistake(
        lambda targets, probabilities: (
            -np.log(np.mean(targets * probabilities + (1 - targets) * (1 - probabilities)))
        ),
        _FOR
        + ": first the mean of the probabilities, then one logarithm. Each example has its own: logarithm "
        "first, mean last.",
    ),
    "one_minus_log": Mistake(
        halves(yes, lambda p: -(1 - np.log(p))),
        _FOR
        + ": for target 0 you take 1 minus the logarithm. Asked is the logarithm *of* 1 - p: mind the brackets.",
    ),
    "no_logarithm": Mistake(
        lambda targets, probabilities: np.mean(np.abs(targets - probabilities)),
        _FOR
        + ": how far the probabilities are from the targets, without any logarithm. Then being certain and wrong costs hardly "
        "more than being in doubt.",
    ),
    "squared_error": Mistake(
        lambda targets, probabilities: np.mean((targets - probabilities) ** 2),
        _FOR + ": that is the mean squared error of the last exercise. Here the loss is a logarithm.",
    ),
    "decided_first": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets, (probabilities > 0.5).astype(float)),
        _FOR
        + ": the probabilities were turned into decisions first, so 0.51 counts like 0.99. The loss looks at "
        "the probabilities themselves.",
    ),
    "brackets_of_one_minus": Mistake(
        lambda targets, probabilities: without_brackets(targets, probabilities),
        _FOR
        + ". `1 - targets * np.log(...)` multiplies first and subtracts then. Put brackets around 1 - targets.",
    ),
    "zeros_formula_for_all": Mistake(
        halves(no, no),
        _FOR + ": every example counts -log(1 - p), also where the target is 1.",
    ),
    "two_signs_missing": Mistake(
        halves(np.log, np.log),
        _FOR
        + ": the mean of log(p). Two things are missing: the minus, and, where the target is 0, the probability "
        "of *no*.",
    ),
    "mean_of_probabilities": Mistake(
        halves(lambda p: -p, lambda p: -(1 - p)),
        _FOR + ": minus the mean probability of the right answers. Each of them wants its logarithm.",
    ),
    "last_only": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets[-1:], probabilities[-1:]),
        _FOR + ": the last example alone. What adds it to those before?",
    ),
    "last_over_n": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets[-1:], probabilities[-1:]) / len(targets),
        _FOR + ": only the last example counts. What adds it to those before?",
    ),
    "two_examples_only": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets, probabilities) * len(targets) / 2,
        "For two examples you are right. For {inputs} you return {got}: the sum is always divided by 2.",
    ),
    "log_of_the_target": Mistake(
        lambda targets, probabilities: log_of_the_target(targets, probabilities),
        _FOR
        + ". One of the logarithms is taken of a target, and log(0) times 0 is `nan`. Both belong to `p`.",
    ),
    "both_halves_for_all": Mistake(
        halves(lambda p: -np.log(p) - np.log(1 - p), lambda p: -np.log(p) - np.log(1 - p)),
        _FOR
        + ": both logarithms for every example. The target should switch one of them off: multiply one by "
        "the target, the other by 1 minus the target.",
    ),
    "three_examples_only": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets, probabilities) * len(targets) / 3,
        "For {inputs} you return {got}: the sum is divided by 3, as for the three rows of the table. How many examples are there this time?",
    ),
    "first_only": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets[:1], probabilities[:1]),
        "For {inputs} you return {got}: the first example alone. Does the loop return before it has seen the others?",
    ),
    "first_over_n": Mistake(
        lambda targets, probabilities: binary_crossentropy(targets[:1], probabilities[:1]) / len(targets),
        "For {inputs} you return {got}: only the first example counts. Does the loop return before it has seen the others?",
    ),
    "last_left_out": Mistake(
        lambda targets, probabilities: np.sum(each(targets, probabilities)[:-1]) / len(targets),
        "For {inputs} you return {got}: the last example is left out. `range(n)` ends before n by itself.",
    ),
    "ones_switch_both": Mistake(
        halves(lambda p: -np.log(p) - np.log(1 - p), nothing),
        "For {inputs} you return {got}: the targets stand before both logarithms, so an example with target 0 counts nothing. What is 1 for target 0, and 0 for target 1?",
    ),
    "zeros_switch_both": Mistake(
        halves(nothing, lambda p: -np.log(p) - np.log(1 - p)),
        "For {inputs} you return {got}: `1 - targets` stands before both logarithms, so an example with target 1 counts nothing. Which logarithm should it count?",
    ),
    "probabilities_for_targets": Mistake(
        of_p(lambda p: -np.mean(p * np.log(p) + (1 - p) * np.log(1 - p))),
        "For {inputs} you return {got}, and the same for any targets: `p` stands where they belong. What says which of the two logarithms counts?",
    ),
    "exponential": Mistake(
        halves(lambda p: -np.exp(p), lambda p: -np.exp(1 - p)),
        "For {inputs} you return {got}: `np.exp` is what the logarithm undoes. Which function is the logarithm?",
    ),
    "log_of_one": Mistake(
        lambda targets, probabilities: log_of_one(targets, probabilities),
        "For {inputs} you return {got}. `np.log(1) - p` takes the logarithm of 1, which is 0, and subtracts then. Of what should it be taken?",
    ),
    "log_of_one_in_brackets": Mistake(
        halves(yes, lambda p: p),
        "For {inputs} you return {got}. `np.log(1) - p` takes the logarithm of 1, which is 0, and subtracts then. Of what should it be taken?",
    ),
    "accuracy_returned": Mistake(
        lambda targets, probabilities: np.mean((probabilities > 0.5) == targets),
        "For {inputs} you return {got}: the share of right answers, which is no loss: it is large when things go well. How probable did the network find each right answer?",
    ),
    "median": Mistake(
        lambda targets, probabilities: np.median(each(targets, probabilities)),
        "For {inputs} you return {got}: the *median*, the example in the middle. Then a bad mistake has no say. Which word stands below the table?",
    ),
    "rounded_to_two": Mistake(
        lambda targets, probabilities: round(binary_crossentropy(targets, probabilities), 2),
        "For {inputs} you return {got}: rounded. Leave all digits; a small step downhill hides in them.",
    ),
    "rounded_to_three": Mistake(
        lambda targets, probabilities: round(binary_crossentropy(targets, probabilities), 3),
        "For {inputs} you return {got}: rounded. Leave all digits; a small step downhill hides in them.",
    ),
    "mean_of_the_first_half": Mistake(
        lambda targets, probabilities: halfway(targets, probabilities, 1),
        "For {inputs} you return {got}: the mean of the first half is taken, and the second half added example by example. Where does the bracket of `np.mean` close?",
    ),
    "mean_of_the_first_half_signed": Mistake(
        lambda targets, probabilities: halfway(targets, probabilities, -1),
        "For {inputs} you return {got}: the minus and the mean reach the first half only. Where does the bracket of `np.mean` close?",
    ),
    "target_in_the_logarithm": Mistake(
        lambda targets, probabilities: np.inf,
        "For {inputs} you return {got}, infinity, whatever the network says: somewhere stands the logarithm of 0, and it is not `p` that is 0. Is a *target* inside a logarithm? It belongs in front of one.",
    ),
    "divided_by_the_ones": Mistake(
        lambda targets, probabilities: by_ones(targets, probabilities),
        "For {inputs} you return {got}: the sum is divided by the number of *ones*. How many examples are in it?",
    ),
    "class_by_class": Mistake(
        class_by_class,
        _FOR + ": a mean over the ones plus a mean over the zeros. Asked is *one* mean over all examples.",
    ),
}
