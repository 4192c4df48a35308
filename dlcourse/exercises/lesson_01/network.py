"""Exercise 1.8, a network of one's own: how a trained network is judged, and the declaration."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.models import is_model, outputs_of, raised_in_own_code
from dlcourse.exercises.lesson_01.checks import held_digits, training_digits

MOST_WEIGHTS = 60_000
LEAST_READ = 0.96  # 64 hidden neurons: 0.966 to 0.968 over 3 seeds; with sigmoid 0.946 to 0.949
BATCH = 1000
MANY = 5_000  # training pictures that it is asked about too
TOO_GOOD = 0.015  # trained on the training set it reads at most 0.002 more of the test set; on the test set, 0.026 and more
_ANOTHER_SIZE = "a network of another size that stays below 60,000 weights and reads as well"

DIGITS = """
    import keras
    import numpy as np
    from keras import layers

    from dlcourse import datasets

    keras.utils.set_random_seed(1)
    (train_images, y_train), (test_images, y_test) = datasets.mnist()
    x_train = train_images.astype("float32") / 255
    x_test = test_images.astype("float32") / 255

    def train(network, images, labels, epochs=5):
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        network.fit(images, labels, epochs=epochs, batch_size=128, verbose=0)
        return network
"""


def check_own_network(answer: Any) -> Correct | NotYet:
    """Judge a trained network by what it says about the test digits; it is asked once and left as it was."""
    fault = _no_network(answer)
    if fault:
        return fault
    weights = int(answer.count_params())
    if weights > MOST_WEIGHTS:
        return NotYet(
            "too_many_weights",
            f"Your network has {weights:,} weights; at most {MOST_WEIGHTS:,} are asked. Most of them sit where the 784 "
            "pixels meet the first layer: `mine.summary()` shows it.",
        )
    x_test, y_test = held_digits()
    try:
        said = _predictions(answer, x_test)
    except LearnerError as error:
        if raised_in_own_code(error):
            raise
        return NotYet(
            "wrong_input",
            "Your network can't take `x_test` as it is: pictures of shape (28, 28). Begin with `keras.Input(shape=(28, 28))` "
            "and let a layer of the network bring them into the form the next one needs.",
        )
    fault = _no_probabilities(said)
    if fault:
        return fault
    read = float((said.argmax(axis=1) == y_test).mean())
    known = _read_by(answer, *training_digits(MANY))
    if read > known + TOO_GOOD:
        return NotYet(
            "trained_on_test",
            f"Your network reads {_percent(read)} of the test digits but only {_percent(known)} of the training digits. "
            "From which of the two has it learned? Then this measures memory.",
        )
    if read < LEAST_READ:
        return _why_too_few(answer, read, known)
    return Correct(
        f"{weights:,} weights, and it reads {_percent(read)} of 10,000 digits it has never seen. The next cell shows "
        "the ones it is most wrong about."
    )


def _read_by(model: Any, pictures: np.ndarray, labels: np.ndarray) -> float:
    return float((_predictions(model, pictures).argmax(axis=1) == labels).mean())


def _no_network(answer: Any) -> NotYet | None:
    if isinstance(answer, type):
        return NotYet(
            "not_a_model",
            f"You passed the class {answer.__name__}, a plan. Make a network from it and train that.",
        )
    if is_model(getattr(answer, "model", None)) and isinstance(getattr(answer, "history", None), dict):
        return NotYet(
            "history",
            "You passed what `fit` returns, a record of the training. The network itself is asked: `fit` changes it in place.",
        )
    if not is_model(answer):
        return NotYet("not_a_model", f"You passed {show(answer)}. The trained Keras network is asked.")
    if not answer.built:
        return NotYet(
            "not_built",
            "Your network has no weights yet: it does not know its inputs. Begin with `keras.Input(shape=(28, 28))`.",
        )
    return None


def _predictions(model: Any, pictures: np.ndarray) -> np.ndarray:
    batches = (pictures[start : start + BATCH] for start in range(0, len(pictures), BATCH))
    return np.concatenate([outputs_of(model, batch) for batch in batches])


def _no_probabilities(said: np.ndarray) -> NotYet | None:
    if said.ndim != 2 or said.shape[1] != 10:
        got = "one number" if said.shape[1:] in ((), (1,)) else f"numbers of shape {said.shape[1:]}"
        return NotYet(
            "not_ten",
            f"For each picture your network gives {got}. Ten probabilities are asked, one for each digit.",
        )
    if not np.isfinite(said).all():
        return NotYet(
            "not_numbers", "Your network's outputs are no numbers any more (nan): the training flew apart."
        )
    totals = said.sum(axis=1)
    if (said < 0).any() or not np.allclose(totals, 1, atol=1e-2):
        return NotYet(
            "no_probabilities",
            f"For the first test digit your network's ten outputs add up to {totals[0]:.2f}, the smallest is "
            f"{said[0].min():.2f}. Probabilities are never negative and add up to 1: which activation does that?",
        )
    return None


def _why_too_few(model: Any, read: float, known: float) -> NotYet:
    """Say what kept the network below the mark, by how it does on other pictures."""
    x_test, y_test = held_digits()
    large = _read_by(model, x_test * 255, y_test)
    if large > read + 0.02:
        return NotYet(
            "unnormalised",
            f"Your network reads {_percent(read)} of `x_test`, and {_percent(large)} of the same digits with pixels from 0 "
            "to 255. What were the pixels it was trained on?",
        )
    if read < 0.2:
        return NotYet(
            "untrained",
            f"Your network reads {_percent(read)} of the test digits, about as many as blind guessing. Has it been trained, "
            "and with each picture's own label?",
        )
    return NotYet(
        "reads_too_few",
        f"Your network reads {_percent(read)} of the test digits, and {_percent(known)} of the first {MANY:,} training "
        f"digits; {_percent(LEAST_READ)} of the test digits are asked. {_advice(read, known)}",
    )


def _advice(read: float, known: float) -> str:
    if known > read + 0.02:
        return "It knows what it was shown better than what is new. Did it see all 60,000 training pictures?"
    return "It has room to learn: more neurons, another activation, or more epochs."


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


OWN_NETWORK = Exercise(
    id="1.8",
    title="Your own network",
    kind="model",
    starter="mine = ...",
    setup=DIGITS,
    right=[
        """
        mine = keras.Sequential([
            keras.Input(shape=(28, 28)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ])
        train(mine, x_train, y_train)
        """,
        """
        pixels = keras.Input(shape=(28, 28))
        hidden = layers.Dense(64, activation="gelu")(layers.Flatten()(pixels))
        mine = keras.Model(pixels, layers.Dense(10, activation="softmax")(hidden))
        train(mine, x_train, y_train)
        """,
    ],
    wrong={
        "too_many_weights": [
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(128, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            """
        ],
        "untrained": [
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            """,
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
            train(mine, x_train[:6000], (y_train[:6000] + 1) % 10)
            """,
        ],
        "unnormalised": [
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            train(mine, train_images[:20000], y_train[:20000], epochs=3)
            """
        ],
        "trained_on_test": [
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            train(mine, x_test, y_test)
            """
        ],
        "reads_too_few": [
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
            train(mine, x_train[:10000], y_train[:10000], epochs=2)
            """,
            """
            mine = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(64, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ])
            train(mine, x_train[:1000], y_train[:1000], epochs=40)
            """,
        ],
        "no_probabilities": [
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10)])
            """,
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="sigmoid")])
            """,
        ],
        "not_ten": [
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(1)])
            """,
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Dense(32), layers.Dense(10, activation="softmax")])
            """,
        ],
        "not_numbers": [
            """
            mine = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
            mine.set_weights([weight * np.nan for weight in mine.get_weights()])
            """
        ],
        "wrong_input": [
            """
            mine = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(64, activation="relu"),
                                     layers.Dense(10, activation="softmax")])
            """
        ],
        "not_built": [
            """
            mine = keras.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
            """
        ],
        "history": [
            """
            network = keras.Sequential([keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
            network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
            mine = network.fit(x_train[:128], y_train[:128], verbose=0)
            """
        ],
        "not_a_model": ["mine = 0.97", "mine = keras.Sequential"],
    },
    check=check_own_network,
    equivalent={
        "[keras.Input(shape=(28, 28)), layers.Flatten(), layers.Dense(64, activation='relu'), layers.Dense(10, "
        "activation='softmax')] -> [layers.Flatten(), layers.Dense(64, activation='relu'), layers.Dense(10, "
        "activation='softmax')]": "`fit` builds the network on the pictures it is given",
        "layers.Dense(64, activation='relu') -> layers.Dense(65, activation='relu')": _ANOTHER_SIZE,
        "layers.Dense(64, activation='relu') -> layers.Dense(63, activation='relu')": _ANOTHER_SIZE,
    },
    seconds=20.0,
    trains=True,
    hints=(
        "Copy the cell that built the first network and change one number. Which layer holds most of the weights?",
        "Each neuron of the hidden layer has 784 weights and a bias. How many such neurons fit into 60,000?",
        """
        mine = keras.Sequential([
            keras.Input(shape=(28, 28)),
            layers.Flatten(),
            layers.Dense(___, activation="relu"),
            layers.Dense(___, activation=___),
        ])
        train(mine, ___, ___)
        """,
    ),
)
