"""Which contracts, and which of their fields, may everybody see on a day?

Pages, exports, the interface for programs and the open data all ask here, and nothing else decides it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from ondiris.domains.contracts.models import Contract
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Value

PARAMETER = "contract_register.is_public"


class Field(StrEnum):
    """What may be public or not; `CONTRACT_PROCUREMENT` stands for whole contracts of that kind."""

    NUMBER = "number"
    KIND = "kind"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    SUBJECT = "subject"
    GOODS = "goods"
    VOLUMES = "volumes"
    TERM = "term"
    DATES = "dates"
    STATE = "state"
    LEAST_VALUE = "least_value"
    AMENDMENTS = "amendments"
    DELIVERIES = "deliveries"
    CONDITIONS = "conditions"
    ARTICLE_46 = "article_46"
    CONTRACT_PROCUREMENT = "contract_procurement"
    PRICES = "prices"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is public on a day: `field in shown`, and the contracts themselves."""

    fields: frozenset[Field]

    def __contains__(self, field: Field) -> bool:
        return field in self.fields

    def contracts(self) -> QuerySet[Contract]:
        """Offtake contracts that stand in the register, and concluded contract procurement, which no register takes.

        A contract that may not be named is not shown at all.
        """
        if Field.NUMBER not in self.fields:
            return Contract.objects.none()
        whose = Q(registered_on__isnull=False)
        if Field.CONTRACT_PROCUREMENT in self.fields:
            whose |= Q(kind=ContractKind.CONTRACT_PROCUREMENT, concluded_on__isnull=False)
        return Contract.objects.filter(whose)


def shown_on(day: date) -> Shown:
    """What is public on a day by the dated setting; what it does not speak of is not. One query."""
    parameters = parameters_on()
    return Shown(frozenset(field for field in Field if _is_public(parameters.value(PARAMETER, day, field))))


def _is_public(found: object) -> bool:
    return isinstance(found, Value) and found.value is True
