"""Stored pictures of explorers, for readers without a kernel: taken in a headless browser when notebooks are built.

A freshly executed explorer output carries its first state in its metadata (base.py: only where DLCOURSE_BUILDING=1). Here that state becomes a PNG
with alternative text, and everything that changes from run to run, or repeats the module's text, is taken out.
"""

from __future__ import annotations

import base64
import io
import json
from typing import Any

from dlcourse.explore.base import FOLDER, module_text
from dlcourse.explore.browser import open_browser

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
WIDTH = 780  # CSS pixels: the width of an output in a notebook on a laptop

_SHOW = """async ([moduleText, standInText, state]) => {
    const load = (text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
    const [{ default: explorer }, { standIn }] = await Promise.all([load(moduleText), load(standInText)]);
    explorer.render({ model: standIn(state), el: document.querySelector("main") });
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def page_html() -> str:
    """Return the bare page on which an explorer can be shown without a notebook."""
    return f"<!doctype html><meta charset=utf-8><style>{(FOLDER / 'shared.css').read_text()}</style><main></main>"


def show_on(page: Any, file: str, state: dict[str, Any]) -> None:
    """Show the explorer of `file` ("neuron.js") in `state` on a Playwright page, and wait until it is drawn."""
    page.set_content(page_html())
    page.evaluate(_SHOW, [module_text(file), (FOLDER / "stand_in.js").read_text(), state])


def store_pictures(notebook: Any) -> int:
    """Give every explorer output of an executed notebook (an nbformat node, changed in place) its stored picture.

    Each gets `image/png` (light theme, two dots a CSS pixel) with alternative text, width and height; its widget view
    and the state it carried are taken out, so that two builds of the same lesson are the same file and a reader
    without a kernel sees the picture, not "model not found". The explorers' models are taken out of the notebook's
    own metadata too. Returns the number of pictures stored; an output that has its picture already is left alone.
    Raises BrowserMissing where there is something to store and no browser.
    """
    waiting = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "state" in output.get("metadata", {}).get("dlcourse", {})
    ]
    _drop_models(notebook)
    if not waiting:
        return 0
    with open_browser() as browser:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 900}, device_scale_factor=2, color_scheme="light"
        )
        for output in waiting:
            mark = output["metadata"].pop("dlcourse")
            page = context.new_page()
            problems: list[str] = []
            page.on("pageerror", lambda error, problems=problems: problems.append(str(error)))
            show_on(page, mark["explorer"], json.loads(json.dumps(mark["state"])))
            root = page.locator(".dlx")
            size = root.bounding_box()
            png = root.screenshot()
            page.close()
            if problems:
                raise RuntimeError(f"{mark['explorer']} failed in the browser: {problems[0]}")
            output["data"].pop(VIEW, None)
            output["data"]["image/png"] = base64.b64encode(_small(png)).decode("ascii")
            output["metadata"] = {
                "dlcourse": {"explorer": mark["explorer"]},
                "image/png": {
                    "alt": mark["alt"],
                    "width": round(size["width"]),
                    "height": round(size["height"]),
                },
            }
    return len(waiting)


def _small(png: bytes) -> bytes:
    """Return the picture with a palette of 256 colours: a third of the size, and no eye sees the difference.

    `kmeans` fits the palette to the rare colours too: without it a few thin rings take on a neighbour's colour.
    """
    from PIL import Image

    stored = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, kmeans=2).save(stored, "PNG", optimize=True)
    return stored.getvalue()


def _drop_models(notebook: Any) -> None:
    """Take explorers' models, and the layouts only they use, out of the notebook's stored widget state."""
    widgets = notebook.metadata.get("widgets", {})
    models = widgets.get(STATE, {}).get("state", {})
    ours = [name for name, model in models.items() if "_esm" in model.get("state", {})]
    for name in ours:
        layout = models.pop(name)["state"].get("layout", "").removeprefix("IPY_MODEL_")
        models.pop(layout, None)
    if ours and not models:
        del notebook.metadata["widgets"]
