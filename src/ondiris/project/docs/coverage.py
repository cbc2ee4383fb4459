"""How far is each provision carried out, as the register and the citations say, and what does the page say of it?

A provision is carried out where a rule, a parameter, a list, an act, a measure or code cites it. One that only leads
in to others is as far as they are; its later parts are provisions beside it. Where nothing cites a provision, it needs
nothing if its kind says so: a definition, an aim, a principle, a transition, a commencement, or a task laid on nobody.
What is addressed to the Government or the President alone needs nothing too, as long as the register gives it to no
other part of the system than those that describe the law. No other kind of provision ever needs nothing.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby

from ondiris.law.coverage import Covered, Kind, Means, Reach, Reason
from ondiris.law.provisions import terms
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.register import Article, Provision, Register
from ondiris.law.provisions.terms import Bearer, Language, Status
from ondiris.project.docs.citations import Named, citations
from ondiris.project.docs.citing_tests import CitingTests, citing_tests
from ondiris.project.docs.markdown import codes, lines, page, table
from ondiris.web.showing.systems import SYSTEMS

NEEDS_NOTHING = {
    terms.Kind.DEFINITION: Reason.DEFINITION,
    terms.Kind.AIM: Reason.AIM,
    terms.Kind.PRINCIPLE: Reason.PRINCIPLE,
    terms.Kind.TRANSITION: Reason.PERIODS,
    terms.Kind.COMMENCEMENT: Reason.PERIODS,
}
OUTSIDE = {Bearer.GOVERNMENT, Bearer.PRESIDENT}
DESCRIBE_THE_LAW = {"A1", "A2", "A3"}


def coverage() -> list[Covered]:
    """Every registered provision, in the law's order, as the register and the code of this day have it."""
    cited = citations()
    return covered(register(), cited, citing_tests(named for by in cited.values() for named in by))


def covered(provisions: Register, cited: Mapping[str, Iterable[Named]], tests: CitingTests) -> list[Covered]:
    """Every provision of a register, in its order, by what cites it."""
    by = {id: tuple(_means(named, tests) for named in cited.get(str(id), ())) for id in provisions}
    kinds = {id: {one.kind for one in means} - {Kind.PAGE} for id, means in by.items()}
    law = _Law(
        provisions,
        carried_out={id for id, found in kinds.items() if found - {Kind.DEADLINE}},
        followed={id for id, found in kinds.items() if found == {Kind.DEADLINE}},
    )
    return [
        Covered(id, *law.reach(id), by[id], tuple(sorted(tests.provisions.get(str(id), ()))), provisions[id].systems)
        for id in provisions
    ]


def _means(named: Named, tests: CitingTests) -> Means:
    return Means(named.kind, named.name, named.title, named.pages, tuple(sorted(tests.named.get(named, ()))))


class _Law:
    """How far each provision of a register is carried out, given those that something carries out itself.

    Of those `followed` a deadline alone is declared: that it is done in time is followed, not that it is done here.
    """

    def __init__(self, provisions: Register, carried_out: set[ProvisionId], followed: set[ProvisionId]) -> None:
        self.provisions = provisions
        self.carried_out = carried_out
        self.followed = followed

    def reach(self, id: ProvisionId) -> tuple[Reach, Reason | None]:
        itself = id in self.carried_out
        inner = {self.reach(one)[0] for one in self._inner[id]} - {Reach.NOTHING_NEEDED}
        if inner <= {Reach.CARRIED_OUT}:
            if itself:
                return Reach.CARRIED_OUT, None
            if id in self.followed:
                return Reach.IN_PART, Reason.FOLLOWED
            return (Reach.CARRIED_OUT, Reason.WITHIN) if inner else self._without_means(self.provisions[id])
        if {Reach.CARRIED_OUT, Reach.IN_PART} & inner:
            return Reach.IN_PART, Reason.WITHIN
        return (Reach.IN_PART if itself or id in self.followed else Reach.NOT_YET), None

    @cached_property
    def _inner(self) -> Mapping[ProvisionId, list[ProvisionId]]:
        """What a unit leads in to: all that stands in it save its own later parts, which speak for themselves."""
        inner: dict[ProvisionId, list[ProvisionId]] = {id: [] for id in self.provisions}
        for id in self.provisions:
            above = id.parent
            while above is not None:
                if id.numbers != above.numbers or id.part == above.part:
                    inner[above].append(id)
                above = above.parent
        return inner

    def _without_means(self, provision: Provision) -> tuple[Reach, Reason | None]:
        reason = _reason(provision)
        return (Reach.NOTHING_NEEDED if reason else Reach.NOT_YET), reason


def _reason(provision: Provision) -> Reason | None:
    """Why nothing needs to carry it out; None where something does."""
    last = provision.versions[-1]
    if last.status is Status.EXCLUDED or last.valid_to is not None:
        return Reason.GONE
    if provision.kind is terms.Kind.TASK and not provision.bearers:
        return Reason.TASK
    if provision.bearers and OUTSIDE.issuperset(provision.bearers) and DESCRIBE_THE_LAW.issuperset(provision.systems):
        return Reason.GOVERNMENT
    return NEEDS_NOTHING.get(provision.kind)


def coverage_page(rows: Iterable[Covered]) -> str:
    """The shares by article, then each provision with what carries it out, or why nothing does."""
    every = list(rows)
    tables = {article: list(own) for article, own in groupby(every, key=lambda row: row.id.article)}
    return page(
        "Coverage of the law",
        "Which registered provision is carried out by what. Read from the code: a rule, an act, a parameter, a list or "
        "a measure that cites the provision carries it out, and so does code that names it in a docstring as its source "
        "or in a refusal. Pages that cite it are named beside, and so are the tests that cite it or what carries it "
        "out, by their file and number; the page of the provision itself, which every one has, is not. A unit that only "
        "leads in to others is as far as they are. Kind, summary and the part of the system it belongs to are the "
        "register's. Where a deadline alone is declared, it is followed whether the duty was done in time, and the duty "
        "itself is carried out in part. Tests by name are in `src/ondiris/law/coverage.json`.",
        table(
            ("Article", "Provisions", *(reach.label.capitalize() for reach in Reach), "Carried out, of those that need it"),
            [*(_share(_title(register().articles[a]), own) for a, own in tables.items()),
             _share("All articles", every)],
        ),
        *(block for article, own in tables.items() for block in _section(register().articles[article], own)),
    )  # fmt: skip


def _title(article: Article) -> str:
    return f"{article.id}. {article.heading.of(Language.EN)}"


def _share(title: str, rows: list[Covered]) -> tuple[str, ...]:
    counts = {reach: sum(1 for row in rows if row.reach is reach) for reach in Reach}
    needing = len(rows) - counts[Reach.NOTHING_NEEDED]
    share = f"{100 * counts[Reach.CARRIED_OUT] // needing} %" if needing else "nothing needs it"
    return title, str(len(rows)), *map(str, counts.values()), share


def _section(article: Article, rows: list[Covered]) -> tuple[str, str]:
    return (
        f"## Article {_title(article)}",
        table(
            ("Provision", "Kind", "What it says", "How far", "By what, or why not", "Shown and tested"),
            ((str(row.id), *_described(register()[row.id]), row.reach.label, _why(row), _beside(row)) for row in rows),
        ),
    )


def _described(provision: Provision) -> tuple[str, str]:
    return provision.kind.label, provision.summary.en


def _why(row: Covered) -> str:
    by = [_named(row, kind) for kind in Kind if kind is not Kind.PAGE]
    why = row.reason.label if row.reason else ""
    if row.reach is Reach.NOT_YET:
        why = "nothing yet; part of: " + "; ".join(SYSTEMS[system] for system in row.systems)
    return lines(*by, why)


def _named(row: Covered, kind: Kind) -> str:
    names = [means.name for means in row.by if means.kind is kind]
    return f"{kind.label}: {codes(names)}" if names else ""


def _beside(row: Covered) -> str:
    files = groupby(row.all_tests, key=lambda test: test.partition("::")[0])
    tests = [f"`{file}` ({count})" for file, count in ((file, len(list(own))) for file, own in files)]
    return lines(_named(row, Kind.PAGE), "test: " + ", ".join(tests) if tests else "")
