"""The comparison of lesson 10 keeps its rules: equal rows, equal tries, a test set looked at once, features that are edges."""

from __future__ import annotations

import numpy as np
import pytest

from dlcourse.experiments import comparison, comparison_models, comparison_tables, comparison_text, features
from dlcourse.experiments.comparison import Candidate, Task


class Watched:
    """A model that keeps what it is shown, and answers with the label of its setting."""

    shown: list[tuple[str, list]]

    def __init__(self, shown: list, answer: int) -> None:
        self.shown, self.answer = shown, answer

    def fit(self, x: np.ndarray, y: np.ndarray) -> None:
        self.shown.append(("fit", sorted(x[:, 0].tolist())))

    def predict(self, x: np.ndarray) -> np.ndarray:
        self.shown.append(("predict", sorted(set(x[:, 0].tolist()))))
        return np.full(len(x), self.answer)

    def __getstate__(self) -> dict:
        return {}


def watched(measure: str = "accuracy") -> tuple[list, Candidate, Task]:
    shown: list = []
    models = Candidate(
        "watched", "ML", lambda seed, answer: Watched(shown, answer), [{"answer": k} for k in (0, 1, 2)]
    )
    x = np.arange(60.0)[:, None]
    y = np.array([0] * 10 + [1] * 30 + [2] * 10)
    return shown, models, Task("made up", x[:50], y, x[50:], np.array([1] * 6 + [0] * 4), measure)


def test_a_setting_is_chosen_without_the_test_rows() -> None:
    shown, models, task = watched()
    found = comparison.compare(models, task, seed=0)
    assert found["chosen"] == 1
    assert found["accuracy"] == pytest.approx(0.6)
    assert found["balanced"] == pytest.approx(0.5)
    for kind, rows in shown[:6]:
        assert max(rows) < 50, kind
    fits = [rows for kind, rows in shown if kind == "fit"]
    assert [len(rows) for rows in fits] == [40, 40, 40, 50]
    assert fits[0] == fits[1] == fits[2]
    judged = next(rows for kind, rows in shown if kind == "predict")
    assert not set(judged) & set(fits[0])


def test_all_models_are_judged_on_the_same_validation_rows() -> None:
    seen = []
    for _ in range(2):
        shown, models, task = watched()
        comparison.compare(models, task, seed=3)
        seen.append(next(rows for kind, rows in shown if kind == "predict"))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("n", [50, 2000, 10_000])
@pytest.mark.parametrize(
    "models", [comparison_models.for_tables, comparison_models.for_pictures, comparison_models.for_texts]
)
def test_every_model_has_the_same_number_of_tries(models: object, n: int) -> None:
    counts = {len(one.settings) for one in models(n) if one.name != "majority"}
    assert counts == {comparison.TRIES}


@pytest.mark.parametrize("data", ["penguins", "credit"])
def test_training_and_test_rows_do_not_overlap_and_the_test_stays(data: str) -> None:
    first, second = comparison_tables.tasks(data, 100, (0, 1))
    assert not set(first.x.index) & set(first.x_test.index)
    assert first.x_test.index.equals(second.x_test.index)
    assert not first.x.index.equals(second.x.index)
    assert len(first.x) == len(first.y) == 100


def test_text_test_rows_are_never_trained_on() -> None:
    task = comparison_text.tasks(8000, (0,))[0]
    assert len(task.x) == 8000
    assert len(task.x_test) == comparison_text.TESTED
    assert set(np.unique(task.y)) == {0, 1}


def test_a_comparison_gives_a_line_for_each_model() -> None:
    lines = comparison_tables.run(("penguins",), (50,), ("majority", "logistic regression"), seeds=(0, 1))[
        "rows"
    ]
    assert [line["model"] for line in lines] == ["majority", "logistic regression"]
    assert all(len(line["accuracy"]) == 2 for line in lines)
    assert min(lines[1]["accuracy"]) > 0.9 > max(lines[0]["accuracy"])
    assert lines[1]["size"] > 0


def test_balanced_accuracy_of_one_answer_is_one_in_classes() -> None:
    assert comparison.balanced_accuracy(np.array([0, 0, 0, 1, 2]), np.zeros(5)) == pytest.approx(1 / 3)


def test_stored_lines_can_be_measured_again() -> None:
    line = next(
        row
        for row in comparison.rows("comparison_tables")
        if (row["data"], row["n"], row["model"]) == ("penguins", 200, "SVM")
    )
    assert comparison.again([line], seed=1)[0] == pytest.approx(line["accuracy"][1], abs=0.02)


def picture(angle: float) -> np.ndarray:
    """A slope of brightness that rises in the direction `angle` (degrees, right is 0, down is 90)."""
    down, right = np.mgrid[:8, :8]
    return (right * np.cos(np.radians(angle)) + down * np.sin(np.radians(angle)))[None]


@pytest.mark.parametrize(("angle", "direction"), [(0, 0), (45, 2), (90, 4), (135, 6), (180, 0), (270, 4)])
def test_edges_are_counted_by_their_direction(angle: float, direction: int) -> None:
    counts = features.edge_counts(picture(angle))
    assert counts.shape == (1, 2, 2, 8)
    assert (counts.argmax(axis=-1) == direction).all()
    assert (np.sort(counts, axis=-1)[..., :-1] < 0.01).all()


def test_an_edge_between_two_directions_counts_for_both() -> None:
    counts = features.edge_counts(picture(180 / 16))[0, 0, 0]
    assert counts[0] == pytest.approx(counts[1], rel=1e-3)


def test_dark_pictures_count_like_bright_ones() -> None:
    image = np.random.default_rng(0).uniform(size=(1, 28, 28))
    assert np.allclose(features.edge_features(image), features.edge_features(image / 10), atol=1e-3)


def test_an_empty_picture_has_no_edges() -> None:
    assert not features.edge_features(np.zeros((2, 28, 28))).any()


def line(model: str, n: int, accuracy: list[float], measure: str = "accuracy") -> dict:
    return {
        "data": "made up",
        "n": n,
        "model": model,
        "measure": measure,
        "accuracy": accuracy,
        "balanced": [0.5, 0.5],
    }


def test_a_verdict_needs_every_run() -> None:
    lines = [line("net", 10, [0.6, 0.8]), line("tree", 10, [0.7, 0.7]), line("majority", 10, [0.5, 0.6])]
    lines += [line("net", 20, [0.8, 0.9]), line("tree", 20, [0.7, 0.7]), line("majority", 20, [0.9, 0.95])]
    said = comparison.verdicts(lines, "net", ["tree", "majority"], "made up", [10, 20])
    assert said.loc["tree"].to_dict() == {"10": "–", "20": "net"}
    assert said.loc["majority"].to_dict() == {"10": "–", "20": "–"}, "a tie at the edge wins nothing"


def test_the_table_shows_mean_and_spread_and_says_when_it_is_balanced() -> None:
    lines = [line("net", 10, [0.6, 0.8]), line("tree", 20, [0.7, 0.7], "balanced accuracy")]
    shown = comparison.in_per_cent(lines[:1], ("made up", 10))
    assert shown.loc["net", "made up, 10"] == "70.0 (60.0 to 80.0)"
    (title,) = comparison.in_per_cent(lines[1:], ("made up", 20)).columns
    assert title == "made up, 20 (balanced accuracy)"


def test_the_schedule_rises_for_a_quarter_of_the_updates_and_then_falls() -> None:
    from dlcourse.experiments.comparison_nets import PictureNet, ScheduledPictureNet

    options = {"learning_rate": 0.008, "epochs": 4, "batch_size": 128}
    assert PictureNet(**options).rate(1280) == 0.008
    rate = ScheduledPictureNet(**options).rate(1280)  # 10 updates an epoch, the last batch counted: 40
    values = [float(rate(step)) for step in (0, 5, 10, 25, 40)]
    assert values == pytest.approx([0.0008, 0.0044, 0.008, 0.004, 0.0], abs=1e-6)
