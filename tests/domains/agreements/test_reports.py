"""The recipient reports year by year; "did not report" is one thing and "did not perform" another."""

from datetime import date
from fractions import Fraction

import pytest

from ondiris.base.errors import BadInput, NotFound, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.actions.report import (
    accept_report,
    begin_report,
    detach_proof,
    save_report,
    send_back_report,
    submit_report,
)
from ondiris.domains.agreements.models import Reached, Report
from ondiris.domains.agreements.queries import fulfilment_of, undertakings_of, unreported_years
from ondiris.domains.agreements.terms import Track
from tests.factories import actor, agreement, report, upload

FEBRUARY, MARCH_2027 = date(2026, 2, 1), date(2027, 3, 1)


def unreported(signed):
    return unreported_years(undertakings_of(signed), signed.reports.all(), FEBRUARY)


@pytest.fixture
def signed(made):
    """In force, with two obligations and one goal for 2025 and 2026."""
    return agreement(made, "in_force")


def begin(made, signed, year: int = 2025, on: date = FEBRUARY, who: str = "applicant") -> Report:
    return begin_report(actor(made, who, on), agreement_number=signed.number, year=year)


def test_a_report_accepted_establishes_what_was_reached(made, signed):
    report(made, signed, 2025, ["5000", "100", "10"])
    levels = fulfilment_of(signed, FEBRUARY)
    assert levels.level == Fraction(3, 4)
    assert [one.level for one in levels.indicators] == [Fraction(1, 2), Fraction(1)]


def test_the_journal_has_each_value_even_where_two_are_named_alike(made):
    names = {"indicator": "New jobs", "unit": "jobs", "baseline": "0", "evidence": "Form 1", "direction": "export"}
    row = {**names, "targets": {"2025": "10", "2026": "20"}}
    signed = agreement(made, changed={"obligations": [row], "goals": [row]})
    report(made, signed, 2025, ["7", "9"])
    reached = Entry.objects.get(act="report.accept").evidence["reached"]
    assert [(one["indicator"], one["value"]) for one in reached] == [("New jobs", "7"), ("New jobs", "9")]


def test_what_is_reached_beyond_a_target_makes_nothing_else_good(made, signed):
    report(made, signed, 2025, ["1000000", "50", "10"])
    assert fulfilment_of(signed, FEBRUARY).level == Fraction(3, 4)


def test_reaching_nothing_is_a_level_of_nothing(made, signed):
    report(made, signed, 2025, ["0", "0", "0"])
    assert fulfilment_of(signed, FEBRUARY).level == 0
    assert unreported(signed) == []


def test_not_reporting_is_no_level_at_all(made, signed):
    found = fulfilment_of(signed, FEBRUARY)
    assert (found.level, found.unreported) == (None, [2025])
    assert unreported(signed) == [2025]


def test_a_report_that_waits_to_be_accepted_is_handed_in_and_not_yet_a_level(made, signed):
    report(made, signed, 2025, ["10000", "100", "10"], state="submitted")
    assert unreported(signed) == []
    assert fulfilment_of(signed, FEBRUARY).level is None


def test_a_year_counts_once_it_is_over(made, signed):
    report(made, signed, 2025, ["5000", "50", "10"])
    assert fulfilment_of(signed, date(2025, 12, 31)).level is None
    assert fulfilment_of(signed, date(2026, 12, 31)).level == Fraction(1, 2)
    assert fulfilment_of(signed, date(2027, 1, 1)).level is None


def test_the_goals_of_the_project_are_followed_apart(made, signed):
    report(made, signed, 2025, ["10000", "100", "5"])
    assert fulfilment_of(signed, FEBRUARY).level == 1
    assert fulfilment_of(signed, FEBRUARY, Track.GOAL).level == Fraction(1, 2)


@pytest.mark.parametrize(
    ("year", "on", "says"),
    [(2024, FEBRUARY, "No target"), (2027, MARCH_2027, "No target"), (2026, date(2025, 12, 31), "not come yet")],
)
def test_a_report_is_for_a_year_with_a_target_that_has_come(made, signed, year, on, says):
    with pytest.raises(BadInput, match=says):
        begin(made, signed, year, on)


def test_a_year_that_was_accepted_is_not_reported_again(made, signed):
    accepted = report(made, signed, 2025, ["10000", "100", "10"])
    with pytest.raises(BadInput, match="already is a report"):
        begin(made, signed)
    for act, data in ((save_report, {"answers": {}}), (submit_report, {})):
        with pytest.raises(WrongState):
            act(actor(made, "applicant", FEBRUARY), accepted.number, **data)
    with pytest.raises(WrongState):
        accept_report(actor(made, "monitor", FEBRUARY), accepted.number)
    assert Reached.objects.filter(report=accepted).count() == 3


def test_a_year_has_one_draft(made, signed):
    begin(made, signed)
    with pytest.raises(BadInput, match="already is a report"):
        begin(made, signed)


def test_another_enterprises_agreement_is_not_there(made, signed):
    with pytest.raises(NotFound):
        begin(made, signed, who="other")


def test_no_report_before_the_agreement_is_in_force(made):
    with pytest.raises(WrongState):
        begin(made, agreement(made, "accepted"))


def test_a_draft_is_saved_as_typed_and_submitted_when_complete(made, signed):
    recipient = actor(made, "applicant", FEBRUARY)
    first, second, goal = signed.undertakings.order_by("pk")
    draft = begin(made, signed)
    save_report(recipient, draft.number, answers={f"value_{first.pk}": "many", f"value_{second.pk}": "1,5"})
    save_report(recipient, draft.number, answers={}, proofs={second.pk: upload("proof.pdf")})
    with pytest.raises(BadInput) as refused:
        submit_report(recipient, draft.number)
    assert set(refused.value.fields) == {f"value_{first.pk}", f"value_{goal.pk}"}
    assert Report.objects.get(pk=draft.pk).answers[f"value_{first.pk}"] == "many"


def test_a_value_without_its_proof_is_not_submitted(made, signed):
    draft = report(made, signed, 2025, ["10000", "100", "10"], state="draft")
    proof = draft.proofs.order_by("pk")[0]
    detach_proof(actor(made, "applicant", FEBRUARY), draft.number, document=proof.document.number)
    with pytest.raises(BadInput) as refused:
        submit_report(actor(made, "applicant", FEBRUARY), draft.number)
    assert list(refused.value.fields) == [f"proof_{proof.undertaking_id}"]


@pytest.mark.parametrize("name", ["proof.exe", "proof.png"])
def test_a_wrong_proof_stands_beside_its_field_and_saves_nothing(made, signed, name):
    undertaking = signed.undertakings.order_by("pk")[0]
    draft = begin(made, signed)
    with pytest.raises(BadInput) as refused:
        save_report(
            actor(made, "applicant", FEBRUARY),
            draft.number,
            answers={f"value_{undertaking.pk}": "7"},
            proofs={undertaking.pk: upload(name, b"MZ")},
        )
    assert list(refused.value.fields) == [f"proof_{undertaking.pk}"]
    assert Report.objects.get(pk=draft.pk).answers == {}


def test_a_proof_belongs_to_an_undertaking_of_the_agreement(made, signed):
    stranger = agreement(made, "drawn").undertakings.order_by("pk")[0]
    draft = begin(made, signed)
    with pytest.raises(NotFound):
        save_report(
            actor(made, "applicant", FEBRUARY), draft.number, answers={}, proofs={stranger.pk: upload("proof.pdf")}
        )


def test_a_report_returned_is_corrected_and_handed_in_again(made, signed):
    handed_in = report(made, signed, 2025, ["10000", "10", "10"], state="submitted")
    monitor, recipient = actor(made, "monitor", FEBRUARY), actor(made, "applicant", FEBRUARY)
    with pytest.raises(BadInput):
        send_back_report(monitor, handed_in.number, remark=" ")
    returned = send_back_report(monitor, handed_in.number, remark="Exports do not agree with customs.")
    assert (returned.state, returned.remark) == ("returned", "Exports do not agree with customs.")
    exports = signed.undertakings.order_by("pk")[1]
    save_report(recipient, returned.number, answers={f"value_{exports.pk}": "100"})
    submit_report(recipient, returned.number)
    accept_report(monitor, returned.number)
    assert fulfilment_of(signed, FEBRUARY).level == 1


def test_a_report_returned_leaves_its_year_unreported(made, signed):
    handed_in = report(made, signed, 2025, ["10000", "100", "10"], state="submitted")
    send_back_report(actor(made, "monitor", FEBRUARY), handed_in.number, remark="Correct it.")
    assert unreported(signed) == [2025]
    with pytest.raises(WrongState):
        accept_report(actor(made, "monitor", FEBRUARY), handed_in.number)
