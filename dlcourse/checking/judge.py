"""Judges an answer: never raises, never changes it, ends in a stated time, and gives one of six outcomes."""

from __future__ import annotations

import traceback
import types
import warnings
from typing import Any

import numpy as np

from dlcourse.checking.calling import LearnerError, StillDots
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
        if _not_attempted(exercise, answer):
            return _undone(exercise)
        with generators_kept(), kept(answer), warnings.catch_warnings(), TimeLimit(exercise.seconds):
            warnings.simplefilter("ignore")
            verdict = exercise.check(_read_only(answer))
        return _from_verdict(exercise, verdict)
    except StillDots:
        return _undone(exercise)
    except TookTooLong as error:
        return Result(exercise.id, Outcome.TOO_LONG, "too_long", _too_long(exercise, error))
    except LearnerError as error:
        return Result(exercise.id, Outcome.RAISED, "raised", _raised(error.cause, error.inputs))
    except KeyboardInterrupt:
        return Result(
            exercise.id, Outcome.TOO_LONG, "too_long", "You stopped the check before it had finished."
        )
    except (Exception, SystemExit) as error:
        if learner_line(error.__traceback__):
            return Result(exercise.id, Outcome.RAISED, "raised", _raised(error, ""))
        return Result(
            exercise.id, Outcome.CHECK_FAILED, "check_failed", _failed(error), traceback.format_exc()
        )


def _from_verdict(exercise: Exercise, verdict: Correct | NotYet) -> Result:
    if isinstance(verdict, Correct):
        return Result(exercise.id, Outcome.CORRECT, "correct", verdict.note)
    if isinstance(verdict, NotYet):
        return Result(exercise.id, Outcome.NOT_YET, verdict.code, verdict.message)
    raise TypeError(f"the check of {exercise.id} returned {type(verdict).__name__}, not Correct or NotYet")


def _undone(exercise: Exercise) -> Result:
    message = f'Replace the `...` and run the cell again. Stuck? `hint("{exercise.id}")`'
    if "..." not in exercise.starter:
        message = f'The cell is as you found it: change it and run it again. Stuck? `hint("{exercise.id}")`'
    return Result(exercise.id, Outcome.NOT_ATTEMPTED, "not_attempted", message)


def _raised(error: BaseException, inputs: str) -> str:
    where = f" It was called with {inputs}." if inputs else ""
    return explain(error) + where


def _too_long(exercise: Exercise, error: BaseException) -> str:
    line = learner_line(error.__traceback__)
    where = f" It was in line {line[0]}, `{line[1]}`." if line else ""
    return (
        f"Your code had not finished after {exercise.seconds:g} seconds and was stopped.{where} "
        "Is there a loop whose end is never reached?"
    )


def _failed(error: BaseException) -> str:
    return (
        "That is a fault of the course, not yours; your answer is kept as it is and you can go on. "
        f"If you report it, name this: {type(error).__name__} while checking."
    )


def _not_attempted(exercise: Exercise, answer: Any) -> bool:
    if answer is None or answer is ...:
        return True
    if type(answer) in (list, tuple) and any(item is ... for item in answer):
        return True
    if isinstance(answer, types.FunctionType):
        own = _fingerprint(answer.__code__)
        return own in _empty_functions() or own == _starter_function(exercise, answer.__name__)
    return bool(exercise.unchanged and exercise.unchanged(answer))


def _fingerprint(code: types.CodeType) -> tuple:
    """What a function does, whatever its arguments are called: two with the same fingerprint are the same text."""
    constants = tuple(
        _fingerprint(const) if isinstance(const, types.CodeType) else repr(const)
        for const in code.co_consts
        if not (isinstance(const, str) and const == _docstring(code))
    )
    return code.co_code, code.co_names, constants


def _docstring(code: types.CodeType) -> str | None:
    first = code.co_consts[0] if code.co_consts else None
    return first if isinstance(first, str) else None


def _empty_functions() -> list[tuple]:
    def dots() -> None: ...

    def documented() -> None:
        """Nothing else."""

    return [_fingerprint(dots.__code__), _fingerprint(documented.__code__)]


def _starter_function(exercise: Exercise, name: str) -> tuple | None:
    for const in compile(exercise.starter, "<starter>", "exec").co_consts:
        if isinstance(const, types.CodeType) and const.co_name == name:
            return _fingerprint(const)
    return None


def _read_only(answer: Any) -> Any:
    """An array is passed as a view that can't be written to; nothing else needs protection from our own checks."""
    if type(answer) is np.ndarray:
        view = answer.view()
        view.flags.writeable = False
        return view
    return answer
