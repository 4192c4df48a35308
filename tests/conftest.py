"""Fixtures that several tests share, and the gate's figures at the end. What holds for notebooks, too, stands in the conftest.py one folder up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest


class Ended(NamedTuple):
    """How a command ended and what the person at the terminal saw."""

    code: int
    out: str
    err: str


@pytest.fixture
def dlcourse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run the `dlcourse` command in this process, as its script does."""
    from dlcourse import cli

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["dlcourse", *arguments])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        return Ended(code, *capfd.readouterr())

    return run


_mutants: list[dict[str, int]] = []  # what each exercise's mutants came to, from whichever process tried them


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect the figures of the exercises that have been through the gate."""
    if report.when == "call":
        _mutants.extend(value for name, value in report.user_properties if name == "mutants")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print exercises, right forms, wrong answers and mutants, lesson by lesson and in all."""
    if not _mutants:
        return
    from dlcourse.checking.gate_figures import table

    terminalreporter.section("the gate: exercises and their mutants")
    for line in table(_mutants):
        terminalreporter.line(line)
