"""The law's deadlines, each body's punctuality, and its calendar in two calendar programs' readers."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
import time_machine
from django.test import Client

from ondiris.domains.calendar.queries import duties_of
from ondiris.domains.legislation.models import EnteredValue
from ondiris.law.deadlines import due
from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.web.open.calendar import feed
from tests.domains.calendar.marking import marked
from tests.factories import Country

JUNE = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def june():
    with time_machine.travel(datetime(2026, 6, 10, 10, tzinfo=ZoneInfo("Asia/Almaty")), tick=False):
        yield


def text(page: Client, address: str) -> str:
    answer = page.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_law_s_deadlines_stand_by_day_after_an_event_and_without_a_day(page: Client):
    html = text(page, "/en/calendar/")
    assert html.index("28 February 2026") < html.index("31 March 2026") < html.index("1 August 2026")
    assert "3 months after: the notice of the breaches was sent" in html
    without = html.index("<h2>Without a day")
    assert html.index("The National Report on the state of industry, submitted to the President") > without
    assert "an example, to be confirmed by the authority" in html


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Тапсырыс берушілердің сатып алу"), ("ru", "Анализ потребностей")]
)
def test_what_is_due_is_said_in_the_reader_s_language(page: Client, language: str, words: str):
    assert words in text(page, f"/{language}/calendar/")


def test_a_year_before_a_provision_was_in_force_does_not_have_it(page: Client):
    assert "register of offtake contracts" not in text(page, "/en/calendar/?year=2024")
    assert "register of offtake contracts" in text(page, "/en/calendar/?year=2025")


def test_each_body_is_counted_on_time_late_and_not_done(made: Country, page: Client):
    marked(made, "grants-account-balance", date(2026, 3, 1), on=JUNE)
    marked(made, "purchase-needs", date(2026, 5, 26), on=JUNE)
    html = text(page, "/en/calendar/bodies/")
    row = html[html.index("Institute of Industry") :]
    assert [row.index(part) for part in ('On time">1<', 'Done late">1 (days: 6)<', 'Late, not done">0<')]
    assert "Ministry of Industry" in html
    assert "Ақ Диірмен" not in html


def test_a_body_s_page_shows_the_days_and_not_what_was_handed_over(made: Country, page: Client):
    marked(made, "purchase-needs", date(2026, 5, 26), on=JUNE)
    html = text(page, f"/en/calendar/bodies/{made.institute.bin}/")
    assert "Done on 26 May 2026, 6 days late" in html
    assert "Letter 12" not in html
    assert page.get(f"/en/calendar/bodies/{made.enterprise.bin}/").status_code == 404


def feed_of(page: Client, bin: str, language: str = "en") -> bytes:
    answer = page.get(f"/{language}/calendar/bodies/{bin}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def expected(made: Country) -> dict[str, date]:
    owed = [one for year in (2025, 2026, 2027) for one in duties_of(made.institute, year, JUNE)]
    return {
        f"{one.deadline.id}-{one.occurrence.period}-{made.institute.bin}@ondiris": one.last_day
        for one in owed
        if one.last_day
    }


def test_two_readers_find_the_same_duties_in_the_feed(made: Country, page: Client):
    raw = feed_of(page, made.institute.bin)
    by_icalendar = {str(e["uid"]): e["dtstart"].dt for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")}
    events = ics.Calendar(raw.decode()).events
    assert by_icalendar == {event.uid: event.begin.date() for event in events} == expected(made)
    assert len(by_icalendar) == 6
    assert all(event.all_day and event.duration == timedelta(days=1) for event in events)


def test_the_feed_is_the_same_bytes_each_time_and_keeps_its_identities_in_every_language(made: Country, page: Client):
    assert feed_of(page, made.institute.bin) == feed_of(page, made.institute.bin)
    kazakh = icalendar.Calendar.from_ical(feed_of(page, made.institute.bin, "kk")).walk("VEVENT")
    assert {str(event["uid"]) for event in kazakh} == set(expected(made))
    assert any("Тапсырыс берушілердің" in str(event["summary"]) for event in kazakh)


def test_an_event_is_stamped_with_the_day_of_its_declaration(made: Country, page: Client):
    event = icalendar.Calendar.from_ical(feed_of(page, made.institute.bin)).walk("VEVENT")[0]
    assert event["dtstamp"].dt.isoformat() == "2026-11-22T00:00:00+00:00"
    assert str(event["url"]) == "http://testserver/en/law/47.1/"


def test_the_sequence_rises_with_a_setting_and_the_identity_stays(made: Country):
    (owed,) = [one for one in duties_of(made.authority, 2026, JUNE) if one.deadline.id == "effectiveness-information"]
    shipped = Parameters.load()
    moved = shipped.with_values([Value(due.MOVES, True, date(2026, 7, 1), "order 1", Certainty.ACT)])
    before, after = (
        feed.calendar_of(made.authority, [owed], values, str).walk("VEVENT")[0] for values in (shipped, moved)
    )
    assert after["sequence"] == before["sequence"] + 1
    assert after["uid"] == before["uid"]
    assert not EnteredValue.objects.exists()


def test_an_enterprise_has_no_feed(made: Country, page: Client):
    assert page.get(f"/en/calendar/bodies/{made.enterprise.bin}.ics").status_code == 404
