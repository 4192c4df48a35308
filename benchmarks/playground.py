"""How many pictures a second the playground draws while its network learns, and how soon it answers a key. Run it as

    python benchmarks/playground.py

on an idle machine, or, on Linux as root, with `chrt -r 10` before it: then other programs have to wait.
A headless Chromium (1280 x 900, one and two dots a CSS pixel) shows the playground on a bare page, with a 2-4-4-1
network on 300 points and batches of 10, and one epoch of training (30 updates) between two pictures; then the largest
network that can be chosen, with the equations shown. No kernel takes part: the playground trains in the browser.

*pictures a second*: how often the picture was drawn, counted where the units' little pictures are put on their canvas,
which every drawing does once. *work*: what one picture and the training before it keep the page busy for.
*key*: 100 keys to the slider of the learning rate while the network learns, from the event's own time stamp until the
task after the frame that shows the new value.
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np

from dlcourse import explore
from dlcourse.explore.browser import open_browser
from dlcourse.explore.snapshot import show_on

COUNT = """() => {
    const watch = window.watch = { drawn: 0, work: [], keys: [] };
    const put = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (...values) { watch.drawn += 1; return put.apply(this, values); };
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => ask((now) => {
        const began = performance.now();
        const before = watch.drawn;
        callback(now);
        if (watch.drawn > before) watch.work.push(performance.now() - began);
    });
    const soon = (work) => { const channel = new MessageChannel(); channel.port1.onmessage = work; channel.port2.postMessage(0); };
    addEventListener("keydown", ({ timeStamp }) => ask(() => soon(() => watch.keys.push(performance.now() - timeStamp))), true);
}"""
NETWORKS = {
    "2-4-4-1, 300 points": {"hidden": (4, 4)},
    "2-4-4-1, 300 points, equations": {"hidden": (4, 4), "equations": True},
    "7-8-8-8-8-1, 300 points, equations": {
        "hidden": (8, 8, 8, 8),
        "equations": True,
        "inputs": ("x1", "x2", "x1²", "x2²", "x1·x2", "sin x1", "sin x2"),
    },
}


def measure(browser: Any, dots: int, seconds: float, **options: Any) -> tuple[float, np.ndarray, np.ndarray]:
    """Return pictures a second, and the milliseconds of work a picture and of each key."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=dots)
    widget = explore.playground(data="spiral", **options)
    show_on(page, widget.file, widget.shown_state())
    page.evaluate(COUNT)
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(1000)  # the browser has compiled by then what runs often
    page.evaluate("() => { watch.drawn = 0; watch.work.length = 0; watch.began = performance.now(); }")
    page.wait_for_timeout(1000 * seconds)
    rate, work = page.evaluate("[1000 * watch.drawn / (performance.now() - watch.began), watch.work]")
    page.get_by_label("learning rate").focus()
    page.evaluate("watch.keys.length = 0")
    for k in range(100):
        page.keyboard.press("ArrowLeft" if k % 2 else "ArrowRight")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_timeout(200)
    keys = page.evaluate("watch.keys")
    page.close()
    return rate, np.array(work), np.array(keys)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5, help="how long each is watched (default 5)")
    seconds = parser.parse_args().seconds
    with open_browser() as browser:
        for name, options in NETWORKS.items():
            for dots in (1, 2):
                rate, work, keys = measure(browser, dots, seconds, **options)
                p50, p95 = np.percentile(work, [50, 95])
                k50, k95 = np.percentile(keys, [50, 95])
                print(f"{name}, {dots} dot{'s'[: dots - 1]} a CSS pixel")
                print(
                    f"  {rate:5.1f} pictures a second   work p50 {p50:5.1f}   p95 {p95:5.1f} ms   ({len(work)} pictures)"
                )
                print(f"  key to frame   p50 {k50:5.1f}   p95 {k95:5.1f} ms   ({len(keys)} keys)")


if __name__ == "__main__":
    main()
