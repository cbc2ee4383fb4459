"""Which conditions does each case meet on a day? One evaluator for one case and for millions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from ondiris.law.parameters import Parameters, Value
from ondiris.law.rulebook.book import Rule, Rulebook
from ondiris.law.rulebook.cases import Cases
from ondiris.law.rulebook.facts import Facts
from ondiris.law.rulebook.finding import Finding
from ondiris.law.rulebook.findings import Findings
from ondiris.law.rulebook.readers import Resolve


def judge(book: Rulebook, cases: Cases, on: date, parameters: Parameters) -> Findings:
    """Judge cases by the rules in force on a day, with the parameters of that day.

    BadDay where no rules are held for the day, WrongFrame where a frame does not fit the facts. A set of rules that
    is switched off on the day is not judged; where its switch is not established, its rules are undetermined.
    """

    def resolve(name: str, category: str | None) -> Any:
        known = parameters.value(name, on, category)
        return known.value if isinstance(known, Value) else None

    rules = [rule for rule in book.on(on) if rule.set is None or resolve(rule.set.switch, None) is not False]
    outcomes = evaluate(book.facts, rules, cases, parameters, resolve)
    return Findings(book.facts, tuple(rules), cases, on, parameters, resolve, outcomes)


REMEMBERED = 1024  # cases


def judge_one(book: Rulebook, record: Mapping[str, Any], on: date, parameters: Parameters) -> tuple[Finding, ...]:
    """The findings of one case with evidence, in the order of the rules; the record as `Cases.of` takes it.

    A page is opened many times between two changes of its case. Findings follow from what is passed in alone, so those
    of the last cases are remembered by it. Raises what `judge` raises.
    """
    return _judged(book, _Record(repr(record), record), on, parameters)


@dataclass(frozen=True)
class _Record:
    """A record by what is written in it: typed values are written as they are."""

    written: str
    record: Mapping[str, Any] = field(compare=False)


@lru_cache(maxsize=REMEMBERED)
def _judged(book: Rulebook, one: _Record, on: date, parameters: Parameters) -> tuple[Finding, ...]:
    return judge(book, Cases.of(book.facts, [one.record]), on, parameters).of(one.record["case"])


def evaluate(
    facts: Facts, rules: Sequence[Rule], cases: Cases, parameters: Parameters, resolve: Resolve
) -> pl.DataFrame:
    """One row a case, in the order of the cases: `case` and a column a rule: true, false or null.

    A rule over a list is false where it is false for a row, else null where it is null for a row or the case has no
    row, else true.
    """
    columns = {rule.name: rule.column(facts, resolve, parameters) for rule in rules}
    frame = cases.complete(facts).lazy()
    answers = frame.select("case", *(columns[rule.name] for rule in rules if rule.each is None))
    for each in dict.fromkeys(rule.each for rule in rules if rule.each is not None):
        every = [columns[rule.name].all(ignore_nulls=False) for rule in rules if rule.each == each]
        rows = cases.complete(facts, each).lazy().group_by("case").agg(every)
        answers = answers.join(rows, on="case", how="left", maintain_order="left")
    return answers.select("case", *columns).collect()
