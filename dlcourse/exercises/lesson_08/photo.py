"""Exercise 8.9, a bug hunt: photographs that the network misreads. Judged by what comes out. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_08.photo_check import check_probabilities

SETUP = """
    import keras
    import numpy as np
    from keras import layers
"""


def _fixed(
    x: str = "np.asarray(photos)[..., np.newaxis] / 255", end: str = "keras.ops.softmax(scores, axis=1)"
) -> str:
    return f"""
def probabilities(network, photos):
    x = {x}
    scores = np.asarray(network(x))
    return {end}
"""


_PLAIN = "np.asarray(photos)[..., np.newaxis]"
_BY_BATCH = "keras.ops.softmax(scores, axis=0)"

_ADDED = "a whole model adds a channel axis where only that is missing; correct, and said"

PHOTOGRAPHS = Exercise(
    id="8.9",
    title="A network that was good in training",
    kind="bug",
    starter=_fixed(_PLAIN, _BY_BATCH),
    setup=SETUP,
    right=(
        _fixed(),
        """
        def probabilities(network, photos):
            x = photos.reshape(len(photos), 28, 28, 1).astype("float32") / 255
            return keras.ops.softmax(network.predict(x, verbose=0))
        """,
        """
        def probabilities(network, photos):
            powers = np.exp(np.array(network(np.expand_dims(photos, -1) / 255.0)))
            return powers / powers.sum(axis=1, keepdims=True)
        """,
        """
        def probabilities(network, photos):
            rows = []
            for photo in photos:
                powers = np.exp(np.asarray(network(photo.reshape(1, 28, 28, 1) / 255))[0])
                rows.append(powers / sum(powers))
            return rows
        """,
        """
        def probabilities(network, photos):
            scores = keras.ops.convert_to_tensor(network(keras.ops.cast(photos, "float32")[:, :, :, None] / 255.0))
            return keras.activations.softmax(scores)
        """,
        _fixed("np.asarray(photos) / 255"),
        _fixed("photos[..., None].astype('float16') / np.float16(255)"),
        _fixed().replace("np.asarray(network(x))", "network(inputs=x, training=False).numpy()"),
        _fixed().replace("np.asarray(network(x))", "network.predict_on_batch(x)"),
    ),
    wrong={
        "not_scaled": [_fixed(_PLAIN), _fixed("photos[..., None].astype('float32')")],
        "softmax_over_the_batch": [_fixed(end=_BY_BATCH)],
        "softmax_over_everything": [_fixed(end="np.exp(scores) / np.exp(scores).sum()")],
        "both_left": [
            _fixed("np.asarray(photos).reshape(-1, 28, 28, 1)", "keras.ops.softmax(scores, 0)"),
            _fixed("photos[..., None].astype(float)", _BY_BATCH),
        ],
        "scaled_twice": [_fixed(_PLAIN + " / 255 / 255")],
        "scaled_by_256": [_fixed(_PLAIN + " / 256")],
        "scaled_to_brightest": [_fixed("photos[..., np.newaxis] / photos.max()")],
        "scaled_to_each_brightest": [_fixed("photos[..., np.newaxis] / photos.max(axis=(1, 2))[:, None, None, None]")],
        "pixels_moved": [_fixed("photos.swapaxes(1, 2)[..., np.newaxis] / 255")],
        "whole_numbers": [_fixed(_PLAIN + " // 255"), _fixed("(photos / 255).astype(int)[..., None]")],
        "inverted": [_fixed("1 - photos[..., np.newaxis] / 255")],
        "centred_on_zero": [_fixed("photos[..., np.newaxis] / 127.5 - 1")],
        "no_channel_axis": [_fixed("np.asarray(photos)[0] / 255"), _fixed("photos.reshape(-1, 784) / 255")],
        "channels_first": [_fixed("photos[:, np.newaxis] / 255")],
        "inverted_unscaled": [_fixed("255 - photos[..., np.newaxis].astype(float)")],
        "clipped": [_fixed("np.clip(photos[..., np.newaxis], 0, 1)")],
        "black_and_white": [_fixed("photos[..., np.newaxis] > 127")],
        "standardised": [_fixed("(photos[..., np.newaxis] - photos.mean()) / photos.std()")],
        "scores_scaled": [_fixed(_PLAIN, "keras.ops.softmax(scores / 255)")],
        "one_hot": [_fixed(end="np.eye(10)[scores.argmax(axis=1)]")],
        "shares_without_powers": [_fixed(end="scores / scores.sum(axis=1, keepdims=True)")],
        "logarithms": [_fixed(end="keras.ops.log_softmax(scores)")],
        "percent": [_fixed(end="100 * keras.ops.softmax(scores)")],
        "rounded": [_fixed(end="np.asarray(keras.ops.softmax(scores)).round()")],
        "other_pixels": [_fixed("photos[..., np.newaxis] * 255.0"), _fixed(_PLAIN + " / 28"), _fixed(_PLAIN + " / 100")],
        "only_the_pixels": [_fixed(end="keras.ops.softmax(2 * scores)")],
        "no_softmax": [_fixed(end="scores")],
        "not_divided": [_fixed(end="np.exp(scores)")],
        "classes_returned": [_fixed(end="scores.argmax(axis=1)")],
        "largest_returned": [_fixed(end="keras.ops.max(keras.ops.softmax(scores, axis=1), axis=1)")],
        "softmax_twice": [_fixed(end="keras.ops.softmax(keras.ops.softmax(scores))")],
        "sigmoid": [_fixed(end="1 / (1 + np.exp(-scores))")],
        "first_photo_only": [_fixed("photos[:1, ..., None] / 255")],
        "first_row_only": [_fixed(end="keras.ops.softmax(scores, axis=1)[0]")],
        "raised": [_fixed(end="np.exp(scores) / np.exp(scores).sum(axis=1)"), _fixed("photo / 255")],
        "returns_none": [_fixed().replace("return ", "")],
        "not_a_function": ["probabilities = 0.9"],
        "wrong_arguments": ["def probabilities(photos):\n    return photos"],
        "wrong_value": ["def probabilities(network, photos):\n    return np.full((len(photos), 10), 0.1)"],
        "wrong_shape": ["def probabilities(network, photos):\n    return np.zeros((len(photos), 9))"],
    },
    check=check_probabilities,
    equivalent={
        "return keras.ops.softmax(scores, axis=1) -> return keras.ops.softmax(scores)": "the default axis, -1, is the same one",
        "np.asarray(photos)[..., np.newaxis] / 255 -> np.asarray(photos)[...,] / 255": _ADDED,
        "(:, :, :, None) -> (:, :, :)": _ADDED,
        "photos[..., None].astype('float16') -> photos[...,].astype('float16')": _ADDED,
        "0 -> -1": "of one photograph, the first row is the last",
    },
    hints=(
        "There are two bugs. One is in what goes into the network, one in what is made of its ten scores. Print both for two photographs.",
        "In training the pixels went from 0 to 1. And which numbers should add up to 1: the ten of one photograph, or one class over all photographs?",
        "    x = np.asarray(photos)[..., np.newaxis] / ___\n    scores = np.asarray(network(x))\n    return keras.ops.softmax(scores, axis=___)",
    ),
)  # fmt: skip
