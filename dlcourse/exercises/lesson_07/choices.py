"""Exercises 7.4, 7.8 and 7.10: why validation went wrong, where a threshold belongs, which mistake a history shows."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHICH_ROWS = Exercise(
    id="7.4",
    title="Why the validation accuracy is so low",
    kind="choice",
    starter="...",
    right=('"b"', '"B)"'),
    wrong={
        "never_learned": ['"a"', '"A)"'],
        "overfitted": ['"c"'],
        "fit_shuffles": ['"d"'],
        "not_a_choice": ['"e"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "never_learned",
                "On the test mails, wanted and spam mixed, the same network is right about nine times in ten. So it did learn. What is different about the mails "
                "by which `fit` judged it?",
            ),
            "c": (
                "overfitted",
                "A network that only remembered would do badly on the test mails, too; on them it is right about nine times in ten. So the low number says something "
                "about the validation mails. Which ones are they?",
            ),
            "d": (
                "fit_shuffles",
                "`fit` does shuffle, but only the mails it learns from, and only after the last fifth has been cut off. Which mails stand in the last "
                "fifth of a sorted table?",
            ),
        },
        success="All spam was at the end: every validation mail was spam, and of those it learned from only one in nine."
        " Shuffle rows before you split, mails and labels in the same order.",
    ),
    hints=(
        "Which mails stand at the end of a table that is sorted by label?",
        "The test set was not sorted, and there the network does well. Compare what is in the two sets.",
        "`fit` cuts off the last ___ of the rows; in a sorted table those are all ___",
    ),
)

WHICH_THRESHOLD = Exercise(
    id="7.8",
    title="Where to put the threshold",
    kind="choice",
    starter="...",
    right=('"c"', '"(c)"'),
    wrong={
        "half_of_everything": ['"a"'],
        "wrong_way": ['"b"'],
        "by_accuracy": ['"d"', '"D"'],
        "not_a_choice": ['"threshold"', "0.9"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "half_of_everything",
                "At 0.5 a mail that is spam with 0.6 goes into the bin. Of a hundred such mails about forty are wanted: forty lost, to be spared sixty "
                "spams. Is that a good exchange, if one lost mail is as bad as twenty spams?",
            ),
            "b": (
                "wrong_way",
                "Move it in the explorer: with a *lower* threshold more mails are called spam, and more wanted ones are among them. Those are the dear "
                "mistakes here.",
            ),
            "d": (
                "by_accuracy",
                "Accuracy counts both mistakes alike: one lost mail as much as one spam let through. Here one of them is twenty times as bad.",
            ),
        },
        success="The network gives probabilities; what a mistake costs is known to people. If a lost mail is as bad as twenty spams, and the "
        "probabilities can be believed, the place is 20 / 21, about 0.95.",
    ),
    hints=(
        "Which of the two mistakes becomes rarer when the threshold goes up?",
        "A wanted mail is lost if its probability is above the threshold. Losing one is the dear mistake.",
        "Higher threshold: ___ mails are called spam, so ___ wanted ones are lost",
    ),
)

WHICH_MISTAKE = Exercise(
    id="7.10",
    title="A history with a mistake in it",
    kind="choice",
    starter="...",
    right=('"d"', '"D"'),
    wrong={
        "sigmoid_missing": ['"a"'],
        "too_long": ['"b"'],
        "tested_on_training": ['"c"'],
        "not_a_choice": ['"all"', "4"],
    },
    check=choice_check(
        "d",
        {
            "a": (
                "sigmoid_missing",
                "With softmax on one unit every answer is 1: the accuracy would be the share of *spam*, 28 %, and the same in each epoch, in training, too. "
                "Here training climbs.",
            ),
            "b": (
                "too_long",
                "A network trained for too long was good on validation mails *before*: here validation was never above 72 %, which one has by calling "
                "every mail wanted.",
            ),
            "c": (
                "tested_on_training",
                "Testing on training mails makes a result look better than it is. Here the validation looks bad, and it is on other mails than training.",
            ),
        },
        success="72 % is what one has by calling every mail wanted. Training climbs, because 8,577 numbers can learn some labels by heart; nothing of it "
        "holds for other mails. So words and labels have nothing to do with each other: somewhere one of them was moved without the other.",
    ),
    hints=(
        "What accuracy does somebody get who calls every mail wanted?",
        "In training it gets better, slowly; on other mails it never beats the one who does not look. What can it have learned?",
        "Learning ___ by heart is possible with any labels; to hold for new mails, mails and labels must ___",
    ),
)
