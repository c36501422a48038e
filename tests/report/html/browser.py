"""Chromium, as a reader's browser: found on the machine, or plainly missed.

Where it is absent its tests are left out with that reason; with CCHC_NEED_CHROMIUM in the environment they fail.
"""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def find_program():
    """Where Chromium is; None where it is not."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


needs_browser = pytest.mark.skipif(
    find_program() is None and not os.environ.get("CCHC_NEED_CHROMIUM"), reason="Chromium is not installed"
)


@pytest.fixture(scope="module")
def chromium():
    """A running browser."""
    from playwright.sync_api import sync_playwright

    program = find_program()
    assert program is not None, "Chromium is not installed, and CCHC_NEED_CHROMIUM asks for it"
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=program, args=list(ARGS))
        yield running
        running.close()


class Shown:
    """A page in the browser: what it asked for, and what it complained of."""

    def __init__(self, chromium, file, fragment="", **context):
        self.context = chromium.new_context(**context)
        self.page = self.context.new_page()
        self.asked, self.said = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.said.append(line.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(f"{file.as_uri()}{fragment}")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.context.close()

    def run(self, script):
        """What an expression of the page gives."""
        return self.page.evaluate(script)

    @property
    def overflow(self):
        """By how many pixels the page is wider than its window."""
        return self.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def open_all(self):
        """Open everything that is folded."""
        self.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
