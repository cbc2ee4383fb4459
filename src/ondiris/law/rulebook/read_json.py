"""Which cases does a JSON text hold?"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ondiris.law.rulebook import problems as p
from ondiris.law.rulebook.cases import Cases
from ondiris.law.rulebook.facts import Fact, Facts
from ondiris.law.rulebook.problems import BadFacts, Problem
from ondiris.law.types import BadValue


def read(data: bytes, facts: Facts, problems: list[Problem]) -> Cases:
    """The cases of an object or a list of objects; what is wrong with a value goes to `problems`.

    BadFacts where the text is not JSON, or names a fact twice.
    """
    if not data.strip():
        raise BadFacts([Problem("", p.NO_CASES)])
    raw = _parse(data)
    records = []
    for row, given in enumerate(raw if isinstance(raw, list) else [raw], 1):
        if not isinstance(given, dict):
            problems.append(Problem("", p.NOT_A_ROW, row, found=str(given)[:60]))
            continue
        records.append(_Case(given, row, problems).read(facts))
    return Cases.of(facts, records)


class _NameTwice(ValueError):
    pass


def _parse(data: bytes) -> Any:
    try:
        # A constant (NaN, Infinity) becomes a float, which no type takes: the field at fault is then named.
        return json.loads(data, parse_float=Decimal, parse_constant=float, object_pairs_hook=_object)
    except _NameTwice as error:
        raise BadFacts([Problem(str(error), p.NAME_TWICE)]) from error
    except (ValueError, RecursionError) as error:
        raise BadFacts([Problem("", p.NOT_READABLE, found=str(error)[:120])]) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) != len(pairs):
        names = [name for name, _ in pairs]
        raise _NameTwice(next(name for name in names if names.count(name) > 1))
    return given


class _Case:
    """One object: its values checked, each problem noted with its place."""

    def __init__(self, given: dict[str, Any], row: int, problems: list[Problem]) -> None:
        self.given = given
        self.row = row
        self.problems = problems
        case = given.get("case")
        named = isinstance(case, str | int) and not isinstance(case, bool) and case != ""
        self.case = str(case) if named else None

    def read(self, facts: Facts) -> dict[str, Any]:
        rest = {name: value for name, value in self.given.items() if name != "case" and name not in facts.lists}
        record = {"case": self.case, **self._values(rest, facts.facts, "")}
        for name in facts.lists.keys() & self.given.keys():
            record[name] = self._rows(name, self.given[name], facts.lists[name])
        return record

    def _rows(self, name: str, given: object, declared: Mapping[str, Fact]) -> list[dict[str, Any]]:
        if given is None:
            return []
        if not isinstance(given, list):
            self._note(name, p.NOT_A_LIST, given)
            return []
        rows = []
        for index, row in enumerate(given):
            if isinstance(row, dict):
                rows.append(self._values(row, declared, f"{name}[{index}]."))
            else:
                self._note(f"{name}[{index}]", p.NOT_A_ROW, row)
        return rows

    def _values(self, given: dict[str, Any], declared: Mapping[str, Fact], prefix: str) -> dict[str, Any]:
        values = {}
        for name, value in given.items():
            if name not in declared:
                self._note(prefix + name, p.UNKNOWN_FACT)
            elif value is not None:
                try:
                    values[name] = declared[name].type.parse(value)
                except BadValue as error:
                    self._note(prefix + name, str(error), value)
        return values

    def _note(self, field: str, message: str, found: object = "") -> None:
        self.problems.append(Problem(field, message, self.row, self.case, str(found)[:60]))
