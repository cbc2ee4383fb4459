"""A keeper records a contract that was concluded elsewhere, on paper or in another system (1.8-1, 48.6)."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text, WrongState
from ondiris.base.lines import trouble_with_line
from ondiris.base.words import N_
from ondiris.domains.contracts.actions.register import NO_REGISTER
from ondiris.domains.contracts.content import Terms, malformed
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.outside import REGISTER, Outside, keep, one_after_another, register_is_kept
from ondiris.domains.contracts.permissions import may_record
from ondiris.domains.customers.rules import SINCE
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind, GoodsListState

LONGEST = {"source": 200, "outside_number": 100, "title": 300}
NO_GOODS = N_("Name at least one good.")
NO_NAME = N_("Write something here.")
NO_YEARS = N_("Give the volume for each calendar year.")
NOBODY: Promise = _("No organisation with this BIN is registered.")


@beginning("contract.record", _("Record a contract concluded elsewhere"), Contract, REGISTER, may_record)
def record(
    actor: Actor,
    *,
    source: str,
    outside_number: str,
    kind: ContractKind,
    customer_bin: str,
    supplier_bin: str,
    concluded_on: date,
    title: str,
    terms: Terms,
    line: str = "",
) -> tuple[Contract, dict[str, Any]]:
    """The contract as it was concluded, an offtake contract at once in the register; `line` is a line's number, if any.

    Whether the customer was one under 46.2 on the day of conclusion is kept with it. BadInput for what does not fit,
    for a contract of the same source and number too; WrongState on days before the register.
    """
    if not register_is_kept(actor.on):
        raise WrongState(NO_REGISTER, provision=REGISTER)
    typed = {"source": source, "outside_number": outside_number, "title": title}
    wrong: dict[str, Text] = {
        name: trouble for name, text in typed.items() if (trouble := trouble_with_line(text, LONGEST[name]))
    }
    wrong |= _wrong_day(concluded_on, actor.on)
    customer, supplier = (Organisation.objects.filter(bin=bin).first() for bin in (customer_bin, supplier_bin))
    wrong |= {name: NOBODY for name, found in (("customer_bin", customer), ("supplier_bin", supplier)) if found is None}
    if customer is not None and customer == supplier:
        wrong["supplier_bin"] = _("Nobody is a supplier to itself.")
    wrong |= {name: _now(sentence) for name, sentence in _trouble(terms).items()}
    proposal = _line(line, customer, kind) if line else None
    if line and proposal is None:
        wrong["line"] = _("The customer has no approved line of this number for this kind of contract.")
    if wrong or customer is None or supplier is None:
        raise BadInput(wrong)
    one_after_another()
    _refuse_second(source.strip(), outside_number.strip())
    outside = Outside(
        source.strip(),
        outside_number.strip(),
        kind,
        customer,
        supplier,
        concluded_on,
        title.strip(),
        terms,
        proposal,
    )
    [contract] = keep([outside], actor.on)
    return contract, {"source": contract.source, "number": contract.outside_number, "answer": contract.answer}


def _wrong_day(concluded_on: date, today: date) -> dict[str, Text]:
    if concluded_on > today:
        return {"concluded_on": _("This day has not come yet.")}
    if concluded_on < SINCE:
        return {"concluded_on": _("The law is not in force on this day.")}
    return {}


def _trouble(terms: Terms) -> dict[str, str]:
    """What cannot be kept. What 48.5 asks is not asked again: the contract is recorded as it was concluded."""
    missing = {} if terms.goods else {"goods": NO_GOODS}
    for nth, good in enumerate(terms.goods, 1):
        if not good.name_ru.strip():
            missing[f"goods_{nth}_name_ru"] = NO_NAME
        if not good.years:
            missing[f"goods_{nth}_years"] = NO_YEARS
    return missing | malformed(terms)


def _line(number: str, customer: Organisation | None, kind: ContractKind) -> Proposal | None:
    approved = (GoodsListState.APPROVED, GoodsListState.PLACED)
    lines = Proposal.objects.filter(customer=customer, kind=kind, goods_list__state__in=approved)
    return lines.filter(number=number).first() if "\0" not in number else None


def _refuse_second(source: str, outside_number: str) -> None:
    there = Contract.objects.filter(source=source, outside_number=outside_number).first()
    if there is not None:
        sentence = _now("This contract is recorded already, as %(number)s.") % {"number": there.number}
        raise BadInput({"outside_number": sentence})
