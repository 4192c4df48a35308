"""`model_check` and what it stands on: Sequential, Functional and subclassed models, and things that are none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from dlcourse.checking import Correct, Exercise, ModelMistake, NotYet, Outcome, gate, judge, model_check
from dlcourse.checking.calling import LearnerError
from dlcourse.checking.model_names import activation_name, loss_name
from dlcourse.checking.models import is_model, kept, model_facts, outputs_of


class Own(keras.Model):
    """A learner's subclassed model; it counts its calls in a weight."""

    def __init__(self, units: int = 3, output: Callable | None = keras.ops.softmax) -> None:
        super().__init__()
        self.hidden = layers.Dense(5, activation="relu")
        self.last = layers.Dense(units)
        self.output_function = output
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False, name="calls")

    def call(self, x: Any) -> Any:
        self.calls.assign_add(1.0)
        made = self.last(self.hidden(x))
        return self.output_function(made) if self.output_function else made


class Unstarted(keras.Model):
    """The author forgot `super().__init__()`."""

    def __init__(self) -> None:
        pass


class Broken(keras.Model):
    """Its `call` raises."""

    def __init__(self) -> None:
        super().__init__()
        self.built = True

    def call(self, x: Any) -> Any:
        return x / undefined  # noqa: F821 - that is the point


def sequential(
    units: int = 3, activation: str | None = "softmax", shape: tuple = (4,), **options: Any
) -> Any:
    hidden = options.get("hidden", layers.Dense(5, activation="relu"))
    model = keras.Sequential([keras.Input(shape), hidden, layers.Dense(units, activation=activation)])
    if options.get("loss", "y"):
        model.compile(
            loss=options.get("loss", "sparse_categorical_crossentropy"),
            optimizer=options.get("optimizer", "adam"),
            metrics=options.get("metrics", ["accuracy"]),
        )
    return model


def functional() -> keras.Model:
    inputs = keras.Input((4,))
    hidden = layers.ReLU()(layers.Dense(5)(inputs))
    model = keras.Model(inputs, layers.Activation("softmax")(layers.Dense(3)(hidden)))
    loss, metric = keras.losses.SparseCategoricalCrossentropy(), keras.metrics.SparseCategoricalAccuracy()
    model.compile("adam", loss, metrics=[metric])
    return model


def functional_by_operations() -> keras.Model:
    inputs = keras.Input((4,))
    model = keras.Model(inputs, keras.ops.softmax(layers.Dense(3)(keras.ops.relu(layers.Dense(5)(inputs)))))
    model.compile(
        keras.optimizers.Adam(0.01), keras.losses.sparse_categorical_crossentropy, metrics=["accuracy"]
    )
    return model


def nested() -> keras.Model:
    body = keras.Sequential([layers.Dense(5, activation="relu"), layers.Dropout(0.5)])
    model = keras.Sequential([keras.Input((4,)), body, layers.Dense(3), layers.Softmax()])
    model.compile("Adam", "sparse_categorical_crossentropy", metrics=["acc"])
    return model


def subclassed(**options: Any) -> keras.Model:
    model = Own(**options)
    model(np.zeros((1, 4), "float32"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def with_logits() -> keras.Model:
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return sequential(activation=None, loss=loss)


CHECK = model_check(
    inputs=(4,),
    outputs=3,
    activation="softmax",
    loss="sparse_categorical_crossentropy",
    optimizer=("adam", "sgd"),
    metrics=["accuracy"],
    mistakes={
        "sigmoid_for_many": ModelMistake(
            "activation",
            lambda facts: facts.activation == "sigmoid",
            "{units} numbers, each alone, by {activation}",
        ),
        "one_unit": ModelMistake(
            "output", lambda facts: facts.units == 1, lambda facts: f"one: {facts.kinds}"
        ),
    },
    success="Well built.",
)


def numbers(model: Any) -> list[np.ndarray]:
    return [np.array(variable.numpy()) for variable in [*model.variables, *model.optimizer.variables]]


RIGHT = [
    sequential, functional, functional_by_operations, nested, subclassed, with_logits,
    lambda: sequential(metrics=["Accuracy"]),
]  # fmt: skip


@pytest.mark.parametrize("build", RIGHT)
def test_right_models_of_every_make_are_correct(build: Callable) -> None:
    assert CHECK(build()) == Correct("Well built.")


WRONG: list[tuple[str, Callable[[], Any]]] = [
    ("not_a_model", lambda: None),
    ("not_a_model", lambda: 5),
    ("not_a_model", lambda: keras.Model),
    ("not_a_model", lambda: Own),
    ("not_a_model", lambda: sequential),
    ("not_a_model", lambda: layers.Dense(3)),
    ("not_a_model", lambda: [layers.Dense(3)]),
    ("not_a_model", lambda: keras.callbacks.History()),
    ("not_a_model", lambda: object()),
    ("no_input", lambda: keras.Sequential([layers.Dense(3)])),
    ("no_input", lambda: Own()),
    ("no_input", lambda: keras.Sequential()),
    ("wrong_input", lambda: sequential(shape=(100, 4))),
    ("wrong_input", lambda: sequential(shape=(2, 2))),
    ("wrong_input", lambda: sequential(shape=(5,))),
    ("one_unit", lambda: sequential(units=1)),
    ("one_unit", lambda: subclassed(units=1)),
    ("wrong_output", lambda: sequential(units=4)),
    ("wrong_output", lambda: subclassed(units=2)),
    ("sigmoid_for_many", lambda: sequential(activation="sigmoid")),
    ("sigmoid_for_many", lambda: subclassed(output=keras.ops.sigmoid)),
    ("wrong_activation", lambda: sequential(activation=None)),
    ("wrong_activation", lambda: sequential(activation="relu")),
    ("wrong_activation", lambda: subclassed(output=None)),
    ("not_compiled", lambda: sequential(loss=None)),
    ("wrong_loss", lambda: sequential(loss="mse")),
    ("wrong_loss", lambda: sequential(loss="categorical_crossentropy")),
    ("wrong_loss", lambda: sequential(loss="no such loss")),
    ("wrong_loss", lambda: sequential(loss=lambda y, p: keras.ops.mean(p))),
    (
        "activation_twice",
        lambda: sequential(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)),
    ),
    ("wrong_optimizer", lambda: sequential(optimizer=keras.optimizers.RMSprop())),
    ("no_metric", lambda: sequential(metrics=None)),
    ("no_metric", lambda: sequential(metrics=["mse"])),
    ("no_metric", lambda: sequential(metrics=[keras.metrics.Accuracy()])),
    ("not_a_number", lambda: broken_weights()),
]


def broken_weights() -> keras.Model:
    model = sequential()
    model.set_weights([np.full_like(weight, np.nan) for weight in model.get_weights()])
    return model


@pytest.mark.parametrize(("code", "build"), WRONG, ids=[f"{code}-{i}" for i, (code, _) in enumerate(WRONG)])
def test_wrong_models_get_their_code(code: str, build: Callable) -> None:
    verdict = CHECK(build())
    assert isinstance(verdict, NotYet)
    assert verdict.code == code
    assert "{" not in verdict.message.replace("Sequential([...])", "")


def test_the_first_thing_wrong_is_named_in_a_teachers_order() -> None:
    model = keras.Sequential([layers.Dense(2, activation="relu")])
    order = []
    for mend in ("input", "output", "activation", "compile", "loss", "optimizer", "metrics"):
        order.append(CHECK(model).code)
        model = {
            "input": lambda: sequential(units=2, activation="relu", shape=(9,), loss=None),
            "output": lambda: sequential(units=2, activation="relu", loss=None),
            "activation": lambda: sequential(activation="relu", loss=None),
            "compile": lambda: sequential(loss=None),
            "loss": lambda: sequential(loss="mse", optimizer="rmsprop", metrics=[]),
            "optimizer": lambda: sequential(optimizer="rmsprop", metrics=[]),
            "metrics": lambda: sequential(metrics=[]),
        }[mend]()
    order.append(CHECK(model).code)
    assert order == [
        "no_input", "wrong_input", "wrong_output", "wrong_activation", "not_compiled", "wrong_loss", "wrong_optimizer", "no_metric",
    ]  # fmt: skip


def exercise(check: Callable) -> Exercise:
    return Exercise(
        id="99.1", title="x", kind="model", starter="...", check=check, right=[], wrong={}, hints=("", "", "")
    )


def test_junk_models_are_no_fault_of_the_check() -> None:
    for junk in (Unstarted(), Broken(), keras.Sequential(), Own(), keras.Model()):
        result = judge(exercise(CHECK), junk)
        assert result.outcome in (Outcome.NOT_YET, Outcome.RAISED), result.details


def test_an_error_in_the_models_own_call_shows_its_line() -> None:
    result = judge(exercise(model_check(inputs=(4,))), Broken())
    assert result.outcome is Outcome.RAISED
    assert "undefined" in result.message
    assert "return x / undefined" in result.message


def test_a_model_whose_call_never_ends_is_stopped() -> None:
    class Endless(keras.Model):
        def call(self, x: Any) -> Any:
            while True:
                pass

    model = Endless()
    model.built = True
    quick = exercise(model_check(inputs=(4,)))
    object.__setattr__(quick, "seconds", 0.3)
    assert judge(quick, model).outcome is Outcome.TOO_LONG


def test_nothing_of_a_model_changes_even_when_it_is_called() -> None:
    model = subclassed()
    model.fit(np.ones((8, 4)), np.zeros(8), verbose=0)
    before = numbers(model)
    assert float(model.calls) > 0
    assert judge(exercise(CHECK), model).correct
    after = numbers(model)
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))


def test_a_check_that_trains_or_breaks_the_model_leaves_it_as_it_was() -> None:
    def training(model: Any) -> Correct:
        model.fit(np.ones((8, 4)), np.zeros(8), verbose=0)
        raise KeyError("and then it fails")

    model = sequential()
    model.fit(np.ones((8, 4)), np.zeros(8), verbose=0)
    before = numbers(model)
    judge(exercise(training), model)
    after = numbers(model)
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))


def test_kept_looks_into_lists() -> None:
    model = sequential()
    before = model.get_weights()
    with kept([1, model]):
        model.set_weights([weight + 1 for weight in before])
    assert all(np.array_equal(a, b) for a, b in zip(before, model.get_weights(), strict=True))


@pytest.mark.parametrize(
    "loss",
    ["mse", "MSE", "mean_squared_error", "MeanSquaredError", ["mse"], {"y": "mse"}, keras.losses.MeanSquaredError(), keras.losses.MeanSquaredError(name="mine"), keras.losses.mean_squared_error],
)  # fmt: skip
def test_one_loss_under_many_names(loss: Any) -> None:
    assert loss_name(loss) == "mean_squared_error"


def test_other_names_of_losses_and_activations() -> None:
    assert loss_name(None) is None
    assert loss_name("nonsense") == "nonsense"
    assert loss_name(keras.losses.KLDivergence()) == loss_name("kl_divergence") == "kl_divergence"
    assert loss_name(keras.losses.BinaryCrossentropy()) == loss_name("bce")
    assert activation_name(None) == activation_name(keras.activations.linear) == "linear"
    assert activation_name(layers.ReLU()) == activation_name(keras.activations.relu) == "relu"
    assert activation_name(layers.Activation("tanh")) == "tanh"
    assert activation_name(tf.nn.softmax) == "softmax"  # calls itself softmax_v2


def test_facts_read_what_was_built_and_trained() -> None:
    model = nested()
    model.fit(np.ones((8, 4)), np.zeros(8), batch_size=2, verbose=0)
    facts = model_facts(model)
    assert facts.kinds == ("Dense", "Dropout", "Dense", "Softmax")
    assert (facts.inputs, facts.outputs, facts.units) == ((4,), (3,), 3)
    assert (facts.activation, facts.optimizer, facts.metrics) == ("softmax", "adam", ("accuracy",))
    assert (facts.updates, facts.parameters) == (4, 43)
    assert facts.learning_rate == pytest.approx(0.001)


def test_a_learners_own_layer_counts_as_what_it_extends() -> None:
    class MyDense(layers.Dense):
        pass

    model = sequential(hidden=MyDense(5, activation="tanh"))
    assert model_facts(model).kinds == ("Dense", "Dense")


def test_outputs_come_in_one_call_and_carry_the_learners_error() -> None:
    calls = []

    class Counted(keras.Model):
        def call(self, x: Any) -> Any:
            calls.append(x.shape)
            return x

    model = Counted()
    model.built = True
    assert outputs_of(model, np.ones((1000, 2))).shape == (1000, 2)
    assert calls == [(1000, 2)]
    with pytest.raises(LearnerError):
        outputs_of(Broken(), np.ones((2, 4)))


@pytest.mark.parametrize("returned", [None, [None], "done", 0.5, object()])
def test_a_call_that_returns_no_numbers_is_the_learners_fault(returned: Any) -> None:
    class Mute(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.last = layers.Dense(2)

        def call(self, x: Any) -> Any:
            self.last(x)
            return returned

    model = Mute()
    with contextlib.suppress(Exception):  # Keras itself refuses some of these
        model(np.zeros((1, 4), dtype="float32"))
    result = judge(exercise(model_check(inputs=(4,), outputs=2)), model)
    assert (result.outcome, result.code) == (Outcome.NOT_YET, "wrong_output"), result.details
    assert "gives no numbers" in result.message


def test_without_keras_nothing_is_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("sys").modules, "keras")
    assert not is_model(sequential)
    verdict = CHECK("model")
    assert isinstance(verdict, NotYet)
    assert verdict.code == "not_a_model"
    assert "keras" not in __import__("sys").modules


def test_codes_are_declared_for_the_gate() -> None:
    def question(facts: Any) -> NotYet | None:
        return NotYet("too_big", "x") if facts.parameters > 10 else None

    made = exercise(model_check(outputs=3, loss="mse", questions=[question]))
    assert gate.declared_codes(made) == {"wrong_output", "not_compiled", "wrong_loss", "too_big"}
    assert judge(made, sequential(loss="mse")).code == "too_big"
