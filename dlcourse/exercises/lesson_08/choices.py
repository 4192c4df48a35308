"""Exercises 8.8 and 8.10: why a moved picture is lost, and what of a trained network to keep. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, choice_check

WHY_LOST = Exercise(
    id="8.8",
    title="Four pixels to the right",
    kind="choice",
    starter="...",
    right=('"b"', "'B)'"),
    wrong={
        "kernels_have_places": ['"a"'],
        "edge_lost": ['"c"'],
        "too_few_parameters": ['"d"'],
        "not_a_choice": ['"f"', "8"],
    },
    check=choice_check(
        "b",
        {
            "a": (
                "kernels_have_places",
                "A kernel has no place: the same nine or twenty-five numbers are used everywhere, so an edge gives the same answer "
                "four pixels further on. Follow the maps one layer on: who reads them?",
            ),
            "c": (
                "edge_lost",
                "Some pixels do leave the picture. But look one cell on: after an epoch on moved pictures the same network reads most "
                "of them, so what is left is enough.",
            ),
            "d": (
                "too_few_parameters",
                "The dense network has as many and loses more. It is not how many numbers there are, but what each of them is tied to.",
            ),
        },
        success="The maps move with the picture, as you have seen. The dense layer behind `Flatten` has a weight of its own for each place, and learned them for pictures in the middle.",
    ),
    hints=(
        "A moved picture gives moved feature maps. Which layer is not indifferent to that?",
        "After `Flatten`, is there still one weight for all places, or one for each?",
        "The ___ move with the picture; the weights of the ___ layer stay where they are.",
    ),
)

WHAT_TO_KEEP = Exercise(
    id="8.10",
    title="What to keep",
    kind="choice",
    starter="...",
    right=('"c"', '"(C)"'),
    wrong={
        "trains_everything_anew": ['"a"'],
        "keeps_the_answers": ['"b"'],
        "keeps_the_wrong_end": ['"d"'],
        "not_a_choice": ["None", '"conv"'][1:],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "trains_everything_anew",
                "That is training from scratch: you have just measured that it reads fewer. A hundred pictures are few for so many weights.",
            ),
            "b": (
                "keeps_the_answers",
                "Then nothing could change, and the last layer would go on naming the old classes. Something must learn the new ones.",
            ),
            "d": (
                "keeps_the_wrong_end",
                "The last layers are those that know the *old* classes; strokes and corners, which every digit has, are found by the first.",
            ),
        },
        success="Early layers find what pictures of a kind have in common; the last ones name the classes. With more new pictures one may let all of it learn, with small steps.",
    ),
    hints=(
        "Which layers found something that is in the new digits as well?",
        "Convolutions find strokes. The last layer gives one score for each of the old classes.",
        "Keep the ___, replace the ___.",
    ),
)
