"""The neuron's explorer on Python's side: what it can be opened on, what can be read back, what a notebook stores."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import traitlets

from dlcourse import colours, explore
from dlcourse.explore import base

POINTS = [[0.0, 1.0], [2.0, 3.0], [4.0, -1.0]]
LABELS = [0, 1, 1]


def test_the_first_state_is_unsolved_and_can_be_solved() -> None:
    widget = explore.neuron()
    assert 0.3 < widget.mistakes / len(widget.labels) < 0.7
    widget.w, widget.b = (-0.5, 1.0), -1.0
    assert widget.mistakes == 0
    angles = np.linspace(0, 2 * np.pi, 721)
    turned = []
    for angle in angles:
        widget.w, widget.b = (np.cos(angle), np.sin(angle)), 0.0
        turned.append(widget.mistakes)
    assert min(turned) > 0, "turning alone is not enough: the bias is needed"


@pytest.mark.parametrize(
    "w",
    [
        [1, 2],
        (1.0, 2.0),
        np.array([1, 2]),
        np.array([[1.0], [2.0]]),
        np.array([[1, 2]]),
        pd.Series([1, 2]),
        range(1, 3),
    ],
)
def test_opens_on_two_numbers_in_any_shape(w: object) -> None:
    widget = explore.neuron(w=w, b=np.array([0.5], dtype=np.float32))
    assert widget.w.tolist() == [1.0, 2.0]
    assert widget.b == 0.5
    assert isinstance(widget.b, float)
    assert widget.w.shape == (2,)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"w": [1, 2, 3]}, r"w must be 2 numbers, got 3: \[1, 2, 3\]"),
        ({"w": 5}, "w must be 2 numbers, got 1: 5"),
        ({"w": "ab"}, "w must be 2 numbers, got 'ab'"),
        ({"w": None}, "w must be 2 numbers.*None"),
        ({"w": ...}, "w must be 2 numbers, got Ellipsis"),
        ({"w": [1, float("nan")]}, "w must be 2 numbers, all of them finite.*nan"),
        ({"w": [[1, 2], [3]]}, "w must be 2 numbers"),
        ({"b": [1, 2]}, "b must be one number, got 2"),
        ({"b": float("inf")}, "b must be one number, all of them finite, got inf"),
        ({"points": POINTS}, "labels are missing"),
        ({"labels": LABELS}, "points are missing"),
        ({"points": [[1, 2, 3]], "labels": [0]}, r"shape \(n, 2\), got shape \(1, 3\)"),
        ({"points": [], "labels": []}, r"got shape \(0,\)"),
        ({"points": [["a", "b"]], "labels": [0]}, "points must be numbers"),
        ({"points": [[1, 2], [3, np.nan]], "labels": [0, 1]}, r"row 1 of points is \[3.0, nan\].*1 of 2"),
        ({"points": POINTS, "labels": [0, 1]}, "3 points and 2 labels"),
        ({"points": POINTS, "labels": [0, 1, 2]}, r"labels must be 0 and 1, got \[0, 1, 2\]"),
        ({"points": POINTS, "labels": ["a", "b", "c"]}, "two different classes, got"),
        (
            {"points": POINTS, "labels": ["a", "b", "b"], "class_names": ("a", "c")},
            "labels must be 'a' and 'c'",
        ),
        ({"points": POINTS, "labels": LABELS, "class_names": ("a",)}, "class_names must be two"),
        ({"points": POINTS, "labels": LABELS, "names": ("a", "b", "c")}, "names must be two"),
    ],
)
def test_says_what_it_got_instead(arguments: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.neuron(**arguments)


def test_a_frame_brings_its_names_and_words_become_classes() -> None:
    frame = pd.DataFrame(POINTS, columns=["length", "mass"])
    widget = explore.neuron(frame, pd.Series(["b", "a", "b"]), w=(1, 1))
    assert widget.names == ["length", "mass"]
    assert (widget.class_names, widget.labels) == (["a", "b"], [1, 0, 1])
    turned = explore.neuron(frame, ["b", "a", "b"], class_names=("b", "a"), names=["x", "y"])
    assert (turned.class_names, turned.labels, turned.names) == (["b", "a"], [0, 1, 0], ["x", "y"])
    assert explore.neuron(np.array(POINTS), np.array([False, True, True])).labels == [0, 1, 1]


def test_sums_and_mistakes_follow_what_is_set() -> None:
    widget = explore.neuron(POINTS, LABELS, w=(1, 1), b=-1)
    assert widget.sums.tolist() == [0.0, 4.0, 2.0]
    assert widget.mistakes == 0, "a point on the line counts as class 0"
    widget.w1 = -1
    assert widget.w.tolist() == [-1.0, 1.0]
    assert widget.mistakes == 2  # sums 0, 0, -6
    widget.w, widget.b = [[0.0], [0.0]], 1
    assert widget.mistakes == 1
    widget.points = np.array(POINTS) + 1
    assert widget.points == [[1.0, 2.0], [3.0, 4.0], [5.0, 0.0]]
    assert "mistakes=1" in repr(widget)


def test_refuses_what_cannot_be_drawn_when_set_later() -> None:
    widget = explore.neuron(POINTS, LABELS)
    for name, value in [("w1", float("nan")), ("b", float("-inf")), ("points", POINTS[:2]), ("labels", [0])]:
        with pytest.raises(traitlets.TraitError, match=r"finite|together"):
            setattr(widget, name, value)
    with pytest.raises(ValueError, match="w must be 2 numbers"):
        widget.w = [1]
    assert (widget.w.tolist(), widget.b, widget.points) == ([1.0, 0.4], 0.0, POINTS)


def test_dense_data_is_not_dragged_by_accident() -> None:
    many = np.random.default_rng(0).normal(size=(40, 2))
    assert explore.neuron(POINTS, LABELS).movable
    assert not explore.neuron(many, many[:, 0] > 0).movable
    assert explore.neuron(many, many[:, 0] > 0, movable=True).movable


def test_what_a_notebook_stores_repeats_and_has_no_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    bundles = [explore.neuron(POINTS, LABELS)._repr_mimebundle_() for _ in range(2)]
    (first, first_meta), (second, second_meta) = bundles
    view = "application/vnd.jupyter.widget-view+json"
    assert first[view]["model_id"] != second[view]["model_id"]
    assert {**first, view: 0} == {**second, view: 0}
    assert first["text/plain"].startswith("[explorer: 3 points, class 0 and class 1, over x1 and x2")
    assert "0 of them" not in first["text/plain"]
    assert first_meta == second_meta
    state = first_meta["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state, "plain data"
    assert state["points"] == POINTS
    assert not [name for name in state if name.startswith("_")], "no module text"


def test_a_learners_own_notebook_does_not_carry_the_state() -> None:
    _, metadata = explore.neuron(POINTS, LABELS)._repr_mimebundle_()
    assert metadata == {"dlcourse": {"explorer": "neuron.js"}}


def test_colours_are_those_of_the_figures() -> None:
    text = (base.FOLDER / "drawing.js").read_text()
    for name, values in [("CLASSES", colours.CLASSES), ("MARKERS", colours.MARKERS)]:
        written = re.search(rf"export const {name} = (\[.*?\]);", text).group(1)
        assert json.loads(written) == list(values)
    roles = re.search(r"export const ROLES = \{(.*?)\};", text, re.DOTALL).group(1)
    assert dict(re.findall(r'(\w+): "(#\w+)"', roles)) == colours.ROLES


def test_the_joined_module_imports_nothing(tmp_path: Path) -> None:
    text = base.module_text("neuron.js")
    assert not re.search(r"^import ", text, re.MULTILINE)
    assert text.count("export function mount(") == text.count("export function splitBox(") == 1
    assert explore.neuron()._esm == text
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the joined module is not run")
    joined = tmp_path / "joined.mjs"
    joined.write_text(text + "\nconsole.log(typeof render, nice(3), CLASSES.length);\n", encoding="utf-8")
    done = subprocess.run([node, joined], capture_output=True, text=True)
    assert done.stdout == "function 5 8\n", done.stderr


def test_an_import_that_renames_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.js").write_text('import { a as b } from "./two.js";\n')
    (tmp_path / "two.js").write_text("export const a = 1;\n")
    monkeypatch.setattr(base, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"one\.js renames"):
        base.module_text.__wrapped__("one.js")


def test_colab_is_asked_for_widgets(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    output = types.ModuleType("google.colab.output")
    output.enable_custom_widget_manager = lambda: asked.append(True)
    colab = types.ModuleType("google.colab")
    colab.output = output
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    explore.neuron()
    assert asked
