"""Exercise 7.6: a trial that cheats in three places. How it is judged, by the rows it uses, and the declaration."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, call, not_a_function, show
from dlcourse.exercises.lesson_07.trial_answers import RIGHT, STARTER, WRONG

MAILS, TRAIN = 5681, 4500
ARGUMENTS = ("mails", "spam", "choose", "as_table", "network")


class Watched:
    """What the trial is given in place of real tools: they learn nothing and write down the rows they are shown."""

    def __init__(self, random: np.random.Generator) -> None:
        self.mails = np.array([f"mail {i}" for i in range(MAILS)])
        self.spam = random.integers(0, 2, MAILS)
        self.chosen: set[int] = set()
        self.fitted: set[int] = set()
        self.validated: set[int] = set()
        self.evaluated: set[int] | None = None
        self.results: list[float] = []
        self.labels_fit = True
        self.words = ["click", "your"]
        self.strange_words = False

    def choose(self, mails: Any, spam: Any) -> list[str]:
        """In place of `telling_words`."""
        rows = [int(str(mail).split()[-1]) for mail in mails]
        self._labels(rows, spam)
        self.chosen |= set(rows)
        return list(self.words)

    def as_table(self, mails: Any, words: Any) -> np.ndarray:
        """In place of the course's own: a row for each mail, whose first number tells which mail it was."""
        self.strange_words |= list(words) != self.words
        return np.array([[int(str(mail).split()[-1]), 1] for mail in mails], dtype="float32").reshape(-1, 2)

    def fit(
        self,
        x: Any,
        y: Any = None,
        *,
        validation_data: Any = None,
        validation_split: float = 0.0,
        **others: Any,
    ) -> None:
        """Like Keras' `fit`: the validation part is the last of the rows, if none is given."""
        rows = self._rows(x)
        self._labels(rows, y)
        if validation_data is not None:
            kept = self._rows(validation_data[0])
            self._labels(kept, validation_data[1])
        elif validation_split:
            cut = math.floor(len(rows) * (1 - validation_split))
            rows, kept = rows[:cut], rows[cut:]
        else:
            kept = []
        self.fitted |= set(rows)
        self.validated |= set(kept)

    def evaluate(self, x: Any, y: Any = None, **others: Any) -> list[float]:
        """Like Keras' `evaluate`: loss and accuracy, here numbers that can be recognised."""
        rows = self._rows(x)
        self._labels(rows, y)
        self.evaluated = set(rows)
        self.results = [0.25, 0.5 + len(rows) / 100_000]
        return list(self.results)

    def predict(self, x: Any, **others: Any) -> np.ndarray:
        """A probability for each row; the trial needs none."""
        return np.full((len(self._rows(x)), 1), 0.5, dtype="float32")

    def _rows(self, x: Any) -> list[int]:
        return [int(row[0]) for row in np.asarray(x)]

    def _labels(self, rows: list[int], labels: Any) -> None:
        own = np.asarray(labels).ravel().tolist() if labels is not None else []
        self.labels_fit &= own == self.spam[rows].tolist()


def check_trial(answer: Any) -> Correct | NotYet:
    """Judge by which rows the words, the training, the validation and the result come from."""
    wrong_kind = not_a_function(answer, ARGUMENTS)
    if wrong_kind:
        return wrong_kind
    seen = Watched(np.random.default_rng(7))
    network = Watched.__new__(Watched)
    network.__dict__ = seen.__dict__  # one notebook for both; the network has no other use for `choose`
    result = call(answer, seen.mails, seen.spam, seen.choose, seen.as_table, network, names=ARGUMENTS)
    return _not_used(seen) or _rows_mixed(seen) or _result(seen, result) or Correct(
        "Every choice was made on the training part: words, weights, epoch. The test mails are met once, at the end."
    )  # fmt: skip


check_trial.codes = (  # type: ignore[attr-defined]
    "no_words", "other_words", "not_trained", "not_evaluated", "labels_of_others", "words_from_test", "trained_on_test", "no_validation",
    "validated_on_test", "validated_on_training", "evaluated_on_training", "evaluated_on_validation", "few_tested", "other_result",
    "returns_none", "few_trained",
)  # fmt: skip


def _not_used(seen: Watched) -> NotYet | None:
    if not seen.chosen:
        return NotYet("no_words", "Your trial never calls `choose`: no words are chosen from any mail.")
    if seen.strange_words:
        return NotYet("other_words", "`as_table` does not get the words that `choose` has returned.")
    if not seen.fitted:
        return NotYet("not_trained", "Your trial never calls `network.fit` on any row.")
    if seen.evaluated is None:
        return NotYet("not_evaluated", "Your trial never calls `network.evaluate`: nothing is measured.")
    if not seen.labels_fit:
        return NotYet(
            "labels_of_others",
            "Somewhere mails are given together with labels that are not theirs. Are both cut at the same place, and in the same order?",
        )
    return None


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
    if len(seen.evaluated or ()) < MAILS - TRAIN:
        return NotYet(
            "few_tested",
            f"`evaluate` gets {len(seen.evaluated or ()):,} mails; there are 1,181 test mails, from number 4,500 to the last.",
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
    if (
        not numbers
        or numbers[-1] not in (seen.results[-1], seen.results[0])
        or numbers[0] not in seen.results
    ):
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
