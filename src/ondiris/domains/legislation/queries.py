"""What are the law, its numbers, texts and instruments, as shipped and as officials have carried them on?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet

from ondiris.domains.legislation import amending
from ondiris.domains.legislation.amending import entered_change
from ondiris.domains.legislation.models import (
    AmendingAct,
    EnteredValue,
    InstrumentRecord,
    LawChange,
    OfficialText,
    Reference,
)
from ondiris.domains.legislation.terms import AmendmentState, ValueState
from ondiris.law.instruments.standing import Record, in_order
from ondiris.law.instruments.terms import Status
from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.overlay import EnteredChange, with_changes
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import State

EnteredRow = tuple[str, str, bool | int | str, date, date | None, str]


def amended_register() -> Register:
    """The shipped register with the changes that officials entered and confirmed laid over it; one query."""
    changes = tuple(entered_change(row) for row in amending.in_order(confirmed_changes()))
    return _amended(changes) if changes else register()


@lru_cache(maxsize=2)
def _amended(changes: tuple[EnteredChange, ...]) -> Register:
    return with_changes(register(), changes)


def confirmed_changes() -> QuerySet[LawChange]:
    """What the confirmed acts change, each change with its act."""
    return LawChange.objects.filter(act__state=AmendmentState.CONFIRMED).select_related("act")


def confirmed_acts() -> QuerySet[AmendingAct]:
    """The acts that officials entered and confirmed."""
    return AmendingAct.objects.filter(state=AmendmentState.CONFIRMED).order_by("pk")


def parameters_on() -> Parameters:
    """The shipped parameters with the values that officials entered and confirmed laid over them; one query.

    The same object as long as nothing more is confirmed.
    """
    confirmed = EnteredValue.objects.filter(state=ValueState.CONFIRMED).order_by("pk")
    rows = confirmed.values_list("parameter", "category", "value", "valid_from", "known_until", "source")
    return _with_entered(tuple(rows))


@lru_cache(maxsize=2)
def _with_entered(rows: tuple[EnteredRow, ...]) -> Parameters:
    shipped = Parameters.load()
    return shipped.with_values(
        Value(
            name=name,
            value=shipped.declared[name].type.parse(value),
            valid_from=valid_from,
            known_until=known_until,
            source=source,
            certainty=Certainty.ACT,
            category=category or None,
        )
        for name, category, value, valid_from, known_until, source in rows
    )


def official_texts(units: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """The loaded texts of units, in all languages: unit, level, language, text."""
    rows = OfficialText.objects.filter(unit__in=list(units)).order_by("pk")
    return list(rows.values_list("unit", "level", "language", "text"))


def texts_of_standings(standings: Iterable[Standing]) -> dict[ProvisionId, dict[str, str]]:
    """The official texts of provisions as they stand, by language; one query.

    A wording that officials entered has its own. The loaded texts are of the last base wording as shipped: where another
    wording, or none, is in force, there is none.
    """
    shown = list(standings)
    loaded = {str(at.provision.id): at.provision for at in shown if at.has_published_wording}
    in_force = [at for at in shown if at.state is State.IN_FORCE]
    found = {at.provision.id: at.version.official.by_language for at in in_force if at.version.official}
    for unit, level, language, text in official_texts(loaded):
        if level == loaded[unit].level:
            found.setdefault(loaded[unit].id, {})[language] = text
    return found


def references_around(units: Iterable[str]) -> list[Reference]:
    """The references that units make, and those made to them."""
    around = list(units)
    return list(Reference.objects.filter(Q(source__in=around) | Q(target__in=around)).order_by("pk"))


def instrument_records(instrument: str | None = None) -> Mapping[str, list[Record]]:
    """What officials entered and confirmed of every instrument, or of one, by its id, as time had it: one query."""
    confirmed = InstrumentRecord.objects.filter(state=ValueState.CONFIRMED)
    if instrument is not None:
        confirmed = confirmed.filter(instrument=instrument)
    found: dict[str, list[Record]] = defaultdict(list)
    for record in in_order(map(_record, confirmed)):
        found[record.instrument].append(record)
    return found


def _record(kept: InstrumentRecord) -> Record:
    return Record(
        instrument=kept.instrument,
        status=Status(kept.status),
        valid_from=kept.valid_from,
        number=kept.act_number,
        dated=kept.dated,
        address=kept.address,
        place=kept.pk,
    )
