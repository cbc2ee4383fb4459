"""Acts under the law: a keeper enters where one stands, a second one confirms it, and everybody sees it."""

import pytest
from django.test import Client
from django.urls import reverse

from ondiris.domains.legislation.models import InstrumentRecord
from tests.web.desk.browsing import done, look, queries_of, send, words

RECORD = {
    "instrument": "industrial-grant-rules",
    "status": "in_force",
    "valid_from": "2024-02-01",
    "act_number": "12",
    "dated": "2024-01-15",
    "address": "https://example.org/12",
}
PUBLIC = "/en/law/instruments/industrial-grant-rules/?on=2024-02-01"


def test_it_is_shown_to_everybody_when_a_second_person_has_confirmed_it(made, desk):
    keeper, second = desk("keeper"), desk("second_keeper")
    assert done(send(keeper, "enter-instrument", **RECORD))
    number = InstrumentRecord.objects.get().number
    assert "Confirm it" not in look(keeper, "instruments")
    assert "Confirm it" in look(second, "instruments")
    refused = keeper.get(reverse("desk:confirm-instrument", args=[number]))
    assert refused.status_code == 403
    assert "A second person confirms: you entered this." in words(refused)
    assert "Rules for giving industrial grants" in look(second, "home")
    assert done(send(second, "confirm-instrument", number))
    assert "No. 12 of 15 January 2024" in words(Client().get(PUBLIC))


def test_it_is_rejected_with_a_reason(made, desk):
    send(desk("keeper"), "enter-instrument", **RECORD)
    number = InstrumentRecord.objects.get().number
    assert "This field is required." in words(send(desk("second_keeper"), "reject-instrument", number, reason=""))
    assert done(send(desk("second_keeper"), "reject-instrument", number, reason="The day is wrong."))
    assert InstrumentRecord.objects.get().state == "rejected"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"instrument": "a-poem"}, "instrument"),
        ({"status": ""}, "status"),
        ({"valid_from": "the first"}, "valid_from"),
        ({"act_number": ""}, "act_number"),
        ({"dated": ""}, "dated"),
        ({"address": "the gazette"}, "address"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_kept_as_typed(made, desk, changed, field):
    html = send(desk("keeper"), "enter-instrument", **{**RECORD, **changed}).content.decode()
    assert f'id="id_{field}_error"' in html
    assert 'value="12"' in html or field == "act_number"
    assert not InstrumentRecord.objects.exists()


def test_a_double_press_enters_one(made, desk):
    keeper = desk("keeper")
    assert done(send(keeper, "enter-instrument", **RECORD))
    assert "already waits for its second person" in words(send(keeper, "enter-instrument", **RECORD))
    assert InstrumentRecord.objects.count() == 1


def test_an_old_page_is_stale(made, desk):
    send(desk("keeper"), "enter-instrument", **RECORD)
    number = InstrumentRecord.objects.get().number
    second = desk("second_keeper")
    assert send(second, "confirm-instrument", number).status_code == 302
    old = second.post(reverse("desk:reject-instrument", args=[number]), {"version": "1", "reason": "late"})
    assert old.status_code == 409


def test_the_public_page_leads_a_keeper_to_the_form_with_the_act_chosen(made, desk):
    assert "Enter where it stands" not in words(Client().get(PUBLIC))
    assert "Enter where it stands" not in words(desk("officer").get(PUBLIC))
    keeper = desk("keeper")
    assert "Enter where it stands" in words(keeper.get(PUBLIC))
    form = keeper.get(reverse("desk:enter-instrument") + "?instrument=commission-statute").content.decode()
    assert '<option value="commission-statute" selected>' in form


def test_only_keepers_enter(made, desk):
    assert desk("officer").get(reverse("desk:enter-instrument")).status_code == 403
    look(desk("officer"), "confirm-instrument", "ACT-2024-99999", status=404)


def test_the_list_costs_the_same_with_many_records(made, desk):
    keeper = desk("keeper")
    send(keeper, "enter-instrument", **RECORD)
    few = queries_of(keeper, "instruments")
    for day in range(2, 6):
        send(keeper, "enter-instrument", **{**RECORD, "valid_from": f"2024-02-0{day}"})
    assert queries_of(keeper, "instruments") == few
