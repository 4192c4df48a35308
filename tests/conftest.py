"""What the tests of the package share: the gate's figures, printed when all exercises have been through it."""

from __future__ import annotations

import pytest

_figures: list[dict[str, int]] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what each exercise's mutants came to, from whichever process tried them."""
    if report.when == "call":
        _figures.extend(value for name, value in report.user_properties if name == "mutants")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print exercises, right forms, wrong answers and mutants, lesson by lesson and in all."""
    if not _figures:
        return
    from dlcourse.checking.gate_figures import table

    terminalreporter.section("the gate: exercises and their mutants")
    for line in table(_figures):
        terminalreporter.line(line)
