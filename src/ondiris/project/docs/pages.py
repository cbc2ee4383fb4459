"""Which pages are made, are they as the code has them, and how are they written?"""

from collections.abc import Mapping
from pathlib import Path

from django.utils import translation

from ondiris.domains.measures.catalogue import MEASURES
from ondiris.project.docs import facts, rulebook
from ondiris.project.docs.acts import acts_page
from ondiris.project.docs.coverage import coverage_page
from ondiris.project.docs.facts import facts_page
from ondiris.project.docs.flows import flow_page, flows_index
from ondiris.project.docs.markdown import page
from ondiris.project.docs.parameters import parameters_page
from ondiris.project.docs.registered import flows
from ondiris.project.docs.rulebook import rulebook_page

FOLDERS = ("law", "flows")  # every page below them is made


def pages() -> Mapping[str, str]:
    """The text of every made page by its file below the folder of the documentation, in English."""
    with translation.override("en"):
        made = {
            "law/README.md": _law_index(),
            "law/parameters.md": parameters_page(),
            "law/acts.md": acts_page(),
            "law/coverage.md": coverage_page(),
            "flows/README.md": flows_index(),
        }
        made |= {f"law/rulebook/{measure.name}.md": rulebook_page(measure) for measure in MEASURES}
        made |= {f"law/facts/{measure.name}.md": facts_page(measure) for measure in MEASURES}
        made |= {
            "law/rulebook/customers.md": rulebook.customers_page(),
            "law/facts/customers.md": facts.customers_page(),
        }
        made |= {f"flows/{flow.name}.md": flow_page(flow) for flow in flows()}
        return dict(sorted(made.items()))


def write(folder: Path) -> list[str]:
    """Bring the folder's made pages up to date; returns the files that were written or removed."""
    made, changed = pages(), stale(folder)
    for name in changed:
        file = folder / name
        if name in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[name], encoding="utf-8")
        else:
            file.unlink()
    return changed


def stale(folder: Path) -> list[str]:
    """The files that are missing, say something else than the code does, or are made no longer."""
    made = pages()
    there = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for below in FOLDERS
        for file in (folder / below).rglob("*.md")
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
                "- [Parameters](parameters.md): every number, with its source and how sure it is",
                "- [Acts](acts.md): everything that can be done, with its provision",
                "- [Flows](../flows/README.md): states and moves",
                "- [Coverage of the law](coverage.md): which provision is carried out by what",
            ]
        ),
    )
