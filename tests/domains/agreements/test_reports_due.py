"""For which years does the recipient still have to report?"""

from datetime import date

import pytest

from ondiris.domains.agreements.actions.report import send_back_report
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.queries import ReportDue, reports_due
from tests.factories import actor, agreement, report

SPRING_2026 = date(2026, 3, 1)


@pytest.fixture
def signed(made) -> Agreement:
    return agreement(made, "paid")


def test_a_year_is_due_once_it_is_over(signed):
    assert reports_due(Agreement.objects.all(), date(2025, 12, 31)) == []
    assert reports_due(Agreement.objects.all(), date(2026, 1, 1)) == [ReportDue(signed.number, 2025, "")]


def test_a_draft_is_still_due_and_a_report_handed_in_is_not(made, signed):
    report(made, signed, 2025, ["1", "1", "1"], state="draft")
    report(made, signed, 2026, ["1", "1", "1"], state="submitted")
    assert reports_due(Agreement.objects.all(), date(2027, 3, 1)) == [ReportDue(signed.number, 2025, "draft")]


def test_what_was_returned_is_due_whatever_its_year(made, signed):
    handed_in = report(made, signed, 2025, ["1", "1", "1"], state="submitted")
    send_back_report(actor(made, "monitor", SPRING_2026), handed_in.number, remark="The form is of 2024.")
    assert reports_due(Agreement.objects.all(), date(2025, 6, 1)) == [ReportDue(signed.number, 2025, "returned")]


def test_an_agreement_that_is_not_in_force_asks_for_none(made):
    agreement(made, "offered")
    assert reports_due(Agreement.objects.all(), SPRING_2026) == []
