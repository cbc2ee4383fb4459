"""On which page is what a provision gives or asks for exercised?

`exercised.json` beside this module is made from the citations in the code by `ondiris docs`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.words import N_
from ondiris.law.provisions.ids import ProvisionId

AUDIENCES = {"desk": N_("for officials"), "cabinet": N_("for enterprises")}


@dataclass(frozen=True, slots=True)
class Place:
    """A page, what is done there, and for whom it is where it is not for everybody."""

    label: str
    url: str
    whom: str


def places(provision: ProvisionId) -> list[Place]:
    """Where a provision is exercised, a page once; none where no page stands for it yet."""
    by_page: dict[tuple[str, str], list[str]] = {}
    for place in _made().get(str(provision), ()):
        title = place["title"]
        by_page.setdefault((place["page"], place.get("of", "")), []).append(_(title))
    return [
        Place(
            label="; ".join(titles),
            url=reverse(page, args=[of] if of else None),
            whom=_whom(page),
        )
        for (page, of), titles in by_page.items()
    ]


def _whom(page: str) -> str:
    audience = AUDIENCES.get(page.partition(":")[0])
    return _(audience) if audience else ""


@cache
def _made() -> Mapping[str, Sequence[Mapping[str, str]]]:
    text = (files("ondiris.web.showing") / "exercised.json").read_text(encoding="utf-8")
    found: Mapping[str, Sequence[Mapping[str, str]]] = json.loads(text)
    return found
