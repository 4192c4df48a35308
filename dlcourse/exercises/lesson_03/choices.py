"""Exercises 3.8 and 3.10: where a nudge is lost, and which output for which question. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHERE_IT_GOES = Exercise(
    id="3.8",
    title="Where the nudge is lost",
    kind="choice",
    starter="...",
    right=('"b"', "'B)'"),
    wrong={
        "small_values": ['"a"'],
        "rounding": ['"c"'],
        "bad_luck": ['"d"'],
        "not_a_choice": ['"slope"', "0.25"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "small_values",
                "The values are small, but they are not what a nudge is multiplied by. A network that adds 1000 to every "
                "output would pass a nudge on unchanged. What says how much of a *change* comes through?",
            ),
            "c": (
                "rounding",
                "A computer's numbers have about 16 digits, and they hold 0.000001 as exactly as 1. The same nudge arrived "
                "through ten layers of ReLU, on the same computer.",
            ),
            "d": (
                "bad_luck",
                "Five other seeds were tried, and the same is left every time. And with exactly these weights the nudge "
                "came through tanh and ReLU.",
            ),
        },
        success="Ten factors of a quarter are about one millionth, before the weights have had their say.",
    ),
    hints=(
        "All three networks have the same weights. What differs between them?",
        "What is the largest slope a sigmoid has anywhere? And ReLU? And tanh?",
        "A nudge through ten sigmoids is multiplied ten times by at most ___ (and by the weights).",
    ),
)


BOTH_OR_NEITHER = Exercise(
    id="3.10",
    title="Cat, dog, both or neither",
    kind="choice",
    starter="...",
    right=('"b"', "'(b)'"),
    wrong={
        "softmax_excludes": ['"a"'],
        "relu_no_probability": ['"c"'],
        "one_for_two": ['"d"'],
        "not_a_choice": ['"sigmoid"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "softmax_excludes",
                "Softmax makes both add up to 1. On a photo with neither animal one of them would still get at least a half, "
                "and on a photo with both, neither could come near 1.",
            ),
            "c": (
                "relu_no_probability",
                "ReLU gives 0 or any number above it: 37, say. A probability ends at 1. Which activation ends there?",
            ),
            "d": (
                "one_for_two",
                "One output p says cat with p and dog with 1 - p: more cat is always less dog. A photo of both, and one of neither, "
                "has no place there.",
            ),
        },
        success="Two questions, each with its own yes or no: two sigmoids. One question with several answers, of which one is right: "
        "softmax.",
    ),
    hints=(
        "Write down what should come out for a photo with both, and for one with neither.",
        "For both it is (1, 1), for neither (0, 0). Which of the four outputs can give these?",
        "Softmax: the outputs add up to ___. For a photo with neither animal they should add up to about ___.",
    ),
)  # fmt: skip
