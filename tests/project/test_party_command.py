"""`ondiris party`: an empty installation gets its first bodies, people, list and account."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.factories.country import bin_number

from ondiris.base.journal.models import Entry
from ondiris.domains.classifiers.models import Region
from ondiris.domains.funds.models import Programme
from ondiris.domains.lists.models import ApprovedList
from ondiris.domains.parties.models import BodyRole, Mandate, Organisation, User
from ondiris.project.cli.main import main

pytestmark = pytest.mark.django_db
BIN = bin_number(800)
BODY = ["body", BIN, "Ministry", "--role", "industry_authority", "--region", "710000000", "--since", "2022-01-08"]
KEEPER = [
    "person",
    "keeper@example.kz",
    "Timur",
    "--organisation",
    BIN,
    "--capacity",
    "keeper",
    "--since",
    "2022-01-08",
]


def party(*words: str) -> int:
    return main(["party", *words])


@pytest.fixture
def authority() -> Organisation:
    party("regions")
    assert party(*BODY) == 0
    return Organisation.objects.get()


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert party(*words) == 2
    return capsys.readouterr().err


def test_the_regions_are_entered_once() -> None:
    assert party("regions") == party("regions") == 0
    assert Region.objects.count() == 20


def test_a_body_gets_its_role(authority: Organisation) -> None:
    assert BodyRole.objects.get().role == "industry_authority"
    assert Entry.objects.get().actor_name == "ondiris party"


def test_a_body_gets_a_second_role_but_no_role_twice(
    authority: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    again = [word if word != "industry_authority" else "central_state_body" for word in BODY]
    assert party(*again) == 0
    assert "has this role already" in refused(capsys, *BODY)
    assert BodyRole.objects.count() == 2


def test_a_wrong_bin_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "12 digits" in refused(capsys, "body", "123", *BODY[2:])


def test_without_regions_the_way_to_them_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "ondiris party regions" in refused(capsys, *BODY)
    assert not Organisation.objects.exists()


def test_a_bin_does_not_become_another_body(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is registered as" in refused(capsys, "body", BIN, "Another name", *BODY[3:])


@pytest.mark.parametrize("word", ["--role", "--since"])
def test_a_word_that_is_none_of_the_law_s_ends_with_2(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = BODY.index(word) + 1
    with pytest.raises(SystemExit) as ended:
        party(*BODY[:place], "yesterday", *BODY[place + 1 :])
    assert ended.value.code == 2


def test_the_first_keeper_sets_a_password_by_the_address_and_gives_mandates(
    authority: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert party(*KEEPER) == 0
    path = re.search(r"https?://[^/]+(/\S+)", capsys.readouterr().out)
    assert path
    browser = Client()
    form = browser.get(path[1])["Location"]
    browser.post(form, {"new_password1": "steppe wind and rain", "new_password2": "steppe wind and rain"})
    signed_in = {"email": "keeper@example.kz", "password": "steppe wind and rain"}
    assert browser.post("/en/sign-in/", signed_in)["Location"] == "/en/start/"
    assert f"/en/desk/people/{BIN}/give/" in browser.get("/en/desk/people/").content.decode()


def test_a_person_new_here_needs_a_name(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    assert "name" in refused(capsys, KEEPER[0], KEEPER[1], *KEEPER[3:])
    assert not User.objects.exists()


def test_a_mandate_is_given_once(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    party(*KEEPER)
    assert "already has this mandate" in refused(capsys, *KEEPER)
    assert Mandate.objects.count() == 1


def test_a_forgotten_password_gets_a_new_address(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    party(*KEEPER)
    capsys.readouterr()
    assert party("address", "Keeper@example.kz") == 0
    assert "/password/" in capsys.readouterr().out
    assert "nobody is known" in refused(capsys, "address", "else@example.kz")


def test_a_measure_gets_its_account(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["programme", "industrial-grant", "--holder", BIN]
    assert party(*words) == 0
    assert Programme.objects.get().holder == authority
    assert "there already" in refused(capsys, *words)
    assert "industrial-grant" in refused(capsys, "programme", "gold", "--holder", BIN)


def test_the_priority_list_waits_for_its_first_edition(
    authority: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert party("list", "priority-goods") == 0
    assert ApprovedList.objects.get().provision == "9.28"
    assert "there already" in refused(capsys, "list", "priority-goods")


def test_a_list_needs_its_authority(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no industry authority" in refused(capsys, "list", "priority-goods")


def test_a_file_of_shareholdings_is_taken_in_and_its_bad_rows_are_named(
    authority: Organisation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "shares.csv"
    file.write_text(f"held,owner,share,valid_from\n{BIN},state,60,2024-01-01\n{BIN},other,60,2024-01-01\n")
    assert party("shares", str(file)) == 0
    said = capsys.readouterr()
    assert "1 rows are kept, 1 are not." in said.out
    assert said.err.startswith("line 3, share: ")
    assert Entry.objects.filter(act="shares.import", actor_name="ondiris party").exists()


def test_a_file_that_is_not_there_is_refused(authority: Organisation, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No such file" in refused(capsys, "shares", "nowhere.csv")
