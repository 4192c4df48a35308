"""The bookkeeping of benchmarks/recipe.py: when a target is reached, what is counted, and the ratios; nothing is trained."""

import importlib.util
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "benchmarks" / "recipe.py"


@pytest.fixture(scope="module")
def recipe():
    spec = importlib.util.spec_from_file_location("benchmark_recipe", FILE)
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_a_target_counts_at_the_first_epoch_that_reaches_it(recipe):
    run = recipe.Run("a", 0, seconds=[10.0, 20.0, 30.0], accuracies=[0.97, 0.99, 0.985])
    assert run.seconds_to(0.95) == 10
    assert run.seconds_to(0.99) == 20
    assert run.seconds_to(0.985) == 20, "reached before it fell again"
    assert run.seconds_to(0.995) is None


def test_all_seeds_must_reach_a_target_and_the_middle_one_counts(recipe):
    runs = [recipe.Run("a", seed, [spent], [0.99]) for seed, spent in enumerate([9.0, 1.0, 2.0])]
    assert recipe.seconds_to(runs, 0.99) == 2
    assert recipe.seconds_to([*runs, recipe.Run("a", 3, [1.0], [0.98])], 0.99) is None
    assert recipe.seconds_to([], 0.99) is None


def test_the_watch_counts_only_between_start_and_stop(recipe):
    now = iter([0.0, 5.0, 100.0, 107.0])
    watch = recipe.Watch(clock=lambda: next(now))
    watch.start(0, {})  # as Keras calls it
    watch.stop({})
    watch.stop(0, {})  # the validation had stopped it
    assert watch.spent == 5
    watch.start()
    watch.stop()
    assert watch.spent == 12


def test_the_cheapest_recipe_that_all_its_seeds_reach_the_target_with(recipe):
    one = [recipe.Run("1", 0, [7.0], [0.988]), recipe.Run("1", 1, [7.0], [0.992])]
    two = [recipe.Run("2", 0, [8.0, 14.0], [0.97, 0.991]), recipe.Run("2", 1, [8.0, 16.0], [0.97, 0.992])]
    recipes = {"1": one, "2": two}
    assert recipe.cheapest(recipes, 0.985) == ("1", 7)
    assert recipe.cheapest(recipes, 0.99) == ("2", 15)
    assert recipe.cheapest(recipes, 0.992) is None


def test_the_table_has_every_epoch_and_the_ratio_at_each_target(recipe):
    baseline = [recipe.Run("baseline", 0, [40.0, 80.0, 120.0], [0.98, 0.985, 0.991])]
    ours = {"ours": [recipe.Run("ours", 0, [10.0, 20.0], [0.98, 0.992])]}
    report = recipe.lines(baseline, ours, [0.98, 0.985, 0.992])
    rows = {line.split()[0]: line.split() for line in report[report.index("") + 2 :]}
    assert sum(line.startswith(("ours", "baseline")) for line in report) == 5
    assert rows["98.00%"][1:] == ["40.0", "s", "10.0", "s", "4.0", "ours"]
    assert rows["98.50%"][1:] == ["80.0", "s", "20.0", "s", "4.0", "ours"]
    assert rows["99.20%"][-2] == "–", "no ratio where one did not get there"
    assert rows["99.10%"][-2:] == ["6.0", "ours"], "the baseline's last accuracy is a target, too"
