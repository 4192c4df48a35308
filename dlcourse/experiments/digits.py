"""Lesson 8: two ways to read all of MNIST, by accuracy on its test digits and CPU seconds of training.

`quick` is what the lesson trains on the spot; `recipe` is `dlcourse.recipes.digits_recipe`, which reads 99 of 100.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

SEEDS = (0, 1, 2)
RECIPE_EPOCHS = 3  # two read just under 99 of 100 with one seed of three
TOLERANCE = 0.01  # a short check of the quick one may differ by this much on another processor


def pictures() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return x_train, y_train, x_test, y_test: (n, 28, 28, 1), float32 from 0 to 1, and classes."""
    from dlcourse.datasets import mnist

    (x_train, y_train), (x_test, y_test) = mnist()
    ready = [images.astype("float32")[..., None] / 255 for images in (x_train, x_test)]
    return ready[0], y_train, ready[1], y_test


def quick(examples: int, epochs: int = 1, batch_size: int = 128) -> tuple[Any, dict[str, Any]]:
    """Return the lesson's two strided convolutions, compiled, and the options of its `fit`, like `digits_recipe`."""
    import keras
    from keras import layers

    steps = -(-examples // batch_size) * epochs
    rate = keras.optimizers.schedules.CosineDecay(
        0.0008, steps - steps // 4, warmup_target=0.008, warmup_steps=steps // 4
    )
    model = keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            layers.Conv2D(16, 5, strides=2, padding="same", activation="relu"),
            layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model, {"batch_size": batch_size, "epochs": epochs}


def run(
    seeds: Sequence[int] = SEEDS,
    ways: Sequence[str] = ("quick", "recipe"),
    report: Callable[[str], object] = lambda line: None,
) -> dict[str, Any]:
    """Train each way once a seed on all 60,000 digits; return {way: {"accuracy": [...], "cpu_seconds": [...], ...}}."""
    import keras

    from dlcourse.recipes import digits_recipe

    makers = {"quick": quick, "recipe": partial(digits_recipe, epochs=RECIPE_EPOCHS)}
    x_train, y_train, x_test, y_test = pictures()
    found: dict[str, Any] = {}
    for way in ways:
        rows: dict[str, Any] = {"accuracy": [], "cpu_seconds": []}
        for seed in seeds:
            keras.utils.set_random_seed(seed)
            model, options = makers[way](len(x_train))
            began = time.process_time()
            model.fit(x_train, y_train, verbose=0, **options)
            rows["cpu_seconds"].append(round(time.process_time() - began, 1))
            rows["accuracy"].append(round(float(model.evaluate(x_test, y_test, verbose=0)[1]), 4))
            rows |= {"parameters": model.count_params(), "epochs": options["epochs"]}
            report(f"{way}, seed {seed}: {rows['accuracy'][-1]:.2%} in {rows['cpu_seconds'][-1]} CPU seconds")
        found[way] = rows
    return found


def check(stored: dict[str, Any]) -> list[str]:
    """Train the quick one again with the first seed; say so if it reads clearly more or fewer digits than stored."""
    again = run(seeds=SEEDS[:1], ways=("quick",))["quick"]["accuracy"][0]
    before = stored["quick"]["accuracy"][0]
    if abs(again - before) > TOLERANCE:
        return [f"the quick network reads {again:.2%} of the test digits; stored is {before:.2%}"]
    return []
