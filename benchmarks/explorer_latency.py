"""How long after a key or a mouse move an explorer's picture has changed, in a real JupyterLab. Run it as

    python benchmarks/explorer_latency.py

on an idle machine, or, on Linux as root, with `chrt -r 10` before it: then other programs have to wait.
JupyterLab, its kernel and a headless Chromium (1280 x 900, one dot a CSS pixel) all run on this machine. A notebook
opens the neuron's explorer on its ten points and on 274 (as many as the penguins of lesson 2). Playwright sends real
input: keys to a focused slider, and a drag of the slider's handle by the mouse, one event in every other frame.

What is measured, in the page: from the event's own time stamp (when the browser received the key or the move) until
the canvas holds other pixels than before, found by reading all of them back. *frame* adds the wait for the frame that
shows them: until the task after the next animation frame. Chromium hands mouse moves to a page once a frame, so a
drag's figures contain that wait. *burst*: 20 keys as fast as they can be sent; from the last key's
time stamp until the frame that shows it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_lab import NotebookPage, running_lab

from dlcourse.explore.browser import open_browser

CELLS = {
    "10 points": "from dlcourse import explore\nexplore.neuron()",
    "274 points": "import numpy as np\nfrom dlcourse import explore\n"
    "points = np.random.default_rng(0).normal(size=(274, 2))\nexplore.neuron(points, points[:, 0] > 0)",
}

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}

WATCH = """() => {
    const canvas = document.querySelector("canvas.dlx-canvas");
    const context = canvas.getContext("2d");
    const read = () => new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const soon = (work) => { const channel = new MessageChannel(); channel.port1.onmessage = work; channel.port2.postMessage(0); };
    let before = read();
    let since = null;
    const watch = window.watch = { changed: [], shown: [] };
    for (const name of ["keydown", "pointermove"]) addEventListener(name, (event) => { since ??= event.timeStamp; }, true);
    addEventListener("input", () => { // after the explorer's own listener: this one waits at the window
        const began = since;
        since = null;
        const look = () => {
            const now = performance.now();
            const after = read();
            if (after.every((pixel, i) => pixel === before[i])) { soon(look); return; }
            before = after;
            watch.changed.push(now - began);
            requestAnimationFrame(() => soon(() => watch.shown.push(performance.now() - began)));
        };
        look();
    });
    addEventListener("pointerup", () => { since = null; });
    window.twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def press(page: Any, events: int) -> None:
    """Move the first slider up and down by arrow keys, `events` in all."""
    page.locator(".dlx-slider input").first.focus()
    for n in range(events):
        page.keyboard.press("ArrowRight" if n // 25 % 2 == 0 else "ArrowLeft")
        page.evaluate("twoFrames()")


def drag(page: Any, events: int) -> None:
    """Drag the second slider's handle to and fro by the mouse until the picture changed `events` times."""
    box = page.locator(".dlx-slider input").nth(1).bounding_box()
    middle = box["y"] + box["height"] / 2
    places = np.linspace(box["x"] + 20, box["x"] + box["width"] - 20, 60)
    page.mouse.move(places[0], middle)
    page.mouse.down()
    step = 0
    while page.evaluate("watch.changed.length") < events:
        step += 1
        page.mouse.move([*places, *places[::-1]][step % 120], middle)
        page.evaluate("twoFrames()")
    page.mouse.up()


def burst(page: Any) -> tuple[float, float]:
    """Send 20 keys without waiting; return how long that took and how long after the last key all was shown, in ms."""
    page.locator(".dlx-slider input").nth(2).focus()
    page.evaluate("""() => {
        const watch = window.burst = { keys: [], shown: null };
        addEventListener("keydown", (event) => watch.keys.push(event.timeStamp), true);
        addEventListener("input", () => requestAnimationFrame(() => { watch.shown = performance.now(); }));
    }""")
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    page.evaluate("twoFrames()")
    keys, shown = page.evaluate("[burst.keys, burst.shown]")
    return keys[-1] - keys[0], shown - keys[-1]


def figures(times: list[float]) -> str:
    """p50 and p95, and the largest, in milliseconds."""
    p50, p95 = np.percentile(times, [50, 95])
    return f"p50 {p50:5.1f}   p95 {p95:5.1f}   max {max(times):5.1f} ms   ({len(times)} events)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=250, help="how many of each kind (default 250)")
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        folder = Path(scratch, "notebooks")
        folder.mkdir()
        for name, source in CELLS.items():
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)], metadata=KERNEL)
            nbformat.write(notebook, folder / f"{name.replace(' ', '_')}.ipynb")
        with running_lab(folder, Path(scratch)) as lab:
            for name in CELLS:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                NotebookPage(page, lab, f"{name.replace(' ', '_')}.ipynb").run_all()
                page.locator("canvas.dlx-canvas").scroll_into_view_if_needed()
                page.evaluate(WATCH)
                print(name)
                for what, act in (("keys ", press), ("mouse", drag)):
                    page.evaluate("() => { watch.changed.length = 0; watch.shown.length = 0; }")
                    act(page, events)
                    page.evaluate("twoFrames()")
                    for stage in ("changed", "shown"):
                        label = "canvas" if stage == "changed" else "frame "
                        print(f"  {what}  {label}  {figures(page.evaluate(f'watch.{stage}'))}")
                sent, settled = burst(page)
                print(f"  burst  20 keys sent in {sent:.0f} ms; all shown {settled:.0f} ms after the last")
                page.close()


if __name__ == "__main__":
    main()
