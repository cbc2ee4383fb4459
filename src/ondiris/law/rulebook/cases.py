"""What is judged: cases with their facts, one row a case, and the rows of their lists?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from ondiris.law.rulebook.facts import Fact, Facts, UnknownFact


class WrongFrame(TypeError):
    """A frame has a column that is no fact or not of the fact's type."""


@dataclass(frozen=True)
class Cases:
    """`frame` has a column `case` (unique) and facts; each frame of `lists` the `case` of its row and facts.

    A fact whose column is left out, and a list that is left out, is missing for every case.
    """

    frame: pl.DataFrame
    lists: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Facts, records: Iterable[Mapping[str, Any]]) -> "Cases":
        """Cases from typed values: {"case": "A-1", "own_funds": Decimal("1500.00"), "goods": [{…}, …]}.

        Values are as the facts' types say (Decimal, int, bool, str, date), None where missing. WrongFrame or
        UnknownFact names what does not fit.
        """
        records = list(records)
        known = {"case", *facts.facts, *facts.lists}
        if strange := {name for record in records for name in record if name not in known}:
            raise UnknownFact(f"{facts.name} has no fact {', '.join(sorted(strange))}")
        ids = [record["case"] for record in records]
        lists = {}
        for name, declared in facts.lists.items():
            rows = [(case, row) for case, record in zip(ids, records, strict=True) for row in record.get(name) or ()]
            lists[name] = _frame([case for case, _ in rows], [row for _, row in rows], declared)
        return cls(_frame(ids, records, facts.facts), lists)

    def complete(self, facts: Facts, each: str | None = None) -> pl.DataFrame:
        """The frame of the cases or of one list with every fact a column, in order. WrongFrame as above."""
        schema = facts.schema(each)
        frame = self.frame if each is None else self.lists.get(each)
        if frame is None:
            return pl.DataFrame(schema={"case": self.frame.schema["case"], **schema})
        for name, dtype in frame.schema.items():
            if name != "case" and (name not in schema or dtype != schema[name]):
                expected = f"{schema[name]}" if name in schema else "no such fact"
                raise WrongFrame(f"{facts.name}: column {name} is {dtype}: {expected}")
        if "case" not in frame.columns:
            raise WrongFrame(f"{facts.name}: a frame has no column `case`")
        missing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in schema.items() if name not in frame.columns]
        return frame.with_columns(missing) if missing else frame


def _frame(ids: list[Any], records: list[Mapping[str, Any]], facts: Mapping[str, Fact]) -> pl.DataFrame:
    columns = {name: [record.get(name) for record in records] for name in facts}
    for name, values in columns.items():
        fact = facts[name]
        if strange := [value for value in values if value is not None and not fact.type.fits(value)]:
            raise WrongFrame(f"{name}: {strange[0]!r} is not a value of {fact.type}")
    series = [pl.Series(name, values, dtype=facts[name].type.dtype) for name, values in columns.items()]
    key = pl.Int64() if any(isinstance(case, int) for case in ids) else pl.String()
    return pl.DataFrame([pl.Series("case", ids, dtype=key), *series])
