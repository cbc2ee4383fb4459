"""Does one come in, come to where one was going, and choose for whom one acts?"""

from datetime import date

from django.test import Client

from ondiris.domains.parties.models import Mandate
from ondiris.domains.parties.terms import Capacity
from tests.factories import PASSWORD, Country, sign_in

EMAIL = "aigerim@example.kz"


def test_a_wrong_password_is_said_and_the_e_mail_is_kept(page: Client) -> None:
    html = page.post("/en/sign-in/", {"email": EMAIL, "password": "guess"}).content.decode()
    assert "The e-mail and the password do not belong together." in html
    assert f'value="{EMAIL}"' in html


def test_one_comes_to_where_one_was_going(page: Client) -> None:
    going = {"email": EMAIL, "password": PASSWORD, "next": "/en/measures/"}
    assert page.post("/en/sign-in/", going)["Location"] == "/en/measures/"


def test_nobody_is_led_to_a_foreign_site(page: Client) -> None:
    going = {"email": EMAIL, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert page.post("/en/sign-in/", going)["Location"] == "/en/start/"


def test_an_expired_mandate_is_told(made: Country, page: Client) -> None:
    Mandate.objects.filter(user=made.people["applicant"]).update(valid_to=date(2023, 1, 1))
    answer = sign_in(page, made.people["applicant"]).get("/en/start/")
    assert answer.status_code == 403
    assert "you hold no mandate" in answer.content.decode()


def test_one_who_acts_for_two_chooses_between_them(made: Country, page: Client) -> None:
    Mandate.objects.create(
        user=made.people["applicant"],
        organisation=made.other_enterprise,
        capacity=Capacity.APPLICANT,
        valid_from=date(2024, 1, 1),
    )
    browser = sign_in(page, made.people["applicant"])
    assert made.other_enterprise.bin in browser.get("/en/acting/").content.decode()
    browser.post("/en/acting/", {"bin": made.other_enterprise.bin})
    assert f"BIN {made.other_enterprise.bin} · you act for it now" in browser.get("/en/acting/").content.decode()


def test_one_cannot_choose_somebody_else_s_enterprise(made: Country, page: Client) -> None:
    browser = sign_in(page, made.people["applicant"])
    browser.post("/en/acting/", {"bin": made.other_enterprise.bin})
    assert f"BIN {made.enterprise.bin} · you act for it now" in browser.get("/en/acting/").content.decode()
