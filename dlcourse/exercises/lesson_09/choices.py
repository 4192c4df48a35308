"""The choices of lesson 9: what was memorised, why the loss fell alone, which number may be reported. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHAT_WAS_LEARNED = Exercise(
    id="9.2",
    title="What a network learns from thrown labels",
    kind="choice",
    starter="...",
    right=('"c"', '"C"'),
    wrong={
        "a_pattern": ['"a"'],
        "a_fault": ['"b"'],
        "too_small": ['"d"'],
        "not_a_choice": ['"e"', "3"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "a_pattern",
                "The labels were thrown like dice: there is no pattern in them to find. And one that holds for all clothes would "
                "show outside, where the network guesses. What else makes two hundred right answers possible?",
            ),
            "b": (
                "a_fault",
                "Nothing is wrong with the training: the loss falls as it should, and all answers come right. Gradient descent lowers "
                "the loss on the examples it is given, and asks for no more.",
            ),
            "d": (
                "too_small",
                "A network too small would fail at home, too. This one has a quarter of a million weights for two hundred labels.",
            ),
        },
        success="Over a thousand weights for each label: enough to store every one. So a high training accuracy alone says nothing.",
    ),
    hints=(
        "Is there anything in the pictures that could tell a thrown label?",
        "Compare the number of weights with the number of labels.",
        'check("9.2", "___")',
    ),
)

WHY_LOSS_ALONE = Exercise(
    id="9.8",
    title="Why the loss fell and the accuracy did not rise",
    kind="choice",
    starter="...",
    right=('"b"', '"B"'),
    wrong={
        "contradiction": ['"a"'],
        "training_loss": ['"c"'],
        "more_right": ['"d"'],
        "not_a_choice": ['"e"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "contradiction",
                "Both numbers were measured on the same answers, and both are right. Accuracy counts which class is largest; "
                "what else does cross-entropy look at?",
            ),
            "c": (
                "training_loss",
                "Both were measured on pictures that no network had learned from. The loss outside really fell.",
            ),
            "d": (
                "more_right",
                "Then the accuracy would have risen: it counts exactly these. What can change in an answer that stays wrong?",
            ),
        },
        success="A wrong answer given with 99 % costs at least 4.6, one with 65 % may cost as little as 1. Accuracy counts both as one mistake.",
    ),
    hints=(
        "What does a wrong answer cost when the network was almost certain, and what when it hesitated?",
        "The picture shows how sure each network is of its wrong answers.",
        'check("9.8", "___")',
    ),
)

WHAT_TO_REPORT = Exercise(
    id="9.10",
    title="Which number to report",
    kind="choice",
    starter="...",
    right=('"d"', '"D"'),
    wrong={
        "chosen_by_test": ['"a"'],
        "validation_reported": ['"b"'],
        "mean_of_tests": ['"c"'],
        "test_pictures_moved": ['"e"'],
        "not_a_choice": ['"f"', "0.84"],
    },
    check=choice_check(
        "d",
        {
            "a": (
                "chosen_by_test",
                "That network was *chosen* by these pictures: its luck on them is part of the 84 %. You have measured above how much "
                "of such a lead is gone on fresh pictures.",
            ),
            "b": (
                "validation_reported",
                "The network was chosen by the validation set, so its luck there is in the 83 %. Which pictures had no say in the choice?",
            ),
            "c": (
                "mean_of_tests",
                "The mean over all thirty is honest, but it speaks of networks that nobody will use. Asked is the one that was chosen.",
            ),
            "e": (
                "test_pictures_moved",
                "Moved by dice they are another task, a harder one. Augmentation is for learning; in use, pictures come as they are. "
                "Which number speaks of such pictures?",
            ),
        },
        success="One choice by the validation set, one look at the test set, and that number is reported, also when it is lower.",
    ),
    hints=(
        "Whatever has taken part in the choice flatters the chosen one.",
        "Which of these numbers comes from pictures as they are in use, which neither trained nor chose this network?",
        'check("9.10", "___")',
    ),
)
