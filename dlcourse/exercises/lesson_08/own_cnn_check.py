"""How exercise 8.7 is judged: a convolutional network of one's own."""

from __future__ import annotations

import re
import sys
from typing import Any

import numpy as np

from dlcourse.checking import (
    Correct,
    ModelFacts,
    ModelMistake,
    NotYet,
    call,
    is_model,
    model_check,
    not_a_function,
    show,
)
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.models import outputs_of

MOST = 30_000  # parameters; the lesson's own network has over three times as many
CONVOLUTIONS = ("Conv2D", "SeparableConv2D", "DepthwiseConv2D")
_SHAPE = (28, 28, 1)


def _few_enough(facts: ModelFacts) -> NotYet | None:
    if facts.parameters <= MOST:
        return None
    many = f"Your network has {facts.parameters:,} parameters; at most {MOST:,} are asked."
    if 2 * sum(layer.parameters for layer in facts.of(*CONVOLUTIONS)) > facts.parameters:
        return NotYet(
            "too_many_parameters",
            f"{many} Most of them are in your convolutions: `model.summary()` shows it. Which of kernel, channels and "
            "filters could be smaller?",
        )
    return NotYet(
        "too_many_parameters",
        f"{many} Most of them sit behind `Flatten`, "
        "where each number of the last maps meets each unit of the dense layer: `model.summary()` shows it. What makes the maps "
        "smaller before?",
    )


def _known_loss(name: str) -> bool:
    try:
        return sys.modules["keras"].losses.get(name) is not None
    except ValueError:
        return False


def _rate_that_learns(facts: ModelFacts) -> NotYet | None:
    rate, name = facts.learning_rate, facts.optimizer
    if rate is None:
        return None
    if rate <= 0:
        return NotYet(
            "rate_of_zero",
            f"Your learning rate is {show(rate, 3)}: with it no weight would ever move downhill.",
        )
    steps_of_the_rate = name in ("adam", "adamw", "adamax", "nadam", "rmsprop", "lion")
    if rate > (0.05 if steps_of_the_rate else 5):
        how = (
            "moves every weight by about that much at each update, more than the weights themselves are"
            if steps_of_the_rate
            else "would jump over every valley"
        )
        return NotYet(
            "rate_too_large",
            f"Your optimizer is `{name}` with a learning rate of {show(rate, 3)}: it {how}. Which rate does it have if you give none?",
        )
    return None


_model_judged = model_check(
    inputs=_SHAPE,
    outputs=10,
    activation="softmax",
    loss="sparse_categorical_crossentropy",
    compiled=True,
    mistakes={
        "no_convolution": ModelMistake(
            "layers",
            lambda facts: not facts.of(*CONVOLUTIONS),
            "Your network works, but none of its layers is a convolution: {kinds}. Let a `layers.Conv2D(filters, kernel_size)` look at the picture before it becomes a row.",
        ),
        "softmax_twice": ModelMistake(
            "activation",
            lambda facts: (
                sum("softmax" in (layer.activation, layer.kind.lower()) for layer in facts.layers) > 1
            ),
            "Softmax stands in your network more than once: {kinds}. It shares 1 among the classes; that belongs at the very end, once.",
        ),
        "softmax_inside": ModelMistake(
            "activation",
            lambda facts: any(layer.activation == "softmax" for layer in facts.of(*CONVOLUTIONS)[:-1]),
            "A convolution of yours has the activation `softmax`, which shares 1 among its maps at each place. It is for the end; which "
            "activation did the convolutions above have?",
        ),
        "looks_at_one_pixel": ModelMistake(
            "layers",
            lambda facts: all(layer.kernel_size in ((1, 1), None) for layer in facts.of(*CONVOLUTIONS)),
            "The kernels of your convolutions are 1 by 1: each looks at one pixel, and sees no edge. How large must a window be to see neighbours?",
        ),
        "loss_misspelt": ModelMistake(
            "loss",
            lambda facts: isinstance(facts.model.loss, str) and not _known_loss(facts.model.loss),
            "Keras knows no loss called `{loss}`. Compare it letter by letter with the one in `train`, above.",
        ),
        "nothing_bends": ModelMistake(
            "activation",
            lambda facts: (
                not any(layer.activation not in (None, "linear", "softmax") for layer in facts.layers)
            ),
            "None of your convolutions has an activation: {kinds}. Two linear layers are no more than one (lesson 3): where "
            "does your network bend?",
        ),
        "one_hot_loss": ModelMistake(
            "loss",
            lambda facts: facts.loss == "categorical_crossentropy",
            "The loss `{loss}` takes one-hot rows. `y_train` holds class indices, whole numbers from 0 to 9: which loss takes those?",
        ),
        "loss_for_yes_or_no": ModelMistake(
            "loss",
            lambda facts: facts.loss == "binary_crossentropy",
            "The loss `{loss}` is for yes or no. Here one of ten classes is right, given as a class index.",
        ),
        "relu_at_the_end": ModelMistake(
            "activation",
            lambda facts: facts.activation == "relu",
            "Your output layer has the activation `relu`: scores without those below 0. Ten probabilities that add up to 1 are asked.",
        ),
        "sigmoid_at_the_end": ModelMistake(
            "activation",
            lambda facts: facts.activation == "sigmoid" and facts.units == 10,
            "Ten sigmoids judge each class by itself. The classes exclude each other: which activation shares 1 among them?",
        ),
    },
    questions=(_few_enough, _rate_that_learns),
    success="The check has called it, not trained it. Try it in a cell of your own: `model = build_model()`, then `model.fit(x_train, y_train, epochs=2, batch_size=128)`.",
)


def check_build_model(answer: Any) -> Correct | NotYet:
    """Judge a function that builds a network (or the network itself); what Keras refuses is said in the lesson's words."""
    if is_model(answer):
        return _model_judged(answer)
    wrong = not_a_function(answer, ())
    if wrong:
        return wrong
    try:
        made = call(answer)
    except LearnerError as error:
        fault = _refused(str(error.cause))
        if fault is None:
            raise
        return fault
    if made is None:
        return NotYet(
            "returns_none", "Your function returns nothing (None). Its last line must be `return model`."
        )
    if not is_model(made):
        return NotYet(
            "not_a_model",
            f"Your function returns {show(made)}, which is no model. Its last line must be `return model`.",
        )
    return _judged(made)


def _judged(made: Any) -> Correct | NotYet:
    """Judge what the function built; one that would get its weights at the first `fit` gets them here."""
    if not made.built:
        try:
            outputs_of(made, np.zeros((1, *_SHAPE), dtype="float32"))
        except LearnerError as error:
            fault = _refused(str(error.cause))
            if fault:
                return fault
            if not made.built:
                raise
    return _model_judged(made)


def _refused(text: str) -> NotYet | None:
    """What Keras says about a layer that can't take what comes, as a teacher would say it; None for anything else."""
    if "llipsis" in text:
        return NotYet("dots_left", "One of the three dots is still there. Replace every `...` in the cell.")
    if "to a shape" in text:
        return NotYet(
            "no_shape",
            "A shape is a row of numbers in round brackets, as in `keras.Input(shape=(rows, columns, channels))`.",
        )
    unknown = re.search(r"Could not interpret (\w+) identifier: (\S+)", text)
    if unknown:
        kind, name = unknown.groups()
        return NotYet(
            "unknown_name", f"Keras knows no {kind} called `{name}`. Is it spelled as in `train`, above?"
        )
    if "expected min_ndim=4, found ndim=2" in text:
        return NotYet(
            "flatten_too_early",
            "A convolution got a plain row of numbers: the picture was flattened before it, so nobody knows any more which pixels "
            "are neighbours. Convolutions first, then `Flatten`.",
        )
    if "expected min_ndim=4, found ndim=3" in text:
        return NotYet(
            "no_channel_axis",
            "A convolution got pictures of shape (28, 28), without a channel axis. Grey pictures have one channel, and it must be "
            "said: `keras.Input(shape=(28, 28, 1))`.",
        )
    if "Kernel shape must have the same length as input" in text:
        return NotYet(
            "batch_in_the_shape",
            "A convolution got one axis too many. The number of pictures does not belong into the shape of `keras.Input`: it is that of one picture, (28, 28, 1).",
        )
    if "negative" in text and ("size" in text or "dimension" in text):
        return NotYet(
            "maps_too_small",
            "The maps have become smaller than the kernel or the pool that should look at them. Go through the sizes with "
            'your `output_size`, or use `padding="same"`.',
        )
    return None


check_build_model.codes = (  # type: ignore[attr-defined]
    "flatten_too_early",
    "no_channel_axis",
    "batch_in_the_shape",
    "maps_too_small",
    "dots_left",
    "no_shape",
    "unknown_name",
    "rate_of_zero",
    "rate_too_large",
    "returns_none",
    *_model_judged.codes,
    "too_many_parameters",
)
