"""How exercise 8.9 is judged: a small network that checks what it is given, and what became of its scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, Seen, function_check, show
from dlcourse.checking.calling import LearnerError

SIDE = 28
_CLASSES = 10
_NO_PICTURES = "expected shape=(None, 28, 28, 1), found shape="


class ScoresNetwork:
    """A trained network as far as the exercise goes: called with (n, 28, 28, 1) it gives (n, 10) scores."""

    input_shape = (None, SIDE, SIDE, 1)
    output_shape = (None, _CLASSES)

    def __init__(self) -> None:
        # weights of a size that makes scores of a few units for pixels from 0 to 1
        self._weights = np.random.default_rng(8).normal(scale=0.15, size=(SIDE * SIDE, _CLASSES))

    def __call__(self, images: Any, training: bool = False) -> np.ndarray:
        """Return the scores (n, 10) of pictures (n, 28, 28, 1); ValueError for any other shape."""
        images = np.asarray(images, dtype=float)
        if images.ndim == 3 and images.shape[1:] == (SIDE, SIDE):
            images = images[..., None]  # Keras adds this axis itself where only it is missing
        if images.shape[1:] != (SIDE, SIDE, 1):
            raise ValueError(f"Input has incompatible shape: {_NO_PICTURES}{images.shape}")
        return images.reshape(len(images), -1) @ self._weights

    def predict(self, images: Any, **options: Any) -> np.ndarray:
        """The same, by the name that Keras has for many pictures."""
        return self(images)


def probabilities(
    network: ScoresNetwork, photos: np.ndarray, prepare: Callable = lambda p: p / 255.0, axis: Any = 1
) -> np.ndarray:
    """The reference: scaled, with a channel axis, softmax over the ten scores of each photograph."""
    scores = network(prepare(np.asarray(photos))[..., None])
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def _prepared(prepare: Callable, axis: Any = 1) -> Callable:
    return lambda network, photos: probabilities(network, photos, prepare, axis)


def _of_scores(behaviour: Callable[[np.ndarray], Any]) -> Callable:
    return lambda network, photos: behaviour(network(photos / 255.0))


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _cases(rng: np.random.Generator) -> list[tuple]:
    network = ScoresNetwork()
    dark = rng.integers(0, 180, (2, SIDE, SIDE), dtype="uint8")
    return [
        (network, rng.integers(0, 256, (1, SIDE, SIDE), dtype="uint8")),
        (network, dark),
        (network, rng.integers(0, 256, (5, SIDE, SIDE), dtype="uint8") * (rng.random((5, SIDE, SIDE)) < 0.3)),
    ]


def _row(value: Any) -> str:
    row = np.asarray(value, dtype=float)
    row = row[0] if row.ndim > 1 else row
    return f"[{', '.join(f'{number:.3g}' for number in row[:3])}, ...]"


def _said(text: str) -> Callable[[Seen], str]:
    def said(seen: Seen) -> str:
        many = len(seen.inputs["photos"])
        return f"For {many} photograph{'s' if many > 1 else ''} you return {_row(seen.got)} for the first. {text}"

    return said


_SCALE = "In training the pixels went from 0 to 1, and these go to 255, so that the network is certain of nearly anything. Do to new pictures what was done to the training pictures."

MISTAKES = {
    "both_left": Mistake(
        _prepared(lambda p: p * 1.0, axis=0),
        _said(
            "With one photograph, ten classes with a probability of 1 each: they should add up to 1 together. Over which axis does "
            "the softmax run? And there is another bug, in what goes into the network."
        ),
    ),
    "softmax_over_the_batch": Mistake(
        _prepared(lambda p: p / 255.0, axis=0),
        _said(
            "The pixels are right now. With one photograph every class gets 1, since your softmax runs down the photographs. Which "
            "numbers should add up to 1?"
        ),
    ),
    "not_scaled": Mistake(_prepared(lambda p: p * 1.0), _said(f"The softmax is right now. {_SCALE}")),
    "softmax_over_everything": Mistake(
        _prepared(lambda p: p / 255.0, axis=None),
        lambda seen: f"For {len(seen.inputs['photos'])} photographs all your numbers together add up to 1. Each photograph's ten should: give the softmax its axis.",
    ),
    "scaled_twice": Mistake(_prepared(lambda p: p / 255.0 / 255.0), _said("All classes are nearly equal: the pixels were divided by 255 twice and are nearly 0.")),
    "scaled_by_256": Mistake(_prepared(lambda p: p / 256.0), _said("That is close. The largest pixel is 255, and in training it became exactly 1.")),
    "scaled_to_brightest": Mistake(
        _prepared(lambda p: p / p.max()),
        _said("You divide by the brightest pixel of *these* photographs, so a dark one gets brighter than it was. In training the divisor was always the same: 255."),
    ),
    "whole_numbers": Mistake(_prepared(lambda p: p // 255), _said("Nearly all pixels have become 0: `//`, or `astype(int)`, leaves whole numbers only. Greys lie between.")),
    "inverted": Mistake(_prepared(lambda p: 1 - p / 255.0), _said("The scale is right, but light and dark are exchanged. The training pictures were not.")),
    "centred_on_zero": Mistake(_prepared(lambda p: p / 127.5 - 1), _said("Your pixels go from −1 to 1. In training they went from 0 to 1.")),
    "no_softmax": Mistake(_of_scores(lambda s: s), _said("These are the scores themselves. Softmax makes probabilities of them.")),
    "not_divided": Mistake(_of_scores(np.exp), _said("These are the powers of e. They become probabilities when they are divided by their sum.")),
    "classes_returned": Mistake(_of_scores(lambda s: s.argmax(axis=1)), "You return {got}: the class of each photograph. All ten probabilities are asked."),
    "largest_returned": Mistake(_of_scores(lambda s: _softmax(s).max(axis=1)), "You return {got}: how sure it is of its answer. All ten probabilities are asked."),
    "softmax_twice": Mistake(_of_scores(lambda s: _softmax(_softmax(s))), _said("All classes are nearly equal: softmax was applied to probabilities. Once is enough.")),
    "sigmoid": Mistake(_of_scores(lambda s: 1 / (1 + np.exp(-s))), _said("That is the sigmoid of each score alone. Ten classes that exclude each other share 1 among them.")),
    "first_photo_only": Mistake(
        lambda network, photos: probabilities(network, photos[:1]),
        lambda seen: f"For {len(seen.inputs['photos'])} photographs you return the probabilities of the first one only.",
    ),
}  # fmt: skip

_JUDGED = function_check(
    probabilities,
    arguments=("network", "photos"),
    cases=_cases,
    mistakes=MISTAKES
    | {"first_row_only": Mistake(_of_scores(lambda s: _softmax(s)[0]), "You return the ten probabilities of one photograph, without an axis for the batch: shape (10,). For n photographs (n, 10) is asked.")},
    rtol=1e-4,
    atol=1e-6,
    success="New pictures go through exactly what the training pictures went through, and softmax shares 1 among the classes of each picture.",
)  # fmt: skip


def check_probabilities(answer: Any) -> Correct | NotYet:
    """Judge the function by what it returns; a shape that the network refuses gets its own sentence."""
    try:
        return _JUDGED(answer)
    except LearnerError as error:
        text = str(error.cause)
        if _NO_PICTURES not in text:
            raise
        shape = text.partition(_NO_PICTURES)[2]
        if shape.replace(" ", "").endswith(",1,28,28)"):
            return NotYet(
                "channels_first",
                f"Your network gets {shape}: the channel axis comes last here, (n, 28, 28, 1).",
            )
        return NotYet(
            "no_channel_axis",
            f"The network gets an array of shape {shape}; it takes (n, 28, 28, 1): how many pictures, rows, columns, channels. "
            f"`photos[..., np.newaxis]` of {show((1, SIDE, SIDE))} makes that.",
        )


check_probabilities.codes = ("no_channel_axis", "channels_first", *_JUDGED.codes)  # type: ignore[attr-defined]
