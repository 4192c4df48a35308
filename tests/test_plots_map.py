"""The road of lessons is the one that can be walked, and its picture and the picture of a digit say what they show."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dlcourse import plots
from dlcourse.checking.exercise import lesson_module
from dlcourse.course_files import notebooks_dir
from dlcourse.road import LESSONS, STAGES

ROOT = Path(__file__).parents[1]


def texts(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def discs(figure):
    """The stations by number: are they filled?"""
    points = {round(line.get_ydata()[0], 3): line.get_markerfacecolor() for line in figure.axes[0].lines}
    numbers = {t.get_text(): round(t.get_position()[1] - 0.01, 3) for t in figure.axes[0].texts}
    return {int(text): points[y] != "white" for text, y in numbers.items() if text.isdigit()}


def test_the_lessons_are_numbered_from_0_without_a_gap_and_the_stages_follow_each_other():
    assert [lesson.number for lesson in LESSONS] == list(range(19))
    stages = [lesson.stage for lesson in LESSONS]
    assert stages == sorted(stages)
    assert set(stages) == set(range(len(STAGES)))


def test_exactly_the_lessons_that_have_a_notebook_are_marked_as_written():
    there = {int(path.name[:2]) for path in notebooks_dir().glob("[0-9][0-9]_*.ipynb")}
    written = {lesson.number for lesson in LESSONS if lesson.written}
    assert written == there, "set `written` in dlcourse/road.py, then: dlcourse build --force 00"


def test_title_question_and_minutes_are_the_same_on_the_road_and_in_the_lesson():
    for lesson in (lesson for lesson in LESSONS if lesson.written):
        assert lesson.title == lesson_module(lesson.number).TITLE
        (source,) = (ROOT / "lessons").glob(f"{lesson.number:02d}_*.py")
        header = source.read_text("utf-8").partition("\n# %%")[2].partition("\n# %%")[0]
        assert re.search(r"(?m)^# # \d+ · (.+)$", header)[1] == lesson.title
        assert re.search(r"\*\*The question:\*\* (.+)", header)[1] == lesson.question
        assert re.search(r"\*\*Time:\*\* (\d+) minutes", header)[1] == str(lesson.minutes)


def test_the_front_page_tells_the_same_road():
    rows = re.findall(
        r"(?m)^\| (\d+) \| (.+?) \| (.+?) \| (\d+) \| (.+?) \|$", (ROOT / "README.md").read_text("utf-8")
    )
    ready = sum(lesson.written for lesson in LESSONS)
    assert f"{ready} of {len(LESSONS)} lessons are ready" in (ROOT / "README.md").read_text("utf-8")
    told = {
        int(number): (title, question, int(minutes), state)
        for number, title, question, minutes, state in rows
    }
    assert list(told) == [lesson.number for lesson in LESSONS]
    for lesson in LESSONS:
        title, question, minutes, state = told[lesson.number]
        assert re.sub(r"\[(.+)\]\(.+\)", r"\1", title) == lesson.title
        assert (question, minutes) == (lesson.question, lesson.minutes)
        assert state == ("ready" if lesson.written else "to come")
        assert ("](notebooks/" in title) == lesson.written


def test_the_road_names_every_lesson_once_and_fills_only_what_is_ready():
    figure = plots.road()
    shown = texts(figure)
    assert all(shown.count(lesson.title) == 1 for lesson in LESSONS)
    assert all(shown.count(stage) == 1 for stage in STAGES)
    assert discs(figure) == {lesson.number: lesson.written for lesson in LESSONS}
    assert all(lesson.question in " ".join(shown) for lesson in LESSONS)
    assert all(f"{lesson.title}: {lesson.question}" in figure.alt_text for lesson in LESSONS)


def test_the_road_changes_with_what_is_written_and_with_where_one_stands():
    lessons = [replace(lesson, written=lesson.number in (3, 5)) for lesson in LESSONS[:7]]
    figure = plots.road(lessons, here=3)
    assert [number for number, filled in discs(figure).items() if filled] == [3, 5]
    assert "Ready now: 3, 5;" in figure.alt_text
    (marker,) = (text for text in figure.axes[0].texts if text.get_text() == "you are here")
    (title,) = (text for text in figure.axes[0].texts if text.get_text() == LESSONS[3].title)
    assert marker.xy[1] == pytest.approx(title.get_position()[1])


def test_every_word_of_the_road_lies_within_its_picture_and_none_on_another():
    figure = plots.road()
    figure.canvas.draw()
    boxes = {text.get_text(): text.get_window_extent() for text in figure.axes[0].texts}
    width, height = figure.bbox.width, figure.bbox.height
    for name, box in boxes.items():
        assert 0 <= box.x0 < box.x1 <= width, name
        assert 0 <= box.y0 < box.y1 <= height, name
    words = sorted(boxes)
    overlapping = [(a, b) for i, a in enumerate(words) for b in words[i + 1 :] if boxes[a].overlaps(boxes[b])]
    assert not overlapping


def test_a_picture_is_shown_with_the_numbers_of_one_square():
    image = np.arange(30).reshape(5, 6)
    figure = plots.pixels(image, corner=(1, 2), side=3)
    assert texts(figure) == [str(n) for n in (8, 9, 10, 14, 15, 16, 20, 21, 22)]
    whole, close = figure.axes
    assert [tick.get_text() for tick in close.get_xticklabels()] == ["2", "3", "4"]
    assert [tick.get_text() for tick in close.get_yticklabels()] == ["1", "2", "3"]
    assert (whole.get_xticks()[-1], whole.get_yticks()[-1]) == (5, 4), "the last column and row have a number"
    assert "5 rows and 6 columns" in figure.alt_text
    assert "from 8 " in figure.alt_text
    assert "to 22 " in figure.alt_text


@pytest.mark.parametrize("corner", [(3, 3), (-1, 0), (0, 4)])
def test_a_square_outside_the_picture_is_refused(corner):
    with pytest.raises(ValueError, match="does not lie"):
        plots.pixels(np.zeros((5, 6)), corner=corner, side=3)
