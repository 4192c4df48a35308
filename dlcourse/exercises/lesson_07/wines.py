"""Exercise 7.2: build and compile a network for three wine growers. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, ModelMistake, model_check
from dlcourse.exercises.lesson_07.wines_facts import (
    bend_before_softmax,
    hidden,
    is_open,
    misspelt,
    softmaxes,
    third_in_compile,
)

_HEAD = "import numpy as np\nimport keras\nimport tensorflow as tf\nfrom keras import layers\n\nkeras.utils.set_random_seed(2)"
_FORM = """
wines = keras.Sequential([
    {input}
    {hidden}
    layers.Dense({units}, activation={activation}),
])
{compile}
"""


def _wines(
    input: str = "keras.Input(shape=(13,)),",
    hidden: str = 'layers.Dense(16, activation="relu"),',
    units: str = "3",
    activation: str = '"softmax"',
    loss: str = '"sparse_categorical_crossentropy"',
    optimizer: str = '"adam"',
    metrics: str = ', metrics=["accuracy"]',
    compile: str | None = None,
) -> str:
    line = f"wines.compile(optimizer={optimizer}, loss={loss}{metrics})" if compile is None else compile
    return _FORM.format(input=input, hidden=hidden, units=units, activation=activation, compile=line)


_ANOTHER_WIDTH = "any width of a hidden layer will do"

WINES = Exercise(
    id="7.2",
    title="The same steps for another task",
    kind="model",
    starter="wines = ...",
    setup=_HEAD,
    right=(
        """
        wines = keras.Sequential([
            keras.Input(shape=(13,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ])
        wines.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        """,
        """
        inputs = keras.Input((13,))
        hidden = layers.Dense(32, "tanh")(layers.Dense(32, "gelu")(inputs))
        wines = keras.Model(inputs, layers.Dense(3, activation="softmax")(hidden))
        wines.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(), metrics=["acc"])
        """,
        """
        wines = keras.Sequential()
        wines.add(keras.Input(shape=(13,)))
        wines.add(layers.Dense(8))
        wines.add(layers.ReLU())
        wines.add(layers.Dense(3))
        wines.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                      metrics=[keras.metrics.SparseCategoricalAccuracy()])
        """,
        """
        class Wines(keras.Model):
            def __init__(self):
                super().__init__()
                self.hidden = layers.Dense(16, activation="relu")
                self.shares = layers.Dense(3, activation="softmax")

            def call(self, x):
                return self.shares(self.hidden(x))

        wines = Wines()
        wines(np.zeros((1, 13)))
        wines.compile(optimizer="adam", loss=keras.losses.sparse_categorical_crossentropy, metrics=["accuracy"])
        """,
        """
        wines = keras.Sequential([layers.Dense(16), layers.LeakyReLU(), layers.Dense(3), layers.Softmax()])
        wines.build((None, 13))
        wines.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
        """,
        """
        hidden = layers.Dense(16, activation=lambda z: keras.ops.maximum(z, 0))
        wines = keras.Sequential([keras.Input((13,)), hidden, layers.Dense(3, tf.nn.softmax)])
        wines.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
        """,
    ),
    wrong={
        "wrong_input": [_wines(input="keras.Input(shape=(3,)),"), _wines(input="keras.Input(shape=(None, 13)),")],
        "input_of_the_mails": [_wines(input="keras.Input(shape=(100,)),")],
        "input_of_the_table": [_wines(input="keras.Input(shape=(178, 13)),")],
        "no_input": [_wines(input="")],
        "one_output": [_wines(units="1"), _wines(units="1", activation='"sigmoid"', loss='"binary_crossentropy"')],
        "wrong_output": [_wines(units="2"), _wines(units="13")],
        "no_hidden": [_wines(hidden="")],
        "hidden_without_bend": [_wines(hidden="layers.Dense(16),")],
        "hidden_softmax": [_wines(hidden='layers.Dense(16, activation="softmax"),')],
        "three_yes_or_no": [_wines(activation='"sigmoid"'), _wines(activation='"sigmoid"', loss='"binary_crossentropy"')],
        "wrong_activation": [_wines(activation='"relu"'), _wines(activation="None")],
        "not_compiled": [_wines(compile="")],
        "wants_one_hot": [_wines(loss='"categorical_crossentropy"'), _wines(loss="keras.losses.CategoricalCrossentropy()")],
        "yes_or_no_loss": [_wines(loss='"binary_crossentropy"')],
        "distance_of_classes": [_wines(loss='"mse"'), _wines(loss='"mean_absolute_error"')],
        "wrong_loss": [_wines(loss="None"), _wines(loss='"kl_divergence"')],
        "activation_twice": [_wines(loss="keras.losses.SparseCategoricalCrossentropy(from_logits=True)")],
        "wrong_optimizer": [_wines(optimizer='"sgd"')],
        "no_optimizer": [_wines(compile='wines.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])')],
        "bend_before_softmax": [_wines(activation='"relu"),\n    layers.Softmax(')],
        "misspelt": [_wines(loss='"sparse_categorial_crossentropy"'), _wines(loss='"sparse_categorical_cross_entropy"')],
        "loss_class": [_wines(loss="keras.losses.SparseCategoricalCrossentropy")],
        "compared_exactly": [_wines(metrics=", metrics=[keras.metrics.Accuracy()]")],
        "softmax_twice": [_wines(activation='"softmax"),\n    layers.Softmax(')],
        "no_metric": [_wines(metrics="")],
        "metrics_not_named": [_wines(compile='wines.compile("adam", "sparse_categorical_crossentropy", ["accuracy"])')],
        "compared_with_half": [_wines(metrics=', metrics=["binary_accuracy"]')],
        "compared_as_one_hot": [_wines(metrics=', metrics=["categorical_accuracy"]')],
        "not_a_model": [
            'wines = [keras.Input((13,)), layers.Dense(3, activation="softmax")]',
            _wines(compile='wines = wines.compile("adam", "sparse_categorical_crossentropy") or 5'),
        ],
    },
    check=model_check(
        inputs=(13,),
        outputs=3,
        activation="softmax",
        loss="sparse_categorical_crossentropy",
        optimizer="adam",
        metrics=("accuracy",),
        examples=np.random.default_rng(7).normal(size=(5, 13)).astype("float32"),
        mistakes={
            "input_of_the_mails": ModelMistake(
                "input",
                lambda facts: facts.inputs == (100,),
                "Your model takes examples of shape {inputs}: as many numbers as a mail has here. How many measurements has a wine?",
            ),
            "input_of_the_table": ModelMistake(
                "input",
                lambda facts: facts.inputs == (178, 13),
                "Your model takes examples of shape {inputs}: the whole table. Give the shape of *one* wine; how many come is left open.",
            ),
            "one_output": ModelMistake(
                "output",
                lambda facts: facts.units == 1,
                "Your model gives one number, as for a yes or no. Three growers need three: a probability for each.",
            ),
            "no_hidden": ModelMistake(
                "activation",
                lambda facts: is_open(facts) and facts.kinds.count("Dense") == 1,
                "Your model has one layer: the measurements go straight into the output. A hidden layer with a bend is asked, too.",
            ),
            "hidden_softmax": ModelMistake(
                "activation",
                lambda facts: is_open(facts) and "softmax" in hidden(facts),
                "A hidden layer of yours has softmax: there the units must share out 1 among them. It belongs to the output alone.",
            ),
            "hidden_without_bend": ModelMistake(
                "activation",
                lambda facts: is_open(facts) and all(name in (None, "linear") for name in hidden(facts)),
                "Your hidden layer has no activation. Then two layers are no more than one, as in lesson 3. Which bend do you give it?",
            ),
            "three_yes_or_no": ModelMistake(
                "activation",
                lambda facts: facts.activation == "sigmoid",
                "Your output has three sigmoids: three questions of yes or no, and (0.9, 0.9, 0.9) would be a possible answer. A wine has *one* "
                "grower: which activation makes shares that add up to 1?",
            ),
            "softmax_twice": ModelMistake(
                "activation",
                lambda facts: softmaxes(facts) > 1,
                "Your output goes through softmax twice. The second makes shares of what are shares already, and so draws them together: even "
                "(1, 0, 0) would become (0.58, 0.21, 0.21). Which of the two is enough?",
            ),
            "bend_before_softmax": ModelMistake(
                "activation",
                bend_before_softmax,
                "Your three outputs go through another activation before softmax. ReLU, say, makes one 0 of all negative ones, and softmax can't tell "
                "them apart any more. Which one is too many?",
            ),
            "misspelt": ModelMistake(
                "loss",
                misspelt,
                "Keras knows no loss `{loss}`, and would say so in `fit`. It is nearly a name that it knows: compare letter by letter.",
            ),
            "loss_class": ModelMistake(
                "loss",
                lambda facts: facts.loss == "SparseCategoricalCrossentropy",
                "Your loss `{loss}` is a class, from which a loss is made by round brackets behind it; or write its name as a text, in small letters.",
            ),
            "no_optimizer": ModelMistake(
                "optimizer",
                lambda facts: facts.optimizer == "rmsprop",
                "Your model is compiled with `rmsprop`. That is what Keras takes if you name no optimiser. Which one is asked?",
            ),
            "wants_one_hot": ModelMistake(
                "loss",
                lambda facts: facts.loss == "categorical_crossentropy",
                "Your loss `{loss}` wants one-hot labels, such as (0, 1, 0). These are class indices: 0, 1 or 2. The loss for them has a word more "
                "in its name.",
            ),
            "yes_or_no_loss": ModelMistake(
                "loss",
                lambda facts: facts.loss == "binary_crossentropy",
                "Your loss `{loss}` is for one probability, of yes. Here one of three classes is right, written as 0, 1 or 2.",
            ),
            "distance_of_classes": ModelMistake(
                "loss",
                lambda facts: facts.loss in ("mean_squared_error", "mean_absolute_error"),
                "Your loss `{loss}` would measure how far the numbers are from the label 2. But 0, 1 and 2 are names of growers, no amounts. "
                "Which loss looks at the probability of the right class?",
            ),
            "metrics_not_named": ModelMistake(
                "metrics",
                third_in_compile,
                "Your metrics stand in the third place of `compile`, and that is `loss_weights`: Keras shows no accuracy then. Write the name "
                "before them, as for the loss: `metrics=...`.",
            ),
            "compared_with_half": ModelMistake(
                "metrics",
                lambda facts: "binary_accuracy" in facts.metrics,
                'Your metric "binary_accuracy" compares each share with 0.5, as for a yes or no. Write "accuracy": Keras then sees from the loss what '
                "is to be counted.",
            ),
            "compared_exactly": ModelMistake(
                "metrics",
                lambda facts: "equal_numbers" in facts.metrics,
                "`keras.metrics.Accuracy` counts outputs that *equal* the label, and no share does. Write the text \"accuracy\": Keras then sees from "
                "the loss what is to be counted.",
            ),
            "compared_as_one_hot": ModelMistake(
                "metrics",
                lambda facts: "categorical_accuracy" in facts.metrics,
                'Your metric "categorical_accuracy" wants one-hot labels. Write "accuracy": Keras then sees from the loss what is to be counted.',
            ),
        },
        success="Three things belong together: three units, softmax, and a loss that takes class indices. The rest could stay as it was.",
    ),
    equivalent={
        **dict.fromkeys(
            (
                f"layers.Dense({n}, {activation}) -> layers.Dense({n + more}, {activation})"
                for n, activation in ((16, "activation='relu'"), (32, "'tanh'"))
                for more in (1, -1)
            ),
            _ANOTHER_WIDTH,
        ),
        **dict.fromkeys((f"layers.Dense(32, 'gelu')(inputs) -> layers.Dense({n}, 'gelu')(inputs)" for n in (33, 31)), _ANOTHER_WIDTH),
        **dict.fromkeys((f"wines.add(layers.Dense(8)) -> wines.add(layers.Dense({n}))" for n in (9, 7)), _ANOTHER_WIDTH),
        **dict.fromkeys((f"layers.Dense(16) -> layers.Dense({n})" for n in (17, 15)), _ANOTHER_WIDTH),
        "layers.Dense(16, activation='relu') -> layers.Dense(16, activation='sigmoid')": "another bend",
        **dict.fromkeys(("16 -> 17", "16 -> 15"), _ANOTHER_WIDTH),
        **dict.fromkeys(
            (f"lambda z: keras.ops.maximum(z, 0) -> lambda z: keras.ops.{bend}" for bend in ("minimum(z, 0)", "maximum(z, 1)", "maximum(z, -1)")),
            "another bend",
        ),
        **dict.fromkeys(
            (f"keras.optimizers.Adam(0.01) -> keras.optimizers.Adam({rate})" for rate in ("0.0125", "0.005")), "another rate"
        ),
    },
    hints=(
        "Three things follow from the task: the shape of one wine, the number of units at the end with their activation, and the loss for such labels.",
        "One of several classes, labels 0, 1, 2: lesson 1's digits were the same case, with ten. Don't forget `compile`, with the accuracy.",
        """
        wines = keras.Sequential([
            keras.Input(shape=(___,)),
            layers.Dense(16, activation=___),
            layers.Dense(___, activation=___),
        ])
        wines.compile(optimizer=___, loss=___, metrics=[___])
        """,
    ),
)  # fmt: skip
