"""What does a page of rules say?"""

import ast
import inspect
import textwrap
from collections.abc import Iterable

from ondiris.domains.contracts.rules import RULES as CONTRACTS
from ondiris.domains.customers.rules import RULES as CUSTOMERS
from ondiris.domains.customers.terms import EXCLUSIONS, LIMBS
from ondiris.domains.measures.declaration import CarryOver, Measure
from ondiris.domains.parties.terms import WORDS
from ondiris.domains.planning.terms import WORDS as PLANNED
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.rulebook import Rule
from ondiris.project.docs.markdown import code, codes, days, lines, page, table

CLAUSES = {
    CarryOver.SPENT_NEXT_YEAR: "is spent in the next financial year: the clause says so",
    CarryOver.SILENT: "follows a dated setting, `programme_accounts.silent_clause`: the clause is silent",
}
HEAD = ("Rule", "What it asks", "Cites", "In force", "Reads", "How it is judged")


def rulebook_page(measure: Measure) -> str:
    """The rules of a measure, by what follows where they are not met, and what else the measure declares."""
    rules = measure.rules.rules
    grounds = sorted({rule.ground for rule in rules if rule.ground}, key=ProvisionId.parse)
    return page(
        f"Rules: {measure.title}",
        f"{measure.lead} (article {measure.provision})",
        "A rule answers met, not met, or undetermined where a fact or a number is missing. "
        f"What each fact is, and who states it: [facts](../facts/{measure.name}.md). "
        "What each number is: [parameters](../parameters.md).",
        *_section("Not met, a rule leads to another law", (r for r in rules if r.routes_to)),
        *(
            block
            for ground in grounds
            for block in _section(
                f"Not met, a rule is a ground of refusal: {ground}",
                (rule for rule in rules if rule.ground == ground),
                register()[ProvisionId.parse(ground)].summary.en,
            )
        ),
        *_section(
            "Not met, the measure is not given yet, and nothing is refused",
            (rule for rule in rules if not rule.ground and not rule.routes_to),
        ),
        "## What else is declared",
        _declared(measure),
        table(
            ("Document asked for", "Provision", "Example"),
            ((one.label, one.provision, "yes" if one.example else "no") for one in measure.documents),
        ),
        table(
            ("Criterion of the experts (a by-law's, shipped as an example)", "Most points"),
            ((one.label, str(one.most)) for one in measure.criteria),
        ),
    )


def customers_page() -> str:
    """The rules that say who is a customer: limbs and exclusions."""
    by_name = {rule.name: rule for rule in CUSTOMERS.rules}
    return page(
        "Rules: customers of article 46",
        "Who is a customer under the contracts meant to develop industry, on a day (46.2). One limb is enough, and both "
        "exclusions must be kept away. What each fact is: [facts](../facts/customers.md). What each number is: "
        "[parameters](../parameters.md).",
        *_section("Limbs: one that is met is enough", (by_name[name] for name in LIMBS)),
        *_section("Exclusions: one that is not kept away leaves no customer", (by_name[name] for name in EXCLUSIONS)),
    )


def contracts_page() -> str:
    """The rules on concluding each kind of contract."""
    return page(
        "Rules: contracts that develop industry",
        "On what conditions an offtake contract or contract procurement is concluded, on the day of the second signature. "
        "A contract is concluded only where every one of its kind is met; one that is undetermined stops it too. What "
        "each fact is: [facts](../facts/contracts.md). What each number is: [parameters](../parameters.md).",
        *(block for kind, book in CONTRACTS.items() for block in _section(PLANNED[kind], book.rules)),
    )


def _section(title: str, rules: Iterable[Rule], lead: str = "") -> tuple[str, ...]:
    rows = [_row(rule) for rule in rules]
    return (f"## {title}", lead, table(HEAD, rows)) if rows else ()


def _row(rule: Rule) -> tuple[str, ...]:
    return (
        lines(code(rule.name), f"edition {rule.edition}" if rule.edition > 1 else "", _corrects(rule)),
        lines(
            rule.sentence,
            f"Judged for each row of {code(rule.each)}." if rule.each else "",
            f"Leads to: {rule.routes_to}." if rule.routes_to else "",
            "**Example**, to be confirmed by the authority." if rule.example else "",
            f"{rule.set.label}: switched by {code(rule.set.switch)}." if rule.set else "",
        ),
        rule.provision,
        days(rule.since, rule.until),
        codes([*rule.facts, *rule.parameters]),
        code(_body(rule)),
    )


def _corrects(rule: Rule) -> str:
    return f"corrects edition {rule.corrects}" if rule.corrects else ""


def _body(rule: Rule) -> str:
    """What the rule returns, as its source has it; a longer body is shown whole."""
    text = textwrap.dedent(inspect.getsource(rule.body))
    function = ast.parse(text).body[0]
    assert isinstance(function, ast.FunctionDef)  # noqa: S101  (enrolment refused anything else)
    said = (_returned(statement) for statement in function.body[1:])
    segments = (ast.get_source_segment(text, node) or "" for node in said)
    return "; ".join(" ".join(segment.split()) for segment in segments)


def _returned(statement: ast.stmt) -> ast.AST:
    return statement.value if isinstance(statement, ast.Return) and statement.value else statement


def _declared(measure: Measure) -> str:
    said = [
        f"Decides: {WORDS[measure.decides].lower()}. Serves: {WORDS[measure.serves].lower()}.",
        f"Account {code(measure.programme)} ({measure.account_provision}); "
        f"what is left at the year's end {CLAUSES[measure.carry_over]}.",
        f"The amount asked for is the fact {code(measure.amount_fact)}.",
        f"Experts needed: {measure.experts_needed}." if measure.experts_needed else "",
        f"Planned goals are followed apart from obligations ({measure.goals_provision})."
        if measure.goals_provision
        else "",
    ]
    return "\n".join(f"- {one}" for one in said if one)
