"""How far does the system carry out each provision, by what, and by which tests?

The answers stand in `coverage.json`, which `ondiris docs` makes from the register and from citations in code and
tests. Nothing else writes it, and a change by hand is found by `ondiris docs --check`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ondiris.base.words import N_
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.terms import Term

FILE = "coverage.json"


class Reach(Term):
    """How far is a provision carried out?"""

    CARRIED_OUT = "carried_out", N_("carried out")
    IN_PART = "in_part", N_("carried out in part")
    NOTHING_NEEDED = "needs_nothing", N_("needs nothing")
    NOT_YET = "not_yet", N_("not yet carried out")


class Reason(Term):
    """Why is a provision as far as it is, where nothing carries it out by itself?"""

    WITHIN = "within", N_("by what stands in it")
    FOLLOWED = "followed", N_("its deadline is followed: whether it is done in time, not that it is done here")
    DEFINITION = "definition", N_("a definition: it is used in the words of other provisions")
    AIM = "aim", N_("an aim: other provisions serve it")
    TASK = "task", N_("a task of the policy, laid on nobody: other provisions serve it")
    PRINCIPLE = "principle", N_("a principle: other provisions follow it")
    PERIODS = "periods", N_("it says when provisions apply: the register's versions and periods follow it")
    GOVERNMENT = "government", N_("addressed to the Government or the President alone, who act outside this system")
    GONE = "gone", N_("no longer in the law: the register's versions and periods say it")


class Kind(Term):
    """What is a means by which a provision is carried out? A page only shows: alone it carries out nothing."""

    RULE = "rule", N_("rule")
    PARAMETER = "parameter", N_("parameter")
    LIST = "list", N_("list")
    DEADLINE = "deadline", N_("deadline")
    ACT = "act", N_("act")
    MEASURE = "measure", N_("measure")
    CODE = "code", N_("code")
    PAGE = "page", N_("page")


@dataclass(frozen=True, slots=True)
class Means:
    """Something that cites provisions: its kind and name in the code, and its title in English, where it has one.

    `pages` are (name of an address, argument, …) of the pages where it can be seen; `tests` cite the means itself.
    """

    kind: Kind
    name: str
    title: str = ""
    pages: tuple[tuple[str, ...], ...] = ()
    tests: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Covered:
    """A provision: how far it is carried out and why, by what, the tests that cite it, the systems it belongs to."""

    id: ProvisionId
    reach: Reach
    reason: Reason | None
    by: tuple[Means, ...]
    tests: tuple[str, ...]
    systems: tuple[str, ...]

    @property
    def carried_out_by(self) -> tuple[Means, ...]:
        return tuple(means for means in self.by if means.kind is not Kind.PAGE)

    @property
    def all_tests(self) -> tuple[str, ...]:
        """The tests that cite the provision or what carries it out."""
        return tuple(sorted({*self.tests, *(test for means in self.carried_out_by for test in means.tests)}))


Coverage = Mapping[ProvisionId, Covered]


def plain(row: Covered) -> dict[str, Any]:
    """A provision's row as files and programs take it: texts and lists alone."""
    return {
        "id": str(row.id),
        "state": row.reach.value,
        "reason": row.reason.value if row.reason else None,
        "by": [
            {"kind": means.kind.value, "name": means.name, "title": means.title, "tests": list(means.tests)}
            for means in row.by
        ],
        "tests": list(row.tests),
        "systems": list(row.systems),
    }


@cache
def coverage() -> Coverage:
    """Every provision of the shipped register, in the law's order, as the shipped file has it."""
    return read((files("ondiris.law") / FILE).read_text(encoding="utf-8"))


def read(text: str) -> Coverage:
    """The coverage that a file's text holds."""
    raw = json.loads(text)
    means = {key: _means(key, one) for key, one in raw["means"].items()}
    return {row.id: row for row in (_covered(id, one, means) for id, one in raw["provisions"].items())}


def written(coverage: Iterable[Covered]) -> str:
    """The file's text: the means, then the provisions in the order given, each on a line of its own."""
    rows = tuple(coverage)
    means = {one.key: _as_json(title=one.title, pages=one.pages, tests=one.tests) for row in rows for one in row.by}
    provisions = {
        str(row.id): {"state": row.reach}
        | _as_json(
            reason=row.reason, by=[one.key for one in row.by], tests=row.tests, systems=row.systems
        )
        for row in rows
    }  # fmt: skip
    return f'{{"means": {_lines(dict(sorted(means.items())))},\n"provisions": {_lines(provisions)}}}\n'


def _as_json(**given: Any) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value}


def _lines(rows: Mapping[str, Any]) -> str:
    return (
        "{\n"
        + ",\n".join(f"{json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in rows.items())
        + "\n}"
    )


def _means(key: str, raw: Mapping[str, Any]) -> Means:
    kind, _, name = key.partition(" ")
    pages = tuple(tuple(page) for page in raw.get("pages", ()))
    return Means(Kind(kind), name, raw.get("title", ""), pages, tuple(raw.get("tests", ())))


def _covered(id: str, raw: Mapping[str, Any], means: Mapping[str, Means]) -> Covered:
    return Covered(
        id=ProvisionId.parse(id),
        reach=Reach(raw["state"]),
        reason=Reason(raw["reason"]) if "reason" in raw else None,
        by=tuple(means[key] for key in raw.get("by", ())),
        tests=tuple(raw.get("tests", ())),
        systems=tuple(raw.get("systems", ())),
    )
