"""`dlcourse links`: every Binder, Colab and GitHub link follows one setting, `[tool.dlcourse]` in pyproject.toml.

It writes the badges at the head of each lesson, the cell that installs the course on Colab, and the links in
the files of the project's front page.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dlcourse.colours import BLUE
from dlcourse.commands import CommandError

FRONT_PAGES = ("README.md", "CONTRIBUTING.md", "CITATION.cff", "pyproject.toml")
BADGES = re.compile(r"(?m)^(?P<lead>(?:# )?)<!-- badges -->\n(?:(?P=lead).*\n(?P=lead)<!-- /badges -->\n)?")
COLAB_CELL = re.compile(r'(?m)^# %%[^\n]*tags=\["colab"\][^\n]*\n(?P<body>(?:(?!# %%).*\n)*)')

# What Colab has not: the course itself and what explorers stand on. `--no-deps` leaves all else as Colab made it,
# above all its TensorFlow, which is built for its graphics cards.
COLAB_LACKS = ("anywidget", "psygnal")


@dataclass(frozen=True)
class Place:
    """Where the course is published."""

    repo: str
    branch: str

    @property
    def github(self) -> str:
        """The repository's page."""
        return f"https://github.com/{self.repo}"

    @property
    def archive(self) -> str:
        """The branch as one file that pip installs."""
        return f"{self.github}/archive/refs/heads/{quote(self.branch)}.zip"

    def colab(self, notebook: str) -> str:
        """Open a notebook on Colab."""
        address = "https://colab.research.google.com/github"
        return f"{address}/{self.repo}/blob/{quote(self.branch)}/notebooks/{notebook}.ipynb"

    def binder(self, notebook: str) -> str:
        """Open a notebook on Binder."""
        address = "https://mybinder.org/v2/gh"
        branch = quote(self.branch, safe="")
        return f"{address}/{self.repo}/{branch}?urlpath=lab/tree/notebooks/{notebook}.ipynb"


def read_place(root: Path) -> Place:
    """Return the setting in pyproject.toml; CommandError if it is not there."""
    try:
        setting = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["dlcourse"]
        return Place(setting["repo"], setting["branch"])
    except (FileNotFoundError, KeyError):
        raise CommandError(
            f"{root} is no checkout of the course: it has no [tool.dlcourse] setting."
        ) from None


def new_place(old: Place, repo: str | None, branch: str | None) -> Place:
    """Return `old` with what was given; CommandError if that is no repository or branch name."""
    place = Place(repo or old.repo, branch or old.branch)
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", place.repo):
        raise CommandError(f"A repository is OWNER/NAME, not {place.repo!r}.")
    if not re.fullmatch(r"[\w./+-]+", place.branch):
        raise CommandError(f"This is no branch name: {place.branch!r}.")
    return place


def badges(place: Place, notebook: str, *, offline: bool = True) -> str:
    """Return the line of badges for one notebook.

    In a lesson the badges are part of the page, so that opening it asks no server for anything; GitHub shows
    such pictures in no README, and there the services' own ones stand.
    """
    colab, binder = (
        (_badge("Open in Colab"), _badge("Open on Binder"))
        if offline
        else (
            "https://colab.research.google.com/assets/colab-badge.svg",
            "https://mybinder.org/badge_logo.svg",
        )
    )
    return (
        f"[![Open in Colab]({colab})]({place.colab(notebook)}) "
        f"[![Open on Binder]({binder})]({place.binder(notebook)})"
    )


def _badge(text: str) -> str:
    """Return a small blue badge as an address that holds the picture itself."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="112" height="22"><rect width="112" height="22" rx="4" '
        f'fill="{BLUE}"/><text x="56" y="15" font-family="sans-serif" font-size="12" fill="#fff" '
        f'text-anchor="middle">{text}</text></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def colab_cell(place: Place) -> str:
    """Return the code that installs the course on Colab where it is missing, and does nothing elsewhere."""
    lacks = ", ".join(f'"{package}"' for package in COLAB_LACKS)
    return f'''# On Colab this installs the course, and leaves Colab's TensorFlow alone. Elsewhere it does nothing.
import importlib.util
import os
import subprocess
import sys

if "COLAB_RELEASE_TAG" in os.environ and importlib.util.find_spec("dlcourse") is None:
    course = "{place.archive}"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, course, {lacks}], check=True)
'''


def rewritten(root: Path, old: Place, new: Place) -> dict[Path, str]:
    """Return {file: new text} for every file whose links do not follow `new` (they followed `old` so far)."""
    changed = {}
    for path in [root / name for name in FRONT_PAGES] + sorted((root / "lessons").glob("*.py")):
        if not path.exists():
            continue
        before = path.read_text(encoding="utf-8")
        text = _setting(before, new) if path.name == "pyproject.toml" else before
        text = _addresses(text, old, new)
        notebook = path.stem if path.suffix == ".py" else "00_welcome"
        text = BADGES.sub(_badge_block(badges(new, notebook, offline=path.suffix == ".py")), text)
        if path.suffix == ".py":
            text = COLAB_CELL.sub(
                lambda m: m[0][: m.start("body") - m.start()] + colab_cell(new) + "\n", text
            )
        if text != before:
            changed[path] = text
    return changed


def _setting(text: str, new: Place) -> str:
    head, mark, rest = text.partition("[tool.dlcourse]")
    rest = re.sub(r'(?m)^repo = ".*?"', f'repo = "{new.repo}"', rest, count=1)
    rest = re.sub(r'(?m)^branch = ".*?"', f'branch = "{new.branch}"', rest, count=1)
    return head + mark + rest


def _addresses(text: str, old: Place, new: Place) -> str:
    """Rewrite addresses that stand in running text."""
    text = re.sub(
        r"https://colab\.research\.google\.com/github/[^\s)]+?/notebooks/(\w+)\.ipynb",
        lambda m: new.colab(m[1]),
        text,
    )
    text = re.sub(
        r"https://mybinder\.org/v2/gh/[^\s)]+?\?urlpath=lab/tree/notebooks/(\w+)\.ipynb",
        lambda m: new.binder(m[1]),
        text,
    )
    text = text.replace(old.archive, new.archive)
    return re.sub(re.escape(old.github) + r"(?![\w-])", new.github, text)


def _badge_block(line: str) -> Callable[[re.Match[str]], str]:
    def block(match: re.Match[str]) -> str:
        return "".join(f"{match['lead']}{one}\n" for one in ("<!-- badges -->", line, "<!-- /badges -->"))

    return block
