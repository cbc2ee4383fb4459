"""Is an article on paper a document: without what only a screen needs, with its day and source on each sheet?"""

from playwright.sync_api import Page


def test_an_article_prints_as_a_document(page: Page, server: str) -> None:
    page.goto(f"{server}/en/law/25/?on=2024-02-01")
    page.emulate_media(media="print")
    foot = page.locator(".printed")
    assert foot.evaluate("e => getComputedStyle(e).display") == "table-footer-group"
    assert "on 1 February 2024" in foot.inner_text()
    assert not page.locator(".page__aside form").is_visible()
    assert not page.locator("header nav").first.is_visible()
    link = page.locator(".outline__number a").first
    assert (
        link.evaluate("e => getComputedStyle(e).textDecorationLine + getComputedStyle(e, '::after').content")
        == "nonenone"
    )
