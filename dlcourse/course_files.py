"""Where the course's own files lie: data/ and notebooks/, in a checkout and in an installed wheel.

In a checkout they are the folders beside the package; the wheel carries them inside it. What lies in them
is the business of `datasets` and `cli`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def course_root() -> Path:
    """Return the folder that holds data/ and notebooks/."""
    inside = _PACKAGE / "course"
    return inside if inside.is_dir() else _PACKAGE.parent


def data_dir() -> Path:
    """Return the folder of the shipped data sets."""
    return course_root() / "data"


def notebooks_dir() -> Path:
    """Return the folder of the shipped notebooks."""
    return course_root() / "notebooks"
