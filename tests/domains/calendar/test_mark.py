"""A duty is marked as done by its own body, once, and a mistake is taken back with a reason."""

from datetime import date
from io import BytesIO

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.calendar.actions.mark import mark_done, take_back
from ondiris.domains.calendar.models import Mark
from ondiris.domains.calendar.queries import duty
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.parties.models import Delegation
from ondiris.law.deadlines import State
from tests.domains.calendar.marking import marked
from tests.factories import Country, actor

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 10)
GOOD = {"deadline": "purchase-needs", "period": "2026", "done_on": date(2026, 5, 19), "handed_over": "Letter 12"}


def test_a_mark_is_in_the_journal_with_its_provision_and_last_day(made: Country):
    mark = marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    entry = Entry.objects.get(act="mark.make", thing=mark.number)
    assert entry.provision == "47.1"
    assert (entry.evidence["done_on"], entry.evidence["last_day"]) == ("2026-05-19", "2026-05-20")


def test_a_document_is_kept_with_the_mark(made: Country):
    paper = b"%PDF-1.7 letter"
    mark = mark_done(
        actor(made, "institute_follower", JUNE), **GOOD, upload=Upload("letter.pdf", len(paper), BytesIO(paper))
    )
    assert mark.document is not None
    assert mark.document.owner == made.institute


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"done_on": date(2026, 6, 11)}, "done_on"),
        ({"done_on": date(2025, 12, 31)}, "done_on"),
        ({"handed_over": "  "}, "handed_over"),
        ({"handed_over": "x" * 301}, "handed_over"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(made: Country, changed, field):
    with pytest.raises(BadInput) as refused:
        mark_done(actor(made, "institute_follower", JUNE), **{**GOOD, **changed})
    assert set(refused.value.fields) == {field}
    assert not Mark.objects.exists()


def test_another_body_s_duty_is_not_found(made: Country):
    with pytest.raises(NotFound):
        mark_done(actor(made, "follower", JUNE), **GOOD)


def test_who_does_not_follow_obligations_may_not_mark(made: Country):
    with pytest.raises(NotPermitted):
        mark_done(actor(made, "officer", JUNE), **GOOD)


def test_a_duty_is_marked_once(made: Country):
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    with pytest.raises(WrongState) as refused:
        marked(made, "purchase-needs", date(2026, 5, 20), on=JUNE)
    assert refused.value.provision == "47.1"
    assert Mark.objects.count() == 1


def test_a_mark_taken_back_leaves_the_duty_open_and_can_be_made_again(made: Country):
    mark = marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    with pytest.raises(BadInput):
        take_back(actor(made, "institute_follower", JUNE), mark.number, reason=" ")
    take_back(actor(made, "institute_follower", JUNE), mark.number, reason="It was another year's letter.")
    found = duty(made.institute, "purchase-needs", "2026", JUNE)
    assert found is not None
    assert found.at.state is State.LATE
    marked(made, "purchase-needs", date(2026, 6, 1), on=JUNE)
    assert [mark.state for mark in Mark.objects.order_by("pk")] == ["taken_back", "stands"]


def test_a_deputy_marks_in_somebody_s_place_and_the_journal_says_so(made: Country):
    holder = made.people["institute_follower"]
    Delegation.objects.create(
        mandate=holder.mandates.get(), deputy=made.people["officer"], valid_from=JUNE, valid_to=date(2026, 7, 1)
    )
    mark = marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE, who="officer")
    assert Entry.objects.get(act="mark.make", thing=mark.number).deputy_for == holder.name
