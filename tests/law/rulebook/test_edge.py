"""Facts in files: what is taken, and what is refused with its field and row."""

import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.rulebook import Cases
from ondiris.law.rulebook.edge import read_facts
from ondiris.law.rulebook.problems import BadFacts
from ondiris.law.types import BadValue, Choice, Code, Day, Money, Percent, Text, Type
from tests.law.rulebook.books import FACTS, KINDS

RECORD = {
    "case": "A-1",
    "operating": True,
    "cost": Decimal("1500.50"),
    "share": Decimal("12.5"),
    "capacity": 12,
    "kind": "bus",
    "code": "0870",
    "begun_on": date(2024, 2, 29),
    "remark": "yes, indeed",
    "lines": [{"vehicle": "car", "yearly": 5, "ready": True}, {"vehicle": "bus"}],
}
AS_JSON = RECORD | {"cost": "1500.50", "share": 12.5, "begun_on": "2024-02-29"}
AS_CSV = """case,operating,cost,share,capacity,kind,code,begun_on,remark
A-1,true,1500.50,12.5,12,bus,0870,2024-02-29,"yes, indeed"
"""
EXPECTED = Cases.of(FACTS, [RECORD])


def problems(data: bytes, format: str = "json", **options: object) -> list[tuple[str, int | None, str | None, str]]:
    with pytest.raises(BadFacts) as refused:
        read_facts(data, FACTS, format, **options)
    return [(p.field, p.row, p.case, p.message.split()[0]) for p in refused.value.problems]


def of_json(value: object) -> list[tuple[str, int | None, str | None, str]]:
    return problems(json.dumps(value).encode())


def parquet(frame: pl.DataFrame) -> bytes:
    file = BytesIO()
    frame.write_parquet(file)
    return file.getvalue()


def alike(cases: Cases) -> bool:
    return cases.complete(FACTS).select(EXPECTED.frame.columns).equals(EXPECTED.frame) and cases.complete(
        FACTS, "lines"
    ).select(EXPECTED.lists["lines"].columns).equals(EXPECTED.lists["lines"])


def test_json_of_one_case() -> None:
    assert alike(read_facts(json.dumps(AS_JSON).encode(), FACTS, "json"))


def test_json_of_many_cases() -> None:
    cases = read_facts(json.dumps([AS_JSON, {"case": 7}]).encode(), FACTS, "json")
    assert cases.frame.select("case", "cost").rows() == [("A-1", Decimal("1500.50")), ("7", None)]


def test_csv_with_its_lists_in_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(AS_CSV)
    (tmp_path / "lines.csv").write_text("case,vehicle,yearly,ready\nA-1,car,5,true\nA-1,bus,,\n")
    assert alike(read_facts(tmp_path / "cases.csv", FACTS, lists={"lines": tmp_path / "lines.csv"}))


def test_parquet_with_nested_lists() -> None:
    frame = EXPECTED.frame.with_columns(lines=pl.Series([EXPECTED.lists["lines"].drop("case").to_dicts()]))
    assert alike(read_facts(parquet(frame), FACTS, "parquet"))


def test_parquet_of_narrower_columns() -> None:
    frame = pl.DataFrame(
        {"case": [1], "cost": [1500], "share": ["12.5"], "capacity": [3]}, schema_overrides={"capacity": pl.UInt8}
    )
    frame = frame.with_columns(own_funds=pl.lit(Decimal("7.5000")).cast(pl.Decimal(20, 4)))
    cases = read_facts(parquet(frame), FACTS, "parquet").frame
    assert cases.select("case", "cost", "share", "capacity", "own_funds").row(0) == (
        "1", Decimal(1500), Decimal("12.5"), 3, Decimal("7.5"),
    )  # fmt: skip


def test_numbers_of_json_do_not_go_through_a_float() -> None:
    cases = read_facts(b'{"case": "A-1", "cost": 123456789012345.67}', FACTS, "json")
    assert cases.frame["cost"][0] == Decimal("123456789012345.67")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cost", "1500,00"),
        ("cost", "fifteen"),
        ("cost", -1),
        ("cost", 1.005),
        ("cost", float("nan")),
        ("cost", float("inf")),
        ("cost", True),
        ("cost", "1e3"),
        ("cost", 10**15),
        ("cost", " 1"),
        ("share", -0.5),
        ("share", "1.1234567"),
        ("capacity", 1.5),
        ("capacity", "12"),
        ("capacity", True),
        ("operating", "true"),
        ("operating", 1),
        ("kind", "lorry"),
        ("kind", ["bus"]),
        ("code", 870),
        ("code", "87a"),
        ("code", "٣"),
        ("begun_on", "2023-02-29"),
        ("begun_on", "29.02.2024"),
        ("begun_on", "2024-W01-1"),
        ("remark", 5),
    ],
)
def test_a_json_value_of_another_type_is_named(field: str, value: object) -> None:
    assert of_json([{"case": "A-0"}, {"case": "A-1", field: value}]) == [(field, 2, "A-1", "must")]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("cost", "-1"),
        ("cost", "1.005"),
        ("cost", "NaN"),
        ("cost", "1e3"),
        ("capacity", "1.0"),
        ("operating", "yes"),
        ("kind", "lorry"),
        ("code", "87a"),
        ("begun_on", "2023-02-29"),
    ],
)
def test_a_csv_value_of_another_type_is_named(field: str, text: str) -> None:
    assert problems(f"case,{field}\nA-0,\nA-1,{text}\n".encode(), "csv") == [(field, 2, "A-1", "must")]


@pytest.mark.parametrize(
    ("field", "column", "said"),
    [
        ("cost", pl.Series([1.5]), "floating-point"),
        ("cost", pl.Series([float("nan")]), "floating-point"),
        ("capacity", pl.Series([Decimal("1.0")]), "another type"),
        ("operating", pl.Series([1]), "another type"),
        ("code", pl.Series([870]), "another type"),
        ("begun_on", pl.Series([1]), "another type"),
        ("lines", pl.Series([1]), "list of rows"),
    ],
)
def test_a_parquet_column_of_another_type_is_named(field: str, column: pl.Series, said: str) -> None:
    data = parquet(pl.DataFrame([pl.Series("case", ["A-1"]), column.alias(field)]))
    with pytest.raises(BadFacts, match=f"{field}: .*{said}"):
        read_facts(data, FACTS, "parquet")


def test_an_amount_too_fine_in_a_parquet_column_is_named() -> None:
    frame = pl.DataFrame({"case": ["A-1"], "cost": [Decimal("1.005")]})
    assert problems(parquet(frame), "parquet") == [("cost", 1, "A-1", "must")]


def test_all_problems_are_collected() -> None:
    found = of_json([{"case": "A-1", "cost": -1, "costs": 1}, {"cost": 1}, {"case": "A-1", "lines": [{"ready": 1}, 5]}])
    assert found == [
        ("cost", 1, "A-1", "must"),
        ("costs", 1, "A-1", "is"),
        ("lines[0].ready", 3, "A-1", "must"),
        ("lines[1]", 3, "A-1", "must"),
        ("case", 2, None, "is"),
        ("case", 3, "A-1", "stands"),
    ]


@pytest.mark.parametrize(
    ("data", "format"),
    [(b"", "json"), (b"[]", "json"), (b"", "csv"), (b"case,cost\n", "csv"), (b"  \n", "json")],
)
def test_an_empty_file_is_refused(data: bytes, format: str) -> None:
    with pytest.raises(BadFacts, match="no case in the file"):
        read_facts(data, FACTS, format)


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"{", "json"),
        (b"\xff\xfe", "json"),
        (b"[" * 100_000, "json"),
        (b"9" * 5_000, "json"),
        (b"case,cost\n1,2,3\n", "csv"),
        (b"case,cost\n1,\xff\n", "csv"),
        (b"PAR1", "parquet"),
        (b"", "parquet"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(data: bytes, format: str) -> None:
    with pytest.raises(BadFacts, match="cannot be read"):
        read_facts(data, FACTS, format)


def test_a_name_given_twice_is_refused() -> None:
    assert problems(b'{"case": "A-1", "cost": 1, "cost": 2}') == [("cost", None, None, "is")]


def test_a_csv_column_given_twice_is_refused() -> None:
    assert problems(b"case,cost,cost\nA-1,1,2\n", "csv") == [("cost_duplicated_0", None, None, "is")]


@pytest.mark.parametrize("data", [b"cost\n1\n", b"case,cost\n,1\n"])
def test_a_missing_case_is_refused(data: bytes) -> None:
    assert [(field, message) for field, _row, _case, message in problems(data, "csv")] == [("case", "is")]


def test_rows_of_a_case_that_is_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lines.csv").write_text("case,ready\nA-1,true\nA-2,true\n,true\n")
    found = problems(AS_CSV.encode(), "csv", lists={"lines": tmp_path / "lines.csv"})
    assert found == [("lines.case", 2, "A-2", "names"), ("lines.case", 3, None, "names")]


def test_rows_of_no_list_are_refused(tmp_path: Path) -> None:
    found = problems(AS_CSV.encode(), "csv", lists={"wheels": tmp_path / "wheels.csv"})
    assert found == [("wheels", None, None, "is")]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="json, csv or parquet"):
        read_facts(tmp_path / "facts.xlsx", FACTS)


@pytest.mark.parametrize("type", [Money(), Percent(), Code(), Choice(KINDS), Day(), Text()], ids=str)
@given(data=st.data())
def test_a_text_is_taken_alike_in_a_column_and_alone(type: Type, data: st.DataObject) -> None:
    correct = st.sampled_from(sorted(KINDS)) if isinstance(type, Choice) else st.from_regex(rf"\A(?:{type.pattern})\Z")
    text = data.draw(correct) + data.draw(st.sampled_from(["", "", "0", "x", "\n", ".5", "-"]))
    try:
        alone = type.parse(text)
    except BadValue:
        alone = None
    assert pl.DataFrame({"text": [text]}).select(type.from_text(pl.col("text"))).item() == alone
