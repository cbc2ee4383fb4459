"""A value of a setting counts once a second person has confirmed it; where none is established there is a gap."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.applications.judging import judge_application
from ondiris.domains.applications.replaying import replay_decision
from ondiris.domains.legislation.actions.value import confirm, enter, reject
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Gap
from ondiris.law.rulebook import Finding, Result
from tests.factories import actor, application

DAY = date(2026, 9, 10)
FIRST, UNTIL = date(2026, 9, 8), date(2026, 11, 1)
DECIDED = date(2024, 3, 20)


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
        ({"parameter": "nothing"}, "parameter"),
        ({"value": Decimal(-1)}, "value"),
        ({"value": Decimal("NaN")}, "value"),
        ({"value": Decimal("16.1234567")}, "value"),
        ({"value": Decimal(1000)}, "value"),
        ({"known_until": FIRST}, "known_until"),
        ({"known_until": date(2026, 1, 1)}, "known_until"),
        ({"known_until": None}, "known_until"),
        ({"category": "benefits"}, "category"),
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


# Of every type, with what is no value of it; `deadlines.days_after_a_quarter` has bounds.
TYPED = [
    ("deadlines.moves_to_a_working_day", "", True, "true"),
    ("questions.days_to_answer", "", 15, "15"),
    ("customers.least_share", "", Decimal("33.333333"), Decimal("33.3333333")),
    ("customers.least_share", "", Decimal(51), Decimal("100.01")),
    ("recovery.rounding", "", Decimal("0.01"), Decimal(0)),
    ("programme_accounts.silent_clause", "", "return", "give away"),
    ("deadlines.last_day_in_a_year", "national-report", "04-30", "02-29"),
    ("deadlines.days_after_a_quarter", "map-projects", 1, 0),
    ("deadlines.days_after_a_quarter", "map-projects", 366, 10**12 - 1),
]


@pytest.mark.parametrize(("parameter", "category", "value", "wrong"), TYPED)
def test_every_setting_takes_a_value_of_its_type_and_no_other(made, parameter, category, value, wrong):
    what = {"parameter": parameter, "category": category, "known_until": None}
    with pytest.raises(BadInput) as refused:
        entered(made, value=wrong, **what)
    assert list(refused.value.fields) == ["value"]
    confirmed(made, value=value, **what)
    found = parameters_on().value(parameter, FIRST, category or None)
    assert (found.value, type(found.value), found.known_until) == (value, type(value), None)


def test_a_category_keeps_its_value_when_another_is_given_one(made):
    name = "monthly_calculation_index"
    confirmed(made, parameter=name, category="other", value=Decimal(4400))
    found = parameters_on()
    assert [found.value(name, DAY, one).value for one in ("other", "benefits")] == [4400, 4325]


@pytest.mark.parametrize("category", ["", "some"])
def test_what_differs_by_category_is_entered_for_one_of_them(made, category):
    with pytest.raises(BadInput) as refused:
        entered(made, parameter="monthly_calculation_index", category=category, value=Decimal(4400))
    assert list(refused.value.fields) == ["category"]


def test_two_categories_wait_side_by_side(made):
    for category in ("benefits", "other"):
        entered(made, parameter="monthly_calculation_index", category=category, value=Decimal(4400))
    assert EnteredValue.objects.count() == 2


def test_the_journal_cites_the_provision_that_the_setting_serves(made):
    what = {"parameter": "questions.days_to_answer", "value": 15, "known_until": None}
    confirm(actor(made, "second_keeper", DAY), entered(made, **what).number)
    reject(actor(made, "second_keeper", DAY), entered(made, **what).number, reason="Twice.")
    assert set(Entry.objects.filter(thing_kind="enteredvalue").values_list("provision", flat=True)) == {"25.5:3"}


def test_parameters_are_the_same_object_until_something_is_confirmed(made, django_assert_num_queries):
    waiting = entered(made)
    with django_assert_num_queries(1):
        before = parameters_on()
    assert parameters_on() is before
    confirm(actor(made, "second_keeper", DAY), waiting.number)
    assert parameters_on() is not before


def test_a_decided_case_keeps_the_values_it_was_decided_by(made):
    decision = application(made, "decided").decisions.get()
    kept = decision.findings
    case = decision.application
    before = judge_application(case, DECIDED).findings
    what = {"parameter": "industrial_grant.own_share", "value": Decimal(90), "known_until": None}
    confirmed(made, valid_from=date(2024, 1, 1), **what)
    decision.refresh_from_db()
    assert decision.findings == kept
    assert {one.result for one in replay_decision(decision)} == {Result.SAME}
    assert decision.application.state == "granted"
    assert outcomes(before)["puts_in_the_least_share"] == "met"
    assert outcomes(judge_application(case, DECIDED).findings)["puts_in_the_least_share"] == "not_met"


def outcomes(findings: Iterable[Finding]) -> dict[str, str]:
    return {finding.rule: finding.outcome.value for finding in findings}
