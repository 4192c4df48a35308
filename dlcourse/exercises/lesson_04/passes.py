"""Exercise 4.4, the whole forward pass through any number of layers. Declaration only."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, function_check
from dlcourse.checking.calling import LearnerError
from dlcourse.exercises.common import in_turn
from dlcourse.exercises.lesson_04.checks import Check, example_only, own_arguments
from dlcourse.exercises.lesson_04.pass_answers import SKELETON, WRONG
from dlcourse.exercises.lesson_04.pass_cases import (
    DEEP,
    TURNED,
    deep_cases,
    network_cases,
    passed,
    square_network_cases,
    two_layers,
)
from dlcourse.exercises.lesson_04.pass_mistakes import PASSES

_NAMES = ("x", "network")


def pairs_named(check: Check) -> Check:
    """Return a check that says so where NumPy could not make an array of one of the list's pairs."""

    def checked(answer: Any) -> Correct | NotYet:
        try:
            return check(answer)
        except LearnerError as error:
            if isinstance(error.cause, ValueError) and _OF_A_PAIR.search(str(error.cause)):
                return NotYet(
                    "pair_for_an_array",
                    "Your function takes a whole entry of `network` for an array. An entry is a *pair*, the weights and the bias of "
                    "a layer: how does the cell above 4.4 take `taxis` apart?",
                )
            raise

    checked.codes = ("pair_for_an_array", *check.codes)  # type: ignore[attr-defined]
    return checked


_OF_A_PAIR = re.compile("inhomogeneous|rows of logits")
_CHECK = in_turn(
    (function_check(passed, arguments=_NAMES, cases=square_network_cases, mistakes=TURNED), tuple(TURNED)),
    (function_check(passed, arguments=_NAMES, cases=deep_cases, mistakes=DEEP), tuple(DEEP)),
    (
        function_check(
            passed,
            arguments=_NAMES,
            cases=network_cases,
            mistakes=PASSES,
            success="Five lines, for any number of layers of any width. A network's whole answer is this loop; "
            "everything else is about finding good numbers for it.",
        ),
        None,
    ),
)
_CHECK = example_only(
    _CHECK,
    deep_cases(np.random.default_rng(44)),
    passed,
    "two_layers_at_least",
    "With two, three and four layers you are right. A network may also be one layer alone: it is then the last, and has softmax.",
)
_CHECK = example_only(
    _CHECK,
    two_layers(np.random.default_rng(44)),
    passed,
    "exactly_two_layers",
    "With two layers you are right. But a network may have three, or one alone, which is then the last. How do you go through a "
    "list without knowing how long it is?",
)
_CHECK = pairs_named(_CHECK)
_CHECK = own_arguments(
    _CHECK,
    (
        "taxis",
        "rides",
        "hidden_weights",
        "hidden_bias",
        "last_weights",
        "last_bias",
        "hidden",
        "weights",
        "bias",
    ),
    "What are the examples and the list of layers called between the brackets of `def`, and what is in one entry of that list?",
)
FORWARD = Exercise(
    id="4.4",
    title="The whole forward pass",
    kind="function",
    starter="""
        def forward(x, network):
            ...
    """,
    setup="""
        import numpy as np

        from dlcourse.scratch import relu, softmax

        def dense(x, weights, bias, activation):
            return activation(x @ weights + bias)
    """,
    right=(
        SKELETON,
        """
        def forward(x, network):
            outputs = x
            for number, (weights, bias) in enumerate(network):
                sums = outputs @ weights + bias
                if number < len(network) - 1:
                    outputs = relu(sums)
                else:
                    outputs = softmax(sums)
            return outputs
        """,
        """
        def forward(x, network):
            for weights, bias in network[:-1]:
                x = dense(x, weights, bias, relu)
            return dense(x, *network[-1], softmax)
        """,
        """
        def forward(x, network):
            weights, bias = network[0]
            if len(network) == 1:
                return softmax(x @ weights + bias)
            return forward(relu(x @ weights + bias), network[1:])
        """,
        """
        def forward(x, network):
            for weights, bias in network:
                sums = x @ weights + bias
                x = np.maximum(sums, 0)
            powers = np.exp(sums - sums.max(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True)
        """,
        """
        def forward(x, network):
            rows = []
            for example in x:
                for i in range(len(network)):
                    sums = example @ network[i][0] + network[i][1]
                    example = relu(sums)
                rows.append(softmax(sums))
            return rows
        """,
    ),
    wrong=WRONG,
    check=_CHECK,
    equivalent=dict.fromkeys(
        (
            "sums - sums.max(axis=1, keepdims=True) -> sums + sums.max(axis=1, keepdims=True)",
            "np.exp(sums - sums.max(axis=1, keepdims=True)) -> np.exp(sums)",
            "sums - sums.max(axis=1, keepdims=True) -> sums - sums.max(keepdims=True)",
            "sums - sums.max(axis=1, keepdims=True) -> sums - sums.min(axis=1, keepdims=True)",
        ),
        "softmax stays the same when one number is added to a whole row; overflow is the subject of lesson 3",
    ),
    hints=(
        "Go through the list in a loop. What comes out of one layer goes into the next: put it under the same name again.",
        "All layers but the last, `network[:-1]`, have relu. The last, `network[-1]`, comes after the loop and has softmax.",
        """
        def forward(x, network):
            for weights, bias in ___:
                x = relu(___)
            weights, bias = ___
            return ___
        """,
    ),
)
