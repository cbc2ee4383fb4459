"""How much dearer is the rulebook than the same conditions written in Polars by hand?

    python bench/rules.py [CASES]      1,000,000 cases by default, each with two goods and one obligation

Aims: findings only within 1.5 times the hand-written query, one case under 5 ms.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from ondiris.domains.measures.industrial_grant.facts import FACTS
from ondiris.domains.measures.industrial_grant.rules import RULES
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Cases, Findings, judge
from ondiris.law.rulebook.tables import findings_table

ON = date(2026, 6, 1)
PARAMETERS = Parameters.load()


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    cases = made_up(size)
    goods, obligations = cases.lists["goods"].height, cases.lists["obligations"].height
    print(f"{size:,} cases, {goods:,} goods, {obligations:,} obligations, {len(RULES.on(ON))} rules")
    if not judge(RULES, cases, ON, PARAMETERS).outcomes.equals(by_hand(cases)):
        raise SystemExit("the two do not answer alike")
    hand, book = alternately(lambda: by_hand(cases), lambda: judge(RULES, cases, ON, PARAMETERS))
    print(f"by hand            {hand * 1e3:9.1f} ms")
    print(f"findings only      {book * 1e3:9.1f} ms   {book / hand:.2f} times (aim 1.50)")
    found = judge(RULES, cases, ON, PARAMETERS)
    evidence = once(lambda: with_evidence(found))
    print(f"and evidence       {evidence * 1e3:9.1f} ms   frames of all rules: facts and numbers by row")
    table = once(lambda: findings_table(found.__class__(*some(found)), evidence=True))
    print(f"and as one table   {table * 1e3:9.1f} ms   for the first {min(size, 100_000):,} cases")
    record = one_record(cases)
    single, all_of_it = alternately(
        lambda: judge(RULES, Cases.of(FACTS, [record]), ON, PARAMETERS),
        lambda: judge(RULES, Cases.of(FACTS, [record]), ON, PARAMETERS).of(record["case"]),
        times=200,
    )
    print(f"one case           {single * 1e3:9.2f} ms   with evidence {all_of_it * 1e3:.2f} ms (aim 5)")


def by_hand(cases: Cases) -> pl.DataFrame:
    """The same conditions, the same grouping, as one would write them without a rulebook."""
    f, share, own, years = pl.col, Decimal(100), Decimal(20), 3
    goods = (
        cases.lists["goods"]
        .lazy()
        .group_by("case")
        .agg(makes_goods_on_the_list=f("on_priority_list").all(ignore_nulls=False))
    )
    obligations = (
        cases.lists["obligations"]
        .lazy()
        .group_by("case")
        .agg(
            sets_a_target_for_each_period=(
                pl.when(f("direction").is_not_null()).then(
                    f("direction").is_in(["productivity", "export", "home_market"])
                )
                & f("every_period_has_target")
            ).all(ignore_nulls=False)
        )
    )
    return (
        cases.frame.lazy()
        .select(
            "case",
            works_outside_agro_industry=~f("in_agro_industry"),
            works_in_manufacturing=f("in_manufacturing"),
            is_operating=f("is_operating"),
            is_oriented_to_the_list=f("listed_output_share") >= share,
            puts_in_own_money=f("own_funds") > 0,
            accepts_counter_obligations=f("obligations_accepted"),
            takes_a_direction=f("directions_accepted") >= 1,
            brings_complete_documents=f("documents_complete"),
            has_been_examined_by_experts=f("experts_have_examined"),
            is_small_or_medium=pl.when(f("size").is_not_null()).then(f("size").is_in(["micro", "small", "medium"])),
            has_worked_long_enough=f("years_of_work") >= years,
            puts_in_the_least_share=f("own_funds") * 100 >= f("project_cost") * own,
            has_no_arrears=~f("has_arrears"),
            is_independent_of_the_equipment_owner=~f("affiliated_with_equipment_owner"),
            employs_qualified_engineers=f("has_qualified_engineers"),
        )
        .join(goods, on="case", how="left", maintain_order="left")
        .join(obligations, on="case", how="left", maintain_order="left")
        .select("case", *(rule.name for rule in RULES.on(ON)))
        .collect()
    )


def made_up(size: int) -> Cases:
    """Cases whose facts vary and are now and then missing, the same at every run."""
    ids = pl.DataFrame({"n": pl.int_range(size, eager=True)}).with_columns(
        case=pl.concat_str(pl.lit("IG-"), pl.col("n").cast(pl.String).str.zfill(8))
    )
    facts = {name: values(fact.type.name, name, salt) for salt, (name, fact) in enumerate(FACTS.facts.items(), 1)}
    lists = {}
    for name, rows in {"goods": 2, "obligations": 1}.items():
        declared = FACTS.lists[name]
        frame = pl.concat([ids] * rows).sort("n").with_columns(pl.int_range(size * rows).alias("n"))
        lists[name] = frame.select(
            "case", **{fact: values(one.type.name, fact, salt) for salt, (fact, one) in enumerate(declared.items(), 31)}
        )
    return Cases(ids.select("case", **facts), lists)


def values(kind: str, name: str, salt: int) -> pl.Expr:
    number = (pl.col("n") * 7919 + salt * 104_729) % 1_000
    made = {
        "yes_no": number < 900,
        "money": (number * 10_000).cast(pl.Decimal(38, 2)),
        "percent": pl.when(number < 800).then(100).otherwise(90).cast(pl.Decimal(38, 6)),
        "count": number % 10,
        "code": number.cast(pl.String).str.zfill(10),
    }
    choices = {"size": ["micro", "small", "medium", "large"], "direction": ["productivity", "export", "home_market"]}
    if kind == "choice":
        some = choices[name]
        made["choice"] = (number % len(some)).replace_strict(list(range(len(some))), some, return_dtype=pl.String)
    return pl.when(number != 13).then(made[kind])


def with_evidence(found: Findings) -> int:
    return sum(found.evidence(rule).height for rule in found.rules)


def some(found: Findings, most: int = 100_000) -> tuple[Any, ...]:
    """The findings of the first cases alone."""
    first = found.outcomes.head(most)
    lists = {name: rows.join(first.select("case"), on="case", how="semi") for name, rows in found.cases.lists.items()}
    cases = Cases(found.cases.frame.head(most), lists)
    return found.facts, found.rules, cases, found.on, found.parameters, found.resolve, first


def one_record(cases: Cases) -> dict[str, Any]:
    record = cases.frame.row(0, named=True)
    for name, rows in cases.lists.items():
        own = rows.filter(pl.col("case") == record["case"]).drop("case")
        record[name] = own.rows(named=True)
    return record


def once(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def alternately(*calls: Callable[[], object], times: int = 7) -> list[float]:
    """The median of each call, made in turn so that a slow moment of the machine hits all alike."""
    for call in calls:
        call()
    rounds = [[once(call) for call in calls] for _ in range(times)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


if __name__ == "__main__":
    main()
