"""What does a demand say: the amount, and every step of its sum? (27.4)"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import Block, Content, heading, lines, note, paragraph, signatures, table
from ondiris.domains.documents.letters.write import write
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.queries import as_fraction


def send_demand(actor: Actor, claim: Claim) -> None:
    """Write the demand to the recipient, in each language, from the sheet that the claim keeps."""
    agreement = claim.agreement

    def compose() -> Content:
        return Content(
            title=_("Demand for return"),
            sender=words.acting_for(actor),
            addressee=words.organisation(agreement.recipient),
            reference=claim.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=(*_demand(claim), signatures([words.signed_by(actor, Capacity.DECISION_MAKER)])),
        )

    write(actor, LetterKind.DEMAND, claim, agreement.recipient_id, compose)


def _demand(claim: Claim) -> Iterator[Block]:
    yield paragraph(
        _(
            "Obligations of agreement %(number)s were not fulfilled in full. You are asked to return %(amount)s (art. 27.4)."
        )
        % {"number": claim.agreement.number, "amount": figures.tenge(claim.amount)}
    )
    yield lines(
        [
            (_("Agreement"), claim.agreement.number),
            (_("Due as of"), figures.day(claim.demand_on)),
            (_("Amount"), figures.tenge(claim.amount)),
        ]
    )
    yield heading(_("How far the obligations were fulfilled"))
    yield table([_("Indicator"), _("Year"), _("Target"), _("Reached"), _("Level")], **_levels(claim.sheet))
    for step in claim.sheet["payments"]:
        yield heading(_("Payment of %(day)s") % {"day": _day(step["on"])})
        yield table([_("Step"), _("Working"), _("Amount")], **_payment(step, claim.sheet))
    yield heading(_("Sum"))
    rows = [[_("Payment of %(day)s") % {"day": _day(s["on"])}, _money(s["exact"])] for s in claim.sheet["payments"]]
    rows.append([_("To be returned"), figures.tenge(claim.amount)])
    yield table([_("Step"), _("Amount")], rows, figures=[1], last=True)
    yield note(
        _("Steps are shown to the tiyn and computed exactly; the sum is rounded half up to %(unit)s once, at the end.")
        % {"unit": figures.tenge(Decimal(claim.sheet["rounding"]))}
    )
    yield note(_("The formula is an example that the authority must confirm; the law names its elements only."))


def _levels(sheet: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            f"{one['name']}, {one['unit']}",
            str(year["year"]),
            figures.number(Decimal(year["target"])),
            figures.NOTHING if year["reached"] is None else figures.number(Decimal(year["reached"])),
            _share(as_fraction(year["level"])),
        ]
        for one in sheet["indicators"]
        for year in one["years"]
    ]
    rows += [
        [_("Mean of %(name)s") % {"name": one["name"]}, "", "", "", _share(as_fraction(one["level"]))]
        for one in sheet["indicators"]
        if one["level"] is not None
    ]
    level = [_("Level of fulfilment, weighted mean"), "", "", "", _share(as_fraction(sheet["level"]))]
    return {"rows": [*rows, level], "figures": [1, 2, 3, 4], "last": True}


def _payment(step: dict[str, Any], sheet: dict[str, Any]) -> dict[str, Any]:
    share = _money(step["share"])
    rows = [
        [
            _("Unfulfilled share of the payment"),
            f"{figures.tenge(Decimal(step['amount']))} × {_share(1 - as_fraction(sheet['level']))}",
            share,
        ]
    ]
    for part in step["interest"]:
        working = _("%(share)s × %(rate)s × %(days)d days / %(year)d") % {
            "share": share,
            "rate": figures.percent(Decimal(part["rate"]).normalize()),
            "days": part["days"],
            "year": sheet["days_in_year"],
        }
        days = figures.period(date.fromisoformat(part["first"]), date.fromisoformat(part["end"]))
        rows.append([_("Interest, %(period)s") % {"period": days}, working, _money(part["exact"])])
    rows.append([_("For this payment"), "", _money(step["exact"])])
    return {"rows": rows, "figures": [2], "last": True}


def _day(text: str) -> str:
    return figures.day(date.fromisoformat(text))


def _money(exact: str) -> str:
    return figures.tenge(round_half_up(as_fraction(exact), TIYN))


def _share(level: Fraction) -> str:
    return figures.percent(round_half_up(level * 100, TIYN))
