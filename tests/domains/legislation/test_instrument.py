"""Where an act under the law stands counts once a second person has confirmed it, and dated versions are kept."""

from datetime import date
from typing import Any

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.legislation.actions.instrument import confirm, enter, reject
from ondiris.domains.legislation.models import InstrumentRecord
from ondiris.domains.legislation.queries import instrument_records
from ondiris.law.instruments.standing import standing
from ondiris.law.instruments.terms import Status
from tests.factories import actor

DAY = date(2026, 3, 2)
GRANT_RULES = "industrial-grant-rules"


def entered(made, who: str = "keeper", **changed: Any) -> InstrumentRecord:
    data = {
        "instrument": GRANT_RULES,
        "status": Status.IN_FORCE.value,
        "valid_from": date(2026, 2, 1),
        "act_number": "12",
        "dated": date(2026, 1, 15),
        "address": "https://example.org/acts/12",
        **changed,
    }
    return enter(actor(made, who, DAY), **data)


def confirmed(made, **changed: Any) -> InstrumentRecord:
    return confirm(actor(made, "second_keeper", DAY), entered(made, **changed).number)


def status_on(day: date) -> Status | None:
    return standing(instrument_records().get(GRANT_RULES, ()), day).status


def test_it_counts_once_it_is_confirmed_and_from_its_first_day(made):
    waiting = entered(made)
    assert status_on(DAY) is None
    confirm(actor(made, "second_keeper", DAY), waiting.number)
    assert status_on(date(2026, 1, 31)) is None
    assert status_on(date(2026, 2, 1)) is Status.IN_FORCE


def test_the_record_has_the_number_the_day_and_the_address_of_its_act(made):
    confirmed(made)
    (record,) = instrument_records(GRANT_RULES)[GRANT_RULES]
    assert (record.number, record.dated, record.address) == ("12", date(2026, 1, 15), "https://example.org/acts/12")
    assert instrument_records("commission-statute") == {}


def test_who_entered_it_neither_confirms_nor_rejects_it(made):
    waiting = entered(made)
    for act, data in ((confirm, {}), (reject, {"reason": "wrong"})):
        with pytest.raises(NotPermitted, match="you entered this"):
            act(actor(made, "keeper", DAY), waiting.number, **data)
    assert status_on(DAY) is None


@pytest.mark.parametrize("who", ["decider", "officer", "applicant", "auditor"])
def test_only_a_keeper_enters_it(made, who):
    with pytest.raises(NotPermitted):
        entered(made, who)


def test_the_journal_has_both_persons_and_the_provision_that_calls_for_the_act(made):
    number = confirmed(made).number
    entries = Entry.objects.filter(thing=number).order_by("pk")
    assert [(one.act, one.actor_name, one.provision) for one in entries] == [
        ("instrument.enter", "Timur", "9.25"),
        ("instrument.confirm", "Madina", "9.25"),
    ]
    assert entries[1].evidence["act_number"] == "12"


def test_a_rejected_record_never_counts(made):
    waiting = entered(made)
    second = actor(made, "second_keeper", DAY)
    with pytest.raises(BadInput):
        reject(second, waiting.number, reason=" ")
    reject(second, waiting.number, reason="The order has another number.")
    with pytest.raises(WrongState):
        confirm(second, waiting.number)
    assert status_on(DAY) is None


def test_a_confirmed_mistake_is_taken_back(made):
    number = confirmed(made).number
    reject(actor(made, "second_keeper", DAY), number, reason="Another act was meant.")
    assert status_on(DAY) is None


def test_a_new_act_takes_the_place_of_the_one_before_it(made):
    confirmed(made)
    confirmed(made, valid_from=date(2026, 3, 1), act_number="40", dated=date(2026, 2, 20))
    records = instrument_records()[GRANT_RULES]
    assert standing(records, date(2026, 2, 28)).holds.number == "12"
    assert standing(records, date(2026, 3, 1)).holds.number == "40"


def test_what_is_only_drafted_needs_no_act(made):
    confirmed(made, status="to_draft", act_number="", dated=None, address="")
    assert status_on(DAY) is Status.TO_DRAFT


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"instrument": "a-poem"}, "instrument"),
        ({"status": "famous"}, "status"),
        ({"act_number": " "}, "act_number"),
        ({"act_number": "1" * 61}, "act_number"),
        ({"dated": None}, "dated"),
        ({"address": ""}, "address"),
        ({"address": "the gazette"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"status": "agreed", "act_number": "", "dated": None, "address": "ftp://example.org"}, "address"),
        ({"status": "approved", "valid_from": date(2026, 1, 14)}, "valid_from"),
    ],
)
def test_what_cannot_be_entered(made, changed, field):
    with pytest.raises(BadInput) as refused:
        entered(made, **changed)
    assert list(refused.value.fields) == [field]
    assert not InstrumentRecord.objects.exists()


def test_the_same_waits_once(made):
    entered(made)
    with pytest.raises(BadInput) as refused:
        entered(made, "second_keeper")
    assert list(refused.value.fields) == ["valid_from"]
