"""What holds for every test: a learner's record of its own, and the time of each lesson reported at the end.

It lies beside tests/ and notebooks/ because both are tests. Other fixtures live in tests/conftest.py.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from collections import defaultdict
from pathlib import Path

import pytest

BUDGET_SECONDS = 60
_spent: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))


def pytest_configure(config: pytest.Config) -> None:
    """Give this process a folder for learners' records, so that no test touches the developer's own."""
    config.dlcourse_homes = Path(tempfile.mkdtemp(prefix="dlcourse-tests-"))
    os.environ["DLCOURSE_HOME"] = str(config.dlcourse_homes / "shared")
    if config.option.nbval_sanitize_with:  # so that pytest may be started in any folder
        config.option.nbval_sanitize_with = str(config.rootpath / config.option.nbval_sanitize_with)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder again."""
    shutil.rmtree(config.dlcourse_homes, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Start every notebook and every test with an empty record; a notebook's kernel inherits it from here."""
    in_notebook = item.path.suffix == ".ipynb"
    name = item.path.stem if in_notebook else f"{item.path.stem}-{zlib.crc32(item.nodeid.encode())}"
    os.environ["DLCOURSE_HOME"] = str(item.config.dlcourse_homes / name)
    if in_notebook:
        os.environ.pop("PYTEST_CURRENT_TEST", None)  # with it a kernel would not watch its file descriptors
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline" if in_notebook else "Agg"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what each lesson costs, as shipped and with its exercises solved."""
    file, _, test = report.nodeid.partition("::")
    if file.endswith(".ipynb"):
        _spent[Path(file).stem]["shipped"] += report.duration
    elif "test_notebooks_solved" in file and "[" in test:
        _spent[test.split("[")[1].rstrip("]")]["solved"] += report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report each lesson's time against its budget; a slow machine fails nothing."""
    if not _spent:
        return
    terminalreporter.section(f"seconds a lesson, kernel start included (budget {BUDGET_SECONDS})")
    for lesson, seconds in sorted(_spent.items()):
        over = "   over budget" if max(seconds.values()) > BUDGET_SECONDS else ""
        figures = "   ".join(f"{kind} {spent:5.1f}" for kind, spent in sorted(seconds.items()))
        terminalreporter.line(f"{lesson:32} {figures}{over}")
