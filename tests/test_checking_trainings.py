"""Records of trainings, callbacks, and the helpers by which a function that builds or trains a model is judged."""

from __future__ import annotations

import random
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
import tensorflow as tf
from keras import layers

from dlcourse import scratch
from dlcourse.checking import (
    Correct,
    Exercise,
    NotYet,
    Outcome,
    accuracy_of,
    builder_check,
    built_by,
    call,
    callback_facts,
    fits_of,
    gate,
    history_facts,
    judge,
    model_check,
    not_a_callback,
    not_a_history,
    outputs_in_batches,
    seeds_set,
    train_briefly,
)
from dlcourse.checking.generators import keras_seed
from dlcourse.checking.snapshot import generators, snapshot

X = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
Y = (X[:, 0] > 0).astype(int)


def small(units: int = 2, activation: str = "softmax") -> keras.Model:
    model = keras.Sequential([keras.Input((4,)), layers.Dense(units, activation=activation)])
    model.compile("adam", "sparse_categorical_crossentropy" if units > 1 else "binary_crossentropy", metrics=["accuracy"])  # fmt: skip
    return model


RECORD = {
    "loss": [0.9, 0.5, 0.4],
    "accuracy": [0.5, 0.7, 0.8],
    "val_loss": [0.8, 0.6, 0.7],
    "val_accuracy": [0.5, 0.9, 0.6],
}


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        {name: np.array(row, "float32") for name, row in RECORD.items()},
        pd.DataFrame(RECORD),
        {name: tuple(map(np.float64, row)) for name, row in RECORD.items()},
    ],
)
def test_a_record_in_any_form(record: Any) -> None:
    facts = history_facts(record)
    assert facts is not None
    assert (facts.epochs, facts.metrics, facts.validated) == (3, ("loss", "accuracy"), True)
    assert facts.last["val_loss"] == pytest.approx(0.7)
    assert (facts.best_epoch(), facts.best_epoch("val_accuracy"), facts.best_epoch("loss")) == (2, 2, 3)
    assert facts.finite
    assert not_a_history(record) is None


def test_the_history_that_fit_returns() -> None:
    model = small()
    history = model.fit(X, Y, epochs=2, verbose=0)
    for given in (history, history.history):
        facts = history_facts(given)
        assert facts is not None
        assert (facts.epochs, facts.validated) == (2, False)
    assert history_facts(history).model is model
    own = scratch.Network([scratch.Dense(1)], inputs=4)
    own.compile("sgd", "mean_squared_error")
    assert history_facts(own.fit(X, Y[:, None], epochs=3)).epochs == 3


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (small, "model"),
        (keras.callbacks.History, "no epoch"),
        (lambda: keras.callbacks.History, "class"),
        (lambda: [0.9, 0.8], "[0.9, 0.8]"),
        (lambda: {}, "{}"),
        (lambda: {"loss": ["a"]}, "history"),
        (lambda: {"loss": [1.0], "val_loss": [1.0, 2.0]}, "history"),
        (lambda: 0.3, "0.3"),
        (lambda: None, "None"),
    ],
)
def test_what_is_no_record(given: Any, part: str) -> None:
    answer = given()
    assert history_facts(answer) is None
    verdict = not_a_history(answer)
    assert isinstance(verdict, NotYet)
    assert part in verdict.message


def test_a_record_of_nan() -> None:
    assert not history_facts({"loss": [0.5, float("nan")]}).finite


def test_callbacks() -> None:
    facts = callback_facts(
        keras.callbacks.EarlyStopping("val_accuracy", patience=3, restore_best_weights=True)
    )
    assert facts is not None
    assert (facts.kind, facts.monitor, facts.patience, facts.restore_best_weights) == ("EarlyStopping", "val_accuracy", 3, True)  # fmt: skip
    saving = callback_facts(keras.callbacks.ModelCheckpoint("a.keras", save_best_only=True))
    assert (saving.kind, saving.save_best_only, saving.patience) == ("ModelCheckpoint", True, None)
    assert not_a_callback(facts.callback) is None
    for answer, part in [
        (keras.callbacks.EarlyStopping, "Brackets"),
        ([facts.callback], "list"),
        (saving.callback, "ModelCheckpoint"),
        (5, "5"),
    ]:
        verdict = not_a_callback(answer)
        assert isinstance(verdict, NotYet)
        assert part in verdict.message


BUILDS = builder_check(
    model_check(inputs=(4,), outputs=2, activation="softmax"), arguments={"units": 2, "activation": "softmax"}
)


def exercise(check: Any, **options: Any) -> Exercise:
    return Exercise(
        id="99.1", title="x", kind="model", starter="...", check=check, right=[], wrong={}, hints=("", "", ""), seconds=20.0, **options
    )  # fmt: skip


def test_a_builder_is_judged_by_the_model_it_builds() -> None:
    assert BUILDS(small) == Correct("")
    assert BUILDS(lambda units, activation: small(3)).code == "wrong_output"
    assert gate.declared_codes(exercise(BUILDS)) == {"wrong_input", "wrong_output", "wrong_activation"}
    assert judge(exercise(BUILDS), lambda units, activation: 1 / 0).outcome is Outcome.RAISED
    assert judge(exercise(BUILDS), lambda units, activation: ...).outcome is Outcome.NOT_ATTEMPTED


def own_check(model: Any) -> Correct | NotYet:
    return Correct() if model.count_params() < 5 else NotYet("too_large", "x")


def test_the_codes_of_a_check_of_ones_own_are_found() -> None:
    made = exercise(builder_check(own_check))
    assert gate.declared_codes(made) == {"too_large"}
    assert judge(made, small).code == "too_large"


@pytest.mark.parametrize(
    ("answer", "code", "part"),
    [
        (small(), "not_a_function", "without brackets"),
        (5, "not_a_function", "5"),
        (keras.Model, "not_a_function", "class"),
        (lambda x: x, "wrong_arguments", "without any value"),
        (lambda: None, "returns_none", "return"),
        (lambda: small().fit(X, Y, verbose=0), "wrong_type", "history"),
        (lambda: [layers.Dense(1)], "wrong_type", "Keras model"),
    ],
)
def test_what_is_no_builder(answer: Any, code: str, part: str) -> None:
    verdict = built_by(answer)
    assert isinstance(verdict, NotYet)
    assert verdict.code == code
    assert part in verdict.message


def test_a_brief_training_repeats_and_leaves_the_notebook_alone() -> None:
    def check(build: Any) -> Correct | NotYet:
        seeds_set(3)
        model = built_by(build)
        facts = train_briefly(model, X, Y, epochs=4, batch_size=8, seed=3, validation_data=(X, Y))
        return Correct(
            f"{facts.last['loss']:.9f} {facts.epochs} {facts.validated} {accuracy_of(model, X, Y)}"
        )

    judged = exercise(check, trains=True)
    keras.random.uniform(())  # now Keras has a generator of its own, under way
    tf.random.set_seed(17)
    random.seed(17)
    drawn = float(tf.random.uniform(())), random.random()
    tf.random.set_seed(17)
    random.seed(17)
    state, before = np.array(keras_seed().numpy()), generators()
    first = judge(judged, small)
    assert generators() == before
    following = float(keras.random.uniform(()))
    keras_seed().assign(state)
    assert following == float(keras.random.uniform(()))
    assert drawn == (float(tf.random.uniform(())), random.random())
    second = judge(judged, small)
    assert first == second
    assert first.correct
    assert first.message.endswith(tuple("0123456789"))
    assert " 4 True " in first.message


def test_a_brief_training_may_compile() -> None:
    model = keras.Sequential([keras.Input((4,)), layers.Dense(2, activation="softmax")])
    options = {"loss": "sparse_categorical_crossentropy", "optimizer": keras.optimizers.Adam(0.1)}
    facts = train_briefly(model, X, Y, epochs=10, compile_with=options)
    assert facts.values["loss"][0] > facts.last["loss"]
    assert accuracy_of(model, X, Y) > 0.8


def test_accuracy_in_any_form() -> None:
    model = small()
    model.set_weights([np.array([[-9.0, 9.0], [0, 0], [0, 0], [0, 0]]), np.zeros(2)])
    assert accuracy_of(model, X, Y) == 1.0
    assert accuracy_of(model, X, np.eye(2)[Y]) == 1.0
    assert accuracy_of(model, X, 1 - Y[:, None]) == 0.0
    one = small(1, "sigmoid")
    one.set_weights([np.array([[9.0], [0], [0], [0]]), np.zeros(1)])
    assert accuracy_of(one, X, Y) == accuracy_of(one, X, Y[:, None]) == 1.0
    assert outputs_in_batches(model, np.repeat(X, 40, axis=0)).shape == (2400, 2)


def test_fits_are_watched() -> None:
    def train(model: Any, x: Any, y: Any) -> Any:
        stop = keras.callbacks.EarlyStopping(patience=2)
        model.fit(x[:40], y[:40], 16, epochs=50, validation_data=(x[40:], y[40:]), callbacks=[stop])
        return model.fit(x=x, y=y)

    model = small()
    with fits_of(model, most_epochs=2) as fits:
        history = call(train, model, X, Y)
    assert history is fits[1].history
    assert (fits[0].epochs, fits[0].batch_size, len(fits[0].x), len(fits[0].validation_data[0])) == (50, 16, 40, 20)  # fmt: skip
    assert callback_facts(fits[0].callbacks[0]).patience == 2
    assert history_facts(fits[0].history).epochs == 2
    assert (fits[1].epochs, fits[1].validation_data, fits[1].callbacks) == (1, None, [])
    assert model.fit.__self__ is model
    assert int(model.optimizer.iterations) == 2 * 3 + 2


def test_an_error_in_fit_is_the_learners_and_fit_is_put_back() -> None:
    model = small()
    with pytest.raises(TypeError), fits_of(model):
        model.fit(X, Y, epoch=3)
    assert model.fit.__self__ is model


def test_a_compiled_function_is_not_changed_by_being_called() -> None:
    factors = [2.0]
    double = tf.function(lambda x: factors[0] * x)
    before = snapshot(double)
    double(tf.constant(1.0))
    assert snapshot(double) == before
    factors[0] = 3.0
    assert snapshot(double) != before
