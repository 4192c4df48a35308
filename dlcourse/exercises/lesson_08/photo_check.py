"""How exercise 8.9 is judged: a small network that checks what it is given, and what became of its scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, Seen, call, function_check, show
from dlcourse.checking.calling import LearnerError

SIDE = 28
_CLASSES = 10
_NO_PICTURES = "expected shape=(None, 28, 28, 1), found shape="


class Scores(np.ndarray):
    """Scores as an array that can also be asked for `.numpy()`, as those of a Keras model can."""

    __module__ = "__main__"

    def numpy(self) -> np.ndarray:
        """The same numbers as a plain array."""
        return np.asarray(self)


class Network:
    """A trained network as far as the exercise goes: called with (n, 28, 28, 1) it gives (n, 10) scores.

    strict: as a layer alone, which does not add a missing channel axis. `got`: what it was called with last.
    """

    __module__ = "__main__"  # shown where the learner's code fails on it
    input_shape = (None, SIDE, SIDE, 1)
    output_shape = (None, _CLASSES)

    def __init__(self, strict: bool = False) -> None:
        # weights of a size that makes scores of a few units for pixels from 0 to 1; biases and a bend, so that scaling
        # the scores is not scaling the pixels
        rng = np.random.default_rng(8)
        self._weights = rng.normal(scale=0.08, size=(SIDE * SIDE, 16))
        self._bias = rng.normal(size=16)
        self._last_weights = rng.normal(scale=0.5, size=(16, _CLASSES))
        self._last_bias = rng.normal(size=_CLASSES)
        self._strict = strict
        self.got: np.ndarray | None = None

    def __call__(self, inputs: Any, training: bool = False) -> Scores:
        """Return the scores (n, 10) of pictures (n, 28, 28, 1); ValueError for any other shape."""
        images = np.asarray(inputs, dtype=float)
        if images.ndim == 3 and images.shape[1:] == (SIDE, SIDE) and not self._strict:
            images = images[..., None]  # Keras adds this axis itself where only it is missing
        if images.shape[1:] != (SIDE, SIDE, 1):
            raise ValueError(f"Input has incompatible shape: {_NO_PICTURES}{images.shape}")
        self.got = images
        hidden = np.maximum(images.reshape(len(images), -1) @ self._weights + self._bias, 0)
        return (hidden @ self._last_weights + self._last_bias).view(Scores)

    def __repr__(self) -> str:
        return "the network"

    def predict(self, x: Any, *more: Any, **options: Any) -> np.ndarray:
        """The same as a plain array, by the names that Keras has for many pictures."""
        return self(x).numpy()

    predict_on_batch = predict
    call = __call__


def probabilities(
    network: Network, photos: np.ndarray, prepare: Callable = lambda p: p / 255.0, axis: Any = 1
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
    network = Network()
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
    "scaled_to_each_brightest": Mistake(
        _prepared(lambda p: p / p.max(axis=(1, 2), keepdims=True)),
        _said("You divide each photograph by its own brightest pixel, so a dark one gets brighter than it was. In training the divisor was always the same: 255."),
    ),
    "whole_numbers": Mistake(_prepared(lambda p: p // 255), _said("Nearly all pixels have become 0: `//`, or `astype(int)`, leaves whole numbers only. Greys lie between.")),
    "inverted": Mistake(_prepared(lambda p: 1 - p / 255.0), _said("The scale is right, but light and dark are exchanged. The training pictures were not.")),
    "centred_on_zero": Mistake(_prepared(lambda p: p / 127.5 - 1), _said("Your pixels go from −1 to 1. In training they went from 0 to 1.")),
    "inverted_unscaled": Mistake(_prepared(lambda p: 255.0 - p), _said("Light and dark are exchanged, and the pixels still go to 255. In training they went from 0 to 1, and were not exchanged.")),
    "clipped": Mistake(_prepared(lambda p: np.clip(p, 0, 1)), _said("Every pixel above 1 has become 1, so the greys are gone. Scale them in place of cutting them off.")),
    "black_and_white": Mistake(_prepared(lambda p: (p > 127) * 1.0), _said("Your pixels are 0 or 1. In training there were greys between.")),
    "standardised": Mistake(
        _prepared(lambda p: (p - p.mean()) / p.std()),
        _said("You give the pixels a mean of 0 and a spread of 1. In training they went from 0 to 1: do to new pictures exactly what was done to the training pictures."),
    ),
    "scores_scaled": Mistake(
        lambda network, photos: _softmax(network(photos * 1.0) / 255.0),
        _said("You divide the *scores* by 255. The network has biases and bends, so that is not the same as pixels from 0 to 1: scale what goes in."),
    ),
    "one_hot": Mistake(_of_scores(lambda s: np.eye(_CLASSES)[s.argmax(axis=1)]), _said("That is 1 for the largest score, and 0. How sure the network is gets lost; softmax keeps it.")),
    "shares_without_powers": Mistake(_of_scores(lambda s: s / s.sum(axis=1, keepdims=True)), _said("Scores divided by their sum: they add up to 1, but with scores below 0 some would be negative. What does softmax do to the scores first?")),
    "logarithms": Mistake(_of_scores(lambda s: np.log(_softmax(s))), _said("These are logarithms of the probabilities. The probabilities themselves are asked.")),
    "percent": Mistake(_of_scores(lambda s: 100 * _softmax(s)), _said("That is in percent. Probabilities that add up to 1 are asked.")),
    "rounded": Mistake(_of_scores(lambda s: _softmax(s).round()), _said("The probabilities have been rounded to 0 or 1. Leave them as they are.")),
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
    rtol=2e-3,  # pixels kept as float16 are right as well
    atol=1e-6,
    success="New pictures go through exactly what the training pictures went through, and softmax shares 1 among the classes of each picture.",
)  # fmt: skip


def check_probabilities(answer: Any) -> Correct | NotYet:
    """Judge the function by what it returns; a shape that the network refuses gets its own sentence."""
    try:
        verdict = _JUDGED(answer)
    except LearnerError as error:
        fault = _refused(error)
        if fault is None:
            raise
        return fault
    if isinstance(verdict, Correct):
        return _with_axis_said(answer, verdict)
    if verdict.code == "wrong_value":
        return _half(answer) or verdict
    if verdict.code == "not_scaled":  # saturated: any large numbers give the same
        return _half(answer, known=255) or verdict
    return verdict


def _with_axis_said(answer: Any, verdict: Correct) -> Correct:
    """A model adds a missing channel axis itself, and a layer does not: right, but worth a sentence."""
    try:
        call(answer, Network(strict=True), np.zeros((2, SIDE, SIDE), dtype="uint8"))
    except LearnerError as error:
        if _NO_PICTURES in str(error.cause):
            added = "One thing to know: your `x` has no channel axis. A whole model adds it where only that is missing; a convolution alone refuses, as you have seen."
            return Correct(f"{verdict.note} {added}")
    return verdict


def _half(answer: Any, known: float | None = None) -> NotYet | None:
    """Which half is wrong, for one that nobody foresaw: what goes in, or what is made of the scores?"""
    network, photos = Network(), np.arange(SIDE * SIDE).reshape(1, SIDE, SIDE) % 256
    call(answer, network, photos.astype("uint8"))
    if network.got is None or network.got.max() == known:
        return None
    x = network.got.reshape(-1)
    if x.size == photos.size and np.allclose(x, photos.ravel() / 255, atol=1e-3):
        text = "The pixels are right now. What you make of the ten scores is not: softmax takes the scores as they are."
        return NotYet("only_the_pixels", text)
    if x.size == photos.size and np.allclose(np.sort(x), np.sort(photos.ravel() / 255), atol=1e-3):
        text = "The pixels go from 0 to 1 now, but they are not where they were in the photograph. What moved them?"
        return NotYet("pixels_moved", text)
    text = f"For pixels from 0 to 255 your network gets numbers from {show(x.min(), 3)} to {show(x.max(), 3)}. In training they went from 0 to 1."
    return NotYet("other_pixels", text)


def _refused(error: LearnerError) -> NotYet | None:
    text = str(error.cause)
    if _NO_PICTURES not in text:
        return None
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


check_probabilities.codes = (
    "no_channel_axis",
    "channels_first",
    "only_the_pixels",
    "other_pixels",
    "pixels_moved",
    *_JUDGED.codes,
)  # type: ignore[attr-defined]
