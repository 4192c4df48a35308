"""Sentences about pictures, labels and outputs that are not what was expected; None where all is well.

Each sentence quotes what was seen, says what was expected and, where there is one, what to type. It
begins in lower case, ready for `raise ValueError(sentence)`. NumPy only: a model is looked at (`about_model`, in `dlcourse.model_words`) without loading Keras.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.model_words import RUN_AWAY, about_model

__all__ = ["about_counts", "about_images", "about_labels", "about_model", "about_outputs"]

SLACK = 0.05  # a picture turned or enlarged may leave the range 0 to 1 by this much
INK = 16  # a largest value from here on means pixels of 0 to 255; standardised pictures stay far below
TWICE = 1.01 / 255  # the largest value of pictures that were divided by 255 two times


def about_images(images: Any, shape: tuple[int, ...] = (28, 28, 1), *, scaled: bool = True) -> str | None:
    """Return what is wrong with a batch of pictures, or None.

    images: anything array-like that should have the shape (n, *shape). shape: of one picture, with or without the
    channel axis, or one row like (784,). scaled: should the values lie between 0 and 1?
    """
    array, fault = _numbers(images, "images", f"an array of shape {_batch(shape)}")
    if fault:
        return fault
    return _about_shape(array.shape, tuple(shape)) or _about_values(array, scaled)


def about_labels(labels: Any, classes: int, *, one_hot: bool = False, images: Any = None) -> str | None:
    """Return what is wrong with labels, or None.

    classes: how many there are. Labels should be whole numbers 0 to classes - 1 in a row of shape (n,), as
    `sparse_categorical_crossentropy` takes them; with `one_hot`, rows of shape (n, classes) that each add up to 1, as
    `categorical_crossentropy` does. images: what they belong to; there must be as many.
    """
    wanted = (
        f"rows of {classes} numbers, shape {_batch((classes,))}"
        if one_hot
        else f"classes, whole numbers from 0 to {classes - 1},"
    )
    array, fault = _numbers(labels, "labels", wanted)
    if fault:
        return fault
    fault = _about_rows(array, classes) if one_hot else _about_classes(array, classes)
    if fault or images is None:
        return fault
    return about_counts(images, array)


def about_counts(images: Any, labels: Any) -> str | None:
    """Return a sentence if there are not as many labels as images, or None."""
    try:
        many, few = len(images), len(labels)
    except TypeError:  # one of them is no array at all, which is another sentence
        return None
    if many == few:
        return None
    return f"there are {many:,} images and {few:,} labels: each image needs one label. Were both cut in the same way?"


def about_outputs(values: Any, classes: int | None = None, *, probabilities: bool = False) -> str | None:
    """Return what is wrong with what a model gave, or None.

    classes: how many numbers there should be for each example, shape (n, classes). probabilities: should the numbers
    of each example lie between 0 and 1 and, where there are several, add up to 1?
    """
    wanted = "numbers" if classes is None else f"numbers of shape {_batch((classes,))}"
    array, fault = _numbers(values, "outputs", wanted)
    if fault:
        return fault
    fault = _about_size(array, classes)
    if fault:
        return fault
    fault = _about_finite(array, "outputs")
    if fault:
        return f"{fault} {RUN_AWAY}"
    return _about_probabilities(array) if probabilities else None


def _about_shape(seen: tuple[int, ...], wanted: tuple[int, ...]) -> str | None:
    """The shape of a batch against that of one picture."""
    if seen[1:] == wanted:
        return None
    expected = f"{_batch(wanted)} is expected"
    if seen == wanted:
        return (
            f"the shape {seen} is that of one picture; {expected}: a batch, even of a single picture. "
            "`images[None]` puts the missing axis in front."
        )
    return (_about_channels(seen, wanted, expected) if len(wanted) == 3 else None) or _about_arrangement(
        seen, wanted, expected
    )


def _about_channels(seen: tuple[int, ...], wanted: tuple[int, ...], expected: str) -> str | None:
    """The slips that a channel axis brings with it."""
    *size, channels = wanted
    plain = tuple(size)
    if channels == 1 and seen[1:] == plain:
        return (
            f"the pictures have the shape {plain}, {wanted} is expected: the channel axis is missing. "
            "`images[..., None]` adds it."
        )
    if channels == 1 and seen == plain:
        return (
            f"the shape {seen} is that of one picture without its channel axis; {expected}. "
            "`images[None, ..., None]` adds both axes."
        )
    if seen[1:] == (channels, *size):
        return (
            f"the pictures have the shape {seen[1:]}, {wanted} is expected: the channels come first instead of last. "
            "`np.moveaxis(images, 1, -1)` puts them last."
        )
    if len(seen) == 4 and seen[1:3] == plain:
        return (
            f"the pictures have {_many(seen[3], 'channel')}, expected is {_many(channels, 'channel')}: shape {seen[1:]} instead of "
            f"{wanted}."
        )
    return None


def _about_arrangement(seen: tuple[int, ...], wanted: tuple[int, ...], expected: str) -> str:
    """The same numbers arranged otherwise, another size, or something else altogether."""
    if len(seen) > 1 and int(np.prod(seen[1:])) == int(np.prod(wanted)):
        if len(wanted) > 1 and seen[1:] == (*wanted, 1):
            return f"the pictures have the shape {seen[1:]}, {wanted} is expected, without a channel axis. `images[..., 0]` takes it away."
        inside = ", ".join(map(str, wanted))
        return (
            f"the pictures have the shape {seen[1:]}, {wanted} is expected: the same numbers, arranged otherwise. "
            f"`images.reshape(-1, {inside})` arranges them."
        )
    if len(seen) == len(wanted) + 1:
        if len(wanted) == 1:
            return f"each example has {seen[1]} numbers; {wanted[0]} are expected."
        return (
            f"the pictures are {seen[1]} x {seen[2]} pixels large, {wanted[0]} x {wanted[1]} is expected: shape "
            f"{seen[1:]} instead of {wanted}."
        )
    return f"the shape is {seen}; {expected}, where n is the number of pictures."


def _about_values(array: np.ndarray, scaled: bool) -> str | None:
    fault = _about_finite(array, "images")
    if fault or not scaled:
        return fault
    lowest, highest = float(array.min()), float(array.max())
    if highest > 1 + SLACK and (highest >= INK or array.dtype.kind in "iu"):
        return (
            f"the largest value in the pictures is {highest:g}; values from 0 to 1 are expected. They are not scaled: "
            '`images.astype("float32") / 255`.'
        )
    if highest > 1 + SLACK or lowest < -SLACK:
        return f"the values in the pictures go from {lowest:.3g} to {highest:.3g}; values from 0 to 1 are expected."
    if 0 < highest <= TWICE:
        return f"the largest value in the pictures is {highest:.2g}; values from 0 to 1 are expected. Were they divided by 255 twice?"
    return None


def _about_classes(array: np.ndarray, classes: int) -> str | None:
    """Labels that should be a row of whole numbers."""
    wanted = f"classes, whole numbers from 0 to {classes - 1}, are expected"
    if array.ndim == 2 and array.shape[1] == classes and classes > 1:
        first = _row(array[0])
        if _is_one_hot(array):
            return (
                f"the labels have the shape {array.shape}: they are one-hot, the first is {first}; {wanted}, in a row of shape "
                f"({len(array)},). `labels.argmax(axis=1)` makes them."
            )
        return (
            f"the labels have the shape {array.shape}, {classes} numbers for each example, the first are {first}; {wanted}. "
            "Are they probabilities? `.argmax(axis=1)` makes classes of them."
        )
    broken = _first_broken(array)
    if broken is not None:
        return (
            f"the labels hold {broken:.4g}; {wanted}."
            + (" Is it a probability? `(labels > 0.5).astype(int)` makes classes 0 and 1." if classes == 2 and 0 < broken < 1 else "")
        )  # fmt: skip
    if array.ndim == 2 and array.shape[1] == 1:
        return f"the labels have the shape {array.shape}, a column; a row of shape ({len(array)},) is expected. `labels.ravel()` makes one."
    if array.ndim != 1:
        return (
            f"the labels have the shape {array.shape}; {wanted}, one for each example: a row of shape (n,)."
        )
    lowest, highest = int(array.min()), int(array.max())
    if lowest < 0 or highest >= classes:
        start = " Counting starts at 0." if (lowest, highest) == (1, classes) else ""
        return f"the labels go from {lowest} to {highest}; {wanted}.{start}"
    return None


def _about_rows(array: np.ndarray, classes: int) -> str | None:
    """Labels that should be one-hot."""
    wanted = f"one-hot rows of shape {_batch((classes,))} are expected"
    if array.ndim == 1 or (array.ndim == 2 and array.shape[1] == 1 and classes > 1):
        return (
            f"the labels have the shape {array.shape}: one number for each example, the first is {array.flat[0]:g}; {wanted}. "
            f"`keras.utils.to_categorical(labels, {classes})` makes them."
        )
    if array.ndim != 2 or array.shape[1] != classes:
        return f"the labels have the shape {array.shape}; {wanted}: {classes} classes."
    fault = _about_finite(array, "labels")
    if fault:
        return fault
    odd = np.flatnonzero((array < 0).any(axis=1) | ~np.isclose(array.sum(axis=1, dtype=float), 1, atol=1e-3))
    if len(odd):
        return f"row {odd[0]} of the labels is {_row(array[odd[0]])}; {wanted}, in each of which the numbers add up to 1."
    return None


def _about_size(array: np.ndarray, classes: int | None) -> str | None:
    if classes is None or array.shape[1:] == (classes,):
        return None
    if array.ndim == 1 and len(array) == classes:
        return f"the outputs have the shape {array.shape}, those of one example; {_batch((classes,))} is expected. `outputs[None]` puts the missing axis in front."
    return f"the outputs have the shape {array.shape}; {_batch((classes,))} is expected, {_many(classes, 'number')} for each example."


def _about_probabilities(array: np.ndarray) -> str | None:
    lowest, highest = float(array.min()), float(array.max())
    if lowest < -1e-3 or highest > 1 + 1e-3:
        return f"the outputs go from {lowest:.3g} to {highest:.3g}; probabilities lie between 0 and 1. Which activation has the output layer?"
    if array.ndim == 2 and array.shape[1] > 1:
        totals = array.sum(axis=1, dtype=float)
        odd = np.flatnonzero(~np.isclose(totals, 1, atol=1e-2))
        if len(odd):
            return f"the outputs of example {odd[0]} add up to {totals[odd[0]]:.3g}; probabilities of classes add up to 1."
    return None


def _about_finite(array: np.ndarray, name: str) -> str | None:
    if array.dtype.kind != "f":
        return None
    bad = ~np.isfinite(array)
    if not bad.any():
        return None
    rows = np.flatnonzero(bad.reshape(len(array), -1).any(axis=1))
    what = "nan (not a number)" if np.isnan(array).any() else "infinity"
    return (
        f"{len(rows):,} of {len(array):,} {name} hold {what}, the first is number {rows[0]}; "
        "finite numbers are expected."
    )


def _numbers(value: Any, name: str, wanted: str) -> tuple[np.ndarray, str | None]:
    """The value as an array of at least one axis with something in it; or a sentence why it is none."""
    nothing, verb = np.empty(0), "is" if wanted.startswith("an ") else "are"
    if value is None or value is ...:
        return nothing, f"{name} is {'`...`' if value is ... else 'None'}; {wanted} {verb} expected."
    try:
        array = np.asarray(value.detach() if hasattr(value, "detach") else value)
        if array.dtype.kind == "O":
            array = np.array([np.asarray(item) for item in array]) if array.ndim == 1 else array.astype(float)
    except Exception:
        text = f"{name} is no array but an object of the class {type(value).__name__}"
        if isinstance(value, list | tuple):
            text = f"{name} is a {type(value).__name__} whose entries have different shapes or are no numbers"
        return nothing, f"{text}; {wanted} {verb} expected."
    if array.dtype.kind in "US" and array.size:
        return nothing, f"{name} hold texts such as {str(array.flat[0])[:30]!r}; {wanted} {verb} expected."
    if array.dtype.kind not in "biuf":
        return nothing, f"{name} is an object of the class {type(value).__name__}; {wanted} {verb} expected."
    if array.ndim == 0:
        return nothing, f"{name} is the single number {array.item():g}; {wanted} {verb} expected."
    if not array.size:
        return nothing, f"{name} is empty, its shape is {array.shape}; {wanted} {verb} expected."
    return array, None


def _first_broken(array: np.ndarray) -> float | None:
    """The first entry that is no whole number."""
    if array.dtype.kind != "f":
        return None
    broken = array[array != np.floor(array)]
    return float(broken.flat[0]) if broken.size else None


def _is_one_hot(array: np.ndarray) -> bool:
    return bool(np.isin(array, (0, 1)).all() and (array.sum(axis=1, dtype=float) == 1).all())


def _row(numbers: np.ndarray) -> str:
    shown = [f"{number:.3g}" for number in numbers[:10]]
    return f"[{', '.join(shown)}{', ...' if len(numbers) > 10 else ''}]"


def _batch(shape: tuple[int, ...]) -> str:
    return f"(n, {', '.join(map(str, shape))})"


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
