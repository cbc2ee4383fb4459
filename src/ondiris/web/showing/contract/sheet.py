"""How is the sheet of a penalty shown, step by step? (48.4, 49.3)"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.contracts.penalty_letter import good_rows
from ondiris.domains.contracts.terms import WORDS, ConditionKind
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Sheet, SheetPart, SheetStep

MONEY = ("value", "exact")  # the last steps of a good are in tenge


def penalty_of_year(sheet: Mapping[str, Any]) -> Sheet:
    """The sheet of a penalty for goods that were not bought, as `penalty_sheet.kept` wrote it."""
    return Sheet(
        _("Penalty for %(year)d") % {"year": sheet["year"]},
        [_good(one, sheet["rate"]) for one in sheet["goods"]],
        SheetStep(_("Penalty"), _("rounded half up to the tiyn, once"), Decimal(sheet["amount"]), total=True),
        "48.4",
        _("The formula is an example that the authority must confirm; the law leaves the size to the rules."),
    )


def _good(good: Mapping[str, Any], rate: str) -> SheetPart:
    rows = good_rows(good, rate)
    volumes = [SheetStep(label, " = ".join(filter(None, (working, result)))) for label, working, result in rows[:-2]]
    money = [
        SheetStep(label, working, round_half_up(Fraction(good[name]), TIYN))
        for (label, working, _result), name in zip(rows[-2:], MONEY, strict=True)
    ]
    return SheetPart(good["name_kk"] if figures.language() == "kk" else good["name_ru"], [*volumes, *money])


def penalty_of_condition(sheet: Mapping[str, Any]) -> list[Line]:
    """What a penalty for a condition rests on: the law leaves its size to the contract, so nothing is worked out."""
    return [
        Line(_("Condition"), f"{_(WORDS[ConditionKind(sheet['kind'])])}: {sheet['text']}"),
        Line(_("Last day"), figures.day(date.fromisoformat(sheet["due_on"]))),
        Line(_("Value in money"), figures.tenge(Decimal(sheet["value"]))),
        Line(_("Accepted as performed"), figures.tenge(Decimal(sheet["accepted"]))),
        Line(_("Not performed"), figures.tenge(Decimal(sheet["missing"]))),
        Line(_("Clause of the contract"), sheet["clause"]),
        Line(_("Penalty by the contract"), sheet["terms"]),
        Line(_("Penalty"), figures.tenge(Decimal(sheet["amount"]))),
    ]
