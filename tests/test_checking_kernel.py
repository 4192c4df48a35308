"""The engine in a real kernel: line numbers of cells, endless loops, interrupts, displays, `exit()`."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client import BlockingKernelClient, KernelManager

SETUP = """
    from IPython.display import display, HTML
    import dlcourse.checking.learner as learner
    from dlcourse.checking import Exercise, check, claim, function_check, hint

    TOY = Exercise(
        id="99.1", title="x", kind="function", starter="def add(x, b):\\n    ...", right=[], wrong={},
        hints=("a nudge", "where", "def add(x, b):\\n    return ___"), seconds=0.5,
        check=function_check(
            lambda x, b: [v + b for v in x], arguments=("x", "b"), success="Well added.",
            cases=[([1.0], 2.0), ([1.0, 2.0], 0.5), ([3.0], 1.0)],
        ),
    )
    learner.find = lambda exercise_id: TOY
"""


class Kernel:
    """One kernel; `run` gives the outputs of a cell."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager = manager
        self.client = client

    def run(self, code: str, interrupt_after: float = 0.0) -> list[dict[str, Any]]:
        wanted = self.client.execute(textwrap.dedent(code).strip())
        if interrupt_after:
            time.sleep(interrupt_after)
            self.manager.interrupt_kernel()
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != wanted:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return outputs
            if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                outputs.append({"type": message["msg_type"], **message["content"]})

    def said(self, code: str, **options: float) -> str:
        """The one message a cell shows, as plain text."""
        outputs = self.run(code, **options)
        assert [output["type"] for output in outputs] == ["execute_result"], outputs
        assert outputs[0]["data"]["text/html"].startswith("<div")
        return outputs[0]["data"]["text/plain"]


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    import os

    manager = KernelManager(kernel_name="python3")
    environment = {**os.environ, "DLCOURSE_HOME": str(tmp_path_factory.mktemp("record"))}
    manager.start_kernel(env=environment)
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    one = Kernel(manager, client)
    assert one.run(SETUP) == []
    yield one
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_the_line_of_the_cell_is_shown(kernel: Kernel) -> None:
    said = kernel.said("""
        # a comment first

        def add(x, b):
            total = x[0]
            return total / 0

        check("99.1", add)
    """)
    assert "In line 5, `return total / 0`: it divides by zero." in said
    assert "x = [1], b = 2" in said
    assert "Traceback" not in said
    assert "/" not in said.replace("total / 0", "")


def test_the_innermost_own_line_is_shown_across_cells(kernel: Kernel) -> None:
    assert (
        kernel.run("""
        def helper(value):
            # the fault is here
            return [value][3]
    """)
        == []
    )
    said = kernel.said("""
        def add(x, b):
            return [helper(v) for v in x]

        check("99.1", add)
    """)
    assert "In line 3, `return [value][3]`" in said


def test_an_error_inside_a_library_shows_the_line_that_called_it(kernel: Kernel) -> None:
    said = kernel.said("""
        import numpy as np
        def add(x, b):
            return np.concatenate(x, b)
        check("99.1", add)
    """)
    assert "In line 3, `return np.concatenate(x, b)`" in said


def test_a_right_answer(kernel: Kernel) -> None:
    said = kernel.said("""
        def add(x, b):
            return [v + b for v in x]
        check("99.1", add)
    """)
    assert said == "✓ 99.1 Correct. Well added."


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "time.sleep(100)",
        "while True: print('x' * 100)",
        "while True:\n        try:\n            time.sleep(1)\n        except:\n            pass",
    ],
)
def test_an_endless_loop_is_stopped_and_the_notebook_lives_on(kernel: Kernel, body: str) -> None:
    begun = time.perf_counter()
    said = kernel.said(f'import time\ndef add(x, b):\n    {body}\ncheck("99.1", add)')
    assert time.perf_counter() - begun < 10
    assert "Took too long" in said
    assert "line " in said
    assert kernel.run("1 + 1")[0]["data"]["text/plain"] == "2"


def test_pressing_stop_ends_the_check_only(kernel: Kernel) -> None:
    kernel.run("import dataclasses; learner.find = lambda _: dataclasses.replace(TOY, seconds=60)")
    said = kernel.said('def add(x, b):\n    while True: pass\ncheck("99.1", add)', interrupt_after=1.0)
    assert "You stopped the check" in said
    kernel.run("learner.find = lambda _: TOY")


def test_what_a_function_shows_and_prints_is_not_shown_at_every_call(kernel: Kernel) -> None:
    said = kernel.said("""
        def add(x, b):
            display(HTML("<b>here</b>"))
            display(x)
            print("here")
            return [v + b for v in x]
        check("99.1", add)
    """)
    assert "Correct" in said
    assert kernel.run("display(3)")[0]["type"] == "display_data"


def test_a_function_that_deletes_itself(kernel: Kernel) -> None:
    assert "Correct" in kernel.said("""
        def add(x, b):
            globals().pop("add", None)
            return [v + b for v in x]
        check("99.1", add)
    """)


def test_exit_does_not_end_the_notebook(kernel: Kernel) -> None:
    said = kernel.said('def add(x, b):\n    exit()\ncheck("99.1", add)')
    assert "exit" in said
    time.sleep(0.5)
    assert kernel.manager.is_alive()
    assert kernel.run("1 + 1")[0]["data"]["text/plain"] == "2"


def test_an_async_function(kernel: Kernel) -> None:
    said = kernel.said('async def add(x, b):\n    return x\ncheck("99.1", add)')
    assert "async" in said
    assert kernel.run("import asyncio\nawait asyncio.sleep(0, 5)")[0]["data"]["text/plain"] == "5"


def test_a_hint_and_a_claim(kernel: Kernel) -> None:
    assert "a nudge" in kernel.said('hint("99.1")')
    shown = kernel.run('claim("two is more than one", 2 > 1, "2 against 1")')
    assert shown[0]["data"]["text/plain"] == "✓ two is more than one\n  measured: 2 against 1"
    failed = kernel.run('claim("one is more than two", 1 > 2, "1 against 2")')
    assert failed[0]["type"] == "error"
    assert len(failed[0]["traceback"]) == 1
