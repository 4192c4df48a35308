"""`model_check`: a ready-made check for a Keras model, which names what is missing in the order a teacher would."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.calling import LearnerError
from dlcourse.checking.model_names import loss_name
from dlcourse.checking.models import (
    ModelFacts,
    kept,
    model_facts,
    outputs_of,
    raised_in_own_code,
)
from dlcourse.checking.no_model import not_a_model
from dlcourse.checking.verdict import Correct, NotYet

STAGES = ("input", "layers", "output", "activation", "compile", "loss", "optimizer", "metrics", "values")
_OF_OUTPUT = {"sigmoid": "between 0 and 1", "softmax": "shares that add up to 1", "linear": "any number"}


@dataclass(frozen=True)
class ModelMistake:
    """A known mistake in a model.

    about: the stage (one of STAGES) before whose general question it is looked for.
    when: says of the model's facts whether it was made.
    message: text in which {inputs}, {outputs}, {units}, {activation}, {loss}, {optimizer}, {kinds} and
    {parameters} stand for the learner's own; or a function from the facts to the text.
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
    metrics: Sequence[str] = (),
    compiled: bool = False,
    examples: Any = None,
    mistakes: Mapping[str, ModelMistake] | None = None,
    questions: Sequence[Callable[[ModelFacts], NotYet | None]] = (),
    success: str = "",
) -> Callable[[Any], Correct | NotYet]:
    """Return a check for a Keras model: Sequential, Functional or subclassed. The model is called, never trained.

    inputs: the shape of one example, like (784,). outputs: how many numbers come out for one.
    activation: of the output; where several do, all of them. Without one and with a loss `from_logits` is right too.
    loss, optimizer: the names that are right ("mse"); it does not matter how the learner gave theirs. Any of
    these, or `compiled`, asks for a compiled model. metrics: names that must be among the learner's.
    examples: a batch to try the model on, or a function that makes it; made up from `inputs` if left out.
    mistakes: known ones, each looked for before the general question of its stage.
    questions: asked at the end; each returns NotYet or None.
    """
    mistakes = mistakes or {}
    unknown = {one.about for one in mistakes.values()} - set(STAGES)
    if unknown:
        raise ValueError(f"a mistake is about one of {STAGES}, not {unknown}")
    wanted = _Wanted(
        inputs,
        outputs,
        _names(activation),
        _names(loss),
        _names(optimizer),
        tuple(metrics),
        compiled or bool(loss or optimizer or metrics),
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
                found = _GENERAL[stage](facts, wanted) if stage in _GENERAL else None
                if found:
                    return found
            for question in questions:
                found = question(facts)
                if found:
                    return found
            return Correct(success)

    check.codes = (*mistakes, *wanted.codes())  # type: ignore[attr-defined]
    check.questions = tuple(questions)  # type: ignore[attr-defined]
    return check


@dataclass(frozen=True)
class _Wanted:
    inputs: tuple[int, ...] | None
    outputs: int | None
    activation: tuple[str, ...]
    loss: tuple[str, ...]
    optimizer: tuple[str, ...]
    metrics: tuple[str, ...]
    compiled: bool
    examples: Any

    def codes(self) -> Iterator[str]:
        """The codes of the general questions that are asked."""
        asked = {
            "wrong_input": self.inputs,
            "wrong_output": self.outputs,
            "wrong_activation": self.activation,
            "not_compiled": self.compiled,
            "wrong_loss": self.loss,
            "wrong_optimizer": self.optimizer,
            "no_metric": self.metrics,
        }
        return (code for code, question in asked.items() if question)


def _input(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if wanted.inputs is None or facts.inputs is None or _fits(facts.inputs, wanted.inputs):
        return None
    if len(facts.inputs) == len(wanted.inputs) + 1 and _fits(facts.inputs[1:], wanted.inputs):
        text = (
            f"Your model takes examples of shape {facts.inputs}. The number of examples does not belong into the "
            "shape: a model takes as many as it is given. Give the shape of one."
        )
    elif int(np.prod(wanted.inputs)) == _product(facts.inputs):
        text = f"Your model takes examples of shape {facts.inputs}; here one example has the shape {wanted.inputs}: the same count of numbers, arranged otherwise."
    else:
        text = f"Your model takes examples of shape {facts.inputs}; one example here has the shape {wanted.inputs}."
    return NotYet("wrong_input", text)


def _output(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if wanted.outputs is None or facts.outputs is None:
        return None
    if len(facts.outputs) > 1:
        text = (
            f"For one example your model gives an array of shape {facts.outputs}. {_count(wanted.outputs)} should come "
            "out: somewhere on the way the picture must become a plain row, as `layers.Flatten()` makes it."
        )
    elif facts.units != wanted.outputs:
        text = f"For one example your model gives {_count(facts.units)}; {_count(wanted.outputs)} should come out. The units of the last layer decide it."
    else:
        return None
    return NotYet("wrong_output", text)


def _activation(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if not wanted.activation:
        return None
    if facts.activation in wanted.activation:
        if facts.from_logits and facts.activation in ("sigmoid", "softmax"):
            text = f"Your output already has the activation `{facts.activation}`, and `from_logits=True` makes the loss apply it once more. One of the two is enough."
            return NotYet("activation_twice", text)
        return None
    if facts.activation == "linear" and facts.from_logits and {"sigmoid", "softmax"} & set(wanted.activation):
        return None
    own = (
        f"the activation `{facts.activation}`"
        if facts.activation not in (None, "linear")
        else "no activation"
    )
    gives = _OF_OUTPUT.get(wanted.activation[0])
    should = (
        f" What comes out should be {gives}: which activation does that?"
        if gives
        else " Another one is asked here."
    )
    return NotYet("wrong_activation", f"Your output layer has {own}.{should}")


def _compile(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if facts.compiled or not wanted.compiled:
        return None
    text = "Your model is built but not compiled: it does not know yet by what to measure its mistakes. Call `model.compile(...)`."
    return NotYet("not_compiled", text)


def _loss(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if not wanted.loss or facts.loss in [loss_name(name) for name in wanted.loss]:
        return None
    own = f"the loss `{facts.loss}`" if facts.loss else "no loss"
    text = f"Your model is compiled with {own}. That does not fit: which loss belongs to {_count(facts.units)} with the activation `{facts.activation}`, and to labels like these?"
    return NotYet("wrong_loss", text)


def _optimizer(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    if not wanted.optimizer or facts.optimizer in [name.lower() for name in wanted.optimizer]:
        return None
    text = f"Your model is compiled with the optimizer `{facts.optimizer}`; this exercise asks for `{wanted.optimizer[0]}`."
    return NotYet("wrong_optimizer", text)


def _metrics(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    missing = [name for name in wanted.metrics if not any(name in own for own in facts.metrics)]
    if not missing:
        return None
    text = f'Your model will not report its {missing[0]}. Add it: `metrics=["{missing[0]}"]` in `compile`.'
    return NotYet("no_metric", text)


def _values(facts: ModelFacts, wanted: _Wanted) -> NotYet | None:
    """Does it give finite numbers of the right count when it is called?"""
    examples = wanted.examples() if callable(wanted.examples) else wanted.examples
    shape = wanted.inputs or facts.inputs
    if examples is None:
        if shape is None or any(size is None for size in shape):
            return None
        examples = np.random.default_rng(0).normal(size=(4, *shape)).astype("float32")
    try:
        made = outputs_of(facts.model, examples)
    except LearnerError as error:
        if raised_in_own_code(error):
            raise
        shape = np.shape(examples)[1:]
        return NotYet("wrong_input", f"Your model can't take examples of shape {shape}: Keras refuses them.")
    if made.dtype.kind == "f" and not np.isfinite(made).all():
        text = "Your model gives `nan` (not a number) or infinity for ordinary inputs: its weights have run away. Build it anew."
        return NotYet("not_a_number", text)
    if wanted.outputs is not None and made.shape[1:] != (wanted.outputs,):
        text = f"For {len(made)} examples your model gives an array of shape {made.shape}; {(len(made), wanted.outputs)} is expected."
        return NotYet("wrong_output", text)
    return None


_GENERAL: dict[str, Callable[[ModelFacts, _Wanted], NotYet | None]] = {
    "input": _input,
    "output": _output,
    "activation": _activation,
    "compile": _compile,
    "loss": _loss,
    "optimizer": _optimizer,
    "metrics": _metrics,
    "values": _values,
}


def _names(given: str | Sequence[str] | None) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _fits(own: Sequence[int | None], wanted: Sequence[int]) -> bool:
    """Are the shapes the same, where the model leaves none open?"""
    return len(own) == len(wanted) and all(a is None or a == b for a, b in zip(own, wanted, strict=True))


def _product(shape: Sequence[int | None]) -> int:
    return int(np.prod([size or 0 for size in shape]))


def _count(number: int | None) -> str:
    return "one number" if number == 1 else f"{number} numbers"
