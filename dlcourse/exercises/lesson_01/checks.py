"""How lesson 1 judges three functions: pictures made ready, a fair split, and a rule that reads digits."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from dlcourse.checking import Correct, NotYet, call, function_check, generator, not_a_function, show
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.compare import plain
from dlcourse.datasets import mnist

LEAST_BY_RULE = 0.9
LEAST_THE_OTHER_WAY = 0.75


@cache
def held_digits() -> tuple[np.ndarray, np.ndarray]:
    """The test pictures, (10000, 28, 28) from 0 to 1, and their labels; the training pictures stay packed."""
    from dlcourse.datasets.files import read

    with np.load(io.BytesIO(read("mnist.npz"))) as packed:
        return packed["x_test"].astype("float32") / 255, packed["y_test"]


@cache
def training_digits(many: int = 5_000) -> tuple[np.ndarray, np.ndarray]:
    """The first training pictures, (many, 28, 28) from 0 to 1, and their labels."""
    (x_train, y_train), _ = mnist()
    return x_train[:many].astype("float32") / 255, y_train[:many]


# ------------------------------------------------------------------------------------------------ normalise


def check_normalise(
    reference: Callable, *, cases: Callable, **options: Any
) -> Callable[[Any], Correct | NotYet]:
    """Return a `function_check` that says of any other wrong result what became of the pixels of the first case."""
    names = ("train_images", "test_images")
    judged = function_check(reference, arguments=names, cases=cases, **options)

    def check(answer: Any) -> Correct | NotYet:
        try:
            verdict = judged(answer)
        except LearnerError as error:
            if "cannot reshape" in str(error.cause):
                return NotYet(
                    "reshaped",
                    "Your function gives the pictures another shape, and the ones it was tried on are small: 2 pixels by 2. "
                    "Leave the shape as it is; normalising changes numbers only.",
                )
            if "Cannot cast ufunc" not in str(error.cause):
                raise
            return NotYet(
                "in_place",
                "`/=` wants to put the decimals back into the array that is there, and this one holds only whole numbers "
                "from 0 to 255. Divide with `/`: that makes a new array.",
            )
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        train, test = cases(generator())[0]
        made = call(answer, train, test, names=names)
        return NotYet(
            "wrong_value",
            f"Of the training pixels {pixels(train)} your function makes {pixels(made[0])}, of the test pixels {pixels(test)} "
            f"it makes {pixels(made[1])}. Paper, 0, should stay 0 and full ink, 255, become 1, the same in both sets: "
            "what must 255 be divided by?",
        )

    check.codes = (*judged.codes, "in_place", "reshaped", "wrong_value")  # type: ignore[attr-defined]
    return check


def pixels(images: Any) -> str:
    """The numbers of a small set of pictures, for a message."""
    return ", ".join(show(float(number)) for number in np.ravel(images))


# ------------------------------------------------------------------------------------------------- hold_out


def check_hold_out(answer: Any) -> Correct | NotYet:
    """Judge a function that splits pictures and labels into training and test: any n of them may be held out."""
    names = ("images", "labels", "n")
    wrong = not_a_function(answer, names)
    if wrong:
        return wrong
    rng = generator()
    for many, n in ((6, 2), (12, 3), (9, 1), (60, 30)):  # in the last, a draw that puts back draws some twice
        images = rng.permutation(many * 4).reshape(many, 2, 2).astype(float)
        labels = rng.permutation(many)
        parts = call(answer, images, labels, n, names=names)
        fault = _fault_of_split(parts, images, labels, n)
        if fault:
            return fault
    return Correct(f"No picture is on both sides, and none is lost. {_order_of_split(parts[2], images, n)}")


def _order_of_split(x_test: Any, images: np.ndarray, n: int) -> str:
    """What to add about where the test pictures were taken from."""
    for cut, where, digit in ((images[:n], "first", "zeros"), (images[-n:], "last", "nines")):
        if np.array_equal(x_test, cut):
            return (
                f"One trap is left: in a file sorted by digit, the {where} pictures are all {digit}. Then shuffle before "
                "you split, pictures and labels in the same order."
            )
    return "And as you do not take them from one end, a file sorted by digit would do no harm."


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
    if x_train.ndim == 3 and y_train.ndim == 3 and x_test.ndim == 1:
        return NotYet(
            "other_order",
            "The four parts are right, in another order: you return both sets of pictures first. Asked is "
            "`x_train, y_train, x_test, y_test`, the order in which Keras gives its data sets.",
        )
    if x_train.ndim == 1 and 3 in (y_train.ndim, x_test.ndim, y_test.ndim):
        return NotYet(
            "other_order",
            "Labels stand where pictures belong. Asked is `x_train, y_train, x_test, y_test`: the pictures to learn "
            "from and their labels, then the pictures to test with and theirs.",
        )
    if x_test.shape == images.shape[1:]:
        return NotYet(
            "one_picture",
            "Your `x_test` is one single picture. `images[n]` is picture number n; a colon makes it the first n of "
            "them, or all from there on.",
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
            "changed",
            "Some of the pictures you return are none of those you were given. Leave their pixels as they are.",
        )
    both = len(set(train) & set(test))
    if both:
        return NotYet(
            "tested_on_training",
            f"Of {many} pictures, {n} to be held out, {both} of your {len(test)} test pictures "
            f"{'is' if both == 1 else 'are'} in the training set as well. The network would be asked what it was shown: "
            "that measures memory, as with the 600 digits above.",
        )
    if len(train) == n != len(test):
        return NotYet(
            "sizes_swapped",
            f"With n = {n} of {many} pictures you train on {len(train)} and test on {len(test)}. It is the test set "
            "that should have n; most pictures are for learning.",
        )
    if len(test) != n:
        return NotYet("wrong_count", f"With n = {n} of {many} pictures your test set holds {len(test)}.")
    if len(set(test)) != n:
        return NotYet(
            "drawn_twice",
            f"With n = {n} of {many} pictures your test set holds only {len(set(test))} different ones: you draw some of "
            "them twice. `np.random.permutation(len(images))` puts every place into a random order, each once.",
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
    x_test, y_test = held_digits()
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
                "returns_none",
                f"For a {labels[len(said)]} your function returns nothing (None). On every way through it, its last step "
                "must be `return` and 0 or 1; `print` returns nothing.",
            )
        if not _zero_or_one(one):
            return NotYet(
                "neither",
                f"For a {labels[len(said)]} your function returns {show(one)}. The number 0 or the number 1 is asked"
                f"{', without quotation marks' if isinstance(one, str) else ''}.",
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
    if (said != labels).mean() >= LEAST_THE_OTHER_WAY:
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
        f"Your rule reads {zeros} of 200 zeros and {ones} of 200 ones; at least 360 of the 400 are asked. "
        + _example(answer, 0 if zeros < ones else 1),
    )


def _zero_or_one(value: Any) -> bool:
    number = plain(value)
    return isinstance(number, bool | int | float) and number in (0, 1)


def _example(answer: Callable, digit: int) -> str:
    """Where to look: a training digit of this kind that the rule misses. The test digits are for counting only."""
    x_train, y_train = training_digits()
    for place in np.flatnonzero(y_train == digit):
        if int(np.asarray(call(answer, x_train[place], names=("image",))).item()) != digit:
            return (
                f"What do the {('zeros', 'ones')[digit]} look like that it misses? One of them is in the training set: "
                f"`plots.images(x_train[{place}:{place + 1}])`."
            )
    return f"It misses {('zeros', 'ones')[digit]} more often: look at some in `x_train`."
