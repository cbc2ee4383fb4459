"""`ondiris judge` and `ondiris facts`: which conditions of a measure do the cases in a file meet, and what does it ask?"""

import argparse
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

from ondiris.domains.measures.catalogue import measure, names
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import BadDay, Fact, Finding, Findings, conclude
from ondiris.law.rulebook import judge as judge_cases
from ondiris.law.rulebook.edge import read_facts
from ondiris.law.rulebook.problems import BadFacts, Problem
from ondiris.law.rulebook.tables import findings_table
from ondiris.law.types import Choice, encode

MOST_CASES = 10  # printed one by one; of more, how many there are of each
MOST_PROBLEMS = 20
BAD_INPUT = 2


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare both commands; each sets `run`, a function of the parsed arguments that returns the exit status."""
    judge = subparsers.add_parser("judge", help="judge cases by the rules of a measure")
    judge.add_argument("measure", choices=tuple(names()))
    judge.add_argument("--facts", type=Path, required=True, help="a .json, .csv or .parquet file, one row a case")
    judge.add_argument("--rows", type=_rows, action="append", default=[], metavar="LIST=FILE",
                       help="rows of a list (a .csv or .parquet file), such as goods=goods.csv")  # fmt: skip
    judge.add_argument("--on", type=date.fromisoformat, required=True, metavar="DAY", help="such as 2026-06-01")
    judge.add_argument("--out", type=_out, metavar="FILE", help="write findings to a .json, .csv or .parquet file")
    judge.add_argument("--evidence", action="store_true", help="with the facts and numbers each finding rests on")
    judge.set_defaults(run=run)
    facts = subparsers.add_parser("facts", help="list the facts that a measure takes")
    facts.add_argument("measure", choices=tuple(names()))
    facts.set_defaults(run=list_facts)


def run(args: argparse.Namespace) -> int:
    """Judge, then print or write. 0 where it was done; 2 where the input is bad, and then nothing is written."""
    chosen = measure(args.measure)
    try:
        cases = read_facts(args.facts, chosen.facts, lists=dict(args.rows))
        findings = judge_cases(chosen.rules, cases, args.on, Parameters.load())
        if args.out:
            _write(findings_table(findings, evidence=args.evidence), args.out)
        else:
            _print(findings, args.evidence)
    except BadFacts as error:
        return _refuse(error.problems)
    except (BadDay, OSError) as error:
        return _refuse([Problem("", str(error))])
    return 0


def list_facts(args: argparse.Namespace) -> int:
    """Print the facts of a measure: name, type, who states it, label; then the facts of each list."""
    facts = measure(args.measure).facts
    _print_facts(facts.facts.values())
    for name, rows in facts.lists.items():
        print(f"\n{name}: a list, each row with")
        _print_facts(rows.values())
    return 0


def _rows(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not (name and equals and path):
        raise argparse.ArgumentTypeError(f"{text!r} is not LIST=FILE")
    return name, Path(path)


def _out(text: str) -> Path:
    path = Path(text)
    if path.suffix not in (".json", ".csv", ".parquet"):
        raise argparse.ArgumentTypeError(f"{text!r} ends in none of .json, .csv, .parquet")
    return path


def _refuse(problems: Iterable[Problem]) -> int:
    problems = list(problems)
    for problem in problems[:MOST_PROBLEMS]:
        print(problem, file=sys.stderr)
    if len(problems) > MOST_PROBLEMS:
        print(f"and {len(problems) - MOST_PROBLEMS} more", file=sys.stderr)
    return BAD_INPUT


def _write(table: pl.DataFrame, out: Path) -> None:
    """The whole file or none: it is written beside its place and then moved there."""
    name = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        if out.suffix == ".json":
            table.write_json(name)
        elif out.suffix == ".parquet":
            table.write_parquet(name)
        else:
            nested = (
                [pl.struct("evidence").struct.json_encode().alias("evidence")] if "evidence" in table.columns else []
            )
            table.with_columns(nested).write_csv(name)
        name.replace(out)
    finally:
        name.unlink(missing_ok=True)


def _print(findings: Findings, evidence: bool) -> None:
    if findings.outcomes.height > MOST_CASES:
        print(f"{findings.outcomes.height:,} cases on {findings.on}; --out writes them all")
        for rule, met, not_met, undetermined in findings.counts().rows():
            print(f"{met:>12,} met {not_met:>12,} not met {undetermined:>12,} undetermined  {rule}")
        return
    for case in findings.outcomes["case"]:
        found = findings.of(case)
        print(f"{case} on {findings.on}: {conclude(found).label}")
        for finding in found:
            _print_finding(finding, evidence)


def _print_finding(finding: Finding, evidence: bool) -> None:
    marks = [f"ground {finding.ground}" if finding.refuses else "", finding.set or ""]
    marks += [f"see the {finding.routes_to}"] if finding.leads_elsewhere else []
    marks += ["example"] if finding.example else []
    note = f" [{'; '.join(mark for mark in marks if mark)}]" if any(marks) else ""
    print(f"  {finding.outcome.label:<12} {finding.provision:<7} {finding.sentence}{note}")
    for one in finding.evidence if evidence else ():
        row = "" if one.row is None else f"{finding.each} {one.row + 1}: {one.outcome.label}: "
        reads = [f"{read.name} = {_shown(read.type, read.value)} ({read.stated_by})" for read in one.facts]
        reads += [f"{r.name} = {_shown(r.type, r.value)} ({r.gap or r.certainty})" for r in one.parameters]
        print(f"{'':23}{row}{', '.join(reads)}")


def _shown(type_name: str, value: object) -> str:
    shown = encode(type_name, value)
    return "missing" if shown is None else str(shown).lower() if isinstance(shown, bool) else str(shown)


def _print_facts(facts: Iterable[Fact]) -> None:
    for fact in facts:
        kind = "|".join(fact.type.values) if isinstance(fact.type, Choice) else fact.type.name
        unit = f", {fact.unit}" if fact.unit else ""
        print(f"  {fact.name:<32} {kind:<30} {fact.stated_by.value:<10} {fact.label}{unit}")
