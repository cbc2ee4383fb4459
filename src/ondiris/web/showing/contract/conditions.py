"""How are the further conditions of contract procurement shown, with what was performed of them? (49.2)"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.models import Condition, Contract, Performance
from ondiris.domains.contracts.offset import ConditionStanding
from ondiris.domains.contracts.terms import CONDITIONS, WORDS, ConditionKind, PerformanceState
from ondiris.web.showing.contract.terms import share_of
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Colour, Tag


@dataclass(frozen=True, slots=True)
class ConditionFollowed:
    """A condition with what is done of it in per cent (cut, not rounded) and its reports."""

    standing: ConditionStanding
    name: str
    provision: str
    done: Decimal
    tag: Tag
    reports: Sequence[tuple[Performance, Tag]]


def condition_name(one: Condition) -> str:
    """A condition's kind in words."""
    return _(WORDS[ConditionKind(one.kind)])


def conditions_shown(
    contract: Contract, standings: Iterable[ConditionStanding], performances: Iterable[Performance]
) -> dict[str, Any]:
    """The conditions for the template, and which share of the contract's sum they come to."""
    reported = list(performances)
    shown = [_followed(one, [each for each in reported if each.condition == one.condition.place]) for one in standings]
    value = sum((one.standing.condition.value for one in shown), Decimal(0))
    accepted = sum((min(one.standing.accepted, one.standing.condition.value) for one in shown), Decimal(0))
    return {
        "conditions": shown,
        "value": value,
        "accepted": accepted,
        "share": share_of(value, current(contract).amount),
        "done": share_of(accepted, value),
    }


def _followed(one: ConditionStanding, reports: Sequence[Performance]) -> ConditionFollowed:
    kind = ConditionKind(one.condition.kind)
    done = Decimal(int(one.share * 10_000)) / 100
    return ConditionFollowed(
        one,
        _(WORDS[kind]),
        CONDITIONS[kind],
        done,
        _tag(one),
        [(each, tag_of(PerformanceState, each.state)) for each in reports],
    )


def _tag(one: ConditionStanding) -> Tag:
    if not one.missing:
        return Tag(_("Performed"), Colour.GREEN)
    return Tag(_("Overdue"), Colour.RED) if one.overdue else Tag(_("Ahead"), Colour.GREY)
