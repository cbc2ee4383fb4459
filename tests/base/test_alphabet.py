"""Do names stand in the order of the Kazakh alphabet?"""

import pytest

from ondiris.base.alphabet import LETTERS, kazakh_order, sort_key
from ondiris.domains.parties.models import Organisation
from tests.factories import country
from tests.factories.country import enterprise

NAMES = ["Ақтау", "Әлем", "Барс", "Ғасыр", "Қайрат", "Қызыл", "Ойыл", "Өрлеу", "Ұшқын", "Үміт", "Іскер", "Яссы"]


def test_letters_of_kazakh_stand_where_its_alphabet_has_them():
    mixed = list(reversed(NAMES))
    assert sorted(mixed, key=sort_key) == NAMES
    assert len(LETTERS) == len(set(LETTERS)) == 42


@pytest.mark.django_db
def test_the_database_sorts_alike():
    made = country()
    for name in reversed(NAMES):
        enterprise(name, made.region)
    found = Organisation.objects.filter(name__in=NAMES).order_by(kazakh_order("name")).values_list("name", flat=True)
    assert list(found) == NAMES
    assert list(Organisation.objects.filter(name__in=NAMES).order_by("order").values_list("name", flat=True)) == NAMES
