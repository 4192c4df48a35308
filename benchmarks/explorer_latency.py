"""How long after a key or a mouse move an explorer's picture has changed, in a real JupyterLab. Run it as

    python benchmarks/explorer_latency.py                       # every explorer
    python benchmarks/explorer_latency.py activation descent    # these two

on an idle machine, or, on Linux as root, with `chrt -r 10` before it: then other programs have to wait.
JupyterLab, its kernel and a headless Chromium (1280 x 900, one dot a CSS pixel) all run on this machine. A notebook
opens the explorer. Playwright sends real input: keys to a focused slider (the graph has none: keys to its picture), and
a drag of a slider's handle by the mouse, one event in every other frame.

What is measured, in the page: from the event's own time stamp (when the browser received the key or the move) until
the canvas holds other pixels than before, found by reading all of them back. *frame* adds the wait for the frame that
shows them: until the task after the next animation frame. Chromium hands mouse moves to a page once a frame, so a
drag's figures contain that wait. *burst*: 20 keys as fast as they can be sent; from the last key's
time stamp until the frame that shows it. *play*: frames in which the picture differed from the one before, a second,
over three seconds of playing. *stroke's end to bars*, of the drawing pad, whose model answers in the kernel: from the
pointerup's time stamp to the frame in which the bars have changed for the last time; at most 100 ms are allowed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_lab import NotebookPage, running_lab

from dlcourse import explore
from dlcourse.explore.browser import open_browser


class Case(NamedTuple):
    """An explorer to measure: its cell, what is moved by keys and by the mouse, how often before the way back, Play."""

    name: str
    source: str
    keys: str = ""  # the label of a slider; "" is the picture itself
    drag: str = ""  # the label of a slider; "" drags nothing
    turn: int = 25
    play: bool = False


PAD_MS = 100  # from a stroke's end to the bars of the drawing pad: a kernel answers, not a line of the module
POINTS = "import numpy as np\npoints = np.random.default_rng(0).normal(size=(274, 2))\n"
DIGITS = (
    "import keras\nfrom dlcourse import datasets\nkeras.utils.set_random_seed(0)\n"
    "model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(64, 'relu'), "
    "keras.layers.Dense(10, 'softmax')])\nimport numpy as np\npicture = np.zeros((28, 28)); picture[6:22, 12:16] = 1\n"
)
CURVES = (
    "import numpy as np\nrng = np.random.default_rng(0)\n"
    "curves = lambda: {name: rng.uniform(size=40).tolist() for name in ('loss', 'accuracy', 'val_loss', 'val_accuracy')}\n"
    "runs = [dict(fix=fix, strength=k, seed=seed, history=curves()) "
    "for fix in ('none', *'abcdefg') for k in range(5) for seed in range(3)]\n"
)
TABLE = (
    "table = [dict(data='d', n=10**k, model=f'model {m}', kind=('ML', 'DL')[m % 2], accuracy=[0.5 + 0.04 * k + 0.01 * m, "
    "0.5 + 0.05 * k]) for k in range(2, 8) for m in range(8)]\n"
)
CONVOLUTION = (
    "import keras\nfrom keras import layers\nkeras.utils.set_random_seed(0)\n"
    "model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(16, 5, 2, activation='relu'), "
    "layers.Conv2D(32, 3, 2, activation='relu'), layers.Flatten(), layers.Dense(64, 'relu'), layers.Dense(10, 'softmax')])\n"
)
CASES = {
    "10 points": Case("neuron", "explore.neuron()", "w1, the", "w2, the"),
    "274 points": Case("neuron", f"{POINTS}explore.neuron(points, points[:, 0] > 0)", "w1, the", "w2, the"),
    "untrained network": Case(
        "digit", f"{DIGITS}explore.digit(model, picture)", "move right", "move down", 6
    ),
    "sigmoid": Case("activation", "explore.activation()", "z, the input", "z, the input"),
    "gelu beside sigmoid": Case(
        "activation", "explore.activation('gelu', compare='sigmoid')", "z, the input", "z, the input"
    ),
    "3 ReLUs": Case("relus", "explore.relus()", "its slope a", "its corner, in x"),
    "10 ReLUs": Case("relus", "explore.relus('sine', 10)", "its slope a", "its corner, in x"),
    "valley, 100 steps": Case(
        "descent",
        "explore.descent('valley', 'adam', 0.1, steps=100)",
        "learning rate",
        "learning rate",
        15,
        True,
    ),
    "parabola, 20 steps": Case(
        "descent", "explore.descent('parabola', steps=20)", "learning rate", "steps made", 12, True
    ),
    "2-4-1": Case("layers", "explore.layers()", "units in hidden layer 1", "units in hidden layer 1", 3),
    "graph": Case("graph", "explore.graph()", turn=4),
    "28 x 28": Case(
        "kernel", "import numpy as np\nexplore.kernel(np.random.default_rng(0).random((28, 28)))", turn=12
    ),
    "64 x 64": Case(
        "kernel", "import numpy as np\nexplore.kernel(np.random.default_rng(0).random((64, 64)))", turn=12
    ),
    "120 runs of 40 epochs": Case("fixes", f"{CURVES}explore.fixes(runs)", "strength", "strength", 2),
    "8 models, 6 sizes": Case(
        "comparison", f"{TABLE}explore.comparison(table)", "n, training", "n, training", 5
    ),
    "10,000 mails": Case(
        "threshold",
        "import numpy as np\nrng = np.random.default_rng(0)\nlabels = rng.random(10_000) < 0.4\n"
        "explore.threshold(labels, 1 / (1 + np.exp(3 - 6 * labels - 2 * rng.normal(size=10_000))))",
        "threshold, above",
        "threshold, above",
        20,
    ),
    "dense network, asked in the kernel": Case("draw", f"{DIGITS}explore.draw(model)"),
    "convolution network, asked in the kernel": Case("draw", f"{CONVOLUTION}explore.draw(model)"),
    "playground": Case("playground", "explore.playground()", "noise", "noise", 8),
}

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}

WATCH = """(ended) => {
    const canvas = document.querySelector("canvas.dlx-canvas");
    const context = canvas.getContext("2d");
    const read = () => new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const soon = (work) => { const channel = new MessageChannel(); channel.port1.onmessage = work; channel.port2.postMessage(0); };
    const differ = (a, b) => a.length !== b.length || a.some((pixel, i) => pixel !== b[i]);
    let before = read();
    let since = null;
    const watch = window.watch = { changed: [], shown: [] };
    for (const name of ["keydown", "pointermove"]) addEventListener(name, (event) => {
        since = name === "keydown" ? since ?? event.timeStamp : event.timeStamp; // a move may leave a slider where it is
    }, true);
    addEventListener(ended, () => { // after the explorer's own listener: this one waits at the window
        const began = since;
        since = null;
        const look = () => {
            const now = performance.now();
            const after = read();
            if (!differ(after, before)) {
                if (now - began < 500) soon(look); // else: nothing to change, as at the end of a slider
                return;
            }
            before = after;
            watch.changed.push(now - began);
            requestAnimationFrame(() => soon(() => watch.shown.push(performance.now() - began)));
        };
        look();
    });
    addEventListener("pointerup", () => { since = null; });
    window.twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    window.framesOf = (seconds) => new Promise((done) => {
        const first = performance.now();
        let [last, count] = [read(), 0];
        const look = (now) => {
            const next = read();
            if (differ(next, last)) count += 1;
            last = next;
            if (now - first < 1000 * seconds) requestAnimationFrame(look);
            else done(count / (now - first) * 1000);
        };
        requestAnimationFrame(look);
    });
}"""

# The bars are in the right third of the pad's picture. While the hand draws they change too, so what counts is the last
# change within half a second after a stroke's end, seen frame by frame.
WATCH_BARS = """() => {
    const canvas = document.querySelector("canvas.dlx-canvas");
    const left = Math.round(0.66 * canvas.width);
    const read = () => new Uint32Array(canvas.getContext("2d").getImageData(left, 0, canvas.width - left, canvas.height).data.buffer);
    window.answered = [];
    addEventListener("pointerup", (event) => {
        if (!event.target.matches(".dlx-pad")) return;
        let [before, changed] = [read(), null];
        const look = () => {
            const [now, after] = [performance.now(), read()];
            if (after.some((pixel, i) => pixel !== before[i])) [before, changed] = [after, now - event.timeStamp];
            if (now - event.timeStamp < 500) requestAnimationFrame(look);
            else answered.push(changed);
        };
        requestAnimationFrame(look);
    }, true);
}"""


def press(page: Any, case: Case, events: int) -> None:
    """Move the slider (or the picture) to and fro by arrow keys, `events` in all."""
    target(page, case.keys).focus()
    for n in range(events):
        page.keyboard.press("ArrowRight" if n // case.turn % 2 == 0 else "ArrowLeft")
        page.evaluate("twoFrames()")


def target(page: Any, label: str) -> Any:
    """The slider of that label, or the picture."""
    return (
        page.locator(".dlx").get_by_label(label).first if label else page.locator("canvas.dlx-canvas").first
    )


def drag(page: Any, case: Case, events: int) -> None:
    """Drag the slider's handle to and fro by the mouse until the picture changed `events` times."""
    target(page, case.drag).scroll_into_view_if_needed()
    box = target(page, case.drag).bounding_box()
    middle = box["y"] + box["height"] / 2
    places = np.linspace(box["x"] + 20, box["x"] + box["width"] - 20, 60)
    page.mouse.move(places[0], middle)
    page.mouse.down()
    for step in range(20 * events):
        if page.evaluate("watch.changed.length") >= events:
            break
        page.mouse.move([*places, *places[::-1]][step % 120], middle)
        page.evaluate("twoFrames()")
    page.mouse.up()


def burst(page: Any, case: Case) -> tuple[float, float]:
    """Send 20 keys without waiting; return how long that took and how long after the last key all was shown, in ms."""
    target(page, case.keys).focus()
    page.evaluate(
        """(ended) => {
        const watch = window.burst = { keys: [], shown: null };
        addEventListener("keydown", (event) => watch.keys.push(event.timeStamp), true);
        addEventListener(ended, () => requestAnimationFrame(() => { watch.shown = performance.now(); }));
    }""",
        "input" if case.keys else "keydown",
    )
    for n in range(20):
        page.keyboard.press(("ArrowLeft", "ArrowRight")[n % 2])  # so that no end of a slider stops it
    page.evaluate("twoFrames()")
    keys, shown = page.evaluate("[burst.keys, burst.shown]")
    return keys[-1] - keys[0], shown - keys[-1]


def figures(times: list[float]) -> str:
    """p50 and p95, and the largest, in milliseconds."""
    if not times:
        return "nothing changed"
    p50, p95 = np.percentile(times, [50, 95])
    return f"p50 {p50:5.1f}   p95 {p95:5.1f}   max {max(times):5.1f} ms   ({len(times)} events)"


def measure(page: Any, case: Case, events: int) -> None:
    """Print one explorer's figures."""
    page.locator("canvas.dlx-canvas").first.scroll_into_view_if_needed()
    page.evaluate(WATCH, "input" if case.keys else "keydown")
    for what, act in (("keys ", press), ("mouse", drag)):
        if act is drag and not case.drag:
            continue
        page.evaluate("() => { watch.changed.length = 0; watch.shown.length = 0; }")
        act(page, case, events)
        page.evaluate("twoFrames()")
        for stage in ("changed", "shown"):
            label = "canvas" if stage == "changed" else "frame "
            print(f"  {what}  {label}  {figures(page.evaluate(f'watch.{stage}'))}")
    sent, settled = burst(page, case)
    print(f"  burst  20 keys sent in {sent:.0f} ms; all shown {settled:.0f} ms after the last")
    if case.play:
        page.get_by_role("button", name="Back to start").click()
        page.get_by_role("button", name="Play").click()
        print(f"  play   {page.evaluate('framesOf(3)'):.0f} different frames a second")


def measure_pad(page: Any, case: Case, events: int) -> None:
    """Print how long after a stroke's end the drawing pad's bars show what the model in the kernel says of it."""
    field = page.locator(".dlx-pad")
    field.scroll_into_view_if_needed()
    page.evaluate(WATCH_BARS)
    box = field.bounding_box()
    rng = np.random.default_rng(0)
    for n in range(events):
        if n % 3 == 0:
            page.get_by_role("button", name="Clear").click()
        (x, y), (to_x, to_y) = rng.uniform(0.1, 0.45, 2), rng.uniform(0.55, 0.9, 2)
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.mouse.down()
        for share in np.linspace(0, 1, 15)[1:]:
            at = ((1 - share) * x + share * to_x, (1 - share) * y + share * to_y)
            page.mouse.move(box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"])
            page.evaluate("new Promise((done) => requestAnimationFrame(done))")
        page.mouse.up()
        page.wait_for_function("(count) => answered.length > count", arg=n)
    times = page.evaluate("answered")
    print(f"  stroke's end to bars  {figures([one for one in times if one is not None])}, {PAD_MS} allowed")
    print(f"  {times.count(None)} strokes had their last answer before they ended")


def main() -> None:
    """Measure and print."""
    known = list(dict.fromkeys(case.name for case in CASES.values()))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "explorer", nargs="*", choices=[[], *known], help=f"which: {', '.join(known)} (default all)"
    )
    parser.add_argument("--events", type=int, default=250, help="how many of each kind (default 250)")
    given = parser.parse_args()
    chosen = {
        label: case
        for label, case in CASES.items()
        if case.name in (given.explorer or known) and hasattr(explore, case.name)
    }
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        folder = Path(scratch, "notebooks")
        folder.mkdir()
        for n, case in enumerate(chosen.values()):
            source = f"from dlcourse import explore\n{case.source}"
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)], metadata=KERNEL)
            nbformat.write(notebook, folder / f"case_{n}.ipynb")
        with running_lab(folder, Path(scratch)) as lab:
            for n, (label, case) in enumerate(chosen.items()):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                NotebookPage(page, lab, f"case_{n}.ipynb").run_all()
                page.locator("canvas.dlx-canvas").first.wait_for()
                print(f"{case.name}: {label}")
                if case.name == "draw":
                    measure_pad(page, case, min(given.events, 100))
                else:
                    measure(page, case, given.events)
                page.close()


if __name__ == "__main__":
    main()
