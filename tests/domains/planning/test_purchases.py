"""Files of purchases: good rows are kept by sets, each bad one is named, and nobody sends another's rows."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.base.errors import BadInput, NotPermitted
from ondiris.base.journal.models import Entry
from ondiris.base.tables.report import as_csv, as_xlsx
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.actions.purchases import import_purchases
from ondiris.domains.planning.models import Need, PurchasesFile
from ondiris.domains.planning.purchases import files_visible_to, may_import, needs_visible_to
from ondiris.domains.planning.purchases_file import COLUMNS, REASONS
from tests.base.tables.books import book
from tests.factories import actor
from tests.factories.country import bin_number, organisation, person

ON = date(2026, 3, 2)


def csv(*rows: Mapping[str, str]) -> bytes:
    head = list(COLUMNS.names)
    return "\n".join([";".join(head), *(";".join(row[name] for name in head) for row in rows)]).encode()


def wrong(file: PurchasesFile) -> list[tuple[int, str, str]]:
    return [(one["line"], one["column"], one["reason"]) for one in file.refused]


@pytest.fixture
def send(made, customer):
    """Send rows as the keeper, or somebody else."""

    def sending(*rows, who="keeper", name="plan.csv"):
        return import_purchases(actor(made, who, ON), name=name, content=csv(*rows))

    return sending


def test_good_rows_are_kept_and_the_file_is_in_the_journal(send, row, customer, made):
    file = send(row(), row(item="2", subject="service", code="", amount="1 234,50", kind="REPORT"), who="applicant")
    assert (file.kept, file.refused, file.organisation, file.taken_on) == (2, [], customer, ON)
    need = Need.objects.get(item="2")
    assert (need.customer, need.kind, need.code, need.amount) == (customer, "report", "", Decimal("1234.50"))
    entry = Entry.objects.get(act="purchases.import")
    assert (entry.provision, entry.evidence) == ("47.1", {"file": "plan.csv", "kept": 2, "refused": 0})


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("customer", "123", "bin"),
        ("customer", "", "bin"),
        ("kind", "wish", "kind"),
        ("year", "2021", "year"),
        ("year", "2037", "year"),
        ("year", "26", "year"),
        ("item", " ", "empty"),
        ("item", "x" * 41, "long"),
        ("subject", "thing", "subject"),
        ("code", "", "code"),
        ("code", "84321", "code"),
        ("code", "84321x", "code"),
        ("name_kk", "", "empty"),
        ("name_ru", "", "empty"),
        ("name_ru", "x" * 301, "long"),
        ("unit", "x" * 61, "long"),
        ("volume", "0", "volume"),
        ("volume", "-1", "volume"),
        ("volume", "1.00001", "volume"),
        ("volume", "10000000000000000", "volume"),
        ("volume", "ten", "number"),
        ("amount", "-0.01", "amount"),
        ("amount", "0.001", "amount"),
        ("amount", "1000000000000000", "amount"),
        ("amount", "1e5", "number"),
        ("name_kk", "Со\0қа", "nul"),
    ],
)
def test_a_bad_row_comes_back_with_its_column_and_reason(send, row, column, value, reason):
    file = send(row(), row(item="2") | {column: value})
    assert (file.kept, wrong(file)) == (1, [(3, column, reason)])
    assert REASONS[reason]


@pytest.mark.parametrize(("column", "value"), [("year", "2022"), ("year", "2036"), ("volume", "0.0001"), ("amount", "0"),
                                               ("code", "8432"), ("code", "8432101000"), ("name_ru", "x" * 300)])  # fmt: skip
def test_the_edges_are_taken(send, row, column, value):
    assert send(row() | {column: value}).refused == []


def test_a_work_with_a_commodity_code_comes_back(send, row):
    assert wrong(send(row(subject="work"))) == [(2, "code", "no_code")]


def test_a_row_sent_again_says_what_it_says_now(send, row):
    send(row(), row(item="2"))
    assert send(row(volume="7.5", name_ru="Борона")).kept == 1
    assert set(Need.objects.values_list("item", "volume", "name_ru")) == {
        ("1", Decimal("7.5"), "Борона"),
        ("2", Decimal(10), "Плуг"),
    }


def test_the_same_row_twice_in_a_file_is_kept_once_the_first(send, row):
    file = send(row(volume="0"), row(volume="1"), row(volume="2"), row(kind="report"), row(year="2027"))
    assert wrong(file) == [(2, "volume", "volume"), (4, "item", "twice")]
    assert Need.objects.get(kind="plan", year=2026).volume == 1


def test_an_enterprise_sends_its_own_rows_alone(send, row, made):
    file = send(row(), row(customer=made.other_enterprise.bin), who="applicant")
    assert (file.kept, wrong(file)) == (1, [(3, "customer", "not_yours")])


def test_rows_of_nobody_and_of_who_surely_is_no_customer_come_back(send, row, made):
    stranger = bin_number(9_999)
    file = send(row(customer=stranger), row(), row(customer=made.other_enterprise.bin))
    assert wrong(file) == [(2, "customer", "nobody"), (4, "customer", "not_customer")]
    assert file.refused[1]["cells"]["customer"] == made.other_enterprise.bin


def test_where_it_is_not_known_who_is_a_customer_the_row_is_kept(send, row, made):
    made.other_enterprise.holders.all().delete()
    assert send(row(customer=made.other_enterprise.bin)).kept == 1


def test_refused_rows_are_corrected_and_sent_again_as_they_are(send, row, made):
    file = send(row(), row(item="2", volume="0", name_ru="-40 °C"), row(item="3", year="1999"))
    for write in (as_csv, as_xlsx):
        again = import_purchases(actor(made, "keeper", ON), name="again", content=write(file.refused, COLUMNS, REASONS))
        assert [one["cells"] for one in again.refused] == [one["cells"] for one in file.refused]
    corrected = [one | {"cells": one["cells"] | {"volume": "1", "year": "2026"}} for one in file.refused]
    content = as_xlsx(corrected, COLUMNS, REASONS)
    assert import_purchases(actor(made, "keeper", ON), name="mended", content=content).refused == []
    assert Need.objects.get(item="2").name_ru == "-40 °C"


def test_a_workbook_is_taken_like_a_file(made, row):
    values = [row()[name] for name in COLUMNS.names]
    numbers = [*values[:2], 2026, 1, *values[4:-2], 10.5, 0.1]
    numbers[5] = 843210
    file = import_purchases(actor(made, "keeper", ON), name="plan.xlsx", content=book(numbers, head=COLUMNS.names))
    assert file.refused == []
    need = Need.objects.get()
    assert (need.year, need.item, need.code, need.volume, need.amount) == (
        2026, "1", "843210", Decimal("10.5"), Decimal("0.10"))  # fmt: skip


def test_rows_of_a_program_are_taken_like_a_file(made, row):
    rows = [row(year=2026, volume=Decimal("10.5")), row(item="2", amount=None)]
    file = import_purchases(actor(made, "keeper", ON), name="API", content=rows)
    assert (file.kept, wrong(file)) == (1, [(2, "amount", "number")])


def test_a_file_that_cannot_be_read_leaves_nothing(made, customer):
    with pytest.raises(BadInput) as refused:
        import_purchases(actor(made, "keeper", ON), name="x", content=b"a,b\n1,2")
    assert set(refused.value.fields) == {"file"}
    assert not PurchasesFile.objects.exists()
    assert not Entry.objects.filter(act="purchases.import").exists()


def test_who_may_not_send_is_refused(made, customer):
    with pytest.raises(NotPermitted):
        import_purchases(actor(made, "decider", ON), name="x", content=b"")


@pytest.mark.parametrize("role", [Role.HYDROCARBONS_AUTHORITY, Role.SOLID_MINERALS_AUTHORITY])
def test_an_officer_of_an_authority_for_subsoil_sends_anybodys_rows_and_sees_them(made, send, row, role):
    body = organisation("Ministry", "public_body", made.region)
    BodyRole.objects.create(organisation=body, role=role, valid_from=date(2022, 1, 8))
    made.people["subsoil"] = person("subsoil", body, Capacity.CASE_OFFICER)
    made.people["expert of subsoil"] = person("asel", body, Capacity.EXPERT)
    assert send(row(), who="subsoil").kept == 1
    assert needs_visible_to(actor(made, "subsoil", ON)).count() == 1
    assert not may_import(actor(made, "expert of subsoil", ON))


def test_a_national_managing_holding_sends_its_own_rows_alone(made, send, row):
    holding = organisation("Holding", "public_body", made.region)
    BodyRole.objects.create(organisation=holding, role=Role.NATIONAL_MANAGING_HOLDING, valid_from=date(2022, 1, 8))
    made.people["holding"] = person("holding", holding, Capacity.APPLICANT)
    file = send(row(customer=holding.bin), row(), who="holding")
    assert (file.kept, wrong(file)) == (1, [(3, "customer", "not_yours")])
    assert needs_visible_to(actor(made, "holding", ON)).count() == 1


def test_an_enterprise_sees_its_own_rows_and_files(made, send, row):
    file = send(row(), who="applicant")
    own, other, keeper = (actor(made, who, ON) for who in ("applicant", "other", "keeper"))
    assert list(needs_visible_to(own)) == list(needs_visible_to(keeper)) == list(Need.objects.all())
    assert not needs_visible_to(other).exists()
    assert list(files_visible_to(own)) == [file]
    assert not files_visible_to(other).exists()
    assert not files_visible_to(keeper).exists()
    assert files_visible_to(actor(made, "auditor", ON)).exists()


def test_the_queries_do_not_grow_with_the_rows(send, row):
    def queries(count: int) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert send(*(row(item=f"{count}-{place}") for place in range(count))).kept == count
        return len(seen)

    queries(1)
    assert queries(2) == queries(40)


def test_who_looks_on_sees_each_row_read_and_kept(made, row):
    seen = []

    def watch(rows, what):
        for one in rows:
            seen.append(what)
            yield one

    import_purchases(actor(made, "keeper", ON), name="x", content=csv(row(), row(item="2", volume="0")), watch=watch)
    assert seen == ["read", "read", "keep"]
