"""Who is reminded of what, and that nobody is reminded twice."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.domains.calendar.models import Reminder
from ondiris.domains.calendar.reminders import Waiting, send, waiting
from ondiris.domains.parties.models import Delegation, Mandate
from ondiris.domains.parties.terms import Capacity
from tests.domains.calendar.marking import marked
from tests.factories import Country

pytestmark = pytest.mark.django_db
LAST = date(2026, 5, 20)  # of the institute's analysis of needs
MAY = date(2026, 5, 10)


def told(on: date) -> dict[str, list[tuple[str, str]]]:
    return {one.user.name: [(item.duty.deadline.id, item.occasion) for item in one.items] for one in waiting(on)}


def write(one: Waiting) -> EmailMessage:
    return EmailMessage("Due", "\n".join(item.duty.deadline.id for item in one.items), to=[one.user.email])


def test_a_duty_is_said_from_two_weeks_before_its_last_day(made: Country):
    assert "Aidar" not in told(LAST - timedelta(days=15))
    assert told(LAST - timedelta(days=14))["Aidar"] == [("purchase-needs", "soon")]
    assert told(LAST)["Aidar"] == [("purchase-needs", "soon")]
    assert told(LAST + timedelta(days=1))["Aidar"] == [("purchase-needs", "late")]
    assert "Aidar" not in told(LAST + timedelta(days=31))


def test_each_occasion_is_said_once(made: Country):
    assert send(MAY, write).people == 1
    assert send(MAY, write).people == 0
    assert [message.body for message in mail.outbox] == ["purchase-needs"]
    late = LAST + timedelta(days=1)
    assert (send(late, write).people, send(late, write).people) == (2, 0)  # the authority's 47.2 is near by then
    assert [message.body for message in mail.outbox[1:]] == ["goods-list-drawn", "purchase-needs"]


def test_what_is_done_is_not_said(made: Country):
    marked(made, "purchase-needs", date(2026, 5, 4), on=MAY)
    assert "Aidar" not in told(MAY)


def test_a_mark_taken_back_does_not_say_it_again(made: Country):
    send(MAY, write)
    mark = marked(made, "purchase-needs", date(2026, 5, 4), on=MAY)
    mark.delete()
    assert "Aidar" not in told(MAY)


def test_a_deputy_is_told_beside_the_holder_while_the_absence_lasts(made: Country):
    Delegation.objects.create(
        mandate=made.people["institute_follower"].mandates.get(),
        deputy=made.people["officer"],
        valid_from=MAY,
        valid_to=date(2026, 5, 15),
    )
    assert set(told(MAY)) == {"Aidar", "Daulet"}
    assert set(told(date(2026, 5, 15))) == {"Aidar"}


def test_other_capacities_mandates_that_ended_and_the_dismissed_are_not_told(made: Country):
    Mandate.objects.create(
        user=made.people["expert"],
        organisation=made.institute,
        capacity=Capacity.FOLLOWER,
        valid_from=date(2025, 1, 1),
        valid_to=MAY,
    )
    made.people["institute_follower"].is_active = False
    made.people["institute_follower"].save()
    assert told(MAY) == {}


def test_a_mail_that_is_not_taken_is_tried_again(made: Country):
    class Refused(EmailMessage):
        def send(self, fail_silently: bool = False) -> int:
            raise OSError("no room")

    sent = send(MAY, lambda one: Refused("Due", "", to=[one.user.email]))
    assert sent.failed == ("aidar@example.kz: no room",)
    assert not Reminder.objects.exists()
    assert send(MAY, write).people == 1


def test_another_run_that_was_quicker_leaves_nothing_to_send(made: Country, monkeypatch):
    before = waiting(MAY)
    send(MAY, write)
    monkeypatch.setattr("ondiris.domains.calendar.reminders.waiting", lambda on: before)
    assert send(MAY, write).people == 0
    assert len(mail.outbox) == 1


def test_queries_do_not_grow_with_the_people(made: Country):
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            waiting(MAY)
        return len(taken)

    before = queries()
    for who in ("officer", "expert"):
        Mandate.objects.create(
            user=made.people[who], organisation=made.institute, capacity=Capacity.FOLLOWER, valid_from=MAY
        )
    assert len(waiting(MAY)) == 3
    assert queries() == before
