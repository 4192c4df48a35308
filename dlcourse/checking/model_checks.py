"""`model_check`: a ready-made check for a Keras model, which names what is missing in the order a teacher would."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dlcourse.checking.model_questions import GENERAL, Wanted, about_shares, as_names
from dlcourse.checking.models import ModelFacts, kept, model_facts
from dlcourse.checking.no_model import not_a_model
from dlcourse.checking.show import show
from dlcourse.checking.verdict import Correct, NotYet

STAGES = (
    "input",
    "layers",
    "output",
    "activation",
    "compile",
    "loss",
    "optimizer",
    "metrics",
    "training",
    "values",
)


@dataclass(frozen=True)
class ModelMistake:
    """A known mistake in a model.

    about: the stage (one of STAGES) before whose general question it is looked for.
    when: says of the model's facts whether it was made.
    message: text in which {inputs}, {outputs}, {units}, {activation}, {loss}, {optimizer}, {learning_rate}, {kinds}
    and {parameters} stand for the learner's own; or a function from the facts to the text.
    """

    about: str
    when: Callable[[ModelFacts], bool]
    message: str | Callable[[ModelFacts], str]

    def text(self, facts: ModelFacts) -> str:
        """Return the message about this model."""
        if callable(self.message):
            return self.message(facts)
        return self.message.format(
            inputs=facts.inputs,
            outputs=facts.outputs,
            units=facts.units,
            activation=facts.activation,
            loss=facts.loss,
            optimizer=facts.optimizer,
            learning_rate=show(facts.learning_rate, 3),
            kinds=", ".join(facts.kinds),
            parameters=f"{facts.parameters:,}",
        )


def model_check(
    *,
    inputs: tuple[int, ...] | None = None,
    outputs: int | None = None,
    activation: str | Sequence[str] | None = None,
    loss: str | Sequence[str] | None = None,
    optimizer: str | Sequence[str] | None = None,
    learning_rate: float | tuple[float, float] | None = None,
    metrics: Sequence[str] = (),
    compiled: bool = False,
    trained: bool = False,
    examples: Any = None,
    mistakes: Mapping[str, ModelMistake] | None = None,
    questions: Sequence[Callable[[ModelFacts], NotYet | None]] = (),
    success: str = "",
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a Keras model: Sequential, Functional or subclassed. The model is called, never trained.

    inputs: the shape of one example, like (784,). outputs: how many numbers come out for one.
    activation: of the output; where several do, all of them. Without one and with a loss `from_logits` is right too.
    loss, optimizer: the names that are right ("mse"); it does not matter how the learner gave theirs. Any of
    these, or `compiled`, asks for a compiled model. learning_rate: the optimizer's, or the lowest and highest one that
    are right. metrics: names that must be among the learner's. trained: must it have been trained?
    examples: a batch to try the model on, or a function that makes it; made up from `inputs` if left out.
    mistakes: known ones, each looked for before the general question of its stage.
    questions: asked at the end; each returns NotYet or None.
    """
    mistakes = mistakes or {}
    unknown = {one.about for one in mistakes.values()} - set(STAGES)
    if unknown:
        raise ValueError(f"a mistake is about one of {STAGES}, not {unknown}")
    asks = bool(loss or optimizer or metrics or learning_rate)
    rates = (learning_rate, learning_rate) if isinstance(learning_rate, int | float) else learning_rate
    wanted = Wanted(
        inputs,
        outputs,
        as_names(activation),
        as_names(loss),
        as_names(optimizer),
        rates,
        tuple(metrics),
        compiled or asks,
        trained,
        examples,
    )

    def check(answer: Any) -> Correct | NotYet:
        with kept(answer):
            no_model = not_a_model(answer)
            if no_model:
                return no_model
            facts = model_facts(answer, inputs)
            for stage in STAGES:
                for code, mistake in mistakes.items():
                    if mistake.about == stage and mistake.when(facts):
                        return NotYet(code, mistake.text(facts))
                found = GENERAL[stage](facts, wanted) if stage in GENERAL else None
                if found:
                    return found
            for question in questions:
                found = question(facts)
                if found:
                    return found
            return about_shares(facts, wanted) or Correct(success)

    check.codes = (*mistakes, *wanted.codes())  # type: ignore[attr-defined]
    check.questions = tuple(questions)  # type: ignore[attr-defined]
    return check
