"""Pages opened in the Chromium of this machine, watched for errors and for anything loaded from outside."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WHY_NOT = "Chromium is not installed (.ci/run installs it)"


@contextmanager
def started() -> Iterator[Browser]:
    """A headless browser; its sandbox needs rights that a container does not give."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A page that is open, and what it should not do: complain, or ask for anything but itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda told: self.complaints.append(told.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: Path, anchor: str = "") -> Page:
        self.page.goto(path.as_uri() + (f"#{anchor}" if anchor else ""))
        return self.page

    def asked_outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(("file:", "data:", "blob:"))]


@contextmanager
def visiting(browser: Browser, width: int = 1440, height: int = 900) -> Iterator[Visit]:
    """A page of its own; what it should not do is asserted when it is closed."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR", accept_downloads=True)
    try:
        visit = Visit(context.new_page())
        visit.page.set_default_timeout(15_000)
        yield visit
        assert visit.complaints == []
        assert visit.asked_outside() == []
    finally:
        context.close()
