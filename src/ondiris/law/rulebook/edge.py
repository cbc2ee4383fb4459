"""Are the facts in a file what the measure asks for?

    JSON      an object or a list of objects: {"case": "A-1", "own_funds": "1500.00", "goods": [{…}, …]}
    CSV       a header of names and a line a case; lists in files of their own, each line with its `case`
    Parquet   a row a case; lists as columns of structs, or in files of their own

A fact that is left out or empty is missing, and what rests on it is undetermined. Nothing goes through a float.
"""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from ondiris.law.rulebook import problems as p
from ondiris.law.rulebook import read_json, read_tables
from ondiris.law.rulebook.cases import Cases
from ondiris.law.rulebook.facts import Facts
from ondiris.law.rulebook.problems import BadFacts, Problem

Source = Path | bytes


def read_facts(
    source: Source, facts: Facts, format: str | None = None, lists: Mapping[str, Path] | None = None
) -> Cases:
    """The cases in a file or in bytes; `format` is json, csv or parquet, for a path its suffix where left out.

    `lists` names a CSV or Parquet file for a list. BadFacts holds all that is wrong; OSError where a file is not there.
    """
    problems: list[Problem] = []
    if _format(source, format) == "json":
        cases = read_json.read(_bytes(source), facts, problems)
    else:
        frame, nested = read_tables.read(_bytes(source), _format(source, format), facts, problems)
        cases = Cases(frame, nested)
    rows = dict(cases.lists)
    for name, path in (lists or {}).items():
        if name not in facts.lists:
            problems.append(Problem(name, p.UNKNOWN_FACT))
            continue
        rows[name] = read_tables.read_rows(_bytes(path), _format(path, None), facts, name, problems)
    cases = Cases(cases.frame, rows)
    problems += _trouble_with_cases(cases) if cases.frame.height else []
    if not cases.frame.height and not problems:
        problems.append(Problem("", p.NO_CASES))
    if problems:
        raise BadFacts(problems)
    return cases


def _trouble_with_cases(cases: Cases) -> list[Problem]:
    """Cases that are unnamed, there twice, or named only by a row of a list."""
    frame = cases.frame.with_row_index("row", offset=1)
    unnamed = frame.filter(pl.col("case").is_null())["row"]
    twice = frame.filter(pl.col("case").is_not_null() & ~pl.col("case").is_first_distinct())
    found = [Problem("case", p.NO_CASE, row) for row in unnamed]
    found += [Problem("case", p.CASE_TWICE, row, case) for row, case in twice.select("row", "case").rows()]
    for name, rows in cases.lists.items():
        stray = rows.with_row_index("row", offset=1).join(cases.frame, on="case", how="anti")
        places = stray.select("row", "case").rows()
        found += [Problem(f"{name}.case", p.NO_SUCH_CASE, row, case) for row, case in places]
    return found


def _format(source: Source, format: str | None) -> str:
    found = (format or (source.suffix.removeprefix(".") if isinstance(source, Path) else "")).lower()
    if found not in ("json", "csv", "parquet"):
        raise BadFacts([Problem("", p.NO_FORMAT, found=found)])
    return found


def _bytes(source: Source) -> bytes:
    return source.read_bytes() if isinstance(source, Path) else source
