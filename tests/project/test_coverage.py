"""Coverage: what carries a provision out is read from citations, and nobody can claim it by hand."""

from pathlib import Path

import pytest

from ondiris.law import coverage as shipped
from ondiris.law.coverage import Kind, Reach, Reason
from ondiris.law.provisions import terms
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.terms import Bearer
from ondiris.project.docs import pages
from ondiris.project.docs.citations import Named, citations
from ondiris.project.docs.citing_tests import CitingTests, citing_tests
from ondiris.project.docs.coverage import coverage, covered
from ondiris.project.docs.reading import in_prose

MEANS = Named(Kind.CODE, "planted")
RULE = Named(Kind.RULE, "is_operating", place="ondiris.rules.is_operating")
ACT = Named(Kind.ACT, "claim.demand", place="ondiris.actions.claim.demand")
LEDGER = Named(Kind.CODE, "domains.funds.ledger", place="ondiris.domains.funds.ledger")


@pytest.fixture(scope="module")
def rows():
    return {str(row.id): row for row in coverage()}


def reach_of(provision: str, **cited: list[Named]) -> tuple[Reach, Reason | None]:
    """How far a provision of the law is, where only these are cited; `p60_4` stands for 60.4."""
    named = {name[1:].replace("__", ":").replace("_", "."): by for name, by in cited.items()}
    row = next(row for row in covered(register(), named, CitingTests()) if str(row.id) == provision)
    return row.reach, row.reason


def package(folder: Path, text: str) -> Path:
    (folder / "domains").mkdir(exist_ok=True)
    (folder / "domains" / "planted.py").write_text(text)
    return folder


def cited_by(folder: Path, text: str, name: str = "test_planted.py") -> CitingTests:
    (folder / name).write_text(text)
    return citing_tests([RULE, ACT, LEDGER], folder)


# How far


@pytest.mark.parametrize(("provision", "reach"), [("26.3", Reach.CARRIED_OUT), ("13.2.2", Reach.IN_PART)])
def test_a_provision_is_carried_out_as_far_as_it_is_cited(provision, reach, rows):
    assert rows[provision].reach is reach


@pytest.mark.parametrize(
    ("provision", "reach"),
    [
        ("4.2", (Reach.NOTHING_NEEDED, Reason.PRINCIPLE)),
        ("13.4", (Reach.NOTHING_NEEDED, Reason.GONE)),
        ("8.1", (Reach.NOTHING_NEEDED, Reason.GOVERNMENT)),
        ("3.2.1", (Reach.NOTHING_NEEDED, Reason.TASK)),
        ("5", (Reach.NOT_YET, None)),  # an aim by its kind, it leads in to duties
        ("5.2", (Reach.NOT_YET, None)),  # the Government's report, which a part of the system is to make
        ("14.1.1", (Reach.NOT_YET, None)),  # a task of the commission
        ("9.1", (Reach.NOT_YET, None)),  # a competence of the industry authority
        ("23.3", (Reach.NOT_YET, None)),  # a duty of the State
    ],
)
def test_what_nothing_cites_needs_nothing_by_its_kind_alone(provision, reach):
    assert reach_of(provision) == reach


def test_every_provision_has_its_state(rows):
    assert [ProvisionId.parse(id) for id in rows] == list(register())
    assert [id for id, row in rows.items() if row.reach is Reach.NOTHING_NEEDED and row.reason is None] == []


def test_what_binds_or_empowers_somebody_needs_something(rows):
    """Only what is gone, or what the Government does alone, is of another kind than those that need nothing."""
    silent = {terms.Kind.DEFINITION, terms.Kind.AIM, terms.Kind.TASK, terms.Kind.PRINCIPLE}
    silent |= {terms.Kind.TRANSITION, terms.Kind.COMMENCEMENT}
    others = [
        register()[row.id]
        for row in rows.values()
        if row.reach is Reach.NOTHING_NEEDED and row.reason is not Reason.GONE and register()[row.id].kind not in silent
    ]
    assert {bearer for provision in others for bearer in provision.bearers} <= {Bearer.GOVERNMENT, Bearer.PRESIDENT}
    assert all(provision.bearers for provision in others)


def test_a_duty_of_the_industry_authority_never_needs_nothing(rows):
    authority = [one for one in register().values() if Bearer.INDUSTRY_AUTHORITY in one.bearers]
    needing = {terms.Kind.DUTY, terms.Kind.COMPETENCE, terms.Kind.PROCEDURE, terms.Kind.CONDITION}
    assert len(authority) > 100
    assert {rows[str(one.id)].reach for one in authority if one.kind in needing} & {Reach.NOTHING_NEEDED} == set()


def test_what_only_leads_in_is_as_far_as_what_stands_in_it():
    assert reach_of("27.3") == (Reach.NOT_YET, None)
    assert reach_of("27.3", p27_3__1=[MEANS]) == (Reach.IN_PART, Reason.WITHIN)
    every = {"p27_3__1": [MEANS], "p27_3__2": [MEANS], "p27_3__3": [MEANS]}
    assert reach_of("27.3", **every) == (Reach.CARRIED_OUT, Reason.WITHIN)


def test_to_cite_what_leads_in_does_not_carry_out_what_stands_in_it():
    assert reach_of("27.3", p27_3=[MEANS]) == (Reach.IN_PART, None)
    assert reach_of("27.3:1", p27_3=[MEANS]) == (Reach.NOT_YET, None)


def test_later_parts_of_a_unit_speak_for_themselves():
    assert reach_of("42.3", p42_3=[MEANS]) == (Reach.CARRIED_OUT, None)
    assert reach_of("42.3p2", p42_3=[MEANS]) == (Reach.NOT_YET, None)


def test_a_page_alone_carries_out_nothing():
    assert reach_of("27.4", p27_4=[Named(Kind.PAGE, "open/home.html")]) == (Reach.NOT_YET, None)


# What cites


def test_a_planted_citation_appears_and_a_removed_one_disappears(tmp_path: Path):
    planted = citations(package(tmp_path, '"""How is coverage planted? (60.4)"""\n'))
    assert [named.name for named in planted["60.4"]] == ["domains.planted"]
    assert "60.4" not in citations(package(tmp_path, '"""How is coverage planted?"""\n'))


def test_a_comment_cites_nothing(tmp_path: Path):
    assert "60.4" not in citations(package(tmp_path, "def plant():  # 60.4\n    return '60.4'\n"))


def test_a_refusal_cites_by_the_function_it_stands_in(tmp_path: Path):
    text = "def plant():\n    raise Trouble('no', provision='60.4')\ndef _hide():\n    '''By 60.5.'''\n"
    found = citations(package(tmp_path, text))
    assert [named.name for named in found["60.4"]] == ["domains.planted.plant"]
    assert [named.name for named in found["60.5"]] == ["domains.planted"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("What is due? (27.4)", {"27.4"}),
        ("Promises kept (42, 27.4).", {"42", "27.4"}),
        ("The one article 57 names; art. 22 too.", {"57", "22"}),
        ("As 13.5.10-1 and 5.2p3 and 25.5:1 say.", {"13.5.10-1", "5.2p3", "25.5:1"}),
        ("What 26.3 says.", {"26.3"}),
        ("OpenAPI 3.1 and WCAG 2.2", set()),
        ("At least 2.5 per cent, or 7.5 %.", set()),
        ("12,345,678.90 tenge on 27.12.2021", set()),
        ("By article 5 of the Entrepreneurial Code; 3 of 7 (three).", set()),
    ],
)
def test_prose_cites_by_ids_and_not_by_other_numbers(text, cited):
    assert set(in_prose(text)) == cited


def test_the_code_cites_no_provision_that_the_law_has_not():
    known = {str(id) for id in register()}
    assert [(id, [one.name for one in by]) for id, by in citations().items() if id not in known] == []


# Tests that cite


@pytest.mark.parametrize(
    ("line", "cites"),
    [
        ('assert entry.provision == "27.4"', True),
        ('assert found == {"citation": "27.4"}', True),
        ('assert on_grounds("x") == ("27.4", None)', True),
        ('"""By 27.4 it is due."""', True),
        ('assert rate == "27.4"', False),
        ('assert entry.provision == Decimal("27.4")', False),
        ('rows = ["27.4", "1.5"]', False),
        ("pass  # 27.4", False),
    ],
)
def test_an_id_that_could_be_a_number_cites_where_provisions_are_spoken_of(line, cites, tmp_path: Path):
    found = cited_by(tmp_path, f"def test_it():\n    {line}\n")
    assert found.provisions.get("27.4") == ({"test_planted.py::test_it"} if cites else None)


def test_a_parametrised_id_cites(tmp_path: Path):
    found = cited_by(tmp_path, '@mark.parametrize("provision", ["27.4"])\ndef test_it(provision):\n    pass\n')
    assert found.provisions["27.4"] == {"test_planted.py::test_it"}
    found = cited_by(tmp_path, '@mark.parametrize("rate", ["27.4", "25.5:1"])\ndef test_it(rate):\n    pass\n')
    assert set(found.provisions) == {"25.5:1"}


def test_what_stands_beside_the_tests_is_said_by_the_file(tmp_path: Path):
    found = cited_by(tmp_path, '"""Money back (27.4)."""\ndef test_it():\n    pass\n')
    assert found.provisions["27.4"] == {"test_planted.py"}


def test_a_class_says_it_for_each_of_its_tests(tmp_path: Path):
    found = cited_by(tmp_path, 'class TestBack:\n    """By 27.4."""\n    def test_it(self):\n        pass\n')
    assert found.provisions["27.4"] == {"test_planted.py::test_it"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("def test_is_operating():\n    pass\n", RULE),
        ('def test_it():\n    assert found["is_operating"]\n', RULE),
        ('def test_it():\n    assert entry.act == "claim.demand"\n', ACT),
        ("from ondiris.actions import claim\ndef test_it():\n    claim.demand(who, number)\n", ACT),
        ("from ondiris.actions.claim import demand as ask\ndef test_it():\n    ask(who)\n", ACT),
        ("from ondiris.domains.funds import ledger\ndef test_it():\n    ledger.pay(1)\n", LEDGER),
        ("from ondiris.actions.claim import demand\ndef test_it():\n    pass\n", None),
        ("from ondiris.domains.funds.ledger import LIMIT\ndef test_it():\n    assert LIMIT\n", None),
    ],
)
def test_a_test_cites_what_it_names_or_uses(text, named, tmp_path: Path):
    assert list(cited_by(tmp_path, text).named) == ([named] if named else [])


def test_helpers_and_samples_are_no_tests(tmp_path: Path):
    assert not cited_by(tmp_path, '"""By 27.4."""\n', "conftest.py").provisions
    (tmp_path / "law").mkdir()
    assert not cited_by(tmp_path, '"""By 27.4."""\n', "law/test_samples.py").provisions


# The file


def test_a_row_names_its_rule_its_page_and_its_tests(rows):
    row = rows["25.5:1"]
    rule = next(means for means in row.by if means.name == "is_oriented_to_the_list")
    assert ("measure", "industrial-grant") in rule.pages
    assert "domains/measures/industrial_grant/test_rules.py::test_is_oriented_to_the_list" in rule.tests
    home = next(means for means in rows["25.8"].by if means.name == "open/home.html")
    assert home.pages == (("home",),)


def test_the_page_and_the_file_are_of_one_computation(rows):
    made = pages.pages()
    line = next(line for line in made["docs/law/coverage.md"].splitlines() if line.startswith("| 25.5:1 |"))
    assert "rule: `is_oriented_to_the_list`" in line
    assert "`domains/measures/industrial_grant/test_rules.py` (" in line
    assert list(shipped.read(made[pages.COVERAGE]).values()) == list(rows.values())


@pytest.mark.parametrize(
    ("provision", "means", "page"),
    [
        ("9.28", "act edition.approve", ("desk:lists",)),  # the list, from which one comes to the act
        ("42", "measure industrial-grant", ("measure", "industrial-grant")),
        ("6.3p3", "page open/enterprises.html", ("enterprises",)),
    ],
)
def test_what_carries_a_provision_out_leads_to_the_page_where_that_is_done(rows, provision, means, page):
    assert page in next(one.pages for one in rows[provision].by if one.key == means)


def test_the_shipped_file_knows_the_whole_register():
    assert list(shipped.coverage()) == list(register())


def test_coverage_set_by_hand_is_found_and_undone(tmp_path: Path, monkeypatch):
    made = pages.pages()
    monkeypatch.setattr(pages, "pages", lambda: made)
    pages.write(tmp_path)
    file = tmp_path / pages.COVERAGE
    by_hand = made[pages.COVERAGE].replace('"state": "not_yet"', '"state": "carried_out"', 1)
    assert by_hand != made[pages.COVERAGE]
    file.write_text(by_hand)
    assert pages.stale(tmp_path) == [pages.COVERAGE]
    assert pages.write(tmp_path) == [pages.COVERAGE]
    assert file.read_text() == made[pages.COVERAGE]
