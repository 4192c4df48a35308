"""The one place where the course's messages become HTML or plain text, and where they reach the screen."""

from __future__ import annotations

import html
import re
import sys
from typing import Any

_STRESS = re.compile(r"(?<![\w*])\*([A-Za-z][^*\n]{0,80}[A-Za-z.!?]|[A-Za-z])\*(?![\w*])")


def rich_text(text: str) -> str:
    """Escape for HTML; `code` becomes <code>, *stress* becomes <em>, a line break stays one."""
    parts = html.escape(text, quote=False).split("`")
    for place, part in enumerate(parts):
        if place % 2 and place < len(parts) - 1:
            parts[place] = f"<code>{part}</code>"
        else:
            tick = "`" if place % 2 else ""  # one that nothing closes
            parts[place] = tick + _STRESS.sub(r"<em>\1</em>", part)
    return "".join(parts).replace("\n", "<br>")


def paragraphs(text: str) -> str:
    """Turn a text into HTML paragraphs; a blank line begins a new one."""
    return "".join(
        f'<div style="margin-top:0.3em">{rich_text(part.strip())}</div>'
        for part in text.split("\n\n")
        if part.strip()
    )


def aside(text: str) -> str:
    """A remark below the message: what to do next, or where the progress is kept."""
    return f'<div style="margin-top:0.5em;font-size:0.92em">{rich_text(text)}</div>' if text else ""


def box(colour: str, inside: str, *, role: str = "note") -> str:
    """A block with a coloured edge that reads well on light and on dark; the text keeps the page's own colour."""
    style = (
        f"border-left:0.35em solid {colour};background:{colour}1a;padding:0.6em 1em;margin:0.3em 0;"
        "border-radius:0.3em;max-width:46em;line-height:1.5;overflow-wrap:anywhere"
    )
    return f'<div role="{role}" style="{style}">{inside}</div>'


def code_block(source: str) -> str:
    """A block of code, as it stands."""
    style = "margin:0.5em 0;padding:0.5em 0.8em;border-left:1px solid #7F7F7F80;white-space:pre-wrap;line-height:1.45"
    return f'<pre style="{style}">{html.escape(source, quote=False)}</pre>'


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
