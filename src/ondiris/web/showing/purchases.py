"""How are rows of plans and reports of purchases listed and sent, at the desk and in the cabinet alike?"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.words import N_
from ondiris.domains.planning.actions.purchases import import_purchases
from ondiris.domains.planning.purchases import files_visible_to, needs_visible_to
from ondiris.domains.planning.purchases_file import COLUMNS, FIRST_YEAR, REASONS
from ondiris.domains.planning.terms import WORDS, NeedKind, Subject
from ondiris.web.frame import NAMES
from ondiris.web.showing import taken_files
from ondiris.web.ui.figures import language
from ondiris.web.ui.listing import MONEY, NUMBER, Column, Filter, Kind, Listing
from ondiris.web.ui.listing.declare import Rows

PURCHASES = taken_files.Kind(
    name="purchases",
    take_in=import_purchases,
    columns=COLUMNS,
    reasons=REASONS,
    visible=files_visible_to,
    register="purchases",
    of=N_("Plans and reports of purchases"),
    how="web/tables/purchases.html",
    then=N_(
        "The needs of a year are analysed by 20 May; summed by good and customer they become the draft list of goods."
    ),
)


def _word(code: str) -> str:
    return _now(WORDS[code])  # type: ignore[index]  # a code of a StrEnum is the same key


WORD = Kind(_word, _word)


def _choice(label: Any, codes: type[NeedKind] | type[Subject], every: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", every), *((code, _(WORDS[code])) for code in codes)])


def _columns(code: str) -> list[Column]:
    """The columns with the good's name in the reader's language; both names leave with an export where they are asked for."""
    read = "kk" if code == "kk" else "ru"
    other = "ru" if read == "kk" else "kk"
    labels = {"kk": _("Name in Kazakh"), "ru": _("Name in Russian")}
    return [
        Column("item", _("Number in the paper"), sort="pk"),
        Column("kind", _("Plan or report"), kind=WORD),
        Column("year", _("Year"), sort="year"),
        Column("subject", _("Good, work or service"), kind=WORD, shown=False),
        Column("code", _("Commodity code"), sort="code"),
        Column("name", _("Name"), source=f"name_{read}", wraps=True),
        Column("other_name", labels[other], source=f"name_{other}", shown=False),
        Column("volume", _("Volume"), kind=NUMBER),
        Column("unit", _("Unit")),
        Column("amount", _("Amount"), kind=MONEY, sort="amount"),
    ]


class Needs(Listing):
    """Rows of plans and reports; each audience has its own columns before these."""

    caption = _("Plans and reports of purchases")
    columns: ClassVar[list[Column]] = []
    filters: ClassVar[Mapping[str, Filter]] = {
        "year": Filter(forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=9999), "year"),
        "kind": Filter(_choice(_("Plan or report"), NeedKind, _("Both")), "kind"),
        "subject": Filter(_choice(_("Good, work or service"), Subject, _("All of them")), "subject"),
        "code": Filter(
            forms.RegexField(
                "^[0-9]+$", label=_("Commodity code"), max_length=10, help_text=_("The first digits are enough.")
            ),
            "code__startswith",
        ),
    }
    sort = "-item"
    nothing = _("No row of a plan or report is here yet.")
    file_name = "purchases"

    def visible_to(self, actor: Any) -> Rows:
        """What permissions show."""
        return needs_visible_to(actor)


def in_languages(name: str, before: list[Column], filters: Mapping[str, Filter]) -> Mapping[str, type[Needs]]:
    """The listing of an audience for each language, with its own columns and filters before the common ones."""
    made = {}
    for code in NAMES:
        said = {"columns": [*before, *_columns(code)], "filters": {**filters, **Needs.filters}}
        made[code] = type(name, (Needs,), said)
    return made


def of_reader(listings: Mapping[str, type[Needs]]) -> type[Needs]:
    """The listing in the reader's language."""
    return listings[language()]
