"""The networks of lesson 10's comparison, in the form of scikit-learn's models: `fit`, `predict`, and a size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin

AT_ONCE = 1000  # rows that go through a network together
UNKNOWN = 1  # the number of every word that training has not seen twice; 0 fills up
WORDS = 60  # of a text that an embedding reads; the sentences have 20 on average


class Net(ClassifierMixin, BaseEstimator):
    """A dense network. `x`: (n, inputs) numbers; `y`: (n,) labels of any kind.

    hidden: units of the hidden layers. dropout: behind each of them. epochs, batch_size: as in Keras' fit; `fit` sets
    Keras' seed, so that it repeats.
    """

    def __init__(
        self,
        seed: int = 0,
        hidden: Sequence[int] = (64,),
        dropout: float = 0.0,
        learning_rate: float = 1e-3,
        epochs: int = 20,
        batch_size: int = 32,
    ) -> None:
        self.seed = seed
        self.hidden = hidden
        self.dropout = dropout
        self.learning_rate = learning_rate
        self.epochs = epochs
        self.batch_size = batch_size

    def inputs(self, x: Any) -> np.ndarray:
        """Return what goes into the first layer."""
        return np.asarray(x, dtype=np.float32)

    def body(self, x: np.ndarray) -> list[Any]:
        """Return the layers between the input and the output."""
        from keras import layers

        stack = []
        for units in self.hidden:
            stack += [layers.Dense(units, activation="relu"), layers.Dropout(self.dropout)]
        return stack

    def fit(self, x: Any, y: Any) -> Net:
        """Train on rows `x` with labels `y`."""
        import keras
        from keras import layers

        keras.utils.set_random_seed(self.seed)
        x = self.inputs(x)
        self.classes_, y = np.unique(np.asarray(y), return_inverse=True)
        output = layers.Dense(len(self.classes_), activation="softmax")
        self.network_ = keras.Sequential([keras.Input(x.shape[1:]), *self.body(x), output])
        optimizer = keras.optimizers.Adam(self.rate(len(x)))
        self.network_.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
        self.network_.fit(x, y, batch_size=self.batch_size, epochs=self.epochs, verbose=0)
        return self

    def rate(self, examples: int) -> Any:
        """Return the learning rate for a training with so many examples: a number, or a schedule of Keras."""
        return self.learning_rate

    def predict_proba(self, x: Any) -> np.ndarray:
        """Return a probability for every row and class. Raises FloatingPointError if the training has failed (NaN)."""
        rows = self.inputs(x)
        parts = [
            np.asarray(self.network_(rows[start : start + AT_ONCE], training=False))
            for start in range(0, len(rows), AT_ONCE)
        ]
        found = np.concatenate(parts)
        if not np.isfinite(found).all():
            raise FloatingPointError(f"the {type(self).__name__} answers with NaN: {self.get_params()}")
        return found

    def predict(self, x: Any) -> np.ndarray:
        """Return the most probable label of every row."""
        return self.classes_[self.predict_proba(x).argmax(axis=1)]

    def size(self) -> int:
        """Return the bytes of all parameters, 4 each."""
        return 4 * self.network_.count_params()


class PictureNet(Net):
    """A small convolutional network (lesson 8) for rows of pixels of square pictures: strides instead of pooling."""

    def inputs(self, x: Any) -> np.ndarray:
        """Return the pictures with their channel axis: (n, side, side, 1)."""
        x = np.asarray(x, dtype=np.float32)
        side = round(np.sqrt(x.shape[1]))
        return x.reshape(-1, side, side, 1)

    def body(self, x: np.ndarray) -> list[Any]:
        """Two convolutions, then the dense layers."""
        from keras import layers

        return [
            layers.Conv2D(16, 5, strides=2, padding="same", activation="relu"),
            layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
            layers.Flatten(),
            *super().body(x),
        ]


class ScheduledPictureNet(PictureNet):
    """The same network with lesson 8's schedule: up to `learning_rate` for a quarter of the updates, then down to nearly 0."""

    def rate(self, examples: int) -> Any:
        """Return lesson 8's schedule for a training with so many examples."""
        import keras

        updates = self.epochs * -(-examples // self.batch_size)
        return keras.optimizers.schedules.CosineDecay(
            self.learning_rate / 10,
            updates - updates // 4,
            warmup_target=self.learning_rate,
            warmup_steps=updates // 4,
        )


class WordNet(Net):
    """The mean of the words' learned vectors, and one layer on it, for texts. `hidden[0]` numbers stand for a word."""

    def fit(self, x: Any, y: Any) -> WordNet:
        """Number the words that occur twice or more, then train."""
        from sklearn.feature_extraction.text import CountVectorizer

        counter = CountVectorizer(token_pattern=r"(?u)\b\w+\b", min_df=2)
        self.words_ = {
            word: place + UNKNOWN + 1 for place, word in enumerate(counter.fit(x).get_feature_names_out())
        }
        self.split_ = counter.build_analyzer()
        super().fit(x, y)
        return self

    def inputs(self, x: Any) -> np.ndarray:
        """Return the number of each word of each text, filled up with 0: (n, WORDS)."""
        rows = np.zeros((len(x), WORDS), dtype=np.int32)
        for row, text in zip(rows, x, strict=True):
            known = [self.words_.get(word, UNKNOWN) for word in self.split_(text)][:WORDS] or [UNKNOWN]
            row[: len(known)] = known
        return rows

    def body(self, x: np.ndarray) -> list[Any]:
        """An embedding, the mean over the words that are there, dropout."""
        from keras import layers

        return [
            layers.Embedding(len(self.words_) + UNKNOWN + 1, self.hidden[0], mask_zero=True),
            layers.GlobalAveragePooling1D(),
            layers.Dropout(self.dropout),
        ]
