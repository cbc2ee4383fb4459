"""On the pages: who may act for us, giving and ending mandates, an absence, and the password."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.base.journal.models import Look
from ondiris.domains.parties.models import Delegation, Mandate, Organisation, User
from ondiris.domains.parties.terms import Capacity
from tests.factories import DAY, PASSWORD, Country, country, sign_in
from tests.factories.country import bin_number, person

NEW = {"email": "aset@example.kz", "name": "Aset", "capacity": "applicant", "valid_from": DAY.isoformat()}
CHOSEN = {"new_password1": "steppe wind and rain", "new_password2": "steppe wind and rain"}


@pytest.fixture
def made(db):
    with time_machine.travel(f"{DAY} 10:00:00+05:00", tick=False):
        yield country()


def browser(made: Country, who: str) -> Client:
    return sign_in(Client(), made.people[who])


def html(answer, status: int = 200) -> str:
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def mandate_of(made: Country, who: str) -> Mandate:
    return made.people[who].mandates.first()


def test_one_sees_who_acts_for_one_s_enterprise_and_who_stands_in(made):
    deputy = person("deputy", made.enterprise, Capacity.APPLICANT)
    Delegation.objects.create(mandate=mandate_of(made, "applicant"), deputy=deputy, valid_from=DAY)
    shown = html(browser(made, "applicant").get("/en/cabinet/people/"))
    assert "aigerim@example.kz" in shown
    assert "Deputy, " in shown
    assert "nurlan@example.kz" not in shown


def test_a_signatory_gives_a_mandate_and_makes_the_address(made):
    mine = browser(made, "applicant")
    answer = mine.post(f"/en/cabinet/people/{made.enterprise.bin}/give/", NEW, follow=True)
    assert "Aset has the mandate. They have no password yet" in html(answer)
    mandate = Mandate.objects.get(user__email="aset@example.kz")
    address = re.search(
        r"<code>http://testserver(\S+)</code>", html(mine.post(f"/en/cabinet/people/{mandate.pk}/address/"))
    )
    new = Client()
    form = new.get(address[1])["Location"]
    assert "Your password is set" in html(new.post(form, CHOSEN, follow=True))
    assert (
        new.post("/en/sign-in/", {"email": "aset@example.kz", "password": CHOSEN["new_password1"]}).status_code == 302
    )
    assert "no longer holds" in html(Client().get(address[1]))


def test_an_address_does_not_hold_after_three_days(made):
    from ondiris.web.showing.invitation import one_time_path

    address = one_time_path(made.people["officer"])
    with time_machine.travel(f"{DAY + timedelta(days=4)} 10:00:00+05:00", tick=False):
        assert "no longer holds" in html(Client().get(address))


def test_a_weak_password_is_refused_beside_the_field(made):
    from ondiris.web.showing.invitation import one_time_path

    new = Client()
    form = new.get(one_time_path(made.people["officer"]))["Location"]
    assert "too short" in html(new.post(form, {"new_password1": "kazakh", "new_password2": "kazakh"}))


def test_what_was_typed_is_kept_beside_the_error(made):
    page = html(browser(made, "applicant").post(f"/en/cabinet/people/{made.enterprise.bin}/give/", {**NEW, "name": ""}))
    assert "This person is new here: write their name." in page
    assert 'value="aset@example.kz"' in page


def test_a_reversed_period_is_said_beside_the_last_day(made):
    typed = {**NEW, "valid_to": (DAY - timedelta(days=1)).isoformat()}
    page = html(browser(made, "applicant").post(f"/en/cabinet/people/{made.enterprise.bin}/give/", typed))
    assert "The last day must come after the first." in page
    assert not User.objects.filter(email="aset@example.kz").exists()


@pytest.mark.parametrize("address", ["people/{bin}/", "people/{bin}/give/", "people/{key}/end/"])
def test_another_enterprise_s_people_are_not_found_and_the_attempt_is_logged(made, address):
    path = address.format(bin=made.other_enterprise.bin, key=mandate_of(made, "other").pk)
    html(browser(made, "applicant").get(f"/en/cabinet/{path}"), 404)
    assert Look.objects.filter(actor=made.people["applicant"].pk, allowed=False).count() == 1


def test_a_mandate_is_ended_once(made):
    mine = browser(made, "applicant")
    mandate = person("leaver", made.enterprise, Capacity.APPLICANT).mandates.get()
    typed = {"valid_to": DAY.isoformat()}
    assert "acts no longer by it" in html(mine.post(f"/en/cabinet/people/{mandate.pk}/end/", typed, follow=True))
    html(mine.post(f"/en/cabinet/people/{mandate.pk}/end/", typed), 409)


def test_who_may_not_end_a_mandate_is_told(made):
    mandate = mandate_of(made, "monitor")
    html(browser(made, "officer").post(f"/en/desk/people/{mandate.pk}/end/", {"valid_to": DAY.isoformat()}), 403)
    assert Mandate.objects.get(pk=mandate.pk).valid_to is None


def test_an_officer_registers_an_enterprise_and_gives_its_first_signatory(made):
    desk = browser(made, "officer")
    bin = bin_number(901)
    typed = {"bin": bin, "name": "Жаңа зауыт", "region": made.region.code, "is_operating": "yes", "size": "small"}
    page = html(desk.post("/en/desk/enterprises/register/", typed, follow=True))
    assert "Nobody may act for this organisation yet" in page
    assert Organisation.objects.get(bin=bin).is_operating is True
    desk.post(f"/en/desk/people/{bin}/give/", {**NEW, "capacity": "signatory"})
    assert "Make a one-time address" in html(desk.get(f"/en/desk/people/{bin}/"))


def test_a_wrong_bin_is_told_by_its_group_and_kept(made):
    typed = {"bin": "159940000001", "name": "Зауыт", "region": made.region.code}
    page = html(browser(made, "officer").post("/en/desk/enterprises/register/", typed))
    assert "month of registration" in page
    assert 'value="159940000001"' in page


def test_who_does_not_register_sees_why(made):
    assert "Your mandate does not include this." in html(
        browser(made, "monitor").get("/en/desk/enterprises/register/"), 403
    )


def test_an_enterprise_is_found_by_its_bin(made):
    desk = browser(made, "keeper")
    found = desk.get("/en/desk/people/", {"bin": made.enterprise.bin})
    assert found["Location"] == f"/en/desk/people/{made.enterprise.bin}/"
    assert "No enterprise with this BIN" in html(desk.get("/en/desk/people/", {"bin": bin_number(902)}))


def test_a_mandate_is_lent_and_taken_back(made):
    mine = browser(made, "officer")
    typed = {
        "mandate": mandate_of(made, "officer").pk,
        "deputy": made.people["second_officer"].pk,
        "valid_from": DAY.isoformat(),
        "valid_to": (DAY + timedelta(days=7)).isoformat(),
    }
    assert "Saule stands in for you" in html(mine.post("/en/absence/", typed, follow=True))
    assert "already stands in for you" in html(mine.post("/en/absence/", typed))
    assert "Daulet" in html(browser(made, "second_officer").get("/en/account/"))
    lent = Delegation.objects.get()
    html(browser(made, "second_officer").post(f"/en/absence/{lent.pk}/end/"), 404)
    assert "stands in for you no longer" in html(mine.post(f"/en/absence/{lent.pk}/end/", follow=True))


def test_a_reversed_absence_is_said_and_the_days_are_kept(made):
    typed = {
        "mandate": mandate_of(made, "officer").pk,
        "deputy": made.people["monitor"].pk,
        "valid_from": (DAY + timedelta(days=7)).isoformat(),
        "valid_to": DAY.isoformat(),
    }
    page = html(browser(made, "officer").post("/en/absence/", typed))
    assert "The last day must come after the first." in page
    assert f'value="{DAY + timedelta(days=7)}"' in page


def test_the_password_is_changed_by_who_knows_it(made):
    mine = browser(made, "applicant")
    assert "entered incorrectly" in html(mine.post("/en/password/", {"old_password": "guess", **CHOSEN}))
    answer = mine.post("/en/password/", {"old_password": PASSWORD, **CHOSEN}, follow=True)
    assert "Your password is changed." in html(answer)
    assert User.objects.get(pk=made.people["applicant"].pk).check_password(CHOSEN["new_password1"])


@pytest.mark.parametrize("path", ["account/", "absence/", "password/", "cabinet/people/", "desk/people/"])
def test_a_visitor_is_sent_to_sign_in(made, path):
    assert "/sign-in/?next=" in Client().get(f"/en/{path}")["Location"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("path", ["account/", "absence/", "password/", "desk/people/", "desk/enterprises/register/"])
def test_every_page_opens_in_every_language(made, language, path):
    assert "<h1>" in html(browser(made, "keeper").get(f"/{language}/{path}"))


def test_the_number_of_queries_does_not_grow_with_people(made):
    desk = browser(made, "keeper")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            html(desk.get(f"/en/desk/people/{made.institute.bin}/"))
        return len(captured)

    before = queries()
    for number in range(5):
        person(f"more{number}", made.institute, Capacity.EXPERT)
    assert queries() == before


def test_one_chooses_the_language_in_which_one_is_written_to(made):
    client = browser(made, "monitor")
    assert client.post("/en/account/language/", {"language": "ru"}).status_code == 302
    assert User.objects.get(pk=made.people["monitor"].pk).language == "ru"
    assert '<option value="ru" selected>' in html(client.get("/en/account/"))
    client.post("/en/account/language/", {"language": "xx"})
    assert User.objects.get(pk=made.people["monitor"].pk).language == "ru"
