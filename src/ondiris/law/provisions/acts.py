"""Which acts have changed the law, and what has each of them made of which provision?"""

from collections.abc import Mapping
from dataclasses import dataclass

from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.register import Provision, Register, Version
from ondiris.law.provisions.terms import Effect, Status


@dataclass(frozen=True, slots=True)
class Made:
    """A version that an act other than the law itself made.

    `effect` is None where the act is named for the whole article, and which of its provisions it changed is not known.
    """

    provision: Provision
    version: Version
    effect: Effect | None


def made_by_acts(register: Register) -> Mapping[str, list[Made]]:
    """By the number of each act what it made, in the law's order; the act with the newest first day first."""
    found: dict[str, list[Made]] = {}
    for provision in register.values():
        for version in provision.versions:
            if version.act != NUMBER_OF_THE_LAW:
                found.setdefault(version.act, []).append(Made(provision, version, _effect(provision, version)))
    newest = sorted(found.items(), key=lambda item: max(made.version.valid_from for made in item[1]), reverse=True)
    return dict(newest)


def _effect(provision: Provision, version: Version) -> Effect | None:
    if not version.located:
        return None
    if version.status is Status.EXCLUDED:
        return Effect.EXCLUDED
    return Effect.ADDED if version is provision.versions[0] else Effect.CHANGED
