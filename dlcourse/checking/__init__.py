"""The exercise engine: what an exercise is, how an answer is judged, what the learner sees.

For learners: `check`, `hint`, `solution`, `progress`, `predict`, `claim`. For authors of exercises: `Exercise`,
the ready-made checks, `Correct`, `NotYet`, `call` and `show`.
"""

from __future__ import annotations

from dlcourse.checking.calling import call
from dlcourse.checking.claims import Claim, ClaimError, claim
from dlcourse.checking.compare import close, difference
from dlcourse.checking.exercise import Exercise, all_exercises, find, lesson_numbers
from dlcourse.checking.factories import (
    Mistake,
    Seen,
    choice_check,
    function_check,
    not_a_function,
    value_check,
)
from dlcourse.checking.guesses import predict
from dlcourse.checking.histories import callback_facts, history_facts, not_a_callback, not_a_history
from dlcourse.checking.judge import judge
from dlcourse.checking.layer_facts import LayerFacts, Penalty
from dlcourse.checking.learner import check, hint, solution
from dlcourse.checking.model_checks import ModelMistake, model_check
from dlcourse.checking.models import ModelFacts, is_model, model_facts, outputs_of
from dlcourse.checking.no_model import not_a_model
from dlcourse.checking.overview import progress
from dlcourse.checking.result import Result
from dlcourse.checking.seeds import generator
from dlcourse.checking.show import show
from dlcourse.checking.trainings import (
    accuracy_of,
    builder_check,
    built_by,
    fits_of,
    outputs_in_batches,
    seeds_set,
    train_briefly,
)
from dlcourse.checking.verdict import Correct, NotYet, Outcome

__all__ = [
    "Claim",
    "ClaimError",
    "Correct",
    "Exercise",
    "LayerFacts",
    "Mistake",
    "ModelFacts",
    "ModelMistake",
    "NotYet",
    "Outcome",
    "Penalty",
    "Result",
    "Seen",
    "accuracy_of",
    "all_exercises",
    "builder_check",
    "built_by",
    "call",
    "callback_facts",
    "check",
    "choice_check",
    "claim",
    "close",
    "difference",
    "find",
    "fits_of",
    "function_check",
    "generator",
    "hint",
    "history_facts",
    "is_model",
    "judge",
    "lesson_numbers",
    "model_check",
    "model_facts",
    "not_a_callback",
    "not_a_function",
    "not_a_history",
    "not_a_model",
    "outputs_in_batches",
    "outputs_of",
    "predict",
    "progress",
    "seeds_set",
    "show",
    "solution",
    "train_briefly",
    "value_check",
]
