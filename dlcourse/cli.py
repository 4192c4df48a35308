"""The `dlcourse` command: reads the command line, calls `dlcourse.commands`, says faults in one sentence."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dlcourse.commands import CommandError
from dlcourse.course_files import course_root

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _say(text: str) -> None:
    """Print one line for the person at the terminal (a message may hold brackets, so no markup)."""
    from rich.console import Console

    Console(highlight=False, soft_wrap=True).print(text, markup=False)


def main() -> None:
    """Run the command line; a fault we foresaw ends in one sentence and exit code 1."""
    try:
        app()
    except CommandError as error:
        sentence = str(error)
    except OSError as error:
        sentence = f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
    except ModuleNotFoundError as error:
        sentence = (
            f"This command needs the package {error.name!r}; install it with: pip install 'dlcourse[test]'"
        )
    else:
        return
    print(f"dlcourse: {sentence}", file=sys.stderr)
    sys.exit(1)


@app.callback()
def course() -> None:
    """A first course in deep learning. Start with: dlcourse lab"""


@app.command(rich_help_panel="For authors")
def build(
    names: Annotated[
        list[str] | None, typer.Argument(help="Lessons, such as 02 or 02_the_neuron. All if left out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Execute even what is up to date.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say what is out of step.")] = False,
) -> None:
    """Make the notebooks from lessons/ and execute those that are stale."""
    from dlcourse.commands import build as work

    if check:
        raise typer.Exit(0 if work.check(course_root(), names, _say) else 1)
    work.build(course_root(), names, _say, force=force)


if __name__ == "__main__":
    main()
