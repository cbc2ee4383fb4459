"""How does a change stand beside the words that it changes?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ondiris.domains.legislation.amending import entered_change, in_order
from ondiris.domains.legislation.models import AmendingAct, LawChange, OfficialText
from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Provision, Register, Version
from ondiris.law.provisions.terms import Certainty, Effect, Kind, Language, Level, Status, Wording
from ondiris.web.showing import law
from ondiris.web.showing.systems import SYSTEMS
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Line, Tag

EFFECTS: Mapping[Effect, Colour] = {
    Effect.CHANGED: Colour.BLUE,
    Effect.ADDED: Colour.GREEN,
    Effect.EXCLUDED: Colour.RED,
}
LANGUAGES = (Language.KK, Language.RU, Language.EN)


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a provision, ours or the law's, in one language."""

    label: str
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with its day and its words; `why_no_words` says for each side why there are none."""

    key: int
    provision: str
    url: str
    effect: Tag
    lines: list[Line]
    before: list[Text]
    after: list[Text]
    why_no_words: tuple[str, str]


def shown_changes(amending: AmendingAct) -> list[Shown]:
    """The changes of an act in their order, each beside the words before it; three queries."""
    changes = in_order(amending.changes.select_related("act"))
    register = amended_register()
    rows = OfficialText.objects.filter(unit__in=[change.provision for change in changes], language__in=("ru", "en"))
    loaded = {(unit, level, language): text for unit, level, language, text in _values(rows)}
    return [_shown(change, register, loaded) for change in changes]


def _values(rows: Iterable[OfficialText]) -> Iterable[tuple[str, str, str, str]]:
    return [(row.unit, row.level, row.language, row.text) for row in rows]


def effect_tag(effect: Effect) -> Tag:
    """What the act does, in a word."""
    return Tag(_(effect.label), EFFECTS[effect])


def _shown(change: LawChange, register: Register, loaded: Mapping[tuple[str, str, str], str]) -> Shown:
    provision = ProvisionId.parse(change.provision)
    row = register.get(provision)
    before = _before(row, change) if row else None
    now = _texts(row, before, loaded) if row and before else {}
    new = {
        **{("words", language.value): getattr(change, f"summary_{language.value}") for language in LANGUAGES},
        ("official", "ru"): change.official_ru,
        ("official", "en"): change.official_en,
    }
    return Shown(
        key=change.pk,
        provision=change.provision,
        url=law.address(change.provision, change.valid_from) if row else "",
        effect=effect_tag(Effect(change.effect)),
        lines=_lines(change),
        before=_given(now),
        after=_given(new),
        why_no_words=(_("not in the law yet") if before is None else _("not held here"), _no_new_words(change)),
    )


def _given(texts: Mapping[tuple[str, str], str]) -> list[Text]:
    return [Text(_label(what, language), language, words) for (what, language), words in texts.items() if words]


def _label(what: str, language: str) -> str:
    name = _(Language(language).label)
    if what == "official":
        return _("Official text: %(language)s") % {"language": name}
    return _("In plain words: %(language)s") % {"language": name}


def _before(row: Provision, change: LawChange) -> Version | None:
    """The version that the change follows, whether or not it is confirmed by now."""
    earlier = [v for v in row.versions if v.act != change.act.act_number and v.valid_from <= change.valid_from]
    return earlier[-1] if earlier else None


def _texts(
    row: Provision, version: Version, loaded: Mapping[tuple[str, str, str], str]
) -> Mapping[tuple[str, str], str]:
    if not version.held or version.status is not Status.IN_FORCE:
        return {}
    words = row.words(version)
    found = {("words", language.value): words.of(language) for language in LANGUAGES}
    if version.official is not None:
        return {**found, ("official", "ru"): version.official.ru, ("official", "en"): version.official.en or ""}
    if version.wording is Wording.BASE:
        found |= {("official", of): loaded.get((str(row.id), row.level, of), "") for of in ("ru", "en")}
    return found


def _no_new_words(change: LawChange) -> str:
    if change.effect == Effect.EXCLUDED:
        return _("excluded, with all that stands in it")
    return _("wording not held") if not change.held else _("not given")


def _lines(change: LawChange) -> list[Line]:
    version = entered_change(change).version
    lines = [
        Line(_("In force from"), figures.day(change.valid_from)),
        Line(_("How sure its first day is"), _(Certainty(change.certainty).label)),
    ]
    if change.clause_days is not None:
        lines.append(Line(_("Days of the clause"), figures.number(change.clause_days)))
    if version.known_since:
        reach = _("It reaches back: known since %(day)s") % {"day": figures.day(version.known_since)}
        lines.append(Line(_("Reaches back"), reach))
    if change.effect == Effect.ADDED:
        added = entered_change(change).added
        bearers = "; ".join(_(bearer.label) for bearer in added.bearers) if added else ""
        lines += [
            Line(_("Level"), _(Level(change.level).label)),
            Line(_("Kind"), _(Kind(change.kind).label)),
            Line(_("Whom it binds, empowers or protects"), bearers),
            Line(_("Carried out by"), "; ".join(_(SYSTEMS[system]) for system in change.systems)),
        ]
    return lines
