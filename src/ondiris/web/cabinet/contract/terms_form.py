"""How is a whole wording typed on one form, row by row and without a script, and read back from what was sent? (48.5)

A page of it is made of several small forms: the general terms, one a good, one a condition. Buttons that add or take out
a row, or ask the volumes of other years, send the page and get it back with everything as it was typed; nothing is kept
before the last button.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms

from ondiris.base.errors import BadInput, Text, Trouble
from ondiris.domains.contracts.content import Terms
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.cabinet.contract.terms_fields import (
    MOST_YEARS,
    PRICE,
    VOLUME,
    ConditionForm,
    GeneralForm,
    GoodForm,
    condition_of,
    general_of,
    good_of,
    typed_years,
    years_of,
)

GOODS, CONDITIONS = "goods", "conditions"
MOST_FIELDS = 900  # a request holds a thousand, and the page has some more
BESIDE_YEARS = 8  # fields of a good
MOST_CONDITIONS = 30
ROW = re.compile(r"(goods|conditions)-(\d{1,4})-\w+")

Typed = Mapping[str, Any]


class TermsForm:
    """The forms of a wording. `sent` is what came in, or None for a page over `first` values; see the makers below."""

    def __init__(self, kind: str, general: GeneralForm, goods: list[GoodForm], conditions: list[ConditionForm]) -> None:
        self.kind = kind
        self.general, self.goods, self.conditions = general, goods, conditions
        self.years = goods[0].years if goods else []

    @classmethod
    def over(cls, kind: str, terms: Terms) -> "TermsForm":
        """A page over a wording."""
        rows = {
            GOODS: [good_of(one) for one in terms.goods],
            CONDITIONS: [condition_of(one) for one in terms.conditions],
        }
        years = {*years_of(terms.starts_on, terms.ends_on), *(one.year for good in terms.goods for one in good.years)}
        return cls._first(kind, general_of(terms), rows, sorted(years))

    @classmethod
    def checked(cls, kind: str, terms: Terms) -> "TermsForm":
        """A page over a wording, as if it had just been sent, so that what is missing can stand beside its fields."""
        sent = {}
        for form in cls.over(kind, terms).parts():
            for name, field in form.fields.items():
                value = form.initial.get(name)
                if value is not None:
                    sent[form.add_prefix(name)] = str(field.prepare_value(value))
        made = cls.sent(kind, sent)
        made.is_valid()
        return made

    @classmethod
    def blank(cls, kind: str, general: Typed, good: Typed) -> "TermsForm":
        """A page on which nothing but these first values stands."""
        rows = {GOODS: [{"place": 1, **good}], CONDITIONS: []}
        return cls._first(kind, general, rows, years_of(general.get("starts_on"), general.get("ends_on")))

    @classmethod
    def _first(cls, kind: str, general: Typed, rows: Mapping[str, list[Any]], years: list[int]) -> "TermsForm":
        goods = [GoodForm(kind, years, prefix=f"{GOODS}-{at}", initial=one) for at, one in enumerate(rows[GOODS])]
        conditions = [
            ConditionForm(prefix=f"{CONDITIONS}-{at}", initial=one) for at, one in enumerate(rows[CONDITIONS])
        ]
        return cls(kind, GeneralForm(kind, initial=dict(general)), goods, conditions)

    @classmethod
    def sent(cls, kind: str, sent: Mapping[str, str]) -> "TermsForm":
        """What was sent, to be checked."""
        goods, conditions = _places(sent, GOODS), _places(sent, CONDITIONS)
        years = _years(kind, sent, goods)
        return cls(
            kind,
            GeneralForm(kind, sent),
            [GoodForm(kind, years, sent, prefix=f"{GOODS}-{at}") for at in goods],
            [ConditionForm(sent, prefix=f"{CONDITIONS}-{at}") for at in conditions],
        )

    @classmethod
    def with_rows_changed(cls, kind: str, sent: Mapping[str, str], free: Mapping[str, int]) -> "TermsForm":
        """What was sent with a row added or without one, as typed and unchecked; `free` is the first place not yet taken."""
        rows: dict[str, list[dict[str, Any]]] = {}
        for name in (GOODS, CONDITIONS):
            typed = {at: _typed(sent, f"{name}-{at}") for at in _places(sent, name)}
            if (gone := sent.get("remove", "").removeprefix(f"{name}-")).isdecimal():
                typed.pop(int(gone), None)
            rows[name] = [dict(row) for row in typed.values()]
            if sent.get("add") == name:
                taken = [int(row["place"]) for row in rows[name] if str(row.get("place", "")).isdecimal()]
                rows[name].append({"place": max([free[name] - 1, *taken]) + 1})
        rows[GOODS] = rows[GOODS] or [{"place": free[GOODS]}]
        return cls._first(kind, _typed(sent), rows, _years(kind, sent, _places(sent, GOODS)))

    @property
    def fits(self) -> bool:
        """Whether a request holds all of it: a wording that came by another way may be larger than a page."""
        return sum(len(form.fields) for form in self.parts()) <= MOST_FIELDS

    @property
    def may_add_good(self) -> bool:
        """Whether a request holds one good more."""
        return (len(self.goods) + 1) * (BESIDE_YEARS + 2 * len(self.years)) <= MOST_FIELDS

    @property
    def asks_conditions(self) -> bool:
        """Whether this kind of contract has conditions (49.2)."""
        return self.kind == ContractKind.CONTRACT_PROCUREMENT

    @property
    def may_add_condition(self) -> bool:
        return len(self.conditions) < MOST_CONDITIONS

    def parts(self) -> list[forms.Form]:
        """All of them in the page's order."""
        return [self.general, *self.goods, *self.conditions]

    def is_valid(self) -> bool:
        """Whether each part has its shape; what is wrong stands beside the fields."""
        valid = [form.is_valid() for form in self.parts()]  # every one, so that each says what is wrong with it
        return all(valid)

    def terms(self) -> Terms:
        """The wording that was typed; only after `is_valid`."""
        data = self.general.cleaned_data
        return Terms(
            data["starts_on"],
            data["ends_on"],
            tuple(form.good() for form in self.goods),
            data.get("least_value"),
            data.get("programme_due_on"),
            data.get("penalty", ""),
            tuple(form.condition() for form in self.conditions),
        )

    def put_on(self, trouble: Trouble) -> None:
        """Set what an act refused beside the fields; its goods, years and conditions count from 1 as they were typed."""
        if not isinstance(trouble, BadInput):
            self.general.add_error(None, str(trouble.message))
            return
        found = [
            (*self._where(field), sentence) for field, sentence in trouble.fields.items()
        ]  # before any is taken out
        for form, name, sentence in found:
            form.add_error(name if name in form.fields else None, str(sentence))

    def _where(self, field: str) -> tuple[forms.Form, str]:
        """`goods_1_years_2_volume` is the volume of the second year typed for the first good."""
        found = re.fullmatch(r"(goods|conditions)_(\d+)_(\w+)", field)
        rows: Sequence[forms.Form] = self.goods if found and found[1] == GOODS else self.conditions
        if not found or not 0 < int(found[2]) <= len(rows):
            return self.general, field
        row, name = rows[int(found[2]) - 1], found[3]
        if isinstance(row, GoodForm) and (year := re.fullmatch(r"years_(\d+)_(volume|price|year)", name)):
            typed = row.good().years
            if 0 < int(year[1]) <= len(typed):
                name = f"{PRICE if year[2] == 'price' else VOLUME}{typed[int(year[1]) - 1].year}"
        return row, name

    # For the summary of what must be corrected, the page is one form.
    def __iter__(self) -> Iterator[forms.BoundField]:
        return (field for form in self.parts() for field in form)

    def non_field_errors(self) -> list[Text]:
        """What belongs to no field."""
        return [str(error) for form in self.parts() for error in form.non_field_errors()]

    @property
    def errors(self) -> bool:
        """Whether anything is wrong."""
        return any(form.is_bound and form.errors for form in self.parts())


def _places(sent: Mapping[str, str], rows: str) -> list[int]:
    """The rows that were sent, by their numbers on the page."""
    return sorted({int(found[2]) for key in sent if (found := ROW.fullmatch(key)) and found[1] == rows})


def _typed(sent: Mapping[str, str], prefix: str = "") -> dict[str, str]:
    """The texts of one row, or of the general terms, by field."""
    if prefix:
        return {key.removeprefix(f"{prefix}-"): text for key, text in sent.items() if key.startswith(f"{prefix}-")}
    return {key: text for key, text in sent.items() if not ROW.fullmatch(key)}


def _years(kind: str, sent: Mapping[str, str], goods: list[int]) -> list[int]:
    """The years of the term that was typed, and others for which something stands in a row."""
    general = GeneralForm(kind, sent)
    general.full_clean()
    term = years_of(general.cleaned_data.get("starts_on"), general.cleaned_data.get("ends_on"))
    others = {year for at in goods for year in typed_years(f"{GOODS}-{at}", sent)}
    return sorted({*term, *others})[:MOST_YEARS]
