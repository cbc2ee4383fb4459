from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from ondiris.web.ui.parts import (
    Colour,
    Event,
    Evidence,
    Finding,
    Line,
    Next,
    Sheet,
    SheetPart,
    SheetStep,
    Step,
    Tag,
    Task,
)

pytestmark = pytest.mark.urls("tests.web.ui.urls")


def drawn(template: str, **context: Any) -> str:
    return Template(template).render(Context(context))


def test_a_citation_leads_to_its_provision() -> None:
    html = drawn('{% cite "25.5:1" %}')
    assert html == '<a class="cite" href="/en/law/25.5:1/">art. 25.5:1</a>'


def test_a_tag_says_its_state_in_words_and_escapes_them() -> None:
    assert drawn("{% tag state %}", state=Tag("A & B", Colour.RED)) == '<span class="tag tag--red">A &amp; B</span>'


def test_a_colour_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="purple"):
        drawn('{% tag "New" "purple" %}')


class Asked(forms.Form):
    name = forms.CharField(label="Name")
    way = forms.ChoiceField(label="Way", widget=forms.RadioSelect, choices=[("a", "A")])

    def clean(self) -> None:
        raise forms.ValidationError("These two do not fit.")


def test_an_error_summary_takes_focus_and_leads_to_each_field() -> None:
    html = drawn("{% error_summary form %}{{ form }}", form=Asked({}))
    assert 'role="alert" tabindex="-1" autofocus' in html
    for anchor in ("id_name", "id_way_0"):
        assert f'href="#{anchor}"' in html
        assert f'id="{anchor}"' in html
    assert "<li>These two do not fit.</li>" in html


def test_no_errors_are_no_summary() -> None:
    assert drawn("{% error_summary form %}", form=Asked()).strip() == ""


def test_a_summary_list_names_what_each_link_changes() -> None:
    html = drawn("{% summary_list lines %}", lines=[Line("Amount", "5 ₸", "/amount/"), Line("Share", "")])
    assert 'Change<span class="visually-hidden">: Amount</span>' in html
    assert "<dd>—</dd>" in html


def test_a_task_that_cannot_begin_is_no_link_and_says_why() -> None:
    html = drawn("{% task_list tasks %}", tasks=[Task("Sign", Tag("Not yet"), hint="First the rest.")])
    assert "<a" not in html
    assert "First the rest." in html


def test_the_step_where_the_case_stands_is_told_to_screen_readers() -> None:
    html = drawn("{% steps steps %}", steps=[Step("Draft", "past"), Step("Experts", "now"), Step("Decision", "ahead")])
    assert html.count('aria-current="step"') == 1
    assert html.index("Draft") < html.index('aria-current="step"') < html.index("Decision")


def test_what_happens_next_names_who_when_and_the_article() -> None:
    html = drawn("{% what_next nexts %}", nexts=[Next("Experts score it", "The institute", date(2026, 12, 1), "42.3")])
    for text in ("Experts score it", "The institute", "by 1 December 2026", "/en/law/42.3/"):
        assert text in html


def test_the_end_of_the_road_is_said() -> None:
    assert "Nothing more is to be done here." in drawn("{% what_next nexts %}", nexts=[])


@pytest.mark.parametrize(("answer", "word"), [("met", "Met"), ("not_met", "Not met"), ("undetermined", "Undetermined")])
def test_a_finding_says_its_answer_in_a_word(answer: str, word: str) -> None:
    html = drawn("{% findings findings %}", findings=[Finding("It makes goods of the list.", answer, "25.5:1")])
    assert f"</svg>{word}</p>" in html


def test_a_fact_that_was_not_stated_says_so() -> None:
    finding = Finding("It is three years old.", "undetermined", "25.5:3", [Evidence("Years", "3", "", "")])
    assert "not stated" in drawn("{% findings findings %}", findings=[finding])


def test_a_sheet_shows_each_sum_and_marks_an_example() -> None:
    steps = [SheetStep("Part", "38 % × 100", Decimal("38")), SheetStep("Due for it", amount=Decimal("38"), total=True)]
    sheet = Sheet("Due", [SheetPart("First payment", steps)], SheetStep("In all", amount=Decimal("38")), "27.4", "Yes.")
    html = drawn("{% sheet sheet %}", sheet=sheet)
    assert html.count("38.00\N{NO-BREAK SPACE}₸") == 3
    assert "Example formula" in html


@pytest.mark.parametrize(("value", "length", "text"), [(62, "62", "62%"), (130, "100", "130%"), (None, "0", "not")])
def test_a_level_is_text_beside_a_bar_that_ends_at_its_end(value: int | None, length: str, text: str) -> None:
    html = drawn('{% level value "Exports" %}', value=value)
    assert f'width="{length}" height="8"' in html
    assert text in html


def test_an_entry_of_a_journal_tells_who_for_whom_and_when() -> None:
    at = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    html = drawn("{% timeline events %}", events=[Event(at, "A. S.", "Signed", "The plant", "27.1")])
    assert "22 November 2026, 14:05</time> · A. S., The plant" in html


def test_a_wording_that_is_not_held_is_not_made_up() -> None:
    assert "This wording is not held here." in drawn('{% beside_official "Summary" %}')


def test_a_wide_table_scrolls_in_a_region_that_the_keyboard_reaches() -> None:
    html = drawn('{% scroll "Rates" %}<table></table>{% endscroll %}')
    assert html == '<div class="scroll" role="region" aria-label="Rates" tabindex="0"><table></table></div>'


def test_a_notice_keeps_the_html_of_the_template_and_escapes_what_comes_from_outside() -> None:
    html = drawn('{% notice "warning" title %}<p>{{ text }}</p>{% endnotice %}', title="Note <b>", text="<script>")
    assert "<p>&lt;script&gt;</p>" in html
    assert "Note &lt;b&gt;" in html


def test_a_confirmation_is_a_form_of_its_own_with_the_token() -> None:
    html = drawn('{% confirm form "Sign" "I sign" warning=True %}', form=Asked(), csrf_token="token")
    assert 'name="csrfmiddlewaretoken" value="token"' in html
    assert "button--warning" in html


FRAME = {
    "navigation": [("Today", "/en/", True), ("The law", "/en/law/", False)],
    "languages": [{"code": "kk", "name": "Қазақша", "url": "/kk/", "current": False}],
    "actor": {"name": "A. S.", "acts_for": "The plant"},
    "sign_out_url": "/out/",
    "demonstration": {"day": date(2026, 11, 22), "action": "/day/"},
    "footer": [("Open data", "/data/")],
}


def test_the_frame_has_what_surrounds_every_page() -> None:
    html = render_to_string("ui/page.html", FRAME)
    assert html.index('href="#content"') < html.index("<header")
    assert '<html lang="en">' in html
    assert '<a href="/en/" aria-current="page">Today</a>' in html
    assert '<a href="/kk/" lang="kk" hreflang="kk">Қазақша</a>' in html
    assert 'min="2026-11-22"' in html
    assert '<form method="post" action="/out/">' in html


@pytest.mark.parametrize("template", ["ui/page.html", "500.html"])
def test_the_frame_needs_no_context(template: str) -> None:
    assert 'id="content"' in render_to_string(template)


def test_a_title_ends_with_the_name_of_the_product() -> None:
    page = '{% extends "ui/page.html" %}{% block title %}The grant{% endblock %}'
    assert "<title>The grant — Öndiris</title>" in drawn(page)
