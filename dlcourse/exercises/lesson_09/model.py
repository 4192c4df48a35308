"""Exercise 9.9: a network with two fixes built in. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_09.model_judged import check_own_fixes


def _model(*parts: str) -> str:
    inside = "".join(f"        {part},\n" for part in parts)
    return f"def build_model():\n    return keras.Sequential([\n        keras.Input(shape=(28, 28)),\n        layers.Flatten(),\n{inside}    ])"


def _net(body: str, out: str = 'layers.Dense(10, "softmax")') -> str:
    """A subclassed network whose `call` does this."""
    return f"""
            def build_model():
                class Net(keras.Model):
                    def __init__(self):
                        super().__init__()
                        self.out = {out}
                        self.drop = layers.Dropout(0.3)
                        self.flat = layers.Flatten()
                        self.hidden = layers.Dense(128, "relu", kernel_regularizer=keras.regularizers.L2(0.001))
                    def call(self, x, training=False):
                        {body}
                model = Net()
                model.build((None, 28, 28))
                return model
            """


_HIDDEN = 'layers.Dense(128, activation="relu", kernel_regularizer=keras.regularizers.L2(0.001))'
_PLAIN = 'layers.Dense(128, activation="relu")'
_DROP, _OUT = "layers.Dropout(0.3)", 'layers.Dense(10, activation="softmax")'


def _paying(how: str) -> str:
    return f'layers.Dense(128, activation="relu", {how})'


OWN_FIXES = Exercise(
    id="9.9",
    title="A network with two fixes",
    kind="model",
    starter="""
        def build_model():
            ...
    """,
    setup="import keras\nimport numpy as np\nfrom keras import layers",
    right=(
        """
        def build_model():
            model = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(128, activation="relu", kernel_regularizer=keras.regularizers.L2(0.001)),
                layers.Dropout(0.3),
                layers.Dense(10, activation="softmax"),
            ])
            return model
        """,
        """
        def build_model():
            images = keras.Input(shape=(28, 28))
            x = layers.Flatten()(images)
            x = layers.Dense(128, kernel_regularizer=keras.regularizers.l2(1e-3))(x)
            x = layers.ReLU()(x)
            x = layers.Dropout(rate=0.3)(x)
            return keras.Model(images, layers.Dense(10, activation=keras.activations.softmax)(x))
        """,
        """
        def build_model():
            class Net(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.drop = layers.Dropout(0.3)
                    self.flat = layers.Flatten()
                    self.hidden = layers.Dense(128, "relu", kernel_regularizer=keras.regularizers.L1L2(l2=0.001))
                    self.out = layers.Dense(10, "softmax")
                def call(self, x, training=False):
                    return self.out(self.drop(self.hidden(self.flat(x)), training=training))
            model = Net()
            model(np.zeros((1, 28, 28)))
            return model
        """,
        """
        def build_model():
            pay = keras.regularizers.get({"class_name": "L2", "config": {"l2": 0.001}})
            model = keras.Sequential()
            model.add(keras.Input((28, 28)))
            model.add(layers.Reshape((784,)))
            model.add(layers.Dense(128, kernel_regularizer=pay))
            model.add(layers.Activation("relu"))
            model.add(layers.Dropout(0.3))
            model.add(layers.Dense(10, kernel_regularizer=pay))
            model.add(layers.Softmax())
            model.compile("adam", "sparse_categorical_crossentropy")
            return model
        """,
        "class Pay(keras.regularizers.Regularizer):\n    def __call__(self, w):\n        return 0.001 * keras.ops.sum(w * w)\n\n"
        + _model(_paying("kernel_regularizer=Pay()"), _DROP, _OUT),
        """
        def build_model():
            images = keras.Input((28, 28))
            x = layers.Dense(128, kernel_regularizer=keras.regularizers.L2(0.001))(layers.Flatten()(images))
            x = layers.Dropout(0.3)(keras.activations.relu(x))
            return keras.Model(images, keras.activations.softmax(layers.Dense(10)(x)))
        """,
        _net("return self.out(self.drop(self.hidden(keras.ops.reshape(x, (-1, 784)))))"),
    ),
    wrong={
        "no_hidden_layer": [_model(_DROP, _OUT)],
        "too_many_layers": [_model(_HIDDEN, _DROP, _HIDDEN, _DROP, _OUT)],
        "hidden_units": [_model(_HIDDEN.replace("128", "64"), _DROP, _OUT)],
        "hidden_layer_skipped": [_net("self.hidden(self.flat(x)); return self.out(self.drop(self.flat(x)))")],
        "not_the_pixels": [
            _model("layers.Reshape((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten()", _HIDDEN, _DROP, _OUT)
        ],
        "no_biases": [
            _model(_paying("use_bias=False, kernel_regularizer=keras.regularizers.L2(0.001)"), _DROP, _OUT)
        ],
        "no_relu": [_model(_HIDDEN.replace('activation="relu", ', ""), _DROP, _OUT)],
        "another_bend": [_model(_HIDDEN.replace("relu", "tanh"), _DROP, _OUT)],
        "something_besides": [
            _model(_HIDDEN, "layers.BatchNormalization()", _DROP, _OUT),
            _model("layers.Rescaling(1 / 255)", _HIDDEN, _DROP, _OUT),
        ],
        "drops_when_predicting": [
            _net("return self.out(self.drop(self.hidden(self.flat(x)), training=True))"),
            _net("return self.out(self.drop(self.hidden(self.flat(x)), training=not training))"),
        ],
        "never_dropped": [
            _net("return self.out(self.hidden(self.flat(x)))"),
            _net("return self.out(self.drop(self.hidden(self.flat(x)), training=False))"),
        ],
        "dropped_otherwise": [_model(_HIDDEN, _DROP, _DROP, _OUT)],
        "another_dropout": [_model(_HIDDEN, "layers.GaussianDropout(0.3)", _OUT)],
        "no_dropout": [_model(_HIDDEN, _OUT)],
        "dropout_behind_the_output": [
            _model(_HIDDEN, _OUT, _DROP),
            _net("return self.drop(self.out(self.hidden(self.flat(x))))"),
        ],
        "dropout_on_the_pixels": [
            _model(_DROP, _HIDDEN, _OUT),
            _net("return self.out(self.hidden(self.drop(self.flat(x))))"),
            _net("return self.out(self.drop(self.hidden(self.drop(self.flat(x)))))"),
        ],
        "keeps_the_rate": [_model(_HIDDEN, "layers.Dropout(0.7)", _OUT)],
        "another_rate": [_model(_HIDDEN, "layers.Dropout(0.5)", _OUT)],
        "penalty_on_the_bias": [
            _model(_paying("bias_regularizer=keras.regularizers.L2(0.001)"), _DROP, _OUT),
            _model(
                _paying(
                    "kernel_regularizer=keras.regularizers.L2(0.001), bias_regularizer=keras.regularizers.L2(0.001)"
                ),
                _DROP,
                _OUT,
            ),
        ],
        "penalty_on_the_outputs": [
            _model(_paying("activity_regularizer=keras.regularizers.L2(0.001)"), _DROP, _OUT)
        ],
        "penalty_on_the_output_layer": [
            _model(_PLAIN, _DROP, _OUT.replace(")", ", kernel_regularizer=keras.regularizers.L2(0.001))"))
        ],
        "no_penalty": [_model(_PLAIN, _DROP, _OUT)],
        "absolute": [_model(_paying("kernel_regularizer=keras.regularizers.L1(0.001)"), _DROP, _OUT)],
        "both_penalties": [
            _model(_paying("kernel_regularizer=keras.regularizers.L1L2(0.001, 0.001)"), _DROP, _OUT)
        ],
        "default_factor": [
            _model(_paying('kernel_regularizer="l2"'), _DROP, _OUT),
            _model(_paying("kernel_regularizer=keras.regularizers.L2()"), _DROP, _OUT),
        ],
        "another_factor": [_model(_paying("kernel_regularizer=keras.regularizers.L2(0.1)"), _DROP, _OUT)],
        "wrong_input": [_model(_HIDDEN, _DROP, _OUT).replace("(28, 28)", "(784,)")],
        "wrong_output": [_model(_HIDDEN, _DROP, _OUT.replace("10", "1"))],
        "wrong_activation": [
            _model(_HIDDEN, _DROP, "layers.Dense(10)"),
            _model(_HIDDEN, _DROP, _OUT.replace("softmax", "sigmoid")),
        ],
        "returns_none": [
            "def build_model():\n    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten()])"
        ],
        "call_returns_none": [
            """
            def build_model():
                class Net(keras.Model):
                    def __init__(self):
                        super().__init__()
                        self.flat, self.out = layers.Flatten(), layers.Dense(10, "softmax")
                    def call(self, x):
                        self.out(self.flat(x))
                model = Net()
                model(np.zeros((1, 28, 28)))
                return model
            """
        ],
        "raised": [_model("layers.Dense(128, activation='relu', kernel_regularizer=L2(0.001))", _DROP, _OUT)],
        "not_a_model": ["def build_model():\n    return [layers.Dropout(0.3)]"],
        "wrong_arguments": ["def build_model(rate):\n    return keras.Sequential([layers.Dropout(rate)])"],
        "not_a_function": ["build_model = 0.3"],
    },
    check=check_own_fixes,
    seconds=10.0,
    equivalent={
        "False -> True": "Keras passes `training` itself",
        "model(np.zeros((1, 28, 28))) -> model(np.ones((1, 28, 28)))": "any pictures build the model",
        "model(np.zeros((1, 28, 28))) -> model(np.zeros((2, 28, 28)))": "any number of pictures builds the model",
        "model(np.zeros((1, 28, 28))) -> model(np.zeros((0, 28, 28)))": "any number of pictures builds the model",
        "self.drop(self.hidden(self.flat(x)), training=training) -> self.drop(self.hidden(self.flat(x)))": "Keras passes `training` itself",
        "deleted: model.compile('adam', 'sparse_categorical_crossentropy')": "compiling is not asked",
        "'adam' -> 'sgd'": "compiling is not asked",
        "'sparse_categorical_crossentropy' -> 'mse'": "compiling is not asked",
        "layers.Dense(10, kernel_regularizer=pay) -> layers.Dense(10)": "the output layer may pay, and need not",
    },
    hints=(
        "Five entries: the input, flattening, the hidden layer, the dropout, the output. One of the fixes is a layer, the other an argument.",
        "`layers.Dropout(rate)` stands between the layers; `Dense` takes `kernel_regularizer=keras.regularizers.L2(factor)`.",
        """
        def build_model():
            model = keras.Sequential([
                keras.Input(shape=(28, 28)),
                layers.Flatten(),
                layers.Dense(128, activation="relu", kernel_regularizer=___),
                ___,
                layers.Dense(10, activation="softmax"),
            ])
            return model
        """,
    ),
)
