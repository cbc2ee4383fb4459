"""On which page is what a provision gives or asks for exercised? Read from what carries it out."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.words import N_
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.coverage import coverage
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
    covered = coverage().get(provision)
    by_page: dict[tuple[str, ...], list[str]] = {}
    for means in covered.by if covered else ():
        for page in means.pages:
            by_page.setdefault(page, []).append(means.title)
    return [
        Place(_label(page, titles), reverse(page[0], args=page[1:]), _whom(page[0])) for page, titles in by_page.items()
    ]


def _label(page: tuple[str, ...], titles: list[str]) -> str:
    """A measure's page bears the measure's title; another says what is done there."""
    measures = {measure.name: measure.title for measure in MEASURES}
    named = [measures[page[1]]] if page[0] == "measure" else [title for title in titles if title]
    return "; ".join(dict.fromkeys(_(title) for title in named))


def _whom(page: str) -> str:
    audience = AUDIENCES.get(page.partition(":")[0])
    return _(audience) if audience else ""
