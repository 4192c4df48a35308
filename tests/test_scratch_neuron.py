"""The NumPy neuron: its arithmetic against plain loops, and the perceptron rule against its theorem."""

import subprocess
import sys

import numpy as np
import pytest

from dlcourse.scratch import Neuron

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def test_output_is_the_weighted_sum_plus_the_bias():
    assert Neuron([2.0, 0.5, -3.0], 4.0).output(np.array([4.0, 10.0, 1.0])) == 14.0


def test_many_examples_give_what_one_at_a_time_gives():
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(20, 3)), rng.normal(size=3), rng.normal()
    by_loops = [sum(wi * xi for wi, xi in zip(w, row, strict=True)) + b for row in x]
    neuron = Neuron(w, b)
    np.testing.assert_allclose(neuron.output(x), by_loops)
    assert neuron.decide(x).tolist() == [int(one > 0) for one in by_loops]


def test_an_output_of_exactly_zero_is_decided_as_no():
    assert Neuron([1.0], -1.0).decide(np.array([[1.0], [1.0 + 1e-9]])).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("w", "b", "x", "target", "expected_w", "expected_b"),
    [
        ([1, 1], 0, [1, -1.5], 1, [2, -0.5], 1),  # said 0, should say 1: x is added
        ([1, 1], 0, [1, 1], 0, [0, 0], -1),  # said 1, should say 0: x is taken away
        ([1, 1], 0, [1, 1], 1, [1, 1], 0),  # right
        ([1, 1], 0, [-1, -1], 0, [1, 1], 0),  # right
    ],
)
def test_one_correction(w, b, x, target, expected_w, expected_b):
    neuron = Neuron(w, b)
    changed = neuron.correct(np.array(x, dtype=float), target)
    assert (neuron.w.tolist(), neuron.b) == (expected_w, expected_b)
    assert changed == (expected_w != w)


def test_a_correction_moves_the_output_towards_the_target_by_a_known_amount():
    x = np.array([0.3, -2.0, 1.0])
    neuron = Neuron([0.1, 0.2, -0.3], 0.0)
    before = neuron.output(x)
    neuron.correct(x, 1)
    assert neuron.output(x) == pytest.approx(before + x @ x + 1)


@pytest.mark.parametrize("seed", range(5))
def test_it_settles_on_what_a_line_separates_within_the_theorems_bound(seed):
    """Novikoff (1962): at most (R / margin) ** 2 corrections, counting the bias as a weight of an input 1."""
    rng = np.random.default_rng(seed)
    line = np.array([1.0, -2.0, 0.4]) / np.linalg.norm([1.0, -2.0, 0.4])
    x = rng.normal(size=(300, 2))
    distance = np.c_[x, np.ones(300)] @ line
    x, distance = x[abs(distance) > 0.2], distance[abs(distance) > 0.2]
    targets = (distance > 0).astype(int)
    neuron = Neuron([0.0, 0.0])
    learned = neuron.learn(x, targets, passes=200, seed=seed)
    assert learned.settled
    assert learned.mistakes[-1] == neuron.count_mistakes(x, targets) == 0
    assert sum(learned.corrections) <= (np.c_[x, np.ones(len(x))] ** 2).sum(axis=1).max() / 0.2**2


def test_it_never_settles_on_xor():
    learned = Neuron([0.0, 0.0]).learn(XOR, np.array([0, 1, 1, 0]), passes=100, seed=0)
    assert not learned.settled
    assert len(learned.corrections) == len(learned.mistakes) - 1 == 100
    assert min(learned.mistakes) >= 1


def test_the_path_holds_the_start_and_every_correction():
    start = np.array([0.5, 0.5])
    neuron = Neuron(start, 0.25)
    learned = neuron.learn(XOR, np.array([0, 1, 1, 1]), passes=50, seed=3)
    assert len(learned.path) == 1 + sum(learned.corrections)
    assert learned.mistakes[0] == Neuron(start, 0.25).count_mistakes(XOR, np.array([0, 1, 1, 1])) == 1
    assert learned.path[0][0].tolist() == [0.5, 0.5]
    assert learned.path[0][1] == 0.25
    assert learned.path[-1][0].tolist() == neuron.w.tolist()
    assert start.tolist() == [0.5, 0.5]


def test_the_order_comes_from_the_seed_alone():
    targets = np.array([0, 1, 1, 0])
    runs = [Neuron([0.0, 0.0]).learn(XOR, targets, passes=5, seed=s).path for s in (1, 1, 2)]
    as_lists = [[(w.tolist(), b) for w, b in path] for path in runs]
    assert as_lists[0] == as_lists[1] != as_lists[2]


def test_no_pass_at_all_is_refused():
    with pytest.raises(ValueError, match="0"):
        Neuron([0.0]).learn(np.zeros((1, 1)), np.zeros(1), passes=0, seed=0)


def test_scratch_needs_nothing_but_numpy():
    code = "import sys, dlcourse.scratch; print([m for m in ('keras', 'tensorflow', 'pandas', 'matplotlib') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
