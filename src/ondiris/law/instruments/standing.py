"""Where does an act that the law calls for stand on a day, by what is recorded of it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ondiris.law.instruments.terms import Status


@dataclass(frozen=True, slots=True)
class Record:
    """What is known: from a day on, an instrument has a status, by an act with number, date and address.

    What is drafted or agreed may have neither number nor date; `place` orders records of one day as they were made.
    """

    instrument: str
    status: Status
    valid_from: date
    number: str = ""
    dated: date | None = None
    address: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class InstrumentStanding:
    """An instrument on a day.

    `holds`: the record of the act in force, or, where none is, the last one; None where nothing is known.
    `coming`: beside an act in force, the next one that is drafted, agreed or approved.
    """

    holds: Record | None
    coming: Record | None

    @property
    def status(self) -> Status | None:
        """None: nothing is known."""
        return self.holds.status if self.holds else None


def standing(records: Iterable[Record], on: date) -> InstrumentStanding:
    """How one instrument stands on a day.

    An act in force stays so until another comes into force or the record says that it is no longer. What is drafted,
    agreed or approved beside it is on its way until an act comes into force.
    """
    holds: Record | None = None
    coming: Record | None = None
    for record in in_order(record for record in records if record.valid_from <= on):
        if record.status in (Status.IN_FORCE, Status.REPLACED):
            holds = record
            coming = coming if record.status is Status.REPLACED else None
        else:
            coming = record
    if coming and (holds is None or holds.status is Status.REPLACED):
        return InstrumentStanding(coming, None)
    return InstrumentStanding(holds, coming)


def in_order(records: Iterable[Record]) -> list[Record]:
    """Records as time had them; of one day, as they were made."""
    return sorted(records, key=lambda record: (record.valid_from, record.place))


def ends(records: Iterable[Record]) -> dict[Record, date]:
    """The first day on which an act in force is so no longer, for each that another one, or an end, has followed."""
    ended: dict[Record, date] = {}
    force: Record | None = None
    for record in in_order(records):
        if record.status in (Status.IN_FORCE, Status.REPLACED):
            if force is not None:
                ended[force] = record.valid_from
            force = record if record.status is Status.IN_FORCE else None
    return ended
