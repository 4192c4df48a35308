"""Lesson 0, the road: find the lesson that answers a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dlcourse.checking import Correct, Exercise, Mistake, NotYet, show, value_check
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


def titles_too(check: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """Return a check that knows lessons by their titles, or the beginnings of these, and asks for the number then."""

    def checked(answer: Any) -> Correct | NotYet:
        said = " ".join(answer.split()).casefold().rstrip(".!") if isinstance(answer, str) else ""
        named = [one.number for one in LESSONS if len(said) > 3 and one.title.casefold().startswith(said)]
        if len(named) != 1:
            return check(answer)
        if named != [_RIGHT]:
            return check(named[0])
        return NotYet(
            "title",
            f"You give {show(answer)}. That is the lesson; asked is its *number*, which stands in front of the title in the "
            "picture of the road.",
        )

    checked.codes = ("title", *check.codes)  # type: ignore[attr-defined]
    return checked


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
        **{
            code: [f"lesson = {number}", f'lesson = "{LESSONS[number].title}"']
            for number, (code, _) in _NEAR.items()
        },
        **{f"lesson_{number}": [f"lesson = {number}"] for number in _OTHERS},
        "wrong_value": ["lesson = 19", "lesson = -9", "lesson = 8.5"],
        "title": [
            f'lesson = "{LESSONS[_RIGHT].title}"',
            'lesson = "Overfitting"',
            'lesson = "overfitting"',
        ],
        "wrong_type": [f'lesson = "lesson {_RIGHT}"', f'lesson = "{_RIGHT}"', 'lesson = "home"'],
        "wrong_shape": ["lesson = [9, 16]"],
        "in_brackets": [f"lesson = [{_RIGHT}]", f"lesson = {_RIGHT},"],
    },
    check=titles_too(
        value_check(
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
        )
    ),
    hints=(
        "Read the questions under the titles. Which of them is about two places?",
        "“The pictures it learned from” is one place, “new ones” is another: a home, and an outside.",
        "lesson = ___   # in the third stage: 7, 8, 9 or 10",
    ),
)
