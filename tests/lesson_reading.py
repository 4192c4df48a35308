"""Reads the lessons for the tests that look at them: their cells, exercises, predictions, claims, words and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

from dlcourse.checking import Exercise
from dlcourse.checking.exercise import lesson_module
from dlcourse.commands import pairs

ROOT = Path(__file__).parents[1]
CHECK = re.compile(r'(?m)^check\("(\d+\.\d+)"')


@dataclass(frozen=True)
class Lesson:
    """One lesson as shipped: its notebook with the stored outputs."""

    pair: pairs.Pair

    @property
    def name(self) -> str:
        return self.pair.name

    @property
    def number(self) -> int:
        return int(self.name.split("_")[0])

    @cached_property
    def notebook(self) -> NotebookNode:
        notebook = pairs.read_notebook(self.pair.notebook)
        assert notebook is not None, f"{self.name} has no readable notebook: run `dlcourse build`"
        return notebook

    @property
    def cells(self) -> list[NotebookNode]:
        return self.notebook.cells

    @property
    def code(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @property
    def markdown(self) -> list[str]:
        return [cell.source for cell in self.cells if cell.cell_type == "markdown"]

    @property
    def header(self) -> str:
        return self.cells[0].source

    @property
    def words(self) -> int:
        """How many words of prose a reader meets, without badges, addresses and blocks of code."""
        text = re.sub(
            r"(?s)<!-- badges -->.*?<!-- /badges -->|<!--.*?-->|```.*?```", " ", "\n".join(self.markdown)
        )
        text = re.sub(r"\]\([^)]*\)", "]", text)
        return len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text))

    @property
    def exercises(self) -> list[Exercise]:
        return list(lesson_module(self.number).EXERCISES)

    @property
    def checks(self) -> dict[str, NotebookNode]:
        """The cell of each exercise, by its id, in the order of the page."""
        found = {}
        for cell in self.code:
            for exercise_id in CHECK.findall(cell.source):
                assert exercise_id not in found, f"exercise {exercise_id} is checked twice"
                found[exercise_id] = cell
        return found

    def calls(self, function: str) -> int:
        """How many calls of `function` stand in the code cells."""
        return sum(len(re.findall(rf"\b{re.escape(function)}\(", cell.source)) for cell in self.code)


LESSONS = [Lesson(pair) for pair in pairs.find_pairs(ROOT)]


def outcomes(notebook: NotebookNode) -> dict[str, str]:
    """Return {exercise id: the word of its outcome} as the outputs of an executed notebook show them."""
    found = {}
    for cell in notebook.cells:
        for exercise_id in CHECK.findall(cell.source) if cell.cell_type == "code" else []:
            texts = [output["data"].get("text/plain", "") for output in cell.outputs if "data" in output]
            judged = [re.match(rf"\S {re.escape(exercise_id)} ([^.]+)\.", text) for text in texts]
            words = [match[1] for match in judged if match]
            assert len(words) == 1, f"{exercise_id} shows {texts}"
            found[exercise_id] = words[0]
    return found
