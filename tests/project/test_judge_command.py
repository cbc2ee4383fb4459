"""`ondiris judge` and `ondiris facts`, from the shell."""

import json
from pathlib import Path

import polars as pl
import pytest

from ondiris.project.cli.main import main

CASE = {"case": "IG-1", "in_manufacturing": True, "listed_output_share": "99.5", "goods": [{"commodity_code": "8703"}]}


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps([CASE, {"case": "IG-2"}]))
    return file


def judge(facts: Path, *more: str, on: str = "2026-06-01") -> int:
    return main(["judge", "industrial-grant", "--facts", str(facts), "--on", on, *more])


def test_findings_are_printed_with_their_provisions(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judge(facts, "--evidence") == 0
    printed = capsys.readouterr().out
    assert "not met      26.3" in printed
    assert "[ground 25.5:1]" in printed
    assert "listed_output_share = 99.5 (applicant), priority_goods.required_share = 100 (example)" in printed
    assert "goods 1: undetermined: commodity_code = 8703 (applicant), on_priority_list = missing (register)" in printed


def test_of_many_cases_there_are_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "facts.csv").write_text("case,is_operating\n" + "".join(f"IG-{n},true\n" for n in range(1_200)))
    assert judge(tmp_path / "facts.csv") == 0
    assert "       1,200 met            0 not met            0 undetermined  is_operating" in capsys.readouterr().out


@pytest.mark.parametrize("suffix", ["json", "csv", "parquet"])
def test_findings_are_written(facts: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"findings.{suffix}"
    assert judge(facts, "--out", str(out), "--evidence") == 0
    read = {"json": pl.read_json, "csv": pl.read_csv, "parquet": pl.read_parquet}[suffix]
    row = read(out).filter(pl.col("case") == "IG-1", pl.col("rule") == "is_oriented_to_the_list").row(0, named=True)
    assert (row["provision"], str(row["ground"]), row["outcome"]) == ("26.3", "25.5:1", "not_met")
    assert "99.5" in str(row["evidence"])


@pytest.mark.parametrize(
    ("content", "on", "said"),
    [
        ('{"case": "IG-1", "own_fund": 1}', "2026-06-01", "own_fund: is not a fact"),
        ('{"case": "IG-1", "own_funds": "much"}', "2026-06-01", "own_funds: must be an amount"),
        ("", "2026-06-01", "no case in the file"),
        ('{"case": "IG-1"}', "2022-01-07", "before the law"),
        ('{"case": "IG-1"}', "2022-06-01", "the first hold from 2023-01-10"),
    ],
)
def test_bad_input_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, on: str, said: str
) -> None:
    facts, out = tmp_path / "facts.json", tmp_path / "findings.json"
    facts.write_text(content)
    assert judge(facts, "--out", str(out), on=on) == 2
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [facts]


def test_bad_input_leaves_an_earlier_file_as_it_was(tmp_path: Path) -> None:
    facts, out = tmp_path / "facts.json", tmp_path / "findings.json"
    facts.write_text("[]")
    out.write_text("earlier")
    assert judge(facts, "--out", str(out)) == 2
    assert out.read_text() == "earlier"


@pytest.mark.parametrize("more", [("--out", "findings.xlsx"), ("--rows", "goods.csv"), ("--on", "2026-02-30")])
def test_a_wrong_option_is_bad_input(facts: Path, more: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as refused:
        judge(facts, *more)
    assert refused.value.code == 2


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    assert judge(tmp_path / "nothing.json") == 2


def test_the_facts_of_a_measure_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "industrial-grant"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["own_funds", "money", "applicant"] in [line[:3] for line in lines]
    assert ["on_priority_list", "yes_no", "register"] in [line[:3] for line in lines]
