"""How is the sheet of a sum set in a letter, every step of it? (27.4)"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.base import figures
from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.documents.letters.content import Block, caution, heading, note, table
from ondiris.domains.recovery.queries import as_fraction
from ondiris.law.parameters import Certainty


def sheet_blocks(sheet: dict[str, Any]) -> Iterator[Block]:
    """The sheet that `queries.kept` wrote, in the language that is active; a sum that is undetermined says so."""
    yield caution(
        _("Example formula"),
        _("The formula is an example that the authority must confirm; the law names its elements only."),
    )
    yield heading(_("How far the obligations were fulfilled"))
    yield table([_("Indicator"), _("Year"), _("Target"), _("Reached"), _("Level")], **_levels(sheet))
    if rates := rates_of(sheet):
        yield heading(_("Base rate of the National Bank"))
        yield table([_("Days"), _("Rate"), _("Source")], rates, figures=[1])
    for step in sheet["payments"]:
        yield heading(_("Payment of %(day)s") % {"day": _day(step["on"])})
        yield table([_("Step"), _("Working"), _("Amount")], **_payment(step, sheet))
    yield heading(_("What is due back on %(day)s") % {"day": _day(sheet["demand_on"])})
    yield table([_("Step"), _("Amount")], **_sum(sheet))
    yield note(
        _("Steps are shown to the tiyn and computed exactly; the sum is rounded half up to %(unit)s once, at the end.")
        % {"unit": figures.tenge(Decimal(sheet["rounding"]))}
    )


def rates_of(sheet: dict[str, Any]) -> list[list[str]]:
    """The days, the base rate and where it was read, from the first payment on; none where the sheet kept no source."""
    return [
        [
            _period(part),
            figures.percent(Decimal(part["rate"]).normalize()),
            f"{part['source']} ({_(Certainty(part['certainty']).label)})",
        ]
        for part in sheet["payments"][0]["interest"]
        if part.get("source")
    ]


def share_text(level: Fraction) -> str:
    """A level of fulfilment in per cent with two decimals; what they cannot hold stands behind as a fraction."""
    shown = round_half_up(level * 100, TIYN)
    text = figures.percent(shown.normalize() if shown else Decimal(0))
    return text if Fraction(shown) == level * 100 else f"{text} ({level.numerator}/{level.denominator})"


def share_working(step: dict[str, Any], level: str) -> str:
    """How the share of a payment comes about: the unfulfilled part, less what earlier demands asked back of it."""
    amount, unfulfilled = figures.tenge(Decimal(step["amount"])), share_text(1 - as_fraction(level))
    asked = as_fraction(step.get("asked", "0"))  # sheets kept before a second demand was possible do not say it
    if not asked:
        return f"{amount} × {unfulfilled}"
    return _("%(amount)s × (%(unfulfilled)s less %(asked)s that was asked back before, not below zero)") % {
        "amount": amount,
        "unfulfilled": unfulfilled,
        "asked": share_text(asked),
    }


def _levels(sheet: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            f"{one['name']}, {one['unit']}",
            str(year["year"]),
            figures.number(Decimal(year["target"])),
            figures.NOTHING if year["reached"] is None else figures.number(Decimal(year["reached"])),
            share_text(as_fraction(year["level"])),
        ]
        for one in sheet["indicators"]
        for year in one["years"]
    ]
    rows += [
        [_("Mean of %(name)s") % {"name": one["name"]}, "", "", "", share_text(as_fraction(one["level"]))]
        for one in sheet["indicators"]
        if one["level"] is not None
    ]
    level = [_("Level of fulfilment, weighted mean"), "", "", "", share_text(as_fraction(sheet["level"]))]
    return {"rows": [*rows, level], "figures": [1, 2, 3, 4], "last": True}


def _payment(step: dict[str, Any], sheet: dict[str, Any]) -> dict[str, Any]:
    share = _money(step["share"])
    rows = [
        [
            _("Unfulfilled share of the payment"),
            share_working(step, sheet["level"]),
            share,
        ]
    ]
    for part in step["interest"]:
        working = ngettext(
            "%(share)s × %(rate)s × %(days)d day / %(year)d",
            "%(share)s × %(rate)s × %(days)d days / %(year)d",
            part["days"],
        ) % {
            "share": share,
            "rate": figures.percent(Decimal(part["rate"]).normalize()),
            "days": part["days"],
            "year": sheet["days_in_year"],
        }
        rows.append([_("Interest, %(period)s") % {"period": _period(part)}, working, _money(part["exact"])])
    # Without a rate for every day the parts do not add up to anything that is due.
    rows.append([_("For this payment"), "", _("undetermined") if sheet["due"] is None else _money(step["exact"])])
    return {"rows": rows, "figures": [2], "last": True}


def _sum(sheet: dict[str, Any]) -> dict[str, Any]:
    unknown = sheet["due"] is None
    rows = [
        [
            _("Payment of %(day)s") % {"day": _day(step["on"])},
            _("undetermined") if unknown else _money(step["exact"]),
        ]
        for step in sheet["payments"]
    ]
    rows.append([_("To be returned"), _("undetermined") if unknown else figures.tenge(Decimal(sheet["due"]))])
    return {"rows": rows, "figures": [1], "last": True}


def _period(part: dict[str, Any]) -> str:
    return figures.period(date.fromisoformat(part["first"]), date.fromisoformat(part["end"]))


def _day(text: str) -> str:
    return figures.day(date.fromisoformat(text))


def _money(exact: str) -> str:
    return figures.tenge(round_half_up(as_fraction(exact), TIYN))
