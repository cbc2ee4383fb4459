"""How does a test read a page, and press what a person would press?"""

import html
import re
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def look(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    """The page's words and marks, its white space made single."""
    response = client.get(reverse(f"desk:{name}", args=args), query)
    assert response.status_code == status, response.status_code
    return words(response)


def words(response: HttpResponse) -> str:
    """The text of an answer, tags left out and white space made single."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(text))


def hidden(client: Client, name: str, *args: Any) -> dict[str, str]:
    """What the page's form carries unseen, the version of the thing among it."""
    page = client.get(reverse(f"desk:{name}", args=args)).content.decode()
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page)
    return {key: value for key, value in found if key != "csrfmiddlewaretoken"}


def send(client: Client, name: str, *args: Any, **typed: Any) -> HttpResponse:
    """Open the page, fill in its form and send it."""
    return client.post(reverse(f"desk:{name}", args=args), {**hidden(client, name, *args), **typed})


def done(response: HttpResponse) -> bool:
    """Whether the act was done: the answer leads on."""
    return response.status_code == 302


def queries_of(client: Client, name: str, *args: Any) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(f"desk:{name}", args=args)).status_code == 200
    return len(queries)
