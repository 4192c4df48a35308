"""The learner's side of the exercises: `check`, `hint` and `solution`. None of them ever raises."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dlcourse.checking import record
from dlcourse.checking.exercise import Exercise, UnknownExercise, find
from dlcourse.checking.judge import judge
from dlcourse.checking.messages import Note
from dlcourse.checking.result import Result
from dlcourse.checking.store import STORE
from dlcourse.checking.verdict import Outcome

_NOTHING = object()
_stages: dict[str, int] = {}  # the hint stage each exercise has reached in this notebook


def check(exercise_id: str, answer: Any = _NOTHING) -> Result:
    """Judge `answer` to the exercise and return what there is to say about it.

    Put it on the last line of the cell. The answer is passed by value: a function without brackets behind its
    name, a number, an array, a model. It is never changed.
    """
    try:
        exercise = find(exercise_id)
    except UnknownExercise as error:
        return Result("", Outcome.NOT_ATTEMPTED, "unknown_exercise", _exchanged(answer) or str(error))
    if answer is _NOTHING:
        name = exercise.answer or '"a"'
        message = f'Pass your answer as well: `check("{exercise.id}", {name})`.'
        return Result(exercise.id, Outcome.NOT_ATTEMPTED, "no_answer", message)
    result = judge(exercise, answer)
    record.record_try(result)
    return replace(result, notice=STORE.take_notice())


def _exchanged(answer: Any) -> str:
    """What to say when the number stands where the answer belongs; an empty text if it does not."""
    if not issubclass(type(answer), str):
        return ""
    try:
        exercise = find(answer)
    except UnknownExercise:
        return ""
    name = exercise.answer or '"a"'
    return f'The number of the exercise comes first, then the answer: `check("{exercise.id}", {name})`.'


def hint(exercise_id: str) -> Note:
    """Give one hint more at each call: a nudge, where to look, a skeleton with blanks to fill."""
    try:
        exercise = find(exercise_id)
    except UnknownExercise as error:
        return Note("Which exercise?", str(error))
    stage = min(_stages.get(exercise.id, 0) + 1, 3)
    _stages[exercise.id] = stage
    record.record_hint(exercise.id, stage)
    return _hint_note(exercise, stage)


def _hint_note(exercise: Exercise, stage: int) -> Note:
    titles = ("a nudge", "where to look", "a skeleton: fill the blanks")
    text = exercise.hints[stage - 1]
    title = f"Hint {stage} of 3 for {exercise.id}, {titles[stage - 1]}."
    after = (
        "Run the cell again for the next hint."
        if stage < 3
        else f'After two tries: `solution("{exercise.id}")`'
    )
    if stage == 3:
        return Note(title, code=text, after=after)
    return Note(title, text, after=after)


def solution(exercise_id: str, sure: bool = False) -> Note:
    """Show a solution, once the exercise is solved or tried twice; earlier only with `sure=True`."""
    try:
        exercise = find(exercise_id)
    except UnknownExercise as error:
        return Note("Which exercise?", str(error))
    if not (sure or record.solved(exercise.id) or record.tries(exercise.id) >= 2):
        tries = record.tries(exercise.id)
        return Note(
            f"The solution of {exercise.id} is not open yet.",
            f"You have {'tried once' if tries == 1 else 'not tried it'} so far. It opens when your answer is right or "
            f'after two real tries. `hint("{exercise.id}")` helps; `solution("{exercise.id}", sure=True)` opens it now.',
        )
    record.record_solution(exercise.id)
    title = f"One solution of {exercise.id}: {exercise.title}"
    return Note(title, code=exercise.right[0], after=_why(exercise))


def _why(exercise: Exercise) -> str:
    if exercise.kind == "choice":
        return judge(exercise, exercise.evaluate(exercise.right[0])).message
    if exercise.is_expression:
        return ""
    return "There are others: whatever does the same is right too."
