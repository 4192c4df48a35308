"""The gate can fail: toy exercises with one thing wrong each are turned away, and by the right point."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dlcourse import exercises
from dlcourse.checking import (
    Correct,
    Exercise,
    Mistake,
    NotYet,
    bench,
    choice_check,
    function_check,
    gate,
    value_check,
)
from dlcourse.checking.gate_figures import chosen

GOOD = Exercise(
    id="99.1",
    title="The weighted sum",
    kind="function",
    setup="import numpy as np",
    starter="""
        def weighted_sum(x, w, b):
            ...
    """,
    right=[
        """
        def weighted_sum(x, w, b):
            return np.dot(x, w) + b
        """,
        """
        def weighted_sum(x, w, b):
            total = b
            for xi, wi in zip(x, w):
                total += xi * wi
            return total
        """,
    ],
    wrong={
        "bias_forgotten": ["def weighted_sum(x, w, b):\n    return np.dot(x, w)"],
        "wrong_value": ["def weighted_sum(x, w, b):\n    return np.dot(x, w) - 2 * b"],
        "raised": ["def weighted_sum(x, w, b):\n    return 1 / 0"],
    },
    check=function_check(
        lambda x, w, b: float(np.dot(x, w) + b),
        arguments=("x", "w", "b"),
        cases=lambda rng: [([1.0, 2.0], [3.0, 4.0], 5.0), (list(rng.normal(size=3)), [0.5, 2.0, -1.0], 0.7)],
        mistakes={"bias_forgotten": Mistake(lambda x, w, b: float(np.dot(x, w)), "the bias is missing")},
    ),
    hints=("a", "b", "c"),
    equivalent={
        "return np.dot(x, w) + b -> return np.dot(w, x) + b": "a product does not care about the order",
        "zip(x, w) -> zip(w, x)": "a product does not care about the order",
    },
)

CHOICE = Exercise(
    id="99.2",
    title="A choice",
    kind="choice",
    starter="...",
    right=['"b"', '"B)"', "'`b`'"],
    wrong={"first": ['"a"'], "third": ['"c"'], "not_a_choice": ['"d"']},
    check=choice_check("b", {"a": ("first", "no"), "c": ("third", "no")}),
    hints=("a", "b", "c"),
)


def faulty_points(exercise: Exercise) -> set[str]:
    return {name for name, examine in gate.POINTS.items() if examine(exercise)}


def ours(source: str, **names: object) -> Callable:
    """A check as if it stood in the package: its own errors are the course's fault, not the learner's."""
    return eval(compile(source, exercises.__file__, "eval"), {"Correct": Correct, "NotYet": NotYet, **names})


def test_a_good_exercise_passes_every_point() -> None:
    assert faulty_points(GOOD) == set()


def test_a_choice_needs_different_right_forms_only_by_text() -> None:
    assert faulty_points(CHOICE) <= {"right answers"}


def test_a_check_that_accepts_everything() -> None:
    bad = replace(GOOD, check=lambda answer: Correct())
    assert {"wrong answers", "junk", "mutants"} <= faulty_points(bad)


def test_a_check_that_accepts_nothing() -> None:
    bad = replace(GOOD, check=lambda answer: NotYet("bias_forgotten", "no"))
    assert "right answers" in faulty_points(bad)


def test_a_right_answer_that_is_right_on_one_seed_only() -> None:
    def lucky(answer: object) -> Correct | NotYet:
        from dlcourse.checking import generator

        return Correct() if generator().integers(1000) == _first_draw() else NotYet("unlucky", "no")

    assert "right answers" in faulty_points(replace(GOOD, check=lucky))


def _first_draw() -> int:
    from dlcourse.checking.seeds import SEED

    return int(np.random.default_rng(SEED).integers(1000))


def test_one_right_form_under_two_names() -> None:
    other = "def weighted_sum(a, c, d):\n    return np.dot(a, c) + d"
    assert "right answers" in faulty_points(replace(GOOD, right=[GOOD.right[0], other]))


def test_a_wrong_answer_that_gets_another_code() -> None:
    wrong = {**GOOD.wrong, "bias_forgotten": ["def weighted_sum(x, w, b):\n    return np.dot(x, w) + 2 * b"]}
    assert faulty_points(replace(GOOD, wrong=wrong)) == {"wrong answers"}


def test_a_code_without_a_wrong_answer() -> None:
    wrong = {**GOOD.wrong, "bias_forgotten": [], "returns_none": ["def weighted_sum(x, w, b):\n    w"]}
    bad = replace(GOOD, wrong=wrong)
    assert faulty_points(bad) == {"wrong answers"}
    assert "bias_forgotten" in "".join(gate.wrong_answers(bad))


def own_check(answer: object) -> Correct | NotYet:
    if answer == 3:
        return Correct()
    return helper(answer)


def helper(answer: object) -> NotYet:
    if answer == 4:
        return NotYet("one_too_many", "no")
    return NotYet("far_away", "no")


def test_a_code_in_a_check_of_ones_own_is_found() -> None:
    value = Exercise(
        id="99.3",
        title="three",
        kind="value",
        starter="three = ...",
        right=["three = 3", "three = 1 + 2"],
        wrong={"one_too_many": ["three = 4"], "far_away": ["three = 9", "three = 0"]},
        check=own_check,
        hints=("a", "b", "c"),
    )
    assert gate.declared_codes(value) == {"one_too_many", "far_away"}
    assert gate.wrong_answers(value) == []
    assert gate.wrong_answers(replace(value, wrong={"far_away": ["three = 9", "three = 0", "three = 1"]}))


def test_too_few_wrong_answers() -> None:
    wrong = {"bias_forgotten": GOOD.wrong["bias_forgotten"]}
    assert faulty_points(replace(GOOD, wrong=wrong)) == {"wrong answers"}


def test_a_starter_that_counts_as_an_attempt() -> None:
    bad = replace(GOOD, kind="value", starter="weights = [0, 0]", answer="", check=value_check([1, 2]))
    assert gate.starter(bad)
    assert not gate.starter(replace(bad, unchanged=lambda answer: list(answer) == [0, 0]))


def test_a_check_that_fails_on_junk() -> None:
    careless = ours('lambda answer: Correct() if len(answer) == 3 else NotYet("length", "no")')
    bad = replace(GOOD, check=careless)
    assert any("itself failed" in fault for fault in gate.junk_answers(bad))


def test_junk_that_happens_to_be_the_answer_is_allowed() -> None:
    five = replace(
        GOOD, kind="value", starter="n = ...", answer="n", right=["n = 5", "n = 2 + 3"], check=value_check(5)
    )
    assert gate.junk_answers(five) == []
    assert gate.junk_answers(replace(five, right=["n = 6", "n = 2 + 4"]))


def test_a_surviving_mutant() -> None:
    blind = function_check(
        lambda x, w, b: float(np.dot(x, w) + b), arguments=("x", "w", "b"), cases=[([1.0], [0.0], 0.0)]
    )
    bad = replace(GOOD, check=blind)
    assert "mutants" in faulty_points(bad)
    assert "return np.dot(x, w) + b -> return np.dot(x, w) - b" in gate.mutant_report(bad).survived


def test_stale_and_unexplained_entries_among_the_equivalent() -> None:
    dead = {"total = b -> total = 2": "no such mutant"}
    killed = {"return np.dot(x, w) + b -> return np.dot(x, w) - b": "not true"}
    mute = dict.fromkeys(GOOD.equivalent, " ")
    for extra in (dead, killed, mute):
        bad = replace(GOOD, equivalent={**GOOD.equivalent, **extra})
        assert faulty_points(bad) == {"mutants"}, extra


def test_a_mutant_that_is_too_much_for_the_check() -> None:
    fragile = ours(
        "lambda answer: 1 / 0 if callable(answer) and code(answer) == 'wrong_value' else GOOD.check(answer)",
        GOOD=GOOD,
        code=lambda answer: getattr(GOOD.check(answer), "code", ""),
    )
    assert {"mutants", "wrong answers"} <= faulty_points(replace(GOOD, check=fragile))


def test_a_check_that_changes_the_answer() -> None:
    def greedy(answer: list) -> Correct | NotYet:
        verdict = value_check([3, 4])(answer)
        if isinstance(answer, list):
            answer.append(1)
        return verdict

    pair = Exercise(
        id="99.4",
        title="a pair",
        kind="value",
        starter="pair = ...",
        right=["pair = [3, 4]", "pair = [3] + [4]"],
        wrong={"wrong_length": ["pair = [3]"], "wrong_value": ["pair = [4, 3]", "pair = [0, 0]"]},
        check=greedy,
        hints=("a", "b", "c"),
    )
    assert "steadiness" in faulty_points(pair)
    assert "is changed by the check" in "".join(gate.steadiness(pair))


def test_a_check_that_changes_its_mind() -> None:
    moods = iter([Correct("good"), Correct("better")] * 1000)
    assert "steadiness" in faulty_points(replace(GOOD, check=lambda answer: next(moods)))


def test_a_check_that_prints() -> None:
    def loud(answer: object) -> Correct | NotYet:
        sys.stdout.write("checking ...")
        return GOOD.check(answer)

    assert faulty_points(replace(GOOD, check=loud)) == {"steadiness"}


def test_random_generators_are_kept_for_the_learner() -> None:
    def drawing(answer: object) -> Correct | NotYet:
        random.random()
        np.random.normal()  # noqa: NPY002 - this is the trespass
        return GOOD.check(answer)

    assert faulty_points(replace(GOOD, check=drawing)) == set()  # the engine puts them back


@pytest.mark.parametrize("work", ["busy", "asleep"])
def test_a_slow_check(work: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PATIENCE", 1.0)

    def slow(answer: object) -> Correct | NotYet:
        end = time.perf_counter() + 0.3
        if work == "asleep":
            time.sleep(0.3)
        while time.perf_counter() < end:
            pass
        return GOOD.check(answer)

    bad = replace(GOOD, check=slow)
    assert gate.speed(bad)[1]
    assert not gate.speed(replace(bad, trains=True))[1]


def test_an_answer_that_never_ends_costs_the_gate_little() -> None:
    endless = replace(GOOD, wrong={**GOOD.wrong, "too_long": ["def f(x, w, b):\n    while True: pass"]})
    endless = replace(
        endless, wrong={k: [s.replace("f(", "weighted_sum(") for s in v] for k, v in endless.wrong.items()}
    )
    begun = time.perf_counter()
    assert gate.wrong_answers(endless) == []
    assert time.perf_counter() - begun < 6 * bench.GATE_SECONDS


LOADED = "sorted(name for name in sys.modules if name.startswith('dlcourse.exercises.lesson_') and name.count('.') == 2)"


@pytest.mark.parametrize(
    ("what", "lessons"),
    [
        ("[e.id for e in chosen(['2.3', '00', '2.1'])][-2:] == ['2.1', '2.3'] or 1 / 0", ["00", "02"]),
        ("find('2.1')", ["02"]),
        ("str(progress())", []),
    ],
)
def test_a_half_written_lesson_is_not_loaded_with_another(
    what: str, lessons: list[str], tmp_path: Path
) -> None:
    code = f"import sys; from dlcourse.checking import *; from dlcourse.checking.gate_figures import chosen; {what}; print({LOADED})"
    home = {**os.environ, "DLCOURSE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=home, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == str([f"dlcourse.exercises.lesson_{number}" for number in lessons])


@pytest.mark.parametrize("name", ["99", "99.1", "2.99", "x", "2.", ""])
def test_the_gate_names_what_it_does_not_know(name: str) -> None:
    with pytest.raises(SystemExit, match=f"no exercise {name}"):
        list(chosen([name]))
