"""The computation graph's explorer: its arithmetic under node against scratch.Value, node by node; and Python's side."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import traitlets
from graphs_to_draw import SMALL, line, network, random_graph, shared

from dlcourse import explore
from dlcourse.explore import base
from dlcourse.graphs import read, short
from dlcourse.scratch import Value

NODE = shutil.which("node")
ANSWER = Path(__file__).parent / "js" / "answer_graph.mjs"
with_node = pytest.mark.skipif(
    NODE is None and os.environ.get("DLCOURSE_REQUIRE_BROWSER") != "1",
    reason="node is not installed: the explorers' JavaScript is not tested",
)
GRAPHS = [*(make() for make in SMALL.values()), *(random_graph(seed) for seed in range(60))]


def ask(questions: list[tuple[str, list[Any]]]) -> list[Any]:
    """Let node answer: each question is a function and its arguments."""
    text = json.dumps(questions)
    done = subprocess.run([NODE, ANSWER], input=text, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def small_enough(root: Value) -> bool:
    return len(root.nodes()) <= 40


@pytest.fixture(scope="module")
def runs() -> list[tuple[Value, explore.GraphExplorer, dict[str, Any]]]:
    roots = [root for root in GRAPHS if small_enough(root)]
    widgets = [explore.graph(root) for root in roots]
    answers = ask([("all", [w.nodes, w.data]) for w in widgets])
    return list(zip(roots, widgets, answers, strict=True))


@with_node
def test_values_and_gradients_are_those_of_scratch_at_every_node(runs) -> None:
    assert len(runs) > 40
    used, operations = 0, set()
    for root, widget, run in runs:
        drawn = read(root)
        root.zero_gradients()
        root.backward()
        order = read(root).nodes  # the same order, with gradients
        assert [node.name for node in order] == [node.name for node in drawn.nodes]
        np.testing.assert_allclose(run["values"], [node.value for node in order], rtol=1e-12, atol=1e-12)
        last = run["gradients"][-1]
        np.testing.assert_allclose(last, [node.gradient for node in order], rtol=1e-12, atol=1e-12)
        children = [edge["parent"] for edge in widget.edges]
        used += len(children) - len(set(children))
        operations |= {node["operation"] for node in widget.nodes}
    assert used > 100, "shared nodes"
    assert operations >= {"+", "-", "*", "/", "**", "neg", "tanh", "relu", "sigmoid", "exp", "log"}


@with_node
def test_gradients_appear_one_share_at_a_time_and_only_complete_ones_are_handed_on(runs) -> None:
    for _, widget, run in runs:
        steps, after = run["steps"], run["gradients"]
        assert len(steps) == widget.last
        kinds = [step["kind"] for step in steps]
        assert kinds == ["value"] * widget.forwards + ["start"] + ["share"] * (
            widget.last - widget.forwards - 1
        )
        known = {k for k, node in enumerate(widget.nodes) if not node["parents"]}
        for k, step in enumerate(steps):
            if step["kind"] == "value":
                assert set(widget.nodes[step["node"]]["parents"]) <= known
                known.add(step["node"])
                assert set(after[k]) <= {None}
                continue
            before = after[k - 1] if k else [None] * len(widget.nodes)
            changed = [i for i, (old, new) in enumerate(zip(before, after[k], strict=True)) if old != new]
            assert set(changed) <= {step["node"]}
            if step["kind"] == "share":
                later = [s["node"] for s in steps[k:] if s["kind"] == "share"]
                assert step["child"] not in later, "its gradient is complete"


@with_node
def test_the_chain_rule_is_said_with_the_numbers_of_the_step() -> None:
    widget = explore.graph()
    (run,) = ask([("all", [widget.nodes, widget.data])])
    said = [sentence for sentence in run["sentences"] if sentence]
    assert said[0] == "a = w × x = 3 × 2 = 6"
    assert "gradient of w = gradient of a × slope of a by w = 4 × 2 = 8" in said
    added = [sentence for sentence in said if "so far" in sentence]
    assert len(added) == 1
    assert "gradient of x = 4 so far + " in added[0]
    assert added[0].endswith("4 + 12 = 16")


@with_node
def test_every_sentence_holds_for_every_operation(runs) -> None:
    for _, _, run in runs:
        for sentence in run["sentences"]:
            assert not re.search(r"NaN|undefined|null|--|−−", sentence), sentence
        for reason in run["reasons"]:
            assert re.match(r".+ = .+: .*\.$", reason), reason
            assert not re.search(r"NaN|undefined|null", reason), reason


@with_node
def test_numbers_are_written_as_in_the_still_pictures() -> None:
    rng = np.random.default_rng(0)
    numbers = [0.0, -0.0, 1.0, -1.5, 12345.0, 99999.0, 123456.0, 1e-3, 9.999e-4, -2.5e-7, 1e300, 30.0, 100.0]
    numbers += (rng.normal(size=300) * 10.0 ** rng.integers(-8, 9, size=300)).tolist()
    assert ask([("graphNumber", [number]) for number in numbers]) == [short(number) for number in numbers]


@with_node
@pytest.mark.parametrize("page", [320, 740, 836])
def test_no_two_boxes_meet_and_every_edge_ends_at_its_boxes(runs, page: int) -> None:
    widgets = [widget for _, widget, _ in runs]
    asked = [
        ("layout", [{"nodes": w.nodes, "edges": w.edges, "extent": list(w.extent)}, page]) for w in widgets
    ]
    for widget, found in zip(widgets, ask(asked), strict=True):
        centres, (width, height) = np.array(found["centres"]), found["box"]
        half = np.array([width, height]) / 2
        wide = max(page, found["size"][0])
        assert (centres[:, 0] >= width / 2).all()
        assert (centres[:, 0] <= wide - width / 2).all()
        assert (centres[:, 1] >= height / 2).all()
        assert (centres[:, 1] <= found["size"][1] - height / 2).all()
        for i, one in enumerate(centres):
            apart = np.abs(centres[i + 1 :] - one)
            assert ((apart[:, 0] > width + 8) | (apart[:, 1] > height + 8)).all()
        for edge, points in zip(widget.edges, found["routes"], strict=True):
            assert (np.abs(np.array(points[0]) - centres[edge["parent"]]) <= [width / 2, height / 2]).all()
            assert (np.abs(np.array(points[-1]) - centres[edge["child"]]) <= [width / 2, height / 2]).all()
            for start, end in zip(points[1::2], points[2::2], strict=False):  # straight, past other boxes
                low, high = np.minimum(start, end), np.maximum(start, end)
                clear = (centres + half < low) | (centres - half > high)
                assert clear.any(axis=1).all()


def test_opens_on_a_graph_with_a_shared_node_that_shows_nothing_yet() -> None:
    widget = explore.graph()
    assert widget.step == 0
    uses = [edge["parent"] for edge in widget.edges]
    assert len(uses) > len(set(uses))
    assert widget.value == 4.0
    assert widget.gradients == {"w": 8.0, "x": 16.0, "t": -4.0, "a": 4.0, "y": 4.0, "e": 4.0, "L": 1.0}
    assert len(set(widget.gradients.values()) - {4.0}) >= 4, "numbers that can be told apart"


def test_inputs_can_be_set_one_at_a_time_and_the_learners_values_stay() -> None:
    root = line()
    widget = explore.graph(root)
    assert widget.inputs == {"w": 2.0, "x": 3.0, "b": 1.0, "t": 5.0}
    widget.inputs = {"x": 4}
    widget.inputs["b"] = np.float64(2)
    assert widget.inputs == {"w": 2.0, "x": 4.0, "b": 2.0, "t": 5.0}
    assert (widget.value, widget.values["y"]) == (25.0, 10.0)
    assert widget.gradients["w"] == pytest.approx(40.0)
    assert (root.data, root.gradient, root.nodes()[0].data) == (4.0, 0.0, 2.0)
    assert "x=4" in repr(widget)


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ({"q": 1}, "no input is called 'q'; there are w, x, b, t"),
        ({"z": 1}, "no input is called 'z'"),
        ({"x": float("nan")}, "x must be a finite number, got nan"),
        ({"x": "3"}, "x must be a finite number, got '3'"),
    ],
)
def test_refuses_inputs_that_are_none(news: dict, said: str) -> None:
    widget = explore.graph(line())
    with pytest.raises(traitlets.TraitError, match=re.escape(said)):
        widget.inputs = news
    assert widget.inputs == {"w": 2.0, "x": 3.0, "b": 1.0, "t": 5.0}
    with pytest.raises(traitlets.TraitError, match="step goes from 0 to"):
        widget.step = 99


def twins() -> Value:
    return Value(1, "a") + Value(2, "a")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (3.0, "a Value of dlcourse.scratch, got 3.0"),
        ("L", "got 'L'"),
        (np.ones(3), "got array"),
        ([Value(1)], r"got \[Value"),
        (network(5), "nodes, and a picture stays readable up to 40"),
        (twins(), "2 nodes are called 'a'"),
    ],
)
def test_says_in_one_sentence_what_it_got_instead(given: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        explore.graph(given)
    assert "\n" not in str(caught.value)


def test_a_graph_deeper_than_pythons_stack_is_refused_as_calmly() -> None:
    at = Value(1, "x")
    for _ in range(5000):
        at = at + 1
    with pytest.raises(ValueError, match="this graph has 10001 nodes"):
        explore.graph(at)


def test_nodes_without_a_name_get_one_and_numbers_stay_numbers() -> None:
    root = shared()
    widget = explore.graph(root, names={root.nodes()[0]: "input"})
    titles = [node["title"] for node in widget.nodes]
    assert "n1 = input × input" in titles
    assert "n2 = input × 2" in titles
    assert widget.inputs == {"input": 3.0}
    assert widget.gradients == {"input": 8.0, "n1": 1.0, "n2": 1.0, "y": 1.0}
    assert explore.graph(Value(1, "a") + 1).values == {"a": 1.0, "result": 2.0}


def test_inputs_without_a_value_are_said_calmly() -> None:
    widget = explore.graph(Value(2, "x").log())
    widget.inputs = {"x": -1}
    assert "no value" in widget.alt_text()


def test_the_stored_picture_shows_the_rule_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    data, metadata = explore.graph()._repr_mimebundle_()
    state = metadata["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state
    widget = explore.graph()
    assert widget.forwards < state["step"] <= widget.last
    assert explore.graph(step=3).shown_state()["step"] == 3
    assert explore.graph(line()).shown_state()["step"] == explore.graph(line()).last, "nothing is used twice"
    assert "gradients: of w 8, of x 16, of t −4" in data["text/plain"]


@with_node
def test_the_stored_step_is_the_second_share_of_a_shared_node() -> None:
    for widget in (explore.graph(), explore.graph(shared()), explore.graph(network())):
        (run,) = ask([("all", [widget.nodes, widget.data])])
        sentences = run["sentences"]
        first = next(k for k, sentence in enumerate(sentences) if "so far" in sentence)
        assert widget.shown_state()["step"] == first + 1
