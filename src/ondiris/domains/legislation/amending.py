"""What does a change that officials typed do to the register?"""

from collections.abc import Iterable

from ondiris.domains.legislation.models import LawChange
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.overlay import NO_WORDS, EnteredChange
from ondiris.law.provisions.register import OfficialWords, Provision, Version, Words
from ondiris.law.provisions.terms import Bearer, Certainty, Effect, Kind, Level, Status


def entered_change(row: LawChange) -> EnteredChange:
    """The change of a row whose fields were checked when it was typed.

    What was not known on its first day is known since the act was published, or signed, where no day of publication is
    established.
    """
    effect, provision = Effect(row.effect), ProvisionId.parse(row.provision)
    known = row.act.published_on or row.act.signed_on
    words = Words(en=row.summary_en, ru=row.summary_ru, kk=row.summary_kk) if row.summary_en else None
    version = Version(
        valid_from=row.valid_from,
        act=row.act.act_number,
        certainty=Certainty(row.certainty),
        held=row.held,
        status=Status.EXCLUDED if effect is Effect.EXCLUDED else Status.IN_FORCE,
        known_since=known if known > row.valid_from else None,
        words=words,
        official=OfficialWords(ru=row.official_ru, en=row.official_en or None) if row.official_ru else None,
    )
    added = None
    if effect is Effect.ADDED:
        added = Provision(
            id=provision,
            level=Level(row.level),
            kind=Kind(row.kind),
            summary=words or NO_WORDS,
            versions=(version,),
            bearers=tuple(Bearer(bearer) for bearer in row.bearers),
            systems=tuple(row.systems),
        )
    return EnteredChange(provision, effect, version, added)


def in_order(rows: Iterable[LawChange]) -> list[LawChange]:
    """Changes as they are laid one over the other: by first day, act and the law's own counting."""
    return sorted(
        rows, key=lambda row: (row.valid_from, row.act.signed_on, row.act_id, ProvisionId.parse(row.provision))
    )
