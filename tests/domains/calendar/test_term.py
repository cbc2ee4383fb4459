"""Three months from the sending of the notice, and what may follow only then. (62.4)"""

from datetime import date

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.calendar.actions.term import begin, follow, meet, withdraw
from ondiris.domains.calendar.models import Term
from ondiris.domains.calendar.queries import terms_of
from ondiris.law.deadlines import State
from tests.factories import Country, actor

pytestmark = pytest.mark.django_db
SENT, ENDS = date(2025, 11, 30), date(2026, 2, 28)


def begun(made: Country, on: date = SENT, **changed) -> Term:
    data = {"deadline": "assembly-cure", "bin": made.enterprise.bin, "happened_on": SENT, "reference": "Notice 7"}
    return begin(actor(made, "follower", on), **{**data, **changed})


def test_the_term_runs_to_the_last_day_of_a_shorter_month(made: Country):
    term = begun(made)
    (one,) = terms_of(made.authority.pk, ENDS)
    assert (one.occurrence.last_day, one.at.state) == (ENDS, State.DUE)
    assert terms_of(made.authority.pk, date(2026, 3, 1))[0].at.days == 1
    assert one.follows is not None
    assert one.follows.id == "assembly-termination"
    assert Entry.objects.get(act="term.begin", thing=term.number).provision == "62.4"


def test_nothing_follows_before_the_term_has_ended(made: Country):
    term = begun(made)
    with pytest.raises(BadInput) as refused:
        follow(actor(made, "follower", ENDS), term.number, ended_on=ENDS, note="Letter 9")
    assert set(refused.value.fields) == {"ended_on"}
    later = date(2026, 3, 1)
    assert follow(actor(made, "follower", later), term.number, ended_on=later, note="Letter 9").state == "followed"


def test_what_was_put_right_ends_the_term(made: Country):
    term = begun(made)
    meet(actor(made, "follower", date(2026, 1, 20)), term.number, ended_on=date(2026, 1, 15), note="Act of check 3")
    (one,) = terms_of(made.authority.pk, date(2026, 3, 5))
    assert (one.at.state, one.at.days) == (State.DONE, 0)
    with pytest.raises(WrongState):
        follow(actor(made, "follower", date(2026, 3, 5)), term.number, ended_on=date(2026, 3, 5), note="Letter 9")


def test_a_term_begun_by_mistake_is_withdrawn_with_a_reason(made: Country):
    term = begun(made)
    with pytest.raises(BadInput):
        withdraw(actor(made, "follower", SENT), term.number, reason="")
    withdraw(actor(made, "follower", SENT), term.number, reason="Sent to the wrong firm.")
    assert terms_of(made.authority.pk, SENT) == []
    assert begun(made).state == "running"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"bin": "123"}, "bin"),
        ({"happened_on": date(2025, 12, 1)}, "happened_on"),
        ({"reference": ""}, "reference"),
        ({"deadline": "purchase-needs"}, "deadline"),
        ({"deadline": "assembly-termination"}, "deadline"),
    ],
)
def test_what_cannot_begin_is_refused_beside_its_field(made: Country, changed, field):
    with pytest.raises(BadInput) as refused:
        begun(made, **changed)
    assert set(refused.value.fields) == {field}


def test_a_body_s_own_bin_is_no_enterprise_s(made: Country):
    with pytest.raises(BadInput):
        begun(made, bin=made.institute.bin)


def test_a_double_press_begins_one_term(made: Country):
    begun(made)
    with pytest.raises(BadInput):
        begun(made)
    assert Term.objects.count() == 1


@pytest.mark.parametrize("ended_on", [date(2025, 11, 29), date(2026, 1, 21)])
def test_a_term_ends_neither_before_it_began_nor_ahead(made: Country, ended_on: date):
    term = begun(made)
    with pytest.raises(BadInput) as refused:
        meet(actor(made, "follower", date(2026, 1, 20)), term.number, ended_on=ended_on, note="Act of check 3")
    assert set(refused.value.fields) == {"ended_on"}


def test_the_institute_begins_no_such_term(made: Country):
    with pytest.raises(NotPermitted):
        begin(
            actor(made, "institute_follower", SENT),
            deadline="assembly-cure",
            bin=made.enterprise.bin,
            happened_on=SENT,
            reference="1",
        )
