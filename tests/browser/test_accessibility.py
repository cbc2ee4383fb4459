"""Does axe find anything on any page, in any language, for any audience?"""

import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import sign_in

LANGUAGES = ("kk", "ru", "en")
AUDIENCES = {
    "open": None,
    "enterprise with a demand": "dinara@demo.kz",
    "enterprise with a draft": "asel@demo.kz",
    "enterprise with an offer": "gulzhan@demo.kz",
    "officer": "daulet@demo.kz",
    "expert": "marat@demo.kz",
    "treasurer": "botagoz@demo.kz",
    "monitor": "yerlan@demo.kz",
    "decider": "gulnar@demo.kz",
    "keeper": "timur@demo.kz",
    "auditor": "kanat@demo.kz",
    "follower": "aigul@demo.kz",
}
# Seen in one language each, with its colours: their pages differ from those above in what they tell, not in how.
IN_ONE_LANGUAGE = {
    "customer": ("arman@demo.kz", "kk"),
    "supplier of contract procurement": ("serik@demo.kz", "ru"),
    "supplier of an offtake contract": ("aigerim@demo.kz", "kk"),
    "lender": ("zarina@demo.kz", "en"),
    "authority for solid minerals": ("sanzhar@demo.kz", "ru"),
}
CRAWLS = [
    *((audience, email, language) for audience, email in AUDIENCES.items() for language in LANGUAGES),
    *((audience, *who) for audience, who in IN_ONE_LANGUAGE.items()),
]
PRIVATE = ("cabinet", "desk", "account", "absence")  # the open pages are looked at once, as a visitor sees them
MOST = 40  # shapes of pages an audience and language
# In the first language every audience's pages are checked, colours too; in the others each shape of page once.
CHECKED: dict[str, set[str]] = {language: set() for language in LANGUAGES}
SEVERAL = re.compile(r"/(cabinet|desk)/contracts/#/$")  # what leads on from a contract depends on where it stands


def shape(path: str) -> str:
    """Pages that differ by a number, a body, a duty or an act under the law only are one page here."""
    path = re.sub(r"(?<=/law/bodies/)[a-z-]+|(?<=/law/instruments/)[a-z-]+|(?<=/desk/duties/)[a-z-]+", "#", path)
    return re.sub(r"[A-Z]{2,}(-[A-Z])?-\d{4}-B?\d+|\d[\d.:p-]*", "#", path)


def crawl(page: Page, server: str, language: str, *, audience_is_open: bool, colours: bool) -> dict[str, list[str]]:
    """The violations on each shape of page that can be reached by links, by address."""
    found: dict[str, list[str]] = {}
    visited: set[str] = set()
    seen: Counter[str] = Counter()
    waiting = deque([f"/{language}/" if audience_is_open else f"/{language}/start/"])
    axe = Axe()
    options: dict[str, object] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
    if not colours:
        options["rules"] = {"color-contrast": {"enabled": False}}
    while waiting and len(seen) < MOST:
        path = waiting.popleft()
        if path in visited or seen[shape(path)] >= (4 if SEVERAL.search(shape(path)) else 1):
            continue
        visited.add(path)
        seen[shape(path)] += 1
        response = page.goto(urljoin(server, path), wait_until="load" if colours else "domcontentloaded")
        assert response is not None
        assert response.status < 500, path
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        if colours or shape(path) not in CHECKED[language]:
            CHECKED[language].add(shape(path))
            if violations := axe.run(page, options=options).response["violations"]:
                found[path] = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]
        for link in page.eval_on_selector_all(
            "a[href]:not([download])", "links => links.map(a => a.getAttribute('href'))"
        ):
            target = urlsplit(urljoin(path, link))
            taken_away = "/documents/" in target.path or target.path.endswith(".ics")
            inside = not target.netloc and target.path.startswith(f"/{language}/") and not taken_away
            if inside and (audience_is_open or target.path.split("/")[2] in PRIVATE):
                waiting.append(target.path)
    return found


@pytest.mark.parametrize(
    ("audience", "email", "language"), CRAWLS, ids=[f"{language}-{audience}" for audience, _email, language in CRAWLS]
)
def test_axe_finds_nothing(page: Page, server: str, audience: str, email: str | None, language: str) -> None:
    if email:
        sign_in(page, server, email, language)
    # Colours are the same in every language, and slow to check.
    colours = language == LANGUAGES[0] or audience in IN_ONE_LANGUAGE
    assert crawl(page, server, language, audience_is_open=email is None, colours=colours) == {}
