"""Model checks for networks that look at pictures: every form that is right, every fault with its code and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers, regularizers

from dlcourse.checking import Correct, ModelFacts, ModelMistake, NotYet, Penalty, model_check, model_facts
from dlcourse.checking.calling import LearnerError

SHAPE = (28, 28, 1)


def _first(facts: ModelFacts) -> Any:
    return facts.of("Conv2D")[0] if facts.of("Conv2D") else None


CHECK = model_check(
    inputs=SHAPE,
    outputs=10,
    activation="softmax",
    loss="sparse_categorical_crossentropy",
    optimizer="adam",
    learning_rate=(0.001, 0.01),
    metrics=["accuracy"],
    mistakes={
        "no_convolution": ModelMistake("layers", lambda facts: not _first(facts), "Your layers: {kinds}."),
        "kernel_size": ModelMistake(
            "layers",
            lambda facts: _first(facts).kernel_size != (3, 3),
            lambda facts: f"Your kernel: {_first(facts).kernel_size}.",
        ),
        "padding": ModelMistake("layers", lambda facts: _first(facts).padding != "same", "No padding."),
    },
    success="A network that sees.",
)


def compiled(model: keras.Model, loss: Any = "sparse_categorical_crossentropy", rate: Any = 0.001) -> Any:
    model.compile(keras.optimizers.Adam(rate), loss, metrics=["accuracy"])
    return model


def body(**changes: Any) -> list:
    options = {"filters": 4, "kernel_size": 3, "strides": 2, "padding": "same", "activation": "relu"}
    return [layers.Conv2D(**{**options, **changes}), layers.Flatten()]


def sequential(shape: tuple = SHAPE, last: Any = None, **changes: Any) -> keras.Model:
    return keras.Sequential(
        [keras.Input(shape), *body(**changes), last or layers.Dense(10, activation="softmax")]
    )


def functional() -> keras.Model:
    pixels = keras.Input(SHAPE)
    x = layers.Rescaling(1.0)(layers.RandomTranslation(0.1, 0.1)(pixels))
    x = layers.ReLU()(layers.BatchNormalization()(layers.Conv2D(4, (3, 3), padding="SAME")(x)))
    x = layers.GlobalAveragePooling2D()(layers.MaxPooling2D()(x))
    return keras.Model(pixels, layers.Softmax()(layers.Dense(10)(layers.Dropout(0.2)(x))))


class Own(keras.Model):
    """A learner's subclassed model, with a block of its own in it and the output named first."""

    class Block(layers.Layer):
        """A convolution and what follows it."""

        def __init__(self) -> None:
            super().__init__()
            self.steps = [layers.Conv2D(4, 3, padding="same"), layers.MaxPooling2D(4)]
            self.bend = layers.Activation("relu")

        def call(self, x: Any) -> Any:
            return self.bend(self.steps[1](self.steps[0](x)))

    def __init__(self, last: str | None = "softmax") -> None:
        super().__init__()
        self.out = layers.Dense(10, activation=last)
        self.block = self.Block()
        self.flat = layers.Reshape((-1,))

    def call(self, x: Any) -> Any:
        return self.out(self.flat(self.block(x)))


def built_later() -> keras.Model:
    model = keras.Sequential([*body(), layers.Dense(10, activation="softmax"), layers.Dropout(0.0)])
    model.build((None, *SHAPE))
    return model


def subclassed(**options: Any) -> keras.Model:
    model = Own(**options)
    model.build((None, *SHAPE))
    return model


def nested() -> keras.Model:
    eyes = keras.Sequential([keras.Input(SHAPE), keras.Sequential([layers.RandomFlip()]), *body()])
    return keras.Sequential([eyes, layers.Dense(10), layers.Activation(keras.activations.softmax)])


def with_logits() -> tuple:
    return sequential(last=layers.Dense(10)), keras.losses.SparseCategoricalCrossentropy(from_logits=True)


RIGHT: list[Callable[[], keras.Model]] = [
    lambda: compiled(sequential()),
    lambda: compiled(functional(), keras.losses.SparseCategoricalCrossentropy()),
    lambda: compiled(subclassed(), keras.losses.sparse_categorical_crossentropy),
    lambda: compiled(built_later(), rate=0.01),
    lambda: compiled(nested(), rate=keras.optimizers.schedules.CosineDecay(0.005, 100)),
    lambda: compiled(*with_logits()),
]


@pytest.mark.parametrize("build", RIGHT)
def test_right_models_of_every_make_are_correct(build: Callable) -> None:
    assert CHECK(build()) == Correct("A network that sees.")


def weights_of_nan() -> keras.Model:
    model = compiled(sequential())
    model.layers[-1].set_weights([weight * np.nan for weight in model.layers[-1].get_weights()])
    return model


def softmax_over_the_batch() -> keras.Model:
    pixels = keras.Input(SHAPE)
    x = layers.Dense(10)(layers.Flatten()(layers.Conv2D(4, 3, padding="same")(pixels)))
    return keras.Model(pixels, layers.Softmax(axis=0)(x))


def without_channel() -> keras.Model:
    model = keras.Sequential(
        [keras.Input(SHAPE[:2]), layers.Reshape(SHAPE), *body(), layers.Dense(10, activation="softmax")]
    )
    return compiled(model)


class Plain(keras.Model):
    """Takes pictures without a channel axis and tells no shapes; `slip` is a fault whatever comes in."""

    def __init__(self, slip: bool = False) -> None:
        super().__init__()
        self.parts = [layers.Reshape(SHAPE), *body(), layers.Dense(10, activation="softmax")]
        self.slip = slip

    def call(self, x: Any) -> Any:
        batch, _, _ = x.shape
        for part in self.parts:
            x = part(x)
        return x + batch.size if self.slip else x


class Rows(keras.Model):
    """Takes one row a picture, in Keras' own words."""

    def __init__(self) -> None:
        super().__init__()
        self.see = layers.Conv2D(4, 3, padding="same")
        self.dense = layers.Dense(10, activation="softmax")

    def call(self, x: Any) -> Any:
        return self.dense(x)


def rows() -> keras.Model:
    model = Rows()
    model(np.zeros((1, 784)))
    return compiled(model)


WRONG: list[tuple[str, tuple[str, ...], Callable[[], Any]]] = [
    ("not_a_model", ("None",), lambda: None),
    ("no_input", ("keras.Input",), lambda: compiled(keras.Sequential(body()))),
    ("no_input", ("Call it once",), lambda: compiled(Own())),
    ("wrong_input", ("(28, 28);", "keras.Input(shape=(28, 28, 1))", "channel"), without_channel),
    ("wrong_input", ("(32, 32, 1)", "(28, 28, 1)"), lambda: compiled(sequential((32, 32, 1)))),
    ("wrong_input", ("(1, 28, 28)", "channels come first"), lambda: compiled(sequential((1, 28, 28)))),
    ("wrong_input", ("number of examples",), lambda: compiled(keras.Sequential([keras.Input((60, *SHAPE)), layers.Dense(2)]))),
    ("wrong_output", ("8 numbers", "10 numbers"), lambda: compiled(sequential(last=layers.Dense(8, activation="softmax")))),
    ("wrong_output", ("(28, 28, 10)", "Flatten"), lambda: compiled(keras.Sequential([keras.Input(SHAPE), layers.Conv2D(10, 3, padding="same")]))),
    ("no_convolution", ("Flatten, Dense",), lambda: compiled(keras.Sequential([keras.Input(SHAPE), layers.Flatten(), layers.Dense(10)]))),
    ("kernel_size", ("(5, 5)",), lambda: compiled(sequential(kernel_size=5))),
    ("padding", (), lambda: compiled(sequential(padding="valid"))),
    ("wrong_activation", ("`sigmoid`",), lambda: compiled(sequential(last=layers.Dense(10, activation="sigmoid")))),
    ("wrong_activation", ("no activation",), lambda: compiled(subclassed(last=None))),
    ("not_compiled", ("compile",), sequential),
    ("wrong_loss", ("`categorical_crossentropy`", "one-hot rows", "number of a class"), lambda: compiled(sequential(), "categorical_crossentropy")),
    ("wrong_loss", ("`binary_crossentropy`", "10 numbers"), lambda: compiled(sequential(), "binary_crossentropy")),
    ("wrong_learning_rate", ("0.1", "from 0.001 to 0.01"), lambda: compiled(sequential(), rate=0.1)),
    ("not_a_number", ("nan", "dense"), weights_of_nan),
    ("wrong_axis", ("wrong axis", "4 examples"), lambda: compiled(softmax_over_the_batch())),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "parts", "build"), WRONG, ids=[f"{one[0]}-{i}" for i, one in enumerate(WRONG)]
)
def test_wrong_models_get_their_code_and_see_their_numbers(
    code: str, parts: tuple[str, ...], build: Callable
) -> None:
    verdict = CHECK(build())
    assert isinstance(verdict, NotYet)
    assert verdict.code == code, verdict
    for part in parts:
        assert part in verdict.message, verdict.message
    assert verdict.message[0].isupper()


def plain(**options: Any) -> keras.Model:
    model = Plain(**options)
    if not options:
        model(np.zeros((1, 28, 28)))
    model.built = True
    return compiled(model)


@pytest.mark.parametrize(
    ("build", "part"),
    [(rows, "(784,), as one plain row"), (plain, "(28, 28), without the axis of the channel")],
)
def test_a_model_that_tells_no_shapes_is_asked_what_it_takes(build: Callable, part: str) -> None:
    verdict = model_check(inputs=SHAPE)(build())
    assert isinstance(verdict, NotYet)
    assert verdict.code == "wrong_input"
    assert part in verdict.message
    assert "the shape (28, 28, 1)" in verdict.message


def test_an_error_in_the_learners_own_lines_stays_theirs() -> None:
    with pytest.raises(LearnerError):
        model_check(inputs=SHAPE)(plain(slip=True))


def test_one_hot_labels_ask_for_the_other_loss() -> None:
    check = model_check(loss="categorical_crossentropy")
    verdict = check(compiled(sequential()))
    assert isinstance(verdict, NotYet)
    assert "`sparse_categorical_crossentropy`" in verdict.message
    assert "one-hot row" in verdict.message
    assert check(compiled(sequential(), "categorical_crossentropy")) == Correct("")


def test_an_exercises_own_question_comes_before_the_one_about_the_axis() -> None:
    def question(facts: ModelFacts) -> NotYet | None:
        return NotYet("mine", "x") if facts.of("Softmax") else None

    check = model_check(inputs=SHAPE, activation="softmax", questions=[question])
    assert check(softmax_over_the_batch()).code == "mine"
    assert check(sequential()) == Correct("")


def test_a_model_that_gives_one_number_without_an_axis_is_no_trouble() -> None:
    pixels = keras.Input(SHAPE)
    model = keras.Model(pixels, keras.ops.max(layers.Softmax()(layers.Flatten()(pixels)), axis=1))
    assert model_check(inputs=SHAPE, outputs=1)(model).code == "wrong_output"
    assert isinstance(model_check(inputs=SHAPE, activation="softmax")(model), Correct | NotYet)


def test_facts_of_the_layers() -> None:
    model = keras.Sequential(
        [
            keras.Input(SHAPE),
            layers.RandomTranslation(0.1, (-0.2, 0.05), fill_mode="constant"),
            layers.RandomFlip("horizontal"),
            layers.Rescaling(1 / 255),
            layers.Conv2D(6, (3, 5), strides=2, kernel_regularizer=regularizers.L2(0.01)),
            layers.BatchNormalization(),
            layers.AveragePooling2D((2, 3), strides=1, padding="same"),
            layers.SpatialDropout2D(0.25),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, "relu", kernel_regularizer="l1", bias_regularizer=regularizers.L1L2(0.1, 0.2)),
            layers.Dropout(0.5),
            layers.Dense(2, kernel_regularizer=regularizers.L2(0.0), trainable=False),
        ]
    )
    facts = model_facts(model)
    shift, flip, rescale, conv, norm, pool, spatial, average, hidden, drop, last = facts.layers
    assert (shift.reach("height_factor"), shift.reach("width_factor")) == (0.1, 0.2)
    assert (shift.option("fill_mode"), flip.option("mode")) == ("constant", "horizontal")
    assert rescale.option("scale") == pytest.approx(1 / 255)
    assert (conv.kind, conv.units, conv.kernel_size, conv.strides) == ("Conv2D", 6, (3, 5), (2, 2))
    assert (conv.padding, conv.activation, conv.outputs) == ("valid", "linear", (13, 12, 6))
    assert (conv.kernel_regularizer, conv.bias_regularizer) == (Penalty("l2", 0.0, 0.01), None)
    assert conv.kernel_regularizer.factor == 0.01
    assert (conv.parameters, norm.parameters, norm.activation) == (6 * 15 + 6, 24, None)
    assert (pool.pool_size, pool.strides, pool.padding) == ((2, 3), (1, 1), "same")
    assert (spatial.rate, drop.rate, hidden.rate, average.kind) == (0.25, 0.5, None, "GlobalAveragePooling2D")
    assert hidden.kernel_regularizer.kind == "l1"
    assert hidden.bias_regularizer == Penalty("l1_l2", 0.1, 0.2)
    assert (last.kernel_regularizer, last.trainable, hidden.trainable) == (None, False, True)
    assert facts.parameters - facts.trainable_parameters == 12 + 8
    assert [layer.units for layer in facts.of("Dense", "Conv2D")] == [6, 3, 2]
    assert shift.reach("no such thing") == 0.0


def test_a_frozen_base_in_a_model_is_seen() -> None:
    base = keras.Sequential([keras.Input(SHAPE), *body()])
    base.trainable = False
    facts = model_facts(keras.Sequential([base, layers.Dense(2)]))
    assert [layer.trainable for layer in facts.of("Conv2D", "Dense")] == [False, True]
    assert facts.trainable_parameters == facts.of("Dense")[0].parameters


def test_a_regulariser_of_ones_own_has_a_name() -> None:
    class Lasso(regularizers.Regularizer):
        def __call__(self, weights: Any) -> Any:
            return 0.1 * keras.ops.sum(keras.ops.abs(weights))

    model = keras.Sequential([keras.Input((4,)), layers.Dense(2, kernel_regularizer=Lasso())])
    assert model_facts(model).layers[0].kernel_regularizer.kind in ("lasso", "regularizer")


def test_an_output_named_first_is_judged_by_what_it_gives() -> None:
    facts = model_facts(compiled(subclassed(last=None)), SHAPE)
    assert set(facts.kinds) == {"Dense", "Conv2D", "MaxPooling2D", "Activation", "Reshape"}
    assert (facts.activation, facts.outputs) == ("linear", (10,))


def test_trained_is_seen_whoever_trained() -> None:
    images, labels = np.random.default_rng(0).uniform(size=(8, *SHAPE)), np.arange(8) % 10
    check = model_check(inputs=SHAPE, trained=True)

    fresh = compiled(sequential())
    assert check(fresh).code == "untrained"

    fitted = compiled(sequential())
    fitted.fit(images, labels, batch_size=4, verbose=0)
    assert (model_facts(fitted).updates, model_facts(fitted).trained) == (2, True)
    compiled(fitted)
    assert (model_facts(fitted).updates, model_facts(fitted).trained) == (0, True)

    by_hand = sequential()
    for layer in by_hand.layers:
        if layer.weights:
            layer.set_weights([weight + 0.01 for weight in layer.get_weights()])
    assert model_facts(by_hand).trained
    assert check(by_hand) == Correct("")
    assert not model_facts(sequential()).trained
