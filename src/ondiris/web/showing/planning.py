"""How are a line of the yearly list of goods, and the needs behind it, put into words? (47)"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.terms import ContractState, VersionState
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import found
from ondiris.domains.parties.terms import WORDS as PARTIES
from ondiris.domains.parties.terms import Role
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import WORDS, ContractKind, ProposalState
from ondiris.law.deadlines import deadlines, occurrence
from ondiris.law.parameters import Parameters
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.listing import Kind
from ondiris.web.ui.parts import Line
from ondiris.web.ui.templatetags.ui import tag


def kind_words(kind: str) -> str:
    """A kind of contract."""
    return _(WORDS[ContractKind(kind)])


def through_words(role: str) -> str:
    """The authority that agrees a line with its customer."""
    return _(PARTIES[Role(role)])


def state_kind(states: type[StrEnum]) -> Kind:
    """A column of states as tags, in the reader's language whenever they are drawn."""
    return Kind(lambda value: tag(tag_of(states, value)), lambda value: str(tag_of(states, value).label))


CONTRACT = Kind(kind_words, kind_words)
THROUGH = Kind(through_words, through_words)
STATE = state_kind(ProposalState)


def good() -> F:
    """For a query: a good's name in the reader's language; Russian where there is none."""
    return F("name_kk" if figures.language() == "kk" else "name_ru")


def name_of(one: Any) -> str:
    """The same of a thing that is at hand."""
    return str(one.name_kk if figures.language() == "kk" else one.name_ru)


def measured(volume: Decimal | None, unit: str) -> str:
    """A volume with its unit."""
    return figures.NOTHING if volume is None else f"{figures.number(volume)}{figures.SPACE}{unit}"


def term(starts_on: date | None, ends_on: date | None) -> str:
    """From the first day to the last, both of which belong to it."""
    if starts_on is None or ends_on is None:
        return figures.NOTHING
    return f"{figures.day(starts_on)} – {figures.day(ends_on)}"


def by_code_or_name(rows: QuerySet[Any, Any], typed: str) -> QuerySet[Any, Any]:
    """Rows whose commodity code begins with what was typed, or whose name has it in it."""
    digits = typed.replace(" ", "")
    if digits.isascii() and digits.isdigit():
        return rows.filter(code__startswith=digits)
    return rows.filter(Q(name_kk__icontains=typed) | Q(name_ru__icontains=typed))


def by_customer(rows: QuerySet[Any, Any], typed: str) -> QuerySet[Any, Any]:
    """Rows of the customers whose name or BIN begins as typed."""
    return rows.filter(customer__in=found(Organisation.objects.all(), typed))


def makers_of(code: str) -> QuerySet[Organisation]:
    """Who supplies goods of this commodity code under offtake contracts in force that stand in the register (48.6)."""
    contracts = Contract.objects.filter(
        kind=ContractKind.OFFTAKE,
        state=ContractState.IN_FORCE,
        registered_on__isnull=False,
        versions__state=VersionState.IN_FORCE,
        versions__goods__code=code,
    )
    return Organisation.objects.filter(pk__in=contracts.values("supplier")).order_by("order", "pk")


def last_day(deadline: str, year: int, parameters: Parameters | None = None) -> date | None:
    """The last day of a step of the year, as the calendar has it; a query, where no parameters are handed over."""
    one = occurrence(deadlines()[deadline], str(year), parameters or parameters_on())
    return one.last_day if one else None


def lines_of(proposal: Proposal) -> list[Line]:
    """What is said of a line to everybody who may see it."""
    return [
        Line(_("Commodity code"), proposal.code),
        Line(_("Customer"), f"{proposal.customer.name}, {_('BIN')} {proposal.customer.bin}"),
        Line(_("Kind of contract"), kind_words(proposal.kind)),
        Line(_("Agreed with the customer by"), through_words(proposal.through)),
        Line(_("Volume"), measured(proposal.volume, proposal.unit)),
        Line(_("Expected term of the contract"), term(proposal.starts_on, proposal.ends_on)),
    ]
