"""Somebody else's address typed by hand: not found, and in the access log."""

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Look
from tests.factories import agreement, application

OF_APPLICATIONS = ["application", "documents", "check", "answer", "withdraw"]
OF_AGREEMENTS = ["agreement", "accept", "due", "due-file"]


@pytest.mark.parametrize("name", OF_APPLICATIONS)
def test_another_enterprises_application(made, stranger, name):
    number = application(made, "asked").number
    address = reverse(f"cabinet:{name}", args=[number])
    for response in (stranger.get(address), stranger.post(address, {"version": 1, "text": "x"})):
        assert response.status_code == 404
        assert "There is no such page" in response.content.decode()
    assert Look.objects.filter(thing=number, actor_name="Nurlan", allowed=False).count() == 2


def test_another_enterprises_section(made, stranger):
    number = application(made).number
    assert stranger.post(reverse("cabinet:section", args=[number, "project"]), {"version": 1}).status_code == 404
    assert Look.objects.filter(thing=number, actor_name="Nurlan", allowed=False).exists()


@pytest.mark.parametrize("name", OF_AGREEMENTS)
def test_another_enterprises_agreement(made, stranger, name):
    number = agreement(made, "offered").number
    assert stranger.get(reverse(f"cabinet:{name}", args=[number])).status_code == 404
    assert Look.objects.filter(thing=number, actor_name="Nurlan", allowed=False).exists()


def test_another_enterprises_report(made, stranger):
    number = agreement(made, "paid").number
    address = reverse("cabinet:report", args=[number, 2025])
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"begin": "1"}).status_code == 404


def test_a_number_that_nothing_has_is_told_in_the_same_words(made, stranger):
    real, none = application(made).number, "IG-2024-99999"
    pages = [
        stranger.get(reverse("cabinet:application", args=[number])).content.decode().replace(number, "")
        for number in (real, none)
    ]
    assert pages[0].split("<main")[1].split("</main")[0] == pages[1].split("<main")[1].split("</main")[0]
