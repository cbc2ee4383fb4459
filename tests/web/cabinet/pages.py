"""How does a test read a page and press its buttons?"""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def text_of(response: HttpResponse) -> str:
    """The words of a page without its tags, spaces run together."""
    body = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", body.replace("&#x27;", "'").replace("&nbsp;", " ").replace("\xa0", " "))


def file_of(response: HttpResponse) -> bytes:
    """The content of a downloaded file; reading it to the end closes it."""
    return b"".join(response.streaming_content)


def look(client: Client, name: str, *args: Any) -> str:
    """The words of a page that has to be there."""
    response = client.get(reverse(f"cabinet:{name}", args=args))
    assert response.status_code == 200, (name, response.status_code)
    return text_of(response)


def press(client: Client, name: str, *args: Any, **typed: Any) -> HttpResponse:
    """Send a page's form; what comes back is not followed."""
    return client.post(reverse(f"cabinet:{name}", args=args), typed)


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        chosen = said.get("type") not in ("radio", "checkbox") or "checked" in said
        if tag == "input" and said.get("type") != "file" and said.get("name") and chosen:
            self.values[said["name"] or ""] = said.get("value") or ""


def filled_in(response: HttpResponse) -> dict[str, str]:
    """What the page's form holds, as a browser would send it back untouched."""
    parser = _Fields()
    parser.feed(response.content.decode().split("<main")[1].split("</main")[0])
    return parser.values
