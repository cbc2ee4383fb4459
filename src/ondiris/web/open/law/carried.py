"""What carries a provision out, and by which tests is that shown, in words and links?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.coverage import Covered, Kind, Means, Reach, coverage
from ondiris.law.provisions.ids import ProvisionId
from ondiris.web.showing.systems import SYSTEMS
from ondiris.web.ui.parts import Colour, Tag

COLOURS: Mapping[Reach, Colour] = {
    Reach.CARRIED_OUT: Colour.GREEN,
    Reach.IN_PART: Colour.BLUE,
    Reach.NOTHING_NEEDED: Colour.GREY,
    Reach.NOT_YET: Colour.YELLOW,
}


@dataclass(frozen=True, slots=True)
class By:
    """One means: its kind and title in words, its name in the code, pages where it can be seen, tests that cite it."""

    kind: str
    title: str
    name: str
    pages: list[tuple[str, str]]
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """How far a provision is carried out, why, by what, where it is shown, and the tests that cite it."""

    tag: Tag
    why: str
    by: list[By]
    shown: list[By]
    tests: tuple[str, ...]
    all_tests: int


def carried(provision: ProvisionId) -> Carried | None:
    """What carries a provision out; None where the shipped coverage does not know it."""
    row = coverage().get(provision)
    return shown(row) if row else None


def shown(row: Covered) -> Carried:
    """A row of the coverage in words and links."""
    return Carried(
        tag=Tag(_(row.reach.label), COLOURS[row.reach]),
        why=_why(row),
        by=[_by(means) for means in row.carried_out_by],
        shown=[_by(means) for means in row.by if means.kind is Kind.PAGE],
        tests=row.tests,
        all_tests=len(row.all_tests),
    )


def _why(row: Covered) -> str:
    if row.reach is Reach.NOT_YET:
        parts = "; ".join(_(SYSTEMS[system]) for system in row.systems)
        return _("Nothing yet. It belongs to: %(parts)s.") % {"parts": parts}
    return _(row.reason.label) if row.reason else ""


def _by(means: Means) -> By:
    pages = [(_page_title(means, page), _address(page)) for page in means.pages]
    return By(
        kind=_(means.kind.label),
        title=_(means.title) if means.title else "",
        name=means.name,
        pages=[(label, url) for label, url in pages if url],
        tests=means.tests,
    )


def _page_title(means: Means, page: tuple[str, ...]) -> str:
    """A measure's page bears the measure's title; another that of what it shows."""
    measures = {measure.name: _(measure.title) for measure in MEASURES}
    return measures.get(page[-1], "") or (_(means.title) if means.title else means.name)


def _address(page: tuple[str, ...]) -> str:
    """Where the page stands; empty where this installation has no such page."""
    name, *arguments = page
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
