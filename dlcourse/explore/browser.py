"""A headless Chromium, for those who write the course: stored pictures, browser tests and benchmarks start it here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # the browser itself asks the network for nothing
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # the same letters at every resolution
)


class BrowserMissing(RuntimeError):
    """There is no Chromium, or no Playwright to drive it; the message says what to install."""


def browser_path() -> str:
    """Return the path of Chromium or Chrome: DLCOURSE_BROWSER if set, else the first one found. Raises BrowserMissing."""
    wanted = os.environ.get("DLCOURSE_BROWSER")
    for name in (wanted,) if wanted else NAMES:
        if path := shutil.which(name):
            return path
    raise BrowserMissing(
        f"DLCOURSE_BROWSER is {wanted}, where no program is"
        if wanted
        else "No Chromium or Chrome was found: install one (on Debian: apt-get install chromium), or set "
        "DLCOURSE_BROWSER to its path."
    )


@contextmanager
def open_browser(**options: Any) -> Iterator[Any]:
    """Yield a headless browser (Playwright's `Browser`); `options` go to `launch`. Raises BrowserMissing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise BrowserMissing("Playwright is not installed: pip install 'dlcourse[test]'") from None
    path = browser_path()
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if root else list(FLAGS)  # Chromium's sandbox refuses to run as root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags, **options)
        try:
            yield browser
        finally:
            browser.close()
