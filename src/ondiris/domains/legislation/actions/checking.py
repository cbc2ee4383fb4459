"""Can a change that was typed be laid over the law as it stands?"""

from collections.abc import Iterable

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, Text
from ondiris.domains.legislation.amending import entered_change, in_order
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.queries import amended_register, confirmed_changes
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.overlay import Hindrance, hindrances, misplaced, with_changes
from ondiris.law.provisions.terms import SYSTEMS, Bearer, Certainty, Effect, Kind, Level
from ondiris.law.rulebook.book import LAW_SINCE

SUMMARIES = ("summary_kk", "summary_ru", "summary_en")
TEXTS = (*SUMMARIES, "official_ru", "official_en")
LONGEST = 20_000
LONGEST_TERM = 366


def check_change(change: LawChange, *, day_typed: bool) -> None:
    """BadInput that names every field of a change which cannot be as typed; one that could be is left as it is."""
    wrong = {**_of_the_provision(change), **_of_the_day(change, day_typed), **_of_the_texts(change)}
    if change.effect == Effect.ADDED:
        wrong |= _of_the_unit(change)
    if wrong:
        raise BadInput(wrong)
    others = change.act.changes.select_related("act").exclude(pk=change.pk)
    found = _hindered([*confirmed_changes(), *others, change]).get(_key(change))
    if found is not None:
        field = "clause_days" if found.field == "valid_from" and not day_typed else found.field
        raise BadInput({field: _now(found.sentence)})


def _key(change: LawChange) -> tuple[int, str]:
    return change.act_id, change.provision


def _hindered(rows: Iterable[LawChange]) -> dict[tuple[int, str], Hindrance]:
    """Those of these changes that cannot be laid, all in their order, over the shipped register."""
    ordered = in_order(rows)
    found = hindrances(register(), [entered_change(row) for row in ordered])
    return {_key(row): wrong for row, wrong in zip(ordered, found, strict=True) if wrong is not None}


def check_target(amending: AmendingAct, provision: str, effect: str) -> None:
    """BadInput where an act in drafting cannot do this to such a provision, whatever the day and the words."""
    typed = LawChange(act=amending, provision=provision, effect=effect)
    if wrong := _of_the_provision(typed):
        raise BadInput(wrong)
    rows = in_order(amending.changes.select_related("act"))
    law = with_changes(amended_register(), [entered_change(row) for row in rows])
    if found := misplaced(law, ProvisionId.parse(provision), Effect(effect)):
        raise BadInput({"provision": _now(found)})


def check_changes(amending: AmendingAct) -> list[LawChange]:
    """The changes of an act in the order in which they are laid.

    BadInput where there is none, where one cannot be laid, or where a change confirmed before no longer could.
    """
    changes = in_order(amending.changes.select_related("act"))
    if not changes:
        raise BadInput({"changes": _("The act changes nothing yet. Put its changes in first.")})
    confirmed = list(confirmed_changes())
    hindered, before = _hindered([*confirmed, *changes]), _hindered(confirmed)
    wrong: dict[str, Text] = {
        f"change_{row.pk}": _("Act %(act)s, %(provision)s: %(what)s")
        % {"act": row.act.act_number, "provision": row.provision, "what": _now(hindered[_key(row)].sentence)}
        for row in [*changes, *confirmed]
        if _key(row) in hindered and _key(row) not in before
    }
    if wrong:
        raise BadInput(wrong)
    return changes


def _of_the_provision(change: LawChange) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    try:
        ProvisionId.parse(change.provision)
    except ValueError:
        wrong["provision"] = _("Write the number as 25.5, 8.3-1, 5.2p3 (third part) or 25.5:1 (first unnumbered item).")
    else:
        if change.act.changes.filter(provision=change.provision).exclude(pk=change.pk).exists():
            wrong["provision"] = _("This act has a change of this provision already.")
    if change.effect not in list(Effect):
        wrong["effect"] = _("Choose what the act does to the provision.")
    return wrong


def _of_the_day(change: LawChange, day_typed: bool) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if day_typed == (change.clause_days is not None):
        wrong["valid_from"] = _(
            "Give the first day, or the days of the clause from which it is counted: one of the two."
        )
    elif change.clause_days is not None and not 0 <= change.clause_days <= LONGEST_TERM:
        wrong["clause_days"] = _("Write a number of days, at most %(most)d.") % {"most": LONGEST_TERM}
    elif change.valid_from < LAW_SINCE:
        wrong["valid_from"] = _("The law is in force from %(day)s.") % {"day": LAW_SINCE.isoformat()}
    elif day_typed and change.certainty not in list(Certainty):
        wrong["certainty"] = _("Choose how sure the first day is.")
    return wrong


def _of_the_texts(change: LawChange) -> dict[str, Text]:
    typed = {name: getattr(change, name) for name in TEXTS}
    if change.effect == Effect.EXCLUDED:
        return {name: _("An excluded provision has no words.") for name in TEXTS if typed[name]}
    if not change.held:
        return {name: _("You said that the text is not at hand.") for name in TEXTS if typed[name]}
    wrong: dict[str, Text] = {
        name: _("Write this in each of the three languages.") for name in SUMMARIES if not typed[name]
    }
    if not typed["official_ru"]:
        wrong["official_ru"] = _("Give the official Russian text, or say that the text is not at hand.")
    for name in TEXTS:
        if len(typed[name]) > LONGEST:
            wrong[name] = _("Write no more than %(most)d characters.") % {"most": LONGEST}
    for place, name in enumerate(SUMMARIES):
        if typed[name] and typed[name] in [typed[other] for other in SUMMARIES[:place]]:
            wrong[name] = _("This is the same text as in another language.")
    return wrong


def _of_the_unit(change: LawChange) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if change.level not in list(Level):
        wrong["level"] = _("Choose which unit of the law it is.")
    if change.kind not in list(Kind):
        wrong["kind"] = _("Choose what kind of provision it is.")
    if not set(change.bearers) <= set(Bearer):
        wrong["bearers"] = _("Choose from the list.")
    if not set(change.systems) <= SYSTEMS:
        wrong["systems"] = _("Choose from the list.")
    return wrong
