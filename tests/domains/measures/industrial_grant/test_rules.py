"""Every condition of the industrial grant, each in a test of its own name."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.domains.measures.industrial_grant.facts import FACTS
from ondiris.domains.measures.industrial_grant.rules import BY_LAW, RULES
from ondiris.domains.measures.rules import SINCE
from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.law.rulebook import BadDay, Cases, Conclusion, Finding, Result, conclude, judge, replay
from ondiris.law.types import Choice, Count, Money, Percent, Type, YesNo

ON = date(2026, 6, 1)
SHIPPED = Parameters.load()
QUALIFIES: dict[str, Any] = {
    "case": "IG-2026-00001",
    "in_manufacturing": True,
    "is_operating": True,
    "in_agro_industry": False,
    "listed_output_share": Decimal(100),
    "project_cost": Decimal("500000000.00"),
    "own_funds": Decimal("100000000.00"),
    "requested_amount": Decimal("400000000.00"),
    "obligations_accepted": True,
    "directions_accepted": 1,
    "documents_complete": True,
    "experts_have_examined": True,
    "size": "small",
    "years_of_work": 3,
    "has_arrears": False,
    "affiliated_with_equipment_owner": False,
    "has_qualified_engineers": True,
    "goods": [{"commodity_code": "8703221010", "on_priority_list": True}],
    "obligations": [{"direction": "productivity", "every_period_has_target": True}],
}
MET, NOT_MET, OPEN = "met", "not_met", "undetermined"


def findings(on: date = ON, parameters: Parameters = SHIPPED, **changes: Any) -> dict[str, Finding]:
    case = QUALIFIES | changes
    return {f.rule: f for f in judge(RULES, Cases.of(FACTS, [case]), on, parameters).of(case["case"])}


def outcomes(rule: str, fact: str, *values: Any) -> list[str]:
    return [findings(**{fact: value})[rule].outcome.value for value in values]


def on_grounds(rule: str) -> tuple[str, str | None]:
    found = RULES.edition(rule, 1)
    return found.provision, found.ground


def test_works_outside_agro_industry() -> None:
    assert outcomes("works_outside_agro_industry", "in_agro_industry", False, True, None) == [MET, NOT_MET, OPEN]
    found = findings(in_agro_industry=True)["works_outside_agro_industry"]
    assert found.leads_elsewhere
    assert not found.refuses
    assert "Agro-Industrial Complex" in found.routes_to


def test_works_in_manufacturing() -> None:
    assert outcomes("works_in_manufacturing", "in_manufacturing", True, False, None) == [MET, NOT_MET, OPEN]
    assert on_grounds("works_in_manufacturing") == ("42.2", "25.5:3")


def test_is_operating() -> None:
    assert outcomes("is_operating", "is_operating", True, False, None) == [MET, NOT_MET, OPEN]
    assert on_grounds("is_operating") == ("42.2", "25.5:3")


def test_is_oriented_to_the_list() -> None:
    shares = (Decimal(100), Decimal("99.999999"), None)
    assert outcomes("is_oriented_to_the_list", "listed_output_share", *shares) == [MET, NOT_MET, OPEN]
    assert on_grounds("is_oriented_to_the_list") == ("26.3", "25.5:1")


def test_the_share_asked_for_is_the_setting_of_the_day() -> None:
    setting = Value("priority_goods.required_share", Decimal(80), date(2026, 1, 1), "order", Certainty.ACT)
    changed = SHIPPED.with_values([setting])
    share = {"listed_output_share": Decimal(80)}
    assert findings(parameters=changed, **share)["is_oriented_to_the_list"].outcome == MET
    assert findings(date(2025, 12, 31), changed, **share)["is_oriented_to_the_list"].outcome == NOT_MET


def goods(*listed: bool | None) -> list[dict[str, Any]]:
    return [{"commodity_code": f"870{n}", "on_priority_list": one} for n, one in enumerate(listed)]


def test_makes_goods_on_the_list() -> None:
    lists = [goods(True, True), goods(True, False), goods(None, False), goods(True, None), goods()]
    assert outcomes("makes_goods_on_the_list", "goods", *lists) == [MET, NOT_MET, NOT_MET, OPEN, OPEN]
    assert on_grounds("makes_goods_on_the_list") == ("42.2", "25.5:3")
    evidence = findings(goods=goods(True, False))["makes_goods_on_the_list"].evidence
    assert [(one.facts[0].value, one.outcome) for one in evidence] == [("8700", MET), ("8701", NOT_MET)]


def test_puts_in_own_money() -> None:
    amounts = (Decimal("0.01"), Decimal(0), None)
    assert outcomes("puts_in_own_money", "own_funds", *amounts) == [MET, NOT_MET, OPEN]
    assert on_grounds("puts_in_own_money") == ("42.2", "25.5:3")


def test_accepts_counter_obligations() -> None:
    assert outcomes("accepts_counter_obligations", "obligations_accepted", True, False, None) == [MET, NOT_MET, OPEN]
    assert on_grounds("accepts_counter_obligations") == ("27.1", "25.5:2")


def test_takes_a_direction() -> None:
    assert outcomes("takes_a_direction", "directions_accepted", 1, 3, 0, None) == [MET, MET, NOT_MET, OPEN]
    assert on_grounds("takes_a_direction") == ("27.3", "25.5:2")


def obligation(direction: str | None, target: bool | None) -> list[dict[str, Any]]:
    return [{"direction": direction, "every_period_has_target": target}]


def test_sets_a_target_for_each_period() -> None:
    lists = [
        obligation("export", True),
        obligation("export", False),
        obligation(None, False),
        obligation(None, True),
        obligation("home_market", None),
        [],
    ]
    expected = [MET, NOT_MET, NOT_MET, OPEN, OPEN, OPEN]
    assert outcomes("sets_a_target_for_each_period", "obligations", *lists) == expected
    assert on_grounds("sets_a_target_for_each_period") == ("27.3", "25.5:2")


def test_brings_complete_documents() -> None:
    assert outcomes("brings_complete_documents", "documents_complete", True, False, None) == [MET, NOT_MET, OPEN]
    assert on_grounds("brings_complete_documents") == ("25.5:3", "25.5:3")


def test_has_been_examined_by_experts() -> None:
    assert outcomes("has_been_examined_by_experts", "experts_have_examined", True, False, None) == [MET, NOT_MET, OPEN]
    assert not findings(experts_have_examined=False)["has_been_examined_by_experts"].refuses


def test_is_small_or_medium() -> None:
    sizes = ("micro", "small", "medium", "large", None)
    assert outcomes("is_small_or_medium", "size", *sizes) == [MET, MET, MET, NOT_MET, OPEN]


def test_has_worked_long_enough() -> None:
    assert outcomes("has_worked_long_enough", "years_of_work", 3, 2, None) == [MET, NOT_MET, OPEN]


def test_puts_in_the_least_share() -> None:
    amounts = (Decimal("100000000.00"), Decimal("99999999.99"), None)
    assert outcomes("puts_in_the_least_share", "own_funds", *amounts) == [MET, NOT_MET, OPEN]
    assert outcomes("puts_in_the_least_share", "project_cost", None) == [OPEN]


def test_has_no_arrears() -> None:
    assert outcomes("has_no_arrears", "has_arrears", False, True, None) == [MET, NOT_MET, OPEN]


def test_is_independent_of_the_equipment_owner() -> None:
    rule, fact = "is_independent_of_the_equipment_owner", "affiliated_with_equipment_owner"
    assert outcomes(rule, fact, False, True, None) == [MET, NOT_MET, OPEN]


def test_employs_qualified_engineers() -> None:
    rule, fact = "employs_qualified_engineers", "has_qualified_engineers"
    assert outcomes(rule, fact, True, False, None) == [MET, NOT_MET, OPEN]


def test_the_conditions_of_the_by_law_are_examples_that_one_setting_switches_off() -> None:
    by_law = [rule for rule in RULES.rules if rule.set == BY_LAW]
    assert {(rule.ground, rule.example) for rule in by_law} == {("25.5:3", True)}
    off = Value(BY_LAW.switch, False, date(2026, 1, 1), "order", Certainty.ACT)
    judged = findings(parameters=SHIPPED.with_values([off]), has_arrears=True)
    assert judged.keys() == {rule.name for rule in RULES.rules} - {rule.name for rule in by_law}


def test_refusal_rests_on_the_three_conditions_alone() -> None:
    assert {rule.ground for rule in RULES.rules} == {"25.5:1", "25.5:2", "25.5:3", None}
    without = {rule.name for rule in RULES.rules if rule.ground is None}
    assert without == {"works_outside_agro_industry", "has_been_examined_by_experts"}


@pytest.mark.parametrize(
    ("changes", "conclusion"),
    [
        ({}, Conclusion.QUALIFIES),
        ({"experts_have_examined": False}, Conclusion.NOT_YET),
        ({"documents_complete": None}, Conclusion.UNDETERMINED),
        ({"is_operating": False, "documents_complete": None}, Conclusion.REFUSABLE),
        ({"is_operating": False, "in_agro_industry": None}, Conclusion.UNDETERMINED),
        ({"is_operating": False, "in_agro_industry": True}, Conclusion.ELSEWHERE),
    ],
)
def test_conclusion(changes: dict[str, Any], conclusion: Conclusion) -> None:
    assert conclude(findings(**changes).values()) is conclusion


def test_nothing_is_concluded_of_no_findings() -> None:
    assert conclude([]) is Conclusion.UNDETERMINED


@pytest.mark.parametrize("on", [date(2022, 1, 7), date(2023, 1, 9)])
def test_no_rules_are_held_before_the_wording_that_is_held(on: date) -> None:
    with pytest.raises(BadDay):
        findings(on)
    assert findings(SINCE)["is_operating"].outcome == MET


def values(type: Type) -> st.SearchStrategy[Any]:
    match type:
        case YesNo():
            return st.booleans()
        case Money():
            return st.decimals(0, 10**9, places=2)
        case Percent():
            return st.decimals(0, 100, places=6)
        case Count():
            return st.integers(0, 5)
        case Choice():
            return st.sampled_from(type.values)
        case _:
            return st.sampled_from(["8703", "0101"])


def rows(name: str | None) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({fact.name: values(fact.type) for fact in FACTS.of(name).values()})


whole = st.builds(
    lambda case, goods, obligations: case | {"goods": goods, "obligations": obligations},
    rows(None),
    st.lists(rows("goods"), min_size=1, max_size=3),
    st.lists(rows("obligations"), min_size=1, max_size=3),
)


def erased(record: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """The record with some of its values taken away, in its lists too."""
    gone = data.draw(st.sets(st.sampled_from(sorted(name for name in record if name not in FACTS.lists))))
    kept = {name: None if name in gone else value for name, value in record.items()}
    for name in FACTS.lists:
        kept[name] = [row if data.draw(st.booleans()) else dict.fromkeys(row) for row in record[name]]
    return kept


@given(record=whole, data=st.data())
def test_what_is_not_known_never_turns_an_answer_round(record: dict[str, Any], data: st.DataObject) -> None:
    full, less = findings(**record), findings(**erased(record, data))
    assert all(less[rule].outcome in (full[rule].outcome, OPEN) for rule in full)


@given(record=whole)
def test_with_all_facts_nothing_is_undetermined(record: dict[str, Any]) -> None:
    assert OPEN not in {finding.outcome for finding in findings(**record).values()}


BETTER = {
    "own_funds": st.decimals(0, 10**9, places=2),
    "listed_output_share": st.decimals(0, 100, places=6),
    "years_of_work": st.integers(0, 50),
    "directions_accepted": st.integers(0, 3),
}


@pytest.mark.parametrize("fact", BETTER)
@given(data=st.data())
def test_more_of_what_is_asked_for_never_harms(fact: str, data: st.DataObject) -> None:
    less, more = sorted((data.draw(BETTER[fact]), data.draw(BETTER[fact])))
    before, after = findings(**{fact: less}), findings(**{fact: more})
    assert all(after[rule].outcome == MET for rule in before if before[rule].outcome == MET)


@given(record=whole, data=st.data())
def test_a_decision_is_replayed_to_the_same_answers(record: dict[str, Any], data: st.DataObject) -> None:
    stored = [Finding.from_json(one.to_json()) for one in findings(**erased(record, data)).values()]
    assert {one.result for one in replay(RULES, stored)} == {Result.SAME}


def test_every_rule_has_a_test_of_its_name() -> None:
    assert [rule.name for rule in RULES.rules if f"test_{rule.name}" not in globals()] == []
