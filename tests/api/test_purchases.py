"""Rows of purchases from a program: kept and refused row by row, up to 50,000 at once, once for each key."""

import pytest

from ondiris.domains.planning.models import Need, PurchasesFile
from tests.domains.planning.conftest import customer, row  # noqa: F401  (fixtures)

PATH = "/purchases"


def test_good_rows_are_kept_and_the_others_named(program, row):  # noqa: F811
    rows = [row(year=2026, volume=1.5), row(item="2", volume=0), row(item="3", amount=None), {}]
    answer = program("keeper").post(PATH, {"name": "plan", "rows": rows})
    said = answer.json()
    assert answer.status_code == 201
    assert (said["name"], said["kept"]) == ("plan", 1)
    assert [(one["row"], one["column"], one["reason"]) for one in said["refused"]] == [
        (2, "volume", "volume"),
        (3, "amount", "number"),
        (4, "customer", "bin"),
    ]
    assert said["refused"][0]["message"] == "A volume is above 0, with at most four decimals."
    assert str(Need.objects.get().volume) == "1.5000"


def test_what_became_of_them_is_read_by_whose_they_are(program, row):  # noqa: F811
    said = program("applicant").post(PATH, {"rows": [row(), row(customer="1")]}).json()
    assert program("applicant").get(f"{PATH}/{said['id']}").json() == said
    assert program("other").get(f"{PATH}/{said['id']}").status_code == 404
    assert program("applicant").get(f"{PATH}/{2**63}").status_code == 404


def test_a_key_sent_twice_takes_the_rows_once(program, row):  # noqa: F811
    keeper = program("keeper")
    first, again = (keeper.post(PATH, {"rows": [row()]}, key="one") for _ in range(2))
    assert first.content == again.content
    assert PurchasesFile.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"rows": []}, "rows"),
        ({"rows": [{"colour": "red"}]}, "rows[0].colour"),
        ({"rows": ["x"]}, "rows[0]"),
        ({"rows": {}}, "rows"),
        ({}, "rows"),
    ],
)
def test_a_body_of_another_shape_is_refused_whole(program, customer, body, field):  # noqa: F811
    answer = program("keeper").post(PATH, body)
    assert answer.status_code == 422
    assert field in {one["field"] for one in answer.json()["errors"]}


def test_a_value_that_is_neither_text_nor_number_is_refused(program, row):  # noqa: F811
    answer = program("keeper").post(PATH, {"rows": [row(volume=True)]})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].startswith("rows[0].volume")


def test_who_may_not_send_is_told_so(program, row):  # noqa: F811
    assert program("decider").post(PATH, {"rows": [row()]}).status_code == 403


def test_more_bytes_are_taken_than_of_other_bodies_but_not_without_bound(program, row, settings):  # noqa: F811
    rows = [row(item=str(place), name_ru="Н" * 280) for place in range(400)]
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = program("keeper").post(PATH, {"rows": rows})
    assert answer.json().get("kept") == 400, answer.json()
    settings.LARGEST_DOCUMENT = 10_000
    assert program("keeper").post(PATH, {"rows": rows}).status_code == 413
