"""A matplotlib Figure that carries alternative text; every function of `plots` returns one.

Displayed in a notebook it stores a PNG, the alternative text as the picture's metadata (what a screen reader
says) and again as plain text (what a terminal shows and what the notebook tests compare). It never touches
pyplot, so nothing is drawn twice and nothing needs closing.
"""

from __future__ import annotations

import base64
import io
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.text import Text

STYLE = {
    "font.size": 11.0,
    "axes.titlesize": 12.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "white",  # a light card reads well in both of JupyterLab's themes
    "savefig.facecolor": "white",
    "lines.linewidth": 2.0,
    "image.interpolation": "nearest",
}


class Picture(Figure):
    """A Figure with `alt_text`: one or two sentences that state what it shows, not what it is.

    Create one with :func:`picture`; set `alt_text` before it is returned to a notebook.
    """

    alt_text: str = ""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        if not self.alt_text:
            raise ValueError(
                "this picture has no alternative text: set `alt_text` to a sentence saying what it shows"
            )
        buffer = io.BytesIO()
        with matplotlib.rc_context(STYLE):
            for text in self.findobj(
                Text
            ):  # what was written after `picture` has matplotlib's own size, 10 points
                text.set_fontsize(max(text.get_fontsize(), STYLE["font.size"]))
            self.savefig(buffer, format="png", dpi=100)
        png = base64.b64encode(buffer.getvalue()).decode("ascii")
        data = {"image/png": png, "text/plain": f"[picture: {self.alt_text}]"}
        return data, {"image/png": {"alt": self.alt_text}}


def picture(rows: int = 1, columns: int = 1, *, size: tuple[float, float] = (6.5, 4.0), **options: Any):
    """Return (Picture, axes): like `pyplot.subplots`, in the course's style and outside pyplot.

    `size` is in inches at 100 dots an inch; `options` go to `Figure.subplots`.
    """
    with matplotlib.rc_context(STYLE):
        figure = Picture(figsize=size, layout="constrained")
        axes = figure.subplots(rows, columns, **options)
    return figure, axes
