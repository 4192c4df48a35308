"""An explorer on a bare page, with a stand-in for the kernel: how browser tests of explorers hold one in the hand."""

from __future__ import annotations

from typing import Any

from browser_lab import Explorer

from dlcourse.explore import snapshot


class Shown(Explorer):
    """An explorer on a page of its own, and what the page complained of."""

    def __init__(self, browser: Any, widget: Any, width: int = 800, **options: Any) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 1000}, **options)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        snapshot.show_on(self.page, widget.file, widget.shown_state())
        super().__init__(self.page.locator(".dlx"))
        self.canvas = self.root.locator("canvas")

    def headline(self) -> str:
        self.pixels()  # two frames pass
        return self.root.locator(".dlx-headline").text_content()

    def readout(self) -> str:
        self.pixels()
        return self.root.locator(".dlx-readout").text_content()

    def press(self, label: str, key: str, times: int = 1) -> None:
        self.root.get_by_label(label, exact=True).focus()
        for _ in range(times):
            self.page.keyboard.press(key)

    def button(self, name: str) -> Any:
        return self.root.get_by_role("button", name=name, exact=True)
