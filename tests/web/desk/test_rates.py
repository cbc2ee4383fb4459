"""The base rate: what is established, where the gap is, and two people for a new one."""

from datetime import date

import pytest
from django.urls import reverse

from ondiris.domains.legislation.models import EnteredValue
from tests.web.desk.browsing import done, look, send, words

RATE = {"value": "16.25", "valid_from": "2026-09-08", "known_until": "2026-12-01", "source": "Resolution 7"}


def test_rates_are_shown_with_their_sources_and_the_gap(made, desk, today):
    today(date(2026, 9, 20))
    page = look(desk("officer"), "rates")
    assert "No base rate is established from 8 September 2026." in page
    assert "8 September 2026 – 19 September 2026 not established" in page
    assert "16.75%" in page
    assert "Enter a new base rate" not in page


def test_a_rate_counts_when_a_second_person_has_confirmed_it(made, desk, today):
    today(date(2026, 9, 20))
    keeper, second = desk("keeper"), desk("second_keeper")
    assert done(send(keeper, "enter-rate", **RATE))
    entered = EnteredValue.objects.get()
    assert "No base rate is established" in look(keeper, "rates")
    assert "Confirm the value" not in look(keeper, "rates")
    refused = keeper.get(reverse("desk:confirm-rate", args=[entered.number]))
    assert refused.status_code == 403
    assert "A second person confirms: you entered this value." in words(refused)
    assert done(send(second, "confirm-rate", entered.number))
    assert "Established until 1 December 2026" in look(keeper, "rates")


def test_a_rate_is_rejected_with_a_reason(made, desk):
    send(desk("keeper"), "enter-rate", **RATE)
    number = EnteredValue.objects.get().number
    assert "This field is required." in words(send(desk("second_keeper"), "reject-rate", number, reason=""))
    assert done(send(desk("second_keeper"), "reject-rate", number, reason="The day is wrong."))
    assert EnteredValue.objects.get().state == "rejected"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"value": "sixteen"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "16.255"}, "value"),
        ({"known_until": "2026-09-08"}, "known_until"),
        ({"known_until": "2026-01-01"}, "known_until"),
        ({"valid_from": "the eighth"}, "valid_from"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_a_rate_is_refused_beside_its_field(made, desk, changed, field):
    response = send(desk("keeper"), "enter-rate", **{**RATE, **changed})
    assert f'id="id_{field}_error"' in response.content.decode()
    assert not EnteredValue.objects.exists()


def test_a_double_press_enters_one_rate(made, desk):
    keeper = desk("keeper")
    assert done(send(keeper, "enter-rate", **RATE))
    assert "already waits for its second person" in words(send(keeper, "enter-rate", **RATE))
    assert EnteredValue.objects.count() == 1


def test_only_keepers_enter(made, desk):
    assert desk("officer").get(reverse("desk:enter-rate")).status_code == 403
    look(desk("officer"), "confirm-rate", "VAL-2024-99999", status=404)
