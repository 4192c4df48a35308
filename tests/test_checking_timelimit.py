"""The time limit: ends what runs too long, in any thread, nested or swallowed, and never rings afterwards."""

from __future__ import annotations

import contextlib
import importlib
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dlcourse.checking import timelimit
from dlcourse.checking.timelimit import TimeLimit, TookTooLong

SHORT = 0.05


def spin(seconds: float = 60.0) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def swallow_with_a_call() -> None:
    while True:
        try:
            spin(0.01)
        except:  # noqa: E722 - what a beginner writes
            continue


def swallow_asleep() -> None:
    while True:
        try:
            time.sleep(1)
        except BaseException:
            continue


def swallow_at_once() -> None:
    number = 0
    while True:
        try:
            number += 1
        except:  # noqa: E722
            continue


def swallow_and_print() -> None:
    while True:
        try:
            sum(range(1000))
        except BaseException as error:
            str(error)
            repr(error)


def in_thread(work: Callable[[], None]) -> list[BaseException]:
    caught: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            caught.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()
    return caught


def limited(work: Callable[[], None], seconds: float = SHORT) -> None:
    limit = TimeLimit(seconds)
    try:
        with limit:
            work()
    finally:
        limit.stop()


@pytest.mark.parametrize(
    "work",
    [spin, lambda: time.sleep(60), swallow_with_a_call, swallow_asleep, swallow_at_once, swallow_and_print],
)
def test_it_ends_whatever_runs_on_the_main_thread(work: Callable) -> None:
    begun = time.perf_counter()
    with pytest.raises(TookTooLong):
        limited(work)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("work", [spin, swallow_at_once])
def test_it_ends_what_computes_on_another_thread(work: Callable) -> None:
    assert [type(error) for error in in_thread(lambda: limited(work))] == [TookTooLong]


def test_what_is_in_time_is_left_alone() -> None:
    limited(lambda: None, 5.0)
    assert in_thread(lambda: limited(lambda: None, 5.0)) == []


def test_the_shorter_of_two_nested_limits_rings_inside() -> None:
    with TimeLimit(5.0):
        with pytest.raises(TookTooLong):
            limited(spin)
        spin(3 * SHORT)


def test_the_outer_limit_still_rings_after_an_inner_one_ended() -> None:
    begun = time.perf_counter()

    def inner_then_endless() -> None:
        limited(lambda: spin(0.01), 5.0)
        spin()

    with pytest.raises(TookTooLong):
        limited(inner_then_endless, 4 * SHORT)
    assert time.perf_counter() - begun < 5


def test_the_outer_limit_rings_inside_a_longer_inner_one() -> None:
    begun = time.perf_counter()
    with pytest.raises(TookTooLong):
        limited(lambda: limited(spin, 60.0))
    assert time.perf_counter() - begun < 5


def test_handlers_and_tracing_are_as_before() -> None:
    before = signal.getsignal(signal.SIGALRM), sys.gettrace()
    with contextlib.suppress(TookTooLong):
        limited(swallow_asleep)
    assert (signal.getsignal(signal.SIGALRM), sys.gettrace()) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_of_somebody_else_still_comes() -> None:
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 2 * SHORT)
        limited(lambda: None, 5.0)
        spin(6 * SHORT)
        assert rung == [1]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)


def many_close_calls(times: int, seconds: float) -> None:
    """Work that ends about when the limit rings, again and again; nothing may ring outside."""
    chance = random.Random(1)
    rung = 0
    for _ in range(times):
        with contextlib.suppress(TookTooLong):
            limited(lambda: spin(chance.uniform(0.5, 1.5) * seconds), seconds)
            rung -= 1
        rung += 1
        spin(0.0003)  # outside: a late ring would be raised here and fail the test
    assert 0 < rung < times
    spin(3 * TimeLimit.repeat)


def test_nothing_rings_later() -> None:
    many_close_calls(400, 0.004)


def test_nothing_rings_later_on_another_thread() -> None:
    # 20 ms: another thread gets its turn only every 5 ms, so that a shorter limit would never ring in time
    assert in_thread(lambda: many_close_calls(100, 0.02)) == []


def test_ringing_while_it_is_switched_off_locks_nothing() -> None:
    # threads that change often, so that the exception lands in every line of `stop`
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        assert in_thread(lambda: many_close_calls(600, 0.003)) == []
    finally:
        sys.setswitchinterval(usual)


def test_several_threads_do_not_disturb_each_other() -> None:
    caught: list[BaseException] = []

    def one() -> None:
        try:
            many_close_calls(40, 0.02)
        except BaseException as error:
            caught.append(error)

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert caught == []


@pytest.mark.parametrize("where", ["main", "another"])
def test_an_import_is_let_finish(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"slow_to_import_{where}"
    (tmp_path / f"{name}.py").write_text("import time\ntime.sleep(0.5)\ndone = True\n")
    monkeypatch.syspath_prepend(tmp_path)

    def import_then_spin() -> None:
        importlib.import_module(name)
        spin()

    if where == "main":
        with pytest.raises(TookTooLong):
            limited(import_then_spin)
    else:
        assert [type(error) for error in in_thread(lambda: limited(import_then_spin))] == [TookTooLong]
    assert sys.modules[name].done


@pytest.mark.parametrize("where", ["main", "another"])
def test_an_import_that_never_ends_is_ended(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"never_imported_{where}"
    (tmp_path / f"{name}.py").write_text("while True:\n    pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(timelimit, "LONGEST_IMPORT", 0.3)
    if where == "main":
        with pytest.raises(TookTooLong):
            limited(lambda: importlib.import_module(name))
    else:
        caught = in_thread(lambda: limited(lambda: importlib.import_module(name)))
        assert [type(error) for error in caught] == [TookTooLong]
    assert name not in sys.modules
