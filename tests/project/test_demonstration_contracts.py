"""The made-up country has contracts at every point of their life, and stops its story where the days have not come."""

from datetime import date

import pytest
from django.utils import translation

from ondiris.domains.contracts.models import Contract, Penalty, Pledge
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.customers.terms import Answer
from ondiris.domains.planning.models import GoodsList
from ondiris.domains.planning.terms import ContractKind, GoodsListState
from ondiris.project.demonstration.load import load

pytestmark = pytest.mark.django_db


def made(today: date) -> None:
    with translation.override("kk"):
        load(today, enterprises=3, applications=0, progress=lambda rows, total, unit: rows)


def test_in_autumn_there_is_a_contract_in_every_state():
    made(date(2026, 11, 22))
    assert set(Contract.objects.values_list("state", flat=True)) == {*ContractState}
    assert set(Contract.objects.values_list("kind", flat=True)) == {*ContractKind}
    assert Contract.objects.filter(answer=Answer.NOT_CUSTOMER).count() == 1
    assert Pledge.objects.exists()
    assert Penalty.objects.exists()
    assert set(GoodsList.objects.values_list("state", flat=True)) == {GoodsListState.PLACED}


def test_in_june_the_newest_list_waits_for_customers_and_nothing_is_dated_ahead():
    today = date(2026, 6, 10)
    made(today)
    assert GoodsList.objects.latest("year").state == GoodsListState.SENT
    assert not Contract.objects.filter(drawn_on__gt=today).exists()
    assert Contract.objects.filter(state=ContractState.IN_FORCE).exists()
