"""Is no act that the law calls for left out, and does the check find one that is?"""

import argparse
from pathlib import Path

import pytest

from ondiris.law.instruments.check import check
from ondiris.law.instruments.load import Exemption, Instruments, instruments, load, read
from ondiris.law.parameters import Certainty, Parameters
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import OfficialText, parse
from ondiris.project.cli import law

OFFICIAL_TEXT = Path(__file__).parents[4] / "shared" / "law" / "ru.txt"
# Examples for which the law names no act that is to set them; see decision 20.
SET_BY_NO_ACT = {
    "contract_register.is_public",
    "contracts.days_to_answer",
    "contracts.first_year_is_of_first_volume",
    "contracts.long_term_months",
    "contracts.warning_margin",
    "customers.chain_is_public",
    "customers.counts_in_full_from",
    "customers.statuses_are_complete",
    "deadlines.days_after_a_quarter",
    "deadlines.last_day_in_a_year",
    "deadlines.moves_to_a_working_day",
    "priority_goods.required_share",
    "programme_accounts.silent_clause",
    "questions.days_to_answer",
}
ROW = """
[[instrument]]
id = "rules"
sort = "rules"
en = "Rules"
ru = "Правила"
kk = "Қағидалар"
called_for_by = ["9.25"]
[[exception]]
why = "a heading"
provisions = ["9"]
"""


@pytest.fixture(scope="module")
def text() -> OfficialText:
    if not OFFICIAL_TEXT.exists():
        pytest.skip("the official text of the law does not lie beside the repository")
    return parse(OFFICIAL_TEXT.read_text(encoding="utf-8"))


def without(*left_out: str) -> Instruments:
    known = load()
    return Instruments(tuple(one for one in known.instruments if one.id not in left_out), known.exemptions)


def found(known: Instruments, text: OfficialText | None = None) -> list[str]:
    return list(dict.fromkeys(str(one.provision) for one in check(known, register(), text)))


def test_every_provision_that_calls_for_an_act_is_accounted_for():
    assert check(load(), register()) == []


def test_so_is_every_one_of_the_official_text(text):
    assert check(load(), register(), text) == []


@pytest.mark.parametrize(
    ("left_out", "provisions"),
    [
        ("industrial-grant-rules", ["9.25", "42.3", "42.3p2"]),
        ("commission-statute", ["9.9"]),
        ("processing-level-methodology", ["26.2"]),  # though the priority goods list cites it too
        ("vehicle-assembly-agreement", ["9.23"]),  # though the rules of the same provision cite it
        ("business-incubation-rules", ["18.2"]),
        ("commission-work-plans", ["14.2.4"]),
    ],
)
def test_an_act_left_out_is_found(left_out, provisions):
    assert found(without(left_out)) == provisions


def test_an_act_that_only_the_official_text_names_is_found(text):
    assert found(without("fund-internal-documents")) == []
    assert found(without("fund-internal-documents"), text) == ["15.7.1"]


def test_a_provision_that_is_not_there_and_one_that_is_cited_and_exempt_are_found():
    known = load()
    wrong = Exemption("planted", (ProvisionId.parse("9.25"), ProvisionId.parse("99.1")))
    assert found(Instruments(known.instruments, (*known.exemptions, wrong))) == ["99.1", "9.25"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"9.25"', '"nine"'),
        ('sort = "rules"', 'sort = "poem"'),
        ('kk = "Қағидалар"', ""),
        ('id = "rules"', 'id = "The Rules"'),
        ('called_for_by = ["9.25"]', 'called_for_by = ["9.25"]\napproved_by = ["nobody"]'),
        ("[[exception]]", ROW.strip().partition("[[exception]]")[0] + "[[exception]]"),  # the same act twice
        ('["9"]', '["9", "9"]'),
    ],
)
def test_a_row_that_is_wrong_is_refused(old, new):
    assert read(ROW).instruments[0].id == "rules"
    with pytest.raises(ValueError):
        read(ROW.replace(old, new, 1))


@pytest.mark.parametrize("provision", ["9.9", "9.11", "9.30", "9.31"])
def test_an_approver_that_the_law_does_not_name_is_nobody(provision):
    wanted = ProvisionId.parse(provision)
    calling = [one for one in instruments().values() if wanted in one.called_for_by]
    assert [(len(one.drafted_by), one.approved_by) for one in calling] == [(1, ())]


def test_each_act_is_called_for_by_a_provision_and_goes_by_none_twice():
    for one in instruments().values():
        assert one.called_for_by
        assert len(set(one.provisions)) == len(one.provisions), one.id


def test_a_setting_rests_on_an_act_that_there_is():
    declared = Parameters.load().declared.values()
    assert {p.instrument for p in declared if p.instrument} <= set(instruments())


def test_every_example_names_the_act_that_is_to_set_it():
    shipped = Parameters.load()
    examples = {value.name for value in shipped.values if value.certainty is Certainty.EXAMPLE}
    assert {name for name in examples if not shipped.declared[name].instrument} == SET_BY_NO_ACT


def test_the_command_names_what_an_amended_text_names_unnoticed(text, tmp_path, capsys):
    amended = OFFICIAL_TEXT.read_text(encoding="utf-8").replace(
        "41) содействует", "41) утверждает методику и содействует"
    )
    file = tmp_path / "law.txt"
    file.write_text(amended, encoding="utf-8")
    parser = argparse.ArgumentParser()
    law.add_arguments(parser)
    assert law.run(parser.parse_args(["named", str(OFFICIAL_TEXT)])) == 0
    assert law.run(parser.parse_args(["named", str(file)])) == 1
    assert "9.41: calls for an act (утвержда) that is not there" in capsys.readouterr().out
