"""What does the sheet for information say: what would be due back on a day, and that nothing is asked by it? (27.4)"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import Block, Content, Party, caution, lines
from ondiris.domains.documents.letters.render import pdf
from ondiris.domains.recovery.formula import Sheet
from ondiris.domains.recovery.queries import due_on, due_until_gap, kept
from ondiris.domains.recovery.sheet import share_text, sheet_blocks

SYSTEM = "Öndiris"


def information_sheet(actor: Actor, agreement: Agreement, on: date) -> bytes | None:
    """The sheet for a day as PDF/A in the language that is active, made for the actor on the actor's day.

    None where there is no sheet: a year is not reported, none is over, or nothing was paid by the day. Nothing is kept.
    """
    reached, sheet = due_on(agreement, on)
    if sheet is None:
        return None
    until = due_until_gap(sheet)
    content = Content(
        title=_("What would be due back on %(day)s") % {"day": figures.day(on)},
        sender=Party(SYSTEM, (_("Made for %(organisation)s") % {"organisation": actor.organisation_name},)),
        addressee=words.organisation(agreement.recipient),
        reference=agreement.number,
        day=figures.day(actor.on),
        footer=words.law(),
        blocks=(*_heading(actor, agreement, sheet, until), *sheet_blocks(kept(reached, until or sheet))),
    )
    return pdf(content, figures.language(), actor.on)


def _heading(actor: Actor, agreement: Agreement, sheet: Sheet, until: Sheet | None) -> Iterator[Block]:
    yield caution(
        _("Calculated on %(day)s for information; not a demand") % {"day": figures.day(actor.on)},
        _("Nothing is asked back by this sheet, and nothing was decided. A demand is a letter of its own (art. 27.4)."),
    )
    if sheet.gap is not None:
        yield caution(_("Undetermined"), _gap(sheet.gap.first, until))
    yield lines(
        [
            (_("Agreement"), agreement.number),
            (_("Due as of"), figures.day(sheet.demand_on)),
            (_("Level of fulfilment"), share_text(sheet.level)),
            (_("Amount"), _("undetermined") if sheet.due is None else figures.tenge(sheet.due)),
        ]
    )


def _gap(first: date, until: Sheet | None) -> str:
    said = _("No base rate is established from %(day)s. Nothing is carried over that gap.") % {
        "day": figures.day(first)
    }
    if until is None:
        return said
    known = _("As of %(day)s: %(amount)s; later not established. The steps below lead to that sum.") % {
        "day": figures.day(until.demand_on),
        "amount": figures.tenge(until.due),
    }
    return f"{said}\n{known}"
