"""A draft keeps what was typed, reads what can be read, and says of the rest what is wrong."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.applications.actions.attach import attach, detach
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.completeness import missing
from ondiris.domains.applications.drafts import number, requested_amount, stated, undertakings_of, years_of
from ondiris.domains.applications.models import Application
from ondiris.domains.documents.models import Document
from ondiris.domains.measures.catalogue import MEASURES, measure
from tests.factories import DAY, actor, answers, application, upload

FACTS = measure("industrial-grant").facts
TYPED = st.text() | st.from_regex(r"[0-9 .,eE+\-_]{0,30}") | st.sampled_from(["true", "false", "NaN", "9" * 5000])


def complaints(made, **changed: Any) -> set[str]:
    """The keys that stand in the way of submitting the usual draft with these answers changed."""
    return {gap.key for gap in missing(application(made, changed=changed))}


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1000", "1000"), ("1 000", "1000"), ("1\u00a0000,5", "1000.5"), ("0.0001", "0.0001"), (" 7 ", "7")],
)
def test_numbers_are_read_as_people_type_them(typed, read):
    assert number(typed) == Decimal(read)


@pytest.mark.parametrize(
    "typed", ["", "-1", "1e3", "1_000", "NaN", "Infinity", "0E-999999", "1.00001", "1.2.3", "٣", "1" * 16, None, "十"]
)
def test_what_is_no_number(typed):
    with pytest.raises(ValueError):
        number(typed)


@given(st.dictionaries(st.sampled_from([*FACTS.facts, "first_year", "year_count"]), TYPED))
def test_reading_never_fails(typed):
    values, wrong = stated(FACTS, typed)
    assert not set(values) & set(wrong)
    assert len(years_of(typed)) <= 10


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("indicator", "unit", "evidence", "baseline"), TYPED)),
    st.dictionaries(st.sampled_from(["2025", "2026"]), TYPED),
)
def test_what_an_incomplete_row_lacks_is_named_and_the_row_undertakes_nothing(made, row, targets):
    case = Application(
        measure="industrial-grant",
        answers={"first_year": "2025", "year_count": "2", "obligations": [{**row, "targets": targets}]},
    )
    assert undertakings_of(case, "obligations") == []


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda chosen: chosen.name)
def test_an_empty_draft_lacks_everything_that_is_asked(made, chosen):
    case = Application.objects.create(
        number="X-1", state="draft", measure=chosen.name, applicant=made.enterprise, begun_on=DAY
    )
    named = {gap.key for gap in missing(case)}
    assert named >= {d.name for d in chosen.documents} | {s.rows for s in chosen.sections if s.rows}


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"project_cost": "two million"}, "project_cost"),
        ({"project_cost": "-5"}, "project_cost"),
        ({"project_cost": "1.005"}, "project_cost"),
        ({"own_funds": ""}, "own_funds"),
        ({"listed_output_share": "1000"}, "listed_output_share"),
        ({"has_qualified_engineers": "yes"}, "has_qualified_engineers"),
        ({"goods": []}, "goods"),
        ({"goods": [{"commodity_code": "84.32"}]}, "goods-0-commodity_code"),
        ({"goods": [{"commodity_code": "843210"}, {"commodity_code": "84321"}]}, "goods-1-commodity_code"),
        ({"obligations": []}, "obligations"),
        ({"year_count": "0"}, "first_year"),
        ({"year_count": "11"}, "first_year"),
        ({"first_year": "25"}, "first_year"),
        ({"year_count": "3"}, "obligations-0-target_2027"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(made, changed, key):
    assert key in complaints(made, **changed)


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [
        ("direction", "profit", "direction"),
        ("indicator", " ", "indicator"),
        ("indicator", "x" * 201, "indicator"),
        ("unit", "x" * 61, "unit"),
        ("evidence", "x" * 301, "evidence"),
        ("baseline", "many", "baseline"),
        ("targets", {"2025": "0", "2026": "1"}, "target_2025"),
        ("targets", {"2025": "1"}, "target_2026"),
        ("targets", None, "target_2025"),
    ],
)
def test_what_is_wrong_with_an_obligation_is_named_by_its_place(made, field, typed, key):
    good, other = answers()["obligations"]
    assert f"obligations-1-{key}" in complaints(made, obligations=[good, {**other, field: typed}])


def test_nothing_is_missing_in_a_complete_draft(made):
    assert complaints(made) == set()


def test_a_part_saved_leaves_the_other_parts(made):
    case = application(made)
    saved = save(actor(made, "applicant", DAY), case.number, answers={"own_funds": "not yet known"})
    assert saved.answers == {**answers(), "own_funds": "not yet known"}


def test_an_incomplete_draft_is_not_submitted_and_stays_as_it_was(made):
    case = application(made, changed={"own_funds": "", "goods": []})
    with pytest.raises(BadInput) as refused:
        submit(actor(made, "applicant", DAY), case.number)
    assert set(refused.value.fields) == {"own_funds", "goods"}
    assert Application.objects.get(pk=case.pk).state == "draft"


def test_submitting_keeps_the_day_and_the_amount(made):
    case = application(made, "submitted", changed={"requested_amount": "90 000 000,50"})
    assert (case.submitted_on, case.amount) == (DAY, Decimal("90000000.50"))


def test_meeting_the_conditions_is_not_asked_when_submitting(made):
    assert application(made, "submitted", changed={"own_funds": "0"}).state == "submitted"


@pytest.mark.parametrize("typed", ["0", "", "much"])
def test_an_application_asks_for_an_amount(made, typed):
    with pytest.raises(BadInput) as refused:
        requested_amount(application(made, changed={"requested_amount": typed}))
    assert list(refused.value.fields) == ["requested_amount"]


def test_an_amount_of_nothing_is_not_submitted(made):
    case = application(made, changed={"requested_amount": "0"})
    with pytest.raises(BadInput) as refused:
        submit(actor(made, "applicant", DAY), case.number)
    assert "requested_amount" in refused.value.fields


def test_a_document_for_what_nobody_asked_is_refused(made):
    case = application(made)
    with pytest.raises(BadInput) as refused:
        attach(actor(made, "applicant", DAY), case.number, requirement="selfie", upload=upload())
    assert list(refused.value.fields) == ["requirement"]


def test_a_document_taken_out_is_missing_again_and_the_file_is_kept(made):
    case = application(made)
    handed_in = case.attachments.get(requirement="budget").document
    detach(actor(made, "applicant", DAY), case.number, document=handed_in.number)
    assert [gap.key for gap in missing(case)] == ["budget"]
    assert Document.objects.filter(pk=handed_in.pk).exists()


def test_a_document_of_another_case_is_not_found(made):
    case, other = application(made), application(made)
    with pytest.raises(NotFound):
        detach(actor(made, "applicant", DAY), case.number, document=other.attachments.all()[0].document.number)
