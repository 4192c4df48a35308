"""What lesson 1 asks of an answer beyond one right value: a fair split, a rule that reads digits, a trained network."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, generator, not_a_function, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.models import is_model, outputs_of, raised_in_own_code

MOST_WEIGHTS = 60_000
LEAST_READ = (
    0.96  # over 5 seeds the shown solution reaches 0.965 to 0.969; sigmoid in place of ReLU at most 0.950
)
LEAST_BY_RULE = 0.9
BATCH = 1000


@cache
def _digits() -> tuple[np.ndarray, ...]:
    """All test pictures (0 to 1) with labels, and as many training pictures with theirs."""
    from dlcourse.datasets import mnist

    (x_train, y_train), (x_test, y_test) = mnist()
    small = x_train[:10000].astype("float32") / 255, y_train[:10000]
    return x_test.astype("float32") / 255, y_test, *small


# ------------------------------------------------------------------------------------------------- hold_out


def check_hold_out(answer: Any) -> Correct | NotYet:
    """Judge a function that splits pictures and labels into training and test: any n of them may be held out."""
    names = ("images", "labels", "n")
    wrong = not_a_function(answer, names)
    if wrong:
        return wrong
    rng = generator()
    for many, n in ((6, 2), (12, 3), (9, 1)):
        images = rng.permutation(many * 4).reshape(many, 2, 2).astype(float)
        labels = rng.permutation(many)
        parts = call(answer, images, labels, n, names=names)
        fault = _fault_of_split(parts, images, labels, n)
        if fault:
            return fault
    return Correct(
        "No picture is on both sides. One trap is left: in a file sorted by digit, the last pictures are all nines. "
        "Then shuffle before you split, pictures and labels in the same order."
    )


def _fault_of_split(parts: Any, images: np.ndarray, labels: np.ndarray, n: int) -> NotYet | None:
    many = len(images)
    if parts is None:
        return NotYet(
            "returns_none", "Your function returns nothing (None). Its last line must `return` four things."
        )
    if not isinstance(parts, tuple | list) or len(parts) != 4:
        got = f"{len(parts)} things" if isinstance(parts, tuple | list) else show(parts)
        return NotYet(
            "not_four", f"Your function returns {got}. Four are asked: `x_train, y_train, x_test, y_test`."
        )
    try:
        x_train, y_train, x_test, y_test = map(_array, parts)
    except (TypeError, ValueError):
        return NotYet("wrong_type", f"Each of the four must be an array; you return {show(parts)}.")
    if y_train.ndim == 3 and x_test.ndim == 1:
        return NotYet(
            "other_order",
            "The four parts are right, in another order: you return both sets of pictures first. Asked is "
            "`x_train, y_train, x_test, y_test`, the order in which Keras gives its data sets.",
        )
    if x_train.shape[1:] != images.shape[1:] or x_test.shape[1:] != images.shape[1:]:
        return NotYet(
            "wrong_shape",
            f"For {many} pictures of shape {images.shape[1:]} your x_train has shape {x_train.shape} and x_test "
            f"{x_test.shape}. The pictures themselves should stay as they are.",
        )
    if y_train.shape != x_train.shape[:1] or y_test.shape != x_test.shape[:1]:
        return NotYet(
            "labels_missing",
            f"You return {len(x_train)} training pictures with labels of shape {y_train.shape} and {len(x_test)} "
            f"test pictures with labels of shape {y_test.shape}. Each picture needs its one label.",
        )
    return _fault_of_sets(x_train, y_train, x_test, y_test, images, labels, n)


def _fault_of_sets(x_train, y_train, x_test, y_test, images, labels, n) -> NotYet | None:
    many = len(images)
    place = {picture.tobytes(): number for number, picture in enumerate(images)}
    train = [place.get(picture.tobytes(), -1) for picture in x_train.astype(float)]
    test = [place.get(picture.tobytes(), -1) for picture in x_test.astype(float)]
    if -1 in train or -1 in test:
        return NotYet(
            "changed", "Some of the pictures you return are none of those you were given. Only sort them."
        )
    both = len(set(train) & set(test))
    if both:
        return NotYet(
            "tested_on_training",
            f"Of {many} pictures, {n} to be held out, {both} of your {len(test)} test pictures "
            f"{'is' if both == 1 else 'are'} in the training set as well. The network would be asked what it was shown: "
            "its score would be about memory, as for the 600 digits above.",
        )
    if len(train) == n != len(test):
        return NotYet(
            "sizes_swapped",
            f"With n = {n} of {many} pictures you train on {len(train)} and test on {len(test)}. It is the test set "
            "that should have n; most pictures are for learning.",
        )
    if len(test) != n or len(set(test)) != n:
        return NotYet(
            "wrong_count",
            f"With n = {n} of {many} pictures your test set holds {len(set(test))} different ones.",
        )
    if sorted(train) != sorted(set(range(many)) - set(test)):
        return NotYet(
            "lost",
            f"{many} pictures came in, {n} of them are in the test set, and {len(set(train))} different ones in the "
            f"training set of {len(train)}. All that are not held out should be learned from, once each.",
        )
    if not (np.array_equal(y_train, labels[train]) and np.array_equal(y_test, labels[test])):
        return NotYet(
            "labels_apart",
            "The pictures are split well, but some have somebody else's label now. Whatever you do to the order of "
            "the pictures, do the same to the labels.",
        )
    return None


def _array(value: Any) -> np.ndarray:
    array = np.asarray(value)
    if array.dtype.kind not in "buif":
        raise TypeError
    return array


# ---------------------------------------------------------------------------------------------- zero_or_one


@cache
def _zeros_and_ones() -> tuple[np.ndarray, np.ndarray]:
    """Two hundred test digits of each, values from 0 to 1."""
    x_test, y_test, *_ = _digits()
    places = np.concatenate([np.flatnonzero(y_test == digit)[:200] for digit in (0, 1)])
    return x_test[places], y_test[places].astype(int)


def check_zero_or_one(answer: Any) -> Correct | NotYet:
    """Judge a rule that tells a handwritten 0 from a 1 by how many of 400 test digits it reads."""
    wrong = not_a_function(answer, ("image",))
    if wrong:
        return wrong
    images, labels = _zeros_and_ones()
    said = []
    for image in images:
        one = call(answer, image, names=("image",))
        if one is None:
            return NotYet(
                "returns_none", "For some pictures your function returns nothing (None). Each is a 0 or a 1."
            )
        if np.size(one) != 1 or not _zero_or_one(one):
            return NotYet(
                "neither",
                f"For a {labels[len(said)]} your function returns {show(one)}. The number 0 or the number 1 is asked.",
            )
        said.append(int(np.asarray(one).item()))
    right = np.array(said) == labels
    if right.mean() >= LEAST_BY_RULE:
        return Correct(
            f"Your rule reads {right.sum()} of 400 digits that it has never seen, without learning anything. For a task "
            "this small a rule may be all one needs."
        )
    return _fault_of_rule(answer, images, labels, np.array(said))


def _fault_of_rule(answer: Callable, images: np.ndarray, labels: np.ndarray, said: np.ndarray) -> NotYet:
    zeros, ones = (int((said[labels == digit] == digit).sum()) for digit in (0, 1))
    if (said != labels).mean() >= LEAST_BY_RULE:
        return NotYet(
            "other_way_round",
            f"Your rule sees the difference and names it the wrong way round: it reads {zeros} of 200 zeros and {ones} "
            "of 200 ones.",
        )
    larger = np.array([int(np.asarray(call(answer, image * 255)).item()) for image in images])
    if (larger == labels).mean() >= LEAST_BY_RULE:
        return NotYet(
            "wrong_scale",
            f"Your rule would work on pixels from 0 to 255. These were divided by 255: the darkest is {images.max():g}, "
            f"so it reads {zeros} of 200 zeros and {ones} of 200 ones.",
        )
    if len(set(said)) == 1:
        return NotYet(
            "always_the_same",
            f"Your function says {said[0]} to all 400 pictures. Let it look at `image`: where does a 0 have paper and a 1 ink?",
        )
    return NotYet(
        "not_enough",
        f"Your rule reads {zeros} of 200 zeros and {ones} of 200 ones. At least 360 of the 400 are asked. Look at some "
        f"that it misses: where do they differ from the {'zeros' if zeros < ones else 'ones'} you had in mind?",
    )


def _zero_or_one(value: Any) -> bool:
    try:
        return float(np.asarray(value).item()) in (0.0, 1.0)
    except (TypeError, ValueError):
        return False


# ------------------------------------------------------------------------------------------- their own network


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
    x_test, y_test, x_train, y_train = _digits()
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
    if read >= LEAST_READ:
        return Correct(
            f"{weights:,} weights, and it reads {_percent(read)} of 10,000 digits it has never seen. The next cell shows "
            "the ones it is most wrong about."
        )
    return _why_too_few(answer, read, x_test, y_test, x_train, y_train)


def _no_network(answer: Any) -> NotYet | None:
    if isinstance(answer, type):
        return NotYet(
            "not_a_model",
            f"You passed the class {answer.__name__}, a plan. Make a network from it and train that.",
        )
    if is_model(getattr(answer, "model", None)) and isinstance(getattr(answer, "history", None), dict):
        return NotYet(
            "history",
            "You passed what `fit` returns, the diary of the training. The network itself is asked: `fit` changes it in place.",
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


def _why_too_few(model, read, x_test, y_test, x_train, y_train) -> NotYet:
    """Say what kept the network below the mark, by how it does on other pictures."""
    if read < 0.2:
        return NotYet(
            "untrained",
            f"Your network reads {_percent(read)} of the test digits, as many as blind guessing. Has it been trained, and "
            "with each picture's own label?",
        )
    large = float((_predictions(model, x_test * 255).argmax(axis=1) == y_test).mean())
    if large > read + 0.02:
        return NotYet(
            "unnormalised",
            f"Your network reads {_percent(read)} of `x_test`, and {_percent(large)} of the same digits with pixels from 0 "
            "to 255. What were the pixels it was trained on?",
        )
    known = float((_predictions(model, x_train).argmax(axis=1) == y_train).mean())
    if read > known + 0.015:
        return NotYet(
            "trained_on_test",
            f"Your network reads {_percent(read)} of the test digits but only {_percent(known)} of the training digits. "
            "From which of the two has it learned?",
        )
    return NotYet(
        "reads_too_few",
        f"Your network reads {_percent(read)} of the test digits, and {_percent(known)} of the first 10,000 training "
        f"digits; {_percent(LEAST_READ)} of the test digits are asked. {_advice(read, known)}",
    )


def _advice(read: float, known: float) -> str:
    if known > read + 0.02:
        return "It knows what it was shown better than what is new. Did it see all 60,000 training pictures?"
    return "It has room to learn: more neurons, another activation, or more epochs."


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
