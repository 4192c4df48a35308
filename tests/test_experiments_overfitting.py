"""The experiment of lesson 9: each fix changes what it should and nothing else, and its rows are what the explorer needs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

from dlcourse import experiments, explore
from dlcourse.experiments import overfitting

CURVES = {"loss", "accuracy", "val_loss", "val_accuracy"}
IN_MODEL = {"dropout": 0.5, "L2": 0.001, "batch normalisation": None, "smaller model": 4}
IN_DATA = {"augmentation": "1 pixel", "early stopping": 3, "more data": 200}


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """A world of 200 small pictures in place of clothes: a bright row tells the class, and there is noise."""
    random = np.random.default_rng(0)

    def some(n: int) -> tuple[np.ndarray, np.ndarray]:
        labels = random.integers(0, 10, size=n)
        images = random.random((n, 28, 28), dtype="float32") / 2
        images[np.arange(n), 2 * labels + 4] += 0.5
        return images, labels

    parts = {"train": some(200), "validation": some(60), "test": some(80)}
    monkeypatch.setattr(overfitting, "pictures", lambda: parts)
    for name, value in {"PICTURES": 60, "BATCH": 20, "ROUNDS": 3, "UNITS": (6, 5), "KERNELS": (2, 3)}.items():
        monkeypatch.setattr(overfitting, name, value)
    return parts


class Spy:
    """Stands for a model: notes what it is given to learn; its validation loss follows `losses`, round by round."""

    def __init__(self, losses: list[float] | None = None) -> None:
        self.learned: list[tuple[np.ndarray, np.ndarray]] = []
        self.losses, self.rounds, self.state = losses, 0, 0

    def train_on_batch(self, x: np.ndarray, y: np.ndarray) -> None:
        self.learned.append((x, y))
        self.state += 1

    def get_weights(self) -> int:
        return self.state

    def set_weights(self, state: int) -> None:
        self.state = state


def learned(fix: str, strength: object, most: int = 3) -> tuple[np.ndarray, np.ndarray]:
    spy = Spy()
    assert list(overfitting.rounds(spy, fix, strength, seed=4, most=most, watch=False)) == [{}] * most
    return tuple(np.concatenate(part) for part in zip(*spy.learned, strict=True))


def kinds(model: object) -> list[str]:
    return [type(layer).__name__ for layer in model.layers]


def without(names: list[str], unwanted: str) -> list[str]:
    return [name for name in names if name != unwanted]


@pytest.mark.parametrize("network", ["dense", "convolution"])
def test_each_fix_in_the_model_changes_its_own_part_alone(tiny: dict, network: str) -> None:
    bare = overfitting.build(network=network)
    made = {fix: overfitting.build(fix, strength, network) for fix, strength in IN_MODEL.items()}
    assert {layer.rate for layer in made["dropout"].layers if hasattr(layer, "rate")} == {0.5}
    assert "Dropout" in kinds(made["dropout"])
    assert without(kinds(made["dropout"]), "Dropout") == kinds(bare)
    norm = kinds(made["batch normalisation"])
    assert without(norm, "BatchNormalization") == kinds(bare)
    assert all(norm[at + 1] == "Activation" for at, name in enumerate(norm) if name == "BatchNormalization")
    assert kinds(made["L2"]) == kinds(bare)
    assert made["L2"].count_params() == bare.count_params() == made["dropout"].count_params()
    assert made["smaller model"].count_params() < bare.count_params()
    for fix, model in made.items():
        penalties = [layer for layer in model.layers if getattr(layer, "kernel_regularizer", None)]
        weighted = [layer for layer in model.layers if hasattr(layer, "kernel")]
        assert penalties == (weighted if fix == "L2" else [])
        assert not any(getattr(layer, "bias_regularizer", None) for layer in model.layers)
        taught, usual = (one.optimizer.get_config() for one in (model, bare))
        assert {**taught, "name": ""} == {**usual, "name": ""}


@pytest.mark.parametrize("fix", IN_DATA)
def test_fixes_of_the_data_leave_the_model_alone(tiny: dict, fix: str) -> None:
    import keras

    weights = []
    for what, strength in (("none", None), (fix, IN_DATA[fix])):
        keras.utils.set_random_seed(1)
        weights.append(overfitting.build(what, strength).get_weights())
    assert all(np.array_equal(one, other) for one, other in zip(*weights, strict=True))


def test_every_fix_sees_equally_many_pictures_and_only_training_ones(tiny: dict) -> None:
    given = {tuple(image.ravel()): label for image, label in zip(*tiny["train"], strict=True)}
    bare, labels = learned("none", None)
    assert len(bare) == 3 * 60
    seen = {tuple(image.ravel()) for image in bare}
    assert seen == {tuple(image.ravel()) for image in tiny["train"][0][:60]}
    assert [given[tuple(image.ravel())] for image in bare] == labels.tolist()
    for fix in IN_MODEL:
        assert np.array_equal(learned(fix, IN_MODEL[fix])[0], bare)
    more, labels = learned("more data", 200)
    assert len(more) == 180
    assert (
        len({tuple(image.ravel()) for image in more}) == 180
    )  # of 200, none comes twice before all were there
    assert [given[tuple(image.ravel())] for image in more] == labels.tolist()


def test_augmentation_moves_the_same_pictures_and_keeps_their_labels(tiny: dict) -> None:
    bare, labels = learned("none", None)
    moved, kept = learned("augmentation", "1 pixel")
    assert len(moved) == len(bare)
    assert sorted(kept) == sorted(labels)
    middles = {tuple(image[1:-1, 1:-1].ravel()) for image in tiny["train"][0][:60]}
    windows = [
        {
            tuple(image[1 + down : 27 + down, 1 + right : 27 + right].ravel())
            for down in (-1, 0, 1)
            for right in (-1, 0, 1)
        }
        for image in moved
    ]
    assert all(found & middles for found in windows)
    assert not np.array_equal(moved[:60], moved[60:120])


@pytest.mark.parametrize("pixels", [1, 2])
def test_moved_by_hand(pixels: int) -> None:
    dot = np.zeros((400, 9, 9), dtype="float32")
    dot[:, 4, 4] = 1
    before = dot.copy()
    places = np.argwhere(overfitting.moved(dot, np.random.default_rng(0), pixels)).tolist()
    assert np.array_equal(dot, before)
    reach = range(4 - pixels, 5 + pixels)
    assert {(row, column) for _, row, column in places} == {
        (row, column) for row in reach for column in reach
    }
    assert len(places) == 400


def test_half_of_the_pictures_are_mirrored() -> None:
    image = np.zeros((600, 5, 5), dtype="float32")
    image[:, 2, 0] = 1
    made = overfitting.moved(image, np.random.default_rng(0), pixels=0, mirror=True)
    mirrored = made[:, 2, 4] == 1
    assert np.all(mirrored | (made[:, 2, 0] == 1))
    assert 240 < mirrored.sum() < 360


@pytest.mark.parametrize(
    ("patience", "rounds", "best"), [(1, 3, 2), (2, 7, 5), (3, 8, 5), (9, 8, 5)], ids=str
)
def test_early_stopping_waits_and_puts_the_best_round_back(
    tiny: dict, monkeypatch: pytest.MonkeyPatch, patience: int, rounds: int, best: int
) -> None:
    losses = iter([0.90, 0.70, 0.72, 0.60, 0.55, 0.56, 0.58, 0.60])
    judged = tiny["validation"][0]
    monkeypatch.setattr(
        overfitting, "judge", lambda model, x, y: (next(losses) if x is judged else 0.1, 0.5, None)
    )
    spy = Spy()
    logs = list(overfitting.rounds(spy, "early stopping", patience, most=8, watch=False))
    assert len(logs) == rounds
    assert spy.state == best * 3  # three updates a round


def test_rounds_go_the_same_way_watched_or_not(tiny: dict) -> None:
    rows = [overfitting.train("dropout", 0.5, seed=2, watch=watch) for watch in (True, False)]
    assert rows[0]["test"] == rows[1]["test"]
    assert set(rows[0]["history"]) == CURVES
    assert rows[1]["history"] == {}


def test_a_model_started_anew_learns_like_a_fresh_one(tiny: dict) -> None:
    for fix in ("dropout", "batch normalisation"):
        strength = IN_MODEL[fix]
        used = overfitting.build(fix, strength)
        overfitting.train(fix, strength, seed=5, model=used)
        assert (
            overfitting.train(fix, strength, seed=1, model=used)["test"]
            == overfitting.train(fix, strength, seed=1)["test"]
        )


def test_the_judged_loss_is_without_penalty_and_without_dropout(tiny: dict) -> None:
    import keras

    x, y = tiny["test"]
    model = overfitting.build("L2", 0.5)
    loss, accuracy, given = overfitting.judge(model, x, y)
    assert loss == pytest.approx(-np.log(given[np.arange(len(y)), y]).mean(), rel=1e-5)
    assert accuracy == np.mean(given.argmax(axis=1) == y)
    assert model.evaluate(x, y, verbose=0) == pytest.approx(loss + float(sum(model.losses)), rel=1e-4)
    keras.utils.set_random_seed(0)
    dropped = overfitting.build("dropout", 0.7)
    assert overfitting.judge(dropped, x, y)[0] == overfitting.judge(dropped, x, y)[0]


def test_rows_are_what_the_explorer_needs(tiny: dict) -> None:
    rows = overfitting.run("quick", fixes=["none", "dropout", "early stopping"], seeds=[0, 1])["runs"]
    assert [(row["fix"], row["strength"], row["seed"]) for row in rows] == [
        (fix, *overfitting.QUICK[fix], seed)
        for fix in ("none", "dropout", "early stopping")
        for seed in (0, 1)
    ]
    assert not any("right" in row for row in rows)
    json.dumps(rows)
    for row in rows:
        assert set(row["history"]) == CURVES
        assert all(0 <= row["test"][name] <= 1 for name in ("accuracy", "sure_when_wrong"))
    explore.fixes(rows, retrain=overfitting.retrain)


def test_what_was_right_comes_when_asked_for(tiny: dict) -> None:
    row = overfitting.run("quick", fixes=["none"], seeds=[0], watch=False, right=True)["runs"][0]
    assert row["right"].shape == (80,)
    assert row["right"].mean() == pytest.approx(row["test"]["accuracy"])


def test_retrain_goes_on_round_by_round_and_as_the_stored_run_did(tiny: dict) -> None:
    grown = overfitting.retrain("dropout", 0.5, 1)
    assert isinstance(grown, Iterator)
    logs = list(grown)
    assert all(set(log) == CURVES for log in logs)
    history = overfitting.train("dropout", 0.5, seed=1)["history"]
    assert [log["val_loss"] for log in logs] == history["val_loss"]


def test_the_full_run_has_both_networks_all_strengths_and_the_recipe(
    tiny: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overfitting, "build", lambda *what: what)
    monkeypatch.setattr(overfitting, "recipe", lambda seed: (seed, 0.5))
    monkeypatch.setattr(overfitting, "train", lambda *what, **more: {"right": 1, "seed": what[2]})
    said: list[str] = []
    full = overfitting.run(report=said.append)
    settings = sum(map(len, overfitting.FIXES.values()))
    assert len(said) == 2 * settings
    assert full["runs"] == [{"seed": seed} for _ in range(2 * settings) for seed in overfitting.SEEDS]
    assert full["recipe"] == [(seed, 0.5) for seed in overfitting.SEEDS]


@pytest.mark.parametrize(
    ("options", "said"), [({"size": "long"}, '"quick" or "full"'), ({"fixes": ["prayer"]}, "not prayer")]
)
def test_what_cannot_be_run_is_refused(options: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        overfitting.run(**options)


def test_the_recipe_keeps_the_round_with_the_lowest_validation_loss(
    tiny: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[float, list]] = []
    rounds = overfitting.rounds

    def noted(model: object, *what: object, **more: object) -> Iterator[dict]:
        for log in rounds(model, *what, **more):
            seen.append((log["val_loss"], overfitting.judge(model, *tiny["test"])[:2]))
            yield log

    monkeypatch.setattr(overfitting, "rounds", noted)
    assert overfitting.recipe(0) == min(seen)[1]
    assert len(seen) == 40


def test_what_is_stored_is_whole_and_in_order() -> None:
    stored = experiments.load("overfitting")
    found = [(row["network"], row["fix"], row["strength"], row["seed"]) for row in stored["runs"]]
    assert found == [
        (network, fix, strength, seed)
        for network in ("dense", "convolution")
        for fix, strengths in overfitting.FIXES.items()
        for strength in strengths
        for seed in overfitting.SEEDS
    ]
    assert np.shape(stored["recipe"]) == (len(overfitting.SEEDS), 2)
    for row in stored["runs"]:
        if row["fix"] == "early stopping":
            lowest = np.argmin(row["history"]["val_loss"]) + 1
            assert row["kept_epoch"] == lowest
            assert len(row["history"]["val_loss"]) in (lowest + row["strength"], overfitting.ROUNDS)


def test_check_compares_one_new_training_with_the_stored_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = experiments.load("overfitting")
    row = next(row for row in stored["runs"] if (row["network"], row["fix"]) == ("dense", "none"))
    monkeypatch.setattr(overfitting, "train", lambda seed: {"test": dict(row["test"])})
    assert overfitting.check(stored) == []
    off = {**row["test"], "loss": row["test"]["loss"] + 0.3}
    monkeypatch.setattr(overfitting, "train", lambda seed: {"test": off})
    faults = overfitting.check(stored)
    assert len(faults) == 1
    assert f"stored is {row['test']['loss']:.3f}" in faults[0]
