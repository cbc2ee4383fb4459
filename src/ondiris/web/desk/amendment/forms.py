"""What does an official type of one change?"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.legislation.actions.checking import TEXTS
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.terms import Bearer, Certainty, Effect, Kind, Level, Term
from ondiris.web.desk.acting import ActForm, DeskForm, text_field
from ondiris.web.showing.systems import SYSTEMS
from ondiris.web.ui.fields import DayField, NumberField

DOES = {
    Effect.CHANGED: gettext_lazy("gives it a new wording"),
    Effect.ADDED: gettext_lazy("adds it to the law"),
    Effect.EXCLUDED: gettext_lazy("excludes it from the law, with all that stands in it"),
}
LABELS: Mapping[str, Promise] = {
    "summary_kk": gettext_lazy("In plain words, Kazakh"),
    "summary_ru": gettext_lazy("In plain words, Russian"),
    "summary_en": gettext_lazy("In plain words, English"),
    "official_ru": gettext_lazy("Official text, Russian"),
    "official_en": gettext_lazy("Official text, English"),
}
OF_THE_UNIT = ("level", "kind", "bearers", "systems")


class TargetForm(DeskForm):
    """Which provision, and what the act does to it."""

    provision = forms.CharField(
        label=gettext_lazy("Number of the provision"),
        help_text=gettext_lazy(
            "As 25.5 or 8.3-1, the hyphen being part of the number; 5.2p3 is the third part of 5.2, 25.5:1 the first "
            "unnumbered item of 25.5."
        ),
        max_length=30,
    )
    effect = forms.ChoiceField(
        label=gettext_lazy("The act"), choices=[(e.value, DOES[e]) for e in Effect], widget=forms.RadioSelect
    )


def _choices(terms: type[Term]) -> list[tuple[str, str]]:
    return [(term.value, _(term.label)) for term in terms]


class ChangeForm(ActForm):
    """The first day and the words of a change; of an added provision also what it is."""

    valid_from = DayField(
        label=gettext_lazy("First day in force"),
        help_text=gettext_lazy("Where a clause of the act names it, or another one allows to infer it."),
        required=False,
    )
    certainty = forms.ChoiceField(label=gettext_lazy("How sure this day is"), required=False)
    clause_days = NumberField(
        label=gettext_lazy("Or: days of the clause after publication"),
        help_text=gettext_lazy(
            "For example 10 or 60. The first day is then counted: from the publication, or, where its day is not "
            "established, from the signing, as the earliest possible day."
        ),
        unit=gettext_lazy("days"),
        least=0,
        most=366,
        required=False,
    )

    def __init__(
        self, amending: AmendingAct, unit: ProvisionId, effect: Effect, change: LawChange | None, *args: Any
    ) -> None:
        super().__init__(amending, *args)
        self.fields["certainty"].choices = [("", _("Choose")), *_choices(Certainty)]  # type: ignore[attr-defined]
        if effect is not Effect.EXCLUDED:
            self._add_words()
        if effect is Effect.ADDED:
            self._add_unit(unit)
        if change is not None:
            self._begin_with(change)

    def _add_words(self) -> None:
        self.fields["not_held"] = forms.BooleanField(
            label=_("The text is not at hand"),
            help_text=_("No words are then shown for this wording, and none are taken below."),
            required=False,
        )
        for name, label in LABELS.items():
            optional = _("Where there is one.") if name == "official_en" else ""
            rows = 3 if name.startswith("summary") else 6
            self.fields[name] = text_field(label, required=False, help_text=optional, rows=rows)
            self.fields[name].widget.attrs["lang"] = name[-2:]

    def _add_unit(self, unit: ProvisionId) -> None:
        """What an added provision is; to begin with it is like what it stands in."""
        self.fields["level"] = forms.ChoiceField(label=_("Level"), choices=_choices(Level))
        self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=_choices(Kind))
        self.fields["bearers"] = self._several(_("Whom it binds, empowers or protects"), _choices(Bearer))
        self.fields["systems"] = self._several(
            _("Carried out by"), [(name, f"{name} {_(label)}") for name, label in SYSTEMS.items()]
        )
        self.initial["level"] = _level_of(unit)
        within = amended_register().within(unit.parent) if unit.parent else ()
        if not within:
            return
        above, *inner = within
        self.initial.update(kind=above.kind, bearers=list(above.bearers), systems=list(above.systems))
        for beside in inner:
            if beside.id.parent == unit.parent and _level_of(beside.id) is _level_of(unit):
                self.initial["level"] = beside.level

    def _several(self, label: str, choices: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
        return forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=False,
            help_text=_("Hold Ctrl (on a Mac: Command) to choose several."),
            widget=forms.SelectMultiple(attrs={"size": 6}),
        )

    def _begin_with(self, change: LawChange) -> None:
        counted = change.clause_days is not None
        self.initial.update({name: getattr(change, name) for name in (*TEXTS, *OF_THE_UNIT) if name in self.fields})
        self.initial.update(
            valid_from=None if counted else change.valid_from,
            certainty="" if counted else change.certainty,
            clause_days=change.clause_days,
            not_held=not change.held,
        )


def _level_of(unit: ProvisionId) -> Level:
    if unit.item:
        return Level.ITEM
    if unit.part > 1:
        return Level.PART
    return (Level.ARTICLE, Level.SUBPARAGRAPH, Level.SUBPARAGRAPH)[len(unit.numbers) - 1]


def typed(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the form has, as the act takes it."""
    given = {name: value for name, value in data.items() if name not in (*TEXTS, "not_held")}
    return {**given, "held": not data.get("not_held", False), "texts": {n: data[n] for n in TEXTS if n in data}}
