"""Does each row of an article have the acts and the days that the official text allows?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from ondiris.law.provisions.amendments import Amendment
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import OfficialArticle, OfficialText
from ondiris.law.provisions.register import Provision, Version
from ondiris.law.provisions.terms import Certainty, Status, Wording

Wrong = tuple[ProvisionId, str]


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The first days that the text allows for what an act made, and how sure it lets us be of them."""

    days: frozenset[date]
    sure: tuple[Certainty, ...]

    @classmethod
    def named(cls, day: date) -> Self:
        """By a clause that names the day."""
        return cls(frozenset({day}), (Certainty.ESTABLISHED,))


def wrong_dates(rows: Collection[Provision], official: OfficialArticle, text: OfficialText) -> Iterator[Wrong]:
    """The rows of an article that are dated otherwise than the text allows, each with what is wrong."""
    until = {unit.id: wording.until for wording in text.temporary_of(official.id) for unit in wording.units}
    units = {unit.id: unit for unit in official.units}
    for amendment in official.amendments:
        yield from _lacking(amendment, rows, official, text)
    for row in rows:
        unit = units.get(row.id)
        excluded_by = unit.excluded if unit else None
        amendments = [*official.amendments, *([excluded_by] if excluded_by else [])]
        acts = {amendment.act.number: amendment for amendment in amendments}  # a note on the unit outdoes the article's
        for version in row.versions:
            yield from ((row.id, what) for what in _of_the_version(row, version, acts, official, text, until))
        yield from ((row.id, what) for what in _of_the_first(row, acts, text))
        yield from ((row.id, what) for what in _of_the_end(row, excluded_by, until.get(row.id), bool(unit)))


def _start_of_law(text: OfficialText) -> _Allowed:
    """The first day of the law, whose publication the text does not give.

    An amendment that applies from before its own day reaches back to it; where none does, the earliest day.
    """
    notes = [note for article in text.articles for note in article.amendments]
    notes += [unit.excluded for article in text.articles for unit in article.units if unit.excluded]
    back = [n.commencement.on for n in notes if n.commencement.on and n.commencement.on < n.act.signed_on]
    if back:
        return _Allowed(frozenset({min(back)}), (Certainty.INFERRED,))
    return _Allowed(frozenset({text.starts.after(text.law.signed_on)}), (Certainty.EARLIEST,))


def _start(unit: ProvisionId, text: OfficialText) -> _Allowed:
    law = _start_of_law(text)
    otherwise = next((c for named, c in text.starts_otherwise.items() if unit.within(named)), None)
    if otherwise is None:
        return law
    if otherwise.on:
        return _Allowed.named(otherwise.on)
    published = min(law.days) - timedelta(days=text.starts.days + 1)
    # The day of publication is itself inferred: the term counted from it may be called either.
    return _Allowed(frozenset({otherwise.after(published)}), (Certainty.EARLIEST, Certainty.INFERRED))


def _amended(amendment: Amendment, official: OfficialArticle) -> _Allowed:
    clause = amendment.commencement
    if clause.on:
        return _Allowed.named(clause.on)
    if clause.by_term:
        return _Allowed(frozenset({clause.after(amendment.act.signed_on)}), (Certainty.EARLIEST,))
    # The clause points to an article of the act: known are only the days that the notes on single units have.
    located = [unit.excluded for unit in official.units if unit.excluded and unit.excluded.act == amendment.act]
    days = frozenset[date]().union(*(_amended(note, official).days for note in located))
    return _Allowed(days, (Certainty.EARLIEST, Certainty.INFERRED))


def _lacking(
    amendment: Amendment, rows: Collection[Provision], official: OfficialArticle, text: OfficialText
) -> Iterator[Wrong]:
    """Rows without an act that the note below the article names and does not locate below the article."""
    act = amendment.act.number
    with_act = {row.id: version for row in rows for version in row.versions if version.act == act}
    if not amendment.whole and official.id in with_act and with_act[official.id].located:
        yield official.id, f"the text does not say which unit {act} changed: located must be false"
    excluded = {unit.id: unit.excluded for unit in official.units if unit.excluded}
    located = any(note.act == amendment.act for note in excluded.values()) or any(
        version.located for version in with_act.values()
    )
    if located and not amendment.whole:
        return
    days = _amended(amendment, official).days
    for row in rows:
        first = row.versions[0]
        added_later = first.act != text.law.number and all(day <= first.valid_from for day in days)
        if row.id not in with_act and row.id not in excluded and not added_later:
            yield row.id, f"{act} is missing"


def _of_the_version(
    row: Provision,
    version: Version,
    acts: dict[str, Amendment],
    official: OfficialArticle,
    text: OfficialText,
    until: dict[ProvisionId, date],
) -> Iterator[str]:
    amendment = acts.get(version.act)
    if version.act == text.law.number:
        allowed = _start(row.id, text)
        if version is not row.versions[0] and row.id in until:
            allowed = _Allowed.named(until[row.id])
    elif amendment is None:
        yield f"{version.act} is not named in the text"
        return
    else:
        allowed = _amended(amendment, official)
    if version.valid_from not in allowed.days:
        days = " or ".join(str(day) for day in sorted(allowed.days))
        yield f"{version.act} from {version.valid_from}; the text gives {days or 'no day'}"
    elif version.certainty not in allowed.sure:
        sure = " or ".join(allowed.sure)
        yield f"{version.act} from {version.valid_from} is {version.certainty}; by the text it is {sure}"
    elif amendment and version.valid_from < amendment.act.signed_on:
        since = version.known_since
        if since is None or since < amendment.act.signed_on:
            yield f"{version.act} reaches back: known_since must be {amendment.act.signed_on} or later"


def _of_the_first(row: Provision, acts: dict[str, Amendment], text: OfficialText) -> Iterator[str]:
    first = row.versions[0]
    if first.act == text.law.number:
        if row.id.numbers[-1][1] and first.status is not Status.UNKNOWN:
            yield f"its number was added after the law, so {first.act} cannot be its first act"
    elif first.status is Status.EXCLUDED:
        yield f"the version that {first.act} excluded is missing"
    elif first.act in acts and not (first.located or acts[first.act].whole or first.status is Status.UNKNOWN):
        yield f"{text.law.number} is missing: the text does not say that {first.act} added the unit"


def _of_the_end(row: Provision, excluded_by: Amendment | None, until: date | None, in_base: bool) -> Iterator[str]:
    last = row.versions[-1]
    if excluded_by and (last.status is not Status.EXCLUDED or last.act != excluded_by.act.number):
        yield f"the text says that {excluded_by.act.number} excluded it"
    if last.status is Status.EXCLUDED and not excluded_by:
        yield "the text does not say that it is excluded"
    temporary = [version for version in row.versions if version.wording is Wording.TEMPORARY]
    if until is None:
        if temporary or last.valid_to:
            yield "the text gives it no temporary wording and no end"
    elif in_base:
        if [version.valid_to for version in temporary] != [until] or last.valid_to:
            yield f"its temporary wording, and no other, ends on {until}"
    elif last.valid_to != until:
        yield f"it stands only in the temporary wording, which ends on {until}"
