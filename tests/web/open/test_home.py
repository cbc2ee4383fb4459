"""Does the front page lead to its three doors, in each language?"""

import pytest
from django.test import Client

from tests.factories import Country, sign_in


def test_it_leads_to_the_measures_the_law_and_the_sign_in(page: Client) -> None:
    html = page.get("/en/").content.decode()
    assert all(f'<h3><a href="/en/{door}/">' in html for door in ("measures", "law", "sign-in"))


def test_somebody_signed_in_goes_on_with_their_work_instead(made: Country, page: Client) -> None:
    html = sign_in(page, made.people["applicant"]).get("/en/").content.decode()
    assert '<h3><a href="/en/start/">' in html


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_stands_in_each_language(page: Client, language: str) -> None:
    assert f'<html lang="{language}">' in page.get(f"/{language}/").content.decode()
