"""Exercise 8.7, a convolutional network of one's own: how it is judged, and the declaration."""

from __future__ import annotations

from typing import Any

from dlcourse.checking import (
    Correct,
    Exercise,
    ModelFacts,
    ModelMistake,
    NotYet,
    call,
    is_model,
    model_check,
    not_a_function,
)
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.lesson_08.own_cnn_as_good import AS_GOOD

MOST = 30_000  # parameters; the lesson's own network has over three times as many
CONVOLUTIONS = ("Conv2D", "SeparableConv2D", "DepthwiseConv2D")
_SHAPE = (28, 28, 1)


def _few_enough(facts: ModelFacts) -> NotYet | None:
    if facts.parameters <= MOST:
        return None
    return NotYet(
        "too_many_parameters",
        f"Your network has {facts.parameters:,} parameters; at most {MOST:,} are asked. Most of them sit behind `Flatten`, "
        "where each number of the last maps meets each unit of the dense layer: `model.summary()` shows it. What makes the maps "
        "smaller before?",
    )


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
    questions=(_few_enough,),
    success="The check has called it, not trained it. The next cell can: put `build_model` in its place and see.",
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
    return _model_judged(made)


def _refused(text: str) -> NotYet | None:
    """What Keras says about a layer that can't take what comes, as a teacher would say it; None for anything else."""
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
    "returns_none",
    *_model_judged.codes,
    "too_many_parameters",
)


def _sequential(
    *inside: str,
    first: str = "keras.Input(shape=(28, 28, 1))",
    compiled: str = '"sparse_categorical_crossentropy"',
) -> str:
    rows = "".join(f"        {layer},\n" for layer in (first, *inside))
    then = f'    model.compile(optimizer="adam", loss={compiled}, metrics=["accuracy"])\n' if compiled else ""
    return f"def build_model():\n    model = keras.Sequential([\n{rows}    ])\n{then}    return model"


_CONV = 'layers.Conv2D(8, 3, strides=2, activation="relu")'
_CONV2 = 'layers.Conv2D(16, 3, strides=2, activation="relu")'
_FLAT = "layers.Flatten()"
_END = 'layers.Dense(10, activation="softmax")'

OWN_CNN = Exercise(
    id="8.7",
    title="Your own convolutional network",
    kind="model",
    starter="""
        def build_model():
            model = keras.Sequential([
                keras.Input(shape=...),
                ...
            ])
            model.compile(optimizer="adam", loss=..., metrics=["accuracy"])
            return model
    """,
    setup="import keras\nimport numpy as np\nfrom keras import layers",
    right=(
        _sequential(_CONV, _CONV2, _FLAT, _END),
        """
        def build_model():
            inputs = keras.Input((28, 28, 1))
            x = layers.MaxPooling2D(2)(layers.Conv2D(16, 3, padding="same", activation="relu")(inputs))
            x = layers.MaxPooling2D(2)(layers.Conv2D(32, 3, padding="same", activation="relu")(x))
            x = layers.GlobalAveragePooling2D()(x)
            model = keras.Model(inputs, layers.Dense(10)(x))
            loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
            model.compile(optimizer=keras.optimizers.SGD(0.1), loss=loss)
            return model
        """,
        """
        def build_model():
            class Net(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.look = layers.Conv2D(8, 3, strides=4, activation="relu")
                    self.flat = layers.Flatten()
                    self.say = layers.Dense(10, activation="softmax")

                def call(self, pictures):
                    return self.say(self.flat(self.look(pictures)))

            model = Net()
            model(np.zeros((1, 28, 28, 1)))
            model.compile(loss="sparse_categorical_crossentropy")
            return model
        """,
    ),
    wrong={
        "flatten_too_early": [_sequential(_FLAT, _CONV, _END)],
        "no_channel_axis": [_sequential(_CONV, _FLAT, _END, first="keras.Input(shape=(28, 28))")],
        "batch_in_the_shape": [_sequential(_CONV, _FLAT, _END, first="keras.Input(shape=(60000, 28, 28, 1))")],
        "maps_too_small": [_sequential(*[_CONV] * 5, _FLAT, _END)],
        "wrong_input": [
            _sequential('layers.Dense(16, activation="relu")', _END, first="keras.Input(shape=(784,))"),
            _sequential(_CONV, _FLAT, _END, first="keras.Input(shape=(32, 32, 1))"),
            _sequential(_CONV, _FLAT, _END, first="keras.Input(shape=(28, 28, 3))"),
        ],
        "no_input": [_sequential(_CONV, _FLAT, _END, first=_CONV)],
        "no_convolution": [_sequential(_FLAT, 'layers.Dense(32, activation="relu")', _END)],
        "wrong_output": [
            _sequential(_CONV, _CONV2, _END),
            _sequential(_CONV, _FLAT, 'layers.Dense(1, activation="softmax")'),
            _sequential(_CONV, _FLAT, 'layers.Dense(8, activation="softmax")'),
        ],
        "wrong_activation": [_sequential(_CONV, _CONV2, _FLAT, "layers.Dense(10)"), _sequential(_CONV, _CONV2, _FLAT, 'layers.Dense(10, activation="tanh")')],
        "relu_at_the_end": [_sequential(_CONV, _CONV2, _FLAT, 'layers.Dense(10, activation="relu")')],
        "sigmoid_at_the_end": [_sequential(_CONV, _CONV2, _FLAT, 'layers.Dense(10, activation="sigmoid")')],
        "activation_twice": [_sequential(_CONV, _FLAT, _END, compiled="keras.losses.SparseCategoricalCrossentropy(from_logits=True)")],
        "not_compiled": [_sequential(_CONV, _FLAT, _END, compiled="")],
        "nothing_bends": [_sequential("layers.Conv2D(8, 3, strides=2)", "layers.Conv2D(16, 3, strides=2)", _FLAT, _END)],
        "one_hot_loss": [_sequential(_CONV, _FLAT, _END, compiled='"categorical_crossentropy"')],
        "loss_for_yes_or_no": [_sequential(_CONV, _FLAT, _END, compiled='"binary_crossentropy"')],
        "wrong_loss": [_sequential(_CONV, _FLAT, _END, compiled='"mse"')],
        "wrong_axis": [_sequential(_CONV, _CONV2, _FLAT, "layers.Dense(10)", "layers.Softmax(axis=0)")],
        "too_many_parameters": [
            _sequential('layers.Conv2D(32, 3, activation="relu")', _FLAT, _END),
            _sequential('layers.Conv2D(16, 5, strides=2, padding="same", activation="relu")',
                        'layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")', _FLAT,
                        'layers.Dense(64, activation="relu")', _END),
        ],
        "returns_none": [_sequential(_CONV, _FLAT, _END).replace("    return model", "")],
        "raised": [_sequential("layers.Conv2D(8)", _FLAT, _END)],
        "not_a_function": ["build_model = 30_000"],
        "not_a_model": [_sequential(_CONV, _FLAT, _END).replace("return model", "return [keras.Input(shape=(28, 28, 1))]")],
    },
    check=check_build_model,
    equivalent=dict.fromkeys(AS_GOOD, "another network that has all that was asked"),
    hints=(
        "Look at the network above. Which of its layers holds most of the parameters, and do you need it?",
        "Convolutions with `strides=2` halve the maps. Then `Flatten`, then the layer with ten outputs.",
        """
        keras.Input(shape=(28, 28, ___)),
        layers.Conv2D(___, 3, strides=2, activation="relu"),
        layers.Conv2D(___, 3, strides=2, activation="relu"),
        layers.___(),
        layers.Dense(___, activation=___),
        """,
    ),
)  # fmt: skip
