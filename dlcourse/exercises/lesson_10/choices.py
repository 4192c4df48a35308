"""Exercises 10.3 and 10.8: why forests need no scaling, and which model for which task. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHY_TREES = Exercise(
    id="10.3",
    title="Why the trees did not care",
    kind="choice",
    starter="...",
    right=('"c"', "'C)'"),
    wrong={
        "scales_by_itself": ['"a"'],
        "too_few_columns": ['"b"'],
        "many_trees_average": ['"d"'],
        "not_a_choice": ["3"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "scales_by_itself",
                "A forest does not scale anything, and needs not. Look at one question of a tree, like “is the bird heavier than 4,750 g?”: which birds say yes if "
                "you ask in kilograms?",
            ),
            "b": (
                "too_few_columns",
                "The SVM and the network had the same four columns, and they suffered. What do these two do with the columns that a tree does not?",
            ),
            "d": (
                "many_trees_average",
                "A single tree stays the same, too: try it. It is in the kind of question that a tree asks.",
            ),
        },
        success="Any change that keeps the order (grams, kilograms, the logarithm) keeps every possible group of birds. Distances and weighted sums are another matter.",
    ),
    hints=(
        "What does one tree ask about one column?",
        "“Heavier than 4,750 g?” and “heavier than 4.75 kg?” split the birds into the same two groups.",
        "A tree compares one column with a ___; what counts is the ___ of the values, not their size.",
    ),
)

WHICH_MODEL = Exercise(
    id="10.8",
    title="A model for a clinic",
    kind="choice",
    starter="...",
    right=('"b"', "'(b)'"),
    wrong={
        "deep_is_best": ['"a"'],
        "accuracy_misleads": ['"c"'],
        "pictures_want_pixels": ['"d"'],
        "not_a_choice": ['"boosting"'],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "deep_is_best",
                "On tables of this size none of our networks was clearly ahead, and each took about a hundred times the work. What would it be chosen for?",
            ),
            "c": (
                "accuracy_misleads",
                "With 4 % ill, 96 % accuracy is what “healthy” for everybody reaches. Which measure sees that?",
            ),
            "d": (
                "pictures_want_pixels",
                "A convolution looks for patterns among *neighbours*. In a table the neighbour of a column is an accident of how it was written down.",
            ),
        },
        success="Start with what is cheap and was never clearly beaten on such data, judge by a measure that sees the rare class, and change only if another model wins over all seeds.",
    ),
    hints=(
        "A table, few rows, a rare class: which experiment of this lesson looks like that?",
        "Two things are to be chosen: the model, by what won on small tables; the measure, by what misled on loans.",
        "Small ___: trees and linear models first. Rare class: ___ accuracy.",
    ),
)
