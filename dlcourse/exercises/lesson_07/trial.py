"""Exercise 7.6: a trial that cheats in three places. How it is judged, by the rows it uses, and the declaration."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, not_a_function, show
from dlcourse.exercises.lesson_07.trial_answers import RIGHT, STARTER, WRONG
from dlcourse.exercises.lesson_07.trial_watched import MAILS, TRAIN, Watched

FEWEST_TESTED = 1000  # who splits otherwise may keep more for learning
ROUNDED = 6e-3  # who returns 0.88 for 0.883997 has the right number
ARGUMENTS = ("mails", "spam", "choose", "as_table", "network")


def check_trial(answer: Any) -> Correct | NotYet:
    """Judge by which rows the words, the training, the validation and the result come from."""
    wrong_kind = not_a_function(answer, ARGUMENTS)
    if wrong_kind:
        return wrong_kind
    seen = Watched(np.random.default_rng(7))
    result = call(answer, seen.mails, seen.spam, seen.choose, seen.as_table, seen.network, names=ARGUMENTS)
    if seen.evaluated is None and seen.predicted and _by_hand(seen, result):
        seen.evaluated, seen.results = set(seen.predicted), [float(result)]
    return _not_used(seen, result) or _rows_mixed(seen) or _result(seen, result) or Correct(
        "Every choice was made on the training part: words, weights, epoch. The test mails are met once, at the end."
    )  # fmt: skip


check_trial.codes = (  # type: ignore[attr-defined]
    "no_words", "other_words", "no_share", "training_result_too", "not_trained", "not_evaluated", "labels_of_others", "words_from_test", "trained_on_test", "no_validation",
    "validated_on_test", "validated_on_training", "evaluated_on_training", "evaluated_on_validation", "few_tested", "other_result",
    "returns_none", "few_trained", "tested_before", "compared_otherwise",
)  # fmt: skip


def _not_used(seen: Watched, result: Any) -> NotYet | None:
    if not seen.chosen:
        return NotYet("no_words", "Your trial never calls `choose`: no words are chosen from any mail.")
    if seen.strange_words:
        return NotYet("other_words", "`as_table` does not get the words that `choose` has returned.")
    if seen.strange_split is not None:
        return NotYet(
            "no_share",
            f"`validation_split` is {show(seen.strange_split)} in your trial. It is a *share* of the rows, between 0 and 1. What is a fifth?",
        )
    if not seen.fitted:
        return NotYet("not_trained", "Your trial never calls `network.fit` on any row.")
    if seen.evaluated is None:
        return _compared_otherwise(seen, result) or NotYet(
            "not_evaluated",
            "Your trial never calls `network.evaluate`: nothing is measured on mails that had no part in any choice.",
        )
    if seen.early:
        return NotYet(
            "tested_before",
            "Your trial calls `network.evaluate` before `network.fit`: it measures a network that has learned nothing yet. Which of the two comes first?",
        )
    return _mislabelled(seen)


def _mislabelled(seen: Watched) -> NotYet | None:
    """Where mails are first given with labels that are not theirs."""
    if seen.mislabelled is None:
        return None
    who, mails, labels = seen.mislabelled
    name, _, rest = who.partition(",")
    given = f"`{name}`{',' + rest if rest else ''} gets {mails:,} mails"
    if not labels:
        text = f"{given} and no labels. Against what is it to compare the network's answers?"
    elif mails != labels:
        text = f"{given} and {labels:,} labels. Each mail has one: are both cut at the same places?"
    else:
        text = f"{given} and as many labels, but those of other mails. Are both cut at the same places, and in the same order?"
    return NotYet("labels_of_others", text)


def _compared_otherwise(seen: Watched, result: Any) -> NotYet | None:
    """Where a number is returned that is not the share of the predicted mails that are told right."""
    if not seen.predicted or np.size(result) != 1 or isinstance(result, str):
        return None
    return NotYet(
        "compared_otherwise",
        f"Your trial compares what `predict` gives by itself, and returns {show(result)}. Of these {len(seen.predicted):,} mails "
        f"{show(round(seen.accuracy(seen.predicted), 3))} are told right. `predict` gives a column of probabilities, the labels are a row of 0 and 1. "
        "`evaluate` makes the comparison for you.",
    )


def _by_hand(seen: Watched, result: Any) -> bool:
    """Is it the accuracy of the mails that were predicted last, computed without `evaluate`?"""
    try:
        return bool(np.isclose(float(result), seen.accuracy(seen.predicted), rtol=0, atol=ROUNDED))
    except (TypeError, ValueError):
        return False


def _rows_mixed(seen: Watched) -> NotYet | None:
    """Is any row used for two things that must not meet? Named in the order of the program."""
    learned = seen.chosen | seen.fitted | seen.validated
    tested = seen.evaluated or set()
    test = set(range(TRAIN, MAILS))
    if not learned & tested and seen.validated and not seen.validated & seen.fitted:
        return None if len(seen.fitted) >= TRAIN // 2 else NotYet(
            "few_trained", f"Your network learns from {len(seen.fitted):,} mails only. There are 4,500 for training and validation.")  # fmt: skip
    if seen.chosen & test:
        return NotYet(
            "words_from_test",
            f"`choose` gets {len(seen.chosen):,} mails, {len(seen.chosen & test):,} of them test mails. Words that tell the test mails apart are "
            "picked because they do: the coin labels showed what that makes. Which mails may it see?",
        )
    if seen.fitted & test:
        return NotYet(
            "trained_on_test",
            f"`fit` learns from {len(seen.fitted & test):,} of the test mails. From mail 4,500 on none may be learned from.",
        )
    if not seen.validated:
        return NotYet(
            "no_validation",
            "`fit` gets no validation mails, so nothing tells the network in which epoch to stop. Take them from the training mails; "
            "`validation_split=0.2` does.",
        )
    if seen.validated & test:
        return NotYet(
            "validated_on_test",
            f"{len(seen.validated & test):,} test mails are `fit`'s validation mails: the network keeps the weights of the epoch that was best on *them*. "
            "That is a choice made by the test set. From where should validation mails come?",
        )
    if seen.validated & seen.fitted:
        return NotYet(
            "validated_on_training",
            f"{len(seen.validated & seen.fitted):,} mails are both learned from and used for validation. Their loss falls as long as one trains: no "
            "epoch would ever be too many. Set some training mails aside that `fit` does not learn from.",
        )
    if tested & seen.fitted:
        return NotYet(
            "evaluated_on_training",
            f"`evaluate` gets {len(tested & seen.fitted):,} mails that were learned from. That measures memory. Which mails has the network never met?",
        )
    return NotYet(
        "evaluated_on_validation",
        f"`evaluate` gets {len(tested & learned):,} mails by which words or the epoch were chosen. Which mails have decided nothing?",
    )


def _result(seen: Watched, result: Any) -> NotYet | None:
    tested = len(seen.evaluated or ())
    used = len(seen.chosen | seen.fitted | seen.validated)
    if tested < min(FEWEST_TESTED, MAILS - used):
        return NotYet(
            "few_tested",
            f"The network is tested on {tested:,} mails; {MAILS - used:,} have had no part in any choice. Why not on all of them?",
        )
    if result is None:
        return NotYet(
            "returns_none",
            "Everything is measured on the right mails, but nothing is returned. What `evaluate` gives is asked.",
        )
    try:
        numbers = (
            np.ravel(list(result.values()) if isinstance(result, dict) else result).astype(float).tolist()
        )
    except Exception:
        numbers = []
    if seen.results and numbers[-len(seen.results) :] == seen.results and len(numbers) > len(seen.results):
        return NotYet(
            "training_result_too",
            f"Your trial returns {show(result)}: besides the result of the test mails another one. Asked is only the one that says how it would do "
            "on mails that had no part in any choice.",
        )
    own = [*seen.results, 100 * seen.results[-1]]  # or in per cent
    if not numbers or not all(np.isclose(number, own, rtol=0, atol=ROUNDED).any() for number in numbers):
        return NotYet(
            "other_result",
            f"Your trial returns {show(result)}; what `network.evaluate` gives for the test mails is asked.",
        )
    return None


_A_MAIL_LESS = "a mail less to learn from or to choose by; none is used twice"

TRIAL = Exercise(
    id="7.6",
    title="A trial that cheats",
    kind="bug",
    starter=STARTER,
    setup="import numpy as np",
    right=RIGHT,
    wrong=WRONG,
    check=check_trial,
    equivalent={
        **dict.fromkeys(
            (
                "slice(4500, None) -> slice(4501, None)",
                "(range(4500), range(4500, len(mails))) -> (range(4500), range(4500, len(mails) - 1))",
                "(range(4500), range(4500, len(mails))) -> (range(4499), range(4500, len(mails)))",
                "(range(4500), range(4500, len(mails))) -> (range(4500), range(4501, len(mails)))",
            ),
            _A_MAIL_LESS,
        ),
        **dict.fromkeys(
            ("32 -> 33", "32 -> 31", "10 -> 11", "10 -> 9"), "another batch size, or number of epochs"
        ),
        "(probabilities[:, 0] > 0.5) == y_test -> (probabilities[:, 0] >= 0.5) == y_test": "no probability is exactly 0.5",
        "(probabilities[:, 0] > 0.5) == y_test -> (probabilities[:, -1] > 0.5) == y_test": "the one column is also the last",
        "deleted: network.compile()": "the network that it is given is compiled",
        **dict.fromkeys(
            ("0.2 -> 0.25", "0.2 -> 0.1", "0.25 -> 0.3125", "0.25 -> 0.125"), "another share for validation"
        ),
        "slice(0, 3500) -> slice(1, 3500)": _A_MAIL_LESS,
        "slice(0, 3500) -> slice(0, 3499)": _A_MAIL_LESS,
        "slice(3500, 4500) -> slice(3501, 4500)": _A_MAIL_LESS,
        "slice(3500, 4500) -> slice(3500, 4499)": _A_MAIL_LESS,
    },
    hints=(
        "Go through it line by line and ask of each: which mails does it see, all, training or test?",
        "Three lines see mails they should not: the one that chooses words, the one that trains, the last. `[:4500]` are the training mails; "
        "`validation_split=0.2` takes the validation mails from those `fit` is given.",
        """
        def trial(mails, spam, choose, as_table, network):
            words = choose(mails[___], spam[___])
            x = as_table(mails, words)
            x_train, y_train = x[:4500], spam[:4500]
            x_test, y_test = x[4500:], spam[4500:]
            network.fit(x_train, y_train, ___)
            return network.evaluate(___, ___)
        """,
    ),
)
