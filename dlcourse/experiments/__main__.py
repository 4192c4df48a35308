"""`python -m dlcourse.experiments [NAME] [--check]`: lists the experiments, measures one again, or checks what is stored.

An experiment's module has `run()`, whose defaults are the full length: it returns a dict of what JSON can hold, and
prints nothing (it may take `report`, a function that is called with a line now and then). It may have `SEEDS`, and
`check(stored)`, which measures a small part again and returns a list of sentences about what disagrees.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import sys
import time
from collections.abc import Callable, Sequence

from dlcourse.datasets import DataError
from dlcourse.experiments import EXPERIMENTS, results


def measure(name: str, say: Callable[[str], object]) -> None:
    """Run the experiment `name` at full length and store the result."""
    module = importlib.import_module(f"dlcourse.experiments.{name}")
    began = time.process_time()
    options = {"report": say} if "report" in inspect.signature(module.run).parameters else {}
    result = module.run(**options)
    spent = time.process_time() - began
    place = results.write(name, result, seeds=getattr(module, "SEEDS", ()), cpu_seconds=spent)
    say(f"{name}: {spent:.0f} CPU seconds, stored in {place}")


def check(name: str, say: Callable[[str], object]) -> bool:
    """Say whether the stored result of `name` is whole and, where the experiment knows how, agrees with a short run."""
    try:
        stored = results.read(name)
    except DataError as error:
        say(str(error))
        return False
    module = importlib.import_module(f"dlcourse.experiments.{name}")
    faults = module.check(stored) if hasattr(module, "check") else []
    for fault in faults:
        say(f"{name}: {fault}")
    if not faults:
        say(f"{name}: fine")
    return not faults


def main(words: Sequence[str] | None = None, say: Callable[[str], object] | None = None) -> int:
    """Carry out the command line `words`; returns 0, or 1 if a stored result is at fault."""
    say = say or (lambda line: print(line, flush=True))
    reader = argparse.ArgumentParser(
        prog="python -m dlcourse.experiments", description=__doc__.splitlines()[0]
    )
    reader.add_argument(
        "name", nargs="?", choices=list(EXPERIMENTS), help="the experiment; without one, all are listed"
    )
    reader.add_argument(
        "--check",
        action="store_true",
        help="store nothing; say whether the stored files are whole and, where an experiment knows how, agree with a short run",
    )
    asked = reader.parse_args(words)
    if asked.check:
        return 0 if all([check(name, say) for name in ([asked.name] if asked.name else EXPERIMENTS)]) else 1
    if asked.name:
        measure(asked.name, say)
    else:
        for name, about in EXPERIMENTS.items():
            say(f"{name:22} {about}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
