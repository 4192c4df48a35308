"""The learner's side: check, hint, solution, progress, predict and claim, as they work together in one notebook."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

import numpy as np
import pytest

import dlcourse.checking.guesses as guesses
import dlcourse.checking.learner as learner
from dlcourse.checking import (
    ClaimError,
    Exercise,
    Outcome,
    all_exercises,
    check,
    claim,
    find,
    function_check,
    hint,
    predict,
    progress,
    solution,
)
from dlcourse.checking.store import STORE

TOY = Exercise(
    id="2.2",
    title="Double",
    kind="function",
    starter="def double(x):\n    ...",
    right=["def double(x):\n    return 2 * x", "def double(x):\n    return x + x"],
    wrong={},
    hints=("a nudge", "where to look", "def double(x):\n    return ___"),
    seconds=0.2,
    check=function_check(lambda x: 2 * x, arguments=("x",), cases=[(1,), (2,), (3,)], success="Twice."),
)


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learner, "find", lambda name: TOY)
    monkeypatch.setattr(learner, "_stages", {})


def right(x: float) -> float:
    return 2 * x


def wrong(x: float) -> float:
    return x + 1


def test_the_solution_opens_after_two_real_tries() -> None:
    assert "return 2 * x" not in str(solution("2.2"))
    check("2.2", wrong)
    check("2.2", ...)
    check("2.2")
    assert "tried once" in str(solution("2.2"))
    check("2.2", lambda x: 1 / 0)
    assert "return 2 * x" in str(solution("2.2"))


def test_the_solution_opens_after_a_pass_or_when_one_is_sure() -> None:
    assert "return 2 * x" in str(solution("2.2", sure=True))
    assert STORE.read()["exercises"]["2.2"] == {"solution_seen": True}
    check("2.2", right)
    assert "return 2 * x" in str(solution("2.2"))


def test_what_is_recorded() -> None:
    check("2.2", ...)
    assert STORE.read()["exercises"] == {}
    check("2.2", wrong)
    hint("2.2")
    hint("2.2")
    check("2.2", right)
    check("2.2", wrong)
    entry = STORE.read()["exercises"]["2.2"]
    assert (entry["tries"], entry["hints"]) == (1, 2)
    assert len(entry["solved"]) == len("2026-01-01")


def test_hints_come_one_after_the_other_and_stay_at_the_last() -> None:
    said = [str(hint("2.2")) for _ in range(4)]
    assert ["a nudge" in said[0], "where to look" in said[1], "___" in said[2]] == [True] * 3
    assert said[3] == said[2]


def test_progress_shows_what_was_done() -> None:
    assert str(progress()) == "Nothing is recorded yet. Solve an exercise, and it appears here."
    check("2.2", wrong)
    assert "↻2.2" in str(progress())
    check("2.2", right)
    predict("2.a", "?", ["x", "y"], guess="a")
    shown = progress()
    assert "✓2.2" in str(shown)
    lesson = next(lesson for lesson in shown.lessons if lesson.number == 2)
    assert (lesson.solved, lesson.guesses) == (1, 1)
    assert "1 guess" in shown._repr_html_()


def test_a_guess_is_recorded_and_never_judged() -> None:
    question = ("2.a", "How many?", ["one", "two"])
    assert "Write the letter" in str(predict(*question, guess=...))
    assert STORE.read()["predictions"] == {}
    assert "You made no guess" in str(predict("2.a", happened="b"))
    assert "none of the options" in str(predict(*question, guess="z"))
    for guess in ("b", "B", " b) ", "two", "Two"):
        assert "b) two" in str(predict(*question, guess=guess))
        assert STORE.read()["predictions"]["2.a"] == {"guess": "b"}
    after = str(predict("2.a", happened="a"))
    assert "You guessed: b) two." in after
    assert "What happened: a) one." in after
    assert "in words" not in after


def test_after_a_restart_it_is_said_where_the_words_of_the_options_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    predict("2.a", "How many?", ["one", "two"], guess="b")
    predict("2.b", "How many?", guess=12)
    monkeypatch.setattr(guesses, "_asked", {})
    after = str(predict("2.a", happened="a"))
    assert "You guessed: b." in after
    assert "Run the cell with the question" in after
    assert "in words" not in str(predict("2.b", happened=15))


def test_a_guess_without_options_is_any_text_or_number() -> None:
    assert "recorded: 12" in str(predict("2.b", "How many?", guess=12))
    assert "You guessed: 12." in str(predict("2.b", happened=15))


def test_a_claim_holds_or_stops_the_notebook(capsys: pytest.CaptureFixture) -> None:
    claim("two is more than one", np.bool_(True), "2 against 1")
    assert capsys.readouterr().out == "✓ two is more than one\n  measured: 2 against 1\n"
    claim("so it is", True)
    assert capsys.readouterr().out == "✓ so it is\n"
    with pytest.raises(ClaimError, match=r"one is more than two\. Measured: 1 against 2"):
        claim("one is more than two", 1 > 2, "1 against 2")


@pytest.mark.parametrize("condition", [None, 1, "yes", np.array([True, False]), [], 0.5])
def test_a_claim_takes_one_true_or_false(condition: object) -> None:
    with pytest.raises(TypeError):
        claim("this", condition)


def test_ids_are_found_in_any_spelling() -> None:
    first = next(iter(all_exercises()))
    assert find(f" {first.id} ") is first
    assert find(float(first.id)) is first
    assert find(f"0{first.id}") is first


def test_a_check_is_quick() -> None:
    """Median of 20 with the record written, in CPU time, for what the course ships (0.2 s are promised)."""
    from dlcourse.checking.judge import judge

    for exercise in all_exercises():
        if exercise.kind in ("value", "function", "choice"):
            answer = exercise.evaluate(exercise.right[0])
            judge(exercise, answer)
            costs = []
            for _ in range(5):
                begun = time.process_time()
                assert judge(exercise, answer).outcome is Outcome.CORRECT
                costs.append(time.process_time() - begun)
            assert statistics.median(costs) < 0.2, exercise.id
    costs = []
    for _ in range(20):
        begun = time.process_time()
        check("2.2", right)
        costs.append(time.process_time() - begun)
    assert statistics.median(costs) < 0.2


def test_the_engine_is_light_to_load() -> None:
    heavy = ("keras", "tensorflow", "pandas", "sklearn", "matplotlib", "IPython", "ipywidgets", "scipy")
    code = f"import sys, dlcourse.checking; print([name for name in {heavy!r} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == "[]"


def test_the_same_wrong_answer_again_is_no_second_try() -> None:
    check("2.2", wrong)
    check("2.2", wrong)
    assert "not open" in str(solution("2.2"))
    check("2.2", lambda x: x + 5)
    assert "return 2 * x" in str(solution("2.2"))


def test_the_solution_of_a_choice_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    choice = next(exercise for exercise in all_exercises() if exercise.kind == "choice")
    monkeypatch.setattr(learner, "find", lambda name: choice)
    shown = str(solution(choice.id, sure=True))
    assert shown.splitlines()[1] == choice.right[0]
    assert check(choice.id, choice.evaluate(choice.right[0])).message in shown


def test_a_loop_without_end_is_reported_with_what_it_was_called_with() -> None:
    def endless(x: float) -> float:
        while x != 0:
            pass
        return x

    result = check("2.2", endless)
    assert result.outcome is Outcome.TOO_LONG
    assert "`x = 1`" in result.message
