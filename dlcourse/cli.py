"""The `dlcourse` command: reads the command line, calls `dlcourse.commands`, says faults in one sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dlcourse.commands import CommandError
from dlcourse.commands.typed import typed
from dlcourse.course_files import course_root, notebooks_dir
from dlcourse.supported import python_fault

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
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal without ✓ shows a question mark
    try:
        app()
    except CommandError as error:
        sentence = str(error)
    except OSError as error:
        sentence = f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
    except ModuleNotFoundError as error:
        sentence = (
            f"This command is for authors and needs the package {error.name!r}; "
            "in a checkout of the course: pip install -e '.[test]'"
        )
    else:
        return
    print(f"dlcourse: {sentence}", file=sys.stderr)
    sys.exit(1)


@app.callback(help=f"A first course in deep learning. Start with: {typed()} lab")
def course() -> None:
    """Say what the command is for."""


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": False})
def lab(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Your folder of lessons. ~/dlcourse-lessons if left out.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser, too.")] = True,
) -> None:
    """Copy the lessons into your own folder and open JupyterLab there. Options of Jupyter follow after --."""
    from dlcourse.commands import lab as work

    fault = python_fault()
    if fault:
        raise CommandError(fault)
    place = (folder or work.DEFAULT_FOLDER).expanduser().absolute()
    work.bring_lessons(notebooks_dir(), place, _say)
    _say(f"Your lessons are in {place}. JupyterLab opens there; stop it with Ctrl-C.")
    work.open_lab(work.jupyter_command(place, browser=browser, extra=context.args))


@app.command()
def doctor() -> None:
    """Look whether everything is here that the course needs, and say what to do about each fault."""
    from rich.console import Console
    from rich.text import Text

    from dlcourse.commands import doctor as work

    console = Console(highlight=False, soft_wrap=True)
    states = []
    for finding in work.examine():
        symbol, style = {"fine": ("✓", "green"), "note": ("!", "yellow"), "mend": ("✗", "bold red")}[
            finding.state
        ]
        advice = f": {finding.advice}" if finding.advice else ""
        console.print(Text.assemble((f"{symbol} {finding.subject:14}", style), f"{finding.found}{advice}"))
        states.append(finding.state)
    if "mend" in states:
        raise CommandError(f"Please mend what is marked with ✗ and run `{typed()} doctor` again.")
    console.print(f"Everything is in order. Start with: {typed()} lab", markup=False)


@app.command()
def progress() -> None:
    """Show what you have solved, tried and guessed so far."""
    from rich.console import Console

    from dlcourse.commands import progress as work

    shown, notice = work.table()
    Console(highlight=False).print(shown)
    if notice:
        _say(notice)


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


@app.command(rich_help_panel="For authors")
def links(
    repo: Annotated[str | None, typer.Option(help="OWNER/NAME on GitHub. As it was if left out.")] = None,
    branch: Annotated[
        str | None, typer.Option(help="The branch that is published. As it was if left out.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say which files differ.")] = False,
) -> None:
    """Make every Binder, Colab and GitHub link follow one setting in pyproject.toml."""
    from dlcourse.commands import links as work

    root = course_root()
    old = work.read_place(root)
    changed = work.rewritten(root, old, work.new_place(old, repo, branch))
    for path, text in changed.items():
        _say(f"{path.relative_to(root)}: {'differs' if check else 'links set'}")
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
    if check and changed:
        raise CommandError("`dlcourse links` sets them.")
    if any(path.suffix == ".py" for path in changed):
        _say("Now run `dlcourse build`.")


if __name__ == "__main__":
    main()
