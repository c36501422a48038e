"""The server in a browser: every page of a year with work and a journal, opened as a reader opens it."""

from tests.report.html.browser import Shown


class Served(Shown):
    """A page of a running server, in a language, after the address with the word was opened."""

    def __init__(self, chromium, address, path="", lang="vi", **context):
        self.home = address.partition("?")[0]
        self.context = chromium.new_context(**context)
        self.page = self.context.new_page()
        self.page.goto(address)
        self.asked, self.said = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.said.append(line.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.answer = self.page.goto(f"{self.home}{path}{'&' if '?' in path else '?'}lang={lang}")

    def follow(self, link):
        """Open what a link of the page leads to."""
        with self.page.expect_navigation():
            self.page.locator(link).click()

    @property
    def elsewhere(self):
        """What was asked for on another server."""
        own = self.home.partition("/nam/")[0]
        return [url for url in self.asked if not url.startswith(f"{own}/")]
