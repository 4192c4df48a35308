"""What a network sees in a picture: windows by hand, feature maps, Grad-CAM, and moved pictures. Nothing is drawn here.

Keras and TensorFlow are loaded by the functions that take a model, not when this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from dlcourse import arrays
from dlcourse.model_words import shape_of


def convolve(image: Any, kernel: Any) -> np.ndarray:
    """Slide a kernel over a picture as a convolutional layer does, and return the sum under each window.

    image: (height, width). kernel: (rows, columns), not larger. Returns floats of shape (height - rows + 1,
    width - columns + 1). The kernel is not flipped: mathematicians call this cross-correlation, networks convolution.
    """
    image, kernel = _numbers(image, "The picture"), _numbers(kernel, "The kernel")
    if image.ndim != 2 or kernel.ndim != 2:
        raise ValueError(
            f"A picture (height, width) and a kernel (rows, columns) are expected; the shapes are {image.shape} "
            f"and {kernel.shape}."
        )
    if kernel.size == 0 or kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError(
            f"A kernel of shape {kernel.shape} does not fit into a picture of shape {image.shape}."
        )
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return np.einsum("ijkl,kl->ij", windows, kernel)


def shifted(images: Any, right: int = 0, down: int = 0) -> np.ndarray:
    """Return a moved copy of pictures: what leaves on one side is lost, zeros come in on the other.

    images: (height, width), (n, height, width) or (n, height, width, channels). right, down: pixels; negative
    numbers move to the left and up. Raises ValueError for other shapes and for parts of a pixel.
    """
    images = np.asarray(images)
    if not 2 <= images.ndim <= 4:
        raise ValueError(f"Pictures have 2, 3 or 4 axes; an array of shape {images.shape} was given.")
    for name, step in (("right", right), ("down", down)):
        if isinstance(step, bool) or not isinstance(step, int | np.integer):
            raise ValueError(f"`{name}` is a whole number of pixels, not {step!r}.")
    rows_at = 0 if images.ndim == 2 else 1
    moved = np.zeros_like(images)
    to, source = [slice(None)] * images.ndim, [slice(None)] * images.ndim
    to[rows_at], source[rows_at] = _slices(int(down), images.shape[rows_at])
    to[rows_at + 1], source[rows_at + 1] = _slices(int(right), images.shape[rows_at + 1])
    moved[tuple(to)] = images[tuple(source)]
    return moved


def _slices(steps: int, size: int) -> tuple[slice, slice]:
    """Where `size` rows land when they move on by `steps`, and which of them are left."""
    steps = max(-size, min(size, steps))
    if steps >= 0:
        return slice(steps, size), slice(0, size - steps)
    return slice(0, size + steps), slice(-steps, size)


def shifted_at_random(images: Any, most: int, rng: np.random.Generator) -> np.ndarray:
    """Return pictures (n, height, width, ...), each moved by its own -most..most pixels to the right and down."""
    images = np.asarray(images)
    steps = rng.integers(-most, most + 1, size=(len(images), 2))
    moved = np.empty_like(images)
    for right, down in np.unique(steps, axis=0):
        these = (steps == (right, down)).all(axis=1)
        moved[these] = shifted(images[these], right=int(right), down=int(down))
    return moved


def feature_maps(model: Any, image: Any, layer: Any = None) -> np.ndarray:
    """Return what the filters of a layer answer to one picture: an array (height, width, channels).

    image: (height, width, channels) or a batch of one. layer: its name, its place in `model.layers`, or the layer;
    left out, the last convolution. Raises ValueError for a model, picture or layer that does not fit.
    """
    image = np.asarray(image)
    if image.ndim == 4 and len(image) == 1:
        image = image[0]
    _about(model, image[None])
    chosen = _layer(model, layer)
    maps = _answers(model, chosen, image[None])[0]
    if maps.ndim != 4:
        raise ValueError(
            f"The layer {chosen.name!r} gives no maps but numbers of shape {tuple(maps.shape[1:])}: choose one before "
            "the picture becomes a row."
        )
    return np.asarray(maps[0])


def grad_cam(model: Any, images: Any, classes: Any = None, layer: Any = None) -> np.ndarray:
    r"""Return for each picture how much each place speaks for a class: (n, height, width), 0 to 1 (the strongest).

    With A_k the k-th of K feature maps of a layer and y the score (before softmax) of the class:

        a_k = mean over all places (i, j) of dy / dA_k[i, j],      heat = relu(sum over k of a_k A_k),

    stretched to the size of the picture (bilinear) and divided by its largest number. A picture for whose class
    nothing speaks is 0 everywhere. R. R. Selvaraju et al.: Grad-CAM, ICCV 2017, arXiv:1610.02391, equations 1, 2.

    images: (n, height, width, channels). classes: one index a picture, or one for all; left out, what the model
    says. layer: as for :func:`feature_maps`. Raises ValueError for a model, pictures, classes or layer that do not fit.
    """
    import tensorflow as tf

    images = np.asarray(images)
    _about(model, images)
    chosen = _layer(model, layer)
    with tf.GradientTape() as tape:
        maps, scores = _answers(model, chosen, images, tape)
        asked = _classes(classes, scores.numpy())
        total = tf.reduce_sum(
            tf.gather(scores, asked, batch_dims=1)
        )  # each picture's score hangs on its own maps only
    if maps.ndim != 4:
        raise ValueError(
            f"The layer {chosen.name!r} gives no maps: its output has the shape {tuple(maps.shape)}."
        )
    slopes = tape.gradient(total, maps)
    if slopes is None:
        raise ValueError(f"The scores do not depend on the layer {chosen.name!r}.")
    weights = tf.reduce_mean(slopes, axis=(1, 2), keepdims=True)
    heat = tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1, keepdims=True))
    heat = tf.image.resize(heat, images.shape[1:3], method="bilinear").numpy()[..., 0]
    top = heat.max(axis=(1, 2), keepdims=True)
    return np.divide(heat, top, out=np.zeros_like(heat), where=top > 0)


def _answers(model: Any, chosen: Any, images: np.ndarray, tape: Any = None) -> tuple[Any, Any]:
    """The output of the chosen layer, and the scores: the last output before a softmax."""
    import keras

    x = keras.ops.convert_to_tensor(images.astype("float32"))
    if tape is not None:
        tape.watch(x)  # so that a frozen network is followed too
    if isinstance(model, keras.Sequential):
        maps = None
        layers = list(_steps(model))
        for one in layers[:-1]:
            x = one(x, training=False) if _knows_training(one) else one(x)
            maps = x if one is chosen else maps
        scores = _scores(layers[-1], x)
        return (scores if layers[-1] is chosen else maps), scores
    last = model.layers[-1]
    try:
        parts = keras.Model(model.inputs, [chosen.output, last.input])
    except (AttributeError, ValueError) as error:
        raise ValueError(
            "Only Sequential and Functional models with one input and one output can be looked into, and the layer "
            f"must belong to this model alone (Keras says: {str(error)[:150]})."
        ) from error
    maps, before = parts(x, training=False)
    return maps, _scores(last, before)


def _scores(last: Any, before: Any) -> Any:
    """What the last layer makes of `before`, without its softmax."""
    import keras

    if getattr(last, "activation", None) is keras.activations.softmax and hasattr(last, "kernel"):
        scores = keras.ops.matmul(before, last.kernel)
        return scores if last.bias is None else scores + last.bias
    if (
        isinstance(last, keras.layers.Softmax)
        or getattr(last, "activation", None) is keras.activations.softmax
    ):
        return before
    return last(before)


def _steps(model: Any) -> Iterator[Any]:
    """The layers of a Sequential model in order, those of a Sequential inside it too."""
    import keras

    for layer in model.layers:
        if isinstance(layer, keras.Sequential):
            yield from _steps(layer)
        else:
            yield layer


def _knows_training(layer: Any) -> bool:
    import inspect

    return "training" in inspect.signature(layer.call).parameters


def _layer(model: Any, wanted: Any) -> Any:
    import keras

    layers = list(_steps(model)) if isinstance(model, keras.Sequential) else list(model.layers)
    names = ", ".join(one.name for one in layers)
    if wanted is None:
        kinds = (keras.layers.Conv2D, keras.layers.SeparableConv2D, keras.layers.DepthwiseConv2D)
        found = [one for one in layers if isinstance(one, kinds)]
        if not found:
            raise ValueError(f"This model has no convolution: its layers are {names}.")
        return found[-1]
    if isinstance(wanted, str):
        found = [one for one in layers if one.name == wanted]
    elif isinstance(wanted, int) and not isinstance(wanted, bool) and -len(layers) <= wanted < len(layers):
        found = [layers[wanted]]
    else:
        found = [one for one in layers if one is wanted]
    if not found:
        shown = repr(getattr(wanted, "name", wanted))
        raise ValueError(f"There is no layer {shown} in this model: its layers are {names}.")
    return found[0]


def _classes(classes: Any, scores: np.ndarray) -> np.ndarray:
    count = scores.shape[-1]
    if classes is None:
        return scores.argmax(axis=-1)
    asked = np.asarray(classes)
    if asked.ndim == 0:
        asked = np.full(len(scores), asked)
    if asked.ndim != 1 or len(asked) != len(scores) or asked.dtype.kind not in "iu":
        raise ValueError(
            f"One class index a picture is expected, {len(scores)} whole numbers; an array of shape {asked.shape} and type "
            f"{asked.dtype} was given."
        )
    if asked.min() < 0 or asked.max() >= count:
        raise ValueError(
            f"The model has {count} classes, 0 to {count - 1}; {asked.min()} to {asked.max()} were asked for."
        )
    return asked


def _about(model: Any, images: np.ndarray) -> None:
    """Raise ValueError with a sentence about a model or pictures that do not fit each other."""
    fault = arrays.about_model(model)
    if fault:
        raise ValueError(fault)
    shape = shape_of(model, "input_shape")
    if shape is None:
        raise ValueError(
            f"The model {model.name!r} does not tell its layers apart: a Sequential or Functional one does."
        )
    fault = arrays.about_images(images, shape=tuple(shape))
    if fault:
        raise ValueError(fault)


def _numbers(values: Any, name: str) -> np.ndarray:
    array = np.asarray(values)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} is expected as an array of numbers; {type(values).__name__} was given.")
    return array.astype(float)  # products of uint8 would run over at 255
