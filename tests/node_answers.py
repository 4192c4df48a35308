"""Lets node answer questions about the explorers' arithmetic, for tests that hold it against NumPy and dlcourse.scratch."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

JS = Path(__file__).parent / "js"
NODE = shutil.which("node")

needs_node = pytest.mark.skipif(
    NODE is None and os.environ.get("DLCOURSE_REQUIRE_BROWSER") != "1",
    reason="node is not installed: the explorers' JavaScript is not tested",
)


def ask(modules: list[str], questions: list[tuple[str, list[Any]]]) -> list[Any]:
    """Let node answer: each question is a function of one of the modules ("hinges.js") and its arguments."""
    text = json.dumps({"modules": modules, "questions": questions})
    done = subprocess.run(
        [NODE, JS / "answer_any.mjs"], input=text, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)
