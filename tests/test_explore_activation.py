"""The activations' explorer: its curves against dlcourse.scratch, what it can be opened on, what can be read and set."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from node_answers import ask, needs_node

from dlcourse import explore, scratch
from dlcourse.explore import base
from dlcourse.explore.activation import FUNCTIONS

Z = [*np.linspace(-9, 9, 181), -1000.0, 1000.0, -700.5, 33.3, -1e-9, 1e-9, 0.0]


@needs_node
@pytest.mark.parametrize("name", FUNCTIONS)
def test_curve_and_slope_are_those_of_scratch(name: str) -> None:
    found = ask(
        ["activations.js"], [(f, [name, z]) for f in ("activationValue", "activationSlope") for z in Z]
    )
    values, slopes = np.array(found[: len(Z)]), np.array(found[len(Z) :])
    np.testing.assert_allclose(values, scratch.ACTIVATIONS[name].value(np.array(Z)), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(slopes, scratch.slope(name, np.array(Z)), rtol=1e-11, atol=1e-14)


@needs_node
def test_the_flat_parts_are_where_the_slope_is_nearly_zero() -> None:
    found = dict(
        zip(
            FUNCTIONS,
            ask(["activations.js"], [("flatParts", [name, -6, 6]) for name in FUNCTIONS]),
            strict=True,
        )
    )
    assert found["linear"] == found["leaky_relu"] == []
    assert found["step"] == [[-6, 6]]
    assert found["relu"] == [[-6, 0]]
    edge = np.log((1 + np.sqrt(0.8)) / (1 - np.sqrt(0.8)))  # s (1 - s) = 0.05
    np.testing.assert_allclose(found["sigmoid"], [[-6, -edge], [edge, 6]], atol=0.011)
    edge = np.arctanh(np.sqrt(0.95))
    np.testing.assert_allclose(found["tanh"], [[-6, -edge], [edge, 6]], atol=0.011)
    assert len(found["gelu"]) == 2, "far to the left, and around its lowest place"
    for name in FUNCTIONS:
        z = np.linspace(-5.99, 5.99, 400)
        inside = np.any([(z >= low) & (z <= high) for low, high in found[name] or [[9, 9]]], axis=0)
        clear = np.abs(np.abs(scratch.slope(name, z)) - 0.05) > 0.004
        assert (inside == (np.abs(scratch.slope(name, z)) < 0.05))[clear].all(), name


@needs_node
def test_the_upper_picture_holds_the_curves() -> None:
    for names in (["sigmoid"], ["linear"], ["relu", "tanh"]):
        low, high = ask(["activations.js"], [("valueRange", [names, 6])])[0]
        for name in names:
            values = scratch.ACTIVATIONS[name].value(np.linspace(-6, 6, 101))
            assert low < values.min()
            assert values.max() < high


def test_value_and_slope_follow_what_is_set() -> None:
    widget = explore.activation()
    assert (widget.function, widget.z, widget.value, widget.slope) == ("sigmoid", 0.0, 0.5, 0.25)
    widget.z = np.float32(-2.0)
    assert isinstance(widget.z, float)
    assert widget.value == pytest.approx(1 / (1 + np.exp(2)))
    widget.function = "ReLU"
    assert (widget.function, widget.value, widget.slope) == ("relu", 0.0, 0.0)
    widget.z = 3
    assert (widget.value, widget.slope) == (3.0, 1.0)
    assert "relu, z=3" in repr(widget)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Leaky ReLU", "leaky_relu"),
        ("leaky-relu", "leaky_relu"),
        ("GELU", "gelu"),
        ("identity", "linear"),
        ("leakyrelu", "leaky_relu"),
    ],
)
def test_names_are_understood_as_people_write_them(said: str, meant: str) -> None:
    assert explore.activation(said).function == meant
    assert explore.activation(compare=said).compare == meant


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"function": "softmax"}, r"function must be one of step, linear, .*gelu; got 'softmax'"),
        ({"function": np.tanh}, "function must be one of .*; got <ufunc 'tanh'>"),
        ({"function": None}, "function must be one of .*; got None"),
        ({"function": ""}, "function must be one of"),
        ({"z": "1"}, "z must be one finite number from -1000 to 1000, got '1'"),
        ({"z": float("nan")}, "z must be .*got nan"),
        ({"z": 1e6}, r"z must be .*got 1000000\.0"),
        ({"z": [1, 2]}, r"z must be .*got \[1, 2\]"),
        ({"z": None}, "z must be .*got None"),
        ({"z": ...}, "z must be .*got Ellipsis"),
        ({"z": True}, "z must be .*got True"),
        ({"compare": "sine"}, "compare must be one of .*; got 'sine'"),
    ],
)
def test_says_what_it_got_instead(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        explore.activation(**arguments)
    widget = explore.activation()
    for name, value in arguments.items():
        if value is None or value == "":
            continue
        with pytest.raises(ValueError, match=said):
            setattr(widget, name, value)
    assert (widget.function, widget.z, widget.compare) == ("sigmoid", 0.0, "")


def test_what_a_notebook_stores_repeats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(base.BUILDING, "1")
    first, metadata = explore.activation("tanh", 1, compare="sigmoid")._repr_mimebundle_()
    second, _ = explore.activation("tanh", 1, compare="sigmoid")._repr_mimebundle_()
    assert first["text/plain"] == second["text/plain"]
    for word in ("tanh", "sigmoid", "0.762", "0.420"):
        assert word in first["text/plain"]
    state = metadata["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state == {"function": "tanh", "z": 1.0, "compare": "sigmoid"}
