"""What the README and CONTRIBUTING say of the repository is so: quoted code is the code, named files exist."""

import re
from pathlib import Path

import pytest

from dlcourse.cli import app

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md")


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_quoted_code_is_the_code_of_the_file_it_is_quoted_from():
    quotes = re.findall(r"<!-- quoted from (\S+) -->\n\n```python\n(.*?)```", page("CONTRIBUTING.md"), re.S)
    assert quotes
    for name, quoted in quotes:
        remaining = iter((ROOT / name).read_text(encoding="utf-8").splitlines())
        for line in quoted.rstrip().splitlines():
            assert line in remaining, f"not in {name}, or not in this order: {line}"


@pytest.mark.parametrize("name", PAGES)
def test_files_that_are_named_exist(name):
    named = re.findall(
        r"`((?:[\w.-]+/)+[\w.-]*\.\w+|\.ci/run|[\w-]+\.(?:py|toml|txt|yml|md|cff))`", page(name)
    )
    made_up = {"lessons/NN_name.py", "notebooks/NN_name.ipynb", "dlcourse/exercises/lesson_NN.py"}
    assert named or name == "README.md"
    for path in set(named) - made_up:
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", PAGES)
def test_commands_that_are_named_exist(name):
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    used = set(
        re.findall(
            r"\bdlcourse ([a-z]+)\b(?= --| `|`|\s|$)", "\n".join(re.findall(r"`([^`\n]+)`", page(name)))
        )
    )
    assert used
    assert used <= known
