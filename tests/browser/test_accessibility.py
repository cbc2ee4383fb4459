"""Does axe find anything on any page, in any language, for any audience?"""

import re
from collections import deque
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
    "customer of a contract": "arman@demo.kz",
    "supplier of a contract": "serik@demo.kz",
    "authority for solid minerals": "sanzhar@demo.kz",
}
# The sides of a contract see the same pages in each language: one crawl each keeps the suite short.
IN_ONE_LANGUAGE = {"customer of a contract": "kk", "supplier of a contract": "ru", "authority for solid minerals": "kk"}
PRIVATE = ("cabinet", "desk", "account", "absence")  # the open pages are looked at once, as a visitor sees them
MOST = 40  # shapes of pages an audience and language


def shape(path: str) -> str:
    """Pages that differ by a number, a body or an act under the law only are one page here."""
    path = re.sub(r"(?<=/law/bodies/)[a-z-]+|(?<=/law/instruments/)[a-z-]+", "#", path)
    return re.sub(r"[A-Z]{2,}(-[A-Z])?-\d{4}-B?\d+|\d[\d.:p-]*", "#", path)


def crawl(page: Page, server: str, language: str, *, audience_is_open: bool) -> dict[str, list[str]]:
    """The violations on each shape of page that can be reached by links, by address."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    waiting = deque([f"/{language}/" if audience_is_open else f"/{language}/start/"])
    axe = Axe()
    options: dict[str, object] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
    if language != LANGUAGES[0]:
        options["rules"] = {
            "color-contrast": {"enabled": False}
        }  # colours are the same in every language, and slow to check
    while waiting and len(seen) < MOST:
        path = waiting.popleft()
        if shape(path) in seen:
            continue
        seen.add(shape(path))
        response = page.goto(urljoin(server, path))
        assert response is not None
        assert response.status < 500, path
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        violations = axe.run(page, options=options).response["violations"]
        if violations:
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
    ("audience", "language"),
    [
        (audience, language)
        for audience in AUDIENCES
        for language in LANGUAGES
        if IN_ONE_LANGUAGE.get(audience, language) == language
    ],
)
def test_axe_finds_nothing(page: Page, server: str, audience: str, language: str):
    email = AUDIENCES[audience]
    if email:
        sign_in(page, server, email, language)
    assert crawl(page, server, language, audience_is_open=email is None) == {}
