"""Ends code that runs too long, inside the same process, so that the notebook lives on.

Where the system has an alarm clock (Linux, macOS) and we are on the main thread, a signal interrupts even a
sleeping learner; elsewhere a second thread plants an exception. Neither can stop one endless call into
compiled code; only a restart of the kernel can, as lesson 0 explains.
"""

from __future__ import annotations

import ctypes
import signal
import threading
from types import TracebackType


class TookTooLong(BaseException):
    """Raised inside the learner's code when its time is up. No `except Exception` of theirs can swallow it."""


class TimeLimit:
    """`with TimeLimit(3.0): ...` raises TookTooLong inside the block after 3 seconds, and again if it is swallowed."""

    repeat = 0.2  # seconds between two attempts, for code that swallows everything with a bare `except:`

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._armed = False

    def __enter__(self) -> TimeLimit:
        self._armed = True
        self._by_signal = (
            hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        )
        if self._by_signal:
            self._before = signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self.seconds, self.repeat)
        else:
            self._thread = threading.get_ident()
            self._over = threading.Event()
            self._clock = threading.Thread(target=self._watch, daemon=True)
            self._clock.start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        while self._armed:
            try:
                self._armed = False
                self._disarm()
            except TookTooLong:  # it rang in the middle of being switched off
                self._armed = True

    def _disarm(self) -> None:
        if self._by_signal:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            signal.signal(signal.SIGALRM, self._before)
        else:
            self._over.set()
            self._clock.join()
            _plant(self._thread, None)

    def _ring(self, number: int, frame: object) -> None:
        if self._armed:
            raise TookTooLong

    def _watch(self) -> None:
        wait = self.seconds
        while not self._over.wait(wait):
            _plant(self._thread, TookTooLong)
            wait = self.repeat


def _plant(thread: int, exception: type[BaseException] | None) -> None:
    """Have `exception` raised in the thread at its next Python instruction; None takes a waiting one back."""
    what = ctypes.py_object(exception) if exception else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
