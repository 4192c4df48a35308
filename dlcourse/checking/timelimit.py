"""Ends code that runs too long, inside the same process, so that the notebook lives on.

Where the system has an alarm clock (Linux, macOS) and we are on the main thread, a signal interrupts even a
sleeping learner; elsewhere a second thread plants an exception. Neither can stop one endless call into
compiled code; only a restart of the kernel can, as lesson 0 explains. An import is let finish: of a library that is
half imported, as Keras, nothing works until the kernel is started again.
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import time
from types import FrameType, TracebackType

from dlcourse.checking.explain import is_learners

_HERE = os.path.dirname(__file__) + os.sep
_IMPORTING = "<frozen importlib._bootstrap>"  # where Python is while it imports
LONGEST_IMPORT = 60.0  # seconds; Keras takes up to 20 on a busy machine


class TookTooLong(BaseException):
    """Raised inside the learner's code when its time is up. No `except Exception` of theirs can swallow it."""

    inputs = ""  # what the learner's function was called with, as text


class TimeLimit:
    """`with TimeLimit(3.0): ...` raises TookTooLong inside the block after 3 seconds, and again if it is swallowed.

    Limits may be nested; the one that ends first rings. Call `stop()` after the block wherever the block may
    run outside the main thread: there it can ring once more while it is being left.
    """

    repeat = 0.1  # seconds between two attempts, for code that swallows everything with a bare `except:`
    soon = 5e-6  # seconds; the unit of the pauses after one was swallowed

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._armed = False
        self._rings = 0

    def __enter__(self) -> TimeLimit:
        self._armed = True
        self._begun = time.monotonic()
        self._by_signal = (
            hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        )
        if self._by_signal:
            self._handler = signal.signal(signal.SIGALRM, self._ring)
            self._outer = signal.setitimer(signal.ITIMER_REAL, 0.0)
            seconds = min(self.seconds, self._outer[0]) if self._outer[0] else self.seconds
            signal.setitimer(signal.ITIMER_REAL, seconds, self.repeat)
        else:
            self._thread = threading.get_ident()
            # not an Event: an exception planted inside its `set` leaves its lock closed, and `join` waits for ever
            self._over: queue.SimpleQueue[None] = queue.SimpleQueue()
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
            if self._outer[0]:
                left = self._outer[0] - (time.monotonic() - self._begun)
                signal.setitimer(signal.ITIMER_REAL, max(left, 0.001), self._outer[1])
        else:
            self._over.put(None)
            self._clock.join()
            _plant(self._thread, None)
        self._armed = False

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if not self._armed or (frame is not None and frame.f_code.co_filename == __file__):
            return
        if self._lets_import(frame):
            signal.setitimer(signal.ITIMER_REAL, self.seconds, self.repeat)
            return
        self._rings += 1
        if self._rings > 1:  # it was swallowed
            if not _runs_learners_code(frame):
                return
            # Ring again while the `except:` that catches this one is being left, where it can't catch the next. How
            # long that takes is not known, so each time another pause is tried.
            pause = self.soon * (1 + self._rings % 20)
            signal.setitimer(signal.ITIMER_REAL, pause, self.repeat)
        raise TookTooLong

    def _lets_import(self, frame: FrameType | None) -> bool:
        """Is a library being imported, and not for too long? Then the time begins anew."""
        return _is_importing(frame) and time.monotonic() - self._begun < LONGEST_IMPORT

    def _watch(self) -> None:
        wait = self.seconds
        while True:
            try:
                return self._over.get(timeout=wait)
            except queue.Empty:
                if self._lets_import(sys._current_frames().get(self._thread)):
                    continue
            _plant(self._thread, TookTooLong)
            wait = self.repeat


def _runs_learners_code(frame: FrameType | None) -> bool:
    """Is it code of the learner, or called by it, that was interrupted, rather than our own cleaning up behind it?"""
    while frame is not None and not _is_ours(frame):
        if is_learners(frame.f_code.co_filename):
            return True
        frame = frame.f_back
    return False


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None and not _is_ours(frame):
        if frame.f_code.co_filename == _IMPORTING:
            return True
        frame = frame.f_back
    return False


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_HERE)


def _plant(thread: int, exception: type[BaseException] | None) -> None:
    """Have `exception` raised in the thread at its next Python instruction; None takes a waiting one back."""
    what = ctypes.py_object(exception) if exception else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
