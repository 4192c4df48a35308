"""One network, few pictures, one fix against overfitting at a time: built, trained and measured. Nothing is drawn here.

`run()` measures everything several times (about seven minutes); `run(size="quick")` is what lesson 9 does live: the same
trainings, but fewer. Whatever is compared sees equally many pictures: a round is 1,000 of them, in 10 updates.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np

from dlcourse import datasets

SEEDS = (0, 1, 2, 3, 4)
PICTURES = 1000  # to learn from; enough to be worth learning from, few enough to be memorised
VALIDATION = 2000  # behind the first 10,000 of the training pictures, so that more data never touches it
BATCH = 100
ROUNDS = 30
UNITS = (256, 256)
KERNELS = (16, 32)
RATE = 0.002

FIXES: dict[str, tuple] = {
    "none": (None,),
    "dropout": (0.2, 0.5, 0.7),
    "L2": (0.0003, 0.001, 0.003),
    "augmentation": ("1 pixel", "2 pixels", "1 pixel and mirror"),
    "early stopping": (1, 3, 6),
    "batch normalisation": (None,),
    "more data": (2000, 4000, 10000),
    "smaller model": (4, 16, 64),
}
QUICK: dict[str, tuple] = {
    "none": (None,),
    "dropout": (0.5,),
    "L2": (0.001,),
    "augmentation": ("1 pixel",),
    "early stopping": (3,),
    "batch normalisation": (None,),
    "more data": (4000,),
    "smaller model": (4, 16),
}


@cache
def pictures() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return Fashion-MNIST as (images, labels): "train" (10,000, in order), "validation" (2,000), "test" (10,000).

    Images: float32, (n, 28, 28), 0 to 1. Labels: 0 to 9.
    """
    (x, y), (x_test, y_test) = datasets.fashion_mnist()
    end = 10_000 + VALIDATION
    parts = {"train": (x[:10_000], y[:10_000]), "validation": (x[10_000:end], y[10_000:end])}
    parts["test"] = (x_test, y_test)
    return {
        name: (images.astype("float32") / 255, labels.astype(int)) for name, (images, labels) in parts.items()
    }


def build(fix: str = "none", strength: Any = None, network: str = "dense") -> Any:
    """Return the network of the experiment, compiled, with one fix built in (those that change data change nothing here).

    network: "dense", two hidden layers of 256 units, or "convolution", two layers of kernels and 64 units.
    """
    import keras
    from keras import layers

    def hidden(layer: Any) -> list:
        after = [layers.BatchNormalization()] if fix == "batch normalisation" else []
        after += [layers.Activation("relu")]
        return [layer, *after, *([layers.Dropout(strength)] if fix == "dropout" else [])]

    penalty = keras.regularizers.L2(strength) if fix == "L2" else None
    units = UNITS if fix != "smaller model" else (strength,)
    parts = [keras.Input(shape=(28, 28))]
    if network == "convolution":
        kernels = KERNELS if fix != "smaller model" else (max(2, strength // 8), max(2, strength // 4))
        units = (64,) if fix != "smaller model" else (strength,)
        parts += [layers.Reshape((28, 28, 1))]
        for number, size in zip(kernels, (5, 3), strict=True):
            parts += [layers.Conv2D(number, size, strides=2, activation="relu", kernel_regularizer=penalty)]
    parts += [layers.Flatten()]
    for number in units:
        parts += hidden(layers.Dense(number, kernel_regularizer=penalty))
    parts += [layers.Dense(10, activation="softmax", kernel_regularizer=penalty)]
    model = keras.Sequential(parts)
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss="sparse_categorical_crossentropy")
    return model


def judge(model: Any, images: np.ndarray, labels: np.ndarray) -> tuple[float, float, np.ndarray]:
    """Return loss, accuracy and probabilities (n, 10) of a model that is not learning; the loss without any penalty."""
    given = np.concatenate([np.asarray(model(images[at : at + 2500])) for at in range(0, len(images), 2500)])
    right = given[np.arange(len(labels)), labels]
    loss = -np.log(np.clip(right, 1e-7, 1)).mean()
    return float(loss), float((given.argmax(axis=1) == labels).mean()), given


def moved(
    images: np.ndarray, random: np.random.Generator, pixels: int = 1, mirror: bool = False
) -> np.ndarray:
    """Return a copy of `images` (n, height, width), each moved by up to `pixels` either way, every other one mirrored."""
    n, height, width = images.shape
    wide = np.pad(images, ((0, 0), (pixels, pixels), (pixels, pixels)))
    down, right = random.integers(0, 2 * pixels + 1, size=(2, n, 1))
    rows, columns = np.arange(height) + down, np.arange(width) + right  # (n, height), (n, width)
    if mirror:
        flipped = random.random((n, 1)) < 0.5
        columns = np.where(flipped, columns[:, ::-1], columns)
    return wide[np.arange(n)[:, None, None], rows[:, :, None], columns[:, None, :]]


def rounds(
    model: Any,
    fix: str = "none",
    strength: Any = None,
    seed: int = 0,
    most: int = ROUNDS,
    watch: bool = True,
) -> Iterator[dict[str, float]]:
    """Train `model` and yield loss, accuracy, val_loss, val_accuracy after each round, measured on unchanged pictures.

    Ends after `most` rounds; early stopping ends after `strength` rounds without a new lowest val_loss, and then puts
    back the weights of the best round. watch=False: the same training, but nothing is measured and what is yielded is
    empty, which saves a third of the time (except with early stopping, which has to look).
    """
    random = np.random.default_rng(seed)
    x_all, y_all = pictures()["train"]
    pool = strength if fix == "more data" else PICTURES
    x, y = x_all[:PICTURES], y_all[:PICTURES]
    best, kept, since = np.inf, None, 0
    order = np.array([], dtype=int)
    for _ in range(most):
        if len(order) < PICTURES:
            order = random.permutation(pool)
        now, order = order[:PICTURES], order[PICTURES:]
        shown, wanted = x_all[now], y_all[now]
        if fix == "augmentation":
            shown = moved(shown, random, pixels=int(strength[0]), mirror="mirror" in strength)
        for at in range(0, PICTURES, BATCH):
            model.train_on_batch(shown[at : at + BATCH], wanted[at : at + BATCH])
        if not watch and fix != "early stopping":
            yield {}
            continue
        loss, accuracy, _ = judge(model, x, y)
        val_loss, val_accuracy, _ = judge(model, *pictures()["validation"])
        yield {"loss": loss, "accuracy": accuracy, "val_loss": val_loss, "val_accuracy": val_accuracy}
        if val_loss < best:
            best, kept, since = val_loss, model.get_weights(), 0
        else:
            since += 1
        if fix == "early stopping" and since == strength:
            break
    if fix == "early stopping":
        model.set_weights(kept)


def train(
    fix: str = "none",
    strength: Any = None,
    seed: int = 0,
    most: int = ROUNDS,
    network: str = "dense",
    model: Any = None,
    watch: bool = True,
) -> dict[str, Any]:
    """Build, train and measure one network; return a row: fix, strength, seed, network, history, test and time.

    model: one that `build` made for the same fix before; it is started anew, which saves Keras preparing another.
    watch: measure after every round; without, the history is empty (see `rounds`).
    "test" holds loss, accuracy and how sure the network is of its wrong answers (mean largest probability), on the
    10,000 test pictures; "cpu_seconds" the time of training and measuring; "right" which test pictures it got right (too much to store).
    """
    import keras

    began = time.process_time()
    keras.utils.set_random_seed(seed)
    fresh = build(fix, strength, network)
    model = fresh if model is None else _as_new(model, fresh)
    logs = list(rounds(model, fix, strength, seed, most, watch))
    x_test, y_test = pictures()["test"]
    loss, accuracy, given = judge(model, x_test, y_test)
    wrong = given.argmax(axis=1) != y_test
    row = {
        "network": network,
        "fix": fix,
        "strength": strength,
        "seed": seed,
        "history": {name: [log[name] for log in logs] for name in logs[0]},
        "test": {
            "loss": loss,
            "accuracy": accuracy,
            "sure_when_wrong": float(given.max(axis=1)[wrong].mean()),
        },
        "cpu_seconds": time.process_time() - began,
        "right": ~wrong,
    }
    if fix == "early stopping":
        row["kept_epoch"] = int(np.argmin(row["history"]["val_loss"])) + 1
    return row


def run(
    size: str = "full",
    fixes: Sequence[str] | None = None,
    seeds: Sequence[int] | None = None,
    report: Callable[[str], object] | None = None,
    watch: bool = True,
    right: bool = False,
) -> dict[str, Any]:
    """Return {"runs": rows as `train` makes them}, for all fixes or those that are named; "right" only if asked for.

    size: "quick", the dense network with the strengths of QUICK and three seeds (30 CPU seconds), or "full", both networks
    with all strengths of FIXES and five seeds (seven minutes). watch: as in `train`. Raises ValueError for another size or an unknown fix.
    The full one, when no fixes are named, has "recipe", too: test loss and accuracy of `recipe` for each seed.
    """
    if size not in ("quick", "full"):
        raise ValueError(f'size is "quick" or "full", not {size!r}')
    unknown = set(fixes or ()) - set(FIXES)
    if unknown:
        raise ValueError(f"the fixes are {', '.join(FIXES)}, not {', '.join(sorted(unknown))}")
    quick = size == "quick"
    rows = []
    for network in ("dense",) if quick else ("dense", "convolution"):
        for fix in fixes or FIXES:
            for strength in (QUICK if quick else FIXES)[fix]:
                model = build(fix, strength, network)
                for seed in seeds or (SEEDS[:3] if quick else SEEDS):
                    rows.append(train(fix, strength, seed, network=network, model=model, watch=watch))
                    if not right:
                        del rows[-1]["right"]
                if report:
                    report(f"{network}, {fix} {strength}: done")
    if quick or fixes:
        return {"runs": rows}
    return {"runs": rows, "recipe": [recipe(seed) for seed in seeds or SEEDS]}


def recipe(seed: int) -> tuple[float, float]:
    """Train with dropout 0.3 on moved pictures for 40 rounds, keep the round with the lowest val_loss; return test loss and accuracy.

    Of three combinations tried, this one had the lowest validation loss.
    """
    import keras

    keras.utils.set_random_seed(seed)
    model = build("dropout", 0.3)
    best, lowest = model.get_weights(), np.inf
    for log in rounds(model, "augmentation", "1 pixel", seed, most=40):
        if log["val_loss"] < lowest:
            best, lowest = model.get_weights(), log["val_loss"]
    model.set_weights(best)
    return judge(model, *pictures()["test"])[:2]


def retrain(fix: str, strength: Any, seed: int) -> Iterator[dict[str, float]]:
    """Yield what `rounds` yields for a new dense network with this fix: what `explore.fixes` asks for."""
    import keras

    keras.utils.set_random_seed(seed)
    yield from rounds(build(fix, strength), fix, strength, seed)


def check(stored: dict[str, Any]) -> list[str]:
    """Return what disagrees between the stored rows and one training made again: nothing, if all is well."""
    again = train(seed=0)["test"]
    row = next(row for row in stored["runs"] if row["network"] == "dense" and row["fix"] == "none")
    return [
        f"without a fix the {name} is now {again[name]:.3f}; stored is {row['test'][name]:.3f}"
        for name, most in (("loss", 0.15), ("accuracy", 0.03))
        if abs(again[name] - row["test"][name]) > most
    ]


def _as_new(model: Any, fresh: Any) -> Any:
    """Put everything in `model` (weights, statistics, random state, optimiser) back to what it is in `fresh`."""
    for one in (model, fresh):
        one.optimizer.build(one.trainable_variables)
    old, new = ([*one.variables, *one.optimizer.variables] for one in (model, fresh))
    for variable, start in zip(old, new, strict=True):
        variable.assign(start)
    return model
