"""The body's duties of a year: seen, marked, taken back, and due today beside the cases."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ondiris.domains.calendar.models import Mark
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Role
from tests.domains.calendar.marking import marked
from tests.factories.country import SINCE
from tests.web.desk.browsing import done, look, queries_of, send, words

JUNE = date(2026, 6, 10)
NEEDS = ("purchase-needs", "2026")
LETTER = {"done_on": "2026-05-19", "handed_over": "Letter 12"}


def test_duties_stand_with_their_days_their_states_and_what_they_hold_up(made, desk, today):
    today(JUNE)
    page = look(desk("institute_follower"), "duties")
    assert "1 duty is late" in page
    assert (
        "Analysis of what the customers need to buy art. 47.1 20 May 2026 Late by 21 days art. 47.2 art. 47.3 art. 47.4"
        in page
    )
    assert "31 December 2026 Ahead" in page
    assert page.index("Without a day") < page.index("Monitoring of the industrial grants given")


def test_another_year_is_shown_when_asked_for_and_nonsense_is_this_year(made, desk, today):
    today(JUNE)
    assert "20 May 2025" in look(desk("institute_follower"), "duties", year="2025")
    for nonsense in ("2021", "1", "next", "2028", "９９９９"):
        assert "20 May 2026" in look(desk("institute_follower"), "duties", year=nonsense)


def test_a_duty_is_marked_with_its_letter_and_stands_as_done(made, desk, today):
    today(JUNE)
    file = SimpleUploadedFile("letter.pdf", b"%PDF-1.7 letter", "application/pdf")
    assert done(send(desk("institute_follower"), "mark", *NEEDS, **LETTER, upload=file))
    page = look(desk("institute_follower"), "duty", *NEEDS)
    assert "Done on 19 May 2026" in page
    assert "Letter 12" in page
    document = Mark.objects.get().document
    assert document is not None
    taken = desk("institute_follower").get(reverse("desk:document", args=[document.number]))
    assert b"".join(taken.streaming_content) == b"%PDF-1.7 letter"
    assert desk("follower").get(reverse("desk:document", args=[document.number])).status_code == 404


def test_what_cannot_be_marked_stands_beside_its_field_with_what_was_typed(made, desk, today):
    today(JUNE)
    response = send(desk("institute_follower"), "mark", *NEEDS, done_on="2026-06-11", handed_over="Letter 12")
    assert "This day is still ahead." in words(response)
    assert 'value="Letter 12"' in response.content.decode()
    assert not Mark.objects.exists()


def test_a_double_press_marks_once_and_says_so(made, desk, today):
    today(JUNE)
    send(desk("institute_follower"), "mark", *NEEDS, **LETTER)
    again = desk("institute_follower").post(reverse("desk:mark", args=NEEDS), LETTER)
    assert again.status_code == 409
    assert Mark.objects.count() == 1


def test_a_mark_is_taken_back_with_a_reason(made, desk, today):
    today(JUNE)
    mark = marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    assert done(send(desk("institute_follower"), "take-back-mark", mark.number, reason="Another year's letter"))
    assert "Late by 21 days" in look(desk("institute_follower"), "duty", *NEEDS)


def test_others_see_no_buttons_and_another_body_s_duty_is_not_found(made, desk, today):
    today(JUNE)
    assert "Mark a duty as done" not in look(desk("officer"), "duty", *NEEDS)
    assert desk("officer").get(reverse("desk:mark", args=NEEDS)).status_code == 403
    look(desk("follower"), "duty", *NEEDS, status=404)
    look(desk("institute_follower"), "duty", "nothing", "2026", status=404)


def test_a_late_step_shows_how_those_after_it_stand(made, desk, today):
    BodyRole.objects.create(organisation=made.authority, role=Role.SOLID_MINERALS_AUTHORITY, valid_from=SINCE)
    today(JUNE)
    page = look(desk("institute_follower"), "duty", *NEEDS)
    assert "those below had less time than the law leaves them" in page
    assert "art. 47.2 Ministry of Industry 30 May 2026 Late by 11 days" in page
    assert "The law attaches no consequence to lateness." in page
    assert "art. 47.1 Institute of Industry 20 May 2026" in look(desk("follower"), "duty", "goods-list-drawn", "2026")


def test_what_is_due_and_late_stands_on_the_desk_s_first_page(made, desk, today):
    today(JUNE)
    page = look(desk("institute_follower"), "home")
    assert "Duties of your body (3)" in page  # this year's analysis, last year's, and last year's balance
    assert "art. 47.1 industry authority Analysis of what the customers need to buy, by 20 May 2026 21" in page
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    marked(made, "purchase-needs", date(2025, 5, 19), on=JUNE, period="2025")
    marked(made, "grants-account-balance", date(2025, 12, 1), on=JUNE, period="2025")
    assert "Duties of your body (" not in look(desk("institute_follower"), "home")
    assert "Duties of your body" not in look(desk("officer"), "home")


def test_the_page_takes_no_more_queries_for_more_marks(made, desk, today):
    today(JUNE)
    before = queries_of(desk("institute_follower"), "duties")
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    marked(made, "grants-account-balance", date(2026, 5, 19), on=JUNE)
    assert queries_of(desk("institute_follower"), "duties") == before


@pytest.fixture
def term(made, desk, today) -> str:
    """The address's number of a term that the authority's follower began on 30 November 2025."""
    today(date(2025, 12, 1))
    typed = {
        "deadline": "assembly-cure",
        "bin": made.enterprise.bin,
        "happened_on": "2025-11-30",
        "reference": "Notice 7",
    }
    assert done(send(desk("follower"), "begin-term", **typed))
    return "TERM-2025-00001"


def test_a_term_runs_ends_and_waits_for_an_answer(made, desk, today, term):
    assert "28 February 2026 Running" in look(desk("follower"), "duties")
    early = send(desk("follower"), "follow-term", term, ended_on="2025-12-01", note="Letter 9")
    assert "it may still be met" in words(early)
    today(date(2026, 3, 2))
    assert "Ended 2 days ago" in look(desk("follower"), "term", term)
    assert "Terms that have ended: say how (1)" in look(desk("follower"), "home")
    assert done(send(desk("follower"), "follow-term", term, ended_on="2026-03-02", note="Letter 9"))
    assert "Not met, what follows was done" in look(desk("follower"), "term", term)


def test_a_term_is_met_or_withdrawn(made, desk, today, term):
    assert done(send(desk("follower"), "meet-term", term, ended_on="2025-12-01", note="Act of check 3"))
    assert "Met" in look(desk("follower"), "term", term)
    assert desk("follower").get(reverse("desk:withdraw-term", args=[term])).status_code == 409
    look(desk("institute_follower"), "term", term, status=404)


def test_only_the_authority_begins_such_a_term(made, desk):
    assert desk("institute_follower").get(reverse("desk:begin-term")).status_code == 403
    assert "Begin a term" not in look(desk("institute_follower"), "duties")


def test_the_receiver_sees_what_others_handed_to_it_and_how_much_is_to_come(made, desk, today):
    """47.1: the institute's analysis goes to both authorities of the subsoil. No letter number is shown to them."""
    BodyRole.objects.create(organisation=made.authority, role=Role.SOLID_MINERALS_AUTHORITY, valid_from=SINCE)
    today(JUNE)
    receiver = desk("follower")
    assert "more are to come in this year" in look(receiver, "duties")
    before = look(receiver, "duties").count("Institute of Industry")
    marked(made, "purchase-needs", date(2026, 5, 22), on=JUNE)
    page = look(receiver, "duties")
    assert (
        "Institute of Industry Analysis of what the customers need to buy art. 47.1 20 May 2026 Done on 22 May" in page
    )
    assert (before, "Letter" in page) == (0, False)
    assert "What others handed to your body" not in look(desk("institute_follower"), "duties")
