"""A base rate counts once a second person has confirmed it; where none is established there is a gap."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.legislation.actions.rate import confirm, enter, reject
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Gap
from tests.factories import actor

DAY = date(2026, 9, 10)
FIRST, UNTIL = date(2026, 9, 8), date(2026, 11, 1)


def entered(made, who: str = "keeper", **changed: Any) -> EnteredValue:
    data = {
        "parameter": "base_rate",
        "value": Decimal("16.25"),
        "valid_from": FIRST,
        "known_until": UNTIL,
        "source": "resolution 7",
        **changed,
    }
    return enter(actor(made, who, DAY), **data)


def confirmed(made, **changed: Any) -> EnteredValue:
    return confirm(actor(made, "second_keeper", DAY), entered(made, **changed).number)


def rate_on(day: date) -> Decimal | Gap:
    found = parameters_on().value("base_rate", day)
    return found if isinstance(found, Gap) else found.value


def test_before_anybody_enters_a_rate_there_is_a_gap(made):
    gap = rate_on(DAY)
    assert isinstance(gap, Gap)
    assert gap.known_until == FIRST


def test_a_value_counts_once_it_is_confirmed_and_for_as_long_as_it_is_known(made):
    waiting = entered(made)
    assert isinstance(rate_on(DAY), Gap)
    confirm(actor(made, "second_keeper", DAY), waiting.number)
    assert rate_on(FIRST) == rate_on(date(2026, 10, 31)) == Decimal("16.25")
    assert rate_on(UNTIL) == Gap("base_rate", UNTIL, None)


def test_who_entered_a_value_neither_confirms_nor_rejects_it(made):
    waiting = entered(made)
    for act, data in ((confirm, {}), (reject, {"reason": "wrong"})):
        with pytest.raises(NotPermitted, match="you entered this value"):
            act(actor(made, "keeper", DAY), waiting.number, **data)
    assert isinstance(rate_on(DAY), Gap)


@pytest.mark.parametrize("who", ["decider", "officer", "applicant", "auditor"])
def test_only_a_keeper_enters_a_value(made, who):
    with pytest.raises(NotPermitted):
        entered(made, who)


def test_the_journal_has_both_persons(made):
    number = confirmed(made).number
    entries = Entry.objects.filter(thing=number).order_by("pk")
    assert [(one.act, one.actor_name) for one in entries] == [("value.enter", "Timur"), ("value.confirm", "Madina")]
    assert entries[0].evidence["value"] == "16.25"


def test_a_rejected_value_never_counts(made):
    waiting = entered(made)
    second = actor(made, "second_keeper", DAY)
    with pytest.raises(BadInput):
        reject(second, waiting.number, reason=" ")
    reject(second, waiting.number, reason="The resolution says 16.00.")
    with pytest.raises(WrongState):
        confirm(second, waiting.number)
    assert isinstance(rate_on(DAY), Gap)


def test_a_later_correction_of_a_day_holds(made):
    confirmed(made)
    confirmed(made, value=Decimal("16.00"))
    assert rate_on(DAY) == Decimal("16.00")


def test_a_new_rate_ends_the_one_before_it(made):
    confirmed(made)
    confirmed(made, value=Decimal("15.5"), valid_from=date(2026, 10, 1))
    assert (rate_on(date(2026, 9, 30)), rate_on(date(2026, 10, 1))) == (Decimal("16.25"), Decimal("15.5"))


def test_a_shipped_rate_may_be_corrected(made):
    confirmed(made, value=Decimal("16.5"), valid_from=date(2026, 9, 7))
    assert rate_on(date(2026, 9, 7)) == Decimal("16.5")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"parameter": "recovery.days_in_year"}, "parameter"),
        ({"parameter": "nothing"}, "parameter"),
        ({"value": Decimal(-1)}, "value"),
        ({"value": Decimal("NaN")}, "value"),
        ({"value": Decimal("16.1234567")}, "value"),
        ({"value": Decimal(1000)}, "value"),
        ({"known_until": FIRST}, "known_until"),
        ({"known_until": date(2026, 1, 1)}, "known_until"),
        ({"source": "  "}, "source"),
        ({"source": "x" * 301}, "source"),
    ],
)
def test_what_cannot_be_entered(made, changed, field):
    with pytest.raises(BadInput) as refused:
        entered(made, **changed)
    assert list(refused.value.fields) == [field]
    assert not EnteredValue.objects.exists()


def test_a_day_has_one_value_waiting(made):
    entered(made)
    with pytest.raises(BadInput) as refused:
        entered(made, "second_keeper", value=Decimal(17))
    assert list(refused.value.fields) == ["valid_from"]
