"""What was found of all cases judged together, and on what evidence?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from ondiris.law.parameters import Gap, Parameters
from ondiris.law.rulebook.book import Rule
from ondiris.law.rulebook.cases import Cases
from ondiris.law.rulebook.facts import Facts
from ondiris.law.rulebook.finding import Evidence, FactRead, Finding, Outcome, ParameterRead
from ondiris.law.rulebook.readers import Read, Resolve, parameter_column

ANSWER = "is met"  # no name of a fact has a space


@dataclass(frozen=True)
class Findings:
    """`outcomes` has one row a case, in the order of the cases, and a column a rule: true, false or null.

    The evidence is read from the cases and the parameters when it is asked for.
    """

    facts: Facts
    rules: tuple[Rule, ...]
    cases: Cases
    on: date
    parameters: Parameters
    resolve: Resolve
    outcomes: pl.DataFrame

    def counts(self) -> pl.DataFrame:
        """One row a rule: `rule`, and how many cases are `met`, `not_met`, `undetermined`."""
        answers = self.outcomes.drop("case")
        return pl.DataFrame(
            {
                "rule": answers.columns,
                "met": [answers[rule].sum() for rule in answers.columns],
                "not_met": [(~answers[rule]).sum() for rule in answers.columns],
                "undetermined": [answers[rule].null_count() for rule in answers.columns],
            },
            schema={"rule": pl.String, "met": pl.Int64, "not_met": pl.Int64, "undetermined": pl.Int64},
        )

    def of(self, case: Any) -> tuple[Finding, ...]:
        """The findings of one case, in the order of the rules, with evidence. KeyError where there is no such case."""
        answers = _only(self.outcomes, case)
        if not answers.height:
            raise KeyError(case)
        answer = answers.row(0, named=True)
        facts = _only(self.cases.complete(self.facts), case).row(0, named=True)
        rows = {each: list(self._rows(each, case)) for each in {rule.each for rule in self.rules if rule.each}}
        found = []
        for rule in self.rules:
            judged = [(None, facts, answer)] if rule.each is None else rows[rule.each]
            evidence = tuple(self._evidence_of(rule, *one) for one in judged)
            found.append(_finding(rule, self.on, answer[rule.name], evidence))
        return tuple(found)

    def evidence(self, rule: Rule) -> pl.DataFrame:
        """What one rule rests on, for all cases: `case`, for a list `row`, `is met`, its facts, and a column
        `law[name]` or `law[name, category's fact]` for each parameter it reads: the value that applied to the row.
        """
        frame = self.cases.complete(self.facts, rule.each)
        row = [] if rule.each is None else [pl.int_range(pl.len()).over("case").alias("row")]
        return frame.select(
            "case",
            *row,
            rule.column(self.facts, self.resolve, self.parameters).alias(ANSWER),
            *self.shown(rule),
            *(parameter_column(self.parameters, read, self.resolve).alias(f"law[{read}]") for read in rule.parameters),
        )

    def shown(self, rule: Rule) -> tuple[str, ...]:
        """The facts that are evidence of a rule: those it reads; of a row all, so that people see which it is."""
        return rule.facts if rule.each is None else tuple(self.facts.of(rule.each))

    def _rows(self, each: str, case: Any) -> Iterator[tuple[int, dict[str, Any], dict[str, Any]]]:
        """(row, its facts, the answer of each rule over the list) of one case."""
        frame = _only(self.cases.complete(self.facts, each), case)
        rules = [rule for rule in self.rules if rule.each == each]
        answers = frame.select("case", *(rule.column(self.facts, self.resolve, self.parameters) for rule in rules))
        pairs = zip(frame.rows(named=True), answers.rows(named=True), strict=True)
        return ((row, facts, answer) for row, (facts, answer) in enumerate(pairs))

    def _evidence_of(self, rule: Rule, row: int | None, facts: dict[str, Any], answer: dict[str, Any]) -> Evidence:
        declared = self.facts.of(rule.each)
        return Evidence(
            Outcome.of(answer[rule.name]),
            tuple(
                FactRead(name, fact.label, fact.type.name, facts[name], fact.stated_by.value, fact.unit)
                for name, fact in ((name, declared[name]) for name in self.shown(rule))
            ),
            tuple(self._parameter_of(read, facts) for read in rule.parameters),
            row,
        )

    def _parameter_of(self, read: Read, facts: dict[str, Any]) -> ParameterRead:
        declared = self.parameters.declared[read.name]
        category = None if read.by is None else facts[read.by]
        nothing = ParameterRead(read.name, declared.label, declared.type.name, None, category, declared.unit)
        if read.by is not None and category not in declared.categories:
            return replace(nothing, gap=f"{read.name}: no category {category}")
        known = self.parameters.value(read.name, self.on, category)
        if isinstance(known, Gap):
            return replace(nothing, gap=str(known), known_until=known.known_until, known_from=known.known_from)
        return replace(
            nothing,
            value=known.value,
            source=known.source,
            certainty=known.certainty.value,
            valid_from=known.valid_from,
            known_until=known.known_until,
        )


def _only(frame: pl.DataFrame, case: Any) -> pl.DataFrame:
    alone = frame.height == 1 and frame.item(0, "case") == case  # a page judges one case: nothing is to be looked for
    return frame if alone else frame.filter(pl.col("case") == case)


def _finding(rule: Rule, on: date, answer: bool | None, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(
        rule=rule.name,
        edition=rule.edition,
        fingerprint=rule.fingerprint,
        on=on,
        provision=rule.provision,
        sentence=rule.sentence,
        outcome=Outcome.of(answer),
        evidence=evidence,
        ground=rule.ground,
        routes_to=rule.routes_to,
        each=rule.each,
        set=rule.set.name if rule.set else None,
        set_label=rule.set.label if rule.set else "",
        example=rule.example,
    )
