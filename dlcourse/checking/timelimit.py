"""Ends code that runs too long, inside the same process, so that the notebook lives on.

Where the system has an alarm clock (Linux, macOS) and we are on the main thread, a signal interrupts even a
sleeping learner; elsewhere a second thread plants an exception. Neither can stop one endless call into
compiled code; only a restart of the kernel can, as lesson 0 explains.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from types import FrameType, TracebackType
from typing import Any

_HERE = os.path.dirname(__file__) + os.sep


class TookTooLong(BaseException):
    """Raised inside the learner's code when its time is up. No `except Exception` of theirs can swallow it."""

    inputs = ""  # what the learner's function was called with, as text


class TimeLimit:
    """`with TimeLimit(3.0): ...` raises TookTooLong inside the block after 3 seconds, and again if it is swallowed.

    Limits may be nested; the one that ends first rings. Call `stop()` after the block wherever the block may
    run outside the main thread: there it can ring once more while it is being left.
    """

    repeat = 0.1  # seconds between two attempts, for code that swallows everything with a bare `except:`

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._armed = False
        self._rings = 0

    def __enter__(self) -> TimeLimit:
        self._armed = True
        self._by_signal = (
            hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        )
        if self._by_signal:
            self._trace = sys.gettrace()
            self._begun = time.monotonic()
            self._handler = signal.signal(signal.SIGALRM, self._ring)
            self._outer = signal.setitimer(signal.ITIMER_REAL, 0.0)
            seconds = min(self.seconds, self._outer[0]) if self._outer[0] else self.seconds
            signal.setitimer(signal.ITIMER_REAL, seconds, self.repeat)
        else:
            self._thread = threading.get_ident()
            self._over = threading.Event()
            self._clock = threading.Thread(target=self._watch, daemon=True)
            self._clock.start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.stop()
        except TookTooLong:  # planted while it was being switched off; the next would come a while later
            self.stop()

    def stop(self) -> None:
        """Switch the clock off. Nothing rings afterwards. May be called again."""
        if not self._armed:
            return
        if self._by_signal:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            signal.signal(signal.SIGALRM, self._handler)
            if self._rings:
                sys.settrace(self._trace)
            if self._outer[0]:
                left = self._outer[0] - (time.monotonic() - self._begun)
                signal.setitimer(signal.ITIMER_REAL, max(left, 0.001), self._outer[1])
        else:
            self._over.set()
            self._clock.join()
            _plant(self._thread, None)
        self._armed = False

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if not self._armed or (frame is not None and frame.f_code.co_filename == __file__):
            return
        self._rings += 1
        if self._rings > 1:  # it was swallowed: raise once more where the `except:` has caught it
            _at_next_line(frame)
        raise TookTooLong

    def _watch(self) -> None:
        wait = self.seconds
        while not self._over.wait(wait):
            _plant(self._thread, TookTooLong)
            wait = self.repeat


def _at_next_line(frame: FrameType | None) -> None:
    """Raise TookTooLong at the next line that any of the running functions comes to.

    A line of an `except:` clause is not within the `try:` any more, so it can't be swallowed by the same clause.
    """

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if _is_ours(frame):
            return None
        if event == "line":
            raise TookTooLong
        return trace

    while frame is not None and not _is_ours(frame):
        frame.f_trace = trace
        frame = frame.f_back
    sys.settrace(trace)


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_HERE)


def _plant(thread: int, exception: type[BaseException] | None) -> None:
    """Have `exception` raised in the thread at its next Python instruction; None takes a waiting one back."""
    what = ctypes.py_object(exception) if exception else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
