"""One official enters where an act that the law calls for stands, a second one confirms or rejects it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.legislation.flow import INSTRUMENT
from ondiris.domains.legislation.models import InstrumentRecord
from ondiris.domains.legislation.permissions import may_confirm_record, may_enter, may_reject_record
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.instruments.load import instruments
from ondiris.law.instruments.terms import Status

BY_AN_ACT = (Status.APPROVED, Status.IN_FORCE, Status.REPLACED)


def calling_for(record: InstrumentRecord) -> str:
    """The provision that calls for the record's instrument, the first where several do."""
    return str(instruments()[record.instrument].called_for_by[0])


@beginning(
    "instrument.enter",
    _("Enter where an act under the law stands"),
    InstrumentRecord,
    "2.1",
    may_enter,
    cites=calling_for,
)
def enter(
    actor: Actor,
    *,
    instrument: str,
    status: str,
    valid_from: date,
    act_number: str = "",
    dated: date | None = None,
    address: str = "",
) -> tuple[InstrumentRecord, dict[str, Any]]:
    """A record waiting for its second person. BadInput names what cannot be so.

    What is approved, in force or replaced came about by an act with a number, a day and an address.
    """
    wrong = _wrong(instrument, status, valid_from, act_number, dated, address)
    if wrong:
        raise BadInput(wrong)
    record = InstrumentRecord.objects.create(
        number=next_number("ACT", actor.on.year),
        state=ValueState.ENTERED,
        instrument=instrument,
        status=status,
        valid_from=valid_from,
        act_number=act_number.strip(),
        dated=dated,
        address=address.strip(),
        entered_by=actor.user_id,
        entered_by_name=actor.name,
    )
    return record, _evidence(record)


@act(INSTRUMENT, "confirm", _("Confirm where it stands"), InstrumentRecord, may_confirm_record)
def confirm(actor: Actor, record: InstrumentRecord) -> Outcome:
    """The record is shown to everybody from now on."""
    return Outcome(_evidence(record), provision=calling_for(record))


@act(INSTRUMENT, "reject", _("Reject it"), InstrumentRecord, may_reject_record)
def reject(actor: Actor, record: InstrumentRecord, *, reason: str) -> Outcome:
    """The record is not shown, or no longer where it had been confirmed: so a mistake is corrected."""
    return Outcome({"reason": said("reason", reason)}, provision=calling_for(record))


def _wrong(
    instrument: str, status: str, valid_from: date, act_number: str, dated: date | None, address: str
) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if instrument not in instruments():
        wrong["instrument"] = _("The law calls for no such act.")
    if status not in set(Status):
        wrong["status"] = _("Choose one of the listed values.")
    if status in BY_AN_ACT or act_number.strip():
        if trouble := trouble_with_line(act_number, 60, _("Give the number of the act.")):
            wrong["act_number"] = trouble
        if dated is None:
            wrong["dated"] = _("Give the day of the act.")
        if trouble := trouble_with_line(address, 400, _("Say where the act can be read.")):
            wrong["address"] = trouble
    if address.strip() and not address.strip().startswith(("https://", "http://")):
        wrong["address"] = _("Give an address that begins with https://.")
    if status == Status.APPROVED and dated and valid_from < dated:
        wrong["valid_from"] = _("It cannot have been approved before the day of the act.")
    waiting = InstrumentRecord.objects.filter(
        instrument=instrument, valid_from=valid_from, status=status, state=ValueState.ENTERED
    )
    if waiting.exists():
        wrong["valid_from"] = _("The same from this day already waits for its second person.")
    return wrong


def _evidence(record: InstrumentRecord) -> dict[str, Any]:
    return {
        "instrument": record.instrument,
        "status": record.status,
        "valid_from": record.valid_from,
        "act_number": record.act_number,
        "dated": record.dated,
        "address": record.address,
    }
