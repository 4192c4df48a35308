"""The explorers' arithmetic, run by node as the browser runs it, against NumPy on random cases; and node's own tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

JS = Path(__file__).parent / "js"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None and os.environ.get("DLCOURSE_REQUIRE_BROWSER") != "1",
    reason="node is not installed: the explorers' JavaScript is not tested",
)


def ask(questions: list[tuple[str, list[Any]]]) -> list[Any]:
    """Let node answer: each question is a function of linear.js and its arguments."""
    text = json.dumps(questions)
    done = subprocess.run([NODE, JS / "answer.mjs"], input=text, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def cases(count: int, seed: int = 0) -> list[dict[str, Any]]:
    """Neurons of many sizes over points of many units, among them w along an axis and w = 0."""
    rng = np.random.default_rng(seed)
    made = []
    for k in range(count):
        scale = 10.0 ** rng.integers(-2, 4, size=2)
        centre = rng.normal(size=2) * scale
        points = centre + rng.normal(size=(rng.integers(2, 40), 2)) * scale
        w = rng.normal(size=2) / scale
        if k % 10 == 1:
            w[rng.integers(2)] = 0.0
        if k % 25 == 2:
            w[:] = 0.0
        b = float(-w @ points.mean(axis=0) + 0.5 * rng.normal())
        box = [[centre[axis] - 1.7 * scale[axis], centre[axis] + 1.2 * scale[axis]] for axis in (0, 1)]
        labels = rng.integers(0, 2, size=len(points)).tolist()
        made.append({"points": points, "w": w, "b": b, "labels": labels, "box": box, "scale": scale})
    return made


CASES = cases(150)


def test_weighted_sums_and_mistakes() -> None:
    asked = [("weightedSums", [c["points"].tolist(), c["w"].tolist(), c["b"]]) for c in CASES]
    asked += [("mistakes", [c["points"].tolist(), c["labels"], c["w"].tolist(), c["b"]]) for c in CASES]
    answers = ask(asked)
    for case, sums, wrong in zip(CASES, answers[: len(CASES)], answers[len(CASES) :], strict=True):
        expected = case["points"] @ case["w"] + case["b"]
        np.testing.assert_allclose(sums, expected, rtol=1e-12, atol=1e-12)
        clear = np.abs(expected) > 1e-9  # on the line itself rounding decides
        if clear.all():
            assert wrong == int(((expected > 0) != np.array(case["labels"], dtype=bool)).sum())


def test_a_point_on_the_line_is_class_0() -> None:
    assert ask([("classOf", [0]), ("classOf", [1e-300]), ("mistakes", [[[1, 1]], [0], [1, -1], 0])]) == [
        0,
        1,
        0,
    ]


def test_normal_and_foot() -> None:
    lines = [c for c in CASES if c["w"].any()]
    normals = ask([("normal", [c["w"].tolist()]) for c in lines])
    feet = ask([("foot", [c["points"][0].tolist(), c["w"].tolist(), c["b"]]) for c in lines])
    for case, normal, foot in zip(lines, normals, feet, strict=True):
        w, point = case["w"], case["points"][0]
        np.testing.assert_allclose(normal, w / np.linalg.norm(w), rtol=1e-12)
        distance = (w @ point + case["b"]) / np.linalg.norm(w)
        np.testing.assert_allclose(
            point - foot, distance * w / np.linalg.norm(w), rtol=1e-9, atol=1e-9 * case["scale"].max()
        )
    assert ask([("normal", [[0, 0]])]) == [None]


def area(corners: list[list[float]]) -> float:
    """The area of a polygon, by the shoelace formula."""
    x, y = np.array(corners).reshape(-1, 2).T
    return 0.5 * abs(x @ np.roll(y, -1) - y @ np.roll(x, -1))


def test_the_line_cuts_the_box_where_the_sum_is_zero() -> None:
    cuts = ask([("splitBox", [c["w"].tolist(), c["b"], c["box"]]) for c in CASES])
    crossed = 0
    for case, cut in zip(CASES, cuts, strict=True):
        (x0, x1), (y0, y1) = case["box"]
        w, b, whole = case["w"], case["b"], (x1 - x0) * (y1 - y0)
        x = np.linspace(x0, x1, 20_001)
        if w[1]:  # how much of each column of the box lies above the line, in the sense of the sum
            height = np.clip(-(w[0] * x + b) / w[1], y0, y1)
            share = np.mean((y1 - height) if w[1] > 0 else (height - y0)) / (y1 - y0)
        else:
            share = np.mean(w[0] * x + b > 0)
        np.testing.assert_allclose(
            [area(part) / whole for part in cut["parts"]], [1 - share, share], atol=2e-4
        )
        corners = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]) @ w + b
        if (corners > 0).all() or (corners <= 0).all():
            assert cut["line"] is None
            continue
        crossed += 1
        for end in np.array(cut["line"]):
            assert abs(w @ end + b) < 1e-9 * (np.abs(w) @ np.abs(end) + abs(b) + 1)
            inside = [(end[0] - x0) / (x1 - x0), (end[1] - y0) / (y1 - y0)]
            assert min(min(abs(v), abs(1 - v)) for v in inside) < 1e-9, "an end lies on the box's edge"
            assert all(-1e-9 <= v <= 1 + 1e-9 for v in inside)
    assert crossed > 60


def test_the_sliders_reach_every_line_through_the_picture() -> None:
    answers = ask([("ranges", [c["points"].tolist(), c["w"].tolist()]) for c in CASES])
    for case, found in zip(CASES, answers, strict=True):
        axes, half = np.array(found["axes"]), np.array(found["half"])
        assert (axes[:, 0] < case["points"].min(axis=0)).all()
        assert (axes[:, 1] > case["points"].max(axis=0)).all()
        limits = np.array(found["limits"])
        assert (limits[:2] >= np.abs(case["w"])).all(), "the first weights are on the sliders"
        for angle in np.linspace(0, 2 * np.pi, 17):
            w = np.array([np.cos(angle), np.sin(angle)]) / half * 0.2 * (limits[:2] * half).min()
            assert (np.abs(w) <= limits[:2]).all()
            assert abs(w @ axes.mean(axis=1)) <= limits[2], "b can bring the line through the middle"


def test_the_handles_lie_across_the_line_towards_class_1() -> None:
    asked = []
    for case in CASES:
        (xr, yr), scale = case["box"], case["scale"]
        plane = [520, 447, xr, yr, bool(max(scale) < 4 * min(scale))]
        limit = 10 / (xr[1] - xr[0])
        for anchor in (None, case["points"][0].tolist()):
            asked.append(("handles", [{"plane": plane}, case["w"].tolist(), case["b"], anchor, limit]))
    found = 0
    for handle in ask(asked):
        if handle is None:
            continue
        found += 1
        at, tip, ends = (np.array(handle[name]) for name in ("at", "tip", "line"))
        along, arrow = ends[1] - ends[0], tip - at
        if np.linalg.norm(along) > 1:
            assert abs(along @ arrow) < 1e-6 * np.linalg.norm(along) * np.linalg.norm(arrow), (
                "across the line"
            )
            off = at - ends[0] - along * ((at - ends[0]) @ along) / (along @ along)
            assert np.linalg.norm(off) < 1e-6, "the handle is on the line"
        slope = np.array(handle["slope"])
        assert slope @ arrow > 0
        assert np.linalg.norm(arrow) >= 30 - 1e-9, "never too short to hold"
        if np.linalg.norm(arrow) > 30.001:
            assert 46 - 1e-6 <= tip[0] <= 506 + 1e-6
            assert 30 - 1e-6 <= tip[1] <= 401 + 1e-6
    assert found > 100


def test_what_explorers_stand_on() -> None:
    done = subprocess.run([NODE, "--test", *sorted(JS.glob("*.test.mjs"))], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "# tests 0" not in done.stdout
