"""What the trial of exercise 7.6 is given in place of real tools: they learn nothing and write down the rows they are shown."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np

MAILS, TRAIN = 5681, 4500


class Watched:
    """The mails, `choose`, `as_table` and `network`, and the rows that each was shown."""

    def __init__(self, random: np.random.Generator) -> None:
        self.mails = np.array([f"mail {i}" for i in range(MAILS)])
        self.spam = random.integers(0, 2, MAILS)
        told = np.where(
            random.uniform(size=MAILS) < 0.9, self.spam, 1 - self.spam
        )  # nine of ten are told right
        self.probabilities = (0.5 * told + random.uniform(0, 0.5, MAILS)).astype("float32")
        self.network = Network(self)
        self.words = ["click", "your"]
        self.strange_words = False
        self.chosen: set[int] = set()
        self.fitted: set[int] = set()
        self.validated: set[int] = set()
        self.evaluated: set[int] | None = None
        self.predicted: list[int] = []
        self.results: list[float] = []
        self.strange_split: Any = None
        self.early = False  # was it evaluated for the last time before anything was learned?
        self.mislabelled: tuple[str, int, int] | None = (
            None  # who was given them, how many mails, how many labels
        )

    def choose(self, mails: Any, spam: Any) -> list[str]:
        """In place of `telling_words`."""
        rows = [int(str(mail).split()[-1]) for mail in mails]
        self.compare("choose", rows, spam)
        self.chosen |= set(rows)
        return list(self.words)

    def as_table(self, mails: Any, words: Any) -> np.ndarray:
        """In place of the course's own: a row for each mail, whose first number tells which mail it was."""
        self.strange_words |= list(words) != self.words
        return np.array([[int(str(mail).split()[-1]), 1] for mail in mails], dtype="float32").reshape(-1, 2)

    def compare(self, who: str, rows: list[int], labels: Any) -> None:
        """Write down the first time that labels are not those of the mails."""
        own = np.asarray(labels).ravel().tolist() if labels is not None else []
        if self.mislabelled is None and own != self.spam[rows].tolist():
            self.mislabelled = who, len(rows), len(own)

    def accuracy(self, rows: list[int]) -> float:
        """The share of these mails that the probabilities tell right, with the threshold 0.5."""
        return float(np.mean((self.probabilities[rows] > 0.5) == self.spam[rows]))


class Network:
    """Is called as a Keras model is, and learns nothing."""

    def __init__(self, record: Watched) -> None:
        self._record = record
        self.history = SimpleNamespace(history={}, epoch=[])

    def compile(self, *args: Any, **options: Any) -> None:
        """Nothing to be made ready."""

    def fit(
        self,
        x: Any = None,
        y: Any = None,
        batch_size: Any = None,
        epochs: int = 1,
        verbose: Any = "auto",
        callbacks: Any = None,
        validation_split: float = 0.0,
        validation_data: Any = None,
        *args: Any,
        **others: Any,
    ) -> SimpleNamespace:
        """Like Keras' `fit`: the validation part is the last of the rows, if none is given."""
        rows, kept, record = _rows(x), [], self._record
        record.compare("fit", rows, y)
        if validation_data is not None:
            if not isinstance(validation_data, tuple | list) or len(validation_data) != 2:
                raise ValueError(
                    "`validation_data` must be a pair: the table and its labels, in round brackets"
                )
            kept = _rows(validation_data[0])
            record.compare("fit, as validation data,", kept, validation_data[1])
        elif validation_split:
            if not 0 < validation_split < 1:
                record.strange_split = validation_split
            cut = math.floor(len(rows) * (1 - validation_split))
            rows, kept = rows[:cut], rows[cut:]
        record.fitted |= set(rows)
        record.validated |= set(kept)
        names = ("loss", "accuracy", "val_loss", "val_accuracy")
        epochs = max(int(epochs), 1)
        self.history = SimpleNamespace(
            history={name: [0.125] * epochs for name in names}, epoch=list(range(epochs))
        )
        return self.history

    def evaluate(
        self, x: Any = None, y: Any = None, *args: Any, return_dict: bool = False, **others: Any
    ) -> list[float] | dict[str, float]:
        """Like Keras' `evaluate`: loss and accuracy, here numbers that can be recognised."""
        rows, record = _rows(x), self._record
        record.early = not record.fitted
        record.compare("evaluate", rows, y)
        record.evaluated = set(rows)
        record.results = [0.25 + len(rows) / 100_000, record.accuracy(rows)]
        return (
            dict(zip(("loss", "accuracy"), record.results, strict=True))
            if return_dict
            else list(record.results)
        )

    def predict(self, x: Any, *args: Any, **others: Any) -> np.ndarray:
        """A probability for each mail, as a column."""
        self._record.predicted = _rows(x)
        return self._record.probabilities[self._record.predicted].reshape(-1, 1)

    __call__ = predict


def _rows(x: Any) -> list[int]:
    if np.ndim(x) != 2:
        raise ValueError(
            f"a table of shape (mails, words) comes first, not an array of shape {np.shape(x)}; then its labels"
        )
    return [int(row[0]) for row in np.asarray(x)]
