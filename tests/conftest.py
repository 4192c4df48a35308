"""Fixtures that several tests share. What holds for notebooks, too, stands in the conftest.py one folder up."""

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
