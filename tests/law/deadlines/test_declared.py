"""The shipped deadlines, and rows that are refused."""

import re
from pathlib import Path

import pytest

from ondiris.law.deadlines import Recurrence, deadlines, held_up
from ondiris.law.deadlines.declared import DeadlineError, load
from ondiris.law.deadlines.due import AFTER_QUARTER, IN_YEAR, month_day
from ondiris.law.parameters import Parameters
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.terms import Kind

SHARED = Path(__file__).parents[4] / "shared" / "law"
SPEAKS_OF_TIME = re.compile(
    r"\b(each|every) (year|quarter)|\bquarter|financial year|months? from|by \d+ [A-Z]|before \d+ [A-Z]"
    r"|No (day|period|time) is given|by the dates|all the time|By when|When it checks",
)
SOFT = {
    "1.3",
    "1.11",
    "4.7",
    "4.8",
    "18.2",
    "26.1",
    "34.3.1",
    "41.2",
}  # words of time without a day, an aim or a manner
BY_PARTS = {"48.2", "55.1"}  # of which a part is declared or excepted
ROW = """
[[deadline]]
id = "needs"
provision = "47.1"
bearers = ["industry_institute"]
recurrence = "yearly"
by = "05-20"
wording = "в срок до 20 мая"
declared_on = 2026-11-22
en = "Needs"
ru = "Потребности"
kk = "Қажеттіліктер"
"""


def spoken_for() -> set[ProvisionId]:
    declared = {provision for one in deadlines().values() for provision in one.provisions}
    return declared | {one.provision for one in deadlines().excepted}


def test_every_duty_that_speaks_of_time_is_declared_or_excepted():
    of_time = {
        provision.id
        for provision in register().values()
        if (provision.kind is Kind.DUTY and SPEAKS_OF_TIME.search(provision.summary.en)) or "A5" in provision.systems
    }
    assert len(of_time) > 15
    assert of_time - spoken_for() == set()


def test_every_provision_of_the_reading_notes_is_declared_or_excepted():
    notes = SHARED / "notes.md"
    if not notes.exists():
        pytest.skip("the reading notes are not here")
    section = notes.read_text(encoding="utf-8").partition("## 2.")[2].partition("## 3.")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if re.match(r"\| \d", line)]
    cells += [line.split("|")[2] for line in section.splitlines() if line.startswith("| duties with NO time")]
    found = {
        re.sub(r" p(\d)", lambda part: f"p{part[1]}" if part[1] != "1" else "", text)
        for cell in cells
        for text in re.findall(r"\d[\d.:-]*(?: p\d)?", cell)
    }
    assert len(found) > 40
    assert {str(one) for one in spoken_for()} >= found - SOFT - BY_PARTS


def test_the_wordings_are_the_law_s_own():
    official = SHARED / "ru.txt"
    if not official.exists():
        pytest.skip("the official text is not here")
    text = " ".join(official.read_text(encoding="utf-8").split())
    assert [one.id for one in deadlines().values() if one.wording not in text] == []


def test_what_is_excepted_is_not_declared_too():
    declared = {provision for one in deadlines().values() for provision in one.provisions}
    assert declared & {one.provision for one in deadlines().excepted} == set()


def test_the_settings_speak_of_declared_deadlines_to_which_the_law_gives_no_day():
    open_to = {
        AFTER_QUARTER: {Recurrence.QUARTERLY},
        IN_YEAR: {Recurrence.YEARLY, Recurrence.BY_ACT, Recurrence.NOT_GIVEN},
    }
    for name, recurrences in open_to.items():
        without = {one.id for one in deadlines().values() if one.recurrence in recurrences and not one.has_day}
        assert set(Parameters.load().declared[name].categories) == without
    assert all(month_day(value.value) for value in Parameters.load().values if value.name == IN_YEAR)


def test_a_late_analysis_of_needs_holds_up_the_whole_list():
    names = [one.id for one in held_up(deadlines()["purchase-needs"], deadlines())]
    assert names == ["goods-list-drawn", "goods-list-agreed", "goods-list-approved", "goods-list-placed"]


def test_the_same_information_of_regions_is_asked_twice_and_due_once():
    assert [str(one) for one in deadlines()["map-projects"].provisions] == ["6.2p4", "11.8"]
    assert len(deadlines()["map-projects"].bearers) == 3


def test_a_good_row_is_taken():
    assert load(ROW)["needs"].by == (5, 20)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"47.1"', '"47.9"', "the register has no 47.9"),
        ("industry_institute", "customer", "names no such bearer"),
        ("industry_institute", "ministry", "bearers"),
        ('by = "05-20"', 'by = "05-20"\nbefore = "05-21"', "either `before` or `by`"),
        ('by = "05-20"', 'by = "02-29"', "does not come every year"),
        ('by = "05-20"', 'by = "20 May"', "by"),
        ('"yearly"', '"quarterly"', "belongs to what is yearly"),
        ('"yearly"\nby = "05-20"', '"triggered"', "names it"),
        ('by = "05-20"', "months = 3", "begins with an event"),
        ('by = "05-20"', 'until = "05-20"', "until"),
        ('kk = "Қажеттіліктер"', "", "due.kk"),
        ('by = "05-20"', 'waits_for = ["else"]', "else, which is not declared"),
        ('by = "05-20"', 'waits_for = ["needs"]', "waits for itself"),
        ('id = "needs"', 'id = "Needs!"', "Needs!"),
        ("2026-11-22", '"2026-11-22"', "declared_on"),
        ("[[deadline]]", "[[deadlines]]", "not known: deadlines"),
        ("[[deadline]]", "[[deadline", "not TOML"),
        (ROW, ROW + ROW, "stands twice"),
        (ROW, '[[excepted]]\nprovision = "99.9"\nreason = "none"', "no such provision"),
    ],
)
def test_a_bad_row_is_named(old: str, new: str, said: str):
    with pytest.raises(DeadlineError) as refused:
        load(ROW.replace(old, new))
    assert said in str(refused.value)
