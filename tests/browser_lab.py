"""A JupyterLab of its own for browser tests and benchmarks: own port, own home, notebooks that are copies.

Nothing of the person who runs the tests is read or changed: settings, kernels' records and progress all live in a
temporary folder.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
PATIENCE = 120_000  # milliseconds: a busy machine may be slow, a test waits for what it needs


@dataclass
class Lab:
    """A running JupyterLab: its address, its token, the folder it shows and the learner's record."""

    address: str
    token: str
    folder: Path
    home: Path

    def end_kernels(self) -> None:
        """End every kernel; what was in memory is gone."""
        for session in json.loads(self._api("GET", "sessions")):
            self._api("DELETE", f"sessions/{session['id']}")

    def _api(self, method: str, what: str) -> bytes:
        request = urllib.request.Request(f"{self.address}/api/{what}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urllib.request.urlopen(request, timeout=PATIENCE / 1000) as answer:
            return answer.read()

    def page_of(self, notebook: str) -> str:
        """Return the address that opens `notebook` alone, whatever was open before."""
        return f"{self.address}/doc/tree/{notebook}?reset&token={self.token}"


@contextmanager
def running_lab(folder: Path, base: Path, settings: dict[str, dict] | None = None) -> Iterator[Lab]:
    """Start JupyterLab on `folder`, with everything it keeps below `base`; end it, and its kernels, afterwards.

    `settings` are JupyterLab's own, by plugin, beside the ones that keep it from asking the network for news.
    """
    home = base / "home"
    places = {
        name: base / name.lower()
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    user_settings = base / "settings"
    for plugin, values in (SETTINGS | (settings or {})).items():
        file = user_settings / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    for place in (home, *places.values()):
        place.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    command += [f"--ServerApp.root_dir={folder}", f"--LabApp.user_settings_dir={user_settings}"]
    command += [f"--LabApp.workspaces_dir={base / 'workspaces'}", "--LabApp.extension_manager=readonly"]
    command += ["--LabApp.expose_app_in_browser=True"]  # run_all waits for the command's end
    environment = os.environ | {name: str(place) for name, place in places.items()}
    environment |= {
        "HOME": str(home),
        "DLCOURSE_HOME": str(home / "dlcourse"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    environment.pop("PYTEST_CURRENT_TEST", None)
    log = base / "jupyterlab.log"
    with log.open("w") as stream:
        server = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=stream, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/api/status?token={token}", server, log)
            yield Lab(address, token, folder, home / "dlcourse")
        finally:
            server.terminate()  # JupyterLab ends its kernels itself
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not answer:\n{log.read_text()[-3000:]}")


class NotebookPage:
    """A notebook open in a browser's page, driven as a learner would: menus, keys, the mouse."""

    def __init__(self, page: Any, lab: Lab, notebook: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.elsewhere: set[str] = set()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error.stack}"))
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.route(lambda address: not address.startswith((lab.address, "data:", "blob:")), self._refuse)
        page.goto(lab.page_of(notebook))
        self.wait_until_ready()

    def _refuse(self, route: Any) -> None:
        """Note what a page asks of the network, and answer with nothing: tests are done offline."""
        self.elsewhere.add(route.request.url)
        route.fulfill(status=204)

    def wait_until_ready(self) -> None:
        """Wait until the notebook is shown and its kernel answers."""
        self.page.locator(".jp-NotebookPanel .jp-CodeCell").first.wait_for()
        self.page.locator(".jp-StatusBar-TextItem", has_text=re.compile(r"\| Idle$")).wait_for()

    def run_all(self) -> None:
        """Run all cells and wait until the last one is done."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")

    def code_cells(self) -> Any:
        """All code cells, in order."""
        return self.page.locator(".jp-NotebookPanel .jp-CodeCell")

    def cell(self, text: str) -> Any:
        """The first code cell whose source contains `text`."""
        return self.code_cells().filter(has=self.page.locator(".jp-InputArea", has_text=text)).first

    def write(self, cell: Any, source: str) -> None:
        """Replace what stands in a cell, by keys."""
        editor = cell.locator(".cm-content")
        editor.scroll_into_view_if_needed()
        editor.click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(source)

    def run(self, cell: Any) -> None:
        """Run one cell by Ctrl+Enter, as a learner would, and wait until it has another number than before."""
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.text_content()  # not inner_text: JupyterLab renders no text of cells out of sight
        editor = cell.locator(".cm-content")
        editor.scroll_into_view_if_needed()
        editor.click()
        self.page.keyboard.press("Control+Enter")
        prompt.filter(has_text=re.compile(r"\[\d+\]")).filter(has_not_text=before).wait_for()

    def output(self, cell: Any, text: str) -> str:
        """Wait until an output of the cell contains `text`; return the whole output."""
        output = cell.locator(".jp-OutputArea-output", has_text=text)
        output.wait_for(state="attached")
        return output.text_content()

    def explorer(self, source: str) -> Explorer:
        """The explorer in the output of the first code cell whose source contains `source`."""
        root = self.cell(source).locator(".dlx")
        root.scroll_into_view_if_needed()
        root.locator(".dlx-headline", has_text=re.compile(r"\d")).wait_for()  # drawn once it is in sight
        return Explorer(root)


class Explorer:
    """An explorer on a page."""

    def __init__(self, root: Any) -> None:
        self.root = root

    def slider(self, label: str) -> Any:
        """The slider of that label."""
        return self.root.get_by_label(label)

    def pixels(self) -> str:
        """What is on the canvas two frames from now, as text to compare."""
        return self.root.locator("canvas").evaluate("""(canvas) => new Promise((done) => requestAnimationFrame(() =>
            requestAnimationFrame(() => done(canvas.toDataURL()))))""")

    def mistakes(self) -> int:
        """The number in the headline."""
        return int(self.root.locator(".dlx-headline").text_content().split()[0])


def browser_or_skip() -> None:
    """Skip the test where there is no browser to drive; with DLCOURSE_REQUIRE_BROWSER=1 that is a failure instead."""
    import pytest

    from dlcourse.explore.browser import BrowserMissing, open_browser

    try:
        with open_browser():
            pass
    except BrowserMissing as reason:
        if os.environ.get("DLCOURSE_REQUIRE_BROWSER") == "1":
            pytest.fail(f"DLCOURSE_REQUIRE_BROWSER is set, but: {reason}")
        pytest.skip(str(reason))
