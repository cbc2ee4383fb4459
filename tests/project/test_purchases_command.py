"""`ondiris purchases import`: as a person who may, with the rows that are not kept written for correction."""

from pathlib import Path

import pytest
from tests.domains.planning.conftest import customer, row  # noqa: F401  (fixtures)
from tests.domains.planning.test_purchases import csv
from tests.factories import Country, country

from ondiris.base.journal.models import Entry
from ondiris.domains.planning.models import Need
from ondiris.project.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(db: None) -> Country:
    return country()


@pytest.fixture
def file(row, tmp_path: Path) -> Path:  # noqa: F811
    path = tmp_path / "plan.csv"
    path.write_bytes(csv(row(), row(item="2", volume="0")))
    return path


def purchases(*words: object) -> int:
    return main(["purchases", "import", *map(str, words)])


def test_good_rows_are_kept_and_the_others_named(file, capsys):
    assert purchases(file, "--as", "Timur@example.kz") == 0
    said = capsys.readouterr()
    assert said.out == "1 rows are kept, 1 are not.\n"
    assert "line 3, volume: A volume is above 0" in said.err
    assert Entry.objects.get(act="purchases.import").actor_name == "Timur"


@pytest.mark.parametrize("name", ["refused.csv", "refused.xlsx"])
def test_the_rows_that_are_not_kept_are_written_and_can_be_sent_again(file, tmp_path, name, capsys):
    report = tmp_path / name
    assert purchases(file, "--as", "timur@example.kz", "--refused", report) == 0
    assert capsys.readouterr().err == ""
    assert purchases(report, "--as", "timur@example.kz") == 0
    assert "0 rows are kept, 1 are not." in capsys.readouterr().out


def test_a_person_with_several_organisations_says_for_whom(file, made, capsys):
    assert purchases(file, "--as", "aigerim@example.kz", "--for", made.enterprise.bin) == 0
    assert purchases(file, "--as", "aigerim@example.kz", "--for", made.authority.bin) == 2
    assert "no mandate" in capsys.readouterr().err


def test_what_cannot_be_done_is_said_and_nothing_is_kept(file, tmp_path, capsys):
    for words in (
        (tmp_path / "nothing.csv", "--as", "timur@example.kz"),
        (file, "--as", "nobody@example.kz"),
        (file, "--as", "gulnara@example.kz"),
        (file, "--as", "timur@example.kz", "--for", "1"),
        (Path(__file__), "--as", "timur@example.kz"),
    ):
        assert purchases(*words) == 2
        assert capsys.readouterr().err
    assert not Need.objects.exists()
