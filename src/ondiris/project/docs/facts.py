"""What does a page of a measure's facts say?"""

from collections.abc import Mapping

from ondiris.domains.measures.declaration import Measure
from ondiris.law.rulebook import Fact
from ondiris.law.types import Choice
from ondiris.project.docs.markdown import code, codes, page, table

HEAD = ("Fact", "What it is", "Type", "Unit", "Whose word", "What shows it", "Read by")


def facts_page(measure: Measure) -> str:
    """The facts of a case, then those of each row of its lists."""
    lists = (
        block
        for name, rows in measure.facts.lists.items()
        for block in (f"## Each row of {code(name)}", _facts(measure, rows, name))
    )
    return page(
        f"Facts: {measure.title}",
        f"What is known of a case when it is judged by the [rules](../rulebook/{measure.name}.md). "
        "A fact that is missing leaves the rules that read it undetermined.",
        f"`ondiris facts {measure.name}` prints the same list; a file for `ondiris judge` has these names as columns.",
        "## The case",
        _facts(measure, measure.facts.facts, None),
        *lists,
    )


def _facts(measure: Measure, facts: Mapping[str, Fact], each: str | None) -> str:
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
                codes(rule.name for rule in measure.rules.rules if rule.each == each and fact.name in rule.facts),
            )
            for fact in facts.values()
        ),
    )
