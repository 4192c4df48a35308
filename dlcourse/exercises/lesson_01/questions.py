"""Exercises 1.4 and 1.7: what a probability says, and which field a program belongs to. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

NINETY_NINE = Exercise(
    id="1.4",
    title="What 99.9 % means",
    kind="choice",
    starter="...",
    right=['"c"', '"C)"'],
    wrong={
        "certainty": ['"a"'],
        "any_picture": ['"b"'],
        "accuracy": ['"d"'],
        "not_a_choice": ['"e"', "99.9"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "certainty",
                "Look at the gallery of mistakes again: there are digits about which the network was almost as sure, and "
                "wrong. And 0.1 % of a million digits are a thousand digits.",
            ),
            "b": (
                "any_picture",
                "That would be fine, had the picture to be a digit. Nobody said so: to a piece of clothing the network has "
                "given such numbers too, and a boot is no digit.",
            ),
            "d": (
                "accuracy",
                "The accuracy belongs to a whole test set, the 99.9 % to this one picture. The network is often less sure "
                "than that, and sometimes more.",
            ),
        },
        success="A test told what this network's number is worth on pictures like those of the test. About others it promises nothing.",
    ),
    hints=(
        "Two measurements above say when the number can be trusted, and when it can't.",
        "Compare the claim about the digits of which the network is over 99 % sure with the claim about the clothes.",
        "The number is a promise about ___ pictures, provided that they are like ___.",
    ),
)

WHICH_FIELD = Exercise(
    id="1.7",
    title="Whose limits, whose features?",
    kind="choice",
    starter="...",
    right=['"b"', '"B."'],
    wrong={
        "rules_are_not_learned": ['"a"'],
        "all_learning_is_deep": ['"c"'],
        "needs_a_network": ['"d"'],
        "not_a_choice": ['"z"', "2"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "rules_are_not_learned",
                "What it ends with is a row of ifs, that is true. But who chose the limits in them? The rule and the tree "
                "differed in exactly that.",
            ),
            "c": (
                "all_learning_is_deep",
                "It did learn from examples. What it was given, though, were three numbers that a person had thought of, "
                "as the tree was given five.",
            ),
            "d": (
                "needs_a_network",
                "A network is one way to learn. The tree above had not a single neuron, and found every one of its limits "
                "in the data.",
            ),
        },
        success="Limits from data, features from a person: machine learning. Had it made its own features from the raw "
        "account history, in layers, it would be deep learning.",
    ),
    hints=(
        "Ask two questions: who found the limits, and who found the features?",
        "Compare with the readers in the bars above: the rule, the tree, the network. Which one is the bank's?",
        "The features came from ___, the limits from ___. That is what the ___ did.",
    ),
)
