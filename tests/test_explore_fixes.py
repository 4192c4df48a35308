"""The fixes' explorer: its arithmetic against NumPy, the runs it can be opened on, and training on demand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from node_answers import ask, needs_node

from dlcourse import explore
from dlcourse.explore import base

CURVES = ("loss", "accuracy", "val_loss", "val_accuracy")


def history(rng: np.random.Generator, epochs: int, shift: float = 0.0) -> dict[str, list[float]]:
    return {name: (rng.uniform(0.2, 0.8, epochs) + shift).round(6).tolist() for name in CURVES}


def runs() -> list[dict[str, Any]]:
    """A baseline and three fixes; early stopping's seeds train for different times."""
    rng = np.random.default_rng(0)
    found = [{"fix": "none", "strength": None, "seed": s, "history": history(rng, 9, 0.1)} for s in range(3)]
    for strength in (0.5, 0.2, 0.8):
        found += [
            {"fix": "dropout", "strength": strength, "seed": s, "history": history(rng, 9)} for s in range(3)
        ]
    found += [
        {
            "fix": "early stopping",
            "strength": 3,
            "seed": s,
            "history": history(rng, 4 + s),
            "kept_epoch": 2 + s,
        }
        for s in range(3)
    ]
    return [*found, {"fix": "batch norm", "strength": None, "seed": 7, "history": history(rng, 9)}]


def pick(fix: str, strength: Any) -> list[dict[str, Any]]:
    return [run for run in runs() if (run["fix"], run["strength"]) == (fix, strength)]


def end(run: dict[str, Any], name: str) -> float:
    return run["history"][name][run.get("kept_epoch", len(run["history"][name])) - 1]


@needs_node
@pytest.mark.parametrize("metric", ["loss", "accuracy"])
@pytest.mark.parametrize(
    ("fix", "strength"), [("dropout", 0.2), ("early stopping", 3), ("batch norm", None), ("none", None)]
)
def test_means_spreads_and_ends_agree_with_numpy(fix: str, strength: Any, metric: str) -> None:
    chosen, name = pick(fix, strength), f"val_{metric}"
    spread, summary, pairs, range_ = ask(
        ["curves.js"],
        [
            ("spreadOf", [chosen, name]),
            ("summaryOfRuns", [chosen, metric]),
            ("againstBaseline", [chosen, pick("none", None), metric]),
            ("curveRange", [runs(), metric]),
        ],
    )
    common = min(len(run["history"][name]) for run in chosen)
    table = np.array([run["history"][name][:common] for run in chosen])
    for key, join in (("mean", np.mean), ("low", np.min), ("high", np.max)):
        np.testing.assert_allclose(spread[key], join(table, axis=0))
    ends = [np.mean([end(run, curve) for run in chosen]) for curve in (metric, name)]
    np.testing.assert_allclose([summary["training"], summary["validation"]], ends)
    assert summary["gap"] == pytest.approx(abs(ends[1] - ends[0]))
    means = table.mean(axis=0)
    assert summary["best"] == 1 + (means.argmin() if metric == "loss" else means.argmax())
    base_ends = {run["seed"]: end(run, name) for run in pick("none", None)}
    wanted = {
        run["seed"]: end(run, name) - base_ends[run["seed"]] for run in chosen if run["seed"] in base_ends
    }
    assert {pair["seed"]: pytest.approx(pair["difference"]) for pair in pairs} == wanted
    if fix != "none":
        widget = explore.fixes(runs())
        widget.fix, widget.metric = fix, metric
        widget.strength = strength
        assert widget.differences == {seed: pytest.approx(value) for seed, value in wanted.items()}
    low, high = range_
    base_curves = np.array([run["history"][curve] for run in pick("none", None) for curve in (metric, name)])
    assert low <= base_curves.min()
    assert high >= min(1, base_curves.max()), "the baseline is never cut off"


@needs_node
def test_strengths_are_in_their_order_and_the_middle_one_comes_first() -> None:
    found = ask(
        ["curves.js"],
        [
            ("strengthsOf", [runs(), "dropout"]),
            ("middleStrength", [runs(), "dropout"]),
            ("fixesOf", [runs()]),
        ],
    )
    widget = explore.fixes(runs())
    assert found == [widget.strengths(), 0.5, widget.fixes]
    assert widget.strengths() == [0.2, 0.5, 0.8]
    assert (widget.fix, widget.strength) == ("dropout", 0.5)


def test_a_fix_brings_a_strength_of_its_own() -> None:
    widget = explore.fixes(runs())
    widget.fix = "Early-Stopping"
    assert (widget.fix, widget.strength) == ("early stopping", 3)
    widget.fix = "batch norm"
    assert widget.strength is None
    widget.fix = "dropout"
    widget.strength = np.float64(0.8)
    assert widget.strength == 0.8
    widget.set_state({"fix": "early stopping", "strength": 3})  # as the browser sends them
    assert (widget.fix, widget.strength) == ("early stopping", 3)
    for name, value, said in (
        ("strength", 0.3, "strength must be one that early stopping was run with: 3; got 0.3"),
        ("strength", True, "got True"),
        ("fix", "none", "fix must be one of dropout, early stopping, batch norm; got 'none'"),
        ("fix", 3, "got 3"),
        ("metric", "error", "metric must be one of loss, accuracy; got 'error'"),
    ):
        with pytest.raises(ValueError, match=said):
            setattr(widget, name, value)
    assert (widget.fix, widget.strength, widget.metric) == ("early stopping", 3, "loss")


def counting(epochs: int, seen: list) -> Any:
    """A retrain function whose loss counts the epochs; it notes how it was called and when it was closed."""

    def retrain(fix: str, strength: Any, seed: int) -> Iterator[dict[str, float]]:
        seen.append((fix, strength, seed))
        try:
            for epoch in range(epochs):
                yield dict.fromkeys(CURVES, 1.0 / (epoch + 1))
        finally:
            seen.append("closed")

    return retrain


def test_the_browser_asks_for_one_epoch_after_the_other() -> None:
    seen: list = []
    widget = explore.fixes(runs(), counting(3, seen))
    assert widget.can_train
    lengths = []
    for number, what in enumerate(["start", "next", "next", "next"], 1):
        widget.set_state({"order": [number, what]})
        assert widget.answered == number
        lengths.append((len(widget.trained[-1]["history"]["loss"]), widget.trained[-1]["done"]))
    assert lengths == [(1, False), (2, False), (3, False), (3, True)]
    assert seen == [("dropout", 0.5, 3), "closed"], "seeds go on where the runs end"
    widget.set_state({"order": [5, "start"]})
    assert [run["seed"] for run in widget.trained] == [3, 4]
    widget.fix = "early stopping"  # the run goes on as what it was begun
    widget.set_state({"order": [6, "next"]})
    assert widget.trained[-1]["fix"] == "dropout"
    widget.set_state({"order": [7, "stop"]})
    assert widget.trained[-1]["done"]
    assert len(widget.trained[-1]["history"]["loss"]) == 2
    assert seen[-1] == "closed"
    widget.set_state({"order": [8, "next"]})  # nothing trains: nothing happens, and it is answered
    assert widget.answered == 8
    assert len(widget.trained) == 2


def test_a_cell_can_train_too() -> None:
    widget = explore.fixes(runs(), counting(4, []))
    widget.fix = "batch norm"
    assert widget.train()["val_loss"] == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4], abs=1e-6)
    assert widget.trained[-1]["seed"] == 8
    with pytest.raises(RuntimeError, match="without a retrain function"):
        explore.fixes(runs()).train()


def failing(fix: str, strength: Any, seed: int) -> Iterator[dict[str, float]]:
    yield dict.fromkeys(CURVES, 1.0)
    raise ZeroDivisionError("no batch")


def not_a_generator(fix: str, strength: Any, seed: int) -> dict[str, float]:
    return {"loss": 1.0}


def too_little(fix: str, strength: Any, seed: int) -> Iterator[dict[str, float]]:
    yield {"loss": 1.0}


def interrupted(fix: str, strength: Any, seed: int) -> Iterator[dict[str, float]]:
    raise KeyboardInterrupt
    yield {}


@pytest.mark.parametrize(
    ("retrain", "said", "kept"),
    [
        (failing, "ZeroDivisionError: no batch", 1),
        (too_little, "must yield a dict with loss, accuracy, val_loss, val_accuracy; it yielded loss", 0),
        (not_a_generator, "it must be a generator function", 0),
        (lambda fix: iter([]), "TypeError: .*positional argument", 0),
        (interrupted, "^$", 0),
    ],
)
def test_a_training_that_fails_says_so_and_is_over(retrain: Any, said: str, kept: int) -> None:
    widget = explore.fixes(runs(), retrain)
    for number, what in enumerate(["start", "next", "next"], 1):
        widget.set_state({"order": [number, what]})
    assert widget.answered == 3

    assert re.search(said, widget.trouble)
    assert len(widget.trained) == kept
    assert all(run["done"] for run in widget.trained)


def changed(**news: Any) -> list[dict[str, Any]]:
    found = runs()
    found[4] = {**found[4], **news}
    return found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "runs must be a list of rows .*got None"),
        ([], r"runs must be a list .*got \[\]"),
        ({"fix": "none"}, "runs must be a list"),
        ([3], r"runs\[0\] must hold fix, strength, seed and history; got 3"),
        ([{"fix": "none"}], r"runs\[0\] must hold .*; got fix"),
        (runs()[:3], "a baseline, whose fix is 'none', and at least one other; got none"),
        (runs()[3:], "a baseline, whose fix is 'none'"),
        (changed(fix=3), r"runs\[4\]: fix must be a name, got 3"),
        (changed(seed="a"), r"runs\[4\]: seed must be a whole number, got 'a'"),
        (changed(strength=[1]), r"runs\[4\]: strength must be a number, a word or None, got \[1\]"),
        (changed(history={"loss": [1.0]}), r"runs\[4\] needs a history with .*; got loss"),
        (changed(history=[1, 2]), r"needs a history with .*; got \[1, 2\]"),
        (
            changed(history={key: [] for key in CURVES}),
            r"loss must be one finite number for each epoch, got \[\]",
        ),
        (changed(history={key: [np.nan] for key in CURVES}), "one finite number for each epoch"),
        (changed(history=dict.fromkeys(CURVES, "x")), "loss must be numbers, got 'x'"),
        (
            changed(history={**{key: [1.0] for key in CURVES}, "loss": [1.0, 2.0]}),
            "same number of epochs, got loss 2, accuracy 1",
        ),
        (changed(kept_epoch=10), "kept_epoch must be 1 to 9, got 10"),
    ],
)
def test_says_what_it_got_instead(given: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.fixes(given)


def test_retrain_must_be_a_function() -> None:
    with pytest.raises(ValueError, match="retrain must be a function of fix, strength and seed, got 5"):
        explore.fixes(runs(), 5)


def test_a_keras_history_is_taken_as_it_is() -> None:
    history = SimpleNamespace(history={key: [np.float32(0.5)] for key in CURVES})
    assert explore.fixes(changed(history=history)).runs[4]["history"]["loss"] == [0.5]


def test_what_a_notebook_stores_is_plain_data_and_no_dead_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    widget = explore.fixes(runs(), failing)
    better = sum(value < 0 for value in widget.differences.values())
    data, metadata = widget._repr_mimebundle_()
    assert f"is lower on {better} of 3 seeds" in data["text/plain"]
    state = json.loads(json.dumps(metadata["dlcourse"]["state"]))
    assert "can_train" not in state
