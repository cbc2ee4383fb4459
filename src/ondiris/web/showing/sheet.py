"""How is the sheet of a recovery shown, step by step? (27.4)"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.domains.recovery.queries import as_fraction
from ondiris.domains.recovery.sheet import rates_of, share_text, share_working
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Sheet, SheetPart, SheetStep


def _money(exact: str) -> Decimal:
    """An exact fraction shown to the tiyn; the sum itself is rounded only once, at the end."""
    return round_half_up(as_fraction(exact), TIYN)


def _share(level: str | None) -> str:
    return _("not reported") if level is None else share_text(as_fraction(level))


def _levels(sheet: dict[str, Any]) -> SheetPart:
    steps = []
    for one in sheet["indicators"]:
        for year in one["years"]:
            working = _("%(reached)s of %(target)s %(unit)s → %(level)s") % {
                "reached": figures.number(Decimal(year["reached"])) if year["reached"] is not None else "—",
                "target": figures.number(Decimal(year["target"])),
                "unit": one["unit"],
                "level": _share(year["level"]),
            }
            steps.append(SheetStep(f"{one['name']}, {year['year']}", working))
        direction = _(DIRECTIONS[Direction(one["direction"])][1]) if one["direction"] else one["name"]
        steps.append(SheetStep(direction, _("mean over the years: %(level)s") % {"level": _share(one["level"])}))
    steps.append(SheetStep(_("Level of fulfilment"), _("weighted mean: %(level)s") % {"level": _share(sheet["level"])}))
    return SheetPart(_("How far the obligations were fulfilled"), steps)


def _rates(sheet: dict[str, Any]) -> list[SheetPart]:
    steps = [SheetStep(days, f"{rate}: {source}") for days, rate, source in rates_of(sheet)]
    return [SheetPart(_("Base rate of the National Bank"), steps)] if steps else []


def _payment(step: dict[str, Any], level: str, year: int, *, known: bool) -> SheetPart:
    rows = [
        SheetStep(
            _("Unfulfilled share of the payment"),
            share_working(step, level),
            _money(step["share"]),
        )
    ]
    for part in step["interest"]:
        working = ngettext(
            "%(share)s × %(rate)s × %(days)d day / %(year)d",
            "%(share)s × %(rate)s × %(days)d days / %(year)d",
            part["days"],
        ) % {
            "share": figures.tenge(_money(step["share"])),
            "rate": figures.percent(Decimal(part["rate"]).normalize()),
            "days": part["days"],
            "year": year,
        }
        label = _("Interest, %(period)s") % {
            "period": figures.period(date.fromisoformat(part["first"]), date.fromisoformat(part["end"]))
        }
        rows.append(SheetStep(label, working, _money(part["exact"])))
    # Without a rate for every day the parts do not add up to anything that is due.
    total, working = (_money(step["exact"]), "") if known else (None, _("undetermined"))
    rows.append(SheetStep(_("For this payment"), working, total, total=True))
    heading = _("Payment of %(day)s") % {"day": figures.day(date.fromisoformat(step["on"]))}
    return SheetPart(heading, rows)


def recovery_sheet(sheet: dict[str, Any]) -> Sheet:
    """The sheet that `recovery.queries.kept` wrote, for the template."""
    on = date.fromisoformat(sheet["demand_on"])
    due = sheet["due"]
    gap = sheet["gap"]
    working = (
        _("No base rate is established from %(day)s: undetermined.")
        % {"day": figures.day(date.fromisoformat(gap["first"]))}
        if gap
        else _("sum of the payments, rounded half up to %(unit)s once")
        % {"unit": figures.tenge(Decimal(sheet["rounding"]))}
    )
    return Sheet(
        caption=_("What is due back on %(day)s") % {"day": figures.day(on)},
        parts=[
            _levels(sheet),
            *_rates(sheet),
            *(
                _payment(step, sheet["level"], sheet["days_in_year"], known=due is not None)
                for step in sheet["payments"]
            ),
        ],
        total=SheetStep(_("To be returned"), working, None if due is None else Decimal(due), total=True),
        provision="27.4",
        example=_("The formula is an example that the authority must confirm; the law names its elements only."),
    )
