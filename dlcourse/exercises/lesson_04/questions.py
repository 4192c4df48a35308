"""Exercises 4.7 and 4.9: why softmax twice makes a network unsure, and what a hidden unit's favourite tells. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHY_UNSURE = Exercise(
    id="4.7",
    title="Why never sure?",
    kind="choice",
    starter="...",
    right=('"c"', "'C)'"),
    wrong={
        "order_lost": ['"a"'],
        "rounding": ['"b"'],
        "trained_otherwise": ['"d"'],
        "not_a_choice": ['"0.232"', "3"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "order_lost",
                "If it mixed up the classes, other answers would come out. The claim in the cell above says that they did not: the "
                "largest share stays the largest.",
            ),
            "b": (
                "rounding",
                "Seven digits are plenty here: rounding would change the last of them, not 99 % into 23 %. Do it on paper for two "
                "classes with the shares 1 and 0.",
            ),
            "d": (
                "trained_otherwise",
                "Training chose the weights, and these are the same in both cases. Whatever they are, softmax twice can't give more "
                "than about 0.23 with ten classes: where does this limit come from?",
            ),
        },
        success="With ten classes the most is 2.72 / (2.72 + 9 · 1), about 0.23. Scores may lie any distance apart; shares can't.",
    ),
    hints=(
        "Softmax looks at how far its inputs lie *apart*. How far can two scores lie apart? And two shares?",
        "The surest case: one share is 1, the other nine are 0. Put these ten numbers into softmax: e¹ is about 2.72, e⁰ is 1.",
        "largest share after the second softmax = 2.72 / (___ + 9 · ___)",
    ),
)

UNIT = Exercise(
    id="4.9",
    title="A unit's favourite",
    kind="choice",
    starter="...",
    right=('"b"', "'B'"),
    wrong={
        "detector": ['"a"'],
        "looks_like_it": ['"c"'],
        "silent_otherwise": ['"d"'],
        "not_a_choice": ['"zeros"', "0"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "detector",
                "Look at the two figures: for many units the digit that suffers most is not the favourite. What a unit does for "
                "the answer depends on its weights to the *ten outputs*, too.",
            ),
            "c": (
                "looks_like_it",
                "Look at the weight pictures: which of them would you have read as its favourite? A unit also does much by what is "
                "*red*: by the places where there must be no ink.",
            ),
            "d": (
                "silent_otherwise",
                "A favourite is the largest of ten averages. The claim says how often units are above 0: far more often than for "
                "one digit in ten.",
            ),
        },
        success="What excites a unit and what it is good for are two measurements. The second needs the whole network.",
    ),
    hints=(
        "Each of the four says something that was measured in the last cells. Which of them did the figures bear out?",
        "Compare, row by row, the frame (the favourite) with the darkest field (the digit that suffers most).",
        "favourite: measured at the ___ layer. Loss: measured at the ___ of the whole network.",
    ),
)
