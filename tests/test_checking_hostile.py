"""`check` never raises, never hangs and never changes the answer, whatever a learner passes to it."""

from __future__ import annotations

import asyncio
import builtins
import decimal
import fractions
import functools
import random
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest

import dlcourse.checking.exercise as exercise_module
from dlcourse.checking import (
    Exercise,
    Mistake,
    Outcome,
    Result,
    check,
    choice_check,
    function_check,
    judge,
    value_check,
)
from dlcourse.checking.junk import Contrary, junk
from dlcourse.checking.model_checks import model_check
from dlcourse.checking.snapshot import generators, snapshot


def made(check: Callable, number: int = 1, **more: Any) -> Exercise:
    options = {
        "title": "x",
        "kind": "value",
        "starter": "x = ...",
        "right": [],
        "wrong": {},
        "hints": ("", "", ""),
    }
    return Exercise(id=f"99.{number}", check=check, **{**options, **more})


ADD = made(
    function_check(
        lambda x, b: [value + b for value in x],
        arguments=("x", "b"),
        cases=lambda rng: [([1.0], 2.0), ([1.0, 2.0], 0.5), (list(rng.normal(size=3)), 3.0)],
        mistakes={
            "minus": Mistake(lambda x, b: [value - b for value in x], "For {x} and {b} you give {got}")
        },
    ),
    kind="function",
    starter="def add(x, b):\n    ...",
)
EXERCISES = [
    ADD,
    made(value_check(3.5, mistakes={"double": Mistake(7, "{got} is the double")}), 2),
    made(value_check([1.0, 2.0, 3.0]), 3),
    made(value_check((1, [2, 3], "x")), 4),
    made(value_check("relu"), 5),
    made(value_check(lambda: np.eye(3)), 6),
    made(choice_check("b", {"a": ("first", "no"), "c": ("third", "no")}), 7, kind="choice", starter="..."),
    made(model_check(inputs=(3,), outputs=2, loss="mse"), 8, kind="model"),
    made(value_check(True), 9, unchanged=lambda answer: answer[0] == 0),
]


class NoLook:
    """Even looking at an attribute raises."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError("do not look at me")


class BadClass:
    """Lies about its class, by raising."""

    @property
    def __class__(self) -> type:
        raise RuntimeError("I have no class")


class BadArray:
    """Looks like a tensor and is none."""

    shape = (3,)
    dtype = "float32"

    def __array__(self, *arguments: Any, **named: Any) -> Any:
        raise TypeError("no array")

    def numpy(self) -> Any:
        raise TypeError("no array")


class TorchLike:
    """Refuses to become an array before it is detached, as a torch tensor does."""

    shape = (3,)

    def __init__(self, tracked: bool = True) -> None:
        self.tracked = tracked

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        if self.tracked:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad.")
        return np.array([1.0, 2.0, 3.0])

    def detach(self) -> TorchLike:
        return TorchLike(tracked=False)


class EndlessList(list):
    """A list that is never at its end."""

    def __iter__(self) -> Iterator[int]:
        while True:
            yield 1


class Mute(Exception):
    """An error that can't be asked what it is."""

    def __str__(self) -> str:
        raise RuntimeError("no words")

    __repr__ = __str__


class Fatal(BaseException):
    """No `except Exception` catches it."""


def object_array(item: Any) -> np.ndarray:
    array = np.array([1, None, 3], dtype=object)
    array[1] = item
    return array


def in_itself() -> list:
    row: list = [1.0]
    row += [row, row]
    return row


def deep(levels: int = 5000) -> list:
    row: list = [1.0]
    for _ in range(levels):
        row = [row, row]
    return row


def tensors() -> dict[str, Any]:
    import keras
    import tensorflow as tf

    return {
        "a tensor": tf.constant([1.0, 2.0, 3.0]),
        "a text tensor": tf.constant("x"),
        "a ragged tensor": tf.ragged.constant([[1.0], [2.0, 3.0]]),
        "a variable": tf.Variable(3.0),
        "a data set": tf.data.Dataset.range(3),
        "a symbolic input": keras.Input((3,)),
        "a layer": keras.layers.Dense(2),
        "a history": keras.callbacks.History(),
    }


def values() -> dict[str, Any]:
    return {
        **junk(),
        **tensors(),
        "no look": NoLook(),
        "bad class": BadClass(),
        "bad array": BadArray(),
        "torch": TorchLike(),
        "endless": EndlessList([1, 2, 3]),
        "in itself": in_itself(),
        "deep": deep(),
        "huge int": 10**5000,
        "minus huge": -(10**400),
        "a long list": [0] * 3_000_000,
        "a long range": range(10**15),
        "a huge array": np.broadcast_to(np.float32(1), (10**6, 10**6)),
        "a long text": "x" * 10**6,
        "ragged": [[1.0], [2.0, 3.0]],
        "texts": ["1", "2", "3"],
        "bytes": b"abc",
        "decimal": decimal.Decimal("3.5"),
        "fraction": fractions.Fraction(7, 2),
        "complex array": np.ones(3) * 1j,
        "text array": np.array(["a", "b", "c"]),
        "dates": np.array(["2020-01-01"] * 3, dtype="datetime64[D]"),
        "records": np.zeros(3, dtype=[("a", float), ("b", int)]),
        "masked": np.ma.array([1.0, 2.0, 3.0], mask=[0, 1, 0]),
        "table": pd.DataFrame({"a": [1.0, 2.0, 3.0]}),
        "column": pd.Series([1.0, 2.0, None]),
        "missing": pd.NA,
        "not a time": pd.NaT,
        "hostile in a list": [1.0, Contrary(), 3.0],
        "hostile in a dict": {"a": Contrary()},
        "hostile in an array": object_array(Contrary()),
        "type": type,
        "metaclass trick": type("Odd", (), {"__call__": None}),
        "partial of nothing": functools.partial(print),
        "not implemented": NotImplemented,
        "a loop": asyncio.new_event_loop(),
        "an open file": sys.stderr,
    }


VALUES = values()


def quick(exercise: Exercise) -> Exercise:
    object.__setattr__(exercise, "seconds", 0.5)
    return exercise


def fine(result: Result) -> None:
    """Is it a proper result that can be shown?"""
    assert isinstance(result, Result)
    assert result.outcome is not Outcome.CHECK_FAILED, result.details
    assert len(str(result)) < 1500
    assert result._repr_html_()


@pytest.mark.parametrize("name", VALUES)
def test_any_value_gets_a_proper_result(name: str) -> None:
    for exercise in EXERCISES:
        begun = time.perf_counter()
        fine(judge(quick(exercise), VALUES[name]))
        assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("name", VALUES)
def test_a_function_may_return_any_value(name: str) -> None:
    result = judge(quick(ADD), lambda x, b: VALUES[name])
    fine(result)
    assert not result.correct


def random_value(chance: random.Random, depth: int = 0) -> Any:
    """Nonsense of every kind, in lists, tuples, dictionaries and arrays."""
    kind = chance.randrange(12 if depth < 3 else 7)
    if kind < 5:
        return chance.choice(
            [0, 1, -1, 3.5, True, None, ..., "relu", "", "b", 1e308, -0.0, float("nan"), float("inf"), 2j, b"", np.float32(3.5), np.int8(1), np.bool_(True), np.str_("b")]
        )  # fmt: skip
    if kind < 7:
        return chance.choice(
            [Contrary(), NoLook(), TorchLike(), BadArray(), object, print, Mute(), lambda *a: a]
        )
    several = [random_value(chance, depth + 1) for _ in range(chance.randrange(5))]
    if kind < 9:
        return several
    if kind == 9:
        return tuple(several)
    if kind == 10:
        return {str(place): one for place, one in enumerate(several)}
    try:
        return np.array(several, dtype=chance.choice([None, object, float]))
    except Exception:
        return several


@pytest.mark.parametrize("seed", range(10))
def test_random_nonsense(seed: int) -> None:
    chance = random.Random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(60):
            value = random_value(chance)
            for exercise in EXERCISES:
                fine(judge(exercise, value))
            fine(judge(ADD, lambda x, b, value=value: value))


def raiser(error: BaseException) -> Callable:
    def add(x: list, b: float) -> None:
        raise error

    return add


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), Mute(), Fatal(), Fatal("x"), SystemExit(3), GeneratorExit(), StopIteration(), RecursionError(), MemoryError(), ExceptionGroup("several", [ValueError(1)]), AssertionError(), asyncio.CancelledError(), UnicodeDecodeError("utf-8", b"x", 0, 1, "why"), KeyError(Contrary()), ValueError("x" * 10**6), ValueError("{got}"), ValueError("`<b>`\n\n")],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_whatever_a_function_raises_is_its_own_error(error: BaseException) -> None:
    result = judge(ADD, raiser(error))
    fine(result)
    assert result.outcome is Outcome.RAISED
    assert "raise error" in result.message
    assert "x = [1], b = 2" in result.message


def test_an_interrupt_by_the_learner_stops_the_check_only() -> None:
    result = judge(ADD, raiser(KeyboardInterrupt()))
    assert result.outcome is Outcome.TOO_LONG
    assert "stopped" in result.message


def sneaky_exit(x: list, b: float) -> None:
    sys.exit("bye")


def recursion(x: list, b: float) -> list:
    return recursion(x, b)


async def promise(x: list, b: float) -> list:
    return [value + b for value in x]


def gives_promise(x: list, b: float) -> Any:
    return promise(x, b)


def generates(x: list, b: float) -> Iterator[float]:
    for value in x:
        yield value + b


def chatty(x: list, b: float) -> list:
    while True:
        print("x" * 1000)


@pytest.mark.parametrize(
    ("function", "code"),
    [
        (sneaky_exit, "raised"),
        (recursion, "raised"),
        (promise, "not_a_function"),
        (gives_promise, "wrong_type"),
        (generates, "wrong_type"),
        (chatty, "too_long"),
        (lambda x, b: ..., "not_attempted"),
        (lambda x, b: float("nan"), "wrong_shape"),
        (lambda x, b: [float("nan")] * len(x), "not_a_number"),
        (lambda x, b: [float("inf")] * len(x), "wrong_value"),
        (lambda x, b: [1j] * len(x), "wrong_type"),
        (lambda x, b: [str(value + b) for value in x], "wrong_type"),
        (lambda x, b: [value - b for value in x], "minus"),
        (lambda x: x, "wrong_arguments"),
        (lambda: 0, "wrong_arguments"),
        (lambda x, b, c: 0, "wrong_arguments"),
        (int, "not_a_function"),
        (len, "wrong_arguments"),
    ],
)
def test_odd_functions_get_their_code(function: Callable, code: str, capsys: pytest.CaptureFixture) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a promise nobody waited for would warn
        result = judge(quick(ADD), function)
    fine(result)
    assert result.code == code
    assert capsys.readouterr() == ("", "")


class Adder:
    """An object that can be called."""

    def __call__(self, x: list, b: float) -> list:
        return [value + b for value in x]

    def add(self, x: list, b: float) -> list:
        return self(x, b)

    @staticmethod
    def static(x: list, b: float) -> list:
        return Adder()(x, b)


def decorated(function: Callable) -> Callable:
    @functools.wraps(function)
    def inner(*arguments: Any, **named: Any) -> Any:
        return function(*arguments, **named)

    return inner


def add(x: list, b: float) -> list:
    return [value + b for value in x]


def accumulate(x: list, b: float, collected: list = []) -> list:  # noqa: B006 - a beginner's classic
    collected.clear()
    collected.extend(value + b for value in x)
    return collected


def in_place(x: list, b: float) -> list:
    for place in range(len(x)):
        x[place] += b
    return x


@pytest.mark.parametrize(
    "function",
    [
        add,
        Adder(),
        Adder().add,
        Adder.static,
        decorated(add),
        decorated(decorated(add)),
        functools.partial(lambda c, x, b: add(x, b), None),
        lambda x, b, c=0: add(x, b),
        lambda *arguments: add(*arguments),
        lambda *, x, b: add(x, b),
        lambda x, /, b, **more: add(x, b),
        lambda x, b: np.array(x) + b,
        lambda x, b: pd.Series(x) + b,
        lambda x, b: tuple(add(x, b)),
        lambda x, b: np.array(add(x, b), dtype=object),
        lambda x, b: [np.float32(value) for value in add(x, b)],
        accumulate,
    ],
)
def test_right_functions_of_every_make_are_correct(function: Callable) -> None:
    assert judge(ADD, function).outcome is Outcome.CORRECT, judge(ADD, function)


def test_a_function_that_changes_its_arguments_is_right_and_told_so() -> None:
    result = judge(ADD, in_place)
    assert result.correct
    assert "`x`" in result.message


def test_a_function_can_not_exchange_the_world() -> None:
    def vandal(x: list, b: float) -> list:
        sys.setrecursionlimit(60)
        sys.stdout = None
        np.seterr(all="raise")
        np.random.seed(1)  # noqa: NPY002
        random.seed(1)
        warnings.simplefilter("error")
        globals().pop("vandal", None)
        del builtins.zip
        builtins.sum = None
        builtins.len = builtins.isinstance = builtins.print = lambda *a: 1 / 0
        return [value + b for value in x]

    before = (
        generators(),
        sys.getrecursionlimit(),
        sys.stdout,
        np.geterr(),
        list(warnings.filters),
        vars(builtins).copy(),
    )
    assert judge(ADD, vandal).correct
    after = (
        generators(),
        sys.getrecursionlimit(),
        sys.stdout,
        np.geterr(),
        list(warnings.filters),
        vars(builtins).copy(),
    )
    assert before == after


def test_a_check_on_another_thread_ends_too() -> None:
    def endless(x: list, b: float) -> None:
        while True:
            pass

    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(judge(quick(ADD), endless)), daemon=True)
    thread.start()
    thread.join(10)
    assert [result.outcome for result in results] == [Outcome.TOO_LONG]


def test_a_learner_who_asked_numpy_to_raise_is_no_trouble() -> None:
    with np.errstate(all="raise"):
        result = judge(ADD, lambda x, b: np.array(x) + b + np.exp(-1e9))
    assert result.correct


def test_the_answer_is_as_it_was() -> None:
    answers: list[Any] = [
        [3.0, 2.0],
        np.array([3.0, 1.0]),
        {"a": [1]},
        pd.DataFrame({"a": [1.0]}),
        accumulate,
    ]
    for answer in answers:
        before = snapshot(answer)
        for exercise in EXERCISES:
            judge(exercise, answer)
        assert snapshot(answer) == before


def test_a_check_can_not_write_into_an_array() -> None:
    def careless(answer: np.ndarray) -> Any:
        answer[0] = 9.0

    array = np.zeros(3)
    assert judge(made(careless), array).outcome is not Outcome.CORRECT
    assert array[0] == 0.0
    assert array.flags.writeable


def faulty(source: str) -> Callable:
    """A check with a fault of its own: its code stands in the package, not in the learner's cell."""
    return eval(compile(source, exercise_module.__file__, "eval"))


@pytest.mark.parametrize(
    "source",
    ["lambda answer: 1 / 0", "lambda answer: None", "lambda answer: exit()", "lambda answer: [][answer]"],
)
def test_an_error_of_ours_is_said_to_be_ours_and_keeps_the_answer(source: str) -> None:
    answer = {"weights": np.array([1.0, 2.0]), "steps": [1, 2]}
    before = snapshot(answer)
    result = judge(made(faulty(source)), answer)
    assert result.outcome is Outcome.CHECK_FAILED
    assert "not yours" in result.message
    assert "kept" in result.message
    assert snapshot(answer) == before
    assert result.details


def test_an_error_of_ours_is_no_try(monkeypatch: pytest.MonkeyPatch) -> None:
    import dlcourse.checking.learner as learner
    from dlcourse.checking import record

    monkeypatch.setattr(learner, "find", lambda _: made(faulty("lambda answer: 1 / 0")))
    assert check("99.1", 5).outcome is Outcome.CHECK_FAILED
    assert record.tries("99.1") == 0


IDS = [
    None, 5, 2.1, -1, "", "nonsense", "2.1.1", "99.9", "2.", ".1", "²", "x" * 10**6, 10**5000, float("nan"), True,
    [], {}, Contrary(), NoLook(), BadClass(), object, print, np.ones(3), "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("place", range(len(IDS)))
def test_any_id_gets_a_proper_result(place: int) -> None:
    from dlcourse.checking import hint, predict, solution

    one = IDS[place]
    fine(check(one, 5))
    fine(check(one))
    guess = predict(one, "?", ["x", "y"], guess="a")
    for note in (hint(one), solution(one), solution(one, sure=True), guess, predict(one, happened="b")):
        assert note._repr_html_()


def test_number_and_answer_exchanged() -> None:
    from dlcourse.checking import all_exercises

    first = next(iter(all_exercises()))
    assert f'check("{first.id}"' in check(print, first.id).message


@pytest.mark.parametrize("name", VALUES)
def test_any_value_may_be_a_guess(name: str) -> None:
    from dlcourse.checking import predict

    assert predict("99.a", "?", ["x", "y"], guess=VALUES[name])._repr_html_()
    assert predict("99.b", "?", guess=VALUES[name])._repr_html_()
    assert predict("99.b", happened=VALUES[name])._repr_html_()
