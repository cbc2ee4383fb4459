"""A register of things, made for the tests of lists and gone after them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.db import connection, models
from django.test.utils import isolate_apps

from ondiris.web.ui.listing import DAY, MONEY, Column, Filter, Listing, tags
from ondiris.web.ui.parts import Colour, Tag

with isolate_apps("ondiris.web.ui"):

    class Thing(models.Model):
        name = models.CharField(max_length=40)
        state = models.CharField(max_length=10)
        amount = models.DecimalField(max_digits=17, decimal_places=2)
        due_on = models.DateField(null=True)
        owner = models.CharField(max_length=10)

        class Meta:
            app_label = "ui"
            db_table = "ui_thing_of_the_tests"


class ThingList(Listing):
    caption = "Things"
    columns = (
        Column("name", "Name", sort="name", link=lambda row: f"/things/{row['pk']}/"),
        Column("state", "State", kind=tags({"open": Tag("Open", Colour.BLUE), "shut": Tag("Shut & gone")})),
        Column("amount", "Amount", kind=MONEY, sort="amount"),
        Column("due", "Due on", source="due_on", kind=DAY, sort="due_on"),
        Column("owner", "Owner", shown=False),
    )
    filters = {
        "name": Filter(forms.CharField(label="Name"), "name__icontains"),
        "least": Filter(forms.DecimalField(label="At least"), lambda rows, value: rows.filter(amount__gte=value)),
    }
    sort = "name"
    page_size = 7
    file_name = "things"

    def visible_to(self, actor: Any) -> models.QuerySet[Any, Any]:
        return Thing._default_manager.filter(owner=actor)


@pytest.fixture
def things(db: None) -> list[Any]:
    """Forty things of mine with ties, empty days and awkward names, and one of somebody else."""
    with connection.schema_editor() as editor:
        editor.create_model(Thing)
    mine = [
        Thing(
            name=f"thing {n % 9}" if n else "=cmd|'/c calc' <b>",
            state="open" if n % 3 else "shut",
            amount=Decimal(n % 6) * 1000,
            due_on=None if n % 4 == 0 else date(2026, 1, 1) + timedelta(days=n % 5),
            owner="me",
        )
        for n in range(40)
    ]
    return Thing._default_manager.bulk_create([*mine, Thing(name="theirs", state="open", amount=1, owner="you")])
