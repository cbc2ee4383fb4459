"""Is every body that the law names there, and is what the law says to it on a day all shown, demands first?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ondiris.domains.parties.terms import BEARERS, Role
from ondiris.law.bodies.load import bodies
from ondiris.law.bodies.said import ALLOWS, DEMANDS, ORDER, bound_by, said_to, unmentioned
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import OfficialText, parse
from ondiris.law.provisions.terms import Bearer, Kind, State

TODAY = date(2026, 1, 1)
OFFICIAL_TEXT = Path(__file__).parents[4] / "shared" / "law" / "ru.txt"


@pytest.fixture(scope="module")
def text() -> OfficialText:
    if not OFFICIAL_TEXT.exists():
        pytest.skip("the official text of the law does not lie beside the repository")
    return parse(OFFICIAL_TEXT.read_text(encoding="utf-8"))


def ids(standings) -> list[str]:
    return [str(at.provision.id) for at in standings]


def test_every_bearer_is_a_body_and_is_bound_or_named_somewhere():
    assert {body.bearer for body in bodies().values()} == set(Bearer)
    nowhere = [
        body.slug for body in bodies().values() if not list(bound_by(register(), body.bearer)) and not body.named
    ]
    assert nowhere == []


def test_what_names_a_body_is_in_the_register_and_does_not_bind_it():
    for body in bodies().values():
        assert [one for one in body.named if one not in register()] == []
        assert [one for one in body.named if body.bearer in register()[one].bearers] == []


def test_no_provision_of_the_official_text_names_a_body_unnoticed(text):
    assert unmentioned(bodies().values(), register(), text) == []


def test_a_body_left_out_of_a_provision_is_found(text):
    bank = bodies()["national-bank"]
    found = unmentioned([replace(bank, named=())], register(), text)
    assert [(str(provision.id), body.slug) for provision, body in found] == [("27.4", "national-bank")]


def test_what_the_law_demands_comes_before_what_it_allows():
    said = said_to(bodies()["industry-authority"], register(), TODAY)
    kinds = list(said.by_kind)
    assert kinds[0] is Kind.DUTY
    assert kinds == [kind for kind in ORDER if kind in said.by_kind]
    assert set(DEMANDS).isdisjoint(ALLOWS)
    assert set(ORDER) == set(Kind)


def test_the_competences_stand_in_the_law_s_order():
    said = said_to(bodies()["trade-authority"], register(), TODAY)
    competences = ids(said.by_kind[Kind.COMPETENCE])
    assert competences[:9] == [f"10.{n}" for n in range(1, 10)]


def test_a_head_of_an_article_is_left_out_and_a_first_part_is_not():
    assert "9" not in ids(said_to(bodies()["industry-authority"], register(), TODAY).by_kind[Kind.COMPETENCE])
    assert "53" in {str(p.id) for p in bound_by(register(), Bearer.LOCAL_EXECUTIVE_BODY)}


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2022, 2, 1), date(2023, 6, 28), date(2023, 6, 29), TODAY])
def test_each_provision_of_a_body_is_shown_once_on_any_day(day: date):
    for body in bodies().values():
        said = said_to(body, register(), day)
        shown = [*(one for kind in said.by_kind.values() for one in ids(kind)), *ids(said.otherwise)]
        assert sorted(shown) == sorted(str(p.id) for p in bound_by(register(), body.bearer))


def test_nothing_binds_before_the_law():
    assert said_to(bodies()["government"], register(), date(2021, 1, 1)).count == 0


def test_an_earlier_wording_that_is_not_held_is_among_what_is_in_force_and_has_no_words():
    said = said_to(bodies()["industry-authority"], register(), date(2022, 6, 1))
    at = next(one for one in said.by_kind[Kind.COMPETENCE] if one.provision.id == ProvisionId.parse("9.25"))
    assert at.state is State.NOT_HELD
    assert at.words is None


def test_wider_roles_are_bodies_and_never_the_body_itself():
    for body in bodies().values():
        assert body.bearer not in body.also


def test_every_role_of_the_register_of_parties_is_one_of_the_law():
    assert set(BEARERS) == set(Role)
    assert len(set(BEARERS.values())) == len(Role)
