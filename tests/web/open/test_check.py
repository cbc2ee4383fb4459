"""Does the self-check ask what the rules read, show what they find, and keep nothing?"""

import re
from datetime import date
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.domains.applications.models import Application
from ondiris.domains.lists.models import Edition, Line
from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.measures.declaration import Measure
from ondiris.web.open.check_form import LATER, asked
from tests.factories import Country

CHECK = "/en/measures/industrial-grant/check/"
FITS = {
    "on": "2024-03-01",
    "in_manufacturing": "true",
    "is_operating": "true",
    "in_agro_industry": "false",
    "size": "small",
    "years_of_work": "10",
    "has_arrears": "false",
    "listed_output_share": "100",
    "affiliated_with_equipment_owner": "false",
    "has_qualified_engineers": "true",
    "project_cost": "200 000 000",
    "own_funds": "80000000",
    "goods-rows": "2",
    "goods-1-commodity_code": "8432 10 000 0",
    "obligations_accepted": "true",
    "directions": ["productivity", "export"],
    "has_targets": "true",
}


def found(client: Client, **changed: Any) -> str:
    """The page that answers what an enterprise that fits says, with what the test changes."""
    return client.post(CHECK, {**FITS, **changed}).content.decode()


def answers(html: str) -> dict[str, str]:
    """What was found, by the sentence of the rule."""
    pairs = re.findall(r'class="finding finding--(\w+)">.*?class="finding__sentence">(.*?) <a', html, re.DOTALL)
    return {sentence: answer for answer, sentence in pairs}


@pytest.mark.parametrize("declared", MEASURES, ids=lambda declared: declared.name)
def test_it_asks_every_fact_that_a_rule_reads_and_a_visitor_can_answer(page: Client, declared: Measure) -> None:
    html = page.get(f"/en/measures/{declared.name}/check/").content.decode()
    assert all(escape(fact.label) in html for fact in asked(declared))
    assert all(f'name="{name}"' not in html for name in LATER)


def test_what_nobody_answered_is_undetermined_and_never_no(page: Client) -> None:
    html = page.post(CHECK, {"on": "2024-03-01"}).content.decode()
    assert set(answers(html).values()) == {"undetermined"}
    assert "Not answered: The enterprise works in manufacturing." in html


def test_for_one_who_fits_only_the_case_itself_is_open(page: Client) -> None:
    html = found(page)
    assert "Nothing that you stated stands in the way" in html
    open_ones = [sentence for sentence, answer in answers(html).items() if answer != "met"]
    assert len(open_ones) == len(LATER)


def test_what_is_not_met_comes_first_with_what_was_needed_and_stated(page: Client) -> None:
    html = found(page, listed_output_share="60")
    assert "A condition is not met" in html
    assert next(iter(answers(html).values())) == "not_met"
    assert 'data-label="Needed">100%</td><td data-label="Stated">60%</td>' in html


def test_what_is_not_met_is_said_even_while_it_is_open_which_law_provides(page: Client) -> None:
    html = found(page, listed_output_share="60", in_agro_industry="")
    assert "A condition is not met, and it is open whether another law provides for your case." in html


def test_one_of_the_agro_industry_is_shown_the_other_law(page: Client) -> None:
    html = found(page, in_agro_industry="true")
    assert "Another law provides for this case" in html
    assert "Ask for the measures of the other law" in html


def test_what_a_visitor_says_is_not_shown_as_a_register_s_word(page: Client) -> None:
    row = re.search(r"The enterprise works in manufacturing</th>.*?</tr>", found(page), re.DOTALL)
    assert row is not None
    assert "stated by the applicant" in row[0]


def test_goods_are_looked_up_on_the_edition_of_the_chosen_day(made: Country, page: Client) -> None:
    made.edition.valid_to = date(2025, 1, 1)
    made.edition.save()
    newer = Edition.objects.create(
        number="LIST-2025-00001",
        state="published",
        list=made.edition.list,
        title="Priority goods 2025",
        valid_from=date(2025, 1, 1),
    )
    Line.objects.create(edition=newer, prefix="8501", name_kk="-", name_ru="-", name_en="-")
    sentence = "Every good that the project is to make is on the priority list in force on the day."
    assert answers(found(page))[sentence] == "met"
    assert answers(found(page, on="2025-03-01"))[sentence] == "not_met"


def test_a_wrong_value_is_said_beside_its_field_and_everything_typed_is_kept(page: Client) -> None:
    html = found(page, own_funds="eighty", project_cost="200 000 000")
    assert 'id="id_own_funds_error"' in html
    assert "Write the amount in digits" in html
    assert 'value="eighty"' in html
    assert 'value="200 000 000"' in html
    assert not answers(html)


def test_a_wrong_commodity_code_is_said_beside_its_row(page: Client) -> None:
    html = found(page, **{"goods-2-commodity_code": "12"})
    assert 'id="id_goods-2-commodity_code_error"' in html
    assert 'value="8432 10 000 0"' in html


@pytest.mark.parametrize("day", ["2021-05-05", "2022-05-05", ""])
def test_a_day_without_rules_is_said_beside_the_day(page: Client, day: str) -> None:
    html = found(page, on=day)
    assert 'id="id_on_error"' in html
    assert 'value="80000000"' in html


def test_a_row_is_added_without_judging_and_without_losing_what_was_typed(page: Client) -> None:
    html = found(page, add="goods")
    assert 'name="goods-3-commodity_code"' in html
    assert 'value="8432 10 000 0"' in html
    assert not answers(html)


@pytest.mark.parametrize("rows", ["", "abc", "-1", "999999999999"])
def test_a_number_of_rows_that_the_page_never_sent_does_no_harm(page: Client, rows: str) -> None:
    assert answers(found(page, **{"goods-rows": rows}))


def test_trailing_zeros_are_no_trouble(page: Client) -> None:
    assert answers(found(page, own_funds="80000000.000", listed_output_share="100.0000000"))


def test_rows_of_another_measure_are_judged_one_by_one(page: Client) -> None:
    typed = {"on": "2024-03-01", "costs-rows": "2", "costs-1-kind": "digital", "costs-1-amount": "0"}
    html = page.post("/en/measures/labour-productivity/check/", typed).content.decode()
    assert (
        answers(html)["Every cost is of one of the four kinds that article 39 names, and is above zero."] == "not_met"
    )


def test_nothing_is_stored(page: Client) -> None:
    answer = page.post(CHECK, FITS)
    assert answer["Cache-Control"] == "no-store"
    assert not Application.objects.exists()
    assert not Session.objects.exists()


def test_many_goods_cost_no_more_queries_than_one(page: Client, django_assert_num_queries: Any) -> None:
    from django.db import connection

    with CaptureQueriesContext(connection) as one:
        found(page)
    many = {f"goods-{n}-commodity_code": f"8432{n:02d}" for n in range(1, 51)}
    with django_assert_num_queries(len(one)):
        found(page, **many, **{"goods-rows": "50"})


def test_the_rules_read_no_fact_that_the_form_leaves_out() -> None:
    for declared in MEASURES:
        read = {name for rule in declared.rules.rules if rule.each is None for name in rule.facts}
        names = {fact.name for fact in asked(declared)}
        assert read - names <= LATER | {"directions_accepted"}, declared.name
    assert measure("industrial-grant").amount_fact not in {f.name for f in asked(measure("industrial-grant"))}
