"""What does a page of facts say?"""

from collections.abc import Mapping

from ondiris.domains.contracts.facts import FACTS as OF_CONTRACTS
from ondiris.domains.contracts.rules import RULES as CONTRACTS
from ondiris.domains.customers.rules import RULES as CUSTOMERS
from ondiris.domains.measures.declaration import Measure
from ondiris.law.rulebook import Fact, Rulebook
from ondiris.law.types import Choice
from ondiris.project.docs.markdown import code, codes, page, table

HEAD = ("Fact", "What it is", "Type", "Unit", "Whose word", "What shows it", "Read by")


def facts_page(measure: Measure) -> str:
    """The facts of a case, then those of each row of its lists."""
    lists = (
        block
        for name, rows in measure.facts.lists.items()
        for block in (f"## Each row of {code(name)}", _facts(rows, name, measure.rules))
    )
    return page(
        f"Facts: {measure.title}",
        f"What is known of a case when it is judged by the [rules](../rulebook/{measure.name}.md). "
        "A fact that is missing leaves the rules that read it undetermined.",
        f"`ondiris facts {measure.name}` prints the same list; a file for `ondiris judge` has these names as columns.",
        "## The case",
        _facts(measure.facts.facts, None, measure.rules),
        *lists,
    )


def customers_page() -> str:
    """The facts by which it is said who is a customer."""
    return page(
        "Facts: customers of article 46",
        "What is known of an organisation when it is judged by the [rules](../rulebook/customers.md), prepared from the "
        "recorded statuses, voting shares and trust management. A fact that is missing leaves the rules that read it "
        "undetermined.",
        _facts(CUSTOMERS.facts.facts, None, CUSTOMERS),
    )


def contracts_page() -> str:
    """The facts by which it is said whether a contract may be concluded."""
    lists = (
        block
        for name, rows in OF_CONTRACTS.lists.items()
        for block in (f"## Each row of {code(name)}", _facts(rows, name, *CONTRACTS.values()))
    )
    return page(
        "Facts: contracts that develop industry",
        "What is known of a contract when it is judged by the [rules](../rulebook/contracts.md). A fact that is missing "
        "leaves the rules that read it undetermined.",
        "## The contract",
        _facts(OF_CONTRACTS.facts, None, *CONTRACTS.values()),
        *lists,
    )


def _facts(facts: Mapping[str, Fact], each: str | None, *books: Rulebook) -> str:
    return table(
        HEAD,
        (
            (
                code(fact.name),
                fact.label,
                ", ".join(fact.type.values) if isinstance(fact.type, Choice) else fact.type.name,
                fact.unit,
                fact.stated_by.label,
                fact.proof,
                codes(
                    dict.fromkeys(
                        rule.name
                        for book in books
                        for rule in book.rules
                        if rule.each == each and fact.name in rule.facts
                    )
                ),
            )
            for fact in facts.values()
        ),
    )
