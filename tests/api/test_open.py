"""What anybody may read: measures, the law, lists; and judging."""

from datetime import date

from ondiris.domains.legislation.actions.amendment import begin_act, confirm_act, hand_over, put
from ondiris.domains.legislation.models import OfficialText
from tests.api.conftest import Program
from tests.factories import actor

FACTS = {
    "case": "A-1",
    "in_manufacturing": True,
    "own_funds": "0.00",
    "project_cost": "200000000.00",
    "goods": [{"commodity_code": "843210", "on_priority_list": False}],
}


def test_a_measure_shows_its_facts_and_the_conditions_of_the_day(made):
    shown = Program().get("/measures/industrial-grant", on="2024-03-01").json()
    assert {"name": "own_funds", "type": "money", "stated_by": "applicant"}.items() <= next(
        fact for fact in shown["facts"] if fact["name"] == "own_funds"
    ).items()
    rule = next(rule for rule in shown["rules"] if rule["name"] == "puts_in_own_money")
    assert (rule["provision"], rule["ground"]) == ("42.2", "25.5:3")


def test_a_day_before_the_conditions_is_named_beside_its_parameter(made):
    answer = Program().get("/measures/industrial-grant", on="2021-05-01")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "on"


def test_judging_cites_and_shows_what_it_rests_on(made):
    judged = Program().post("/measures/industrial-grant/judge?on=2024-03-01", FACTS, key="").json()
    case = judged["cases"][0]
    assert case["case"] == "A-1"
    finding = next(one for one in case["findings"] if one["rule"] == "makes_goods_on_the_list")
    assert (finding["outcome"], finding["provision"], finding["refuses"]) == ("not_met", "42.2", True)
    read = {fact["name"]: fact["value"] for fact in finding["evidence"][0]["facts"]}
    assert read == {"commodity_code": "843210", "on_priority_list": False}
    unknown = next(one for one in case["findings"] if one["rule"] == "is_operating")
    assert unknown["outcome"] == "undetermined"


def test_judging_names_every_field_at_fault(made):
    wrong = {**FACTS, "own_funds": "a lot", "colour": "red", "goods": [{"on_priority_list": "yes"}]}
    answer = Program().post("/measures/industrial-grant/judge", wrong, key="")
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    found = {error["field"]: error["message"] for error in answer.json()["errors"]}
    assert set(found) == {"own_funds", "colour", "goods[0].on_priority_list"}
    assert found["colour"] == "is not a fact that is asked for"


def test_one_call_judges_a_hundred_cases_at_most(made):
    many = [{"case": str(n)} for n in range(101)]
    assert Program().post("/measures/industrial-grant/judge", many, key="").status_code == 422


def test_an_unknown_parameter_is_refused_and_not_passed_over(made):
    answer = Program().get("/measures/industrial-grant", day="2024-03-01")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "day"


def test_a_provision_on_two_days_differs_and_says_how_sure_it_is(made):
    before = Program().get("/law/provisions/36", on="2022-12-01").json()["provision"]
    after = Program().get("/law/provisions/36", on="2023-07-01").json()["provision"]
    assert before["version"] != after["version"]
    assert before["state"] != after["state"] or before["summary"] != after["summary"]
    assert after["state"] == "in_force"
    assert after["version"]["certainty"] in {"established", "inferred", "earliest"}
    assert set(after["summary"]) == {"kk", "ru", "en"}


def test_words_of_today_never_stand_for_a_wording_that_is_not_held(made):
    OfficialText.objects.create(
        unit="25.6", level="paragraph", language="ru", text="Основанием", loaded_on="2024-01-01"
    )
    then = Program().get("/law/provisions/25.6", on="2022-06-01").json()["provision"]
    assert (then["state"], then["summary"], then["official"]) == ("not_held", None, None)
    now = Program().get("/law/provisions/25.6", on="2024-06-01").json()["provision"]
    assert now["official"] == {"ru": "Основанием"}


def test_an_article_has_its_provisions(made):
    article = Program().get("/law/articles/25").json()
    assert article["provisions"] == len(article["rows"])
    assert article["rows"][0]["id"] == "25"


def confirmed(made, **change):
    """An act that changes one provision from 1 February 2024, entered and confirmed."""
    keeper, day = actor(made, "keeper", date(2024, 3, 1)), date(2024, 2, 1)
    number = begin_act(
        keeper, act_number="300-VIII", signed_on=date(2024, 1, 12), title="On changes", source="Gazette, No. 7"
    ).number
    put(keeper, number, valid_from=day, certainty="established", **change)
    hand_over(keeper, number)
    confirm_act(actor(made, "second_keeper", date(2024, 3, 1)), number)


def test_a_change_that_officials_confirmed_is_there_from_its_day(made):
    texts = {"summary_kk": "Жаңа.", "summary_ru": "Новое.", "summary_en": "New.", "official_ru": "Новый текст."}
    confirmed(made, provision="25.6", effect="changed", texts=texts)
    before = Program().get("/law/provisions/25.6", on="2024-01-31").json()["provision"]
    after = Program().get("/law/provisions/25.6", on="2024-02-01").json()["provision"]
    assert (before["state"], before["version"]["valid_to"]) == ("in_force", "2024-02-01")
    assert (after["version"]["act"], after["summary"]["en"]) == ("300-VIII", "New.")
    assert after["official"] == {"ru": "Новый текст."}


def test_a_provision_known_to_exist_has_no_words(made):
    new = {"level": "subparagraph", "kind": "competence", "bearers": ["government"], "systems": ["A2"]}
    confirmed(made, provision="8.3-1", effect="added", held=False, **new)
    shown = Program().get("/law/provisions/8.3-1", on="2024-02-01").json()["provision"]
    assert (shown["state"], shown["summary"], shown["official"]) == ("not_held", None, None)
    assert "8.3-1" in [row["id"] for row in Program().get("/law/articles/8", on="2024-02-01").json()["rows"]]


def test_the_acts_that_changed_the_law_shipped_and_entered(made):
    confirmed(made, provision="25.6", effect="excluded")
    acts = {act["number"]: act for act in Program().get("/law/acts").json()["acts"]}
    assert acts["300-VIII"]["entered"]["title"] == "On changes"
    (change,) = acts["300-VIII"]["changes"]
    assert (change["provision"], change["effect"], change["valid_from"]) == ("25.6", "excluded", "2024-02-01")
    assert acts["107-VIII"]["entered"] is None
    assert {change["provision"] for change in acts["107-VIII"]["changes"]} == {"1.8-1", "48.6"}
    assert {change["effect"] for change in acts["141-VII"]["changes"]} == {None}
    assert "86-VII" not in acts


def test_an_edition_in_force_on_a_day_and_none_before_it(made):
    edition = Program().get("/lists/priority-goods", on="2024-03-01").json()
    assert [good["prefix"] for good in edition["goods"]] == ["8432", "8537"]
    none = Program().get("/lists/priority-goods", on="2022-03-01")
    assert none.status_code == 404
    assert none.json()["detail"] == "No edition of such a list is in force on this day."


def test_an_address_that_leads_nowhere_is_a_problem_too(made):
    answer = Program().get("/nothing/here")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_wrong_method_is_a_problem_that_names_the_right_ones(made):
    answer = Program().post("/measures", {})
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer.json()["type"] == "/api/v1/problems/method"


def test_every_kind_of_problem_is_explained(made):
    kinds = Program().get("/problems").json()["problems"]
    assert {kind["code"] for kind in kinds} >= {"stale", "bad-input", "no-valid-key", "idempotency-key-reused"}
    assert Program().get("/problems/stale").json()["status"] == 409
