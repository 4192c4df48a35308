"""Keeps TensorFlow's log lines, and only them, off the learner's screen.

TensorFlow writes a few lines of information to file descriptor 2 when it is imported and again at its first
operations, whatever TF_CPP_MIN_LOG_LEVEL says; a notebook shows them as a red block that looks like an error.
In a notebook's kernel we put a pipe in front of the descriptor just before TensorFlow is imported and pass
on every line that is not one of those. A lesson that never loads TensorFlow is left alone, and so is every
program that is not a notebook's kernel.
"""

from __future__ import annotations

import array
import atexit
import contextlib
import importlib.abc
import os
import re
import selectors
import sys
import threading
import time
from typing import Any

from dlcourse.supported import require_keras

if os.name != "nt":  # nothing here runs on Windows, but the module can be imported
    import fcntl
    import termios

PATIENCE_SECONDS = 0.05  # how long an unfinished line that may become a log line is held back

_SOURCE = rb"[\w./+-]+:\d+\] "


def _logged(severity: bytes, text: bytes = b"") -> bytes:
    """Return a pattern for a line of TensorFlow's logger (new form or old) with that severity and text."""
    new = severity + rb"\d{4} \d\d:\d\d:\d+\.\d+ +\d+ "
    old = rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: " + severity + b" "
    return rb"(?:" + new + rb"|" + old + rb")" + _SOURCE + text


_NOISE = re.compile(
    b"|".join(
        [
            rb"WARNING: All log messages before absl::InitializeLog\(\) is called are written to STDERR",
            _logged(b"I"),  # information: which processor, which devices, what was compiled
            rb"To enable the following instructions: .*rebuild TensorFlow with the appropriate compiler flags",
            rb"\t \[\[\{\{node \w+\}\}\]\]",  # second line of "end of sequence", logged after a training
            # Called errors and warnings, and none: a machine without a graphics card, libraries met twice.
            _logged(b"E", rb"failed call to cuInit"),
            _logged(b"[EW]", rb"Unable to register \w+ factory"),
            _logged(b"W", rb"computation placer already registered"),
            _logged(b"W", rb"TF-TRT Warning"),
        ]
    )
)
_MAY_BECOME_NOISE = b"WIE2T\t"


def sift(text: bytes, *, waited: bool = False) -> tuple[bytes, bytes]:
    """Return (what the learner sees of `text`, what to hold until more comes).

    Only an unfinished last line is ever held, and only if it may become a log line and we have not `waited`
    for the rest of it yet.
    """
    *lines, rest = text.split(b"\n")
    shown = b"".join(line + b"\n" for line in lines if not _NOISE.match(line))
    if not waited and rest[:1] in _MAY_BECOME_NOISE:
        return shown, rest
    return shown if _NOISE.match(rest) else shown + rest, b""


def _unread(descriptor: int) -> bool:
    """Whether bytes wait in the pipe that `descriptor` is an end of; False for what is no pipe."""
    waiting = array.array("i", [0])
    with contextlib.suppress(OSError):
        fcntl.ioctl(descriptor, termios.FIONREAD, waiting)
    return waiting[0] > 0


class Filter:
    """A pipe in front of file descriptor 2, and the thread that carries its lines to where they went before."""

    def __init__(self) -> None:
        self._screen = os.dup(2)
        self._source, sink = os.pipe()
        os.dup2(sink, 2)
        os.close(sink)
        self._place = os.fstat(2)
        self._idle = threading.Event()
        self._idle.set()
        self._passed = threading.Event()  # something was passed on since the last drain
        self._thread = threading.Thread(target=self._carry, name="dlcourse-quiet", daemon=True)
        self._thread.start()
        atexit.register(self.stop)

    def _carry(self) -> None:
        held = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self._source, selectors.EVENT_READ)
            while True:
                came = selector.select(PATIENCE_SECONDS if held else None)
                self._idle.clear()
                text = os.read(self._source, 65536) if came else b""
                shown, held = sift(held + text, waited=not text)
                if shown:
                    self._passed.set()
                while shown:
                    shown = shown[os.write(self._screen, shown) :]
                if came and not text:  # every writer is gone
                    return
                if not held:
                    self._idle.set()

    def drain(self, *_: Any) -> None:
        """Wait, a fifth of a second at most, until all that was written has arrived where it goes.

        A notebook calls it at the end of a cell, so that a cell's last words stand under that cell. There the
        next reader is a thread of the kernel, behind a pipe of its own.
        """
        if not self._passed.is_set() and self._idle.is_set() and not _unread(self._source):
            return
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            if not _unread(self._source) and self._idle.is_set() and not _unread(self._screen):
                break
            time.sleep(0.002)
        time.sleep(0.005)  # the kernel's thread has taken the text and is about to show it
        self._passed.clear()

    def stop(self) -> None:
        """Give the descriptor back, unless somebody has taken it over since, and pass on the last lines."""
        atexit.unregister(self.stop)
        if os.path.samestat(self._place, os.fstat(2)):
            os.dup2(self._screen, 2)
        self._thread.join(timeout=0.5)


class _Doorkeeper(importlib.abc.MetaPathFinder):
    """Stands at the door when a module is imported for the first time; finds nothing itself."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        if fullname in ("keras", "tensorflow"):
            require_keras()
        if fullname == "tensorflow":
            sys.meta_path.remove(self)
            start()


def start() -> Filter:
    """Put the filter in front of file descriptor 2 of this process; a notebook drains it after each cell."""
    noise_filter = Filter()
    shell = _kernel_shell()
    if shell is not None:
        shell.events.register("post_run_cell", noise_filter.drain)
    return noise_filter


def when_tensorflow_comes() -> None:
    """In a notebook's kernel, start the filter just before TensorFlow is imported. Elsewhere do nothing."""
    if _kernel_shell() is None or os.name == "nt":  # on Windows kernels leave the descriptor to the terminal
        return
    if "tensorflow" in sys.modules:
        start()
    elif not any(isinstance(finder, _Doorkeeper) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Doorkeeper())


def _kernel_shell() -> Any:
    """Return the shell of the notebook kernel that we run in, or None."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell if hasattr(shell, "kernel") else None
