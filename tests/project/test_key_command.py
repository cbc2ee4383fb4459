"""`ondiris key`: a program's key, shown once."""

import pytest
from tests.factories import country

from ondiris.domains.parties.keys import actor_with, key_with
from ondiris.domains.parties.models import ApiKey
from ondiris.project.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def bins() -> tuple[str, str]:
    made = country()
    return made.enterprise.bin, made.other_enterprise.bin


def key(*words: str) -> int:
    return main(["key", *words])


def test_the_secret_stands_alone_on_stdout_and_opens_the_key(bins, capsys):
    assert key("aigerim@example.kz", "--organisation", bins[0], "--label", "accounting", "--from", "2024-02-29") == 0
    made = key_with(capsys.readouterr().out.strip())
    assert made is not None
    assert (made.label, made.valid_to.isoformat()) == ("accounting", "2025-02-28")
    acting = actor_with(made, made.valid_from)
    assert (acting.name, acting.organisation_bin) == ("Aigerim", bins[0])
    assert actor_with(made, made.valid_to) is None


@pytest.mark.parametrize(
    "words",
    [
        ["nobody@example.kz", "--label", "x"],
        ["nurlan@example.kz", "--label", "x"],
        ["aigerim@example.kz", "--label", " "],
        ["aigerim@example.kz", "--label", "x", "--from", "2024-02-01", "--until", "2024-01-01"],
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(bins, words, capsys):
    assert key(*words, "--organisation", bins[0]) == 2
    assert capsys.readouterr().out == ""
    assert not ApiKey.objects.exists()
