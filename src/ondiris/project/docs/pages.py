"""Which pages and files are made, are they as the code has them, and how are they written?"""

from collections.abc import Mapping
from pathlib import Path

from django.utils import translation

from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.coverage import written
from ondiris.project.docs import facts, rulebook
from ondiris.project.docs.acts import acts_page
from ondiris.project.docs.coverage import coverage, coverage_page
from ondiris.project.docs.deadlines import deadlines_page
from ondiris.project.docs.facts import facts_page
from ondiris.project.docs.flows import flow_page, flows_index
from ondiris.project.docs.markdown import page
from ondiris.project.docs.parameters import parameters_page
from ondiris.project.docs.registered import flows
from ondiris.project.docs.rulebook import rulebook_page

FOLDERS = ("docs/law", "docs/flows")  # every page below them is made
COVERAGE = "src/ondiris/law/coverage.json"  # shipped with the package, read by pages and programs


def pages() -> Mapping[str, str]:
    """The text of every made page, and of the coverage's file, by its file below the root, in English."""
    with translation.override("en"):
        covered = coverage()
        made = {
            "law/README.md": _law_index(),
            "law/parameters.md": parameters_page(),
            "law/deadlines.md": deadlines_page(),
            "law/acts.md": acts_page(),
            "law/coverage.md": coverage_page(covered),
            "flows/README.md": flows_index(),
        }
        made |= {f"law/rulebook/{measure.name}.md": rulebook_page(measure) for measure in MEASURES}
        made |= {f"law/facts/{measure.name}.md": facts_page(measure) for measure in MEASURES}
        made |= {
            "law/rulebook/customers.md": rulebook.customers_page(),
            "law/facts/customers.md": facts.customers_page(),
            "law/rulebook/contracts.md": rulebook.contracts_page(),
            "law/facts/contracts.md": facts.contracts_page(),
        }
        made |= {f"flows/{flow.name}.md": flow_page(flow) for flow in flows()}
        return {f"docs/{name}": text for name, text in sorted(made.items())} | {COVERAGE: written(covered)}


def write(root: Path) -> list[str]:
    """Bring what is made up to date; returns the files that were written or removed."""
    made, changed = pages(), stale(root)
    for name in changed:
        file = root / name
        if name in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[name], encoding="utf-8")
        else:
            file.unlink()
    return changed


def stale(root: Path) -> list[str]:
    """The files that are missing, say something else than the code does, or are made no longer."""
    made = pages()
    pages_there = {file for below in FOLDERS for file in (root / below).rglob("*.md")}
    there = {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in {*pages_there, root / COVERAGE}
        if file.exists()
    }
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def _law_index() -> str:
    return page(
        "The law, as the code has it",
        "\n".join(
            [
                *(f"- [Rules: {one.title}](rulebook/{one.name}.md)" for one in MEASURES),
                *(f"- [Facts: {one.title}](facts/{one.name}.md)" for one in MEASURES),
                "- [Rules: customers of article 46](rulebook/customers.md)",
                "- [Facts: customers of article 46](facts/customers.md)",
                "- [Rules: contracts that develop industry](rulebook/contracts.md)",
                "- [Facts: contracts that develop industry](facts/contracts.md)",
                "- [Parameters](parameters.md): every number, with its source and how sure it is",
                "- [Deadlines](deadlines.md): everything with a day, a recurrence or a term, and what is none",
                "- [Acts](acts.md): everything that can be done, with its provision",
                "- [Flows](../flows/README.md): states and moves",
                "- [Coverage of the law](coverage.md): which provision is carried out by what",
            ]
        ),
    )
