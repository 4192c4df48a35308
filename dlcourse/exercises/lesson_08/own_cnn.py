"""Exercise 8.7, a convolutional network of one's own. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_08.own_cnn_as_good import AS_GOOD
from dlcourse.exercises.lesson_08.own_cnn_check import check_build_model


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
            model.compile(loss="sparse_categorical_crossentropy")
            return model
        """,
        """
        def build_model():
            model = keras.Sequential()
            model.add(layers.Conv2D(8, 3, strides=4, activation="relu"))
            model.add(layers.Flatten())
            model.add(layers.Dense(10, activation="softmax"))
            model.compile("adam", "sparse_categorical_crossentropy")
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
        "no_input": ['build_model = keras.Sequential([layers.Conv2D(8, 3, activation="relu"), layers.Flatten(), layers.Dense(10)])'],
        "dots_left": [_sequential(_CONV, _FLAT, _END, first="keras.Input(shape=...)")],
        "no_shape": [_sequential(_CONV, _FLAT, _END, first="keras.Input(shape=28)"), _sequential(_CONV, _FLAT, _END, first="keras.Input(28, 28, 1)")],
        "unknown_name": [_sequential(_CONV, _FLAT, _END).replace('"adam"', '"adm"')],
        "loss_misspelt": [_sequential(_CONV, _FLAT, _END, compiled='"sparse_categorical_crossentropi"')],
        "rate_of_zero": [_sequential(_CONV, _FLAT, _END).replace('"adam"', "keras.optimizers.SGD(0.0)")],
        "rate_too_large": [_sequential(_CONV, _FLAT, _END).replace('"adam"', "keras.optimizers.Adam(1.0)"), _sequential(_CONV, _FLAT, _END).replace('"adam"', "keras.optimizers.SGD(10.0)")],
        "softmax_twice": [_sequential(_CONV, _FLAT, _END, _END), _sequential(_CONV, _FLAT, _END, "layers.Softmax()")],
        "softmax_inside": [_sequential('layers.Conv2D(8, 3, strides=2, activation="softmax")', _CONV, _FLAT, "layers.Dense(10)", compiled="keras.losses.SparseCategoricalCrossentropy(from_logits=True)")],
        "looks_at_one_pixel": [_sequential('layers.Conv2D(8, 1, strides=2, activation="relu")', _FLAT, _END)],
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
            _sequential(*['layers.Conv2D(64, 5, strides=2, activation="relu")'] * 2, _FLAT, _END),
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
    equivalent=AS_GOOD,
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
