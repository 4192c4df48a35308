"""Judges an answer: never raises, never changes it, ends in a stated time, and gives one of six outcomes."""

from __future__ import annotations

import traceback
import warnings
from typing import Any

import numpy as np

from dlcourse.checking.attempt import not_attempted
from dlcourse.checking.calling import LearnerError, StillDots, world_kept
from dlcourse.checking.exercise import Exercise
from dlcourse.checking.explain import explain, learner_line
from dlcourse.checking.generators import generators_kept
from dlcourse.checking.models import kept
from dlcourse.checking.result import Result
from dlcourse.checking.timelimit import TimeLimit, TookTooLong
from dlcourse.checking.verdict import Correct, NotYet, Outcome


def judge(exercise: Exercise, answer: Any) -> Result:
    """Return what is to be said about `answer`. It is left as it was, and so are the random generators."""
    try:
        return _judged(exercise, answer)
    except BaseException as error:  # even an error that can't be asked what it is
        return Result(exercise.id, Outcome.CHECK_FAILED, "check_failed", _failed(error), _traceback())


def _judged(exercise: Exercise, answer: Any) -> Result:
    try:
        if not_attempted(exercise, answer):
            return _undone(exercise, answer)
        return _from_verdict(exercise, _verdict(exercise, answer))
    except StillDots:
        return _undone(exercise, ...)
    except TookTooLong as error:
        return Result(exercise.id, Outcome.TOO_LONG, "too_long", _too_long(exercise, error))
    except LearnerError as error:
        return Result(exercise.id, Outcome.RAISED, "raised", _raised(error.cause, error.inputs))
    except KeyboardInterrupt:
        text = "You stopped the check before it had finished. Run the cell again to have it checked."
        return Result(exercise.id, Outcome.TOO_LONG, "too_long", text)
    except BaseException as error:
        if not learner_line(error.__traceback__):
            raise
        return Result(exercise.id, Outcome.RAISED, "raised", _raised(error, ""))


def _verdict(exercise: Exercise, answer: Any) -> Correct | NotYet:
    limit = TimeLimit(exercise.seconds)
    with (
        generators_kept(),
        kept(answer),
        world_kept(),
        np.errstate(
            all="ignore"
        ),  # a learner may have asked NumPy to raise, which is none of the check's business
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            with limit:
                return exercise.check(_read_only(answer))
        finally:
            limit.stop()


def _from_verdict(exercise: Exercise, verdict: Correct | NotYet) -> Result:
    if isinstance(verdict, Correct):
        return Result(exercise.id, Outcome.CORRECT, "correct", verdict.note)
    if isinstance(verdict, NotYet):
        return Result(exercise.id, Outcome.NOT_YET, verdict.code, verdict.message)
    raise TypeError(f"the check of {exercise.id} returned {type(verdict).__name__}, not Correct or NotYet")


def _undone(exercise: Exercise, answer: Any) -> Result:
    help_ = f'Stuck? `hint("{exercise.id}")`'
    if answer is None:
        message = (
            "What you passed is `None`, Python's word for nothing. Either nothing is written yet, or its last step gives "
            "nothing back, as `print`, `.append` and `.set_weights` do: give the value a name first, and take such a "
            f"step on a line of its own. {help_}"
        )
    elif "..." in exercise.starter:
        message = f"Replace the `...` and run the cell again. {help_}"
    else:
        message = f"It still does what it did when you found it. Change it and run the cell again. {help_}"
    return Result(exercise.id, Outcome.NOT_ATTEMPTED, "not_attempted", message)


def _raised(error: BaseException, inputs: str) -> str:
    where = f" It was called with `{inputs}`." if inputs else ""
    return explain(error) + where


def _too_long(exercise: Exercise, error: TookTooLong) -> str:
    line = learner_line(error.__traceback__)
    where = f" It was then in line {line[0]}, `{line[1]}`." if line else ""
    inputs = getattr(error, "inputs", "")
    called = f" It was called with `{inputs}`." if inputs else ""
    return (
        f"Your code was still running after {exercise.seconds:g} seconds, so it was stopped.{where}"
        f"{called} Is there a loop whose end is never reached?"
    )


def _failed(error: BaseException) -> str:
    return (
        "That is a fault of the course, not yours. Your answer is kept as it is, and you can go on with the next "
        f"exercise. If you report it, name this: {type(error).__name__}."
    )


def _traceback() -> str:
    try:
        return traceback.format_exc()
    except BaseException:
        return "the error could not be written down"


def _read_only(answer: Any) -> Any:
    """An array is passed as a view that can't be written to; nothing else needs protection from our own checks."""
    if type(answer) is np.ndarray:
        view = answer.view()
        view.flags.writeable = False
        return view
    return answer
