"""Which cases does a CSV or Parquet file hold?

Every column is checked as text and then takes its fact's type, so that both formats accept the same values.
"""

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from ondiris.law.rulebook import problems as p
from ondiris.law.rulebook.facts import Fact, Facts
from ondiris.law.rulebook.problems import BadFacts, Problem
from ondiris.law.types import Choice, Count, Day, Money, Percent, Type, YesNo

MOST_PROBLEMS = 100  # of one column: a column of the wrong kind has one in every row


def read(
    data: bytes, format: str, facts: Facts, problems: list[Problem]
) -> tuple[pl.DataFrame, dict[str, pl.DataFrame]]:
    """The frame of the cases and those of the lists nested in it. BadFacts where there is no table of cases."""
    table = _table(data, format)
    nested = [name for name in facts.lists if name in table.columns]
    frame = _typed(table.drop(nested), facts.facts, "", problems)
    lists = {}
    for name in nested:
        dtype = table.schema[name]
        if isinstance(dtype, pl.List) and isinstance(dtype.inner, pl.Struct):
            rows = table.select("case", name).filter(pl.col(name).list.len() > 0).explode(name)
            lists[name] = _typed(rows.unnest(name), facts.lists[name], f"{name}.", problems)
        else:
            problems.append(Problem(name, p.NOT_A_LIST, found=str(dtype)))
    return frame, lists


def read_rows(data: bytes, format: str, facts: Facts, name: str, problems: list[Problem]) -> pl.DataFrame:
    """The rows of one list, from a file of its own."""
    return _typed(_table(data, format), facts.lists[name], f"{name}.", problems)


def _table(data: bytes, format: str) -> pl.DataFrame:
    try:
        if format == "csv":
            table = pl.read_csv(BytesIO(data), infer_schema=False)
        elif format == "parquet":
            table = pl.read_parquet(BytesIO(data))
        else:
            raise BadFacts([Problem("", p.NOT_READABLE, found=format)])
    except pl.exceptions.NoDataError as error:
        raise BadFacts([Problem("", p.NO_CASES)]) from error
    except pl.exceptions.PolarsError as error:
        raise BadFacts([Problem("", p.NOT_READABLE, found=str(error).partition("\n")[0])]) from error
    if "case" not in table.columns:
        raise BadFacts([Problem("case", p.NO_CASE)])
    return table


def _typed(table: pl.DataFrame, facts: Mapping[str, Fact], prefix: str, problems: list[Problem]) -> pl.DataFrame:
    """The table with its columns as text checked and typed; a column that cannot be is dropped and noted."""
    columns = [_text(table.schema["case"], "case")]
    for name, dtype in table.schema.items():
        if name == "case":
            continue
        if name not in facts:
            problems.append(Problem(prefix + name, p.UNKNOWN_FACT))
        elif not _readable(dtype, facts[name].type):
            message = p.FLOATING if dtype.is_float() else p.WRONG_COLUMN
            problems.append(Problem(prefix + name, message, found=str(dtype)))
        else:
            columns.append(_text(dtype, name))
    texts = table.select(columns)
    names = [name for name in texts.columns if name != "case"]
    typed = texts.with_columns(facts[name].type.from_text(pl.col(name)).alias(name) for name in names)
    for name in names:
        problems += _trouble_with_values(texts, typed, name, facts[name].type, prefix)
    return typed


def _trouble_with_values(texts: pl.DataFrame, typed: pl.DataFrame, name: str, type: Type, prefix: str) -> list[Problem]:
    lost = texts[name].is_not_null() & typed[name].is_null()
    if not lost.any():
        return []
    bad = texts.select("case", pl.col(name).alias("found")).with_row_index("row", offset=1).filter(lost)
    rows = bad.head(MOST_PROBLEMS).rows()
    return [Problem(prefix + name, type.expected, row, case, found[:60]) for row, case, found in rows]


def _readable(dtype: pl.DataType, type: Type) -> bool:
    """Whether a column may hold values of a type: text always may, and each type has its own kinds of column."""
    if isinstance(dtype, pl.String | pl.Null):
        return True
    match type:
        case YesNo():
            return isinstance(dtype, pl.Boolean)
        case Money() | Percent():
            return dtype.is_decimal() or dtype.is_integer()
        case Count():
            return dtype.is_integer()
        case Choice():
            return isinstance(dtype, pl.Categorical | pl.Enum)
        case Day():
            return isinstance(dtype, pl.Date)
        case _:
            return False


def _text(dtype: pl.DataType, name: str) -> pl.Expr:
    text = pl.col(name).cast(pl.String)
    if isinstance(dtype, pl.Decimal) and dtype.scale:
        text = text.str.replace(r"\.?0+$", "")  # 1500.0000 is an amount with no more digits than 1500
    return pl.when(text != "").then(text).alias(name)
