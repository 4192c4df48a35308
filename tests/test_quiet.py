"""TensorFlow's log lines never reach the learner; everything else on file descriptor 2 does, at once and in order."""

from __future__ import annotations

import os
import subprocess
import sys

import nbformat
import pytest

from dlcourse import quiet
from dlcourse.commands import running

NOISE = [
    "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR",
    "I0000 00:00:1763798400.582242   12944 port.cc:153] oneDNN custom operations are on. You may see slightly",
    "I0000 00:00:1763798400.583369   12944 cudart_stub.cc:31] Could not find cuda drivers on your machine",
    "2026-01-01 10:00:00.123456: I tensorflow/core/platform/cpu_feature_guard.cc:210] This TensorFlow binary is",
    "To enable the following instructions: AVX2 FMA, in other operations, rebuild TensorFlow with the appropriate"
    " compiler flags.",
    "E0000 00:00:1763798400.370630   12944 cuda_platform.cc:52] failed call to cuInit: INTERNAL: CUDA error: 303",
    "E0000 00:00:1763798400.370630   12944 cuda_dnn.cc:8310] Unable to register cuDNN factory: Attempting to",
    "W0000 00:00:1763798400.370630   12944 computation_placer.cc:177] computation placer already registered.",
    "\t [[{{node IteratorGetNext}}]]",
]
SIGNAL = [
    "",
    "hello",
    "I am a sentence that begins like a log line",
    "E0000 00:00:1763798400.370630   12944 executor.cc:52] Out of memory",
    "W0000 00:00:1763798400.370630   12944 cpu_allocator_impl.cc:83] Allocation exceeds 10% of free system memory.",
    "F0000 00:00:1763798400.370630   12944 tensor.cc:52] Check failed: dtype() == expected_dtype",
    "WARNING: something else",
    "To enable the following instructions: read them",
    "Fatal Python error: Segmentation fault",
]


@pytest.mark.parametrize("line", NOISE)
def test_a_log_line_is_dropped(line: str) -> None:
    assert quiet.sift(line.encode() + b"\n") == (b"", b"")


@pytest.mark.parametrize("line", SIGNAL)
def test_every_other_line_passes(line: str) -> None:
    assert quiet.sift(line.encode() + b"\n") == (line.encode() + b"\n", b"")


def test_lines_keep_their_order_and_noise_between_them_goes() -> None:
    text = "\n".join(line for pair in zip(SIGNAL, NOISE, strict=True) for line in pair) + "\n"
    assert quiet.sift(text.encode())[0].decode().splitlines() == SIGNAL


def test_an_unfinished_line_waits_only_if_it_may_become_noise() -> None:
    assert quiet.sift(b"downloading 40 %") == (b"downloading 40 %", b"")
    assert quiet.sift(b"one\nI00") == (b"one\n", b"I00")
    assert quiet.sift(b"I00", waited=True) == (b"I00", b"")
    assert quiet.sift(NOISE[1].encode(), waited=True) == (b"", b"")


PROCESS = """
import os, sys, time
from dlcourse import quiet
before = os.fstat(2)
noise_filter = quiet.start()
os.write(2, b"first\\n"); os.write(2, {noise!r}); os.write(2, b"second\\n")
os.write(2, {noise!r}[:9]); time.sleep(0.01); os.write(2, {noise!r}[9:])
print("third", file=sys.stderr, flush=True)
os.write(2, b"W unfinished")
noise_filter.drain()
sys.stdin.readline()
os.system("echo from a child >&2")
{end}
os.write(2, b"last\\n")
"""


def run_process(end: str) -> str:
    """Run the script above, which goes on only when its first part has arrived; return all of its stderr."""
    code = PROCESS.format(noise=NOISE[1].encode() + b"\n", end=end)
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = b""
    while not seen.endswith(b"W unfinished"):
        seen += os.read(process.stderr.fileno(), 1000)
    return (seen + process.communicate(b"\n", timeout=60)[1]).decode()


def test_a_process_keeps_everything_else_in_order_up_to_its_end() -> None:
    seen = run_process("")
    assert seen == "first\nsecond\nthird\nW unfinishedfrom a child\nlast\n"


def test_stopping_gives_the_descriptor_back() -> None:
    seen = run_process("noise_filter.stop(); assert os.path.samestat(before, os.fstat(2))")
    assert seen == "first\nsecond\nthird\nW unfinishedfrom a child\nlast\n"


CELLS = {
    "imports": "import dlcourse\nimport keras\nimport numpy as np",
    "fit": (
        "model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\n"
        "history = model.fit(np.zeros((4, 3)), np.zeros(4), verbose=0)"
    ),
    "descriptor": "import os\nn = os.write(2, b'hello\\n')\nn = os.write(2, b'I am whole')",
    "after": "",
    "warning": "import warnings\nwarnings.warn('mine')",
    "print": "import sys\nprint('oh', file=sys.stderr)",
    "child": "done = os.system('echo child >&2')",
    "last": "1",
}


@pytest.fixture(scope="module")
def stderr() -> dict[str, str]:
    """What each of those cells leaves on stderr, in a real kernel."""
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    notebook = running.run(nbformat.v4.new_notebook(cells=cells), "noise")
    texts = ["".join(o.text for o in c.outputs if o.get("name") == "stderr") for c in notebook.cells]
    return dict(zip(CELLS, texts, strict=True))


def test_a_notebook_that_trains_shows_no_log_line(stderr: dict[str, str]) -> None:
    assert (stderr["imports"], stderr["fit"]) == ("", "")


def test_a_notebook_shows_everything_else(stderr: dict[str, str]) -> None:
    assert stderr["descriptor"] + stderr["after"] == "hello\nI am whole"
    assert "UserWarning: mine" in stderr["warning"]
    assert stderr["print"] == "oh\n"
    assert "child\n" in stderr["child"] + stderr["last"]


def test_without_the_course_tensorflow_does_write_log_lines() -> None:
    """If TensorFlow falls silent one day, this module can go."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELLS["imports"].split("\n", 1)[1])])
    outputs = running.run(notebook, "loud").cells[0].outputs
    text = "".join(o.text for o in outputs)
    assert text
    assert quiet.sift(text.encode()) == (b"", b"")
