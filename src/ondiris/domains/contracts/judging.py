"""May a contract be concluded in this wording on this day, and does a change leave it one that may?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ondiris.base.errors import Trouble
from ondiris.domains.contracts.content import Terms, trouble_with
from ondiris.domains.contracts.facts import FACTS
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.rules import RULES
from ondiris.domains.contracts.versions import amount_of
from ondiris.domains.customers.standing import Standing, standing_on
from ondiris.domains.customers.terms import Answer
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.planning.queries import open_lines, purchases_in
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.rulebook import Cases, Finding, Outcome, Replayed, judge, replay

OF_A_CHANGE = ("conditions_are_large_enough",)  # what a change of the sum may unsettle


class NotAllowed(Trouble):
    """A condition of the law is not met or not known: `findings` are those, `message` names them."""

    code = "not-allowed"

    def __init__(self, findings: Collection[Finding]) -> None:
        self.findings = tuple(findings)
        named = "; ".join(f"{_(one.sentence).rstrip('.')} ({_(one.outcome.label)})" for one in findings)
        said = _("The law does not allow this contract as it stands: %(conditions)s.") % {"conditions": named}
        super().__init__(said, provision=self.findings[0].provision)


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings for a contract on a day, and whether its customer is one under 46.2."""

    findings: tuple[Finding, ...]
    standing: Standing

    @property
    def open(self) -> list[Finding]:
        """What is not met, then what is not known."""
        return sorted(
            (one for one in self.findings if one.outcome is not Outcome.MET),
            key=lambda one: one.outcome is Outcome.UNDETERMINED,
        )


def approved_codes(customer: int, kind: str, on: date) -> dict[int, str]:
    """The commodity codes of a customer's lines on the list of goods in force on a day, by the key of the line (47.5)."""
    return dict(open_lines(on).filter(customer=customer, kind=kind).values_list("pk", "code"))


def on_a_line(code: str, approved: Collection[str]) -> bool | None:
    """Whether a good's code is that of an approved line, or finer.

    None where it is coarser than a line, so that some of its goods are approved and others are not.
    """
    if any(code.startswith(one) for one in approved):
        return True
    return None if any(one.startswith(code) for one in approved) else False


def judged(contract: Contract, terms: Terms, on: date) -> Judged:
    """What the rules find of a contract in a wording on a day. BadDay before the law."""
    standing = standing_on(contract.customer, on)
    approved = approved_codes(contract.customer_id, contract.kind, on)
    line = approved.get(contract.line_id or 0)
    case: dict[str, Any] = {
        "case": contract.number,
        "is_a_customer": {Answer.CUSTOMER: True, Answer.NOT_CUSTOMER: False}.get(standing.answer),
        "line_stands": line is not None and any(good.code.startswith(line) for good in terms.goods),
        "organised_by_supplier": contract.organised_by_supplier,
        "absent_before": contract.absent_before,
        "is_complete": not trouble_with(terms, ContractKind(contract.kind)),
        "purchases": purchases_in(contract.customer_id, on.year),
        "goods": [
            {"commodity_code": good.code, "on_approved_line": on_a_line(good.code, set(approved.values()))}
            for good in terms.goods
        ],
        **_sums(terms),
    }
    return Judged(_found(contract.kind, case, on), standing)


def require_allowed(contract: Contract, terms: Terms, on: date) -> Judged:
    """The findings where every condition is met. NotAllowed otherwise."""
    found = judged(contract, terms, on)
    if found.open:
        raise NotAllowed(found.open)
    return found


def require_change_allowed(contract: Contract, terms: Terms, on: date) -> None:
    """NotAllowed where the conditions no longer come to the share of the sum that 49.2 asks for."""
    findings = _found(contract.kind, {"case": contract.number, **_sums(terms)}, on)
    if broken := [one for one in findings if one.rule in OF_A_CHANGE and one.outcome is not Outcome.MET]:
        raise NotAllowed(broken)


def findings_kept(contract: Contract) -> list[Finding]:
    """The findings on which the contract was concluded, as they were stored with it."""
    return [Finding.from_json(stored) for stored in contract.findings]


def replay_conclusion(contract: Contract) -> list[Replayed]:
    """Each stored finding beside the answer that its edition gives now on the stored facts."""
    return replay(RULES[ContractKind(contract.kind)], findings_kept(contract))


def _sums(terms: Terms) -> dict[str, Any]:
    return {
        "index_for": "other",
        "amount": amount_of(terms),
        "conditions_value": sum((one.value for one in terms.conditions), Decimal(0)),
    }


def _found(kind: str, case: dict[str, Any], on: date) -> tuple[Finding, ...]:
    book = RULES[ContractKind(kind)]
    return judge(book, Cases.of(FACTS, [case]), on, parameters_on()).of(case["case"])
