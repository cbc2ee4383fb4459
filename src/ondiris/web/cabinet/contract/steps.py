"""What happens next with a contract, by whom, by when and by which article?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ondiris.domains.contracts.flow import CONTRACT, DELIVERY, PENALTY, PERFORMANCE
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance, Programme, Version
from ondiris.domains.contracts.offset import ConditionStanding
from ondiris.domains.contracts.terms import ContractState, DeliveryState, PenaltyState, PerformanceState, Side
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.cabinet.contract.lookup import PARTS, Part
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Next


@dataclass(frozen=True)
class Under:
    """All that hangs under a contract, read once for a page."""

    contract: Contract
    part: Part
    on: date
    version: Version | None
    proposed: Version | None
    deliveries: list[Delivery]
    performances: list[Performance]
    penalties: list[Penalty]
    conditions: list[ConditionStanding]
    programme: Programme | None

    def who(self, side: str) -> str:
        """A side in words: "You" where it is the reader's."""
        return _("You") if side == self.part else _(PARTS[Part(side)])


def other(side: str) -> Side:
    """The other side."""
    return Side.SUPPLIER if side == Side.CUSTOMER else Side.CUSTOMER


def nexts(under: Under) -> list[Next]:
    """The next steps, what waits for an answer first."""
    customer, supplier = under.who(Side.CUSTOMER), under.who(Side.SUPPLIER)
    match ContractState(under.contract.state):
        case ContractState.DRAWN:
            sentence = _("The text is written and offered to the supplier for signature.")
            return [Next(sentence, customer, None, CONTRACT["offer"].provision)]
        case ContractState.OFFERED:
            sentence = _("The supplier reads the text and signs it; until then the customer may take it back.")
            return [Next(sentence, supplier, None, CONTRACT["accept"].provision)]
        case ContractState.SIGNED_BY_SUPPLIER:
            sentence = _("The customer signs; with that the contract is in force.")
            return [Next(sentence, customer, None, CONTRACT["sign"].provision)]
        case ContractState.ENDED:
            return [*_deliveries(under), *_penalties(under)]
    waiting = [*_change(under), *_deliveries(under), *_performances(under), *_programme(under), *_penalties(under)]
    return [*waiting, *_conditions(under), *_going_on(under)]


def _change(under: Under) -> Iterator[Next]:
    if under.proposed is not None:
        sentence = _("The proposed change is answered: signed too, or declined.")
        yield Next(sentence, under.who(other(under.proposed.proposed_by)), None, CONTRACT["agree_change"].provision)


def _deliveries(under: Under) -> Iterator[Next]:
    waiting = sum(one.state == DeliveryState.OFFERED for one in under.deliveries)
    unpaid = sum(one.state == DeliveryState.ACCEPTED for one in under.deliveries)
    if waiting:
        sentence = _("Deliveries are accepted or refused: %(count)d.") % {"count": waiting}
        yield Next(sentence, under.who(Side.CUSTOMER), None, DELIVERY["accept"].provision)
    if unpaid:
        sentence = _("Accepted deliveries are paid: %(count)d.") % {"count": unpaid}
        yield Next(sentence, under.who(Side.CUSTOMER), None, DELIVERY["pay"].provision)


def _performances(under: Under) -> Iterator[Next]:
    reported = sum(one.state == PerformanceState.REPORTED for one in under.performances)
    if reported:
        sentence = _("Reports on conditions are accepted or returned: %(count)d.") % {"count": reported}
        yield Next(sentence, under.who(Side.CUSTOMER), None, PERFORMANCE["accept"].provision)


def _programme(under: Under) -> Iterator[Next]:
    if under.contract.kind != ContractKind.OFFTAKE or under.version is None:
        return
    provision = CONTRACT["deliver_programme"].provision
    if under.programme is None:
        sentence = _("The programme to raise in-country value is developed and handed over.")
        yield Next(sentence, under.who(Side.SUPPLIER), under.version.programme_due_on, provision)
        return
    for one in under.programme.years.all():
        if one.fact is None and one.year < under.on.year:
            sentence = _("In-country value reached in %(year)d is reported.") % {"year": one.year}
            yield Next(sentence, under.who(Side.SUPPLIER), None, provision)


def _penalties(under: Under) -> Iterator[Next]:
    for one in under.penalties:
        if one.state == PenaltyState.CLAIMED:
            sentence = _("The penalty of %(amount)s is paid.") % {"amount": figures.tenge(one.amount)}
            provision = PENALTY["pay"].provision if one.year is not None else "49.3"
            yield Next(sentence, under.who(other(one.claimed_by)), None, provision)


def _conditions(under: Under) -> Iterator[Next]:
    open_ = sorted((one for one in under.conditions if one.missing), key=lambda one: one.condition.due_on)
    if open_:
        sentence = _("Condition %(place)d is performed and reported.") % {"place": open_[0].condition.place}
        provision = PERFORMANCE["accept"].provision
        yield Next(sentence, under.who(Side.SUPPLIER), open_[0].condition.due_on, provision)


def _going_on(under: Under) -> Iterator[Next]:
    ends_on = under.contract.ends_on
    if ends_on is not None and under.on > ends_on:
        sentence = _("The term has passed: the end of the contract is recorded.")
        yield Next(sentence, _("either side"), None, CONTRACT["end"].provision)
    else:
        sentence = _("Goods are delivered; the customer accepts them and pays.")
        yield Next(sentence, under.who(Side.SUPPLIER), None, DELIVERY["accept"].provision)
