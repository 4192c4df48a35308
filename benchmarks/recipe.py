"""How much processor time our digit recipe needs for the accuracy of the widely used one. Run it as

    python benchmarks/recipe.py

Both train on MNIST in this process, one after the other, with the same arrays (float32, 0 to 1), batches of 128, one
thread, and are judged on the same 10,000 test images after each epoch.

*baseline*: two full-resolution convolutions (32 and 64 of 3x3, ReLU), max-pooling after each, dropout 0.5, dense 10 with
softmax; Adam with its usual rate for 15 epochs on 90 % of the training images, the rest being for validation. This is
the small network of many first tutorials (https://keras.io/examples/vision/mnist_convnet/).
*ours*: `dlcourse.recipes.digits_recipe`. What differs: convolutions with strides instead of pooling, batch
normalisation, a learning rate that rises and falls once, all training images, and therefore few epochs. Because the
rate falls until the last step, a training of 1, of 2 and of 3 epochs are three recipes, and each target is met by the
shortest that reaches it.

Processor seconds (`time.process_time`, all threads) run from the beginning of an epoch to the end of its last batch:
neither validation nor the test is counted, and building and tracing the model is, in both. A target counts as reached at the
end of the first epoch whose test accuracy is at least that, in both; with several seeds all of them must reach it, and
the median of their seconds counts.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import mean, median
from typing import Any

TARGETS = (0.985, 0.988, 0.99, 0.991, 0.992)


@dataclass
class Run:
    """One training: the seconds spent so far, and the test accuracy, after each epoch."""

    name: str
    seed: int
    seconds: list[float] = field(default_factory=list)
    accuracies: list[float] = field(default_factory=list)

    def seconds_to(self, target: float) -> float | None:
        """Return the seconds spent when the test accuracy was `target` or more for the first time, or None."""
        reached = (
            spent for spent, found in zip(self.seconds, self.accuracies, strict=True) if found >= target
        )
        return next(reached, None)


class Watch:
    """Adds up processor time between `start` and `stop`; stopping twice counts once."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self.clock, self.spent = clock, 0.0
        self._since: float | None = None

    def start(self, *_: Any) -> None:
        """Begin to count."""
        self._since = self.clock()

    def stop(self, *_: Any) -> None:
        """Count no more."""
        if self._since is not None:
            self.spent += self.clock() - self._since
            self._since = None


def seconds_to(runs: Sequence[Run], target: float) -> float | None:
    """Return the median of the seconds that the runs needed, or None if one of them did not get there."""
    needed = [run.seconds_to(target) for run in runs]
    return None if None in needed or not needed else median(needed)


def cheapest(recipes: dict[str, list[Run]], target: float) -> tuple[str, float] | None:
    """Return the name of the recipe whose runs all reach the target in the fewest seconds, and these seconds; or None."""
    needed = {name: seconds_to(runs, target) for name, runs in recipes.items()}
    reached = {name: spent for name, spent in needed.items() if spent is not None}
    return min(reached.items(), key=lambda pair: pair[1]) if reached else None


def lines(baseline: Sequence[Run], ours: dict[str, list[Run]], targets: Sequence[float]) -> list[str]:
    """Return the report: every epoch of every run, then a line for each target with both times and their ratio."""
    report = [f"{'recipe':14} seed  epoch  CPU s so far  test accuracy"]
    for run in (*baseline, *(run for runs in ours.values() for run in runs)):
        for epoch, (spent, found) in enumerate(zip(run.seconds, run.accuracies, strict=True), start=1):
            report.append(f"{run.name:14} {run.seed:4}  {epoch:5}  {spent:12.1f}  {found:13.2%}")
    last = mean(run.accuracies[-1] for run in baseline)
    report += ["", f"{'target':24} {'baseline':>11}  {'ours':>11}  ratio  by"]
    for name, target in (
        *((f"{target:.2%}", target) for target in targets),
        (f"{last:.2%} (baseline's last)", last),
    ):
        theirs, (by, mine) = seconds_to(baseline, target), cheapest(ours, target) or ("–", None)
        ratio = "–" if theirs is None or mine is None else f"{theirs / mine:.1f}"
        report.append(f"{name:24} {_seconds(theirs):>11}  {_seconds(mine):>11}  {ratio:>5}  {by}")
    return report


def _seconds(spent: float | None) -> str:
    return "not reached" if spent is None else f"{spent:.1f} s"


def watched(name: str, seed: int, model: Any, train: tuple, test: tuple, **fit: Any) -> Run:
    """Train the model and return what it cost and came to, epoch by epoch. train and test: (images, labels)."""
    import keras

    run, watch = Run(name, seed), Watch()

    def judge(*_: Any) -> None:
        watch.stop()
        run.seconds.append(watch.spent)
        run.accuracies.append(model.evaluate(*test, batch_size=1000, verbose=0)[1])
        print(
            f"{name}, seed {seed}: epoch {len(run.seconds)}, {watch.spent:.1f} s, {run.accuracies[-1]:.2%}",
            flush=True,
        )

    timing = keras.callbacks.LambdaCallback(
        on_epoch_begin=watch.start, on_test_begin=watch.stop, on_epoch_end=judge
    )
    model.fit(*train, verbose=0, callbacks=[timing], **fit)
    return run


def baseline_model() -> Any:
    """Return the widely used model, compiled."""
    import keras
    from keras import layers

    model = keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def main() -> None:
    """Train both as often as asked, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=1, help="trainings of the baseline (default 1)")
    parser.add_argument("--our-seeds", type=int, default=3, help="trainings of our recipe (default 3)")
    parser.add_argument(
        "--our-epochs", type=int, nargs="+", default=[1, 2, 3], help="epochs of our recipe (default 1 2 3)"
    )
    parser.add_argument("--epochs", type=int, default=15, help="epochs of the baseline (default 15)")
    parser.add_argument("--threads", type=int, default=1, help="threads of TensorFlow (default 1)")
    chosen = parser.parse_args()
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"):
        os.environ[name] = str(chosen.threads)  # read when TensorFlow is loaded, below

    from dlcourse import datasets, quiet

    quiet.when_tensorflow_comes()
    import keras

    from dlcourse.recipes import digits_recipe

    (x_train, y_train), (x_test, y_test) = (
        ((images / 255).astype("float32")[..., None], labels) for images, labels in datasets.mnist()
    )
    train, test = (x_train, y_train), (x_test, y_test)
    ours, baseline = {}, []
    for epochs in chosen.our_epochs:
        name = f"ours, {epochs} epoch{'s' if epochs > 1 else ''}"
        ours[name] = []
        for seed in range(chosen.our_seeds):
            keras.utils.set_random_seed(seed)
            model, fit = digits_recipe(len(x_train), epochs=epochs)
            ours[name].append(watched(name, seed, model, train, test, **fit))
    for seed in range(chosen.seeds):
        keras.utils.set_random_seed(seed)
        fit = {"batch_size": 128, "epochs": chosen.epochs, "validation_split": 0.1}
        baseline.append(watched("baseline", seed, baseline_model(), train, test, **fit))
    print("", *lines(baseline, ours, TARGETS), sep="\n")


if __name__ == "__main__":
    main()
