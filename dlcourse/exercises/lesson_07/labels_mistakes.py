"""What people write in exercise 7.7 in place of the labels, and what to say."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Mistake

MISTAKES = {
    "column": Mistake(
        lambda p, threshold: (p > threshold).astype(int),
        "For {inputs} you return {got}: right decisions, as a *column*, each in a row of its own. Compared with a row of labels NumPy "
        "lays each on each (broadcasting), and makes a whole table of it. `[:, 0]` or `.ravel()` makes a row of a column.",
    ),
    "at_the_threshold": Mistake(
        lambda p, threshold: (p[:, 0] >= threshold).astype(int),
        "For {inputs} you return {got}. The second mail stands *exactly* at the threshold. Only what is above it is spam here.",
    ),
    "column_at_the_threshold": Mistake(
        lambda p, threshold: (p >= threshold).astype(int),
        "For {inputs} you return {got}. Two things: it is a column, `[:, 0]` makes a row of it; and a mail exactly at the threshold is not "
        "above it.",
    ),
    "always_half": Mistake(
        lambda p, threshold: (p[:, 0] > 0.5).astype(int),
        "For {inputs} you return {got}: you decide at 0.5, whatever `threshold` is. (`round` does so, too.)",
    ),
    "column_always_half": Mistake(
        lambda p, threshold: (p > 0.5).astype(int),
        "For {inputs} you return {got}: a column, decided at 0.5. Asked is a row, decided at `threshold`. (`round` knows no other limit than 0.5.)",
    ),
    "half_or_more": Mistake(
        lambda p, threshold: (p[:, 0] >= 0.5).astype(int),
        "For {inputs} you return {got}: you decide at 0.5, and count 0.5 itself as spam. Decide at `threshold`, and take only what is above.",
    ),
    "argmax": Mistake(
        lambda p, threshold: p.argmax(axis=1),
        "For {inputs} you return {got}: 0 for every mail. With `argmax`: it looks for the largest in each row, and with one number in a row "
        "that is always place 0. With `int`: it cuts off what stands behind the point. What does a comparison give?",
    ),
    "argmax_of_all": Mistake(
        lambda p, threshold: int(p.argmax()),
        "For {inputs} you return {got}, the place of the largest probability of all. Asked is a label for each mail.",
    ),
    "cut_off": Mistake(
        lambda p, threshold: p[:, 0].astype(int),
        "For {inputs} you return {got}. `int` cuts off what stands behind the point: 0.9 becomes 0. Compare with the threshold first.",
    ),
    "column_cut_off": Mistake(
        lambda p, threshold: p.astype(int),
        "For {inputs} you return {got}. `int` cuts off what stands behind the point: 0.9 becomes 0. Compare with the threshold first, "
        "and make a row of the column.",
    ),
    "reversed": Mistake(
        lambda p, threshold: (p[:, 0] < threshold).astype(int),
        "For {inputs} you return {got}: 1 where the probability of spam is *low*. The label 1 means spam.",
    ),
    "column_reversed": Mistake(
        lambda p, threshold: (p < threshold).astype(int),
        "For {inputs} you return {got}: a column, with 1 where the probability of spam is *low*. Asked is a row, with 1 for spam.",
    ),
    "up_to": Mistake(
        lambda p, threshold: (p[:, 0] <= threshold).astype(int),
        "For {inputs} you return {got}: 0 and 1 are exchanged. The label 1 means spam.",
    ),
    "probabilities": Mistake(
        lambda p, threshold: p[:, 0],
        "For {inputs} you return {got}, the probabilities themselves. A label is 0 or 1: compare each with the threshold.",
    ),
    "probabilities_kept": Mistake(
        lambda p, threshold: p[:, 0] * (p[:, 0] > threshold),
        "For {inputs} you return {got}: 0 where it is no spam, and else the probability. The label of a spam is 1.",
    ),
    "places": Mistake(
        lambda p, threshold: np.flatnonzero(p[:, 0] > threshold),
        "For {inputs} you return {got}: the *places* of the spam mails. Asked is a label for each mail, 0 or 1.",
    ),
    "counted": Mistake(
        lambda p, threshold: int((p > threshold).sum()),
        "For {inputs} you return {got}: how *many* are spam. Asked is a label for each mail.",
    ),
    "only_the_first": Mistake(
        lambda p, threshold: int(p[0, 0] > threshold),
        "For {inputs} you return {got}: the label of the first mail alone. Does a `return` stand inside a loop?",
    ),
    "first_row": Mistake(
        lambda p, threshold: (p[0] > threshold).astype(int),
        "For {inputs} you return {got}: the label of the first mail alone. `probabilities[0]` is the first *row*, one mail; and a `return` "
        "inside a loop ends it in its first round. How does one write the first *column*?",
    ),
    "zeros_left_out": Mistake(
        lambda p, threshold: np.ones((p > threshold).sum()),
        "For {inputs} you return {got}: the mails above the threshold have their 1, the others are left out. Each mail needs a label: what do "
        "the others get?",
    ),
    "selected": Mistake(
        lambda p, threshold: p[p > threshold],
        "For {inputs} you return {got}: the probabilities that are above the threshold. In square brackets a comparison *selects*. Asked is the "
        "comparison itself, as numbers.",
    ),
    "share": Mistake(
        lambda p, threshold: float((p > threshold).mean()),
        "For {inputs} you return {got}: which *share* of the mails is called spam. Asked is a label for each mail.",
    ),
    "places_in_a_tuple": Mistake(
        lambda p, threshold: np.where(p[:, 0] > threshold),
        "For {inputs} you return {got}: the *places* of the spam mails. `np.where` with one argument gives places; with three, `np.where(c, a, "
        "b)`, it chooses a or b for each.",
    ),
    "minus_one": Mistake(
        lambda p, threshold: np.where(p[:, 0] > threshold, 1, -1),
        "For {inputs} you return {got}. A wanted mail has the label 0, not -1.",
    ),
    "sign": Mistake(
        lambda p, threshold: np.sign(p[:, 0] - np.float32(threshold)),
        "For {inputs} you return {got}: `sign` knows three answers, 1, 0 and -1. Labels are 1 and 0.",
    ),
    "squeezed": Mistake(
        lambda p, threshold: np.squeeze(p > threshold).astype(int),
        "For several mails you are right. For the single one in {inputs} you return {got}: `squeeze` takes away *every* axis of length 1, "
        "here also that of the mails. Which axis should go?",
    ),
    "lying_row": Mistake(
        lambda p, threshold: (threshold < p.T).astype(int),
        "For {inputs} you return {got}: a table of one row, shape (1, n). Asked is a plain row, (n,). Two pairs of brackets are one too many.",
    ),
    "above_the_mean": Mistake(
        lambda p, threshold: (p[:, 0] > p.mean()).astype(int),
        "For {inputs} you return {got}: you compare with the *mean* of the probabilities. What is a mail to be compared with?",
    ),
    "at_it_alone": Mistake(
        lambda p, threshold: (p[:, 0] == np.float32(threshold)).astype(int),
        "For {inputs} you return {got}: 1 for what stands exactly *at* the threshold, and 0 for what is above it.",
    ),
    "from_the_other_end": Mistake(
        lambda p, threshold: (p[:, 0] > 1 - threshold).astype(int),
        "At 0.5 you are right. For {inputs} you return {got}: you compare with 1 minus the threshold. The probability is that of *spam*, and "
        "so is the threshold.",
    ),
    "first_left_out": Mistake(
        lambda p, threshold: (p[1:, 0] > threshold).astype(int),
        "For {inputs} you return {got}: the first mail has no label. At which place does Python begin to count?",
    ),
    "whatever_is_not_zero": Mistake(
        lambda p, threshold: (p[:, 0] != 0).astype(int),
        "For {inputs} you return {got}: 1 for every mail. `if p` asks only whether `p` is other than 0, and a probability nearly always is. "
        "With what should each be compared?",
    ),
}
