"""What all explorers share on Python's side: one module text without imports, and a stored form for readers.

Drawing and controls live in the JavaScript files; what an explorer is about lives in its own class.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

FOLDER = Path(__file__).parent
BUILDING = "DLCOURSE_BUILDING"  # the environment variable that commands/running.py sets to 1
_FROM_A_FILE = re.compile(r'^(?:import|export)\s[^;]*?\sfrom\s"\./([\w-]+\.js)";[ \t]*\n', re.MULTILINE)


@cache
def module_text(name: str) -> str:
    """Return the file `name` and every file it imports as one ES module text, each file once, imported ones first.

    A widget is sent to the browser as a single text that can import nothing beside it. In the files, `import {...}
    from "./file.js";` and `export * from "./file.js";` are ordinary JavaScript, so node and a web server take them
    as they are; here they are left out, because the names stand in the same text. Two files must not use one name at
    their top level, and an import must not rename: the first is a syntax error that a test would see, the second
    raises ValueError here.
    """
    parts: dict[str, str] = {}

    def add(file: str) -> None:
        if file in parts:
            return
        text = (FOLDER / file).read_text(encoding="utf-8")
        for statement in _FROM_A_FILE.finditer(text):
            if " as " in statement.group(0):
                raise ValueError(
                    f"{file} renames what it imports, which the joined text cannot: {statement.group(0)!r}"
                )
            add(statement.group(1))
        parts[file] = _FROM_A_FILE.sub("", text)

    add(name)
    return "\n".join(parts.values())


class Setting(t.Any):
    """A trait that its class checks, whatever it is set to: `traitlets.Any` would let None pass unasked."""

    allow_none = False


class Explorer(anywidget.AnyWidget):
    """A widget whose stored output can be read without a kernel.

    A subclass names its JavaScript file in `file`, tags the traits that make up its picture with
    `sync=True, shown=True`, and says in :meth:`alt_text` what is to be seen.
    """

    file: str
    _css = FOLDER / "shared.css"

    def __init_subclass__(cls, **options: Any) -> None:
        if "file" in cls.__dict__:  # not the classes that anywidget derives on the fly for each widget
            cls._esm = module_text(cls.file)
        super().__init_subclass__(**options)

    def __init__(self, **traits: Any) -> None:
        if "google.colab" in sys.modules:  # Colab shows widgets that are not its own only when asked to
            from google.colab import output

            output.enable_custom_widget_manager()
        super().__init__(**traits)

    def alt_text(self) -> str:
        """Return one or two sentences that say what the picture shows now; only numbers that repeat everywhere."""
        raise NotImplementedError

    def shown_state(self) -> dict[str, Any]:
        """Return the traits that make up the picture, as plain data."""
        return {name: getattr(self, name) for name in self.traits(shown=True)}

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        # The plain text is the same in every run, so it can be compared. Where a notebook is built (and only there:
        # a state can be large, and learners save their notebooks) the state goes into the output's metadata, which
        # notebook tests don't compare; snapshot.py turns it into the stored picture.
        data, metadata = super()._repr_mimebundle_(**options)
        alt = self.alt_text()
        data["text/plain"] = f"[explorer: {alt}]"
        mark: dict[str, Any] = {"explorer": self.file}
        if os.environ.get(BUILDING) == "1":
            mark |= {"state": self.shown_state(), "alt": alt}
        return data, {**metadata, "dlcourse": mark}
