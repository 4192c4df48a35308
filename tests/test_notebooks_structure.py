"""Every lesson has what the curriculum asks of it, and its notebook holds nothing that strict nbval would not see."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from lesson_reading import LESSONS, ROOT, Lesson
from nbformat import NotebookNode

from dlcourse.commands import build, links, pairs


@dataclass(frozen=True)
class Minimum:
    """What the curriculum asks of a lesson at least (size: at least and at most)."""

    exercises: int = 5
    explorers: int = 0
    claims: int = 1
    predictions: int = 2
    choices: int = 2
    kinds: int = 3
    cells: tuple[int, int] = (30, 60)
    words: tuple[int, int] = (1000, 2200)


EXPLORED = Minimum(explorers=1)
SMALL = Minimum(exercises=4, cells=(20, 60), words=(700, 2200))  # the first and the last lesson
MINIMA = {
    **dict.fromkeys(range(19), Minimum()),
    **dict.fromkeys(range(3, 11), Minimum(exercises=6, explorers=1)),
    **dict.fromkeys((12, 13, 14), EXPLORED),
    0: SMALL,
    1: Minimum(claims=2),
    2: Minimum(exercises=6, explorers=1),
    18: SMALL,
}

LINES = 12  # of a code cell that the learner is meant to read
TAGS = {
    "colab",  # the cell that installs the course on Colab
    "machinery",  # longer than twelve lines, and not meant to be read
    "raises-exception",  # an error that the text speaks about
    "nbval-ignore-output",  # must show something that depends on the machine; a claim follows
}
VERBS = {
    "adapt", "apply", "build", "calculate", "change", "check", "choose", "compare", "compute", "count", "decide",
    "define", "derive", "describe", "detect", "draw", "estimate", "evaluate", "explain", "find", "fix", "generate",
    "give", "interpret", "judge", "list", "load", "measure", "name", "plot", "predict", "prepare", "prove", "read",
    "recognise", "reproduce", "run", "say", "save", "show", "split", "state", "stop", "tell", "test", "trace",
    "train", "tune", "turn", "use", "write",
}  # fmt: skip

by_name = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)


@by_name
def test_header(lesson: Lesson) -> None:
    assert re.match(rf"# {lesson.number} · \S", lesson.header)
    assert re.search(r"\*\*The question:\*\* .+\?", lesson.header)
    assert re.search(r"\*\*Time:\*\* \d+ minutes", lesson.header)
    assert re.search(r"\*\*You need:\*\* \S", lesson.header)


@by_name
def test_objectives_begin_with_a_verb_that_can_be_tested(lesson: Lesson) -> None:
    _, _, after = lesson.header.partition("**After this lesson you can**")
    objectives = re.findall(r"(?m)^- (\w+)", after)
    assert 3 <= len(objectives) <= 5
    assert set(objectives) <= VERBS, "if it can be tested, add the verb"


@by_name
def test_badges_and_the_colab_cell(lesson: Lesson) -> None:
    place = links.read_place(ROOT)
    assert links.badges(place, lesson.name) in lesson.header
    assert lesson.cells[1].metadata.get("tags") == ["colab"]
    assert lesson.cells[1].source == links.colab_cell(place).rstrip()


@by_name
def test_size(lesson: Lesson) -> None:
    minimum = MINIMA[lesson.number]
    assert minimum.cells[0] <= len(lesson.cells) <= minimum.cells[1]
    assert minimum.words[0] <= lesson.words <= minimum.words[1]


@by_name
def test_code_cells_are_short(lesson: Lesson) -> None:
    for cell in lesson.code:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert lines, "an empty code cell is never compared"
        if not {"machinery", "colab"} & set(cell.metadata.get("tags", [])):
            assert len(lines) <= LINES, cell.source


@by_name
def test_exercises(lesson: Lesson) -> None:
    minimum = MINIMA[lesson.number]
    kinds = [exercise.kind for exercise in lesson.exercises]
    assert len(kinds) >= minimum.exercises
    assert len(set(kinds)) >= minimum.kinds
    assert kinds.count("choice") >= minimum.choices
    for exercise in lesson.exercises:
        before = lesson.cells[lesson.cells.index(lesson.checks[exercise.id]) - 1]
        assert f"**Exercise {exercise.id}.**" in before.source


@by_name
def test_predictions_are_asked_and_answered(lesson: Lesson) -> None:
    calls = [call for cell in lesson.code for call in re.split(r"(?=(?<![.\w])predict\()", cell.source)[1:]]
    ids = {True: [], False: []}
    for call in calls:
        match = re.match(r'predict\(\s*"(\d+\.[a-z])"', call)
        assert match, call
        ids["happened=" in call].append(match[1])
    asked, answered = ids[False], ids[True]
    assert len(asked) >= MINIMA[lesson.number].predictions
    assert asked == answered, "every guess is asked for first, and answered"
    assert all(name.startswith(f"{lesson.number}.") for name in asked)


@by_name
def test_claims_and_explorers(lesson: Lesson) -> None:
    assert lesson.calls("claim") >= MINIMA[lesson.number].claims
    explorers = sum(len(re.findall(r"\bexplore\.\w+\(", cell.source)) for cell in lesson.code)
    assert explorers >= MINIMA[lesson.number].explorers


@by_name
def test_close(lesson: Lesson) -> None:
    prose = [n for n, cell in enumerate(lesson.cells) if "## To take with you" in cell.source]
    assert len(prose) == 1
    close = "\n".join(cell.source for cell in lesson.cells[prose[0] :])
    points = close.partition("## To take with you")[2].partition("**New words**")[0]
    assert 3 <= len(re.findall(r"(?m)^- ", points)) <= 5
    words = close.partition("**New words**")[2].partition("**Common mistakes**")[0]
    assert re.search(r"(?m)^- \*\*[^*]+\*\*", words)
    assert re.search(r"(?m)^- ", close.partition("**Common mistakes**")[2].partition("**Next:**")[0])
    assert "**Next:**" in close
    assert lesson.code[-1].source.rstrip().endswith("progress()")


@by_name
def test_new_words_are_bold_where_they_first_stand(lesson: Lesson) -> None:
    before, _, close = "\n".join(lesson.markdown).partition("**New words**")
    for word in re.findall(r"(?m)^- \*\*([^*]+)\*\*", close.partition("**Common mistakes**")[0]):
        assert re.search(rf"(?i)\*\*{re.escape(word)}", before), word


@by_name
def test_every_picture_has_alternative_text(lesson: Lesson) -> None:
    for output in every_output(lesson):
        if "image/png" in output.get("data", {}):
            alt = output.get("metadata", {}).get("image/png", {}).get("alt", "")
            assert len(alt.split()) >= 5, output.data.get("text/plain")
    for text in lesson.markdown:
        assert all(alt.strip() for alt in re.findall(r"!\[([^\]]*)\]", text))
        assert all(re.search(r'\balt="[^"]+"', image) for image in re.findall(r"<img[^>]*>", text))


@by_name
def test_links_lead_somewhere(lesson: Lesson) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", "\n".join(lesson.markdown)):
        assert_leads_somewhere(target, lesson.pair.notebook.parent)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md"])
def test_links_of_the_front_pages_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        assert_leads_somewhere(target, path.parent)


@by_name
def test_code_is_keras_3(lesson: Lesson) -> None:
    code = "\n".join(cell.source for cell in lesson.code)
    assert not re.search(
        r"\btf\.keras\b|\btensorflow\.keras\b|\binput_shape\s*=|\bjit_compile\s*=\s*True", code
    )


@by_name
def test_tags_are_known(lesson: Lesson) -> None:
    for number, cell in enumerate(lesson.cells):
        tags = set(cell.metadata.get("tags", []))
        assert tags <= TAGS
        assert not re.search(r"(?m)^\s*#\s*(NBVAL|PYTEST_VALIDATE)_", cell.source), "tags, not comments"
        if "nbval-ignore-output" in tags:
            following = [c for c in lesson.cells[number + 1 :] if c.cell_type == "code"]
            assert "claim(" in following[0].source


@by_name
def test_every_code_cell_was_run_and_stored(lesson: Lesson) -> None:
    """A cell without an execution count is not compared by nbval, whatever it shows."""
    assert [cell.execution_count for cell in lesson.code] == list(range(1, len(lesson.code) + 1))


@by_name
def test_outputs_can_be_compared(lesson: Lesson) -> None:
    for cell in lesson.code:
        assert not cell.source.rstrip().endswith(";"), "a final ; does not hide a value from nbval"
        assert not re.search(r"\binteract\(|\bOutput\(\)", cell.source), (
            "these fail strict nbval: use an explorer"
        )
    for output in every_output(lesson):
        assert output.get("name") != "stderr"
        texts = [output.get("text", ""), *output.get("data", {}).values()]
        assert not any(re.search(r"\bat 0x[0-9a-f]{6,}", text) for text in texts if isinstance(text, str))
        assert "image/svg+xml" not in output.get("data", {}), "SVG never repeats: keep PNG"
        assert pairs.WIDGET_VIEW not in output.get("data", {})


def test_lessons_and_notebooks_are_in_step() -> None:
    said: list[str] = []
    assert build.check(ROOT, None, said.append), "\n".join(said)


def test_lessons_are_numbered_without_a_gap() -> None:
    assert [lesson.number for lesson in LESSONS] == list(range(len(LESSONS)))


def every_output(lesson: Lesson) -> list[NotebookNode]:
    return [output for cell in lesson.code for output in cell.outputs]


def assert_leads_somewhere(target: str, folder: object) -> None:
    """A link to the outside is left to readers; one to a file or a heading of ours must be right."""
    if re.match(r"(https?|mailto):|data:image/", target):
        return
    file, _, heading = target.partition("#")
    path = folder / file if file else None
    assert path is None or path.exists(), target
    if heading and path is not None and path.suffix == ".ipynb":
        headings = [
            line.lstrip("# ").replace(" ", "-") for line in path.read_text().splitlines() if "# " in line
        ]
        assert any(heading in one for one in headings), target
