"""How is an act that the law calls for shown as it stands on a day?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.law.instruments.load import Instrument
from ondiris.law.instruments.standing import InstrumentStanding, Record, standing
from ondiris.law.instruments.terms import Status
from ondiris.law.provisions.terms import Bearer, Language
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag

COLOURS: Mapping[Status | None, Colour] = {
    None: Colour.GREY,
    Status.TO_DRAFT: Colour.YELLOW,
    Status.AGREED: Colour.BLUE,
    Status.APPROVED: Colour.BLUE,
    Status.IN_FORCE: Colour.GREEN,
    Status.REPLACED: Colour.RED,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An instrument in a list: its name, sort, page, and how it stands by which act."""

    name: str
    sort: str
    url: str
    tag: Tag
    by: str


def address(instrument: Instrument, on: date | None = None) -> str:
    """The page of an instrument, on a chosen day where one was chosen."""
    page = reverse("law:instrument", args=[instrument.id])
    return f"{page}?on={on.isoformat()}" if on else page


def name_of(instrument: Instrument) -> str:
    """Its name in the reader's language."""
    return instrument.name.of(Language(figures.language()))


def tag_of(status: Status | None) -> Tag:
    """Where it stands, in a word or two."""
    return Tag(_(status.label) if status else _("not known here"), COLOURS[status])


def act_of(record: Record | None) -> str:
    """The act of a record: No. 12 of 3 May 2024; empty where it has none."""
    if record is None or not record.number:
        return ""
    return _("No. %(number)s of %(day)s") % {"number": record.number, "day": figures.day(record.dated)}


def shown(
    instrument: Instrument, records: Iterable[Record], on: date, chosen: date | None = None
) -> tuple[Shown, InstrumentStanding]:
    """An instrument as it stands on a day by the records known of it, and that standing."""
    at = standing(records, on)
    return (
        Shown(
            name=name_of(instrument),
            sort=_(instrument.sort.label),
            url=address(instrument, chosen),
            tag=tag_of(at.status),
            by=act_of(at.holds),
        ),
        at,
    )


def bodies(bearers: Iterable[Bearer], nobody: str) -> str:
    """Bodies by name, in a row; `nobody` where the law names none."""
    return "; ".join(_(bearer.label) for bearer in bearers) or nobody
