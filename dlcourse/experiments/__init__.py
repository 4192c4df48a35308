"""Measurements too long for a lesson: each is a module with `run(...)`, and its full-length result is stored here.

A lesson calls `run` with a small setting and compares it with `load(name)`, the stored result of the full one.
`python -m dlcourse.experiments` lists them, `python -m dlcourse.experiments NAME` measures one again and stores it.
What a file of results/ looks like is `results.py`'s business. Nothing heavy is imported before an experiment is.
"""

from __future__ import annotations

from typing import Any

EXPERIMENTS = {
    "comparison_tables": "lesson 10: seven models on the tables of people, loans and penguins",
    "comparison_pictures": "lesson 10: models on 100, 300 and 1,000 pictures of clothes, by pixels and by edges",
    "comparison_pictures_3000": "lesson 10: the same on 3,000 pictures",
    "comparison_pictures_10000": "lesson 10: the same on 10,000 pictures",
    "comparison_schedule": "lesson 10: the convolutional network on 10,000 pictures, with lesson 8's learning rate",
    "comparison_text": "lesson 10: word counts and an embedding on sentences from film reviews",
    "overfitting": "lesson 9: each fix against overfitting alone, on few pictures",
    "digits": "lesson 8: two ways to read the digits, the quick one and the one that reads 99 of 100",
}

__all__ = ["EXPERIMENTS", "load"]


def load(name: str) -> dict[str, Any]:
    """Return the stored result of the experiment `name`, a dict; under "about" it says how it was made.

    "about" holds the command, the seeds, versions of Python and packages, the processor, and the CPU seconds it
    took. Raises ValueError for a name that is none, and `ResultError` (a `dlcourse.datasets.DataError`: one sentence that
    says how to mend it) if the file is missing or damaged.
    """
    from dlcourse.experiments import results

    if name not in EXPERIMENTS:
        raise ValueError(f"there is no experiment {name!r}; there are {', '.join(EXPERIMENTS)}")
    return results.read(name)
