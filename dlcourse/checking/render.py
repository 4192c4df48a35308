"""The one place where the course's messages become HTML or plain text, and where they reach the screen."""

from __future__ import annotations

import html
import re
import sys
from typing import Any


def rich_text(text: str) -> str:
    """Escape for HTML; `code` becomes <code>, a blank line a new paragraph, a line break stays one."""
    escaped = html.escape(text, quote=False)
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped)
    return marked.replace("\n\n", "<br><br>").replace("\n", "<br>")


def box(colour: str, inside: str, *, role: str = "note") -> str:
    """A block with a coloured edge that reads well on light and on dark; the text keeps the page's own colour."""
    style = (
        f"border-left:0.4em solid {colour};background:{colour}1f;padding:0.5em 0.9em;margin:0.3em 0;"
        "border-radius:0.2em;max-width:48em;line-height:1.5"
    )
    return f'<div role="{role}" style="{style}">{inside}</div>'


def code_block(source: str) -> str:
    """A block of code, as it stands."""
    return f'<pre style="margin:0.4em 0;padding:0.5em;white-space:pre-wrap">{html.escape(source, quote=False)}</pre>'


def in_notebook() -> bool:
    """Is this a running notebook (or IPython) that can display HTML?"""
    ipython = sys.modules.get("IPython")
    return bool(ipython and ipython.get_ipython())


def emit(message: Any) -> None:
    """Show a message now: displayed in a notebook, written as plain text elsewhere."""
    if in_notebook():
        from IPython.display import display

        display(message)
    else:
        sys.stdout.write(f"{message}\n")
