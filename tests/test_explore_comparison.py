"""The comparison's explorer: its standings against NumPy, the tables it can be opened on, what can be read and set."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from node_answers import ask, needs_node

from dlcourse import explore
from dlcourse.explore import base

MODELS = [("trees", "ML", 0.70), ("linear", "ML", 0.66), ("dense", "DL", 0.68), ("CNN", "DL", 0.72)]
ALL = [name for name, *_ in MODELS]


def row(data: str, n: int, model: str, kind: str, accuracy: Any, **more: Any) -> dict[str, Any]:
    return {"data": data, "n": n, "model": model, "kind": kind, "accuracy": accuracy, **more}


def table() -> list[dict[str, Any]]:
    """Pictures at three sizes, a table at one; times and sizes for some."""
    rng = np.random.default_rng(0)
    found = [
        row(
            "pictures",
            n,
            model,
            kind,
            (start + 0.08 * math.log10(n / 100) + rng.normal(0, 0.004, 3)).tolist(),
            train_seconds=(rng.uniform(0.5, 1.5, 3) * n / 1000).tolist(),
            size=1000 * n,
        )
        for n in (10_000, 100, 1000)
        for model, kind, start in MODELS
    ]
    return [*found, *(row("Adult", 5000, model, kind, [start]) for model, kind, start in MODELS[:3])]


def here(widget: explore.ComparisonExplorer) -> list[dict[str, Any]]:
    """The standings that the browser makes of a widget's state."""
    about = {"data": widget.data, "measure": widget.measure, "models": widget.models, "n": widget.n}
    return ask(["standings.js"], [("standings", [widget.table, about])])[0]


@needs_node
def test_standings_and_ranking_agree_with_python() -> None:
    for data, measure, n in (
        ("pictures", "accuracy", 100),
        ("pictures", "train_seconds", 10_000),
        ("pictures", "size", 1000),
        ("Adult", "accuracy", 5000),
        ("pictures", "predict_seconds", 100),
    ):
        widget = explore.comparison(table())
        widget.data, widget.measure, widget.n = data, measure, n
        found = here(widget)
        for one in found:
            values = next(
                line[measure]
                for line in widget.table
                if (line["data"], line["n"], line["model"]) == (data, n, one["model"])
            )
            assert [one["mean"], one["low"], one["high"]] == pytest.approx(
                [np.mean(values), min(values), max(values)]
            )
        ranked = ask(["standings.js"], [("ranked", [found, measure])])[0]
        assert [one["model"] for one in ranked] == [name for name, _ in widget.ranking]
        assert bool(widget.ranking) == (measure != "predict_seconds"), "what nobody measured ranks nobody"


def standing(model: str, *values: float) -> dict[str, Any]:
    return {
        "model": model,
        "kind": "ML",
        "n": 100,
        "values": values,
        "mean": float(np.mean(values)),
        "low": min(values),
        "high": max(values),
    }


@needs_node
def test_a_winner_is_clear_only_beyond_the_spread() -> None:
    apart = [standing("a", 0.80, 0.81), standing("b", 0.83, 0.85)]
    overlapping = [standing("a", 0.80, 0.84), standing("b", 0.83, 0.89)]  # b's mean is above all of a
    alone = [standing("a", 0.8)]
    single = [standing("a", 0.8), standing("b", 0.9)]
    found = ask(
        ["standings.js"],
        [
            *[("winnerOf", [one, "accuracy"]) for one in (apart, overlapping, alone)],
            *[("winnerSentence", [one, "accuracy"]) for one in (apart, overlapping, alone, [], single)],
        ],
    )
    clear, unclear, nobody, said_clear, said_unclear, said_alone, said_none, said_single = found
    assert (clear["clear"], clear["first"]["model"], clear["by"]) == (True, "b", pytest.approx(0.035))
    assert (unclear["clear"], unclear["first"]["model"]) == (False, "b")
    assert nobody is None
    assert "a clear winner" in said_clear
    assert "no clear winner" in said_unclear
    assert "another model" in said_alone
    assert "No model" in said_none
    assert "winner" not in said_single, "one seed each tells no spread"
    assert "10.0 points above a" in said_single


@needs_node
def test_less_time_is_better_and_is_told_as_a_factor() -> None:
    slow, quick = standing("slow", 3.0, 5.0), standing("quick", 0.5, 0.3)
    found, said = ask(
        ["standings.js"],
        [
            ("winnerOf", [[slow, quick], "train_seconds"]),
            ("winnerSentence", [[slow, quick], "train_seconds"]),
        ],
    )
    assert (found["first"]["model"], found["clear"], found["by"]) == ("quick", True, pytest.approx(10))
    assert "slow needs 10 times as much" in said


@needs_node
@pytest.mark.parametrize(
    ("measure", "value", "said"),
    [
        ("accuracy", 0.8214, "82.1 %"),
        ("train_seconds", 0.0421, "42 ms"),
        ("train_seconds", 3.42, "3.4 s"),
        ("train_seconds", 59.99, "1 min"),
        ("train_seconds", 7200, "2 h"),
        ("train_seconds", 0, "0 µs"),
        ("size", 1_234_567, "1.2 MB"),
        ("size", 999, "999 B"),
    ],
)
def test_values_have_units(measure: str, value: float, said: str) -> None:
    assert ask(["standings.js"], [("measureWords", [measure, value])])[0].replace("\u00a0", " ") == said


@needs_node
def test_axes_hold_all_values_and_have_ticks() -> None:
    questions = [
        ("measureRange", [table(), "pictures", name, ALL]) for name in ("accuracy", "train_seconds", "size")
    ]
    spans = [(0.001, 90), (0.4, 2.2), (3, 9), (1e3, 1e7)]
    found = ask(["standings.js"], questions + [("logTicks", list(span)) for span in spans])
    for (low, high), name in zip(found[:3], ("accuracy", "train_seconds", "size"), strict=True):
        values = np.concatenate([np.atleast_1d(line[name]) for line in table() if line["data"] == "pictures"])
        assert low < values.min()
        assert high > values.max()
    for (low, high), ticks in zip(spans, found[3:], strict=True):
        assert len(ticks) >= 1
        assert all(low * 0.999 <= tick <= high * 1.001 for tick in ticks)
    assert found[3] == pytest.approx([0.001, 0.01, 0.1, 1, 10])
    assert found[4] == pytest.approx([0.5, 1, 2])


@needs_node
def test_labels_are_moved_apart_and_stay_in_order() -> None:
    rng = np.random.default_rng(0)
    for count in range(1, 9):
        places = rng.uniform(30, 300, count).tolist()
        moved = ask(["comparison_drawing.js"], [("apart", [places, 18, [36, 300]])])[0]
        order = np.argsort(places)
        assert (np.diff(np.array(moved)[order]) >= 18 - 1e-9).all()
        assert min(moved) >= 29
        assert max(moved) <= 300 + 1e-9


def test_traits_follow_the_data() -> None:
    widget = explore.comparison(table())
    assert (widget.data, widget.n, widget.sizes, widget.models) == (
        "pictures",
        10_000,
        [100, 1000, 10_000],
        ALL,
    )
    widget.data = "Adult"
    assert widget.n == 5000
    assert [name for name, _ in widget.ranking] == ["trees", "dense", "linear"]
    widget.models = ("dense", "linear")
    assert widget.models == ["linear", "dense"], "in the table's order"
    assert [name for name, _ in widget.ranking] == ["dense", "linear"]
    widget.measure = "train"
    assert widget.measure == "train_seconds"
    widget.set_state({"data": "pictures", "n": 100})  # as the browser sends them
    assert (widget.data, widget.n) == ("pictures", 100)
    for name, value, said in (
        ("data", "penguins", "data must be one of pictures, Adult; got 'penguins'"),
        ("measure", "speed", "measure must be one of accuracy, balanced, .*got 'speed'"),
        ("models", ["SVM"], r"models must be names out of trees, .*got \['SVM'\]"),
        ("n", 500, "n must be one of 100, 1000, 10000; got 500"),
    ):
        with pytest.raises(ValueError, match=said):
            setattr(widget, name, value)
    assert (widget.data, widget.measure, widget.n) == ("pictures", "train_seconds", 100)


@needs_node
def test_only_what_was_measured_is_offered() -> None:
    plain = [row("Adult", 10, "trees", "ML", 0.8)]
    more = [{**plain[0], "balanced": [0.7, 0.6]}]
    widget = explore.comparison(more)
    widget.measure = "balanced accuracy"
    assert widget.ranking == [("trees", pytest.approx(0.65))]
    with pytest.raises(ValueError, match=r"balanced must be a share from 0 to 1, got 65"):
        explore.comparison([{**plain[0], "balanced": 65}])
    asked = [("measuresOf", [explore.comparison(given).table]) for given in (plain, more, table())]
    assert ask(["standings.js"], asked) == [
        ["accuracy"],
        ["accuracy", "balanced"],
        ["accuracy", "train_seconds", "size"],
    ]


@needs_node
def test_no_two_models_look_alike_and_deep_learning_has_colours_of_its_own() -> None:
    models = [
        {"model": f"m{i}", "kind": kind}
        for i, kind in enumerate(("ML", "DL", "ML", "ML", "DL", "ML", "ML", "ML"))
    ]
    looks = ask(["comparison_drawing.js"], [("modelLooks", [models])])[0]
    assert len({(look["colour"], look["marker"]) for look in looks.values()}) == len(models)
    of = {
        kind: {looks[one["model"]]["colour"] for one in models if one["kind"] == kind}
        for kind in ("ML", "DL")
    }
    assert not of["ML"] & of["DL"]
    assert [looks["m1"]["deep"], looks["m0"]["deep"]] == [True, False]


def test_a_data_frame_is_a_table_too() -> None:
    frame = pd.DataFrame([row("Adult", 10, "trees", "ML", 0.8), row("Adult", 10, "dense", "DL", [0.7, 0.9])])
    assert explore.comparison(frame).ranking == [("trees", 0.8), ("dense", pytest.approx(0.8))]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "table must be a list of rows .*got None"),
        ([], r"table must be a list .*got \[\]"),
        ([5], r"table\[0\] must hold data, n, model, kind, accuracy; got 5"),
        ([{"data": "x"}], r"table\[0\] must hold .*; got data"),
        ([row("x", 1, "m", "AI", [0.5])], "kind must be 'ML' or 'DL', got 'AI'"),
        ([row("x", 0, "m", "ML", [0.5])], "n must be a whole number of 1 or more, got 0"),
        ([row("x", 1.5, "m", "ML", [0.5])], "n must be a whole number of 1 or more, got 1.5"),
        ([row("x", 1, "", "ML", [0.5])], "model must be a name, got ''"),
        ([row("x", 1, "m", "ML", [82.1])], r"accuracy must be a share from 0 to 1, got \[82.1\]"),
        ([row("x", 1, "m", "ML", [])], r"accuracy must hold at least one value, got \[\]"),
        ([row("x", 1, "m", "ML", [0.5, math.nan])], "accuracy must be finite numbers of 0 or more"),
        ([row("x", 1, "m", "ML", "high")], "accuracy must be numbers, one for each seed; got 'high'"),
        ([row("x", 1, "m", "ML", 0.5, train_seconds=[-1])], r"train_seconds must be finite .*got \[-1\]"),
        ([row("x", 1, "m", "ML", 0.5)] * 2, r"table\[1\]: m on x with n = 1 is there twice"),
    ],
)
def test_says_what_it_got_instead(given: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.comparison(given)


def test_what_a_notebook_stores_is_plain_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    data, metadata = explore.comparison(table())._repr_mimebundle_()
    assert "4 models on pictures over 100 to 10,000 examples" in data["text/plain"]
    assert json.loads(json.dumps(metadata["dlcourse"]["state"]))["n"] == 10_000
