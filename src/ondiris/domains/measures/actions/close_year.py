"""The treasurer runs the year's end of a programme's account, as its clause or, where that is silent, a setting says."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, NotFound, Trouble
from ondiris.base.journal.models import Entry
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme, Transfer
from ondiris.domains.funds.permissions import may_keep, may_keep_some
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import CarryOver
from ondiris.law.parameters import Gap

NAME = "programme.close_year"
CARRY_OVER, RETURN = "carry over", "return"


@beginning(
    NAME,
    _("Run the year's end"),
    Programme,
    "13.2",
    may_keep_some,
    cites=lambda programme: programme.provision,
)
def close_year(actor: Actor, *, code: str, year: int) -> tuple[Programme, dict[str, Any]]:
    """What was available when the year ended is carried over or goes back to the budget, once a year.

    BadInput for a year that is not over, is already closed, or in which nothing was there; Trouble where no setting
    is established.
    """
    programme = Programme.objects.select_for_update().filter(code=code).first()
    if programme is None or not may_keep(actor, programme):
        raise NotFound
    if year >= actor.on.year:
        raise BadInput({"year": _("This year is not over.")})
    if year in closed_years(programme):
        raise BadInput({"year": _("This year's end was already run.")})
    last_day = date(year, 12, 31)
    if not Transfer.objects.filter(source__programme=programme, on__lte=last_day).exists():
        raise BadInput({"year": _("The account held no money in this year.")})
    clause = clause_of(programme)
    what = what_becomes(clause, last_day)
    balance = ledger.available_at_the_end_of(programme, last_day)
    returned = Decimal(0)
    if what == RETURN:
        # What was committed since can no longer go back: it is promised to a case.
        returned = min(balance, ledger.account(programme, AccountKind.AVAILABLE).balance)
        if returned > 0:
            ledger.return_to_budget(programme, returned, actor.on, str(year))
    evidence = {"year": year, "clause": clause, "what": what, "balance": balance, "returned": returned}
    return programme, evidence


def clause_of(programme: Programme) -> CarryOver:
    """What the clause that opens the account says of its balance."""
    return next(one.carry_over for one in MEASURES if one.programme == programme.code)


def what_becomes(clause: CarryOver, on: date) -> str:
    """CARRY_OVER or RETURN. Trouble where the clause is silent and no setting is established on the day."""
    if clause == CarryOver.SPENT_NEXT_YEAR:
        return CARRY_OVER
    setting = parameters_on().value("programme_accounts.silent_clause", on)
    if isinstance(setting, Gap):
        raise Trouble(_("No setting says what becomes of this account's balance at the year's end."), provision="39.3")
    return str(setting.value)


def closed_years(programme: Programme) -> set[int]:
    """The years whose end was run, as the journal has them."""
    entries = Entry.objects.filter(act=NAME, thing_kind="programme", thing=programme.code)
    return set(entries.values_list("evidence__year", flat=True))
