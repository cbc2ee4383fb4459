"""The documentation: made pages are as the code has them, and written ones have what they must have."""

import argparse
import re
from pathlib import Path

import pytest

from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.parties.terms import WORDS, Role
from ondiris.law.deadlines import deadlines
from ondiris.law.provisions.terms import Bearer
from ondiris.project.cli import commands, docs
from ondiris.project.docs import pages
from ondiris.project.docs.flows import stays
from ondiris.project.docs.registered import acts, beginnings, flows

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
HEADINGS = ["What we faced", "Ways we weighed", "What we chose", "What follows", "When to look again"]
WRITTEN = [ROOT / "README.md", *DOCS.glob("*.md"), *DECISIONS, DOCS / "decisions" / "README.md"]
PLAIN_WORDS = {  # bearers that are no terms of the law, or a closer word for one
    Bearer.STATE, Bearer.PRESIDENT, Bearer.EVERYONE, Bearer.OPTIMISATION_HOLDING,
    Bearer.SCRAP_LEGAL_ENTITY, Bearer.RECIPIENT, Bearer.ORGANISATION,
}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return dict(pages.pages())


@pytest.fixture
def folder(made, tmp_path: Path, monkeypatch) -> Path:
    """A folder with all pages made; they are made once for all tests."""
    monkeypatch.setattr(pages, "pages", lambda: made)
    pages.write(tmp_path)
    return tmp_path


def named(file: Path) -> str:
    return file.name


# Made pages


def test_pages_just_written_are_not_stale(folder: Path):
    assert pages.stale(folder) == []


def test_a_page_that_says_something_else_is_stale(folder: Path):
    (folder / "docs/law/acts.md").write_text("An act that nobody registered.")
    assert pages.stale(folder) == ["docs/law/acts.md"]


def test_a_page_that_is_missing_is_stale(folder: Path):
    (folder / "docs/flows/application.md").unlink()
    assert pages.stale(folder) == ["docs/flows/application.md"]


def test_a_page_that_is_made_no_longer_is_removed(folder: Path):
    (folder / "docs/law/rulebook/given-up.md").write_text("# Rules of a measure that is gone")
    assert pages.stale(folder) == ["docs/law/rulebook/given-up.md"]
    assert pages.write(folder) == ["docs/law/rulebook/given-up.md"]
    assert not (folder / "docs/law/rulebook/given-up.md").exists()


def test_writing_leaves_written_pages_alone(folder: Path):
    (folder / "docs/glossary.md").write_text("by hand")
    pages.write(folder)
    assert (folder / "docs/glossary.md").read_text() == "by hand"


def test_check_names_the_stale_page_and_changes_nothing(folder: Path, monkeypatch, capsys):
    (folder / "docs/law/parameters.md").write_text("old")
    monkeypatch.setattr(docs, "ROOT", folder)
    assert docs.run(argparse.Namespace(check=True)) == 1
    assert "docs/law/parameters.md" in capsys.readouterr().out
    assert (folder / "docs/law/parameters.md").read_text() == "old"


def test_making_brings_the_stale_page_up_to_date(folder: Path, monkeypatch):
    (folder / "docs/law/parameters.md").write_text("old")
    monkeypatch.setattr(docs, "ROOT", folder)
    assert docs.run(argparse.Namespace(check=False)) == 0
    assert docs.run(argparse.Namespace(check=True)) == 0


def test_an_installed_package_has_no_pages_to_make(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(docs, "ROOT", tmp_path / "nowhere")
    assert docs.run(argparse.Namespace(check=False)) == 2
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_measure_has_every_rule_and_fact_on_its_pages(measure, made):
    rules, facts = made[f"docs/law/rulebook/{measure.name}.md"], made[f"docs/law/facts/{measure.name}.md"]
    lists = [fact for rows in measure.facts.lists.values() for fact in rows]
    assert [
        rule.name for rule in measure.rules.rules if f"| `{rule.name}` |" not in re.sub("<br>.*", " |", rules)
    ] == []
    assert [name for name in [*measure.facts.facts, *lists] if f"| `{name}` |" not in facts] == []


def test_every_registered_act_is_on_the_page_of_acts(made):
    assert [name for name in [*acts(), *beginnings()] if f"| `{name}` |" not in made["docs/law/acts.md"]] == []


@pytest.mark.parametrize("flow", flows(), ids=lambda flow: flow.name)
def test_a_diagram_has_every_move_that_changes_the_state(flow, made):
    diagram = made[f"docs/flows/{flow.name}.md"].partition("```mermaid")[2].partition("```")[0]
    missing = [
        move.name for move in flow.moves.values() if not stays(move) and not re.search(rf"\b{move.name}\b", diagram)
    ]
    assert missing == []
    assert all(diagram.count(f"\n    {state}: ") == 1 for state in flow.states)


def test_no_page_breaks_its_tables(made):
    """Every row of a table has as many cells as its head."""
    for name, text in made.items():
        for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
            cells = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            assert len(cells) == 1, name


def test_pages_are_the_same_each_time_they_are_made(made):
    again = dict(pages.pages())
    assert made == again


def test_every_deadline_and_exception_is_on_the_page_of_deadlines(made):
    page = made["docs/law/deadlines.md"]
    assert [name for name in deadlines() if f"| `{name}` |" not in page] == []
    assert [one for one in deadlines().excepted if f"| {one.provision} | {one.reason} |" not in page] == []


# Written pages


def test_there_are_decisions():
    assert len(DECISIONS) >= 16


@pytest.mark.parametrize("file", DECISIONS, ids=named)
def test_a_decision_says_what_was_faced_weighed_and_chosen(file: Path):
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HEADINGS
    assert all(body.strip() for body in re.split(r"^## .*$", text, flags=re.MULTILINE)[1:])


@pytest.mark.parametrize("file", DECISIONS, ids=named)
def test_a_decision_is_numbered_and_in_the_index(file: Path):
    number, title = int(file.name[:4]), file.read_text(encoding="utf-8").partition("\n")[0]
    assert title.startswith(f"# {number}. ")
    assert f"[{title.removeprefix('# ')}]({file.name})" in (DOCS / "decisions" / "README.md").read_text(
        encoding="utf-8"
    )


def glossary() -> list[list[str]]:
    """Rows of English, Russian, Kazakh, article."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return rows[2:]


def test_every_term_has_three_languages_and_its_article():
    rows = glossary()
    assert len(rows) >= 100
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
    assert [row[0] for row in rows if not re.search("[а-яё]", row[1]) or not re.search("[а-яәіңғүұқөһ]", row[2])] == []


def test_no_term_stands_twice():
    terms = [row[0].lower() for row in glossary()]
    assert sorted(set(terms)) == sorted(terms)


def test_the_code_calls_bearers_and_roles_as_the_glossary_does():
    terms = {row[0].lower().partition(" (")[0] for row in glossary()}
    bearers = {bearer.label.lower() for bearer in Bearer if bearer not in PLAIN_WORDS}
    assert (bearers | {WORDS[role].lower() for role in Role}) - terms == set()


@pytest.mark.parametrize("file", WRITTEN, ids=named)
def test_links_lead_somewhere(file: Path):
    links = re.findall(r"\]\(([^)#:]+\.(?:md|svg))(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_every_domain_says_what_it_answers():
    domains = [file.parent for file in (ROOT / "src/ondiris/domains").glob("*/apps.py")]
    texts = {domain.name: (domain / "README.md").read_text(encoding="utf-8") for domain in domains}
    short = {name for name, text in texts.items() if not all(w in text for w in ("?", "**Words**", "**Articles**"))}
    assert short == set()
    assert {name for name, text in texts.items() if len(text.splitlines()) > 12} == set()


def test_each_library_is_on_the_page_that_weighs_libraries():
    asked = [
        re.split(r"[\[<>=]", line)[0].strip()
        for name in ("base.in", "dev.in")
        for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-"))
    ]
    page = next(file for file in DECISIONS if file.name.startswith("0014")).read_text(encoding="utf-8")
    assert [library for library in asked if not re.search(rf"\b{re.escape(library)}\b", page)] == []


def test_the_command_line_has_what_the_first_page_promises():
    parser = argparse.ArgumentParser()
    commands.add_all(parser.add_subparsers())
    known = {choice for action in parser._subparsers._group_actions for choice in action.choices}
    said = set(re.findall(r"\| `ondiris (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert said - known == set()
    assert known - said == set()
