"""The number that remembers: its slopes against finite differences and hand-made sums, and graphs that trip others up."""

from __future__ import annotations

import gc
import math
import random
import sys
from collections.abc import Callable

import numpy as np
import pytest

from dlcourse.scratch import Value


def slopes_by_trying(function: Callable[..., Value], numbers: list[float], h: float = 1e-6) -> list[float]:
    """Central differences through the values alone: `backward` has no part in it."""
    found = []
    for place in range(len(numbers)):
        up, down = list(numbers), list(numbers)
        up[place] += h
        down[place] -= h
        above, below = (function(*[Value(n) for n in moved]).data for moved in (up, down))
        found.append((above - below) / (2 * h))
    return found


def slopes_by_backward(function: Callable[..., Value], numbers: list[float]) -> list[float]:
    values = [Value(n) for n in numbers]
    function(*values).backward()
    return [value.gradient for value in values]


OPERATIONS: dict[str, tuple[Callable[..., Value], list[float], float]] = {
    "a + b": (lambda a, b: a + b, [2.0, -3.0], -1.0),
    "a - b": (lambda a, b: a - b, [2.0, -3.0], 5.0),
    "a * b": (lambda a, b: a * b, [2.0, -3.0], -6.0),
    "a / b": (lambda a, b: a / b, [2.0, -4.0], -0.5),
    "-a": (lambda a: -a, [2.0], -2.0),
    "a ** 3": (lambda a: a**3, [-2.0], -8.0),
    "a ** -1": (lambda a: a**-1, [-2.0], -0.5),
    "a ** 0.5": (lambda a: a**0.5, [2.25], 1.5),
    "a ** 0": (lambda a: a**0, [0.0], 1.0),
    "a ** 1 at 0": (lambda a: a**1, [0.0], 0.0),
    "a ** 2 at 0": (lambda a: a**2, [0.0], 0.0),
    "5 + a": (lambda a: 5 + a, [2.0], 7.0),
    "a + 5": (lambda a: a + 5, [2.0], 7.0),
    "5 - a": (lambda a: 5 - a, [2.0], 3.0),
    "a - 5": (lambda a: a - 5, [2.0], -3.0),
    "5 * a": (lambda a: 5 * a, [2.0], 10.0),
    "a * 5": (lambda a: a * 5, [2.0], 10.0),
    "5 / a": (lambda a: 5 / a, [2.0], 2.5),
    "a / 5": (lambda a: a / 5, [2.0], 0.4),
    "numpy number on the left": (lambda a: np.float64(5) * a - np.float32(1) / a, [2.0], 9.5),
    "exp": (lambda a: a.exp(), [0.5], math.exp(0.5)),
    "log": (lambda a: a.log(), [0.5], math.log(0.5)),
    "tanh": (lambda a: a.tanh(), [0.5], math.tanh(0.5)),
    "sigmoid": (lambda a: a.sigmoid(), [0.5], 1 / (1 + math.exp(-0.5))),
    "sigmoid below 0": (lambda a: a.sigmoid(), [-0.5], 1 / (1 + math.exp(0.5))),
    "relu above 0": (lambda a: a.relu(), [0.5], 0.5),
    "relu below 0": (lambda a: a.relu(), [-0.5], 0.0),
    "sum of a list": (lambda a, b, c: sum([a, b, c]), [1.0, 2.0, 3.0], 6.0),
}


@pytest.mark.parametrize("what", OPERATIONS)
def test_every_operation(what: str) -> None:
    function, numbers, expected = OPERATIONS[what]
    result = function(*[Value(n) for n in numbers])
    assert isinstance(result, Value)
    assert result.data == pytest.approx(expected, rel=1e-12)
    assert slopes_by_backward(function, numbers) == pytest.approx(
        slopes_by_trying(function, numbers), abs=1e-7
    )


def test_used_twice_collects_both_ways() -> None:
    assert slopes_by_backward(lambda x: x * x, [3.0]) == [6.0]
    assert slopes_by_backward(lambda x: x + x, [3.0]) == [2.0]
    assert slopes_by_backward(lambda x: x - x, [3.0]) == [0.0]
    assert slopes_by_backward(lambda x: x / x, [3.0]) == [pytest.approx(0.0, abs=1e-16)]
    assert slopes_by_backward(lambda x, y: (x + y) * (x - y), [3.0, 2.0]) == [6.0, -4.0]  # a diamond


def test_deep_reuse_does_not_count_too_much_or_take_for_ever() -> None:
    """Sixty doublings: 2 ** 60 ways through the graph, 61 nodes."""
    x = y = Value(1.0)
    for _ in range(60):
        y = y + y
    y.backward()
    assert (x.gradient, len(y.nodes())) == (2.0**60, 61)


def test_a_node_waits_for_all_that_use_it() -> None:
    """The middle is used by a short way and a long one; sent on too early, the long one's share is lost or doubled."""
    x = Value(2.0)
    middle = x * 3.0
    result = middle + ((middle + 1.0) * 2.0).tanh() * 5.0 + middle * middle
    result.backward()
    inner = math.tanh(2 * 7.0)
    of_middle = 1 + 5 * 2 * (1 - inner**2) + 2 * 6
    assert middle.gradient == pytest.approx(of_middle)
    assert x.gradient == pytest.approx(3 * of_middle)


def test_calling_backward_again_adds_exactly_the_same_to_every_node() -> None:
    a, b = Value(0.7), Value(-1.3)
    middle = a * b
    result = (middle + a).tanh() * middle + middle.exp()
    result.backward()
    once = [node.gradient for node in result.nodes()]
    result.backward()
    assert [node.gradient for node in result.nodes()] == [2 * g for g in once]
    assert once[-1] == 1.0
    assert all(once)
    result.zero_gradients()
    assert {node.gradient for node in result.nodes()} == {0.0}
    result.backward()
    assert [node.gradient for node in result.nodes()] == once


def test_two_results_that_share_a_part_add_up() -> None:
    x = Value(2.0)
    shared = x * x
    one, other = shared * 3.0, shared + x
    one.backward()
    other.backward()
    assert (x.gradient, shared.gradient) == (3 * 4.0 + 5.0, 4.0)
    assert (one.gradient, other.gradient) == (1.0, 1.0)


@pytest.mark.parametrize("seed", range(40))
def test_random_graphs(seed: int) -> None:
    """Graphs of 5 to 40 operations over 4 numbers, operands drawn from everything made so far, so that reuse is common."""

    def build(*leaves: Value) -> Value:
        choose = random.Random(seed)
        made = list(leaves)
        for _ in range(choose.randint(5, 40)):
            a, b = choose.choice(made), choose.choice(made)
            operation = choose.choice(
                ["+", "-", "*", "/", "tanh", "sigmoid", "exp", "log", "**", "neg", "number"]
            )
            made.append(
                {
                    "+": lambda a=a, b=b: a + b,
                    "-": lambda a=a, b=b: a - b,
                    "*": lambda a=a, b=b: (a * b).tanh(),  # kept small, so that differences stay exact
                    "/": lambda a=a, b=b: a / (b * b + 1.5),
                    "tanh": lambda a=a: a.tanh(),
                    "sigmoid": lambda a=a: a.sigmoid(),
                    "exp": lambda a=a: a.tanh().exp(),
                    "log": lambda a=a: (a * a + 0.5).log(),
                    "**": lambda a=a: (a.sigmoid() + 0.5) ** -1.5,
                    "neg": lambda a=a: -a,
                    "number": lambda a=a: 2 - a / 3,
                }[operation]()
            )
        result = made[-1]
        for value in made[:-1]:
            result = result + value.tanh()
        return result

    numbers = [random.Random(seed + 1000).uniform(-2, 2) for _ in range(4)]
    expected = slopes_by_trying(build, numbers)
    assert slopes_by_backward(build, numbers) == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert any(abs(slope) > 1e-3 for slope in expected)


def test_every_node_of_a_graph_has_the_slope_that_nudging_it_shows() -> None:
    """Not the leaves alone: a middle node is nudged by adding a leaf of 0 to it, whose slope is the same."""
    nudge = Value(0.0)
    a, b = Value(1.2), Value(-0.4)
    middle = a * b + nudge
    ((middle * a).sigmoid() / b + middle**2).backward()
    assert middle.gradient == nudge.gradient != 0.0


def test_a_long_chain_does_not_meet_the_recursion_limit() -> None:
    x = value = Value(1.0)
    for _ in range(5_000):
        value = value + 0.001
    assert len(value.nodes()) == 10_001 > sys.getrecursionlimit()
    value.backward()
    assert (x.gradient, value.data) == (1.0, pytest.approx(6.0))
    value.zero_gradients()
    assert x.gradient == 0.0
    del value
    gc.collect()


def test_what_a_graph_shows_of_itself() -> None:
    x, y = Value(2, name="x"), Value(3.0)
    result = (x * y + 1).tanh() ** 2
    assert (x.operation, x.parents, x.name, x.data) == ("", (), "x", 2.0)
    assert isinstance(x.data, float)
    tanh = result.parents[0]
    plus = tanh.parents[0]
    times, one = plus.parents
    assert [node.operation for node in (result, tanh, plus, times, one)] == ["**2", "tanh", "+", "*", ""]
    assert (times.parents, times.slopes) == ((x, y), (3.0, 2.0))
    nodes = result.nodes()
    assert len(nodes) == len(set(nodes)) == 7
    assert all(nodes.index(parent) < nodes.index(node) for node in nodes for parent in node.parents)
    assert nodes[-1] is result
    assert "x" in repr(x)


def test_the_largest_power_of_e_is_still_there() -> None:
    assert Value(709.78).exp().data == math.exp(709.78)


def test_relu_at_exactly_0_has_slope_0() -> None:
    assert slopes_by_backward(lambda a: a.relu(), [0.0]) == [0.0]
    assert slopes_by_backward(lambda a: a.relu(), [-0.0]) == [0.0]


def test_far_out_nothing_overflows() -> None:
    for far in (1e3, 1e300):
        for sign in (1, -1):
            for squash in (Value.tanh, Value.sigmoid):
                assert slopes_by_backward(squash, [sign * far]) == [0.0]
    assert [Value(1e3).sigmoid().data, Value(-1e3).sigmoid().data] == [1.0, 0.0]
    assert Value(-1e3).exp().data == 0.0


def test_one_neuron_learns_with_nothing_but_values() -> None:
    w, b = Value(0.0, "w"), Value(0.0, "b")
    for _ in range(300):
        loss = sum(((w * x + b - (3 * x - 1)) ** 2 for x in (-1.0, 0.0, 2.0)), Value(0.0)) / 3
        loss.zero_gradients()
        loss.backward()
        w.data -= 0.1 * w.gradient
        b.data -= 0.1 * b.gradient
    assert (w.data, b.data) == (pytest.approx(3.0, abs=1e-6), pytest.approx(-1.0, abs=1e-6))


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (lambda: Value("a"), "'a'"),
        (lambda: Value("3"), "'3'"),
        (lambda: Value(None), "None"),
        (lambda: Value([1.0]), r"\[1.0\]"),
        (lambda: Value(np.zeros(2)), r"shape \(2,\)"),
        (lambda: Value(1j), "1j"),
        (lambda: Value(1) + "a", "'a'"),
        (lambda: "a" + Value(1), "'a'"),
        (lambda: 1 + Value(1) * None, "None"),
        (lambda: Value(1) * [1, 2], r"\[1, 2\]"),
        (lambda: Value(2) ** "a", "'a'"),
        (lambda: Value(2) ** Value(2), "exponent"),
        (lambda: Value(-2) ** 0.5, "no real number"),
        (lambda: Value(0).log(), "above 0; got 0"),
        (lambda: Value(-1).log(), "above 0; got -1"),
        (lambda: Value(float("nan")).log(), "nan"),
        (lambda: Value(1000).exp(), "exp of 1000"),
        (lambda: Value(10**400), "must be a number"),
        (lambda: Value(np.complex128(1)), "must be a number"),
        (lambda: Value([[1], [1, 2]]), "must be a number"),
        (lambda: 1 / Value(0), "any number but 0; got 1 / 0"),
        (lambda: Value(3) / 0, "any number but 0; got 3 / 0"),
        (lambda: Value(0) ** -1, "0 to the power -1, or its slope, is no finite number"),
        (lambda: Value(0) ** 0.5, "0 to the power 0.5, or its slope"),
        (lambda: Value(10) ** 400, "10 to the power 400, or its slope"),
    ],
)
def test_what_is_no_number_is_named(action: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        action()
