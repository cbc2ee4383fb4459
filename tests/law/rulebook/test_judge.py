"""One evaluator for one case and for many, and what it leaves undetermined."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.law.rulebook import BadDay, Cases, Outcome, UnknownFact, WrongFrame, judge, judge_one
from ondiris.law.rulebook.tables import findings_table
from tests.law.rulebook.books import FACTS, ON, PARAMETERS, REPORTED, a_book, enrolled


def reaches_the_capacity(f, law):
    """The plant can build the least number of vehicles a year."""
    return f.capacity >= law["least_capacity", f.kind]


def is_solvent(f, law):
    return f.solvent


def lines_are_ready(f, law):
    return f.ready


BOOK = a_book()
enrolled(reaches_the_capacity, BOOK)
enrolled(is_solvent, BOOK, set=REPORTED, example=True)
LINES = enrolled(lines_are_ready, BOOK, each="lines", ground="25.5:3")

CASE = {"case": "A-1", "capacity": 1_300, "kind": "bus", "solvent": True, "lines": [{"ready": True}]}


def outcomes(case: dict[str, object], on: date = ON, parameters: Parameters = PARAMETERS) -> dict[str, str]:
    found = judge(BOOK, Cases.of(FACTS, [case]), on, parameters).of(case["case"])
    return {finding.rule: finding.outcome.value for finding in found}


@pytest.mark.parametrize(
    ("ready", "outcome"),
    [
        ([True, True], "met"),
        ([True, False], "not_met"),
        ([None, False], "not_met"),
        ([True, None], "undetermined"),
        ([], "undetermined"),
    ],
)
def test_one_no_is_no_and_an_empty_list_is_undetermined(ready: list[bool | None], outcome: str) -> None:
    assert outcomes(CASE | {"lines": [{"ready": one} for one in ready]})["lines_are_ready"] == outcome


def test_what_is_remembered_of_a_case_changes_with_whatever_it_rests_on() -> None:
    def found(case: dict[str, object], parameters: Parameters = PARAMETERS) -> str:
        by_rule = {finding.rule: finding.outcome.value for finding in judge_one(BOOK, case, ON, parameters)}
        return by_rule["reaches_the_capacity"]

    stricter = PARAMETERS.with_values(
        Value("least_capacity", 2_000, ON, "example", Certainty.EXAMPLE, category=kind) for kind in ["bus"]
    )
    assert [found(CASE), found(CASE), found(CASE | {"capacity": 1}), found(CASE, stricter)] == [
        "met",
        "met",
        "not_met",
        "not_met",
    ]


def test_one_case_alone_is_judged_as_among_others() -> None:
    assert judge_one(BOOK, CASE, ON, PARAMETERS) == judge(BOOK, Cases.of(FACTS, [CASE]), ON, PARAMETERS).of("A-1")


def test_a_list_that_is_left_out_is_undetermined() -> None:
    case = {"case": "A-1"}
    assert outcomes(case)["lines_are_ready"] == "undetermined"


def test_a_set_that_is_switched_off_is_not_judged() -> None:
    assert "is_solvent" not in outcomes(CASE, on=date(2023, 12, 31))
    assert outcomes(CASE, on=date(2024, 1, 1))["is_solvent"] == "met"


def test_a_set_whose_switch_is_not_established_is_undetermined() -> None:
    assert outcomes(CASE, on=date(2025, 1, 1))["is_solvent"] == "undetermined"


@pytest.mark.parametrize(("on", "said"), [(date(2022, 1, 7), "before the law"), (date(2022, 1, 8), "are held for")])
def test_a_day_without_rules_is_refused(on: date, said: str) -> None:
    with pytest.raises(BadDay, match=said):
        outcomes(CASE, on=on)


records = st.fixed_dictionaries(
    {
        "capacity": st.none() | st.integers(0, 30_000),
        "kind": st.none() | st.sampled_from(["car", "bus", "tractor"]),
        "solvent": st.none() | st.booleans(),
        "lines": st.lists(st.fixed_dictionaries({"ready": st.none() | st.booleans()}), max_size=3),
    }
)


@given(st.lists(records, max_size=6))
def test_many_cases_are_judged_as_each_alone(drawn: list[dict[str, object]]) -> None:
    cases = [record | {"case": f"A-{n}"} for n, record in enumerate(drawn)]
    together = judge(BOOK, Cases.of(FACTS, cases), ON, PARAMETERS)
    assert together.outcomes["case"].to_list() == [case["case"] for case in cases]
    alone = [judge(BOOK, Cases.of(FACTS, [case]), ON, PARAMETERS).of(case["case"]) for case in cases]
    assert [together.of(case["case"]) for case in cases] == alone


def test_the_evidence_holds_facts_and_the_number_that_applied_to_the_row() -> None:
    finding = judge(BOOK, Cases.of(FACTS, [CASE]), ON, PARAMETERS).of("A-1")[0]
    (evidence,) = finding.evidence
    assert {read.name: (read.value, read.stated_by) for read in evidence.facts} == {
        "capacity": (1_300, "applicant"),
        "kind": ("bus", "applicant"),
    }
    (parameter,) = evidence.parameters
    assert (parameter.value, parameter.category, parameter.certainty) == (1_200, "bus", "act")


def test_the_evidence_of_a_list_stands_by_row_with_what_tells_the_rows_apart() -> None:
    lines = [{"vehicle": "car", "ready": True}, {"vehicle": "bus", "ready": False}]
    finding = judge(BOOK, Cases.of(FACTS, [CASE | {"lines": lines}]), ON, PARAMETERS).of("A-1")[2]
    assert [(evidence.row, evidence.outcome) for evidence in finding.evidence] == [(0, "met"), (1, "not_met")]
    assert [evidence.facts[0].value for evidence in finding.evidence] == ["car", "bus"]
    assert finding.refuses


def test_the_evidence_names_the_gap() -> None:
    finding = judge(BOOK, Cases.of(FACTS, [CASE]), date(2025, 1, 1), PARAMETERS).of("A-1")[1]
    (switch,) = finding.evidence[0].parameters
    assert (switch.value, switch.known_until) == (None, date(2025, 1, 1))
    assert "later not established" in switch.gap


def test_values_laid_over_the_shipped_ones_are_judged_by() -> None:
    stricter = Value("least_capacity", 2_000, date(2024, 5, 1), "an act", Certainty.ACT, category="bus")
    assert outcomes(CASE, parameters=PARAMETERS.with_values([stricter]))["reaches_the_capacity"] == "not_met"


def test_counts_by_rule() -> None:
    cases = [CASE, CASE | {"case": "A-2", "capacity": 1}, {"case": "A-3"}]
    counts = judge(BOOK, Cases.of(FACTS, cases), ON, PARAMETERS).counts()
    assert counts.row(0) == ("reaches_the_capacity", 1, 1, 1)


def test_there_are_no_findings_of_a_case_that_was_not_judged() -> None:
    with pytest.raises(KeyError):
        judge(BOOK, Cases.of(FACTS, [CASE]), ON, PARAMETERS).of("A-2")


def test_the_table_has_a_row_a_finding_case_by_case() -> None:
    findings = judge(BOOK, Cases.of(FACTS, [CASE, CASE | {"case": "A-2", "capacity": 1}]), ON, PARAMETERS)
    table = findings_table(findings, evidence=True)
    assert table.select("case", "rule", "outcome").rows()[3:5] == [
        ("A-2", "reaches_the_capacity", "not_met"),
        ("A-2", "is_solvent", "met"),
    ]
    reads = {read["name"]: read["value"] for read in table["evidence"][3]}
    assert reads == {"capacity": "1", "kind": "bus", "least_capacity, kind": "1200"}


def test_the_table_keeps_the_rows_of_lists_apart() -> None:
    case = CASE | {"lines": [{"ready": True}, {"ready": False}]}
    table = findings_table(judge(BOOK, Cases.of(FACTS, [case, {"case": "A-2"}]), ON, PARAMETERS), evidence=True)
    evidence = table.filter(pl.col("rule") == LINES.name)["evidence"].to_list()
    assert [(read["row"], read["value"]) for read in evidence[0] if read["name"] == "ready"] == [
        (0, "true"),
        (1, "false"),
    ]
    assert not evidence[1]


@pytest.mark.parametrize("column", [pl.Series("cost", [1.5]), pl.Series("cost", ["1.50"]), pl.Series("costs", [1])])
def test_a_frame_that_does_not_fit_the_facts_is_refused(column: pl.Series) -> None:
    with pytest.raises(WrongFrame, match="column cost"):
        judge(BOOK, Cases(pl.DataFrame([pl.Series("case", ["A-1"]), column])), ON, PARAMETERS)


@pytest.mark.parametrize("value", [1.5, "1.50", 1, Decimal("1.005"), Decimal(-1), Decimal("NaN"), True])
def test_a_value_that_is_not_of_its_fact_is_refused(value: object) -> None:
    with pytest.raises(WrongFrame, match="not a value of money"):
        Cases.of(FACTS, [{"case": "A-1", "cost": value}])


def test_a_fact_that_is_not_asked_for_is_refused() -> None:
    with pytest.raises(UnknownFact, match="costs"):
        Cases.of(FACTS, [{"case": "A-1", "costs": Decimal(1)}])


def test_no_cases_have_no_findings() -> None:
    findings = judge(BOOK, Cases.of(FACTS, []), ON, PARAMETERS)
    assert findings.outcomes.height == 0
    assert findings_table(findings).height == 0


def test_the_outcome_of_no_answer_is_undetermined() -> None:
    assert [Outcome.of(one) for one in (True, False, None)] == ["met", "not_met", "undetermined"]
