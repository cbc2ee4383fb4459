"""What does the page say of how far the law is carried out?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.register import Article, Provision
from ondiris.law.provisions.terms import Kind, Language, Status
from ondiris.project.docs.citations import CARRIES_OUT, Citation, Way, citations
from ondiris.project.docs.markdown import codes, lines, page, table
from ondiris.web.showing.systems import SYSTEMS

NEEDS_NOTHING = {
    Kind.DEFINITION: "a definition: it is used in the words of other provisions",
    Kind.AIM: "an aim: other provisions serve it",
    Kind.TASK: "a task of the policy: other provisions serve it",
    Kind.PRINCIPLE: "a principle: other provisions follow it",
    Kind.TRANSITION: "the register's versions and periods say it",
    Kind.COMMENCEMENT: "the register's versions and periods say it",
}
GONE = "no longer in the law: the register's versions and periods say it"


class Reach(StrEnum):
    """How far is a provision carried out?"""

    CARRIED_OUT = "carried out"
    IN_PART = "in part"
    NOTHING_NEEDED = "needs nothing"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Covered:
    """A provision, how far it is carried out, and where it is cited."""

    provision: Provision
    reach: Reach
    cited: list[Citation]


def coverage() -> Mapping[ProvisionId, Covered]:
    """Every registered provision, in the law's order."""
    cited = citations()
    return {
        provision.id: Covered(provision, _reach(provision, cited), cited.get(provision.id, []))
        for provision in register().values()
    }


def _reach(provision: Provision, cited: Mapping[ProvisionId, list[Citation]]) -> Reach:
    """What carries it out itself comes first; a unit that only leads in is as far as what stands in it.

    A deadline alone is a part: that it is done in time is followed, and not that it is done here.
    """
    ways = {citation.way for citation in cited.get(provision.id, [])}
    if ways & set(CARRIES_OUT):
        return Reach.CARRIED_OUT
    if Way.DEADLINE in ways:
        return Reach.IN_PART
    inner = [_reach(one, cited) for one in register().within(provision.id) if one.id.parent == provision.id]
    if inner and (Reach.CARRIED_OUT in inner or Reach.IN_PART in inner):
        return Reach.IN_PART if {Reach.IN_PART, Reach.NOT_YET} & set(inner) else Reach.CARRIED_OUT
    return Reach.NOTHING_NEEDED if _gone(provision) or provision.kind in NEEDS_NOTHING else Reach.NOT_YET


def _gone(provision: Provision) -> bool:
    """Whether the last that is known of it is an end."""
    last = provision.versions[-1]
    return last.status is Status.EXCLUDED or last.valid_to is not None


def coverage_page() -> str:
    """The shares by article, then each provision with what carries it out, or why nothing does."""
    covered = coverage()
    by_article = groupby(covered.values(), key=lambda one: one.provision.id.article)
    tables = {article: list(rows) for article, rows in by_article}
    return page(
        "Coverage of the law",
        "Which registered provision is carried out by what. Read from the code: a rule, an act, a parameter or a measure "
        "that cites the provision carries it out, and so does a module that names it in a docstring as its source or in a "
        "refusal. Pages and tests that cite it are named beside; the page of the provision itself, which every one has, is "
        "not. A unit that only leads in to others is as far as they are. Kind, summary and the part of the system it "
        "belongs to are the register's. Where a deadline alone is declared, it is followed whether the duty was done in "
        "time, and the duty itself is carried out in part.",
        table(
            ("Article", "Provisions", *(reach.capitalize() for reach in Reach), "Carried out, of those that need it"),
            [*(_share(_title(register().articles[a]), rows) for a, rows in tables.items()),
             _share("All registered articles", list(covered.values()))],
        ),
        *(block for article, rows in tables.items() for block in _section(register().articles[article], rows)),
    )  # fmt: skip


def _title(article: Article) -> str:
    return f"{article.id}. {article.heading.of(Language.EN)}"


def _share(title: str, rows: list[Covered]) -> tuple[str, ...]:
    counts = [sum(1 for row in rows if row.reach is reach) for reach in Reach]
    needing = len(rows) - counts[list(Reach).index(Reach.NOTHING_NEEDED)]
    return (
        title,
        str(len(rows)),
        *map(str, counts),
        f"{100 * counts[0] // needing} %" if needing else "nothing needs it",
    )


def _section(article: Article, rows: list[Covered]) -> tuple[str, str]:
    return (
        f"## Article {_title(article)}",
        table(
            ("Provision", "Kind", "What it says", "Carried out", "By what, or why not", "Shown and tested"),
            (
                (
                    str(row.provision.id),
                    row.provision.kind.label,
                    row.provision.summary.en,
                    row.reach,
                    _why(row),
                    lines(_named(row, Way.PAGE), _named(row, Way.TEST)),
                )
                for row in rows
            ),
        ),
    )


def _why(row: Covered) -> str:
    if by := lines(*(_named(row, way) for way in (*CARRIES_OUT, Way.DEADLINE))):
        return by
    if row.reach in (Reach.CARRIED_OUT, Reach.IN_PART):
        return "by what stands in it"
    if row.reach is Reach.NOTHING_NEEDED:
        return GONE if _gone(row.provision) else NEEDS_NOTHING[row.provision.kind]
    return "nothing yet; part of: " + "; ".join(SYSTEMS[system] for system in row.provision.systems)


def _named(row: Covered, way: Way) -> str:
    names = [citation.name for citation in row.cited if citation.way is way]
    return f"{way}: {codes(names)}" if names else ""
