"""How are the goods of a draft edition changed: some taken out, many added at once?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import BadInput
from ondiris.domains.lists.actions.edition import Good, edit
from ondiris.domains.lists.models import Edition, Line
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, act_page
from ondiris.web.desk.lists import edition_at, page_of
from ondiris.web.ui import parts
from ondiris.web.ui.figures import period

FIELDS = ("prefix", "name_kk", "name_ru", "name_en")


class GoodsForm(ActForm):
    """Goods to take out, and lines to add; a line whose code is there already replaces its names."""

    added = forms.CharField(
        label=gettext_lazy("Goods to add or rename"),
        help_text=gettext_lazy("One good a line: code; name in Kazakh; name in Russian; name in English."),
        required=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def __init__(self, edition: Edition, lines: Sequence[Line], *args: Any, **kwargs: Any) -> None:
        super().__init__(edition, *args, **kwargs)
        self.fields["removed"] = forms.MultipleChoiceField(
            label=_("Goods to take out"),
            choices=[(line.prefix, f"{line.prefix} {line.name}") for line in lines],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def clean_added(self) -> list[tuple[int, Good]]:
        """The goods typed, each with its line; a line that has not four parts is named."""
        found, wrong, seen = [], [], set()
        for place, text in enumerate(self.cleaned_data["added"].splitlines(), 1):
            if not text.strip():
                continue
            columns = [part.strip() for part in (text.split("\t") if "\t" in text else text.split(";"))]
            if len(columns) != len(FIELDS):
                wrong.append(
                    _("Line %(line)d: write the code and three names, parted by semicolons.") % {"line": place}
                )
            elif any(len(part) > 300 for part in columns):
                wrong.append(_("Line %(line)d: a name has at most 300 characters.") % {"line": place})
            elif columns[0] in seen:
                wrong.append(_("Line %(line)d: this code already stands above.") % {"line": place})
            else:
                seen.add(columns[0])
                found.append((place, Good(*columns)))
        if wrong:
            raise forms.ValidationError(wrong)
        return found


@for_officials
def goods_page(request: ActedRequest, number: str) -> HttpResponse:
    """Take goods out of the draft and add others."""
    one = edition_at(request.actor, number)
    lines = list(one.lines.all())
    form = GoodsForm(one, lines, request.POST or None)
    page = ActPage(
        title=edit.title,
        button=_("Keep the goods"),
        of=one.number,
        back=page_of(one),
        done=_("The goods are kept. Mark the draft as agreed when it is."),
        lines=[
            parts.Line(_("Edition"), one.title),
            parts.Line(_("In force"), period(one.valid_from, one.valid_to)),
            parts.Line(_("Goods"), str(len(lines))),
        ],
    )

    def call(version: int, added: list[tuple[int, Good]], removed: list[str]) -> None:
        _edit(request, number, version, kept_of(lines, added, removed), added)

    return act_page(request, edit, one, form, page, call)


def kept_of(lines: Sequence[Line], added: Sequence[tuple[int, Good]], removed: Sequence[str]) -> list[Good]:
    """The goods that stay as they are: neither taken out nor replaced by an added line of the same code."""
    gone = {*removed, *(good.prefix for _line, good in added)}
    return [Good(*(getattr(line, name) for name in FIELDS)) for line in lines if line.prefix not in gone]


def _edit(
    request: ActedRequest, number: str, version: int, kept: list[Good], added: Sequence[tuple[int, Good]]
) -> None:
    """Keep the goods; what the act says of its n-th good is said of the line on which it was typed."""
    try:
        edit(request.actor, number, version=version, goods=[*kept, *(good for _line, good in added)])
    except BadInput as refused:
        sentences = []
        for field, text in refused.fields.items():
            place = int(field.rpartition("_")[2]) - len(kept) - 1
            sentences.append(_("Line %(line)d: %(what)s") % {"line": added[place][0], "what": text})
        raise BadInput({"added": " ".join(sentences)}) from refused
