"""Which register is there once the changes that officials confirmed are laid over the shipped one?

A change is laid where nothing hinders it: what the shipped rows have by now, or have passed over, is left out, so that
a newer product and an older entry never contradict one another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ondiris.base.words import N_
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import levels
from ondiris.law.provisions.register import Article, Provision, Register, Version, Words
from ondiris.law.provisions.terms import Effect, Status

NO_WORDS = Words(
    en="Its wording is not held.", ru="Его редакция недоступна.", kk="Оның редакциясы қолжетімсіз."
)  # of a unit known to exist, whose text is not at hand; never shown as words of the law


@dataclass(frozen=True, slots=True)
class EnteredChange:
    """What an amending act makes of a unit: the version that begins, or `added`, the unit that comes with it."""

    provision: ProvisionId
    effect: Effect
    version: Version
    added: Provision | None = None


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a change cannot be laid, and by what of it: its `provision`, `level` or `valid_from`."""

    field: str
    sentence: str


def misplaced(register: Register, provision: ProvisionId, effect: Effect) -> str | None:
    """Why this cannot be done to such a provision on whatever day; None where it can."""
    row = register.get(provision)
    if effect is Effect.ADDED:
        if row is not None:
            return N_("The register has this provision already.")
        if provision.parent is None:
            return None
        if provision.parent not in register:
            return N_("What it would stand in is not in the register. Add that first.")
        return None if _stands(register[provision.parent]) else N_("What it would stand in is no longer in the law.")
    if row is None:
        return N_("The register has no such provision.")
    return None if _stands(row) else N_("This provision is excluded already, or is no longer in force.")


def _stands(row: Provision) -> bool:
    """Whether a provision is in the law without an end."""
    return row.versions[-1].status is not Status.EXCLUDED and row.versions[-1].valid_to is None


def hindrance(register: Register, change: EnteredChange) -> Hindrance | None:
    """What keeps a change from being laid over a register; None where nothing does."""
    if wrong := misplaced(register, change.provision, change.effect):
        return Hindrance("provision", wrong)
    if change.added is not None:
        return _against_adding(register, change.added)
    row = register[change.provision]
    if any(version.act == change.version.act for version in row.versions):
        return Hindrance("provision", N_("This act has already made a wording of this provision."))
    if any(change.version.valid_from < unit.versions[-1].valid_from for unit in _reached(register, change)):
        return Hindrance(
            "valid_from", N_("A wording of this provision, or of what stands in it, begins on a later day.")
        )
    return None


def _against_adding(register: Register, added: Provision) -> Hindrance | None:
    above = added.id.parent
    if added.level not in levels(added.id):
        return Hindrance("level", N_("A provision with such a number is of another level."))
    if above and added.versions[0].valid_from < register[above].versions[0].valid_from:
        return Hindrance("valid_from", N_("What it stands in begins on a later day."))
    return None


def _reached(register: Register, change: EnteredChange) -> Iterator[Provision]:
    """The units that a change gives a new version: itself, and by an exclusion all that still stands in it."""
    for unit in register.within(change.provision):
        if unit.id == change.provision or (change.effect is Effect.EXCLUDED and _stands(unit)):
            yield unit


def with_changes(register: Register, changes: Iterable[EnteredChange]) -> Register:
    """Another register, with these changes laid over this one in the order given."""
    for change in changes:
        if hindrance(register, change) is None:
            register = _laid(register, change)
    return register


def hindrances(register: Register, changes: Iterable[EnteredChange]) -> Iterator[Hindrance | None]:
    """For each change in the order given, what keeps it from being laid over those before it."""
    for change in changes:
        found = hindrance(register, change)
        if found is None:
            register = _laid(register, change)
        yield found


def _laid(register: Register, change: EnteredChange) -> Register:
    number = change.provision.article
    if change.added is not None:
        article = _with_unit(register.articles.get(number), change.added)
    else:
        reached = {unit.id for unit in _reached(register, change)}
        rows = (
            _continued(row, change.version) if row.id in reached else row
            for row in register.articles[number].provisions
        )
        article = replace(register.articles[number], provisions=tuple(rows))
    return Register((register.articles | {number: article}).values())


def _with_unit(article: Article | None, added: Provision) -> Article:
    """The article with a unit put where the law's numbering has it; a new article is headed by its own words."""
    if article is None:
        return Article(id=added.id, heading=added.summary, provisions=(added,))
    rows = list(article.provisions)
    before = [place for place, row in enumerate(rows) if row.id < added.id]
    rows.insert(before[-1] + 1, added)
    return replace(article, provisions=tuple(rows))


def _continued(row: Provision, version: Version) -> Provision:
    last = replace(row.versions[-1], valid_to=version.valid_from)
    return replace(row, versions=(*row.versions[:-1], last, version))
