"""How does a person find the way, press, type and read on a page of the demonstration?"""

from datetime import date

from playwright.sync_api import FilePayload, Page, expect
from tests.browser.conftest import sign_in

PDF: FilePayload = {"name": "proof.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}


class Visit:
    """A window at the demonstration. Whoever is signed in follows links and presses buttons by their words."""

    def __init__(self, page: Page, server: str, language: str = "en") -> None:
        self.page, self.server, self.language = page, server, language
        self.main = page.locator("main")
        self.sessions: dict[str, str] = {}

    def enter(self, email: str) -> None:
        """Come in as this person, in place of whoever was here; the password is asked the first time."""
        self.page.context.clear_cookies(name="sessionid")
        if email in self.sessions:
            self.page.context.add_cookies([{"name": "sessionid", "value": self.sessions[email], "url": self.server}])
            self.go("start/")
        else:
            sign_in(self.page, self.server, email, self.language)
            kept = {one["name"]: one["value"] for one in self.page.context.cookies()}
            self.sessions[email] = kept["sessionid"]

    def go(self, path: str = "") -> None:
        """Open an address of this language, such as `cabinet/`."""
        self.page.goto(f"{self.server}/{self.language}/{path}")

    def follow(self, words: str) -> None:
        """The first link of the page's content with these words."""
        self.main.get_by_role("link", name=words).first.click()

    def open_row(self, words: str) -> None:
        """The first link of the first row of a table with these words."""
        self.main.get_by_role("row").filter(has_text=words).first.get_by_role("link").first.click()

    def press(self, words: str) -> None:
        """The first button of the page's content with these words."""
        self.main.get_by_role("button", name=words).first.click()

    def fill(self, **typed: str) -> None:
        """Type into fields by their names; `rows__0__unit` stands for `rows-0-unit`."""
        for name, text in typed.items():
            self.page.fill(f"[name='{name.replace('__', '-')}']", text)

    def choose(self, **values: str) -> None:
        """Mark the answer to each question by its value."""
        for name, value in values.items():
            self.page.check(f"[name='{name.replace('__', '-')}'][value='{value}']")

    def select(self, **values: str) -> None:
        """Choose from drop-down lists by the value."""
        for name, value in values.items():
            self.page.select_option(f"[name='{name.replace('__', '-')}']", value)

    def hand_in(self, field: str, file: FilePayload = PDF) -> None:
        """Choose a file for a field."""
        self.page.set_input_files(f"[name='{field}']", file)

    def sees(self, *texts: str) -> None:
        """Each of these stands in the page's content."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def stands(self, word: str) -> None:
        """The thing's state, under the page's title."""
        expect(self.main.locator("h1 + p .tag")).to_have_text(word)

    def next_is(self, what: str, by_whom: str) -> None:
        """What happens next and by whom."""
        step = self.main.locator(".what-next li").filter(has_text=what)
        expect(step).to_contain_text(by_whom)

    def may_not(self, words: str) -> None:
        """No way on this page is called so."""
        for role in ("link", "button"):
            expect(self.main.get_by_role(role, name=words)).to_have_count(0)  # type: ignore[arg-type]

    def today(self) -> date:
        """The demonstration's day."""
        return date.fromisoformat(self.page.input_value("#demonstration-day"))

    def move_to(self, day: date) -> None:
        """Move the demonstration's day forward, by the strip at the top."""
        self.page.fill("#demonstration-day", day.isoformat())
        self.page.get_by_role("button", name="Move the day forward").click()
        assert self.today() == day
