"""How are findings of many cases written as one table?

Words that repeat from row to row are enumerations, which take a byte each where text would take sixteen.
"""

from collections.abc import Iterator

import polars as pl

from ondiris.law.rulebook.book import Rule
from ondiris.law.rulebook.finding import Outcome
from ondiris.law.rulebook.findings import ANSWER, Findings
from ondiris.law.types import PERCENT

_OUTCOME = pl.Enum([outcome.value for outcome in Outcome])
_KIND = pl.Enum(["fact", "parameter"])


def findings_table(findings: Findings, *, evidence: bool = False) -> pl.DataFrame:
    """One row a finding, case by case: `case`, `on`, `rule`, `edition`, `provision`, `ground`, `routes_to`, `set`,
    `example`, `sentence`, `outcome`.

    With `evidence` also a list of reads: {row of the list or null, kind: fact or parameter, name, value as text}.
    """
    cases = findings.outcomes.select("case")
    tables = list(_tables(findings, cases, evidence))
    if not tables:
        return pl.DataFrame(schema={"case": cases.schema["case"]})
    # Each table holds the cases in the same order: take the rows in turn. Rechunking makes that twenty times faster.
    place = pl.int_range(cases.height * len(tables))
    turn = (place % len(tables)) * cases.height + place // len(tables)
    return pl.concat(tables, rechunk=True).select(pl.all().gather(turn))


def _tables(findings: Findings, cases: pl.DataFrame, evidence: bool) -> Iterator[pl.DataFrame]:
    words = [_words(rule) for rule in findings.rules]
    names = words[0] if words else ()
    kinds = {name: pl.Enum(sorted({word for said in words if (word := said[name])})) for name in names}
    reads = _Reads(findings, cases)
    for rule, said in zip(findings.rules, words, strict=True):
        yield cases.with_columns(
            pl.lit(findings.on).alias("on"),
            pl.lit(rule.edition).alias("edition"),
            pl.lit(rule.example).alias("example"),
            *(pl.lit(said[name], dtype=kind).alias(name) for name, kind in kinds.items()),
            _outcome(findings.outcomes[rule.name]).alias("outcome"),
            *([reads.of(rule)] if evidence else []),
        )


def _outcome(answer: pl.Series) -> pl.Expr:
    met, not_met, undetermined = (
        pl.lit(outcome.value, dtype=_OUTCOME) for outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED)
    )
    return pl.when(answer).then(met).when(~answer).then(not_met).otherwise(undetermined)


def _words(rule: Rule) -> dict[str, str | None]:
    return {
        "rule": rule.name,
        "provision": rule.provision,
        "ground": rule.ground,
        "routes_to": rule.routes_to,
        "set": rule.set.name if rule.set else None,
        "sentence": rule.sentence,
    }


class _Reads:
    """What each rule read for each case."""

    def __init__(self, findings: Findings, cases: pl.DataFrame) -> None:
        self.findings = findings
        self.cases = cases
        facts = {name for rule in findings.rules for name in findings.shown(rule)}
        self.names = pl.Enum(sorted(facts | {str(read) for rule in findings.rules for read in rule.parameters}))

    def of(self, rule: Rule) -> pl.Series:
        """A list for each case, in the order of the cases."""
        frame = self.findings.evidence(rule)
        row = pl.col("row") if rule.each else pl.lit(None, dtype=pl.Int64)
        columns = [name for name in frame.columns if name not in ("case", "row", ANSWER)]
        structs = [self._read(name, frame.schema[name], row) for name in columns]
        reads = pl.concat_arr(structs).arr.to_list().alias("evidence")  # forty times faster than concat_list
        if rule.each is None:
            return frame.select(reads)["evidence"]
        rows = frame.group_by("case", maintain_order=True)
        lists = rows.agg(reads.list.explode(keep_nulls=False, empty_as_null=False))
        return self.cases.join(lists, on="case", how="left", maintain_order="left")["evidence"]

    def _read(self, column: str, dtype: pl.DataType, row: pl.Expr) -> pl.Expr:
        name = column.removeprefix("law[").removesuffix("]")
        value = pl.col(column).cast(pl.String)
        if isinstance(dtype, pl.Decimal) and dtype.scale == PERCENT.scale:
            value = value.str.replace(r"\.?0+$", "")
        return pl.struct(
            row.alias("row"),
            pl.lit("fact" if name == column else "parameter", dtype=_KIND).alias("kind"),
            pl.lit(name, dtype=self.names).alias("name"),
            value.alias("value"),
        )
