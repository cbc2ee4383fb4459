"""`ondiris remind`: mails in each reader's language, each thing once."""

import pytest
from django.core import mail
from tests.factories import country

from ondiris.project.cli.main import main
from ondiris.project.mail import CONSOLE, SMTP, Mail, mail_from

MAY = ["remind", "--on", "2026-05-10"]


@pytest.mark.django_db
def test_a_person_is_told_in_their_language_with_the_page_s_address(capsys):
    made = country()
    made.people["institute_follower"].language = "ru"
    made.people["institute_follower"].save()
    assert main(MAY) == 0
    assert capsys.readouterr().out == "People reminded: 1; of duties: 1.\n"
    (message,) = mail.outbox
    assert message.to == ["aidar@example.kz"]
    assert "Анализ потребностей заказчиков в закупках" in message.body
    assert "20 мая 2026 г." in message.body
    assert "http://127.0.0.1/ru/desk/duties/purchase-needs/2026/" in message.body
    assert main(MAY) == 0
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_a_server_that_takes_nothing_is_said_with_the_status(capsys, settings):
    country()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 9
    assert main(MAY) == 1
    assert "Not taken: aidar@example.kz" in capsys.readouterr().err


def test_without_a_server_mails_are_printed():
    assert mail_from({}) == Mail() == Mail(backend=CONSOLE)


def test_a_server_is_named_by_one_address():
    assert mail_from({"ONDIRIS_MAIL": "smtp://post%40x:a%3Ab@mail.example.kz"}) == Mail(
        SMTP, "mail.example.kz", 587, "post@x", "a:b", starttls=True
    )
    assert mail_from({"ONDIRIS_MAIL": "smtps://mail.example.kz:4650"}) == Mail(SMTP, "mail.example.kz", 4650, tls=True)


@pytest.mark.parametrize("address", ["mail.example.kz", "http://mail.example.kz", "smtp://"])
def test_what_is_no_server_s_address_is_said(address: str):
    with pytest.raises(ValueError, match="ONDIRIS_MAIL"):
        mail_from({"ONDIRIS_MAIL": address})
