"""What does one declare to have a list of a register?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ondiris.web.ui.listing.kinds import TEXT, Kind
from ondiris.web.ui.parts import Text

Rows = QuerySet[Any, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `source` is what the query reads (default: `name`), `sort` what it is sorted by ("": not sortable).

    `link` takes the row (all sources, `also` and the key) and returns an address or "". `filled` says that no row of the
    list is empty there, though its model allows it; `wraps` lets long names run over several lines.
    """

    name: str
    label: Text
    source: str = ""
    kind: Kind = TEXT
    sort: str = ""
    shown: bool = True
    link: Callable[[Row], str] | None = None
    filled: bool = False
    wraps: bool = False

    @property
    def reads(self) -> str:
        return self.source or self.name


@dataclass(frozen=True, slots=True)
class Filter:
    """A form field and what its value does: a lookup ("amount__gte") or a function of queryset and value."""

    field: forms.Field
    applies: str | Callable[[Rows, Any], Rows]

    def narrow(self, rows: Rows, value: Any) -> Rows:
        return rows.filter(**{self.applies: value}) if isinstance(self.applies, str) else self.applies(rows, value)


class Listing:
    """A declared list. A subclass says:

    - `caption`, `columns` (the first identifies the row and is always shown), `filters` by parameter name,
    - `sort`: the first order, a column's name, with "-" for descending,
    - `key`: a unique, never empty path that parts rows of equal order, shown to nobody but part of page addresses,
    - `also`: further paths that links read; `nothing`: what an empty list says; `file_name` of exports,
    - `visible_to(actor)`: the rows this actor may see at all.

    Filters, order and columns stand in the query string, so an address can be kept and sent.
    """

    caption: ClassVar[Text]
    columns: ClassVar[Sequence[Column]]
    filters: ClassVar[Mapping[str, Filter]] = {}
    sort: ClassVar[str]
    key: ClassVar[str] = "pk"
    also: ClassVar[Sequence[str]] = ()
    page_size: ClassVar[int] = 50
    nothing: ClassVar[Text] = _("There is nothing here yet.")
    file_name: ClassVar[str] = "list"

    _form: ClassVar[type[forms.Form]]

    def __init__(self, actor: Any) -> None:
        self.actor = actor

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._form = type("ListForm", (forms.Form,), dict(cls._fields()))

    @classmethod
    def _fields(cls) -> Iterator[tuple[str, forms.Field]]:
        for name, declared in cls.filters.items():
            field = deepcopy(declared.field)
            field.required = False
            yield name, field
        optional = [(column.name, column.label) for column in cls.columns[1:]]
        yield (
            "columns",
            forms.MultipleChoiceField(
                label=_("Columns"), choices=optional, required=False, widget=forms.CheckboxSelectMultiple
            ),
        )
        orders = [
            (sign + column.name, format_lazy("{} ({})", column.label, way))
            for column in cls.columns
            if column.sort
            for sign, way in (("", _("ascending")), ("-", _("descending")))
        ]
        yield "sort", forms.ChoiceField(label=_("Order"), choices=orders)

    def visible_to(self, actor: Any) -> Rows:
        """The rows this actor may see."""
        raise NotImplementedError

    def form(self, query: QueryDict) -> forms.Form:
        """The filters, columns and order of an address; what it leaves out is as declared."""
        data = query.copy()
        if not data.get("sort"):
            data["sort"] = self.sort
        if "columns" not in data:
            data.setlist("columns", [column.name for column in self.columns[1:] if column.shown])
        return self._form(data)

    def narrowed(self, form: forms.Form) -> Rows:
        """The visible rows that pass the filters of a valid form; none where the form is wrong."""
        rows = self.visible_to(self.actor)
        if not form.is_valid():
            return rows.none()
        for name, declared in self.filters.items():
            value = form.cleaned_data[name]
            if value not in (None, "", [], False):
                rows = declared.narrow(rows, value)
        return rows

    def chosen(self, form: forms.Form) -> list[Column]:
        """The columns to show, in their declared order."""
        wanted = form.cleaned_data.get("columns", ())
        return [column for at, column in enumerate(self.columns) if at == 0 or column.name in wanted]

    def order(self, form: forms.Form) -> tuple[Column, bool]:
        """The column to sort by, and whether from the greatest down."""
        sort = form.cleaned_data.get("sort", self.sort)
        return next(column for column in self.columns if column.name == sort.lstrip("-")), sort.startswith("-")
