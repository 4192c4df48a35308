"""Lesson 0, the road: find the lesson that answers a question."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake, value_check
from dlcourse.road import LESSONS

_RIGHT = next(lesson.number for lesson in LESSONS if lesson.title.startswith("Overfitting"))
_NEAR = {  # lessons that somebody has a reason to name: code and answer
    1: (
        "learning",
        "It begins with learning, too. Here something was learned, and then goes wrong elsewhere.",
    ),
    5: (
        "better",
        "This network did get better, on what it learned from. Which lesson asks why it fails elsewhere?",
    ),
    8: (
        "pictures",
        "“Pictures” is not what the complaint is about: it could be made of texts or prices as well.",
    ),
    10: (
        "simpler",
        "Nobody has compared this network with something simpler. Its own two results differ: why?",
    ),
    16: (
        "everything",
        "That would help, as it would with most things. One lesson asks about this one complaint.",
    ),
}
_OTHERS = [lesson.number for lesson in LESSONS if lesson.number not in {_RIGHT, *_NEAR}]


def _asks(number: int, then: str) -> Mistake:
    """Quote what the lesson with this number asks, and lead on."""
    return Mistake(number, f"You give {number}. That lesson asks: “{LESSONS[number].question}” {then}")


WHICH_LESSON = Exercise(
    id="0.7",
    title="The lesson that answers a question",
    kind="value",
    starter="lesson = ...",
    right=[
        f"lesson = {_RIGHT}",
        'from dlcourse.road import LESSONS\n\nlesson = next(one.number for one in LESSONS if "home" in one.question)',
        f"lesson = {_RIGHT}.0",
    ],
    wrong={
        **{code: [f"lesson = {number}"] for number, (code, _) in _NEAR.items()},
        **{f"lesson_{number}": [f"lesson = {number}"] for number in _OTHERS},
        "wrong_value": ["lesson = 19", "lesson = -9", "lesson = 8.5"],
        "wrong_type": [f'lesson = "{LESSONS[_RIGHT].title}"', f'lesson = "lesson {_RIGHT}"'],
        "wrong_shape": ["lesson = [9, 16]"],
        "in_brackets": [f"lesson = [{_RIGHT}]", f"lesson = {_RIGHT},"],
    },
    check=value_check(
        _RIGHT,
        mistakes={
            "in_brackets": Mistake(
                (_RIGHT,),
                "That is the right number with something around it. Take the brackets, or the comma, away.",
            ),
            **{code: _asks(number, then) for number, (code, then) in _NEAR.items()},
            **{
                f"lesson_{number}": _asks(number, "Is that what the complaint is about?")
                for number in _OTHERS
            },
        },
        otherwise=f"You give {{got}}. The lessons have the numbers 0 to {LESSONS[-1].number}.",
        success=f"“{LESSONS[_RIGHT].question}” At home: on what it learned from. Outside: on all the rest.",
        rtol=0,
    ),
    hints=(
        "Read the questions under the titles. Which of them is about two places?",
        "“The pictures it learned from” is one place, “new ones” is another: a home, and an outside.",
        "lesson = ___   # in the third stage: 7, 8, 9 or 10",
    ),
)
