"""The sheet for information: every step of the sum, and that nothing is asked by it."""

import re
from datetime import date
from fractions import Fraction

import pytest
from django.utils import translation

from ondiris.base import figures
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.documents.letters import write as writing
from ondiris.domains.documents.letters.content import Content
from ondiris.domains.documents.letters.render import pdf
from ondiris.domains.documents.models import Document
from ondiris.domains.recovery import information
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.information import information_sheet
from ondiris.domains.recovery.queries import due_on, kept
from ondiris.domains.recovery.sheet import rates_of, share_text, sheet_blocks
from tests.factories import actor, agreement, report

TODAY = date(2026, 3, 2)
IN_THE_GAP = date(2026, 10, 1)


@pytest.fixture
def short(made) -> Agreement:
    """An agreement under which exports reached half of their target."""
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    return signed


@pytest.fixture
def composed(monkeypatch) -> list[Content]:
    """What was composed for printing."""
    seen: list[Content] = []

    def spy(content: Content, language: str, on: date) -> bytes:
        seen.append(content)
        return pdf(content, language, on)

    monkeypatch.setattr(information, "pdf", spy)
    monkeypatch.setattr(writing, "pdf", spy)
    return seen


def text(content: Content) -> str:
    return str(content.plain()).replace("\\xa0", " ")


def test_it_says_that_it_is_no_demand_for_whom_and_when_it_was_calculated(made, short, composed):
    information_sheet(actor(made, "applicant", TODAY), short, date(2026, 2, 1))
    said = text(composed[0])
    assert "What would be due back on 1 February 2026" in said
    assert "Calculated on 2 March 2026 for information; not a demand" in said
    assert f"Made for {made.enterprise.name}" in said
    assert "'Example formula', 'text': 'The formula is an example that the authority must confirm" in said


def test_it_has_every_step_and_where_each_rate_was_read(made, short, composed):
    information_sheet(actor(made, "applicant", TODAY), short, TODAY)
    said = text(composed[0])
    _reached, sheet = due_on(short, TODAY)
    assert said.count("days / 365") == sum(len(step.interest) for step in sheet.steps)
    assert f"['To be returned', '{figures.tenge(sheet.due)}']".replace("\xa0", " ") in said
    for segment in sheet.steps[0].interest:
        assert segment.segment.source in said
    assert "(two sources agree)" in said


def test_its_steps_are_those_of_the_demand(made, short, composed):
    reached, sheet = due_on(short, TODAY)
    shown = list(sheet_blocks(kept(reached, sheet)))
    information_sheet(actor(made, "monitor", TODAY), short, TODAY)
    monitor = actor(made, "monitor", TODAY)
    give_notice(monitor, short.number, text="Exports fell short.")
    drawn = claim.draw(monitor, agreement_number=short.number, demand_on=TODAY)
    claim.demand(actor(made, "decider", TODAY), drawn.number)
    for content in (composed[0], composed[-1]):
        blocks = list(content.blocks)
        assert shown == blocks[blocks.index(shown[0]) :][: len(shown)]


def test_over_a_gap_it_is_undetermined_and_says_as_of_when_the_sum_is_known(made, short, composed):
    assert information_sheet(actor(made, "applicant", TODAY), short, IN_THE_GAP)
    said = text(composed[0])
    _reached, known = due_on(short, date(2026, 9, 8))
    amount = figures.tenge(known.due).replace("\xa0", " ")
    assert "What would be due back on 1 October 2026" in said
    assert "No base rate is established from 8 September 2026." in said
    assert f"As of 8 September 2026: {amount}; later not established." in said
    assert "['Amount', 'undetermined']" in said
    assert f"['To be returned', '{amount}']" in said


def test_without_a_rate_for_every_day_no_total_is_shown(made, short):
    reached, sheet = due_on(short, IN_THE_GAP)
    said = str([block.data for block in sheet_blocks(kept(reached, sheet))])
    assert "['To be returned', 'undetermined']" in said
    assert "['For this payment', '', 'undetermined']" in said


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_is_a_pdf_a_2b_file_in_each_language(made, short, composed, language):
    with translation.override(language):
        made_now = information_sheet(actor(made, "applicant", TODAY), short, TODAY)
        assert figures.day(TODAY) in text(composed[0]).replace("\xa0", " ")
    assert made_now.startswith(b"%PDF-1.7")
    assert re.search(rb'pdfaid:part(>|=")2', made_now)
    assert re.search(rb'pdfaid:conformance(>|=")B', made_now)
    assert re.search(rf"/Lang ?\({language}\)".encode(), made_now)


def test_there_is_none_while_a_year_is_not_reported_or_nothing_was_paid(made):
    signed = agreement(made, "paid")
    reader = actor(made, "applicant", TODAY)
    assert information_sheet(reader, signed, TODAY) is None
    report(made, signed, 2025, ["10000", "50", "10"])
    assert information_sheet(reader, signed, date(2024, 3, 31)) is None


def test_nothing_is_kept_and_nothing_decided(made, short):
    before = (Document.objects.count(), Entry.objects.count())
    information_sheet(actor(made, "applicant", TODAY), short, TODAY)
    assert (Document.objects.count(), Entry.objects.count()) == before


def test_a_sheet_kept_without_sources_is_shown_without_them(short):
    reached, sheet = due_on(short, TODAY)
    old = kept(reached, sheet)
    for step in old["payments"]:
        for part in step["interest"]:
            del part["source"], part["certainty"]
    assert rates_of(old) == []
    assert sum(block.look == "table" for block in sheet_blocks(old)) == 4


@pytest.mark.parametrize(("level", "shown"), [("1/2", "50%"), ("2/3", "66.67% (2/3)"), ("0", "0%")])
def test_a_share_that_two_decimals_cannot_hold_stands_as_a_fraction_too(level, shown):
    assert share_text(Fraction(level)) == shown
