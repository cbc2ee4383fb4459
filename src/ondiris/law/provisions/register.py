"""What does the product hold of the law: which provisions, in which versions, in its own words?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic.dataclasses import dataclass

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.terms import (
    SYSTEMS,
    Bearer,
    Certainty,
    Kind,
    Language,
    Level,
    Status,
    Wording,
)

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True, populate_by_name=True)


def _known_system(system: str) -> str:
    if system not in SYSTEMS:
        raise ValueError(f"{system!r} is not the id of a system")
    return system


Id = Annotated[ProvisionId, BeforeValidator(lambda text: ProvisionId.parse(str(text)))]
Day = Annotated[date, Strict()]
Flag = Annotated[bool, Strict()]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ActNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*-[IVXLC]+$")]
System = Annotated[str, BeforeValidator(_known_system)]


@dataclass(frozen=True, config=_STRICT)
class Words:
    """One text in the three languages."""

    en: Sentence
    ru: Sentence
    kk: Sentence

    def of(self, language: Language) -> str:
        return {Language.EN: self.en, Language.RU: self.ru, Language.KK: self.kk}[language]


@dataclass(frozen=True, config=_STRICT)
class OfficialWords:
    """The official text of one wording: Russian, and English where there is one."""

    ru: Sentence
    en: Sentence | None = None

    @property
    def by_language(self) -> dict[str, str]:
        return {"ru": self.ru} | ({"en": self.en} if self.en else {})


@dataclass(frozen=True, config=_STRICT)
class Version:
    """A provision from one day (included) to another (excluded), as one act made it.

    `certainty` speaks of the first day. `held`: the wording is at hand, and our words are about it.
    `located`: the source names the very unit that `act` changed, not its article alone. `known_since`: the
    version applies from a day that had passed when it became known; what was done in between rested on the
    version before. `words` are ours of this very wording; None where they are those of the provision's row.
    `official` is its official text, where that came with it and is not the one loaded for the rows as shipped.
    """

    valid_from: Annotated[Day, Field(validation_alias="from")]
    act: ActNumber
    certainty: Certainty
    valid_to: Annotated[Day | None, Field(validation_alias="to")] = None
    held: Flag = True
    located: Flag = True
    status: Status = Status.IN_FORCE
    wording: Wording = Wording.BASE
    known_since: Day | None = None
    words: Words | None = None
    official: OfficialWords | None = None

    @property
    def wording_name(self) -> str:
        """What tells its wording from the others of the provision: of one that officials entered, its first day."""
        is_entered = self.words is not None and self.wording is Wording.BASE
        return self.valid_from.isoformat() if is_entered else str(self.wording)


@dataclass(frozen=True, config=_STRICT)
class Provision:
    """A unit of the law in our words, with its versions; `summary` is of the wordings that have no words of their own."""

    id: Id
    level: Level
    kind: Kind
    summary: Words
    versions: tuple[Version, ...]
    bearers: tuple[Bearer, ...] = ()
    systems: tuple[System, ...] = ()

    def words(self, version: Version) -> Words:
        """Ours of one of its versions, whose wording must be held."""
        return version.words or self.summary


@dataclass(frozen=True, config=_STRICT)
class Article:
    """An article: our heading, the versions of its provisions unless a row has its own, and the rows."""

    id: Annotated[Id, Field(validation_alias="article")]
    heading: Words
    versions: tuple[Version, ...] = ()
    provisions: tuple[Provision, ...] = ()


class Register(Mapping[ProvisionId, Provision]):
    """All provisions held, by id: articles in their order, in each the provisions as the text has them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = MappingProxyType({a.id: a for a in sorted(articles, key=lambda a: a.id)})
        self._provisions = {p.id: p for article in self.articles.values() for p in article.provisions}

    def __getitem__(self, provision: ProvisionId) -> Provision:
        return self._provisions[provision]

    def __iter__(self) -> Iterator[ProvisionId]:
        return iter(self._provisions)

    def __len__(self) -> int:
        return len(self._provisions)

    def within(self, unit: ProvisionId) -> tuple[Provision, ...]:
        """The unit and all that stands in it; empty where the register has none of it."""
        return tuple(p for p in self.values() if p.id.within(unit))
