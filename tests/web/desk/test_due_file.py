"""The sheet of what would be due back, taken away from the desk for the day that was asked for."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from ondiris.base.journal.models import Look
from tests.factories import agreement, report
from tests.web.desk.browsing import look

MARCH = date(2026, 3, 1)


@pytest.fixture
def short(made, today):
    """An agreement that fell short in 2025; it is 1 March 2026."""
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    today(MARCH)
    return signed


def test_it_is_a_file_for_the_day_chosen_in_the_language_of_the_page(short, desk):
    monitor = desk("monitor")
    page = monitor.get(reverse("desk:due", args=[short.number]), {"on": "2026-02-01"}).content.decode()
    address = f"{reverse('desk:due-file', args=[short.number])}?on=2026-02-01"
    assert f'href="{address}" download' in page
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            response = monitor.get(reverse("desk:due-file", args=[short.number]), {"on": "2026-02-01"})
        assert response["Content-Type"] == "application/pdf"
        assert f'attachment; filename="{short.number}-2026-02-01-{language}.pdf"' in response["Content-Disposition"]
        assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")


def test_the_page_is_offered_as_a_file_over_a_gap_too(short, desk):
    page = desk("monitor").get(reverse("desk:due", args=[short.number]), {"on": "2026-10-01"}).content.decode()
    assert "due/pdf/?on=2026-10-01" in page


def test_where_there_is_no_sheet_the_page_says_why(made, desk, today):
    signed = agreement(made, "paid")
    today(MARCH)
    monitor = desk("monitor")
    assert "due/pdf/" not in monitor.get(reverse("desk:due", args=[signed.number])).content.decode()
    for query, said in (({"on": "2026-02-01"}, "has no accepted report: 2025"), ({"on": "soon"}, "Write a real day")):
        response = monitor.get(reverse("desk:due-file", args=[signed.number]), query, follow=True)
        assert response.redirect_chain
        assert said in response.content.decode()


def test_who_saw_the_sheet_and_who_took_it_is_in_the_access_log(short, desk):
    look(desk("monitor"), "due", short.number)
    b"".join(desk("decider").get(reverse("desk:due-file", args=[short.number])).streaming_content)
    kept = Look.objects.filter(thing=short.number, allowed=True).order_by("pk").values_list("actor_name", "purpose")
    assert list(kept) == [("Yerlan", "due"), ("Gulnara", "download")]


def test_it_is_not_found_by_those_who_may_not_see_the_agreement(short, desk):
    assert desk("expert").get(reverse("desk:due-file", args=[short.number])).status_code == 404
    assert Look.objects.filter(thing=short.number, allowed=False, actor_name="Marat").exists()
