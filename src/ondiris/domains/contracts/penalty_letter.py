"""What does a claim of a penalty say: the amount, and every step of its sum? (48.4, 49.3)"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.contracts.counting import shown
from ondiris.domains.contracts.models import Penalty
from ondiris.domains.contracts.terms import WORDS, ConditionKind, Side
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import (
    Block,
    Content,
    caution,
    heading,
    lines,
    note,
    paragraph,
    signatures,
    table,
)
from ondiris.domains.documents.letters.write import write
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.parties.terms import Capacity


def send_claim(actor: Actor, penalty: Penalty) -> None:
    """Write the claim to the other side, in each language, from the sheet that the penalty keeps."""
    contract = penalty.contract
    addressee = contract.customer if penalty.claimed_by == Side.SUPPLIER else contract.supplier
    of_year = penalty.year is not None

    def compose() -> Content:
        return Content(
            title=_("Claim of a penalty"),
            sender=words.acting_for(actor),
            addressee=words.organisation(addressee),
            reference=penalty.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=(
                *(_for_year(penalty) if of_year else _for_condition(penalty)),
                signatures([words.signed_by(actor, Capacity.SIGNATORY)]),
            ),
        )

    write(actor, LetterKind.PENALTY, penalty, addressee.pk, compose)


def _for_year(penalty: Penalty) -> Iterator[Block]:
    said = {
        "number": penalty.contract.number,
        "year": penalty.year,
        "amount": figures.tenge(penalty.amount),
    }
    yield paragraph(
        _(
            "Under contract %(number)s goods of %(year)d were not bought, not by the supplier's fault. "
            "You are asked to pay a penalty of %(amount)s (art. 48.4)."
        )
        % said
    )
    yield from sheet_blocks(penalty.sheet)


def sheet_blocks(sheet: Mapping[str, Any]) -> Iterator[Block]:
    """The sheet that `penalty_sheet.kept` wrote, in the language that is active."""
    yield caution(
        _("Example formula"),
        _("The formula is an example that the authority must confirm; the law leaves the size to the rules."),
    )
    for good in sheet["goods"]:
        yield heading(good["name_kk"] if get_language() == "kk" else good["name_ru"])
        yield table([_("Step"), _("Working"), _("Result")], good_rows(good, sheet["rate"]), figures=[2], last=True)
    yield lines([(_("Penalty"), figures.tenge(Decimal(sheet["amount"])))])
    yield note(
        _("Steps are shown to the tiyn and computed exactly; the sum is rounded half up to %(unit)s once, at the end.")
        % {"unit": figures.tenge(TIYN)}
    )


def good_rows(good: Mapping[str, Any], rate: str) -> list[list[str]]:
    """The steps of one good: what each is, how it comes about, and what it comes to."""
    unit = good["unit"]
    names = ("contracted", "accepted", "owed", "by_customer", "contested", "volume")
    volume = {name: _volume(good[name], unit) for name in names}
    owed, share = Fraction(good["owed"]), Decimal(good["share"] or 0).normalize()
    # Where the whole agreed volume is owed, it is not the floor's share of anything.
    of_floor = owed == Fraction(good["contracted"]) * Fraction(share) / 100
    missing = _volume(str(max(Fraction(0), owed - Fraction(good["accepted"]))), unit)
    price, value = figures.tenge(Decimal(good["price"])), _money(good["value"])
    return [
        [_("Agreed for the year"), "", volume["contracted"]],
        [
            _("What had to be taken"),
            f"{volume['contracted']} × {figures.percent(share)}" if of_floor else "",
            volume["owed"],
        ],
        [_("Accepted by the customer"), "", volume["accepted"]],
        [_("Not accepted, not by the supplier's fault"), "", volume["by_customer"]],
        *([[_("Contested and left out"), "", volume["contested"]]] if Fraction(good["contested"]) else []),
        [
            _("Not bought of what had to be taken"),
            _("the lesser of %(missing)s and %(refused)s") % {"missing": missing, "refused": volume["by_customer"]},
            volume["volume"],
        ],
        [_("Value at the contract's price"), f"{volume['volume']} × {price}", value],
        [_("Penalty for this good"), f"{value} × {figures.percent(Decimal(rate).normalize())}", _money(good["exact"])],
    ]


def _for_condition(penalty: Penalty) -> Iterator[Block]:
    sheet = penalty.sheet
    yield paragraph(
        _(
            "A further condition of contract %(number)s was not performed by its last day. "
            "You are asked to pay a penalty of %(amount)s in accordance with the contract (art. 49.3)."
        )
        % {"number": penalty.contract.number, "amount": figures.tenge(penalty.amount)}
    )
    yield lines(
        [
            (_("Further condition"), f"{_(WORDS[ConditionKind(sheet['kind'])])}: {sheet['text']}"),
            (_("Last day"), figures.day(date.fromisoformat(sheet["due_on"]))),
            (_("Value of the condition"), figures.tenge(Decimal(sheet["value"]))),
            (_("Accepted as performed"), figures.tenge(Decimal(sheet["accepted"]))),
            (_("Not performed"), figures.tenge(Decimal(sheet["missing"]))),
            (_("Clause of the contract"), sheet["clause"]),
            (_("Penalty"), figures.tenge(penalty.amount)),
        ]
    )


def _volume(text: str, unit: str) -> str:
    return f"{figures.number(shown(Fraction(text)))} {unit}"


def _money(exact: str) -> str:
    return figures.tenge(round_half_up(Fraction(exact), TIYN))
