"""What exercise 5.9 is tried on, what people write in place of the number of updates, and what to say."""

from __future__ import annotations

import math

import numpy as np

from dlcourse.checking import Mistake


def updates(examples: int, batch_size: int, epochs: int) -> int:
    """The reference of exercise 5.9."""
    return -(-examples // batch_size) * epochs


def update_cases(rng: np.random.Generator) -> list[tuple]:
    """A rest; no rest; a batch larger than the data; one example at a time; then any, large ones among them."""
    small = [(10, 4, 2), (12, 4, 3), (5, 8, 3), (7, 1, 2), (9, 9, 4)]
    big = [(60_000, 128, 5), (342, 32, 10)]
    return small + big + [tuple(map(int, rng.integers((20, 2, 2), (500, 40, 9)))) for _ in range(4)]


MISTAKES = {
    "one_epoch_more": Mistake(
        lambda n, size, epochs: -(-n // size) * (epochs + 1),
        "For {inputs} you return {got}: one epoch too many.",
    ),
    "one_epoch_more_for_the_rest": Mistake(
        lambda n, size, epochs: n // size * (epochs + 1),
        "For {inputs} you return {got}: one *epoch* more, with full batches only. What is left over makes one *batch* more in each epoch.",
    ),
    "one_batch_too_many": Mistake(
        lambda n, size, epochs: (-(-n // size) + 1) * epochs,
        "For {inputs} you return {got}: one batch too many in each epoch. Rounding up has counted the smaller batch already.",
    ),
    "upside_down_cut": Mistake(
        lambda n, size, epochs: size // n * epochs,
        "For {inputs} you return {got}: the batch size divided by the examples. How many times does one fit into the other?",
    ),
    "batch_subtracted": Mistake(
        lambda n, size, epochs: (n - size) * epochs,
        "For {inputs} you return {got}: the batch size is *subtracted* from the examples. How many batches of {batch_size} does it take "
        "until all have had their turn?",
    ),
    "full_batches_once_with_a_rest": Mistake(
        lambda n, size, epochs: n // size + epochs if n % size else n // size * epochs,
        "For {inputs} you return {got}: `*` binds more tightly than `+`, so the epochs multiply the 1 alone. Mind the brackets.",
    ),
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
    "all_multiplied": Mistake(
        lambda n, size, epochs: n * size * epochs,
        "For {inputs} you return {got}: all three multiplied. Do larger batches make more updates, or fewer?",
    ),
    "batches_of_32": Mistake(
        lambda n, size, epochs: -(-n // 32) * epochs,
        "For {inputs} you return {got}: as if a batch held 32, as in the example. How large is a batch this time?",
    ),
    "three_epochs": Mistake(
        lambda n, size, epochs: -(-n // size) * 3,
        "For {inputs} you return {got}: as if there were 3 epochs, as in the example. How many are there this time?",
    ),
    "tumours_569": Mistake(
        lambda n, size, epochs: -(-569 // size) * epochs,
        "For {inputs} you return {got}: as if there were 569 examples, as with the tumours. How many are there this time?",
    ),
    "negative": Mistake(
        lambda n, size, epochs: -(n // size) * epochs,
        "For {inputs} you return {got}. A number of updates can't be negative. `//` rounds 2.5 down before the minus comes in. What would it make of -2.5?",
    ),
    "rest_alone": Mistake(
        lambda n, size, epochs: n % size * epochs,
        "For {inputs} you return {got}: `%` gives what is left over, here 2 examples. How many *batches* does an epoch have?",
    ),
    "one_batch_less": Mistake(
        lambda n, size, epochs: (n // size - 1) * epochs,
        "For {inputs} you return {got}: from the full batches of each epoch one is taken away. What becomes of the examples left over?",
    ),
    "full_batches_only": Mistake(
        lambda n, size, epochs: 0 if size > n else -(-n // size) * epochs,
        "For {inputs} you return {got}: with more room in a batch than examples, you make no update at all. Does a batch have to be full?",
    ),
    "full_batches_once": Mistake(
        lambda n, size, epochs: n // size + (n % size > 0) * epochs,
        "For {inputs} you return {got}: the smaller batch comes {epochs} times, the full ones once. In which epochs do the full ones come? Mind the brackets.",
    ),
    "first_batch_left_out": Mistake(
        lambda n, size, epochs: (-(-n // size) - 1) * epochs,
        "For {inputs} you return {got}: one batch of each epoch is missing. Which one? If you count with `range`: where does the first batch begin?",
    ),
    "divided_by_both_rounded_down": Mistake(
        lambda n, size, epochs: n // (size * epochs),
        "For {inputs} you return {got}: more epochs make *fewer* updates in your function. Each epoch brings as many again.",
    ),
    "rest_multiplied": Mistake(
        lambda n, size, epochs: (n // size + n % size) * epochs,
        "For {inputs} you return {got}: each example left over makes an update of its own. Those left make one batch together.",
    ),
}
