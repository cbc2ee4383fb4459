"""A request that is larger than any form, and a form that is older than one's sign-in, end in a clear page."""

from django.test import Client

from tests.factories import application, country, sign_in


def test_more_text_than_a_form_takes_is_told_so(db, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    made = country()
    number = application(made, "asked").number
    browser = sign_in(Client(), made.people["applicant"])
    response = browser.post(f"/en/cabinet/applications/{number}/answer/", {"version": 1, "text": "long " * 10_000})
    assert response.status_code == 413
    page = response.content.decode()
    assert "This was too much at once" in page
    assert "Nothing was changed." in page


def test_more_fields_than_a_form_has_are_told_so(db):
    made = country()
    browser = sign_in(Client(), made.people["applicant"])
    response = browser.post("/en/cabinet/begin/", {f"field{n}": "x" for n in range(2_000)})
    assert response.status_code == 413


def test_a_form_from_before_the_sign_in_is_told_so(db):
    made = country()
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, made.people["applicant"])
    response = browser.post("/en/cabinet/begin/", {"measure": "industrial-grant"})
    assert response.status_code == 403
    assert "Open it again and send it once more." in response.content.decode()
